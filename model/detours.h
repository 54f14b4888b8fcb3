/*
 * Residual edges that only repeat that one node reaches another, which other
 * edges show already (google/pprof, internal/graph: RemoveRedundantEdges).
 *
 * Costs a search through the callers for each residual edge; there are few
 * where few nodes are left.
 */
#ifndef MODEL_DETOURS_H
#define MODEL_DETOURS_H

#include "model/top.h"

/* Drops them, those of the last nodes in the order first. */
void detours_drop(struct top *top);

#endif
