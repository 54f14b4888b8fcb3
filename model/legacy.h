/*
 * What formats older than profile.proto leave unsaid: which frames are of the
 * profiler and the allocator and not of the program.  Their readers set the
 * drop and keep expressions of google/pprof (profile/legacy_profile.go,
 * addLegacyFrameInfo), which prune.h applies.
 */
#ifndef MODEL_LEGACY_H
#define MODEL_LEGACY_H

#include "model/profile.h"

/* Sets drop_frames and keep_frames by the names of the sample types. */
void legacy_set_frames(struct profile *profile);

#endif
