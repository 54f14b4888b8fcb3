/*
 * What stands around the panels: the title, which says whose numbers these
 * are and through which filters, and the last row with what may be done next.
 */
#ifndef TUI_CHROME_H
#define TUI_CHROME_H

#include "tui/app.h"

/*
 * Rows the title takes: one, and one more when there are filters or frames
 * that are made of labels.
 */
int chrome_title_rows(const struct app *app);

void chrome_paint_title(struct app *app, const struct canvas *canvas);

/*
 * The last row of the screen: a prompt, status and keys, or a message, which
 * takes up to three rows when it is long.
 */
void chrome_paint_footer(struct app *app, const struct canvas *all);

/* The whole screen while the profiles are being read. */
void chrome_paint_loading(struct app *app, const struct canvas *canvas);

#endif
