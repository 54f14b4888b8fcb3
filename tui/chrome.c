#include "config.h"

#include "tui/chrome.h"

#include <inttypes.h>
#include <string.h>

#include "model/clock.h"
#include "model/url.h"
#include "render/number.h"
#include "tui/open.h"
#include "tui/source_names.h"

static void add_value(const struct app *app, int64_t value, bool is_signed,
		      struct buf *out)
{
	if (is_signed)
		number_sign(out, value);
	columns_value(&app->eval->columns, value, "auto", out);
}

/* What percentages are of, where it is not the total: "% of 12MB shown". */
static void add_shown(const struct app *app, struct buf *out)
{
	buf_adds(out, ", % of ");
	add_value(app, top_shown(&app->eval->top, 0), false, out);
	buf_adds(out, " shown");
}

/* "12MB of 339MB total (3.53%)": with how much of it the filters leave. */
static void add_one_side(const struct app *app, bool says_left,
			 const char *what, struct buf *out)
{
	const struct eval *eval = app->eval;
	int64_t left = top_shown(&eval->top, 0), total = eval->lanes.totals[0];
	bool is_part = says_left && app->share == SHARE_TOTAL &&
		       eval->view.filters.n && !eval->view.is_relative &&
		       !eval->view.is_mean;

	if (is_part) {
		add_value(app, left, false, out);
		buf_adds(out, " of ");
	}
	add_value(app, total, false, out);
	buf_addf(out, " %s", what);
	if (is_part) {
		buf_adds(out, " (");
		number_share(out, left, total);
		buf_addc(out, ')');
	}
	if (app->share == SHARE_SHOWN)
		add_shown(app, out);
}

static void add_difference(const struct app *app, struct buf *out)
{
	const struct eval *eval = app->eval;

	add_value(app, eval->net, true, out);
	buf_adds(out, " difference");
	if (app->share == SHARE_SHOWN) {
		add_shown(app, out);
		return;
	}
	buf_adds(out, ", % of ");
	add_value(app, eval->lanes.totals[0], false, out);
	buf_adds(out, eval->view.is_diff_base ? " base" : " changed");
}

static void add_both(const struct app *app, struct buf *out)
{
	const int64_t *totals = app->eval->lanes.totals;

	add_value(app, totals[1], false, out);
	buf_adds(out, " | ");
	add_value(app, totals[0], false, out);
	buf_adds(out, " side by side");
	if (app->share == SHARE_CHANGE)
		buf_adds(out, ", change in share");
}

/* How much there is, and what percentages are of. */
static void add_totals(const struct app *app, bool says_left, struct buf *out)
{
	switch (app->eval->view.compare) {
	case COMPARE_CURRENT:
		add_one_side(app, says_left, app->profile->n_sides > 1 ?
			     "current only" : "total", out);
		break;
	case COMPARE_BASE:
		add_one_side(app, says_left, "base only", out);
		break;
	case COMPARE_BOTH:
		add_both(app, out);
		break;
	case COMPARE_DIFFERENCE:
		add_difference(app, out);
		break;
	}
}

/* What else numbers are that they were not in the file. */
static void add_options(const struct app *app, struct buf *out)
{
	const struct view *view = &app->eval->view;

	if (app->eval->lanes.ratio > 0)
		buf_addf(out, ", divided by %g", view->divide_by);
	if (app->reload.with.normalize && app->profile->n_sides > 1)
		buf_adds(out, ", normalized");
	if (view->is_relative && view->filters.n)
		buf_adds(out, ", relative");
	if (view->drops_negative)
		buf_adds(out, ", no negative");
}

static void compose_title(const struct app *app, bool says_left,
			  const struct buf *own, struct buf *out)
{
	buf_addc(out, ' ');
	if (app->options->is_insecure)
		buf_adds(out, "INSECURE ");
	source_names_add(app, out);
	if (app->eval) {
		const struct profile *p = app->profile;
		const struct view *view = &app->eval->view;

		buf_addf(out, "  %s%s  ", view->is_mean ? "mean_" : "",
			 profile_str(p, p->types.at[view->type].type).s);
		add_totals(app, says_left, out);
		add_options(app, out);
	}
	if (own->n) {
		buf_adds(out, "  ");
		buf_add(out, own->s, own->n);
	}
}

