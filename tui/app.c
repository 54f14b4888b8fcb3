#include "config.h"

#include "tui/app.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "model/clock.h"
#include "tui/act.h"
#include "tui/chrome.h"
#include "tui/keyfile.h"
#include "tui/loader.h"
#include "tui/open.h"
#include "tui/opened.h"
#include "tui/prompt_tab.h"

enum {
	BUSY_MS = 200,		/* work shorter than this is not mentioned */
	END_MS = 1000,		/* what is given up has ended by then */
};

static const struct panel_ops *const panels[PANELS] = {
	[PANEL_TOP] = &panel_top_ops,
	[PANEL_FLAME] = &panel_flame_ops,
	[PANEL_PEEK] = &panel_peek_ops,
	[PANEL_SOURCE] = &panel_source_ops,
	[PANEL_TAGS] = &panel_tags_ops,
	[PANEL_INFO] = &panel_info_ops,
	[PANEL_HELP] = &panel_help_ops,
	[PANEL_METRICS] = &panel_metrics_ops,
	[PANEL_REPORT] = &panel_report_ops,
};

const struct panel_ops *app_panel(enum panel_id panel)
{
	return panels[panel];
}

bool app_can_show(const struct app *app, enum panel_id panel)
{
	return !app->view.is_mean || !panels[panel]->sums_only;
}

static void start_loading(struct app *app)
{
	struct input_limits limits = app->limits;
	struct loader *loader;

	limits.progress = &app->progress;
	loader = loader_new(app->options, &app->reload.kept, &limits,
			    SLOT_LOAD);
	loader->defers_names = true;
	worker_submit(&app->reader, &loader->job);
	app_begin_work(app);
}

/* A file that is named must be there; mistakes in either are shown. */
static int load_keys(struct app *app, struct err *err)
{
	const char *named = app->options->keys;
	struct buf path = BUF_INIT;
	enum keyfile_result result = KEYFILE_DONE;
	struct keymap_err bad;

	keymap_init(&app->keymap);
	if (!keymap_load_defaults(&app->keymap, &bad))
		return err_fail(err, "%s", bad.text);
	if (named ? *named != '\0' : keyfile_path(&path))
		result = keyfile_load(&app->keymap,
				      named ? named : buf_str(&path),
				      &app->keys_mistakes, &app->keys_err);
	buf_release(&path);
	if (result == KEYFILE_MISSING && !named)
		app->keys_err.text[0] = '\0';
	if (!named || (result != KEYFILE_MISSING &&
		       result != KEYFILE_UNREADABLE))
		return 0;
	*err = app->keys_err;
	keymap_release(&app->keymap);
	return err_within(err, "-keys");
}

struct worker *app_worker(struct app *app, int i)
{
	struct worker *const workers[APP_WORKERS] = {
		&app->worker, &app->reader, &app->printer, &app->lister,
	};

	return workers[i];
}

static int start_workers(struct app *app, struct err *err)
{
	for (int i = 0; i < APP_WORKERS; i++) {
		if (!worker_init(app_worker(app, i), err))
			continue;
		while (i--)
			worker_release(app_worker(app, i));
		return -1;
	}
	return 0;
}

bool app_end_work(struct app *app)
{
	int64_t end = clock_ms() + END_MS;
	bool has_ended = true;

	for (int i = 0; i < APP_WORKERS; i++)
		worker_cancel(app_worker(app, i));
	for (int i = 0; i < APP_WORKERS; i++)
		has_ended = worker_end(app_worker(app, i), end - clock_ms()) &&
			    has_ended;
	return has_ended;
}

int app_init(struct app *app, struct options *options,
	     const struct input_limits *limits, enum text_charset charset,
	     struct err *err)
{
	*app = (struct app){
		.options = options, .limits = *limits, .charset = charset,
		.main = PANEL_TOP, .side = PANEL_NONE, .rows = 24, .cols = 80,
	};
	if (load_keys(app, err))
		return -1;
	/* As in the reference's shell: what is shown is known. */
	options->print.compact_labels = true;
	if (start_workers(app, err))
		return -1;
	for (int i = 0; i < PANELS; i++)
		app->panels[i] = panels[i]->new(app);
	reload_init(app);
	start_loading(app);
	return 0;
}

