#include "config.h"

#include <string.h>

#include "model/peek.h"
#include "render/number.h"
#include "render/peek.h"
#include "render/top.h"
#include "tui/app.h"
#include "tui/cursor.h"
#include "tui/nothing.h"

/* Callers and callees of the selected function. */

/* The question, and with its answer what the panel shows. */
struct peek_job {
	struct job job;			/* first */
	const struct eval *eval;	/* borrowed while it runs */
	struct mem *mem;
	const struct profile *profile;	/* borrowed */
	uint32_t node;
	struct peek peek;
	struct columns columns;
	struct peek_table table;
	int longest;			/* bytes of a name, or many */
};

struct view_peek {
	const struct eval *eval;	/* last asked about; NULL: none */
	struct buf asked;		/* and the name */
	bool is_pending;		/* it has no answer yet */
	struct peek_job *answer;	/* on the screen; NULL: none */
	bool is_missing;		/* nothing of it is left to see */
	bool is_fresh;			/* to be scrolled to the middle */
	struct list list;
	int height, scroll;
};

enum {
	LONGEST_MAX = 1 << 20,
	STATUS_WIDE = 60,	/* narrower, keys matter more than the share */
};

static void peek_job_free(struct job *job)
{
	struct peek_job *p = (struct peek_job *)job;

	peek_release(&p->peek);
	mem_free(p->mem, p, sizeof(*p));
}

static void find_longest(struct peek_job *p)
{
	size_t n = peek_table_rows(&p->peek), longest = 0;

	for (size_t i = 0; i < n; i++) {
		struct str name = peek_table_row(&p->peek, i).name;

		if (name.n > longest)
			longest = name.n;
	}
	p->longest = longest < LONGEST_MAX ? (int)longest : LONGEST_MAX;
}

static void peek_job_run(struct job *job)
{
	struct peek_job *p = (struct peek_job *)job;

	if (!peek_init(&p->peek, p->eval->lens, &p->eval->lanes, p->node,
		       &job->is_cancelled))
		return;
	p->columns = p->eval->columns;
	p->table = (struct peek_table){
		.peek = &p->peek, .columns = &p->columns,
		.compare = p->eval->view.compare,
	};
	peek_table_measure(&p->table);
	find_longest(p);
}

static struct peek_job *peek_job_new(const struct eval *eval, uint32_t node)
{
	static const struct job_ops ops = { peek_job_run, peek_job_free };
	struct mem *mem = eval->profile->mem;
	struct peek_job *p = mem_alloc(mem, sizeof(*p));

	p->job.ops = &ops;
	p->job.slot = SLOT_PEEK;
	p->job.owner = PANEL_PEEK;
	p->eval = eval;
	p->mem = mem;
	p->profile = eval->profile;
	p->node = node;
	return p;
}

static void *view_peek_new(struct app *app)
{
	return mem_alloc(app->limits.mem, sizeof(struct view_peek));
}

static void drop_answer(struct view_peek *v)
{
	if (v->answer)
		job_free(&v->answer->job);
	v->answer = NULL;
	list_resize(&v->list, 0);
}

static void view_peek_free(struct app *app, void *state)
{
	struct view_peek *v = state;

	drop_answer(v);
	buf_release(&v->asked);
	mem_free(app->limits.mem, v, sizeof(*v));
}

static void view_peek_forget(struct app *app, void *state)
{
	struct view_peek *v = state;

	(void)app;
	v->eval = NULL;
}

static bool view_peek_is_behind(struct app *app, void *state)
{
	const struct view_peek *v = state;

	return v->answer && v->answer->profile != app->profile;
}

static void view_peek_leave(struct app *app, void *state)
{
	struct view_peek *v = state;

	if (!view_peek_is_behind(app, state))
		return;
	drop_answer(v);
	v->eval = NULL;
}

static bool is_asked(const struct app *app, const struct view_peek *v)
{
	return v->eval == app->eval && buf_same(&v->asked, &app->selected);
}

