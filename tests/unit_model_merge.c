/*
 * Several profiles as one: what counts as the same mapping, location, function
 * and row, how units and headers come together, bases and sides.
 */
#include "config.h"

#include <stdlib.h>

#include "model/merge.h"
#include "tests/build.h"
#include "tests/tap.h"

static struct mem mem;

enum { SOURCES_MAX = 3 };

/* One source: its text and how it goes in. */
struct part {
	const char *text;
	int side;
	bool is_negative, is_base;
};

/* Merges parts up to one without text into out, as text or as a reason. */
static void merge(const struct part *parts, struct buf *out)
{
	struct profile profiles[SOURCES_MAX], merged;
	struct merge_source sources[SOURCES_MAX];
	struct err err;
	size_t n = 0;

	for (; n < SOURCES_MAX && parts[n].text; n++) {
		build_from(&profiles[n], &mem, parts[n].text);
		sources[n] = (struct merge_source){
			&profiles[n], parts[n].side, parts[n].is_negative,
			parts[n].is_base
		};
	}
	profile_init(&merged, &mem);
	buf_clear(out);
	if (merge_profiles(&merged, sources, n, &err))
		buf_adds(out, err.text);
	else
		build_dump(out, &merged);
	profile_release(&merged);
	while (n--)
		profile_release(&profiles[n]);
}

static void check(const char *name, const char *a, const char *b,
		  const char *want)
{
	struct buf out = BUF_INIT;

	merge((struct part[]){ { .text = a }, { .text = b }, { .text = NULL } },
	      &out);
	is(buf_str(&out), want, "%s", name);
	buf_release(&out);
}

static void check_parts(const char *name, const struct part *parts,
			const char *want)
{
	struct buf out = BUF_INIT;

	merge(parts, &out);
	is(buf_str(&out), want, "%s", name);
	buf_release(&out);
}

#define NAMES "func 1 main a.go 1\nfunc 2 work b.go 2\n"
#define LOCS "loc 1 0 0x10 1:5\nloc 2 0 0x20 2:6\n"
#define HEAD "type n count\n" NAMES LOCS

static void test_rows(void)
{
	check("one profile stays what it is", HEAD "row 1,2 1\nrow 2 2\n",
	      NULL, HEAD "row 1,2 1\nrow 2 2\n");
	check("equal stacks become one row, in the order they are met",
	      HEAD "row 1,2 1\nrow 2 2\nrow 1,2 4\n",
	      HEAD "row - 8\nrow 1 16\nrow 2 32\n",
	      HEAD "row 1,2 5\nrow 2 34\nrow - 8\nrow 1 16\n");
	check("only what is used is taken over, numbered as it is used",
	      HEAD "row 2 2\n", NULL,
	      "type n count\nfunc 1 work b.go 2\nloc 1 0 0x20 1:6\n"
	      "row 1 2\n");
	check("other ids are the same things",
	      HEAD "row 1,2 1\n",
	      "type n count\nfunc 77 work b.go 2\nfunc 5 main a.go 1\n"
	      "loc 9 0 0x20 77:6\nloc 8 0 0x10 5:5\nrow 8,9 2\n",
	      HEAD "row 1,2 3\n");
	check("rows of zeroes go", "type n count\ntype m count\n" NAMES LOCS
	      "row 1 0,0\nrow 2 0,1\n", NULL,
	      "type n count\ntype m count\nfunc 1 work b.go 2\n"
	      "loc 1 0 0x20 1:6\nrow 1 0,1\n");
	check("so do those that become it, and what only they used",
	      HEAD "row 1 1\nrow 2 2\n", HEAD "row 1 -1\n",
	      "type n count\nfunc 1 work b.go 2\nloc 1 0 0x20 1:6\n"
	      "row 1 2\n");
	check("values wrap around, as the reference's do",
	      HEAD "row 1 9223372036854775807\n", HEAD "row 1 1\n",
	      "type n count\nfunc 1 main a.go 1\nloc 1 0 0x10 1:5\n"
	      "row 1 -9223372036854775808\n");
	check("nothing and nothing is nothing", "type n count\n",
	      "type n count\n", "type n count\n");
}

