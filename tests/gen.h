/*
 * Random small profiles, always the same for the same seed, as the bytes of
 * profile.proto without gzip.  Every one is valid: go tool pprof reads it.
 * They are written by code of their own, so that a test does not trust what
 * it tests.
 *
 * What they have, unless an option takes it away: functions that share names
 * or files, ids far apart, mappings that are absent or without symbols,
 * locations of none to three lines, recursion, empty stacks, stacks that occur
 * twice, labels of all kinds with several values for a key, signed values,
 * drop_frames and keep_frames, numbers packed, one by one or both, and tables
 * before or after what uses them.
 */
#ifndef TESTS_GEN_H
#define TESTS_GEN_H

#include <stdbool.h>
#include <stdint.h>

#include "model/buf.h"
#include "model/mem.h"
#include "model/profile.h"

/* Zeroes are a good default for everything. */
struct gen_options {
	unsigned int functions, locations;	/* at most; 0: 12 and 24 */
	unsigned int samples, depth;		/* at most; 0: 30 and 12 */
	unsigned int types;			/* exactly; 0: 1 to 4 */
	bool positive;		/* no value is below 0 */
	bool plain;		/* no drop_frames, no keep_frames */
	bool unlabelled;	/* no labels */
	bool symbolized;	/* each location has a line with a name */
	bool occupied;		/* no stack is empty */
	bool uninlined;		/* no location has more than one line */
};

/*
 * Adds a profile to out.  Two calls with the same options but other seeds
 * agree in their sample types when both give the same number of types, so
 * that the one can be the base of the other.  o may be NULL.
 */
void gen_profile(struct buf *out, uint64_t seed, const struct gen_options *o);

/*
 * Reads one as pprowl does, against the base of another seed where is_compared.
 * The profile takes its memory from mem; false, with nothing to release and a
 * test that has failed, when it cannot be read.
 */
bool gen_load(struct profile *profile, struct mem *mem, uint64_t seed,
	      const struct gen_options *o, bool is_compared);

#endif
