/*
 * The weight of a row on the screen, in whatever list: as a number, as heat and
 * as a bar.
 *
 *	▌ 120.00MB                                                 ████▌
 *
 * Zeroes are blank.  A number too small for the unit of its column is in its
 * own unit, which is told, so that it can be dim.
 */
#ifndef RENDER_WEIGHT_H
#define RENDER_WEIGHT_H

#include <stdbool.h>
#include <stdint.h>

#include "render/column.h"
#include "render/grid.h"

/*
 * Appends a value in the unit of the columns; in its own, returning true, when
 * it is too small to be told from 0 in that.  Nothing for 0.
 */
bool weight_value(const struct columns *columns, int64_t value,
		  struct buf *out);

/* The same within a sentence: 0 is "0", a change has its sign. */
void weight_amount(const struct columns *columns, int64_t value,
		   bool is_change, struct buf *out);

/*
 * What a share is of: a profile of thousands of functions, of which 5 % are hot
 * and 0.5 % warm, or the few lines of a listing: a fifth, and 5 %.
 */
enum weight_scale { WEIGHT_OF_PROFILE, WEIGHT_OF_LISTING };

/* The style of a share of the total, whatever its sign. */
uint8_t weight_heat(int64_t value, int64_t total, enum weight_scale scale);

/*
 * Paints the mark of a heat at the start of a row; the style is that of the
 * row where it has one, else that of the heat.  Marks differ by more than
 * their colour.
 */
void weight_mark(const struct canvas *canvas, int y, uint8_t heat,
		 uint8_t style);

/*
 * Paints a bar of value beside max into the span: whole and half cells, or
 * for a change pluses or minuses.
 */
void weight_bar(const struct canvas *canvas, struct span span, int64_t value,
		int64_t max, bool is_signed, bool is_selected);

#endif
