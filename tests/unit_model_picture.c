/*
 * Pictures: their order, what is left out of them and which edges that leaves,
 * as graphs and as trees; and the labels that hang from their nodes.
 */
#include "config.h"

#include <inttypes.h>
#include <stdlib.h>

#include "model/picture.h"
#include "tests/build.h"
#include "tests/tap.h"

static struct mem mem;

struct bench {
	struct profile p;
	struct view view;
	struct lens *lens;
	struct lanes lanes;
	struct picture picture;
};

static void print_plain(struct buf *out, int64_t value, const char *from,
			const char *to)
{
	(void)to;
	buf_addf(out, "%" PRId64 "%s", value / 10, from);
}

/* What there is to a picture beside the profile. */
struct wish {
	struct trim trim;
	bool is_drawn, is_tree;
};

static void bench_init(struct bench *b, const char *text,
		       const struct wish *wish)
{
	struct err err;

	build_from(&b->p, &mem, text);
	b->view = (struct view){ .granularity = BY_FUNCTION };
	b->lens = lens_new(&b->p, &b->view, NULL, &err);
	lanes_init(&b->lanes, &b->p, &b->view);
	picture_init(&b->picture, &(struct picture_query){
		.lens = b->lens, .lanes = &b->lanes, .trim = wish->trim,
		.is_drawn = wish->is_drawn, .is_tree = wish->is_tree,
		.print = print_plain, .unit = "minimum",
	});
}

static void bench_release(struct bench *b)
{
	picture_release(&b->picture);
	lanes_release(&b->lanes);
	lens_free(b->lens);
	profile_release(&b->p);
}

static void add_name(struct buf *out, const struct top *top, uint32_t node)
{
	struct str name = top_node(top, node)->name;

	buf_add(out, name.s, name.n);
}

/* Nodes as "name flat/cum", edges as "a>b weight", + inlined, . residual. */
static void add_picture(struct buf *out, const struct top *top)
{
	for (size_t i = 0; i < top->order.n; i++) {
		uint32_t node = top->order.at[i];

		buf_adds(out, i ? " " : "");
		add_name(out, top, node);
		buf_addf(out, " %" PRId64 "/%" PRId64,
			 top->graph.flat[node].v[0], top->graph.cum[node].v[0]);
	}
	for (size_t i = 0; i < top->graph.edges.n; i++) {
		const struct edge *edge = &top->graph.edges.at[i];

		buf_adds(out, "|");
		add_name(out, top, edge->from);
		buf_adds(out, ">");
		add_name(out, top, edge->to);
		buf_addf(out, " %" PRId64 "%s%s", edge->weight.v[0],
			 edge->is_inline ? "+" : "",
			 edge->is_residual ? "." : "");
	}
	buf_addf(out, "|-%zu -%zu", top->n_dropped, top->n_dropped_edges);
}

/* Locations 1 to 6 are functions a to f; 7 is b inlined into a. */
#define TABLES \
	"type n count\nfunc 1 a - 1\nfunc 2 b - 1\nfunc 3 c - 1\n" \
	"func 4 d - 1\nfunc 5 e - 1\nfunc 6 f - 1\nloc 1 0 0x1 1\n" \
	"loc 2 0 0x2 2\nloc 3 0 0x3 3\nloc 4 0 0x4 4\nloc 5 0 0x5 5\n" \
	"loc 6 0 0x6 6\nloc 7 0 0x7 2 1\n"

static void check(const char *name, const char *rows, const struct wish *wish,
		  const char *want)
{
	struct buf text = BUF_INIT, out = BUF_INIT;
	struct bench b;

	buf_adds(&text, TABLES);
	buf_adds(&text, rows);
	bench_init(&b, buf_str(&text), wish);
	add_picture(&out, &b.picture.top);
	is(buf_str(&out), want, "%s", name);
	buf_release(&text);
	buf_release(&out);
	bench_release(&b);
}

static const struct wish all = { .is_drawn = true };
static const struct wish listed = { .is_drawn = false };

