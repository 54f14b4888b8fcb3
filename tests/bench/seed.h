/*
 * A small profile that a large one grows from, unpacked as a whole, its ids
 * replaced by indexes: a line's function_id and a sample's location_id are
 * places in the profile's arrays.  For the benchmark only: trouble ends it.
 */
#ifndef TESTS_BENCH_SEED_H
#define TESTS_BENCH_SEED_H

#include <stdint.h>

#include "model/mem.h"
#include "model/pprof.pb-c.h"

/* At most so many frames from the root are shared by all that grows. */
enum { SEED_SHARED = 4 };

struct stack {
	const uint64_t *at;	/* indexes of locations, leaf first; borrowed */
	uint32_t n;
	uint32_t shared;	/* frames from here to the root; above 0 */
};

struct seed {
	Pprof__Profile *profile;
	VEC(struct stack) stacks;	/* those of two frames or more */
};

/* Ends the program with status 2 and a line. */
_Noreturn void fail(const char *what, const char *why);

/* Reads a profile with at least one stack of two frames. */
void seed_load(struct seed *seed, struct mem *mem, const char *name);
void seed_release(struct seed *seed, struct mem *mem);

#endif
