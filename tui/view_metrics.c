#include "config.h"

#include <string.h>

#include "tui/app.h"
#include "tui/cursor.h"

/* The sample types to choose from, with the total of each. */

enum {
	TOTAL_COLS = 12,
	NAME_AT = 2,
};

struct total {
	int64_t v[2];
};

struct totals_job {
	struct job job;			/* first */
	const struct profile *profile;	/* borrowed */
	enum compare compare;
	bool is_diff_base;
	struct total *totals;		/* one a type */
};

struct view_metrics {
	struct totals_job *answer;	/* NULL: none yet */
	enum compare asked;
	const struct profile *asked_of;	/* NULL: nothing was */
	bool is_pending;		/* it has no answer yet */
	struct list list;
	size_t type;			/* that the view had */
	bool is_open;
	int height;
};

static void totals_run(struct job *job)
{
	struct totals_job *t = (struct totals_job *)job;

	for (size_t i = 0; i < t->profile->types.n && !job->is_cancelled;
	     i++) {
		struct view view = {
			.type = i, .compare = t->compare,
			.is_diff_base = t->is_diff_base,
		};
		struct lanes lanes;

		lanes_init(&lanes, t->profile, &view);
		t->totals[i] = (struct total){
			{ lanes.totals[0], lanes.totals[1] }
		};
		lanes_release(&lanes);
	}
}

static void totals_free(struct job *job)
{
	struct totals_job *t = (struct totals_job *)job;
	struct mem *mem = t->profile->mem;

	mem_free(mem, t->totals, t->profile->types.n * sizeof(*t->totals));
	mem_free(mem, t, sizeof(*t));
}

static struct job *totals_new(const struct app *app)
{
	static const struct job_ops ops = { totals_run, totals_free };
	const struct profile *p = app->profile;
	struct totals_job *t = mem_alloc(p->mem, sizeof(*t));

	t->job.ops = &ops;
	t->job.slot = SLOT_TOTALS;
	t->job.owner = PANEL_METRICS;
	t->profile = p;
	t->compare = app->view.compare;
	t->is_diff_base = app->view.is_diff_base;
	t->totals = mem_alloc(p->mem, p->types.n * sizeof(*t->totals));
	return &t->job;
}

static void *view_metrics_new(struct app *app)
{
	return mem_alloc(app->limits.mem, sizeof(struct view_metrics));
}

static void view_metrics_free(struct app *app, void *state)
{
	struct view_metrics *v = state;

	if (v->answer)
		job_free(&v->answer->job);
	mem_free(app->limits.mem, v, sizeof(*v));
}

static void view_metrics_update(struct app *app, void *state)
{
	struct view_metrics *v = state;

	list_resize(&v->list, app->profile->types.n);
	if (!v->is_open || v->type != app->view.type)
		list_seek(&v->list, app->view.type);
	v->is_open = true;
	v->type = app->view.type;
	if (v->asked_of == app->profile && v->asked == app->view.compare)
		return;
	v->asked_of = app->profile;
	v->asked = app->view.compare;
	v->is_pending = true;
	worker_submit(&app->worker, totals_new(app));
}

static void view_metrics_revive(struct app *app, void *state)
{
	struct view_metrics *v = state;

	if (v->is_pending && !worker_is_busy(&app->worker, SLOT_TOTALS))
		v->asked_of = NULL;
}

static void view_metrics_done(struct app *app, void *state, struct job *job)
{
	struct view_metrics *v = state;

	(void)app;
	if (v->answer)
		job_free(&v->answer->job);
	v->answer = (struct totals_job *)job;
	v->is_pending = false;
}

static bool is_of(const struct app *app, const struct totals_job *answer)
{
	return answer && answer->profile == app->profile;
}

static void view_metrics_leave(struct app *app, void *state)
{
	struct view_metrics *v = state;

	if (v->answer && !is_of(app, v->answer)) {
		job_free(&v->answer->job);
		v->answer = NULL;
	}
	if (v->asked_of != app->profile)
		v->asked_of = NULL;
}

static void choose(struct app *app, struct view_metrics *v)
{
	v->is_open = false;
	if (app->view.type != v->list.cursor) {
		app->view.type = v->list.cursor;
		app_changed(app);
	}
	app_back(app);
}

static bool view_metrics_act(struct app *app, void *state, enum action action)
{
	struct view_metrics *v = state;

	if (cursor_act(&v->list, v->height, action))
		return true;
	switch (action) {
	case ACTION_ENTER:
		choose(app, v);
		return true;
	case ACTION_BACK:
	case ACTION_QUIT_VIEW:
		/* Opened again, the list starts at the current type. */
		v->is_open = false;
		return false;
	default:
		return false;
	}
}

static void view_metrics_status(struct app *app, void *state, struct buf *out)
{
	const struct view_metrics *v = state;

	(void)app;
	buf_addf(out, "%zu/%zu", v->list.cursor + 1, v->list.n);
}

