/*
 * The panels peek, help and sample types, in the app on the profiles of the
 * demo; and tui/cursor, which moves through all of them.
 */
#include "config.h"

#include "tui/cursor.h"

#include "tests/hands.h"
#include "tests/tap.h"
#include "tui/act.h"
#include "tui/app.h"

static struct app app;
static struct options options;
static struct mem mem;
static struct grid grid;

static const struct hands hands = { &app, &grid };

static void press(const char *names)
{
	hands_press(&hands, names);
}

#define shows(text, ...) \
	tap_ok(hands_see(&hands, text), __FILE__, __LINE__, __VA_ARGS__)

static void select_name(const char *name)
{
	app_select(&app, name, strlen(name));
}

static void test_cursor(void)
{
	struct list list = { .n = 100 };

	ok(cursor_act(&list, 10, ACTION_DOWN), "down");
	is_int(list.cursor, 1, "moves by one");
	ok(cursor_act(&list, 10, ACTION_PAGE_DOWN), "a page");
	is_int(list.cursor, 10, "moves by a page but a row");
	cursor_act(&list, 10, ACTION_HALF_PAGE_UP);
	is_int(list.cursor, 5, "half a page back");
	cursor_act(&list, 10, ACTION_LAST);
	is_int(list.cursor, 99, "the last");
	cursor_act(&list, 10, ACTION_UP);
	is_int(list.cursor, 98, "up");
	cursor_act(&list, 10, ACTION_FIRST);
	is_int(list.cursor, 0, "the first");
	ok(!cursor_act(&list, 10, ACTION_ENTER), "Enter is no move");
	is_int(cursor_scroll(0, ACTION_LEFT, 20), 0, "not before the start");
	ok(cursor_scroll(0, ACTION_RIGHT, 20) > 0, "to the right");
	is_int(cursor_scroll(20, ACTION_RIGHT, 20), 20, "not past the end");
	is_int(cursor_scroll(30, ACTION_DOWN, 20), 20, "nor left there");
}

static void test_peek(void)
{
	select_name("demo/cache.(*Store).Put");
	press("3");
	shows("2 callers, 0 callees", "callers and callees are counted");
	shows("(leaf)", "a leaf says so");
	press("[");
	shows("2 callers", "to the heaviest caller");
	press("Enter");
	is(buf_str(&app.selected), "demo/server.(*Server).thumb",
	   "Enter goes to the caller");
	shows("1 caller, 1 callee", "which is peeked at");
	press("] Enter");
	is(buf_str(&app.selected), "demo/cache.(*Store).Put",
	   "Enter goes to the callee");
	press("Esc");
	is(buf_str(&app.selected), "demo/server.(*Server).thumb",
	   "Esc goes back");
	press("Esc");
	is(buf_str(&app.selected), "demo/cache.(*Store).Put", "and back");
	is_int(app.main, PANEL_PEEK, "in peek still");
	press("Enter");
	is_int(app.main, PANEL_SOURCE, "Enter on the function: its source");
	press("Esc G Enter");
	is(buf_str(&app.selected), "demo/cache.(*Store).Put",
	   "Enter on (leaf) goes nowhere");
	shows("it calls nothing", "and says why");
	press("d");
	shows("ratio", "side by side has a ratio");
	press("D /");
	app_key(&app, key_of_char('t'));
	press("h u m b Enter");
	shows("1/1 match", "searching works in it");
	press("Enter");
	is(buf_str(&app.selected), "demo/server.(*Server).thumb",
	   "and its hit is where the cursor is");
	app_command(&app, "focus=nothing-like-it");
	shows("left by the filters: x removes", "nothing left: the key to press");
	press("x 1 Esc Esc Esc Esc Esc Esc Esc");
}

/* How often a text is on the pages of help, from the first to the last. */
static int count_lines(const char *text)
{
	void *help = app.panels[PANEL_HELP];
	size_t n = panel_help_ops.lines(&app, help).n;
	struct buf line = BUF_INIT;
	int found = 0;

	for (size_t i = 0; i < n; i++) {
		buf_clear(&line);
		panel_help_ops.line(&app, help, i, &line);
		found += !strcmp(buf_str(&line), text);
	}
	buf_release(&line);
	return found;
}

static void test_help(void)
{
	press("1 ?");
	shows(" Keys in top.  Esc goes back.", "where, and how to leave");
	shows("j Down C-n", "keys come from the keymap");
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		const char *name = action_name((enum action)i);

		if (i != ACTION_ENTER &&
		    count_lines(action_help((enum action)i)) < 1)
			ok(false, "%s is not in help", name);
	}
	is_int(count_lines(action_help(ACTION_SEARCH)), 1, "each action once");
	press("G");
	shows(PACKAGE_STRING, "the version comes last");
	ok(!strstr(hands_screen(&hands), "j Down C-n"), "it scrolls");
	press("g");
	shows("j Down C-n", "and back");
	press("?");
	is_int(app.main, PANEL_TOP, "? leaves it, too");
	press("3 ?");
	shows(" Keys in peek.", "of the view that it was asked for in");
	press("q 1");
}

