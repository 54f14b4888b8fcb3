/*
 * The stacks of a view as paths of nodes, sorted, so that a frame of a flame
 * graph is a range of rows and no tree is ever built.
 *
 * A path is what a lens shows of a row's stack, root first: one node number a
 * visible frame.  With a pivot it is the callers-up form instead, of the rows
 * that show the pivot: it starts with the pivot's outermost occurrence and
 * goes outward, caller by caller, to the root.
 *
 *	row   path            shared      the frames of depth 2
 *	 7    main            0
 *	 0    main  get       1           [1, 3) main get
 *	 4    main  get  put  2
 *	 2    main  scan      1           [3, 4) main scan
 *
 * All rows below a frame stand together, those that end in it first.  Rows
 * that show no frame have no path.
 *
 * Costs 20 bytes a row and 4 a frame, and 24 a row while sorting.  A million
 * rows of 29 frames, 25 of them shared with the row before, take 0.46 s, of
 * which 0.2 s are spent looking through the lens; the sums take 15 ms a lane.
 * The children of a frame are found by a walk over its rows.
 */
#ifndef MODEL_PATHS_H
#define MODEL_PATHS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/lanes.h"
#include "model/lens.h"

struct paths_row {
	size_t first;			/* of its nodes, in paths.nodes */
	uint32_t n;			/* of them; at least 1 */
	uint32_t row;			/* of the profile */
};

struct paths {
	struct mem *mem;
	size_t n, n_alloc;
	struct paths_row *rows;		/* n of them, sorted by their nodes */
	uint32_t *shared;		/* leading nodes as in the row before */
	const uint32_t *nodes;
	VEC(uint32_t) own_nodes;	/* empty when they are borrowed */
};

/* Rows [lo, hi), whose first `depth` nodes are the same. */
struct paths_frame {
	size_t lo, hi;
	uint32_t depth;
};

/*
 * Fills paths from all rows, also from those that focus or ignore drop; pivot
 * is a node of the lens or NODE_NONE.  Returns false when it was cancelled
 * (cancel may be NULL); release it all the same.
 */
bool paths_init(struct paths *paths, const struct lens *lens, uint32_t pivot,
		const _Atomic bool *cancel);

/*
 * Fills paths with those of `all` that the lens keeps; it may differ in focus
 * and ignore from the one that `all` was made with, and in nothing else.
 * Borrows the nodes of `all`.  Costs a pass over the frames.
 */
bool paths_select(struct paths *paths, const struct paths *all,
		  const struct lens *lens, const _Atomic bool *cancel);

void paths_release(struct paths *paths);

/* The frame all others are in: depth 0, every row. */
static inline struct paths_frame paths_root(const struct paths *paths)
{
	return (struct paths_frame){ 0, paths->n, 0 };
}

/* The node of a frame, whose depth is not 0. */
static inline uint32_t paths_node(const struct paths *paths,
				  const struct paths_frame *frame)
{
	const struct paths_row *row = &paths->rows[frame->lo];

	return paths->nodes[row->first + frame->depth - 1];
}

/*
 * The part of a frame before its children: the rows that end in it.  Start
 * paths_next with it.
 */
struct paths_frame paths_self(const struct paths *paths,
			      const struct paths_frame *frame);

/*
 * Makes the child after *child, by node number, of it; returns false after the
 * last.  Costs a walk over the child's rows.
 */
bool paths_next(const struct paths *paths, const struct paths_frame *parent,
		struct paths_frame *child);

/*
 * A number for each node, made of its names and the seed (hash_seed) alone, so
 * that it is the same for the same node in any lens of the same granularity,
 * of this profile or another: what a place in a flame graph is remembered by.
 * Never 0.  Owned by the caller, for mem_free.
 */
uint64_t *paths_keys(const struct nodes *nodes, uint64_t seed);

/*
 * Goes down from *frame along the children with these keys, one a node as
 * paths_keys gave them, and returns how many of the n were found.
 */
size_t paths_follow(const struct paths *paths, const uint64_t *node_keys,
		    const uint64_t *keys, size_t n,
		    struct paths_frame *frame);

/*
 * Values of ranges of paths, as sums of all rows before.
 *
 * The width of a path is the size of what all rows with exactly this path come
 * to.  So the width of a frame, the sum over the paths below it, is never less
 * than that of its children, whatever the signs: of a difference it is the sum
 * of |change of self|.
 */
struct path_sums {
	struct mem *mem;
	size_t n;
	int64_t *values[2];		/* n + 1 each; [1] may be NULL */
	uint64_t *widths[2];		/* likewise */
};

/* One lane as `lanes` has it, or two.  Costs one pass over the rows. */
void path_sums_init(struct path_sums *sums, const struct paths *paths,
		    const struct lanes *lanes);
void path_sums_release(struct path_sums *sums);

static inline int64_t path_sums_value(const struct path_sums *sums, int lane,
				      size_t lo, size_t hi)
{
	return lanes_sub(sums->values[lane][hi], sums->values[lane][lo]);
}

static inline uint64_t path_sums_width(const struct path_sums *sums, int lane,
				       size_t lo, size_t hi)
{
	return sums->widths[lane][hi] - sums->widths[lane][lo];
}

#endif
