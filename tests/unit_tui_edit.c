#include "config.h"

#include "tui/edit.h"

#include "model/mem.h"
#include "tests/tap.h"

#define E_ACUTE "\xc3\xa9"
#define WIDE "\xe6\x97\xa5"
#define MARK "\xcc\x81"

/* An edit is too big to come and go on the stack of every test. */
static struct edit edit;

/*
 * Names of keys between blanks; returns whether the last one was used.  Text
 * of one character is its own name.
 */
static bool press(const char *names)
{
	bool used = false;

	while (*names) {
		size_t len = strcspn(names, " ");
		struct key key;

		if (!key_parse(names, len, &key)) {
			ok(false, "no such key: %s", names);
			return false;
		}
		used = edit_key(&edit, key);
		names += len + (names[len] == ' ');
	}
	return used;
}

/* Starts over with this text, its cursor at the end, and presses keys. */
static bool with(const char *text, const char *names)
{
	memset(&edit, 0, sizeof(edit));
	edit_set(&edit, text);
	return press(names);
}

/* The text with | where the cursor is, after keys. */
static const char *shown(void)
{
	static char buf[2 * EDIT_MAX];

	snprintf(buf, sizeof(buf), "%.*s|%s", (int)edit.cursor,
		 edit_text(&edit), edit_text(&edit) + edit.cursor);
	return strlen(edit_text(&edit)) == edit.n ? buf : "wrong length";
}

static void check(const char *text, const char *names, const char *want)
{
	with(text, names);
	is(shown(), want, "%s: %s", text, names);
}

static void test_typing(void)
{
	check("", "a b Space c", "ab c|");
	check("ac", "Left b", "ab|c");
	check("ac", "Home b", "b|ac");
	check("", E_ACUTE " " WIDE " -", E_ACUTE WIDE "-|");
	check(MARK "b", "Home a c", "a" MARK "c|b");
	check("ab", "C-t F5 M-x Ins", "ab|");
}

static void test_moves(void)
{
	check("abc", "C-a", "|abc");
	check("abc", "Home C-e", "abc|");
	check("abc", "Home End", "abc|");
	check("abc", "C-b C-b C-f", "ab|c");
	check("abc", "Left Left Right", "ab|c");
	check("abc", "Home Left", "|abc");
	check("abc", "Right", "abc|");
	check("", "Left Right Home End M-b M-f", "|");
	check("a" WIDE "b", "Left Left", "a|" WIDE "b");
	check("a" WIDE "b", "Home Right Right", "a" WIDE "|b");
	check("ae" MARK "b", "Left Left", "a|e" MARK "b");
	check("ae" MARK "b", "Home Right Right", "ae" MARK "|b");
}

static void test_word_moves(void)
{
	check("runtime.mallocgc (x)", "M-b M-b", "runtime.|mallocgc (x)");
	check("runtime.mallocgc (x)", "M-b M-b M-b", "|runtime.mallocgc (x)");
	check("a_1.b", "Home M-f", "a_1|.b");
	check("a_1.b  ", "Home M-f M-f", "a_1.b|  ");
	check("a_1.b  ", "M-b", "a_1.|b  ");
	check("a." MARK "b", "M-b", "a." MARK "|b");
	check("a." MARK "b", "M-b M-b", "|a." MARK "b");
	check("a." MARK "b", "C-a M-f M-f", "a." MARK "b|");
	check("..", "M-b", "|..");
	check("  ", "C-w", "|");
	check("x " WIDE E_ACUTE " y", "M-b M-b", "x |" WIDE E_ACUTE " y");
}

static void test_deleting(void)
{
	check("abc", "Backspace", "ab|");
	check("abc", "Left C-h", "a|c");
	check("abc", "Home Backspace", "|abc");
	check("abc", "Home Del", "|bc");
	check("abc", "Left C-d", "ab|");
	check("abc", "Del C-d", "abc|");
	check("a" WIDE, "Backspace", "a|");
	check(WIDE "a", "Home Del", "|a");
	check("ae" MARK "b", "Left Backspace", "a|b");
	check("ae" MARK "b", "Home Right Del", "a|b");
	check(MARK "a", "Backspace Backspace", "|");
}

