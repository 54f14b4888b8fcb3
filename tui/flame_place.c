#include "config.h"

#include "tui/flame_place.h"

#include <string.h>

void flame_place_release(struct flame_place *place, struct mem *mem)
{
	vec_release(mem, &place->path);
	vec_release(mem, &place->home);
}

void flame_place_reset(struct flame_place *place)
{
	place->path.n = place->depth = place->home.n = 0;
	place->is_on_fold = false;
	place->selected = 0;
}

static const struct flame_box *box_of(const struct flame_place *place,
				      const struct flame *flame)
{
	return &flame->boxes.at[place->selected];
}

void flame_place_set(struct flame_place *place, const struct flame *flame,
		     uint32_t box)
{
	size_t n = flame_path_length(flame, box);

	place->selected = box;
	place->path.n = 0;
	vec_reserve(flame->mem, &place->path, n);
	flame_path(flame, box, place->path.at);
	place->path.n = place->depth = n;
	place->is_on_fold = box && box_of(place, flame)->is_fold;
}

/* The last fold among the children; the box itself when there is none. */
static uint32_t fold_of(const struct flame *flame, uint32_t box)
{
	const struct flame_box *at = &flame->boxes.at[box];

	for (uint32_t i = at->first + at->n; i-- > at->first; ) {
		if (flame->boxes.at[i].is_fold)
			return i;
	}
	return box;
}

void flame_place_find(struct flame_place *place, const struct flame *flame)
{
	place->selected = 0;
	if (!flame->boxes.n)
		return;
	place->selected = flame_at(flame, place->path.at, place->depth);
	if (place->is_on_fold && !box_of(place, flame)->is_fold)
		place->selected = fold_of(flame, place->selected);
}

void flame_place_keep(struct flame_place *place, struct mem *mem)
{
	place->home.n = 0;
	if (!place->depth)
		return;
	vec_reserve(mem, &place->home, place->depth);
	memcpy(place->home.at, place->path.at,
	       place->depth * sizeof(*place->home.at));
	place->home.n = place->depth;
}

uint32_t flame_place_home(const struct flame_place *place,
			  const struct flame *flame)
{
	uint32_t box = flame_at(flame, place->home.at, place->home.n);

	return flame_path_length(flame, box) == place->home.n &&
	       (!box || !flame->boxes.at[box].is_fold) ? box : FLAME_NONE;
}

static bool go_down(struct flame_place *place, const struct flame *flame)
{
	uint64_t key = place->depth < place->path.n ?
		       place->path.at[place->depth] : 0;
	uint32_t child = flame_child(flame, place->selected, key);

	if (child == place->selected)
		return false;
	if (flame->boxes.at[child].key != key) {
		flame_place_set(place, flame, child);
		return true;
	}
	place->selected = child;
	place->depth++;
	return true;
}

static bool go_up(struct flame_place *place, const struct flame *flame)
{
	if (!place->selected)
		return false;
	place->selected = box_of(place, flame)->parent;
	if (place->is_on_fold)
		place->is_on_fold = false;
	else
		place->depth--;
	return true;
}

/* Where only a part of the path is drawn, that is where one is. */
static void settle(struct flame_place *place, const struct flame *flame)
{
	bool is_on_fold = place->selected && box_of(place, flame)->is_fold;

	if (place->depth != flame_path_length(flame, place->selected) ||
	    place->is_on_fold != is_on_fold)
		flame_place_set(place, flame, place->selected);
}

void flame_place_move(struct flame_place *place, const struct flame *flame,
		      int levels)
{
	settle(place, flame);
	while (levels > 0 && go_down(place, flame))
		levels--;
	while (levels < 0 && go_up(place, flame))
		levels++;
}
