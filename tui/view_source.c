#include "config.h"

#include "tui/app.h"
#include "tui/cursor.h"
#include "tui/lines_job.h"
#include "tui/source_page.h"

/*
 * The source of the selected function.  Weights come from one job for a view,
 * whatever the function; a function that is selected costs a pass over those,
 * and its files a second job where they are not at hand.  Until both are there
 * the page before stays on the screen, with the numbers and units it had.
 */

enum {
	SUMMARY_ROWS = 5,	/* fewer have no room for a summary, */
	TITLE_ROWS = 3,		/* or titles */
};

struct view_source {
	struct mem *mem;
	struct shelf shelf;
	const struct profile *profile;	/* that is asked about */
	struct lines_job *lines;	/* the newest answer; NULL: none */
	struct view asked;		/* for the newest question */
	enum lines_by asked_by;
	bool has_asked;
	struct target target;
	bool has_target;		/* it is of app->eval and the name */
	bool is_stale;			/* lines or target are newer */
	bool is_lost;			/* nothing of the target will come */
	struct source_page *shown, *next;
	struct list list;
	int height, scroll, widest;
	bool is_fresh;			/* to be scrolled to the middle */
	bool by_cum;
};

/* The cursor and where on the screen it is stay as they are, or start anew. */
static void place_cursor(struct view_source *v, const struct spot *spot)
{
	size_t above = v->list.cursor - v->list.top, row;

	list_resize(&v->list, v->shown->sheet.n_rows);
	if (spot && source_page_find(v->shown, spot, &row)) {
		list_seek(&v->list, row);
		v->list.top = row > above ? row - above : 0;
		return;
	}
	list_seek(&v->list, source_page_hottest(v->shown));
	v->is_fresh = true;
}

static void sweep(struct view_source *v)
{
	if (v->shown)
		sheet_use(&v->shown->sheet);
	if (v->next)
		sheet_use(&v->next->sheet);
	shelf_sweep(&v->shelf);
}

/* Puts the next page on the screen once its files are there. */
static void show_next(struct app *app, struct view_source *v)
{
	struct source_page *before = v->shown, *page = v->next;
	struct spot spot;
	bool is_same, is_moved;

	if (!page || (sheet_is_waiting(&page->sheet) &&
		      worker_is_busy(&app->reader, SLOT_FILE)))
		return;
	is_same = before && target_same(&before->target, &page->target);
	is_moved = !is_same || !buf_same(&before->target.selected,
					 &page->target.selected);
	if (is_moved)
		spot = (struct spot){ page->target.key.file,
				      page->target.line,
				      page->target.address };
	else
		spot = source_page_spot(before, v->list.cursor);
	v->shown = page;
	v->next = NULL;
	source_page_arrange(page);
	source_page_rank(page, v->by_cum);
	place_cursor(v, &spot);
	if (is_moved)
		v->is_fresh = true;
	if (!is_same)
		v->scroll = 0;
	source_page_free(before);
	sweep(v);
}

static bool has_lines(const struct view_source *v)
{
	return v->lines && v->lines->profile == v->profile;
}

/* Lines of an older view may not have the function that is selected now. */
static void make_page(struct app *app, struct view_source *v)
{
	struct source_page *page;

	if (!v->is_stale || !v->target.is_found || !has_lines(v) ||
	    v->lines->by != v->target.key.by)
		return;
	page = source_page_new(v->mem, v->lines, &v->target, app->charset);
	if (!page)
		return;
	v->is_stale = false;
	source_page_free(v->next);
	v->next = page;
	sheet_open(&page->sheet, &v->shelf);
	sweep(v);
	shelf_fetch(&v->shelf, &app->reader);
}

static void forget_asked(struct view_source *v)
{
	if (v->has_asked)
		view_release(&v->asked);
	v->has_asked = false;
}

