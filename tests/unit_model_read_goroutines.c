/*
 * Goroutine dumps: what becomes of a goroutine, which are alike, what is
 * passed over, what is counted as wrong, and what a crash says.
 */
#include "config.h"

#include <inttypes.h>

#include "model/buf.h"
#include "model/crash.h"
#include "model/format.h"
#include "model/textlines.h"
#include "tests/reading.h"
#include "tests/tap.h"

static struct mem mem;

/* What the reader told. */
static struct buf warnings = BUF_INIT;

static void warn(void *data, const char *text)
{
	(void)data;
	buf_adds(&warnings, text);
	buf_addc(&warnings, '\n');
}

static void add_str(struct buf *out, struct str s)
{
	buf_add(out, s.s, s.n);
}

/* "KEY=TEXT " or "KEY#NUMBER UNIT ", each. */
static void add_labels(struct buf *out, const struct profile *p,
		       struct label_set set)
{
	for (uint32_t i = 0; i < set.n; i++) {
		const struct label *label = &p->labels.at[set.first + i];

		add_str(out, profile_str(p, label->key));
		if (label->is_num)
			buf_addf(out, "#%" PRId64 " ", label->num);
		else
			buf_addc(out, '=');
		add_str(out, profile_str(p, label->is_num ? label->unit :
					 label->str));
		buf_addc(out, ' ');
	}
}

/* "NAME FILE:LINE", innermost first, with " in " between. */
static void add_location(struct buf *out, const struct profile *p,
			 const struct location *loc)
{
	const struct line *lines = profile_lines(p, loc);

	if (loc->address)
		buf_addf(out, "%" PRIx64 " ", loc->address);
	for (uint32_t i = 0; i < loc->n_lines; i++) {
		const struct func *func = &p->funcs.at[lines[i].func.i];

		buf_adds(out, i ? " in " : "");
		add_str(out, profile_str(p, func->name));
		buf_addc(out, ' ');
		add_str(out, profile_str(p, func->filename));
		buf_addf(out, ":%" PRId64, lines[i].line);
	}
}

/* "COUNT LABELS| LOCATION; LOCATION", a line a row. */
static void add_rows(struct buf *out, const struct profile *p)
{
	for (size_t i = 0; i < p->rows.n; i++) {
		const struct row *row = &p->rows.at[i];

		buf_addf(out, "%" PRId64 " ", profile_value(p, 0, i, 0));
		add_labels(out, p, p->label_sets.at[row->labels.i]);
		buf_addc(out, '|');
		for (uint32_t k = 0; k < row->depth; k++) {
			uint32_t loc = p->frames.at[row->first + k].i;

			buf_adds(out, k ? "; " : " ");
			add_location(out, p, &p->locations.at[loc]);
		}
		buf_addc(out, '\n');
	}
}

static void add_facts(struct buf *out, const struct profile *p)
{
	for (size_t i = 0; i < p->facts.n; i++) {
		add_str(out, profile_str(p, p->facts.at[i].name));
		buf_adds(out, ": ");
		add_str(out, profile_str(p, p->facts.at[i].text));
		buf_addc(out, '\n');
	}
}

enum { WITH_ROWS = 1, WITH_FACTS = 2 };

/* Reads what is found to be of some format; what it gave, or the reason. */
static const char *read_bytes(const char *s, size_t n, int parts)
{
	static struct buf out = BUF_INIT;
	struct input_limits limits = { .mem = &mem };
	struct profile profile;
	struct input input;
	struct reading reading = {
		.profile = &profile, .input = &input, .warn = warn,
	};
	struct err err;

	buf_clear(&out);
	buf_clear(&warnings);
	profile_init(&profile, &mem);
	if (input_open_memory(&input, "memory", (const uint8_t *)s, n, &limits,
			      &err) || format_read(NULL, &reading, &err)) {
		buf_adds(&out, err.text);
	} else {
		if (parts & WITH_ROWS)
			add_rows(&out, &profile);
		if (parts & WITH_FACTS)
			add_facts(&out, &profile);
	}
	profile_release(&profile);
	input_close(&input);
	if (mem.used)
		buf_addf(&out, "%zu bytes are lost\n", (size_t)mem.used);
	return buf_str(&out);
}

