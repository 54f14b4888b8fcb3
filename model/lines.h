/*
 * Weights by line of source, for all of a profile in a view: what a source
 * view puts beside the text, and what the reference's -list prints.
 *
 * A part is what is looked at in one go: a function in one file, all of a
 * file, or everything without a name in one mapping.  A place is a line of a
 * part, and for what has no name an address.  Each place and each part counts
 * once a row, however often it recurs on the stack, at whatever columns or
 * addresses.  The flat values of a part's places sum to that of the part.
 *
 * The reference's -list instead adds up the nodes of a function: what is on a
 * stack twice, at two lines or columns or in two objects, counts twice there.
 * On demand (adds_nodes) so do these: each node is a place of its own, several
 * a line, and a part is their sum.  Then what has no name is a function too.
 *
 * Making it is a pass over all frames of all rows.  What is wanted of it is a
 * listing (model/listing.h).
 */
#ifndef MODEL_LINES_H
#define MODEL_LINES_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "model/graph.h"

/* What the parts are. */
enum lines_by {
	LINES_BY_FUNCTION,	/* functions with a name, in one file each */
	LINES_BY_FILE,		/* files with a name */
	LINES_BY_OBJECT,	/* addresses without a name, by mapping */
};

struct lines_place {
	uint32_t part;
	uint32_t node;		/* one of the lens it stands for */
	uint32_t callee;	/* one inlined into it, or NODE_NONE */
	bool is_inlined;	/* somewhere it is an inlined call */
	int64_t line;
	uint64_t address;	/* by object only */
	struct graph_value flat, cum;
};

struct lines_part {
	struct str_id name, object;	/* of the profile's strings */
	struct str_id file;		/* of the lens's */
	struct str_id path;		/* its file as the profile names it */
	int64_t start_line;		/* the least known; 0: none is */
	struct graph_value cum;
};

struct lines_query {
	const struct lens *lens;
	const struct lanes *lanes;
	enum lines_by by;
	bool adds_nodes;		/* as the reference's -list */
	const _Atomic bool *cancel;	/* may be NULL */
};

struct lines {
	struct mem *mem;
	const struct lens *lens;	/* borrowed */
	enum lines_by by;
	bool adds_nodes;
	VEC(struct lines_place) places;
	VEC(struct lines_part) parts;
	uint32_t *place_of;		/* of a node; NODE_NONE is none */
};

/* Changes a view to the one whose lens lines are made from. */
void lines_view(struct view *view, enum lines_by by);

/*
 * Fills lines from a lens of such a view.  Returns false when it was
 * cancelled; release it all the same.
 */
bool lines_init(struct lines *lines, const struct lines_query *query);
void lines_release(struct lines *lines);

#endif
