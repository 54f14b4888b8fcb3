/*
 * Text with tabs made into columns that are aligned on the right, as Go's
 * text/tabwriter does it with AlignRight, a padding of one blank and no least
 * width.  What is behind the last tab of a line is in no column.  A column
 * goes over lines that follow each other and have it.
 *
 * The text may be anything: a vertical tab is a tab, a form feed ends a line
 * and all columns, and between two bytes of 0xff all of these are text, which
 * is how a name from a profile moves the columns in the reference, too.
 */
#ifndef RENDER_TABS_H
#define RENDER_TABS_H

#include <stdbool.h>
#include <stddef.h>

#include "model/buf.h"
#include "model/mem.h"
#include "model/strings.h"

struct tabs_cell;
struct tabs_row;

struct tabs {
	struct mem *mem;
	const char *s;
	VEC(struct tabs_cell) cells;
	VEC(struct tabs_row) rows;
};

/*
 * Finds the columns of a text, which is borrowed.  It is a whole: no column
 * goes on in what comes before or after it.
 */
void tabs_init(struct tabs *tabs, struct mem *mem, struct str text);
void tabs_release(struct tabs *tabs);

/* Appends row number i of rows.n, and its end, in columns. */
void tabs_print(const struct tabs *tabs, size_t i, struct buf *out);

#endif
