#include "config.h"

#include "tests/bench/seed.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "model/buf.h"

struct id_index {
	uint64_t id;
	size_t index;
};

_Noreturn void fail(const char *what, const char *why)
{
	fprintf(stderr, "grow: %s: %s\n", what, why);
	exit(2);
}

static void read_file(struct buf *into, const char *name)
{
	gzFile in = gzopen(name, "rb");
	char block[65536];
	int n;

	if (!in)
		fail(name, "cannot be opened");
	while ((n = gzread(in, block, sizeof(block))) > 0)
		buf_add(into, block, (size_t)n);
	if (n < 0)
		fail(name, "cannot be read");
	gzclose(in);
}

static int by_id(const void *a, const void *b)
{
	const struct id_index *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

/*
 * The ids of n messages, sorted.  They are an array of pointers to messages,
 * each with its id at the offset.
 */
static struct id_index *index_ids(struct mem *mem, void *messages, size_t n,
				  size_t offset)
{
	struct id_index *ids = mem_alloc(mem, (n + 1) * sizeof(*ids));
	char **message = messages;

	for (size_t i = 0; i < n; i++) {
		memcpy(&ids[i].id, message[i] + offset, sizeof(ids[i].id));
		ids[i].index = i;
	}
	qsort(ids, n, sizeof(*ids), by_id);
	return ids;
}

static void free_ids(struct mem *mem, struct id_index *ids, size_t n)
{
	mem_free(mem, ids, (n + 1) * sizeof(*ids));
}

static uint64_t resolve(const struct id_index *ids, size_t n, uint64_t id)
{
	const struct id_index *found, key = { id, 0 };

	found = bsearch(&key, ids, n, sizeof(*ids), by_id);
	if (!found)
		fail("the profile", "has an id that is nowhere");
	return found->index;
}

static void resolve_locations(const Pprof__Profile *p, struct mem *mem)
{
	struct id_index *functions = index_ids(mem, p->function, p->n_function,
					       offsetof(Pprof__Function, id));

	for (size_t i = 0; i < p->n_location; i++) {
		const Pprof__Location *l = p->location[i];

		for (size_t k = 0; k < l->n_line; k++)
			l->line[k]->function_id =
				resolve(functions, p->n_function,
					l->line[k]->function_id);
	}
	free_ids(mem, functions, p->n_function);
}

static void resolve_samples(struct seed *seed, struct mem *mem)
{
	const Pprof__Profile *p = seed->profile;
	struct id_index *locations = index_ids(mem, p->location, p->n_location,
					       offsetof(Pprof__Location, id));

	for (size_t i = 0; i < p->n_sample; i++) {
		Pprof__Sample *s = p->sample[i];
		uint32_t n = (uint32_t)s->n_location_id, shared = n / 2;

		if (n < 2)
			continue;
		if (shared > SEED_SHARED)
			shared = SEED_SHARED;
		for (uint32_t k = 0; k < n; k++)
			s->location_id[k] = resolve(locations, p->n_location,
						    s->location_id[k]);
		*vec_push(mem, &seed->stacks) =
			(struct stack){ s->location_id, n, n - shared };
	}
	free_ids(mem, locations, p->n_location);
}

void seed_load(struct seed *seed, struct mem *mem, const char *name)
{
	struct buf file = BUF_INIT;

	read_file(&file, name);
	seed->profile = pprof__profile__unpack(
		NULL, file.n, (const uint8_t *)buf_str(&file));
	buf_release(&file);
	if (!seed->profile)
		fail(name, "is no profile");
	resolve_locations(seed->profile, mem);
	resolve_samples(seed, mem);
	if (!seed->stacks.n)
		fail(name, "has no stack of two frames");
}

void seed_release(struct seed *seed, struct mem *mem)
{
	pprof__profile__free_unpacked(seed->profile, NULL);
	vec_release(mem, &seed->stacks);
}
