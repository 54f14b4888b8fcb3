/*
 * The profile read anew while the views stay: because its files have changed,
 * or because of an option that it is read with (BY_READING in option.h).
 *
 *	reload_start	a job for app->reader reads it
 *	reload_take	it is there: the view of it is evaluated
 *	reload_adopt	that is there, too: both take the place of the old ones
 *	reload_settle	nothing is under way any more: the old one goes
 *
 * Until it is adopted all that is shown is of the old profile, and keys work
 * as ever; one that has failed or was cancelled leaves everything as it was,
 * the options too.  Nothing that a user has chosen is a number of the old
 * profile: the selected function, the cursors, the zooms of the flame graph
 * and the sample type are found again by what they are called.  Panels that
 * show something of the old profile go on until they have an answer about the
 * new one (panel.h: is_behind), for which the old one is kept; so there are
 * two profiles in memory for a while, which must fit into the budget.
 *
 * How the bytes of a source are come by is the business of open.h.  What came
 * through a pipe is kept as it came (kept.h), since what it is made of, not
 * what became of it, is what all of these options start from: frames that the
 * profile asks to drop are gone from a profile that was read without
 * all_frames, and so are the totals it had before normalize.
 */
#ifndef TUI_RELOAD_H
#define TUI_RELOAD_H

#include <stdbool.h>

#include "model/profile.h"
#include "model/view.h"
#include "tui/kept.h"
#include "tui/options.h"

struct app;
struct eval;
struct loader;

struct reload {
	struct options with;		/* app->profile was read with these */
	struct kept kept;
	size_t n_bytes;			/* of memory that reading it took */
	size_t n_files;			/* of it that may have changed since */
	bool is_asked;			/* for its own sake, not an option's */
	struct loader *next;		/* read, not evaluated; NULL: none */
	VEC(struct profile *) old;	/* replaced; a panel may show them */
	unsigned n_rounds;		/* that panels were asked to go on */
};

/* Before the first profile is read. */
void reload_init(struct app *app);
void reload_release(struct app *app);

/* The first profile has been read. */
void reload_begin(struct app *app, const struct loader *loader);

/*
 * Starts reading with the options as they are; is_asked: for its own sake,
 * after which it is told what has changed.  Returns false, having said why,
 * when it cannot be done.
 */
bool reload_start(struct app *app, bool is_asked);

/* The action: reads the files again. */
void reload_files(struct app *app);

/* Takes the job, which is done. */
void reload_take(struct app *app, struct loader *loader);

/* Whether a profile is being read, or what is shown is not of it yet. */
bool reload_is_under_way(struct app *app);

/* The profile that the next evaluation is to be of. */
const struct profile *reload_profile(const struct app *app);

/* Makes a view of app->profile, borrowed, one of reload_profile. */
void reload_fit_view(const struct app *app, struct view *view);

/*
 * Makes the profile of an evaluation app->profile, when it is not already;
 * app->eval is still the one before.
 */
void reload_adopt(struct app *app, const struct eval *eval);

/* Gives up what is under way, and puts the options back. */
void reload_cancel(struct app *app);

/*
 * When nothing is under way: brings panels that are not on the screen up to
 * the new profile; when all are, frees the old one.  Returns whether something
 * is under way now.
 */
bool reload_settle(struct app *app);

#endif
