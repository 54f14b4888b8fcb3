/*
 * The block of comments at the end of Go's heap text, as facts of the profile
 * (runtime/pprof/pprof.go, writeHeapInternal):
 *
 *	# runtime.MemStats
 *	# Alloc = 1234
 *	# Stack = 360448 / 360448
 *	# PauseNs = [25600 0 0 ...]
 *
 * A fact has the name that the field has in runtime.MemStats; of two numbers
 * the first is in use and the other is from the system.  PauseNs and PauseEnd
 * are rings of the last 256 pauses: of them the last and the longest are kept.
 * What is not known here is kept as text, up to 64 lines of the block, twice
 * what any Go writes.
 */
#ifndef MODEL_MEMSTATS_H
#define MODEL_MEMSTATS_H

#include "model/profile.h"

#define MEMSTATS_GROUP "runtime.MemStats"

enum { MEMSTATS_PAUSES = 256, MEMSTATS_LINES = 64 };

struct memstats {
	bool is_inside;		/* the block */
	unsigned n_lines;	/* of it that were taken */
	int64_t pauses[MEMSTATS_PAUSES];
	size_t n_pauses;
};

/* Takes a comment, without blanks at its ends. Zeroes are a fresh memstats. */
void memstats_take(struct memstats *stats, struct str comment,
		   struct profile *profile);

#endif