/* The jobs that borrow from it end first, then its lens may change hands. */
static void drop_eval(struct app *app, struct eval *heir)
{
	if (!app->eval)
		return;
	worker_stop(&app->worker, SLOT_PEEK);
	worker_stop(&app->worker, SLOT_FLAME);
	worker_stop(&app->worker, SLOT_MARKS);
	worker_stop(&app->worker, SLOT_TAGS);
	for (int i = 0; i < PANELS; i++) {
		if (panels[i]->forget)
			panels[i]->forget(app, app->panels[i]);
	}
	eval_take_lens(heir, app->eval);
	job_free(&app->eval->job);
	app->eval = NULL;
}

void app_release(struct app *app)
{
	for (int i = 0; i < APP_WORKERS; i++)
		worker_release(app_worker(app, i));
	for (int i = 0; i < PANELS; i++)
		panels[i]->free(app, app->panels[i]);
	if (app->eval)
		job_free(&app->eval->job);
	view_release(&app->view);
	reload_release(app);
	loader_profile_free(app->profile);
	for (size_t i = 0; i < PLACES_MAX; i++)
		buf_release(&app->places[i].selected);
	prompt_release(&app->prompt);
	search_clear(&app->search);
	buf_release(&app->selected);
	buf_release(&app->message);
	buf_release(&app->keys_mistakes);
	keymap_release(&app->keymap);
}

enum panel_id app_focus(const struct app *app)
{
	return app->is_side_focused && app->side != PANEL_NONE ? app->side :
								 app->main;
}

void app_say(struct app *app, uint8_t style, const char *fmt, ...)
{
	char text[1024];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	buf_clear(&app->message);
	buf_adds(&app->message, text);
	app->message_style = style;
}

void app_select(struct app *app, const char *name, size_t n)
{
	struct buf selected = BUF_INIT;

	/* The name may be the selected one itself, so it is copied first. */
	buf_add(&selected, name, n);
	buf_release(&app->selected);
	app->selected = selected;
}

/* Top has a pane beside it when there is room. */
static void arrange(struct app *app)
{
	bool has_side = app->main == PANEL_TOP && app->cols >= APP_SIDE_COLS;

	if (!has_side)
		app->side = PANEL_NONE;
	else if (app->side == PANEL_NONE)
		app->side = PANEL_SOURCE;
	if (!has_side)
		app->is_side_focused = app->is_zoomed = false;
}

void app_update_panel(struct app *app, enum panel_id panel)
{
	if (panels[panel]->update && app_can_show(app, panel))
		panels[panel]->update(app, app->panels[panel]);
}

/* Source where there is some, else callers and callees. */
static void update_side(struct app *app)
{
	const struct panel_ops *source = panels[PANEL_SOURCE];
	void *state = app->panels[PANEL_SOURCE];

	app_update_panel(app, PANEL_SOURCE);
	app->side = source->is_wanting && source->is_wanting(app, state) ?
		    PANEL_PEEK : PANEL_SOURCE;
	if (app->side == PANEL_PEEK)
		app_update_panel(app, PANEL_PEEK);
}

/* The list first: it says which function the others are about. */
static void update(struct app *app)
{
	if (!app->profile)
		return;
	arrange(app);
	app_update_panel(app, PANEL_TOP);
	if (app->main != PANEL_TOP)
		app_update_panel(app, app->main);
	if (app->side != PANEL_NONE)
		update_side(app);
}

static void remember_place(struct app *app)
{
	struct place *place;

	if (app->n_places == PLACES_MAX) {
		struct place oldest = app->places[0];

		memmove(&app->places[0], &app->places[1],
			(PLACES_MAX - 1) * sizeof(app->places[0]));
		app->places[PLACES_MAX - 1] = oldest;
		app->n_places--;
	}
	place = &app->places[app->n_places++];
	place->panel = app->main;
	buf_copy(&place->selected, &app->selected);
}

