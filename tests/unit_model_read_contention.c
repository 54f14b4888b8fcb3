/*
 * Waiting for locks: attributes, records and what they are scaled by; mutexes
 * of Go, which are scaled already; and what is Java's.
 */
#include "config.h"

#include "model/format.h"
#include "tests/reading.h"
#include "tests/tap.h"

#define TYPES "types contentions/count delay/nanoseconds\n"
#define ERROR "error: contention text: "
#define C "--- contentionz 1 ---\n"

static void test_attributes(void)
{
	static const struct reading_case cases[] = {
		{ "none", STR(C "100 2 @ 0x2\n"), TYPES "0x1 2,100\n" },
		{ "a period without a clock",
		  STR(C "sampling period = 10\n100 2 @ 0x2\n"),
		  TYPES "0x1 20,100\n" },
		{ "a clock", STR(C "cycles/second=2000000000\n101 2 @ 0x2\n"),
		  TYPES "0x1 2,50\n" },
		{ "a clock and a period",
		  STR(C "cycles/second = 2000000000\nsampling period=10\n"
		      "101 2 @ 0x2\n"), TYPES "0x1 20,505\n" },
		{ "a clock that stands",
		  STR(C "cycles/second = 0\nsampling period=10\n"
		      "101 2 @ 0x2\n"), TYPES "0x1 20,101\n" },
		{ "no period", STR(C "cycles/second = 5\nsampling period=0\n"
				   "101 2 @ 0x2\n"), TYPES "0x1 2,101\n" },
		{ "a negative period",
		  STR(C "sampling period = -1\n101 2 @ 0x2\n"),
		  TYPES "0x1 2,101\n" },
		{ "hexadecimal", STR(C "sampling period = 0x10\n"
				     "101 2 @ 0x2\n"), TYPES "0x1 32,101\n" },
		{ "what is passed over",
		  STR(C "\n# a comment = 7\n discarded samples = many\n"
		      "ms since reset = 7\n1 2 @ 0x2\n"), TYPES "0x1 2,1\n" },
		{ "more delay than there are numbers",
		  STR(C "cycles/second = 1\n9223372036854775807 1 @ 0x2\n"),
		  TYPES "0x1 1,-9223372036854775808\n" },
		{ "more contentions than there are numbers",
		  STR(C "sampling period = 4\n1 4611686018427387905 @ 0x2\n"),
		  TYPES "0x1 4,1\n" },
		{ "no number", STR(C "cycles/second = fast\n1 2 @ 0x2\n"),
		  ERROR "line 2: not a number of 63 bits\n" },
		{ "too large", STR(C "sampling period = 9223372036854775808\n"),
		  ERROR "line 2: not a number of 63 bits\n" },
		{ "unknown", STR(C "format = java\n1 2 @ 0x2\n"),
		  ERROR "line 2: an attribute that is not known\n" },
		{ "behind a record", STR(C "1 2 @ 0x2\nsampling period = 5\n"),
		  ERROR "line 3: not CYCLES COUNT @ ADDRESSES\n" },
	};

	reading_check(&format_contention, cases, ARRAY_SIZE(cases));
}

#define RECORD ERROR "line 2: not CYCLES COUNT @ ADDRESSES\n"

static void test_records(void)
{
	static const struct reading_case cases[] = {
		{ "blanks", STR(C "   100     2 @ 0x2 0x3\n"),
		  TYPES "0x2;0x1 2,100\n" },
		{ "no address", STR(C "100 2 @\n"), TYPES " 2,100\n" },
		{ "one number is two", STR(C "1234 @ 0x2\n"),
		  TYPES "0x1 4,123\n" },
		{ "one number behind text", STR(C "5 x 1234 @ 0x2\n"),
		  TYPES "0x1 4,123\n" },
		{ "text around it", STR(C "at 7: 7 8 9 @ 0x2 0x3z 0x4\n"),
		  TYPES "0x2;0x1 9,8\n" },
		{ "a map", STR(C "1 2 @ 0x1001\n--- Memory map: ---\n"
			       "1000-2000: /bin/a\n"), TYPES "0x1000 2,1\n" },
		{ "a line of dashes ends them",
		  STR(C "1 2 @ 0x1001\n  ---\nwhat\n"),
		  TYPES "0x1000 2,1\n" },
		{ "one digit", STR(C "1 @ 0x2\n"), RECORD },
		{ "two blanks before @", STR(C "1 2  @ 0x2\n"), RECORD },
		{ "text", STR(C "what\n"), RECORD },
		{ "large", STR(C "9223372036854775808 2 @ 0x2\n"),
		  ERROR "line 2: a number of more than 63 bits\n" },
		{ "a long address", STR(C "1 2 @ 0x10000000000000000\n"),
		  ERROR "line 2: an address of more than 64 bits\n" },
		{ "no head", STR("--- contentionz\n"), ERROR "line 1: not "
		  "--- contentionz, --- mutex: or --- contention:\n" },
	};

	reading_check(&format_contention, cases, ARRAY_SIZE(cases));
}

