/*
 * Several profiles as one, as the reference merges them (profile/merge.go and
 * internal/measurement of google/pprof): sample types common to all by name,
 * in the finest of their units; mappings matched by size, offset and build id
 * or file, so that address randomisation does not matter; equal stacks with
 * equal labels become one row; rows that are all zero go.
 */
#ifndef MODEL_MERGE_H
#define MODEL_MERGE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/err.h"
#include "model/profile.h"

/* A profile and what its values are in the merged one. */
struct merge_source {
	const struct profile *profile;	/* borrowed, with one side */
	int side;			/* where the values go */
	bool is_negative;		/* they are subtracted */
	bool is_base;			/* label its rows pprof::base=true */
};

/*
 * Fills out, which the caller has initialised, from n >= 1 sources.  It then
 * has as many sides as the sources name.  Fails when the sources have no
 * sample type in common or units that do not convert.
 */
int merge_profiles(struct profile *out, const struct merge_source *sources,
		   size_t n, struct err *err);

#endif
