/*
 * model/paths: against a tree that random profiles are put into stack by
 * stack, for all granularities, filters and comparisons, root-down and
 * callers-up; order, deep stacks, keys, cancelling.
 */
#include "config.h"

#include "model/paths.h"

#include <stdlib.h>

#include "tests/build.h"
#include "tests/gen.h"
#include "tests/tap.h"

enum { SEEDS = 60 };

static struct mem mem;

/* A frame of the tree: values of the rows that end in it, and its children. */
struct tree {
	uint32_t node;
	int64_t own[2];
	size_t n_own, n;
	struct tree **children;
};

/* What is under test, and the tree it should be. */
struct subject {
	struct profile profile;
	struct view view;
	struct lens *lens;
	struct lanes lanes;
	struct paths all, paths;
	struct path_sums sums;
	struct tree *tree;
};

static struct tree *child_of(struct tree *tree, uint32_t node)
{
	struct tree *child;

	for (size_t i = 0; i < tree->n; i++) {
		if (tree->children[i]->node == node)
			return tree->children[i];
	}
	child = calloc(1, sizeof(*child));
	child->node = node;
	tree->children = realloc(tree->children,
				 (tree->n + 1) * sizeof(*tree->children));
	return tree->children[tree->n++] = child;
}

static void tree_free(struct tree *tree)
{
	for (size_t i = 0; i < tree->n; i++)
		tree_free(tree->children[i]);
	free(tree->children);
	free(tree);
}

/* The visible nodes of a row, leaf first; at most `most`. */
static size_t list_nodes(const struct lens *lens, const struct row *row,
			 uint32_t *nodes, size_t most)
{
	const struct loc_id *frames = lens->profile->frames.at + row->first;
	struct lens_span span;
	size_t n = 0;

	if (!lens_row(lens, row, &span))
		return 0;
	for (uint32_t i = span.lo; i < span.hi; i++) {
		const struct lens_loc *loc = &lens->locs[frames[i].i];

		for (uint32_t k = 0; k < loc->n && n < most; k++)
			nodes[n++] = lens_frames(lens, loc)[k];
	}
	return n;
}

/*
 * Puts a row into the tree: from the root to the leaf, or from the outermost
 * pivot to the root.
 */
static void tree_add(struct subject *s, size_t number, uint32_t pivot)
{
	uint32_t nodes[256];
	size_t n = list_nodes(s->lens, &s->profile.rows.at[number], nodes,
			      ARRAY_SIZE(nodes)), first = 0;
	struct tree *at = s->tree;

	if (pivot == NODE_NONE) {
		for (size_t i = n; i-- > 0; )
			at = child_of(at, nodes[i]);
	} else {
		for (first = n; first > 0 && nodes[first - 1] != pivot;)
			first--;
		for (size_t i = first ? first - 1 : n; i < n; i++)
			at = child_of(at, nodes[i]);
	}
	if (at == s->tree)
		return;
	at->n_own++;
	for (int lane = 0; lane < 2; lane++) {
		if (s->lanes.values[lane])
			at->own[lane] += s->lanes.values[lane][number];
	}
}

static const struct gen_options generated = { .types = 2 };

static void set_view(struct view *view, uint64_t seed, bool has_base)
{
	static const struct {
		enum filter_kind kind;
		const char *text;
	} filters[] = {
		{ FILTER_FOCUS, "main" }, { FILTER_HIDE, "alloc" },
		{ FILTER_SHOW, "a" }, { FILTER_SHOW_FROM, "parse|main" },
		{ FILTER_IGNORE, "vector" }, { FILTER_TAGFOCUS, "e" },
	};
	size_t i = seed % 8;

	*view = (struct view){
		.granularity = (enum granularity)(seed % (BY_ADDRESS + 1)),
		.no_inlines = seed % 3 == 0,
		.compare = has_base ? (enum compare)(seed / 2 % 4) :
				      COMPARE_CURRENT,
	};
	if (i < ARRAY_SIZE(filters))
		filters_add(&view->filters, filters[i].kind, filters[i].text);
}