/* What was asked for before and then cancelled is asked for again. */
static void find_target(struct app *app, struct view_source *v)
{
	struct target before = { .is_found = false };

	if (v->has_target && buf_same(&v->target.selected, &app->selected))
		return;
	target_copy(&before, &v->target);
	target_find(&v->target, app->eval, &app->selected);
	v->has_target = true;
	if (!target_same(&before, &v->target) ||
	    !buf_same(&before.selected, &v->target.selected)) {
		v->is_stale = true;
		if (!worker_is_busy(&app->worker, SLOT_LINES))
			forget_asked(v);
	}
	target_release(&before);
}

static bool is_question(const struct view *view, enum lines_by by,
			const struct view *other, enum lines_by other_by)
{
	return by == other_by && view_equal(view, other);
}

/* Asks for the weights of the view, unless they are there or under way. */
static void ask_lines(struct app *app, struct view_source *v)
{
	enum lines_by by = v->target.key.by;
	struct view view = app->view;

	if (!v->target.is_found)
		return;
	lines_view(&view, by);
	if ((has_lines(v) && is_question(&view, by, &v->lines->view,
				     v->lines->by)) ||
	    (v->has_asked && is_question(&view, by, &v->asked, v->asked_by)))
		return;
	forget_asked(v);
	view_copy(&v->asked, &view);
	v->asked_by = by;
	v->has_asked = true;
	worker_submit(&app->worker,
		      &lines_job_new(app->profile, &view, by)->job);
}

/* Whoever cancels work is left with the page of another function, or none. */
static void note_loss(struct app *app, struct view_source *v)
{
	bool is_there = v->next || (v->shown &&
				    target_same(&v->shown->target, &v->target));

	v->is_lost = v->target.is_found && !is_there &&
		     !worker_is_busy(&app->worker, SLOT_LINES);
}

static void *view_source_new(struct app *app)
{
	struct mem *mem = app->limits.mem;
	struct view_source *v = mem_alloc(mem, sizeof(*v));

	v->mem = mem;
	v->by_cum = app->options->print.by_cum;
	shelf_init(&v->shelf, mem, app->options);
	return v;
}

static void view_source_free(struct app *app, void *state)
{
	struct view_source *v = state;

	(void)app;
	source_page_free(v->shown);
	source_page_free(v->next);
	shelf_release(&v->shelf);
	target_release(&v->target);
	forget_asked(v);
	if (v->lines)
		job_free(&v->lines->job);
	mem_free(v->mem, v, sizeof(*v));
}

/* The pages have columns of their own; only the name has to be found again. */
static void view_source_forget(struct app *app, void *state)
{
	struct view_source *v = state;

	(void)app;
	v->has_target = false;
	if (v->shown)
		v->shown->eval = NULL;
	if (v->next)
		v->next->eval = NULL;
}

/* Of another profile neither weights nor texts are good any more. */
static void follow_profile(struct app *app, struct view_source *v)
{
	if (v->profile == app->profile)
		return;
	v->profile = app->profile;
	forget_asked(v);
	shelf_renew(&v->shelf);
}

static bool view_source_is_behind(struct app *app, void *state)
{
	const struct view_source *v = state;

	return v->shown && v->shown->profile != app->profile;
}

static void drop_page(struct app *app, struct source_page **page)
{
	if (!*page || (*page)->profile == app->profile)
		return;
	source_page_free(*page);
	*page = NULL;
}

static void view_source_leave(struct app *app, void *state)
{
	struct view_source *v = state;

	drop_page(app, &v->shown);
	drop_page(app, &v->next);
	if (v->lines && v->lines->profile != app->profile) {
		job_free(&v->lines->job);
		v->lines = NULL;
	}
	if (v->profile != app->profile) {
		v->profile = NULL;
		v->target.is_found = v->has_target = false;
	}
	sweep(v);
}

static void view_source_update(struct app *app, void *state)
{
	struct view_source *v = state;

	if (!app->eval)
		return;
	follow_profile(app, v);
	find_target(app, v);
	if (v->shown && !sheet_is_current(&v->shown->sheet, &v->shelf) &&
	    !v->next)
		v->is_stale = true;
	ask_lines(app, v);
	make_page(app, v);
	show_next(app, v);
	note_loss(app, v);
	if (v->shown)
		source_page_adopt(v->shown, app->eval, app->share);
}

