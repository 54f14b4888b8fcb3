/*
 * The list of nodes: order, trimming, marks of inlined calls, and the unit
 * its numbers are in.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>

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

static void bench_init(struct bench *b, const char *text,
		       enum granularity granularity, const struct trim *trim)
{
	struct err err;

	build_from(&b->p, &mem, text);
	b->view = (struct view){ .granularity = granularity };
	b->lens = lens_new(&b->p, &b->view, NULL, &err);
	lanes_init(&b->lanes, &b->p, &b->view);
	top_init(&b->top, b->lens, &b->lanes, trim, NULL);
}

static void bench_release(struct bench *b)
{
	top_release(&b->top);
	lanes_release(&b->lanes);
	lens_free(b->lens);
	profile_release(&b->p);
}

/* The list as "name flat cum", with + for inlined and ~ for sometimes. */
static void add_list(struct buf *out, const struct top *top)
{
	static const char *const marks[] = { "", "+", "~" };

	for (size_t i = 0; i < top->order.n; i++) {
		uint32_t node = top->order.at[i];

		buf_addf(out, "%s%s %lld %lld|",
			 top->lens->nodes.at.at[node].name.s,
			 marks[top->inlines[node]],
			 (long long)top->graph.flat[node].v[0],
			 (long long)top->graph.cum[node].v[0]);
	}
	buf_addf(out, "%zu of %zu dropped", top->n_dropped,
		 top->n_before + top->n_dropped);
}

#define TABLES \
	"type n count\nfunc 1 a - 1\nfunc 2 b - 1\nfunc 3 c - 1\n" \
	"func 4 d - 1\nloc 1 0 0x1 1\nloc 2 0 0x2 2\nloc 3 0 0x3 3\n" \
	"loc 4 0 0x4 4\nloc 5 0 0x5 3 2\n"

static void check(const char *name, const char *rows, const struct trim *trim,
		  const char *want)
{
	struct buf text = BUF_INIT, out = BUF_INIT;
	struct bench b;

	buf_adds(&text, TABLES);
	buf_adds(&text, rows);
	bench_init(&b, buf_str(&text), BY_FUNCTION, trim);
	add_list(&out, &b.top);
	is(buf_str(&out), want, "%s", name);
	buf_release(&text);
	buf_release(&out);
	bench_release(&b);
}

static void test_order(void)
{
	static const struct trim all = { 0 }, by_cum = { .by_cum = true };

	check("by the size of flat", "row 1 1\nrow 2 -3\nrow 3 2\n", &all,
	      "b -3 -3|c 2 2|a 1 1|0 of 3 dropped");
	check("then by name, whatever the sum", "row 4,3 1\nrow 4,2 5\n", &all,
	      "d 6 6|b 0 5|c 0 1|0 of 3 dropped");
	check("by the size of cum", "row 1,3 1\nrow 2,3 -3\nrow 4,2 2\n",
	      &by_cum, "c 0 -2|d 2 2|a 1 1|b -3 -1|0 of 4 dropped");
	check("nodes without any value are not listed",
	      "row 1 1\nrow 2 2\nrow 2 -2\n", &all, "a 1 1|0 of 1 dropped");
	check("nothing is listed of nothing", "", &all, "0 of 0 dropped");
	check("the smallest number is as large as any",
	      "row 1 9223372036854775806\nrow 2 -9223372036854775808\n", &all,
	      "b -9223372036854775808 -9223372036854775808|"
	      "a 9223372036854775806 9223372036854775806|0 of 2 dropped");
}

