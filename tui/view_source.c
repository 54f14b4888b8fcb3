#include "config.h"

#include "tui/app.h"
#include "tui/cursor.h"
#include "tui/nothing.h"
#include "tui/source_answer.h"

/* The source of the selected function. */

enum {
	SUMMARY_ROWS = 5,	/* fewer have no room for a summary, */
	TITLE_ROWS = 3,		/* or titles */
};

struct view_source {
	struct source_answer answer;
	struct list list;
	int height, scroll, widest;
	bool is_fresh;			/* to be scrolled to the middle */
	bool by_cum;
};

static struct source_page *page_of(const struct view_source *v)
{
	return v->answer.shown;
}

/* The cursor and where on the screen it is stay as they are, or start anew. */
static void place_cursor(struct view_source *v, const struct spot *spot)
{
	size_t above = v->list.cursor - v->list.top, row;

	list_resize(&v->list, page_of(v)->sheet.n_rows);
	if (spot && source_page_find(page_of(v), spot, &row)) {
		list_seek(&v->list, row);
		v->list.top = row > above ? row - above : 0;
		return;
	}
	list_seek(&v->list, source_page_hottest(page_of(v)));
	v->is_fresh = true;
}

/* Puts the next page on the screen once its files are there. */
static void show_next(struct app *app, struct view_source *v)
{
	struct source_page *before = page_of(v), *page = v->answer.next;
	struct spot spot;
	bool is_same, is_moved;

	if (!source_answer_is_ready(&v->answer, app))
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
	source_answer_turn(&v->answer);
	source_page_arrange(page);
	source_page_rank(page, v->by_cum);
	place_cursor(v, &spot);
	if (is_moved)
		v->is_fresh = true;
	if (!is_same)
		v->scroll = 0;
	source_page_free(before);
	source_answer_sweep(&v->answer);
}

static void *view_source_new(struct app *app)
{
	struct view_source *v = mem_alloc(app->limits.mem, sizeof(*v));

	v->by_cum = app->options->print.by_cum;
	source_answer_init(&v->answer, app->limits.mem, app->options);
	return v;
}

static void view_source_free(struct app *app, void *state)
{
	struct view_source *v = state;

	source_answer_release(&v->answer);
	mem_free(app->limits.mem, v, sizeof(*v));
}

static void view_source_forget(struct app *app, void *state)
{
	(void)app;
	source_answer_forget(&((struct view_source *)state)->answer);
}

static bool view_source_is_behind(struct app *app, void *state)
{
	return source_answer_is_behind(&((struct view_source *)state)->answer,
				       app);
}

static void view_source_leave(struct app *app, void *state)
{
	source_answer_leave(&((struct view_source *)state)->answer, app);
}

static void view_source_update(struct app *app, void *state)
{
	struct view_source *v = state;

	if (!app->eval)
		return;
	source_answer_ask(&v->answer, app);
	show_next(app, v);
	source_answer_settle(&v->answer, app);
}

static void take_files(struct view_source *v, struct job *job)
{
	struct source_page *page = page_of(v);
	struct spot spot = { .line = 0 };

	if (page && v->list.n)
		spot = source_page_spot(page, v->list.cursor);
	source_answer_take_files(&v->answer, job);
	if (page)
		place_cursor(v, &spot);
}

static void view_source_done(struct app *app, void *state, struct job *job)
{
	struct view_source *v = state;
	struct lines_job *lines = lines_job_from(job);

	(void)app;
	if (lines)
		source_answer_take_lines(&v->answer, lines);
	else
		take_files(v, job);
}

static bool has_page(const struct view_source *v)
{
	return source_answer_is_about(&v->answer) && v->list.n;
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
	const struct listing *l = &page_of(v)->sheet.listing;
	struct sheet_row row = sheet_at(&page_of(v)->sheet, v->list.cursor);
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
	seek_far(v, sheet_find_weight(&page_of(v)->sheet, l->ranked.at[to]));
}

/* The file of the cursor's part if it needs consent; else NULL. */
static struct shelf_file *waits_for_consent(const struct view_source *v)
{
	size_t part = sheet_at(&page_of(v)->sheet, v->list.cursor).part;
	struct shelf_file *file = page_of(v)->sheet.parts[part].file;

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
	shelf_fetch(&v->answer.shelf, &app->reader);
}

static void toggle_cum(struct app *app, struct view_source *v)
{
	v->by_cum = !v->by_cum;
	source_page_rank(page_of(v), v->by_cum);
	if (page_of(v)->sheet.listing.by_cum != v->by_cum)
		app_say(app, STYLE_STATUS, "no line has any %s of its own",
			v->by_cum ? "cum" : "flat");
}