void app_show(struct app *app, enum panel_id panel)
{
	remember_place(app);
	app->main = panel;
	app->is_side_focused = false;
	arrange(app);
}

bool app_back(struct app *app)
{
	struct place *place;

	if (!app->n_places)
		return false;
	place = &app->places[--app->n_places];
	app->main = place->panel;
	app->is_side_focused = false;
	if (place->selected.n)
		app_select(app, place->selected.s, place->selected.n);
	arrange(app);
	return true;
}

void app_add_key(const struct app *app, enum map map, enum action action,
		 struct buf *out)
{
	char key[32];

	if (keymap_key_of(&app->keymap, map, action, key, sizeof(key)))
		buf_adds(out, key);
	else
		buf_adds(out, action_name(action));
}

/* Side by side there are no columns of shares but that of their change. */
bool app_has_share(const struct app *app, enum share share)
{
	bool is_both = app->view.compare == COMPARE_BOTH;

	return share == SHARE_TOTAL || is_both == (share == SHARE_CHANGE);
}

void app_fit_share(struct app *app)
{
	if (!app_has_share(app, app->share))
		app->share = SHARE_TOTAL;
}

void app_begin_work(struct app *app)
{
	if (!app->busy_since)
		app->busy_since = clock_ms();
}

bool app_has_work(struct app *app)
{
	for (int i = 0; i < APP_WORKERS; i++) {
		if (worker_is_busy(app_worker(app, i), -1))
			return true;
	}
	return false;
}

void app_changed(struct app *app)
{
	struct view view = app->view;
	struct eval *eval;

	if (!app->profile)
		return;
	app->n_changes++;
	reload_fit_view(app, &view);
	eval = eval_new(reload_profile(app), &view, app->unit, SLOT_EVAL);
	if (app->eval && app->eval->profile == eval->profile)
		eval_borrow_lens(eval, app->eval);
	worker_submit(&app->worker, &eval->job);
	app_begin_work(app);
}

void app_add_filter(struct app *app, enum filter_kind kind, const char *text)
{
	struct buf key = BUF_INIT;

	if (filters_add(&app->view.filters, kind, text)) {
		app_changed(app);
		return;
	}
	app_add_key(app, app_panel(app_focus(app))->map, ACTION_REMOVE_FILTER,
		    &key);
	app_say(app, STYLE_ERROR, "no more than %d filters; %s removes the "
		"last", FILTERS_MAX, buf_str(&key));
	buf_release(&key);
}

void app_say_unmatched(struct app *app, const struct filters *before)
{
	struct buf text = BUF_INIT;

	if (!app->eval || prompt_is_open(&app->prompt) ||
	    !filters_equal(&app->eval->view.filters, &app->view.filters))
		return;
	eval_add_unmatched(app->eval, before, &text);
	if (text.n && !(app->message.n && app->message_style == STYLE_ERROR))
		app_say(app, STYLE_STATUS, "%s", buf_str(&text));
	buf_release(&text);
}

static void take_eval(struct app *app, struct eval *eval)
{
	struct filters before = { .n = 0 };

	if (eval->job.has_failed) {
		app_say(app, STYLE_ERROR, "%s", eval->job.err.text);
		job_free(&eval->job);
		return;
	}
	reload_adopt(app, eval);
	if (app->eval)
		filters_copy(&before, &app->eval->view.filters);
	drop_eval(app, eval);
	app->eval = eval;
	app_say_unmatched(app, &before);
	filters_clear(&before);
}

