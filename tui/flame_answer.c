#include "config.h"

#include "tui/flame_answer.h"

#include "model/hash.h"

void flame_answer_init(struct flame_answer *answer, struct mem *mem)
{
	*answer = (struct flame_answer){ .mem = mem, .seed = hash_seed() };
}

void flame_answer_release(struct flame_answer *answer)
{
	buf_release(&answer->sorted_pivot);
	flame_source_free(answer->source);
	flame_free(answer->flame);
}

static void submit(struct flame_answer *answer, struct app *app,
		   const struct flame_wish *wish)
{
	struct flame_ask ask = {
		.app = app, .source = answer->source,
		.pivot = flame_wish_pivot(wish), .zoom = flame_wish_zoom(wish),
		.seed = answer->seed, .cols = answer->asked.cols,
	};
	struct flame_job *job = flame_job_new(&ask);

	answer->is_sorting = job->is_fresh;
	buf_copy(&answer->sorted_pivot, ask.pivot);
	answer->pending = job;
	worker_submit(&app->worker, &job->job);
}

/*
 * Paths that are being sorted are waited for, as they will be wanted whatever
 * else has changed: what is new is asked once they are there.
 */
static bool must_wait(const struct flame_answer *answer, struct app *app,
		      const struct flame_wish *wish)
{
	return answer->pending && answer->is_sorting &&
	       answer->asked.eval == app->eval &&
	       buf_same(&answer->sorted_pivot, flame_wish_pivot(wish)) &&
	       worker_is_busy(&app->worker, SLOT_FLAME);
}

static bool same_question(const struct flame_question *a,
			  const struct flame_question *b)
{
	return a->eval == b->eval && a->wish == b->wish && a->cols == b->cols &&
	       a->share == b->share;
}

void flame_answer_ask(struct flame_answer *answer, struct app *app,
		      const struct flame_wish *wish, int cols)
{
	struct flame_question question = {
		app->eval, wish->number, cols, app->share
	};

	if (same_question(&question, &answer->asked) ||
	    must_wait(answer, app, wish))
		return;
	answer->asked = question;
	submit(answer, app, wish);
}

bool flame_answer_take(struct flame_answer *answer, struct job *job)
{
	struct flame_job *j = (struct flame_job *)job;
	bool is_wanted = j == answer->pending;

	if (is_wanted) {
		answer->pending = NULL;
		answer->source = flame_job_take(j, answer->source);
		flame_free(answer->flame);
		answer->flame = j->flame;
		answer->profile = answer->source->profile;
		j->flame = NULL;
		answer->wish = answer->asked.wish;
	}
	job_free(job);
	return is_wanted;
}

void flame_answer_forget(struct flame_answer *answer)
{
	answer->pending = NULL;
	answer->asked = (struct flame_question){ .eval = NULL };
}

void flame_answer_leave(struct flame_answer *answer, const struct app *app)
{
	if (answer->source && answer->source->profile != app->profile) {
		flame_source_free(answer->source);
		answer->source = NULL;
	}
	if (answer->flame && answer->profile != app->profile) {
		flame_free(answer->flame);
		answer->flame = NULL;
		answer->asked = (struct flame_question){ .eval = NULL };
	}
}

void flame_answer_revive(struct flame_answer *answer, struct app *app)
{
	if (answer->pending && !worker_is_busy(&app->worker, SLOT_FLAME))
		flame_answer_forget(answer);
}
