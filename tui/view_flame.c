#include "config.h"

#include "tui/view_flame.h"

#include <string.h>

#include "tui/app.h"
#include "tui/cursor.h"
#include "tui/flame_answer.h"
#include "tui/flame_place.h"
#include "tui/flame_wish.h"
#include "tui/nothing.h"

/*
 * The flame graph, in two forms: from the root down, and from one function out
 * to its callers.  Each has zooms of its own.
 */

enum { SIDES_MIN_COLS = 120 };	/* from here on both graphs are side by side */

struct view_flame {
	struct mem *mem;
	struct flame_wish wish;
	struct flame_answer answer;
	struct flame_place place;
	struct buf followed;		/* app->selected as it was last seen */
	bool is_missing;		/* that one is not drawn */
	bool wants_selected;		/* the next flame is to select it */
	size_t top;			/* the first level on the screen */
	int height;			/* levels on the screen */
};

/* Each graph's columns. */
static int wanted_cols(const struct app *app)
{
	bool are_two = app->eval->lanes.values[1];

	return are_two && app->cols >= SIDES_MIN_COLS ? (app->cols - 1) / 2 :
							 app->cols;
}

static struct flame *flame_of(const struct view_flame *v)
{
	return v->answer.flame;
}

static bool has_boxes(const struct view_flame *v)
{
	return flame_answer_has_boxes(&v->answer);
}

static const struct flame_box *selected_box(const struct view_flame *v)
{
	return &flame_of(v)->boxes.at[v->place.selected];
}

/*
 * After a move.  A function without any value is not in the list, which has
 * the last word.
 */
static void tell_selected(struct app *app, struct view_flame *v)
{
	struct str name = selected_box(v)->name;
	uint32_t node;

	flame_place_keep(&v->place, v->mem);
	if (!name.n || !app->eval)
		return;
	node = eval_find(app->eval, name.s, name.n);
	if (node == NODE_NONE || !graph_has(&app->eval->top.graph, node))
		return;
	app_select(app, name.s, name.n);
	buf_clear(&v->followed);
	buf_add(&v->followed, name.s, name.n);
}

static void select_box(struct app *app, struct view_flame *v, uint32_t box)
{
	v->is_missing = false;
	flame_place_set(&v->place, flame_of(v), box);
	tell_selected(app, v);
}

/*
 * The box of the selected function: where one has been, if that is it, which
 * brings back the place when a filter is taken back; else the widest.
 */
static uint32_t find_selected(const struct app *app,
			      const struct view_flame *v)
{
	const char *name = buf_str(&app->selected);
	size_t n = app->selected.n;
	uint32_t home = flame_place_home(&v->place, flame_of(v));

	if (home != FLAME_NONE) {
		struct str at = flame_of(v)->boxes.at[home].name;

		if (n && at.n == n && !memcmp(at.s, name, n))
			return home;
	}
	return flame_named(flame_of(v), name, n);
}

/* Another panel has selected another function. */
static void follow_selected(struct app *app, struct view_flame *v)
{
	uint32_t box;

	if (buf_same(&v->followed, &app->selected))
		return;
	buf_copy(&v->followed, &app->selected);
	box = find_selected(app, v);
	v->is_missing = box == FLAME_NONE && app->selected.n;
	if (box != FLAME_NONE)
		flame_place_set(&v->place, flame_of(v), box);
}

static void *view_flame_new(struct app *app)
{
	struct view_flame *v = mem_alloc(app->limits.mem, sizeof(*v));

	v->mem = app->limits.mem;
	flame_answer_init(&v->answer, v->mem);
	return v;
}

static void view_flame_free(struct app *app, void *state)
{
	struct view_flame *v = state;

	flame_wish_release(&v->wish, v->mem);
	flame_answer_release(&v->answer);
	flame_place_release(&v->place, v->mem);
	buf_release(&v->followed);
	mem_free(app->limits.mem, v, sizeof(*v));
}

static void view_flame_update(struct app *app, void *state)
{
	struct view_flame *v = state;

	if (!app->eval)
		return;
	flame_answer_ask(&v->answer, app, &v->wish, wanted_cols(app));
	if (has_boxes(v))
		follow_selected(app, v);
}

static void view_flame_revive(struct app *app, void *state)
{
	flame_answer_revive(&((struct view_flame *)state)->answer, app);
}

static void view_flame_done(struct app *app, void *state, struct job *job)
{
	struct view_flame *v = state;

	(void)app;
	if (!flame_answer_take(&v->answer, job))
		return;
	flame_place_find(&v->place, flame_of(v));
	if (v->is_missing || v->wants_selected)
		buf_clear(&v->followed);
	v->wants_selected = false;
}

static void view_flame_forget(struct app *app, void *state)
{
	(void)app;
	flame_answer_forget(&((struct view_flame *)state)->answer);
}

/* A place stays, as it is a path of names. */
static void view_flame_leave(struct app *app, void *state)
{
	flame_answer_leave(&((struct view_flame *)state)->answer, app);
}

static void go(struct app *app, struct view_flame *v, int levels)
{
	v->is_missing = false;
	flame_place_move(&v->place, flame_of(v), levels);
	tell_selected(app, v);
}

