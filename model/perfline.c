#include "config.h"

#include "model/perfline.h"

#include <string.h>

#include "model/rune.h"
#include "model/scanline.h"

enum {
	FRACTION_DIGITS = 9,
	COMM_MOST = 64,		/* of a name; Linux has 15 bytes for it */
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Takes what is not blank. */
static struct str take_word(struct str *text)
{
	struct str word = { text->s, 0 };

	while (word.n < text->n && !is_blank(text->s[word.n]))
		word.n++;
	text->s += word.n;
	text->n -= word.n;
	return word;
}

/* Takes an id, which is -1 of what has none. */
static bool take_id(struct str *text, int64_t *id)
{
	bool is_negative = scanline_char(text, '-');

	if (!scanline_number(text, id))
		return false;
	*id = is_negative ? -*id : *id;
	return true;
}

/* Takes "TID " or "PID/TID ". */
static bool take_ids(struct str *text, struct perf_event *event)
{
	if (!take_id(text, &event->tid))
		return false;
	event->has_pid = scanline_char(text, '/');
	if (event->has_pid) {
		event->pid = event->tid;
		if (!take_id(text, &event->tid))
			return false;
	}
	return scanline_blank(text);
}

/* Takes "[CPU] " if it is there. */
static void take_cpu(struct str *text, struct perf_event *event)
{
	struct str rest = *text;

	event->has_cpu = scanline_char(&rest, '[') &&
			 scanline_number(&rest, &event->cpu) &&
			 scanline_char(&rest, ']') && scanline_blank(&rest);
	if (event->has_cpu)
		*text = rest;
}

/* Takes "SECONDS.FRACTION: " if it is there. */
static void take_time(struct str *text, struct perf_event *event)
{
	struct str rest = *text;
	int64_t seconds, fraction;
	size_t n;

	event->has_time = false;
	if (!scanline_number(&rest, &seconds) || !scanline_char(&rest, '.'))
		return;
	n = rest.n;
	if (!scanline_number(&rest, &fraction))
		return;
	n -= rest.n;
	if (n > FRACTION_DIGITS || seconds >= INT64_MAX / 1000000000)
		return;
	for (; n < FRACTION_DIGITS; n++)
		fraction *= 10;
	if (!scanline_char(&rest, ':') || !scanline_blank(&rest))
		return;
	event->time = seconds * 1000000000 + fraction;
	event->has_time = true;
	*text = rest;
}

/* Takes "PERIOD " if it is there. */
static void take_period(struct str *text, struct perf_event *event)
{
	struct str rest = *text;

	event->has_period = scanline_number(&rest, &event->period) &&
			    scanline_blank(&rest);
	if (event->has_period)
		*text = rest;
}

/* Takes "EVENT:", which has a letter in front. */
static bool take_name(struct str *text, struct perf_event *event)
{
	struct str word = take_word(text);

	if (word.n < 2 || word.s[word.n - 1] != ':' ||
	    (unsigned char)((word.s[0] | 0x20) - 'a') > 'z' - 'a')
		return false;
	word.n--;
	event->name = word;
	return !scanline_word(&word, "PERF_RECORD_");
}

bool perfline_is_frame(struct str rest)
{
	struct perf_frame frame;
	struct str word = rest;

	scanline_blank(&word);
	take_word(&word);
	return rest.n - word.n >= PERFLINE_COLUMNS &&
	       perfline_frame(rest, &frame);
}

/*
 * Takes what follows the name of the thread.  Without a time there is little
 * that tells an event from a sentence with a number and a colon, so that no
 * colon may stand in front and nothing but a frame may follow.
 */
static bool take_fields(struct str *text, bool is_timed,
			struct perf_event *event)
{
	if (!take_ids(text, event))
		return false;
	take_cpu(text, event);
	take_time(text, event);
	if (event->has_time != is_timed)
		return false;
	take_period(text, event);
	if (!take_name(text, event))
		return false;
	return is_timed || (event->comm.s[event->comm.n - 1] != ':' &&
			    (!scanline_trim(*text).n ||
			     perfline_is_frame(*text)));
}

/*
 * The name of a thread may end in a number: the first that the fields follow
 * is the thread's.  With a time they can be taken for nothing else.  Where a
 * name would be longer than any is, nothing is looked for: each look may take
 * as long as the line is.
 */
static bool find_fields(struct str line, bool is_timed,
			struct perf_event *event)
{
	struct str rest = line;

