/*
 * A flame graph as boxes of cells: frames of sorted paths (model/paths.h),
 * the root on top, a row a level.
 *
 *	level 0	|all 662.3MB                             |	what is zoomed
 *	level 1	|main.main 71%              |server 26%  |
 *	level 2	|load 60%            |:3|   |conn 24%    |	:3 is a fold
 *
 * What is zoomed fills the width.  Children stand side by side below their
 * parent, the widest first, then by name; what is left of the parent to their
 * right is its own.  Children narrower than a cell are folded into one cell or
 * more at the end, so that what is drawn and what is folded always come to
 * what the children come to.  A fold can be zoomed like a frame; its frames
 * then fill the width, and where there are too many of them they stand in
 * several folds, so that a zoom from two columns on always comes closer.
 * Frames that come to nothing are in a fold where there is one anyway and
 * among the children of what is zoomed.  When all that is zoomed comes to
 * nothing, widths are numbers of samples.
 *
 * Two lanes are two graphs of the same boxes: one order, one scale, one zoom.
 * A box has columns in one of them at least.
 *
 * A flame is computed at once for a number of columns, with the text of every
 * box, by a worker; painting it only copies cells.  It owns all that it shows
 * and borrows nothing but the units of its columns, which are the profile's.
 * Costs a pass over the frames of what is zoomed: 40 ms for 29 million.
 */
#ifndef RENDER_FLAME_H
#define RENDER_FLAME_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/arena.h"
#include "model/paths.h"
#include "render/column.h"
#include "render/grid.h"

enum {
	FLAME_LANES = 2,
	/* Deeper boxes are for a zoom; more than any screen has rows. */
	FLAME_LEVELS_MAX = GRID_ROWS_MAX,
	FLAME_BOXES_MAX = 1 << 16,
};

#define FLAME_NONE UINT32_MAX

/* The key of a fold is this or a little less. */
#define FLAME_FOLD_KEY UINT64_MAX

/*
 * A place in a graph: the keys (paths_keys) from the root's child down.  With
 * a fold it is those children of the place that have one of these keys.
 */
struct flame_zoom {
	const uint64_t *path;
	size_t n_path;
	const uint64_t *fold;		/* ascending */
	size_t n_fold;
};

struct flame_query {
	const struct paths *paths;
	const struct path_sums *sums;
	const struct nodes *nodes;
	const uint64_t *keys;		/* a node each */
	const uint32_t *name_ranks;	/* a node each: its place by name */
	struct flame_zoom zoom;
	struct columns columns;
	const char *share;		/* what the totals are: "total" */
	bool is_callers;		/* the paths have a pivot */
	bool is_difference;
	int cols;			/* of each graph */
	enum text_charset charset;
	const _Atomic bool *cancel;	/* may be NULL */
};

struct flame_span {
	int col, cols;			/* cols 0: not in this graph */
};

struct flame_box {
	uint64_t key;			/* unlike that of any box beside it */
	struct str name;		/* bytes; "" unless it is a frame */
	struct str labels[FLAME_LANES];	/* printable, fits the span */
	struct flame_span spans[FLAME_LANES];
	uint32_t level, parent;		/* parent of the first: FLAME_NONE */
	uint32_t first, n;		/* its children among the boxes */
	uint32_t n_children;		/* drawn or folded; not those of 0 */
	uint32_t n_hidden[FLAME_LANES];	/* frames a fold stands for */
	uint32_t first_folded, n_folded;	/* of a fold, in flame.folded */
	int64_t values[FLAME_LANES], self[FLAME_LANES];
	uint64_t widths[FLAME_LANES];
	uint8_t style;
	bool is_fold;
	bool is_cut;			/* its children are not here */
};

struct flame {
	struct mem *mem;
	struct arena arena;
	VEC(struct flame_box) boxes;	/* by level, then from the left */
	VEC(uint32_t) levels;		/* the first box of each, and the end */
	VEC(uint64_t) folded;		/* keys of the frames in folds */
	struct flame_zoom zoom;		/* as far as it was found */
	int n_lanes, cols;
	struct columns columns;
	const char *share;
	enum text_charset charset;
	bool is_callers, is_difference;
	bool is_nothing;		/* everything of it comes to nothing */
	struct str where;		/* printable: "main > run", may be "" */
};

/*
 * Makes the boxes; none when there are no paths.  Of a zoom that is not there
 * the longest part that is counts.  NULL when it was cancelled.  Owned by the
 * caller.
 */
struct flame *flame_new(const struct flame_query *query);
void flame_free(struct flame *flame);

static inline size_t flame_n_levels(const struct flame *flame)
{
	return flame->levels.n ? flame->levels.n - 1 : 0;
}

/* Moves.  Each takes and returns the number of a box that there is. */

/* The child with the key, else the widest, else the box itself. */
uint32_t flame_child(const struct flame *flame, uint32_t box, uint64_t key);

/* The one `step` boxes to the right in the level, or the last that way. */
uint32_t flame_beside(const struct flame *flame, uint32_t box, int step);

/*
 * Orders frames by the size of what is their own: the next one with less, or
 * with more; from a box with nothing the first of all.  The box itself when
 * there is none.
 */
uint32_t flame_hottest(const struct flame *flame, uint32_t box,
		       bool is_forward);

/*
 * The widest frame of this name, the outermost of several; FLAME_NONE when
 * none is drawn.
 */
uint32_t flame_named(const struct flame *flame, const char *name, size_t n);

/* The path of a box; a fold's ends with its parent.  At most n_levels more
 * than that of the zoom.  Returns how many keys it has. */
size_t flame_path_length(const struct flame *flame, uint32_t box);
void flame_path(const struct flame *flame, uint32_t box, uint64_t *path);

/*
 * The box at the end of a path, or as close to it as any: the fold that has
 * the next frame of the path, or the last frame that is drawn.
 */
uint32_t flame_at(const struct flame *flame, const uint64_t *path, size_t n);

/* What to paint of it. */
struct flame_look {
	size_t top;			/* the first level to be seen */
	uint32_t selected;
	int lane;
	/* Says whether a name is searched for; may be NULL. */
	bool (*hits)(void *data, const char *s, size_t n);
	void *data;
};

/* Paints a graph from the top left of the canvas on. */
void flame_paint(const struct flame *flame, const struct flame_look *look,
		 const struct canvas *canvas);

/* Appends the line that says all of a box, in so many columns. */
void flame_detail(const struct flame *flame, uint32_t box, int columns,
		  struct buf *out);

/* For flame_new: the text of a box, and the style of a function. */
void flame_label(struct flame *flame, struct flame_box *box);
uint8_t flame_hue(const struct profile *profile, const struct node *node);
uint8_t flame_sign_style(int64_t change);

#endif