static void test_labels(void)
{
	check("labels tell rows apart",
	      "type n count\nrow - 1 a=x\nrow - 2 a=y\nrow - 4\nrow - 8 a#1\n"
	      "row - 16 a#1kb\n",
	      "type n count\nrow - 32 a=x\nrow - 64 a#1kb\nrow - 128 b=x\n",
	      "type n count\nrow - 33 a=x\nrow - 2 a=y\nrow - 4\nrow - 8 a#1\n"
	      "row - 80 a#1kb\nrow - 128 b=x\n");
	check("keys have no order, values of one key have",
	      "type n count\nrow - 1 a=x b=y c#1 a=z\n",
	      "type n count\nrow - 2 c#1 b=y a=x a=z\n"
	      "row - 4 a=z b=y c#1 a=x\n",
	      "type n count\nrow - 3 a=x a=z b=y c#1\n"
	      "row - 4 a=z a=x b=y c#1\n");
	check("text is no number", "type n count\nrow - 1 a=1\nrow - 2 a#1\n", NULL,
	      "type n count\nrow - 1 a=1\nrow - 2 a#1\n");
}

static void test_mappings(void)
{
	check("a mapping loaded elsewhere is the same one",
	      "type n count\nmap 1 0x1000 0x3000 0x0 /bin/a id\n"
	      "loc 1 1 0x1234\nrow 1 1\n",
	      "type n count\nmap 4 0x7000 0x9000 0x0 /tmp/b id\n"
	      "loc 1 4 0x7234\nrow 1 2\n",
	      "type n count\nmap 1 0x1000 0x3000 0x0 /bin/a id\n"
	      "loc 1 1 0x1234\nrow 1 3\n");
	check("its file stands for a build id that is not there",
	      "type n count\nmap 1 0x1000 0x3000 0x0 /bin/a -\n"
	      "loc 1 1 0x1234\nrow 1 1\n",
	      "type n count\nmap 1 0x0 0x2000 0x0 /bin/a -\n"
	      "map 2 0x0 0x2000 0x0 /bin/b -\n"
	      "loc 1 1 0x234\nloc 2 2 0x234\nrow 1 2\nrow 2 4\n",
	      "type n count\nmap 1 0x1000 0x3000 0x0 /bin/a -\n"
	      "map 2 0x0 0x2000 0x0 /bin/b -\n"
	      "loc 1 1 0x1234\nloc 2 2 0x234\nrow 1 3\nrow 2 4\n");
	check("sizes are rounded up to 4 KiB, offsets are not",
	      "type n count\nmap 1 0x1000 0x2001 0x0 - id\n"
	      "loc 1 1 0x1234\nrow 1 1\n",
	      "type n count\nmap 1 0x1000 0x3000 0x0 - id\n"
	      "map 2 0x1000 0x3001 0x0 - id\nmap 3 0x1000 0x3000 0x1 - id\n"
	      "loc 1 1 0x1234\nloc 2 2 0x1234\nloc 3 3 0x1234\n"
	      "row 1 2\nrow 2 4\nrow 3 8\n",
	      "type n count\nmap 1 0x1000 0x2001 0x0 - id\n"
	      "map 2 0x1000 0x3001 0x0 - id\nmap 3 0x1000 0x3000 0x1 - id\n"
	      "loc 1 1 0x1234\nloc 2 2 0x1234\nloc 3 3 0x1234\n"
	      "row 1 3\nrow 2 4\nrow 3 8\n");
	check("an address below its mapping goes with it",
	      "type n count\nmap 1 0x1000 0x2000 0x0 - id\n"
	      "loc 1 1 0x10\nrow 1 1\n",
	      "type n count\nmap 1 0x3000 0x4000 0x0 - id\n"
	      "loc 1 1 0x2010\nrow 1 2\n",
	      "type n count\nmap 1 0x1000 0x2000 0x0 - id\n"
	      "loc 1 1 0x10\nrow 1 3\n");
	check("a limit below the start is no size",
	      "type n count\nmap 1 0x5000 0x1000 0x0 - id\n"
	      "loc 1 1 0x10\nrow 1 1\n", NULL,
	      "type n count\nmap 1 0x5000 0x1000 0x0 - id\n"
	      "loc 1 1 0x10\nrow 1 1\n");
	check("the main binary comes first, used or not",
	      "type n count\nmap 1 0x1000 0x2000 0x0 /main - 15\n"
	      "map 2 0x3000 0x4000 0x0 /lib -\nloc 1 2 0x3001\nrow 1 1\n",
	      "type n count\nmap 1 0x1000 0x2000 0x0 /other -\n"
	      "loc 1 0 0x1\nrow 1 2\n",
	      "type n count\nmap 1 0x1000 0x2000 0x0 /main - 15\n"
	      "map 2 0x3000 0x4000 0x0 /lib -\nloc 1 2 0x3001\nloc 2 0 0x1\n"
	      "row 1 1\nrow 2 2\n");
	check("that of the second when the first has none",
	      "type n count\nrow - 1\n",
	      "type n count\nmap 1 0x1000 0x2000 0x0 /main -\nrow - 1\n",
	      "type n count\nmap 1 0x1000 0x2000 0x0 /main -\nrow - 2\n");
}

