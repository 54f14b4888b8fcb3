#include "config.h"

#include "tui/source_answer.h"

void source_answer_again(struct source_answer *a)
{
	if (a->has_asked)
		view_release(&a->asked);
	a->has_asked = false;
}

void source_answer_init(struct source_answer *a, struct mem *mem,
			const struct options *options)
{
	*a = (struct source_answer){ .mem = mem };
	shelf_init(&a->shelf, mem, options);
}

void source_answer_release(struct source_answer *a)
{
	source_page_free(a->shown);
	source_page_free(a->next);
	shelf_release(&a->shelf);
	target_release(&a->target);
	source_answer_again(a);
	if (a->lines)
		job_free(&a->lines->job);
}

void source_answer_sweep(struct source_answer *a)
{
	if (a->shown)
		sheet_use(&a->shown->sheet);
	if (a->next)
		sheet_use(&a->next->sheet);
	shelf_sweep(&a->shelf);
}

/* Of another profile neither weights nor texts are good any more. */
static void follow_profile(struct app *app, struct source_answer *a)
{
	if (a->profile == app->profile)
		return;
	a->profile = app->profile;
	source_answer_again(a);
	shelf_renew(&a->shelf);
}

/* What was asked for before and then cancelled is asked for again. */
static void find_target(struct app *app, struct source_answer *a)
{
	struct target before = { .is_found = false };

	if (a->has_target && buf_same(&a->target.selected, &app->selected))
		return;
	target_copy(&before, &a->target);
	target_find(&a->target, app->eval, &app->selected);
	a->has_target = true;
	if (!target_same(&before, &a->target) ||
	    !buf_same(&before.selected, &a->target.selected)) {
		a->is_stale = true;
		if (!worker_is_busy(&app->worker, SLOT_LINES))
			source_answer_again(a);
	}
	target_release(&before);
}

static bool has_lines(const struct source_answer *a)
{
	return a->lines && a->lines->profile == a->profile;
}

static bool is_question(const struct view *view, enum lines_by by,
			const struct view *other, enum lines_by other_by)
{
	return by == other_by && view_equal(view, other);
}

/* Asks for the weights of the view, unless they are there or under way. */
static void ask_lines(struct app *app, struct source_answer *a)
{
	enum lines_by by = a->target.key.by;
	struct view view = app->view;

	if (!a->target.is_found)
		return;
	lines_view(&view, by);
	if ((has_lines(a) && is_question(&view, by, &a->lines->view,
				     a->lines->by)) ||
	    (a->has_asked && is_question(&view, by, &a->asked, a->asked_by)))
		return;
	source_answer_again(a);
	view_copy(&a->asked, &view);
	a->asked_by = by;
	a->has_asked = true;
	worker_submit(&app->worker,
		      &lines_job_new(app->profile, &view, by)->job);
}

/* Lines of an older view may not have the function that is selected now. */
static void make_page(struct app *app, struct source_answer *a)
{
	struct source_page *page;

	if (!a->is_stale || !a->target.is_found || !has_lines(a) ||
	    a->lines->by != a->target.key.by)
		return;
	page = source_page_new(a->mem, a->lines, &a->target, app->charset);
	if (!page)
		return;
	a->is_stale = false;
	source_page_free(a->next);
	a->next = page;
	sheet_open(&page->sheet, &a->shelf);
	source_answer_sweep(a);
	shelf_fetch(&a->shelf, &app->reader);
}

void source_answer_ask(struct source_answer *a, struct app *app)
{
	follow_profile(app, a);
	find_target(app, a);
	if (a->shown && !sheet_is_current(&a->shown->sheet, &a->shelf) &&
	    !a->next)
		a->is_stale = true;
	ask_lines(app, a);
	make_page(app, a);
}

bool source_answer_is_ready(const struct source_answer *a, struct app *app)
{
	return a->next && (!sheet_is_waiting(&a->next->sheet) ||
			   !worker_is_busy(&app->reader, SLOT_FILE));
}

struct source_page *source_answer_turn(struct source_answer *a)
{
	struct source_page *before = a->shown;

	a->shown = a->next;
	a->next = NULL;
	return before;
}

/* Whoever cancels work is left with the page of another function, or none. */
static void note_loss(struct app *app, struct source_answer *a)
{
	bool is_there = a->next || (a->shown &&
				    target_same(&a->shown->target, &a->target));

	a->is_lost = a->target.is_found && !is_there &&
		     !worker_is_busy(&app->worker, SLOT_LINES);
}

void source_answer_settle(struct source_answer *a, struct app *app)
{
	note_loss(app, a);
	if (a->shown)
		source_page_adopt(a->shown, app->eval, app->share);
}

void source_answer_take_lines(struct source_answer *a,
			      struct lines_job *lines)
{
	if (lines->job.has_failed) {
		job_free(&lines->job);
		return;
	}
	if (a->lines)
		job_free(&a->lines->job);
	a->lines = lines;
	a->is_stale = true;
}

void source_answer_take_files(struct source_answer *a, struct job *job)
{
	shelf_take(&a->shelf, job);
	if (a->shown)
		source_page_arrange(a->shown);
}

/* Only the name has to be found again. */
void source_answer_forget(struct source_answer *a)
{
	a->has_target = false;
	if (a->shown)
		a->shown->eval = NULL;
	if (a->next)
		a->next->eval = NULL;
}

bool source_answer_is_behind(const struct source_answer *a,
			     const struct app *app)
{
	return a->shown && a->shown->profile != app->profile;
}

static void drop_page(const struct app *app, struct source_page **page)
{
	if (!*page || (*page)->profile == app->profile)
		return;
	source_page_free(*page);
	*page = NULL;
}

void source_answer_leave(struct source_answer *a, const struct app *app)
{
	drop_page(app, &a->shown);
	drop_page(app, &a->next);
	if (a->lines && a->lines->profile != app->profile) {
		job_free(&a->lines->job);
		a->lines = NULL;
	}
	if (a->profile != app->profile) {
		a->profile = NULL;
		a->target.is_found = a->has_target = false;
	}
	source_answer_sweep(a);
}
