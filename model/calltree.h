/*
 * A tree of calls as a graph: a node for each path from a root, so that one
 * function called from two places is two nodes (google/pprof, internal/graph:
 * newTree).  Nodes are numbered callers first, a node's callees behind it, and
 * graph_info says what each is in the lens.  Each node but the roots has one
 * edge to it, which weighs what the node does.
 *
 * The nodes of a large profile are many times the functions.  Those that will
 * not be shown are given up as soon as they are known, so that memory is taken
 * for the paths and for what is kept.
 */
#ifndef MODEL_CALLTREE_H
#define MODEL_CALLTREE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "model/graph.h"
#include "model/paths.h"

/* A node's rows are paths.rows[lo .. hi), where its depth is n at the leaf. */
struct calltree_place {
	uint32_t info;			/* of the lens */
	uint32_t parent;		/* a place, or NODE_NONE */
	uint32_t depth;			/* 1 at the root */
	uint32_t lo, hi;
	bool is_inline;			/* inlined each time it was met */
};

struct calltree_query {
	const struct lens *lens;
	const struct lanes *lanes;
	double node_fraction;		/* of the sum of what has a value */
	bool drop_negative;
	const _Atomic bool *cancel;	/* may be NULL */
};

struct calltree {
	struct mem *mem;
	struct paths paths;
	VEC(struct calltree_place) places;	/* a node of the graph each */
	VEC(struct graph_value) flat, cum;
	int64_t cut;			/* nodes with less cum may be missing */
	int64_t sum;			/* of flat, with those */
	size_t n_dropped;		/* of them those that have a value */
};

/*
 * Fills a tree and its graph, which is the caller's to release.  Returns false
 * when it was cancelled; release both all the same.
 */
bool calltree_init(struct calltree *tree, struct graph *graph,
		   const struct calltree_query *query);
void calltree_release(struct calltree *tree);

/*
 * Takes the nodes that are gone out of the edges of a tree's graph, so that
 * what they called is called by who called them, or by nobody.
 */
void calltree_trim(struct graph *graph, const bool *is_gone);

#endif
