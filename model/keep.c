#include "config.h"

#include "model/keep.h"

#include <string.h>

enum { FIRST = 64 * 1024 };

static void drop(struct keep *keep)
{
	mem_free(keep->mem, keep->data, keep->cap);
	keep->data = NULL;
	keep->n = keep->cap = 0;
}

static void make_room(struct keep *keep, size_t n)
{
	size_t cap = keep->cap ? keep->cap : FIRST;

	while (cap < n)
		cap += cap / 2;
	if (cap > keep->max)
		cap = keep->max;
	if (cap <= keep->cap)
		return;
	keep->data = mem_resize(keep->mem, keep->data, keep->cap, cap);
	keep->cap = cap;
}

void keep_add(struct keep *keep, const uint8_t *bytes, size_t n)
{
	if (keep->is_over || !n)
		return;
	if (n > keep->max - keep->n) {
		drop(keep);
		keep->is_over = true;
		return;
	}
	make_room(keep, keep->n + n);
	memcpy(keep->data + keep->n, bytes, n);
	keep->n += n;
}

void keep_clear(struct keep *keep)
{
	drop(keep);
	keep->is_over = false;
}
