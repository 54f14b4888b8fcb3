/*
 * model/lines and model/listing: against graphs of other granularities over random profiles;
 * recursion, inlining, ranking and the range of a function over written ones.
 */
#include "config.h"

#include "model/listing.h"

#include <stdlib.h>

#include "model/gather.h"
#include "tests/gen.h"
#include "tests/tap.h"

enum { SEEDS = 60 };

static struct mem mem;

/* A profile through a view, as lines and, to compare with, as a graph. */
struct subject {
	struct view view;
	struct lens *lens;
	struct lanes lanes;
	struct graph graph;
	struct lines lines;
};

static void subject_init(struct subject *s, const struct profile *profile,
			 enum granularity granularity, enum compare compare)
{
	struct err err;

	*s = (struct subject){ .view = {
		.compare = compare, .granularity = granularity,
	} };
	s->lens = lens_new(profile, &s->view, NULL, &err);
	if (!s->lens)
		abort();
	lanes_init(&s->lanes, profile, &s->view);
	graph_init(&s->graph, &(struct graph_query){
		.lens = s->lens, .lanes = &s->lanes,
	});
}

static void subject_lines(struct subject *s, const struct profile *profile,
			  enum lines_by by, enum compare compare)
{
	struct view view = { .show_columns = true, .object_names = true };

	lines_view(&view, by);
	subject_init(s, profile, view.granularity, compare);
	lines_init(&s->lines, &(struct lines_query){
		.lens = s->lens, .lanes = &s->lanes, .by = by,
	});
}

static void subject_release(struct subject *s)
{
	lines_release(&s->lines);
	graph_release(&s->graph);
	lanes_release(&s->lanes);
	lens_free(s->lens);
}

static bool same_value(struct graph_value a, struct graph_value b)
{
	return a.v[0] == b.v[0] && a.v[1] == b.v[1];
}

static const struct gen_options generated = { .plain = true, .types = 2 };

/* Mistakes found, over all seeds. */
static struct {
	size_t flat, cum, line, file, object, columns, nodes, order, met;
} wrong;

static struct lines_key key_of(const struct subject *s, uint32_t node,
			       enum lines_by by)
{
	const struct node_info *info = &s->lens->nodes.at.at[node].info;

	return (struct lines_key){
		.by = by, .name = info->name, .object = info->object,
		.file = strings_at(&s->lens->nodes.files, info->file),
	};
}

static struct graph_value flat_of(const struct listing *listing)
{
	struct graph_value sum = { { 0, 0 } };

	for (size_t i = 0; i < listing->rows.n; i++) {
		for (int k = 0; k < 2; k++)
			sum.v[k] += listing->rows.at[i].flat.v[k];
	}
	return sum;
}

static bool is_sorted(const struct listing *listing)
{
	for (size_t i = 0; i < listing->parts.n; i++) {
		const struct listing_part *part = &listing->parts.at[i];
		const struct listing_row *rows = listing->rows.at + part->first;

		for (size_t k = 1; k < part->n; k++) {
			if (rows[k - 1].address == rows[k].address &&
			    rows[k - 1].line >= rows[k].line)
				return false;
		}
	}
	return true;
}

/* Each node at function granularity: flat is the sum of its lines. */
static void check_functions(const struct subject *functions,
			    const struct subject *lines,
			    const struct subject *objects)
{
	struct listing listing;

	for (uint32_t i = 0; i < functions->lens->nodes.at.n; i++) {
		struct lines_key key = key_of(functions, i, LINES_BY_FUNCTION);

		if (!key.name.i)
			key.by = LINES_BY_OBJECT;
		listing_init(&listing,
			     key.name.i ? &lines->lines : &objects->lines,
			     &key);
		if (key.name.i)
			wrong.flat += !same_value(flat_of(&listing),
						  functions->graph.flat[i]);
		if (key.name.i && listing.parts.n == 1)
			wrong.cum += !same_value(listing.parts.at[0].cum,
						 functions->graph.cum[i]);
		wrong.met += !listing.rows.n;
		wrong.order += !is_sorted(&listing);
		listing_release(&listing);
	}
}

