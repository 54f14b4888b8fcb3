/*
 * A profile of one side made of two: the same as merging the sources into one
 * side at once, for a difference and against a -diff_base, or as one of the
 * sources alone.
 */
#include "config.h"

#include "model/merge.h"
#include "model/sides.h"
#include "tests/build.h"
#include "tests/tap.h"

static struct mem mem;

#define NAMES "func 1 main a.go 1\nfunc 2 work b.go 2\nfunc 3 rest c.go 3\n"
#define LOCS "loc 1 0 0x10 1:5\nloc 2 0 0x20 2:6 1:7\nloc 3 0 0x30 3:1\n"
#define HEAD "type n count\ntype m bytes\nmap 1 0 100 0 bin id\n" NAMES LOCS

static const char current[] = HEAD
	"row 1,2 5,50 k=v\nrow 2 3,30\nrow 1 7,70\nrow 3 1,10 odd#4\n"
	"row 1,3 4,6\ncomment new\nduration 5\ntime 100\nperiod 3 n count\ndefault n\n";
static const char base[] = HEAD
	"row 2 3,30\nrow 1,2 1,10 k=v\nrow 3,1 2,20\nrow 1,3 1,6\ncomment old\n"
	"duration 7\ntime 90\nperiod 2 n count\ndoc http://x/\n";

/* Merges both sources, the base as the second side or subtracted. */
static void merge(struct profile *out, bool two_sides, bool is_diff_base)
{
	struct profile a, b;
	struct merge_source sources[] = {
		{ .profile = &a },
		{
			.profile = &b, .side = two_sides,
			.is_negative = !two_sides,
			.is_base = is_diff_base,
		},
	};
	struct err err;

	build_from(&a, &mem, current);
	build_from(&b, &mem, base);
	profile_init(out, &mem);
	is_int(merge_profiles(out, sources, 2, &err), 0, "the sources merge");
	profile_release(&a);
	profile_release(&b);
}

static void dump(struct buf *out, struct profile *profile)
{
	build_dump(out, profile);
	profile_release(profile);
}

static void join(struct buf *out, enum compare compare, bool is_diff_base)
{
	struct profile two, one;

	merge(&two, true, false);
	profile_init(&one, &mem);
	ok(sides_join(&one, &two, compare, is_diff_base, NULL), "joined");
	profile_release(&two);
	dump(out, &one);
}

static void check_merged(const char *name, enum compare compare,
			 bool is_diff_base)
{
	struct buf want = BUF_INIT, got = BUF_INIT;
	struct profile direct;

	merge(&direct, false, is_diff_base);
	dump(&want, &direct);
	join(&got, compare, is_diff_base);
	is(buf_str(&got), buf_str(&want), "%s", name);
	buf_release(&want);
	buf_release(&got);
}

static void test_difference(void)
{
	check_merged("a difference", COMPARE_DIFFERENCE, false);
	check_merged("side by side is the same", COMPARE_BOTH, false);
}

static void check_rows(const char *name, enum compare compare,
		       bool is_diff_base, const char *want)
{
	struct buf got = BUF_INIT;
	const char *rows, *end;

	join(&got, compare, is_diff_base);
	rows = strstr(buf_str(&got), "row ");
	end = strstr(buf_str(&got), "comment ");
	if (end)
		got.s[end - got.s] = '\0';
	is(rows ? rows : "", want, "%s", name);
	buf_release(&got);
}

/* Rows of both come twice, those of the base behind the others. */
static void test_diff_base(void)
{
	check_rows("the base's rows are labelled and negative",
		   COMPARE_DIFFERENCE, true,
		   "row 1,2 5,50 k=v\nrow 2 3,30\nrow 1 7,70\n"
		   "row 3 1,10 odd#4\nrow 1,3 4,6\n"
		   "row 1,2 -1,-10 k=v pprof::base=true\n"
		   "row 2 -3,-30 pprof::base=true\n"
		   "row 1,3 -1,-6 pprof::base=true\n"
		   "row 3,1 -2,-20 pprof::base=true\n");
}

static void test_sides(void)
{
	check_rows("the current side alone", COMPARE_CURRENT, true,
		   "row 1,2 5,50 k=v\nrow 2 3,30\nrow 1 7,70\n"
		   "row 3 1,10 odd#4\nrow 1,3 4,6\n");
	check_rows("the base alone", COMPARE_BASE, true,
		   "row 1,2 1,10 k=v\nrow 2 3,30\nrow 1,3 1,6\n"
		   "row 3,1 2,20\n");
}

static void test_cancel(void)
{
	_Atomic bool cancel = true;
	struct profile two, one;

	merge(&two, true, false);
	profile_init(&one, &mem);
	ok(!sides_join(&one, &two, COMPARE_BOTH, false, &cancel),
	   "says when it was cancelled");
	profile_release(&one);
	profile_release(&two);
}

int main(void)
{
	test_difference();
	test_diff_base();
	test_sides();
	test_cancel();
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
