/*
 * render/flame: on random profiles what is drawn and folded comes to what the
 * parent comes to, stays within it, and opening folds reaches every frame; on
 * profiles made by hand order, edges, text, colours, moves and painting.
 */
#include "config.h"

#include "render/flame.h"

#include <stdlib.h>

#include "model/hash.h"
#include "tests/build.h"
#include "tests/gen.h"
#include "tests/tap.h"

enum { SEEDS = 40, PATH_MAX_KEYS = 64 };

static struct mem mem;

/* A profile looked at, down to what a flame is asked of. */
struct subject {
	struct profile profile;
	struct view view;
	struct lens *lens;
	struct lanes lanes;
	struct paths paths;
	struct path_sums sums;
	uint64_t *keys;
	uint32_t *ranks;
	struct flame_query query;
};

static struct nodes *sorted_nodes;

static int name_order(const void *pa, const void *pb)
{
	return nodes_compare_name(sorted_nodes, *(const uint32_t *)pa,
				  *(const uint32_t *)pb);
}

static void rank_names(struct subject *s)
{
	size_t n = s->lens->nodes.at.n;
	uint32_t *order = calloc(n + 1, sizeof(*order));

	s->ranks = calloc(n + 1, sizeof(*s->ranks));
	for (uint32_t i = 0; i < n; i++)
		order[i] = i;
	sorted_nodes = &s->lens->nodes;
	qsort(order, n, sizeof(*order), name_order);
	for (uint32_t i = 0; i < n; i++)
		s->ranks[order[i]] = i;
	free(order);
}

/* Looks at the profile of a subject through its view. */
static void look(struct subject *s, uint32_t pivot)
{
	struct err err;

	s->lens = lens_new(&s->profile, &s->view, NULL, &err);
	lanes_init(&s->lanes, &s->profile, &s->view);
	paths_init(&s->paths, s->lens, pivot, NULL);
	path_sums_init(&s->sums, &s->paths, &s->lanes);
	s->keys = paths_keys(&s->lens->nodes, 1);
	rank_names(s);
	s->query = (struct flame_query){
		.paths = &s->paths, .sums = &s->sums,
		.nodes = &s->lens->nodes, .keys = s->keys,
		.name_ranks = s->ranks,
		.columns = {
			.from = "count", .unit = "auto",
			.totals = { s->lanes.totals[0], s->lanes.totals[1] },
		},
		.share = "total", .is_callers = pivot != NODE_NONE,
		.is_difference = s->view.compare == COMPARE_DIFFERENCE,
		.cols = 80, .charset = TEXT_UTF8,
	};
}

static void look_away(struct subject *s)
{
	mem_free(&mem, s->keys, s->lens->nodes.at.n * sizeof(*s->keys));
	free(s->ranks);
	paths_release(&s->paths);
	path_sums_release(&s->sums);
	lanes_release(&s->lanes);
	lens_free(s->lens);
}

static void end(struct subject *s)
{
	look_away(s);
	view_release(&s->view);
	profile_release(&s->profile);
}

static const struct gen_options generated = { .types = 2, .samples = 80 };

/* Which paths have been seen, by a hash of their keys. */
struct seen {
	uint64_t *at;
	size_t n, cap;
};

static int hash_order(const void *pa, const void *pb)
{
	uint64_t a = *(const uint64_t *)pa, b = *(const uint64_t *)pb;

	return (a > b) - (a < b);
}

static void seen_add(struct seen *seen, const uint64_t *path, size_t n)
{
	if (seen->n == seen->cap) {
		seen->cap = seen->cap * 2 + 64;
		seen->at = realloc(seen->at, seen->cap * sizeof(*seen->at));
	}
	seen->at[seen->n++] = hash_bytes(1, path, n * sizeof(*path));
}

/* Sorts and drops what is there twice. */
static void seen_sort(struct seen *seen)
{
	size_t n = 0;

	if (seen->n)
		qsort(seen->at, seen->n, sizeof(*seen->at), hash_order);
	for (size_t i = 0; i < seen->n; i++) {
		if (!n || seen->at[n - 1] != seen->at[i])
			seen->at[n++] = seen->at[i];
	}
	seen->n = n;
}

