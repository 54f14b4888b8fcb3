#include "config.h"

#include "tui/reload.h"

#include <string.h>

#include "render/number.h"
#include "tui/app.h"
#include "tui/loader.h"
#include "tui/view_report.h"

enum { ROUNDS_MAX = 16 };	/* of questions that a panel has; 3 is most */

void reload_init(struct app *app)
{
	struct reload *r = &app->reload;

	r->with = options_to_read(app->options);
	kept_init(&r->kept, app->options->n_sources + 1, app->limits.mem);
}

void reload_release(struct app *app)
{
	struct reload *r = &app->reload;

	if (r->next)
		job_free(&r->next->job);
	for (size_t i = 0; i < r->old.n; i++)
		loader_profile_free(r->old.at[i]);
	vec_release(app->limits.mem, &r->old);
	kept_release(&r->kept);
}

/* Which sources have failed is told by those that list them. */
static void take_options(struct app *app, const struct loader *loader)
{
	struct options *o = app->options;

	if (o->has_failed && o->n_sources)
		memcpy(o->has_failed, loader->options.has_failed,
		       o->n_sources * sizeof(*o->has_failed));
	app->reload.with = loader->options;
	app->reload.with.has_failed = o->has_failed;
	app->reload.n_bytes = loader->n_bytes;
	app->reload.n_files = loader->n_files;
}

void reload_begin(struct app *app, const struct loader *loader)
{
	take_options(app, loader);
}

/* Starting. */

/* Nobody loses what is on the screen for want of memory to read it again. */
static bool has_room(struct app *app)
{
	const struct mem *mem = app->limits.mem;
	size_t needs = app->reload.n_bytes + app->reload.n_bytes / 2;
	struct buf size = BUF_INIT;

	if (!mem->limit || (mem->used < mem->limit &&
			    needs <= mem->limit - mem->used))
		return true;
	number_value(&size, (int64_t)needs, "bytes", "auto");
	app_say(app, STYLE_ERROR, "no memory to read it beside the one that is "
		"shown: that takes %s; start again with -max_memory=SIZE",
		buf_str(&size));
	buf_release(&size);
	return false;
}

/*
 * Of a profile that does not come the options go, and the unit if that was to
 * come with it.
 */
static void put_options_back(struct app *app)
{
	options_take_reading(app->options, &app->reload.with);
	app->options->print.unit = app->unit;
}

/* A profile that is on its way is given up for one that is newer still. */
static void drop_next(struct app *app)
{
	struct reload *r = &app->reload;

	if (!r->next)
		return;
	worker_stop(&app->worker, SLOT_EVAL);
	job_free(&r->next->job);
	r->next = NULL;
	if (app->eval)
		app->unit = app->eval->want_unit;
	if (!app->eval || !view_equal(&app->eval->view, &app->view))
		app_changed(app);
}

bool reload_start(struct app *app, bool is_asked)
{
	struct options options = options_to_read(app->options);
	struct input_limits limits = app->limits;
	struct loader *loader;

	if (!has_room(app))
		return false;
	drop_next(app);
	limits.progress = &app->progress;
	app->progress.asked_ms = app->progress.expected = 0;
	loader = loader_new(&options, &app->reload.kept, &limits, SLOT_LOAD);
	app->reload.is_asked = is_asked;
	worker_submit(&app->reader, &loader->job);
	app_begin_work(app);
	return true;
}

/* What was fetched is kept for options, but not for this. */
static void fetch_again(struct app *app)
{
	struct kept *kept = &app->reload.kept;

	atomic_store(&kept->fetches_again, true);
	if (!reload_start(app, true))
		atomic_store(&kept->fetches_again, false);
}

void reload_files(struct app *app)
{
	if (app->options->demo)
		app_say(app, STYLE_STATUS, "nothing to read again: the "
			"profiles of -demo are part of pprowl");
	else if (!worker_is_busy(&app->reader, SLOT_LOAD) &&
		 !app->reload.n_files)
		app_say(app, STYLE_STATUS, "nothing to read again: what came "
			"through a pipe has come once");
	else
		fetch_again(app);
}

/* Answers. */

void reload_take(struct app *app, struct loader *loader)
{
	if (loader->job.has_failed) {
		app_say(app, STYLE_ERROR, "not read again: %s%s",
			loader->job.err.text, view_report_waits(app) ?
			"; what waited for it is given up" : "");
		put_options_back(app);
		view_report_go_on(app, false);
		atomic_store(&app->reload.kept.fetches_again, false);
		job_free(&loader->job);
		return;
	}
	drop_next(app);
	app->reload.next = loader;
	app->unit = app->options->print.unit;
	app_changed(app);
}

bool reload_is_under_way(struct app *app)
{
	return app->reload.next || worker_is_busy(&app->reader, SLOT_LOAD);
}

const struct profile *reload_profile(const struct app *app)
{
	return app->reload.next ? app->reload.next->profile : app->profile;
}

static struct str type_name(const struct profile *p, size_t type)
{
	return profile_str(p, p->types.at[type].type);
}

static size_t find_type(const struct profile *p, struct str name)
{
	struct err err;
	int type;

	for (size_t i = 0; i < p->types.n; i++) {
		if (str_same(type_name(p, i), name))
			return i;
	}
	type = profile_type_find(p, "", &err);
	return type < 0 ? 0 : (size_t)type;
}

