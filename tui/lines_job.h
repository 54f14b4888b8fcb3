/*
 * The job of the source view for app->worker: the weights of a view by line,
 * of all functions at once.
 */
#ifndef TUI_LINES_JOB_H
#define TUI_LINES_JOB_H

#include "model/lanes.h"
#include "model/lens.h"
#include "model/lines.h"
#include "tui/worker.h"

/* Lens and lines borrow the view. */
struct lines_job {
	struct job job;			/* first */
	const struct profile *profile;	/* borrowed */
	struct view view;		/* a copy, changed by lines_view */
	enum lines_by by;
	struct lens *lens;
	struct lanes lanes;
	struct lines lines;
};

/* Owned by the caller until it is submitted. */
struct lines_job *lines_job_new(const struct profile *profile,
				const struct view *view, enum lines_by by);

/* The job as what it is; NULL when it is of another kind. */
struct lines_job *lines_job_from(struct job *job);

#endif
