#include "config.h"

#include "render/flame.h"

#include <stdlib.h>
#include <string.h>

#include "model/cancel.h"
#include "render/flame_row.h"

/* What is known of a node once it has been drawn. */
struct drawn {
	struct str name;
	uint8_t style;
};

struct layout {
	const struct flame_query *query;
	struct flame *flame;
	struct mem *mem;
	bool by_rows;			/* widths are numbers of rows */
	VEC(struct paths_frame) frames;	/* a box each */
	struct flame_row row;		/* of the box at hand */
	struct drawn *drawn;		/* a node each */
};

static uint64_t width_of(const struct layout *l, int lane, size_t lo,
			 size_t hi)
{
	return l->by_rows ? hi - lo :
			    path_sums_width(l->query->sums, lane, lo, hi);
}

static bool is_in_fold(const struct flame_zoom *zoom, uint64_t key)
{
	size_t lo = 0, hi = zoom->n_fold;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (zoom->fold[mid] < key)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < zoom->n_fold && zoom->fold[lo] == key;
}

static struct flame_child make_child(const struct layout *l,
				     struct paths_frame frame)
{
	struct flame_child child = {
		.frame = frame, .node = paths_node(l->query->paths, &frame),
	};

	for (int lane = 0; lane < l->flame->n_lanes; lane++) {
		child.widths[lane] = width_of(l, lane, frame.lo, frame.hi);
		child.values[lane] = path_sums_value(l->query->sums, lane,
						     frame.lo, frame.hi);
	}
	return child;
}

/* Finds the children of a frame; of a zoomed fold only those in it. */
static void find_children(struct layout *l, const struct paths_frame *frame,
			  const struct flame_zoom *fold)
{
	const struct paths *paths = l->query->paths;
	struct paths_frame at = paths_self(paths, frame);

	l->row.children.n = 0;
	while (paths_next(paths, frame, &at)) {
		struct flame_child child = make_child(l, at);

		if (!fold || is_in_fold(fold, l->query->keys[child.node]))
			*vec_push(l->mem, &l->row.children) = child;
	}
}

static bool is_drawn(const struct flame_item *item)
{
	return item->spans[0].cols || item->spans[1].cols;
}

static int key_order(const void *pa, const void *pb)
{
	uint64_t a = *(const uint64_t *)pa, b = *(const uint64_t *)pb;

	return (a > b) - (a < b);
}

static void add_folded(struct layout *l, const struct flame_item *item)
{
	for (size_t i = item->first; i < item->first + item->n; i++)
		*vec_push(l->mem, &l->flame->folded) =
			l->query->keys[l->row.children.at[i].node];
}

/*
 * The frames that a zoom of the fold shows: its own and those drawn nowhere;
 * when that is nobody, those that are drawn in the other graph only.
 */
static void list_folded(struct layout *l, const struct flame_item *fold,
			struct flame_box *box)
{
	const struct flame_item *items = l->row.items.at;
	struct flame *flame = l->flame;
	size_t n = l->row.items.n;
	bool is_last = fold == &items[flame_row_last_fold(&l->row)];

	box->first_folded = (uint32_t)flame->folded.n;
	add_folded(l, fold);
	for (size_t i = 0; is_last && i < n; i++) {
		if (!is_drawn(&items[i]))
			add_folded(l, &items[i]);
	}
	is_last = is_last && flame->folded.n == box->first_folded;
	for (size_t i = 0; is_last && i < n; i++) {
		if (items[i].is_dropped[0] || items[i].is_dropped[1])
			add_folded(l, &items[i]);
	}
	box->n_folded = (uint32_t)(flame->folded.n - box->first_folded);
	qsort(flame->folded.at + box->first_folded, box->n_folded,
	      sizeof(*flame->folded.at), key_order);
}

