/*
 * The name that somebody meant who typed another: the one with the fewest
 * letters wrong, missing, too many or swapped with the next.  More than two, in
 * words of three letters more than one, are no slip; shorter words are too
 * like everything.
 */
#ifndef TUI_NEAREST_H
#define TUI_NEAREST_H

#include "model/strings.h"

struct nearest {
	struct str word;	/* borrowed */
	const char *name;	/* the best so far, borrowed; NULL: none */
	unsigned distance;	/* how far that is */
};

/* Starts with no name for a word. */
struct nearest nearest_of(struct str word);

/* Offers a name; of equals the first stays, and what was typed is none. */
void nearest_offer(struct nearest *nearest, const char *name);

#endif