static void test_tables(void)
{
	struct buf out = BUF_INIT;

	reading_dump(&out, &format_contention, STR(
		"--- contention:\ncycles/second=1000000000\n"
		"ms since reset = 1500\n"
		"7 1 @ 0x115 0x205 0x99\n"
		"#\t0x114\tsync.(*Mutex).Lock+0x14\tmutex.go:1\n"
		"#\t0x204\tmain.main+0x4\tmain.go:2\n"));
	is(buf_str(&out),
	   "type contentions count\ntype delay nanoseconds\n"
	   "map 1 0x0 0xffffffffffffffff 0x0 - - 15\n"
	   "func 1 sync.(*Mutex).Lock mutex.go 0\n"
	   "func 2 main.main main.go 0\n"
	   "loc 1 1 0x114 1:1\nloc 2 1 0x204 2:2\n"
	   "row 1,2 1,7\n"
	   "duration 1500000000\n"
	   "period 1 contentions count\n", "tables");
	buf_release(&out);
}

#define MUTEX "--- mutex:\ncycles/second=1000000000\nsampling period=5\n"
#define SCALED MUTEX "100 10 @ 0x2\n55 5 @ 0x3\n"
#define SAMPLED MUTEX "100 10 @ 0x2\n55 6 @ 0x3\n"

static void test_scaled(void)
{
	struct buf out = BUF_INIT;

	reading_dump(&out, &format_contention, STR(SCALED));
	ok(strstr(buf_str(&out), "row 1 10,100\nrow 2 5,55\n") &&
	   strstr(buf_str(&out), "period 1 "), "Go has scaled mutexes");
	reading_dump(&out, &format_contention, STR(SAMPLED));
	ok(strstr(buf_str(&out), "row 1 50,500\nrow 2 30,275\n") &&
	   strstr(buf_str(&out), "period 5 "), "before 1.20 it has not");
	reading_bare(&out, &format_contention, STR(SCALED));
	ok(strstr(buf_str(&out), "row 1 50,500\nrow 2 25,275\n") &&
	   strstr(buf_str(&out), "period 5 ") &&
	   strstr(buf_str(&out), "drop RecordLockProfileData|"),
	   "the reference scales always");
	reading_dump(&out, &format_contention,
		     STR(C "sampling period=5\n100 10 @ 0x2\n"));
	ok(strstr(buf_str(&out), "row 1 50,100\n"), "others have never");
	buf_release(&out);
}

static void test_match(void)
{
	static const struct {
		const char *name, *text;
		bool is_contention;
	} cases[] = {
		{ "C++", C "cycles/second = 5\n1 2 @ 0x2\n", true },
		{ "a mutex of Go", "--- mutex:\n", true },
		{ "a block of Go", "--- contention:\ncycles/second=5\n", true },
		{ "Java", C "format = java\nresolution = us\n", false },
		{ "Java, later", C "\nms since reset = 5\n"
		  "resolution = us\n", false },
		{ "no name for the version", "--- contentionz\n", false },
		{ "a heap", "--- heapz 1 ---\n", false },
		{ "threads", "--- threadz 1 ---\n", false },
		{ "not in the first line", "\n--- mutex:\n", false },
		{ "no text", "", false },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct head head = {
			.bytes = str_of(cases[i].text), .is_whole = true,
			.text = str_of(cases[i].text)
		};

		ok((format_detect(&head) == &format_contention) ==
		   cases[i].is_contention, "match: %s", cases[i].name);
	}
}

int main(void)
{
	test_attributes();
	test_records();
	test_tables();
	test_scaled();
	test_match();
	return tap_done();
}
