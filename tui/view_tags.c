#include "config.h"

#include <string.h>

#include "tui/app.h"
#include "tui/cursor.h"
#include "tui/nothing.h"
#include "tui/tags_job.h"

/* What is measured, by the labels of the samples. */

enum {
	LAST_SEEN = 8,		/* columns of a name that is scrolled */
	SINGLE_COLUMNS = 2,
	BOTH_COLUMNS = 4,
};

struct view_tags {
	struct tags_ask asked;
	bool is_pending;		/* it has no answer yet */
	struct tags_job *answer;	/* on the screen; NULL: none */
	struct list list;
	int height, scroll;
	enum column_id sorted;
	bool is_reversed;
	enum share share;		/* widths are for this one */
	int widths[TOP_COLUMNS_MAX];
};

static const enum column_id single[SINGLE_COLUMNS] = {
	COLUMN_VALUE, COLUMN_VALUE_SHARE,
};
static const enum column_id both[BOTH_COLUMNS] = {
	COLUMN_BASE, COLUMN_CURRENT, COLUMN_CHANGE, COLUMN_RATIO,
};
static const enum column_id both_share[BOTH_COLUMNS] = {
	COLUMN_BASE, COLUMN_CURRENT, COLUMN_CHANGE, COLUMN_SHARE_CHANGE,
};

static const enum column_id *columns_of(const struct view_tags *v, size_t *n)
{
	if (v->answer->compare != COMPARE_BOTH) {
		*n = SINGLE_COLUMNS;
		return single;
	}
	*n = BOTH_COLUMNS;
	return v->share == SHARE_CHANGE ? both_share : both;
}

static const enum column_id single_orders[] = { COLUMN_VALUE, COLUMN_NAME };
static const enum column_id both_orders[] = {
	COLUMN_CHANGE, COLUMN_CURRENT, COLUMN_BASE, COLUMN_NAME
};

static const enum column_id *orders_of(const struct app *app, size_t *n)
{
	bool is_both = app->eval && app->eval->view.compare == COMPARE_BOTH;

	*n = is_both ? ARRAY_SIZE(both_orders) : ARRAY_SIZE(single_orders);
	return is_both ? both_orders : single_orders;
}

/* An order that the mode does not have gives way to the mode's own. */
static enum column_id fit_order(const struct app *app, enum column_id sorted)
{
	size_t n;
	const enum column_id *orders = orders_of(app, &n);

	for (size_t i = 0; i < n; i++) {
		if (orders[i] == sorted)
			return sorted;
	}
	return orders[0];
}

static void *view_tags_new(struct app *app)
{
	struct view_tags *v = mem_alloc(app->limits.mem, sizeof(*v));

	v->sorted = COLUMN_VALUE;
	return v;
}

static void view_tags_free(struct app *app, void *state)
{
	struct view_tags *v = state;

	if (v->answer)
		job_free(&v->answer->job);
	mem_free(app->limits.mem, v, sizeof(*v));
}

static void view_tags_forget(struct app *app, void *state)
{
	struct view_tags *v = state;

	(void)app;
	v->asked.eval = NULL;
}

static bool view_tags_is_behind(struct app *app, void *state)
{
	const struct view_tags *v = state;

	return v->answer && v->answer->profile != app->profile;
}

static void view_tags_leave(struct app *app, void *state)
{
	struct view_tags *v = state;

	if (!view_tags_is_behind(app, state))
		return;
	job_free(&v->answer->job);
	v->answer = NULL;
	list_resize(&v->list, 0);
	v->asked.eval = NULL;
}

static bool same_ask(const struct tags_ask *a, const struct tags_ask *b)
{
	return a->eval == b->eval && a->of_shown == b->of_shown &&
	       a->sorted == b->sorted && a->is_reversed == b->is_reversed;
}

static void find_widths(struct view_tags *v)
{
	struct top_table table = {
		.columns = &v->answer->columns, .rows = v->answer->rows,
		.is_signed = v->answer->compare == COMPARE_DIFFERENCE,
	};

	table.ids = columns_of(v, &table.n_ids);
	top_table_widths(&table, v->answer->n_rows);
	memcpy(v->widths, table.widths, sizeof(v->widths));
}

static void view_tags_update(struct app *app, void *state)
{
	struct view_tags *v = state;
	struct tags_ask ask = {
		.eval = app->eval, .of_shown = app->share == SHARE_SHOWN,
		.is_reversed = v->is_reversed,
	};

	if (!app->eval)
		return;
	v->sorted = ask.sorted = fit_order(app, v->sorted);
	if (v->share != app->share) {
		v->share = app->share;
		if (v->answer)
			find_widths(v);
	}
	if (same_ask(&ask, &v->asked))
		return;
	v->asked = ask;
	v->is_pending = true;
	worker_submit(&app->worker,
		      &tags_job_new(&ask, SLOT_TAGS, PANEL_TAGS)->job);
}