static const struct drawn *get_drawn(struct layout *l, uint32_t number)
{
	const struct node *node = &l->query->nodes->at.at[number];
	struct drawn *drawn = &l->drawn[number];

	if (!drawn->name.s) {
		drawn->name.n = node->name.n;
		drawn->name.s = arena_copy(&l->flame->arena, node->name.s,
					   node->name.n);
		drawn->style = flame_hue(l->query->nodes->profile, node);
	}
	return drawn;
}

static void name_box(struct layout *l, struct flame_box *box,
		     const struct flame_child *child)
{
	const struct drawn *drawn = get_drawn(l, child->node);
	struct paths_frame self = paths_self(l->query->paths, &child->frame);

	box->key = l->query->keys[child->node];
	box->name = drawn->name;
	box->style = drawn->style;
	for (int lane = 0; lane < l->flame->n_lanes; lane++)
		box->self[lane] = path_sums_value(l->query->sums, lane,
						  self.lo, self.hi);
}

/* Which way it went, of what both graphs have or of a difference. */
static void style_box(const struct layout *l, struct flame_box *box)
{
	if (l->query->is_difference)
		box->style = flame_sign_style(box->values[0]);
	if (box->is_fold)
		box->style = STYLE_FLAME_FOLDED;
}

static void add_box(struct layout *l, const struct flame_item *item,
		    uint32_t parent)
{
	struct flame *flame = l->flame;
	struct flame_box box = {
		.parent = parent, .level = flame->boxes.at[parent].level + 1,
		.is_fold = item->is_fold,
	};
	struct paths_frame none = { .depth = 0 };

	memcpy(box.spans, item->spans, sizeof(box.spans));
	memcpy(box.values, item->values, sizeof(box.values));
	memcpy(box.widths, item->widths, sizeof(box.widths));
	memcpy(box.n_hidden, item->n_hidden, sizeof(box.n_hidden));
	if (item->is_fold) {
		box.key = FLAME_FOLD_KEY - (uint64_t)(item - l->row.items.at);
		list_folded(l, item, &box);
	} else {
		name_box(l, &box, &l->row.children.at[item->first]);
	}
	style_box(l, &box);
	*vec_push(l->mem, &l->frames) = item->is_fold ? none :
		l->row.children.at[item->first].frame;
	*vec_push(l->mem, &flame->boxes) = box;
}

static uint32_t count_children(const struct flame_row *row)
{
	uint32_t n = 0;

	for (size_t i = 0; i < row->children.n; i++)
		n += flame_width(row->children.at[i].widths) > 0;
	return n;
}

/* Puts the children of a box below it. */
static void expand(struct layout *l, uint32_t number)
{
	struct flame *flame = l->flame;
	struct flame_box *box = &flame->boxes.at[number];
	bool is_fold = !number && flame->zoom.n_fold;

	if (box->is_fold && number)
		return;
	find_children(l, &l->frames.at[number], is_fold ? &flame->zoom : NULL);
	box->n_children = count_children(&l->row);
	flame_row_order(&l->row, box, !number);
	if (box->level + 1 >= FLAME_LEVELS_MAX ||
	    flame->boxes.n >= FLAME_BOXES_MAX) {
		box->is_cut = box->n_children > 0;
		return;
	}
	if (is_fold)
		flame_row_fold_many(&l->row, box, l->query->cols);
	else
		flame_row_fold(&l->row);
	flame_row_place(&l->row, box);
	box->first = (uint32_t)flame->boxes.n;
	for (size_t i = 0; i < l->row.items.n; i++) {
		if (is_drawn(&l->row.items.at[i]))
			add_box(l, &l->row.items.at[i], number);
	}
	box = &flame->boxes.at[number];
	box->n = (uint32_t)flame->boxes.n - box->first;
}

static bool expand_all(struct layout *l)
{
	struct flame *flame = l->flame;
	size_t first = 0, end = flame->boxes.n;

	while (first < end) {
		*vec_push(l->mem, &flame->levels) = (uint32_t)first;
		for (size_t i = first; i < end; i++) {
			if (cancel_is_set(l->query->cancel))
				return false;
			expand(l, (uint32_t)i);
		}
		first = end;
		end = flame->boxes.n;
	}
	*vec_push(l->mem, &flame->levels) = (uint32_t)end;
	return true;
}