static const char *rows_of(const char *text)
{
	return read_bytes(text, strlen(text), WITH_ROWS);
}

static const char *facts_of(const char *text)
{
	return read_bytes(text, strlen(text), WITH_FACTS);
}

struct sample {
	const char *name, *text, *want, *warning;
};

static void check(const struct sample *samples, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const char *warning = samples[i].warning;

		is(rows_of(samples[i].text), samples[i].want, "%s",
		   samples[i].name);
		is(buf_str(&warnings), warning ? warning : "",
		   "%s: what is said", samples[i].name);
	}
}

#define BOTH \
	"main.wait(0xc000012345)\n" \
	"\t/src/main.go:29 +0x2c\n"
#define CREATED \
	"created by main.main in goroutine 1\n" \
	"\t/src/main.go:56 +0x2f6\n"
#define WAIT "main.wait /src/main.go:29"

static void test_goroutines(void)
{
	static const struct sample samples[] = {
		{ "all that is said of one",
		  "goroutine 18 [chan receive, 5 minutes, locked to thread, "
		  "synctest bubble 3 labels:{\"job\": \"a b\"}]:\n"
		  BOTH CREATED,
		  "1 created by=main.main job=a b locked=to thread "
		  "state=chan receive synctest bubble=3 wait#300 seconds | "
		  WAIT "\n", NULL },
		{ "alike are counted, the number and arguments aside",
		  "goroutine 1 [sleep]:\n" BOTH "\n"
		  "goroutine 2 [sleep]:\n"
		  "main.wait(0xc000099999)\n\t/src/main.go:29 +0x2c\n\n"
		  "goroutine 3 [select]:\n" BOTH "\n"
		  "goroutine 4 [sleep (scan)]:\n" BOTH,
		  "3 state=sleep | " WAIT "\n1 state=select | " WAIT "\n",
		  NULL },
		{ "inlined calls are in the one that follows",
		  "goroutine 1 [running]:\n"
		  "a.a(...)\n\ta.go:1\n"
		  "a.b(...)\n\ta.go:2\n"
		  "a.c(0x1, ...)\n\ta.go:3 +0x1\n"
		  "a.d(...)\n\ta.go:4 +0x4\n"
		  "a.e(...)\n\ta.go:5\n" CREATED,
		  "1 created by=main.main state=running | "
		  "a.a a.go:1 in a.b a.go:2 in a.c a.go:3; a.d a.go:4; "
		  "a.e a.go:5\n", NULL },
		{ "a panic, spelled out, and no goexit at the root",
		  "goroutine 1 [running]:\n"
		  "panic({0x1, 0x2})\n\tpanic.go:8 +0x1\n"
		  "runtime.goexit({})\n\tasm.s:1 +0x1\n",
		  "1 state=running | runtime.gopanic panic.go:8\n", NULL },
		{ "addresses, one behind the call",
		  "goroutine 1 gp=0x1 m=0 mp=0x2 [running]:\n"
		  "a.a()\n\ta.go:1 +0x1 fp=0x1 sp=0x2 pc=0x48b121\n",
		  "1 state=running | 48b120 a.a a.go:1\n", NULL },
		{ "frames of C",
		  "goroutine 1 [syscall]:\n"
		  "non-Go function at pc=0x7f02\n"
		  "non-Go function\n\tpc=0x7f01\n"
		  "std::f(int, char*)\n\tf.cc:12 pc=0x7f00\n"
		  "a.a()\n\ta.go:1 +0x1\n",
		  "1 state=syscall | 7f02 ; 7f01 ; "
		  "7f00 std::f(int, char*) f.cc:12; a.a a.go:1\n", NULL },
		{ "frames that are left out are one",
		  "goroutine 1 [running]:\n"
		  "a.a()\n\ta.go:1 +0x1\n"
		  "...33554372 frames elided...\n"
		  "a.b()\n\ta.go:2 +0x1\n\n"
		  "goroutine 2 [running]:\n"
		  "a.a()\n\ta.go:1 +0x1\n"
		  "...7 frames elided...\n"
		  "a.b()\n\ta.go:2 +0x1\n\n"
		  "goroutine 3 [running]:\n"
		  "a.a()\n\ta.go:1 +0x1\n"
		  "...additional frames elided...\n" CREATED,
		  "2 state=running | a.a a.go:1; "
		  "...additional frames elided... :0; a.b a.go:2\n"
		  "1 created by=main.main state=running | a.a a.go:1; "
		  "...additional frames elided... :0\n", NULL },
		{ "ancestors are others",
		  "goroutine 3 [running]:\n" BOTH CREATED
		  "[originating from goroutine 2]:\n"
		  "a.a(...)\n\ta.go:1 +0x1\n"
		  "...additional frames elided...\n"
		  "created by a.b\n\ta.go:9 +0x1\n"
		  "[originating from goroutine 1]:\n"
		  "a.c(...)\n\ta.go:1 +0x1\n",
		  "1 created by=main.main state=running | " WAIT "\n", NULL },
		{ "notes of the runtime",
		  "goroutine 1 [running]:\n"
		  "a.a()\n\ta.go:1 +0x1\n"
		  "runtime: g 1: unexpected return pc for a.a called from "
		  "0x7\n"
		  "stack: frame={sp:0x1, fp:0x2} stack=[0x1,0x2)\n"
		  "0x000000c00004e6b0:  0x0000000000000001  0x2\n"
		  "a.b()\n\ta.go:2 +0x1\n",
		  "1 state=running | a.a a.go:1; a.b a.go:2\n", NULL },
		{ "no stack at all",
		  "goroutine 1 [running]:\n" BOTH "\n"
		  "goroutine 35 gp=0x1 m=4 mp=0x2 [running]:\n"
		  "\tgoroutine running on other thread; stack unavailable\n"
		  CREATED,
		  "1 state=running | " WAIT "\n"
		  "1 created by=main.main state=running |\n", NULL },
		{ "lines that end as in DOS, tabs that became blanks",
		  "goroutine 1 [sleep]:\r\nmain.wait(0x1)\r\n"
		  "    /src/main.go:29 +0x2c\r\n\r\n"
		  "goroutine 2 [sleep]:\r\nmain.wait(0x1)\r\n"
		  "/src/main.go:29 +0x2c\r\n",
		  "2 state=sleep | " WAIT "\n", NULL },
	};

	check(samples, ARRAY_SIZE(samples));
}