static void take_lines(struct view_source *v, struct lines_job *lines)
{
	if (lines->job.has_failed) {
		job_free(&lines->job);
		return;
	}
	if (v->lines)
		job_free(&v->lines->job);
	v->lines = lines;
	v->is_stale = true;
}

static void take_files(struct view_source *v, struct job *job)
{
	struct spot spot = { .line = 0 };

	if (v->shown && v->list.n)
		spot = source_page_spot(v->shown, v->list.cursor);
	shelf_take(&v->shelf, job);
	if (!v->shown)
		return;
	source_page_arrange(v->shown);
	place_cursor(v, &spot);
}

static void view_source_done(struct app *app, void *state, struct job *job)
{
	struct lines_job *lines = lines_job_from(job);

	(void)app;
	if (lines)
		take_lines(state, lines);
	else
		take_files(state, job);
}

/* Whether there is a page, and it is about what is selected. */
static bool has_page(const struct view_source *v)
{
	return v->shown && v->target.is_found && !v->is_lost && v->list.n;
}

static void seek_far(struct view_source *v, size_t row)
{
	list_seek(&v->list, row);
	if (row < v->list.top || row - v->list.top >= (size_t)v->height)
		v->is_fresh = true;
}

/* From a line without a weight both ways lead to the hottest. */
static void step_hottest(struct app *app, struct view_source *v,
			 bool is_forward)
{
	const struct listing *l = &v->shown->sheet.listing;
	struct sheet_row row = sheet_at(&v->shown->sheet, v->list.cursor);
	uint32_t rank = row.weight < l->rows.n ? l->rows.at[row.weight].rank :
						 LISTING_UNRANKED;
	uint32_t n = (uint32_t)l->ranked.n, to = 0;

	if (!n) {
		app_say(app, STYLE_STATUS, "no line has a weight");
		return;
	}
	if (rank != LISTING_UNRANKED)
		to = is_forward ? rank + 1 : rank ? rank - 1 : n - 1;
	if (to == n)
		to = 0;
	if (n == 1)
		app_say(app, STYLE_STATUS, "the only line with a weight");
	else if (rank != LISTING_UNRANKED && (to > rank) != is_forward)
		app_say(app, STYLE_STATUS, is_forward ?
			"past the last: the hottest line" :
			"past the hottest: the last line with a weight");
	seek_far(v, sheet_find_weight(&v->shown->sheet, l->ranked.at[to]));
}

/* The file of the cursor's part if it needs consent; else NULL. */
static struct shelf_file *waits_for_consent(const struct view_source *v)
{
	size_t part = sheet_at(&v->shown->sheet, v->list.cursor).part;
	struct shelf_file *file = v->shown->sheet.parts[part].file;

	return file && file->is_done &&
	       file->found.status == SOURCE_NEEDS_CONSENT ? file : NULL;
}

static void enter(struct app *app, struct view_source *v)
{
	struct shelf_file *file = waits_for_consent(v);

	if (!file) {
		app_show(app, PANEL_PEEK);
		return;
	}
	file->consent = file->is_due = true;
	shelf_fetch(&v->shelf, &app->reader);
}

static void toggle_cum(struct app *app, struct view_source *v)
{
	v->by_cum = !v->by_cum;
	source_page_rank(v->shown, v->by_cum);
	if (v->shown->sheet.listing.by_cum != v->by_cum)
		app_say(app, STYLE_STATUS, "no line has any %s of its own",
			v->by_cum ? "cum" : "flat");
}

static bool view_source_act(struct app *app, void *state, enum action action)
{
	struct view_source *v = state;

	if (!has_page(v)) {
		if (action == ACTION_ENTER)
			forget_asked(v);
		return action == ACTION_ENTER;
	}
	if (cursor_act(&v->list, v->height, action))
		return true;
	switch (action) {
	case ACTION_LEFT:
	case ACTION_RIGHT:
		v->scroll = cursor_scroll(v->scroll, action, v->widest);
		return true;
	case ACTION_PREVIOUS_HOTTEST:
	case ACTION_NEXT_HOTTEST:
		step_hottest(app, v, action == ACTION_NEXT_HOTTEST);
		return true;
	case ACTION_TOGGLE_CUM:
		toggle_cum(app, v);
		return true;
	case ACTION_ENTER:
		enter(app, v);
		return true;
	default:
		return false;
	}
}

