#include "config.h"

#include "model/detours.h"

#include "model/ends.h"

/* The state of looking for another way from one node to another. */
struct search {
	const struct graph *graph;
	const struct ends *ends;	/* by callee */
	bool *is_gone;			/* an edge each */
	uint32_t *seen, *queue;		/* a node each */
	uint32_t stamp;
};

static size_t edge_number(const struct search *s, const struct edge *edge)
{
	return (size_t)(edge - s->graph->edges.at);
}

/* Puts the callers of a node into the queue; returns whether src is one. */
static bool queue_callers(struct search *s, const struct edge *without,
			  uint32_t node, size_t *n)
{
	const size_t *starts = s->ends->starts;

	for (size_t i = starts[node]; i < starts[node + 1]; i++) {
		const struct edge *edge = s->ends->edges[i];

		if (edge == without || s->is_gone[edge_number(s, edge)] ||
		    s->seen[edge->from] == s->stamp)
			continue;
		if (edge->from == without->from)
			return true;
		s->seen[edge->from] = s->stamp;
		s->queue[(*n)++] = edge->from;
	}
	return false;
}

static bool is_redundant(struct search *s, const struct edge *edge)
{
	size_t n = 0;

	s->seen[edge->to] = ++s->stamp;
	s->queue[n++] = edge->to;
	for (size_t i = 0; i < n; i++) {
		if (queue_callers(s, edge, s->queue[i], &n))
			return true;
	}
	return false;
}

/* The lightest first, up to one that is a call and stays whatever comes. */
static void search_node(struct search *s, uint32_t node)
{
	const size_t *starts = s->ends->starts;

	for (size_t i = starts[node + 1]; i-- > starts[node]; ) {
		const struct edge *edge = s->ends->edges[i];

		if (!edge->is_residual)
			return;
		if (is_redundant(s, edge))
			s->is_gone[edge_number(s, edge)] = true;
	}
}

static void search_all(struct search *s, struct top *top)
{
	struct graph *graph = &top->graph;
	size_t n = 0;

	for (size_t i = top->order.n; i--; )
		search_node(s, top->order.at[i]);
	for (size_t i = 0; i < graph->edges.n; i++) {
		if (!s->is_gone[i])
			graph->edges.at[n++] = graph->edges.at[i];
	}
	graph->edges.n = n;
}

void detours_drop(struct top *top)
{
	size_t n_edges = top->graph.edges.n;
	size_t size = top->graph.n_nodes * sizeof(uint32_t);
	struct ends ends;
	struct search search = { .graph = &top->graph, .ends = &ends };

	ends_init(&ends, top, ENDS_BY_CALLEE);
	search.is_gone = mem_alloc(top->mem, n_edges);
	search.seen = mem_alloc(top->mem, size);
	search.queue = mem_alloc(top->mem, size);
	search_all(&search, top);
	mem_free(top->mem, search.queue, size);
	mem_free(top->mem, search.seen, size);
	mem_free(top->mem, search.is_gone, n_edges);
	ends_release(&ends);
}
