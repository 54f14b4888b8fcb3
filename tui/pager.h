/*
 * A place in text that is scrolled through without a cursor, as in less: what
 * searching goes on from is the line it found last, or the first that is seen.
 */
#ifndef TUI_PAGER_H
#define TUI_PAGER_H

#include <stdbool.h>
#include <stddef.h>

#include "keymap/action.h"
#include "model/buf.h"

struct pager {
	size_t n;		/* lines */
	size_t top;		/* the first that is seen */
	size_t hit;
	int height;		/* lines that are seen, once it was painted */
	int scroll;		/* columns passed */
};

/* Goes back to the start of n lines. */
void pager_reset(struct pager *pager, size_t n);

/* There are n lines now; what is seen stays as far as it can. */
void pager_resize(struct pager *pager, size_t n);

/* So many lines are seen from now on. */
void pager_show(struct pager *pager, int height);

/*
 * Scrolls, sideways over the longest line of so many columns; false when the
 * action is no move.
 */
bool pager_act(struct pager *pager, enum action action, int longest);

/* Makes a line seen that searching has found. */
void pager_seek(struct pager *pager, size_t line);

/* Appends "12-34/56". */
void pager_status(const struct pager *pager, struct buf *out);

#endif