/* With GOTRACEBACK=crash threads print, one by one, what they run. */
static void test_threads(void)
{
	static const char part[] =
		"goroutine 35 gp=0x1 m=4 mp=0x2 [running]:\n"
		"\tgoroutine running on other thread; stack unavailable\n\n"
		"goroutine 36 gp=0x1 m=4 mp=0x2 [running]:\n"
		"\tgoroutine running on other thread; stack unavailable\n\n"
		"rax    0x1\n\n-----\n\nSIGQUIT: quit\nPC=0x1 m=1\n\n"
		"goroutine 0 gp=0x1 m=1 mp=0x2 [idle]:\n" BOTH
		"goroutine 35 gp=0x1 m=4 mp=0x2 [running]:\n" BOTH CREATED;
	struct buf text = BUF_INIT;

	buf_addf(&text, "SIGQUIT: quit\n\n%s", part);
	is(rows_of(buf_str(&text)), "1 state=idle | " WAIT "\n"
	   "1 created by=main.main state=running | " WAIT "\n"
	   "1 state=running |\n", "a goroutine that comes again has its stack");
	buf_addf(&text, "\nSIGQUIT: quit\n\n%s", part);
	is(rows_of(buf_str(&text)), "2 state=idle | " WAIT "\n"
	   "2 created by=main.main state=running | " WAIT "\n"
	   "2 state=running |\n", "but not that of another program");
	buf_release(&text);
}