static size_t part_at_cursor(const struct view_source *v)
{
	return sheet_at(&v->shown->sheet, v->list.cursor).part;
}

static void view_source_title(struct app *app, void *state, struct buf *out)
{
	const struct view_source *v = state;
	struct str file;

	(void)app;
	if (!has_page(v))
		return;
	file = v->shown->sheet.listing.parts.at[part_at_cursor(v)].file;
	buf_add(out, file.s, file.n);
}

static void view_source_status(struct app *app, void *state, struct buf *out)
{
	const struct view_source *v = state;

	(void)app;
	if (has_page(v))
		source_page_status(v->shown, v->list.cursor, out);
}

static void add_key(const struct app *app, enum action action,
		    struct buf *out)
{
	app_add_key(app, MAP_SOURCE, action, out);
}

static void add_reason(const struct app *app, const struct view_source *v,
		       struct buf *out)
{
	if (v->is_lost) {
		buf_adds(out, "Cancelled: ");
		add_key(app, ACTION_ENTER, out);
		buf_adds(out, " asks again.");
	} else if (!app->selected.n) {
		buf_adds(out, "No function is selected: ");
		add_key(app, ACTION_VIEW_TOP, out);
		buf_adds(out, " lists them.");
	} else if (app->view.filters.n) {
		buf_adds(out, "Filtered out: ");
		add_key(app, ACTION_REMOVE_FILTER, out);
		buf_adds(out, " removes the last filter.");
	} else {
		buf_adds(out, "Nothing was measured here: ");
		add_key(app, ACTION_NEXT_METRIC, out);
		buf_adds(out, " shows the next sample type.");
	}
}

/* A row above the lines, when there is something to be said about them. */
static bool paint_note(const struct app *app, const struct view_source *v,
		       int y, const struct canvas *canvas)
{
	enum text_charset charset = canvas->grid->charset;
	struct buf text = BUF_INIT, escaped = BUF_INIT, cut = BUF_INIT;
	char key[32];
	bool has_note;

	keymap_key_of(&app->keymap, MAP_SOURCE, ACTION_ENTER, key,
		      sizeof(key));
	if (v->shown->sheet.listing.ranked.n)
		source_page_note(v->shown, part_at_cursor(v), key, &text);
	else
		add_reason(app, v, &text);
	text_escape(&escaped, buf_str(&text), text.n, charset);
	text_elide(&cut, buf_str(&escaped), escaped.n,
		   canvas->cols > 1 ? canvas->cols - 1 : 0, charset);
	canvas_put(canvas, canvas_rest(canvas, y, 1), STYLE_WARM,
		   buf_str(&cut), cut.n);
	has_note = text.n > 0;
	buf_release(&text);
	buf_release(&escaped);
	buf_release(&cut);
	return has_note;
}

static void paint_nothing(const struct app *app, const struct view_source *v,
			  const struct canvas *canvas)
{
	struct buf text = BUF_INIT;

	if (!app->eval || (v->target.is_found && !v->is_lost))
		return;
	add_reason(app, v, &text);
	canvas_text(canvas, canvas->rows / 3, 2, STYLE_DIM, buf_str(&text));
	buf_release(&text);
}

