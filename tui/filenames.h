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

/*
 * Finds what there is in the folder that the word is in and that starts like
 * it, sorted; a folder has a / behind it, what is hidden comes when it is
 * asked for.  Nothing that the line would take apart: no name with a blank in
 * it where `is_word`.
 */
struct filenames_job {
	struct job job;			/* first */
	struct buf word;
	bool is_word;
	struct candidates found;
};

/* A job for the slot, of nobody's panel; the caller's until it is submitted. */
struct filenames_job *filenames_job_new(struct str word, bool is_word,
					int slot);

#endif
