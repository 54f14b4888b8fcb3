/*
 * Nodelets: what the rows of a node are labelled with, as the boxes that hang
 * from it in a picture (google/pprof, internal/graph: LabelTags, NumericTags).
 * All string labels of a row are one text; its numbers of the key "bytes" hang
 * from that text, or from the node where there is none.  Numbers that print
 * the same are one.  Other numeric labels are not shown.
 *
 * Costs a pass over the frames of the rows that have labels, a search in a
 * hash for each of them whose node is wanted, and 64 bytes a nodelet.
 */
#ifndef MODEL_NODELETS_H
#define MODEL_NODELETS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "model/buf.h"
#include "model/calltree.h"
#include "model/graph.h"

/* A text, or a number of a text. */
struct nodelet {
	uint32_t node;			/* of the graph */
	struct str_id text;		/* see nodelets_str; 0 is none */
	struct str_id name;		/* of a number, as printed; 0: a text */
	int64_t number;			/* the first one that printed so */
	struct graph_value flat, cum;
};

/* How a number is printed: number_value, which this folder does not see. */
typedef void nodelet_print(struct buf *out, int64_t value, const char *from,
			   const char *to);

struct nodelet_query {
	const struct lens *lens;
	const struct lanes *lanes;
	const struct calltree *tree;	/* NULL: a node of the lens each */
	const bool *wanted;		/* a node of the graph each */
	size_t n_nodes;
	nodelet_print *print;
	const char *unit;		/* numbers are printed in */
	const _Atomic bool *cancel;	/* may be NULL */
};

struct nodelets {
	struct mem *mem;
	struct strings strings;		/* texts and names */
	const char *from;		/* the unit of numbers; borrowed */
	/*
	 * Those of a node stand together, its texts before its numbers, the
	 * numbers of a text together.
	 */
	VEC(struct nodelet) at;
};

/* Returns false when it was cancelled; release it all the same. */
bool nodelets_init(struct nodelets *nodelets,
		   const struct nodelet_query *query);
void nodelets_release(struct nodelets *nodelets);

/* Leaves out those of less than the cut, flat and cum. */
void nodelets_cut(struct nodelets *nodelets, int64_t cut);

/* Those of one node: texts [first, numbers), numbers [numbers, end). */
struct nodelet_span {
	size_t first, numbers, end;
};

struct nodelet_span nodelets_of(const struct nodelets *nodelets,
				uint32_t node);

/*
 * "key:value" of each string label, sorted, with a backslash and an n between
 * them; the name of a number.  Bytes of the file.
 */
static inline struct str nodelets_str(const struct nodelets *nodelets,
				      struct str_id id)
{
	return strings_at(&nodelets->strings, id);
}

#endif
