/*
 * A graph: flat and cum of every node a lens has, and weights of the edges
 * between them that were asked for (google/pprof, internal/graph).  Built by
 * one pass over all frames of all rows, a part of which each processor does.
 * Each node and each edge counts once a row, however often it recurs on its
 * stack.
 *
 * Values are pairs: lane 0 and lane 1 of lanes.h.  They are sums, also where
 * means are shown: see lanes_mean.
 */
#ifndef MODEL_GRAPH_H
#define MODEL_GRAPH_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "model/lanes.h"
#include "model/lens.h"

struct graph_value {
	int64_t v[2];
};

static inline void graph_value_add(struct graph_value *to,
				   const struct graph_value *value)
{
	to->v[0] = lanes_add(to->v[0], value->v[0]);
	to->v[1] = lanes_add(to->v[1], value->v[1]);
}

struct edge {
	uint32_t from, to;		/* caller, callee */
	struct graph_value weight;
	uint32_t stamp;			/* the last row it was met in, plus 1 */
	bool is_inline;			/* each time it was met */
	bool is_residual;		/* some time over nodes not kept */
};

/* Which edges a node is in are wanted. */
enum { EDGES_IN = 1, EDGES_OUT = 2 };

struct graph_query {
	const struct lens *lens;
	const struct lanes *lanes;
	const bool *kept;		/* a node each; NULL keeps all */
	const unsigned char *edges;	/* EDGES_* a node; NULL wants none */
	const _Atomic bool *cancel;	/* may be NULL */
	size_t n_parts;			/* threads, THREADS_MAX at the most;
					 * 0: as many as are worth it */
};

struct graph {
	struct mem *mem;
	size_t n_nodes;
	bool is_mean;			/* lane 1 is the divisor */
	struct graph_value *flat, *cum;	/* a node each */
	uint32_t *infos;		/* see graph_info; may be NULL */
	int64_t shown[2];		/* sums of |value| over the rows left */
	VEC(struct edge) edges;		/* in the order they were met */
	uint32_t *slots;		/* of a hash of the edges, plus 1 */
	size_t n_slots;
	uint64_t seed;
};

/*
 * Fills a graph.  Returns false when it was cancelled; the graph is to be
 * released all the same.  With kept, a row whose leaf is not kept has no flat
 * value for anybody.
 */
bool graph_init(struct graph *graph, const struct graph_query *query);
void graph_release(struct graph *graph);

/*
 * Adds the edges of a query to a graph that has none.  The values stay as they
 * are, also of nodes that the query does not keep: what they are does not
 * change with what is kept.  Returns false when it was cancelled.
 */
bool graph_add_edges(struct graph *graph, const struct graph_query *query);

/* Forgets the edges, so that others can be added. */
void graph_clear_edges(struct graph *graph);

/* A share of a sum, as Go cuts a float off to an integer. */
int64_t graph_cutoff(int64_t sum, double fraction);

/*
 * The node of the lens that a node stands for: itself, but in a tree, where
 * several stand for one (calltree.h).
 */
static inline uint32_t graph_info(const struct graph *graph, uint32_t node)
{
	return graph->infos ? graph->infos[node] : node;
}

/* Whether there is any value to show; of a mean the divisor is none. */
static inline bool graph_has_value(const struct graph_value *flat,
				   const struct graph_value *cum, bool is_mean)
{
	if (flat->v[0] || cum->v[0])
		return true;
	return !is_mean && (flat->v[1] || cum->v[1]);
}

/* What drop_negative drops. */
static inline bool graph_is_negative(const struct graph_value *flat,
				     const struct graph_value *cum)
{
	return flat->v[0] < 0 || (!flat->v[0] && cum->v[0] < 0);
}

/* Whether a node has any value to show; the reference lists no others. */
static inline bool graph_has(const struct graph *graph, uint32_t node)
{
	return graph_has_value(&graph->flat[node], &graph->cum[node],
			       graph->is_mean);
}

#endif
