/*
 * Graphs: what a row counts for, which edges there are and what they know.
 */
#include "config.h"

#include <stdlib.h>

#include "model/graph.h"
#include "model/threads.h"
#include "tests/build.h"
#include "tests/tap.h"

static struct mem mem;

/* A profile and a graph of it; wanted edges and kept nodes by name. */
struct bench {
	struct profile p;
	struct view view;
	struct lens *lens;
	struct lanes lanes;
	struct graph graph;
};

static void bench_init(struct bench *b, const char *text)
{
	struct err err;

	build_from(&b->p, &mem, text);
	b->view = (struct view){ .granularity = BY_FUNCTION };
	b->lens = lens_new(&b->p, &b->view, NULL, &err);
	lanes_init(&b->lanes, &b->p, &b->view);
}

static void bench_release(struct bench *b)
{
	graph_release(&b->graph);
	lanes_release(&b->lanes);
	lens_free(b->lens);
	profile_release(&b->p);
}

static struct str name_of(const struct bench *b, uint32_t node)
{
	return b->lens->nodes.at.at[node].name;
}

/* Whether the name is one of the words of a list. */
static bool is_listed(struct str name, const char *list)
{
	size_t n;

	for (; list && *list; list += n + (list[n] == ' ')) {
		n = strcspn(list, " ");
		if (n == name.n && !memcmp(list, name.s, n))
			return true;
	}
	return false;
}

