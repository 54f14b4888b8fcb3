/*
 * Folded stacks: what a line may be, what is said of those that are none, what
 * is taken for the format, files with two counts, and random stacks written
 * and read again.
 */
#include "config.h"

#include <stdlib.h>

#include "model/gather.h"
#include "tests/build.h"
#include "tests/death.h"
#include "tests/reading.h"
#include "tests/tap.h"

static void test_lines(void)
{
	static const struct reading_case cases[] = {
		{ "a stack", STR("a;b;c 1\n"), "types samples/count\n"
		  "a;b;c 1\n" },
		{ "no feed at the end", STR("a;b 1"), "types samples/count\n"
		  "a;b 1\n" },
		{ "equal stacks are one row, in the order of the first",
		  STR("a;b 1\na 2\na;b 3\n"), "types samples/count\n"
		  "a;b 4\na 2\n" },
		{ "blanks around stacks and counts", STR("  a;b \t 7 \t\n\n"),
		  "types samples/count\na;b 7\n" },
		{ "the last word is the count", STR("a;operator new 12 3\n"
						      "a;b 4\n"),
		  "types samples/count\na;operator new 12 3\na;b 4\n" },
		{ "empty frames", STR("a;;b 1\n;a 2\na; 3\n; 4\n"),
		  "types samples/count\na;[empty];b 1\n[empty];a 2\n"
		  "a;[empty] 3\n[empty];[empty] 4\n" },
		{ "CR LF and a mark", STR("\xef\xbb\xbf" "a;b 1\r\nc 2\r\n"),
		  "types samples/count\na;b 1\nc 2\n" },
		{ "UTF-16", STR("\xff\xfe" "a\0;\0b\0 \0" "1\0\r\0\n\0"
				"\xe9\0;\0b\0 \0" "2\0"),
		  "types samples/count\na;b 1\n\xc3\xa9;b 2\n" },
		{ "bytes that are no UTF-8", STR("a;\xff\x80 1\n"),
		  "types samples/count\na;\xff\x80 1\n" },
		{ "marks of perf stay", STR("a_[k];b_[i];c_[j] 1\n"),
		  "types samples/count\na_[k];b_[i];c_[j] 1\n" },
		{ "prefixes of frames, one longer than the other",
		  STR("a;bc;d 1\na;b;d 2\na;bc 3\na 4\na;bc;d;e 5\na;bcd 6\n"),
		  "types samples/count\na;bc;d 1\na;b;d 2\na;bc 3\na 4\n"
		  "a;bc;d;e 5\na;bcd 6\n" },
	};

	reading_check(&format_folded, cases, ARRAY_SIZE(cases));
}

#define BAD(why) \
	"warning: a line could not be read and is left out: line 2: " why "\n"

/* Each in the second line of three. */
static void test_counts(void)
{
	static const struct {
		const char *line, *warning, *row;
	} cases[] = {
		{ "b -5", "", "b -5\n" },
		{ "b +5", "", "b 5\n" },
		{ "b 0", "", "b 0\n" },
		{ "b 1.0", "", "b 1\n" },
		{ "b 007.", "", "b 7\n" },
		{ "b 1.5", "warning: counts with a fraction are rounded, "
		  "in 1 line; the first is line 2\n", "b 2\n" },
		{ "b -0.49", "warning: counts with a fraction are rounded, "
		  "in 1 line; the first is line 2\n", "b 0\n" },
		{ "b 9223372036854775807", "", "b 9223372036854775807\n" },
		{ "b -9223372036854775808", "", "b -9223372036854775808\n" },
		{ "b 9223372036854775808",
		  BAD("the count does not fit in 64 bits"), "" },
		{ "b 99999999999999999999",
		  BAD("the count does not fit in 64 bits"), "" },
		{ "b", BAD("it does not end in a count"), "" },
		{ "b 1e308", BAD("it does not end in a count"), "" },
		{ "b 0x10", BAD("it does not end in a count"), "" },
		{ "b nan", BAD("it does not end in a count"), "" },
		{ "b -", BAD("it does not end in a count"), "" },
		{ "b .5", BAD("it does not end in a count"), "" },
		{ "b 1.2.3", BAD("it does not end in a count"), "" },
		{ "b;c", BAD("it does not end in a count"), "" },
		{ "12", BAD("there is no stack"), "" },
		{ "   12", BAD("there is no stack"), "" },
	};
	struct buf text = BUF_INIT, want = BUF_INIT, out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		buf_clear(&text);
		buf_addf(&text, "a;b 1\n%s\na;c 2\n", cases[i].line);
		buf_clear(&want);
		buf_addf(&want, "%stypes samples/count\na;b 1\n%sa;c 2\n",
			 cases[i].warning, cases[i].row);
		reading_stacks(&out, &format_folded,
			       (struct str){ text.s, text.n });
		is(buf_str(&out), buf_str(&want), "\"%s\"", cases[i].line);
	}
	buf_release(&text);
	buf_release(&want);
	buf_release(&out);
}