static void sum_frame(const struct layout *l, const struct paths_frame *frame,
		      struct flame_box *box)
{
	struct paths_frame self = paths_self(l->query->paths, frame);
	const struct path_sums *sums = l->query->sums;

	for (int lane = 0; lane < l->flame->n_lanes; lane++) {
		box->widths[lane] = width_of(l, lane, frame->lo, frame->hi);
		box->values[lane] = path_sums_value(sums, lane, frame->lo,
						    frame->hi);
		box->self[lane] = path_sums_value(sums, lane, self.lo,
						  self.hi);
	}
}

static void sum_fold(const struct layout *l, struct flame_box *box)
{
	for (size_t i = 0; i < l->row.children.n; i++) {
		const struct flame_child *child = &l->row.children.at[i];

		for (int lane = 0; lane < FLAME_LANES; lane++) {
			box->widths[lane] += child->widths[lane];
			box->values[lane] = lanes_add(box->values[lane],
						      child->values[lane]);
		}
	}
	box->is_fold = true;
	box->n_hidden[0] = box->n_hidden[1] = (uint32_t)l->row.children.n;
}

/* The sums of what is zoomed. */
static struct flame_box sum_zoomed(struct layout *l,
				   const struct paths_frame *frame)
{
	const struct flame_zoom *zoom = &l->flame->zoom;
	struct flame_box box = { .parent = FLAME_NONE };

	if (!zoom->n_fold) {
		sum_frame(l, frame, &box);
		return box;
	}
	find_children(l, frame, zoom);
	sum_fold(l, &box);
	return box;
}

/* Both graphs have one scale, that of the one with more. */
static void span_zoomed(const struct layout *l, struct flame_box *box)
{
	uint64_t most = box->widths[0] > box->widths[1] ? box->widths[0] :
							  box->widths[1];

	for (int lane = 0; lane < l->flame->n_lanes; lane++) {
		unsigned __int128 cells = box->widths[lane];
		int cols;

		cells = (cells * (unsigned)l->query->cols + most / 2) / most;
		cols = (int)cells;
		if (!cols && box->widths[lane])
			cols = 1;
		box->spans[lane] = (struct flame_span){ 0, cols };
	}
}

static void add_zoomed(struct layout *l, const struct paths_frame *frame)
{
	struct flame *flame = l->flame;
	struct flame_box box = sum_zoomed(l, frame);

	if (!flame_width(box.widths)) {
		l->by_rows = flame->is_nothing = true;
		box = sum_zoomed(l, frame);
	}
	span_zoomed(l, &box);
	box.style = STYLE_FLAME_SAME;
	if (frame->depth) {
		uint32_t node = paths_node(l->query->paths, frame);

		box.name = get_drawn(l, node)->name;
		box.style = get_drawn(l, node)->style;
		box.key = l->query->keys[node];
	}
	style_box(l, &box);
	*vec_push(l->mem, &l->frames) = *frame;
	*vec_push(l->mem, &flame->boxes) = box;
}

/* Whether any child is in the fold that is asked for. */
static bool has_fold(struct layout *l, const struct paths_frame *frame)
{
	find_children(l, frame, &l->query->zoom);
	return l->row.children.n > 0;
}

static uint64_t *copy_keys(struct layout *l, const uint64_t *keys, size_t n)
{
	uint64_t *copy = arena_array(&l->flame->arena, uint64_t, n);

	if (n)
		memcpy(copy, keys, n * sizeof(*keys));
	return copy;
}

/* Where the zoom is, or the longest part of it that is there. */
static struct paths_frame find_zoom(struct layout *l)
{
	const struct flame_query *q = l->query;
	struct flame_zoom *zoom = &l->flame->zoom;
	struct paths_frame frame = paths_root(q->paths);

