/*
 * Lenses: what nodes are called at each granularity, what each filter leaves
 * of stacks, and what is counted for messages.
 */
#include "config.h"

#include <stdlib.h>

#include "model/lens.h"
#include "tests/build.h"
#include "tests/tap.h"

static struct mem mem;

/*
 * main calls work, which has inner inlined, and alloc, which has no file; a
 * location of libc has no symbol, one is in no mapping at all.
 */
static const char text[] =
	"type n count\n"
	"map 1 0x1000 0x2000 0 /bin/app -\n"
	"map 2 0x3000 0x4000 0 /lib/libc.so.6 -\n"
	"func 1 main ./src//main.go 10\n"
	"func 2 work /proc/self/cwd/work.go 20\n"
	"func 3 inner src/x/../inner.go 30\n"
	"func 4 alloc - 40\n"
	"func 5 - src/lost.go 50\n"
	"func 6 - /proc/self/cwd/ 60\n"
	"loc 1 1 0x1001 1:11:1\n"
	"loc 2 1 0x1002 3:31:3 2:21:2\n"
	"loc 3 1 0x1003 4\n"
	"loc 4 2 0x3004\n"
	"loc 5 0 0x5\n"
	"loc 6 1 0x1006 5:51\n"
	"loc 7 1 0x1007 5\n"
	"loc 8 1 0x1008 6\n"
	"row 3,2,1 1\n"
	"row 4,2,1 2\n"
	"row 5,1 4\n"
	"row 1,2,1,2,1 8\n"
	"row - 16\n"
	"row 8,7,6 32\n";

static struct lens *new_lens(const struct profile *p, const struct view *view)
{
	struct err err;
	struct lens *lens = lens_new(p, view, NULL, &err);

	if (!lens)
		die("%s", err.text);
	return lens;
}

/* Each row as the names of its frames, root first; inlined ones in (). */
static void add_rows(struct buf *out, const struct lens *lens)
{
	const struct profile *p = lens->profile;
	struct lens_span span;

	for (size_t i = 0; i < p->rows.n; i++) {
		const struct row *row = &p->rows.at[i];
		const struct loc_id *frames = p->frames.at + row->first;
		const char *between = "";

		if (!lens_row(lens, row, &span))
			continue;
		for (uint32_t k = span.hi; k-- > span.lo; ) {
			const struct lens_loc *loc = &lens->locs[frames[k].i];

			for (uint32_t l = loc->n; l--; ) {
				bool inlined = l + 1 < loc->n;
				struct str name = lens->nodes.at.at[
					lens_frames(lens, loc)[l]].name;

				buf_adds(out, between);
				buf_adds(out, inlined ? "(" : "");
				buf_add(out, name.s, name.n);
				buf_adds(out, inlined ? ")" : "");
				between = "|";
			}
		}
		buf_addc(out, '\n');
	}
	buf_adds(out, "");
}

static void check_view(const struct profile *p, const struct view *view,
		       const char *want, const char *name)
{
	struct lens *lens = new_lens(p, view);
	struct buf out = BUF_INIT;

	add_rows(&out, lens);
	is(buf_str(&out), want, "%s", name);
	buf_release(&out);
	lens_free(lens);
}

