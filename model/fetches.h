/*
 * The URLs among several sources.  They are fetched at the same time, so that
 * profiles of several servers are of the same seconds: the first 32 at once,
 * and another whenever one is taken.  What comes ahead of its turn is kept, 64
 * MiB of each at most, and of all together an eighth of the budget; else the
 * server waits.
 */
#ifndef MODEL_FETCHES_H
#define MODEL_FETCHES_H

#include "model/fetch.h"

struct fetches;

/* The options may be NULL: nothing is fetched then.  All is borrowed. */
struct fetches *fetches_new(const struct fetch_options *options,
			    const struct input_limits *limits);
void fetches_free(struct fetches *fetches);

/*
 * Adds a source, a path or URL, which is borrowed; NULL: neither.  One that is
 * there as a file is a file.
 */
void fetches_add(struct fetches *fetches, const char *source);

/* Whether a source is fetched: it looks like a URL, and is not there. */
bool fetches_has(const char *source);

/*
 * Takes the sources' fetches in the order in which they were added.  Returns
 * 0 with *fetch NULL for what is a file, else the caller's; -1 with the reason
 * for a URL that is not fetched.
 */
int fetches_take(struct fetches *fetches, struct fetch **fetch,
		 struct err *err);

#endif
