#include "config.h"

#include "model/ends.h"

#include <stdlib.h>
#include <string.h>

static int edge_order(const void *pa, const void *pb, void *data)
{
	const struct edge *a = *(const struct edge *const *)pa;
	const struct edge *b = *(const struct edge *const *)pb;
	const struct top *top = data;
	int64_t x = lanes_abs(a->weight.v[0]), y = lanes_abs(b->weight.v[0]);
	int order = (x < y) - (x > y);

	if (!order)
		order = str_cmp(top_node(top, a->from)->name,
				top_node(top, b->from)->name);
	if (!order)
		order = str_cmp(top_node(top, a->to)->name,
				top_node(top, b->to)->name);
	return order ? order : (a > b) - (a < b);
}

void ends_sort(const struct top *top, const struct edge **edges, size_t n)
{
	if (n > 1)
		qsort_r(edges, n, sizeof(*edges), edge_order,
			(struct top *)top);
}

static uint32_t end_of(const struct edge *edge, enum ends_by by)
{
	return by == ENDS_BY_CALLEE ? edge->to : edge->from;
}

/* Puts the edges into their nodes by counting. */
static void fill(struct ends *ends, const struct graph *graph,
		 enum ends_by by)
{
	size_t n = ends->n_nodes, size = (n + 1) * sizeof(*ends->starts);
	size_t *next = mem_alloc(ends->mem, size);

	for (size_t i = 0; i < ends->n_edges; i++)
		ends->starts[end_of(&graph->edges.at[i], by) + 1]++;
	for (size_t i = 0; i < n; i++)
		ends->starts[i + 1] += ends->starts[i];
	memcpy(next, ends->starts, size);
	for (size_t i = 0; i < ends->n_edges; i++) {
		const struct edge *edge = &graph->edges.at[i];

		ends->edges[next[end_of(edge, by)]++] = edge;
	}
	mem_free(ends->mem, next, size);
}

void ends_init(struct ends *ends, const struct top *top, enum ends_by by)
{
	const struct graph *graph = &top->graph;
	size_t n = graph->n_nodes;

	*ends = (struct ends){ .mem = top->mem, .n_nodes = n,
			       .n_edges = graph->edges.n };
	ends->edges = mem_alloc(top->mem, ends->n_edges *
				sizeof(*ends->edges));
	ends->starts = mem_alloc(top->mem, (n + 1) * sizeof(*ends->starts));
	fill(ends, graph, by);
	for (size_t i = 0; i < n && ends->n_edges; i++)
		ends_sort(top, ends->edges + ends->starts[i],
			  ends->starts[i + 1] - ends->starts[i]);
}

void ends_release(struct ends *ends)
{
	mem_free(ends->mem, ends->edges, ends->n_edges * sizeof(*ends->edges));
	mem_free(ends->mem, ends->starts,
		 (ends->n_nodes + 1) * sizeof(*ends->starts));
}
