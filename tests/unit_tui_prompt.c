/*
 * tui/prompt: filters that follow what is typed, what Enter keeps and Esc
 * brings back, offers, completion, and what the row looks like.  The app is
 * the real one, on the profiles of the demo.
 */
#include "config.h"

#include "tui/prompt.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "model/clock.h"
#include "tests/hands.h"
#include "tests/tap.h"
#include "tui/app.h"

static struct app app;
static struct options options;
static struct mem mem;

static void open_app(void)
{
	struct input_limits limits = { .mem = &mem };
	struct err err;

	options_init(&options);
	options.keys = "";
	options.demo = true;
	if (app_init(&app, &options, &limits, TEXT_UTF8, &err))
		ok(false, "the app starts: %s", err.text);
	app_settle(&app);
	app_resize(&app, 24, 80);
}

static void close_app(void)
{
	app_release(&app);
	options_release(&options);
	is_int(mem.used, 0, "all memory is given back");
}

/* Presses keys by their names, with blanks between them. */
static void press(const char *names)
{
	while (*names) {
		size_t n = strcspn(names, " ");
		struct key key;

		if (!key_parse(names, n, &key)) {
			ok(false, "no such key: %s", names);
			return;
		}
		app_key(&app, key);
		names += n + (names[n] == ' ');
	}
}

static void type(const char *text)
{
	for (; *text; text++)
		app_key(&app, key_of_char((unsigned char)*text));
}

/* The filters, as "focus=a hide=b". */
static const char *filters(void)
{
	static struct buf text;

	buf_clear(&text);
	for (size_t i = 0; i < app.view.filters.n; i++)
		buf_addf(&text, "%s%s=%s", i ? " " : "",
			 filter_name(app.view.filters.at[i].kind),
			 app.view.filters.at[i].text);
	return buf_str(&text);
}

/* The row and its cursor, as "row|column". */
static const char *painted(int cols)
{
	static struct buf text;
	struct grid grid;
	struct canvas canvas;

	grid_init(&grid, 1, cols, TEXT_UTF8);
	canvas = grid_canvas(&grid);
	prompt_paint(&app, &canvas);
	buf_clear(&text);
	grid_dump(&text, &grid);
	text.n--;
	buf_addf(&text, "|%d", grid.cursor_col);
	grid_release(&grid);
	return buf_str(&text);
}

static void test_filter(void)
{
	ok(!prompt_is_open(&app.prompt), "closed at first");
	press("f");
	ok(prompt_is_open(&app.prompt), "a key opens a prompt");
	is(filters(), "", "an empty one is no filter");
	type("js");
	is(filters(), "focus=js", "the view follows");
	type("on");
	is(filters(), "focus=json", "letter by letter");
	app_settle(&app);
	ok(strstr(painted(60), " functions|11"), "functions are counted");
	press("Enter");
	ok(!prompt_is_open(&app.prompt), "Enter closes");
	is(filters(), "focus=json", "and keeps the filter");
	press("H");
	type("x");
	is(filters(), "focus=json hide=x", "another one comes after it");
	press("Backspace");
	is(filters(), "focus=json", "empty again is no filter");
	press("Enter");
	is(filters(), "focus=json", "nor when it is kept");
	press("i");
	type("a");
	press("Esc");
	is(filters(), "focus=json", "Esc takes what was typed back");
	press("f Up");
	is(filters(), "focus=json focus=json", "each kind has a history");
	press("Backspace Backspace Backspace Backspace");
	ok(prompt_is_open(&app.prompt), "an empty prompt is still open");
	press("Backspace");
	ok(!prompt_is_open(&app.prompt), "one more Backspace closes it");
	press("X");
}

static void test_kinds(void)
{
	press("f");
	type("a");
	press("Enter i");
	type("b");
	press("Enter H");
	type("c");
	press("Enter S");
	type("d");
	press("Enter F");
	type("e");
	press("Enter");
	is(filters(), "focus=a ignore=b hide=c show=d show_from=e",
	   "a prompt for each kind");
	press("X");
}

