/*
 * What searching has found in a line of text that is scrolled sideways.
 */
#ifndef TUI_HITS_H
#define TUI_HITS_H

#include "model/strings.h"
#include "render/grid.h"
#include "tui/search.h"

/*
 * Marks it in a row where the line, printable text, is shown from column
 * `scroll` on.  Returns whether there was anything.
 */
bool hits_paint(const struct search *search, struct str line, int scroll,
		const struct canvas *row);

/*
 * Changes the columns passed so that from..to of a line are seen, on a screen
 * of `cols` columns.
 */
void hits_reveal(int from, int to, int cols, int *scroll);

#endif