static void test_killing(void)
{
	check("abc def", "Left C-k C-y C-y", "abc deff|");
	check("abc def", "Left C-u C-e C-y", "fabc de|");
	check("abc d.e  ", "C-w", "abc |");
	check("abc d.e", "Left C-w", "abc |e");
	check("abc d.e", "Left C-w End C-y", "abc ed.|");
	check("abc d.e", "M-Backspace", "abc d.|");
	check("abc d.e", "C-a M-d M-d", "|.e");
	check("abc d.e", "C-w C-a C-y", "d.e|abc ");
	check("abc", "C-w C-k C-u C-w M-d C-y", "abc|");
	check("abc", "C-y", "abc|");
	check("a " WIDE, "C-w C-y C-y", "a " WIDE WIDE "|");
}

static void test_kill_outlives_line(void)
{
	with("abc", "C-u");
	edit_clear(&edit, NULL);
	is(shown(), "|", "a new line is empty");
	press("C-y");
	is(shown(), "abc|", "what was killed can still be put back");
}

static void test_unused(void)
{
	ok(!with("a", "Enter"), "Enter is not used");
	ok(!with("a", "Esc"), "nor Esc");
	ok(!with("a", "Tab"), "nor Tab");
	ok(!with("a", "C-c"), "nor C-c");
	ok(!with("a", "Resize"), "nor a resize");
	ok(!with("a", "Up"), "nor Up without a history");
	ok(!with("a", "Down"), "nor Down");
	ok(!with("", "Backspace"), "nor Backspace in an empty line");
	ok(with("a", "Home Backspace"), "but at the start of a line");
	ok(with("a", "Backspace"), "and of the only character");
	ok(with("", "Del"), "Del is used");
	ok(with("", "a"), "text is used");
	is(shown(), "a|", "and typed");
	ok(!edit_key(&edit, (struct key){ 0x1b }), "a control is not");
	ok(!edit_key(&edit, (struct key){ 0x9b }), "nor one of the others");
	ok(!edit_key(&edit, (struct key){ 0x202e }), "nor what turns text");
	ok(!edit_key(&edit, (struct key){ UINT32_MAX }), "nor no key at all");
	is(shown(), "a|", "and none of them typed");
}

static void test_changes(void)
{
	unsigned before;

	with("abc", "");
	before = edit.changes;
	press("Left Home End C-w C-y");
	ok(edit.changes != before, "changes are counted");
	before = edit.changes;
	press("Left Home C-u End Del C-k M-f");
	ok(edit.changes == before, "what changes nothing is not");
}

static void test_set(void)
{
	memset(&edit, 0, sizeof(edit));
	ok(edit_set(&edit, "a" WIDE), "text is set");
	is(shown(), "a" WIDE "|", "all of it");
	ok(!edit_set(&edit, "a\tb\x1b[0m\xff\xc3" WIDE "\xc2\x9b"),
	   "what is no text is not");
	is(shown(), "ab[0m" WIDE "|", "the rest is");
	press("Home");
	ok(edit_insert(&edit, "xyz", 2), "n bytes are inserted");
	is(shown(), "xy|ab[0m" WIDE, "at the cursor");
	ok(!edit_insert(&edit, WIDE, 2), "half a character is not");
	ok(!edit_insert(&edit, "\0", 1), "nor a NUL byte");
	is(shown(), "xy|ab[0m" WIDE, "nothing has changed");
	ok(edit_set(&edit, ""), "nothing is text");
	is(shown(), "|", "and empties the line");
}

static void test_limit(void)
{
	char text[EDIT_MAX + 3];
	unsigned before;

	memset(text, 'x', sizeof(text));
	text[EDIT_MAX - 2] = '\0';
	memset(&edit, 0, sizeof(edit));
	ok(edit_set(&edit, text), "two bytes short of the limit");
	ok(press(WIDE), "a character of three is used");
	is_int(edit.n, EDIT_MAX - 2, "but does not fit");
	press(E_ACUTE);
	is_int(edit.n, EDIT_MAX, "one of two does");
	before = edit.changes;
	press("Home a");
	is_int(edit.n, EDIT_MAX, "then nothing does");
	is_int(edit.cursor, 0, "and the cursor stays");
	ok(edit.changes == before, "and nothing has changed");
	press("C-k C-y C-y");
	is_int(edit.n, EDIT_MAX, "what was killed fits once");
	text[EDIT_MAX - 2] = 'x';
	text[EDIT_MAX + 2] = '\0';
	ok(!edit_set(&edit, text), "a longer text");
	is_int(edit.n, EDIT_MAX, "is cut");
	ok(!edit_insert(&edit, WIDE "x", 4), "no text goes behind it");
	press("Backspace");
	ok(!edit_insert(&edit, WIDE "y", 4), "what does not fit ends it");
	is_int(edit.n, EDIT_MAX - 1, "what is behind does not go in its place");
}

