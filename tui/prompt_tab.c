#include "config.h"

#include "tui/prompt_tab.h"

#include <string.h>

#include "tui/app.h"

enum { NOTE_MAX = 400 };	/* bytes of candidates; no row is longer */

void tab_forget(struct prompt *p)
{
	complete_release(&p->tried);
	p->tried = (struct completion){ .from = 0 };
}

void tab_give_up(struct app *app)
{
	worker_drop(&app->lister, SLOT_NAMES);
	tab_forget(&app->prompt);
	app->prompt.n_held = 0;
}

/* Puts a text in the place of the word that it completes. */
static void take_text(struct prompt *p, size_t from, const char *text)
{
	struct buf line = BUF_INIT, before = BUF_INIT;

	buf_adds(&before, edit_text(&p->edit));
	buf_add(&line, buf_str(&before), from);
	buf_adds(&line, text);
	if (strcmp(buf_str(&line), buf_str(&before)) &&
	    !edit_set(&p->edit, buf_str(&line))) {
		edit_set(&p->edit, buf_str(&before));
		buf_adds(&p->note, "this name cannot be typed");
	}
	buf_release(&line);
	buf_release(&before);
}

/* The candidates from the one that was taken on. */
static void list_candidates(struct prompt *p, size_t from)
{
	candidates_list(&p->tried.candidates, from, NOTE_MAX, &p->note);
}

static void take_completion(struct prompt *p)
{
	struct completion *c = &p->tried;

	p->tried_at = SIZE_MAX;
	take_text(p, c->from, buf_str(&c->text));
	if (!c->is_known) {
		buf_adds(&p->note, "nothing is completed here");
	} else if (!c->candidates.n) {
		buf_adds(&p->note, "nothing fits that");
	} else if (c->candidates.n > 1) {
		buf_adds(&p->note, p->note.n ? "; " : "");
		list_candidates(p, 0);
	}
	if (c->candidates.n_kept < 2)
		tab_forget(p);
}

/* A disk may be slow, which is no reason for a key to wait. */
static void ask_for_files(struct app *app)
{
	struct prompt *p = &app->prompt;
	struct str word = { buf_str(&p->tried.text), p->tried.text.n };

	worker_submit(&app->lister, &filenames_job_new(
			p->tried.files, word, SLOT_NAMES)->job);
	app_begin_work(app);
}

/* What was typed behind Tab is for the line that Tab makes. */
static void press_held(struct app *app)
{
	struct key keys[PROMPT_HELD];
	size_t n = app->prompt.n_held;

	memcpy(keys, app->prompt.held, n * sizeof(*keys));
	app->prompt.n_held = 0;
	for (size_t i = 0; i < n; i++)
		app_key(app, keys[i]);
}

void tab_take_files(struct app *app, struct filenames_job *job)
{
	struct prompt *p = &app->prompt;

	complete_files(&p->tried, &job->found);
	job_free(&job->job);
	take_completion(p);
	press_held(app);
}

/* Whether the key means that what takes long is to be given up. */
static bool gives_up(struct app *app, struct key key)
{
	enum action action;

	return app_is_busy(app) &&
	       keymap_find(&app->keymap, MAP_PROMPT, &key, 1, &action) ==
	       KEYMAP_FOUND &&
	       (action == ACTION_BACK || action == ACTION_CANCEL);
}

bool tab_waits(const struct prompt *p)
{
	return p->tried.files;
}

void tab_hold(struct app *app, struct key key)
{
	struct prompt *p = &app->prompt;

	if (gives_up(app, key))
		tab_give_up(app);
	else if (p->n_held < PROMPT_HELD)
		p->held[p->n_held++] = key;
}

/* Only what the line ends in can be completed. */
static void complete(struct app *app)
{
	struct prompt *p = &app->prompt;
	struct completion *c = &p->tried;

	if (p->edit.cursor != p->edit.n)
		return;
	if (p->kind == PROMPT_COMMAND)
		complete_line(c, p->edit.text, p->edit.n, app->profile);
	else
		complete_pattern(c, p->edit.text, p->edit.n, app->profile);
	if (c->files)
		ask_for_files(app);
	else
		take_completion(p);
}

/* The next candidate or the one before; behind the last comes the first. */
static void step_candidate(struct prompt *p, bool is_forward)
{
	size_t n = p->tried.candidates.n_kept;

	if (p->tried_at == SIZE_MAX)
		p->tried_at = is_forward ? 0 : n - 1;
	else
		p->tried_at = (p->tried_at + (is_forward ? 1 : n - 1)) % n;
	buf_addf(&p->note, "%zu/%zu ", p->tried_at + 1,
		 p->tried.candidates.n);
	take_text(p, p->tried.from,
		  candidates_text(&p->tried.candidates, p->tried_at));
	list_candidates(p, p->tried_at);
}

bool tab_key(struct app *app, struct key key)
{
	struct prompt *p = &app->prompt;

	if (key.code != KEYCODE_TAB && key.code != KEYCODE_BACKTAB)
		return false;
	if (p->tried.candidates.n)
		step_candidate(p, key.code == KEYCODE_TAB);
	else if (p->kind == PROMPT_COMMAND ||
		 (p->kind != PROMPT_SEARCH && p->edit.n))
		complete(app);
	else
		return false;
	return true;
}
