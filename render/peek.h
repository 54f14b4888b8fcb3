/*
 * A peek on the screen: callers, the function, callees, indented the way they
 * call each other.
 *
 *	   weight of cum  callers, function, callees
 *	▌ 48.00MB 75.00%  server.(*Server).order           ████▌
 *	▌ 16.00MB 25.00%  server.(*Server).list            █▌
 *	▌ 64.00MB   100%    cache.(*Store).Put  flat 24MB  ██████
 *	▌ 40.00MB 62.50%      bytes.Clone (inline)         ███▊
 *
 * The heaviest caller and the heaviest callee stand next to the function, so
 * that in a long list it is the light ones that are out of sight.  Marks, bars
 * and numbers are those of render/weight.h; shares are of the function's cum.
 */
#ifndef RENDER_PEEK_H
#define RENDER_PEEK_H

#include <stdbool.h>
#include <stddef.h>

#include "model/peek.h"
#include "model/view.h"
#include "render/column.h"
#include "render/grid.h"
#include "render/list.h"

enum peek_column_id {
	PEEK_WEIGHT,
	PEEK_SHARE,
	PEEK_BASE,
	PEEK_CURRENT,
	PEEK_CHANGE,
	PEEK_RATIO,
	PEEK_COLUMNS,
};

struct peek_table {
	const struct peek *peek;
	const struct columns *columns;
	enum compare compare;
	int widths[PEEK_COLUMNS];	/* from peek_table_measure */
	int64_t bar_max;		/* likewise */
	int scroll;			/* columns of the names passed */
	bool has_focus;
	bool (*hits)(void *data, const char *s, size_t n);	/* or NULL */
	void *data;
};

enum peek_row_kind {
	PEEK_CALLER,
	PEEK_CENTRE,
	PEEK_CALLEE,
	PEEK_ROOT,	/* in the place of callers: there are none */
	PEEK_LEAF,	/* in the place of callees */
};

struct peek_row {
	enum peek_row_kind kind;
	struct str name;		/* "" of a root and a leaf */
	struct graph_value weight;	/* of the centre, its cum */
	bool is_inline;
};

/* How many rows there are, and which of them is the function. */
size_t peek_table_rows(const struct peek *peek);
size_t peek_table_centre(const struct peek *peek);

/* The row of the i-th line, i below peek_table_rows. */
struct peek_row peek_table_row(const struct peek *peek, size_t i);

/* Appends a value as the table's sides have it: "1.50MB", "2MB | 1.50MB". */
void peek_table_value(const struct peek_table *table,
		      const struct graph_value *value, struct buf *out);

/* Finds the widths that all rows fit into, and the longest bar. */
void peek_table_measure(struct peek_table *table);

/* Rows that fit on a canvas of that many. */
int peek_table_height(int rows);

/* Paints, and scrolls the list so that its cursor is seen. */
void peek_table_paint(const struct peek_table *table, struct list *list,
		      const struct canvas *canvas);

#endif
