/*
 * tui/search: what is a hit, steps from hit to hit and around the ends, what
 * is said about it.
 */
#include "config.h"

#include "tui/search.h"

#include "tests/tap.h"
#include "tui/app.h"

static struct search search;

static bool hits(const char *s)
{
	return search_hits(&search, s, strlen(s));
}

static int set(const char *text)
{
	struct err err;
	size_t where;

	return search_set(&search, text, &err, &where);
}

static void test_set(void)
{
	struct err err = { "" };
	size_t where = 99;

	ok(!hits("x"), "nothing is searched for at first");
	is_int(set("put"), 0, "a search is set");
	ok(hits("cache.(*Store).Put"), "small letters match both");
	is_int(set("Put"), 0, "another one");
	ok(!hits("output"), "an upper case letter is meant");
	ok(hits("Put"), "and found");
	is(buf_str(&search.text), "Put", "the text is kept");
	is_int(search_set(&search, "a(b", &err, &where), -1, "no regexp");
	ok(*err.text && where <= 3, "says why and where");
	ok(hits("Put"), "the search before it is still there");
	is_int(search_set(&search, "[", &err, NULL), -1, "where may be NULL");
	is_int(set(""), 0, "empty text is no failure");
	ok(!hits("") && !search.pattern, "but no search");
	set("x");
	search_clear(&search);
	ok(!hits("x"), "cleared");
	search_clear(&search);
}

static void line_of(void *data, size_t i, struct buf *out)
{
	const char *const *lines = data;

	buf_adds(out, lines[i]);
}

static const char *const lines[] = { "one", "two", "on", "four", "tone" };

/* "LINE NUMBER/HITS", with a w when it wrapped; "none". */
static const char *walk(size_t n, size_t cursor, bool is_forward)
{
	static char text[80];
	struct search_step step;

	if (!search_walk(&search, line_of, (void *)lines, n, cursor,
			 is_forward, &step))
		return step.n_hits ? "hits without a step" : "none";
	snprintf(text, sizeof(text), "%zu %zu/%zu%s", step.line, step.number,
		 step.n_hits, step.has_wrapped ? " w" : "");
	return text;
}

static void test_walk(void)
{
	is(walk(5, 0, true), "none", "nothing is searched for");
	set("on");
	is(walk(5, 0, true), "2 2/3", "the hit after the cursor");
	is(walk(5, 1, true), "2 2/3", "from a line that is none");
	is(walk(5, 2, true), "4 3/3", "the last");
	is(walk(5, 4, true), "0 1/3 w", "around the end");
	is(walk(5, 4, false), "2 2/3", "the hit before the cursor");
	is(walk(5, 3, false), "2 2/3", "from a line that is none");
	is(walk(5, 0, false), "4 3/3 w", "around the start");
	is(walk(1, 0, true), "0 1/1 w", "the only hit is the cursor's");
	is(walk(0, 0, true), "none", "no lines");
	set("five");
	is(walk(5, 0, false), "none", "no hit");
	search_clear(&search);
}

static void test_undecided(void)
{
	static char hard[42];
	static const char *const hard_lines[] = { hard, "a" };
	struct search_step step;

	memset(hard, 'a', sizeof(hard) - 2);
	hard[sizeof(hard) - 2] = '!';
	set("(a+)+$");
	ok(search_walk(&search, line_of, (void *)hard_lines, 2, 0, true,
		       &step), "a hit beside a line too hard to decide");
	is_int(step.line, 1, "is found");
	is_int(step.n_undecided, 1, "the other one is counted");
	search_clear(&search);
}

static void test_app(void)
{
	static struct app app;
	struct options options;
	struct mem mem = { .limit = 0 };
	struct input_limits limits = { .mem = &mem };
	struct err err;
	size_t cursor;

	options_init(&options);
	options.keys = "";
	options.demo = true;
	app_init(&app, &options, &limits, TEXT_UTF8, &err);
	app_settle(&app);
	search_step(&app, true);
	ok(strstr(buf_str(&app.message), "/ starts a search"),
	   "without a search the key for one is said");
	search_set(&app.search, "thumb", &err, NULL);
	cursor = panel_top_ops.lines(&app, app.panels[PANEL_TOP]).cursor;
	search_step(&app, true);
	ok(panel_top_ops.lines(&app, app.panels[PANEL_TOP]).cursor != cursor,
	   "a step moves the cursor");
	ok(strstr(buf_str(&app.selected), "thumb"), "to a hit");
	ok(!strncmp(buf_str(&app.message), "1/", 2), "and says which it is");
	search_step(&app, false);
	search_step(&app, false);
	ok(strstr(buf_str(&app.message), "from the end"),
	   "going around is said");
	search_set(&app.search, "no such name", &err, NULL);
	search_step(&app, true);
	ok(!strncmp(buf_str(&app.message), "no match for no such name in ",
		    29), "no match is said, with the number of rows");
	app_release(&app);
	options_release(&options);
	is_int(mem.used, 0, "all memory is given back");
}

int main(void)
{
	test_set();
	test_walk();
	test_undecided();
	test_app();
	return tap_done();
}
