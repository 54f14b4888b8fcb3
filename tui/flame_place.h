/*
 * The selected box of a flame graph, and the path it is found by when the
 * graph is made again: by another metric, filter, zoom or size.  The path goes
 * on behind the selected frame to where moving up came from, so that moving
 * down goes back there.
 */
#ifndef TUI_FLAME_PLACE_H
#define TUI_FLAME_PLACE_H

#include <stdbool.h>
#include <stdint.h>

#include "model/mem.h"
#include "render/flame.h"

/* Zeroes are the root. */
struct flame_place {
	VEC(uint64_t) path;
	size_t depth;			/* how much of it is selected */
	bool is_on_fold;		/* of the frame at its end */
	uint32_t selected;		/* the box */
	VEC(uint64_t) home;		/* a path that is kept */
};

void flame_place_release(struct flame_place *place, struct mem *mem);

/* Back to the root, without a path. */
void flame_place_reset(struct flame_place *place);

/* Selects a box. */
void flame_place_set(struct flame_place *place, const struct flame *flame,
		     uint32_t box);

/* Finds the box in a new flame that is as close to the path as there is. */
void flame_place_find(struct flame_place *place, const struct flame *flame);

/* Keeps the path, as the one that the user has chosen. */
void flame_place_keep(struct flame_place *place, struct mem *mem);

/* The box of the kept path; FLAME_NONE when it is not drawn. */
uint32_t flame_place_home(const struct flame_place *place,
			  const struct flame *flame);

/* Moves down by levels, or up by negative ones, as far as it goes. */
void flame_place_move(struct flame_place *place, const struct flame *flame,
		      int levels);

#endif
