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

static void test_refs(void)
{
	struct refs refs;

	refs_init(&refs, &mem);
	ok(refs_are_places(&refs), "nothing is in its place");
	is_int(refs_number(&refs, 70), 0, "a reference gets a number");
	ok(refs_at(&refs, 0) == REFS_NONE, "which has no place yet");
	ok(!refs_are_places(&refs), "so it is not its place");
	ok(refs_define(&refs, 80, 0), "another is defined");
	ok(refs_at(&refs, 0) == REFS_NONE, "the first has none still");
	is_int(refs_at(&refs, 1), 0, "the second has");
	ok(refs_define(&refs, 70, 1), "the first comes late");
	is_int(refs_at(&refs, refs_number(&refs, 70)), 1, "and is found");
	ok(!refs_define(&refs, 70, 2), "a second time is refused");
	ok(!refs_define(&refs, 80, 2), "of the other, too");
	is_int(refs_at(&refs, 0), 1, "and changes nothing");
	ok(!refs_are_places(&refs), "they are crossed");
	refs_release(&refs);
	refs_init(&refs, &mem);
	for (uint32_t i = 0; i < 5000; i++)
		refs_define(&refs, UINT64_MAX - i, i);
	ok(refs_are_places(&refs), "a table nothing refers to is in order");
	refs_release(&refs);
	is_int(mem.used, 0, "all is given back");
}

int main(void)
{
	test_sparse();
	test_growth();
	test_random();
	test_refs();
	return tap_done();
}
