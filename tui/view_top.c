#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "render/top.h"
#include "tui/app.h"
#include "tui/cursor.h"
#include "tui/marks_job.h"
#include "tui/nothing.h"

/* The list of functions: what the app starts with and comes back to. */

enum { LAST_SEEN = 8 };		/* columns of a name that is scrolled */

struct view_top {
	struct mem *mem;
	const struct eval *eval;	/* that rows are of; NULL: none yet */
	const struct eval *marked;	/* whose marks were asked for */
	struct column_row *rows;	/* list.n of them, in order */
	size_t n_alloc;
	struct list list;
	int height, scroll;
	bool is_new;			/* the rows; not painted yet */
	enum column_id sorted;
	bool is_reversed, is_by_cum;
	bool option_by_cum;		/* when it was looked at last */
	enum share share;
	int64_t bar_max;
	struct columns columns;
	int widths[TOP_COLUMNS_MAX];
};

/* The columns of a mode of comparison, and which may be sorted by. */
static const enum column_id single[] = {
	COLUMN_FLAT, COLUMN_FLAT_SHARE, COLUMN_SUM_SHARE, COLUMN_CUM,
	COLUMN_CUM_SHARE,
};
static const enum column_id both_flat[] = {
	COLUMN_BASE, COLUMN_CURRENT, COLUMN_CHANGE, COLUMN_RATIO,
};
static const enum column_id both_cum[] = {
	COLUMN_CUM_BASE, COLUMN_CUM_CURRENT, COLUMN_CUM_CHANGE,
	COLUMN_CUM_RATIO,
};
static const enum column_id share_flat[] = {
	COLUMN_BASE, COLUMN_CURRENT, COLUMN_CHANGE, COLUMN_SHARE_CHANGE,
};
static const enum column_id share_cum[] = {
	COLUMN_CUM_BASE, COLUMN_CUM_CURRENT, COLUMN_CUM_CHANGE,
	COLUMN_CUM_SHARE_CHANGE,
};

static bool is_both(const struct view_top *v)
{
	return v->eval && v->eval->view.compare == COMPARE_BOTH;
}

static const enum column_id *columns_of(const struct view_top *v, size_t *n)
{
	if (!is_both(v)) {
		*n = ARRAY_SIZE(single);
		return single;
	}
	*n = ARRAY_SIZE(both_flat);
	if (v->share == SHARE_CHANGE)
		return v->is_by_cum ? share_cum : share_flat;
	return v->is_by_cum ? both_cum : both_flat;
}

static bool has_column(const struct view_top *v, enum column_id id)
{
	size_t n;
	const enum column_id *ids = columns_of(v, &n);

	for (size_t i = 0; i < n; i++) {
		if (ids[i] == id)
			return true;
	}
	return id == COLUMN_NAME;
}

static void sort_by_cum(struct view_top *v, bool by_cum)
{
	v->is_by_cum = by_cum;
	if (is_both(v))
		v->sorted = by_cum ? COLUMN_CUM_CHANGE : COLUMN_CHANGE;
	else
		v->sorted = by_cum ? COLUMN_CUM : COLUMN_FLAT;
}

/* A column that the mode does not have gives way to the mode's own. */
static void fit_sorted(struct view_top *v)
{
	if (!has_column(v, v->sorted))
		sort_by_cum(v, v->is_by_cum);
}

struct order {
	const struct view_top *view;
	const struct column *column;
};

static int row_order(const void *pa, const void *pb, void *data)
{
	const struct order *o = data;
	const struct column_row *a = pa, *b = pb;
	const uint32_t *ranks = o->view->eval->lens->nodes.ranks;
	int order = column_order(o->column, a, b);

	if (!order)
		order = (ranks[a->node] > ranks[b->node]) -
			(ranks[a->node] < ranks[b->node]);
	return o->view->is_reversed ? -order : order;
}

