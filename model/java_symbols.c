#include "config.h"

#include "model/java_symbols.h"

#include <ctype.h>
#include <string.h>

#include "model/idmap.h"
#include "model/procmaps.h"
#include "model/scanline.h"

struct symbols {
	struct profile *profile;	/* borrowed */
	struct idmap addresses;		/* numbered as the locations are */
	struct idmap names;		/* numbered as the functions are */
};

struct place {
	struct str func, file;
	int64_t line;
};

static struct str until(struct str s, const char *end)
{
	return (struct str){ s.s, (size_t)(end - s.s) };
}

/*
 * Where the last parenthesis opens that has a blank in front and one byte or
 * more between it and the end; NULL when there is none.
 */
static const char *find_parenthesis(struct str s, size_t between)
{
	for (size_t i = s.n; i > 1; i--) {
		const char *at = s.s + i - 1;
		struct str blank = { at - 1, 1 };

		if (*at == '(' && scanline_blank(&blank) &&
		    s.n - i >= between)
			return at;
	}
	return NULL;
}

/* FUNC (FILE:LINE) */
static bool take_line(struct str text, struct place *place)
{
	const char *colon, *open;
	struct str digits, end;

	if (!text.n || text.s[text.n - 1] != ')')
		return false;
	colon = memrchr(text.s, ':', text.n);
	if (!colon)
		return false;
	end = (struct str){ colon + 1,
			    (size_t)(text.s + text.n - colon) - 1 };
	digits = end;
	scanline_char(&end, '-');
	if (!scanline_digits(&end, &digits) || end.n != 1)
		return false;
	open = find_parenthesis(until(text, colon), 1);
	if (!open)
		return false;
	place->func = until(text, open - 1);
	place->file = (struct str){ open + 1, (size_t)(colon - open) - 1 };
	/* What does not fit is no line, as one that is negative. */
	if (colon[1] == '-' || !scanline_int(digits, &place->line))
		place->line = 0;
	return true;
}

/* FUNC (PATH) */
static bool take_path(struct str text, struct place *place)
{
	const char *open, *close = text.s + text.n - 1;

	if (!text.n || *close != ')')
		return false;
	open = find_parenthesis(until(text, close), 0);
	if (!open)
		return false;
	place->func = until(text, open - 1);
	place->file = str_base((struct str){ open + 1,
					     (size_t)(close - open) - 1 });
	return true;
}

static void find_place(struct str text, struct place *place)
{
	static const char stub[] = "generated stub/JIT";

	*place = (struct place){ .file = { "", 0 } };
	if (take_line(text, place) || take_path(text, place))
		return;
	place->func = memmem(text.s, text.n, stub, sizeof(stub) - 1) ?
		      str_of("STUB") : text;
}

/* A function has the file that it was first seen in. */
static struct func_id find_func(struct symbols *symbols,
				const struct place *place)
{
	struct profile *p = symbols->profile;
	struct str_id name = strings_intern(&p->strings, place->func.s,
					    place->func.n);
	uint32_t number = idmap_number(&symbols->names, name.i);

	if (number == p->funcs.n)
		*vec_push(p->mem, &p->funcs) = (struct func){
			.name = name, .system_name = name,
			.filename = strings_intern(&p->strings, place->file.s,
						   place->file.n),
		};
	return (struct func_id){ number };
}

/* The last line about an address counts. */
static void set_line(struct symbols *symbols, struct location *location,
		     const struct place *place)
{
	struct profile *p = symbols->profile;
	struct func_id func = find_func(symbols, place);

	if (!location->n_lines) {
		location->first_line = (uint32_t)p->lines.n;
		location->n_lines = 1;
		vec_push(p->mem, &p->lines);
	}
	p->lines.at[location->first_line] = (struct line){
		.func = func, .line = place->line
	};
}

static void set_place(struct symbols *symbols, uint64_t address,
		      struct str text)
{
	struct profile *p = symbols->profile;
	uint32_t number = idmap_find(&symbols->addresses, address);
	struct place place;

	if (number == IDMAP_NONE)
		return;
	find_place(text, &place);
	set_line(symbols, &p->locations.at[number], &place);
}

/* Takes 0xADDRESS and the blanks behind it. */
static bool take_address(struct str *line, struct str *digits)
{
	size_t n = 0;

	if (!scanline_word(line, "0x"))
		return false;
	while (n < line->n && isxdigit((unsigned char)line->s[n]))
		n++;
	*digits = (struct str){ line->s, n };
	line->s += n;
	line->n -= n;
	return n && scanline_blank(line);
}

static int read_lines(struct symbols *symbols, struct textlines *lines,
		      struct err *err)
{
	struct str line, digits;
	uint64_t address;
	int more;

	while ((more = textlines_next(lines, &line, err)) > 0) {
		line = scanline_trim(line);
		if (!take_address(&line, &digits))
			continue;
		if (!scanline_hex(&digits, &address))
			return textlines_fail(lines, err, "an address of more "
					      "than 64 bits");
		set_place(symbols, address, line);
	}
	return more;
}

int java_symbols_read(struct textlines *lines, struct profile *p,
		      struct err *err)
{
	struct symbols symbols = { .profile = p };
	int result;

	idmap_init(&symbols.addresses, p->mem);
	idmap_init(&symbols.names, p->mem);
	for (size_t i = 0; i < p->locations.n; i++)
		idmap_number(&symbols.addresses, p->locations.at[i].address);
	result = read_lines(&symbols, lines, err);
	idmap_release(&symbols.addresses);
	idmap_release(&symbols.names);
	for (size_t i = 0; i < p->locations.n; i++) {
		if (p->locations.at[i].n_lines)
			p->locations.at[i].address = 0;
	}
	/* No line is left: this only gives mappings. */
	if (!result)
		result = procmaps_read(lines, p, err);
	for (size_t i = 0; i < p->locations.n; i++)
		p->locations.at[i].address = 0;
	return result;
}
