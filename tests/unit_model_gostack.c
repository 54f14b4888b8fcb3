/*
 * Stacks with names in comments: what belongs together, what is hidden, and
 * random stacks of a made-up program, printed as Go prints them and read again.
 */
#include "config.h"

#include <inttypes.h>

#include "model/format.h"
#include "tests/reading.h"
#include "tests/tap.h"

#define HEAD "x profile: total 1\n1 @"
#define TYPES "types x/count\n"

static void test_cases(void)
{
	static const struct {
		const char *name;
		struct str text;
		const char *want;	/* the first row without its value */
	} cases[] = {
		{ "a call in each of two functions",
		  STR(" 0x115 0x205\n#\t0x114\tm.f+0x14\tm.go:1\n"
		      "#\t0x204\tm.g+0x4\tm.go:2\n"), "m.g;m.f" },
		{ "the runtime is hidden at the leaf",
		  STR(" 0x905 0x115\n#\t0x114\tm.f+0x14\tm.go:1\n"),
		  "m.f;0x904" },
		{ "the call stands where the hidden one returns to",
		  STR(" 0x115 0x116\n#\t0x115\tm.f+0x15\tm.go:1\n"),
		  "m.f;0x114" },
		{ "goexit is no frame",
		  STR(" 0x115 0x999\n#\t0x114\tm.f+0x14\tm.go:1\n"), "m.f" },
		{ "without comments nothing is known",
		  STR(" 0x115 0x999\n"), "0x998;0x114" },
		{ "comments that belong to no address",
		  STR(" 0x115 0x999\n#\t0x514\tm.f+0x14\tm.go:1\n"),
		  "0x998;0x114" },
		{ "inlined, each with an address of its own",
		  STR(" 0x115 0x111 0x110 0x205\n"
		      "#\t0x114\tm.h+0x14\tm.go:1\n"
		      "#\t0x110\tm.g+0x10\tm.go:2\n"
		      "#\t0x10f\tm.f+0xf\tm.go:3\n"
		      "#\t0x204\tmain+0x4\tm.go:4\n"), "main;m.f>m.g>m.h" },
		{ "inlined, all with one address, as before Go 1.12",
		  STR(" 0x115 0x205\n"
		      "#\t0x114\tm.g+0x14\tm.go:1\n"
		      "#\t0x114\tm.f+0x14\tm.go:2\n"
		      "#\t0x204\tmain+0x4\tm.go:3\n"), "main;m.f>m.g" },
		{ "the outer call has an address that is not in the stack",
		  STR(" 0x115 0x205\n"
		      "#\t0x114\tm.g+0x14\tm.go:1\n"
		      "#\t0x110\tm.f+0x10\tm.go:2\n"
		      "#\t0x204\tmain+0x4\tm.go:3\n"), "main;m.f>m.g" },
		{ "recursion is not inlined",
		  STR(" 0x115 0x115 0x115\n"
		      "#\t0x114\tm.f+0x14\tm.go:1\n"
		      "#\t0x114\tm.f+0x14\tm.go:1\n"
		      "#\t0x114\tm.f+0x14\tm.go:1\n"), "m.f;m.f;m.f" },
		{ "recursion through an inlined call",
		  STR(" 0x115 0x120 0x11a 0x120 0x11a\n"
		      "#\t0x114\tm.f+0x14\tm.go:1\n"
		      "#\t0x11f\tm.g+0x1f\tm.go:2\n"
		      "#\t0x119\tm.f+0x19\tm.go:3\n"
		      "#\t0x11f\tm.g+0x1f\tm.go:2\n"
		      "#\t0x119\tm.f+0x19\tm.go:3\n"),
		  "m.f>m.g;m.f>m.g;m.f" },
		{ "one function at two addresses side by side",
		  STR(" 0x115 0x116 0x205\n"
		      "#\t0x114\tm.g+0x14\tm.go:1\n"
		      "#\t0x115\tm.f+0x15\tm.go:2\n"
		      "#\t0x204\tmain+0x4\tm.go:3\n"), "main;m.f>m.g" },
		{ "C returns to where it stands",
		  STR(" 0x115 0x900 0x205\n"
		      "#\t0x114\tm.f+0x14\tm.go:1\n"
		      "#\t0x900\tc_call+0x10\tc.c:9\n"
		      "#\t0x204\tmain+0x4\tm.go:3\n"), "main;c_call;m.f" },
		{ "an address that Go does not know is shown",
		  STR(" 0x115 0x900\n#\t0x114\tm.f+0x14\tm.go:1\n"
		      "#\t0x8ff\n"), "0x8ff;m.f" },
		{ "foreign code in the middle has no comment",
		  STR(" 0x115 0x901 0x902 0x205\n"
		      "#\t0x114\tm.f+0x14\tm.go:1\n"
		      "#\t0x204\tmain+0x4\tm.go:3\n"),
		  "main;0x901;0x900;m.f" },
		{ "blanks for tabs, in names too",
		  STR(" 0x115\n#  0x114  m.(*T).f b+0x14  /a b/m.go:1 \n"),
		  "m.(*T).f b" },
		{ "an offset in a name",
		  STR(" 0x115\n#\t0x114\tm.f+0x1g+0x14\tm.go:1\n"),
		  "m.f+0x1g" },
		{ "no offset", STR(" 0x115\n#\t0x114\tm.f\tm.go:1\n"),
		  "0x114" },
		{ "no line", STR(" 0x115\n#\t0x114\tm.f+0x14\tm.go\n"),
		  "0x114" },
		{ "no number of a line",
		  STR(" 0x115\n#\t0x114\tm.f+0x14\tm.go:x\n"), "0x114" },
		{ "an address of more than 64 bits",
		  STR(" 0x115\n#\t0x10000000000000114\tm.f+0x14\tm.go:1\n"),
		  "0x114" },
	};
	struct buf text = BUF_INIT, out = BUF_INIT, want = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		buf_clear(&text);
		buf_adds(&text, HEAD);
		buf_add(&text, cases[i].text.s, cases[i].text.n);
		reading_stacks(&out, &format_count,
			       (struct str){ text.s, text.n });
		buf_clear(&want);
		buf_addf(&want, TYPES "%s 1\n", cases[i].want);
		is(buf_str(&out), buf_str(&want), "%s", cases[i].name);
	}
	buf_release(&text);
	buf_release(&out);
	buf_release(&want);
}