static void test_surroundings(void)
{
	static const struct sample samples[] = {
		{ "a log before and behind",
		  "2024/01/02 15:04:05 starting (fast)\n"
		  "panic: boom\n\tsecond\n\n"
		  "goroutine 1 [running]:\n" BOTH "exit status 2\n"
		  "FAIL\tmain\t0.003s\nmain.other(0x1)\nFAIL\n",
		  "1 state=running | " WAIT "\n", NULL },
		{ "what follows a creator is no part of it",
		  "http: panic serving 127.0.0.1:4000: boom\n"
		  "goroutine 7 [running]:\n" BOTH CREATED
		  "main.other(0x1)\n\t/src/other.go:1 +0x1\n",
		  "1 created by=main.main state=running | " WAIT "\n", NULL },
		{ "registers",
		  "goroutine 1 [running]:\n" BOTH
		  "\nrax    0xca\nrip    0x48cc61\n",
		  "1 state=running | " WAIT "\n", NULL },
		{ "a prefix of every line",
		  "web-1  | panic: boom\n"
		  "web-1  | \n"
		  "web-1  | goroutine 1 [running]:\n"
		  "web-1  | main.wait(0x1)\n"
		  "web-1  | \t/src/main.go:29 +0x2c\n"
		  "web-1  | created by main.main\n"
		  "web-1  | \t/src/main.go:56 +0x2f6\n"
		  "web-1  |\n"
		  "web-1  | goroutine 2 [running]:\n"
		  "web-1  | main.wait(0x1)\n"
		  "web-1  | \t/src/main.go:29 +0x2c\n",
		  "1 created by=main.main state=running | " WAIT "\n"
		  "1 state=running | " WAIT "\n", NULL },
		{ "a prefix whose numbers change",
		  "Jan  2 15:04:09 host app[77]: goroutine 1 [running]:\n"
		  "Jan 12 15:04:10 host app[77]: main.wait(0x1)\n"
		  "Jan 12 15:04:10 host app[77]: \t/src/main.go:29 +0x2c\n",
		  "1 state=running | " WAIT "\n", NULL },
		{ "words in front of the header alone",
		  "2024/01/02 15:04:05 stack: goroutine 1 [running]:\n" BOTH,
		  "1 state=running | " WAIT "\n", NULL },
		{ "what is written of goroutines",
		  "goroutine 1 [running] was slow\n"
		  "goroutine 1 [running]:\n" BOTH "\n"
		  "see goroutine 1 [running] above\n",
		  "1 state=running | " WAIT "\n", NULL },
		{ "the runtime's own stack is none of a goroutine",
		  "fatal error: stack overflow\n\nruntime stack:\n"
		  "runtime.throw({0x1, 0x2})\n\tpanic.go:1 +0x4\n\n"
		  "goroutine 1 [running]:\n" BOTH,
		  "1 state=running | " WAIT "\n", NULL },
	};

	check(samples, ARRAY_SIZE(samples));
}

#define LEFT_OUT "a line could not be read and is left out: "

static void test_wrong(void)
{
	static const struct sample samples[] = {
		{ "a line between frames",
		  "goroutine 1 [running]:\na.a()\n\ta.go:1 +0x1\n"
		  "2024/01/02 15:04:05 something else\n"
		  "a.b()\n\ta.go:2 +0x1\n",
		  "1 state=running | a.a a.go:1; a.b a.go:2\n",
		  LEFT_OUT "line 4: no file and line under it\n" },
		{ "a place without a call",
		  "goroutine 1 [running]:\na.a()\n\ta.go:1 +0x1\n"
		  "a b\n\ta.go:7 +0x1\na.b()\n\ta.go:2 +0x1\n",
		  "1 state=running | a.a a.go:1; a.b a.go:2\n",
		  "2 lines could not be read and are left out; the first is "
		  "line 4: no function with its arguments\n" },
		{ "the file ends in a goroutine",
		  "goroutine 1 [running]:\na.a()\n\ta.go:1 +0x1\na.b()\n",
		  "1 state=running | a.a a.go:1\n",
		  LEFT_OUT "line 4: no file and line under it\n" },
		{ "the file ends in a header",
		  "goroutine 1 [running]:\na.a()\n\ta.go:1 +0x1\n\n"
		  "goroutine 2 [runn",
		  "1 state=running | a.a a.go:1\n",
		  LEFT_OUT "line 5: not the header of a goroutine\n" },
		{ "a goroutine without frames",
		  "goroutine 1 [running]:\na.a()\n\ta.go:1 +0x1\n\n"
		  "goroutine 2 [running]:\n\n",
		  "1 state=running | a.a a.go:1\n",
		  LEFT_OUT "line 5: a goroutine without frames\n" },
		{ "labels that are none",
		  "goroutine 1 [running labels:{\"a\": \"b\", c}]:\n"
		  "a.a()\n\ta.go:1 +0x1\n",
		  "1 a=b state=running | a.a a.go:1\n",
		  LEFT_OUT "line 1: labels that are not quoted\n" },
		{ "nothing good",
		  "goroutine 1 [running]:\nmain.main()\n",
		  "goroutine dump: no goroutine in it; 2 lines could not be "
		  "read and are left out; the first is line 2: no file and "
		  "line under it", NULL },
	};

	check(samples, ARRAY_SIZE(samples));
}

