#include "config.h"

#include "model/top.h"

#include <stdlib.h>
#include <string.h>

#include "model/unit.h"

static int64_t flat_sum(const struct top *top)
{
	int64_t sum = 0;

	for (size_t i = 0; i < top->order.n; i++)
		sum = lanes_add(sum, top->graph.flat[top->order.at[i]].v[0]);
	return sum;
}

int64_t top_cutoff(const struct top *top, double fraction)
{
	return graph_cutoff(flat_sum(top), fraction);
}

static int compare_abs(int64_t a, int64_t b)
{
	int64_t x = lanes_abs(a), y = lanes_abs(b);

	return (x < y) - (x > y);
}

int top_compare_names(const struct top *top, uint32_t a, uint32_t b)
{
	const uint32_t *ranks = top->lens->nodes.name_ranks;
	uint32_t x = ranks[graph_info(&top->graph, a)];
	uint32_t y = ranks[graph_info(&top->graph, b)];

	return (x > y) - (x < y);
}

/* The last resort; in a tree the same node may stand in several places. */
static int compare_info(const struct top *top, uint32_t a, uint32_t b)
{
	uint32_t x = graph_info(&top->graph, a);
	uint32_t y = graph_info(&top->graph, b);

	return x == y ? (a > b) - (a < b) :
			nodes_compare_info(&top->lens->nodes, x, y);
}

int top_flat_order(const void *pa, const void *pb, void *data)
{
	const struct top *top = data;
	const struct graph_value *flat = top->graph.flat;
	const struct graph_value *cum = top->graph.cum;
	uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;
	int order = compare_abs(flat[a].v[0], flat[b].v[0]);

	if (!order)
		order = top_compare_names(top, a, b);
	if (!order)
		order = compare_abs(cum[a].v[0], cum[b].v[0]);
	return order ? order : compare_info(top, a, b);
}

static int cum_order(const void *pa, const void *pb, void *data)
{
	const struct top *top = data;
	const struct graph_value *cum = top->graph.cum;
	uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;
	int order = compare_abs(cum[a].v[0], cum[b].v[0]);

	if (!order)
		order = top_compare_names(top, a, b);
	return order ? order : top_flat_order(pa, pb, data);
}

void top_sort(struct top *top, bool by_cum)
{
	if (top->order.n)
		qsort_r(top->order.at, top->order.n, sizeof(*top->order.at),
			by_cum ? cum_order : top_flat_order, top);
}

static bool is_listed(const struct top *top, bool drop_negative,
		      uint32_t node)
{
	return graph_has(&top->graph, node) &&
	       !(drop_negative &&
		 graph_is_negative(&top->graph.flat[node],
				   &top->graph.cum[node]));
}

void top_list(struct top *top, bool drop_negative)
{
	top->order.n = 0;
	vec_reserve(top->mem, &top->order, top->graph.n_nodes);
	for (uint32_t i = 0; i < top->graph.n_nodes; i++) {
		if (is_listed(top, drop_negative, i))
			top->order.at[top->order.n++] = i;
	}
}

/*
 * Callers matter for the inline mark, which only nodes that are inlined
 * somewhere can get.
 */
static unsigned char *wanted_edges(const struct top *top,
				   const struct trim *trim)
{
	const struct nodes *nodes = &top->lens->nodes;
	unsigned char *edges = mem_alloc(top->mem, nodes->at.n);

	for (size_t i = 0; i < nodes->at.n; i++)
		edges[i] = trim->all_edges || nodes->at.at[i].is_inlined ?
			   EDGES_IN : 0;
	return edges;
}

static bool build_values(struct top *top, const _Atomic bool *cancel)
{
	return graph_init(&top->graph, &(struct graph_query){
		.lens = top->lens, .lanes = top->lanes, .cancel = cancel,
	});
}

static struct graph_query edges_query(const struct top *top,
				      const unsigned char *edges,
				      const _Atomic bool *cancel)
{
	return (struct graph_query){
		.lens = top->lens, .lanes = top->lanes, .edges = edges,
		.cancel = cancel,
	};
}

/* The values and all edges at once. */
static bool build_all(struct top *top, const struct trim *trim,
		      const _Atomic bool *cancel)
{
	unsigned char *edges = wanted_edges(top, trim);
	struct graph_query query = edges_query(top, edges, cancel);
	bool is_whole = graph_init(&top->graph, &query);

	mem_free(top->mem, edges, top->lens->nodes.at.n);
	return is_whole;
}