/* Same names of other things: the address decides, else cum, else the info. */
static void test_ties(void)
{
	static const struct trim all = { 0 };
	struct buf out = BUF_INIT;
	struct bench b;

	bench_init(&b, "type n count\nfunc 1 f x 1\nloc 1 0 0x20 1:5\n"
		   "loc 2 0 0x3 1:5\nloc 3 0 0x100 1:5\nrow 1 1\nrow 2 1\n"
		   "row 3 1\n", BY_ADDRESS, &all);
	add_list(&out, &b.top);
	is(buf_str(&out), "0000000000000003 f x:5 1 1|"
	   "0000000000000020 f x:5 1 1|0000000000000100 f x:5 1 1|"
	   "0 of 3 dropped", "addresses are in order");
	bench_release(&b);
	buf_clear(&out);
	bench_init(&b, "type n count\nmap 1 0x1 0x2 0 /x/lib -\n"
		   "map 2 0x1 0x2 0 /y/lib -\nmap 3 0x1 0x2 0 /a/lib -\n"
		   "loc 1 1 0x1\nloc 2 2 0x1\nloc 3 3 0x1\n"
		   "row 1 1\nrow 2 1\nrow 3 1\nrow 3,2 4\n", BY_FUNCTION,
		   &all);
	add_list(&out, &b.top);
	is(buf_str(&out), "[lib] 5 5|[lib] 1 5|[lib] 1 1|0 of 3 dropped",
	   "of equal names the larger sum comes first");
	is(profile_str(&b.p, b.lens->nodes.at.at[b.top.order.at[0]]
		       .info.object).s, "/a/lib", "each is what it is");
	bench_release(&b);
	buf_release(&out);
}

static void test_marks(void)
{
	static const struct trim all = { 0 }, two = { .node_count = 2 };
	static const struct trim edges = { .edge_fraction = 0.5 };

	check("an inlined call", "row 5,1 1\n", &all,
	      "c+ 1 1|a 0 1|b 0 1|0 of 3 dropped");
	check("sometimes", "row 5,1 1\nrow 3,1 2\n", &all,
	      "c~ 3 3|a 0 3|b 0 1|0 of 3 dropped");
	check("not by another that is called", "row 5,1 1\nrow 3,2 2\n", &all,
	      "c 3 3|a 0 1|b 0 3|0 of 3 dropped");
	check("with nobody above there is none", "row 5 1\n", &two,
	      "c+ 1 1|b 0 1|0 of 2 dropped");
	check("callers that are not kept make none", "row 5,1 1\nrow 4 9\n",
	      &two, "d 9 9|c 1 1|0 of 4 dropped");
	check("light edges make none", "row 5,1 1\nrow 3,1 9\n", &edges,
	      "c 10 10|a 0 10|b 0 1|0 of 3 dropped");
}

static void test_trims(void)
{
	static const struct trim fraction = { .node_fraction = 0.08 };
	static const struct trim half = { .node_fraction = 0.5,
					  .node_count = 1 };
	static const struct trim many = { .node_count = 100 };
	static const struct trim huge = { .node_fraction = 1e300 };
	static const struct trim drop = { .drop_negative = true };
	static const struct trim minus = { .node_fraction = -0.5 };

	check("nodes below the cut are dropped",
	      "row 1 100\nrow 2 8\nrow 3,4 10\nrow 4 1\n", &fraction,
	      "a 100 100|c 10 10|d 1 11|1 of 4 dropped");
	check("one of just the cut stays", "row 1 92\nrow 2 8\n", &fraction,
	      "a 92 92|b 8 8|0 of 2 dropped");
	check("the cut is one of what is left of signs",
	      "row 1 100\nrow 2 -90\nrow 3 1\n", &fraction,
	      "a 100 100|b -90 -90|c 1 1|0 of 3 dropped");
	check("a leaf that is dropped takes its value along",
	      "row 2,1 1\nrow 1 9\nrow 3,1 30\n", &fraction,
	      "c 30 30|a 9 40|1 of 3 dropped");
	check("the count is of what the cut leaves",
	      "row 1 10\nrow 2 11\nrow 3 1\n", &half,
	      "b 11 11|2 of 3 dropped");
	check("a large count is all", "row 1 1\nrow 2 2\n", &many,
	      "b 2 2|a 1 1|0 of 2 dropped");
	check("a large fraction leaves nothing", "row 1 1\nrow 2 2\n", &huge,
	      "2 of 2 dropped");
	check("a negative one cuts as its size does",
	      "row 2,1 4\nrow 3 6\n", &minus, "c 6 6|2 of 3 dropped");
	check("negative nodes can be left out",
	      "row 1 1\nrow 2,3 -2\nrow 3,4 2\n", &drop,
	      "c 2 0|a 1 1|d 0 2|0 of 3 dropped");
}

