/*
 * Styles as the sequences that nearly all terminals take (ECMA-48, SGR), for
 * reports: they are written where curses is not at work.
 */
#ifndef TUI_SGR_H
#define TUI_SGR_H

#include <stdbool.h>
#include <stdint.h>

#include "model/buf.h"
#include "tui/theme.h"

/* Appends what turns to a style, of text in any other. */
typedef void sgr_style(struct buf *out, uint8_t style);

/*
 * What to use with the option -color for what is a terminal or is not: $TERM
 * and $COLORTERM say what that can do.  NULL: no colours.  term, colorterm and
 * no_color may be NULL.
 */
sgr_style *sgr_choose(enum theme_color color, bool is_terminal,
		      const char *term, const char *colorterm,
		      const char *no_color);

#endif