static void test_granularities(const struct profile *p)
{
	struct view view = { .granularity = BY_FUNCTION };

	check_view(p, &view,
		   "main|work|(inner)|alloc\nmain|work|(inner)|[libc.so.6]\n"
		   "main|<unknown>\nmain|work|(inner)|main|work|(inner)|main\n"
		   "\n[app]|[app]|[app]\n", "functions");
	view.granularity = BY_FILEFUNCTION;
	check_view(p, &view,
		   "main src/main.go|work work.go|(inner src/inner.go)|alloc\n"
		   "main src/main.go|work work.go|(inner src/inner.go)|"
		   "[libc.so.6]\nmain src/main.go|<unknown>\n"
		   "main src/main.go|work work.go|(inner src/inner.go)|"
		   "main src/main.go|work work.go|(inner src/inner.go)|"
		   "main src/main.go\n\nsrc/lost.go|src/lost.go|[app]\n",
		   "functions with their files");
	view.granularity = BY_FILE;
	view.no_inlines = true;
	check_view(p, &view,
		   "src/main.go|work.go|[app]\n"
		   "src/main.go|work.go|[libc.so.6]\n"
		   "src/main.go|<unknown>\n"
		   "src/main.go|work.go|src/main.go|work.go|src/main.go\n"
		   "\nsrc/lost.go|src/lost.go|[app]\n",
		   "files, without what is inlined");
	view.granularity = BY_LINE;
	view.no_inlines = false;
	check_view(p, &view,
		   "main src/main.go:11|work work.go:21|"
		   "(inner src/inner.go:31)|alloc\n"
		   "main src/main.go:11|work work.go:21|"
		   "(inner src/inner.go:31)|[libc.so.6]\n"
		   "main src/main.go:11|<unknown>\n"
		   "main src/main.go:11|work work.go:21|"
		   "(inner src/inner.go:31)|main src/main.go:11|"
		   "work work.go:21|(inner src/inner.go:31)|"
		   "main src/main.go:11\n\nsrc/lost.go:51|src/lost.go|[app]\n",
		   "lines");
}

static void test_addresses(void)
{
	struct view view = { .granularity = BY_ADDRESS };
	struct profile p;

	build_from(&p, &mem, "type n count\nmap 1 0x1 0x9 0 /bin/a -\n"
		   "func 1 f f.c 1\nfunc 2 - - 1\nloc 1 1 0x10 1:5:7 1:6:8\n"
		   "loc 2 1 0xffffffffffffffff\nloc 3 1 0x0 1\nloc 4 0 0x0\n"
		   "loc 5 1 0x4 2\nrow 5,4,3,2,1 1\n");
	check_view(&p, &view, "0000000000000010 f f.c:6:8|"
		   "(0000000000000010 f f.c:5:7)|ffffffffffffffff [a]|f f.c|"
		   "<unknown>|0000000000000004 [a]\n",
		   "addresses, with columns");
	view.no_inlines = true;
	check_view(&p, &view, "0000000000000010 f f.c:6|ffffffffffffffff [a]|"
		   "f f.c|<unknown>|0000000000000004 [a]\n",
		   "without inlined calls there are no columns");
	view.show_columns = true;
	check_view(&p, &view, "0000000000000010 f f.c:6:8|"
		   "ffffffffffffffff [a]|f f.c|<unknown>|"
		   "0000000000000004 [a]\n", "unless they are asked for");
	view.granularity = BY_LINE;
	check_view(&p, &view, "f f.c:6:8|[a]|f f.c|<unknown>|[a]\n",
		   "as for lines");
	profile_release(&p);
}

static void test_paths(const struct profile *p)
{
	struct view view = { .granularity = BY_FILE, .trim_path = "./src" };
	struct lens *lens;

	check_view(p, &view, "/main.go|work.go|(src/inner.go)|[app]\n"
		   "/main.go|work.go|(src/inner.go)|[libc.so.6]\n"
		   "/main.go|<unknown>\n/main.go|work.go|(src/inner.go)|"
		   "/main.go|work.go|(src/inner.go)|/main.go\n\n"
		   "src/lost.go|src/lost.go|[app]\n",
		   "prefixes are cut off before the name is cleaned");
	view.keeps_paths = true;
	lens = new_lens(p, &view);
	is(lens->nodes.at.at[lens->locs[7].first].name.s, "/proc/self/cwd",
	   "or not at all");
	lens_free(lens);
}