/* The edges between nodes that are kept, NULL for all, to the values. */
static bool add_edges(struct top *top, const struct trim *trim,
		      const bool *kept, const _Atomic bool *cancel)
{
	unsigned char *edges = wanted_edges(top, trim);
	struct graph_query query = edges_query(top, edges, cancel);
	bool is_whole;

	query.kept = kept;
	is_whole = graph_add_edges(&top->graph, &query);
	mem_free(top->mem, edges, top->lens->nodes.at.n);
	return is_whole;
}

void top_cut(struct top *top, int64_t cut)
{
	uint32_t *order = top->order.at;
	size_t n = 0;

	for (size_t i = 0; i < top->order.n; i++) {
		if (lanes_abs(top->graph.cum[order[i]].v[0]) >= cut)
			order[n++] = order[i];
	}
	top->n_dropped += top->order.n - n;
	top->n_before = n;
	top->order.n = n;
}

/* Whether nodes that have a value were left out, by their weight or number. */
static bool is_cut_short(const struct top *top)
{
	return top->n_dropped || top->order.n < top->n_before;
}

/*
 * Adds the edges between the nodes in the order, over those that are not.  As
 * in the reference, a graph from which nothing was cut is not built again: it
 * still has the edges of nodes that come to nothing or are negative.
 */
static bool keep_order(struct top *top, const struct trim *trim,
		       const _Atomic bool *cancel)
{
	size_t n = top->graph.n_nodes;
	bool *kept, is_whole;

	if (!is_cut_short(top))
		return add_edges(top, trim, NULL, cancel);
	kept = mem_alloc(top->mem, n);
	for (size_t i = 0; i < top->order.n; i++)
		kept[top->order.at[i]] = true;
	is_whole = add_edges(top, trim, kept, cancel);
	mem_free(top->mem, kept, n);
	return is_whole;
}

/*
 * Without trimming one pass does.  With it the first pass finds the nodes to
 * keep, and the second the edges between those.
 */
static bool build(struct top *top, const struct trim *trim,
		  const _Atomic bool *cancel, int64_t *sum)
{
	bool is_trimmed = trim->node_fraction > 0 || trim->node_count > 0;

	if (is_trimmed || trim->no_marks ? !build_values(top, cancel) :
					   !build_all(top, trim, cancel))
		return false;
	top_list(top, trim->drop_negative);
	*sum = flat_sum(top);
	top_cut(top, graph_cutoff(*sum, trim->node_fraction));
	top_sort(top, trim->by_cum);
	if (trim->node_count > 0 &&
	    (uint64_t)trim->node_count < top->order.n)
		top->order.n = (size_t)trim->node_count;
	return !is_trimmed || keep_order(top, trim, cancel);
}

/*
 * Leaves out edges below the cut and returns how many; those into a node that
 * is not `listed` stay, NULL lists all.  The slots of the hash are stale after
 * this; nothing looks edges up then.
 */
static size_t cut_edges(struct graph *graph, int64_t cut, const bool *listed)
{
	struct edge *edges = graph->edges.at;
	size_t n = 0, n_before = graph->edges.n;

	for (size_t i = 0; i < n_before; i++) {
		if (lanes_abs(edges[i].weight.v[0]) >= cut ||
		    (listed && !listed[edges[i].to]))
			edges[n++] = edges[i];
	}
	graph->edges.n = n;
	return n_before - n;
}

/* The reference looks for small edges among those into nodes of its list. */
static void cut_listed(struct top *top, const struct trim *trim, int64_t cut)
{
	size_t n = top->graph.n_nodes;
	bool *listed = NULL;

	if (!is_cut_short(top)) {
		listed = mem_alloc(top->mem, n);
		for (uint32_t i = 0; i < n; i++)
			listed[i] = is_listed(top, trim->drop_negative, i);
	}
	top->n_dropped_edges = cut_edges(&top->graph, cut, listed);
	if (listed)
		mem_free(top->mem, listed, n);
}