/* Each function in a file: its cum; each line: both. */
static void check_parts(const struct subject *s, const struct subject *lines)
{
	for (uint32_t i = 0; i < s->lens->nodes.at.n; i++) {
		struct lines_key key = key_of(s, i, LINES_BY_FUNCTION);
		struct listing listing;
		size_t found = 0;

		if (!key.name.i)
			continue;
		listing_init(&listing, &lines->lines, &key);
		for (size_t k = 0; k < listing.parts.n; k++) {
			const struct listing_part *part = &listing.parts.at[k];

			if (str_cmp(part->file, key.file))
				continue;
			found++;
			wrong.cum += !same_value(part->cum, s->graph.cum[i]);
			wrong.flat += !same_value(part->flat,
						  s->graph.flat[i]);
		}
		wrong.met += found != 1;
		listing_release(&listing);
	}
}

static void check_lines(const struct subject *lines)
{
	for (uint32_t i = 0; i < lines->lens->nodes.at.n; i++) {
		uint32_t place = lines->lines.place_of[i];

		if (!lines->lens->nodes.at.at[i].info.name.i) {
			wrong.line += place != NODE_NONE;
			continue;
		}
		wrong.line += !same_value(lines->lines.places.at[place].cum,
					  lines->graph.cum[i]);
		wrong.line += !same_value(lines->lines.places.at[place].flat,
					  lines->graph.flat[i]);
	}
}

/* By file there is a node for each object and each start of a function. */
static void check_files(const struct subject *s, const struct subject *files)
{
	const struct nodes *nodes = &s->lens->nodes;

	for (uint32_t i = 0; i < nodes->at.n; i++) {
		struct lines_key key = key_of(s, i, LINES_BY_FILE);
		struct graph_value flat = { { 0, 0 } };
		struct listing listing;
		size_t n = 0;

		if (!key.file.n)
			continue;
		for (uint32_t k = 0; k < nodes->at.n; k++) {
			if (nodes->at.at[k].info.file.i !=
			    nodes->at.at[i].info.file.i)
				continue;
			flat.v[0] += s->graph.flat[k].v[0];
			flat.v[1] += s->graph.flat[k].v[1];
			n++;
		}
		listing_init(&listing, &files->lines, &key);
		wrong.file += listing.parts.n != 1 ||
			      !same_value(flat_of(&listing), flat);
		if (n == 1)
			wrong.file += !same_value(listing.parts.at[0].cum,
						  s->graph.cum[i]);
		listing_release(&listing);
	}
}

/* Columns and objects change the nodes and no value of a place. */
static void check_columns(const struct profile *profile,
			  const struct subject *lines, enum compare compare)
{
	struct subject s = { .view = { .compare = compare,
				       .granularity = BY_LINE,
				       .show_columns = true,
				       .object_names = true } };
	struct err err;

	s.lens = lens_new(profile, &s.view, NULL, &err);
	lanes_init(&s.lanes, profile, &s.view);
	lines_init(&s.lines, &(struct lines_query){
		.lens = s.lens, .lanes = &s.lanes, .by = LINES_BY_FUNCTION,
	});
	wrong.columns += s.lines.places.n != lines->lines.places.n;
	for (size_t i = 0; i < s.lines.places.n &&
			   i < lines->lines.places.n; i++) {
		const struct lines_place *a = &s.lines.places.at[i];
		const struct lines_place *b = &lines->lines.places.at[i];

		wrong.columns += a->line != b->line ||
				 !same_value(a->flat, b->flat) ||
				 !same_value(a->cum, b->cum);
	}
	subject_release(&s);
}

/* Without joining them, each node is a place with its own values. */
static void check_nodes(const struct profile *profile, enum compare compare)
{
	struct subject s;

	subject_init(&s, profile, BY_LINE, compare);
	lines_init(&s.lines, &(struct lines_query){
		.lens = s.lens, .lanes = &s.lanes, .adds_nodes = true,
	});
	wrong.nodes += s.lines.places.n != s.graph.n_nodes;
	for (size_t i = 0; i < s.lines.places.n; i++) {
		const struct lines_place *place = &s.lines.places.at[i];

		wrong.nodes += place->node != i ||
			       !same_value(place->flat, s.graph.flat[i]) ||
			       !same_value(place->cum, s.graph.cum[i]);
	}
	subject_release(&s);
}

