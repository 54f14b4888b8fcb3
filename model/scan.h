/*
 * Reading the text of a Go regexp from front to back: its characters, escapes
 * and repeat counts.  What they mean is model/regexp.h's.
 */
#ifndef MODEL_SCAN_H
#define MODEL_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/err.h"

enum { SCAN_COUNT_MAX = 1000 };		/* of a repeat, as RE2 */

struct scan {
	const char *text;	/* borrowed, NUL-terminated */
	size_t n, at;		/* its length; what is read next */
	size_t where;		/* of the last failure */
	struct err *err;
};

/* Returns -1, with "why, at byte N" as the reason. */
int scan_fail(struct scan *scan, size_t at, const char *why);

/* Whether the word comes next; scan_take then goes past it. */
bool scan_sees(const struct scan *scan, const char *word);
bool scan_take(struct scan *scan, const char *word);

/* Takes a character.  Fails at the end and at what is not UTF-8. */
int scan_rune(struct scan *scan, uint32_t *rune);

/*
 * At a backslash: takes an escape that stands for one character, which may be
 * a surrogate.  Fails for any other.
 */
int scan_escape(struct scan *scan, uint32_t *rune);

/*
 * At a brace: takes {n}, {n,}, which is open, or {n,m}.  Anything else is
 * false and is not taken.  Counts above SCAN_COUNT_MAX are that plus one.
 */
bool scan_counts(struct scan *scan, unsigned *least, unsigned *most,
		 bool *open);

#endif
