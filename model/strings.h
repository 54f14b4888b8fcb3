/*
 * Interned byte strings: equal bytes have equal ids, id 0 is the empty string.
 * They are bytes, not text: NULs and invalid UTF-8 are kept.  What strings_at
 * returns lives as long as the table and is followed by a NUL.
 */
#ifndef MODEL_STRINGS_H
#define MODEL_STRINGS_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "model/arena.h"
#include "model/index.h"

struct str_id {
	uint32_t i;
};

struct str {
	const char *s;
	size_t n;
};

struct strings {
	struct mem *mem;
	struct arena text;
	VEC(struct str) at;
	struct index index;
	uint64_t seed;
};

void strings_init(struct strings *strings, struct mem *mem);
void strings_release(struct strings *strings);

struct str_id strings_intern(struct strings *strings, const char *s, size_t n);

/* The most memory that one more string takes beside its own bytes. */
size_t strings_growth(const struct strings *strings);

static inline struct str strings_at(const struct strings *strings,
				    struct str_id id)
{
	return strings->at.at[id.i];
}

/* Borrows the text. */
static inline struct str str_of(const char *text)
{
	return (struct str){ text, strlen(text) };
}

static inline bool str_same(struct str a, struct str b)
{
	return a.n == b.n && (!a.n || !memcmp(a.s, b.s, a.n));
}

static inline bool str_is(struct str a, const char *text)
{
	return str_same(a, str_of(text));
}

static inline bool str_starts(struct str a, const char *text)
{
	size_t n = strlen(text);

	return a.n >= n && (!n || !memcmp(a.s, text, n));
}

static inline bool str_ends(struct str a, const char *text)
{
	size_t n = strlen(text);

	return a.n >= n && (!n || !memcmp(a.s + a.n - n, text, n));
}

/* Whether the text is anywhere in it. */
bool str_has(struct str a, const char *text);

/* What follows the first n bytes, which must be there. */
static inline struct str str_skip(struct str a, size_t n)
{
	return (struct str){ a.s + n, a.n - n };
}

/* Compares bytes as unsigned, a prefix before the longer one. */
int str_cmp(struct str a, struct str b);

/* The part of a path behind its last slash, as Go's filepath.Base gives it. */
struct str str_base(struct str path);

#endif
