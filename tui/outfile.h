/*
 * A file that is written beside its place and put there when it is whole:
 * nobody ever finds half of it, and what was there before stays until then.
 * Meanwhile it has no name, so that nothing is left of it however we end; where
 * the file system has no such files, it has another name, ".NAME.PID-N".  A
 * link is followed, also to where nothing is; only a regular file, one that
 * may be written to, is replaced.
 */
#ifndef TUI_OUTFILE_H
#define TUI_OUTFILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/buf.h"
#include "model/err.h"

struct outfile {
	int fd;				/* -1: not open */
	struct buf path;
	struct buf temporary;		/* the other name, if it has one */
	bool replaces;			/* there is such a file */
	bool is_private;		/* outfile_create's */
	uint64_t n_bytes, n_lines;	/* written so far */
	int error;			/* why a write failed, an errno */
};

/* Starts one for a path.  Returns -1 with the reason, nothing to discard. */
int outfile_open(struct outfile *file, const char *path, struct err *err);

/*
 * The same for a path where nothing is, not even a link, neither now nor at
 * the end; nobody else may read the file.
 */
int outfile_create(struct outfile *file, const char *path, struct err *err);

/* Returns 0, or -1 once something could not be written. */
int outfile_write(struct outfile *file, const char *s, size_t n);

/*
 * Puts it in its place, or says why that or a write before failed.  Either
 * way the file is closed; the texts and numbers stay until outfile_discard,
 * which, before a close, also removes what was written.
 */
int outfile_close(struct outfile *file, struct err *err);
void outfile_discard(struct outfile *file);

#endif
