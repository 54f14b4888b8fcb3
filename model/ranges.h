/*
 * Numbered ranges of addresses, and the lowest number of those that hold an
 * address.  Ranges may overlap in any way, and may be added between lookups.
 *
 * The bounds of all ranges are told first; they cut the addresses into pieces,
 * which are the leaves of a segment tree.  Adding a range or looking up an
 * address costs O(log n), a bound 8 bytes and two numbers.
 */
#ifndef MODEL_RANGES_H
#define MODEL_RANGES_H

#include <stdint.h>

#include "model/mem.h"

enum { RANGES_NONE = UINT32_MAX };

struct ranges {
	struct mem *mem;
	VEC(uint64_t) bounds;
	uint32_t *tree;		/* the lowest number of a node: 2 * bounds.n */
};

void ranges_init(struct ranges *ranges, struct mem *mem);
void ranges_release(struct ranges *ranges);

/* Tells that some range starts or ends there. */
void ranges_bound(struct ranges *ranges, uint64_t address);

/* All bounds have been told. */
void ranges_build(struct ranges *ranges);

/* Adds start up to, but not including, limit; nothing when that is empty. */
void ranges_add(struct ranges *ranges, uint64_t start, uint64_t limit,
		uint32_t number);

/* Returns the lowest number of the ranges that hold it, or RANGES_NONE. */
uint32_t ranges_find(const struct ranges *ranges, uint64_t address);

#endif
