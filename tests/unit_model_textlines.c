/*
 * Lines of text: their ends, marks and encodings, lines that cross the steps
 * of the input, lines without an end, and what is text at all.
 */
#include "config.h"

#include "model/textlines.h"
#include "tests/tap.h"

static struct mem mem;

static void open_text(struct input *input, const char *s, size_t n)
{
	struct input_limits limits = { .mem = &mem };
	struct err err;

	if (input_open_memory(input, "memory", (const uint8_t *)s, n, &limits,
			      &err))
		die("%s", err.text);
}

/* All lines of s[0..n) as "1:first|2:second|", or the reason. */
static void join_lines(struct buf *out, const char *s, size_t n)
{
	struct textlines lines;
	struct input input;
	struct str line;
	struct err err;
	int more;

	open_text(&input, s, n);
	textlines_init(&lines, &input);
	buf_clear(out);
	while ((more = textlines_next(&lines, &line, &err)) > 0) {
		buf_addf(out, "%u:", (unsigned)lines.number);
		buf_add(out, line.s, line.n);
		buf_addc(out, '|');
	}
	if (more < 0)
		buf_adds(out, err.text);
	textlines_release(&lines);
	input_close(&input);
}

#define LITERAL(s) s, sizeof(s) - 1

static void test_ends(void)
{
	static const struct {
		const char *name, *s;
		size_t n;
		const char *want;
	} cases[] = {
		{ "line feeds", LITERAL("a\nbc\n"), "1:a|2:bc|" },
		{ "no feed at the end", LITERAL("a\nbc"), "1:a|2:bc|" },
		{ "CR LF", LITERAL("a\r\nb\r\n"), "1:a|2:b|" },
		{ "empty lines", LITERAL("\n\na\n\n"), "1:|2:|3:a|4:|" },
		{ "a lone CR stays", LITERAL("a\rb\n"), "1:a\rb|" },
		{ "UTF-8 with a mark", LITERAL("\xef\xbb\xbf" "a\nb"),
		  "1:a|2:b|" },
		{ "UTF-16, little end first",
		  LITERAL("\xff\xfe" "a\0\r\0\n\0\xe9\0\n\0"),
		  "1:a|2:\xc3\xa9|" },
		{ "UTF-16, big end first",
		  LITERAL("\xfe\xff" "\0a\0\n\xd8\x3d\xde\x00\0\n"),
		  "1:a|2:\xf0\x9f\x98\x80|" },
		{ "half a pair", LITERAL("\xff\xfe" "\x3d\xd8" "a\0\n\0"),
		  "1:\xef\xbf\xbd" "a|" },
		{ "half a unit", LITERAL("\xff\xfe" "a\0b"),
		  "1:a\xef\xbf\xbd|" },
		{ "a feed's bytes across units",
		  LITERAL("\xfe\xff" "\x01\x0a\x00\x61\0\n"),
		  "1:\xc4\x8a" "a|" },
	};
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		join_lines(&out, cases[i].s, cases[i].n);
		is(buf_str(&out), cases[i].want, "%s", cases[i].name);
	}
	buf_release(&out);
}

static ssize_t read_text(void *data, uint8_t *to, size_t n, struct err *err)
{
	struct str *text = data;

	(void)err;
	if (n > text->n)
		n = text->n;
	if (n)
		memcpy(to, text->s, n);
	text->s += n;
	text->n -= n;
	return (ssize_t)n;
}

/* The same in steps, which a line is put together from. */
static void open_steps(struct input *input, struct str *text)
{
	struct input_limits limits = { .mem = &mem };
	struct err err;

	if (input_open_reader(input, "memory", read_text, text, &limits, &err))
		die("%s", err.text);
}

enum { LINES = 3000, LONG = 1000000 };

static void check_steps(struct input *input, const char *name)
{
	struct textlines lines;
	struct str line;
	struct err err;
	size_t i, n_wrong = 0;

	textlines_init(&lines, input);
	for (i = 0; i < LINES; i++) {
		if (textlines_next(&lines, &line, &err) != 1 ||
		    line.n != i * 7 % 2000 ||
		    (line.n && line.s[line.n - 1] != (char)('a' + i % 26)))
			n_wrong++;
		textlines_again(&lines);
		if (textlines_next(&lines, &line, &err) != 1 ||
		    lines.number != i + 1)
			n_wrong++;
	}
	is_int(n_wrong, 0, "%s: 3000 lines of up to 2000 bytes, each twice",
	       name);
	is_int(textlines_next(&lines, &line, &err), 1,
	       "%s: a line of a megabyte", name);
	for (i = 0; i < line.n && line.s[i] == 'x';)
		i++;
	is_int(i, LONG, "%s: it is whole", name);
	is_int(textlines_next(&lines, &line, &err), 0, "%s: then the end",
	       name);
	textlines_release(&lines);
	input_close(input);
}

