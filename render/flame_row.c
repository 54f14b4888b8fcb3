#include "config.h"

#include "render/flame_row.h"

#include <stdlib.h>

/* A fold among folds has room for a number. */
enum { FOLD_COLS = 6 };

void flame_row_release(struct flame_row *row)
{
	vec_release(row->mem, &row->children);
	vec_release(row->mem, &row->items);
}

static int child_order(const void *pa, const void *pb, void *data)
{
	const struct flame_row *row = data;
	const struct flame_child *a = pa, *b = pb;
	uint64_t x = flame_width(a->widths), y = flame_width(b->widths);
	uint32_t i = row->name_ranks[a->node], j = row->name_ranks[b->node];

	if (x != y)
		return x < y ? 1 : -1;
	return (i > j) - (i < j);
}

static void sort_children(struct flame_row *row, size_t first, size_t n)
{
	if (n)
		qsort_r(row->children.at + first, n,
			sizeof(*row->children.at), child_order, row);
}

/* Whether a child has a cell of its parent's to itself in some graph. */
static bool is_wide(const struct flame_box *box,
		    const struct flame_child *child)
{
	for (int lane = 0; lane < FLAME_LANES; lane++) {
		unsigned __int128 cells = child->widths[lane];

		cells *= (unsigned)box->spans[lane].cols;
		if (child->widths[lane] && cells >= box->widths[lane])
			return true;
	}
	return false;
}

static bool has_width(const struct flame_box *box,
		      const struct flame_child *child)
{
	(void)box;
	return flame_width(child->widths);
}

/* Puts those that pass first, from `first` on; returns where they end. */
static size_t part(struct flame_row *row, size_t first,
		   const struct flame_box *box,
		   bool (*passes)(const struct flame_box *box,
				  const struct flame_child *child))
{
	struct flame_child *children = row->children.at;
	size_t n = first;

	for (size_t i = first; i < row->children.n; i++) {
		struct flame_child child = children[i];

		if (!passes(box, &child))
			continue;
		children[i] = children[n];
		children[n++] = child;
	}
	return n;
}

/* A single narrow child needs no fold. */
void flame_row_order(struct flame_row *row, const struct flame_box *box,
		     bool keeps_empty)
{
	size_t n_some;

	row->n_wide = part(row, 0, box, is_wide);
	n_some = part(row, row->n_wide, box, has_width);
	if (n_some == row->n_wide && !keeps_empty)
		row->children.n = n_some;
	if (row->children.n == row->n_wide + 1)
		row->n_wide++;
	sort_children(row, 0, row->n_wide);
}

static bool is_child_in_lane(const struct flame_child *child, int lane)
{
	return child->widths[lane] || !flame_width(child->widths);
}

static void add_item(struct flame_row *row, size_t first, size_t n,
		     bool is_fold)
{
	struct flame_item *item = vec_push(row->mem, &row->items);

	*item = (struct flame_item){
		.first = first, .n = n, .is_fold = is_fold
	};
	for (size_t i = first; i < first + n; i++) {
		const struct flame_child *child = &row->children.at[i];

		for (int lane = 0; lane < FLAME_LANES; lane++) {
			item->widths[lane] += child->widths[lane];
			item->values[lane] = lanes_add(item->values[lane],
						       child->values[lane]);
			item->n_hidden[lane] += is_child_in_lane(child, lane);
		}
	}
}

static void add_wide(struct flame_row *row)
{
	row->items.n = 0;
	for (size_t i = 0; i < row->n_wide; i++)
		add_item(row, i, 1, false);
}

void flame_row_fold(struct flame_row *row)
{
	size_t n = row->children.n - row->n_wide;

	add_wide(row);
	if (n)
		add_item(row, row->n_wide, n, true);
}

static uint64_t rest_width(const struct flame_row *row)
{
	uint64_t widths[FLAME_LANES] = { 0 };

	for (size_t i = row->n_wide; i < row->children.n; i++) {
		for (int lane = 0; lane < FLAME_LANES; lane++)
			widths[lane] += row->children.at[i].widths[lane];
	}
	return flame_width(widths);
}

/*
 * Where all children are narrow there are two at least, as they then have all
 * the columns: so a zoom always comes closer.
 */
static size_t count_folds(const struct flame_row *row,
			  const struct flame_box *box, int cols, uint64_t rest)
{
	uint64_t all = flame_width(box->widths);
	int each = cols / 2 < FOLD_COLS ? cols / 2 : FOLD_COLS;
	unsigned __int128 cells = rest;
	size_t folds, n = row->children.n - row->n_wide;

	if (!each || !rest || !all)
		return 1;
	cells = cells * (unsigned)cols / all;
	folds = (size_t)cells / (size_t)each;
	if (!folds)
		return 1;
	return folds < n ? folds : n;
}

static void add_fold(struct flame_row *row, size_t first, size_t end)
{
	if (first < end)
		add_item(row, first, end - first, end - first > 1);
}

