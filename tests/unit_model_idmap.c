/*
 * Sparse ids as dense numbers, and references by id into a table that comes
 * before or after them.
 */
#include "config.h"

#include "model/idmap.h"
#include "model/refs.h"
#include "tests/tap.h"

static struct mem mem;

static void test_sparse(void)
{
	static const uint64_t ids[] = {
		1, UINT64_MAX, 0, UINT64_MAX - 1, (1 << 20) - 1, 1 << 20,
		(1 << 20) + 1, UINT32_MAX, (uint64_t)UINT32_MAX + 1,
		0xd6e8feb86659fd93, 1023, 1024,
	};
	struct idmap map;

	idmap_init(&map, &mem);
	for (int round = 0; round < 2; round++) {
		for (uint32_t i = 0; i < ARRAY_SIZE(ids); i++)
			is_int(idmap_number(&map, ids[i]), i,
			       "id %llu is number %u, time %d",
			       (unsigned long long)ids[i], i, round + 1);
	}
	is_int(map.ids.n, ARRAY_SIZE(ids), "each has one number");
	ok(map.ids.at[1] == UINT64_MAX, "of which the id is known");
	ok(mem.used < (size_t)10 << 20, "no array has the size of an id");
	idmap_release(&map);
	is_int(mem.used, 0, "all is given back");
}

/*
 * Ids that were too large for the array when they came must stay what they
 * are when it has grown past them.
 */
static void test_growth(void)
{
	enum { N = 400000, FAR = 2000000 };
	struct idmap map;
	bool is_good = true;

	idmap_init(&map, &mem);
	for (uint32_t i = 0; i < 1000; i++)
		is_good = is_good && idmap_number(&map, FAR + i) == i;
	for (uint32_t i = 0; i < N; i++)
		is_good = is_good && idmap_number(&map, i) == i + 1000;
	for (uint32_t i = 1000; i < 2000; i++)
		is_good = is_good &&
			  idmap_number(&map, FAR + i) == N + i;
	ok(is_good && map.n_direct > FAR, "the array grows with what is used");
	for (uint32_t i = 0; i < 1000; i++)
		is_good = is_good && idmap_number(&map, FAR + i) == i;
	for (uint32_t i = 0; i < N; i++)
		is_good = is_good && idmap_number(&map, i) == i + 1000;
	ok(is_good && map.ids.n == N + 2000, "and no id changes its number");
	idmap_release(&map);
}

/* Any sequence of ids, against a plain list of those seen. */
static void test_random(void)
{
	enum { N = 3000 };
	static uint64_t seen[N];
	uint64_t state = 1, id;
	uint32_t n = 0, at;
	struct idmap map;
	bool is_good = true;

	idmap_init(&map, &mem);
	for (unsigned int i = 0; i < N; i++) {
		state = state * 6364136223846793005u + 1442695040888963407u;
		id = state >> (state >> 59) * 2 >> i % 7;
		for (at = 0; at < n && seen[at] != id; at++)
			;
		is_good = is_good && idmap_number(&map, id) == at;
		if (at == n)
			seen[n++] = id;
	}
	ok(is_good && n > 1000, "any ids are numbered as they come");
	idmap_release(&map);
}

static void test_find(void)
{
	struct idmap map;

	idmap_init(&map, &mem);
	ok(idmap_find(&map, 7) == IDMAP_NONE &&
	   idmap_find(&map, UINT64_MAX) == IDMAP_NONE, "nothing is there");
	idmap_number(&map, UINT64_MAX);
	idmap_number(&map, 7);
	is_int(idmap_find(&map, UINT64_MAX), 0, "a large id is found");
	is_int(idmap_find(&map, 7), 1, "and a small one");
	ok(idmap_find(&map, 8) == IDMAP_NONE &&
	   idmap_find(&map, UINT64_MAX - 1) == IDMAP_NONE, "and no other");
	is_int(map.ids.n, 2, "which adds none");
	idmap_release(&map);
}

static void test_refs(void)
{
	struct refs refs;
	uint32_t large;

	refs_init(&refs, &mem);
	ok(refs_are_places(&refs), "nothing is in its place");
	is_int(refs_number(&refs, 2), 1, "a reference gets a number");
	ok(refs_at(&refs, 1) == REFS_NONE, "which has no place yet");
	ok(!refs_are_places(&refs), "so it is not its place");
	ok(refs_define(&refs, 1), "another is defined");
	ok(!refs_are_places(&refs), "the first is not in its place yet");
	ok(refs_define(&refs, 2), "the first comes late");
	ok(refs_are_places(&refs), "and both are in their places");
	ok(!refs_define(&refs, 2), "a second time is refused");
	ok(!refs_define(&refs, 1), "of the other, too");
	ok(refs_define(&refs, 9) && refs_are_places(&refs),
	   "what nothing refers to may have any id");
	ok(refs_define(&refs, 3), "one that is out of order");
	is_int(refs_at(&refs, refs_number(&refs, 3)), 3, "is found");
	ok(!refs_are_places(&refs), "and is not its own place");
	large = refs_number(&refs, UINT64_MAX);
	ok(large != refs_number(&refs, 0) &&
	   large == refs_number(&refs, UINT64_MAX), "large ids have numbers");
	ok(refs_id(&refs, large) == UINT64_MAX && refs_id(&refs, 8) == 9,
	   "of which the id is known");
	ok(refs_define(&refs, UINT64_MAX), "a large one is defined");
	is_int(refs_at(&refs, large), 4, "and found");
	refs_release(&refs);
	is_int(mem.used, 0, "all is given back");
}

/* Ids of all sizes, those around the first that is not small among them. */
static uint64_t any_id(uint64_t *state)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	if (*state >> 60 < 4)
		return REFS_FAR - 8 + (*state >> 32) % 16;
	return *state >> 20 >> (*state >> 59) * 2 % 44;
}

/* Tables and references to them, against plain lists. */
static void test_random_refs(void)
{
	enum { N = 600, ROUNDS = 20 };
	static uint64_t table[N], ids[N];
	static uint32_t numbers[N];
	uint64_t state = 1;
	int bad = 0, found = 0;

	for (int round = 0; round < ROUNDS; round++) {
		struct refs refs;
		uint32_t n = 0, at;

		refs_init(&refs, &mem);
		for (uint32_t i = 0; i < N; i++) {
			uint64_t id = any_id(&state);

			ids[i] = any_id(&state);
			numbers[i] = refs_number(&refs, ids[i]);
			for (at = 0; at < n && table[at] != id; at++)
				;
			bad += refs_define(&refs, id) != (at == n);
			if (at == n)
				table[n++] = id;
		}
		for (uint32_t i = 0; i < N; i++) {
			for (at = 0; at < n && table[at] != ids[i]; at++)
				;
			bad += refs_at(&refs, numbers[i]) !=
			       (at < n ? at : REFS_NONE);
			bad += refs_id(&refs, numbers[i]) != ids[i];
			found += at < n;
		}
		refs_release(&refs);
	}
	ok(!bad && found > N, "any references find their places, %d of them",
	   found);
	is_int(mem.used, 0, "all is given back");
}

int main(void)
{
	test_sparse();
	test_growth();
	test_random();
	test_find();
	test_refs();
	test_random_refs();
	return tap_done();
}
