/*
 * Frames a profile itself asks to drop: its drop_frames and keep_frames
 * (google/pprof, profile/prune.go).  Done once, after loading and merging and
 * before anything looks at the profile, -raw included.
 */
#ifndef MODEL_PRUNE_H
#define MODEL_PRUNE_H

#include "model/err.h"
#include "model/profile.h"

/*
 * Cuts each stack at the outermost frame that matches drop_frames and not
 * keep_frames, that frame included, once a frame that does not match was
 * seen; inlined calls below a matching one go from their location.  Both
 * patterns must match a whole name, without its argument list.
 *
 * Returns 0, also when there is nothing to drop; -1 with the reason when a
 * pattern cannot be used (nothing is dropped then) or could not be decided
 * for some names (the rest is dropped).  The profile stays usable.
 */
int prune_profile(struct profile *profile, struct err *err);

/*
 * The name without a leading dot and without what follows the first "(" that
 * is not part of "(anonymous namespace)" or "operator()".
 */
struct str prune_simplify(struct str name);

#endif
