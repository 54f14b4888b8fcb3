#include "config.h"

#include "tui/app_paint.h"

#include <string.h>

#include "tui/app.h"
#include "tui/chrome.h"
#include "tui/nothing.h"

enum { ROWS_MIN = 4, COLS_MIN = 20 };

/* Why there is nothing to see, and what helps. */
static void paint_refusal(const struct canvas *canvas)
{
	struct buf why = BUF_INIT;

	buf_adds(&why, "Means do not add up, so there is no such view of "
		 "them. The list of functions has them; mean=false shows "
		 "sums.");
	nothing_paint(canvas, &why);
	buf_release(&why);
}

static void paint_panel(struct app *app, enum panel_id panel,
			const struct canvas *canvas, bool has_focus)
{
	if (!app_can_show(app, panel)) {
		paint_refusal(canvas);
		return;
	}
	app_panel(panel)->paint(app, app->panels[panel], canvas, has_focus);
}

static void paint_panels(struct app *app, const struct canvas *canvas)
{
	int left = canvas->cols / 2;
	struct canvas part;
	bool on_side = app->is_side_focused;

	if (app->side == PANEL_NONE || app->is_zoomed) {
		paint_panel(app, app_focus(app), canvas, true);
		return;
	}
	part = canvas_part(canvas, 0, 0, canvas->rows, left);
	paint_panel(app, app->main, &part, !on_side);
	canvas_vline(canvas, 0, left, canvas->rows, STYLE_RULE);
	part = canvas_part(canvas, 0, left + 1, canvas->rows,
			   canvas->cols - left - 1);
	paint_panel(app, app->side, &part, on_side);
}

/* Asks for room in as many words as there is room for. */
static void paint_too_small(const struct canvas *canvas)
{
	static const char *const texts[] = {
		"pprowl needs 20x4 cells", "needs 20x4 cells", "needs 20x4",
		"20x4",
	};
	size_t i = 0;

	while (i < ARRAY_SIZE(texts) - 1 &&
	       (int)strlen(texts[i]) > canvas->cols)
		i++;
	canvas_text(canvas, 0, 0, STYLE_ERROR, texts[i]);
}

void app_paint(struct app *app, struct grid *grid)
{
	struct canvas all = grid_canvas(grid), part;
	int top;

	grid_clear(grid);
	if (grid->rows < ROWS_MIN || grid->cols < COLS_MIN) {
		paint_too_small(&all);
		return;
	}
	if (!app->profile) {
		chrome_paint_loading(app, &all);
		return;
	}
	top = chrome_title_rows(app);
	chrome_paint_title(app, &all);
	part = canvas_part(&all, top, 0, all.rows - top - 1, all.cols);
	paint_panels(app, &part);
	chrome_paint_footer(app, &all);
}