static void view_peek_update(struct app *app, void *state)
{
	struct view_peek *v = state;
	uint32_t node;

	if (!app->eval || is_asked(app, v))
		return;
	v->eval = app->eval;
	buf_copy(&v->asked, &app->selected);
	node = eval_find(app->eval, buf_str(&v->asked), v->asked.n);
	v->is_missing = node == NODE_NONE ||
			!graph_has(&app->eval->top.graph, node);
	v->is_pending = !v->is_missing;
	if (v->is_missing)
		drop_answer(v);
	else
		worker_submit(&app->worker,
			      &peek_job_new(app->eval, node)->job);
}

static void view_peek_revive(struct app *app, void *state)
{
	struct view_peek *v = state;

	if (v->is_pending && !worker_is_busy(&app->worker, SLOT_PEEK))
		v->eval = NULL;
}

/* The cursor stays with its row when the function is the same as before. */
static void keep_cursor(struct view_peek *v, const struct peek *before,
			const struct peek *after)
{
	struct peek_row old = peek_table_row(before, v->list.cursor);

	for (size_t i = 0; i < v->list.n; i++) {
		struct peek_row row = peek_table_row(after, i);

		if (row.kind == old.kind && str_same(row.name, old.name)) {
			list_seek(&v->list, i);
			return;
		}
	}
	list_seek(&v->list, peek_table_centre(after));
}

static void view_peek_done(struct app *app, void *state, struct job *job)
{
	struct view_peek *v = state;
	struct peek_job *before = v->answer;
	struct peek *peek = &((struct peek_job *)job)->peek;

	(void)app;
	v->is_pending = false;
	if (v->is_missing) {
		job_free(job);
		return;
	}
	v->answer = (struct peek_job *)job;
	list_resize(&v->list, peek_table_rows(peek));
	if (before && str_same(before->peek.name, peek->name)) {
		keep_cursor(v, &before->peek, peek);
	} else {
		list_seek(&v->list, peek_table_centre(peek));
		v->is_fresh = true;
		v->scroll = 0;
	}
	if (before)
		job_free(&before->job);
}

static void go_to(struct app *app, struct str name)
{
	struct buf copy = BUF_INIT;

	buf_add(&copy, name.s, name.n);
	app_show(app, PANEL_PEEK);
	app_select(app, buf_str(&copy), copy.n);
	buf_release(&copy);
}

static void enter(struct app *app, const struct view_peek *v)
{
	struct peek_row row;

	if (!v->answer)
		return;
	row = peek_table_row(&v->answer->peek, v->list.cursor);
	switch (row.kind) {
	case PEEK_CALLER:
	case PEEK_CALLEE:
		go_to(app, row.name);
		break;
	case PEEK_CENTRE:
		app_show(app, PANEL_SOURCE);
		break;
	case PEEK_ROOT:
		app_say(app, STYLE_STATUS, "nothing calls it");
		break;
	case PEEK_LEAF:
		app_say(app, STYLE_STATUS, "it calls nothing");
		break;
	}
}

/* The heaviest of either side stands next to the centre. */
static void go_to_heaviest(struct view_peek *v, bool is_callee)
{
	const struct peek *peek;
	size_t centre;

	if (!v->answer)
		return;
	peek = &v->answer->peek;
	centre = peek_table_centre(peek);
	if (is_callee ? peek->callees.n : peek->callers.n)
		list_seek(&v->list, is_callee ? centre + 1 : centre - 1);
}

static bool view_peek_act(struct app *app, void *state, enum action action)
{
	struct view_peek *v = state;

	if (cursor_act(&v->list, v->height, action))
		return true;
	switch (action) {
	case ACTION_LEFT:
	case ACTION_RIGHT:
		v->scroll = cursor_scroll(v->scroll, action,
					  v->answer ? v->answer->longest : 0);
		return true;
	case ACTION_PREVIOUS_HOTTEST:
	case ACTION_NEXT_HOTTEST:
		go_to_heaviest(v, action == ACTION_NEXT_HOTTEST);
		return true;
	case ACTION_ENTER:
		enter(app, v);
		return true;
	default:
		return false;
	}
}

