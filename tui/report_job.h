/*
 * The job that makes a report: a page to read, or a file.  It runs on
 * app->printer, so that a long one holds up neither the views nor the reading
 * of sources.  Once cancelled it stops within a few milliseconds, and leaves
 * no file behind; one that took its place before that stays, and is told of.
 *
 * Reports are given a profile of one side.  Of a comparison it is made by the
 * first job that needs it and kept for those after it: `joined` is touched by
 * running jobs alone, which are one after the other.
 */
#ifndef TUI_REPORT_JOB_H
#define TUI_REPORT_JOB_H

#include "model/profile.h"
#include "tui/command.h"
#include "tui/options.h"
#include "tui/outfile.h"
#include "tui/page.h"
#include "tui/worker.h"

struct joined {
	const struct profile *of;	/* borrowed */
	struct profile profile;
	enum compare compare;
	bool is_made;
};

struct report_job {
	struct job job;			/* first; failed: err says why */
	const struct profile *profile;	/* borrowed */
	struct joined *joined;		/* borrowed */
	enum compare compare;
	struct command command;		/* what was asked */
	struct view view;		/* and what it is about */
	struct report_options options;
	struct report_out out;
	bool knows_units;		/* what is odd about them was told */

	/* The answer. */
	struct page page;
	struct outfile file;		/* when the command names one */
	struct buf warnings;		/* with "; " between them */
	size_t n_warnings;
};

/* What a report is asked with. */
struct report_ask {
	const struct profile *profile;
	struct joined *joined;
	const struct view *view;
	const struct options *options;
	const struct command *command;
	enum text_charset charset;
	int cols;			/* of the screen */
	bool knows_units;		/* see struct report */
};

/*
 * A job for a report that the command names, to be submitted; NULL with the
 * reason when it cannot be one.
 */
struct report_job *report_job_new(const struct report_ask *ask, int slot,
				  int owner, struct err *err);

/*
 * What of a comparison it is of, whatever the views show: the difference where
 * a report has one number a row.  "" of a profile without a base.
 */
const char *report_job_side(const struct report_job *r);

/* When the printer has nothing to do. */
void joined_release(struct joined *joined);

#endif