static void test_bad(void)
{
	press("f");
	type("ab");
	is(filters(), "focus=ab", "a good regexp");
	type("(");
	is(filters(), "focus=ab", "a bad one changes nothing");
	ok(strstr(painted(60), "missing closing )"), "but is explained");
	press("Enter");
	ok(prompt_is_open(&app.prompt), "and cannot be kept");
	type("c)");
	is(filters(), "focus=ab(c)", "a good one again");
	type("[");
	prompt_close(&app, true);
	ok(prompt_is_open(&app.prompt), "nor from outside");
	press("Esc");
	is(filters(), "", "Esc");
	for (size_t i = 0; i < FILTERS_MAX; i++)
		filters_add(&app.view.filters, FILTER_HIDE, "x");
	press("f");
	type("a");
	is_int(app.view.filters.n, FILTERS_MAX, "no more than there may be");
	ok(strstr(painted(60), "no more than 24 filters"), "which is said");
	press("Esc X");
}

static void test_restore(void)
{
	char selected[200];

	app_settle(&app);
	press("g j j j");
	snprintf(selected, sizeof(selected), "%s", buf_str(&app.selected));
	press("f");
	type("json");
	app_settle(&app);
	ok(strcmp(buf_str(&app.selected), selected),
	   "a function that is filtered out is selected no longer");
	press("Esc");
	app_settle(&app);
	is(buf_str(&app.selected), selected, "Esc selects it again");
}

static void test_offer(void)
{
	struct buf text = BUF_INIT;

	app_select(&app, "demo/cache.(*Store).Put", 23);
	press("f");
	is(painted(60), "focus: demo/cache.(*Store).Put  (Down takes it)|7",
	   "the selected function is offered");
	is(painted(16), "focus:|7", "where there is room");
	press("Down");
	is(filters(), "focus=^demo/cache\\.\\(\\*Store\\)\\.Put$",
	   "and taken, quoted");
	press("Down");
	is(filters(), "focus=^demo/cache\\.\\(\\*Store\\)\\.Put$",
	   "once");
	press("Esc");
	ok(prompt_quote_selected(&app, &text), "it can be had elsewhere");
	is(buf_str(&text), "^demo/cache\\.\\(\\*Store\\)\\.Put$", "too");
	buf_clear(&text);
	app_select(&app, "", 0);
	ok(!prompt_quote_selected(&app, &text), "but not when nothing is");
	press("g f");
	app_select(&app, "a\xe2\x80\xae" "b", 5);
	press("Down");
	is(filters(), "", "what no key types is not taken");
	ok(strstr(painted(60), "cannot be typed; * focuses on it"),
	   "and the other way is said");
	press("Esc");
	buf_release(&text);
}

/* Tab goes through the functions, and the view follows. */
static void test_functions(void)
{
	struct buf first = BUF_INIT;

	press("f");
	type("cache");
	press("Tab");
	is(filters(), "focus=cache", "several functions: the text stays");
	ok(strstr(buf_str(&app.prompt.note), "demo/cache."),
	   "they are listed");
	press("Tab");
	buf_adds(&first, filters());
	ok(strstr(buf_str(&first), "demo/cache"), "Tab takes the first");
	ok(!strncmp(buf_str(&app.prompt.note), "1/", 2), "which is said");
	press("Tab");
	ok(strcmp(buf_str(&first), filters()), "the next");
	press("S-Tab");
	is(filters(), buf_str(&first), "and back");
	press("Esc f");
	type("Store.*Put");
	press("Tab");
	is(buf_str(&app.prompt.note), "nothing fits that",
	   "what is no part of a name");
	press("Esc");
	is(filters(), "", "Esc takes it back");
	buf_release(&first);
}