static void check_seed(uint64_t seed)
{
	static const enum granularity of[] = {
		BY_FUNCTION, BY_FILEFUNCTION, BY_FILE
	};
	enum compare compare = seed % 4 == 1 ? COMPARE_BOTH :
			       seed % 4 == 3 ? COMPARE_DIFFERENCE :
					       COMPARE_CURRENT;
	struct subject subjects[3], lines, files, objects;
	struct profile profile;

	if (!gen_load(&profile, &mem, seed, &generated, seed % 2))
		return;
	for (size_t i = 0; i < 3; i++)
		subject_init(&subjects[i], &profile, of[i], compare);
	subject_lines(&lines, &profile, LINES_BY_FUNCTION, compare);
	subject_lines(&files, &profile, LINES_BY_FILE, compare);
	subject_lines(&objects, &profile, LINES_BY_OBJECT, compare);
	check_functions(&subjects[0], &lines, &objects);
	check_parts(&subjects[1], &lines);
	check_lines(&lines);
	check_files(&subjects[2], &files);
	check_columns(&profile, &lines, compare);
	check_nodes(&profile, compare);
	for (size_t i = 0; i < 3; i++)
		subject_release(&subjects[i]);
	subject_release(&lines);
	subject_release(&files);
	subject_release(&objects);
	profile_release(&profile);
}

static void test_random(void)
{
	for (uint64_t seed = 1; seed <= SEEDS; seed++)
		check_seed(seed);
	is_int(wrong.flat, 0, "flat of a function is the sum of its lines");
	is_int(wrong.cum, 0, "cum of a part counts each row once");
	is_int(wrong.line, 0, "each line is the node of that line");
	is_int(wrong.file, 0, "all of a file is the node of the file");
	is_int(wrong.columns, 0, "columns and objects make no difference");
	is_int(wrong.nodes, 0, "unless each node stands for itself");
	is_int(wrong.order, 0, "rows are in order");
	is_int(wrong.met, 0, "each node has its lines");
}

/* Written profiles: main.go has main, which calls fib, which calls itself. */
struct at {
	uint32_t func;
	int64_t line;
};

static uint32_t add_func(struct profile *p, const char *name, const char *file,
			 int64_t start)
{
	*vec_push(&mem, &p->funcs) = (struct func){
		.name = strings_intern(&p->strings, name, strlen(name)),
		.filename = strings_intern(&p->strings, file, strlen(file)),
		.start_line = start,
	};
	return (uint32_t)p->funcs.n - 1;
}

static uint32_t add_loc(struct profile *p, const struct at *lines, uint32_t n)
{
	struct location loc = {
		.id = p->locations.n + 1, .address = p->locations.n + 0x1000,
		.mapping = { MAPPING_NONE },
		.first_line = (uint32_t)p->lines.n, .n_lines = n,
	};

	for (uint32_t i = 0; i < n; i++)
		*vec_push(&mem, &p->lines) = (struct line){
			.func = { lines[i].func }, .line = lines[i].line,
		};
	*vec_push(&mem, &p->locations) = loc;
	return (uint32_t)p->locations.n - 1;
}

static uint32_t add_line(struct profile *p, uint32_t func, int64_t line)
{
	return add_loc(p, &(struct at){ func, line }, 1);
}

static void add_row(struct profile *p, const uint32_t *locs, uint32_t n,
		    int64_t current, int64_t base)
{
	*vec_push(&mem, &p->rows) = (struct row){
		.first = (uint32_t)p->frames.n, .depth = n,
	};
	for (uint32_t i = 0; i < n; i++)
		*vec_push(&mem, &p->frames) = (struct loc_id){ locs[i] };
	*vec_push(&mem, &p->values[0]) = current;
	*vec_push(&mem, &p->values[1]) = base;
}

static void start(struct profile *p)
{
	profile_init(p, &mem);
	p->n_sides = 2;
	*vec_push(&mem, &p->types) = (struct value_type){ { 0 }, { 0 } };
}

static struct lines_key named(struct profile *p, const char *name)
{
	return (struct lines_key){
		.by = LINES_BY_FUNCTION,
		.name = strings_intern(&p->strings, name, strlen(name)),
	};
}