#define AT "at: main.wait /src/main.go:29, goroutine 1\n"

static void test_crash(void)
{
	is(facts_of("panic: first\n\tpanic: second [recovered]\n"
		    "[signal SIGSEGV: segmentation violation code=0x1]\n\n"
		    "goroutine 1 [running]:\n" BOTH),
	   "panic: first\npanic: second [recovered]\n"
	   "signal: SIGSEGV: segmentation violation code=0x1\n" AT,
	   "why a program ends");
	is(facts_of("x y panic: of old\nfatal error: all asleep\n\n"
		    "goroutine 1 [running]:\n" BOTH),
	   "fatal error: all asleep\n" AT, "what is no start of a line is "
	   "no reason");
	is(facts_of("2024/01/02 http: panic serving 127.0.0.1:1: boom\n"
		    "goroutine 1 [running]:\n" BOTH),
	   "panic: http: panic serving 127.0.0.1:1: boom\n" AT,
	   "but the last line before a dump is");
	is(facts_of("w1 | panic: boom\nw1 | \nw1 | goroutine 1 [running]:\n"
		    "w1 | main.wait(0x1)\nw1 | \t/src/main.go:29 +0x2c\n"),
	   "panic: boom\n" AT, "behind a prefix");
	is(facts_of("SIGQUIT: quit\n\ngoroutine 1 [running]:\n" BOTH "\n"
		    "SIGQUIT: quit\n\ngoroutine 1 [running]:\n" BOTH),
	   "signal: SIGQUIT: quit\n" AT, "the same is said once");
	is(facts_of("panic: 1\npanic: 2\npanic: 3\npanic: 4\npanic: 5\n"
		    "panic: 6\npanic: 7\npanic: 8\npanic: 9\npanic: 10\n"
		    "goroutine 1 [running]:\n" BOTH),
	   "panic: 3\npanic: 4\npanic: 5\npanic: 6\npanic: 7\n"
	   "panic: 8\npanic: 9\npanic: 10\n" AT, "the last eight");
	is(facts_of("goroutine 1 [running]:\n" BOTH), "",
	   "a dump without a reason has no place");
}

#define FIRST "goroutine 1 [running]:\n"
#define FRAME(name, line) name "(0x1)\n\t/src/a.go:" #line " +0x1\n"

