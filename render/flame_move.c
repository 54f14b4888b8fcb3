#include "config.h"

#include "render/flame.h"

#include <string.h>

#include "render/flame_row.h"

uint32_t flame_child(const struct flame *flame, uint32_t box, uint64_t key)
{
	const struct flame_box *at = &flame->boxes.at[box];
	uint32_t widest = at->first;

	if (!at->n)
		return box;
	for (uint32_t i = at->first; i < at->first + at->n; i++) {
		const struct flame_box *child = &flame->boxes.at[i];

		if (child->key == key)
			return i;
		if (flame_width(child->widths) >
		    flame_width(flame->boxes.at[widest].widths))
			widest = i;
	}
	return widest;
}

uint32_t flame_beside(const struct flame *flame, uint32_t box, int step)
{
	uint32_t level = flame->boxes.at[box].level;
	long first = flame->levels.at[level];
	long last = (long)flame->levels.at[level + 1] - 1;
	long to = (long)box + step;

	return (uint32_t)(to < first ? first : to > last ? last : to);
}

static uint64_t own_size(const struct flame *flame, uint32_t box)
{
	const struct flame_box *at = &flame->boxes.at[box];
	uint64_t sizes[FLAME_LANES] = { 0 };

	for (int lane = 0; lane < FLAME_LANES && at->name.n; lane++)
		sizes[lane] = (uint64_t)lanes_abs(at->self[lane]);
	return flame_width(sizes);
}

/* Whether box a comes before box b; equal ones are as they stand. */
static bool is_hotter(const struct flame *flame, uint32_t a, uint32_t b)
{
	uint64_t x = own_size(flame, a), y = own_size(flame, b);

	return x != y ? x > y : a < b;
}

uint32_t flame_hottest(const struct flame *flame, uint32_t box,
		       bool is_forward)
{
	uint32_t found = box;
	bool is_any = !own_size(flame, box);

	is_forward = is_forward || is_any;
	for (uint32_t i = 0; i < flame->boxes.n; i++) {
		if (!own_size(flame, i) || i == box ||
		    (!is_any && is_hotter(flame, box, i) != is_forward))
			continue;
		if (found == box || is_hotter(flame, i, found) == is_forward)
			found = i;
	}
	return found;
}

uint32_t flame_named(const struct flame *flame, const char *name, size_t n)
{
	uint32_t found = FLAME_NONE;

	for (uint32_t i = 0; n && i < flame->boxes.n; i++) {
		const struct flame_box *box = &flame->boxes.at[i];

		if (box->name.n != n || memcmp(box->name.s, name, n) ||
		    (box->is_fold && !i))
			continue;
		if (found == FLAME_NONE ||
		    flame_width(box->widths) >
		    flame_width(flame->boxes.at[found].widths))
			found = i;
	}
	return found;
}

/* Folds are no part of paths. */
static bool is_step(const struct flame *flame, uint32_t box)
{
	return box && !flame->boxes.at[box].is_fold;
}

size_t flame_path_length(const struct flame *flame, uint32_t box)
{
	return flame->zoom.n_path + flame->boxes.at[box].level -
	       (box && !is_step(flame, box));
}

void flame_path(const struct flame *flame, uint32_t box, uint64_t *path)
{
	size_t n = flame_path_length(flame, box);

	for (; box; box = flame->boxes.at[box].parent) {
		if (is_step(flame, box))
			path[--n] = flame->boxes.at[box].key;
	}
	if (flame->zoom.n_path)
		memcpy(path, flame->zoom.path,
		       flame->zoom.n_path * sizeof(*path));
}

static bool has_folded(const struct flame *flame, const struct flame_box *fold,
		       uint64_t key)
{
	for (uint32_t i = 0; i < fold->n_folded; i++) {
		if (flame->folded.at[fold->first_folded + i] == key)
			return true;
	}
	return false;
}

/* The child that is the frame with the key, or its fold; else FLAME_NONE. */
static uint32_t find_child(const struct flame *flame, uint32_t box,
			   uint64_t key)
{
	const struct flame_box *at = &flame->boxes.at[box];

	for (uint32_t i = at->first; i < at->first + at->n; i++) {
		const struct flame_box *child = &flame->boxes.at[i];

		if (child->is_fold ? has_folded(flame, child, key) :
				     child->key == key)
			return i;
	}
	return FLAME_NONE;
}

uint32_t flame_at(const struct flame *flame, const uint64_t *path, size_t n)
{
	size_t n_zoom = flame->zoom.n_path;
	uint32_t box = 0;

	if (n < n_zoom ||
	    (n_zoom && memcmp(path, flame->zoom.path, n_zoom * sizeof(*path))))
		return 0;
	for (size_t i = n_zoom; i < n; i++) {
		uint32_t child = find_child(flame, box, path[i]);

		if (child == FLAME_NONE)
			break;
		box = child;
	}
	return box;
}
