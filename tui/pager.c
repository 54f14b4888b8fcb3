#include "config.h"

#include "tui/pager.h"

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
	int rows = cursor_rows(p->height, action);

	if (action == ACTION_LEFT || action == ACTION_RIGHT) {
		p->scroll = cursor_scroll(p->scroll, action, longest);
		return true;
	}
	if (rows)
		scroll_to(p, (long)p->top + rows);
	return rows != 0;
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
