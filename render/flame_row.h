/*
 * The children of one box of a flame graph, and which of its columns each of
 * them gets.  Used by flame_new in three steps, for box after box, with the
 * same memory; a row is no part of the finished flame.
 *
 *	children	found by the caller
 *	items		boxes to be: a child each, or a fold of several
 *	spans		the columns of each item in each graph
 *
 * In every graph the widths of the items come to what the children come to.
 */
#ifndef RENDER_FLAME_ROW_H
#define RENDER_FLAME_ROW_H

#include "render/flame.h"

struct flame_child {
	struct paths_frame frame;
	uint64_t widths[FLAME_LANES];
	int64_t values[FLAME_LANES];
	uint32_t node;
};

/*
 * A fold is n children from `first` on, and whatever was dropped into it as
 * its graph had no cell left.
 */
struct flame_item {
	size_t first, n;
	bool is_fold;
	bool needs_cell[FLAME_LANES];	/* even when it comes to nothing */
	bool is_dropped[FLAME_LANES];
	uint32_t n_hidden[FLAME_LANES];	/* children that a fold stands for */
	uint64_t widths[FLAME_LANES];
	int64_t values[FLAME_LANES];
	struct flame_span spans[FLAME_LANES];
};

struct flame_row {
	struct mem *mem;
	const uint32_t *name_ranks;	/* a node each */
	int n_lanes;
	VEC(struct flame_child) children;
	size_t n_wide;			/* those drawn themselves come first */
	VEC(struct flame_item) items;
};

void flame_row_release(struct flame_row *row);

/*
 * Orders the children for a box whose spans and widths are known: those of a
 * cell or more, the widest first, then the others.  Leaves out those that come
 * to nothing unless keeps_empty, or unless others are folded anyway.
 */
void flame_row_order(struct flame_row *row, const struct flame_box *box,
		     bool keeps_empty);

/* Makes the items, the narrow children in one fold. */
void flame_row_fold(struct flame_row *row);

/*
 * The same with several folds of some columns each, if they are that many, and
 * with two at least when all children are narrow.
 */
void flame_row_fold_many(struct flame_row *row, const struct flame_box *box,
			 int cols);

/* Finds the spans in the columns of the box. */
void flame_row_place(struct flame_row *row, const struct flame_box *box);

/* The number of the last fold; a new empty one when there is none. */
size_t flame_row_last_fold(struct flame_row *row);

/* The sum of both lanes, or the most there is. */
static inline uint64_t flame_width(const uint64_t widths[FLAME_LANES])
{
	uint64_t sum = widths[0] + widths[1];

	return sum < widths[0] ? UINT64_MAX : sum;
}

#endif