static void test_sums(void)
{
	static const struct reading_case cases[] = {
		{ "a sum that is too large stays the largest",
		  STR("a;b 9223372036854775807\na;b 9\n"),
		  "types samples/count\na;b 9223372036854775807\n" },
		{ "or the smallest",
		  STR("a;b -9223372036854775807\na;b -9\n"),
		  "types samples/count\na;b -9223372036854775808\n" },
		{ "all bad", STR("a;b\nc\n"),
		  "error: folded stacks: no line is a stack with a count; "
		  "line 1: it does not end in a count\n" },
		{ "nothing but blank lines", STR("\n \n"),
		  "error: folded stacks: no line is a stack with a count\n" },
		{ "several bad ones", STR("a;b 1\nx\ny\n"),
		  "warning: 2 lines could not be read and are left out; the "
		  "first is line 2: it does not end in a count\n"
		  "types samples/count\na;b 1\n" },
	};

	reading_check(&format_folded, cases, ARRAY_SIZE(cases));
}

static void test_places(void)
{
	struct buf out = BUF_INIT;

	reading_dump(&out, &format_folded,
		     STR("run (lib/a.py:12);f (x) (b.py:3) 1\n"
			 "run (lib/a.py:14);g(int:3);h (:4);i (c:);(d:5) 2\n"));
	is(buf_str(&out),
	   "type samples count\n"
	   "func 1 run lib/a.py 0 -\n"
	   "func 2 f (x) b.py 0 -\n"
	   "func 3 g(int:3) - 0 -\n"
	   "func 4 h (:4) - 0 -\n"
	   "func 5 i (c:) - 0 -\n"
	   "func 6 (d:5) - 0 -\n"
	   "loc 1 0 0x0 1:12\n"
	   "loc 2 0 0x0 2:3\n"
	   "loc 3 0 0x0 1:14\n"
	   "loc 4 0 0x0 3\n"
	   "loc 5 0 0x0 4\n"
	   "loc 6 0 0x0 5\n"
	   "loc 7 0 0x0 6\n"
	   "row 2,1 1\n"
	   "row 7,6,5,4,3 2\n", "places of py-spy, and nothing else");
	buf_release(&out);
}

#define FOUND "types samples/count\n"