static void test_recursion(void)
{
	struct profile p;
	struct subject s;
	struct listing l;
	struct lines_key key;
	uint32_t fib, main_line, call, leaf;

	start(&p);
	fib = add_func(&p, "fib", "main.go", 10);
	main_line = add_line(&p, add_func(&p, "main", "main.go", 1), 3);
	call = add_line(&p, fib, 14);
	leaf = add_line(&p, fib, 12);
	add_row(&p, (uint32_t[]){ leaf, call, call, call, main_line }, 5, 7, 0);
	add_row(&p, (uint32_t[]){ call, main_line }, 2, 2, 0);
	subject_lines(&s, &p, LINES_BY_FUNCTION, COMPARE_CURRENT);
	key = named(&p, "fib");
	listing_init(&l, &s.lines, &key);
	is_int(l.parts.n, 1, "a function in one file");
	is_int(l.rows.n, 2, "of two lines");
	is_int(l.rows.at[0].line, 12, "in their order");
	is_int(l.rows.at[0].flat.v[0], 7, "flat is the leaf's");
	is_int(l.rows.at[1].flat.v[0], 2, "and the other's");
	is_int(l.rows.at[1].cum.v[0], 9, "a line recurs and counts once");
	is_int(l.parts.at[0].cum.v[0], 9, "the function, too");
	is_int(l.parts.at[0].flat.v[0], 9, "its flat is the sum of its lines");
	is_int(l.parts.at[0].start_line, 10, "it starts where it says");
	is_int(l.ranked.at[0], 0, "the hottest line has the most flat");
	listing_rank(&l, true, false);
	is_int(l.ranked.at[0], 1, "or the most cum");
	is_int(l.rows.at[1].rank, 0, "and knows its rank");
	is_int(listing_find(&l, 0, 13), 1, "the first row from a line on");
	is_int(listing_find(&l, 0, 15), 2, "none is from there on");
	listing_release(&l);

	key = named(&p, "main");
	listing_init(&l, &s.lines, &key);
	ok(l.by_cum, "without flat, lines are ranked by cum");
	is_int(l.weight, 9, "which is what the weights are then");
	listing_release(&l);

	key = named(&p, "nobody");
	listing_init(&l, &s.lines, &key);
	is_int(l.parts.n, 0, "a name of no function has no part");
	listing_release(&l);
	key = named(&p, "fib");
	key.by = LINES_BY_FILE;
	listing_init(&l, &s.lines, &key);
	is_int(l.parts.n, 0, "nor has a key of another kind");
	listing_release(&l);
	subject_release(&s);
	profile_release(&p);
}

/* What the reference's -list makes of the same: its nodes, added up. */
static void test_nodes(void)
{
	struct profile p;
	struct subject s;
	struct listing l;
	bool wanted[8];
	uint32_t fib, main_line, call, leaf, unknown;

	start(&p);
	fib = add_func(&p, "fib", "main.go", 10);
	main_line = add_line(&p, add_func(&p, "main", "main.go", 1), 3);
	call = add_line(&p, fib, 14);
	leaf = add_line(&p, fib, 12);
	unknown = add_line(&p, add_func(&p, "", "", 0), 0);
	add_row(&p, (uint32_t[]){ leaf, call, call, call, main_line }, 5, 7, 0);
	add_row(&p, (uint32_t[]){ call, unknown }, 2, 2, 0);
	subject_init(&s, &p, BY_LINE, COMPARE_CURRENT);
	lines_init(&s.lines, &(struct lines_query){
		.lens = s.lens, .lanes = &s.lanes, .adds_nodes = true,
	});
	is_int(s.lines.parts.n, 3, "what has no name is a function, too");
	memset(wanted, true, sizeof(wanted));
	listing_init_all(&l, &s.lines, wanted);
	is_int(l.parts.n, 3, "all parts that are wanted");
	is(l.parts.at[0].name.s, "", "in order of their names");
	is(l.parts.at[1].name.s, "fib", "byte by byte");
	is(l.parts.at[2].name.s, "main", "to the last");
	is_int(l.parts.at[1].cum.v[0], 16, "two lines on a stack count twice");
	is_int(l.parts.at[1].flat.v[0], 9, "what is not a leaf does not");
	is_int(l.rows.at[l.parts.at[1].first + 1].cum.v[0], 9,
	       "nor does a line that recurs");
	is_int(l.rows.at[l.parts.at[1].first].start_line, 10,
	       "a row knows where its function starts");
	listing_release(&l);
	memset(wanted, false, sizeof(wanted));
	listing_init_all(&l, &s.lines, wanted);
	is_int(l.parts.n + l.rows.n, 0, "none is wanted");
	listing_release(&l);
	subject_release(&s);
	profile_release(&p);
}

