/*
 * Stacks of threads as text: heads, stacks with and without names, threads
 * that are as the one before, and what ends them.
 */
#include "config.h"

#include "model/format.h"
#include "tests/reading.h"
#include "tests/tap.h"

static const char threads[] =
	"# a comment\n"
	"\n"
	"--- threadz 1 ---\n"
	"\n"
	"--- Thread 7f794ab90940 (name: main/14748) stack: ---\n"
	"  PC:  0x00001010: helper(arg *)\n"
	"  0x00001021: main\n"
	"  0x2001: __libc_start_main\n"
	"--- Thread 7f794964e700 (name: a/b/14751) stack: ---\n"
	"  PC:  0x1011: wait\n"
	"  0x1011\n"
	"      creator: 0x1021 0x2001\n"
	"--- Thread 7f7948978700 (name: idle/14759) stack: ---\n"
	"  [same as previous thread]\n"
	"--- Memory map: ---\n"
	"  1000-2000: /app\n"
	"  2000-3000: /lib.so\n";

#define T "--- Thread 1 (name: t/1) stack: ---\n"
#define END "--- Memory map: ---\n"
#define FAIL "error: threadz text: line "
#define NOT_HEAD "not \"--- Thread ID (name: NAME/TID) stack: ---\"\n"

static void test_nameless(void)
{
	struct buf out = BUF_INIT;

	reading_bare(&out, NULL, str_of(threads));
	is(buf_str(&out),
	   "type thread count\n"
	   "map 1 0x1000 0x2000 0x0 /app -\n"
	   "map 2 0x2000 0x3000 0x0 /lib.so -\n"
	   "loc 1 1 0x1010\n"
	   "loc 2 1 0x1020\n"
	   "loc 3 2 0x2000\n"
	   "loc 4 1 0x1011\n"
	   "row 1,2,3 1\n"
	   "row 4,2,3 2\n"
	   "drop ProfileData::Add|ProfileData::prof_handler|"
	   "CpuProfiler::prof_handler|__pthread_sighandler|__restore\n"
	   "period 1 thread count\n",
	   "as the reference has them");
	reading_bare(&out, NULL, str_of(T "0x1\n" T "0x5\nsame as previous "
					"thread\n0x6\n" END));
	ok(strstr(buf_str(&out), "\nloc 1 1 0x1\nrow 1 2\n"),
	   "addresses of one like the one before are no locations");
	buf_release(&out);
}

static void test_names(void)
{
	struct buf out = BUF_INIT;

	reading_stacks(&out, NULL, str_of(threads));
	is(buf_str(&out),
	   "types thread/count\n"
	   "__libc_start_main;main;helper(arg *) 1 thread=main tid=14748\n"
	   "__libc_start_main;main;wait 1 thread=a/b tid=14751\n"
	   "__libc_start_main;main;wait 1 thread=idle tid=14759\n",
	   "with names, a row a thread");
	buf_release(&out);
}