static bool begin(struct subject *s, uint64_t seed)
{
	bool has_base = seed % 2;
	struct err err;

	*s = (struct subject){ .paths = { .n = 0 } };
	if (!gen_load(&s->profile, &mem, seed, &generated, has_base))
		return false;
	set_view(&s->view, seed, has_base);
	s->lens = lens_new(&s->profile, &s->view, NULL, &err);
	if (!s->lens)
		ok(false, "a lens: %s", err.text);
	lanes_init(&s->lanes, &s->profile, &s->view);
	return s->lens != NULL;
}

static void end(struct subject *s)
{
	lens_free(s->lens);
	lanes_release(&s->lanes);
	view_release(&s->view);
	profile_release(&s->profile);
}

static bool sort_with(struct subject *s, uint32_t pivot)
{
	if (!paths_init(&s->all, s->lens, pivot, NULL) ||
	    !paths_select(&s->paths, &s->all, s->lens, NULL))
		return false;
	path_sums_init(&s->sums, &s->paths, &s->lanes);
	s->tree = calloc(1, sizeof(*s->tree));
	for (size_t i = 0; i < s->profile.rows.n; i++)
		tree_add(s, i, pivot);
	return true;
}

static void drop_sorted(struct subject *s)
{
	paths_release(&s->paths);
	paths_release(&s->all);
	path_sums_release(&s->sums);
	tree_free(s->tree);
}

/* What a subtree comes to, from its leaves up. */
struct total {
	int64_t values[2];
	uint64_t widths[2];
	size_t rows;
};

static const struct tree *find_child(const struct tree *tree, uint32_t node)
{
	for (size_t i = 0; i < tree->n; i++) {
		if (tree->children[i]->node == node)
			return tree->children[i];
	}
	return NULL;
}

static bool is_range_right(const struct subject *s,
			   const struct paths_frame *frame,
			   const struct total *total)
{
	bool is_right = frame->hi - frame->lo == total->rows;

	for (int lane = 0; lane < 2 && s->sums.values[lane]; lane++) {
		is_right = is_right &&
			   path_sums_value(&s->sums, lane, frame->lo,
					   frame->hi) == total->values[lane] &&
			   path_sums_width(&s->sums, lane, frame->lo,
					   frame->hi) == total->widths[lane];
	}
	return is_right;
}

/* Whether a frame and all below it are those of the tree. */
static bool is_same(const struct subject *s, const struct paths_frame *frame,
		    const struct tree *tree, struct total *total)
{
	struct paths_frame child = paths_self(&s->paths, frame);
	size_t n = 0;

	*total = (struct total){ .rows = tree->n_own };
	for (int lane = 0; lane < 2; lane++) {
		total->values[lane] = tree->own[lane];
		total->widths[lane] = (uint64_t)lanes_abs(tree->own[lane]);
	}
	if (child.hi - child.lo != tree->n_own)
		return false;
	for (; paths_next(&s->paths, frame, &child); n++) {
		const struct tree *to = find_child(tree,
						   paths_node(&s->paths,
							      &child));
		struct total sum;

		if (!to || !is_same(s, &child, to, &sum))
			return false;
		total->rows += sum.rows;
		for (int lane = 0; lane < 2; lane++) {
			total->values[lane] += sum.values[lane];
			total->widths[lane] += sum.widths[lane];
		}
	}
	return n == tree->n && is_range_right(s, frame, total);
}

static bool is_tree(const struct subject *s)
{
	struct paths_frame root = paths_root(&s->paths);
	struct total total;

	return is_same(s, &root, s->tree, &total);
}

static void test_random(uint64_t seed)
{
	struct subject s;
	bool all_same = true;
	size_t n = 0;

	if (!begin(&s, seed)) {
		end(&s);
		return;
	}
	sort_with(&s, NODE_NONE);
	ok(is_tree(&s), "seed %d: the frames are those of the tree", (int)seed);
	drop_sorted(&s);
	for (uint32_t node = 0; node < s.lens->nodes.at.n; node++, n++) {
		sort_with(&s, node);
		all_same = all_same && is_tree(&s);
		drop_sorted(&s);
	}
	ok(all_same, "seed %d: the callers of %zu nodes, too", (int)seed, n);
	end(&s);
}

