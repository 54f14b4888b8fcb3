/*
 * The list of nodes on the screen: a row of titles, then a row a node.
 *
 *	       flat  flat%   sum%        cum   cum%  name
 *	▌ 120.00MB 48.00% 48.00%   180.00MB 72.00%  myapp.process  ████▌
 *
 * The mark in front is the heat of the row: a large share of the total, a
 * visible one, or neither.  The bar is the value the list is sorted by, beside
 * the largest one.  Zeroes are blank.  A number too small for the unit of its
 * column is in its own unit, and dim.
 */
#ifndef RENDER_TOP_H
#define RENDER_TOP_H

#include <stdbool.h>

#include "render/column.h"
#include "render/grid.h"
#include "render/list.h"

enum { TOP_COLUMNS_MAX = 8 };

struct top_table {
	const struct columns *columns;
	const struct column_row *rows;		/* list.n of them */
	const enum column_id *ids;		/* without the name */
	size_t n_ids;
	int widths[TOP_COLUMNS_MAX];		/* from top_table_widths */
	enum column_id sorted;			/* its title stands out */
	const char *title;			/* of names; NULL: "name" */
	bool is_signed;				/* rows are changes */
	int64_t bar_max;			/* largest |key| of the rows */
	int scroll;				/* columns of names passed */
	bool has_focus;
	bool (*hits)(void *data, const char *s, size_t n);	/* or NULL */
	void *data;
};

/*
 * Finds the widths of the largest and smallest numbers, so that columns stand
 * still when the list scrolls.  Painting makes them wider where it must.
 */
void top_table_widths(struct top_table *table, size_t n);

/* Rows that fit on a canvas of that many. */
int top_table_height(int rows);

/* Paints, and scrolls the list so that its cursor is seen. */
void top_table_paint(const struct top_table *table, struct list *list,
		     const struct canvas *canvas);

/* The style of a share of the total: hot from 5 %, warm from 0.5 %. */
uint8_t top_heat(int64_t value, int64_t total);

/*
 * Paints the mark of a heat at the start of a row; the style is that of the
 * row where it has one, else that of the heat.  Marks differ by more than
 * their colour.
 */
void top_heat_mark(const struct canvas *canvas, int y, uint8_t heat,
		   uint8_t style);

/*
 * Paints a bar of value beside max into the span: whole and half cells, or
 * for a change pluses or minuses.
 */
void top_bar(const struct canvas *canvas, struct span span, int64_t value,
	     int64_t max, bool is_signed, bool is_selected);

/*
 * Appends a value in the unit of the columns; in its own, returning true, when
 * it is too small to be told from 0 in that.  Nothing for 0.
 */
bool top_value(const struct columns *columns, int64_t value, struct buf *out);

/* The same within a sentence: 0 is "0", a change has its sign. */
void top_amount(const struct columns *columns, int64_t value, bool is_change,
		struct buf *out);

#endif
