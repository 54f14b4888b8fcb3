/*
 * The app as it is seen: title, one panel or two, footer.
 */
#ifndef TUI_APP_PAINT_H
#define TUI_APP_PAINT_H

#include "render/grid.h"

struct app;

/* Fills the grid, which is as large as app_resize was told. */
void app_paint(struct app *app, struct grid *grid);

#endif