/* What is taken for the format, when nothing says so. */
static void test_match(void)
{
	static const struct reading_case cases[] = {
		{ "a chain is enough", STR("a;b 1\nc 2\n"), FOUND
		  "a;b 1\nc 2\n" },
		{ "lines that only end in numbers are not",
		  STR("lines 12\nwords 40\n"),
		  "error: not a profile: this is text, \"lines 12\"\n" },
		{ "more than nine of ten have to be good",
		  STR("x\na;b 1\na;b 1\na;b 1\na;b 1\na;b 1\na;b 1\na;b 1\n"
		      "a;b 1\na;b 1\n"),
		  "error: not a profile: this is text, \"x\"\n" },
		{ "ten of eleven are",
		  STR("x\na;b 1\na;b 1\na;b 1\na;b 1\na;b 1\na;b 1\na;b 1\n"
		      "a;b 1\na;b 1\na;b 1\n"),
		  "warning: a line could not be read and is left out: line 1: "
		  "it does not end in a count\n" FOUND "a;b 10\n" },
		{ "garbage with a good line",
		  STR("\x01\x02\x03\xff\0\0\na;b 1\n"),
		  "error: not a profile (binary data): byte 0: field number "
		  "0\n" },
	};

	reading_check(NULL, cases, ARRAY_SIZE(cases));
}

static void test_sides(void)
{
	static const struct reading_case cases[] = {
		{ "two counts, the base's first",
		  STR("a;b 10 12\na;c 5 0\na;b 1 1\n"),
		  "types samples/count\na;b 13/11\na;c 0/5\n" },
		{ "a line with one is bad then",
		  STR("a;b 10 12\na;c 5 0\na;d 7 x\n1\n"),
		  "warning: 2 lines could not be read and are left out; the "
		  "first is line 3: it does not end in a count\n"
		  "types samples/count\na;b 12/10\na;c 0/5\n" },
		{ "where one line has one count, the first is a name's",
		  STR("a;b 10 12\na;c 5\n"),
		  "types samples/count\na;b 10 12\na;c 5\n" },
	};

	reading_check(&format_folded, cases, ARRAY_SIZE(cases));
}

/* What several sources, or a base, or a report make of a file of two sides. */
static void dump_gathered(struct buf *out, size_t n, bool has_base,
			  bool two_sides)
{
	static const char text[] = "a;b 10 12\na;c 5 0\na;d 2 2\n";
	struct mem mem = { 0 };
	struct gather_source source = {
		.path = "text", .data = (const uint8_t *)text,
		.n = sizeof(text) - 1,
	};
	struct gather_source sources[] = { source, source };
	struct gather gather = {
		.sources = sources, .n_sources = n, .two_sides = two_sides,
		.base = has_base ? &source : NULL, .limits = { .mem = &mem },
	};
	struct profile profile;
	struct err err;

	buf_clear(out);
	if (gather_profile(&profile, &gather, &err))
		die("%s", err.text);
	for (size_t i = 0; i < profile.rows.n; i++) {
		buf_addi(out, profile_value(&profile, 0, i, 0), 0);
		if (profile.n_sides > 1)
			buf_addf(out, "/%d",
				 (int)profile_value(&profile, 1, i, 0));
		buf_addc(out, ' ');
	}
	profile_release(&profile);
	if (mem.used)
		buf_addf(out, "lost: %zu bytes", mem.used);
}

static void test_gather(void)
{
	struct buf out = BUF_INIT;

	dump_gathered(&out, 1, false, true);
	is(buf_str(&out), "12/10 0/5 2/2 ", "one opens as a comparison");
	dump_gathered(&out, 1, false, false);
	is(buf_str(&out), "2 -5 ", "a report subtracts");
	dump_gathered(&out, 2, false, true);
	is(buf_str(&out), "4 -10 ", "several are differences, added up");
	dump_gathered(&out, 1, true, true);
	is(buf_str(&out), "2/2 -5/-5 ", "and so they are against a base");
	buf_release(&out);
}

/*
 * Random stacks of few names, so that they share frames, prefixes and whole
 * stacks; written as they are thrown and read again.  Sums are made here by
 * searching the text that was written.
 */