	for (;;) {
		take_word(&rest);
		event->comm = (struct str){ line.s, line.n - rest.n };
		if (event->comm.n > COMM_MOST || !scanline_blank(&rest))
			return false;
		event->rest = rest;
		if (take_fields(&event->rest, is_timed, event))
			return true;
	}
}

bool perfline_event(struct str line, struct perf_event *event)
{
	scanline_blank(&line);
	return find_fields(line, true, event) ||
	       find_fields(line, false, event);
}

/* Cuts "+0x" and digits off the end. */
static struct str cut_offset(struct str text)
{
	struct str rest;
	uint64_t offset;
	size_t at = text.n;

	while (at && text.s[at - 1] != '+')
		at--;
	if (!at)
		return text;
	rest = (struct str){ text.s + at, text.n - at };
	if (!scanline_word(&rest, "0x") || !scanline_hex(&rest, &offset) ||
	    rest.n)
		return text;
	return (struct str){ text.s, at - 1 };
}

/* Takes the last word in parentheses, which may have some in it. */
static struct str take_dso(struct str *text)
{
	struct str none = { text->s, 0 };
	size_t at = text->n, depth = 0;

	if (!at || text->s[at - 1] != ')')
		return none;
	while (at--) {
		depth += text->s[at] == ')';
		depth -= text->s[at] == '(';
		if (!depth)
			break;
	}
	if (depth || (at && !is_blank(text->s[at - 1])))
		return none;
	none = (struct str){ text->s + at + 1, text->n - at - 2 };
	text->n = at;
	*text = scanline_trim(*text);
	return none;
}

bool perfline_frame(struct str line, struct perf_frame *frame)
{
	*frame = (struct perf_frame){ 0 };
	if (!scanline_blank(&line) || !scanline_hex(&line, &frame->address))
		return false;
	if (line.n && !is_blank(*line.s))
		return false;
	frame->symbol = scanline_trim(line);
	frame->dso = take_dso(&frame->symbol);
	frame->is_inlined = str_is(frame->dso, "inlined");
	if (frame->is_inlined || str_is(frame->dso, "[unknown]"))
		frame->dso.n = 0;
	frame->dso = cut_offset(frame->dso);
	frame->symbol = cut_offset(frame->symbol);
	if (str_is(frame->symbol, "[unknown]"))
		frame->symbol.n = 0;
	return true;
}

/* Cuts the digits behind the last colon off. */
static bool cut_line(struct str *text, int64_t *line)
{
	struct str digits;
	size_t at = text->n;

	while (at && rune_is_digit(text->s[at - 1]))
		at--;
	digits = (struct str){ text->s + at, text->n - at };
	if (!at || text->s[at - 1] != ':' || !scanline_number(&digits, line))
		return false;
	text->n = at - 1;
	return true;
}

bool perfline_place(struct str line, struct perf_place *place)
{
	struct str text = scanline_trim(line), mark;

	*place = (struct perf_place){ 0 };
	if (line.n < 3 || !is_blank(line.s[0]) || !is_blank(line.s[1]))
		return false;
	mark = text;
	place->is_inlined = str_is(take_dso(&mark), "inlined");
	if (place->is_inlined)
		text = mark;
	if (text.n && text.s[text.n - 1] == ']')
		return true;
	if (!cut_line(&text, &place->line))
		return false;
	if (str_is(text, "??"))
		place->line = 0;
	else
		place->file = text;
	return true;
}

bool perfline_is_record(struct str line)
{
	static const char mark[] = " PERF_RECORD_";

	return memmem(line.s, line.n, mark, sizeof(mark) - 1);
}