static void paint_rows(struct app *app, struct view_source *v,
		       const struct canvas *canvas, bool has_focus)
{
	struct source_table table = v->shown->table;

	v->height = canvas->rows;
	if (v->is_fresh)
		list_centre(&v->list, v->height);
	v->is_fresh = false;
	list_show(&v->list, v->height);
	v->widest = source_page_widest(v->shown, v->list.top, canvas);
	table.scroll = v->scroll;
	table.has_focus = has_focus;
	table.hits = search_paints;
	table.data = &app->search;
	for (int y = 0; y < canvas->rows; y++) {
		size_t i = v->list.top + (size_t)y;
		struct sheet_row row;

		if (i >= v->list.n)
			break;
		row = sheet_at(&v->shown->sheet, i);
		source_paint_row(&table, &row.row, y, i == v->list.cursor,
				 canvas);
	}
}

static void view_source_paint(struct app *app, void *state,
			      const struct canvas *canvas, bool has_focus)
{
	struct view_source *v = state;
	struct canvas part;
	size_t number;
	int at = 0;

	if (!has_page(v)) {
		paint_nothing(app, v, canvas);
		return;
	}
	number = part_at_cursor(v);
	if (canvas->rows >= SUMMARY_ROWS) {
		part = canvas_part(canvas, at++, 0, 1, canvas->cols);
		source_page_summary(v->shown, number, &part);
	}
	if (canvas->rows >= TITLE_ROWS) {
		part = canvas_part(canvas, at++, 0, 1, canvas->cols);
		source_paint_titles(&v->shown->table,
				    v->shown->sheet.listing.parts.at[
					    number].file, &part);
	}
	if (canvas->rows >= SUMMARY_ROWS)
		at += paint_note(app, v, at, canvas);
	part = canvas_part(canvas, at, 0, canvas->rows - at, canvas->cols);
	paint_rows(app, v, &part, has_focus);
}

static size_t view_source_lines(struct app *app, void *state)
{
	const struct view_source *v = state;

	(void)app;
	return has_page(v) ? v->list.n : 0;
}

static void view_source_line(struct app *app, void *state, size_t i,
			     struct buf *out)
{
	const struct view_source *v = state;
	struct str text = sheet_at(&v->shown->sheet, i).row.text;

	(void)app;
	buf_add(out, text.s, text.n);
}

static size_t view_source_cursor(struct app *app, void *state)
{
	const struct view_source *v = state;

	(void)app;
	return v->list.cursor;
}

static void view_source_seek(struct app *app, void *state, size_t i)
{
	struct view_source *v = state;

	(void)app;
	if (has_page(v))
		seek_far(v, i);
}

static bool has_text(const struct source_page *page)
{
	for (size_t i = 0; i < page->sheet.listing.parts.n; i++) {
		const struct shelf_file *file = page->sheet.parts[i].file;

		if (file && file->is_done &&
		    file->found.status == SOURCE_OPENED)
			return true;
	}
	return false;
}

/* What is still being made may have a text. */
static bool view_source_is_wanting(struct app *app, void *state)
{
	const struct view_source *v = state;

	if (v->next || worker_is_busy(&app->worker, -1) ||
	    worker_is_busy(&app->reader, -1))
		return app->side == PANEL_PEEK;
	return !v->shown || !has_text(v->shown);
}

const struct panel_ops panel_source_ops = {
	.name = "source",
	.map = MAP_SOURCE,
	.footer = {
		{ ACTION_PREVIOUS_HOTTEST, "hotter" },
		{ ACTION_NEXT_HOTTEST, "less hot" },
		{ ACTION_ENTER, "peek" },
		{ ACTION_BACK, "back" },
		{ ACTION_NEXT_FUNCTION, "next function" },
		{ ACTION_TOGGLE_CUM, "flat/cum" },
		{ ACTION_NEXT_COMPARE, "compare" },
		{ ACTION_HELP, "help" },
	},
	.sums_only = true,
	.new = view_source_new,
	.free = view_source_free,
	.update = view_source_update,
	.done = view_source_done,
	.forget = view_source_forget,
	.leave = view_source_leave,
	.is_behind = view_source_is_behind,
	.act = view_source_act,
	.title = view_source_title,
	.status = view_source_status,
	.is_wanting = view_source_is_wanting,
	.paint = view_source_paint,
	.lines = view_source_lines,
	.line = view_source_line,
	.cursor = view_source_cursor,
	.seek = view_source_seek,
};