/* A level is a row. */
static bool move(struct app *app, struct view_flame *v, enum action action)
{
	const struct flame *flame = flame_of(v);
	uint32_t box = v->place.selected;
	int rows = cursor_rows(v->height, action);

	if (rows)
		go(app, v, rows);
	else if (action == ACTION_LEFT || action == ACTION_RIGHT)
		select_box(app, v, flame_beside(flame, box,
			   action == ACTION_RIGHT ? 1 : -1));
	else if (action == ACTION_NEXT_HOTTEST ||
		 action == ACTION_PREVIOUS_HOTTEST)
		select_box(app, v, flame_hottest(flame, box,
			   action == ACTION_NEXT_HOTTEST));
	else
		return false;
	return true;
}

/* What the view does not have is no place to go on from. */
static void settle(struct view_flame *v)
{
	if (flame_of(v) && v->answer.wish == v->wish.number)
		flame_wish_settle(&v->wish, flame_of(v));
}

static void zoom_in(struct view_flame *v)
{
	if (!v->place.selected)
		return;
	settle(v);
	flame_wish_zoom_in(&v->wish, flame_of(v), v->place.selected);
	v->place.is_on_fold = false;
}

/* The paths of one form mean nothing in the other. */
static void leave_callers(struct view_flame *v)
{
	v->wants_selected = true;
	flame_place_reset(&v->place);
	flame_wish_down(&v->wish);
}

static bool zoom_out(struct view_flame *v)
{
	settle(v);
	if (flame_wish_zoom_out(&v->wish, v->mem))
		return true;
	if (!v->wish.is_callers)
		return false;
	leave_callers(v);
	return true;
}

static void show_callers(struct view_flame *v, struct str name)
{
	if (!name.n)
		return;
	flame_wish_callers(&v->wish, name, v->mem);
	flame_place_reset(&v->place);
}

void view_flame_callers(struct app *app)
{
	show_callers(app->panels[PANEL_FLAME], (struct str){
		buf_str(&app->selected), app->selected.n,
	});
}

static void toggle_callers(struct app *app, struct view_flame *v)
{
	struct str name = { buf_str(&app->selected), app->selected.n };

	/* What the row offers when the selected function is not drawn. */
	if (v->wish.is_callers && !v->is_missing) {
		leave_callers(v);
		return;
	}
	if (has_boxes(v) && !v->is_missing && selected_box(v)->name.n)
		name = selected_box(v)->name;
	show_callers(v, name);
}

static bool view_flame_act(struct app *app, void *state, enum action action)
{
	struct view_flame *v = state;

	if (action == ACTION_CALLERS_FLAME) {
		toggle_callers(app, v);
		return true;
	}
	if (action == ACTION_BACK)
		return zoom_out(v);
	if (!has_boxes(v))
		return false;
	if (action == ACTION_ENTER) {
		zoom_in(v);
		return true;
	}
	return move(app, v, action);
}

static void view_flame_title(struct app *app, void *state, struct buf *out)
{
	const struct view_flame *v = state;

	if (!flame_of(v))
		return;
	if (flame_of(v)->is_callers) {
		buf_adds(out, "callers of ");
		text_elide_name(out, buf_str(&v->wish.pivot), v->wish.pivot.n, 40,
				app->charset);
		buf_adds(out, flame_of(v)->where.n ? "  " : "");
	}
	if (flame_of(v)->where.n) {
		buf_adds(out, "zoom: ");
		buf_add(out, flame_of(v)->where.s, flame_of(v)->where.n);
	}
}

/* A root that comes to nothing is said in words. */
static bool has_graph(const struct view_flame *v)
{
	const struct flame *flame = flame_of(v);

	return has_boxes(v) && (!flame->is_nothing || flame->zoom.n_path ||
				flame->zoom.n_fold);
}

/* The level, and how many there are below the screen. */
static void view_flame_status(struct app *app, void *state, struct buf *out)
{
	const struct view_flame *v = state;
	size_t n, seen;

	(void)app;
	if (!has_graph(v))
		return;
	n = flame_n_levels(flame_of(v));
	seen = v->top + (size_t)v->height;
	buf_addf(out, "%u/%zu", selected_box(v)->level + 1, n);
	if (seen < n)
		buf_addf(out, " +%zu deeper", n - seen);
}

static void explain_nothing(const struct app *app, const struct view_flame *v,
			    struct buf *why)
{
	size_t n = app->profile->rows.n;

	if (n && v->wish.is_callers && !has_boxes(v)) {
		buf_adds(why, "The function is on no stack here: ");
		nothing_add_way(app, MAP_FLAME, ACTION_CALLERS_FLAME,
				"goes back.", why);
	} else {
		nothing_explain(app, MAP_FLAME, "stack", why);
	}
}

static void paint_nothing(const struct app *app, const struct view_flame *v,
			  const struct canvas *canvas)
{
	struct buf why = BUF_INIT;

	if (flame_of(v) && !v->answer.pending)
		explain_nothing(app, v, &why);
	nothing_paint(canvas, &why);
	buf_release(&why);
}

