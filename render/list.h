/*
 * The place in a list of rows on a screen: which row the cursor is on and which
 * row is at the top.  A plain value, for whatever the rows are.  In a list that
 * is not empty, cursor and top are rows of it; in an empty one they are 0.
 *
 * Moving changes the cursor only; list_show, with the height at the time of
 * painting, then scrolls so that the cursor is seen.
 */
#ifndef RENDER_LIST_H
#define RENDER_LIST_H

#include <stddef.h>

struct list {
	size_t cursor, top, n;
};

/* The rows of a page and of half a page, for whatever shows `height` rows. */
int list_page_rows(int height);
int list_half_rows(int height);

/* Moves by rows; stops at the ends. */
void list_move(struct list *list, long rows);

/*
 * Moves by pages, and the rows with it, so that the cursor keeps its place on
 * the screen; one row of the old page is still seen on the new one.
 */
void list_page(struct list *list, int height, int pages);

/* Moves by half pages in the same way. */
void list_half(struct list *list, int height, int halves);

void list_first(struct list *list);
void list_last(struct list *list);

/* Puts the cursor on a row; past the end, on the last. */
void list_seek(struct list *list, size_t row);

/* The list now has n rows: cursor and top come back inside. */
void list_resize(struct list *list, size_t n);

/*
 * Scrolls as little as brings the cursor between top and top + height, and
 * leaves no blank rows below the last while there are rows above.
 */
void list_show(struct list *list, int height);

/* Scrolls to the first row, if the cursor is seen from there. */
void list_rewind(struct list *list, int height);

/* Scrolls the cursor to the middle, as far as there are rows. */
void list_centre(struct list *list, int height);

#endif