/*
 * What a panel has to say of its own comes before what the filters leave, where
 * there is no room for both.
 */
static void add_title(struct app *app, int cols, struct buf *out)
{
	enum panel_id focus = app_focus(app);
	const struct panel_ops *ops = app_panel(focus);
	struct buf own = BUF_INIT;

	if (ops->title && app_can_show(app, focus))
		ops->title(app, app->panels[focus], &own);
	compose_title(app, true, &own, out);
	if (own.n && text_width(buf_str(out), out->n) > (size_t)cols) {
		buf_clear(out);
		compose_title(app, false, &own, out);
	}
	buf_release(&own);
}

/*
 * What stands in the row of filters: frames that are made of labels, which are
 * there before any filter, then the filters.  `filter` is -1 for the former.
 */
struct entry {
	const char *name, *text;
	int filter;
};

enum { FRAMES_MAX = 2, ENTRIES_MAX = FILTERS_MAX + FRAMES_MAX };

static size_t find_entries(const struct app *app, struct entry *entries)
{
	const struct options *o = app->options;
	const struct filters *filters = &app->view.filters;
	const struct entry frames[FRAMES_MAX] = {
		{ "tagroot", o->tag_root, -1 }, { "tagleaf", o->tag_leaf, -1 },
	};
	size_t n = 0;

	for (size_t i = 0; i < FRAMES_MAX; i++) {
		if (*frames[i].text)
			entries[n++] = frames[i];
	}
	for (size_t i = 0; i < filters->n; i++)
		entries[n++] = (struct entry){
			filter_name(filters->at[i].kind), filters->at[i].text,
			(int)i,
		};
	return n;
}

int chrome_title_rows(const struct app *app)
{
	struct entry entries[ENTRIES_MAX];

	return find_entries(app, entries) ? 2 : 1;
}

/* How many names a filter could not be decided on, once that is known. */
static void add_undecided(const struct app *app, int filter, struct buf *out)
{
	const struct eval *eval = app->eval;
	size_t n;

	if (filter < 0 || !eval ||
	    !filters_equal(&eval->view.filters, &app->view.filters))
		return;
	n = eval->lens->matches[filter].n_undecided;
	if (n)
		buf_addf(out, " (%zu undecided)", n);
}

/* Paints one into so many columns and returns what it used of them. */
static int paint_entry(const struct app *app, const struct entry *entry,
		       struct span span, const struct canvas *canvas)
{
	struct buf text = BUF_INIT, aside = BUF_INIT;
	int used;

	buf_addf(&text, "%s=%s", entry->name, entry->text);
	add_undecided(app, entry->filter, &aside);
	used = canvas_escape(canvas, (struct span){
		span.row, span.col, span.cols - (int)aside.n,
	}, STYLE_FILTER, text.s, text.n);
	used += canvas_put(canvas, (struct span){
		span.row, span.col + used, span.cols - used,
	}, STYLE_ERROR, buf_str(&aside), aside.n);
	buf_release(&text);
	buf_release(&aside);
	return used;
}

/* One after the other; all of them, if need be cut short. */
static void paint_entries(const struct app *app, const struct canvas *canvas)
{
	struct entry entries[ENTRIES_MAX];
	size_t n = find_entries(app, entries);
	int at = 1, cols;

	if (!n || canvas->rows < 2)
		return;
	canvas_fill(canvas, (struct span){ 1, 0, canvas->cols }, STYLE_FILTER,
		    ' ');
	for (size_t i = 0; i < n; i++) {
		cols = (canvas->cols - at) / (int)(n - i) - 1;
		at += paint_entry(app, &entries[i],
				  (struct span){ 1, at, cols }, canvas) + 1;
	}
}

