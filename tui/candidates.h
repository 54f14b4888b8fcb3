/*
 * What a word may become, as Tab offers it: each candidate has a name, which
 * is shown, and a text, which takes the place of the word.
 *
 * All are counted, but only the first CANDIDATES_MAX bytes are kept, so that a
 * profile of a million functions costs no more than what somebody may leaf
 * through.  What has a NUL within is none, since no key types it.  Zeroes are
 * none at all.
 */
#ifndef TUI_CANDIDATES_H
#define TUI_CANDIDATES_H

#include <stdbool.h>
#include <stddef.h>

#include "model/buf.h"
#include "model/strings.h"

enum { CANDIDATES_MAX = 64 * 1024 };

struct candidates {
	struct buf names, texts;	/* of each a C string, in a row */
	size_t n, n_kept;
};

/* Whether the next one will only be counted, so that its text is not read. */
bool candidates_is_full(const struct candidates *candidates);

void candidates_add(struct candidates *candidates, struct str name,
		    struct str text);

/* The text of one that is kept; borrowed. */
const char *candidates_text(const struct candidates *candidates, size_t i);

/*
 * Appends the names from the i-th on, and behind the last those in front of
 * it, with blanks between them; most is how many bytes are enough.
 */
void candidates_list(const struct candidates *candidates, size_t i,
		     size_t most, struct buf *out);

void candidates_release(struct candidates *candidates);

#endif