static bool view_source_act(struct app *app, void *state, enum action action)
{
	struct view_source *v = state;

	if (!has_page(v)) {
		if (action == ACTION_ENTER)
			source_answer_again(&v->answer);
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
	return sheet_at(&page_of(v)->sheet, v->list.cursor).part;
}

static void view_source_title(struct app *app, void *state, struct buf *out)
{
	const struct view_source *v = state;
	struct str file;

	(void)app;
	if (!has_page(v))
		return;
	file = page_of(v)->sheet.listing.parts.at[part_at_cursor(v)].file;
	buf_add(out, file.s, file.n);
}

static void view_source_status(struct app *app, void *state, struct buf *out)
{
	const struct view_source *v = state;

	(void)app;
	if (has_page(v))
		source_page_status(page_of(v), v->list.cursor, out);
}

static void add_way(const struct app *app, enum action action,
		    const char *what, struct buf *out)
{
	nothing_add_way(app, MAP_SOURCE, action, what, out);
}

static void add_reason(const struct app *app, const struct view_source *v,
		       struct buf *out)
{
	if (v->answer.is_lost) {
		buf_adds(out, "Cancelled: ");
		add_way(app, ACTION_ENTER, "asks again.", out);
	} else if (!app->selected.n) {
		buf_adds(out, "No function is selected: ");
		add_way(app, ACTION_VIEW_TOP, "lists them.", out);
	} else {
		nothing_explain(app, MAP_SOURCE, "line of it", out);
	}
}

/* Whether a binary may know of files that the profile does not name. */
static bool may_know_files(const struct profile *p)
{
	return p->mappings.n && p->mappings.at[0].file.i && p->locations.n &&
	       p->locations.at[0].address;
}

/* What to do where no file is named: the step goes behind the reason. */
static void add_step(const struct app *app, const struct view_source *v,
		     struct buf *out)
{
	if (source_page_has_file(page_of(v), part_at_cursor(v)))
		return;
	if (may_know_files(page_of(v)->profile)) {
		buf_adds(out, "; :symbolize=force asks the binary");
		return;
	}
	buf_adds(out, "; ");
	add_way(app, ACTION_VIEW_PEEK, "shows callers, ", out);
	add_way(app, ACTION_BACK, "goes back", out);
}

/* A row above the lines, when there is something to be said about them. */
static bool paint_note(const struct app *app, const struct view_source *v,
		       int y, const struct canvas *canvas)
{
	struct buf text = BUF_INIT;
	char key[32];
	bool has_note;

	keymap_key_of(&app->keymap, MAP_SOURCE, ACTION_ENTER, key,
		      sizeof(key));
	if (page_of(v)->sheet.listing.ranked.n) {
		source_page_note(page_of(v), part_at_cursor(v), key, &text);
		add_step(app, v, &text);
	} else {
		add_reason(app, v, &text);
	}
	canvas_escape(canvas, canvas_rest(canvas, y, 1), STYLE_WARM,
		      buf_str(&text), text.n);
	has_note = text.n > 0;
	buf_release(&text);
	return has_note;
}

static void paint_nothing(const struct app *app, const struct view_source *v,
			  const struct canvas *canvas)
{
	struct buf why = BUF_INIT;

	if (!app->eval || (v->answer.target.is_found && !v->answer.is_lost))
		return;
	add_reason(app, v, &why);
	nothing_paint(canvas, &why);
	buf_release(&why);
}

static void paint_rows(struct app *app, struct view_source *v,
		       const struct canvas *canvas, bool has_focus)
{
	struct source_table table = page_of(v)->table;

	v->height = canvas->rows;
	if (v->is_fresh)
		list_centre(&v->list, v->height);
	v->is_fresh = false;
	list_show(&v->list, v->height);
	v->widest = source_page_widest(page_of(v), v->list.top, canvas);
	table.scroll = v->scroll;
	table.has_focus = has_focus;
	table.hits = search_paints;
	table.data = &app->search;
	for (int y = 0; y < canvas->rows; y++) {
		size_t i = v->list.top + (size_t)y;
		struct sheet_row row;

		if (i >= v->list.n)
			break;
		row = sheet_at(&page_of(v)->sheet, i);
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
		source_page_summary(page_of(v), number, &part);
	}
	if (canvas->rows >= TITLE_ROWS) {
		part = canvas_part(canvas, at++, 0, 1, canvas->cols);
		source_paint_titles(&page_of(v)->table,
				    page_of(v)->sheet.listing.parts.at[
					    number].file, &part);
	}
	if (canvas->rows >= SUMMARY_ROWS)
		at += paint_note(app, v, at, canvas);
	part = canvas_part(canvas, at, 0, canvas->rows - at, canvas->cols);
	paint_rows(app, v, &part, has_focus);
}

static struct panel_lines view_source_lines(struct app *app, void *state)
{
	const struct view_source *v = state;

	(void)app;
	if (!has_page(v))
		return (struct panel_lines){ 0 };
	return (struct panel_lines){ v->list.n, v->list.cursor };
}

static void view_source_line(struct app *app, void *state, size_t i,
			     struct buf *out)
{
	const struct view_source *v = state;
	struct str text = sheet_at(&page_of(v)->sheet, i).row.text;

	(void)app;
	buf_add(out, text.s, text.n);
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

	if (v->answer.next || worker_is_busy(&app->worker, -1) ||
	    worker_is_busy(&app->reader, -1))
		return app->side == PANEL_PEEK;
	return !page_of(v) || !has_text(page_of(v));
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
	.seek = view_source_seek,
};