static void view_tags_revive(struct app *app, void *state)
{
	struct view_tags *v = state;

	if (v->is_pending && !worker_is_busy(&app->worker, SLOT_TAGS))
		v->asked.eval = NULL;
}

static bool same_text(struct str a, struct str b)
{
	return a.n == b.n && !memcmp(a.s, b.s, a.n);
}

/*
 * The row that says the same as one of the answer before; the heading of its
 * key when that is all that is left of it, else `row` again.
 */
static size_t find_again(const struct tags_job *t,
			 const struct tags_job *before, size_t row)
{
	const struct column_row *old = &before->rows[row];
	struct str key = before->rows[tags_job_heading(before, row)].name;
	bool is_key = false;
	size_t heading = row;

	for (size_t i = 0; i < t->n_rows; i++) {
		const struct column_row *r = &t->rows[i];

		if (r->is_heading) {
			is_key = same_text(r->name, key);
			heading = is_key ? i : heading;
		}
		if (is_key && r->is_heading == old->is_heading &&
		    same_text(r->name, old->name))
			return i;
	}
	return heading;
}

static void view_tags_done(struct app *app, void *state, struct job *job)
{
	struct view_tags *v = state;
	struct tags_job *before = v->answer;
	size_t at = v->list.cursor;

	(void)app;
	v->answer = (struct tags_job *)job;
	v->is_pending = false;
	if (before && at < before->n_rows)
		at = find_again(v->answer, before, at);
	else
		at = v->answer->n_rows > 1;
	list_resize(&v->list, v->answer->n_rows);
	list_seek(&v->list, at);
	find_widths(v);
	if (before)
		job_free(&before->job);
}

/* Adds the filter, or takes it away when it is there. */
static void toggle_filter(struct app *app, const char *text)
{
	struct filters *filters = &app->view.filters;
	struct err err;

	for (size_t i = 0; i < filters->n; i++) {
		if (filters->at[i].kind != FILTER_TAGFOCUS ||
		    strcmp(filters->at[i].text, text))
			continue;
		filters_remove(filters, i);
		app_changed(app);
		return;
	}
	if (filter_check(FILTER_TAGFOCUS, text, &err))
		app_say(app, STYLE_ERROR, "no filter for this: %s", err.text);
	else
		app_add_filter(app, FILTER_TAGFOCUS, text);
}

static void enter(struct app *app, const struct view_tags *v)
{
	struct buf text = BUF_INIT;
	size_t at = v->list.cursor;

	if (!v->answer || at >= v->answer->n_rows)
		return;
	if (v->answer->rows[at].is_heading)
		app_say(app, STYLE_STATUS, "a key has no filter of its own, "
			"its values have");
	else if (tags_job_filter(v->answer, at, &text))
		toggle_filter(app, buf_str(&text));
	else
		app_say(app, STYLE_STATUS, "no filter can be written for "
			"this key");
	buf_release(&text);
}

static void next_sort(const struct app *app, struct view_tags *v)
{
	size_t n, at = 0;
	const enum column_id *orders = orders_of(app, &n);

	while (at < n - 1 && orders[at] != v->sorted)
		at++;
	v->sorted = orders[(at + 1) % n];
}

/* To the key before this one, or the next. */
static void step_key(struct view_tags *v, bool forward)
{
	const struct tags_job *t = v->answer;
	size_t at = v->list.cursor;

	if (!v->list.n)
		return;
	if (!forward) {
		at = tags_job_heading(t, at ? at - 1 : 0);
	} else {
		for (at++; at < t->n_rows && !t->rows[at].is_heading; at++)
			;
		if (at == t->n_rows)
			return;
	}
	list_seek(&v->list, at);
}

/* Names scroll as long as the end of the longest on the screen is seen. */
static int scroll_max(const struct app *app, const struct view_tags *v)
{
	struct buf text = BUF_INIT;
	int longest = 0, width;

	for (size_t i = 0; i < (size_t)v->height; i++) {
		const struct column_row *row;

		if (v->list.top + i >= v->list.n)
			break;
		row = &v->answer->rows[v->list.top + i];
		buf_clear(&text);
		text_escape(&text, row->name.s, row->name.n, app->charset);
		width = row->indent +
			(int)text_width(buf_str(&text), text.n);
		longest = width > longest ? width : longest;
	}
	buf_release(&text);
	return longest - LAST_SEEN;
}