/* The evaluation is in the order of flat already: of the sums of flat. */
static void sort_rows(struct view_top *v)
{
	struct order order = { v, &column_table[v->sorted] };
	bool is_sorted = v->sorted == COLUMN_FLAT && !v->is_reversed &&
			 !v->eval->lanes.is_mean;
	int64_t running = 0;

	if (v->list.n && !is_sorted)
		qsort_r(v->rows, v->list.n, sizeof(*v->rows), row_order,
			&order);
	v->bar_max = 0;
	for (size_t i = 0; i < v->list.n; i++) {
		const struct column_row *row = &v->rows[i];
		int64_t key = order.column->key ? order.column->key(row) :
						  row->flat[0];

		running = lanes_add(running, v->rows[i].flat[0]);
		v->rows[i].running = running;
		if (lanes_abs(key) > v->bar_max)
			v->bar_max = lanes_abs(key);
	}
}

static void set_totals(struct app *app, struct view_top *v)
{
	v->share = app->share;
	v->columns = v->eval->columns;
	if (app->share != SHARE_SHOWN)
		return;
	for (int i = 0; i < 2; i++)
		v->columns.totals[i] = top_shown(&v->eval->top, i);
}

static void find_widths(struct view_top *v)
{
	struct top_table table = { .columns = &v->columns, .rows = v->rows };

	table.is_signed = v->eval->view.compare == COMPARE_DIFFERENCE;
	table.ids = columns_of(v, &table.n_ids);
	top_table_widths(&table, v->list.n);
	memcpy(v->widths, table.widths, sizeof(v->widths));
}

/* Makes the rows of the evaluation, in the order asked for. */
static void build_rows(struct app *app, struct view_top *v)
{
	const struct top *top = &app->eval->top;
	size_t n = top->order.n;
	int64_t running = 0;

	if (n > v->n_alloc) {
		v->rows = mem_resize(v->mem, v->rows,
				     v->n_alloc * sizeof(*v->rows),
				     n * sizeof(*v->rows));
		v->n_alloc = n;
	}
	for (size_t i = 0; i < n; i++)
		v->rows[i] = column_row(top, i, &running);
	v->eval = app->eval;
	v->is_new = true;
	list_resize(&v->list, n);
	fit_sorted(v);
	set_totals(app, v);
	sort_rows(v);
	find_widths(v);
}

static bool is_selected(const struct app *app, const struct view_top *v,
			size_t row)
{
	struct str name = v->rows[row].name;

	return name.n == app->selected.n &&
	       !memcmp(name.s, buf_str(&app->selected), name.n);
}

static void select_cursor(struct app *app, const struct view_top *v)
{
	struct str name;

	if (v->list.cursor >= v->list.n)
		return;
	name = v->rows[v->list.cursor].name;
	app_select(app, name.s, name.n);
}

/*
 * Where the selected function is gone, the row now at its place takes over;
 * not while the answer is still one to an older question.
 */
static void follow_selected(struct app *app, struct view_top *v)
{
	if (v->list.n && is_selected(app, v, v->list.cursor))
		return;
	for (size_t i = 0; i < v->list.n; i++) {
		if (is_selected(app, v, i)) {
			list_seek(&v->list, i);
			return;
		}
	}
	if (view_equal(&app->eval->view, &app->view))
		select_cursor(app, v);
}

/*
 * In another order.  From the first row, where the list opens and nobody has
 * chosen anything, the first row of the new order is gone to: it is what the
 * order is for.  From any other the function stays selected, wherever it is.
 */
static void resort(struct app *app, struct view_top *v)
{
	bool is_first = !v->list.cursor && app_focus(app) == PANEL_TOP;

	if (!app->eval)
		return;
	build_rows(app, v);
	if (is_first)
		select_cursor(app, v);
	else
		follow_selected(app, v);
}

static void *view_top_new(struct app *app)
{
	struct view_top *v = mem_alloc(app->limits.mem, sizeof(*v));

	v->mem = app->limits.mem;
	v->option_by_cum = app->options->print.by_cum;
	sort_by_cum(v, v->option_by_cum);
	return v;
}

static void view_top_free(struct app *app, void *state)
{
	struct view_top *v = state;

	mem_free(v->mem, v->rows, v->n_alloc * sizeof(*v->rows));
	mem_free(app->limits.mem, v, sizeof(*v));
}

/* The rows point into the evaluation that goes. */
static void view_top_forget(struct app *app, void *state)
{
	struct view_top *v = state;

	(void)app;
	v->eval = v->marked = NULL;
}

