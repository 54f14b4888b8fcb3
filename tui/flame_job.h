/*
 * The job that makes what the flame panel shows, and the sorted paths it makes
 * it of.  Their order is good for as long as no filter but focus and ignore
 * changes, the choice of them for as long as no filter does, their sums for as
 * long as the metric stays, too; so a job takes what it can from the answer
 * before it, which it borrows, and makes the rest.  Of a million samples the
 * order takes 0.5 s, the choice 50 ms, sums and boxes 30 ms.
 */
#ifndef TUI_FLAME_JOB_H
#define TUI_FLAME_JOB_H

#include "model/buf.h"
#include "model/paths.h"
#include "model/view.h"
#include "render/flame.h"
#include "tui/eval.h"
#include "tui/worker.h"

struct app;

/* Paths and sums of a view; with a pivot those of its callers. */
struct flame_source {
	struct mem *mem;
	const struct profile *profile;	/* borrowed */
	struct view view;		/* a copy */
	struct buf pivot;		/* a printed name; "" is none */
	struct paths all;
	struct paths chosen;		/* mem NULL: all of them */
	struct path_sums sums;
	uint64_t *keys;			/* a node each */
	size_t n_keys;
	uint64_t seed;			/* of the keys */
};

/* What is asked, about app->eval. */
struct flame_ask {
	const struct app *app;
	struct flame_source *source;	/* of the last answer; may be NULL */
	const struct buf *pivot;
	struct flame_zoom zoom;
	uint64_t seed;			/* of keys, those of the zoom too */
	int cols;
};

struct flame_job {
	struct job job;			/* first */
	struct mem *mem;
	const struct eval *eval;	/* borrowed */
	struct flame_source *source;	/* borrowed unless it is fresh */
	bool is_fresh, has_chosen, has_sums;	/* what the job brings */
	struct paths chosen;
	struct path_sums sums;
	uint64_t *keys;			/* of the zoom */
	size_t n_keys;
	struct flame_query query;
	struct flame *flame;		/* the answer */
};

/* A job for SLOT_FLAME, owned by the caller until it is submitted. */
struct flame_job *flame_job_new(const struct flame_ask *ask);

/*
 * Takes over what a finished job has brought: returns the source to keep, and
 * frees the one it was asked with when it brought another.
 */
struct flame_source *flame_job_take(struct flame_job *job,
				    struct flame_source *had);

void flame_source_free(struct flame_source *source);

#endif