static void test_crash_place(void)
{
	is(facts_of("panic: boom\n\n" FIRST FRAME("panic", 1)
		    FRAME("runtime.panicmem", 2) FRAME("main.f", 3)
		    FRAME("main.main", 4) "\ngoroutine 2 [running]:\n"
		    FRAME("main.other", 5)),
	   "panic: boom\nat: main.f /src/a.go:3, goroutine 1\n",
	   "the first frame that is not the runtime's");
	is(facts_of("panic: boom\n\n" FIRST FRAME("main.cleanup", 1)
		    FRAME("panic", 2) FRAME("main.f", 3)),
	   "panic: boom\nat: main.f /src/a.go:3, goroutine 1\n",
	   "below the lowest panic");
	is(facts_of("fatal error: x\n\n" FIRST
		    FRAME("internal/sync.runtime_Semacquire", 1)
		    FRAME("sync.runtime_Semacquire", 2) FRAME("main.f", 3)),
	   "fatal error: x\nat: main.f /src/a.go:3, goroutine 1\n",
	   "what is the runtime's in other packages");
	is(facts_of("SIGSEGV: x\n\ngoroutine 0 [idle]:\n"
		    FRAME("runtime.futex", 1) "\ngoroutine 7 [syscall]:\n"
		    FRAME("main._Cfunc_f", 2)),
	   "signal: SIGSEGV: x\nat: main._Cfunc_f /src/a.go:2, goroutine 7\n",
	   "that which goroutine 0 runs for");
	is(facts_of("SIGQUIT: x\n\ngoroutine 0 [idle]:\n"
		    FRAME("runtime.futex", 1) "\ngoroutine 1 [sleep]:\n"
		    FRAME("main.main", 2)),
	   "signal: SIGQUIT: x\n", "but none that waits");
	is(facts_of("panic: boom\n\n" FIRST FRAME("main.f", 1) "\n-----\n\n"
		    "SIGQUIT: quit\n\ngoroutine 2 [running]:\n"
		    FRAME("main.other", 2)),
	   "panic: boom\nat: main.f /src/a.go:1, goroutine 1\n"
	   "signal: SIGQUIT: quit\n", "nor one of another thread");
	is(facts_of("panic: boom\n\n" FIRST FRAME("runtime.gopanic", 1)
		    "[originating from goroutine 9]:\n" FRAME("main.f", 2)),
	   "panic: boom\n", "nor of who started it");
}

static void test_crash_lines(void)
{
	is(facts_of("panic: one\n\ttwo\nthree\n\nfour\n" FIRST BOTH),
	   "panic: one / two / three\n" AT, "up to a blank line");
	is(facts_of("panic: 1\n2\n3\n4\n5\n6\n7\n" FIRST BOTH),
	   "panic: 1 / 2 / 3 / 4 / 5 / ...\n" AT, "some lines, with a mark");
	is(facts_of("panic: one\n\ttwo [recovered]\n\tpanic: 2\n" FIRST
		    BOTH),
	   "panic: one / two [recovered]\npanic: 2\n" AT,
	   "up to the next panic");
	is(facts_of("w1 | panic: one\nw1 | two\ndb | three\n"
		    "w1 | goroutine 1 [running]:\n"
		    "w1 | main.wait(0x1)\nw1 | \t/src/main.go:29 +0x2c\n"),
	   "panic: one / two\n" AT, "behind the same prefix");
	is(facts_of("2024/01/02 http: panic serving 127.0.0.1:1: one\ntwo\n"
		    FIRST BOTH),
	   "panic: http: panic serving 127.0.0.1:1: one / two\n" AT,
	   "a log has it in front of the first alone");
	is(facts_of("x y panic: of old\ntwo\n" FIRST BOTH), "",
	   "of no reason there are none");
	is(facts_of("SIGQUIT: quit\nPC=0x1 m=0\n\n" FIRST BOTH),
	   "signal: SIGQUIT: quit\n" AT, "of no signal either");
}

static void test_long_message(void)
{
	struct buf text = BUF_INIT, want = BUF_INIT;

	buf_adds(&text, "panic: ");
	buf_pad(&text, 'x', 2 * CRASH_LINE_MAX);
	buf_adds(&text, "\ngoroutine 1 [running]:\n" BOTH);
	buf_adds(&want, "panic: ");
	buf_pad(&want, 'x', CRASH_LINE_MAX - strlen("panic: "));
	buf_adds(&want, "\n" AT);
	is(facts_of(buf_str(&text)), buf_str(&want), "a message is cut");
	buf_clear(&text);
	buf_adds(&text, "panic: one\n");
	buf_pad(&text, 'x', 401);
	buf_adds(&text, "\nthree\n" FIRST BOTH);
	is(facts_of(buf_str(&text)), "panic: one / ...\n" AT,
	   "so are the lines behind its first");
	buf_release(&text);
	buf_release(&want);
}

