/*
 * The two jobs of the source view: weights by line, for app->worker, and
 * files, for app->reader, which may have to wait for a disk.
 */
#ifndef TUI_SOURCE_JOB_H
#define TUI_SOURCE_JOB_H

#include "model/lanes.h"
#include "model/lens.h"
#include "model/lines.h"
#include "model/sourcefile.h"
#include "tui/worker.h"

/* The weights of a view by line; lens and lines borrow from it. */
struct lines_job {
	struct job job;			/* first */
	const struct profile *profile;	/* borrowed */
	struct view view;		/* a copy, changed by lines_view */
	enum lines_by by;
	struct lens *lens;
	struct lanes lanes;
	struct lines lines;
};

/* Which of the two a job is. */
bool source_job_is_lines(const struct job *job);

/* Owned by the caller until it is submitted. */
struct lines_job *lines_job_new(const struct profile *profile,
				const struct view *view, enum lines_by by);

/* A file to look for, and what came of it. */
struct wanted_file {
	struct str path;		/* borrowed from the profile */
	bool consent;
	struct source_found found;	/* whoever takes it clears is_found */
	bool is_found;
};

/* Several files, looked for in the same way, one after the other. */
struct file_job {
	struct job job;			/* first */
	struct mem *mem;
	struct source_search search;	/* strings are borrowed */
	struct wanted_file *files;
	size_t n, n_alloc;
};

/* A job for up to max files, owned by the caller until it is submitted. */
struct file_job *file_job_new(struct mem *mem,
			      const struct source_search *search, size_t max);
void file_job_add(struct file_job *job, struct str path, bool consent);

#endif
