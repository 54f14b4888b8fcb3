/*
 * A profile scaled to the totals of another, so that the two compare by what
 * their parts are of the whole (google/pprof, profile: Normalize, ScaleN).
 */
#ifndef MODEL_NORMALIZE_H
#define MODEL_NORMALIZE_H

#include "model/err.h"
#include "model/profile.h"

/*
 * Multiplies the values of each sample type so that they sum up to what they
 * sum up to in base, rounded each.  A row all of whose scaled values become 0
 * goes, also when a value that needed no scaling is left in it.  Both have one
 * side.  Fails when they differ in their sample types or their units.
 */
int normalize_profile(struct profile *profile, const struct profile *base,
		      struct err *err);

#endif