static void test_objects(void)
{
	struct view view = { .granularity = BY_FUNCTION };
	struct profile p;
	struct lens *lens;

	build_from(&p, &mem, "type n count\nmap 1 0x1 0x9 0 /a -\n"
		   "map 2 0x1 0x9 0 /b -\nfunc 1 f - 1\nfunc 2 f - 2\n"
		   "loc 1 1 0x1 1\nloc 2 2 0x1 1\nloc 3 1 0x1 2\n"
		   "row 1,2,3 1\n");
	lens = new_lens(&p, &view);
	is_int(lens->nodes.at.n, 1, "functions of one name are one");
	lens_free(lens);
	view.object_names = true;
	lens = new_lens(&p, &view);
	is_int(lens->nodes.at.n, 3,
	       "unless object and first line are to be told apart");
	lens_free(lens);
	profile_release(&p);
}

struct filter_case {
	const char *name;
	struct {
		enum filter_kind kind;
		const char *text;
	} filters[4];
	const char *want;
};

static const struct filter_case filter_cases[] = {
	{ "focus keeps what has a match", { { FILTER_FOCUS, "alloc" } },
	  "main|work|(inner)|alloc\n" },
	{ "on files, too", { { FILTER_FOCUS, "inner\\.go" },
			     { FILTER_FOCUS, "libc" } },
	  "main|work|(inner)|[libc.so.6]\n" },
	{ "of several each must match", { { FILTER_FOCUS, "alloc" },
					  { FILTER_FOCUS, "libc" } }, "" },
	{ "ignore drops it", { { FILTER_IGNORE, "inner" } },
	  "main|<unknown>\n[app]|[app]|[app]\n" },
	{ "of several any suffices", { { FILTER_IGNORE, "alloc" },
				       { FILTER_IGNORE, "libc" } },
	  "main|<unknown>\nmain|work|(inner)|main|work|(inner)|main\n"
	  "[app]|[app]|[app]\n" },
	{ "no filter keeps an empty stack", { { FILTER_IGNORE, "nothing" } },
	  "main|work|(inner)|alloc\nmain|work|(inner)|[libc.so.6]\n"
	  "main|<unknown>\nmain|work|(inner)|main|work|(inner)|main\n"
	  "[app]|[app]|[app]\n" },
	{ "hide takes lines", { { FILTER_HIDE, "inner|work" } },
	  "main|alloc\nmain|[libc.so.6]\nmain|<unknown>\nmain|main|main\n"
	  "[app]|[app]|[app]\n" },
	{ "and what was inlined into them is then called",
	  { { FILTER_HIDE, "work" } },
	  "main|inner|alloc\nmain|inner|[libc.so.6]\nmain|<unknown>\n"
	  "main|inner|main|inner|main\n[app]|[app]|[app]\n" },
	{ "all of a mapping", { { FILTER_HIDE, "/bin/app" } },
	  "[libc.so.6]\n<unknown>\n" },
	{ "show leaves only lines that match", { { FILTER_SHOW, "inner" } },
	  "inner\ninner\ninner|inner\n" },
	{ "each of several", { { FILTER_SHOW, "in" },
			       { FILTER_SHOW, "^m" } },
	  "main\nmain\nmain\nmain|main|main\n" },
	{ "all of a mapping, but not without a symbol",
	  { { FILTER_SHOW, "libc|alloc" } }, "alloc\n" },
	{ "hide goes before show whatever was given first",
	  { { FILTER_SHOW, "." }, { FILTER_HIDE, "main|inner" } },
	  "work|alloc\nwork\nwork|work\n[app]|[app]|[app]\n" },
	{ "show_from cuts above its outermost match",
	  { { FILTER_SHOW_FROM, "^work$" } },
	  "work|(inner)|alloc\nwork|(inner)|[libc.so.6]\n"
	  "work|(inner)|main|work|(inner)|main\n" },
	{ "in a location, too", { { FILTER_SHOW_FROM, "inner" } },
	  "inner|alloc\ninner|[libc.so.6]\ninner|main|inner|main\n" },
	{ "a mapping cuts nothing in it", { { FILTER_SHOW_FROM, "libc" } },
	  "[libc.so.6]\n" },
	{ "what is hidden stops nothing", { { FILTER_SHOW_FROM, "/bin/app" },
					    { FILTER_HIDE, "^main$" } },
	  "work|(inner)|alloc\nwork|(inner)|[libc.so.6]\n"
	  "work|(inner)|work|(inner)\n[app]|[app]|[app]\n" },
	{ "nor is a row cut where it shows nothing",
	  { { FILTER_SHOW_FROM, "/bin/app" }, { FILTER_HIDE, "go$" } },
	  "alloc\n[app]\n" },
	{ "prune_from cuts below its innermost match",
	  { { FILTER_PRUNE_FROM, "^work$" } },
	  "main|work\nmain|work\nmain|<unknown>\nmain|work|main|work\n"
	  "\n[app]|[app]|[app]\n" },
	{ "not on files", { { FILTER_PRUNE_FROM, "\\.go" } },
	  "main|work|(inner)|alloc\nmain|work|(inner)|[libc.so.6]\n"
	  "main|<unknown>\nmain|work|(inner)|main|work|(inner)|main\n"
	  "\n[app]|[app]|[app]\n" },
	{ "after show_from", { { FILTER_PRUNE_FROM, "main" },
			       { FILTER_SHOW_FROM, "work" } },
	  "work|(inner)|alloc\nwork|(inner)|[libc.so.6]\n"
	  "work|(inner)|main|work|(inner)|main\n" },
	{ "a location that matches an ignore is no focus",
	  { { FILTER_FOCUS, "inner" }, { FILTER_IGNORE, "work" } }, "" },
};

