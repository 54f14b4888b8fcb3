/*
 * Java's heap and contention texts: attributes, samples, the table of symbols
 * behind them, and what is refused.
 */
#include "config.h"

#include "model/format.h"
#include "tests/reading.h"
#include "tests/tap.h"

static const char contention[] =
	"--- contentionz 1 ---\n"
	"format = java\n"
	"resolution = microseconds\n"
	"sampling period = 0x64\n"
	"ms since reset = 6019923\n"
	"            1     1 @ 0x00000003 0x00000004\n"
	"           14     2 @ 0x0000000d 0x0000000e 0x00000003\n"
	"\n"
	" 0x0000003 app.Store.get (Store.java:03)\n"
	" 0x0000004 app.Main.run (Main.java:-1)\n"
	" 0x000000d app.Store.get (Other.java:7)\n"
	" 0x00000ff not.used (A.java:1)\n";
static const char contention_want[] =
	"type contentions count\n"
	"type delay microseconds\n"
	"map 1 0x0 0xffffffffffffffff 0x0 - -\n"
	"func 1 app.Store.get Store.java 0\n"
	"func 2 app.Main.run Main.java 0\n"
	"loc 1 0 0x0 1:3\n"
	"loc 2 0 0x0 2\n"
	"loc 3 0 0x0 1:7\n"
	"loc 4 1 0x0\n"
	"row 1,2 100,100\n"
	"row 3,4,1 200,1400\n"
	"drop RecordLockProfileData|";
static const char contention_end[] =
	"duration 6019923000000\n"
	"period 100 contentions count\n";

static bool ends_with(const struct buf *buf, const char *end)
{
	size_t n = strlen(end);

	return buf->n >= n && !strcmp(buf_str(buf) + buf->n - n, end);
}

static void test_contention(void)
{
	struct buf out = BUF_INIT, crlf = BUF_INIT;

	reading_dump(&out, NULL, str_of(contention));
	ok(!strncmp(buf_str(&out), contention_want,
		    sizeof(contention_want) - 1) &&
	   ends_with(&out, contention_end), "contention");
	for (const char *at = contention; *at; at++)
		buf_addf(&crlf, *at == '\n' ? "\r%c" : "%c", *at);
	reading_dump(&out, NULL, (struct str){ crlf.s, crlf.n });
	ok(!strncmp(buf_str(&out), contention_want,
		    sizeof(contention_want) - 1) &&
	   ends_with(&out, contention_end), "with CR LF");
	buf_release(&out);
	buf_release(&crlf);
}

/*
 * 1 object of 512 KiB, each 512 KiB being sampled, stands for
 * 1 / (1 - exp(-1)) of them.
 */
static void test_heap(void)
{
	static const char heap[] =
		"--- heapz 1 ---\n"
		"format = java\n"
		"resolution = bytes\n"
		"  524288 1 @ 0x1 0x2\n"
		"  1048577 2 @ 0x2\n"
		"  0 7 @ 0x2\n"
		" 0x1 app.Store.put (Store.java:9)\n";
	static const char want[] =
		"types inuse_objects/count inuse_space/bytes\n"
		"0x0;app.Store.put 1,829411 bytes#524288\n"
		"0x0 3,1658823 bytes#524288\n"
		"0x0 0,0 bytes#0\n";
	struct buf out = BUF_INIT;

	reading_stacks(&out, NULL, str_of(heap));
	is(buf_str(&out), want, "heap");
	buf_release(&out);
}

/* What is one line of the table makes one function, its file and its line. */
static void test_symbols(void)
{
	static const struct {
		const char *line, *want;
	} cases[] = {
		{ "0x1 a.b (C.java:12)", "a.b C.java 12" },
		{ "0x1 a.b (C.java:0)", "a.b C.java 0" },
		{ "0x1 a.b (C.java:-3)", "a.b C.java 0" },
		{ "0x1 a.b (C.java:9999999999999999999)", "a.b C.java 0" },
		{ "\t0x00001\t a.b\t(C.java:12)  ", "a.b C.java 12" },
		{ "0x1 a.b (x:y:12)", "a.b x:y 12" },
		{ "0x1 a (b) (C.java:12)", "a (b) C.java 12" },
		{ "0x1 a.b (:12)", "a.b :12 0" },
		{ "0x1 a.b(C.java:12)", "a.b(C.java:12) - 0" },
		{ "0x1 a.b (C.java:12x)", "a.b C.java:12x 0" },
		{ "0x1 memcpy (/lib/libc.so.6)", "memcpy libc.so.6 0" },
		{ "0x1 memcpy ()", "memcpy . 0" },
		{ "0x1 memcpy (/)", "memcpy / 0" },
		{ "0x1 a generated stub/JIT b", "STUB - 0" },
		{ "0x1 a stub/JIT (generated stub/JIT)",
		  "a stub/JIT JIT 0" },
		{ "0x1 VM", "VM - 0" },
		{ "0x1 (C.java:12)", "(C.java:12) - 0" },
		{ "0x1 one\n0x1 two (T.java:2)", "two T.java 2" },
		{ "1 a.b (C.java:12)", "no function" },
		{ "0xg a.b (C.java:12)", "no function" },
		{ "0x1", "no function" },
		{ "0x1a.b (C.java:12)", "no function" },
		{ "0x2 a.b (C.java:12)", "no function" },
	};
	struct buf text = BUF_INIT, out = BUF_INIT, got = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		const char *loc, *func;
		unsigned number = 0;
		long long line = 0;

		buf_clear(&text);
		buf_clear(&got);
		buf_addf(&text, "--- heapz 1 ---\nresolution = bytes\n"
			 "1 1 @ 0x1\n%s\n", cases[i].line);
		reading_dump(&out, NULL, (struct str){ text.s, text.n });
		loc = strstr(buf_str(&out), "\nloc 1 0 0x0 ");
		if (loc && sscanf(loc, "\nloc 1 0 0x0 %u:%lld", &number,
				  &line) > 0) {
			buf_addf(&text, "func %u ", number);
			func = strstr(buf_str(&out), "\nfunc ");
			for (unsigned k = 1; func && k < number; k++)
				func = strstr(func + 1, "\nfunc ");
			func += strlen("\nfunc 1 ");
			buf_add(&got, func, strcspn(func, "\n") - 1);
			buf_addf(&got, "%lld", line);
		}
		is(got.n ? buf_str(&got) : "no function", cases[i].want,
		   "symbol %zu", i);
	}
	buf_release(&text);
	buf_release(&out);
	buf_release(&got);
}

