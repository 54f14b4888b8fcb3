#include "config.h"

#include "model/traceback.h"

#include <string.h>

#include "model/goquote.h"
#include "model/rune.h"
#include "model/scanline.h"

static struct str trim_end(struct str line)
{
	while (line.n && (line.s[line.n - 1] == ' ' ||
			  line.s[line.n - 1] == '\t'))
		line.n--;
	return line;
}

/* What is in front of the first text, which is taken too; all if none. */
static struct str take_until(struct str *line, const char *text)
{
	size_t n = strlen(text);
	const char *at = memmem(line->s, line->n, text, n);
	struct str part = *line;

	if (at)
		part.n = (size_t)(at - line->s);
	n = at ? part.n + n : part.n;
	line->s += n;
	line->n -= n;
	return part;
}

static const char goroutine[] = "goroutine ";

/* Takes what GOTRACEBACK=system adds: the g, and the m it runs on. */
static void take_thread(struct str *line)
{
	static const char *const names[] = { "gp=", "m=", "mp=" };

	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		if (scanline_word(line, names[i]))
			take_until(line, " ");
	}
}

/* Takes all up to the bracket, which must be there. */
static bool take_id(struct str *line, int64_t *id)
{
	if (!scanline_word(line, goroutine) || !scanline_number(line, id) ||
	    !scanline_char(line, ' '))
		return false;
	take_thread(line);
	return scanline_char(line, '[');
}

/*
 * What somebody wrote about a goroutine goes on behind the bracket: behind the
 * last of the line, that is, if this does not end the line.
 */
bool traceback_find(struct str line, size_t *start)
{
	struct str rest, part, header;
	const char *sentence;
	int64_t id;

	line = rest = trim_end(line);
	sentence = line.n && !str_ends(line, "]:") ?
		   memrchr(line.s, ']', line.n) : NULL;
	while (rest.n) {
		part = take_until(&rest, goroutine);
		if (!rest.n)
			return false;
		header.s = part.s + part.n;
		header.n = (size_t)(line.s + line.n - header.s);
		if (header.s > line.s && rune_is_word(header.s[-1]))
			continue;
		*start = (size_t)(header.s - line.s);
		if (take_id(&header, &id) &&
		    !(sentence && sentence >= header.s))
			return true;
	}
	return false;
}

/* Takes the state, or one of the details behind it. */
static struct str take_detail(struct str *line)
{
	struct str detail = *line;
	size_t n = 0;

	while (n < line->n && line->s[n] != ',' &&
	       !str_starts(str_skip(*line, n), " labels:{"))
		n++;
	detail.n = n;
	line->s += n;
	line->n -= n;
	return detail;
}

static bool set_minutes(struct traceback_header *header, struct str detail)
{
	return scanline_number(&detail, &header->minutes) &&
	       str_is(detail, " minutes");
}

/* What is not known, of a Go that is yet to come, is no reason to give up. */
static bool set_detail(struct traceback_header *header, struct str detail)
{
	if (str_is(detail, "locked to thread"))
		header->is_locked = true;
	else if (scanline_word(&detail, "synctest bubble ") ||
		 scanline_word(&detail, "synctest group "))
		header->bubble = detail;
	else if (str_ends(detail, " minutes"))
		return set_minutes(header, detail);
	return true;
}

bool traceback_header(struct str line, struct traceback_header *header)
{
	*header = (struct traceback_header){ 0 };
	line = scanline_trim(line);
	if (!take_id(&line, &header->id) || !str_ends(line, "]:"))
		return false;
	line.n -= strlen("]:");
	header->state = take_detail(&line);
	while (scanline_word(&line, ", ")) {
		if (!set_detail(header, take_detail(&line)))
			return false;
	}
	if (scanline_word(&line, " labels:{")) {
		if (!str_ends(line, "}"))
			return false;
		header->labels = (struct str){ line.s, line.n - 1 };
		line.n = 0;
	}
	return header->state.n && !line.n;
}

void traceback_state(struct buf *out, struct str state)
{
	struct str part = take_until(&state, " (scan)");

	buf_add(out, part.s, part.n);
	buf_add(out, state.s, state.n);
}