/* Scrolls so that the level of the selected box is seen. */
static void scroll(struct view_flame *v, int rows)
{
	size_t n = flame_n_levels(flame_of(v)), level = selected_box(v)->level;

	v->height = rows > 0 ? rows : 1;
	if (level < v->top)
		v->top = level;
	if (level >= v->top + (size_t)v->height)
		v->top = level - (size_t)v->height + 1;
	if (v->top + (size_t)v->height > n)
		v->top = n > (size_t)v->height ? n - (size_t)v->height : 0;
}

static void paint_graph(struct app *app, struct view_flame *v, int lane,
			const struct canvas *canvas)
{
	struct flame_look look = {
		.top = v->top, .selected = v->place.selected, .lane = lane,
		.data = &app->search,
	};

	if (app->search.pattern)
		look.hits = search_paints;
	flame_paint(flame_of(v), &look, canvas);
}

/* The base above or to the left of the current, with a rule between. */
static void paint_graphs(struct app *app, struct view_flame *v,
			 const struct canvas *canvas)
{
	int rows = canvas->rows, cols = flame_of(v)->cols;
	bool beside = canvas->cols > 2 * cols;
	struct canvas part;

	if (flame_of(v)->n_lanes == 1) {
		scroll(v, rows);
		paint_graph(app, v, 0, canvas);
		return;
	}
	if (!beside)
		rows = (rows - 1) / 2;
	scroll(v, rows);
	part = canvas_part(canvas, 0, 0, rows, cols);
	paint_graph(app, v, 1, &part);
	if (beside) {
		canvas_vline(canvas, 0, cols, rows, STYLE_RULE);
		part = canvas_part(canvas, 0, cols + 1, rows, cols);
	} else {
		canvas_hline(canvas, (struct span){ rows, 0, canvas->cols },
			     STYLE_RULE);
		canvas_text(canvas, rows, 1, STYLE_RULE,
			    " base above, current below ");
		part = canvas_part(canvas, rows + 1, 0, rows, cols);
	}
	paint_graph(app, v, 0, &part);
}

static void paint_detail(struct app *app, struct view_flame *v,
			 const struct canvas *canvas)
{
	struct buf out = BUF_INIT;
	int cols = canvas->cols - 1;

	if (v->is_missing) {
		text_elide_name(&out, buf_str(&app->selected), app->selected.n,
				cols / 2, app->charset);
		buf_adds(&out, " is not drawn here; ");
		nothing_add_way(app, MAP_FLAME, ACTION_CALLERS_FLAME,
				"shows its callers", &out);
	} else {
		flame_detail(flame_of(v), v->place.selected, cols, &out);
	}
	canvas_put(canvas, canvas_rest(canvas, canvas->rows - 1, 1),
		   STYLE_STATUS, buf_str(&out), out.n);
	buf_release(&out);
}

static void view_flame_paint(struct app *app, void *state,
			     const struct canvas *canvas, bool has_focus)
{
	struct view_flame *v = state;
	struct canvas part;

	(void)has_focus;
	if (!has_graph(v)) {
		paint_nothing(app, v, canvas);
		return;
	}
	part = canvas_part(canvas, 0, 0, canvas->rows - 1, canvas->cols);
	paint_graphs(app, v, &part);
	paint_detail(app, v, canvas);
}

static struct panel_lines view_flame_lines(struct app *app, void *state)
{
	const struct view_flame *v = state;

	(void)app;
	if (!has_boxes(v))
		return (struct panel_lines){ 0 };
	return (struct panel_lines){ flame_of(v)->boxes.n, v->place.selected };
}

static void view_flame_line(struct app *app, void *state, size_t i,
			    struct buf *out)
{
	const struct view_flame *v = state;
	struct str name;

	(void)app;
	name = flame_of(v)->boxes.at[i].name;
	if (name.n)
		buf_add(out, name.s, name.n);
}

static void view_flame_seek(struct app *app, void *state, size_t i)
{
	struct view_flame *v = state;

	if (has_boxes(v))
		select_box(app, v, (uint32_t)i);
}

const struct panel_ops panel_flame_ops = {
	.name = "flame",
	.map = MAP_FLAME,
	.footer = {
		{ ACTION_ENTER, "zoom" },
		{ ACTION_BACK, "back" },
		{ ACTION_CALLERS_FLAME, "callers" },
		{ ACTION_VIEW_SOURCE, "source" },
		{ ACTION_NEXT_METRIC, "metric" },
		{ ACTION_NEXT_COMPARE, "compare" },
		{ ACTION_FOCUS, "focus" },
		{ ACTION_HELP, "help" },
	},
	.sums_only = true,
	.new = view_flame_new,
	.free = view_flame_free,
	.update = view_flame_update,
	.revive = view_flame_revive,
	.done = view_flame_done,
	.forget = view_flame_forget,
	.leave = view_flame_leave,
	.act = view_flame_act,
	.title = view_flame_title,
	.status = view_flame_status,
	.paint = view_flame_paint,
	.lines = view_flame_lines,
	.line = view_flame_line,
	.seek = view_flame_seek,
};
