#include "config.h"

#include "model/picture.h"

#include <string.h>

#include "model/detours.h"
#include "model/entropy.h"

/* Labels drawn at the most of a node. */
enum { NODELETS_MAX = 4 };

/* The state of building one. */
struct build {
	struct picture *picture;
	const struct picture_query *query;
	bool *listed;			/* a node of the graph each */
	int64_t node_cut, edge_cut;
};

static bool *alloc_flags(const struct build *b)
{
	return mem_alloc(b->picture->top.mem, b->picture->top.graph.n_nodes);
}

static void free_flags(const struct build *b, bool *flags)
{
	mem_free(b->picture->top.mem, flags, b->picture->top.graph.n_nodes);
}

/* Notes what the order lists. */
static void note_listed(struct build *b)
{
	const struct top *top = &b->picture->top;

	if (!top->graph.n_nodes)
		return;
	memset(b->listed, 0, top->graph.n_nodes);
	for (size_t i = 0; i < top->order.n; i++)
		b->listed[top->order.at[i]] = true;
}

/* Adds all edges, or those between the nodes that are kept. */
static bool add_edges(const struct build *b, const bool *kept)
{
	struct graph *graph = &b->picture->top.graph;
	unsigned char *edges = mem_alloc(graph->mem, graph->n_nodes);
	struct graph_query query = {
		.lens = b->query->lens, .lanes = b->query->lanes,
		.kept = kept, .edges = edges, .cancel = b->query->cancel,
	};
	bool is_whole;

	if (graph->n_nodes)
		memset(edges, EDGES_IN, graph->n_nodes);
	is_whole = graph_add_edges(graph, &query);
	mem_free(graph->mem, edges, graph->n_nodes);
	return is_whole;
}

/* Leaves the edges between what is listed, where it was listed before. */
static bool keep_listed(struct build *b, const bool *was_listed)
{
	struct graph *graph = &b->picture->top.graph;
	bool *is_gone;

	if (!b->query->is_tree) {
		graph_clear_edges(graph);
		return add_edges(b, b->listed);
	}
	is_gone = alloc_flags(b);
	for (size_t i = 0; i < graph->n_nodes; i++)
		is_gone[i] = was_listed[i] && !b->listed[i];
	calltree_trim(graph, is_gone);
	free_flags(b, is_gone);
	return true;
}

static bool build_values(struct build *b)
{
	const struct picture_query *q = b->query;
	struct picture *picture = b->picture;

	if (q->is_tree)
		return calltree_init(&picture->tree, &picture->top.graph,
				 &(struct calltree_query){
			.lens = q->lens, .lanes = q->lanes,
			.node_fraction = q->trim.node_fraction,
			.drop_negative = q->trim.drop_negative,
			.cancel = q->cancel,
		});
	return graph_init(&picture->top.graph, &(struct graph_query){
		.lens = q->lens, .lanes = q->lanes, .cancel = q->cancel,
	});
}

/* The cuts are shares of the sum before anything is left out. */
static void find_cuts(struct build *b)
{
	const struct trim *trim = &b->query->trim;
	struct top *top = &b->picture->top;

	if (b->query->is_tree) {
		int64_t sum = b->picture->tree.sum;

		b->node_cut = graph_cutoff(sum, trim->node_fraction);
		b->edge_cut = graph_cutoff(sum, trim->edge_fraction);
		top->n_dropped = b->picture->tree.n_dropped;
		return;
	}
	b->node_cut = top_cutoff(top, trim->node_fraction);
	b->edge_cut = top_cutoff(top, trim->edge_fraction);
}

/* The first step: nodes that are too light go. */
static bool cut_nodes(struct build *b)
{
	struct top *top = &b->picture->top;
	size_t n;
	bool *was_listed, is_whole = true;

	top_list(top, b->query->trim.drop_negative);
	find_cuts(b);
	note_listed(b);
	n = top->order.n;
	top_cut(top, b->node_cut);
	was_listed = alloc_flags(b);
	if (was_listed)
		memcpy(was_listed, b->listed, top->graph.n_nodes);
	note_listed(b);
	if (top->order.n < n)
		is_whole = keep_listed(b, was_listed);
	else if (!b->query->is_tree)
		is_whole = add_edges(b, NULL);
	free_flags(b, was_listed);
	return is_whole;
}