static void test_inlined(void)
{
	struct profile p;
	struct subject s;
	struct listing l;
	struct lines_key key;
	uint32_t outer, small, loc;

	start(&p);
	outer = add_func(&p, "outer", "a.c", 0);
	small = add_func(&p, "small", "a.h", 0);
	loc = add_loc(&p, (struct at[]){ { small, 5 }, { outer, 20 } }, 2);
	add_row(&p, &loc, 1, 4, 0);
	loc = add_line(&p, outer, 21);
	add_row(&p, &loc, 1, 3, 0);
	subject_lines(&s, &p, LINES_BY_FUNCTION, COMPARE_CURRENT);
	key = named(&p, "outer");
	listing_init(&l, &s.lines, &key);
	is_int(l.rows.at[0].flat.v[0], 0, "the caller's line has no flat");
	is_int(l.rows.at[0].cum.v[0], 4, "but the cum of what is inlined");
	is(l.rows.at[0].callee.s, "small", "it says what is inlined");
	ok(!l.rows.at[0].is_inlined, "it is not inlined itself");
	is_int(l.rows.at[1].callee.n, 0, "nothing is inlined in the next");
	listing_release(&l);
	key = named(&p, "small");
	listing_init(&l, &s.lines, &key);
	ok(l.rows.at[0].is_inlined, "the callee's line is inlined");
	is_int(l.rows.at[0].callee.n, 0, "nothing is inlined into it");
	listing_release(&l);
	subject_release(&s);
	profile_release(&p);
}

static void test_sides(void)
{
	struct profile p;
	struct subject s;
	struct listing l;
	struct lines_key key;
	uint32_t f, lines[3];

	start(&p);
	f = add_func(&p, "f", "b.c", 0);
	for (uint32_t i = 0; i < 3; i++)
		lines[i] = add_line(&p, f, i + 1);
	add_row(&p, &lines[0], 1, 1000, 1001);
	add_row(&p, &lines[1], 1, 10, 500);
	add_row(&p, &lines[2], 1, 600, 200);
	subject_lines(&s, &p, LINES_BY_FUNCTION, COMPARE_BOTH);
	key = named(&p, "f");
	listing_init(&l, &s.lines, &key);
	listing_rank(&l, false, true);
	is_int(l.rows.at[0].flat.v[1], 1001, "the base stands beside");
	is_int(l.rows.at[l.ranked.at[0]].line, 2, "the largest change first");
	is_int(l.rows.at[l.ranked.at[1]].line, 3, "then the next");
	is_int(listing_weight(&l, &l.rows.at[1]), -490, "a change has a sign");
	is_int(l.weight, 891, "weights add up by their size");
	listing_release(&l);
	subject_release(&s);
	profile_release(&p);
}

/* One name in two files, two functions in one file. */
static void test_files(void)
{
	struct profile p;
	struct subject s;
	struct listing l;
	struct lines_key key;
	uint32_t a, b;

	start(&p);
	a = add_line(&p, add_func(&p, "init", "a.go", 4), 5);
	b = add_line(&p, add_func(&p, "init", "b.go", 0), 5);
	add_row(&p, (uint32_t[]){ a, b }, 2, 3, 0);
	add_row(&p, &b, 1, 1, 0);
	add_row(&p, (uint32_t[]){ add_line(&p, add_func(&p, "x", "a.go", 1), 5),
				  a }, 2, 10, 0);
	subject_lines(&s, &p, LINES_BY_FUNCTION, COMPARE_CURRENT);
	key = named(&p, "init");
	listing_init(&l, &s.lines, &key);
	is_int(l.parts.n, 2, "a name in two files has two parts");
	is(l.parts.at[0].file.s, "a.go", "the heavier first");
	is_int(l.parts.at[0].cum.v[0], 13, "with its cum");
	is_int(l.parts.at[1].cum.v[0], 4, "and the other with its own");
	is_int(l.rows.at[l.parts.at[1].first].cum.v[0], 4, "so has the line");
	is_int(listing_find(&l, 1, 5), 1, "lines are found by part");
	listing_release(&l);
	subject_release(&s);
	subject_lines(&s, &p, LINES_BY_FILE, COMPARE_CURRENT);
	key.by = LINES_BY_FILE;
	key.file = (struct str){ "a.go", 4 };
	listing_init(&l, &s.lines, &key);
	is_int(l.rows.n, 1, "by file, a line is one whoever's it is");
	is_int(l.rows.at[0].cum.v[0], 13, "and counts once a row");
	is_int(l.rows.at[0].flat.v[0], 13, "with the flat of both");
	listing_release(&l);
	subject_release(&s);
	profile_release(&p);
}