static void take_loaded(struct app *app, struct loader *loader)
{
	struct err err;

	if (app->profile) {
		reload_take(app, loader);
		return;
	}
	if (loader->job.has_failed) {
		app->load_err = loader->job.err;
		app->has_failed = app->is_leaving = true;
	} else {
		reload_begin(app, loader);
		app->profile = loader_take(loader);
		open_view(&app->view, app->profile, app->options, &err);
		app->unit = app->options->print.unit;
		if (app->view.is_mean && app->profile->n_sides > 1)
			app->view.compare = COMPARE_CURRENT;
		opened_say(app, loader);
		app_changed(app);
		if (loader->needs_names)
			reload_start(app, false);
	}
	job_free(&loader->job);
}

static void take_job(struct app *app, struct job *job,
		     const struct worker *worker)
{
	if (job->owner >= 0)
		panels[job->owner]->done(app, app->panels[job->owner], job);
	else if (worker == &app->reader)
		take_loaded(app, (struct loader *)job);
	else if (worker == &app->lister)
		tab_take_files(app, (struct filenames_job *)job);
	else
		take_eval(app, (struct eval *)job);
}

bool app_take(struct app *app)
{
	bool has_taken = false;
	struct job *job;

	for (int i = 0; i < APP_WORKERS; i++) {
		while ((job = worker_take(app_worker(app, i)))) {
			take_job(app, job, app_worker(app, i));
			has_taken = true;
		}
	}
	if (has_taken)
		update(app);
	if (!app_has_work(app) && reload_settle(app))
		has_taken = true;
	if (app_has_work(app))
		app_begin_work(app);
	else
		app->busy_since = 0;
	return has_taken;
}

void app_settle(struct app *app)
{
	do {
		for (int i = 0; i < APP_WORKERS; i++)
			worker_wait(app_worker(app, i));
	} while (app_take(app));
	app->busy_since = 0;
}

bool app_is_busy(const struct app *app)
{
	return app->busy_since && clock_ms() - app->busy_since >= BUSY_MS;
}

void app_resize(struct app *app, int rows, int cols)
{
	app->rows = rows;
	app->cols = cols;
	arrange(app);
	update(app);
}

void app_act(struct app *app, enum action action)
{
	act_run(app, action);
	update(app);
}

static bool is_alt(struct key key, struct key *bare)
{
	if (key.code < KEYCODE_ALT(0) || key_is_event(key))
		return false;
	*bare = (struct key){ key.code - KEYCODE_ALT(0) };
	return true;
}

/* "w: no such key; ? lists them", of the n keys of a sequence. */
static void say_unbound(struct app *app, size_t n)
{
	enum map map = panels[app_focus(app)]->map;
	char name[KEY_NAME_MAX];
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < n; i++) {
		key_format(app->keys[i], name);
		buf_addf(&text, "%s%s", i ? "," : "", name);
	}
	buf_adds(&text, ": no such key; ");
	app_add_key(app, map, ACTION_HELP, &text);
	app_say(app, STYLE_STATUS, "%s lists them", buf_str(&text));
	buf_release(&text);
}

/* Esc that is followed at once by another key arrives as one key. */
static void run_unbound(struct app *app, struct key key, size_t n)
{
	struct key bare;

	if (is_alt(key, &bare)) {
		app_act(app, ACTION_BACK);
		app_key(app, bare);
	} else if (app->profile && !key_is_event(key)) {
		say_unbound(app, n);
	}
}

/* While loading there is nothing to act on: only leaving works. */
void app_key(struct app *app, struct key key)
{
	enum keymap_found found;
	enum action action;
	size_t n;

	app->n_pressed++;
	if (prompt_is_open(&app->prompt)) {
		prompt_key(app, key);
		update(app);
		return;
	}
	buf_clear(&app->message);
	if (app->n_keys == KEYMAP_SEQUENCE_MAX)
		app->n_keys = 0;
	app->keys[app->n_keys++] = key;
	n = app->n_keys;
	found = keymap_find(&app->keymap, panels[app_focus(app)]->map,
			    app->keys, n, &action);
	if (found == KEYMAP_PREFIX)
		return;
	app->n_keys = 0;
	if (found == KEYMAP_FOUND)
		app_act(app, action);
	else
		run_unbound(app, key, n);
}