/* What is like a dump, and what is read to its end on the off chance. */
static void test_detected(void)
{
	struct buf text = BUF_INIT;

	is(rows_of("goroutines 1 [running]:\nmain.main()\n"),
	   "not a profile: this is text, \"goroutines 1 [running]:\"",
	   "words");
	for (size_t i = 0; i < 10000; i++)
		buf_addf(&text, "line %zu of a log\n", i);
	is(rows_of(buf_str(&text)),
	   "not a profile: this is text, \"line 0 of a log\"", "a log");
	buf_adds(&text, "goroutine 1 [running]:\n" BOTH);
	is(rows_of(buf_str(&text)), "1 state=running | " WAIT "\n",
	   "a log that ends in a crash");
	buf_addc(&text, '\n');
	buf_pad(&text, 'x', TEXTLINES_MAX + (1 << 20));
	is(rows_of(buf_str(&text)),
	   "goroutine dump: line 10005: longer than 16 MiB",
	   "and goes on without an end");
	buf_clear(&text);
	buf_adds(&text, "<!doctype html><p>");
	buf_pad(&text, 'x', TEXTLINES_MAX + (1 << 20));
	is(rows_of(buf_str(&text)), "not a profile: this is an HTML page, "
	   "perhaps an error; look at it, and check the URL it came from",
	   "a page of one line");
	buf_release(&text);
}

/* Of a large file, what went wrong is not that it is no profile. */
static void test_cancelled(void)
{
	struct buf text = BUF_INIT, out = BUF_INIT;

	buf_pad(&text, '\n', 1000000);
	reading_cancelled(&out, NULL, (struct str){ text.s, text.n });
	is(buf_str(&out), "error: goroutine dump: cancelled\n", "cancelled");
	buf_release(&text);
	buf_release(&out);
}

/* Cut anywhere, or with any byte changed, it is read or refused. */
static void test_damaged(void)
{
	static const char whole[] =
		"panic: x\n\ngoroutine 1 gp=0x1 m=0 mp=0x2 [sleep, 2 minutes "
		"labels:{\"a\": \"\\u00e9\"}]:\na.a(...)\n\ta.go:1\n" BOTH
		"...1 frames elided...\nnon-Go function\n\tpc=0x1\n" CREATED
		"[originating from goroutine 1]:\n" BOTH;
	size_t n = sizeof(whole) - 1;
	char damaged[sizeof(whole)];
	bool is_fine = true;

	for (size_t i = 1; i < n; i++)
		is_fine = is_fine && *read_bytes(whole, i, WITH_ROWS);
	for (size_t i = 0; i < n; i++) {
		for (int c = 0; c < 256; c++) {
			memcpy(damaged, whole, sizeof(whole));
			damaged[i] = (char)c;
			is_fine = is_fine &&
				  *read_bytes(damaged, n, WITH_ROWS);
		}
	}
	ok(is_fine, "damaged dumps");
}

/* As many goroutines without a stack as no machine has processors. */
static void test_many(void)
{
	struct buf text = BUF_INIT, want = BUF_INIT;

	for (int i = 0; i < 1000; i++)
		buf_addf(&text, "goroutine %d [running]:\n"
			 "\tgoroutine running on other thread; stack "
			 "unavailable\n\n", i);
	buf_adds(&want, "1000 state=running |\n");
	is(rows_of(buf_str(&text)), buf_str(&want), "a thousand without a "
	   "stack");
	buf_release(&text);
	buf_release(&want);
}

/*
 * Random goroutines, printed and told in the form of add_rows by code of their
 * own.  Each kind is printed several times, in any order.
 */
enum { KINDS = 12, PRINTED = 200 };

struct kind {
	struct buf text, want;
	int count, first;	/* when it was first printed; -1: never */
};

static uint32_t random_below(uint32_t *seed, uint32_t n)
{
	*seed = *seed * 1664525 + 1013904223;
	return (*seed >> 16) % n;
}

