#include "config.h"

#include "tui/edit.h"

#include <assert.h>
#include <string.h>

#include "model/mem.h"

/* The end of the character that starts at `at`, marks included. */
static size_t char_end(const struct edit *edit, size_t at)
{
	const char *s = edit->text + at;
	size_t n = edit->n - at, whole, marked;
	struct glyph glyph;
	uint32_t c;

	if (!n)
		return at;
	whole = key_decode(s, n, &c);
	assert(whole);
	/* What is not printable reads as a glyph of one byte. */
	marked = text_glyph(s, n, &glyph);
	return at + (marked > whole ? marked : whole);
}

/* The start of the last character that starts before `at`; 0 at 0. */
static size_t char_before(const struct edit *edit, size_t at)
{
	size_t start = 0;

	for (size_t next = 0; next < at; next = char_end(edit, next))
		start = next;
	return start;
}

/* Moves a cursor before marks, which joined what is before it, behind them. */
static void settle_cursor(struct edit *edit)
{
	size_t at = 0;

	while (at < edit->cursor)
		at = char_end(edit, at);
	edit->cursor = at;
}

/* Puts n bytes in the place of text[from..to) and the cursor behind them. */
static bool splice(struct edit *edit, size_t from, size_t to, const char *s,
		   size_t n)
{
	if (edit->n - (to - from) + n > EDIT_MAX)
		return false;
	if (n || from != to)
		edit->changes++;
	memmove(edit->text + from + n, edit->text + to, edit->n - to + 1);
	if (n)
		memcpy(edit->text + from, s, n);
	edit->n = edit->n - (to - from) + n;
	edit->cursor = from + n;
	return true;
}

static bool insert_char(struct edit *edit, struct key key)
{
	char text[KEY_TEXT_MAX];
	size_t n = key_text(key, text);

	return splice(edit, edit->cursor, edit->cursor, text, n);
}

bool edit_insert(struct edit *edit, const char *text, size_t n)
{
	bool all = true;

	while (n) {
		struct key key = { KEYCODE_NONE };
		size_t len = key_decode(text, n, &key.code);
		char typed[KEY_TEXT_MAX];

		if (!key_text(key, typed))
			all = false;
		else if (!insert_char(edit, key))
			break;
		text += len ? len : 1;
		n -= len ? len : 1;
	}
	settle_cursor(edit);
	return all && !n;
}

static size_t history_size(const struct edit *edit)
{
	return edit->history ? edit->history->n : 0;
}

const char *edit_text(const struct edit *edit)
{
	return edit->text;
}

bool edit_set(struct edit *edit, const char *text)
{
	splice(edit, 0, edit->n, NULL, 0);
	edit->at = history_size(edit);
	edit->first = 0;
	return edit_insert(edit, text, strlen(text));
}

void edit_clear(struct edit *edit, const struct history *history)
{
	edit->history = history;
	edit->pasting = edit->blank = false;
	edit_set(edit, "");
}

static bool move_home(struct edit *edit)
{
	edit->cursor = 0;
	return true;
}

static bool move_end(struct edit *edit)
{
	edit->cursor = edit->n;
	return true;
}

static bool move_left(struct edit *edit)
{
	edit->cursor = char_before(edit, edit->cursor);
	return true;
}

static bool move_right(struct edit *edit)
{
	edit->cursor = char_end(edit, edit->cursor);
	return true;
}

/* For M- keys: what names are made of.  Beyond ASCII all of it is. */
static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '_' || (c & 0x80);
}

/* For C-w: what stands between blanks. */
static bool is_not_blank(char c)
{
	return c != ' ';
}

/* The start of the word that ends before the cursor or goes on behind it. */
static size_t word_before(const struct edit *edit, bool (*is_in)(char))
{
	size_t start = 0;
	bool was_in = false;

	for (size_t at = 0; at < edit->cursor; at = char_end(edit, at)) {
		bool in = is_in(edit->text[at]);

		if (in && !was_in)
			start = at;
		was_in = in;
	}
	return start;
}

static size_t word_after(const struct edit *edit)
{
	size_t at = edit->cursor;

	while (at < edit->n && !is_word(edit->text[at]))
		at = char_end(edit, at);
	while (at < edit->n && is_word(edit->text[at]))
		at = char_end(edit, at);
	return at;
}