static const struct {
	const char *name, *text, *want;
} cases[] = {
	{ "no title", T "0x1\n0x3\n" END,
	  "types thread/count\n0x2;0x1 1 thread=t tid=1\n" },
	{ "the first as the one before it",
	  T "same as previous thread\n" T "0x1\n" END,
	  "types thread/count\n0x1 1 thread=t tid=1\n" },
	{ "no addresses are no stack, also for one that is the same",
	  T "0x1\n" T "[unwinding failed]\n" T "same as previous thread\n"
	  T "0x2\n" END,
	  "types thread/count\n0x1 1 thread=t tid=1\n"
	  " 2 thread=t tid=1\n0x2 1 thread=t tid=1\n" },
	{ "nor are they in the first thread",
	  T "[unwinding failed]\n" T "0x2\n" END,
	  "types thread/count\n 1 thread=t tid=1\n0x2 1 thread=t tid=1\n" },
	{ "as the one before, whatever else it says",
	  T "0x1\n" T "0x2\n[same as previous thread]\n0x3\n" END,
	  "types thread/count\n0x1 2 thread=t tid=1\n" },
	{ "addresses within a line", T "a0x1b 0x 0xg 0xAB 0x1F,0x30x4\n" END,
	  "types thread/count\n0x2f;0x0;0x1b 1 thread=t tid=1\n" },
	{ "a stack that was not to be had",
	  T "0x1\n---- no stack trace for 3\n--- Thread\n" END "1-2: /a\n",
	  "types thread/count\n0x1 1 thread=t tid=1\n" },
	{ "the other start of a map", T "0x1\nMAPPED_LIBRARIES:\n1-2: /a\n",
	  "types thread/count\n0x1 1 thread=t tid=1\n" },
	{ "a title in the middle of a line",
	  "x --- threadz 22 --- y\nz\n" T "0x1\n" END,
	  "types thread/count\n0x1 1 thread=t tid=1\n" },
	{ "no threads", "--- threadz 1 ---\n" END, "types thread/count\n" },
	{ "an unknown name", T "0x1 (unknown)\n" END,
	  "types thread/count\n0x1 1 thread=t tid=1\n" },
	{ "a name without a colon", T "@ 0x1  f(int)\n" END,
	  "types thread/count\nf(int) 1 thread=t tid=1\n" },
	{ "a name that holds anything",
	  "--- Thread 1 (name: ) stack: --- (name: /x/12) stack: ---\n"
	  "0x1\n" END,
	  "types thread/count\n"
	  "0x1 1 thread=) stack: --- (name: /x tid=12\n" },

	{ "no map", T "0x1\n" T "0x2\n",
	  FAIL "4: cut short: no memory map behind the last thread\n" },
	{ "nothing behind the title", "--- threadz 1 ---\n\n",
	  FAIL "2: " NOT_HEAD },
	{ "another head", T "0x1\n--- Thread 1 stack: ---\n" END,
	  FAIL "3: " NOT_HEAD },
	{ "a head without a number",
	  "--- threadz 1 ---\n--- Thread 1 (name: t) stack: ---\n" END,
	  FAIL "2: " NOT_HEAD },
	{ "an address beyond 64 bits", T "0x11112222333344445\n" END,
	  FAIL "2: an address of more than 64 bits\n" },
};

static void test_cases(void)
{
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		reading_stacks(&out, NULL, str_of(cases[i].text));
		is(buf_str(&out), cases[i].want, "%s", cases[i].name);
	}
	buf_release(&out);
}

/* A line of heads that have no end: looked at once, not once for each. */
static void test_heads(void)
{
	struct buf text = BUF_INIT, out = BUF_INIT;

	buf_adds(&text, T);
	for (int i = 0; i < 500 * 1000; i++)
		buf_adds(&text, "--- Thread 1 (name: ");
	buf_adds(&text, "\n" END);
	reading_stacks(&out, NULL, (struct str){ text.s, text.n });
	is(buf_str(&out), FAIL "2: " NOT_HEAD, "very many broken heads");
	buf_release(&text);
	buf_release(&out);
}

/* What of the memory map could not be read is said. */
static void test_refused(void)
{
	struct buf text = BUF_INIT, out = BUF_INIT;

	buf_adds(&text, T "0x1\n" END);
	buf_pad(&text, 'x', 300);
	buf_adds(&text, " = /b\n");
	reading_stacks(&out, NULL, (struct str){ text.s, text.n });
	is(buf_str(&out), "warning: a line could not be read and is left out: "
	   "line 4: a name of more than 256 bytes\n"
	   "types thread/count\n0x1 1 thread=t tid=1\n",
	   "a line of the map is left out");
	buf_release(&text);
	buf_release(&out);
}

/* Whatever is left of a file, it is a profile or there is a reason. */
static void test_cuts(void)
{
	struct buf out = BUF_INIT;
	size_t map = (size_t)(strstr(threads, "--- Memory") - threads);
	int bad = 0;

	for (size_t n = 1; n < sizeof(threads); n++) {
		bool is_whole = n >= map + strlen("--- Memory map: ---");

		reading_dump(&out, &format_threadz, (struct str){ threads, n });
		bad += strncmp(buf_str(&out), is_whole ? "type " : FAIL, 5) ||
		       strstr(buf_str(&out), "lost: ");
	}
	is_int(bad, 0, "cut at any byte");
	buf_release(&out);
}

int main(void)
{
	test_nameless();
	test_names();
	test_cases();
	test_refused();
	test_heads();
	test_cuts();
	return tap_done();
}