	frame.depth = q->is_callers;
	zoom->n_path = paths_follow(q->paths, q->keys, q->zoom.path,
				    q->zoom.n_path, &frame);
	zoom->path = copy_keys(l, q->zoom.path, zoom->n_path);
	if (zoom->n_path == q->zoom.n_path && q->zoom.n_fold &&
	    has_fold(l, &frame)) {
		zoom->n_fold = q->zoom.n_fold;
		zoom->fold = copy_keys(l, q->zoom.fold, q->zoom.n_fold);
	}
	return frame;
}

/* "caller > callee" of the last two of the zoom, and what the root is. */
static void describe_zoom(struct layout *l, const struct paths_frame *frame)
{
	enum { NAME_COLS = 40 };
	const struct paths *paths = l->query->paths;
	uint32_t base = l->query->is_callers, depth = frame->depth;
	enum text_charset charset = l->query->charset;
	struct buf out = BUF_INIT;

	if (depth > base + 2) {
		buf_adds(&out, text_mark(charset));
		buf_adds(&out, " > ");
	}
	for (uint32_t d = depth > base + 2 ? depth - 1 : base + 1; d <= depth;
	     d++) {
		struct paths_frame at = { frame->lo, frame->hi, d };
		struct str name = l->query->nodes->at.at[
			paths_node(paths, &at)].name;

		if (d > base + 1)
			buf_adds(&out, d == depth - 1 ? "" : " > ");
		text_elide_name(&out, name.s, name.n, NAME_COLS, charset);
	}
	if (l->flame->zoom.n_fold)
		buf_adds(&out, depth > base ? " > folded" : "folded");
	l->flame->where.s = arena_copy(&l->flame->arena, buf_str(&out), out.n);
	l->flame->where.n = out.n;
	buf_release(&out);
}

static bool build(struct layout *l)
{
	struct flame *flame = l->flame;
	struct paths_frame zoomed = find_zoom(l);

	describe_zoom(l, &zoomed);
	add_zoomed(l, &zoomed);
	if (!expand_all(l))
		return false;
	for (size_t i = 0; i < flame->boxes.n; i++)
		flame_label(flame, &flame->boxes.at[i]);
	return true;
}

static struct flame *make(const struct flame_query *query, struct mem *mem)
{
	struct flame *flame = mem_alloc(mem, sizeof(*flame));

	flame->mem = mem;
	arena_init(&flame->arena, mem);
	flame->n_lanes = query->sums->values[1] ? 2 : 1;
	flame->cols = query->cols;
	flame->columns = query->columns;
	flame->share = query->share;
	flame->charset = query->charset;
	flame->is_callers = query->is_callers;
	flame->is_difference = query->is_difference;
	return flame;
}

struct flame *flame_new(const struct flame_query *query)
{
	struct mem *mem = query->paths->mem;
	struct layout l = {
		.query = query, .mem = mem, .flame = make(query, mem),
	};
	size_t size = query->nodes->at.n * sizeof(*l.drawn);
	bool is_whole = true;

	l.row = (struct flame_row){
		.mem = mem, .name_ranks = query->name_ranks,
		.n_lanes = l.flame->n_lanes,
	};
	if (query->paths->n) {
		l.drawn = mem_alloc(mem, size);
		is_whole = build(&l);
		mem_free(mem, l.drawn, size);
	}
	vec_release(mem, &l.frames);
	flame_row_release(&l.row);
	if (is_whole)
		return l.flame;
	flame_free(l.flame);
	return NULL;
}

void flame_free(struct flame *flame)
{
	struct mem *mem;

	if (!flame)
		return;
	mem = flame->mem;
	vec_release(mem, &flame->boxes);
	vec_release(mem, &flame->levels);
	vec_release(mem, &flame->folded);
	arena_release(&flame->arena);
	mem_free(mem, flame, sizeof(*flame));
}