/* Lines of all lengths, so that their ends fall everywhere in a step. */
static void test_steps(void)
{
	struct buf text = BUF_INIT;
	struct input input;
	struct str rest;

	for (size_t i = 0; i < LINES; i++) {
		buf_pad(&text, (char)('a' + i % 26), i * 7 % 2000);
		buf_addc(&text, '\n');
	}
	buf_pad(&text, 'x', LONG);
	open_text(&input, text.s, text.n);
	check_steps(&input, "memory");
	rest = (struct str){ text.s, text.n };
	open_steps(&input, &rest);
	check_steps(&input, "steps");
	buf_release(&text);
}

/* Memory, too, is read a step at a time: a look at the flag for each. */
static void test_cancel(void)
{
	_Atomic bool cancel = false;
	struct input_progress progress = { 0 };
	struct input_limits limits = {
		.mem = &mem, .cancel = &cancel, .progress = &progress
	};
	struct buf text = BUF_INIT;
	struct textlines lines;
	struct input input;
	struct str line;
	struct err err;
	int more;

	buf_pad(&text, '\n', 1000000);
	if (input_open_memory(&input, "memory", (const uint8_t *)text.s,
			      text.n, &limits, &err))
		die("%s", err.text);
	textlines_init(&lines, &input);
	is_int(textlines_next(&lines, &line, &err), 1, "a line");
	ok(progress.read && progress.read == progress.inflated &&
	   progress.read < text.n, "some of the memory is read");
	atomic_store(&cancel, true);
	while ((more = textlines_next(&lines, &line, &err)) > 0)
		;
	ok(more < 0 && !strcmp(err.text, "cancelled"), "it can be cancelled");
	textlines_release(&lines);
	input_close(&input);
	buf_release(&text);
}

static void test_limit(void)
{
	struct buf text = BUF_INIT, out = BUF_INIT;

	buf_adds(&text, "short\n");
	buf_pad(&text, 'x', TEXTLINES_MAX + (1 << 20));
	join_lines(&out, text.s, text.n);
	is(buf_str(&out), "1:short|line 2: longer than 16 MiB",
	   "a line without an end");
	buf_release(&text);
	buf_release(&out);
}

static void test_refused(void)
{
	struct textlines lines = { .number = 7 };
	struct err note;

	ok(!textlines_report(&lines, &note), "nothing to report");
	textlines_refuse(&lines, "no count");
	textlines_report(&lines, &note);
	is(note.text, "a line could not be read and is left out: "
	   "line 7: no count", "one line");
	lines.number = 9;
	textlines_refuse(&lines, "another");
	textlines_report(&lines, &note);
	is(note.text, "2 lines could not be read and are left out; "
	   "the first is line 7: no count", "two lines");
}

static void test_head(void)
{
	static const struct {
		const char *name, *s;
		size_t n;
		bool is_whole;
		const char *want;
	} cases[] = {
		{ "a whole file", LITERAL("a\r\nb"), true, "a\nb\n" },
		{ "a cut line is left out", LITERAL("a\r\nb"), false, "a\n" },
		{ "unless there is no other", LITERAL("abc"), false, "abc\n" },
		{ "a profile is no text", LITERAL("\n\4\b\1\20\2"), true, "" },
		{ "a NUL is no text", LITERAL("a\0b\n"), true, "" },
		{ "colours are", LITERAL("\033[1ma\n"), true, "\033[1ma\n" },
		{ "Latin-1 is", LITERAL("\xe9\n"), true, "\xe9\n" },
		{ "UTF-16 is", LITERAL("\xff\xfe" "a\0\n\0"), true, "a\n" },
	};
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		buf_clear(&text);
		textlines_head(&text, (struct str){ cases[i].s, cases[i].n },
			       cases[i].is_whole);
		is(buf_str(&text), cases[i].want, "%s", cases[i].name);
	}
	buf_release(&text);
}

int main(void)
{
	test_ends();
	test_steps();
	test_cancel();
	test_limit();
	test_refused();
	test_head();
	return tap_done();
}
