/*
 * The numbers of a view that is not plain: means, totals of what filters
 * leave, divided values, negative nodes left out, and profiles scaled to the
 * totals of another.
 */
#include "config.h"

#include "model/normalize.h"
#include "model/top.h"
#include "tests/build.h"
#include "tests/tap.h"

static struct mem mem;

struct bench {
	struct profile p;
	struct view view;
	struct lens *lens;
	struct lanes lanes;
	struct top top;
};

#define TABLES \
	"type n count\ntype t nanoseconds\nfunc 1 a - 1\nfunc 2 b - 1\n" \
	"func 3 c - 1\nloc 1 0 0x1 1\nloc 2 0 0x2 2\nloc 3 0 0x3 3\n"

static void look(struct bench *b, const struct view *view)
{
	struct trim trim = {
		.all_edges = true, .drop_negative = view->drops_negative,
	};
	struct err err;

	view_copy(&b->view, view);
	b->lens = lens_new(&b->p, &b->view, NULL, &err);
	lanes_init(&b->lanes, &b->p, &b->view);
	lanes_narrow(&b->lanes, b->lens, &b->view);
	top_init(&b->top, b->lens, &b->lanes, &trim, NULL);
}

static void unlook(struct bench *b)
{
	top_release(&b->top);
	lanes_release(&b->lanes);
	lens_free(b->lens);
	view_release(&b->view);
}

static void open_rows(struct bench *b, const char *rows)
{
	struct buf text = BUF_INIT;

	buf_adds(&text, TABLES);
	buf_adds(&text, rows);
	build_from(&b->p, &mem, buf_str(&text));
	buf_release(&text);
}

/* "total:name flat cum|..." in the order of the list, as they are shown. */
static void check_shown(struct bench *b, const struct view *view,
			const char *want, const char *name)
{
	struct buf out = BUF_INIT;

	look(b, view);
	buf_addf(&out, "%lld:", (long long)b->lanes.totals[0]);
	for (size_t i = 0; i < b->top.order.n; i++) {
		uint32_t node = b->top.order.at[i];

		buf_addf(&out, "%s %lld %lld|",
			 b->lens->nodes.at.at[node].name.s,
			 (long long)top_flat(&b->top, node),
			 (long long)top_cum(&b->top, node));
	}
	is(buf_str(&out), want, "%s", name);
	buf_release(&out);
	unlook(b);
}

static void check(const char *rows, struct view view, const char *want,
		  const char *name)
{
	struct bench b;

	open_rows(&b, rows);
	check_shown(&b, &view, want, name);
	profile_release(&b.p);
}

static void test_means(void)
{
	struct view mean = { .type = 1, .is_mean = true };
	struct view plain = { .type = 1 };

	check("row 1,3 4,100\nrow 2,3 10,130\n", mean,
	      "16:b 13 13|a 25 25|c 0 16|",
	      "sums are sorted, means are shown, cut off");
	check("row 1 0,7\nrow 2 1,5\n", mean, "12:a 7 7|b 5 5|",
	      "what was divided by nothing is left as it is");
	check("row 1 0,7\nrow 2 0,5\n", plain, "12:a 7 7|b 5 5|",
	      "the same without means");
	check("row 1 1,7\n", mean, "7:a 7 7|", "one of one is itself");
	check("row 1 3,0\nrow 2 2,8\n", mean, "1:b 4 4|",
	      "a node that comes to nothing is not listed");
	check("row 1 -2,-7\nrow 2 1,-9\n", mean, "-16:b -9 -9|a 3 3|",
	      "a total may be divided by less than nothing");
	check("row 1 -1,-9223372036854775808\n", mean,
	      "-9223372036854775807:a -9223372036854775808 "
	      "-9223372036854775808|", "the smallest number has no opposite");
	mean.type = 0;
	check("row 1 4,100\nrow 2 10,1\n", mean, "1:b 1 1|a 1 1|",
	      "the first type has a mean of one");
}

/* An edge of no weight is one where means are shown. */
static void test_mean_edges(void)
{
	struct view view = { .type = 1, .is_mean = true };
	struct bench b;

	open_rows(&b, "row 2,1 3,0\nrow 3,1 1,1\n");
	look(&b, &view);
	is_int(b.top.graph.edges.n, 2, "both calls were met");
	is_int(b.top.graph.edges.at[0].weight.v[0], 0, "one weighs nothing");
	is_int(b.top.graph.edges.at[0].weight.v[1], 3, "in three");
	unlook(&b);
	view.is_mean = false;
	look(&b, &view);
	is_int(b.top.graph.edges.n, 1, "else only what weighs something");
	unlook(&b);
	profile_release(&b.p);
}

static void test_relative(void)
{
	static const char rows[] = "row 1,3 1,60\nrow 2,3 2,-30\nrow 1 3,9\n";
	struct view view = { .type = 1 };

	filters_add(&view.filters, FILTER_FOCUS, "c");
	check(rows, view, "99:a 60 60|b -30 -30|c 0 30|",
	      "shares are of all rows");
	view.is_relative = true;
	check(rows, view, "90:a 60 60|b -30 -30|c 0 30|",
	      "or of those that the filters leave");
	view.is_mean = true;
	check(rows, view, "30:a 60 60|b -15 -15|c 0 10|", "of means too");
	view_release(&view);
}

