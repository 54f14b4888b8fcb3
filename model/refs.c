#include "config.h"

#include "model/refs.h"

#include <string.h>

void refs_init(struct refs *refs, struct mem *mem)
{
	*refs = (struct refs){ .places = { NULL, 0, 0 } };
	idmap_init(&refs->ids, mem);
}

void refs_release(struct refs *refs)
{
	vec_release(refs->ids.mem, &refs->places);
	idmap_release(&refs->ids);
}

bool refs_define(struct refs *refs, uint64_t id, uint32_t place)
{
	uint32_t number = refs_number(refs, id);
	size_t n = refs->ids.ids.n;

	if (refs->places.n < n) {
		vec_reserve(refs->ids.mem, &refs->places, n - refs->places.n);
		memset(refs->places.at + refs->places.n, 0,
		       (n - refs->places.n) * sizeof(*refs->places.at));
		refs->places.n = n;
	}
	if (refs->places.at[number])
		return false;
	refs->places.at[number] = place + 1;
	return true;
}

bool refs_are_places(const struct refs *refs)
{
	for (size_t i = 0; i < refs->ids.ids.n; i++) {
		if (refs_at(refs, (uint32_t)i) != i)
			return false;
	}
	return true;
}
