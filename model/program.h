/*
 * Other programs, run for what they print.  Arguments are a vector that no
 * shell sees.
 *
 * objdump and nm read files that a profile names and that may have been made
 * to break them, so program_run gives them limits: 30 s, 2 GiB of memory, no
 * files to write, 64 MiB of output.  (Of a Go binary of 15 MB objdump and nm
 * take 1 s and 100 MiB at most.)  What they print is text to be parsed with as
 * little trust as a profile.
 *
 * program_ask is for one that reads a question and prints an answer, which is
 * handed on as it comes, under the same limits.  program_feed is for one that
 * reads what we wrote and may take as long as it needs.  A question is nowhere
 * but in memory, since it may have secrets.
 */
#ifndef MODEL_PROGRAM_H
#define MODEL_PROGRAM_H

#include <stdatomic.h>
#include <stdbool.h>

#include "model/buf.h"
#include "model/err.h"

enum { PROGRAM_ARGS_MAX = 16 };

struct program {
	const char *args[PROGRAM_ARGS_MAX];	/* a path, ..., NULL */
	const char *name;			/* in errors; NULL: the path */
	const _Atomic bool *cancel;		/* may be NULL */
	const _Atomic bool *stop;		/* the same of somebody else */

	/* For program_run and program_ask. */
	size_t limit;				/* of the output; 0: 64 MiB */
	int milliseconds;			/* 0: 30 s */
	bool limits_itself;			/* but for milliseconds */
};

/*
 * Appends the path of a program in PATH.  Returns false when there is none.
 * Directories of PATH that are not absolute are passed over.
 */
bool program_find(struct buf *path, const char *name);

/* Whether there is a file at a path that we may run. */
bool program_is_there(const char *path);

/*
 * Runs a program to its end and appends what it prints; it has nothing to read
 * and its complaints are dropped.  Fails when it cannot be run, fails itself,
 * hits a limit or is cancelled; then nothing of it is left running and what it
 * printed is not to be used.
 */
int program_run(const struct program *program, struct buf *out,
		struct err *err);

/* Takes a piece of what is printed; returns -1 with the reason not to. */
typedef int program_put(void *data, const char *s, size_t n, struct err *err);

struct program_ends {
	const struct buf *question;	/* its standard input; NULL: in */
	int in;				/* the same as a file; -1: nothing */
	program_put *put;		/* what it prints */
	program_put *complain;		/* what it complains; NULL: dropped */
	void *data;
};

/*
 * Runs a program to its end that reads the question and prints an answer.
 * program->limit is for ends->put to keep.  Fails as program_run does, and
 * when a piece could not be taken.
 */
int program_ask(const struct program *program,
		const struct program_ends *ends, struct err *err);

/*
 * Runs a program to its end, without limits.  Fails as program_run does, and
 * when a piece could not be taken.
 */
int program_feed(const struct program *program,
		 const struct program_ends *ends, struct err *err);

#endif
