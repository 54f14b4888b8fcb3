/*
 * The columns of a list of nodes, once, for screens and for reports: what each
 * is called, how wide it is, and how its cell is written.  -top prints those
 * of the reference, in its widths; -csv and -json have a field for each of
 * theirs; screens pick what fits and what the mode of comparison asks for.
 */
#ifndef RENDER_COLUMN_H
#define RENDER_COLUMN_H

#include "model/buf.h"
#include "model/top.h"

/* What a row shows: values of lane 0 and, side by side, of lane 1. */
struct column_row {
	struct str name;		/* bytes, not escaped */
	int64_t flat[2], cum[2];
	int64_t running;		/* the sum of flat down to this row */
	enum inline_mark mark;
	uint32_t node;
	int indent;			/* columns that the name is set in */
	bool is_heading;		/* of the rows below it */
};

/* The numbers all rows are shown by. */
struct columns {
	const char *from;		/* unit of the values */
	const char *unit;		/* unit they are shown in */
	double ratio;			/* see lanes_scale */
	int64_t totals[2];		/* what percentages are shares of */
};

struct column {
	const char *name;		/* its field in -csv and -json */
	const char *title;		/* on screens and in -top */
	int width;
	void (*print)(const struct columns *columns,
		      const struct column_row *row, struct buf *out);
	/* The value rows are sorted by, by its size; NULL sorts by name. */
	int64_t (*key)(const struct column_row *row);
	/* The value the cell shows, where it shows one and no share of it. */
	int64_t (*value)(const struct column_row *row);
	bool sign;			/* with a sign: it is a change */
	bool is_share;
};

enum column_id {
	COLUMN_FLAT,
	COLUMN_FLAT_SHARE,
	COLUMN_SUM_SHARE,
	COLUMN_CUM,
	COLUMN_CUM_SHARE,
	COLUMN_BASE,
	COLUMN_CURRENT,
	COLUMN_CHANGE,
	COLUMN_RATIO,
	COLUMN_SHARE_CHANGE,
	COLUMN_CUM_BASE,
	COLUMN_CUM_CURRENT,
	COLUMN_CUM_CHANGE,
	COLUMN_CUM_RATIO,
	COLUMN_CUM_SHARE_CHANGE,
	/* Of what has no callees: flat, under another title. */
	COLUMN_VALUE,
	COLUMN_VALUE_SHARE,
	COLUMN_NAME,
	COLUMNS,
};

extern const struct column column_table[COLUMNS];

/*
 * The row of the i-th node of a top, of means where those are shown; *running
 * goes on from call to call.
 */
struct column_row column_row(const struct top *top, size_t i,
			     int64_t *running);

/*
 * The order of two rows by a column, for qsort: what has the larger value,
 * whatever its sign, comes first.  0 for a column without values.
 */
int column_order(const struct column *column, const struct column_row *a,
		 const struct column_row *b);

/* "", " (inline)" or " (partial-inline)". */
const char *column_inline_mark(enum inline_mark mark);

/* Appends a value, divided as all are, in its own unit or another. */
void columns_value(const struct columns *columns, int64_t value,
		   const char *unit, struct buf *out);

/* The line of titles of -top, and all of a row of it but the name. */
void columns_print_titles(struct buf *out);
void columns_print_row(const struct columns *columns,
		       const struct column_row *row, struct buf *out);

#endif
