/*
 * The text of perf script: each shape that its options give lines, what they
 * make of a stack, several events, what is said of other lines, what is taken
 * for the format, and random samples printed and read again.
 */
#include "config.h"

#include <stdlib.h>

#include "model/perfline.h"
#include "tests/reading.h"
#include "tests/tap.h"

/* Everything of an event, to compare. */
static void add_event(struct buf *out, const struct perf_event *e)
{
	buf_addc(out, '<');
	buf_add(out, e->comm.s, e->comm.n);
	buf_addc(out, '>');
	if (e->has_pid)
		buf_addf(out, " pid %d", (int)e->pid);
	buf_addf(out, " tid %d", (int)e->tid);
	if (e->has_cpu)
		buf_addf(out, " cpu %d", (int)e->cpu);
	if (e->has_time)
		buf_addf(out, " time %lld", (long long)e->time);
	if (e->has_period)
		buf_addf(out, " period %lld", (long long)e->period);
	buf_addc(out, ' ');
	buf_add(out, e->name.s, e->name.n);
}

static void test_events(void)
{
	static const struct {
		const char *line, *want;	/* NULL: it is no event */
	} cases[] = {
		{ "sh  3454  1318.423327:          1 page-faults: ",
		  "<sh> tid 3454 time 1318423327000 period 1 page-faults" },
		{ "a b 3686/3687 [001]  1.000000001:  10 cpu-clock:u: ",
		  "<a b> pid 3686 tid 3687 cpu 1 time 1000000001 period 10 "
		  "cpu-clock:u" },
		{ "swapper     0 [012] 2281339.604067:   20834821 cycles:",
		  "<swapper> tid 0 cpu 12 time 2281339604067000 "
		  "period 20834821 cycles" },
		{ "simple     9/9     198791.127353: cpu-clock: ",
		  "<simple> pid 9 tid 9 time 198791127353000 cpu-clock" },
		{ "Web Content 12 34 5.5: 1 cycles:",
		  "<Web Content 12> tid 34 time 5500000000 period 1 cycles" },
		{ "Web Content 12 34 cycles:",
		  "<Web Content> tid 12 period 34 cycles" },
		{ "sh 12 cycles:", "<sh> tid 12 cycles" },
		{ "   dad 17 8.5: 1 cycles:  ffffffff9b201293 [unknown] (x)",
		  "<dad> tid 17 time 8500000000 period 1 cycles" },
		{ ":-1    -1 [000]  1.5: 7 cpu/event=0x3c,umask=0x0/u: ",
		  "<:-1> tid -1 cpu 0 time 1500000000 period 7 "
		  "cpu/event=0x3c,umask=0x0/u" },
		{ "sh 12 [003] 7.5: sched:sched_switch: prev_comm=sh ==> a:1",
		  "<sh> tid 12 cpu 3 time 7500000000 sched:sched_switch" },
		{ "sh 12 [003] 7.5: r003c:", "<sh> tid 12 cpu 3 "
		  "time 7500000000 r003c" },
		{ "sh 12 7.5: PERF_RECORD_COMM: sh:1/1", NULL },
		{ "Warning: 12 foo: bar", NULL },
		{ "a;b;c 12", NULL },
		{ "sh 12", NULL },
		{ "12 cycles:", NULL },
		{ "sh 12 7.5: 99999999999999999999 cycles:", NULL },
		{ "sh 99999999999999999999 7.5: 1 cycles:", NULL },
		{ "sh 12 7.0000000001: 1 cycles:", NULL },
		{ "sh 12 7.5: 12 13:", NULL },
		{ "sh 12 7.5: :", NULL },
		{ "", NULL },
		{ "    ", NULL },
	};
	struct perf_event event;
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		buf_clear(&out);
		if (perfline_event(str_of(cases[i].line), &event))
			add_event(&out, &event);
		is(buf_str(&out), cases[i].want ? cases[i].want : "",
		   "\"%s\"", cases[i].line);
	}
	buf_release(&out);
}

