#include "config.h"

#include "model/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

enum {
	BLOCK_MIN = 4096,
	ALIGN = alignof(max_align_t),
};

struct arena_block {
	struct arena_block *before;
	size_t size;		/* of the whole block, header included */
	max_align_t data[];
};

void arena_init(struct arena *arena, struct mem *mem)
{
	*arena = (struct arena){ .mem = mem };
}

void arena_release(struct arena *arena)
{
	struct arena_block *b = arena->last, *before;

	for (; b; b = before) {
		before = b->before;
		mem_free(arena->mem, b, b->size);
	}
	arena_init(arena, arena->mem);
}

void arena_reset(struct arena *arena, size_t keep)
{
	struct arena_block *b = arena->last;

	if (!b || b->before || b->size > keep) {
		arena_release(arena);
		return;
	}
	memset(b->data, 0, (size_t)(arena->at - (char *)b->data));
	arena->at = (char *)b->data;
}

static void arena_grow(struct arena *arena, size_t n)
{
	size_t size = arena->last ? arena->last->size * 2 : BLOCK_MIN;
	struct arena_block *b;

	if (size > ARENA_BLOCK_MAX)
		size = ARENA_BLOCK_MAX;
	if (size < n + sizeof(*b))
		size = n + sizeof(*b);
	b = mem_alloc(arena->mem, size);
	b->before = arena->last;
	b->size = size;
	arena->last = b;
	arena->at = (char *)b->data;
	arena->end = (char *)b + size;
}

void *arena_alloc(struct arena *arena, size_t n)
{
	void *p;

	if (n > SIZE_MAX / 2)
		die("out of memory: one piece of %zu bytes", n);
	n = (n + ALIGN - 1) / ALIGN * ALIGN;
	if (n > (size_t)(arena->end - arena->at))
		arena_grow(arena, n);
	p = arena->at;
	/* Nothing of an arena that has nothing yet is NULL. */
	if (n)
		arena->at += n;
	return p;
}

void *arena_calloc(struct arena *arena, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / 2 / size)
		die("out of memory: an array of %zu elements", n);
	return arena_alloc(arena, n * size);
}

char *arena_copy(struct arena *arena, const char *s, size_t n)
{
	char *copy = arena_alloc(arena, n + 1);

	if (n)
		memcpy(copy, s, n);
	return copy;
}