static void add_random(struct buf *text, struct buf stacks[], size_t n)
{
	static const char *const names[] = {
		"a", "ab", "abc", "b", "std::map<int, a b>::find", "c_[k]", "",
		"lib.so`f", "1", "-", "x 5",
	};

	for (size_t i = 0; i < n; i++) {
		size_t depth = 1 + (size_t)rand() % 6;

		for (size_t k = 0; k < depth; k++) {
			const char *name = names[(size_t)rand() %
						 ARRAY_SIZE(names)];

			/* Alone it would be no stack. */
			if (depth == 1 && !*name)
				name = "a";
			buf_adds(&stacks[i], k ? ";" : "");
			buf_adds(&stacks[i], *name ? name : "[empty]");
			buf_adds(text, k ? ";" : "");
			buf_adds(text, name);
		}
		buf_addf(text, " %zu\n", i);
	}
}

static void add_want(struct buf *want, const struct buf stacks[], size_t n)
{
	for (size_t i = 0; i < n; i++) {
		bool is_first = true;
		size_t sum = 0;

		for (size_t k = 0; k < n; k++) {
			if (!buf_same(&stacks[i], &stacks[k]))
				continue;
			sum += k;
			is_first = is_first && k >= i;
		}
		if (is_first)
			buf_addf(want, "%s %zu\n", stacks[i].s, sum);
	}
}

static void test_random(void)
{
	enum { LINES = 300 };
	static struct buf stacks[LINES];
	struct buf text = BUF_INIT, want = BUF_INIT, out = BUF_INIT;
	int n_wrong = 0;

	srand(4);
	for (int round = 0; round < 20; round++) {
		buf_clear(&text);
		buf_clear(&want);
		buf_adds(&want, "types samples/count\n");
		add_random(&text, stacks, LINES);
		add_want(&want, stacks, LINES);
		reading_stacks(&out, &format_folded,
			       (struct str){ text.s, text.n });
		n_wrong += !buf_same(&out, &want);
		for (size_t i = 0; i < LINES; i++)
			buf_release(&stacks[i]);
	}
	is_int(n_wrong, 0, "20 files of 300 random stacks");
	buf_release(&text);
	buf_release(&want);
	buf_release(&out);
}

/* A line of a million frames, and another that differs in its last. */
static void test_deep(void)
{
	enum { DEPTH = 1000000 };
	struct buf text = BUF_INIT, out = BUF_INIT;
	const char *counts;

	for (int i = 0; i < DEPTH; i++)
		buf_adds(&text, "f;");
	buf_adds(&text, "g 1\n");
	buf_pad(&text, ';', DEPTH);
	buf_adds(&text, " 2\n");
	reading_stacks(&out, &format_folded, (struct str){ text.s, text.n });
	counts = strstr(buf_str(&out), "g 1\n");
	ok(counts && !strncmp(counts, "g 1\n[empty];[empty];", 20),
	   "a million frames in a line");
	ok(out.n > 3 && !strcmp(out.s + out.n - 3, " 2\n"),
	   "a million empty ones");
	buf_release(&text);
	buf_release(&out);
}

static void read_within(void *data)
{
	const struct buf *text = data;
	struct mem mem = { .limit = 1 << 20 };
	struct input_limits limits = { .mem = &mem };
	struct profile profile;
	struct input input;
	struct reading reading = { .profile = &profile, .input = &input };
	struct err err;

	mem_name(&mem, "memory");
	profile_init(&profile, &mem);
	if (!input_open_memory(&input, "memory", (const uint8_t *)text->s,
			       text->n, &limits, &err))
		format_read(&format_folded, &reading, &err);
}

static void test_budget(void)
{
	struct buf text = BUF_INIT;
	struct death death;

	for (int i = 0; i < 100000; i++)
		buf_addf(&text, "main;f%d;g%d 1\n", i, i);
	death = death_of(read_within, &text);
	is_int(death.status, 2, "many names stay within the budget");
	ok(strstr(death.text, "max_memory"), "which is named");
	buf_release(&text);
}

int main(void)
{
	test_lines();
	test_counts();
	test_sums();
	test_places();
	test_match();
	test_sides();
	test_gather();
	test_random();
	test_deep();
	test_budget();
	return tap_done();
}
