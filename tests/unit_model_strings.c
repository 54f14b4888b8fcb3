/*
 * Interned strings, and what they stand on: the hash and the index.
 */
#include "config.h"

#include <stdlib.h>

#include "model/hash.h"
#include "model/strings.h"
#include "tests/tap.h"

static struct mem mem;

static void test_interning(void)
{
	struct strings strings;
	struct str_id a, b;

	strings_init(&strings, &mem);
	is_int(strings_intern(&strings, "", 0).i, 0, "nothing has the id 0");
	is_int(strings_intern(&strings, NULL, 0).i, 0, "wherever it stands");
	a = strings_intern(&strings, "alloc", 5);
	b = strings_intern(&strings, "allocate", 5);
	is_int(a.i, b.i, "equal bytes are one string");
	b = strings_intern(&strings, "Alloc", 5);
	ok(a.i != b.i, "others are another");
	is(strings_at(&strings, a).s, "alloc", "a string ends in a NUL");
	b = strings_intern(&strings, "alloc\0b", 7);
	ok(a.i != b.i, "a NUL does not end a name");
	is_int(strings_at(&strings, b).n, 7, "and is kept");
	ok(!memcmp(strings_at(&strings, b).s, "alloc\0b", 8),
	   "with what is behind it");
	b = strings_intern(&strings, "alloc\0c", 7);
	ok(!memcmp(strings_at(&strings, b).s, "alloc\0c", 8),
	   "which tells names apart");
	b = strings_intern(&strings, "\xff\xc0\x80\xed", 4);
	ok(!memcmp(strings_at(&strings, b).s, "\xff\xc0\x80\xed", 4),
	   "so does what is not UTF-8");
	strings_release(&strings);
	is_int(mem.used, 0, "all is given back");
}

static void test_many(void)
{
	struct strings strings;
	const char *first;
	char text[32];
	bool is_good = true;

	strings_init(&strings, &mem);
	first = strings_at(&strings, strings_intern(&strings, "0", 1)).s;
	for (int round = 0; round < 2; round++) {
		for (unsigned int i = 0; i < 100000; i++) {
			int n = snprintf(text, sizeof(text), "%u", i);
			struct str_id id =
				strings_intern(&strings, text, (size_t)n);

			is_good = is_good && id.i == i + 1;
		}
	}
	ok(is_good && strings.at.n == 100001, "ids are dense, in order");
	ok(strings_at(&strings, (struct str_id){ 1 }).s == first,
	   "a string stays where it is");
	strings_release(&strings);
}

/* How many of n hashes are alike in the half that an index tells by. */
static size_t count_equal(uint32_t *hashes, size_t n)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < i; k++)
			count += hashes[i] == hashes[k];
	return count;
}

/*
 * A block that makes one factor of a multiplication 0 would make everything
 * before it forgotten: here each 64-bit word that the source of the hash names
 * stands behind each of many beginnings.
 */
static void test_blocks(void)
{
	static const uint64_t words[] = {
		0x9e3779b97f4a7c15, 0xd6e8feb86659fd93, 0, UINT64_MAX,
		0x9e3779b97f4a7c15 ^ 0xd6e8feb86659fd93,
	};
	enum { N = 200 };
	uint64_t seed = hash_seed(), text[3];
	uint32_t hashes[N], mixes[N], chains[N];

	for (size_t w = 0; w < ARRAY_SIZE(words); w++) {
		for (uint64_t i = 0; i < N; i++) {
			text[0] = i;
			text[1] = words[w];
			text[2] = 7;
			hashes[i] = (uint32_t)(hash_bytes(seed, text,
							  sizeof(text)) >> 32);
			mixes[i] = (uint32_t)(hash_mix(hash_mix(seed, i),
						       words[w]) >> 32);
			chains[i] = (uint32_t)(hash_mix(hash_mix(seed,
								 words[w]), i)
					       >> 32);
		}
		ok(count_equal(hashes, N) < 3, "no block makes texts collide");
		ok(count_equal(mixes, N) < 3, "no word makes pairs collide");
		ok(count_equal(chains, N) < 3, "nor in front of another");
	}
}

static void test_hash(void)
{
	static const char text[] = "some text that is longer than a word";
	uint64_t seen[sizeof(text)];
	bool is_good = true;

	for (size_t n = 0; n < sizeof(text); n++) {
		seen[n] = hash_bytes(1, text, n);
		for (size_t i = 0; i < n; i++)
			is_good = is_good && seen[i] != seen[n];
	}
	ok(is_good, "each length has a hash of its own");
	ok(hash_bytes(1, text, 5) != hash_bytes(2, text, 5),
	   "each seed has others");
	ok(hash_bytes(1, "a\0", 2) != hash_bytes(1, "a", 1),
	   "a NUL at the end counts");
	ok(hash_seed() != hash_seed(), "seeds differ");
}

/* Things that are their number; all of them collide. */
static bool same_number(const void *wanted, uint32_t number)
{
	return *(const uint32_t *)wanted == number;
}

static void test_index(void)
{
	struct index index;
	bool is_found = true;

	index_init(&index, &mem);
	ok(index_find(&index, 5, same_number, &(uint32_t){ 0 }) == INDEX_NONE,
	   "an empty index has nothing");
	for (uint32_t i = 0; i < 1000; i++)
		index_add(&index, i % 2 ? 42 : (uint64_t)i << 40, i);
	for (uint32_t i = 0; i < 1000; i++)
		is_found = is_found &&
			   index_find(&index, i % 2 ? 42 : (uint64_t)i << 40,
				      same_number, &i) == i;
	ok(is_found, "what was added is found, though hashes are equal");
	ok(index_find(&index, 42, same_number, &(uint32_t){ 1000 }) ==
	   INDEX_NONE, "what was not is not");
	ok(index.n_slots >= 2 * index.n, "half of the slots stay free");
	index_release(&index);
	is_int(mem.used, 0, "an index gives its memory back");
}

static void compare(const char *a, size_t n, const char *b, size_t m, int want)
{
	int order = str_cmp((struct str){ a, n }, (struct str){ b, m });

	is_int((order > 0) - (order < 0), want, "%s to %s", a ? a : "nothing",
	       b ? b : "nothing");
}

static void test_order(void)
{
	compare("a", 1, "b", 1, -1);
	compare("b", 1, "a", 1, 1);
	compare("a", 1, "a", 1, 0);
	compare("a", 1, "ab", 2, -1);
	compare("ab", 2, "a", 1, 1);
	compare("\x80", 1, "z", 1, 1);
	compare("a\0b", 3, "a\0a", 3, 1);
	compare(NULL, 0, "", 0, 0);
	compare(NULL, 0, "a", 1, -1);
}

static void test_base(void)
{
	static const char *const cases[][2] = {
		{ "", "." }, { "/", "/" }, { "///", "/" }, { "a", "a" },
		{ "/a", "a" }, { "a/", "a" }, { "a/b", "b" }, { ".", "." },
		{ "a/b//", "b" }, { "/usr/bin/app", "app" }, { "..", ".." },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct str base = str_base((struct str){
			cases[i][0], strlen(cases[i][0])
		});
		char text[16] = "";

		memcpy(text, base.s, base.n);
		is(text, cases[i][1], "the base of \"%s\"", cases[i][0]);
	}
}

int main(void)
{
	test_interning();
	test_many();
	test_blocks();
	test_hash();
	test_index();
	test_order();
	test_base();
	return tap_done();
}
