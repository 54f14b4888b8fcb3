/*
 * The stored bytes of a source that can be read only once, a pipe, kept while
 * they are read so that they can be read again from memory.  There is a limit
 * to how many are kept; past it none are, which is told.
 */
#ifndef MODEL_KEEP_H
#define MODEL_KEEP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/mem.h"

/* Start with mem and max set and the rest zero; release with keep_clear. */
struct keep {
	struct mem *mem;
	size_t max;		/* bytes */
	uint8_t *data;
	size_t n, cap;
	bool is_over;		/* more came than max: n is 0 */
};

void keep_add(struct keep *keep, const uint8_t *bytes, size_t n);

/* Gives the bytes back; ready for the next source. */
void keep_clear(struct keep *keep);

#endif