static void test_locations(void)
{
	check("locations differ by address, lines and whether folded",
	      "type n count\n" NAMES "loc 1 0 0x10 1:5\nloc 2 0 0x11 1:5\n"
	      "loc 3 0 0x10 1:6\nloc 4 0 0x10 2:5\nloc 5 0 0x10 1:5 folded\n"
	      "loc 6 0 0x10\nloc 7 0 0x10 1:5 1:5\nloc 8 0 0x10 1:5\n"
	      "row 1 1\nrow 2 1\nrow 3 1\nrow 4 1\nrow 5 1\nrow 6 1\n"
	      "row 7 1\nrow 8 1\n", NULL,
	      "type n count\n" NAMES "loc 1 0 0x10 1:5\nloc 2 0 0x11 1:5\n"
	      "loc 3 0 0x10 1:6\nloc 4 0 0x10 2:5\nloc 5 0 0x10 1:5 folded\n"
	      "loc 6 0 0x10\nloc 7 0 0x10 1:5 1:5\n"
	      "row 1 2\nrow 2 1\nrow 3 1\nrow 4 1\nrow 5 1\nrow 6 1\n"
	      "row 7 1\n");
	check("of the columns only the outermost line's counts",
	      "type n count\n" NAMES
	      "loc 1 0 0x10 1:5:1 2:6:1\nloc 2 0 0x10 1:5:2 2:6:1\n"
	      "loc 3 0 0x10 1:5:1 2:6:2\nrow 1 1\nrow 2 2\nrow 3 4\n", NULL,
	      "type n count\n" NAMES
	      "loc 1 0 0x10 1:5:1 2:6:1\nloc 2 0 0x10 1:5:1 2:6:2\n"
	      "row 1 3\nrow 2 4\n");
	check("functions differ by name, file, first line and system name",
	      "type n count\nfunc 1 f a 1\nfunc 2 g a 1\nfunc 3 f b 1\n"
	      "func 4 f a 2\nfunc 5 f a 1 _f\nfunc 6 f a 1\n"
	      "loc 1 0 0x1 1 2 3 4 5 6\nrow 1 1\n", NULL,
	      "type n count\nfunc 1 f a 1\nfunc 2 g a 1\nfunc 3 f b 1\n"
	      "func 4 f a 2\nfunc 5 f a 1 _f\n"
	      "loc 1 0 0x1 1 2 3 4 5 1\nrow 1 1\n");
}

static void test_types(void)
{
	check("types that both have, in the order of the first",
	      "type a x\ntype b x\ntype c x\nrow - 1,2,4\n",
	      "type c x\ntype d x\ntype a x\nrow - 8,16,32\n",
	      "type a x\ntype c x\nrow - 33,12\ndefault a\n");
	check("a default among them stays, of the first that has one",
	      "type a x\ntype b x\nrow - 1,2\ndefault b\n",
	      "type b x\ntype a x\nrow - 4,8\ndefault a\n",
	      "type a x\ntype b x\nrow - 9,6\ndefault b\n");
	check("one that is not among them is replaced by the first",
	      "type a x\ntype b x\ntype c x\nrow - 1,2,4\ndefault c\n",
	      "type a x\ntype b x\nrow - 8,16\n",
	      "type a x\ntype b x\nrow - 9,18\ndefault a\n");
	check("but not where nothing had to be put in order",
	      "type a x\nrow - 1\n", "type a x\nrow - 2\ndefault z\n",
	      "type a x\nrow - 3\ndefault z\n");
	check("a row that has nothing in common types goes",
	      "type a x\ntype b x\nrow - 1,0\nrow - 0,2 l=m\n",
	      "type a x\nrow - 4\n", "type a x\nrow - 5\ndefault a\n");
	check("no type in common", "type a x\nrow - 1\n",
	      "type b x\nrow - 1\n", "profiles have empty common sample type "
	      "list; pprowl -raw FILE lists those of each");
	check("a type that one has twice is not common",
	      "type a x\ntype a x\ntype b x\nrow - 1,2,4\n",
	      "type b x\nrow - 8\n", "type b x\nrow - 12\ndefault b\n");
	check("nor one that the other has twice",
	      "type a x\ntype b x\nrow - 1,2\n",
	      "type a x\ntype a x\ntype b x\nrow - 8,16,32\n",
	      "type b x\nrow - 34\ndefault b\n");
}