/* Against a -diff_base the total is that of its rows, as far as they stay. */
static void test_relative_base(void)
{
	static const char rows[] = "row 1 1,10\nrow 1 1,-6 pprof::base=true\n"
				   "row 2 1,-3 pprof::base=true\n";
	struct view view = { .type = 1 };

	check(rows, view, "9:a 4 4|b -3 -3|", "of all of the base");
	view.is_relative = true;
	filters_add(&view.filters, FILTER_IGNORE, "b");
	check(rows, view, "6:a 4 4|", "of what is left of it");
	view_release(&view);
}

static void test_negative(void)
{
	struct view view = { .type = 1, .drops_negative = true };

	check("row 1,3 1,-5\nrow 2 1,3\n", view, "8:b 3 3|",
	      "flat below 0, and cum where there is no flat");
	check("row 1,3 1,-5\nrow 3 1,4\n", view, "9:c 4 -1|",
	      "cum below 0 does not matter where there is flat");
}

/*
 * Edges from and to what was left out stay, as in the reference, where the
 * graph was not cut for another reason.
 */
static void test_negative_edges(void)
{
	struct view view = { .type = 1, .drops_negative = true };
	struct trim trim = { .node_fraction = 1e-9, .all_edges = true,
			     .drop_negative = true };
	struct bench b;

	open_rows(&b, "row 2,1 1,-5\nrow 1 1,70\nrow 3 1,40\n");
	look(&b, &view);
	is_int(b.top.order.n, 2, "b is left out");
	is_int(b.top.graph.edges.n, 1, "a calls it all the same");
	top_release(&b.top);
	top_init(&b.top, b.lens, &b.lanes, &trim, NULL);
	is_int(b.top.graph.edges.n, 1, "also where nothing was to be cut");
	top_release(&b.top);
	trim.edge_fraction = 0.5;
	top_init(&b.top, b.lens, &b.lanes, &trim, NULL);
	is_int(b.top.graph.edges.n, 1, "however little it weighs");
	top_release(&b.top);
	trim.node_count = 1;
	top_init(&b.top, b.lens, &b.lanes, &trim, NULL);
	is_int(b.top.graph.edges.n, 0, "but not when nodes were cut");
	unlook(&b);
	profile_release(&b.p);
}

static void test_divided(void)
{
	struct view view = { .divide_by = 1 };

	ok(view_ratio(&view) == 0, "divided by one is not divided");
	view.divide_by = 0;
	ok(view_ratio(&view) == 0, "nor by what was not set");
	view.divide_by = -4;
	ok(view_ratio(&view) == 0, "nor by less than nothing");
	view.divide_by = 4;
	ok(view_ratio(&view) == 0.25, "by four");
	is_int(lanes_scale(-11, 0.25), -2, "what is left over is cut off");
	is_int(lanes_scale(7, 0), 7, "no ratio leaves a value as it is");
	is_int(lanes_scale(INT64_MAX, 1e9), INT64_MAX, "and none wraps");
}

static void test_divided_unit(void)
{
	struct view view = { .type = 1 };
	struct bench b;

	open_rows(&b, "row 1 1,5000000\n");
	look(&b, &view);
	is(top_unit(&b.top, "nanoseconds"), "ms", "the unit of a value");
	unlook(&b);
	view.divide_by = 1000;
	look(&b, &view);
	is(top_unit(&b.top, "nanoseconds"), "us", "and of a part of it");
	unlook(&b);
	profile_release(&b.p);
}

/* The rows of p as "n,t " after it was scaled to base, or the reason. */
static void check_normalized(const char *rows, const char *base_rows,
			     const char *want, const char *name)
{
	struct buf out = BUF_INIT;
	struct bench p, base;
	struct err err;

	open_rows(&p, rows);
	open_rows(&base, base_rows);
	if (normalize_profile(&p.p, &base.p, &err))
		buf_adds(&out, err.text);
	for (size_t i = 0; i < p.p.rows.n; i++)
		buf_addf(&out, "%lld,%lld ",
			 (long long)profile_value(&p.p, 0, i, 0),
			 (long long)profile_value(&p.p, 0, i, 1));
	is(buf_str(&out), want, "%s", name);
	buf_release(&out);
	profile_release(&p.p);
	profile_release(&base.p);
}

static void test_normalized(void)
{
	check_normalized("row 1 1,5\nrow 2 3,5\n", "row 1 8,10\n",
			 "2,5 6,5 ", "each type by itself");
	check_normalized("row 1 1,5\nrow 2 3,6\n", "row 1 1,2\nrow 2 3,9\n",
			 "1,5 3,6 ", "to itself nothing changes");
	check_normalized("row 1 1,5\nrow 2 0,9\n", "row 1 2,14\n", "2,5 ",
			 "a row whose scaled values are 0 goes with the rest");
	check_normalized("row 1 1,7\nrow 2 1,8\n", "row 1 1,15\n",
			 "1,7 1,8 ", "halves are rounded away from 0");
	check_normalized("row 1 1,5\nrow 2 -1,5\n", "row 1 8,10\n", "",
			 "what sums up to nothing has no scale");
	check_normalized("row 1 1,5\n", "type more count\n",
			 "-normalize: the profiles differ in their sample "
			 "types1,5 ", "types that differ");
	check_normalized("row 1 1,5\n", "period 1 cpu nanoseconds\n",
			 "-normalize: the profiles differ in their period "
			 "types1,5 ", "period types that differ");
}

int main(void)
{
	test_means();
	test_mean_edges();
	test_relative();
	test_relative_base();
	test_negative();
	test_negative_edges();
	test_divided();
	test_divided_unit();
	test_normalized();
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