static bool view_tags_act(struct app *app, void *state, enum action action)
{
	struct view_tags *v = state;

	if (cursor_act(&v->list, v->height, action))
		return true;
	switch (action) {
	case ACTION_LEFT:
	case ACTION_RIGHT:
		v->scroll = cursor_scroll(v->scroll, action,
					  scroll_max(app, v));
		return true;
	case ACTION_ENTER:
		enter(app, v);
		return true;
	case ACTION_NEXT_SORT:
		next_sort(app, v);
		return true;
	case ACTION_REVERSE_ORDER:
		v->is_reversed = !v->is_reversed;
		return true;
	case ACTION_PREVIOUS_HOTTEST:
	case ACTION_NEXT_HOTTEST:
		step_key(v, action == ACTION_NEXT_HOTTEST);
		return true;
	default:
		return false;
	}
}

/* The key of the row, which may be off the screen. */
static void view_tags_title(struct app *app, void *state, struct buf *out)
{
	const struct view_tags *v = state;
	struct str key;

	(void)app;
	if (!v->list.n)
		return;
	key = v->answer->rows[tags_job_heading(v->answer, v->list.cursor)].name;
	buf_add(out, key.s, key.n);
}

static void view_tags_status(struct app *app, void *state, struct buf *out)
{
	const struct view_tags *v = state;

	(void)app;
	if (v->list.n)
		buf_addf(out, "%zu/%zu", v->list.cursor + 1, v->list.n);
}

static void paint_nothing(const struct app *app, const struct view_tags *v,
			  const struct canvas *canvas)
{
	struct buf why = BUF_INIT;

	if (v->answer && !v->answer->sums.tags.at.n)
		buf_adds(&why, "The samples have no labels.");
	else if (v->answer)
		nothing_explain(app, MAP_TAGS, "label", &why);
	nothing_paint(canvas, &why);
	buf_release(&why);
}

static void view_tags_paint(struct app *app, void *state,
			    const struct canvas *canvas, bool has_focus)
{
	struct view_tags *v = state;
	struct top_table table = {
		.title = "key and values", .scroll = v->scroll,
		.has_focus = has_focus, .hits = search_paints,
		.data = &app->search,
	};

	v->height = top_table_height(canvas->rows);
	if (!v->list.n) {
		paint_nothing(app, v, canvas);
		return;
	}
	table.columns = &v->answer->columns;
	table.rows = v->answer->rows;
	table.sorted = v->answer->ask.sorted;
	table.bar_max = v->answer->bar_max;
	table.is_signed = v->answer->compare == COMPARE_DIFFERENCE;
	table.ids = columns_of(v, &table.n_ids);
	memcpy(table.widths, v->widths, sizeof(table.widths));
	top_table_paint(&table, &v->list, canvas);
}

static struct panel_lines view_tags_lines(struct app *app, void *state)
{
	const struct view_tags *v = state;

	(void)app;
	return (struct panel_lines){ v->list.n, v->list.cursor };
}

static void view_tags_line(struct app *app, void *state, size_t i,
			   struct buf *out)
{
	const struct view_tags *v = state;
	struct str name = v->answer->rows[i].name;

	(void)app;
	buf_add(out, name.s, name.n);
}

static void view_tags_seek(struct app *app, void *state, size_t i)
{
	struct view_tags *v = state;

	(void)app;
	list_seek(&v->list, i);
}

const struct panel_ops panel_tags_ops = {
	.name = "tags",
	.map = MAP_TAGS,
	.footer = {
		{ ACTION_ENTER, "filter" },
		{ ACTION_REMOVE_FILTER, "remove it" },
		{ ACTION_VIEW_TOP, "top" },
		{ ACTION_NEXT_METRIC, "metric" },
		{ ACTION_NEXT_COMPARE, "compare" },
		{ ACTION_NEXT_SORT, "sort" },
		{ ACTION_HELP, "help" },
	},
	.new = view_tags_new,
	.free = view_tags_free,
	.update = view_tags_update,
	.revive = view_tags_revive,
	.done = view_tags_done,
	.forget = view_tags_forget,
	.leave = view_tags_leave,
	.is_behind = view_tags_is_behind,
	.act = view_tags_act,
	.title = view_tags_title,
	.status = view_tags_status,
	.paint = view_tags_paint,
	.lines = view_tags_lines,
	.line = view_tags_line,
	.seek = view_tags_seek,
};