static void add_random_frames(struct kind *kind, uint32_t *seed)
{
	uint32_t n = 1 + random_below(seed, 6);
	bool is_inlined = false;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t f = random_below(seed, 9);

		buf_adds(&kind->want, !i ? " " : is_inlined ? " in " : "; ");
		buf_addf(&kind->want, "p.f%u p%u.go:%u", f, f % 2, f * 7);
		is_inlined = random_below(seed, 3) == 0;
		buf_addf(&kind->text, "p.f%u(%s)\n\tp%u.go:%u%s\n", f,
			 is_inlined ? "..." : "0x1, {0x2?, ...}", f % 2, f * 7,
			 is_inlined ? "" : " +0x1c");
	}
}

static void make_kind(struct kind *kind, uint32_t number, uint32_t *seed)
{
	static const char *const states[] = { "sleep", "select (no cases)" };
	const char *state = states[random_below(seed, 2)];
	uint32_t minutes = random_below(seed, 3);
	bool has_creator = random_below(seed, 2);

	*kind = (struct kind){ .first = -1 };
	buf_addf(&kind->text, "[%s", state);
	if (has_creator)
		buf_addf(&kind->want, "created by=p.c%u ", number);
	buf_addf(&kind->want, "kind=%u state=%s ", number, state);
	if (minutes) {
		buf_addf(&kind->text, ", %u minutes", minutes);
		buf_addf(&kind->want, "wait#%u seconds ",
			 minutes * 60);
	}
	buf_addf(&kind->text, " labels:{\"kind\": \"%u\"}]:\n", number);
	buf_addc(&kind->want, '|');
	add_random_frames(kind, seed);
	if (has_creator)
		buf_addf(&kind->text, "created by p.c%u in goroutine 1\n"
			 "\tp.go:1 +0x1\n", number);
}

/* Prints them, each line behind a prefix, in which numbers grow. */
static void print_kinds(struct buf *out, struct kind *kinds, uint32_t *seed)
{
	bool has_prefix = random_below(seed, 2);
	struct buf text = BUF_INIT;

	for (int i = 0; i < PRINTED; i++) {
		struct kind *kind = &kinds[random_below(seed, KINDS)];

		kind->first = kind->count++ ? kind->first : i;
		buf_addf(&text, "goroutine %d %s\n", i,
			 buf_str(&kind->text));
	}
	for (size_t i = 0; i < text.n; i++) {
		if (has_prefix && (!i || text.s[i - 1] == '\n'))
			buf_addf(out, "12:%zu app[%d]: ", i, 7);
		buf_addc(out, text.s[i]);
	}
	buf_release(&text);
}

static void add_wanted(struct buf *out, const struct kind *kinds)
{
	for (int first = 0; first < PRINTED; first++) {
		for (size_t i = 0; i < KINDS; i++) {
			if (kinds[i].first == first)
				buf_addf(out, "%d %s\n", kinds[i].count,
					 buf_str(&kinds[i].want));
		}
	}
}

static void test_random(void)
{
	for (uint32_t round = 0; round < 20; round++) {
		struct buf text = BUF_INIT, want = BUF_INIT;
		struct kind kinds[KINDS];
		uint32_t seed = round;

		for (uint32_t i = 0; i < KINDS; i++)
			make_kind(&kinds[i], i, &seed);
		print_kinds(&text, kinds, &seed);
		add_wanted(&want, kinds);
		is(rows_of(buf_str(&text)), buf_str(&want), "random "
		   "goroutines %u", round);
		buf_release(&text);
		buf_release(&want);
		for (uint32_t i = 0; i < KINDS; i++) {
			buf_release(&kinds[i].text);
			buf_release(&kinds[i].want);
		}
	}
}

int main(void)
{
	test_goroutines();
	test_random();
	test_threads();
	test_surroundings();
	test_wrong();
	test_crash();
	test_crash_place();
	test_crash_lines();
	test_long_message();
	test_detected();
	test_cancelled();
	test_damaged();
	test_many();
	buf_release(&warnings);
	return tap_done();
}
