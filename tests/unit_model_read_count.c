/*
 * Go's counts: heads, records, labels, names in comments, and what the
 * reference sees of them.
 */
#include "config.h"

#include "model/format.h"
#include "tests/reading.h"
#include "tests/tap.h"

#define HEAD "goroutine profile: total 1\n"
#define TYPES "types goroutine/count\n"
#define ERROR "error: Go count text: "

static void test_heads(void)
{
	static const struct reading_case cases[] = {
		{ "of no goroutines", STR("goroutine profile: total 0\n"),
		  TYPES },
		{ "behind comments",
		  STR("# by hand\n\n  \t\n" HEAD "1 @ 0x2\n"),
		  TYPES "0x1 1\n" },
		{ "a mark and CR LF", STR("\xef\xbb\xbf"
					  "x profile: total 1\r\n1 @ 0x2\r\n"),
		  "types x/count\n0x1 1\n" },
		{ "a name with blanks", STR("open files profile: total 1\n"
					    "1 @ 0x2\n"),
		  "types open files/count\n0x1 1\n" },
		{ "no number", STR("x profile: total \n"),
		  ERROR "line 1: not NAME profile: total NUMBER\n" },
		{ "no name", STR(" profile: total 1\n"),
		  ERROR "line 1: not NAME profile: total NUMBER\n" },
		{ "a blank first", STR(" x profile: total 1\n"),
		  ERROR "line 1: not NAME profile: total NUMBER\n" },
		{ "more behind the number", STR("x profile: total 1 \n"),
		  ERROR "line 1: not NAME profile: total NUMBER\n" },
		{ "comments only", STR("# a\n\n"),
		  ERROR "nothing but comments\n" },
		{ "nothing", STR(""), "error: empty file\n" },
	};

	reading_check(&format_count, cases, ARRAY_SIZE(cases));
}

#define RECORD ERROR "line 2: not COUNT @ ADDRESSES\n"

static void test_records(void)
{
	static const struct reading_case cases[] = {
		{ "leaf first, a byte before", STR(HEAD "2 @ 0x20 0x11\n"
						   "1 @ 0x11\n"),
		  TYPES "0x10;0x1f 2\n0x10 1\n" },
		{ "equal stacks are rows of their own",
		  STR(HEAD "2 @ 0x2\n1 @ 0x2\n"), TYPES "0x1 2\n0x1 1\n" },
		{ "no address", STR(HEAD "4 @\n#\t0x0\n"), TYPES " 4\n" },
		{ "address 0", STR(HEAD "4 @ 0x0\n#\t0x0\n\n"),
		  TYPES "0xffffffffffffffff 4\n" },
		{ "counts from octal digits, as Go reads them",
		  STR(HEAD "010 @ 0x2\n"), TYPES "0x1 8\n" },
		{ "the largest", STR(HEAD "9223372036854775807 @ "
				     "0xffffffffffffffff\n"),
		  TYPES "0xfffffffffffffffe 9223372036854775807\n" },
		{ "one more", STR(HEAD "9223372036854775808 @ 0x1\n"),
		  ERROR "line 2: the count is no number of 63 bits\n" },
		{ "no octal number", STR(HEAD "09 @ 0x1\n"),
		  ERROR "line 2: the count is no number of 63 bits\n" },
		{ "a long address", STR(HEAD "1 @ 0x10000000000000000\n"),
		  ERROR "line 2: an address of more than 64 bits\n" },
		{ "no count", STR(HEAD "@ 0x1\n"), RECORD },
		{ "a negative count", STR(HEAD "-1 @ 0x1\n"), RECORD },
		{ "a blank in front", STR(HEAD " 1 @ 0x1\n"), RECORD },
		{ "two blanks", STR(HEAD "1 @  0x1\n"), RECORD },
		{ "no address behind 0x", STR(HEAD "1 @ 0xg 0x1\n"), RECORD },
		{ "capitals", STR(HEAD "1 @ 0xA\n"), RECORD },
		{ "something behind", STR(HEAD "1 @ 0x1 x\n"), RECORD },
		{ "a map ends them", STR(HEAD "1 @ 0x1001\n"
					 "--- Memory map: ---\n"
					 "1000-2000: /bin/a\n"),
		  TYPES "0x1000 1\n" },
		{ "anything ends them", STR(HEAD "1 @ 0x1001\n---\nwhat\n"),
		  TYPES "0x1000 1\n" },
	};

	reading_check(&format_count, cases, ARRAY_SIZE(cases));
}

#define BAD_LABELS \
	"warning: a line could not be read and is left out: line 3: labels " \
	"are {\"KEY\":\"VALUE\", ...}\n"

