/*
 * The edges of a graph by one of their ends: those of a node are
 * edges[starts[node] .. starts[node + 1]), heaviest first, those of equal
 * weight by the names of their ends (google/pprof, internal/graph:
 * EdgeMap.Sort).  Borrows the edges, which must stay where they are.
 */
#ifndef MODEL_ENDS_H
#define MODEL_ENDS_H

#include "model/top.h"

struct ends {
	struct mem *mem;
	const struct edge **edges;
	size_t n_edges;
	size_t *starts;			/* n_nodes + 1 */
	size_t n_nodes;
};

enum ends_by { ENDS_BY_CALLER, ENDS_BY_CALLEE };

void ends_init(struct ends *ends, const struct top *top, enum ends_by by);
void ends_release(struct ends *ends);

/* Sorts edges into the same order. */
void ends_sort(const struct top *top, const struct edge **edges, size_t n);

#endif
