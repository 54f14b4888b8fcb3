#include "config.h"

#include "model/paths.h"

#include <stdlib.h>
#include <string.h>

#include "model/cancel.h"
#include "model/hash.h"

enum {
	SMALL = 16,		/* rows that are sorted by insertion */
};

/*
 * Appends the nodes of a stack, root first, up to the pivot if there is one,
 * and returns whether that was found, or without one whether there are any.
 */
static bool add_nodes(struct paths *paths, const struct lens *lens,
		      const struct loc_id *frames, struct lens_span span,
		      uint32_t pivot)
{
	size_t start = paths->own_nodes.n;

	for (uint32_t i = span.hi; i-- > span.lo; ) {
		const struct lens_loc *loc = &lens->locs[frames[i].i];
		const uint32_t *nodes = lens_frames(lens, loc);

		vec_reserve(paths->mem, &paths->own_nodes, loc->n);
		for (uint32_t k = loc->n; k--; ) {
			paths->own_nodes.at[paths->own_nodes.n++] = nodes[k];
			if (nodes[k] == pivot)
				return true;
		}
	}
	return pivot == NODE_NONE && paths->own_nodes.n > start;
}

static void reverse(uint32_t *nodes, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		uint32_t node = nodes[i];

		nodes[i] = nodes[n - 1 - i];
		nodes[n - 1 - i] = node;
	}
}

static void add_row(struct paths *paths, const struct lens *lens, size_t number,
		    uint32_t pivot)
{
	const struct row *row = &lens->profile->rows.at[number];
	const struct loc_id *frames = lens->profile->frames.at + row->first;
	size_t start = paths->own_nodes.n, n;
	struct lens_span span;

	if (!lens_row(lens, row, &span))
		return;
	if (!add_nodes(paths, lens, frames, span, pivot)) {
		paths->own_nodes.n = start;
		return;
	}
	n = paths->own_nodes.n - start;
	if (pivot != NODE_NONE)
		reverse(paths->own_nodes.at + start, n);
	paths->rows[paths->n++] = (struct paths_row){
		.first = start, .n = (uint32_t)n, .row = (uint32_t)number,
	};
}

/* Gives back what was taken too much of. */
static void trim_nodes(struct paths *paths)
{
	size_t size = sizeof(*paths->own_nodes.at);

	paths->own_nodes.at = mem_resize(paths->mem, paths->own_nodes.at,
					 paths->own_nodes.cap * size,
					 paths->own_nodes.n * size);
	paths->own_nodes.cap = paths->own_nodes.n;
	paths->nodes = paths->own_nodes.at;
}

static void reserve_rows(struct paths *paths, size_t n)
{
	paths->n_alloc = n;
	paths->rows = mem_alloc(paths->mem, n * sizeof(*paths->rows));
	paths->shared = mem_alloc(paths->mem, n * sizeof(*paths->shared));
}

static void trim_rows(struct paths *paths)
{
	paths->rows = mem_resize(paths->mem, paths->rows,
				 paths->n_alloc * sizeof(*paths->rows),
				 paths->n * sizeof(*paths->rows));
	paths->shared = mem_resize(paths->mem, paths->shared,
				   paths->n_alloc * sizeof(*paths->shared),
				   paths->n * sizeof(*paths->shared));
	paths->n_alloc = paths->n;
}

static bool add_rows(struct paths *paths, const struct lens *lens,
		     uint32_t pivot, const _Atomic bool *cancel)
{
	size_t n = lens->profile->rows.n;
	bool is_cancelled = false;

	if (pivot == NODE_NONE)
		vec_reserve(paths->mem, &paths->own_nodes,
			    lens->profile->frames.n);
	for (size_t i = 0; i < n && !is_cancelled; i++) {
		if (i % CANCEL_ROWS == 0)
			is_cancelled = cancel_is_set(cancel);
		add_row(paths, lens, i, pivot);
	}
	trim_nodes(paths);
	trim_rows(paths);
	return !is_cancelled;
}

/*
 * Sorting is multikey quicksort (Bentley and Sedgewick, 1997) over two nodes
 * at a time, kept beside the row: a partition then reads no path, and each two
 * nodes of a path are read once.  The equal part goes on two nodes deeper in
 * the same loop; what is less and what is greater waits in a list of ranges,
 * so that no depth of stacks becomes a depth of calls.
 */
struct item {
	uint64_t key;			/* two nodes plus 1; 0 past the end */
	size_t first;
	uint32_t n, row;
};

struct range {
	size_t lo, hi;
	uint32_t depth;			/* what all of them share */
};

struct sorting {
	const struct paths *paths;
	struct item *items;
	VEC(struct range) waiting;
	uint64_t random;
	const _Atomic bool *cancel;
	size_t n_read;			/* keys since the last look at it */
	bool is_cancelled;
};