static void test_frames(void)
{
	static const struct {
		const char *line, *want;	/* NULL: it is no frame */
	} cases[] = {
		{ "\tffffffff81775b9a elf_load+0x28a ([kernel.kallsyms])",
		  "ffffffff81775b9a <elf_load> <[kernel.kallsyms]>" },
		{ "            116c inner+0x1c (inlined)",
		  "116c <inner> <> inlined" },
		{ "            1051 main (/tmp/a b)", "1051 <main> </tmp/a b>" },
		{ " 1 f(int, char (*)(long))+0x3 (/tmp/x (deleted))",
		  "1 <f(int, char (*)(long))> </tmp/x (deleted)>" },
		{ " 1 f(int)", "1 <f(int)> <>" },
		{ " 1 (/bin/sh)", "1 <> </bin/sh>" },
		{ " 1 [unknown] (/bin/sh+0x116c)", "1 <> </bin/sh>" },
		{ " 1 [unknown] ([unknown])", "1 <> <>" },
		{ " 1 [unknown]", "1 <> <>" },
		{ " 1", "1 <> <>" },
		{ " 1 operator+ (x)", "1 <operator+> <x>" },
		{ " 1 operator+0xz (x)", "1 <operator+0xz> <x>" },
		{ " 1 f) (x))", "1 <f) (x))> <>" },
		{ " 1 f+0x ()", "1 <f+0x> <>" },
		{ "1 f (x)", NULL },
		{ " g f (x)", NULL },
		{ " 1f:2", NULL },
		{ " 10000000000000000 f (x)", NULL },
		{ "", NULL },
	};
	struct perf_frame f;
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		buf_clear(&out);
		if (perfline_frame(str_of(cases[i].line), &f))
			buf_addf(&out, "%llx <%.*s> <%.*s>%s",
				 (unsigned long long)f.address,
				 (int)f.symbol.n, f.symbol.s, (int)f.dso.n,
				 f.dso.s, f.is_inlined ? " inlined" : "");
		is(buf_str(&out), cases[i].want ? cases[i].want : "",
		   "\"%s\"", cases[i].line);
	}
	buf_release(&out);
}

static void test_places(void)
{
	static const struct {
		const char *line, *want;	/* NULL: it is no place */
	} cases[] = {
		{ "  /tmp/a.c:3 (inlined)", "</tmp/a.c> 3 inlined" },
		{ "  /tmp/a.c:4", "</tmp/a.c> 4" },
		{ "  a b[116c]", "<> 0" },
		{ "  [kernel.kallsyms][ffffffff81775b9a]", "<> 0" },
		{ "  :0", "<> 0" },
		{ "  ??:0", "<> 0" },
		{ "  a.c", NULL },
		{ "  a.c:x", NULL },
		{ " a.c:3", NULL },
		{ "  a.c:99999999999999999999", NULL },
		{ "  ", NULL },
	};
	struct perf_place p;
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		buf_clear(&out);
		if (perfline_place(str_of(cases[i].line), &p))
			buf_addf(&out, "<%.*s> %d%s", (int)p.file.n, p.file.s,
				 (int)p.line, p.is_inlined ? " inlined" : "");
		is(buf_str(&out), cases[i].want ? cases[i].want : "",
		   "\"%s\"", cases[i].line);
	}
	buf_release(&out);
}

#define ONE "types cycles_sample/count cycles_event/count\n"

