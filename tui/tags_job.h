/*
 * The labels of an evaluation, as a list of rows: a key, and below it what is
 * told of each of its values.  A job behind the numbers, as it looks at every
 * row once more and sorts.
 */
#ifndef TUI_TAGS_JOB_H
#define TUI_TAGS_JOB_H

#include <stdbool.h>

#include "model/tag_sums.h"
#include "render/column.h"
#include "render/tag_table.h"
#include "render/top.h"
#include "tui/eval.h"
#include "tui/worker.h"

/* What is asked for. */
struct tags_ask {
	const struct eval *eval;	/* NULL: nothing yet */
	bool of_shown;			/* shares are of what filters leave */
	enum column_id sorted;		/* values of a key are, by this */
	bool is_reversed;
};

/*
 * Once done it borrows nothing of the evaluation, but texts of the profile.
 * The node of a row is the
 * number of a group of the table where it is a heading, else of a row.
 */
struct tags_job {
	struct job job;			/* first */
	struct tags_ask ask;		/* eval is borrowed while it runs */
	struct mem *mem;
	const struct profile *profile;	/* borrowed */
	enum compare compare;
	struct label_units units;
	struct tag_sums sums;
	struct tag_table table;
	struct column_row *rows;
	size_t n_rows;
	struct columns columns;
	int64_t bar_max;		/* the largest |key| of the values */
};

/* A job for the slot, owned by the caller until it is submitted. */
struct tags_job *tags_job_new(const struct tags_ask *ask, int slot, int owner);

/* The row of the key that a row is of: itself where it is a heading. */
size_t tags_job_heading(const struct tags_job *tags, size_t row);

/*
 * Appends the text of the filter that leaves what a row stands for.  Returns
 * false when there is none, as for a heading.
 */
bool tags_job_filter(const struct tags_job *tags, size_t row, struct buf *out);

#endif