static inline uint64_t item_part(const uint32_t *nodes, const struct item *item,
				 size_t depth)
{
	return depth < item->n ? (uint64_t)nodes[item->first + depth] + 1 : 0;
}

static void read_keys(struct sorting *s, const struct range *r)
{
	const uint32_t *nodes = s->paths->nodes;

	for (size_t i = r->lo; i < r->hi; i++) {
		struct item *item = &s->items[i];

		item->key = item_part(nodes, item, r->depth) << 32 |
			    item_part(nodes, item, (size_t)r->depth + 1);
	}
	s->n_read += r->hi - r->lo;
	if (s->n_read >= CANCEL_ROWS) {
		s->n_read = 0;
		s->is_cancelled = cancel_is_set(s->cancel);
	}
}

/* Compares what comes behind the keys. */
static int compare_rest(const uint32_t *nodes, const struct item *a,
			const struct item *b, uint32_t depth)
{
	uint32_t n = a->n < b->n ? a->n : b->n;

	for (size_t i = (size_t)depth + 2; i < n; i++) {
		uint32_t x = nodes[a->first + i], y = nodes[b->first + i];

		if (x != y)
			return x < y ? -1 : 1;
	}
	return (a->n > b->n) - (a->n < b->n);
}

static bool is_less(const uint32_t *nodes, const struct item *a,
		    const struct item *b, uint32_t depth)
{
	int order;

	if (a->key != b->key)
		return a->key < b->key;
	order = compare_rest(nodes, a, b, depth);
	return order ? order < 0 : a->row < b->row;
}

static void sort_small(struct sorting *s, const struct range *r)
{
	const uint32_t *nodes = s->paths->nodes;

	for (size_t i = r->lo + 1; i < r->hi; i++) {
		struct item item = s->items[i];
		size_t at = i;

		s->paths->shared[i] = r->depth;

		while (at > r->lo && is_less(nodes, &item, &s->items[at - 1],
					     r->depth)) {
			s->items[at] = s->items[at - 1];
			at--;
		}
		s->items[at] = item;
	}
}

static uint64_t median(uint64_t a, uint64_t b, uint64_t c)
{
	if (a < b)
		return b < c ? b : a < c ? c : a;
	return a < c ? a : b < c ? c : b;
}

static uint64_t random_key(struct sorting *s, const struct range *r)
{
	s->random = hash_mix(s->random, r->lo);
	return s->items[r->lo + s->random % (r->hi - r->lo)].key;
}

/*
 * The median of three medians.  The places are drawn from a secret, so that no
 * file can be made whose partitions are all lopsided.
 */
static uint64_t choose_key(struct sorting *s, const struct range *r)
{
	uint64_t middle[3];

	for (size_t i = 0; i < 3; i++) {
		uint64_t a = random_key(s, r), b = random_key(s, r);

		middle[i] = median(a, b, random_key(s, r));
	}
	return median(middle[0], middle[1], middle[2]);
}

static inline void swap_items(struct item *a, struct item *b)
{
	struct item item = *a;

	*a = *b;
	*b = item;
}

/* Splits into less than the key, equal and greater; returns the equal part. */
static struct range split(struct sorting *s, const struct range *r,
			  uint64_t key)
{
	struct item *items = s->items;
	size_t less = r->lo, at = r->lo, greater = r->hi;

	while (at < greater) {
		if (items[at].key < key)
			swap_items(&items[less++], &items[at++]);
		else if (items[at].key > key)
			swap_items(&items[at], &items[--greater]);
		else
			at++;
	}
	return (struct range){ less, greater, r->depth };
}

static int row_order(const void *pa, const void *pb)
{
	const struct item *a = pa, *b = pb;

	return (a->row > b->row) - (a->row < b->row);
}

/* Rows with equal paths, by their number. */
static void sort_equal(struct sorting *s, const struct range *r)
{
	qsort(s->items + r->lo, r->hi - r->lo, sizeof(*s->items), row_order);
	for (size_t i = r->lo + 1; i < r->hi; i++)
		s->paths->shared[i] = r->depth;
}

/* A place where a range was split: the rows at it share what all rows do. */
static void note_shared(struct sorting *s, const struct range *r, size_t at)
{
	if (at > r->lo && at < r->hi)
		s->paths->shared[at] = r->depth;
}

/* Sorts a range now or later. */
static void leave(struct sorting *s, struct range range)
{
	if (range.hi - range.lo > SMALL)
		*vec_push(s->paths->mem, &s->waiting) = range;
	else
		sort_small(s, &range);
}

