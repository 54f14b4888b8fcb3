#include "config.h"

#include "tui/cursor.h"

enum { SCROLL_STEP = 8 };

/* What an action moves by; NO_UNIT: it is no move. */
enum unit { NO_UNIT, ROW, HALF_PAGE, PAGE, END };

static const struct move {
	enum unit unit;
	int factor;
} moves[ACTION_COUNT] = {
	[ACTION_DOWN] = { ROW, 1 },
	[ACTION_UP] = { ROW, -1 },
	[ACTION_PAGE_DOWN] = { PAGE, 1 },
	[ACTION_PAGE_UP] = { PAGE, -1 },
	[ACTION_HALF_PAGE_DOWN] = { HALF_PAGE, 1 },
	[ACTION_HALF_PAGE_UP] = { HALF_PAGE, -1 },
	[ACTION_FIRST] = { END, -1 },
	[ACTION_LAST] = { END, 1 },
};

int cursor_rows(int height, enum action action)
{
	const int rows[] = {
		[NO_UNIT] = 0, [ROW] = 1, [HALF_PAGE] = list_half_rows(height),
		[PAGE] = list_page_rows(height), [END] = CURSOR_END,
	};

	return rows[moves[action].unit] * moves[action].factor;
}

static void move_by(struct list *list, int height, int rows)
{
	(void)height;
	list_move(list, rows);
}

static void move_to_end(struct list *list, int height, int side)
{
	(void)height;
	if (side < 0)
		list_first(list);
	else
		list_last(list);
}

bool cursor_act(struct list *list, int height, enum action action)
{
	static void (*const runs[])(struct list *list, int height, int n) = {
		[ROW] = move_by, [HALF_PAGE] = list_half, [PAGE] = list_page,
		[END] = move_to_end,
	};
	const struct move *move = &moves[action];

	if (!move->unit)
		return false;
	runs[move->unit](list, height, move->factor);
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