/* A source file out of a text. */
static void file_init(struct source_file *file, const char *text)
{
	struct source_embedded embedded = { "f.go", text, strlen(text) };
	struct source_search search = { .embedded = &embedded,
					.n_embedded = 1 };
	struct source_found found;

	if (source_load(&search, "f.go", 4, &mem, &found) != SOURCE_OPENED)
		abort();
	*file = found.file;
	found.file = (struct source_file){ .mem = &mem };
	source_found_release(&found);
}

static void check_range(const char *text, int64_t func, int64_t line,
			int64_t first, int64_t last, const char *what)
{
	struct profile p;
	struct subject s;
	struct listing l;
	struct lines_key key;
	struct lines_range range;
	struct source_file file;
	uint32_t loc;

	start(&p);
	loc = add_line(&p, add_func(&p, "f", "f.go", func), line);
	add_row(&p, &loc, 1, 1, 0);
	subject_lines(&s, &p, LINES_BY_FUNCTION, COMPARE_CURRENT);
	key = named(&p, "f");
	listing_init(&l, &s.lines, &key);
	if (text)
		file_init(&file, text);
	range = listing_range(&l, 0, text ? &file : NULL);
	is_int(range.first, first, "%s: from", what);
	is_int(range.last, last, "%s: to", what);
	if (text)
		source_file_release(&file);
	listing_release(&l);
	subject_release(&s);
	profile_release(&p);
}

static void test_range(void)
{
	static const char go[] = "package p\n\nfunc f() {\n\tg()\n\n"
				 "\th()\n}\n\nfunc g() {\n\tf()\n}\n";
	static const char c[] = "static void f(void)\n{\n\tg();\n"
				"#ifdef X\n\th();\n#endif\nout:\n"
				"\treturn;\n}\n\nint x;\n";
	static const char py[] = "class A:\n  def f(self):\n    a()\n\n    b()\n"
				 "\n  def g(self):\n    pass\n";

	check_range(NULL, 3, 4, 3, 4, "without a file");
	check_range(NULL, 0, 4, 4, 4, "without a start");
	check_range(go, 3, 4, 3, 7, "Go ends at the brace");
	check_range(go, 3, 7, 3, 7, "which may have a weight itself");
	check_range(c, 1, 3, 1, 9, "C goes on behind labels and #ifdef");
	check_range(py, 2, 3, 2, 5, "Python ends before the next");
	check_range(go, 0, 4, 4, 4, "no start, no end");
	check_range(go, 3, 400, 3, 400, "a line that the file does not have");
	check_range(go, 3, INT64_MAX, 3, INT64_MAX, "nor could have");
	check_range(go, INT64_MAX, 4, 4, INT64_MAX, "a start nobody has");
	check_range(go, -5, -7, 0, 0, "lines before the first");
}

static void test_cancel(void)
{
	const _Atomic bool cancel = true;
	struct view view = { .granularity = BY_LINE };
	struct lanes lanes;
	struct lines lines;
	struct profile p;
	struct lens *lens;
	struct err err;
	uint32_t loc;

	start(&p);
	loc = add_line(&p, add_func(&p, "f", "f.go", 1), 2);
	add_row(&p, &loc, 1, 1, 0);
	lens = lens_new(&p, &view, NULL, &err);
	lanes_init(&lanes, &p, &view);
	ok(!lines_init(&lines, &(struct lines_query){
		.lens = lens, .lanes = &lanes, .cancel = &cancel,
	   }),
	   "a cancelled pass says so");
	lines_release(&lines);
	lines_release(&lines);
	lanes_release(&lanes);
	lens_free(lens);
	profile_release(&p);
}

int main(void)
{
	test_random();
	test_recursion();
	test_nodes();
	test_inlined();
	test_sides();
	test_files();
	test_range();
	test_cancel();
	is_int(mem.used, 0, "all memory was given back");
	return tap_done();
}