static bool seen_equal(struct seen *a, struct seen *b)
{
	seen_sort(a);
	seen_sort(b);
	return a->n == b->n &&
	       (!a->n || !memcmp(a->at, b->at, a->n * sizeof(*a->at)));
}

/* Some of no width are drawn by chance, but none of width may be missing. */
static bool seen_has_all(struct seen *seen, const struct seen *all)
{
	size_t at = 0;

	seen_sort(seen);
	for (size_t i = 0; i < all->n; i++) {
		for (at = 0; at < seen->n && seen->at[at] != all->at[i];)
			at++;
		if (at == seen->n)
			return false;
	}
	return true;
}

/* All frames below one, those of some width only or all. */
static void list_frames(const struct subject *s,
			const struct paths_frame *frame, uint64_t *path,
			size_t n, bool some_width, struct seen *seen)
{
	struct paths_frame child = paths_self(&s->paths, frame);

	while (paths_next(&s->paths, frame, &child)) {
		uint64_t width = path_sums_width(&s->sums, 0, child.lo,
						 child.hi);

		if (s->sums.widths[1])
			width |= path_sums_width(&s->sums, 1, child.lo,
						 child.hi);
		if (some_width && !width)
			continue;
		path[n] = s->keys[paths_node(&s->paths, &child)];
		seen_add(seen, path, n + 1);
		list_frames(s, &child, path, n + 1, some_width, seen);
	}
}

/* One zoom after the other, over all folds and perhaps all frames. */
struct walk {
	struct subject *s;
	struct seen seen, zoomed;
	bool zooms_frames;
	bool is_right;			/* as far as it has been looked at */
	char why[200];
};