static void test_granularity(void)
{
	struct buf text = BUF_INIT;

	app_command(&app, "lines");
	app_settle(&app);
	press("1 g");
	ok(strstr(buf_str(&app.selected), ".go:"), "a line is selected");
	prompt_quote_selected(&app, &text);
	is(buf_str(&text), "^demo/cache\\.\\(\\*Store\\)\\.Put$",
	   "its function is quoted");
	app_command(&app, "files");
	app_settle(&app);
	press("g");
	buf_clear(&text);
	prompt_quote_selected(&app, &text);
	ok(strstr(buf_str(&text), "store\\.go$") && text.s[0] != '^',
	   "a file is quoted up to its end");
	app_command(&app, "functions");
	app_settle(&app);
	press("g");
	buf_release(&text);
}

static void test_search(void)
{
	press("/");
	type("put");
	ok(search_hits(&app.search, "Put", 3), "hits are shown at once");
	type("[");
	ok(search_hits(&app.search, "Put", 3), "a bad one changes nothing");
	press("Esc");
	ok(!search_hits(&app.search, "Put", 3), "Esc: no search");
	press("/");
	type("put");
	press("Enter");
	ok(!prompt_is_open(&app.prompt), "Enter closes");
	ok(strstr(buf_str(&app.message), "match"), "and steps");
	press("/");
	type("x");
	press("Esc");
	ok(search_hits(&app.search, "Put", 3), "Esc: the search before");
	app_say(&app, STYLE_STATUS, "nothing");
	press("/ Enter");
	ok(search_hits(&app.search, "Put", 3), "an empty one is the last one");
	ok(strstr(buf_str(&app.message), "match"), "and steps, too");
	press("/ x Backspace Enter");
	ok(search_hits(&app.search, "Put", 3), "also when it becomes empty");
	press("Esc / Enter");
	ok(!app.search.pattern, "Esc forgets it");
	ok(strstr(buf_str(&app.message), "nothing is searched for"),
	   "which an empty one says");
}

static void test_command(void)
{
	size_t type_before = app.view.type;

	press(":");
	type("next-metric");
	press("Enter");
	ok(app.view.type != type_before, "a command runs");
	ok(!prompt_is_open(&app.prompt), "with the prompt closed");
	press(":");
	type("focus");
	press("Enter");
	is_int(app.prompt.kind, PROMPT_FOCUS, "it may open another prompt");
	is(edit_text(&app.prompt.edit), "", "an empty one");
	press("Esc : Up");
	is(edit_text(&app.prompt.edit), "focus", "commands have a history");
	press("C-u");
	type("metric=");
	press("Tab");
	is(edit_text(&app.prompt.edit), "metric=", "sample types differ");
	is(buf_str(&app.prompt.note),
	   "alloc_objects alloc_space inuse_objects inuse_space",
	   "and are listed");
	type("inuse_s");
	press("Tab");
	is(edit_text(&app.prompt.edit), "metric=inuse_space", "completed");
	press("Enter");
	is_int(app.view.type, type_before, "and set");
	app_command(&app, "save=x.pb.gz");
	is(buf_str(&app.message), "save: can only be set when pprowl starts; "
	   "proto >FILE writes the profile", "what works instead is said");
	press(":");
	type("sort=");
	press("Tab");
	is(edit_text(&app.prompt.edit), "sort=", "several: Tab lists them");
	press("Tab");
	is(edit_text(&app.prompt.edit), "sort=flat", "another the first");
	is(buf_str(&app.prompt.note), "1/2 flat cum", "which is said");
	press("Tab");
	is(edit_text(&app.prompt.edit), "sort=cum", "another the next");
	is(buf_str(&app.prompt.note), "2/2 cum flat", "and the list turns");
	press("Tab S-Tab");
	is(edit_text(&app.prompt.edit), "sort=cum", "round, and back");
	press("Backspace Tab");
	is(edit_text(&app.prompt.edit), "sort=cum",
	   "any other key starts anew");
	is(buf_str(&app.prompt.note), "", "with what there is then");
	press("Esc :");
	type("divide_by=");
	press("Tab Tab");
	is(buf_str(&app.prompt.note), "nothing is completed here",
	   "where nothing is");
	press("Esc :");
	type("nothing-like-it");
	press("Tab Enter");
	ok(app.message.n, "what is wrong is said");
}

