/*
 * The ids of a file's table as dense numbers.  Ids are sparse 64-bit numbers,
 * so they are never array sizes: an id gets the next free number when it is
 * first seen, in a reference or in its own record.  Small ids, which is what
 * writers use, go through an array that grows with what was seen; others
 * through an index.
 */
#ifndef MODEL_IDMAP_H
#define MODEL_IDMAP_H

#include <stdint.h>

#include "model/index.h"

struct idmap {
	struct mem *mem;
	VEC(uint64_t) ids;	/* of each number */
	uint32_t *direct;	/* number plus one of a small id, 0 unseen */
	size_t n_direct;
	struct index rest;
	uint64_t seed;
};

enum { IDMAP_NONE = UINT32_MAX };

void idmap_init(struct idmap *map, struct mem *mem);
void idmap_release(struct idmap *map);

/* Returns the number of an id never looked up before, or of a large one. */
uint32_t idmap_number_slow(struct idmap *map, uint64_t id);

/* Returns the number of an id, a new one when it was not seen before. */
static inline uint32_t idmap_number(struct idmap *map, uint64_t id)
{
	if (id < map->n_direct && map->direct[id])
		return map->direct[id] - 1;
	return idmap_number_slow(map, id);
}

/* The same of an id that may have none: IDMAP_NONE then. */
uint32_t idmap_find(const struct idmap *map, uint64_t id);

#endif