/* b hands on what a calls it with; c gets it from two and has two to call. */
static void test_order(void)
{
	static const char rows[] =
		"row 5,3,2,1 4\nrow 6,3,2,1 4\nrow 5,3,4 4\nrow 6,3,4 4\n";

	check("what spreads comes first", rows, &all,
	      "c 0/16 e 8/8 f 8/8 a 0/8 d 0/8 b 0/8|"
	      "a>b 8|b>c 8|c>e 8|c>f 8|d>c 8|-0 -0");
	check("what is not drawn is in the order of a list", rows, &listed,
	      "e 8/8 f 8/8 a 0/8 b 0/8 c 0/16 d 0/8|"
	      "a>b 8|b>c 8|c>e 8|c>f 8|d>c 8|-0 -0");
	check("by the size of the score", "row 1 -9\nrow 2 3\n", &all,
	      "a -9/-9 b 3/3|-0 -0");
	check("nothing comes of nothing", "", &all, "|-0 -0");
	check("an edge of no weight is no number", "row 2,1 5\nrow 2,1 -5\n"
	      "row 3,1 1\n", &all, "c 1/1 a 0/1|a>b 0|a>c 1|-0 -0");
}

static void test_trimming(void)
{
	static const struct wish fraction = {
		.trim = { .node_fraction = 0.2, .edge_fraction = 0.3 },
		.is_drawn = true,
	};
	static const struct wish three = {
		.trim = { .node_count = 3 }, .is_drawn = true,
	};
	static const struct wish two = {
		.trim = { .node_count = 2, .edge_fraction = 0.3 },
	};

	check("light nodes go, and paths over them are residual",
	      "row 3,2,1 1\nrow 3,1 8\nrow 4,1 1\n", &fraction,
	      "c 9/9 a 0/10|a>c 9.|-2 -0");
	check("light edges go and are counted",
	      "row 3,1 8\nrow 3,2 2\n", &fraction,
	      "c 10/10 a 0/8 b 0/2|a>c 8|-0 -1");
	check("an edge over others that are shown goes",
	      "row 3,2,1 5\nrow 3,4,1 4\nrow 3,4,2,1 3\n", &three,
	      "c 12/12 a 0/12 b 0/8|a>b 8|b>c 8.|-0 -0");
	check("a heavier one than a call stays",
	      "row 3,2,1 2\nrow 3,4,1 9\nrow 2 20\n", &three,
	      "b 20/22 c 11/11 a 0/11|a>b 2|b>c 2|a>c 9.|-0 -0");
	check("of two that are each other's way one stays",
	      "row 3,4,1 4\nrow 3,4,2 5\nrow 2,1 30\nrow 1,2 40\n", &three,
	      "a 40/74 b 30/75 c 9/9|b>c 5.|a>b 30|b>a 40|-0 -0");
	check("what the first cut of edges takes is not counted again",
	      "row 2,1 1\nrow 1 9\n", &two, "a 9/10 b 1/1|-0 -0");
	check("edges of nodes that come to nothing stay while nothing goes",
	      "row 2,1 3\nrow 2,3 -3\nrow 1 9\n", &all,
	      "a 9/12 c 0/-3|a>b 3|c>b -3|-0 -0");
}

static void test_negative(void)
{
	static const struct wish dropping = {
		.trim = { .drop_negative = true }, .is_drawn = true,
	};

	check("nodes with less than nothing go, edges stay",
	      "row 1 5\nrow 2 -5\nrow 1,3 -7\n", &dropping,
	      "|c>a -7|-0 -0");
	check("and their weight is not in the sum", "row 1 5\nrow 2 -5\n",
	      &dropping, "a 5/5|-0 -0");
}

static void test_trees(void)
{
	static const struct wish tree = { .is_drawn = true, .is_tree = true };
	static const struct wish fraction = {
		.trim = { .node_fraction = 0.2 },
		.is_drawn = true, .is_tree = true,
	};
	static const struct wish two = {
		.trim = { .node_count = 2 }, .is_drawn = true, .is_tree = true,
	};

	check("a node a path", "row 3,1 1\nrow 3,2 2\nrow 3,3,2 4\n", &tree,
	      "c 4/4 c 2/6 b 0/6 c 1/1 a 0/1|a>c 1|b>c 6|c>c 4|-0 -0");
	check("inlined, when it always was", "row 7 1\nrow 2,1 2\nrow 3,7 4\n",
	      &tree, "b 3/7 c 4/4 a 0/7|a>b 7|b>c 4|-0 -0");
	check("inlined", "row 7 1\nrow 3,7 4\n", &tree,
	      "c 4/4 a 0/5 b 1/5|a>b 5+|b>c 4|-0 -0");
	check("light paths are given up", "row 4,3,2,1 1\nrow 1 9\n", &fraction,
	      "a 9/10|-3 -0");
	check("heavy ones below light ones are called from above",
	      "row 3,2,1 9\nrow 4,2,1 -8\nrow 5 20\n", &fraction,
	      "e 20/20 c 9/9 d -8/-8|-2 -0");
	check("over what is left out", "row 4,3,2,1 8\nrow 4,1 1\n"
	      "row 4,3,5 8\nrow 3,4,5 8\n", &two,
	      "c 8/8 e 0/16|e>c 8.|-0 -0");
	check("what stands above is found", "row 4,7 8\nrow 1 9\n", &two,
	      "a 9/17 d 8/8|a>d 8.|-0 -0");
}

