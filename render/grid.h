/*
 * A screen as cells, and a canvas: a rectangle of it to paint on.
 *
 * A grid owns its cells; the terminal or a dump shows them.  Views are handed a
 * canvas and can reach nothing outside it: rows and columns count from the
 * canvas's corner, and whatever lies outside is left out in silence, negative
 * columns included.  A wide character is two cells, the second of width 0; it
 * is never cut in halves: where only a half would fit there is a blank.
 *
 * Text that is painted has gone through text_escape (render/text.h), or goes
 * through canvas_escape.  What has not is painted as '?', so that no view can
 * send a control to the terminal.
 *
 * Nothing allocates but grid_resize and canvas_escape.  24 bytes a cell.
 */
#ifndef RENDER_GRID_H
#define RENDER_GRID_H

#include <stddef.h>
#include <stdint.h>

#include "model/buf.h"
#include "render/style.h"
#include "render/text.h"

#define GRID_ROWS_MAX 1000
#define GRID_COLS_MAX 2000

struct cell {
	uint32_t ch[1 + TEXT_MARKS];	/* 0 after the last */
	uint8_t width;			/* 0 in the second half of a wide one */
	uint8_t style;			/* enum style, maybe STYLE_PICKED */
};

struct grid {
	int rows, cols;
	struct cell *cells;		/* rows * cols of them */
	enum text_charset charset;	/* what views may paint */
	int cursor_row, cursor_col;	/* row -1: no cursor is shown */
};

/* A rectangle of a grid, inside of it; a value, to be copied. */
struct canvas {
	struct grid *grid;		/* borrowed */
	int row, col, rows, cols;
};

/* A run of columns in a row. */
struct span {
	int row, col, cols;
};

/* Starts a blank grid; sizes as in grid_resize. */
void grid_init(struct grid *grid, int rows, int cols,
	       enum text_charset charset);
void grid_release(struct grid *grid);

/* Makes it that big, within 1 and the limits above, and blank. */
void grid_resize(struct grid *grid, int rows, int cols);

/* Makes it blank and hides the cursor. */
void grid_clear(struct grid *grid);

/* The cell at a place inside the grid; borrowed. */
struct cell *grid_at(const struct grid *grid, int row, int col);

/* All of the grid. */
struct canvas grid_canvas(struct grid *grid);

/* Appends the character of a cell; nothing for the other half of a wide one. */
void grid_dump_cell(struct buf *out, const struct cell *cell);

/* Appends the text, a line a row, without the blanks at the ends of rows. */
void grid_dump(struct buf *out, const struct grid *grid);

/*
 * Appends the letters of the styles, a line a row, without what is plain at
 * the ends of rows.
 */
void grid_dump_style(struct buf *out, const struct grid *grid);

/* A part of a canvas, cut to it; may be empty. */
struct canvas canvas_part(const struct canvas *canvas, int row, int col,
			  int rows, int cols);

/* A canvas's row from a column to the right edge, or all of it. */
struct span canvas_rest(const struct canvas *canvas, int row, int col);

/*
 * Paints text from the left of the span and returns the columns used.  Cells of
 * the span that the text does not reach stay as they are.
 */
int canvas_put(const struct canvas *canvas, struct span span, uint8_t style,
	       const char *s, size_t n);

/* The same with a C string, from a column on as far as it goes. */
int canvas_text(const struct canvas *canvas, int row, int col, uint8_t style,
		const char *s);

/* Paints text so that it ends where the span does; what is too long is cut. */
int canvas_right(const struct canvas *canvas, struct span span, uint8_t style,
		 const char *s, size_t n);

/*
 * The same two with text that has not been escaped.  Of what is too long for
 * the span the start is painted, and a mark for the rest.
 */
int canvas_escape(const struct canvas *canvas, struct span span, uint8_t style,
		  const char *s, size_t n);
int canvas_escape_right(const struct canvas *canvas, struct span span,
			uint8_t style, const char *s, size_t n);

/* Paints a character of one column in every cell of the span. */
void canvas_fill(const struct canvas *canvas, struct span span, uint8_t style,
		 uint32_t ch);

/* Paints a horizontal rule, as the charset has it. */
void canvas_hline(const struct canvas *canvas, struct span span,
		  uint8_t style);

/* Paints a vertical rule of that many rows. */
void canvas_vline(const struct canvas *canvas, int row, int col, int rows,
		  uint8_t style);

/* Changes the style of the span and leaves its text. */
void canvas_style(const struct canvas *canvas, struct span span,
		  uint8_t style);

/* Shows the terminal's cursor there; outside the canvas, hides it. */
void canvas_cursor(const struct canvas *canvas, int row, int col);

#endif
