/*
 * Ranges of addresses: the lowest number that holds one, held against a look
 * at all of them, while ranges are added.
 */
#include "config.h"

#include "model/ranges.h"
#include "tests/tap.h"

enum { RANGES_MAX = 40, LOOKS = 200, ROUNDS = 300 };

static struct mem mem;

static void test_edges(void)
{
	struct ranges ranges;

	ranges_init(&ranges, &mem);
	ranges_build(&ranges);
	ok(ranges_find(&ranges, 7) == RANGES_NONE, "no ranges");
	ranges_release(&ranges);

	ranges_init(&ranges, &mem);
	ranges_bound(&ranges, 0);
	ranges_bound(&ranges, UINT64_MAX);
	ranges_bound(&ranges, 5);
	ranges_bound(&ranges, 5);
	ranges_build(&ranges);
	ranges_add(&ranges, 5, 5, 0);
	ok(ranges_find(&ranges, 5) == RANGES_NONE, "an empty range");
	ranges_add(&ranges, UINT64_MAX, 5, 0);
	ok(ranges_find(&ranges, 5) == RANGES_NONE &&
	   ranges_find(&ranges, UINT64_MAX) == RANGES_NONE,
	   "a range that ends before it starts");
	ranges_add(&ranges, 0, UINT64_MAX, 9);
	ok(ranges_find(&ranges, 0) == 9 && ranges_find(&ranges, 5) == 9 &&
	   ranges_find(&ranges, UINT64_MAX - 1) == 9, "one for everything");
	ok(ranges_find(&ranges, UINT64_MAX) == RANGES_NONE,
	   "but for its limit");
	ranges_release(&ranges);
	is_int(mem.used, 0, "no memory is lost");
}

static uint64_t next_random(uint64_t *state)
{
	*state = *state * 6364136223846793005 + 1442695040888963407;
	return *state >> 33;
}

struct range {
	uint64_t start, limit;
};

static uint32_t find_slowly(const struct range *ranges, size_t n, uint64_t a)
{
	for (uint32_t i = 0; i < n; i++) {
		if (ranges[i].start <= a && a < ranges[i].limit)
			return i;
	}
	return RANGES_NONE;
}

/* Ranges that are not there yet are empty for the slow look. */
static bool is_same_round(uint64_t *state)
{
	struct range all[RANGES_MAX], there[RANGES_MAX] = { { 0, 0 } };
	size_t n = next_random(state) % RANGES_MAX;
	uint64_t span = 4 + next_random(state) % 100;
	struct ranges ranges;
	bool is_same = true;

	ranges_init(&ranges, &mem);
	for (size_t i = 0; i < n; i++) {
		all[i].start = next_random(state) % span;
		all[i].limit = next_random(state) % span;
		ranges_bound(&ranges, all[i].start);
		ranges_bound(&ranges, all[i].limit);
	}
	ranges_build(&ranges);
	for (size_t i = 0; n && i < LOOKS; i++) {
		uint64_t a = next_random(state) % (span + 2);
		uint32_t k = (uint32_t)(next_random(state) % n);

		if (i % 4 == 0) {
			there[k] = all[k];
			ranges_add(&ranges, all[k].start, all[k].limit, k);
		}
		is_same = is_same && ranges_find(&ranges, a) ==
				     find_slowly(there, n, a);
	}
	ranges_release(&ranges);
	return is_same;
}

static void test_random(void)
{
	uint64_t state = 1;
	int bad = 0;

	for (int i = 0; i < ROUNDS; i++)
		bad += !is_same_round(&state);
	is_int(bad, 0, "random ranges are found as one by one");
	is_int(mem.used, 0, "no memory is lost");
}

int main(void)
{
	test_edges();
	test_random();
	return tap_done();
}
