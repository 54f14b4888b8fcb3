/*
 * The inline marks of an evaluation: a job of its own, behind it, since they
 * need the edges of all nodes that are inlined somewhere and would hold up the
 * numbers for as long again.
 */
#ifndef TUI_MARKS_JOB_H
#define TUI_MARKS_JOB_H

#include "tui/eval.h"
#include "tui/worker.h"

struct marks_job {
	struct job job;			/* first */
	const struct eval *eval;	/* borrowed until the job is done */
	struct mem *mem;
	unsigned char *marks;		/* an enum inline_mark a node */
	size_t n;
};

/* A job for the slot, owned by the caller until it is submitted. */
struct marks_job *marks_job_new(const struct eval *eval, int slot, int owner);

/* Puts the marks into the evaluation they are of. */
void marks_job_apply(const struct marks_job *marks, struct eval *eval);

#endif