static void test_units(void)
{
	check("values come in the finest unit",
	      "type t milliseconds\nrow - 3\nperiod 2 t milliseconds\n",
	      "type t nanoseconds\nrow - 5\nperiod 7 t nanoseconds\n",
	      "type t nanoseconds\nrow - 3000005\n"
	      "period 2000000 t nanoseconds\n");
	check("also when it comes first",
	      "type t B\nrow - 5\nperiod 9 t B\n",
	      "type t kB\nrow - 3\nrow - -3 l=m\nperiod 8 t kB\n",
	      "type t B\nrow - 3077\nrow - -3072 l=m\nperiod 8192 t B\n");
	check("other spellings are the same unit",
	      "type t bytes\nrow - 5\n", "type t B\nrow - 3\n",
	      "type t bytes\nrow - 8\n");
	check("a row goes when all that was converted is 0",
	      "type n count\ntype t ms\nrow - 5,0\nrow - 7,1 l=m\n",
	      "type n count\ntype t ns\nrow - 1,0\n",
	      "type n count\ntype t ns\nrow - 7,1000000 l=m\nrow - 1,0\n");
	check("units of two kinds", "type t ns\nrow - 1\n",
	      "type t bytes\nrow - 1\n", "sample type t is in ns in one "
	      "profile and in bytes in another");
	check("units of no kind must be equal", "type t x\nrow - 1\n",
	      "type t xs\nrow - 1\n", "sample type t is in x in one "
	      "profile and in xs in another");
	check("periods of two kinds",
	      "type t x\nrow - 1\nperiod 1 cpu ns\n",
	      "type t x\nrow - 1\nperiod 1 cpu bytes\n",
	      "incompatible period types: cpu ns and cpu bytes");
	check("of two names",
	      "type t x\nrow - 1\nperiod 1 cpu ns\n",
	      "type t x\nrow - 1\nperiod 1 wall ns\n",
	      "incompatible period types: cpu ns and wall ns");
	check("what no longer fits is as large as can be",
	      "type t hours\nrow - 9223372036854775807\n"
	      "row - -9223372036854775808 l=m\n"
	      "period 9223372036854775807 t hours\n",
	      "type t ns\nperiod 1 t ns\n",
	      "type t ns\nrow - 9223372036854775807\n"
	      "row - -9223372036854775808 l=m\n"
	      "period 9223372036854775807 t ns\n");
}

static void test_headers(void)
{
	check("the first time, all of the duration, the longest period",
	      "type n count\ntime 50\nduration 3\nperiod 5 a b\n",
	      "type n count\ntime 40\nduration 4\nperiod 7 a b\n",
	      "type n count\ntime 40\nduration 7\nperiod 7 a b\n");
	check("no time is the earliest one, but for the first profile",
	      "type n count\ntime 50\n", "type n count\n", "type n count\n");
	check("which takes that of the second",
	      "type n count\n", "type n count\ntime 50\n",
	      "type n count\ntime 50\n");
	check("patterns of the first, links and defaults of any",
	      "type n count\ndrop a\ncomment x\ncomment y\ncomment x\n",
	      "type n count\ndrop b\nkeep c\ncomment z\ncomment y\n"
	      "default n\ndoc url\n",
	      "type n count\ncomment x\ncomment y\ncomment z\ndrop a\n"
	      "default n\ndoc url\n");
	check("no patterns of the first are none",
	      "type n count\n", "type n count\ndrop b\n", "type n count\n");
}

