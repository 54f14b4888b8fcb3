#include "config.h"

#include "tui/pager.h"

#include <limits.h>

#include "model/mem.h"
#include "tui/cursor.h"

static void scroll_to(struct pager *p, long top)
{
	long most = (long)p->n - p->height;

	if (top > most)
		top = most;
	p->top = top > 0 ? (size_t)top : 0;
	p->hit = p->top;
}

void pager_reset(struct pager *p, size_t n)
{
	p->n = n;
	p->top = p->hit = 0;
	p->scroll = 0;
}

void pager_resize(struct pager *p, size_t n)
{
	p->n = n;
	scroll_to(p, (long)p->top);
}

void pager_show(struct pager *p, int height)
{
	size_t hit = p->hit;

	p->height = height > 1 ? height : 1;
	scroll_to(p, (long)p->top);
	p->hit = hit < p->n ? hit : p->top;
}

bool pager_act(struct pager *p, enum action action, int longest)
{
	long page = p->height > 2 ? p->height - 1 : 1;
	const struct {
		enum action action;
		long rows;
	} moves[] = {
		{ ACTION_DOWN, 1 }, { ACTION_UP, -1 },
		{ ACTION_PAGE_DOWN, page }, { ACTION_PAGE_UP, -page },
		{ ACTION_HALF_PAGE_DOWN, page / 2 + 1 },
		{ ACTION_HALF_PAGE_UP, -(page / 2 + 1) },
		{ ACTION_FIRST, INT_MIN }, { ACTION_LAST, INT_MAX },
	};

	if (action == ACTION_LEFT || action == ACTION_RIGHT) {
		p->scroll = cursor_scroll(p->scroll, action, longest);
		return true;
	}
	for (size_t i = 0; i < ARRAY_SIZE(moves); i++) {
		if (moves[i].action == action) {
			scroll_to(p, (long)p->top + moves[i].rows);
			return true;
		}
	}
	return false;
}

void pager_seek(struct pager *p, size_t line)
{
	if (line < p->top || line >= p->top + (size_t)p->height)
		scroll_to(p, (long)line - p->height / 2);
	p->hit = line;
}

void pager_status(const struct pager *p, struct buf *out)
{
	size_t last = p->top + (size_t)p->height;

	buf_addf(out, "%zu-%zu/%zu", p->n ? p->top + 1 : 0,
		 last < p->n ? last : p->n, p->n);
}
