/*
 * Completion of a `:` line: the word that it ends in becomes what all that it
 * may be have in common.
 *
 *	the first word		commands, reports, actions, options that can
 *				be set here, sample types
 *	behind help		the same
 *	behind NAME=		the values of a choice, sample types
 *	behind a report		a function, when the word, which may have a
 *				dash in front, is part of one name only; the
 *				name is quoted where as a pattern it would
 *				not find itself, and its blanks always
 */
#ifndef TUI_COMPLETE_H
#define TUI_COMPLETE_H

#include <stddef.h>

#include "model/buf.h"
#include "model/profile.h"

struct completion {
	size_t from;		/* the byte that what is replaced starts at */
	struct buf text;	/* what comes there, up to the line's end */
	struct buf names;	/* some candidates, blanks between them */
	size_t n;		/* how many there are */
};

/*
 * Completes the line of n bytes; the profile may be NULL.  Fill in a zeroed
 * one and release it.  Costs a look at each function's name.
 */
void complete_line(struct completion *completion, const char *line, size_t n,
		   const struct profile *profile);
void complete_release(struct completion *completion);

#endif
