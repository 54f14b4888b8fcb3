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

#include <stddef.h>

#include "model/buf.h"
#include "model/mem.h"

/*
 * Appends the text in columns to out.  It is a whole: no column goes on in
 * what comes before or after it.  mem is for what it takes meanwhile.
 */
void tabs_print(struct buf *out, struct mem *mem, const char *s, size_t n);

#endif