/* Once for an evaluation; cancelled marks are not asked for again. */
static void ask_marks(struct app *app, struct view_top *v)
{
	struct marks_job *marks;

	if (v->marked == app->eval)
		return;
	v->marked = app->eval;
	marks = marks_job_new(app->eval, SLOT_MARKS, PANEL_TOP);
	worker_submit(&app->worker, &marks->job);
}

static void view_top_done(struct app *app, void *state, struct job *job)
{
	struct marks_job *marks = (struct marks_job *)job;
	struct view_top *v = state;

	if (marks->eval == app->eval) {
		marks_job_apply(marks, app->eval);
		for (size_t i = 0; v->eval && i < v->list.n; i++)
			v->rows[i].mark = (enum inline_mark)
				app->eval->top.inlines[v->rows[i].node];
	}
	job_free(job);
}

static void view_top_update(struct app *app, void *state)
{
	struct view_top *v = state;

	if (!app->eval)
		return;
	if (v->option_by_cum != app->options->print.by_cum) {
		v->option_by_cum = app->options->print.by_cum;
		sort_by_cum(v, v->option_by_cum);
		resort(app, v);
	}
	if (v->eval != app->eval)
		build_rows(app, v);
	else if (v->share != app->share) {
		set_totals(app, v);
		find_widths(v);
	}
	follow_selected(app, v);
	ask_marks(app, v);
}

/* The next column that means an order of its own. */
static void next_sort(struct app *app, struct view_top *v)
{
	static const enum column_id orders[] = {
		COLUMN_FLAT, COLUMN_CUM, COLUMN_NAME
	};
	static const enum column_id both_orders[] = {
		COLUMN_CHANGE, COLUMN_CURRENT, COLUMN_BASE, COLUMN_NAME
	};
	static const enum column_id both_cum_orders[] = {
		COLUMN_CUM_CHANGE, COLUMN_CUM_CURRENT, COLUMN_CUM_BASE,
		COLUMN_NAME
	};
	const enum column_id *list = !is_both(v) ? orders : v->is_by_cum ?
				     both_cum_orders : both_orders;
	size_t n = is_both(v) ? 4 : 3, at = 0;

	while (at < n - 1 && list[at] != v->sorted)
		at++;
	v->sorted = list[(at + 1) % n];
	if (!is_both(v) && v->sorted != COLUMN_NAME)
		v->is_by_cum = v->sorted == COLUMN_CUM;
	resort(app, v);
}

static void toggle_cum(struct app *app, struct view_top *v)
{
	sort_by_cum(v, !v->is_by_cum);
	resort(app, v);
}

/* Steps through the rows from the heaviest down, whatever the order. */
static void step_hottest(struct view_top *v, bool forward)
{
	const struct column *column = &column_table[v->is_by_cum ? COLUMN_CUM :
								   COLUMN_FLAT];
	int64_t here, best = -1;
	size_t found = v->list.cursor;

	if (!v->list.n)
		return;
	here = lanes_abs(column->key(&v->rows[v->list.cursor]));
	for (size_t i = 0; i < v->list.n; i++) {
		int64_t w = lanes_abs(column->key(&v->rows[i]));

		if (forward ? w < here && w > best :
			      w > here && (best < 0 || w < best)) {
			best = w;
			found = i;
		}
	}
	list_seek(&v->list, found);
}

static bool move(struct view_top *v, enum action action)
{
	if (action == ACTION_NEXT_HOTTEST || action == ACTION_PREVIOUS_HOTTEST)
		step_hottest(v, action == ACTION_NEXT_HOTTEST);
	else if (!cursor_act(&v->list, v->height, action))
		return false;
	return true;
}

/* Names scroll as long as the end of the longest on the screen is seen. */
static int scroll_max(const struct app *app, const struct view_top *v)
{
	struct buf text = BUF_INIT;
	int longest = 0, width;

	for (int i = 0; i < v->height && v->eval; i++) {
		size_t row = v->list.top + (size_t)i;

		if (row >= v->list.n)
			break;
		buf_clear(&text);
		text_escape(&text, v->rows[row].name.s, v->rows[row].name.n,
			    app->charset);
		width = (int)text_width(buf_str(&text), text.n);
		longest = width > longest ? width : longest;
	}
	buf_release(&text);
	return longest - LAST_SEEN;
}

