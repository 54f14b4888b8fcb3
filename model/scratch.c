#include "config.h"

#include "model/scratch.h"

enum { KEEP = 64 << 10 };	/* small records reuse this much */

static void *scratch_alloc(void *data, size_t n)
{
	struct scratch *scratch = data;

	if (n > scratch->limit - scratch->used) {
		scratch->is_full = true;
		return NULL;
	}
	scratch->used += n;
	return arena_alloc(&scratch->arena, n ? n : 1);
}

static void scratch_free(void *data, void *p)
{
	(void)data;
	(void)p;
}

void scratch_init(struct scratch *scratch, struct mem *mem, size_t limit)
{
	*scratch = (struct scratch){ .limit = limit };
	scratch->allocator = (ProtobufCAllocator){
		scratch_alloc, scratch_free, scratch
	};
	arena_init(&scratch->arena, mem);
}

void scratch_release(struct scratch *scratch)
{
	arena_release(&scratch->arena);
}

void scratch_clear(struct scratch *scratch)
{
	scratch->used = 0;
	scratch->is_full = false;
	arena_reset(&scratch->arena, KEEP);
}