static void test_labels(void)
{
	static const struct reading_case cases[] = {
		{ "labels", STR(HEAD "1 @ 0x2\n"
				"# labels: {\"b\":\"1\", \"a\":\"x y\"}\n"),
		  TYPES "0x1 1 a=x y b=1\n" },
		{ "with quotes", STR(HEAD "1 @ 0x2\n"
				     "# labels: {\"\\\"\":\"}, \\n\"}\n"),
		  TYPES "0x1 1 \"=}, \n\n" },
		{ "none", STR(HEAD "1 @ 0x2\n# labels: {}\n"),
		  TYPES "0x1 1\n" },
		{ "of one record only", STR(HEAD "1 @ 0x2\n"
					    "# labels: {\"a\":\"b\"}\n"
					    "1 @ 0x2\n"),
		  TYPES "0x1 1 a=b\n0x1 1\n" },
		{ "no end", STR(HEAD "1 @ 0x2\n# labels: {\"a\":\"b\"\n"),
		  BAD_LABELS TYPES "0x1 1\n" },
		{ "no braces", STR(HEAD "1 @ 0x2\n# labels: \"a\":\"b\"\n"),
		  BAD_LABELS TYPES "0x1 1\n" },
		{ "no value", STR(HEAD "1 @ 0x2\n# labels: {\"a\"}\n"),
		  BAD_LABELS TYPES "0x1 1\n" },
		{ "before any record", STR(HEAD "# labels: {\"a\":\"b\"}\n"
					   "1 @ 0x2\n"),
		  TYPES "0x1 1\n" },
	};

	reading_check(&format_count, cases, ARRAY_SIZE(cases));
}

/* With what stands in the comments, and without. */
static void test_names(void)
{
	static const char text[] = HEAD
		"2 @ 0x20 0x31 0x41\n"
		"# labels: {\"a\":\"b\"}\n"
		"#\t0x30\tmain.f+0x10\t/src/main.go:7\n"
		"\n"
		"1 @\n";
	struct buf out = BUF_INIT;

	reading_dump(&out, &format_count, STR(text));
	is(buf_str(&out), "type goroutine count\n"
	   "map 1 0x0 0xffffffffffffffff 0x0 - -\n"
	   "func 1 main.f /src/main.go 0\n"
	   "loc 1 1 0x1f\n"
	   "loc 2 1 0x30 1:7\n"
	   "row 1,2 2 a=b\n"
	   "row - 1\n"
	   "period 1 goroutine count\n", "with names");
	reading_bare(&out, &format_count, STR(text));
	is(buf_str(&out), ERROR "line 6: a stack without addresses\n",
	   "the reference refuses empty stacks");
	reading_bare(&out, &format_count,
		     (struct str){ text, sizeof(text) - 6 });
	is(buf_str(&out), "type goroutine count\n"
	   "map 1 0x0 0xffffffffffffffff 0x0 - -\n"
	   "loc 1 1 0x1f\nloc 2 1 0x30\nloc 3 1 0x40\n"
	   "row 1,2,3 2\n"
	   "drop ProfileData::Add|ProfileData::prof_handler|"
	   "CpuProfiler::prof_handler|__pthread_sighandler|__restore\n"
	   "period 1 goroutine count\n", "without names");
	reading_bare(&out, &format_count, STR("a b profile: total 1\n"));
	is(buf_str(&out), ERROR "line 1: not NAME profile: total NUMBER\n",
	   "nor does it read names with blanks");
	buf_release(&out);
}

#define TOTAL(n) "goroutine profile: total " #n "\n"

/* What was cut between two records looks whole but for its first line. */
static void test_short(void)
{
	static const struct reading_case cases[] = {
		{ "all are there", STR(TOTAL(3) "2 @ 0x2\n1 @ 0x2\n"),
		  TYPES "0x1 2\n0x1 1\n" },
		{ "one is not", STR(TOTAL(4) "2 @ 0x2\n1 @ 0x2\n"),
		  "warning: 3 of the 4 of its first line are there: cut "
		  "short?\n" TYPES "0x1 2\n0x1 1\n" },
		{ "none is", STR(TOTAL(25)), "warning: 0 of the 25 of its "
		  "first line are there: cut short?\n" TYPES },
		{ "more than all", STR(TOTAL(1) "2 @ 0x2\n1 @ 0x2\n"),
		  TYPES "0x1 2\n0x1 1\n" },
		{ "a total that is too long",
		  STR(TOTAL(9223372036854775808) "2 @ 0x2\n"),
		  TYPES "0x1 2\n" },
	};
	struct buf out = BUF_INIT;

	reading_check(&format_count, cases, ARRAY_SIZE(cases));
	reading_bare(&out, &format_count, STR(TOTAL(4) "3 @ 0x2\n"));
	ok(!strstr(buf_str(&out), "warning"), "the reference says nothing");
	buf_release(&out);
}

static void test_match(void)
{
	static const struct {
		const char *name, *text;
		bool is_count;
	} cases[] = {
		{ "a head", "goroutine profile: total 7\n", true },
		{ "a head behind comments",
		  "\n# a\ngoroutine profile: total 7\n1 @ 0x1\n", true },
		{ "no number", "goroutine profile: total seven\n", false },
		{ "a head that comes late",
		  "1 @ 0x1\ngoroutine profile: total 7\n", false },
		{ "a heap", "heap profile: 1: 2 [3: 4] @ heap/5\n", false },
		{ "a dump", "goroutine 1 [running]:\n", false },
		{ "comments", "# nothing\n", false }, { "no text", "", false },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct head head = {
			.bytes = str_of(cases[i].text), .is_whole = true,
			.text = str_of(cases[i].text)
		};

		ok((format_detect(&head) == &format_count) ==
		   cases[i].is_count, "match: %s", cases[i].name);
	}
}

int main(void)
{
	test_heads();
	test_records();
	test_labels();
	test_names();
	test_short();
	test_match();
	return tap_done();
}
