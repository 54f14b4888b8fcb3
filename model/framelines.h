/*
 * What pprowl-symbolize prints (helpers/symbolize.c has the form), taken apart
 * as it comes: for each address that was asked the functions there, innermost
 * first.
 *
 * The text is not trusted: it may come from a program that the file it was to
 * read has taken over.  More addresses than were asked, more functions than an
 * address may have, a line that is too long or not of the form end the reading.
 */
#ifndef MODEL_FRAMELINES_H
#define MODEL_FRAMELINES_H

#include <stdbool.h>
#include <stdint.h>

#include "model/buf.h"
#include "model/err.h"
#include "model/strings.h"

enum {
	FRAMELINES_FRAMES_MAX = 256,	/* of an address */
	FRAMELINES_LINE_MAX = 96 << 10,	/* bytes */
};

struct frameline {
	struct str name, file;		/* "": not known */
	int64_t line, column, start_line;	/* 0: not known */
};

/* Is told of address i < n_asked: a function there, or, NULL, that all are. */
typedef void frameline_take(void *data, size_t i,
			    const struct frameline *frame);

struct framelines {
	size_t n_asked;
	frameline_take *take;
	void *data;

	/* The rest is the reader's: zeroes at the start. */
	struct buf line, unescaped;
	size_t n_begun;			/* addresses of the answer */
	size_t n_frames;		/* of the last of them */
	bool is_over;
};

/* Takes a piece of the text; -1 with the reason when it is wrong. */
int framelines_put(struct framelines *lines, const char *s, size_t n,
		   struct err *err);

/* Whether all has come; -1 with the reason when not.  Releases it. */
int framelines_end(struct framelines *lines, struct err *err);

#endif