static void sort_nodes(struct build *b)
{
	if (b->query->is_drawn)
		entropy_sort(&b->picture->top);
	else
		top_sort(&b->picture->top, b->query->trim.by_cum);
}

/* Of the first nodes in the order. */
static bool add_nodelets(struct build *b, size_t n)
{
	struct picture *picture = b->picture;
	const struct picture_query *q = b->query;
	bool *wanted, is_whole;

	if (!q->is_drawn)
		return true;
	wanted = alloc_flags(b);
	for (size_t i = 0; i < n; i++)
		wanted[picture->top.order.at[i]] = true;
	is_whole = nodelets_init(&picture->nodelets, &(struct nodelet_query){
		.lens = q->lens, .lanes = q->lanes,
		.tree = q->is_tree ? &picture->tree : NULL,
		.wanted = wanted, .n_nodes = picture->top.graph.n_nodes,
		.print = q->print, .unit = q->unit, .cancel = q->cancel,
	});
	nodelets_cut(&picture->nodelets, b->node_cut);
	free_flags(b, wanted);
	return is_whole;
}

/* Of those that are listed, so that there is a count of what that was. */
static size_t cut_edges(const struct build *b)
{
	struct graph *graph = &b->picture->top.graph;
	size_t n = 0, n_before = graph->edges.n;

	for (size_t i = 0; i < n_before; i++) {
		const struct edge *edge = &graph->edges.at[i];

		if (!b->listed[edge->to] ||
		    lanes_abs(edge->weight.v[0]) >= b->edge_cut)
			graph->edges.at[n++] = *edge;
	}
	graph->edges.n = n;
	return n_before - n;
}

/* Labels that some row ends with; fewer are drawn. */
static size_t count_nodelets(const struct picture *picture, uint32_t node)
{
	struct nodelet_span span = nodelets_of(&picture->nodelets, node);
	size_t n = 0;

	for (size_t i = span.first; i < span.end && n < NODELETS_MAX; i++)
		n += picture->nodelets.at.at[i].flat.v[0] != 0;
	return n;
}

/* How many nodes there is room for. */
static size_t count_nodes(const struct build *b, size_t room)
{
	const struct top *top = &b->picture->top;
	size_t n = 0;

	for (size_t i = 0; i < top->order.n && b->query->is_drawn; i++) {
		n += 1 + count_nodelets(b->picture, top->order.at[i]);
		if (n >= room)
			return i + 1;
	}
	return room < top->order.n ? room : top->order.n;
}

/* The second step: of many nodes the first are kept. */
static bool keep_first(struct build *b, size_t room)
{
	struct top *top = &b->picture->top;
	size_t n = top->order.n < room ? top->order.n : room;
	bool *was_listed, is_whole;

	if (!add_nodelets(b, n))
		return false;
	cut_edges(b);
	n = count_nodes(b, room);
	if (n == top->order.n)
		return true;
	top->order.n = n;
	was_listed = b->listed;
	b->listed = alloc_flags(b);
	note_listed(b);
	is_whole = keep_listed(b, was_listed);
	free_flags(b, was_listed);
	sort_nodes(b);
	return is_whole;
}

static bool build(struct build *b)
{
	const struct picture_query *q = b->query;
	struct top *top = &b->picture->top;

	if (!cut_nodes(b))
		return false;
	sort_nodes(b);
	if (q->trim.node_count > 0 ?
	    !keep_first(b, (size_t)q->trim.node_count) :
	    !add_nodelets(b, top->order.n))
		return false;
	top->n_dropped_edges = cut_edges(b);
	/* In a tree there is no other way. */
	if (q->is_drawn && !q->is_tree)
		detours_drop(top);
	return true;
}

bool picture_init(struct picture *picture, const struct picture_query *query)
{
	struct build b = { .picture = picture, .query = query };
	bool is_whole;

	*picture = (struct picture){
		.top = { .mem = query->lens->profile->mem,
			 .lens = query->lens, .lanes = query->lanes },
	};
	if (!build_values(&b))
		return false;
	b.listed = alloc_flags(&b);
	is_whole = build(&b);
	free_flags(&b, b.listed);
	return is_whole;
}

void picture_release(struct picture *picture)
{
	nodelets_release(&picture->nodelets);
	calltree_release(&picture->tree);
	top_release(&picture->top);
}