static void test_filters(const struct profile *p)
{
	for (size_t i = 0; i < ARRAY_SIZE(filter_cases); i++) {
		const struct filter_case *c = &filter_cases[i];
		struct view view = { .granularity = BY_FUNCTION };

		for (size_t k = 0; k < 4 && c->filters[k].text; k++)
			filters_add(&view.filters, c->filters[k].kind,
				    c->filters[k].text);
		check_view(p, &view, c->want, c->name);
		view_release(&view);
	}
}

/* The last of as many filters as there may be has a bit, too. */
static void test_many_filters(const struct profile *p)
{
	struct view view = { .granularity = BY_FUNCTION };

	for (int i = 0; i < FILTERS_MAX - 1; i++)
		filters_add(&view.filters, FILTER_FOCUS, "main");
	filters_add(&view.filters, FILTER_IGNORE, "alloc|libc|inner");
	check_view(p, &view, "main|<unknown>\n", "every filter counts");
	view_release(&view);
}

struct match_case {
	enum filter_kind kind;
	const char *text;
	size_t n_funcs;
	bool is_matched;
};

static void test_matches(const struct profile *p)
{
	static const struct match_case cases[] = {
		{ FILTER_FOCUS, "main", 1, true },
		{ FILTER_FOCUS, "\\.go$", 4, true },
		{ FILTER_FOCUS, "libc", 0, true },
		{ FILTER_FOCUS, "nothing", 0, false },
		{ FILTER_IGNORE, "n", 2, true },
		{ FILTER_HIDE, "nothing", 0, false },
		{ FILTER_HIDE, "libc", 0, true },
		{ FILTER_SHOW, "nothing", 0, false },
		{ FILTER_SHOW, "libc", 0, false },
		{ FILTER_SHOW, "work", 1, true },
		{ FILTER_SHOW_FROM, "libc", 0, true },
		{ FILTER_SHOW_FROM, "nothing", 0, false },
		{ FILTER_PRUNE_FROM, "work|main", 2, true },
		{ FILTER_PRUNE_FROM, "\\.go", 0, false },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct view view = { .granularity = BY_FUNCTION };
		struct lens *lens;

		filters_add(&view.filters, cases[i].kind, cases[i].text);
		lens = new_lens(p, &view);
		is_int(lens->matches[0].n_funcs, cases[i].n_funcs,
		       "%s=%s matches %zu functions",
		       filter_name(cases[i].kind), cases[i].text,
		       cases[i].n_funcs);
		ok(lens->matches[0].is_matched == cases[i].is_matched,
		   "... and %s frame", cases[i].is_matched ? "some" : "no");
		lens_free(lens);
		view_release(&view);
	}
}