/* Rows in many copies and orders, so that ranges are split and not small. */
static void test_many(void)
{
	struct subject s = { .paths = { .n = 0 } };
	struct buf text = BUF_INIT;
	unsigned seed = 1;
	struct err err;

	buf_adds(&text, "type n count\n");
	for (int i = 1; i <= 12; i++)
		buf_addf(&text, "func %d f%d f.c 1\nloc %d 0 %d %d:1\n", i, i,
			 i, i, i);
	for (int i = 0; i < 3000; i++) {
		buf_adds(&text, "row ");
		for (int depth = i % 17; depth; depth--) {
			seed = seed * 1103515245 + 12345;
			buf_addf(&text, "%u,", depth < 3 ? 1 :
				 (seed >> 16) % 12 + 1);
		}
		buf_addf(&text, "1 %d\n", i % 7 - 3);
	}
	build_from(&s.profile, &mem, buf_str(&text));
	s.lens = lens_new(&s.profile, &s.view, NULL, &err);
	lanes_init(&s.lanes, &s.profile, &s.view);
	sort_with(&s, NODE_NONE);
	ok(is_tree(&s), "3000 rows in one order");
	ok(s.paths.n == 3000, "none of them is lost");
	drop_sorted(&s);
	end(&s);
	buf_release(&text);
}

/* Two stacks of 200,000 frames that differ in their leaf, and copies. */
static void test_deep(void)
{
	enum { DEPTH = 200000, ROWS = 40 };
	struct profile profile;
	struct view view = { .type = 0 };
	struct lens *lens;
	struct paths paths;
	struct paths_frame frame;
	struct buf text = BUF_INIT;
	struct err err;

	buf_adds(&text, "type n count\nfunc 1 deep f.c 1\nfunc 2 leaf f.c 1\n"
		 "loc 1 0 1 1:1\nloc 2 0 2 2:1\n");
	for (int i = 0; i < ROWS; i++) {
		buf_addf(&text, "row %d", i % 2 + 1);
		for (int k = 0; k < DEPTH; k++)
			buf_adds(&text, ",1");
		buf_adds(&text, " 1\n");
	}
	build_from(&profile, &mem, buf_str(&text));
	lens = lens_new(&profile, &view, NULL, &err);
	ok(paths_init(&paths, lens, NODE_NONE, NULL), "deep stacks");
	ok(paths.shared[ROWS / 2] == DEPTH &&
	   paths.shared[ROWS - 1] == DEPTH + 1, "what they share");
	frame = paths_root(&paths);
	for (uint32_t i = 0; i <= DEPTH; i++) {
		struct paths_frame child = paths_self(&paths, &frame);

		if (paths_next(&paths, &frame, &child))
			frame = child;
	}
	ok(frame.depth == DEPTH + 1 && frame.hi - frame.lo == ROWS / 2,
	   "and where they part");
	paths_release(&paths);
	lens_free(lens);
	profile_release(&profile);
	buf_release(&text);
}