static void test_samples(void)
{
	static const struct reading_case cases[] = {
		{ "equal stacks are one row",
		  STR("sh 7 1.5: 10 cycles:\n\t1 f+0x1 (/bin/sh)\n"
		      "\t2 main (/bin/sh)\n\n"
		      "sh 7 1.6: 12 cycles:\n\t1 f+0x1 (/bin/sh)\n"
		      "\t2 main (/bin/sh)\n"),
		  ONE "main;f 2,22 comm=sh tid#7\n" },
		{ "of another thread they are not",
		  STR("sh 7/8 [002] 1.5: 10 cycles:\n\t1 f (x)\n\n"
		      "sh 7/9 [002] 1.5: 10 cycles:\n\t1 f (x)\n\n"),
		  ONE "f 1,10 comm=sh cpu#2 pid#7 tid#8\n"
		  "f 1,10 comm=sh cpu#2 pid#7 tid#9\n" },
		{ "no empty line between samples",
		  STR("sh 7 1.5: 1 cycles:\n\t1 f (x)\n"
		      "sh 7 1.5: 1 cycles:\n\t2 g (x)\n"),
		  ONE "f 1,1 comm=sh tid#7\ng 1,1 comm=sh tid#7\n" },
		{ "an empty line in front of the frames",
		  STR("sh 7 1.5: 1 cycles:\n\n\t1 f (x)\n\n"),
		  ONE "f 1,1 comm=sh tid#7\n" },
		{ "no frames", STR("sh 7 1.5: 1 cycles:\n\n"
				     "sh 7 1.5: 2 cycles:\n"),
		  ONE " 2,3 comm=sh tid#7\n" },
		{ "frames behind the event",
		  STR("     sh 7 1.5: 3 cycles:     ffffffff9b201293 f (x)\n"
		      "    dad 7 1.5: 4 cycles:     ffffffff9b201294 g (x)\n"),
		  ONE "f 1,3 comm=sh tid#7\ng 1,4 comm=dad tid#7\n" },
		{ "threads that are called as an address is",
		  STR("             a b 7 1.5: 3 cycles:     ffffffff9b201293 f (x)\n"
		      "             a b 7 1.5: 4 cycles:     ffffffff9b201293 f (x)\n"),
		  ONE "f 2,7 comm=a b tid#7\n" },
		{ "what is not known has its address",
		  STR("sh 7 1.5: 1 cycles:\n\t1a [unknown] (x)\n"
		      "\t2b [unknown] ([unknown])\n"),
		  ONE "0x2b;0x1a 1,1 comm=sh tid#7\n" },
		{ "inlined frames",
		  STR("sh 7 1.5: 1 cycles:\n\t1 h (inlined)\n\t1 g (inlined)\n"
		      "\t1 f (x)\n\t2 e (inlined)\n\t3 main (x)\n"
		      "\t4 d (inlined)\n"),
		  ONE "d;main;e;f>g>h 1,1 comm=sh tid#7\n" },
		{ "the same frame, with and without an inlined one",
		  STR("sh 7 1.5: 1 cycles:\n\t1 g (inlined)\n\t1 f (x)\n\n"
		      "sh 7 1.5: 1 cycles:\n\t1 f (x)\n"),
		  ONE "f>g 1,1 comm=sh tid#7\nf 1,1 comm=sh tid#7\n" },
		{ "calls that an agent inlined",
		  STR("java 7 1.5: 1 cycles:\n"
		      "\t1 LA;::a->LB;::b->LC;::c (/tmp/perf-7.map)\n"
		      "\t2 ->x-> (/tmp/perf-7.map)\n\t3 f->g (x)\n"),
		  ONE "f->g;->x->;LA;::a>LB;::b>LC;::c 1,1 comm=java tid#7\n" },
		{ "CR LF", STR("sh 7 1.5: 1 cycles:\r\n\t1 f (x)\r\n\r\n"),
		  ONE "f 1,1 comm=sh tid#7\n" },
		{ "other records are passed over, and end a sample",
		  STR("sh 7 0.5: PERF_RECORD_COMM exec: sh:7/7\n"
		      "sh 7 1.5: 1 cycles:\n\t1 f (x)\n"
		      "sh 7 1.5: PERF_RECORD_MMAP2 7/7: [0x1(0x2) @ 0 0 0]: "
		      "r-xp /bin/sh\n"
		      "sh 7 1.5: 1 cycles:\n\t1 f (x)\n"),
		  ONE "f 2,2 comm=sh tid#7\n" },
	};

	reading_check(&format_perf, cases, ARRAY_SIZE(cases));
}

static void test_kinds(void)
{
	static const struct reading_case cases[] = {
		{ "an event without periods has no sum of them",
		  STR("sh 7 1.5: cycles:\n\t1 f (x)\n"),
		  "types cycles_sample/count\nf 1 comm=sh tid#7\n" },
		{ "clocks count nanoseconds",
		  STR("sh 7 1.5: 250000 cpu-clock:uhH:\n\t1 f (x)\n"),
		  "types cpu-clock:uhH_sample/count "
		  "cpu-clock:uhH_event/nanoseconds\nf 1,250000 comm=sh tid#7\n" },
		{ "each event has its own",
		  STR("sh 7 1.5: 5 cycles:\n\t1 f (x)\n\n"
		      "sh 7 1.5: faults:\n\t1 f (x)\n\n"
		      "sh 7 1.5: 6 cycles:\n\t1 f (x)\n"),
		  "types cycles_sample/count cycles_event/count "
		  "faults_sample/count\n"
		  "f 2,11,0 comm=sh tid#7\nf 0,0,1 comm=sh tid#7\n" },
		{ "a sample without a period counts one event",
		  STR("sh 7 1.5: 5 cycles:\n\t1 f (x)\n\n"
		      "sh 7 1.5: cycles:\n\t1 f (x)\n"),
		  ONE "f 2,6 comm=sh tid#7\n" },
		{ "a sum that is too large",
		  STR("sh 7 1.5: 9223372036854775807 cycles:\n\t1 f (x)\n\n"
		      "sh 7 1.5: 7 cycles:\n\t1 f (x)\n"),
		  ONE "f 2,9223372036854775807 comm=sh tid#7\n" },
	};

	reading_check(&format_perf, cases, ARRAY_SIZE(cases));
}

