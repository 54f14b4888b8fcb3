#include "config.h"

#include "tui/flame_zooms.h"

#include <string.h>

bool flame_zooms_pop(struct flame_zooms *zooms, struct mem *mem)
{
	struct flame_zoomed *last;

	if (!zooms->at.n)
		return false;
	last = &zooms->at.at[--zooms->at.n];
	mem_free(mem, last->keys,
		 (last->n_path + last->n_fold) * sizeof(*last->keys));
	return true;
}

void flame_zooms_release(struct flame_zooms *zooms, struct mem *mem)
{
	while (flame_zooms_pop(zooms, mem))
		;
	vec_release(mem, &zooms->at);
}

void flame_zooms_push(struct flame_zooms *zooms, const struct flame *flame,
		      uint32_t number)
{
	const struct flame_box *box = &flame->boxes.at[number];
	struct flame_zoomed zoom = {
		.n_path = flame_path_length(flame, number),
		.n_fold = box->n_folded,
	};

	zoom.keys = mem_alloc(flame->mem, (zoom.n_path + zoom.n_fold) *
			      sizeof(*zoom.keys));
	flame_path(flame, number, zoom.keys);
	if (zoom.n_fold)
		memcpy(zoom.keys + zoom.n_path,
		       flame->folded.at + box->first_folded,
		       zoom.n_fold * sizeof(*zoom.keys));
	*vec_push(flame->mem, &zooms->at) = zoom;
}

void flame_zooms_settle(struct flame_zooms *zooms, const struct flame *flame)
{
	while (zooms->at.n) {
		struct flame_zoom last = flame_zooms_last(zooms);

		if (last.n_path <= flame->zoom.n_path &&
		    last.n_fold <= flame->zoom.n_fold)
			return;
		flame_zooms_pop(zooms, flame->mem);
	}
}

struct flame_zoom flame_zooms_last(const struct flame_zooms *zooms)
{
	const struct flame_zoomed *last;

	if (!zooms->at.n)
		return (struct flame_zoom){ .n_path = 0 };
	last = &zooms->at.at[zooms->at.n - 1];
	return (struct flame_zoom){
		last->keys, last->n_path, last->keys + last->n_path,
		last->n_fold,
	};
}
