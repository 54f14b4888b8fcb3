#include "config.h"

#include <string.h>

#include "render/info_lines.h"
#include "tui/app.h"
#include "tui/hits.h"
#include "tui/pager.h"

/*
 * What is known of the profile beside its samples, as lines to scroll and
 * search.  It is the same whatever the view asks for, so it is made once for
 * each profile.
 */

struct info_job {
	struct job job;			/* first */
	const struct profile *profile;	/* borrowed while it runs */
	struct mem *mem;
	enum text_charset charset;
	struct info_lines lines;
};

struct view_info {
	struct info_job *answer;	/* NULL: none yet */
	const struct profile *asked_of;	/* NULL: nothing was */
	bool is_pending;		/* it has no answer yet */
	struct pager pager;
};

static void info_run(struct job *job)
{
	struct info_job *i = (struct info_job *)job;
	struct info info;

	if (info_init(&info, i->profile, &job->is_cancelled))
		info_lines_init(&i->lines, &info, true, i->charset);
	info_release(&info);
}

static void info_free(struct job *job)
{
	struct info_job *i = (struct info_job *)job;

	info_lines_release(&i->lines);
	mem_free(i->mem, i, sizeof(*i));
}

static struct job *info_new(const struct app *app)
{
	static const struct job_ops ops = { info_run, info_free };
	struct info_job *i = mem_alloc(app->limits.mem, sizeof(*i));

	i->job.ops = &ops;
	i->job.slot = SLOT_INFO;
	i->job.owner = PANEL_INFO;
	i->profile = app->profile;
	i->mem = app->limits.mem;
	i->charset = app->charset;
	return &i->job;
}

static void *view_info_new(struct app *app)
{
	return mem_alloc(app->limits.mem, sizeof(struct view_info));
}

static void view_info_free(struct app *app, void *state)
{
	struct view_info *v = state;

	if (v->answer)
		job_free(&v->answer->job);
	mem_free(app->limits.mem, v, sizeof(*v));
}

static void view_info_update(struct app *app, void *state)
{
	struct view_info *v = state;

	if (v->asked_of == app->profile)
		return;
	v->asked_of = app->profile;
	v->is_pending = true;
	worker_submit(&app->worker, info_new(app));
}

static void view_info_revive(struct app *app, void *state)
{
	struct view_info *v = state;

	if (v->is_pending && !worker_is_busy(&app->worker, SLOT_INFO))
		v->asked_of = NULL;
}

/* What is read again is looked at where it was. */
static void view_info_done(struct app *app, void *state, struct job *job)
{
	struct view_info *v = state;

	(void)app;
	if (v->answer)
		job_free(&v->answer->job);
	v->answer = (struct info_job *)job;
	v->is_pending = false;
	pager_resize(&v->pager, v->answer->lines.at.n);
}

/* The lines are of no profile any more; a new one may have the old address. */
static void view_info_leave(struct app *app, void *state)
{
	struct view_info *v = state;

	if (v->asked_of != app->profile)
		v->asked_of = NULL;
}

static int longest(const struct view_info *v)
{
	size_t n = v->answer ? v->answer->lines.longest : 0;

	return n < INT16_MAX ? (int)n : INT16_MAX;
}

static bool view_info_act(struct app *app, void *state, enum action action)
{
	struct view_info *v = state;

	(void)app;
	return pager_act(&v->pager, action, longest(v));
}

static void view_info_status(struct app *app, void *state, struct buf *out)
{
	(void)app;
	pager_status(&((struct view_info *)state)->pager, out);
}

static void paint_line(const struct app *app, const struct view_info *v,
		       size_t i, const struct canvas *row)
{
	const struct info_line *line = &v->answer->lines.at.at[i];
	struct str text = info_lines_at(&v->answer->lines, i);
	struct buf cut = BUF_INIT;
	int cols = line->name_cols - v->pager.scroll;

	if (!text.n)
		return;
	text_scroll(&cut, text.s, text.n, v->pager.scroll, row->cols,
		    app->charset);
	canvas_put(row, canvas_rest(row, 0, 0),
		   line->is_heading ? STYLE_TITLE : STYLE_PLAIN,
		   buf_str(&cut), cut.n);
	if (cols > 0)
		canvas_style(row, (struct span){ 0, 0, cols }, STYLE_KEY);
	hits_paint(&app->search, text, v->pager.scroll, row);
	buf_release(&cut);
}

static void view_info_paint(struct app *app, void *state,
			    const struct canvas *canvas, bool has_focus)
{
	struct view_info *v = state;

	(void)has_focus;
	pager_show(&v->pager, canvas->rows);
	for (int y = 0; v->answer && y < v->pager.height; y++) {
		size_t i = v->pager.top + (size_t)y;
		struct canvas row = canvas_part(canvas, y, 1, 1,
						canvas->cols - 1);

		if (i < v->pager.n)
			paint_line(app, v, i, &row);
	}
}

static struct panel_lines view_info_lines(struct app *app, void *state)
{
	const struct view_info *v = state;

	(void)app;
	return (struct panel_lines){ v->pager.n, v->pager.hit };
}

static void view_info_line(struct app *app, void *state, size_t i,
			   struct buf *out)
{
	const struct view_info *v = state;
	struct str text = info_lines_at(&v->answer->lines, i);

	(void)app;
	if (text.n)
		buf_add(out, text.s, text.n);
}

static void view_info_seek(struct app *app, void *state, size_t i)
{
	struct view_info *v = state;
	struct str text = info_lines_at(&v->answer->lines, i);
	size_t from, to;

	pager_seek(&v->pager, i);
	if (text.n && search_find(&app->search, text.s, text.n, &from, &to))
		hits_reveal((int)text_width(text.s, from),
			    (int)text_width(text.s, to), app->cols - 1,
			    &v->pager.scroll);
}

const struct panel_ops panel_info_ops = {
	.name = "info",
	.map = MAP_INFO,
	.footer = {
		{ ACTION_BACK, "back" },
		{ ACTION_PAGE_DOWN, "more" },
		{ ACTION_SEARCH, "search" },
		{ ACTION_VIEW_TOP, "top" },
		{ ACTION_HELP, "help" },
	},
	.new = view_info_new,
	.free = view_info_free,
	.update = view_info_update,
	.revive = view_info_revive,
	.done = view_info_done,
	.leave = view_info_leave,
	.act = view_info_act,
	.status = view_info_status,
	.paint = view_info_paint,
	.lines = view_info_lines,
	.line = view_info_line,
	.seek = view_info_seek,
};