int traceback_label(struct str *labels, struct buf *key, struct buf *value)
{
	if (!labels->n)
		return 0;
	if (!goquote_pair(labels, key, value))
		return -1;
	if (scanline_char(labels, ','))
		scanline_blank(labels);
	else if (labels->n)
		return -1;
	return 1;
}

/*
 * Arguments hold no parenthesis, so that the last one that opens belongs to
 * them; names hold no blank.
 */
bool traceback_call(struct str line, struct traceback_call *call)
{
	const char *open;
	struct str arguments;

	line = scanline_trim(line);
	open = line.n ? memrchr(line.s, '(', line.n) : NULL;
	if (!open || open == line.s || line.s[line.n - 1] != ')')
		return false;
	call->name = (struct str){ line.s, (size_t)(open - line.s) };
	arguments = (struct str){ open, line.n - call->name.n };
	call->has_no_arguments = str_is(arguments, "(...)");
	if (memchr(call->name.s, ' ', call->name.n) ||
	    memchr(call->name.s, '\t', call->name.n))
		return false;
	if (str_is(call->name, "panic"))
		call->name = str_of("runtime.gopanic");
	return true;
}

/* Takes the last word off a line, if it is a number with that in front. */
static bool cut_hex(struct str *line, const char *name, uint64_t *value)
{
	const char *blank = line->n ? memrchr(line->s, ' ', line->n) : NULL;
	size_t n = blank ? (size_t)(blank - line->s) : 0;
	struct str word = { line->s + n, line->n - n };

	scanline_blank(&word);
	if (!scanline_word(&word, name) || !scanline_hex(&word, value) ||
	    word.n)
		return false;
	line->n = n;
	return true;
}

/*
 * What is left is the file and, behind its last colon, the line, which the
 * runtime prints with a sign where its tables lead it astray.
 */
static bool take_file(struct str line, struct traceback_place *place)
{
	const char *colon = line.n ? memrchr(line.s, ':', line.n) : NULL;
	struct str digits;
	bool is_negative;

	if (!colon || colon == line.s)
		return false;
	place->file = (struct str){ line.s, (size_t)(colon - line.s) };
	digits = (struct str){ colon + 1, line.n - place->file.n - 1 };
	is_negative = scanline_char(&digits, '-');
	if (!scanline_number(&digits, &place->line) || digits.n)
		return false;
	if (is_negative)
		place->line = -place->line;
	return true;
}

bool traceback_place(struct str line, struct traceback_place *place)
{
	uint64_t ignored;
	bool has_pc;

	*place = (struct traceback_place){ 0 };
	line = scanline_trim(line);
	has_pc = cut_hex(&line, "pc=0x", &place->pc);
	if (cut_hex(&line, "sp=0x", &ignored))
		cut_hex(&line, "fp=0x", &ignored);
	else
		place->is_foreign = has_pc;
	place->has_offset = cut_hex(&line, "+0x", &ignored);
	if (place->is_foreign && !line.n)
		return true;
	return take_file(scanline_trim(line), place);
}

bool traceback_creator(struct str line, struct str *name)
{
	line = scanline_trim(line);
	if (!scanline_word(&line, "created by "))
		return false;
	*name = take_until(&line, " in goroutine ");
	return name->n;
}

bool traceback_foreign(struct str line, uint64_t *pc)
{
	line = scanline_trim(line);
	return scanline_word(&line, "non-Go function at pc=0x") &&
	       scanline_hex(&line, pc) && !line.n;
}

bool traceback_is_elided(struct str line)
{
	line = scanline_trim(line);
	return str_starts(line, "...") && str_ends(line, " elided...");
}

bool traceback_is_unavailable(struct str line)
{
	return str_is(scanline_trim(line), "goroutine running on other "
		      "thread; stack unavailable");
}

bool traceback_is_ancestor(struct str line)
{
	return str_starts(scanline_trim(line), "[originating from goroutine ");
}

/* Words and a dump of memory follow: "0x000000c00004e6b0:  0x00...". */
bool traceback_is_note(struct str line)
{
	uint64_t address;

	line = scanline_trim(line);
	if (str_starts(line, "runtime: ") ||
	    str_starts(line, "stack: frame={"))
		return true;
	return scanline_word(&line, "0x") && scanline_hex(&line, &address) &&
	       scanline_char(&line, ':');
}
