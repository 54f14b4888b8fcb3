/*
 * The nodes and edges of a picture: what -dot draws and what -callgrind lists,
 * trimmed as the reference trims those (google/pprof, internal/report:
 * newTrimmedGraph).  A picture is a top, whose graph is one of names or a tree
 * of calls; whoever prints it need not care which.
 *
 * What is drawn is in the order of how much it tells: a node that only hands
 * on what it is called with tells little.  Labels count as nodes.  Edges over
 * nodes that are left out are residual; those that say nothing new are gone.
 *
 * Edges may lead to and from nodes that are not listed, having no value: the
 * reference has them, where nothing is trimmed.
 */
#ifndef MODEL_PICTURE_H
#define MODEL_PICTURE_H

#include "model/calltree.h"
#include "model/nodelets.h"
#include "model/top.h"

struct picture_query {
	const struct lens *lens;
	const struct lanes *lanes;
	struct trim trim;		/* by_cum: of what is not drawn */
	bool is_drawn;			/* else all is listed as by top */
	bool is_tree;
	nodelet_print *print;		/* of what is drawn, see nodelets.h */
	const char *unit;		/* likewise */
	const _Atomic bool *cancel;	/* may be NULL */
};

struct picture {
	struct top top;			/* without inline marks */
	struct calltree tree;
	struct nodelets nodelets;	/* of what is drawn */
};

/* Returns false when it was cancelled; release it all the same. */
bool picture_init(struct picture *picture, const struct picture_query *query);
void picture_release(struct picture *picture);

#endif