static int text_order(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void sort_lines(struct buf *out, const char *text)
{
	char *copy = strdup(text), *lines[64], *line;
	size_t n = 0;

	for (line = strtok(copy, "\n"); line; line = strtok(NULL, "\n"))
		lines[n++] = line;
	qsort(lines, n, sizeof(*lines), text_order);
	for (size_t i = 0; i < n; i++)
		buf_addf(out, "%s\n", lines[i]);
	buf_adds(out, "");
	free(copy);
}

/* Nodes as "name flat cum", edges as "from>to weight [inline] [residual]". */
static void add_graph(struct buf *out, const struct bench *b)
{
	const struct graph *g = &b->graph;
	struct buf text = BUF_INIT;

	for (uint32_t i = 0; i < g->n_nodes; i++) {
		if (graph_has(g, i))
			buf_addf(&text, "%s %lld %lld\n", name_of(b, i).s,
				 (long long)g->flat[i].v[0],
				 (long long)g->cum[i].v[0]);
	}
	for (size_t i = 0; i < g->edges.n; i++) {
		const struct edge *e = &g->edges.at[i];

		buf_addf(&text, "%s>%s %lld%s%s\n", name_of(b, e->from).s,
			 name_of(b, e->to).s, (long long)e->weight.v[0],
			 e->is_inline ? " inline" : "",
			 e->is_residual ? " residual" : "");
	}
	sort_lines(out, buf_str(&text));
	buf_release(&text);
}

static bool same_values(const struct graph *a, const struct graph *b)
{
	size_t size = a->n_nodes * sizeof(*a->flat);

	if (size && (memcmp(a->flat, b->flat, size) ||
		     memcmp(a->cum, b->cum, size)))
		return false;
	return !memcmp(a->shown, b->shown, sizeof(a->shown));
}

static bool same_edges(const struct graph *a, const struct graph *b)
{
	for (size_t i = 0; i < a->edges.n && i < b->edges.n; i++) {
		const struct edge *x = &a->edges.at[i], *y = &b->edges.at[i];

		if (x->from != y->from || x->to != y->to ||
		    x->weight.v[0] != y->weight.v[0] ||
		    x->weight.v[1] != y->weight.v[1] ||
		    x->is_inline != y->is_inline ||
		    x->is_residual != y->is_residual)
			return false;
	}
	return a->edges.n == b->edges.n;
}

/* The edges alone, of a graph that has no values. */
static void check_edges(const struct bench *b,
			const struct graph_query *query)
{
	struct graph graph = { .mem = &mem, .n_nodes = b->graph.n_nodes };

	graph_add_edges(&graph, query);
	ok(same_edges(&graph, &b->graph) && !graph.flat && !graph.cum,
	   "... the edges alone in %zu parts", query->n_parts);
	graph_release(&graph);
}

/* In however many parts the rows are walked, also more than there are rows. */
static void check_parts(const struct bench *b, struct graph_query query)
{
	struct graph graph;

	for (query.n_parts = 2; query.n_parts <= THREADS_MAX;
	     query.n_parts++) {
		graph_init(&graph, &query);
		ok(same_values(&graph, &b->graph) &&
		   same_edges(&graph, &b->graph), "... in %zu parts",
		   query.n_parts);
		graph_release(&graph);
		check_edges(b, &query);
	}
}

/* Builds the graph with these nodes kept and edges wanted; NULL: all. */
static void build_graph(struct bench *b, const char *kept_names,
			const char *in, const char *from)
{
	size_t n = b->lens->nodes.at.n;
	bool *kept = calloc(n + 1, sizeof(*kept));
	unsigned char *edges = calloc(n + 1, 1);
	struct graph_query query;

	for (uint32_t i = 0; i < n; i++) {
		kept[i] = is_listed(name_of(b, i), kept_names);
		if (!in || is_listed(name_of(b, i), in))
			edges[i] |= EDGES_IN;
		if (is_listed(name_of(b, i), from))
			edges[i] |= EDGES_OUT;
	}
	query = (struct graph_query){
		.lens = b->lens, .lanes = &b->lanes, .edges = edges,
		.kept = kept_names ? kept : NULL, .n_parts = 1,
	};
	graph_init(&b->graph, &query);
	check_parts(b, query);
	free(kept);
	free(edges);
}

static void check_graph(const char *name, const char *rows, const char *kept,
			const char *in, const char *from, const char *want)
{
	static const char tables[] =
		"type n count\nfunc 1 a - 1\nfunc 2 b - 1\nfunc 3 c - 1\n"
		"func 4 d - 1\nloc 1 0 0x1 1\nloc 2 0 0x2 2\nloc 3 0 0x3 3\n"
		"loc 4 0 0x4 4\nloc 5 0 0x5 3 2\nloc 6 0 0x6 2 2\n";
	struct buf text = BUF_INIT, out = BUF_INIT;
	struct bench b;

	buf_adds(&text, tables);
	buf_adds(&text, rows);
	bench_init(&b, buf_str(&text));
	build_graph(&b, kept, in, from);
	add_graph(&out, &b);
	is(buf_str(&out), want, "%s", name);
	buf_release(&text);
	buf_release(&out);
	bench_release(&b);
}

static void test_nodes(void)
{
	check_graph("flat is of the leaf, cum of all",
		    "row 3,2,1 1\nrow 2,1 2\nrow 1 4\n", NULL, "", "",
		    "a 4 7\nb 2 3\nc 1 1\n");
	check_graph("recursion counts once",
		    "row 1,2,1,2,1 1\n", NULL, NULL, "",
		    "a 1 1\na>b 1\nb 0 1\nb>a 1\n");
	check_graph("a node does not call itself",
		    "row 1,1,1 1\nrow 6,1 2\n", NULL, NULL, "",
		    "a 1 3\na>b 2\nb 2 2\n");
	check_graph("an empty stack is nobody's", "row - 5\n", NULL, NULL, "",
		    "");
	check_graph("rows of 0 are passed over",
		    "row 2,1 0\nrow 1 1\n", NULL, NULL, "", "a 1 1\n");
	check_graph("what cancels is still met",
		    "row 2,1 3\nrow 2,1 -3\nrow 1 1\n", NULL, NULL, "",
		    "a 1 1\na>b 0\n");
	check_graph("values wrap around",
		    "row 1 9223372036854775807\nrow 1 1\n", NULL, "", "",
		    "a -9223372036854775808 -9223372036854775808\n");
}

static void test_edges(void)
{
	check_graph("an edge is inlined when it is each time",
		    "row 5,1 1\nrow 3,2 2\nrow 6,1 4\n", NULL, NULL, "",
		    "a 0 5\na>b 5\nb 4 7\nb>c 3\nc 3 3\n");
	check_graph("whatever comes last", "row 3,2 2\nrow 5,1 1\n", NULL,
		    "c", "", "a 0 1\nb 0 3\nb>c 3\nc 3 3\n");
	check_graph("as here", "row 5,1 1\n", NULL, NULL, "",
		    "a 0 1\na>b 1\nb 0 1\nb>c 1 inline\nc 1 1\n");
	check_graph("in a row the first time counts",
		    "row 3,2,5 1\n", NULL, NULL, "",
		    "b 0 1\nb>c 1 inline\nc 1 1\nc>b 1\n");
	check_graph("only wanted ones are there: into a node",
		    "row 3,2,1 1\n", NULL, "c", "",
		    "a 0 1\nb 0 1\nb>c 1\nc 1 1\n");
	check_graph("out of one", "row 3,2,1 1\n", NULL, "", "a",
		    "a 0 1\na>b 1\nb 0 1\nc 1 1\n");
	check_graph("or either", "row 4,3,2,1 1\n", NULL, "b", "c",
		    "a 0 1\na>b 1\nb 0 1\nc 0 1\nc>d 1\nd 1 1\n");
}

static void test_kept(void)
{
	check_graph("edges go over nodes that are not kept",
		    "row 3,2,1 1\nrow 3,1 2\n", "a c", NULL, "",
		    "a 0 3\na>c 3 residual\nc 3 3\n");
	check_graph("a leaf that is not kept takes its value along",
		    "row 3,2,1 1\nrow 2,1 2\n", "a b", NULL, "",
		    "a 0 3\na>b 3\nb 2 3\n");
	check_graph("what comes together is no edge",
		    "row 1,2,1 1\n", "a", NULL, "", "a 1 1\n");
	check_graph("none may be left", "row 3,2,1 1\n", "d", NULL, "", "");
}

/* Lanes side by side, and a difference in which equal sides are something. */
static void test_lanes(void)
{
	struct bench b;
	struct buf out = BUF_INIT;
	struct profile *p = &b.p;

	bench_init(&b, "type n count\nfunc 1 a - 1\nfunc 2 b - 1\n"
		   "loc 1 0 0x1 1\nloc 2 0 0x2 2\nrow 2,1 3\nrow 1 5\n"
		   "row 2 0\n");
	p->n_sides = 2;
	for (int64_t i = 0; i < 3; i++)
		*vec_push(&mem, &p->values[1]) = 3 * i;
	p->values[1].at[0] = 3;
	b.view.compare = COMPARE_BOTH;
	lanes_release(&b.lanes);
	lanes_init(&b.lanes, p, &b.view);
	is_int(b.lanes.totals[0], 8, "the total of one side");
	is_int(b.lanes.totals[1], 12, "and of the other");
	build_graph(&b, NULL, NULL, "");
	is_int(b.graph.cum[0].v[0], 8, "cum of one side");
	is_int(b.graph.cum[0].v[1], 6, "and of the other");
	is_int(b.graph.edges.at[0].weight.v[1], 3, "and of an edge");
	graph_release(&b.graph);

	b.view.compare = COMPARE_DIFFERENCE;
	lanes_release(&b.lanes);
	lanes_init(&b.lanes, p, &b.view);
	is_int(b.lanes.totals[0], 0 + 2 + 6, "of a difference |changes|");
	build_graph(&b, NULL, NULL, "");
	is_int(b.graph.edges.n, 0, "equal sides are nothing");
	graph_release(&b.graph);

	b.view.is_diff_base = true;
	lanes_release(&b.lanes);
	lanes_init(&b.lanes, p, &b.view);
	is_int(b.lanes.totals[0], 12, "against a -diff_base that of the base");
	build_graph(&b, NULL, NULL, "");
	add_graph(&out, &b);
	is(buf_str(&out), "a 2 2\na>b 0\nb -6 -6\n",
	   "where equal sides are something");
	buf_release(&out);
	bench_release(&b);
}

static void test_totals(void)
{
	struct bench b;

	bench_init(&b, "type n count\nrow - -5\nrow - 3 pprof::base=true\n"
		   "row - -4 pprof::base=true a=b\nrow - 9 pprof::base=no\n");
	is_int(b.lanes.totals[0], 7, "the total is that of marked rows");
	build_graph(&b, NULL, NULL, "");
	bench_release(&b);
	bench_init(&b, "type n count\nrow - -5\nrow - 0 pprof::base=true\n");
	is_int(b.lanes.totals[0], 5, "unless they have none");
	build_graph(&b, NULL, NULL, "");
	bench_release(&b);
	bench_init(&b, "type n count\nrow - -9223372036854775808\n");
	is_int(b.lanes.totals[0], INT64_MAX, "what has no size is the largest");
	build_graph(&b, NULL, NULL, "");
	bench_release(&b);
	bench_init(&b, "");
	ok(!b.lens->nodes.at.n, "an empty profile has no nodes");
	b.p.types.n = 0;
	build_graph(&b, NULL, NULL, "");
	bench_release(&b);
}

static void test_cancel(void)
{
	struct bench b;
	_Atomic bool cancel = true;

	bench_init(&b, "type n count\nloc 1 0 0x1\nrow 1 1\n");
	ok(!graph_init(&b.graph, &(struct graph_query){
		.lens = b.lens, .lanes = &b.lanes, .cancel = &cancel,
	   }), "a graph can be cancelled");
	graph_release(&b.graph);
	cancel = false;
	ok(graph_init(&b.graph, &(struct graph_query){
		.lens = b.lens, .lanes = &b.lanes, .cancel = &cancel,
	   }), "or not");
	bench_release(&b);
}

/* Every function calls a hundred others, and one stack is very deep. */
static void test_many(void)
{
	enum { N = 1000, CALLS = 100 };
	struct buf text = BUF_INIT;
	struct bench b;
	bool is_good = true;

	buf_adds(&text, "type n count\n");
	build_from(&b.p, &mem, buf_str(&text));
	for (uint32_t i = 0; i < N; i++) {
		char name[16];
		int n = snprintf(name, sizeof(name), "f%u", i);

		*vec_push(&mem, &b.p.funcs) = (struct func){
			.name = strings_intern(&b.p.strings, name, (size_t)n)
		};
		*vec_push(&mem, &b.p.lines) = (struct line){ .func.i = i };
		*vec_push(&mem, &b.p.locations) = (struct location){
			.id = i + 1, .mapping.i = MAPPING_NONE,
			.first_line = i, .n_lines = 1
		};
	}
	for (uint32_t i = 0; i < N * CALLS; i++) {
		*vec_push(&mem, &b.p.rows) = (struct row){ 2 * i, 2, { 0 } };
		vec_push(&mem, &b.p.frames)->i = i / CALLS;
		vec_push(&mem, &b.p.frames)->i = (i / CALLS + 1 + i % CALLS) %
						 N;
		*vec_push(&mem, &b.p.values[0]) = i + 1;
	}
	*vec_push(&mem, &b.p.rows) = (struct row){ 2 * N * CALLS, N * CALLS,
						   { 0 } };
	for (uint32_t i = 0; i < N * CALLS; i++)
		vec_push(&mem, &b.p.frames)->i = i % 2;
	*vec_push(&mem, &b.p.values[0]) = -1;
	b.view = (struct view){ .granularity = BY_FUNCTION };
	b.lens = lens_new(&b.p, &b.view, NULL, NULL);
	lanes_init(&b.lanes, &b.p, &b.view);
	build_graph(&b, NULL, NULL, "");
	is_int(b.graph.edges.n, N * CALLS + 1, "each edge is one");
	for (size_t i = 0; i < N * CALLS; i++) {
		const struct edge *e = &b.graph.edges.at[i];

		is_good = is_good &&
			  (e->weight.v[0] == (int64_t)i + 1 ||
			   e->weight.v[0] == (int64_t)i);
	}
	ok(is_good, "with its own weight");
	is_int(b.graph.flat[0].v[0], CALLS * (CALLS + 1) / 2 - 1,
	       "a function a hundred thousand times on a stack counts once");
	graph_release(&b.graph);
	build_graph(&b, NULL, "f500", "f700");
	is_int(b.graph.edges.n, 2 * CALLS, "few of many edges are all found");
	bench_release(&b);
	buf_release(&text);
}

int main(void)
{
	test_nodes();
	test_edges();
	test_kept();
	test_lanes();
	test_totals();
	test_cancel();
	test_many();
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
