/*
 * Pieces of JSON as trees.  This is what hides jansson: it is loaded when a
 * file is JSON, not when the program starts, since that takes a tenth of a
 * millisecond more; and it may have been left out of the build.
 *
 * jansson's memory is not its user's to give.  So a piece has a largest size,
 * and the most that a tree of it can take is counted in the budget for as long
 * as the tree is there.
 */
#ifndef MODEL_JSONTREE_H
#define MODEL_JSONTREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/err.h"
#include "model/mem.h"
#include "model/strings.h"

enum {
	JSONTREE_TEXT_MAX = 2 << 20,	/* bytes of a piece */
	/*
	 * Bytes for each byte of text, at most.  An empty object, which is
	 * three with its comma, takes 89 for each with jansson 2.14.
	 */
	JSONTREE_FACTOR = 128,
};

struct jsontree {
	struct mem *mem;		/* borrowed */
	void *library;
	struct jansson *jansson;	/* the functions of it */
	void *root;
	size_t held;			/* of mem, for the tree at hand */
};

/* A value in a tree, borrowed as long as that is there. */
struct jsonitem {
	const struct jsontree *tree;
	void *node;			/* NULL: there is none */
};

/*
 * Returns -1 with the reason when there is no jansson.  Release the tree in
 * any case.
 */
int jsontree_open(struct jsontree *tree, struct mem *mem, struct err *err);
void jsontree_release(struct jsontree *tree);

/*
 * Makes the tree that of a piece of text, any value, in place of the one
 * before; text.n must not be more than JSONTREE_TEXT_MAX.  Returns -1 with
 * jansson's reason when it is no JSON.
 */
int jsontree_parse(struct jsontree *tree, struct str text,
		   struct jsonitem *item, struct err *err);

/* A member of an object, an element of an array; none when it is not there. */
struct jsonitem jsonitem_get(struct jsonitem item, const char *key);
struct jsonitem jsonitem_at(struct jsonitem item, size_t i);

/* The elements of an array; of anything else there are none. */
size_t jsonitem_count(struct jsonitem item);

/*
 * Each returns false, and leaves the value alone, when it is another kind or
 * none.  jsonitem_int takes a number whose whole part fits, and cuts the rest.
 */
bool jsonitem_int(struct jsonitem item, int64_t *value);
bool jsonitem_number(struct jsonitem item, long double *value);
bool jsonitem_text(struct jsonitem item, struct str *text);

#endif
