#include "config.h"

#include "model/index.h"

enum { SLOTS_MIN = 64 };

void index_init(struct index *index, struct mem *mem)
{
	*index = (struct index){ .mem = mem };
}

void index_release(struct index *index)
{
	mem_free(index->mem, index->slots,
		 index->n_slots * sizeof(*index->slots));
	index_init(index, index->mem);
}

uint32_t index_find(const struct index *index, uint64_t hash,
		    index_same *same, const void *wanted)
{
	size_t mask = index->n_slots - 1, at = (size_t)(hash >> 32) & mask;
	const struct index_slot *slot;

	if (!index->n_slots)
		return INDEX_NONE;
	for (;; at = (at + 1) & mask) {
		slot = &index->slots[at];
		if (!slot->number)
			return INDEX_NONE;
		if (slot->hash == (uint32_t)(hash >> 32) &&
		    same(wanted, slot->number - 1))
			return slot->number - 1;
	}
}

static void index_put(struct index *index, struct index_slot new)
{
	size_t mask = index->n_slots - 1, at = new.hash & mask;

	while (index->slots[at].number)
		at = (at + 1) & mask;
	index->slots[at] = new;
}

static void index_grow(struct index *index)
{
	struct index old = *index;

	index->n_slots = old.n_slots ? old.n_slots * 2 : SLOTS_MIN;
	index->slots = mem_alloc(index->mem,
				 index->n_slots * sizeof(*index->slots));
	for (size_t i = 0; i < old.n_slots; i++) {
		if (old.slots[i].number)
			index_put(index, old.slots[i]);
	}
	mem_free(old.mem, old.slots, old.n_slots * sizeof(*old.slots));
}

size_t index_growth(const struct index *index)
{
	/* The old slots are there until the new ones are filled. */
	return 2 * index->n_slots * sizeof(*index->slots) +
	       SLOTS_MIN * sizeof(*index->slots);
}

void index_add(struct index *index, uint64_t hash, uint32_t number)
{
	if ((index->n + 1) * 2 > index->n_slots)
		index_grow(index);
	index_put(index, (struct index_slot){ (uint32_t)(hash >> 32),
					      number + 1 });
	index->n++;
}