#define FIRST "a line could not be read and is left out: "
#define NEITHER "neither an event of perf script nor a frame of one"

static void test_bad(void)
{
	static const struct reading_case cases[] = {
		{ "a line of something else",
		  STR("sh 7 1.5: 1 cycles:\n\t1 f (x)\n[ perf: Woken up ]\n"
		      "\t2 main (x)\n"),
		  "warning: " FIRST "line 3: " NEITHER "\n"
		  ONE "main;f 1,1 comm=sh tid#7\n" },
		{ "a frame without an event",
		  STR("\t1 f (x)\nsh 7 1.5: 1 cycles:\n\t1 f (x)\n"),
		  "warning: " FIRST "line 1: " NEITHER "\n"
		  ONE "f 1,1 comm=sh tid#7\n" },
		{ "no sample", STR("\t1 f (x)\n"),
		  "error: text of perf script: there is no sample; line 1: "
		  NEITHER "\n" },
		{ "nothing", STR("\n# a : b\n"),
		  "error: text of perf script: there is no sample\n" },
	};
	struct buf text = BUF_INIT, out = BUF_INIT;

	reading_check(&format_perf, cases, ARRAY_SIZE(cases));
	for (int i = 0; i < 257; i++)
		buf_addf(&text, "sh 7 1.5: 1 e%d:\n", i);
	reading_stacks(&out, &format_perf, (struct str){ text.s, text.n });
	is(buf_str(&out), "error: text of perf script: line 257: more than 256 "
	   "different events\n", "too many events");
	buf_release(&text);
	buf_release(&out);
}

/* With -F +srcline, a header, and the binary that is called like the thread. */
static void test_dump(void)
{
	struct buf out = BUF_INIT;

	reading_dump(&out, &format_perf,
		STR("# ========\n# cmdline : perf record -g\n#\n"
		    "work 7 100.500000: 9 cycles:\n"
		    "\t1775b9a read+0x1 ([kernel.kallsyms])\n"
		    "  [kernel.kallsyms][1775b9a]\n"
		    "\t116c inner+0x1c\n"
		    "  /src/a.c:3 (inlined)\n"
		    "\t116c run+0x1c (/tmp/work)\n"
		    "  /src/a.c:14\n"
		    "\t1051 main+0x11 (/tmp/work)\n"
		    "  /src/b.c:5\n\n"
		    "work 7 100.750000: 9 cycles:\n"
		    "\t116c run+0x1c (/tmp/work)\n"));
	is(buf_str(&out),
	   "type cycles_sample count\n"
	   "type cycles_event count\n"
	   "map 1 0x0 0x0 0x0 /tmp/work -\n"
	   "map 2 0x0 0x0 0x0 [kernel.kallsyms] -\n"
	   "func 1 read - 0 -\n"
	   "func 2 inner /src/a.c 0 -\n"
	   "func 3 run /src/a.c 0 -\n"
	   "func 4 main /src/b.c 0 -\n"
	   "func 5 run - 0 -\n"
	   "loc 1 2 0x1775b9a 1\n"
	   "loc 2 1 0x116c 2:3 3:14\n"
	   "loc 3 1 0x1051 4:5\n"
	   "loc 4 1 0x116c 5\n"
	   "row 1,2,3 1,9 comm=work tid#7\n"
	   "row 4 1,9 comm=work tid#7\n"
	   "duration 250000000\n", "places, mappings and the time between");
	reading_dump(&out, &format_perf,
		STR("java 7 1.5: 9 cycles:\n\t1 f (/lib/libc.so)\n"
		    "\t2 <stub> (x)\n\t7f0000000003 _Z1fv (x)\n"));
	is(buf_str(&out),
	   "type cycles_sample count\n"
	   "type cycles_event count\n"
	   "map 1 0x0 0x0 0x0 - -\n"
	   "map 2 0x0 0x0 0x0 x - 1\n"
	   "map 3 0x0 0x0 0x0 /lib/libc.so -\n"
	   "func 1 f - 0 -\n"
	   "func 2 <stub> - 0 -\n"
	   "func 3 _Z1fv - 0\n"
	   "loc 1 3 0x1 1\n"
	   "loc 2 2 0x2 2\n"
	   "loc 3 2 0x7f0000000003 3\n"
	   "row 1,2,3 1,9 comm=java tid#7\n",
	   "no main binary, a linker's name, an address of memory");
	buf_release(&out);
}

