/*
 * A bump allocator: many small things, thrown away together.  What arena_alloc
 * returns lives until arena_release.  One arena belongs to one thread at a
 * time.  Allocation costs an addition; blocks double from 4 KiB to 1 MiB.
 */
#ifndef MODEL_ARENA_H
#define MODEL_ARENA_H

#include "model/mem.h"

struct arena {
	struct mem *mem;
	struct arena_block *last;
	char *at, *end;
};

enum { ARENA_BLOCK_MAX = 1 << 20 };

/* The mem must outlive the arena. */
void arena_init(struct arena *arena, struct mem *mem);
void arena_release(struct arena *arena);

/*
 * Forgets all that was allocated.  Keeps the last block for what comes next
 * when it is the only one and not larger than keep bytes.
 */
void arena_reset(struct arena *arena, size_t keep);

/* Returns n zeroed bytes aligned for any type; lives in the arena. */
void *arena_alloc(struct arena *arena, size_t n);

/* Returns a NUL-terminated copy of s[0..n); lives in the arena. */
char *arena_copy(struct arena *arena, const char *s, size_t n);

/* Returns a zeroed array of n T; lives in the arena. */
#define arena_array(arena, T, n) \
	((T *)arena_calloc((arena), (n), sizeof(T)))

/* For arena_array: ends the program when n * size overflows. */
void *arena_calloc(struct arena *arena, size_t n, size_t size);

#endif