static void add_values(const struct peek_job *p, const char *what,
		       const struct graph_value *value, struct buf *out)
{
	buf_addf(out, "  %s ", what);
	peek_table_value(&p->table, value, out);
}

static void view_peek_title(struct app *app, void *state, struct buf *out)
{
	const struct view_peek *v = state;
	const struct peek *peek;

	(void)app;
	if (!v->answer)
		return;
	peek = &v->answer->peek;
	buf_add(out, peek->name.s, peek->name.n);
	add_values(v->answer, "flat", &peek->flat, out);
	add_values(v->answer, "cum", &peek->cum, out);
}

static void add_count(struct buf *out, size_t n, const char *one)
{
	buf_addf(out, "%zu %s%s", n, one, n == 1 ? "" : "s");
}

static void view_peek_status(struct app *app, void *state, struct buf *out)
{
	const struct view_peek *v = state;

	if (!v->answer)
		return;
	add_count(out, v->answer->peek.callers.n, "caller");
	buf_adds(out, ", ");
	add_count(out, v->answer->peek.callees.n, "callee");
	if (app->cols < STATUS_WIDE)
		return;
	buf_adds(out, ", ");
	number_share(out, v->answer->peek.cum.v[0],
		     v->answer->columns.totals[0]);
	buf_adds(out, " of total");
}

static void paint_nothing(const struct app *app, const struct canvas *canvas)
{
	struct buf why = BUF_INIT;

	if (app->eval)
		nothing_explain(app, MAP_PEEK, "function", &why);
	nothing_paint(canvas, &why);
	buf_release(&why);
}

static void view_peek_paint(struct app *app, void *state,
			    const struct canvas *canvas, bool has_focus)
{
	struct view_peek *v = state;
	struct peek_table table;

	v->height = peek_table_height(canvas->rows);
	if (!v->answer) {
		if (v->is_missing)
			paint_nothing(app, canvas);
		return;
	}
	if (v->is_fresh)
		list_centre(&v->list, v->height);
	v->is_fresh = false;
	table = v->answer->table;
	table.scroll = v->scroll;
	table.has_focus = has_focus;
	table.hits = search_paints;
	table.data = &app->search;
	peek_table_paint(&table, &v->list, canvas);
}

static struct panel_lines view_peek_lines(struct app *app, void *state)
{
	const struct view_peek *v = state;

	(void)app;
	if (!v->answer)
		return (struct panel_lines){ 0 };
	return (struct panel_lines){ v->list.n, v->list.cursor };
}

static void view_peek_line(struct app *app, void *state, size_t i,
			   struct buf *out)
{
	const struct view_peek *v = state;
	struct str name = peek_table_row(&v->answer->peek, i).name;

	(void)app;
	buf_add(out, name.s, name.n);
}

static void view_peek_seek(struct app *app, void *state, size_t i)
{
	struct view_peek *v = state;

	(void)app;
	list_seek(&v->list, i);
}

const struct panel_ops panel_peek_ops = {
	.name = "peek",
	.map = MAP_PEEK,
	.footer = {
		{ ACTION_ENTER, "go there" },
		{ ACTION_PREVIOUS_HOTTEST, "caller" },
		{ ACTION_NEXT_HOTTEST, "callee" },
		{ ACTION_VIEW_SOURCE, "source" },
		{ ACTION_BACK, "back" },
		{ ACTION_VIEW_FLAME, "flame" },
		{ ACTION_NEXT_COMPARE, "compare" },
		{ ACTION_HELP, "help" },
	},
	.sums_only = true,
	.new = view_peek_new,
	.free = view_peek_free,
	.update = view_peek_update,
	.revive = view_peek_revive,
	.done = view_peek_done,
	.forget = view_peek_forget,
	.leave = view_peek_leave,
	.is_behind = view_peek_is_behind,
	.act = view_peek_act,
	.title = view_peek_title,
	.status = view_peek_status,
	.paint = view_peek_paint,
	.lines = view_peek_lines,
	.line = view_peek_line,
	.seek = view_peek_seek,
};