static void test_metrics(void)
{
	size_t type = app.view.type;

	press("=");
	shows("*", "the current type is marked");
	shows("alloc_space in bytes", "types have names and units");
	shows("1.64GB", "and totals");
	press("g Enter");
	is_int(app.view.type, 0, "Enter chooses");
	is_int(app.main, PANEL_TOP, "and goes back");
	press("= G Esc");
	is_int(app.view.type, 0, "Esc does not");
	press("= Enter");
	is_int(app.view.type, 0, "the cursor starts at the current one");
	app.view.type = type;
	app_changed(&app);
}

/* What keys step through: there and back, and in which order. */
static void test_steps(void)
{
	static const enum compare order[] = {
		COMPARE_BOTH, COMPARE_BASE, COMPARE_CURRENT,
		COMPARE_DIFFERENCE,
	};
	size_t type = app.view.type, n = app.profile->types.n;

	press("M");
	is_int(app.view.type, (type + n - 1) % n, "the type before");
	press("m m");
	is_int(app.view.type, (type + 1) % n, "and the one after");
	press("M");
	is_int(app.view.compare, COMPARE_DIFFERENCE, "a pair: what changed");
	for (size_t i = 0; i < ARRAY_SIZE(order); i++) {
		press("d");
		is_int(app.view.compare, order[i], "comparison %zu", i);
	}
	press("D");
	is_int(app.view.compare, COMPARE_CURRENT, "and backwards");
	press("d f P Enter i x Enter x");
	is_int(app.view.filters.n, 1, "x removes one filter");
	is(app.view.filters.at[0].text, "P", "the last one");
	press("X");
	is_int(app.view.filters.n, 0, "X removes all");
}

/* The name of the first row of the list. */
static const char *first_row(void)
{
	static struct buf line;

	buf_clear(&line);
	panel_top_ops.line(&app, app.panels[PANEL_TOP], 0, &line);
	return buf_str(&line);
}

static size_t top_cursor(void)
{
	return panel_top_ops.lines(&app, app.panels[PANEL_TOP]).cursor;
}

/* What becomes of the cursor in another order. */
static void test_orders(void)
{
	static const char *const keys[] = { "c", "s", "I", "c", "s", "s", "I" };
	struct buf name = BUF_INIT;

	press("1 g");
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++) {
		press(keys[i]);
		is_int(top_cursor(), 0, "from the first row to the first");
		is(buf_str(&app.selected), first_row(), "which is selected");
	}
	app_command(&app, "sort=cum");
	hands_screen(&hands);
	is_int(top_cursor(), 0, "the option does the same");
	press("j j j");
	buf_copy(&name, &app.selected);
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++) {
		press(keys[i]);
		is(buf_str(&app.selected), buf_str(&name),
		   "from another row the function is followed");
	}
	press("g 2 g j");
	buf_copy(&name, &app.selected);
	app_command(&app, "sort=flat");
	hands_screen(&hands);
	is(buf_str(&app.selected), buf_str(&name),
	   "what another view has selected stays, too");
	press("1 g");
	buf_release(&name);
}

/* What help lists is what a panel does: each is asked about each action. */
static void test_uses(void)
{
	static const enum action own[] = {
		ACTION_ENTER, ACTION_PREVIOUS_HOTTEST, ACTION_NEXT_HOTTEST,
		ACTION_TOGGLE_CUM, ACTION_NEXT_SORT, ACTION_REVERSE_ORDER,
	};
	static const char *const keys[PANELS] = {
		"1", "2", "3", "4", "5", "0", "?", "=", ": t o p Enter",
	};

	for (int panel = 0; panel < PANELS; panel++) {
		for (size_t i = 0; i < ARRAY_SIZE(own); i++) {
			press("1");
			press(keys[panel]);
			hands_screen(&hands);
			is_int(app_focus(&app), panel, "panel %d is shown",
			       panel);
			is_int(app_panel(panel)->act(&app, app.panels[panel],
						     own[i]),
			       act_is_for(panel, own[i]), "panel %d, %s",
			       panel, action_name(own[i]));
		}
	}
	press("1 ?");
	is_int(count_lines("Source of the function"), 1,
	       "help says what Enter does");
	press("Esc 0 ?");
	is_int(count_lines(action_help(ACTION_ENTER)), 0, "or leaves it out");
	press("Esc 1");
}

int main(void)
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
	grid_init(&grid, 24, 80, TEXT_UTF8);
	test_cursor();
	test_peek();
	test_help();
	test_metrics();
	test_steps();
	test_orders();
	test_uses();
	app_release(&app);
	options_release(&options);
	grid_release(&grid);
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