/* Addresses, files and lines; names from one record for another. */
static void test_tables(void)
{
	struct buf out = BUF_INIT;

	reading_dump(&out, &format_count, STR(
		"x profile: total 3\n"
		"1 @ 0x905 0x115 0x111 0x99\n"
		"#\t0x114\tm.g+0x14\tg.go:7\n"
		"#\t0x110\tm.f+0x10\tf.go:8\n\n"
		"1 @ 0x905 0xa09 0x99\n"
		"#\t0x904\truntime.park+0x4\tproc.go:9\n"
		"#\t0xa08\truntime.run+0x8\tproc.go:10\n\n"
		"1 @ 0x115 0x205\n"
		"#\t0x114\tm.g+0x14\tg.go:7\n"
		"#\t0x204\tm.h+0x4\tg.go:11\n\n"));
	is(buf_str(&out),
	   "type x count\n"
	   "map 1 0x0 0xffffffffffffffff 0x0 - - 15\n"
	   "func 1 m.g g.go 0\nfunc 2 m.f f.go 0\n"
	   "func 3 runtime.park proc.go 0\nfunc 4 runtime.run proc.go 0\n"
	   "func 5 m.h g.go 0\n"
	   "loc 1 1 0x904 3:9\n"
	   "loc 2 1 0x114 1:7 2:8\n"
	   "loc 3 1 0x904 3:9\n"
	   "loc 4 1 0xa08 4:10\n"
	   "loc 5 1 0x114 1:7\n"
	   "loc 6 1 0x204 5:11\n"
	   "row 1,2 1\nrow 3,4 1\nrow 5,6 1\n"
	   "period 1 x count\n", "tables");
	buf_release(&out);
}

/*
 * A program: call sites, each a chain of functions of which all but the last
 * are inlined.  Every third is of the runtime.
 */
enum { SITES = 60, CHAIN = 4, FUNCTIONS = 20, FUNCTION_SIZE = 0x1000 };

struct site {
	int function;		/* which has the code */
	int n;
	int names[CHAIN];	/* innermost first; the last is function */
	uint64_t calls[CHAIN];
	bool is_shown;		/* in some record */
};

static uint64_t state = 1;

static int random_below(int n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (int)((state >> 33) % (uint64_t)n);
}

static bool is_runtime(const struct site *site)
{
	return site->function % 3 == 0;
}

/* Inlined functions are of the same part as the function they are in. */
static void make_site(struct site *site, int number)
{
	int function = random_below(FUNCTIONS);

	*site = (struct site){ .function = function,
			       .n = 1 + random_below(CHAIN) };
	for (int i = site->n; i--; ) {
		int name = function;

		while (i < site->n - 1 &&
		       (name == function || name == site->names[i + 1] ||
			(name - function) % 3))
			name = random_below(FUNCTIONS);
		site->names[i] = name;
		site->calls[i] = (uint64_t)(function + 1) * FUNCTION_SIZE +
				 (uint64_t)(number * CHAIN + i) * 3 + 7;
	}
}