static void test_paste(void)
{
	ok(with("a", "PasteBegin"), "a paste begins");
	ok(edit.pasting, "and goes on");
	ok(press("Enter"), "Enter is used in it");
	is(shown(), "a|", "and waits for text");
	ok(press("b Tab Enter c"), "text is used");
	ok(press("Esc") && press("C-c") && press("C-u") && press("Up"),
	   "all other keys too");
	ok(!press("Resize"), "but a resize");
	ok(press("Enter PasteEnd"), "and the end");
	is(shown(), "a b c|", "line ends between text are blanks");
	ok(!edit.pasting && !press("Enter"), "Enter is Enter again");
	press("d");
	is(shown(), "a b cd|", "no blank is left over");
	press("PasteBegin Enter");
	edit_clear(&edit, NULL);
	press("x");
	is(shown(), "x|", "a new line begins outside of a paste");
}

static void test_history(void)
{
	struct history history = { .n = 0 };

	history_add(&history, "one");
	history_add(&history, "two");
	memset(&edit, 0, sizeof(edit));
	edit_clear(&edit, &history);
	ok(!press("Down"), "nothing is behind the new line");
	press("n e w Left");
	ok(press("Up"), "Up");
	is(shown(), "two|", "shows the last line");
	ok(press("C-p"), "C-p");
	is(shown(), "one|", "shows the one before");
	ok(!press("Up"), "nothing is before the first");
	is(shown(), "one|", "and it stays");
	press("x");
	ok(press("Down"), "Down");
	is(shown(), "two|", "shows the next");
	ok(press("C-n"), "C-n");
	is(shown(), "new|", "shows the new line as it was");
	ok(!press("Down"), "which is the last");
	press("Up Up");
	is(shown(), "one|", "the history has not been edited");
	history_release(&history);
}

static void test_history_set(void)
{
	struct history history = { .n = 0 };

	history_add(&history, "one");
	memset(&edit, 0, sizeof(edit));
	edit_clear(&edit, &history);
	press("Up");
	edit_set(&edit, "other");
	ok(!press("Down"), "a line that was set is the new line");
	press("Up Down");
	is(shown(), "other|", "and kept as that");
	edit_clear(&edit, &history);
	press("Up Down");
	is(shown(), "|", "an empty new line is kept too");
	edit_clear(&edit, NULL);
	ok(!press("Up"), "without a history there is none");
	history_release(&history);
	edit_clear(&edit, &history);
	ok(!press("Up"), "nor with an empty one");
}

static void test_history_add(void)
{
	struct history history = { .n = 0 };
	char line[32];

	history_add(&history, "");
	is_int(history.n, 0, "an empty line is not kept");
	history_add(&history, "a");
	history_add(&history, "a");
	is_int(history.n, 1, "the same line is kept once");
	history_add(&history, "b");
	history_add(&history, "a");
	is_int(history.n, 3, "unless another was between");
	for (int i = 0; i < HISTORY_MAX; i++) {
		snprintf(line, sizeof(line), "line %d", i);
		history_add(&history, line);
	}
	is_int(history.n, HISTORY_MAX, "so many are kept");
	is(history.lines[0].s, "line 0", "the oldest have gone");
	is(history.lines[HISTORY_MAX - 1].s, "line 99", "the last is there");
	history_add(&history, "one more");
	is(history.lines[0].s, "line 1", "the next oldest has gone");
	history_release(&history);
	is_int(history.n, 0, "released");
}

static void check_window(int columns, const char *first, int column)
{
	size_t at = 99;
	int got = 99;

	edit_window(&edit, columns, TEXT_UTF8, &at, &got);
	is(edit_text(&edit) + at, first, "%d columns start with", columns);
	is_int(got, column, "%d columns: the cursor's", columns);
}

static void test_window(void)
{
	with("", "");
	check_window(5, "", 0);
	check_window(0, "", 0);
	check_window(-1, "", 0);
	with("abcde", "");
	check_window(6, "abcde", 5);
	check_window(5, "bcde", 4);
	check_window(1, "", 0);
	check_window(5, "bcde", 4);
	press("Left Left Left Left");
	check_window(5, "bcde", 0);
	press("Left");
	check_window(5, "abcde", 0);
	press("End Left");
	check_window(5, "abcde", 4);
	press("f");
	check_window(4, "cdfe", 3);
}

