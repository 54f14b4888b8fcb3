/*
 * The flame graph that is shown, and the job under way for the next: what was
 * asked, whether it has to be asked anew, and what is kept of an answer to
 * make the one after it from.
 */
#ifndef TUI_FLAME_ANSWER_H
#define TUI_FLAME_ANSWER_H

#include "tui/app.h"
#include "tui/flame_job.h"
#include "tui/flame_wish.h"

/* What an answer is an answer to; eval NULL: to nothing. */
struct flame_question {
	const struct eval *eval;
	uint64_t wish;			/* its number */
	int cols;			/* of each graph */
	enum share share;
};

struct flame_answer {
	struct mem *mem;
	uint64_t seed;			/* of the keys that places are */
	struct flame_question asked;
	const struct flame_job *pending;	/* maybe gone: not followed */
	bool is_sorting;		/* it makes paths, and for whom: */
	struct buf sorted_pivot;
	struct flame_source *source;
	struct flame *flame;		/* what is shown; NULL: nothing yet */
	const struct profile *profile;	/* that it is of */
	uint64_t wish;			/* and the number of the wish */
};

void flame_answer_init(struct flame_answer *answer, struct mem *mem);
void flame_answer_release(struct flame_answer *answer);

/*
 * Asks for the wish in graphs of so many columns each, unless that is shown or
 * under way.
 */
void flame_answer_ask(struct flame_answer *answer, struct app *app,
		      const struct flame_wish *wish, int cols);

/* Takes a finished job in; false when it was given up before. */
bool flame_answer_take(struct flame_answer *answer, struct job *job);

/* The evaluation goes: only questions borrow from it. */
void flame_answer_forget(struct flame_answer *answer);

/* Lets go of a profile that is not the app's any more. */
void flame_answer_leave(struct flame_answer *answer, const struct app *app);

/* What was cancelled will be asked again. */
void flame_answer_revive(struct flame_answer *answer, struct app *app);

/* Whether there is a graph with something in it. */
static inline bool flame_answer_has_boxes(const struct flame_answer *answer)
{
	return answer->flame && answer->flame->boxes.n;
}

#endif
