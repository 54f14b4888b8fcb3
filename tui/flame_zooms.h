/*
 * The zooms of a flame graph as a stack, each by its full path.  They are what
 * is wanted; a view may have less of them, and the graph then shows the part
 * it has.  So a filter that is taken back brings back the zoom.
 */
#ifndef TUI_FLAME_ZOOMS_H
#define TUI_FLAME_ZOOMS_H

#include <stdbool.h>
#include <stdint.h>

#include "model/mem.h"
#include "render/flame.h"

struct flame_zoomed {
	uint64_t *keys;			/* the path, then those of the fold */
	size_t n_path, n_fold;
};

/* Zeroes are the whole graph. */
struct flame_zooms {
	VEC(struct flame_zoomed) at;
};

void flame_zooms_release(struct flame_zooms *zooms, struct mem *mem);

/* Zooms a box of a graph: a frame, or the frames of a fold. */
void flame_zooms_push(struct flame_zooms *zooms, const struct flame *flame,
		      uint32_t box);

/* Undoes the last; returns false when there is none. */
bool flame_zooms_pop(struct flame_zooms *zooms, struct mem *mem);

/* Undoes those that a graph made of the last did not have. */
void flame_zooms_settle(struct flame_zooms *zooms, const struct flame *flame);

/* The last; borrowed until it is popped. */
struct flame_zoom flame_zooms_last(const struct flame_zooms *zooms);

#endif
