/*
 * Completion of a `:` line: the word that it ends in becomes what all that it
 * may be have in common.
 *
 *	the first word		commands, reports, actions, options that can
 *				be set here, sample types
 *	behind help		the same
 *	behind NAME=		the values of a choice, sample types,
 *				functions, keys and texts of labels, files,
 *				units, formats: what the option is about
 *	behind a report		a function, when the word, which may have a
 *				dash in front, is part of its name; the
 *				name is quoted where as a pattern it would
 *				not find itself, and its blanks always
 *	behind >		a file
 */
#ifndef TUI_COMPLETE_H
#define TUI_COMPLETE_H

#include <stddef.h>

#include "model/buf.h"
#include "model/profile.h"
#include "tui/filenames.h"

struct completion {
	size_t from;		/* the byte that what is replaced starts at */
	struct buf text;	/* what comes there, up to the line's end */
	struct candidates candidates;
	bool is_known;		/* something is completed there at all */
	/* Names of files are all that it may be: complete_files adds them. */
	const struct filenames_kind *files;
};

/*
 * Completes the line of n bytes; the profile may be NULL.  Fill in a zeroed
 * one and release it.  Costs a look at each function's name, and at no disk.
 */
void complete_line(struct completion *completion, const char *line, size_t n,
		   const struct profile *profile);

/* The same of a line that is a pattern of functions and nothing else. */
void complete_pattern(struct completion *completion, const char *line,
		      size_t n, const struct profile *profile);

/* Adds what a filenames_job found of the text, which is the word as it is. */
void complete_files(struct completion *completion,
		    const struct candidates *found);

void complete_release(struct completion *completion);

#endif