/* Sorts a range whose keys have been read. */
static void sort_range(struct sorting *s, struct range r)
{
	while (r.hi - r.lo > SMALL && !s->is_cancelled) {
		uint64_t key = choose_key(s, &r);
		struct range equal = split(s, &r, key);

		note_shared(s, &r, equal.lo);
		note_shared(s, &r, equal.hi);
		leave(s, (struct range){ r.lo, equal.lo, r.depth });
		leave(s, (struct range){ equal.hi, r.hi, r.depth });
		r = equal;
		if (!(key & UINT32_MAX)) {
			sort_equal(s, &r);
			return;
		}
		r.depth += 2;
		read_keys(s, &r);
	}
	if (!s->is_cancelled)
		sort_small(s, &r);
}

static void sort_items(struct sorting *s, size_t n)
{
	struct range all = { 0, n, 0 };

	read_keys(s, &all);
	leave(s, all);
	while (s->waiting.n && !s->is_cancelled)
		sort_range(s, s->waiting.at[--s->waiting.n]);
	vec_release(s->paths->mem, &s->waiting);
}

/* Leaves in `shared` what the sorting came to know: not less than that. */
static bool sort_rows(struct paths *paths, uint64_t secret,
		      const _Atomic bool *cancel)
{
	struct sorting s = {
		.paths = paths, .random = secret, .cancel = cancel
	};
	size_t size = paths->n * sizeof(*s.items);

	s.items = mem_alloc(paths->mem, size);
	for (size_t i = 0; i < paths->n; i++) {
		s.items[i].first = paths->rows[i].first;
		s.items[i].n = paths->rows[i].n;
		s.items[i].row = paths->rows[i].row;
	}
	if (paths->n)
		sort_items(&s, paths->n);
	for (size_t i = 0; i < paths->n; i++) {
		paths->rows[i] = (struct paths_row){
			s.items[i].first, s.items[i].n, s.items[i].row
		};
	}
	mem_free(paths->mem, s.items, size);
	return !s.is_cancelled;
}

/* Counts on from n nodes, which both are known to have and to share. */
static uint32_t count_shared(const struct paths *paths,
			     const struct paths_row *a,
			     const struct paths_row *b, uint32_t n)
{
	const uint32_t *x = paths->nodes + a->first;
	const uint32_t *y = paths->nodes + b->first;
	uint32_t most = a->n < b->n ? a->n : b->n;

	while (n < most && x[n] == y[n])
		n++;
	return n;
}

static void find_shared(struct paths *paths)
{
	const struct paths_row *rows = paths->rows;

	for (size_t i = 1; i < paths->n; i++)
		paths->shared[i] = count_shared(paths, &rows[i - 1], &rows[i],
						paths->shared[i]);
}

bool paths_init(struct paths *paths, const struct lens *lens, uint32_t pivot,
		const _Atomic bool *cancel)
{
	uint64_t secret = lens->profile->strings.seed;
	struct lens all = *lens;

	/* Without these a lens keeps what filters that choose rows drop. */
	all.is_filtered = false;
	all.tags.matches = NULL;
	*paths = (struct paths){ .mem = lens->profile->mem };
	reserve_rows(paths, lens->profile->rows.n);
	if (!add_rows(paths, &all, pivot, cancel) ||
	    !sort_rows(paths, secret, cancel))
		return false;
	find_shared(paths);
	return true;
}

/* Says of each row of the profile whether the lens keeps it. */
static bool find_kept(const struct lens *lens, bool *is_kept,
		      const _Atomic bool *cancel)
{
	const struct profile *p = lens->profile;
	struct lens_span span;

	for (size_t i = 0; i < p->rows.n; i++) {
		if (cancel_at_row(cancel, i))
			return false;
		is_kept[i] = lens_row(lens, &p->rows.at[i], &span);
	}
	return true;
}

/* Over rows that are left out the least that is shared counts. */
static void keep_rows(struct paths *paths, const struct paths *all,
		      const bool *is_kept)
{
	uint32_t shared = 0;

	for (size_t i = 0; i < all->n; i++) {
		if (all->shared[i] < shared)
			shared = all->shared[i];
		if (!is_kept[all->rows[i].row])
			continue;
		paths->rows[paths->n] = all->rows[i];
		paths->shared[paths->n++] = shared;
		shared = UINT32_MAX;
	}
}

bool paths_select(struct paths *paths, const struct paths *all,
		  const struct lens *lens, const _Atomic bool *cancel)
{
	size_t n = lens->profile->rows.n;
	bool *is_kept = mem_alloc(all->mem, n), is_whole;

	*paths = (struct paths){ .mem = all->mem, .nodes = all->nodes };
	reserve_rows(paths, all->n);
	is_whole = find_kept(lens, is_kept, cancel);
	if (is_whole)
		keep_rows(paths, all, is_kept);
	trim_rows(paths);
	mem_free(all->mem, is_kept, n);
	return is_whole;
}