/* "12 s of 30": how long servers have been waited for. */
static void add_wait(const struct app *app, struct buf *out)
{
	const struct input_progress *p = &app->progress;
	int64_t seconds = (clock_ms() - p->asked_ms) / 1000;

	buf_addf(out, "%" PRId64 " s", p->asked_ms ? seconds : 0);
	if (p->expected)
		buf_addf(out, " of %" PRId64, p->expected);
}

/* What takes long, if anything does. */
static void add_busy(struct app *app, struct buf *out)
{
	if (!app_is_busy(app))
		return;
	if (app->progress.waiting > 0) {
		buf_adds(out, " fetching  ");
		add_wait(app, out);
		buf_addc(out, ' ');
	} else {
		buf_adds(out, worker_is_busy(&app->reader, SLOT_LOAD) ?
			      " reading " : " working ");
	}
}

void chrome_paint_title(struct app *app, const struct canvas *canvas)
{
	struct buf title = BUF_INIT, busy = BUF_INIT;
	int room;

	add_busy(app, &busy);
	room = canvas->cols > (int)busy.n ? canvas->cols - (int)busy.n : 0;
	add_title(app, room, &title);
	canvas_fill(canvas, canvas_rest(canvas, 0, 0), STYLE_TITLE, ' ');
	canvas_escape(canvas, (struct span){ 0, 0, room }, STYLE_TITLE,
		      buf_str(&title), title.n);
	canvas_text(canvas, 0, room, STYLE_STATUS, buf_str(&busy));
	paint_entries(app, canvas);
	buf_release(&title);
	buf_release(&busy);
}

static int paint_status(struct app *app, const struct canvas *canvas)
{
	enum panel_id focus = app_focus(app);
	const struct panel_ops *ops = app_panel(focus);
	struct buf text = BUF_INIT;
	int used;

	buf_addc(&text, ' ');
	if (ops->status && app_can_show(app, focus))
		ops->status(app, app->panels[focus], &text);
	used = canvas_escape(canvas, canvas_rest(canvas, 0, 0), STYLE_STATUS,
			     text.s, text.n);
	buf_release(&text);
	return used;
}

/* Paints a hint, if all of it fits, and returns the columns it takes. */
static int paint_key(const struct app *app, const struct panel_key *hint,
		     const struct canvas *canvas, int at)
{
	enum map map = app_panel(app_focus(app))->map;
	char key[32];
	int cols;

	if (hint->action == ACTION_NEXT_COMPARE && app->profile->n_sides < 2)
		return 0;
	if (!keymap_key_of(&app->keymap, map, hint->action, key, sizeof(key)))
		return 0;
	cols = 3 + (int)strlen(key) + (int)strlen(hint->label);
	if (at + cols <= canvas->cols) {
		canvas_text(canvas, 0, at + 2, STYLE_KEY, key);
		canvas_text(canvas, 0, at + 3 + (int)strlen(key), STYLE_STATUS,
			    hint->label);
	}
	return cols;
}

/* As many hints as fit whole; the last, which is help, before the others. */
static void paint_keys(const struct app *app, int at,
		       const struct canvas *canvas)
{
	const struct panel_key *hint = app_panel(app_focus(app))->footer;
	const struct panel_key *last = hint;
	struct canvas nowhere = canvas_part(canvas, 0, 0, 0, 0), room;
	int cols;

	while (last->action && last[1].action)
		last++;
	cols = canvas->cols - paint_key(app, last, &nowhere, 0);
	room = canvas_part(canvas, 0, 0, 1, cols > at ? cols : canvas->cols);
	for (; hint < last; hint++) {
		cols = paint_key(app, hint, &room, at);
		if (at + cols > room.cols)
			break;
		at += cols;
	}
	paint_key(app, last, canvas, at);
}

enum { MESSAGE_ROWS = 3 };

/*
 * A message that is too long for the last row takes more, over the panels: the
 * end of it is where it says what to do.
 */