static void test_match(void)
{
	static const struct reading_case cases[] = {
		{ "events with frames",
		  STR("sh 7 1.5: 1 cycles:\n\t1 f (x)\n"),
		  ONE "f 1,1 comm=sh tid#7\n" },
		{ "a header in front", STR("# ========\n# a : b\n"
					     "sh 7 1.5: 1 cycles:\n\t1 f (x)\n"),
		  ONE "f 1,1 comm=sh tid#7\n" },
		{ "a sentence with a number and a colon",
		  STR("Warning: 12 foo: bar\n"),
		  "error: not a profile: this is text, \"Warning: 12 foo: bar\"\n" },
		{ "more other lines than one in ten",
		  STR("sh 7 1.5: 1 cycles:\n\t1 f (x)\nx\n"),
		  "error: not a profile: this is text, \"sh 7 1.5: 1 cycles:\"\n" },
		{ "events without frames among other lines",
		  STR("sh 7 1.5: 1 cycles:\nx\n"),
		  "error: not a profile: this is text, \"sh 7 1.5: 1 cycles:\"\n" },
		{ "a header of perf in front of all kinds of lines",
		  STR("# perf version : 6.1\nsh 7 1.5: 1 cycles:\nx\n"),
		  "warning: " FIRST "line 3: " NEITHER "\n"
		  ONE " 1,1 comm=sh tid#7\n" },
		{ "and alone", STR("# perf version : 6.1\n"),
		  "error: text of perf script: there is no sample\n" },
		{ "events alone", STR("sh 7 1.5: 1 cycles:\n"),
		  ONE " 1,1 comm=sh tid#7\n" },
	};

	reading_check(NULL, cases, ARRAY_SIZE(cases));
}

/*
 * Random samples of few threads, printed as perf does with the fields that the
 * round has, and read again.  Stacks that are alike only by chance would be
 * added up, so that each has a number in it.
 */
static void print_random(struct buf *text, struct buf *want, int i, int fields)
{
	static const char *const names[] = {
		"main", "f(int, char*)", "std::map<a, b>::find", "operator+",
		"a b", "(anonymous namespace)::g",
	};
	static const char *const comms[] = { "sh", "a b", "Web Content 3" };
	const char *comm = comms[rand() % 3];
	int depth = 1 + rand() % 5, period = 1 + rand() % 1000;
	int tid = rand() % 100, cpu = rand() % 4;
	struct buf stack = BUF_INIT;

	buf_addf(text, "%s ", comm);
	if (fields & 1)
		buf_addf(text, "%5d/%-5d ", tid + 1, tid);
	else
		buf_addf(text, "%5d ", tid);
	if (fields & 2)
		buf_addf(text, "[%03d] ", cpu);
	buf_addf(text, "%5d.%06d: ", i / 10, i);
	buf_addf(text, "%10d cycles: \n", period);
	for (int k = 0; k < depth; k++) {
		const char *name = names[rand() % 6];

		buf_addf(text, "\t%16x %s%s (%s)\n", (unsigned)(1000 * i + k),
			 name, fields & 4 ? "+0x1f" : "", "/lib/x (deleted)");
		buf_addf(&stack, "%s;", name);
	}
	buf_addc(text, '\n');
	while (stack.n) {
		size_t start = stack.n - 1;

		while (start && stack.s[start - 1] != ';')
			start--;
		buf_add(want, stack.s + start,
			stack.n - start - (start == 0));
		stack.n = start;
	}
	buf_addf(want, " 1,%d comm=%s", period, comm);
	if (fields & 2)
		buf_addf(want, " cpu#%d", cpu);
	if (fields & 1)
		buf_addf(want, " pid#%d", tid + 1);
	buf_addf(want, " tid#%d\n", tid);
	buf_release(&stack);
}

static void test_random(void)
{
	struct buf text = BUF_INIT, want = BUF_INIT, out = BUF_INIT;

	srand(5);
	for (int fields = 0; fields < 8; fields++) {
		buf_clear(&text);
		buf_clear(&want);
		buf_adds(&want, ONE);
		for (int i = 0; i < 200; i++)
			print_random(&text, &want, i, fields);
		reading_stacks(&out, NULL, (struct str){ text.s, text.n });
		ok(buf_same(&out, &want), "200 random samples, fields %d",
		   fields);
	}
	buf_release(&text);
	buf_release(&want);
	buf_release(&out);
}

int main(void)
{
	test_events();
	test_frames();
	test_places();
	test_samples();
	test_kinds();
	test_bad();
	test_dump();
	test_match();
	test_random();
	return tap_done();
}