static bool view_top_act(struct app *app, void *state, enum action action)
{
	struct view_top *v = state;

	if (move(v, action)) {
		if (v->eval)
			select_cursor(app, v);
		return true;
	}
	switch (action) {
	case ACTION_LEFT:
	case ACTION_RIGHT:
		v->scroll = cursor_scroll(v->scroll, action,
					  scroll_max(app, v));
		return true;
	case ACTION_ENTER:
		app_show(app, PANEL_SOURCE);
		return true;
	case ACTION_TOGGLE_CUM:
		toggle_cum(app, v);
		return true;
	case ACTION_NEXT_SORT:
		next_sort(app, v);
		return true;
	case ACTION_REVERSE_ORDER:
		v->is_reversed = !v->is_reversed;
		resort(app, v);
		return true;
	default:
		return false;
	}
}

static void view_top_status(struct app *app, void *state, struct buf *out)
{
	const struct view_top *v = state;

	(void)app;
	if (v->list.n)
		buf_addf(out, "%zu/%zu", v->list.cursor + 1, v->list.n);
}

static void paint_nothing(const struct app *app, const struct canvas *canvas)
{
	struct buf why = BUF_INIT;

	if (app->eval)
		nothing_explain(app, MAP_TOP, "function", &why);
	nothing_paint(canvas, &why);
	buf_release(&why);
}

static void view_top_paint(struct app *app, void *state,
			   const struct canvas *canvas, bool has_focus)
{
	struct view_top *v = state;
	struct top_table table = {
		.columns = &v->columns, .rows = v->rows, .sorted = v->sorted,
		.bar_max = v->bar_max, .scroll = v->scroll,
		.has_focus = has_focus, .hits = search_paints,
		.data = &app->search,
	};

	v->height = top_table_height(canvas->rows);
	if (!v->eval || !v->list.n) {
		paint_nothing(app, canvas);
		return;
	}
	/* Other rows start with the first of them: that is what they are for. */
	if (v->is_new)
		list_rewind(&v->list, v->height);
	v->is_new = false;
	table.ids = columns_of(v, &table.n_ids);
	table.is_signed = v->eval->view.compare == COMPARE_DIFFERENCE;
	memcpy(table.widths, v->widths, sizeof(table.widths));
	top_table_paint(&table, &v->list, canvas);
}

static struct panel_lines view_top_lines(struct app *app, void *state)
{
	const struct view_top *v = state;

	(void)app;
	if (!v->eval)
		return (struct panel_lines){ 0 };
	return (struct panel_lines){ v->list.n, v->list.cursor };
}

static void view_top_line(struct app *app, void *state, size_t i,
			  struct buf *out)
{
	const struct view_top *v = state;

	(void)app;
	buf_add(out, v->rows[i].name.s, v->rows[i].name.n);
}

static void view_top_seek(struct app *app, void *state, size_t i)
{
	struct view_top *v = state;

	if (!v->eval)
		return;
	list_seek(&v->list, i);
	select_cursor(app, v);
}

const struct panel_ops panel_top_ops = {
	.name = "top",
	.map = MAP_TOP,
	.footer = {
		{ ACTION_ENTER, "source" },
		{ ACTION_VIEW_FLAME, "flame" },
		{ ACTION_VIEW_PEEK, "peek" },
		{ ACTION_NEXT_METRIC, "metric" },
		{ ACTION_NEXT_COMPARE, "compare" },
		{ ACTION_FOCUS, "focus" },
		{ ACTION_TOGGLE_CUM, "cum" },
		{ ACTION_HELP, "help" },
	},
	.new = view_top_new,
	.free = view_top_free,
	.update = view_top_update,
	.done = view_top_done,
	.forget = view_top_forget,
	.act = view_top_act,
	.status = view_top_status,
	.paint = view_top_paint,
	.lines = view_top_lines,
	.line = view_top_line,
	.seek = view_top_seek,
};
