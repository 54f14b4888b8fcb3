/*
 * Text of many things made in runs by all processors: all of it, in order,
 * behind what was there, whatever the numbers; and the end when nobody takes
 * it any more.
 */
#include "config.h"

#include <stdlib.h>

#include "render/report_runs.h"
#include "tests/tap.h"

/* What was written, and how much more may be before it fails. */
struct sink {
	struct buf text;
	size_t room;
	size_t longest;		/* bytes at once */
};

static int write_sink(void *data, const char *s, size_t n)
{
	struct sink *sink = data;

	if (n > sink->room)
		return -1;
	sink->room -= n;
	if (sink->longest < n)
		sink->longest = n;
	buf_add(&sink->text, s, n);
	return 0;
}

/* A number, and up to many bytes more, so that runs take unlike times. */
static void add_thing(struct buf *out, size_t i)
{
	buf_addu(out, i, 0);
	buf_pad(out, '.', i * 2654435761u >> 3 & 127);
	buf_addc(out, '\n');
}

struct made {
	_Atomic size_t n;
};

static void print(const struct report *report, const void *data, size_t i)
{
	struct made *made = *(struct made *const *)data;

	add_thing(&report->out->text, i);
	made->n++;
}

static bool prints_all(size_t n, size_t run)
{
	struct sink sink = { .room = SIZE_MAX };
	struct report_out out = { .write = write_sink, .data = &sink };
	struct report report = { .out = &out };
	struct made made = { 0 }, *data = &made;
	struct buf want = BUF_INIT;
	struct err err;
	bool is_good;

	buf_adds(&want, "before\n");
	for (size_t i = 0; i < n; i++)
		add_thing(&want, i);
	buf_adds(&want, "behind\n");
	buf_adds(&out.text, "before\n");
	report_print_runs(&report, &(struct report_runs){
		.n = n, .run = run, .print = print, .data = &data,
	});
	buf_adds(&out.text, "behind\n");
	is_good = !report_flush(&out, &err) && buf_same(&sink.text, &want) &&
		  made.n == n;
	buf_release(&out.text);
	buf_release(&sink.text);
	buf_release(&want);
	return is_good;
}

static void test_all(void)
{
	static const struct {
		size_t n, run;
	} cases[] = {
		{ 0, 0 }, { 0, 10 }, { 1, 1 }, { 1, 10 }, { 9, 10 },
		{ 10, 10 }, { 11, 10 }, { 1000, 1 }, { 1000, 10 },
		{ 1003, 10 }, { 1000, 1000 }, { 1000, 5000 },
		{ 100000, 100 }, { 100000, 1024 }, { 100000, 100000 },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		ok(prints_all(cases[i].n, cases[i].run), "%zu in runs of %zu",
		   cases[i].n, cases[i].run);
}

/* Once the sink is full not all is made, and what was written is in order. */
static void test_full(void)
{
	enum { N = 1000000, ROOM = 300000 };
	struct sink sink = { .room = ROOM };
	struct report_out out = { .write = write_sink, .data = &sink };
	struct report report = { .out = &out };
	struct made made = { 0 }, *data = &made;
	struct buf want = BUF_INIT;
	struct err err;

	report_print_runs(&report, &(struct report_runs){
		.n = N, .run = 500, .print = print, .data = &data,
	});
	ok(made.n < N / 10, "the rest is not made");
	ok(report_flush(&out, &err) < 0, "which is a failure");
	for (size_t i = 0; want.n < ROOM; i++)
		add_thing(&want, i);
	ok(sink.text.n && !memcmp(sink.text.s, want.s, sink.text.n),
	   "what was taken is in order");
	buf_release(&out.text);
	buf_release(&sink.text);
	buf_release(&want);
}

/* Long things: a run of them is not held until it ends. */
enum { LONG = 100 << 10, PIECES = 40 };

static void print_long(const struct report *report, const void *data, size_t i)
{
	struct made *made = *(struct made *const *)data;

	for (size_t k = 0; k < PIECES; k++) {
		buf_pad(&report->out->text, (char)('a' + i % 26), LONG);
		report_step(report->out);
	}
	made->n++;
}

static void test_long(size_t n, size_t run)
{
	struct sink sink = { .room = SIZE_MAX };
	struct report_out out = { .write = write_sink, .data = &sink };
	struct report report = { .out = &out };
	struct made made = { 0 }, *data = &made;
	bool is_good = true;

	report_print_runs(&report, &(struct report_runs){
		.n = n, .run = run, .print = print_long, .data = &data,
	});
	report_hand_on(&out);
	ok(sink.text.n == n * PIECES * LONG, "%zu long ones in runs of %zu",
	   n, run);
	ok(sink.longest <= REPORT_RUN_TEXT + LONG, "at most %zu bytes at once",
	   sink.longest);
	for (size_t i = 0; i < sink.text.n; i += LONG)
		is_good = is_good && sink.text.s[i] ==
				     (char)('a' + i / (PIECES * LONG) % 26);
	ok(is_good, "in order");
	buf_release(&out.text);
	buf_release(&sink.text);
}

struct stopping {
	struct made made;
	_Atomic bool *cancel;
	size_t at;
};

static void print_until(const struct report *report, const void *data, size_t i)
{
	struct stopping *stopping = *(struct stopping *const *)data;

	if (i == stopping->at)
		*stopping->cancel = true;
	add_thing(&report->out->text, i);
	stopping->made.n++;
}

static void test_cancel(size_t n, size_t run)
{
	enum { AT = 5000 };
	struct sink sink = { .room = SIZE_MAX };
	struct report_out out = { .write = write_sink, .data = &sink };
	_Atomic bool cancel = false;
	struct report report = { .out = &out, .cancel = &cancel };
	struct stopping stopping = { .cancel = &cancel, .at = AT };
	struct stopping *data = &stopping;
	struct err err;

	report_print_runs(&report, &(struct report_runs){
		.n = n, .run = run, .print = print_until, .data = &data,
	});
	ok(stopping.made.n < n / 10, "cancelled in runs of %zu: %zu made", run,
	   stopping.made.n);
	ok(report_flush(&out, &err) < 0, "which is a failure");
	buf_release(&out.text);
	buf_release(&sink.text);
}

int main(void)
{
	test_long(30, 5);
	test_long(10, 10);
	test_cancel(1000000, 500);
	test_cancel(1000000, 1000000);
	test_all();
	test_full();
	return tap_done();
}
