#include "config.h"

#include "keymap/keymap.h"

#include "tests/tap.h"

static struct keymap_err err;

static struct keymap empty(void)
{
	struct keymap km;

	keymap_init(&km);
	return km;
}

static struct keymap with_defaults(void)
{
	struct keymap km = empty();

	ok(keymap_load_defaults(&km, &err), "the defaults are all right");
	return km;
}

static void load(struct keymap *km, const char *line)
{
	bool loaded = keymap_load_line(km, line, &err);

	ok(loaded, "line: %s", line);
	if (!loaded)
		printf("# %s\n", err.text);
}

/* What keys typed one after the other come to: an action's name, or "...". */
static const char *typed(const struct keymap *km, enum map map,
			 const char *names)
{
	struct key keys[8];
	size_t n = 0;
	enum action action = ACTION_DOWN;

	while (*names) {
		size_t len = strcspn(names, " ");

		if (!key_parse(names, len, &keys[n++]))
			return "no such key";
		names += len + (names[len] == ' ');
	}
	switch (keymap_find(km, map, keys, n, &action)) {
	case KEYMAP_FOUND:
		return action_name(action);
	case KEYMAP_PREFIX:
		return action == ACTION_NONE ? "..." : "prefix with action";
	default:
		return action == ACTION_NONE ? "none" : "none with action";
	}
}

static const char *keys_of(const struct keymap *km, enum map map,
			   enum action action, char buf[64])
{
	size_t n = keymap_keys_of(km, map, action, buf, 64);

	return n == strlen(buf) ? buf : "wrong length";
}

static void test_default_keys(void)
{
	/* The key table as users are promised it. */
	static const struct {
		const char *keys, *action;
	} rows[] = {
		{ "j", "down" }, { "Down", "down" }, { "C-n", "down" },
		{ "k", "up" }, { "Up", "up" }, { "C-p", "up" },
		{ "Space", "page-down" }, { "PgDn", "page-down" },
		{ "C-f", "page-down" }, { "b", "page-up" },
		{ "PgUp", "page-up" }, { "C-b", "page-up" },
		{ "C-d", "half-page-down" }, { "C-u", "half-page-up" },
		{ "g", "first" }, { "Home", "first" }, { "G", "last" },
		{ "End", "last" }, { "h", "left" }, { "Left", "left" },
		{ "l", "right" }, { "Right", "right" },
		{ "[", "previous-hottest" }, { "]", "next-hottest" },
		{ "J", "next-function" }, { "K", "previous-function" },
		{ "1", "view-top" }, { "2", "view-flame" },
		{ "3", "view-peek" }, { "4", "view-source" },
		{ "5", "view-tags" }, { "0", "view-info" },
		{ "a", "view-source" }, { "Tab", "next-pane" },
		{ "S-Tab", "previous-pane" }, { "z", "zoom-pane" },
		{ "Enter", "enter" }, { "Esc", "back" },
		{ "Backspace", "back" }, { "q", "quit-view" },
		{ "F10", "quit-view" }, { "Q", "quit" }, { "Z Z", "quit" },
		{ "C-c", "cancel" }, { "m", "next-metric" },
		{ "M", "previous-metric" }, { "=", "metric-list" },
		{ "c", "toggle-cum" }, { "s", "next-sort" },
		{ "I", "reverse-order" }, { "d", "next-compare" },
		{ "D", "previous-compare" }, { "%", "next-share" },
		{ "f", "focus" }, { "&", "focus" }, { "F4", "focus" },
		{ "i", "ignore" }, { "H", "hide" }, { "S", "show" },
		{ "F", "show-from" }, { "*", "focus-selected" },
		{ "x", "remove-filter" }, { "X", "remove-all-filters" },
		{ "r", "hide-runtime" }, { "o", "callers-flame" },
		{ "/", "search" }, { "F3", "search" }, { "n", "next-match" },
		{ "N", "previous-match" }, { ":", "command" },
		{ "R", "reload" },
		{ "?", "help" }, { "F1", "help" }, { "C-l", "redraw" },
		{ "C-z", "suspend" },
	};
	struct keymap km = with_defaults();

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		for (int map = 0; map < MAP_COUNT; map++)
			if (map != MAP_PROMPT)
				is(typed(&km, (enum map)map, rows[i].keys),
				   rows[i].action, "%s in %s", rows[i].keys,
				   map_name((enum map)map));
	keymap_release(&km);
}

