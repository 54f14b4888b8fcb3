#include "config.h"

#include "tui/nothing.h"

#include "tui/app.h"

enum { INDENT = 2 };

void nothing_add_way(const struct app *app, enum map map, enum action action,
		     const char *what, struct buf *out)
{
	app_add_key(app, map, action, out);
	buf_addf(out, " %s", what);
}

void nothing_explain(const struct app *app, enum map map, const char *what,
		     struct buf *out)
{
	const struct profile *p = app->profile;

	if (!p->rows.n) {
		buf_adds(out, "The profile has no samples.");
	} else if (!p->frames.n && map != MAP_TAGS) {
		buf_adds(out, "No sample has a stack: ");
		nothing_add_way(app, map, ACTION_VIEW_TAGS,
				"shows their labels.", out);
	} else if (app->view.filters.n) {
		buf_addf(out, "No %s is left by the filters: ", what);
		nothing_add_way(app, map, ACTION_REMOVE_FILTER,
				"removes the last one, ", out);
		nothing_add_way(app, map, ACTION_REMOVE_ALL_FILTERS, "all.",
				out);
	} else if (app->eval && app->eval->view.compare == COMPARE_DIFFERENCE) {
		buf_addf(out, "No %s has changed: ", what);
		nothing_add_way(app, map, ACTION_NEXT_COMPARE,
				"shows both sides, ", out);
		nothing_add_way(app, map, ACTION_NEXT_METRIC,
				"the next sample type.", out);
	} else {
		buf_addf(out, "No %s has a value here: ", what);
		nothing_add_way(app, map, ACTION_NEXT_METRIC,
				"shows the next sample type.", out);
	}
}

void nothing_paint(const struct canvas *canvas, const struct buf *why)
{
	int row = canvas->rows / 3;
	int cols = canvas->cols > INDENT ? canvas->cols - INDENT : 0;
	size_t at = 0, n;

	for (; at < why->n && row < canvas->rows; row++) {
		n = text_row(why->s + at, why->n - at, cols);
		canvas_escape(canvas, canvas_rest(canvas, row, INDENT),
			      STYLE_DIM, why->s + at, n);
		at += n;
		at += at < why->n && why->s[at] == ' ';
	}
}