enum { SLOT_HELD = 1 };

/* Names of files come when the disk has them; no key waits for it. */
static void test_files(void)
{
	char folder[] = "/tmp/unit_tui_prompt.XXXXXX";
	struct buf file = BUF_INIT, line = BUF_INIT;

	ok(mkdtemp(folder), "a folder");
	buf_addf(&file, "%s/only.pb", folder);
	ok(!close(open(buf_str(&file), O_CREAT | O_WRONLY, 0600)), "a file");
	press(":");
	type("base=");
	type(folder);
	type("/o");
	buf_adds(&line, edit_text(&app.prompt.edit));
	hands_hold(&app.lister, SLOT_HELD);
	press("Tab");
	is(edit_text(&app.prompt.edit), buf_str(&line), "nothing yet");
	type("x");
	press("Backspace");
	is(edit_text(&app.prompt.edit), buf_str(&line),
	   "what is typed meanwhile waits");
	worker_drop(&app.lister, SLOT_HELD);
	app_settle(&app);
	buf_adds(&line, "nly.pb");
	is(edit_text(&app.prompt.edit), buf_str(&line),
	   "and comes behind the name");
	press("Backspace");
	hands_hold(&app.lister, SLOT_HELD);
	press("Tab C-a");
	type("diff_");
	press("Esc");
	ok(prompt_is_open(&app.prompt), "nothing has been pressed yet");
	worker_drop(&app.lister, SLOT_HELD);
	app_settle(&app);
	ok(!prompt_is_open(&app.prompt), "now it has");
	press(":");
	type("base=");
	hands_hold(&app.lister, SLOT_HELD);
	press("Tab");
	type("x");
	app.busy_since = clock_ms() - 1000;
	press("Esc");
	worker_drop(&app.lister, SLOT_HELD);
	app_settle(&app);
	is(edit_text(&app.prompt.edit), "base=", "what takes long is given up");
	press("Esc");
	ok(!prompt_is_open(&app.prompt), "and then the prompt is closed");
	ok(!unlink(buf_str(&file)) && !rmdir(folder), "removed");
	buf_release(&file);
	buf_release(&line);
}

static void test_keys(void)
{
	press("f a M-x b");
	ok(!prompt_is_open(&app.prompt), "Esc with a key after it closes");
	is(filters(), "", "and takes the text back");
	press("X g f PasteBegin q Esc : Enter j PasteEnd");
	is(edit_text(&app.prompt.edit), "q: j", "a paste is text");
	is(filters(), "focus=q: j", "and followed");
	press("C-g");
	ok(!prompt_is_open(&app.prompt), "C-g closes, too");
	press("f C-l");
	ok(app.wants_repaint && prompt_is_open(&app.prompt),
	   "C-l works in a prompt");
	press("C-c");
	ok(!prompt_is_open(&app.prompt) && !app.is_leaving,
	   "C-c closes and does not quit");
	press("f");
	prompt_open(&app, PROMPT_HIDE);
	type("x");
	is(filters(), "hide=x", "a prompt takes the place of another");
	prompt_close(&app, false);
	prompt_close(&app, false);
	is(filters(), "", "closing twice is closing once");
}

int main(void)
{
	open_app();
	test_filter();
	test_kinds();
	test_bad();
	test_restore();
	test_offer();
	test_functions();
	test_granularity();
	test_search();
	test_command();
	test_files();
	test_keys();
	close_app();
	return tap_done();
}
