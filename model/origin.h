/*
 * Where a profile comes from: what its source says of itself, and what was
 * seen of it while it was read, as facts.  They are of the source, so that
 * they are still there where merging keeps but the earliest time, the sum of
 * durations and the longest period.
 *
 *	file, format, size or "size, inflated", taken, duration, period (TYPE), binary,
 *	build id, samples, documentation, note
 */
#ifndef MODEL_ORIGIN_H
#define MODEL_ORIGIN_H

#include "model/format.h"

#define ORIGIN_GROUP "profile"

/*
 * Adds them to a profile that was just read; its input is at the end and still
 * open.  The note is what was warned of, "" when nothing was.
 */
void origin_add(const struct reading *reading, const char *note);

#endif