static bool move_word_left(struct edit *edit)
{
	edit->cursor = word_before(edit, is_word);
	return true;
}

static bool move_word_right(struct edit *edit)
{
	edit->cursor = word_after(edit);
	return true;
}

static bool delete_before(struct edit *edit)
{
	if (!edit->n)
		return false;
	return splice(edit, char_before(edit, edit->cursor), edit->cursor,
		      NULL, 0);
}

static bool delete_after(struct edit *edit)
{
	return splice(edit, edit->cursor, char_end(edit, edit->cursor), NULL,
		      0);
}

/* Deletes, and keeps what was there for C-y. */
static bool kill_range(struct edit *edit, size_t from, size_t to)
{
	if (from == to)
		return true;
	edit->killed_n = to - from;
	memcpy(edit->killed, edit->text + from, edit->killed_n);
	return splice(edit, from, to, NULL, 0);
}

static bool kill_to_end(struct edit *edit)
{
	return kill_range(edit, edit->cursor, edit->n);
}

static bool kill_to_start(struct edit *edit)
{
	return kill_range(edit, 0, edit->cursor);
}

static bool kill_blank_word(struct edit *edit)
{
	return kill_range(edit, word_before(edit, is_not_blank), edit->cursor);
}

static bool kill_word_before(struct edit *edit)
{
	return kill_range(edit, word_before(edit, is_word), edit->cursor);
}

static bool kill_word_after(struct edit *edit)
{
	return kill_range(edit, edit->cursor, word_after(edit));
}

static bool yank(struct edit *edit)
{
	edit_insert(edit, edit->killed, edit->killed_n);
	return true;
}

/* Shows a line of the history, or the draft behind its end. */
static void show_line(struct edit *edit, size_t at)
{
	const char *line = edit->draft;

	if (at < history_size(edit))
		line = edit->history->lines[at].s;
	edit_set(edit, line);
	edit->at = at;
}

static bool history_previous(struct edit *edit)
{
	size_t n = history_size(edit);

	if (!edit->at || !n)
		return false;
	if (edit->at >= n) {
		memcpy(edit->draft, edit->text, edit->n + 1);
		edit->at = n;
	}
	show_line(edit, edit->at - 1);
	return true;
}

static bool history_next(struct edit *edit)
{
	if (edit->at >= history_size(edit))
		return false;
	show_line(edit, edit->at + 1);
	return true;
}

static const struct edit_command {
	uint32_t code;
	bool (*run)(struct edit *edit);
} commands[] = {
	{ KEYCODE_CTRL('a'), move_home },
	{ KEYCODE_HOME, move_home },
	{ KEYCODE_CTRL('e'), move_end },
	{ KEYCODE_END, move_end },
	{ KEYCODE_CTRL('b'), move_left },
	{ KEYCODE_LEFT, move_left },
	{ KEYCODE_CTRL('f'), move_right },
	{ KEYCODE_RIGHT, move_right },
	{ KEYCODE_ALT('b'), move_word_left },
	{ KEYCODE_ALT('f'), move_word_right },
	{ KEYCODE_BACKSPACE, delete_before },
	{ KEYCODE_CTRL('d'), delete_after },
	{ KEYCODE_DEL, delete_after },
	{ KEYCODE_CTRL('k'), kill_to_end },
	{ KEYCODE_CTRL('u'), kill_to_start },
	{ KEYCODE_CTRL('w'), kill_blank_word },
	{ KEYCODE_ALT(KEYCODE_BACKSPACE), kill_word_before },
	{ KEYCODE_ALT('d'), kill_word_after },
	{ KEYCODE_CTRL('y'), yank },
	{ KEYCODE_CTRL('p'), history_previous },
	{ KEYCODE_UP, history_previous },
	{ KEYCODE_CTRL('n'), history_next },
	{ KEYCODE_DOWN, history_next },
};

