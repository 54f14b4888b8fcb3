/*
 * Names of files as somebody types them: completed, and with ~/ for the home.
 */
#ifndef TUI_FILENAMES_H
#define TUI_FILENAMES_H

#include <stdbool.h>

#include "model/buf.h"
#include "tui/candidates.h"
#include "tui/worker.h"

/*
 * Appends the path with $HOME in the place of a leading "~/"; as it is where
 * there is no home.
 */
void filenames_expand(struct buf *out, const char *path);

/* Which names: none with a byte that the line would take apart there. */
struct filenames_kind {
	const char *apart;
	bool only_folders;
};

extern const struct filenames_kind filenames_line;	/* up to its end */
extern const struct filenames_kind filenames_word;	/* up to a blank */
extern const struct filenames_kind filenames_path;	/* up to a colon */

/*
 * Finds what there is in the folder that the word is in and that starts like
 * it, sorted; a folder has a / behind it, what is hidden comes when it is
 * asked for.
 */
struct filenames_job {
	struct job job;			/* first */
	const struct filenames_kind *kind;
	struct buf word;
	struct candidates found;
};

/* A job for the slot, of nobody's panel; the caller's until it is submitted. */
struct filenames_job *filenames_job_new(const struct filenames_kind *kind,
					struct str word, int slot);

#endif
