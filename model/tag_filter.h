/*
 * A tagfocus or tagignore, compiled: which label sets it matches.  Its text
 * (google/pprof, internal/driver/driver_focus.go):
 *
 *	[KEY=]N[UNIT]		a number; also N: and :N, no less and no more
 *	[KEY=]N[UNIT]:M[UNIT]	between the two, both included
 *	KEY=RE,RE...		a text of KEY that any of the regexps matches
 *	RE,RE...		for each of the regexps a label whose KEY:TEXT
 *				it matches
 *
 * KEY is all that stands before the first "=" and is compared as bytes; an
 * empty one is any.
 * Numbers are compared in the unit of N; a number of another family of units
 * does not match.  A number that does not fit in 64 bits, on which the
 * reference fails, makes a regexp of the text.
 */
#ifndef MODEL_TAG_FILTER_H
#define MODEL_TAG_FILTER_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "model/err.h"
#include "model/label_units.h"
#include "model/tag.h"

struct tag_filter;

/*
 * Returns a filter owned by the caller, or NULL: a regexp is none, and err
 * says why.
 */
struct tag_filter *tag_filter_new(const char *text, struct err *err);

/* The filter may be NULL. */
void tag_filter_free(struct tag_filter *filter);

/*
 * What stands behind KEY= in a text that is read as a range of numbers, NULL
 * when it is read as regexps; borrowed from the text.
 */
const char *tag_filter_range(const char *text);

/* What a filter looks at; all borrowed. */
struct tag_query {
	const struct tags *tags;
	const struct label_units *units;
	const _Atomic bool *cancel;	/* may be NULL */
};

/*
 * Says of each label set whether the filter matches it, each regexp once for
 * each tag.  Returns how many times that could not be decided, which counts as
 * no match.  When *cancel becomes true the rest is left as it was.
 */
size_t tag_filter_match(struct tag_filter *filter,
			const struct tag_query *query, bool *matches);

#endif