static void paint_message(const struct app *app, const struct canvas *all)
{
	size_t starts[MESSAGE_ROWS], ends[MESSAGE_ROWS];
	struct buf text = BUF_INIT, cut = BUF_INIT;
	int cols = all->cols - 1, rows = 0;

	text_escape(&text, app->message.s, app->message.n,
		    all->grid->charset);
	for (size_t at = 0; at < text.n && rows < MESSAGE_ROWS; rows++) {
		starts[rows] = at;
		at += text_row(text.s + at, text.n - at, cols);
		ends[rows] = at;
		at += at < text.n && text.s[at] == ' ';
	}
	if (rows)
		ends[rows - 1] = text.n;
	for (int i = 0; i < rows; i++) {
		struct canvas row = canvas_part(all, all->rows - rows + i, 0,
						1, all->cols);

		buf_clear(&cut);
		text_elide(&cut, text.s + starts[i],
			   ends[i] - starts[i], cols,
			   all->grid->charset);
		canvas_fill(&row, canvas_rest(&row, 0, 0), STYLE_PLAIN, ' ');
		canvas_put(&row, canvas_rest(&row, 0, 1), app->message_style,
			   buf_str(&cut), cut.n);
	}
	buf_release(&text);
	buf_release(&cut);
}

void chrome_paint_footer(struct app *app, const struct canvas *all)
{
	struct canvas row = canvas_part(all, all->rows - 1, 0, 1, all->cols);

	if (prompt_is_open(&app->prompt))
		prompt_paint(app, &row);
	else if (app->message.n)
		paint_message(app, all);
	else
		paint_keys(app, paint_status(app, &row), &row);
}

static void add_size(uint64_t bytes, struct buf *out)
{
	number_value(out, bytes > INT64_MAX ? INT64_MAX : (int64_t)bytes,
		     "bytes", "auto");
}

/* The first of those that are fetched, the base last; NULL: none is. */
static const char *first_url(const struct options *o)
{
	const char *base = open_base(o);

	for (size_t i = 0; i < o->n_sources; i++) {
		if (url_is_one(o->sources[i]))
			return o->sources[i];
	}
	return base && url_is_one(base) ? base : NULL;
}

/* "Fetching localhost:6060/debug/pprof/profile +1  12 s of 30" */
static void add_fetching(const struct app *app, struct buf *out)
{
	const struct input_progress *p = &app->progress;
	const char *source = first_url(app->options);
	struct url url;
	struct err err;

	buf_adds(out, "Fetching ");
	if (source && url_parse(&url, source, 0, &err) == URL_GOOD) {
		buf_addf(out, "%s%s", buf_str(&url.host), buf_str(&url.path));
		url_release(&url);
	}
	if (p->waiting > 1)
		buf_addf(out, " +%" PRId64, p->waiting - 1);
	buf_adds(out, "  ");
	add_wait(app, out);
}

static void add_read(const struct app *app, struct buf *out)
{
	uint64_t total = app->progress.total;

	add_size(app->progress.read, out);
	if (total) {
		buf_adds(out, " of ");
		add_size(total, out);
	}
	buf_adds(out, " read, ");
	add_size(app->progress.inflated, out);
	buf_adds(out, " inflated");
}

static void paint_line(const struct canvas *canvas, int row, uint8_t style,
		       const struct buf *raw)
{
	canvas_escape(canvas, canvas_rest(canvas, row, 2), style, buf_str(raw),
		      raw->n);
}

void chrome_paint_loading(struct app *app, const struct canvas *canvas)
{
	bool is_waiting = app->progress.waiting > 0;
	struct buf text = BUF_INIT;
	int row = canvas->rows / 3;
	char key[32];

	if (is_waiting) {
		add_fetching(app, &text);
	} else {
		buf_adds(&text, "Reading ");
		source_names_add(app, &text);
	}
	paint_line(canvas, row, STYLE_PLAIN, &text);
	buf_clear(&text);
	if (!is_waiting || app->progress.read)
		add_read(app, &text);
	paint_line(canvas, row + 1, STYLE_DIM, &text);
	buf_clear(&text);
	if (keymap_key_of(&app->keymap, MAP_GENERAL, ACTION_CANCEL, key,
			  sizeof(key)))
		buf_addf(&text, "%s cancels", key);
	paint_line(canvas, row + 3, STYLE_DIM, &text);
	buf_release(&text);
}