static bool paste_key(struct edit *edit, struct key key)
{
	char text[KEY_TEXT_MAX];

	if (key.code == KEYCODE_ENTER || key.code == KEYCODE_TAB) {
		edit->blank = true;
	} else if (key_text(key, text)) {
		if (edit->blank)
			insert_char(edit, (struct key){ ' ' });
		edit->blank = false;
		insert_char(edit, key);
	}
	return key.code != KEYCODE_RESIZE;
}

static bool line_key(struct edit *edit, struct key key)
{
	char text[KEY_TEXT_MAX];

	if (key_text(key, text)) {
		insert_char(edit, key);
		return true;
	}
	for (size_t i = 0; i < ARRAY_SIZE(commands); i++)
		if (commands[i].code == key.code)
			return commands[i].run(edit);
	return false;
}

bool edit_key(struct edit *edit, struct key key)
{
	bool used = true;

	if (key.code == KEYCODE_PASTE_BEGIN || key.code == KEYCODE_PASTE_END) {
		edit->pasting = key.code == KEYCODE_PASTE_BEGIN;
		edit->blank = false;
	} else if (edit->pasting) {
		used = paste_key(edit, key);
	} else {
		used = line_key(edit, key);
	}
	settle_cursor(edit);
	return used;
}

/* The columns that text[from..to) takes once it is escaped. */
static int columns_of(const struct edit *edit, size_t from, size_t to,
		      enum text_charset charset)
{
	struct buf buf = BUF_INIT;
	size_t width;

	if (from == to)
		return 0;
	text_escape(&buf, edit->text + from, to - from, charset);
	width = text_width(buf.s, buf.n);
	buf_release(&buf);
	return (int)width;
}

/* The columns from the first shown to the end of the cursor's own. */
static int columns_to_cursor(const struct edit *edit, enum text_charset charset)
{
	size_t end = char_end(edit, edit->cursor);
	int own = columns_of(edit, edit->cursor, end, charset);

	return columns_of(edit, edit->first, edit->cursor, charset) +
	       (own ? own : 1);
}

/* Drops characters in front of the cursor that take that many columns. */
static void scroll_by(struct edit *edit, int columns, enum text_charset charset)
{
	while (columns > 0 && edit->first < edit->cursor) {
		size_t next = char_end(edit, edit->first);

		columns -= columns_of(edit, edit->first, next, charset);
		edit->first = next;
	}
}

/*
 * Goes on until the cursor's character ends within the field.  Once is enough
 * but for marks that look different without the character before them.
 */
static void scroll_on(struct edit *edit, int columns, enum text_charset charset)
{
	int over = columns_to_cursor(edit, charset) - columns;

	while (over > 0 && edit->first < edit->cursor) {
		scroll_by(edit, over, charset);
		over = columns_to_cursor(edit, charset) - columns;
	}
}

/* Goes back while the field would be empty at its end. */
static void scroll_back(struct edit *edit, int columns,
			enum text_charset charset)
{
	while (edit->first) {
		size_t before = char_before(edit, edit->first);

		if (columns_of(edit, before, edit->n, charset) >= columns)
			break;
		edit->first = before;
	}
}

void edit_window(struct edit *edit, int columns, enum text_charset charset,
		 size_t *first, int *column)
{
	/* The text may have changed: back to where a character starts. */
	if (edit->first >= edit->cursor)
		edit->first = edit->cursor;
	else
		edit->first = char_before(edit, edit->first + 1);
	scroll_on(edit, columns, charset);
	scroll_back(edit, columns, charset);
	*first = edit->first;
	*column = columns_of(edit, edit->first, edit->cursor, charset);
}

static bool is_last(const struct history *history, const char *line)
{
	return history->n && !strcmp(history->lines[history->n - 1].s, line);
}

void history_add(struct history *history, const char *line)
{
	if (!*line || is_last(history, line))
		return;
	if (history->n == HISTORY_MAX) {
		buf_release(&history->lines[0]);
		memmove(history->lines, history->lines + 1,
			(HISTORY_MAX - 1) * sizeof(history->lines[0]));
		history->n--;
	}
	history->lines[history->n] = (struct buf)BUF_INIT;
	buf_adds(&history->lines[history->n++], line);
}

void history_release(struct history *history)
{
	for (size_t i = 0; i < history->n; i++)
		buf_release(&history->lines[i]);
	history->n = 0;
}
