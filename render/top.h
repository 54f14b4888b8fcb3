/*
 * The list of nodes on the screen: a row of titles, then a row a node.
 *
 *	       flat  flat%   sum%        cum   cum%  name
 *	▌ 120.00MB 48.00% 48.00%   180.00MB 72.00%  myapp.process  ████▌
 *
 * The mark in front is the heat of the value the list is sorted by, and the bar
 * that value beside the largest one; see render/weight.h.
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

#endif
