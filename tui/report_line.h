/*
 * A line of a report on a row of the screen.  The name that a line is about
 * gives way as it does in all views: it is cut where names are cut, or
 * scrolled, and what is in front of it stays, as does what is behind it where
 * there is room.  A line without a name is cut at its ends and scrolled as a
 * whole, but not beside names when it fits.
 */
#ifndef TUI_REPORT_LINE_H
#define TUI_REPORT_LINE_H

#include "render/grid.h"
#include "tui/page.h"
#include "tui/search.h"

/* Paints line i of a page, of which `scroll` columns are passed. */
void report_line_paint(const struct page *page, size_t i, int scroll,
		       const struct search *search, const struct canvas *row);

/*
 * Changes the columns passed so that bytes from..to of the line are seen, on a
 * screen of `cols` columns.
 */
void report_line_reveal(const struct page *page, size_t i, size_t from,
			size_t to, int cols, int *scroll);

/* How many columns may be passed before nothing is left to be seen. */
int report_line_most(const struct page *page, int cols);

#endif
