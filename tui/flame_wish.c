#include "config.h"

#include "tui/flame_wish.h"

void flame_wish_release(struct flame_wish *wish, struct mem *mem)
{
	flame_zooms_release(&wish->zooms[0], mem);
	flame_zooms_release(&wish->zooms[1], mem);
	buf_release(&wish->pivot);
}

const struct buf *flame_wish_pivot(const struct flame_wish *wish)
{
	static const struct buf none = BUF_INIT;

	return wish->is_callers ? &wish->pivot : &none;
}

struct flame_zoom flame_wish_zoom(const struct flame_wish *wish)
{
	return flame_zooms_last(&wish->zooms[wish->is_callers]);
}

void flame_wish_settle(struct flame_wish *wish, const struct flame *flame)
{
	flame_zooms_settle(&wish->zooms[wish->is_callers], flame);
}

void flame_wish_zoom_in(struct flame_wish *wish, const struct flame *flame,
			uint32_t box)
{
	flame_zooms_push(&wish->zooms[wish->is_callers], flame, box);
	wish->number++;
}

bool flame_wish_zoom_out(struct flame_wish *wish, struct mem *mem)
{
	if (!flame_zooms_pop(&wish->zooms[wish->is_callers], mem))
		return false;
	wish->number++;
	return true;
}

void flame_wish_callers(struct flame_wish *wish, struct str name,
			struct mem *mem)
{
	struct buf pivot = BUF_INIT;

	/* The name may be the pivot itself, so it is copied first. */
	buf_add(&pivot, name.s, name.n);
	if (!buf_same(&pivot, &wish->pivot))
		flame_zooms_release(&wish->zooms[1], mem);
	buf_release(&wish->pivot);
	wish->pivot = pivot;
	wish->is_callers = true;
	wish->number++;
}

void flame_wish_down(struct flame_wish *wish)
{
	wish->is_callers = false;
	wish->number++;
}
