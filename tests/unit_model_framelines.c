/*
 * What pprowl-symbolize prints, in pieces of any length, right and wrong.
 */
#include "config.h"

#include "model/framelines.h"

#include "model/mem.h"
#include "tests/tap.h"

static void take(void *data, size_t i, const struct frameline *frame)
{
	struct buf *out = data;

	if (!frame) {
		buf_addf(out, "%zu. ", i);
		return;
	}
	buf_addf(out, "%zu:", i);
	buf_add(out, frame->name.s, frame->name.n);
	buf_addf(out, "@");
	buf_add(out, frame->file.s, frame->file.n);
	buf_addf(out, ":%lld:%lld s=%lld ", (long long)frame->line,
		 (long long)frame->column, (long long)frame->start_line);
}

/* What is told of a text that comes `step` bytes at a time, or the reason. */
static const char *read(const char *text, size_t n, size_t n_asked,
			size_t step)
{
	static struct buf out;
	struct framelines lines = {
		.n_asked = n_asked, .take = take, .data = &out,
	};
	struct err err = { "" }, end;
	int result = 0;

	buf_clear(&out);
	for (size_t at = 0; at < n && !result; at += step)
		result = framelines_put(&lines, text + at,
					step < n - at ? step : n - at, &err);
	if (framelines_end(&lines, &end) && !result) {
		result = -1;
		err = end;
	}
	if (result) {
		buf_clear(&out);
		buf_adds(&out, err.text);
	}
	return buf_str(&out);
}

static void test_right(void)
{
	static const char text[] =
		"=\n12 3 10\t_Z1fv\t/a/b.c\n13 0 1\tmain\t/a/b.c\n"
		"=\n"
		"=\n0 0 0\ta\\tb\\nc\\\\\t\n"
		".\n";
	static const char want[] =
		"0:_Z1fv@/a/b.c:12:3 s=10 0:main@/a/b.c:13:0 s=1 0. 1. "
		"2:a\tb\nc\\@:0:0 s=0 2. ";
	size_t n = sizeof(text) - 1, n_same = 0;

	for (size_t step = 1; step <= n; step++)
		n_same += !strcmp(read(text, n, 3, step), want);
	is(read(text, n, 3, n), want, "addresses with their functions");
	is_int(n_same, n, "in pieces of any length");
	is(read(".\n", 2, 0, 2), "", "none was asked");
}

static void test_wrong(void)
{
	static const char wrong[] = "the answer makes no sense";
	static const char cut[] = "the answer is cut short";
	static const struct {
		const char *text, *reason;
	} rows[] = {
		{ "", cut }, { "=\n", cut }, { "=\n.", cut },
		{ ".\n", wrong }, { "=\n=\n.\n", wrong },
		{ "1 2 3\tf\tg\n=\n.\n", wrong }, { "=\n.\n=\n", wrong },
		{ "=\n1 2\tf\tg\n.\n", wrong }, { "=\n1 2 3\tf\n.\n", wrong },
		{ "=\n-1 2 3\tf\tg\n.\n", wrong },
		{ "=\n1 2 x\tf\tg\n.\n", wrong },
		{ "=\n 2 3\tf\tg\n.\n", wrong },
		{ "=\n9999999999999999999 2 3\tf\tg\n.\n", wrong },
		{ "=\n1 2 3\tf\\x\tg\n.\n", wrong },
		{ "=\n1 2 3\tf\tg\\\n.\n", wrong },
		{ "=\n\n.\n", wrong }, { "!no\n", "no" }, { "!\n", "" },
		{ "=\n!no\n", wrong },
	};

	for (size_t i = 0; i < ARRAY_SIZE(rows); i++)
		is(read(rows[i].text, strlen(rows[i].text), 1, 1000),
		   rows[i].reason, "wrong text %zu", i);
}

static void test_limits(void)
{
	struct buf text = BUF_INIT;

	buf_adds(&text, "=\n");
	for (int i = 0; i < FRAMELINES_FRAMES_MAX; i++)
		buf_adds(&text, "1 2 3\tf\tg\n");
	buf_adds(&text, ".\n");
	ok(!strncmp(read(text.s, text.n, 1, text.n), "0:f@g", 5),
	   "as many functions as there may be");
	text.n -= 2;
	buf_adds(&text, "1 2 3\tf\tg\n.\n");
	is(read(text.s, text.n, 1, text.n), "the answer makes no sense",
	   "and one more");
	buf_clear(&text);
	buf_adds(&text, "=\n1 2 3\t");
	buf_pad(&text, 'x', FRAMELINES_LINE_MAX);
	is(read(text.s, text.n, 1, 4096), "the answer makes no sense",
	   "a line does not grow for ever");
	buf_release(&text);
}

int main(void)
{
	test_right();
	test_wrong();
	test_limits();
	return tap_done();
}