static void add_name(struct buf *out, int name)
{
	buf_addf(out, "%s.f%d", name % 3 ? "main" : "runtime", name);
}

/* A record with those sites, leaf first, as Go prints it. */
static void print_record(struct buf *text, struct site **stack, int n)
{
	int begin = 0;

	while (begin < n && is_runtime(stack[begin]))
		begin++;
	if (begin == n)
		begin = 0;
	buf_adds(text, "1 @");
	for (int i = 0; i < n; i++) {
		for (int k = 0; k < stack[i]->n; k++)
			buf_addf(text, " 0x%" PRIx64, stack[i]->calls[k] + 1);
	}
	buf_adds(text, " 0x77\n");
	for (int i = begin; i < n; i++) {
		stack[i]->is_shown = true;
		for (int k = 0; k < stack[i]->n; k++) {
			buf_addf(text, "#\t0x%" PRIx64 "\t",
				 stack[i]->calls[k]);
			add_name(text, stack[i]->names[k]);
			buf_addf(text, "+0x%" PRIx64 "\t\tf.go:%d\n",
				 stack[i]->calls[k] -
				 (uint64_t)(stack[i]->function + 1) *
				 FUNCTION_SIZE, k + 1);
		}
	}
	buf_addc(text, '\n');
}

/* What is hidden has each address for itself, named if that is known. */
static void want_hidden(struct buf *want, const struct site *site)
{
	for (int k = site->n; k--; ) {
		if (site->is_shown)
			add_name(want, site->names[k]);
		else
			buf_addf(want, "0x%" PRIx64, site->calls[k]);
		buf_adds(want, k ? ";" : "");
	}
}

static void want_row(struct buf *want, struct site **stack, int n)
{
	int begin = 0;

	while (begin < n && is_runtime(stack[begin]))
		begin++;
	if (begin == n)
		begin = 0;
	for (int i = n; i--; ) {
		if (i < begin) {
			want_hidden(want, stack[i]);
		} else {
			for (int k = stack[i]->n; k--; ) {
				add_name(want, stack[i]->names[k]);
				buf_adds(want, k ? ">" : "");
			}
		}
		buf_adds(want, i ? ";" : " 1\n");
	}
}

enum { RECORDS = 40, DEPTH = 12 };

static bool same_random(uint64_t seed)
{
	static struct site sites[SITES], *stacks[RECORDS][DEPTH];
	struct buf text = BUF_INIT, want = BUF_INIT, got = BUF_INIT;
	int depths[RECORDS];
	bool same;

	state = seed;
	for (int i = 0; i < SITES; i++)
		make_site(&sites[i], i);
	buf_addf(&text, "x profile: total %d\n", RECORDS);
	for (int r = 0; r < RECORDS; r++) {
		depths[r] = 1 + random_below(DEPTH);
		for (int i = 0; i < depths[r]; i++)
			stacks[r][i] = &sites[random_below(SITES)];
		print_record(&text, stacks[r], depths[r]);
	}
	buf_adds(&want, TYPES);
	for (int r = 0; r < RECORDS; r++)
		want_row(&want, stacks[r], depths[r]);
	reading_stacks(&got, &format_count, (struct str){ text.s, text.n });
	same = buf_same(&got, &want);
	if (!same)
		printf("# seed %" PRIu64 "\n%s\n got:\n%s\nwant:\n%s", seed,
		       buf_str(&text), buf_str(&got), buf_str(&want));
	buf_release(&text);
	buf_release(&want);
	buf_release(&got);
	return same;
}

static void test_random(void)
{
	uint64_t seed = 1;

	while (seed <= 300 && same_random(seed))
		seed++;
	is_int(seed, 301, "random programs, printed and read again");
}

/* Addresses and comments that fit nowhere take no time to speak of. */
static void test_hostile(void)
{
	struct buf text = BUF_INIT, out = BUF_INIT;

	buf_adds(&text, HEAD);
	for (int i = 0; i < 200000; i++)
		buf_adds(&text, " 0x9");
	buf_addc(&text, '\n');
	for (int i = 0; i < 200000; i++)
		buf_adds(&text, "#\t0x5\tf+0x1\tf:1\n");
	reading_stacks(&out, &format_count, (struct str){ text.s, text.n });
	ok(!strncmp(buf_str(&out), TYPES "0x8;0x8;", 20),
	   "many comments about other addresses");
	buf_release(&text);
	buf_release(&out);
}

int main(void)
{
	test_cases();
	test_tables();
	test_random();
	test_hostile();
	return tap_done();
}