static void test_default_free(void)
{
	static const char *const keys[] = {
		"e", "v", "y", "Y", "w", "P", "B", "'", "p",
		"6", "7", "8", "9", "C-s", "C-q", "C-\\", "M-f", "F2", "Z q",
	};
	struct keymap km = with_defaults();

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		for (int map = 0; map < MAP_COUNT; map++)
			is(typed(&km, (enum map)map, keys[i]), "none",
			   "%s is free in %s", keys[i],
			   map_name((enum map)map));
	keymap_release(&km);
}

static void test_default_prompt(void)
{
	struct keymap km = with_defaults();

	is(typed(&km, MAP_PROMPT, "j"), "none", "text is text in a prompt");
	is(typed(&km, MAP_PROMPT, "Z"), "none", "and does not wait");
	is(typed(&km, MAP_PROMPT, "Up"), "none", "Up is the history's");
	is(typed(&km, MAP_PROMPT, "Backspace"), "none", "Backspace edits");
	is(typed(&km, MAP_PROMPT, "Enter"), "enter", "Enter");
	is(typed(&km, MAP_PROMPT, "Esc"), "back", "Esc");
	is(typed(&km, MAP_PROMPT, "C-c"), "cancel", "C-c");
	keymap_release(&km);
}

/*
 * A clash within the defaults would lose a binding: the one that came first.
 * So everything has a key, and loading each default twice changes nothing.
 */
static void test_default_clashes(void)
{
	struct keymap km = with_defaults();
	size_t n = km.n;
	char buf[64];

	/* The rows of test_default_keys and the six of the prompt. */
	is_int(n, 75 + 6, "no default has replaced another");
	ok(keymap_load_defaults(&km, &err), "the defaults again");
	is_int(km.n, n, "are the same");
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++)
		ok(keymap_key_of(&km, MAP_TOP, (enum action)i, buf, 64),
		   "%s has a key", action_name((enum action)i));
	keymap_release(&km);
}

static void test_maps(void)
{
	struct keymap km = empty();

	load(&km, "general j down");
	load(&km, "flame j right");
	is(typed(&km, MAP_FLAME, "j"), "right", "a view's key comes first");
	is(typed(&km, MAP_TOP, "j"), "down", "the general one elsewhere");
	is(typed(&km, MAP_GENERAL, "j"), "down", "and by itself");
	is(typed(&km, MAP_PROMPT, "j"), "none", "not in a prompt");
	is(typed(&km, MAP_FLAME, "k"), "none", "an unbound key");
	is(typed(&km, MAP_FLAME, ""), "none", "no key");
	keymap_release(&km);
}

static void test_prefix(void)
{
	struct keymap km = empty();

	load(&km, "general Z,Z quit");
	load(&km, "general Z,a,b first");
	is(typed(&km, MAP_TOP, "Z"), "...", "the first key waits");
	is(typed(&km, MAP_TOP, "Z Z"), "quit", "the second decides");
	is(typed(&km, MAP_TOP, "Z a"), "...", "or waits on");
	is(typed(&km, MAP_TOP, "Z a b"), "first", "the third decides");
	is(typed(&km, MAP_TOP, "Z x"), "none", "a wrong second key");
	is(typed(&km, MAP_TOP, "Z Z Z"), "none", "one key too many");
	is(typed(&km, MAP_TOP, "a"), "none", "the second key alone");
	keymap_release(&km);
}

static void test_prefix_between_maps(void)
{
	struct keymap km = empty();

	load(&km, "general Z quit");
	load(&km, "top Z,t first");
	is(typed(&km, MAP_TOP, "Z"), "...", "a view's longer one waits");
	is(typed(&km, MAP_TOP, "Z t"), "first", "and is found");
	is(typed(&km, MAP_PEEK, "Z"), "quit", "elsewhere nothing waits");
	load(&km, "general Z,Z last");
	is(typed(&km, MAP_TOP, "Z Z"), "last", "the general one is behind it");
	load(&km, "top Z up");
	is(typed(&km, MAP_TOP, "Z"), "up", "a view's shorter one is found");
	is(typed(&km, MAP_PEEK, "Z"), "...", "elsewhere it waits");
	keymap_release(&km);
}

