#include "config.h"

#include "model/peek.h"

#include <stdlib.h>

static int edge_order(const void *pa, const void *pb)
{
	const struct peek_edge *a = pa, *b = pb;

	for (int lane = 0; lane < 2; lane++) {
		int64_t x = lanes_abs(a->weight.v[lane]);
		int64_t y = lanes_abs(b->weight.v[lane]);

		if (x != y)
			return x < y ? 1 : -1;
	}
	if (str_cmp(a->name, b->name))
		return str_cmp(a->name, b->name);
	return (a->node > b->node) - (a->node < b->node);
}

static struct str copy_name(struct peek *peek, const struct lens *lens,
			    uint32_t node)
{
	struct str name = lens->nodes.at.at[node].name;

	return (struct str){ arena_copy(&peek->arena, name.s, name.n),
			     name.n };
}

static void add_edge(struct peek *peek, const struct lens *lens,
		     struct peek_edges *edges, const struct edge *edge,
		     uint32_t other)
{
	edges->at[edges->n++] = (struct peek_edge){
		.name = copy_name(peek, lens, other),
		.weight = edge->weight,
		.node = other,
		.is_inline = edge->is_inline,
	};
}

static void take_edges(struct peek *peek, const struct lens *lens,
		       const struct graph *graph, uint32_t node)
{
	size_t n_callers = 0;

	for (size_t i = 0; i < graph->edges.n; i++)
		n_callers += graph->edges.at[i].to == node;
	peek->callers.at = arena_array(&peek->arena, struct peek_edge,
				       n_callers);
	peek->callees.at = arena_array(&peek->arena, struct peek_edge,
				       graph->edges.n - n_callers);
	for (size_t i = 0; i < graph->edges.n; i++) {
		const struct edge *edge = &graph->edges.at[i];

		if (edge->to == node)
			add_edge(peek, lens, &peek->callers, edge, edge->from);
		else
			add_edge(peek, lens, &peek->callees, edge, edge->to);
	}
}

static void sort_edges(struct peek_edges *edges)
{
	if (edges->n)
		qsort(edges->at, edges->n, sizeof(*edges->at), edge_order);
}

bool peek_init(struct peek *peek, const struct lens *lens,
	       const struct lanes *lanes, uint32_t node,
	       const _Atomic bool *cancel)
{
	struct mem *mem = lens->profile->mem;
	size_t n = lens->nodes.at.n;
	unsigned char *edges = mem_alloc(mem, n);
	struct graph graph;
	bool is_whole;

	*peek = (struct peek){ .name = { "", 0 } };
	arena_init(&peek->arena, mem);
	edges[node] = EDGES_IN | EDGES_OUT;
	is_whole = graph_init(&graph, &(struct graph_query){
		.lens = lens, .lanes = lanes, .edges = edges, .cancel = cancel,
	});
	mem_free(mem, edges, n);
	if (is_whole) {
		peek->name = copy_name(peek, lens, node);
		peek->flat = graph.flat[node];
		peek->cum = graph.cum[node];
		take_edges(peek, lens, &graph, node);
		sort_edges(&peek->callers);
		sort_edges(&peek->callees);
	}
	graph_release(&graph);
	return is_whole;
}

void peek_release(struct peek *peek)
{
	if (peek->arena.mem)
		arena_release(&peek->arena);
	*peek = (struct peek){ .name = { "", 0 } };
}