/* Where a base has come or gone, the view starts as with one or without. */
void reload_fit_view(const struct app *app, struct view *view)
{
	const struct loader *next = app->reload.next;
	const struct profile *p = reload_profile(app);

	if (!next)
		return;
	view->type = find_type(p, type_name(app->profile, view->type));
	view->is_diff_base = next->options.diff_base &&
			     *next->options.diff_base;
	if (p->n_sides != app->profile->n_sides)
		view->compare = p->n_sides > 1 ? COMPARE_DIFFERENCE :
						 COMPARE_CURRENT;
	if (view->is_mean && compare_is_of_both(view->compare))
		view->compare = COMPARE_CURRENT;
}

static int64_t total_of(const struct eval *eval)
{
	return eval->view.compare == COMPARE_DIFFERENCE ? eval->net :
							  eval->lanes.totals[0];
}

static void add_value(const struct eval *eval, int64_t value, bool is_signed,
		      struct buf *out)
{
	if (is_signed)
		number_sign(out, value);
	columns_value(&eval->columns, value, "auto", out);
}

/* Whether both are totals of the same thing: keys may have changed it. */
static bool is_comparable(const struct eval *before, const struct eval *after)
{
	const struct view *a = &before->view, *b = &after->view;

	return str_same(type_name(before->profile, a->type),
			type_name(after->profile, b->type)) &&
	       !strcmp(before->columns.from, after->columns.from) &&
	       a->compare == b->compare && a->is_mean == b->is_mean &&
	       (!b->is_relative || filters_equal(&a->filters, &b->filters));
}

static void add_change(const struct eval *before, const struct eval *after,
		       struct buf *out)
{
	int64_t change = lanes_sub(total_of(after), total_of(before));

	if (change) {
		buf_adds(out, " (");
		add_value(after, change, true, out);
		buf_addc(out, ')');
	} else {
		buf_adds(out, ", as before");
	}
}

/* "read again: 812 samples, inuse_space 662.3MB (+12.1MB)" */
static void add_news(const struct app *app, const struct eval *after,
		     struct buf *out)
{
	struct str name = type_name(after->profile, after->view.type);
	struct str wanted = type_name(app->profile, app->view.type);
	size_t n = after->profile->rows.n;

	buf_addf(out, "read again: %zu sample%s, ", n, n == 1 ? "" : "s");
	buf_add(out, name.s, name.n);
	buf_addc(out, ' ');
	add_value(after, total_of(after),
		  after->view.compare == COMPARE_DIFFERENCE, out);
	if (!str_same(name, wanted)) {
		buf_adds(out, "; there is no ");
		buf_add(out, wanted.s, wanted.n);
		buf_adds(out, " any more");
	} else if (app->eval && is_comparable(app->eval, after)) {
		add_change(app->eval, after, out);
	}
}

/* What was wrong with it is said in any case. */
static void say_news(struct app *app, const struct eval *eval)
{
	const struct err *note = &app->reload.next->note;
	const struct err *said = &app->reload.next->said;
	struct buf text = BUF_INIT;

	if (app->reload.is_asked)
		add_news(app, eval, &text);
	if (app->reload.is_asked && *app->options->save &&
	    *app->options->has_saved)
		buf_adds(&text, "; not saved, -save keeps the first");
	if (*note->text)
		buf_addf(&text, "%s%s", text.n ? "; " : "", note->text);
	else if (*app->options->save_dir && *said->text)
		buf_addf(&text, "%s%s", text.n ? "; " : "", said->text);
	if (text.n)
		app_say(app, *note->text ? STYLE_ERROR : STYLE_STATUS, "%s",
			buf_str(&text));
	buf_release(&text);
}

void reload_adopt(struct app *app, const struct eval *eval)
{
	struct reload *r = &app->reload;

	if (eval->profile == app->profile)
		return;
	worker_stop(&app->worker, SLOT_LINES);
	worker_stop(&app->worker, SLOT_TOTALS);
	say_news(app, eval);
	*vec_push(app->limits.mem, &r->old) = app->profile;
	r->n_rounds = 0;
	app->profile = loader_take(r->next);
	take_options(app, r->next);
	job_free(&r->next->job);
	r->next = NULL;
	app->view.type = eval->view.type;
	app->view.compare = eval->view.compare;
	app->view.is_diff_base = eval->view.is_diff_base;
	app_fit_share(app);
	app->n_changes++;
	view_report_go_on(app, true);
}

void reload_cancel(struct app *app)
{
	worker_drop(&app->reader, SLOT_LOAD);
	atomic_store(&app->reload.kept.fetches_again, false);
	drop_next(app);
	put_options_back(app);
	view_report_go_on(app, false);
}

/* The old profile. */

/*
 * What a panel asks for may be what it needs to ask for more; one that was
 * cancelled asks for nothing.
 */
static bool bring_panels(struct app *app)
{
	if (app->reload.n_rounds++ == ROUNDS_MAX)
		return false;
	for (int i = 0; i < PANELS; i++) {
		const struct panel_ops *ops = app_panel((enum panel_id)i);

		if (ops->is_behind && ops->is_behind(app, app->panels[i]))
			app_update_panel(app, (enum panel_id)i);
	}
	return app_has_work(app);
}

bool reload_settle(struct app *app)
{
	struct reload *r = &app->reload;

	if (!r->old.n)
		return false;
	if (bring_panels(app))
		return true;
	for (int i = 0; i < PANELS; i++) {
		const struct panel_ops *ops = app_panel((enum panel_id)i);

		if (ops->leave)
			ops->leave(app, app->panels[i]);
	}
	for (size_t i = 0; i < r->old.n; i++)
		loader_profile_free(r->old.at[i]);
	r->old.n = 0;
	return false;
}