static void test_bases(void)
{
	const char *now = HEAD "row 1 5\nrow 2 7 a=b\nrow 1,2 1\n";
	const char *then = HEAD "row 2 3 a=b\nrow 1 5\nrow - 2\n";

	check_parts("a base is subtracted", (struct part[]){
		{ now, 0, false, false }, { then, 0, true, false }, { 0 }
	}, "type n count\nfunc 1 work b.go 2\nfunc 2 main a.go 1\n"
	   "loc 1 0 0x20 1:6\nloc 2 0 0x10 2:5\n"
	   "row 1 4 a=b\nrow 2,1 1\nrow - -2\n");
	check_parts("a -diff_base has rows of its own", (struct part[]){
		{ now, 0, false, false }, { then, 0, true, true }, { 0 }
	}, HEAD "row 1 5\nrow 2 7 a=b\nrow 1,2 1\n"
	   "row 2 -3 a=b pprof::base=true\nrow 1 -5 pprof::base=true\n"
	   "row - -2 pprof::base=true\n");
	check_parts("whatever labels of that name it had", (struct part[]){
		{ HEAD "row 1 1\n", 0, false, false },
		{ HEAD "row 1 2 pprof::base=no pprof::base=true\n"
		  "row 1 4 pprof::base#5\n", 0, true, true }, { 0 }
	}, "type n count\nfunc 1 main a.go 1\nloc 1 0 0x10 1:5\n"
	   "row 1 1\nrow 1 -2 pprof::base=true\n"
	   "row 1 -4 pprof::base=true pprof::base#5\n");
	check_parts("two sides stand beside each other", (struct part[]){
		{ now, 0, false, false }, { then, 1, false, false }, { 0 }
	}, HEAD "row 1 5/5\nrow 2 7/3 a=b\nrow 1,2 1/0\nrow - 0/2\n");
	check_parts("the smallest value has no opposite", (struct part[]){
		{ "type n count\n", 0, false, false },
		{ "type n count\nrow - -9223372036854775808\n", 0, true,
		  false }, { 0 }
	}, "type n count\nrow - -9223372036854775808\n");
	check_parts("large ones are exact", (struct part[]){
		{ "type n count\nrow - 9007199254740993\n", 0, false, false },
		{ "type n count\nrow - 9007199254740993\nrow - 1 l=m\n", 0,
		  true, false }, { 0 }
	}, "type n count\nrow - -1 l=m\n");
	check_parts("three profiles", (struct part[]){
		{ HEAD "row 1 1\n", 0, false, false },
		{ HEAD "row 2 2\n", 0, false, false },
		{ HEAD "row 2 4\nrow 1 8\n", 0, false, false }
	}, HEAD "row 1 9\nrow 2 6\n");
}

/* A hundred thousand comments take no longer than any other text. */
static void test_many_comments(void)
{
	enum { N = 100000 };
	struct profile a, merged;
	struct merge_source source = { .profile = &a };
	struct err err;
	char text[16];

	build_from(&a, &mem, "type n count\n");
	for (int i = 0; i < N; i++) {
		int n = snprintf(text, sizeof(text), "%d", i);

		*vec_push(&mem, &a.comments) =
			strings_intern(&a.strings, text, (size_t)n);
	}
	profile_init(&merged, &mem);
	merge_profiles(&merged, &source, 1, &err);
	is_int(merged.comments.n, N, "many comments are kept");
	profile_release(&merged);
	profile_release(&a);
}

/* Types whose names are alike up to a NUL are two. */
static void test_nul_types(void)
{
	struct buf bytes = BUF_INIT;
	struct profile a, merged;
	struct merge_source sources[2] = {
		{ .profile = &a }, { .profile = &a }
	};
	struct err err;
	struct str name;

	buf_add(&bytes, "\x32\x00\x32\x03" "a\0b\x32\x03" "a\0c", 12);
	buf_add(&bytes, "\x0a\x02\x08\x01\x0a\x02\x08\x02", 8);
	buf_add(&bytes, "\x12\x04\x12\x02\x01\x02", 6);
	is(build_load(&a, &mem, &bytes, &err), "", "names with NULs");
	profile_init(&merged, &mem);
	is_int(merge_profiles(&merged, sources, 2, &err), 0, "merge");
	is_int(merged.types.n, 2, "as two types");
	name = profile_str(&merged, merged.types.at[1].type);
	ok(name.n == 3 && !memcmp(name.s, "a\0c", 3), "with their names");
	is_int(merged.values[0].at[1], 4, "and values");
	profile_release(&merged);
	profile_release(&a);
	buf_release(&bytes);
}

int main(void)
{
	test_rows();
	test_labels();
	test_mappings();
	test_locations();
	test_types();
	test_units();
	test_headers();
	test_bases();
	test_many_comments();
	test_nul_types();
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