static void test_window_steady(void)
{
	with("abcdefghij", "");
	check_window(4, "hij", 3);
	press("Left");
	check_window(4, "hij", 2);
	press("Backspace");
	check_window(4, "ghj", 2);
	press("C-u");
	check_window(4, "j", 0);
	press("Home a b");
	check_window(4, "abj", 2);
}

static void test_window_wide(void)
{
	with(WIDE WIDE WIDE, "");
	check_window(7, WIDE WIDE WIDE, 6);
	check_window(6, WIDE WIDE, 4);
	check_window(4, WIDE, 2);
	press("Left");
	check_window(4, WIDE, 0);
	check_window(5, WIDE WIDE, 2);
	check_window(1, WIDE, 0);
	with("ae" MARK "b", "Left");
	check_window(2, "e" MARK "b", 1);
	/* A character of private use takes what its escape takes. */
	with("a\xee\x80\x80", "");
	check_window(20, "a\xee\x80\x80", 9);
	check_window(9, "\xee\x80\x80", 8);
}

static void test_window_ascii(void)
{
	size_t first;
	int column;

	with("a" E_ACUTE "b", "");
	edit_window(&edit, 9, TEXT_ASCII, &first, &column);
	is_int(first, 0, "an escaped character fits");
	is_int(column, 8, "with all its columns");
	edit_window(&edit, 8, TEXT_ASCII, &first, &column);
	is_int(first, 1, "just");
	is_int(column, 7, "so");
}

static void test_window_moved(void)
{
	char text[101];

	memset(text, 'x', 100);
	text[100] = '\0';
	with(text, "");
	check_window(10, text + 91, 9);
	press("Home");
	check_window(10, text, 0);
	with(WIDE "x", "");
	/* As if the character had come in front of what was shown. */
	edit.first = 1;
	check_window(3, "x", 1);
	edit.first = 1;
	check_window(4, WIDE "x", 3);
	edit.first = 99;
	check_window(3, "x", 1);
}

static bool window_is_right(int columns, enum text_charset charset)
{
	size_t first = 0;
	int column = -1;

	edit_window(&edit, columns, charset, &first, &column);
	if (first > edit.cursor || column < 0 || edit.cursor > edit.n)
		return false;
	return first == edit.cursor ? column == 0 : column < columns;
}

/* Any keys in any order: the text stays text, the cursor in the field. */
static void test_random(void)
{
	static const char *const names[] = {
		"a", "b", "Space", ".", E_ACUTE, WIDE, MARK, MARK,
		"\xee\x80\x80", "Left", "Right", "Home", "End", "Backspace",
		"Del", "C-k", "C-u", "C-w", "C-y", "M-b", "M-f", "M-d",
		"M-Backspace", "Up", "Down", "PasteBegin", "PasteEnd", "Tab", "Enter", "Left",
		"C-y", "a", WIDE, MARK, MARK, MARK, "b", "c",
	};
	struct history history = { .n = 0 };
	unsigned seed = 1, bad = 0;

	history_add(&history, MARK MARK MARK MARK MARK MARK "x");
	history_add(&history, "a" WIDE " b");
	memset(&edit, 0, sizeof(edit));
	edit_clear(&edit, &history);
	for (int i = 0; i < 20000; i++) {
		seed = seed * 1103515245 + 12345;
		press(names[(seed >> 16) % ARRAY_SIZE(names)]);
		seed = seed * 1103515245 + 12345;
		if ((seed >> 16) % 3 == 0)
			bad += !window_is_right((int)(seed >> 20) % 30,
						(seed >> 28) & 1);
		for (size_t at = 0, n; at < edit.n && !bad; at += n) {
			uint32_t c;

			n = key_decode(edit.text + at, edit.n - at, &c);
			bad += !n;
			bad += edit.cursor > at && edit.cursor < at + n;
		}
		if (edit.n > 200)
			edit_clear(&edit, &history);
	}
	is_int(bad, 0, "random keys");
	history_release(&history);
}

int main(void)
{
	test_typing();
	test_moves();
	test_word_moves();
	test_deleting();
	test_killing();
	test_kill_outlives_line();
	test_unused();
	test_changes();
	test_set();
	test_limit();
	test_paste();
	test_history();
	test_history_set();
	test_history_add();
	test_window();
	test_window_steady();
	test_window_wide();
	test_window_ascii();
	test_window_moved();
	test_random();
	return tap_done();
}
