/*
 * What the flame graph is to show: one of its two forms, from the root down or
 * from one function, the pivot, out to its callers, and the zooms, of which
 * each form has its own.  Changes are counted, so that it can be told whether
 * a graph is of the wish as it is.
 */
#ifndef TUI_FLAME_WISH_H
#define TUI_FLAME_WISH_H

#include <stdbool.h>
#include <stdint.h>

#include "model/buf.h"
#include "tui/flame_zooms.h"

/* Zeroes are all of the graph from the root down. */
struct flame_wish {
	struct flame_zooms zooms[2];	/* [1] of the callers-up form */
	struct buf pivot;		/* a printed name */
	bool is_callers;
	uint64_t number;		/* counts changes of the above */
};

void flame_wish_release(struct flame_wish *wish, struct mem *mem);

/* The pivot; "" of the form from the root down. */
const struct buf *flame_wish_pivot(const struct flame_wish *wish);

/* The zoom of the form; borrowed until the wish changes. */
struct flame_zoom flame_wish_zoom(const struct flame_wish *wish);

/* Gives up the zooms that the graph made of the wish did not have. */
void flame_wish_settle(struct flame_wish *wish, const struct flame *flame);

void flame_wish_zoom_in(struct flame_wish *wish, const struct flame *flame,
			uint32_t box);

/* Undoes the last zoom of the form; returns false when there is none. */
bool flame_wish_zoom_out(struct flame_wish *wish, struct mem *mem);

/*
 * The callers of a function, whose zooms stay when they were wished last; or
 * the form from the root down.
 */
void flame_wish_callers(struct flame_wish *wish, struct str name,
			struct mem *mem);
void flame_wish_down(struct flame_wish *wish);

#endif