static void check_unit(const char *type, const char *rows, const char *want)
{
	static const struct trim all = { 0 };
	struct buf text = BUF_INIT;
	struct bench b;

	buf_addf(&text, "type n %s\nfunc 1 a - 1\nfunc 2 b - 1\n"
		 "loc 1 0 0x1 1\nloc 2 0 0x2 2\n%s", type, rows);
	bench_init(&b, buf_str(&text), BY_FUNCTION, &all);
	is(top_unit(&b.top, type), want, "the unit of %s", rows);
	buf_release(&text);
	bench_release(&b);
}

static void test_units(void)
{
	check_unit("bytes", "row 1 5000000\n", "MB");
	check_unit("bytes", "row 1 5000000\nrow 2 3000\n", "kB");
	check_unit("bytes", "row 1 5000000\nrow 2 11000\n", "MB");
	check_unit("bytes", "row 1 5000000\nrow 2 -11000\n", "MB");
	check_unit("bytes", "row 1 5000000\nrow 2 10\n", "B");
	check_unit("bytes", "row 1 5000000000\nrow 2 10\n", "B");
	check_unit("bytes", "row 1 5000000000\nrow 2 11\n", "kB");
	check_unit("bytes", "row 2,1 100\nrow 1 5000000\n", "kB");
	check_unit("ns", "row 1 1100000000\nrow 2 10000000\n", "s");
	check_unit("widgets", "row 1 5\n", "widgets");
	check_unit("count", "row 1 5\n", "count");
	check_unit("bytes", "", "minimum");
	check_unit("bytes", "row - 5000\n", "minimum");
	check_unit("bytes", "row 1 9223372036854775807\nrow 2 1\n", "B");
	check_unit("bytes", "row 1 -9223372036854775808\nrow 2 200\n", "kB");
}

static void test_unit_above(void)
{
	static const struct trim all = { 0 };
	struct bench b;

	bench_init(&b, TABLES "row 1 5000000\nrow 2 10\nrow 3 30000\n",
		   BY_FUNCTION, &all);
	is(top_unit_above(&b.top, "bytes", 0), "B", "the unit of all nodes");
	is(top_unit_above(&b.top, "bytes", 0.005), "MB",
	   "and of those that a cut would leave");
	bench_release(&b);
}

static void test_cancel(void)
{
	static const struct trim all = { 0 };
	_Atomic bool cancel = true;
	struct bench b;

	bench_init(&b, TABLES "row 1 1\n", BY_FUNCTION, &all);
	top_release(&b.top);
	ok(!top_init(&b.top, b.lens, &b.lanes, &all, &cancel),
	   "a list can be cancelled");
	top_release(&b.top);
	top_release(&b.top);
	top_init(&b.top, b.lens, &b.lanes, &all, NULL);
	bench_release(&b);
}

static void test_cut(void)
{
	ok(lanes_cut(1.9) == 1 && lanes_cut(-1.9) == -1, "numbers are cut off");
	ok(lanes_cut(1e300) == INT64_MAX && lanes_cut(-1e300) == INT64_MIN &&
	   lanes_cut(0x1p63) == INT64_MAX && lanes_cut(-0x1p63) == INT64_MIN,
	   "those out of range are the last there is");
	ok(lanes_cut(HUGE_VAL) == INT64_MAX && lanes_cut(nan("")) == 0,
	   "so is no number");
}

int main(void)
{
	test_order();
	test_ties();
	test_marks();
	test_trims();
	test_units();
	test_unit_above();
	test_cancel();
	test_cut();
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
