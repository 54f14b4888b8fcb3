/*
 * Nodes: what the lines of locations are counted as at a granularity
 * (google/pprof, internal/graph: NodeInfo).  Two lines with equal info are one
 * node.  The table is built once for a lens and then does not change.
 */
#ifndef MODEL_NODE_H
#define MODEL_NODE_H

#include <stdint.h>

#include "model/buf.h"
#include "model/profile.h"

struct node_id { uint32_t i; };

enum { NODE_NONE = UINT32_MAX };

struct node_info {
	struct str_id name;		/* of the profile's strings */
	struct str_id object;		/* likewise; a mapping's file */
	struct str_id file;		/* of the table's own, cleaned up */
	uint64_t address;
	int64_t start_line, line, column;
};

struct node {
	struct node_info info;
	struct str name;		/* as it is printed, bytes */
	struct func_id func;		/* one of it; .i NODE_NONE: none */
	bool is_inlined;		/* somewhere it is an inlined call */
};

struct nodes {
	struct mem *mem;
	const struct profile *profile;
	struct arena text;
	struct strings files;
	VEC(struct node) at;
	struct index index;
	uint64_t seed;
	uint32_t *ranks, *name_ranks;	/* from nodes_rank; else NULL */
};

void nodes_init(struct nodes *nodes, const struct profile *profile);
void nodes_release(struct nodes *nodes);

/* Returns the node with this info, a new one when there is none. */
struct node_id nodes_intern(struct nodes *nodes, const struct node_info *info);

/*
 * Appends what a printed name says behind address and function name: the file,
 * as given, with the line; the object; or nothing when the function's name is
 * enough.
 */
void nodes_add_place(const struct nodes *nodes, const struct node_info *info,
		     struct str file, struct buf *out);

/*
 * Finds the rank of each node in the order of printed names, so that sorting
 * compares numbers only.  Of equal names each has a rank of its own in `ranks`
 * and all have the same in `name_ranks`.  The table must not grow any more.
 */
void nodes_rank(struct nodes *nodes);

/*
 * Puts ranked nodes in the order of their ranks, which become their numbers.
 * nodes_intern may not be called any more.
 */
void nodes_sort(struct nodes *nodes);

/*
 * Orders two nodes as the reference orders their printed names: by address
 * when both have one, else by bytes; 0 for equal names.
 */
int nodes_compare_name(const struct nodes *nodes, uint32_t a, uint32_t b);

/* The last resort of the reference's orders: all of the info as text. */
int nodes_compare_info(const struct nodes *nodes, uint32_t a, uint32_t b);

#endif
