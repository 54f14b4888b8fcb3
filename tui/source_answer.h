/*
 * The page that the source view shows, and what is under way for the next.
 * Weights come from one job for a view, whatever the function; a function that
 * is selected costs a pass over those, and its files a second job where they
 * are not at hand.  Until both are there the page before stays, with the
 * numbers and units it had.
 */
#ifndef TUI_SOURCE_ANSWER_H
#define TUI_SOURCE_ANSWER_H

#include "tui/app.h"
#include "tui/lines_job.h"
#include "tui/source_page.h"

struct source_answer {
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
	struct source_page *shown;	/* NULL: nothing yet */
	struct source_page *next;	/* maybe without its files; or NULL */
};

void source_answer_init(struct source_answer *answer, struct mem *mem,
			const struct options *options);
void source_answer_release(struct source_answer *answer);

/* Asks for all that the selected function lacks in the view. */
void source_answer_ask(struct source_answer *answer, struct app *app);

/* Whether the next page has all it will have. */
bool source_answer_is_ready(const struct source_answer *answer,
			    struct app *app);

/*
 * Makes the next page the one that is shown, which is the caller's to place a
 * cursor on, and gives the one before back to be freed; then sweep.
 */
struct source_page *source_answer_turn(struct source_answer *answer);

/* Lets files go that no page uses. */
void source_answer_sweep(struct source_answer *answer);

/* After asking: what will not come, and units that are newer than the page. */
void source_answer_settle(struct source_answer *answer, struct app *app);

/* Takes finished jobs in. */
void source_answer_take_lines(struct source_answer *answer,
			      struct lines_job *lines);
void source_answer_take_files(struct source_answer *answer, struct job *job);

/* The evaluation goes: pages have columns of their own. */
void source_answer_forget(struct source_answer *answer);

/* Whether the page is of a profile that was replaced; lets go of those. */
bool source_answer_is_behind(const struct source_answer *answer,
			     const struct app *app);
void source_answer_leave(struct source_answer *answer, const struct app *app);

/* What was asked and has not come is asked again. */
void source_answer_again(struct source_answer *answer);

/* Whether there is a page, and it is about what is selected. */
static inline bool source_answer_is_about(const struct source_answer *answer)
{
	return answer->shown && answer->target.is_found && !answer->is_lost;
}

#endif
