/*
 * What a view leaves of a profile itself, for reports that show its tables and
 * not what they add up to: the lines of each location, as the reference has
 * them where addresses are told apart (google/pprof, internal/driver:
 * aggregate), and the lens, for the rows.  Tables keep their length: what is
 * hidden is on no stack, and what is on no stack is still a location.
 */
#ifndef MODEL_REMAINS_H
#define MODEL_REMAINS_H

#include <stddef.h>

#include "model/err.h"
#include "model/lens.h"
#include "model/sieve.h"
#include "model/view.h"

struct remains {
	const struct profile *profile;
	const struct view *view;
	const _Atomic bool *cancel;
	struct lens *lens;
	struct sieve sieve;
};

/*
 * Borrows profile, view and cancel, which may be NULL.  Returns -1 with the
 * reason when a filter is no regexp or *cancel became true; remains_release is
 * allowed in any case.
 */
int remains_init(struct remains *remains, const struct profile *profile,
		 const struct view *view, const _Atomic bool *cancel,
		 struct err *err);
void remains_release(struct remains *remains);

/* Whether no line is left out or changed: then threads may ask for lines. */
bool remains_are_whole(const struct remains *remains);

/* The lines of a location, innermost first; borrowed until the next call. */
const struct line *remains_lines(struct remains *remains, struct loc_id id,
				 size_t *n);

/* HAS_* of a mapping. */
unsigned remains_has(const struct remains *remains,
		     const struct mapping *mapping);

#endif