static void test_last_wins(void)
{
	struct keymap km = empty();

	load(&km, "general j down");
	load(&km, "general j up");
	is(typed(&km, MAP_TOP, "j"), "up", "the last binding wins");
	is_int(km.n, 1, "the first is gone");
	load(&km, "general j,j down");
	is(typed(&km, MAP_TOP, "j"), "...", "a longer one replaces a shorter");
	load(&km, "general j,k up");
	is(typed(&km, MAP_TOP, "j j"), "down", "not its neighbour");
	load(&km, "top j left");
	is(typed(&km, MAP_PEEK, "j j"), "down", "nor another map's");
	load(&km, "general j last");
	is(typed(&km, MAP_PEEK, "j"), "last", "a shorter one replaces longer");
	is(typed(&km, MAP_PEEK, "j j"), "none", "all of them");
	is_int(km.n, 2, "two are left");
	keymap_release(&km);
}

static void test_none(void)
{
	struct keymap km = with_defaults();
	char buf[64];

	load(&km, "top q none");
	is(typed(&km, MAP_TOP, "q"), "none", "a key taken from a view");
	is(typed(&km, MAP_PEEK, "q"), "quit-view", "is another's still");
	is(keys_of(&km, MAP_TOP, ACTION_QUIT_VIEW, buf), "F10", "listed so");
	load(&km, "general j Down C-n none");
	is(typed(&km, MAP_PEEK, "j"), "none", "a key taken from all");
	is(keys_of(&km, MAP_PEEK, ACTION_DOWN, buf), "", "an action without");
	is_int(keymap_next(&km, MAP_PEEK, ACTION_NONE), ACTION_UP,
	       "it is not listed");
	keymap_release(&km);
}

static void test_sequences(void)
{
	struct keymap km = empty();

	load(&km, "general Z,, M-, ,,x a,,,b ,,, down");
	is(typed(&km, MAP_TOP, "Z ,"), "down", "the comma key behind another");
	is(typed(&km, MAP_TOP, "M-,"), "down", "a comma with Alt");
	is(typed(&km, MAP_TOP, ", x"), "down", "the comma key in front");
	is(typed(&km, MAP_TOP, ", ,"), "down", "two commas");
	is(typed(&km, MAP_TOP, "a , b"), "down", "a comma between");
	load(&km, "general C-x,M-C-x,PgDn,Space up");
	is(typed(&km, MAP_TOP, "C-x M-C-x PgDn Space"), "up", "four keys");
	keymap_release(&km);
}

static void check_bad(const char *line, const char *why)
{
	struct keymap km = empty();

	load(&km, "general j down");
	err.text[0] = '\0';
	ok(!keymap_load_line(&km, line, &err), "refused: %s", why);
	is(err.text, why, "and says so");
	is_int(km.n, 1, "nothing is bound");
	is(typed(&km, MAP_TOP, "j"), "down", "nothing is lost");
	keymap_release(&km);
}

static void test_bad_lines(void)
{
	check_bad("general", "a line is MAP KEY... ACTION");
	check_bad("general down", "a line is MAP KEY... ACTION");
	check_bad("nowhere j up", "nowhere: no map has this name");
	check_bad("genera j up", "genera: no map has this name");
	check_bad("general j fly", "fly: no action has this name");
	check_bad("general j k", "k: no action has this name");
	check_bad("general j Foo up", "Foo: no key has this name");
	check_bad("general Foo,j up", "Foo,j: no key has this name");
	check_bad("general j, up", "j,: no key has this name");
	check_bad("general ,j up", ",j: no key has this name");
	check_bad("general \xff up", "\xff: no key has this name");
	check_bad("general j Resize up", "Resize: not a key to press");
	check_bad("general j a,b,c,d,e up",
		  "a,b,c,d,e: too many keys; at most 4");
	check_bad("general "
		  "0123456789012345678901234567890123456789x up",
		  "0123456789012345678901234567890123456789...: "
		  "no key has this name");
}

static void test_other_lines(void)
{
	struct keymap km = empty();

	load(&km, "");
	load(&km, " \t\r\n");
	load(&km, "# general j down");
	load(&km, "\t#");
	is_int(km.n, 0, "lines that say nothing");
	load(&km, "\tgeneral   j\tk  #  up \r\n");
	is(typed(&km, MAP_TOP, "k"), "up", "any blanks");
	is(typed(&km, MAP_TOP, "#"), "up", "# is a key too");
	keymap_release(&km);
}

