#include "config.h"

#include "model/strings.h"

#include <string.h>

#include "model/hash.h"

struct wanted {
	const struct strings *strings;
	struct str str;
};

static bool same_str(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;
	struct str other = w->strings->at.at[number];

	return other.n == w->str.n &&
	       (!other.n || !memcmp(other.s, w->str.s, other.n));
}

void strings_init(struct strings *strings, struct mem *mem)
{
	*strings = (struct strings){ .mem = mem, .seed = hash_seed() };
	arena_init(&strings->text, mem);
	index_init(&strings->index, mem);
	strings_intern(strings, "", 0);
}

void strings_release(struct strings *strings)
{
	index_release(&strings->index);
	vec_release(strings->mem, &strings->at);
	arena_release(&strings->text);
}

struct str_id strings_intern(struct strings *strings, const char *s, size_t n)
{
	struct wanted wanted = { strings, { s, n } };
	uint64_t hash = hash_bytes(strings->seed, s, n);
	uint32_t number = index_find(&strings->index, hash, same_str, &wanted);

	if (number != INDEX_NONE)
		return (struct str_id){ number };
	if (strings->at.n >= INDEX_NONE)
		die("more than 4294967294 names in one table");
	number = (uint32_t)strings->at.n;
	*vec_push(strings->mem, &strings->at) =
		(struct str){ arena_copy(&strings->text, s, n), n };
	index_add(&strings->index, hash, number);
	return (struct str_id){ number };
}

size_t strings_growth(const struct strings *strings)
{
	return strings->at.cap * sizeof(*strings->at.at) +
	       index_growth(&strings->index) + ARENA_BLOCK_MAX;
}

bool str_has(struct str a, const char *text)
{
	return a.n && memmem(a.s, a.n, text, strlen(text));
}

int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.s, b.s, n) : 0;

	return order ? order : (a.n > b.n) - (a.n < b.n);
}

struct str str_base(struct str path)
{
	size_t at;

	if (!path.n)
		return (struct str){ ".", 1 };
	while (path.n > 1 && path.s[path.n - 1] == '/')
		path.n--;
	if (path.n == 1)
		return path;
	for (at = path.n; at && path.s[at - 1] != '/'; at--)
		;
	return (struct str){ path.s + at, path.n - at };
}