#define HEAP "--- heapz 1 ---\nformat = java\nresolution = bytes\n"
#define LOCK "--- contentionz 1 ---\nformat = java\nresolution = ms\n"
#define FAIL "error: Java heap or contention text: line "

static const struct {
	const char *name, *text, *want;
} cases[] = {
	{ "another format", "--- heapz 1 ---\nformat = c++\n",
	  FAIL "2: a format that is not java\n" },
	{ "no resolution", "--- heapz 1 ---\nformat = java\n1 1 @ 0x1\n",
	  FAIL "3: no resolution\n" },
	{ "an unknown attribute", HEAP "sampling period = 1\n",
	  FAIL "4: an attribute that is not known\n" },
	{ "a period that is none", LOCK "sampling period = 08\n",
	  FAIL "4: a value that is no number of 64 bits\n" },
	{ "a time beyond 64 bits",
	  LOCK "ms since reset = 9999999999999999999\n",
	  FAIL "4: a value that is no number of 64 bits\n" },
	{ "no objects", HEAP "7 0 @ 0x1\n",
	  FAIL "4: a sample without objects: the second value is 0\n" },
	{ "a value beyond 64 bits", LOCK "7 9999999999999999999 @ 0x1\n",
	  FAIL "4: a sample whose values are no numbers of 64 bits\n" },
	{ "an address beyond 64 bits", LOCK "7 1 @ 0x11112222333344445\n",
	  FAIL "4: an address of more than 64 bits\n" },
	{ "no samples", LOCK, "types contentions/count delay/ms\n" },
	{ "a period of 0", LOCK "sampling period = 0\n7 2 @ 0x1\n",
	  "types contentions/count delay/ms\n0x0 2,7\n" },
	{ "a period below 0", LOCK "sampling period = -1\n",
	  FAIL "4: a value that is no number of 64 bits\n" },
	{ "octal values", LOCK "010 02 @ 0x1\n",
	  "types contentions/count delay/ms\n0x0 2,8\n" },
	{ "more around a sample", LOCK "a 1 2 3 @  0x1 0x2,0x3\n",
	  "types contentions/count delay/ms\n0x0;0x0 3,2\n" },
	{ "no stack", LOCK "7 1 @ \n7 1 @ 0x1\n",
	  "types contentions/count delay/ms\n" },
	{ "a line that is no sample ends them",
	  LOCK "7 1 @ 0x1\nx\n7 1 @ 0x1\n",
	  "types contentions/count delay/ms\n0x0 1,7\n" },
};

static void test_cases(void)
{
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		reading_stacks(&out, NULL, str_of(cases[i].text));
		is(buf_str(&out), cases[i].want, "%s", cases[i].name);
	}
	reading_stacks(&out, &format_java, str_of("--- heapz 2 ---\n"));
	is(buf_str(&out), FAIL "1: not \"--- heapz 1 ---\" or "
	   "\"--- contentionz 1 ---\"\n", "another title");
	buf_release(&out);
}

static void test_match(void)
{
	static const struct {
		const char *name, *text;
		bool is_java;
	} heads[] = {
		{ "a heap", " --- heapz 1 --- \n", true },
		{ "contention with a resolution",
		  "--- contentionz 1 ---\n\nresolution = ms\n", true },
		{ "contention with a format", "--- contentionz 1 ---\n"
		  "ms since reset = 1\nformat = java\n", true },
		{ "contention of C++",
		  "--- contentionz 1 ---\nms since reset = 1\n", false },
		{ "a format behind samples",
		  "--- contentionz 1 ---\n1 1 @ 0x1\nformat = java\n", false },
		{ "a broken title", "--- heapz 1 --\n", false },
		{ "a title in the second line", "\n--- heapz 1 ---\n", false },
	};

	for (size_t i = 0; i < ARRAY_SIZE(heads); i++) {
		struct str text = str_of(heads[i].text);
		struct head head = { text, true, text };
		bool is_java = format_java.match(&head) == LIKENESS_SURE;

		ok(is_java == heads[i].is_java, "%s", heads[i].name);
	}
}

/* Whatever is left of a file, it is a profile or there is a reason. */
static void test_cuts(void)
{
	struct buf out = BUF_INIT;
	int bad = 0;

	for (size_t n = 1; n < sizeof(contention); n++) {
		reading_dump(&out, &format_java, (struct str){ contention, n });
		bad += (strncmp(buf_str(&out), "type ", 5) &&
			strncmp(buf_str(&out), FAIL, sizeof(FAIL) - 1)) ||
		       strstr(buf_str(&out), "lost: ");
	}
	is_int(bad, 0, "cut at any byte");
	buf_release(&out);
}

int main(void)
{
	test_contention();
	test_heap();
	test_symbols();
	test_cases();
	test_match();
	test_cuts();
	return tap_done();
}