void flame_row_fold_many(struct flame_row *row, const struct flame_box *box,
			 int cols)
{
	uint64_t rest = rest_width(row), before = 0;
	size_t folds = count_folds(row, box, cols, rest), last = 0;
	size_t first = row->n_wide;

	add_wide(row);
	sort_children(row, first, row->children.n - first);
	for (size_t i = first; i < row->children.n; i++) {
		unsigned __int128 scaled = before;
		size_t fold = 0;

		if (before < rest)
			fold = (size_t)(scaled * folds / rest);
		else
			fold = folds - 1;
		if (fold != last) {
			add_fold(row, first, i);
			first = i;
		}
		last = fold;
		before += flame_width(row->children.at[i].widths);
	}
	add_fold(row, first, row->children.n);
}

size_t flame_row_last_fold(struct flame_row *row)
{
	for (size_t i = row->items.n; i-- > 0; ) {
		if (row->items.at[i].is_fold)
			return i;
	}
	add_item(row, row->children.n, 0, true);
	return row->items.n - 1;
}

static bool is_in_lane(const struct flame_item *item, int lane)
{
	return !item->is_dropped[lane] &&
	       (item->widths[lane] || item->needs_cell[lane]);
}

static size_t count_in_lane(const struct flame_row *row, int lane)
{
	size_t n = 0;

	for (size_t i = 0; i < row->items.n; i++)
		n += is_in_lane(&row->items.at[i], lane);
	return n;
}

/* The narrowest in this graph but for one; of several the last. */
static struct flame_item *find_narrowest(struct flame_row *row, int lane,
					 size_t but)
{
	struct flame_item *found = NULL;

	for (size_t i = 0; i < row->items.n; i++) {
		struct flame_item *item = &row->items.at[i];

		if (i != but && is_in_lane(item, lane) &&
		    (!found || item->widths[lane] <= found->widths[lane]))
			found = item;
	}
	return found;
}

/* Lets the narrowest go into a fold until there is a cell for each. */
static void drop_items(struct flame_row *row, int lane, int cols)
{
	size_t most = (size_t)cols, fold;

	if (count_in_lane(row, lane) <= most)
		return;
	fold = flame_row_last_fold(row);
	row->items.at[fold].needs_cell[lane] = true;
	do {
		struct flame_item *item = find_narrowest(row, lane, fold);
		struct flame_item *to = &row->items.at[fold];

		to->widths[lane] += item->widths[lane];
		to->values[lane] = lanes_add(to->values[lane],
					     item->values[lane]);
		to->n_hidden[lane] += item->n_hidden[lane];
		item->is_dropped[lane] = true;
	} while (count_in_lane(row, lane) > most);
}

/* The column up to which a part of a box's width reaches, rounded. */
static int edge(const struct flame_box *box, int lane, uint64_t width)
{
	unsigned __int128 cells = width;
	uint64_t all = box->widths[lane];

	if (!all)
		return 0;
	cells = cells * (unsigned)box->spans[lane].cols + all / 2;
	return (int)(cells / all);
}

/*
 * Edges are those of the sums from the left, so that they stand below each
 * other from level to level.  Each item gets a cell at least, from the one to
 * its right; what that pushes over the end takes from its left.  Until the
 * second pass `cols` is the column of the right edge.
 */
static void place_lane(struct flame_row *row, const struct flame_box *box,
		       int lane)
{
	int at = 0, limit = box->spans[lane].cols;
	uint64_t before = 0;

	for (size_t i = 0; i < row->items.n; i++) {
		struct flame_item *item = &row->items.at[i];
		int from = edge(box, lane, before), to;

		if (!is_in_lane(item, lane))
			continue;
		before += item->widths[lane];
		to = edge(box, lane, before);
		from = from > at ? from : at;
		at = to > from ? to : from + 1;
		item->spans[lane] = (struct flame_span){ from, at };
	}
	for (size_t i = row->items.n; i-- > 0; ) {
		struct flame_span *span = &row->items.at[i].spans[lane];

		if (!is_in_lane(&row->items.at[i], lane))
			continue;
		at = span->cols < limit ? span->cols : limit;
		limit = span->col < at ? span->col : at - 1;
		*span = (struct flame_span){
			box->spans[lane].col + limit, at - limit
		};
	}
}

/* What comes to nothing in every graph the box is in has a cell in each. */
static void mark_empty(struct flame_row *row, const struct flame_box *box)
{
	for (size_t i = 0; i < row->items.n; i++) {
		struct flame_item *item = &row->items.at[i];
		bool is_empty = true;

		for (int lane = 0; lane < row->n_lanes; lane++) {
			if (box->spans[lane].cols && item->widths[lane])
				is_empty = false;
		}
		for (int lane = 0; lane < row->n_lanes; lane++)
			item->needs_cell[lane] = is_empty;
	}
}

void flame_row_place(struct flame_row *row, const struct flame_box *box)
{
	mark_empty(row, box);
	for (int lane = 0; lane < row->n_lanes; lane++) {
		int cols = box->spans[lane].cols;

		if (!cols)
			continue;
		drop_items(row, lane, cols);
		place_lane(row, box, lane);
	}
}
