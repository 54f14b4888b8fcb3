/*
 * What -tree and -peek show of a list of nodes: which of them, and the calls
 * from and to each.
 */
#ifndef RENDER_TREE_H
#define RENDER_TREE_H

#include "model/ends.h"
#include "model/err.h"

struct tree {
	const struct top *top;
	struct ends callers, callees;
	VEC(size_t) shown;		/* places in top.order */
};

/*
 * Borrows the top, whose graph has all edges.  The symbol of -peek, which may
 * be NULL, is looked for in whole printed names.  Fails when it is no regexp
 * or matches none; tree_release is allowed in any case.
 */
int tree_init(struct tree *tree, const struct top *top, const char *symbol,
	      struct err *err);
void tree_release(struct tree *tree);

#endif
