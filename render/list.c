#include "config.h"

#include "render/list.h"

int list_page_rows(int height)
{
	return height > 2 ? height - 1 : 1;
}

int list_half_rows(int height)
{
	return height > 3 ? height / 2 : 1;
}

/* A row moved by a distance, within 0 and most. */
static size_t moved(size_t row, long by, size_t most)
{
	size_t down = by > 0 ? (size_t)by : 0;
	size_t up = by < 0 ? (size_t)0 - (size_t)by : 0;

	if (up)
		return row > up ? row - up : 0;
	return down > most - row ? most : row + down;
}

/* The last row that may be at the top. */
static size_t last_top(const struct list *list, int height)
{
	size_t rows = height > 0 ? (size_t)height : 1;

	return list->n > rows ? list->n - rows : 0;
}

static size_t last_row(const struct list *list)
{
	return list->n ? list->n - 1 : 0;
}

void list_move(struct list *list, long rows)
{
	list->cursor = moved(list->cursor, rows, last_row(list));
}

/* Moves cursor and top together. */
static void list_turn(struct list *list, int height, long rows)
{
	size_t most = last_top(list, height);

	list_move(list, rows);
	if (list->top > most)
		list->top = most;
	list->top = moved(list->top, rows, most);
}

void list_page(struct list *list, int height, int pages)
{
	list_turn(list, height, (long)list_page_rows(height) * pages);
}

void list_half(struct list *list, int height, int halves)
{
	list_turn(list, height, (long)list_half_rows(height) * halves);
}

void list_first(struct list *list)
{
	list->cursor = 0;
}

void list_last(struct list *list)
{
	list->cursor = last_row(list);
}

void list_seek(struct list *list, size_t row)
{
	list->cursor = row < list->n ? row : last_row(list);
}

void list_resize(struct list *list, size_t n)
{
	list->n = n;
	if (list->cursor > last_row(list))
		list->cursor = last_row(list);
	if (list->top > last_row(list))
		list->top = last_row(list);
}

void list_show(struct list *list, int height)
{
	size_t rows = height > 0 ? (size_t)height : 1;

	if (list->cursor < list->top)
		list->top = list->cursor;
	if (list->cursor - list->top >= rows)
		list->top = list->cursor - rows + 1;
	if (list->top > last_top(list, height))
		list->top = last_top(list, height);
}

void list_rewind(struct list *list, int height)
{
	if (height > 0 && list->cursor < (size_t)height)
		list->top = 0;
}

void list_centre(struct list *list, int height)
{
	size_t half = height > 0 ? (size_t)height / 2 : 0;

	list->top = list->cursor > half ? list->cursor - half : 0;
	list_show(list, height);
}
