/*
 * An index finds the number of a thing from its hash.  The things themselves
 * stay in an array of the caller's; the index keeps only hashes and numbers,
 * and asks the caller whether two things are the same.  Open addressing,
 * at most half full, 8 bytes a slot.
 */
#ifndef MODEL_INDEX_H
#define MODEL_INDEX_H

#include <stdbool.h>
#include <stdint.h>

#include "model/mem.h"

struct index_slot {
	uint32_t hash;		/* the upper half of the hash */
	uint32_t number;	/* of the thing, plus one; 0 is a free slot */
};

struct index {
	struct mem *mem;
	struct index_slot *slots;
	size_t n_slots, n;
};

enum { INDEX_NONE = UINT32_MAX };

/* Whether the thing with this number is the one that is looked for. */
typedef bool index_same(const void *wanted, uint32_t number);

void index_init(struct index *index, struct mem *mem);
void index_release(struct index *index);

/* Returns the number of the thing, INDEX_NONE when it is not there. */
uint32_t index_find(const struct index *index, uint64_t hash,
		    index_same *same, const void *wanted);

/* The most memory that index_add takes. */
size_t index_growth(const struct index *index);

/* Adds a thing that index_find did not find. */
void index_add(struct index *index, uint64_t hash, uint32_t number);

#endif