/* A focus on nothing but what is ignored has matched nothing. */
static void test_ignored_match(const struct profile *p)
{
	struct view view = { .granularity = BY_FUNCTION };
	struct lens *lens;

	filters_add(&view.filters, FILTER_FOCUS, "inner");
	filters_add(&view.filters, FILTER_IGNORE, "work");
	lens = new_lens(p, &view);
	ok(!lens->matches[0].is_matched && lens->matches[1].is_matched,
	   "what is ignored is no match of a focus");
	lens_free(lens);
	view_release(&view);
}

static void test_undecided(void)
{
	struct view view = { .granularity = BY_FUNCTION };
	struct buf lines = BUF_INIT;
	struct profile p;
	struct lens *lens;

	buf_adds(&lines, "type n count\nfunc 1 ");
	buf_pad(&lines, 'a', 4000);
	buf_adds(&lines, "! - 1\nfunc 2 aa - 1\nloc 1 0 0 1\nloc 2 0 0 2\n"
		 "row 1 1\nrow 2 2\n");
	build_from(&p, &mem, buf_str(&lines));
	filters_add(&view.filters, FILTER_FOCUS, "^(a|aa)+$");
	lens = new_lens(&p, &view);
	is_int(lens->matches[0].n_undecided, 1, "what takes too long");
	is_int(lens->matches[0].n_funcs, 1, "is no match, and counted");
	lens_free(lens);
	view_release(&view);
	profile_release(&p);
	buf_release(&lines);
}

static void test_failures(const struct profile *p)
{
	struct view view = { .granularity = BY_FUNCTION };
	_Atomic bool cancel = true;
	struct err err;

	ok(!lens_new(p, &view, &cancel, &err), "a cancelled lens is none");
	is(err.text, "cancelled", "and says so");
	filters_add(&view.filters, FILTER_FOCUS, "main");
	filters_add(&view.filters, FILTER_HIDE, "ab(c");
	ok(!lens_new(p, &view, NULL, &err), "nor one with a bad pattern");
	ok(strstr(err.text, "parsing hide regexp: ") == err.text,
	   "which says which: %s", err.text);
	view_release(&view);
}

static void test_nodes(const struct profile *p)
{
	struct view view = { .granularity = BY_FUNCTION };
	struct lens *lens = new_lens(p, &view);
	const struct node *inner, *work;

	inner = &lens->nodes.at.at[lens->frames.at[lens->locs[1].first]];
	work = &lens->nodes.at.at[lens->frames.at[lens->locs[1].first + 1]];
	ok(inner->is_inlined && !work->is_inlined, "who is inlined is known");
	is_int(inner->func.i, 2, "and what function it is");
	is_int(lens->nodes.at.at[lens->locs[3].first].func.i, NODE_NONE,
	       "if it is one");
	is_int(lens->nodes.at.n, 8, "equal infos are one node");
	lens_free(lens);
}

static void test_empty(void)
{
	struct view view = { .granularity = BY_FUNCTION };
	struct profile p;

	build_from(&p, &mem, "");
	filters_add(&view.filters, FILTER_FOCUS, "main");
	check_view(&p, &view, "", "nothing is nothing through any lens");
	view_release(&view);
	profile_release(&p);
}

int main(void)
{
	struct profile p;

	build_from(&p, &mem, text);
	test_granularities(&p);
	test_addresses();
	test_paths(&p);
	test_objects();
	test_filters(&p);
	test_many_filters(&p);
	test_matches(&p);
	test_ignored_match(&p);
	test_undecided();
	test_failures(&p);
	test_nodes(&p);
	test_empty();
	profile_release(&p);
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