static void test_follow(void)
{
	struct subject s;
	struct view whole = { .granularity = BY_FUNCTION };
	struct err err;
	struct lens *other;
	uint64_t *keys, *others, path[64];
	size_t depth = 0, n_keys, n_both = 0;
	struct paths_frame frame;
	const uint64_t seed = 7;
	bool are_stable = true;

	begin(&s, 16);
	view_release(&s.view);
	s.view = (struct view){ .granularity = BY_FUNCTION };
	lens_free(s.lens);
	s.lens = lens_new(&s.profile, &s.view, NULL, &err);
	sort_with(&s, NODE_NONE);
	n_keys = s.lens->nodes.at.n;
	keys = paths_keys(&s.lens->nodes, seed);
	filters_add(&whole.filters, FILTER_HIDE, "e");
	other = lens_new(&s.profile, &whole, NULL, &err);
	others = paths_keys(&other->nodes, seed);
	for (size_t i = 0; i < n_keys; i++) {
		for (size_t k = 0; k < other->nodes.at.n; k++) {
			struct str a = s.lens->nodes.at.at[i].name;
			struct str b = other->nodes.at.at[k].name;

			if (keys[i] == others[k]) {
				are_stable = are_stable && !str_cmp(a, b);
				n_both++;
			}
		}
	}
	ok(are_stable && n_both == other->nodes.at.n && n_both,
	   "keys are those of names, whatever the filters");
	ok(n_keys > n_both, "which were fewer");
	frame = paths_root(&s.paths);
	for (struct paths_frame child; depth < ARRAY_SIZE(path); depth++) {
		child = paths_self(&s.paths, &frame);
		if (!paths_next(&s.paths, &frame, &child))
			break;
		frame = child;
		path[depth] = keys[paths_node(&s.paths, &frame)];
	}
	for (size_t n = 0; n <= depth; n++) {
		struct paths_frame at = paths_root(&s.paths);

		if (paths_follow(&s.paths, keys, path, n, &at) != n ||
		    at.depth != n || at.lo > frame.lo || at.hi < frame.hi)
			ok(false, "a path of %zu is followed", n);
	}
	path[depth - 1] = 1;
	frame = paths_root(&s.paths);
	is_int(paths_follow(&s.paths, keys, path, depth, &frame), depth - 1,
	       "a path is followed as far as it goes");
	is_int(frame.depth, depth - 1, "and leads there");
	mem_free(&mem, keys, n_keys * sizeof(*keys));
	mem_free(&mem, others, other->nodes.at.n * sizeof(*others));
	lens_free(other);
	view_release(&whole);
	drop_sorted(&s);
	end(&s);
}

/* The key of the only function with a line, in a profile of its own. */
static uint64_t key_in(const char *text, const char *name,
		       enum granularity granularity, uint64_t seed)
{
	struct view view = { .granularity = granularity };
	struct profile profile;
	struct err err;
	struct lens *lens;
	uint64_t *keys, key = 0;

	build_from(&profile, &mem, text);
	lens = lens_new(&profile, &view, NULL, &err);
	keys = paths_keys(&lens->nodes, seed);
	for (size_t i = 0; i < lens->nodes.at.n; i++) {
		if (str_is(lens->nodes.at.at[i].name, name))
			key = keys[i];
	}
	mem_free(&mem, keys, lens->nodes.at.n * sizeof(*keys));
	lens_free(lens);
	profile_release(&profile);
	return key;
}

