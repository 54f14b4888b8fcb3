/*
 * Other programs, run for what they print: objdump, nm.  They read files that
 * a profile names and that may have been made to break them, so each is given
 * limits: 30 s, 2 GiB of memory, no files to write, 64 MiB of output.  (Of a
 * Go binary of 15 MB objdump and nm take 1 s and 100 MiB at most.)  Arguments
 * are a vector that no shell sees; standard input is empty and complaints are
 * dropped.
 *
 * What they print is text to be parsed with as little trust as a profile.
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
	const _Atomic bool *cancel;		/* may be NULL */
	size_t limit;				/* of the output; 0: 64 MiB */
	int milliseconds;			/* 0: 30 s */
};

/*
 * Appends the path of a program in PATH.  Returns false when there is none.
 * Directories of PATH that are not absolute are passed over.
 */
bool program_find(struct buf *path, const char *name);

/*
 * Runs a program to its end and appends what it prints.  Fails when it cannot
 * be run, fails itself, hits a limit or is cancelled; then nothing of it is
 * left running and what it printed is not to be used.
 */
int program_run(const struct program *program, struct buf *out,
		struct err *err);

#endif
