#include "config.h"

#include "model/ranges.h"

#include <stdlib.h>
#include <string.h>

void ranges_init(struct ranges *r, struct mem *mem)
{
	*r = (struct ranges){ .mem = mem };
}

static size_t tree_size(const struct ranges *r)
{
	return 2 * r->bounds.n * sizeof(*r->tree);
}

void ranges_release(struct ranges *r)
{
	if (r->tree)
		mem_free(r->mem, r->tree, tree_size(r));
	r->tree = NULL;
	vec_release(r->mem, &r->bounds);
}

void ranges_bound(struct ranges *r, uint64_t address)
{
	*vec_push(r->mem, &r->bounds) = address;
}

static int cmp_addresses(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

void ranges_build(struct ranges *r)
{
	uint64_t *at = r->bounds.at;
	size_t n = 0;

	if (!r->bounds.n)
		return;
	qsort(at, r->bounds.n, sizeof(*at), cmp_addresses);
	for (size_t i = 0; i < r->bounds.n; i++) {
		if (!n || at[n - 1] != at[i])
			at[n++] = at[i];
	}
	r->bounds.n = n;
	r->tree = mem_alloc(r->mem, tree_size(r));
	memset(r->tree, 0xff, tree_size(r));
}

/* How many bounds are not above the address. */
static size_t count_below(const struct ranges *r, uint64_t address)
{
	size_t low = 0, high = r->bounds.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (r->bounds.at[mid] <= address)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static void lower(uint32_t *node, uint32_t number)
{
	if (number < *node)
		*node = number;
}

/* Node i has the nodes 2i and 2i + 1; the leaves are the last bounds.n. */
void ranges_add(struct ranges *r, uint64_t start, uint64_t limit,
		uint32_t number)
{
	size_t low, high;

	if (start >= limit)
		return;
	low = count_below(r, start) - 1 + r->bounds.n;
	high = count_below(r, limit) - 1 + r->bounds.n;
	for (; low < high; low /= 2, high /= 2) {
		if (low & 1)
			lower(&r->tree[low++], number);
		if (high & 1)
			lower(&r->tree[--high], number);
	}
}

uint32_t ranges_find(const struct ranges *r, uint64_t address)
{
	uint32_t number = RANGES_NONE;
	size_t below = count_below(r, address);

	if (!below)
		return number;
	for (size_t i = below - 1 + r->bounds.n; i; i /= 2)
		lower(&number, r->tree[i]);
	return number;
}
