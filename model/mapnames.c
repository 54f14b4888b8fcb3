#include "config.h"

#include "model/mapnames.h"

#include <string.h>

#include "model/scanline.h"

void mapnames_init(struct mapnames *names, struct mem *mem)
{
	*names = (struct mapnames){ .n = 0 };
	arena_init(&names->text, mem);
}

void mapnames_release(struct mapnames *names)
{
	arena_release(&names->text);
	buf_release(&names->line);
}

static struct str keep(struct mapnames *names, struct str text)
{
	text = scanline_trim(text);
	return (struct str){ arena_copy(&names->text, text.s, text.n), text.n };
}

const char *mapnames_add(struct mapnames *names, struct str line)
{
	const char *equals = memchr(line.s, '=', line.n);
	struct str name;

	if (!equals)
		return NULL;
	name = scanline_trim((struct str){
		line.s, (size_t)(equals - line.s)
	});
	if (name.n > MAPNAMES_NAME_MAX)
		return "a name of more than 256 bytes";
	if (names->n == MAPNAMES_MAX)
		return "more than 64 names";
	names->at[names->n++] = (struct mapname){
		keep(names, name),
		keep(names, str_skip(line, (size_t)(equals - line.s) + 1)),
	};
	return NULL;
}

/* The first name, in the order of the file, that the text starts with. */
static const struct mapname *find(const struct mapnames *names,
				  struct str text)
{
	for (size_t i = 0; i < names->n; i++) {
		struct str name = names->at[i].name;

		if (text.n >= name.n && !memcmp(text.s, name.s, name.n))
			return &names->at[i];
	}
	return NULL;
}

/* Appends text up to the next $, and what the name there stands for. */
static void replace_next(struct mapnames *names, struct str *rest)
{
	const char *dollar = memchr(rest->s, '$', rest->n);
	size_t plain = dollar ? (size_t)(dollar - rest->s) : rest->n;
	const struct mapname *name;

	buf_add(&names->line, rest->s, plain);
	*rest = str_skip(*rest, plain);
	if (!dollar)
		return;
	*rest = str_skip(*rest, 1);
	name = find(names, *rest);
	if (name) {
		buf_add(&names->line, name->value.s, name->value.n);
		*rest = str_skip(*rest, name->name.n);
	} else {
		buf_addc(&names->line, '$');
	}
}

bool mapnames_replace(struct mapnames *names, struct str *line)
{
	struct str rest = *line;

	if (!names->n || !memchr(line->s, '$', line->n))
		return true;
	buf_clear(&names->line);
	while (rest.n && names->line.n <= MAPNAMES_LINE_MAX)
		replace_next(names, &rest);
	*line = (struct str){ buf_str(&names->line), names->line.n };
	return line->n <= MAPNAMES_LINE_MAX;
}
