#include "config.h"

#include "model/idmap.h"

#include <string.h>

#include "model/hash.h"

enum {
	DIRECT_ALWAYS = 1 << 20,	/* 4 MiB at the most for nothing */
	DIRECT_FACTOR = 8,		/* and else slots for an id seen */
};

struct wanted {
	const struct idmap *map;
	uint64_t id;
};

static bool same_id(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;

	return w->map->ids.at[number] == w->id;
}

void idmap_init(struct idmap *map, struct mem *mem)
{
	*map = (struct idmap){ .mem = mem, .seed = hash_seed() };
	index_init(&map->rest, mem);
}

void idmap_release(struct idmap *map)
{
	vec_release(map->mem, &map->ids);
	mem_free(map->mem, map->direct, map->n_direct * sizeof(*map->direct));
	index_release(&map->rest);
}

static bool is_direct(const struct idmap *map, uint64_t id)
{
	return id < DIRECT_ALWAYS || id / DIRECT_FACTOR < map->ids.n;
}

static void direct_grow(struct idmap *map, uint64_t id)
{
	size_t n = map->n_direct ? map->n_direct : 1024;

	while (n <= id)
		n *= 2;
	map->direct = mem_resize(map->mem, map->direct,
				 map->n_direct * sizeof(*map->direct),
				 n * sizeof(*map->direct));
	memset(map->direct + map->n_direct, 0,
	       (n - map->n_direct) * sizeof(*map->direct));
	map->n_direct = n;
}

/*
 * An id above what the array then held may be in the index although the array
 * has grown past it since, so the index is asked for those too.
 */
static uint32_t find_rest(const struct idmap *map, uint64_t id)
{
	struct wanted wanted = { map, id };

	if (id < DIRECT_ALWAYS)
		return IDMAP_NONE;
	return index_find(&map->rest, hash_mix(map->seed, id), same_id,
			  &wanted);
}

uint32_t idmap_find(const struct idmap *map, uint64_t id)
{
	if (id < map->n_direct && map->direct[id])
		return map->direct[id] - 1;
	return find_rest(map, id);
}

uint32_t idmap_number_slow(struct idmap *map, uint64_t id)
{
	uint32_t number = find_rest(map, id);

	if (number != IDMAP_NONE)
		return number;
	number = (uint32_t)map->ids.n;
	if (number >= INDEX_NONE - 1)
		die("more than 4294967294 ids in one table");
	*vec_push(map->mem, &map->ids) = id;
	if (!is_direct(map, id)) {
		index_add(&map->rest, hash_mix(map->seed, id), number);
		return number;
	}
	if (id >= map->n_direct)
		direct_grow(map, id);
	map->direct[id] = number + 1;
	return number;
}
