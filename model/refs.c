#include "config.h"

#include "model/refs.h"

void refs_init(struct refs *refs, struct mem *mem)
{
	refs->end = 0;
	idmap_init(&refs->defined, mem);
	idmap_init(&refs->far, mem);
}

void refs_release(struct refs *refs)
{
	idmap_release(&refs->defined);
	idmap_release(&refs->far);
}

bool refs_define(struct refs *refs, uint64_t id)
{
	size_t n = refs->defined.ids.n;

	return idmap_number(&refs->defined, id) == n;
}

/* So many ids would take gigabytes before. */
uint32_t refs_number_far(struct refs *refs, uint64_t id)
{
	uint32_t number = idmap_number(&refs->far, id);

	if (number >= REFS_FAR - 1)
		die("more than 2147483647 large ids in one table");
	return number + REFS_FAR;
}

uint64_t refs_id(const struct refs *refs, uint32_t number)
{
	return number < REFS_FAR ? (uint64_t)number + 1 :
				   refs->far.ids.at[number - REFS_FAR];
}

uint32_t refs_at(const struct refs *refs, uint32_t number)
{
	uint32_t place = idmap_find(&refs->defined, refs_id(refs, number));

	return place == IDMAP_NONE ? REFS_NONE : place;
}

bool refs_are_places(const struct refs *refs)
{
	if (refs->end > refs->defined.ids.n || refs->far.ids.n)
		return false;
	for (uint64_t i = 0; i < refs->end; i++) {
		if (refs->defined.ids.at[i] != i + 1)
			return false;
	}
	return true;
}