static void mark_inlines(const struct graph *graph, unsigned char *inlines)
{
	enum { INLINED = 1, CALLED = 2 };
	static const unsigned char marks[] = {
		[0] = INLINE_NEVER,
		[INLINED] = INLINE_ALWAYS,
		[CALLED] = INLINE_NEVER,
		[INLINED | CALLED] = INLINE_SOMETIMES,
	};

	for (size_t i = 0; i < graph->edges.n; i++) {
		const struct edge *edge = &graph->edges.at[i];

		inlines[edge->to] |= edge->is_inline ? INLINED : CALLED;
	}
	for (size_t i = 0; i < graph->n_nodes; i++)
		inlines[i] = marks[inlines[i]];
}

bool top_marks(const struct top *top, double edge_fraction,
	       unsigned char *marks, const _Atomic bool *cancel)
{
	struct trim trim = { .edge_fraction = edge_fraction };
	unsigned char *edges = wanted_edges(top, &trim);
	struct graph graph = {
		.mem = top->mem, .n_nodes = top->graph.n_nodes,
		.seed = top->graph.seed,
	};
	bool is_whole = graph_add_edges(&graph, &(struct graph_query){
		.lens = top->lens, .lanes = top->lanes, .edges = edges,
		.cancel = cancel,
	});

	mem_free(top->mem, edges, graph.n_nodes);
	cut_edges(&graph, graph_cutoff(flat_sum(top), edge_fraction), NULL);
	mark_inlines(&graph, marks);
	graph_release(&graph);
	return is_whole;
}

bool top_init(struct top *top, const struct lens *lens,
	      const struct lanes *lanes, const struct trim *trim,
	      const _Atomic bool *cancel)
{
	int64_t sum;

	*top = (struct top){ .mem = lens->profile->mem, .lens = lens,
			     .lanes = lanes };
	if (!build(top, trim, cancel, &sum))
		return false;
	cut_listed(top, trim, graph_cutoff(sum, trim->edge_fraction));
	top->inlines = mem_alloc(top->mem, top->graph.n_nodes);
	mark_inlines(&top->graph, top->inlines);
	return true;
}

void top_release(struct top *top)
{
	if (!top->mem)
		return;
	if (top->inlines)
		mem_free(top->mem, top->inlines, top->graph.n_nodes);
	graph_release(&top->graph);
	vec_release(top->mem, &top->order);
	top->mem = NULL;
}

static const char *auto_unit(int64_t value, const char *unit)
{
	const char *spelling;

	unit_scale(value, unit, "minimum", &spelling);
	return spelling;
}

static const char *small_unit(int64_t smallest, const char *unit)
{
	const char *small = auto_unit(smallest, unit);

	return *small ? small : unit;
}

static const char *choose_unit(int64_t smallest, int64_t total,
			       const char *unit)
{
	const char *small = auto_unit(smallest, unit);
	const char *large = auto_unit(total, unit);

	if (strcmp(small, large) && smallest <= INT64_MAX / 100 &&
	    smallest * 100 < total)
		return small_unit(smallest * 100, unit);
	return small_unit(smallest, unit);
}

/* The smallest number of nodes from a cut on, or else the total. */
static int64_t find_smallest(const struct top *top, int64_t cut)
{
	int64_t smallest = 0;

	for (size_t i = 0; i < top->order.n; i++) {
		uint32_t node = top->order.at[i];
		int64_t flat = lanes_abs(top_flat(top, node));
		int64_t least = flat ? flat : lanes_abs(top_cum(top, node));

		if (lanes_abs(top->graph.cum[node].v[0]) >= cut && least &&
		    (!smallest || least < smallest))
			smallest = least;
	}
	if (!smallest)
		smallest = top->lanes->totals[0];
	return lanes_scale(smallest, top->lanes->ratio);
}

const char *top_unit_above(const struct top *top, const char *unit,
			   double node_fraction)
{
	int64_t cut = graph_cutoff(flat_sum(top), node_fraction);

	if (!top->order.n)
		return "minimum";
	return choose_unit(find_smallest(top, cut),
			   lanes_scale(top->lanes->totals[0],
				       top->lanes->ratio), unit);
}

const char *top_unit(const struct top *top, const char *unit)
{
	return top_unit_above(top, unit, 0);
}

const char *top_unit_whole(const struct top *top, const char *unit)
{
	if (!top->order.n)
		return "minimum";
	return small_unit(find_smallest(top, 0), unit);
}
