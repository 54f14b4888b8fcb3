/*
 * A line of text being edited, with the keys of readline, and the history of
 * lines before it.
 *
 * The text is UTF-8 of at most EDIT_MAX bytes and holds only what a key can
 * type (see key_text): no controls, nothing unseen, nothing broken.  Some of it
 * may still not be printable, so whoever paints it escapes it.  The cursor is
 * between characters; a character and its marks are one.
 *
 * The struct has no memory of its own; zeroes are an empty line without
 * history.  A key costs at most a walk over the line.
 */
#ifndef TUI_EDIT_H
#define TUI_EDIT_H

#include "keymap/key.h"
#include "model/buf.h"
#include "render/text.h"

#include <stdbool.h>
#include <stddef.h>

/* More than any pattern somebody types; a longer one comes from an option. */
#define EDIT_MAX 4096

#define HISTORY_MAX 100

/* Lines, oldest first, none empty, none twice in a row; zeroes are none. */
struct history {
	struct buf lines[HISTORY_MAX];
	size_t n;
};

struct edit {
	char text[EDIT_MAX + 1];
	size_t n, cursor;		/* bytes */
	unsigned changes;		/* counts changes of the text */

	char killed[EDIT_MAX + 1];	/* what C-y puts back */
	size_t killed_n;

	const struct history *history;	/* borrowed; may be NULL */
	size_t at;			/* line shown; history->n: the draft */
	char draft[EDIT_MAX + 1];	/* the new line meanwhile */

	bool pasting;
	bool blank;			/* line ends or tabs are due */
	size_t first;			/* first byte shown */
};

/*
 * Empties the line for a new one, with a history that outlives it or NULL.
 * What was killed can still be put back.
 */
void edit_clear(struct edit *edit, const struct history *history);

/* The text; borrowed, until the next call that changes it. */
const char *edit_text(const struct edit *edit);

/*
 * Makes text the new line, cursor at its end.  False when some of it could not
 * be taken, see edit_insert.
 */
bool edit_set(struct edit *edit, const char *text);

/*
 * Inserts n bytes of text at the cursor.  False when bytes that are no text
 * were left out, or what is behind the line's limit.
 */
bool edit_insert(struct edit *edit, const char *text, size_t n);

/*
 * Reacts to a key; false when the line has no use for it.  That goes for Enter,
 * Esc and Tab, for Backspace in an empty line, and for Up and Down where the
 * history ends.
 *
 * While edit->pasting, between the ends of a paste, every key but a resize is
 * text or nothing: offer it here before looking it up in a keymap.  Line ends
 * and tabs within a paste become one space.
 */
bool edit_key(struct edit *edit, struct key key);

/*
 * Scrolls so that the cursor is within a field of that many columns, and says
 * which byte of the text the field starts with and in which of its columns the
 * cursor is.  At the end of the text the cursor has a column of its own.
 */
void edit_window(struct edit *edit, int columns, enum text_charset charset,
		 size_t *first, int *column);

/* Adds a line, unless it is empty or the last one; the oldest may go. */
void history_add(struct history *history, const char *line);

void history_release(struct history *history);

#endif