/* What the totals of a mode are called; two of them side by side. */
static void paint_titles(const struct app *app, const struct canvas *canvas)
{
	static const char *const titles[][2] = {
		[COMPARE_CURRENT] = { "total", NULL },
		[COMPARE_DIFFERENCE] = { "changed", NULL },
		[COMPARE_BOTH] = { "base", "current" },
		[COMPARE_BASE] = { "total", NULL },
	};
	const char *const *title = titles[app->view.compare];
	int at = NAME_AT;

	canvas_fill(canvas, (struct span){ 0, 0, canvas->cols }, STYLE_HEADER,
		    ' ');
	if (app->view.compare == COMPARE_DIFFERENCE && app->view.is_diff_base)
		title = titles[COMPARE_BOTH];
	for (int i = 0; i < (app->view.compare == COMPARE_BOTH ? 2 : 1); i++) {
		canvas_right(canvas, (struct span){ 0, at, TOTAL_COLS },
			     STYLE_HEADER, title[i], strlen(title[i]));
		at += TOTAL_COLS + 1;
	}
	canvas_text(canvas, 0, at + 1, STYLE_HEADER, "sample type");
}

/* Paints the totals of a type and returns the column behind them. */
static int paint_totals(const struct app *app, const struct view_metrics *v,
			size_t type, struct canvas canvas, uint8_t style)
{
	const struct profile *p = app->profile;
	bool is_both = app->view.compare == COMPARE_BOTH;
	bool is_known = is_of(app, v->answer) &&
			v->answer->compare == app->view.compare;
	struct columns columns = {
		.from = profile_str(p, p->types.at[type].unit).s,
		.ratio = view_ratio(&app->view),
	};
	int at = NAME_AT;

	for (int i = is_both ? 1 : 0; i >= 0; i--) {
		struct buf text = BUF_INIT;

		if (is_known)
			columns_value(&columns, v->answer->totals[type].v[i],
				      "auto", &text);
		else
			buf_adds(&text, text_mark(app->charset));
		canvas_escape_right(&canvas,
				    (struct span){ 0, at, TOTAL_COLS },
				    style, buf_str(&text), text.n);
		buf_release(&text);
		at += TOTAL_COLS + 1;
	}
	return at;
}

static void add_type(const struct app *app, size_t type, struct buf *out)
{
	const struct profile *p = app->profile;
	struct str name = profile_str(p, p->types.at[type].type);
	struct str unit = profile_str(p, p->types.at[type].unit);

	buf_add(out, name.s, name.n);
	buf_adds(out, unit.n ? " in " : "");
	buf_add(out, unit.s, unit.n);
}

static void paint_type(const struct app *app, const struct view_metrics *v,
		       size_t type, const struct canvas *row, bool has_focus)
{
	bool is_current = type == app->view.type;
	struct buf text = BUF_INIT;
	uint8_t style = is_current ? STYLE_TITLE : STYLE_PLAIN;
	int at;

	add_type(app, type, &text);
	if (search_hits(&app->search, buf_str(&text), text.n))
		style = STYLE_MATCH;
	if (type == v->list.cursor) {
		style = has_focus ? STYLE_SELECTED : STYLE_SELECTED_UNFOCUSED;
		canvas_fill(row, (struct span){ 0, 0, row->cols }, style, ' ');
	}
	if (is_current)
		canvas_text(row, 0, 1, style, "*");
	at = paint_totals(app, v, type, *row,
			  style == STYLE_MATCH ? STYLE_PLAIN : style);
	canvas_escape(row, canvas_rest(row, 0, at + 1), style,
		      buf_str(&text), text.n);
	buf_release(&text);
}

static void view_metrics_paint(struct app *app, void *state,
			       const struct canvas *canvas, bool has_focus)
{
	struct view_metrics *v = state;

	v->height = canvas->rows > 1 ? canvas->rows - 1 : 1;
	list_show(&v->list, v->height);
	paint_titles(app, canvas);
	for (int y = 0; y < v->height; y++) {
		size_t type = v->list.top + (size_t)y;
		struct canvas row = canvas_part(canvas, y + 1, 0, 1,
						canvas->cols);

		if (type < v->list.n)
			paint_type(app, v, type, &row, has_focus);
	}
}

static struct panel_lines view_metrics_lines(struct app *app, void *state)
{
	const struct view_metrics *v = state;

	(void)app;
	return (struct panel_lines){ v->list.n, v->list.cursor };
}

static void view_metrics_line(struct app *app, void *state, size_t i,
			      struct buf *out)
{
	(void)state;
	add_type(app, i, out);
}

static void view_metrics_seek(struct app *app, void *state, size_t i)
{
	struct view_metrics *v = state;

	(void)app;
	list_seek(&v->list, i);
}

const struct panel_ops panel_metrics_ops = {
	.name = "sample types",
	.map = MAP_LIST,
	.footer = {
		{ ACTION_ENTER, "choose" },
		{ ACTION_BACK, "leave it" },
		{ ACTION_NEXT_COMPARE, "compare" },
		{ ACTION_HELP, "help" },
	},
	.new = view_metrics_new,
	.free = view_metrics_free,
	.update = view_metrics_update,
	.revive = view_metrics_revive,
	.done = view_metrics_done,
	.leave = view_metrics_leave,
	.act = view_metrics_act,
	.status = view_metrics_status,
	.paint = view_metrics_paint,
	.lines = view_metrics_lines,
	.line = view_metrics_line,
	.seek = view_metrics_seek,
};