void paths_release(struct paths *paths)
{
	if (!paths->mem)
		return;
	mem_free(paths->mem, paths->rows,
		 paths->n_alloc * sizeof(*paths->rows));
	mem_free(paths->mem, paths->shared,
		 paths->n_alloc * sizeof(*paths->shared));
	vec_release(paths->mem, &paths->own_nodes);
	*paths = (struct paths){ .mem = NULL };
}

struct paths_frame paths_self(const struct paths *paths,
			      const struct paths_frame *frame)
{
	struct paths_frame self = { frame->lo, frame->lo, frame->depth + 1 };

	while (self.hi < frame->hi && paths->rows[self.hi].n == frame->depth)
		self.hi++;
	return self;
}

bool paths_next(const struct paths *paths, const struct paths_frame *parent,
		struct paths_frame *child)
{
	size_t at = child->hi;

	if (at >= parent->hi)
		return false;
	child->lo = at++;
	while (at < parent->hi && paths->shared[at] > parent->depth)
		at++;
	child->hi = at;
	return true;
}

static uint64_t add_text(uint64_t key, struct str text)
{
	return hash_bytes(key, text.s, text.n);
}

uint64_t *paths_keys(const struct nodes *nodes, uint64_t seed)
{
	const struct profile *p = nodes->profile;
	uint64_t *keys = mem_alloc(nodes->mem, nodes->at.n * sizeof(*keys));

	for (size_t i = 0; i < nodes->at.n; i++) {
		const struct node_info *info = &nodes->at.at[i].info;
		uint64_t key = add_text(seed, strings_at(&nodes->files,
							 info->file));

		key = add_text(key, profile_str(p, info->name));
		key = add_text(key, profile_str(p, info->object));
		key = hash_mix(key, info->address);
		key = hash_mix(key, (uint64_t)info->start_line);
		key = hash_mix(key, (uint64_t)info->line);
		key = hash_mix(key, (uint64_t)info->column);
		keys[i] = key ? key : 1;
	}
	return keys;
}

static bool find_child(const struct paths *paths, const uint64_t *node_keys,
		       uint64_t key, struct paths_frame *frame)
{
	struct paths_frame child = paths_self(paths, frame);

	while (paths_next(paths, frame, &child)) {
		if (node_keys[paths_node(paths, &child)] == key) {
			*frame = child;
			return true;
		}
	}
	return false;
}

size_t paths_follow(const struct paths *paths, const uint64_t *node_keys,
		    const uint64_t *keys, size_t n, struct paths_frame *frame)
{
	size_t found = 0;

	while (found < n && find_child(paths, node_keys, keys[found], frame))
		found++;
	return found;
}

/* More than all of the numbers together stays at the most there is. */
static uint64_t add_width(uint64_t width, int64_t value)
{
	uint64_t size = value < 0 ? -(uint64_t)value : (uint64_t)value;

	return width + size < width ? UINT64_MAX : width + size;
}

static void sum_lane(struct path_sums *sums, const struct paths *paths,
		     const int64_t *lane, int number)
{
	int64_t *values = sums->values[number];
	uint64_t *widths = sums->widths[number];
	size_t n = paths->n, end;

	for (size_t i = 0; i < n; i = end) {
		uint32_t length = paths->rows[i].n;
		int64_t value = 0;

		for (end = i; end < n && (end == i ||
			(paths->rows[end].n == length &&
			 paths->shared[end] == length)); end++) {
			int64_t v = lane[paths->rows[end].row];

			value = lanes_add(value, v);
			values[end + 1] = lanes_add(values[end], v);
		}
		for (size_t k = i; k < end; k++)
			widths[k + 1] = add_width(widths[i], value);
	}
}

void path_sums_init(struct path_sums *sums, const struct paths *paths,
		    const struct lanes *lanes)
{
	size_t n = paths->n + 1;

	*sums = (struct path_sums){ .mem = paths->mem, .n = paths->n };
	for (int i = 0; i < 2 && (!i || lanes->values[i]); i++) {
		sums->values[i] = mem_alloc(sums->mem, n * sizeof(int64_t));
		sums->widths[i] = mem_alloc(sums->mem, n * sizeof(uint64_t));
		sum_lane(sums, paths, lanes->values[i], i);
	}
}

void path_sums_release(struct path_sums *sums)
{
	size_t n = sums->n + 1;

	for (int i = 0; i < 2; i++) {
		if (!sums->values[i])
			continue;
		mem_free(sums->mem, sums->values[i], n * sizeof(int64_t));
		mem_free(sums->mem, sums->widths[i], n * sizeof(uint64_t));
		sums->values[i] = NULL;
		sums->widths[i] = NULL;
	}
}
