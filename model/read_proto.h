/*
 * Reads profile.proto (google/pprof's proto/profile.proto) from a stream into
 * a profile.  The stream is walked record by record and never held whole:
 * samples are decoded by sample.h, every other record by protobuf-c into
 * scratch memory.  Ids and string indices are resolved at the end, since
 * samples come before the tables they point into.
 *
 * Every count, id, index and length is checked; the reason names the record
 * by number and, where the bytes are wrong, by the inflated offset.
 */
#ifndef MODEL_READ_PROTO_H
#define MODEL_READ_PROTO_H

#include "model/err.h"
#include "model/input.h"
#include "model/profile.h"

/*
 * Fills an empty profile that profile_init made.  On failure returns -1 with
 * the reason (without the file's name); the profile is then only good for
 * profile_release.
 */
int read_proto(struct profile *profile, struct input *input,
		 struct err *err);

#endif
