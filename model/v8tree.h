/*
 * The tree of calls in a profile of V8.  Its nodes are a list, where they name
 * children or their parent by id, or stand within each other, as those of heaps
 * do and as all did before 2016.  A node says who it is in its "callFrame",
 * where lines and columns count from 0, or did it itself, from 1.  A function
 * without a name is "(anonymous)" here.  Of the URL of a file the path is kept,
 * so that sources are found.
 *
 * Nodes are numbered in the order in which they come.  Ids are sparse; each
 * gets a number, too, when it is first named, also where its node comes later.
 */
#ifndef MODEL_V8TREE_H
#define MODEL_V8TREE_H

#include "model/idmap.h"
#include "model/jsonwalk.h"
#include "model/tables.h"

enum { V8TREE_NONE = UINT32_MAX };

struct v8_node {
	uint32_t parent;		/* or V8TREE_NONE */
	struct str_id name, url;
	int64_t line, column;		/* from 0; -1: not known */
	struct loc_id loc;		/* of the start of the function */
	int64_t hits, size;		/* as the file has them */
	uint32_t first_tick, n_ticks;	/* in v8tree.ticks */
};

/* Samples in a line, which counts from 1, of a node. */
struct v8_tick {
	int64_t line, n;
};

/* What node `from` says of the node with the id of that number. */
struct v8_link {
	uint32_t from, id;
	bool is_parent;
};

struct v8tree {
	struct tables *tables;		/* borrowed */
	struct mem *mem;
	VEC(struct v8_node) nodes;
	struct idmap ids;
	VEC(uint32_t) nodes_of;		/* by number of an id */
	VEC(struct v8_link) links;
	VEC(struct v8_tick) ticks;
	bool has_sizes;			/* a node says how large it is */
	VEC(struct loc_id) stack;	/* of v8tree_climb */
};

void v8tree_init(struct v8tree *tree, struct tables *tables);
void v8tree_release(struct v8tree *tree);

/* Takes the nodes that come next: a list, or one with others in it. */
int v8tree_read_list(struct v8tree *tree, struct jsonwalk *walk,
		     struct err *err);
int v8tree_read_head(struct v8tree *tree, struct jsonwalk *walk,
		     struct err *err);

/* The number of an id, which is new when the id is. */
uint32_t v8tree_number(struct v8tree *tree, int64_t id);

/* Finds parents, once all nodes are there; fails when one is missing. */
int v8tree_join(struct v8tree *tree, struct err *err);

/* The node of an id's number; -1 with the reason when there is none. */
int v8tree_find(const struct v8tree *tree, uint32_t number, uint32_t *node,
		struct err *err);

/* The function of a node at a line, which counts from 1. */
struct loc_id v8tree_at_line(struct v8tree *tree, const struct v8_node *node,
			     int64_t line);

/*
 * Makes the stack that of a node, leaf first and without the root, "(root)".
 * Fails when the node is its own ancestor.
 */
int v8tree_climb(struct v8tree *tree, uint32_t node, struct err *err);

#endif
