#include "config.h"

#include "tui/cursor.h"

enum { SCROLL_STEP = 8 };

static void move_to_first(struct list *list, int height, int step)
{
	(void)height;
	(void)step;
	list_first(list);
}

static void move_to_last(struct list *list, int height, int step)
{
	(void)height;
	(void)step;
	list_last(list);
}

static void move_by(struct list *list, int height, int step)
{
	(void)height;
	list_move(list, step);
}

static const struct move {
	void (*run)(struct list *list, int height, int step);
	int step;
} moves[ACTION_COUNT] = {
	[ACTION_DOWN] = { move_by, 1 },
	[ACTION_UP] = { move_by, -1 },
	[ACTION_PAGE_DOWN] = { list_page, 1 },
	[ACTION_PAGE_UP] = { list_page, -1 },
	[ACTION_HALF_PAGE_DOWN] = { list_half, 1 },
	[ACTION_HALF_PAGE_UP] = { list_half, -1 },
	[ACTION_FIRST] = { move_to_first, 0 },
	[ACTION_LAST] = { move_to_last, 0 },
};

bool cursor_act(struct list *list, int height, enum action action)
{
	const struct move *move = &moves[action];

	if (!move->run)
		return false;
	move->run(list, height, move->step);
	return true;
}

int cursor_scroll(int scroll, enum action action, int most)
{
	if (action == ACTION_RIGHT)
		scroll += SCROLL_STEP;
	else if (action == ACTION_LEFT)
		scroll -= SCROLL_STEP;
	if (scroll > most)
		scroll = most;
	return scroll < 0 ? 0 : scroll;
}