/* Where all numbers of a function differ, and what it is called does not. */
static void test_keys_elsewhere(void)
{
	static const char *const texts[] = {
		"type n count\nmap 1 0 9 0 /bin/x -\n"
		"func 1 work w.go 3\nloc 1 1 1 1:4\nrow 1 1\n",
		"type n count\nmap 1 0 9 0 /bin/y -\nmap 2 9 99 0 /bin/x -\n"
		"func 1 idle i.go 1\nfunc 2 work w.go 3\n"
		"loc 1 1 1 1:1\nloc 2 2 20 2:4\nrow 2,1 1\nrow 1 1\n",
	};
	static const struct {
		enum granularity granularity;
		const char *name;
	} cases[] = {
		{ BY_FUNCTION, "work" }, { BY_FILEFUNCTION, "work w.go" },
		{ BY_FILE, "w.go" }, { BY_LINE, "work w.go:4" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		uint64_t here = key_in(texts[0], cases[i].name,
				       cases[i].granularity, 5);

		ok(here && here == key_in(texts[1], cases[i].name,
					  cases[i].granularity, 5),
		   "%s has the same key in another profile", cases[i].name);
		ok(here != key_in(texts[0], cases[i].name,
				  cases[i].granularity, 6),
		   "and another with another seed");
	}
}

/* Sums of sizes that do not fit stay in order. */
static void test_huge(void)
{
	struct subject s = { .paths = { .n = 0 } };
	struct err err;

	build_from(&s.profile, &mem,
		   "type n count\nfunc 1 a f.c 1\nfunc 2 b f.c 1\n"
		   "func 3 c f.c 1\nloc 1 0 1 1:1\nloc 2 0 2 2:1\n"
		   "loc 3 0 3 3:1\n"
		   "row 1 -9223372036854775808\nrow 2 9223372036854775807\n"
		   "row 3 9223372036854775807\n");
	s.lens = lens_new(&s.profile, &s.view, NULL, &err);
	lanes_init(&s.lanes, &s.profile, &s.view);
	sort_with(&s, NODE_NONE);
	ok(path_sums_width(&s.sums, 0, 0, 1) == UINT64_C(1) << 63,
	   "the size of the least number");
	ok(path_sums_width(&s.sums, 0, 0, 3) == UINT64_MAX,
	   "more than can be is the most there is");
	ok(path_sums_width(&s.sums, 0, 0, 2) +
	   path_sums_width(&s.sums, 0, 2, 3) == UINT64_MAX,
	   "and parts still come to the whole");
	drop_sorted(&s);
	end(&s);
}

/* Paths of one lens serve another one with other filters of the whole stack. */
static size_t check_select(uint64_t seed)
{
	struct subject s, other;
	struct err err;
	size_t n;

	begin(&s, seed);
	filters_clear(&s.view.filters);
	lens_free(s.lens);
	s.lens = lens_new(&s.profile, &s.view, NULL, &err);
	sort_with(&s, NODE_NONE);
	other = s;
	view_copy(&other.view, &s.view);
	filters_add(&other.view.filters, FILTER_FOCUS, "main|alloc");
	filters_add(&other.view.filters, FILTER_IGNORE, "vector");
	filters_add(&other.view.filters, FILTER_TAGIGNORE, "thread=one");
	other.lens = lens_new(&s.profile, &other.view, NULL, &err);
	other.tree = calloc(1, sizeof(*other.tree));
	paths_release(&s.paths);
	paths_release(&s.all);
	paths_init(&s.all, other.lens, NODE_NONE, NULL);
	paths_select(&s.paths, &s.all, s.lens, NULL);
	paths_select(&other.paths, &s.all, other.lens, NULL);
	path_sums_init(&other.sums, &other.paths, &s.lanes);
	for (size_t i = 0; i < s.profile.rows.n; i++)
		tree_add(&other, i, NODE_NONE);
	n = other.paths.n < s.paths.n ? other.paths.n : 0;
	ok(is_tree(&s) && is_tree(&other), "seed %d: %zu of %zu rows",
	   (int)seed, other.paths.n, s.paths.n);
	paths_release(&other.paths);
	path_sums_release(&other.sums);
	tree_free(other.tree);
	lens_free(other.lens);
	view_release(&other.view);
	drop_sorted(&s);
	end(&s);
	return n;
}

static void test_select(void)
{
	size_t n = 0;

	for (uint64_t seed = 1; seed <= 10; seed++)
		n += check_select(seed);
	ok(n > 10, "some rows were selected and some not");
}

static void test_cancel(void)
{
	const _Atomic bool cancel = true;
	struct subject s;

	begin(&s, 8);
	ok(!paths_init(&s.all, s.lens, NODE_NONE, &cancel),
	   "cancelled before it began");
	ok(!paths_select(&s.paths, &s.all, s.lens, &cancel),
	   "and before rows were selected");
	paths_release(&s.paths);
	paths_release(&s.all);
	end(&s);
}

static void check_empty(const char *text, const char *what)
{
	struct subject s = { .paths = { .n = 0 } };
	struct paths_frame root, child;
	struct err err;

	build_from(&s.profile, &mem, text);
	s.lens = lens_new(&s.profile, &s.view, NULL, &err);
	lanes_init(&s.lanes, &s.profile, &s.view);
	sort_with(&s, NODE_NONE);
	root = paths_root(&s.paths);
	child = paths_self(&s.paths, &root);
	ok(!s.paths.n && !paths_next(&s.paths, &root, &child),
	   "%s has no path", what);
	ok(!path_sums_width(&s.sums, 0, 0, 0), "%s: and no width", what);
	drop_sorted(&s);
	end(&s);
}

static void test_empty(void)
{
	check_empty("type n count\nrow - 5\n", "an empty stack");
	check_empty("type n count\n", "no stack");
}

int main(void)
{
	for (uint64_t seed = 1; seed <= SEEDS; seed++)
		test_random(seed);
	test_many();
	test_deep();
	test_follow();
	test_keys_elsewhere();
	test_huge();
	test_select();
	test_cancel();
	test_empty();
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