static void test_many(void)
{
	struct keymap km = empty();
	char line[] = "general a,a,a down";
	size_t bad = 0;

	for (char a = 'a'; a <= 'z'; a++) {
		for (char b = 'a'; b <= 'z'; b++) {
			line[8] = a;
			line[12] = b;
			bad += !keymap_load_line(&km, line, &err);
		}
	}
	is_int(bad, 0, "many lines");
	is_int(km.n, 26 * 26, "many bindings");
	is(typed(&km, MAP_TOP, "a a a"), "down", "the first");
	is(typed(&km, MAP_TOP, "z a z"), "down", "the last");
	keymap_release(&km);
}

static void test_keys_of(void)
{
	struct keymap km = with_defaults();
	char buf[64];

	is(keys_of(&km, MAP_TOP, ACTION_DOWN, buf), "j Down C-n", "all keys");
	is(keys_of(&km, MAP_TOP, ACTION_QUIT, buf), "Q Z,Z", "a sequence");
	is(keys_of(&km, MAP_PROMPT, ACTION_DOWN, buf), "", "none in a prompt");
	is(keys_of(&km, MAP_PROMPT, ACTION_BACK, buf), "Esc C-g", "its own");
	is_int(keymap_key_of(&km, MAP_TOP, ACTION_PAGE_DOWN, buf, sizeof(buf)),
	       5, "the length of the first");
	is(buf, "Space", "the first");
	load(&km, "flame C-n right");
	load(&km, "flame x down");
	is(keys_of(&km, MAP_FLAME, ACTION_DOWN, buf), "x j Down",
	   "the view's own first, without what it hides");
	is(keys_of(&km, MAP_TOP, ACTION_DOWN, buf), "j Down C-n",
	   "other views do not care");
	load(&km, "flame Z last");
	is(keys_of(&km, MAP_FLAME, ACTION_QUIT, buf), "Q",
	   "a sequence whose first key the view has taken");
	load(&km, "flame j,a first");
	is(keys_of(&km, MAP_FLAME, ACTION_DOWN, buf), "x Down",
	   "a key that waits for more in this view");
	keymap_release(&km);
}

static void test_keys_of_room(void)
{
	struct keymap km = with_defaults();
	char buf[16] = "unchanged";

	is_int(keymap_keys_of(&km, MAP_TOP, ACTION_DOWN, buf, 1), 0, "no room");
	is(buf, "", "nothing written");
	is_int(keymap_keys_of(&km, MAP_TOP, ACTION_DOWN, buf, 6), 1, "cut");
	is(buf, "j", "at a whole name");
	is_int(keymap_keys_of(&km, MAP_TOP, ACTION_DOWN, buf, 7), 6, "exact");
	is(buf, "j Down", "as many as fit");
	is_int(keymap_key_of(&km, MAP_TOP, ACTION_PAGE_DOWN, buf, 5), 0,
	       "no room for the first");
	is(buf, "", "nothing then");
	keymap_release(&km);
}

static void test_next(void)
{
	struct keymap km = with_defaults();
	enum action action = ACTION_NONE;
	int n = 0;

	while ((action = keymap_next(&km, MAP_TOP, action)))
		is_int(action, ++n, "in help order");
	is_int(n, ACTION_COUNT - 1, "every action is listed");
	is_int(keymap_next(&km, MAP_PROMPT, ACTION_NONE), ACTION_ENTER,
	       "a prompt's first");
	is_int(keymap_next(&km, MAP_PROMPT, ACTION_CANCEL), ACTION_REDRAW,
	       "a prompt's next");
	is_int(keymap_next(&km, MAP_PROMPT, ACTION_SUSPEND), ACTION_NONE,
	       "a prompt's end");
	keymap_release(&km);
	is_int(keymap_next(&km, MAP_TOP, ACTION_NONE), ACTION_NONE, "empty");
}

int main(void)
{
	test_default_keys();
	test_default_free();
	test_default_prompt();
	test_default_clashes();
	test_maps();
	test_prefix();
	test_prefix_between_maps();
	test_last_wins();
	test_none();
	test_sequences();
	test_bad_lines();
	test_other_lines();
	test_many();
	test_keys_of();
	test_keys_of_room();
	test_next();
	return tap_done();
}
