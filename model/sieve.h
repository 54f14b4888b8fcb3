/*
 * A sieve applies filters to the lines of one location at a time.  Each
 * pattern is matched once against each name it is asked about.  What focus,
 * ignore, show_from and prune_from do to whole stacks is lens_row's; filters
 * on labels are left to model/tag_marks.h.
 */
#ifndef MODEL_SIEVE_H
#define MODEL_SIEVE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "model/err.h"
#include "model/filters.h"
#include "model/profile.h"

/* What a filter met, for messages. */
struct sieve_match {
	size_t n_funcs;		/* function names that match */
	size_t n_undecided;	/* names a limit was hit on: not matched */
	bool is_matched;	/* some location matched */
};

struct sieve {
	const struct profile *profile;
	const struct filters *filters;
	const _Atomic bool *cancel;
	struct pattern *patterns[FILTERS_MAX];
	unsigned char *answers[FILTERS_MAX];	/* one a string */
	struct sieve_match matches[FILTERS_MAX];
	VEC(struct line) lines;			/* left of the location */
};

/*
 * Compiles the filters.  Fails when one is no regexp; err says which and why.
 * sieve_release is allowed in any case.  All arguments but err are borrowed.
 */
int sieve_init(struct sieve *sieve, const struct profile *profile,
	       const struct filters *filters, const _Atomic bool *cancel,
	       struct err *err);
void sieve_release(struct sieve *sieve);

/*
 * Leaves in sieve.lines what the filters leave of a location's lines, sets a
 * bit in *bits for each filter that matched it, and returns whether the
 * location is hidden as a whole.
 */
bool sieve_location(struct sieve *sieve, struct loc_id loc, uint32_t *bits);

/* Counts, for each filter, the function names it matches. */
void sieve_count(struct sieve *sieve);

#endif