#define claim(walk, what)						\
	do {								\
		if (!(what) && (walk)->is_right) {			\
			(walk)->is_right = false;			\
			snprintf((walk)->why, sizeof((walk)->why),	\
				 "%s", #what);				\
		}							\
	} while (0)

/* Children stand in order within their parent, each in a cell at least. */
static void check_places(struct walk *w, const struct flame *flame,
			 const struct flame_box *box, int lane)
{
	struct flame_span span = box->spans[lane];
	int at = span.col;

	for (uint32_t i = box->first; i < box->first + box->n; i++) {
		const struct flame_box *child = &flame->boxes.at[i];
		struct flame_span part = child->spans[lane];

		claim(w, part.cols >= 0);
		claim(w, child->spans[0].cols || child->spans[1].cols);
		if (!part.cols)
			continue;
		claim(w, part.col >= at);
		at = part.col + part.cols;
		claim(w, (int)text_width(child->labels[lane].s,
					 child->labels[lane].n) <= part.cols);
	}
	claim(w, at <= span.col + span.cols);
}

/* Children and what is its own come to what the box comes to. */
static void check_sums(struct walk *w, const struct flame *flame,
		       const struct flame_box *box, int lane)
{
	int64_t value = box->self[lane];
	uint64_t width = 0;

	for (uint32_t i = box->first; i < box->first + box->n; i++) {
		const struct flame_box *child = &flame->boxes.at[i];

		if (!child->spans[lane].cols)
			continue;
		value += child->values[lane];
		width += child->widths[lane];
	}
	claim(w, value == box->values[lane]);
	claim(w, width <= box->widths[lane]);
}

/* Siblings are in the same order in both graphs, the widest first. */
static void check_order(struct walk *w, const struct flame *flame,
			const struct flame_box *box)
{
	const struct flame_box *last = NULL;

	for (uint32_t i = box->first; i < box->first + box->n; i++) {
		const struct flame_box *child = &flame->boxes.at[i];

		claim(w, child->parent == (uint32_t)(box - flame->boxes.at));
		claim(w, child->level == box->level + 1);
		if (child->is_fold || flame->is_nothing)
			break;
		claim(w, !last || last->widths[0] + last->widths[1] >=
		      child->widths[0] + child->widths[1]);
		last = child;
	}
}

static void check_flame(struct walk *w, const struct flame *flame)
{
	for (uint32_t i = 0; i < flame->boxes.n; i++) {
		const struct flame_box *box = &flame->boxes.at[i];

		claim(w, !box->is_cut);
		if (box->is_fold && i)
			continue;
		check_order(w, flame, box);
		for (int lane = 0; lane < flame->n_lanes; lane++) {
			if (!box->spans[lane].cols)
				continue;
			check_places(w, flame, box, lane);
			check_sums(w, flame, box, lane);
		}
	}
}

static void walk_zoom(struct walk *w, const struct flame_zoom *zoom);

/* Opens a fold, or a frame that is not the one zoomed. */
static void open_box(struct walk *w, const struct flame *flame, uint32_t box)
{
	const struct flame_box *at = &flame->boxes.at[box];
	uint64_t path[PATH_MAX_KEYS];
	struct flame_zoom zoom = {
		path, flame_path_length(flame, box), NULL, at->n_folded,
	};

	flame_path(flame, box, path);
	if (at->is_fold) {
		zoom.fold = flame->folded.at + at->first_folded;
		claim(w, zoom.n_fold > 0);
		claim(w, !flame->zoom.n_fold || at->level > 1 ||
		      zoom.n_fold < flame->zoom.n_fold);
	} else {
		claim(w, flame_at(flame, path, zoom.n_path) == box);
	}
	if (at->is_fold || w->zooms_frames)
		walk_zoom(w, &zoom);
}

static bool is_new_zoom(struct walk *w, const struct flame_zoom *zoom)
{
	struct seen *zoomed = &w->zoomed;
	uint64_t hash = hash_bytes(zoom->n_path, zoom->fold,
				   zoom->n_fold * sizeof(uint64_t));

	seen_add(zoomed, zoom->path, zoom->n_path);
	hash = hash_mix(hash, zoomed->at[zoomed->n - 1]);
	zoomed->at[zoomed->n - 1] = hash;
	for (size_t i = 0; i + 1 < zoomed->n; i++) {
		if (zoomed->at[i] == hash) {
			zoomed->n--;
			return false;
		}
	}
	return true;
}

static void walk_zoom(struct walk *w, const struct flame_zoom *zoom)
{
	struct flame_query query = w->s->query;
	struct flame *flame;

	if (!w->is_right || !is_new_zoom(w, zoom))
		return;
	query.zoom = *zoom;
	flame = flame_new(&query);
	claim(w, flame->zoom.n_path == zoom->n_path);
	claim(w, flame->zoom.n_fold == zoom->n_fold);
	check_flame(w, flame);
	for (uint32_t i = 0; i < flame->boxes.n && w->is_right; i++) {
		const struct flame_box *box = &flame->boxes.at[i];
		uint64_t path[PATH_MAX_KEYS];

		flame_path(flame, i, path);
		if (!box->is_fold && flame_path_length(flame, i))
			seen_add(&w->seen, path, flame_path_length(flame, i));
		if (i)
			open_box(w, flame, i);
	}
	flame_free(flame);
}

/* Walks all of a subject in so many columns. */
static void check_walk(struct subject *s, int cols, bool zooms_frames,
		       const char *what)
{
	struct walk w = {
		.s = s, .zooms_frames = zooms_frames, .is_right = true
	};
	struct paths_frame root = paths_root(&s->paths);
	struct seen all = { .n = 0 };
	struct flame_zoom zoom = { .n_path = 0 };
	uint64_t path[PATH_MAX_KEYS];
	bool is_zero;

	s->query.cols = cols;
	root.depth = s->query.is_callers;
	walk_zoom(&w, &zoom);
	is_zero = !path_sums_width(&s->sums, 0, 0, s->paths.n) &&
		  (!s->sums.widths[1] ||
		   !path_sums_width(&s->sums, 1, 0, s->paths.n));
	list_frames(s, &root, path, 0, !zooms_frames && !is_zero, &all);
	if (!w.is_right)
		ok(false, "%s, %d columns: %s", what, cols, w.why);
	else if (zooms_frames)
		ok(seen_equal(&w.seen, &all), "%s, %d columns: zooms reach "
		   "every frame", what, cols);
	else
		ok(seen_has_all(&w.seen, &all), "%s, %d columns: folds reach "
		   "every frame", what, cols);
	free(w.seen.at);
	free(w.zoomed.at);
	free(all.at);
}

static void test_random(uint64_t seed)
{
	static const int columns[] = { 2, 3, 7, 20, 41, 80, 200 };
	struct subject s = { .paths = { .n = 0 } };
	char what[64];
	uint32_t pivot;

	if (!gen_load(&s.profile, &mem, seed, &generated, seed % 2))
		return;
	s.view.compare = seed % 2 ? (enum compare)(seed / 2 % 4) :
				    COMPARE_CURRENT;
	look(&s, NODE_NONE);
	snprintf(what, sizeof(what), "seed %d", (int)seed);
	for (size_t i = 0; i < ARRAY_SIZE(columns); i++)
		check_walk(&s, columns[i], false, what);
	check_walk(&s, 20, true, what);
	pivot = s.lens->nodes.at.n ?
		(uint32_t)(seed % s.lens->nodes.at.n) : NODE_NONE;
	look_away(&s);
	look(&s, pivot);
	snprintf(what, sizeof(what), "seed %d, callers", (int)seed);
	check_walk(&s, 30, false, what);
	end(&s);
}

/* Every number of columns, also of one, where folds need not get anywhere. */
static void test_columns(void)
{
	struct subject s = { .paths = { .n = 0 } };
	struct walk w = { .s = &s, .is_right = true };

	gen_load(&s.profile, &mem, 3, &generated, true);
	s.view.compare = COMPARE_BOTH;
	look(&s, NODE_NONE);
	for (int cols = 1; cols <= 200; cols++) {
		struct flame *flame;

		s.query.cols = cols;
		s.query.charset = cols % 2 ? TEXT_ASCII : TEXT_UTF8;
		flame = flame_new(&s.query);
		check_flame(&w, flame);
		flame_free(flame);
	}
	ok(w.is_right, "1 to 200 columns: %s", w.why);
	end(&s);
}

/* Makes a subject of lines, with a function fI and a location I for each I. */
static void make(struct subject *s, int n_funcs, const char *rows)
{
	struct buf text = BUF_INIT;

	*s = (struct subject){ .paths = { .n = 0 } };
	buf_adds(&text, "type n count\n");
	for (int i = 1; i <= n_funcs; i++)
		buf_addf(&text, "func %d p%d.f%d f.c 1\nloc %d 0 %d %d:1\n", i,
			 i % 3, i, i, i, i);
	buf_adds(&text, rows);
	build_from(&s->profile, &mem, buf_str(&text));
	look(s, NODE_NONE);
	buf_release(&text);
}

static void add_box(const struct flame_box *box, struct buf *out)
{
	if (out->n)
		buf_addc(out, ' ');
	if (box->is_fold)
		buf_addf(out, "fold%u", box->n_folded);
	else if (box->name.n)
		buf_add(out, box->name.s, box->name.n);
	else
		buf_adds(out, "all");
	buf_addf(out, ":%d+%d=%lld", box->spans[0].col, box->spans[0].cols,
		 (long long)box->values[0]);
}

/* The boxes of a level as text. */
static void check_level(const struct flame *flame, size_t level,
			const char *want, const char *what)
{
	struct buf out = BUF_INIT;

	for (uint32_t i = flame->levels.at[level];
	     i < flame->levels.at[level + 1]; i++)
		add_box(&flame->boxes.at[i], &out);
	is(buf_str(&out), want, "%s", what);
	buf_release(&out);
}

static void test_layout(void)
{
	struct subject s;
	struct flame *flame;

	make(&s, 8, "row 3,1 30\nrow 2,1 30\nrow 1 20\nrow 4 10\nrow 5 9\n"
	     "row 6 1\nrow 7 0\n");
	s.query.cols = 50;
	flame = flame_new(&s.query);
	is_int(flame_n_levels(flame), 3, "levels");
	check_level(flame, 0, "all:0+50=100", "the root has all columns");
	check_level(flame, 1, "p1.f1:0+40=80 p1.f4:40+5=10 p2.f5:45+4=9 "
		    "fold2:49+1=1", "the widest first, then a fold");
	check_level(flame, 2, "p0.f3:0+15=30 p2.f2:15+15=30",
		    "by name when as wide; its own is on the right");
	flame_free(flame);
	s.query.cols = 10;
	flame = flame_new(&s.query);
	check_level(flame, 1, "p1.f1:0+8=80 p1.f4:8+1=10 fold3:9+1=10",
		    "what is narrower than a cell is folded");
	flame_free(flame);
	s.query.cols = 2;
	flame = flame_new(&s.query);
	check_level(flame, 1, "p1.f1:0+1=80 fold4:1+1=20",
		    "a fold takes its cell from the last");
	flame_free(flame);
	s.query.cols = 1;
	flame = flame_new(&s.query);
	check_level(flame, 1, "fold5:0+1=100", "in one cell all is folded");
	flame_free(flame);
	end(&s);
}

/* Frames of nothing are folded where there is a fold, or they are zoomed. */
static void test_empty_children(void)
{
	struct subject s;
	struct flame *flame;

	make(&s, 8, "row 2,1 98\nrow 3,1 0\nrow 4,1 0\nrow 2,5 98\n"
	     "row 6,5 1\nrow 7,5 1\nrow 8,5 0\n");
	s.query.cols = 20;
	flame = flame_new(&s.query);
	check_level(flame, 1, "p2.f5:0+10=100 p1.f1:10+10=98", "two frames");
	check_level(flame, 2, "p2.f2:0+9=98 fold3:9+1=2 p2.f2:10+10=98",
		    "nothing is folded with something, not alone");
	flame_free(flame);
	for (uint32_t i = 0; i < s.lens->nodes.at.n; i++) {
		if (!strcmp(s.lens->nodes.at.at[i].name.s, "p1.f1"))
			s.query.zoom.path = &s.keys[i];
	}
	s.query.zoom.n_path = 1;
	flame = flame_new(&s.query);
	check_level(flame, 1, "p2.f2:0+19=98 fold2:19+1=0",
		    "zoomed it is there");
	flame_free(flame);
	end(&s);
}

static void test_single(void)
{
	struct subject s;
	struct flame *flame;

	make(&s, 3, "row 1 999\nrow 2 1\n");
	s.query.cols = 20;
	flame = flame_new(&s.query);
	check_level(flame, 1, "p1.f1:0+19=999 p2.f2:19+1=1",
		    "a single narrow frame is drawn, not folded");
	flame_free(flame);
	end(&s);
}

/* So many frames as wide as each other are no further than two folds away. */
static void test_many(void)
{
	enum { FUNCS = 200 };
	struct subject s;
	struct buf rows = BUF_INIT;
	struct flame *flame, *inner;
	const struct flame_box *fold;

	for (int i = 1; i <= FUNCS; i++)
		buf_addf(&rows, "row %d 5\n", i);
	make(&s, FUNCS, buf_str(&rows));
	s.query.cols = 40;
	flame = flame_new(&s.query);
	check_level(flame, 1, "fold200:0+40=1000", "all in one fold");
	fold = &flame->boxes.at[1];
	s.query.zoom = (struct flame_zoom){
		.fold = flame->folded.at + fold->first_folded,
		.n_fold = fold->n_folded,
	};
	inner = flame_new(&s.query);
	is_int(inner->boxes.at[0].n, 6, "zoomed they are in six");
	flame_free(flame);
	fold = &inner->boxes.at[1];
	ok(fold->is_fold && fold->spans[0].cols >= 6, "of several columns");
	s.query.zoom = (struct flame_zoom){
		.fold = inner->folded.at + fold->first_folded,
		.n_fold = fold->n_folded,
	};
	flame = flame_new(&s.query);
	ok(flame->boxes.at[0].n == fold->n_folded && fold->n_folded >= 30,
	   "each of which has room for all of it");
	flame_free(flame);
	flame_free(inner);
	end(&s);
	buf_release(&rows);
}

static void test_nothing(void)
{
	struct subject s;
	struct flame *flame;

	make(&s, 3, "row 2,1 0\nrow 3,1 0\nrow 1 0\nrow 3 5\n");
	s.query.cols = 30;
	s.query.zoom = (struct flame_zoom){
		.path = &s.keys[s.profile.rows.n ? 0 : 0], .n_path = 1,
	};
	for (uint32_t i = 0; i < s.lens->nodes.at.n; i++) {
		if (!strcmp(s.lens->nodes.at.at[i].name.s, "p1.f1"))
			s.query.zoom.path = &s.keys[i];
	}
	flame = flame_new(&s.query);
	ok(flame->is_nothing, "a zoom of nothing says so");
	check_level(flame, 0, "p1.f1:0+30=0", "it has all columns");
	check_level(flame, 1, "p0.f3:0+10=0 p2.f2:10+10=0",
		    "its children have those of their samples");
	flame_free(flame);
	end(&s);
	make(&s, 1, "row - 5\n");
	flame = flame_new(&s.query);
	ok(flame->boxes.n == 0 && flame_n_levels(flame) == 0,
	   "without paths there are no boxes");
	flame_free(flame);
	end(&s);
}

static void test_lost_zoom(void)
{
	struct subject s;
	struct flame *flame;
	uint64_t path[3], fold = 7;

	make(&s, 3, "row 3,2,1 5\n");
	for (uint32_t i = 0; i < 3; i++)
		path[i] = s.keys[i];
	path[2] = 12345;
	s.query.zoom = (struct flame_zoom){ path, 3, NULL, 0 };
	flame = flame_new(&s.query);
	is_int(flame->zoom.n_path, 2, "of a lost zoom the part that is left");
	is(flame->where.s, "p1.f1 > p2.f2", "is said");
	flame_free(flame);
	s.query.zoom = (struct flame_zoom){ path, 2, &fold, 1 };
	flame = flame_new(&s.query);
	is_int(flame->zoom.n_fold, 0, "a fold of nobody is its parent");
	ok(!flame->boxes.at[0].is_fold, "and looks like it");
	flame_free(flame);
	end(&s);
}

static void test_cut(void)
{
	struct subject s;
	struct buf rows = BUF_INIT;
	struct flame *flame;
	const struct flame_box *last;

	buf_adds(&rows, "row 1");
	for (int i = 0; i < FLAME_LEVELS_MAX + 10; i++)
		buf_adds(&rows, ",1");
	buf_adds(&rows, " 1\n");
	make(&s, 1, buf_str(&rows));
	flame = flame_new(&s.query);
	is_int(flame_n_levels(flame), FLAME_LEVELS_MAX, "no more levels");
	last = &flame->boxes.at[flame->boxes.n - 1];
	ok(last->is_cut && last->n_children == 1 && !last->n,
	   "the last says that there is more");
	flame_free(flame);
	end(&s);
	buf_release(&rows);
}

static void test_cancel(void)
{
	const _Atomic bool cancel = true;
	struct subject s;

	make(&s, 1, "row 1 1\n");
	s.query.cancel = &cancel;
	ok(!flame_new(&s.query), "cancelled");
	end(&s);
}

static void test_moves(void)
{
	struct subject s;
	struct flame *flame;
	uint64_t path[4], key;
	uint32_t box;

	make(&s, 6, "row 3,1 30\nrow 2,1 40\nrow 4,3,1 5\nrow 3,5 20\n"
	     "row 6 5\n");
	flame = flame_new(&s.query);
	check_level(flame, 1, "p1.f1:0+60=75 p2.f5:60+16=20 p0.f6:76+4=5",
		    "the first level");
	box = flame_child(flame, 0, 0);
	is_int(box, 1, "down to the widest");
	key = flame->boxes.at[2].key;
	is_int(flame_child(flame, 0, key), 2, "down to the one of the key");
	is_int(flame_child(flame, 3, 0), 3, "down from the last");
	is_int(flame_beside(flame, 1, 1), 2, "right");
	is_int(flame_beside(flame, 3, 1), 3, "right of the last");
	is_int(flame_beside(flame, 3, -9), 1, "far to the left");
	is_int(flame_beside(flame, 5, 1), 6, "right, to a cousin");
	is_int(flame_named(flame, "p0.f3", 5), 5, "the widest of its name");
	is_int(flame_named(flame, "p0.f", 4), FLAME_NONE, "no such name");
	is_int(flame_hottest(flame, 0, true), 4, "the hottest");
	is_int(flame_hottest(flame, 4, true), 5, "the next");
	is_int(flame_hottest(flame, 5, true), 6, "the next of those");
	is_int(flame_hottest(flame, 5, false), 4, "and back");
	is_int(flame_hottest(flame, 4, false), 4, "nothing is hotter");
	is_int(flame_path_length(flame, 5), 2, "the length of a path");
	flame_path(flame, 5, path);
	is_int(flame_at(flame, path, 2), 5, "a path leads to its box");
	path[1] = 99;
	is_int(flame_at(flame, path, 2), 1, "or as close as it can");
	is_int(flame_at(flame, path, 0), 0, "no path is the root");
	flame_free(flame);
	end(&s);
}

/* Paints the levels of a flame and compares text and styles. */
static void check_paint(const struct flame *flame, uint32_t selected,
			const char *text, const char *style, const char *what)
{
	struct flame_look look = { .selected = selected };
	struct grid grid;
	struct canvas canvas;
	struct buf out = BUF_INIT;

	grid_init(&grid, (int)flame_n_levels(flame), flame->cols,
		  flame->charset);
	canvas = grid_canvas(&grid);
	flame_paint(flame, &look, &canvas);
	grid_dump(&out, &grid);
	is(buf_str(&out), text, "%s: text", what);
	buf_clear(&out);
	grid_dump_style(&out, &grid);
	is(buf_str(&out), style, "%s: styles", what);
	buf_release(&out);
	grid_release(&grid);
}

static void test_paint(void)
{
	struct subject s;
	struct flame *flame;

	make(&s, 6, "row 3,1 300\nrow 2,1 400\nrow 4,3,1 50\nrow 3,5 200\n"
	     "row 6 45\nrow 5 4\nrow 2 1\nrow 4 0\n");
	s.query.cols = 60;
	flame = flame_new(&s.query);
	check_paint(flame, 2,
		"│ all 1000 100% of total\n"
		"│ p1.f1 75.00%                               │ p2.f5     │f▒\n"
		"│ p2.f2 40.00%          │ p0.f3 35.00%       │ p0.f3\n"
		"                        │f4\n",
		"============================================================\n"
		"444444444444444444444444444444444444444444444############33f"
		"\n111111111111111111111111333333333333333333333333333333333\n"
		"........................444\n", "two levels");
	flame_free(flame);
	s.query.charset = TEXT_ASCII;
	s.query.cols = 12;
	flame = flame_new(&s.query);
	check_paint(flame, 0,
		    "| all 1000\n| p1.f1  |f:\n|f2  |f3 |f\n     |\n",
		    "############\n44444444411f\n11111333333\n.....4\n",
		    "ASCII, narrow");
	flame_free(flame);
	end(&s);
}

/* The value of a row is what it changed by. */
static void test_change(void)
{
	struct subject s;
	struct flame *flame;
	struct buf out = BUF_INIT;

	make(&s, 9, "row 2,1 300\nrow 3,1 -250\nrow 4 -450\nrow 5,6 20\n"
	     "row 7,6 -20\nrow 8 1\nrow 9 -2\n");
	s.query.is_difference = true;
	s.query.cols = 60;
	flame = flame_new(&s.query);
	check_level(flame, 1, "p1.f1:0+32=50 p1.f4:32+26=-450 p0.f6:58+1=0 "
		    "fold2:59+1=-1", "as wide as what has changed");
	check_paint(flame, 3,
		"│ all -401 38.45% of total\n"
		"│ +50 p1.f1                     │ -450 p1.f4              "
		"│▒\n"
		"│ +300 p2.f2     │ -250 p0.f3                             "
		"▒\n",
		"SSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSS\n"
		"GGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGSSSSSSSSSSSSSSSSSSSSSSSSSS#f\n"
		"GGGGGGGGGGGGGGGGGSSSSSSSSSSSSSSS..........................f\n",
		"signs");
	flame_detail(flame, 1, 78, &out);
	is(buf_str(&out), "p1.f1   flat 0   cum +50 4.79% of total, 2 callees",
	   "the detail of a change");
	flame_free(flame);
	s.query.cols = 6;
	flame = flame_new(&s.query);
	check_paint(flame, 0, "│-401\n│+f│-▒\n│+-\n",
		    "######\nGGGSSf\nGGS\n", "narrow signs");
	flame_free(flame);
	end(&s);
	buf_release(&out);
}

static void test_detail(void)
{
	struct subject s;
	struct flame *flame;
	struct buf out = BUF_INIT;

	make(&s, 4, "row 3,1 30\nrow 1 20\nrow 2 49\nrow 4 1\n");
	s.query.cols = 50;
	flame = flame_new(&s.query);
	flame_detail(flame, 0, 70, &out);
	is(buf_str(&out), "all   cum 100 100% of total, 3 callees",
	   "the detail of the root");
	buf_clear(&out);
	flame_detail(flame, 1, 70, &out);
	is(buf_str(&out), "p1.f1   flat 20   cum 50 50.00% of total, 1 callee",
	   "of a frame");
	buf_clear(&out);
	flame_detail(flame, 1, 40, &out);
	is(buf_str(&out), "p1.f1   flat 20   cum 50 50.00% of tota…",
	   "of a frame, cut");
	flame_free(flame);
	end(&s);
	buf_release(&out);
}

static uint8_t hue_of(const struct profile *profile, const char *name)
{
	struct node node = {
		.name = { name, strlen(name) }, .func = { NODE_NONE },
	};

	return flame_hue(profile, &node);
}

static void test_hues(void)
{
	struct profile profile;
	uint8_t used[STYLE_N] = { 0 };
	char name[32];
	int n = 0;

	profile_init(&profile, &mem);
	is_int(hue_of(&profile, "net/http.(*conn).serve"),
	       hue_of(&profile, "net/http.HandlerFunc.ServeHTTP"),
	       "one package, one hue");
	is_int(hue_of(&profile, "a/b.Map[c/d.T]"), hue_of(&profile, "a/b.F"),
	       "type arguments do not count");
	is_int(hue_of(&profile, "app::run(int)"), hue_of(&profile, "app::T::f"),
	       "namespaces");
	is_int(hue_of(&profile, "main"), hue_of(&profile, "(anonymous)::x"),
	       "no package is one, too");
	is_int(hue_of(&profile, "net/http.f"), STYLE_FLAME_2,
	       "always the same");
	for (int i = 0; i < 100; i++) {
		snprintf(name, sizeof(name), "p%d.f", i);
		used[hue_of(&profile, name)]++;
	}
	for (int i = STYLE_FLAME_0; i <= STYLE_FLAME_7; i++)
		n += used[i] > 3;
	is_int(n, STYLE_FLAMES, "all hues are used");
	profile_release(&profile);
}

/* A name in a box of so many columns. */
static void check_name(const char *name, int cols, const char *want)
{
	struct subject s = { .paths = { .n = 0 } };
	struct buf text = BUF_INIT;
	struct flame *flame;

	buf_addf(&text, "type n count\nfunc 1 %s f.c 1\nloc 1 0 1 1:1\n"
		 "row 1 5\n", name);
	build_from(&s.profile, &mem, buf_str(&text));
	look(&s, NODE_NONE);
	s.query.cols = cols;
	flame = flame_new(&s.query);
	is(flame->boxes.at[1].labels[0].s, want, "%s in %d columns", name,
	   cols);
	flame_free(flame);
	end(&s);
	buf_release(&text);
}

static void test_names(void)
{
	check_name("encoding/json.(*decodeState).object", 50,
		   " encoding/json.(*decodeState).object 100%");
	check_name("encoding/json.(*decodeState).object", 24,
		   " …(*decodeState).object");
	check_name("encoding/json.(*decodeState).object", 14,
		   " object");
	check_name("encoding/json.(*decodeState).object", 6, "objec");
	check_name("main.main.func1", 12, " main.func1");
	check_name("slices.Sort[go.shape.int]", 9, " Sort");
	check_name("std::vector::push(int)", 8, "push");
	check_name("漢漢漢", 4, "漢");
	check_name("x", 1, "");
}

int main(void)
{
	for (uint64_t seed = 1; seed <= SEEDS; seed++)
		test_random(seed);
	test_columns();
	test_layout();
	test_empty_children();
	test_single();
	test_many();
	test_nothing();
	test_lost_zoom();
	test_cut();
	test_cancel();
	test_moves();
	test_paint();
	test_change();
	test_detail();
	test_hues();
	test_names();
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
