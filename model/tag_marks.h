/*
 * What the tag filters of a view make of a profile's label sets: which of the
 * filters match each set, and the keys whose labels are not to be shown.
 * tagfocus and tagignore choose among rows; tagshow and taghide, regexps on
 * keys, only among the labels that are shown of a row (google/pprof,
 * profile/filter.go).
 *
 * Costs a match of each filter against each tag; asking about a row costs an
 * array access.
 */
#ifndef MODEL_TAG_MARKS_H
#define MODEL_TAG_MARKS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "model/err.h"
#include "model/filters.h"
#include "model/profile.h"
#include "model/sieve.h"

struct tag_marks {
	const struct profile *profile;	/* borrowed */
	/* A bit per filter that matches, one a label set; NULL: no filter. */
	uint32_t *matches;
	uint32_t focus, ignore;		/* bits of the filters of that kind */
	bool *hides;			/* one a string, a key; NULL: none */
};

/*
 * Finds the marks, and in matches[] what each tag filter met; those of others
 * are left alone.  Fails when a filter is no regexp; err says which and why.
 * tag_marks_release is allowed in any case.  What *cancel cut short is not to
 * be used.
 */
int tag_marks_init(struct tag_marks *marks, const struct profile *profile,
		   const struct filters *filters, const _Atomic bool *cancel,
		   struct sieve_match *matches, struct err *err);
void tag_marks_release(struct tag_marks *marks);

/* Whether rows with these labels are left. */
static inline bool tag_marks_keep(const struct tag_marks *marks,
				  struct labels_id set)
{
	return !marks->matches ||
	       (marks->matches[set.i] & (marks->focus | marks->ignore)) ==
	       marks->focus;
}

/* Whether labels with this key are shown. */
static inline bool tag_marks_show(const struct tag_marks *marks,
				  struct str_id key)
{
	return !marks->hides || !marks->hides[key.i];
}

#endif