/* As "node text:name flat/cum". */
static void add_nodelets(struct buf *out, const struct bench *b)
{
	const struct nodelets *nodelets = &b->picture.nodelets;

	for (size_t i = 0; i < nodelets->at.n; i++) {
		const struct nodelet *n = &nodelets->at.at[i];

		buf_adds(out, i ? "|" : "");
		add_name(out, &b->picture.top, n->node);
		buf_addf(out, " %s %s %" PRId64 "/%" PRId64,
			 nodelets_str(nodelets, n->text).s,
			 nodelets_str(nodelets, n->name).s, n->flat.v[0],
			 n->cum.v[0]);
	}
}

static void check_nodelets(const char *name, const char *rows,
			   const struct wish *wish, const char *want)
{
	struct buf text = BUF_INIT, out = BUF_INIT;
	struct bench b;

	buf_adds(&text, TABLES);
	buf_adds(&text, rows);
	bench_init(&b, buf_str(&text), wish);
	add_nodelets(&out, &b);
	is(buf_str(&out), want, "%s", name);
	buf_release(&text);
	buf_release(&out);
	bench_release(&b);
}

static void test_nodelets(void)
{
	static const struct wish tree = { .is_drawn = true, .is_tree = true };
	static const struct wish fraction = {
		.trim = { .node_fraction = 0.2 }, .is_drawn = true,
	};
	static const struct wish two = {
		.trim = { .node_count = 2 }, .is_drawn = true,
	};

	check_nodelets("all texts of a row are one",
		       "row 1 5 z=1 k=v k=u\nrow 1 4 k=u z=1 k=v\n", &all,
		       "a k:u\\nk:v\\nz:1  9/9");
	check_nodelets("numbers that print the same are one",
		       "row 1 5 bytes#12\nrow 1 4 bytes#19\nrow 1 2 bytes#20\n",
		       &all, "a  1bytes 9/9|a  2bytes 2/2");
	check_nodelets("a number hangs from its row's text",
		       "row 1 5 k=v bytes#12\nrow 1 4 bytes#12\n", &all,
		       "a k:v  5/5|a  1bytes 4/4|a k:v 1bytes 5/5");
	check_nodelets("the unit is the first there is, other keys are none",
		       "row 1 5 bytes#12 size#3kb\nrow 1 4 bytes#30kb\n"
		       "row 1 4 bytes#40mb\n", &all,
		       "a  1kb 5/5|a  3kb 4/4|a  4kb 4/4");
	check_nodelets("each value of a key counts",
		       "row 1 5 bytes#12 bytes#13\n", &all, "a  1bytes 10/10");
	check_nodelets("once a row, flat at the leaf",
		       "row 1,2,1 5 k=v\nrow 2,1 1 k=v\n", &all,
		       "a k:v  5/6|b k:v  1/6");
	check_nodelets("the base of a difference is not said",
		       "row 1 5 pprof::base=true\n", &all, "");
	check_nodelets("light ones go", "row 1 9 k=v\nrow 1 1 k=w\n",
		       &fraction, "a k:v  9/9");
	check_nodelets("in a tree, each place has its own",
		       "row 3,1 5 k=v\nrow 3,2 1 k=v\nrow 3,1 2\n", &tree,
		       "a k:v  0/5|c k:v  5/5|b k:v  0/1|c k:v  1/1");
	check("labels count as nodes", "row 1 5 k=v\nrow 2 4\nrow 3 3\n", &two,
	      "a 5/5|-0 -0");
}

int main(void)
{
	test_order();
	test_trimming();
	test_negative();
	test_trees();
	test_nodelets();
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
