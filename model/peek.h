/*
 * A peek: one node of a graph with the edges that lead to it and from it, as
 * -peek prints them (google/pprof, internal/report: printTree).  Nothing is
 * trimmed; an edge of a node to itself is none.  It owns copies of the names,
 * so the lens may go.
 *
 * Costs a pass over all frames of all rows.
 */
#ifndef MODEL_PEEK_H
#define MODEL_PEEK_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/arena.h"
#include "model/graph.h"
#include "model/lanes.h"
#include "model/lens.h"
#include "model/strings.h"

struct peek_edge {
	struct str name;		/* of the other node, as printed */
	struct graph_value weight;
	uint32_t node;			/* the other node; of the lens */
	bool is_inline;			/* the callee, each time it was met */
};

/* Most |weight| of lane 0 first, then by name. */
struct peek_edges {
	struct peek_edge *at;
	size_t n;
};

struct peek {
	struct arena arena;
	struct str name;		/* of the node, as printed */
	struct graph_value flat, cum;
	struct peek_edges callers, callees;
};

/*
 * Looks at a node of the lens.  Returns false when it was cancelled; release
 * it all the same.  cancel may be NULL.
 */
bool peek_init(struct peek *peek, const struct lens *lens,
	       const struct lanes *lanes, uint32_t node,
	       const _Atomic bool *cancel);

/* Zeroes may be released, too. */
void peek_release(struct peek *peek);

#endif
