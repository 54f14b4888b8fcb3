#include "config.h"

#include "render/grid.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "model/mem.h"
#include "model/rune.h"
#include "model/strings.h"

static int clamp(int value, int least, int most)
{
	return value < least ? least : value > most ? most : value;
}

void grid_init(struct grid *grid, int rows, int cols,
	       enum text_charset charset)
{
	*grid = (struct grid){ .charset = charset };
	grid_resize(grid, rows, cols);
}

void grid_release(struct grid *grid)
{
	free(grid->cells);
	grid->cells = NULL;
	grid->rows = grid->cols = 0;
}

void grid_resize(struct grid *grid, int rows, int cols)
{
	rows = clamp(rows, 1, GRID_ROWS_MAX);
	cols = clamp(cols, 1, GRID_COLS_MAX);
	if (rows != grid->rows || cols != grid->cols) {
		free(grid->cells);
		grid->cells = calloc((size_t)rows * (size_t)cols,
				     sizeof(*grid->cells));
		if (!grid->cells)
			die("out of memory: a screen of %dx%d", rows, cols);
		grid->rows = rows;
		grid->cols = cols;
	}
	grid_clear(grid);
}

static void cell_blank(struct cell *cell, uint8_t style)
{
	*cell = (struct cell){ { ' ' }, 1, style };
}

void grid_clear(struct grid *grid)
{
	size_t n = (size_t)grid->rows * (size_t)grid->cols;

	for (size_t i = 0; i < n; i++)
		cell_blank(&grid->cells[i], STYLE_PLAIN);
	grid->cursor_row = grid->cursor_col = -1;
}

struct cell *grid_at(const struct grid *grid, int row, int col)
{
	return &grid->cells[(size_t)row * (size_t)grid->cols + (size_t)col];
}

struct canvas grid_canvas(struct grid *grid)
{
	return (struct canvas){ grid, 0, 0, grid->rows, grid->cols };
}

static bool cell_is_blank(const struct cell *cell)
{
	return cell->width == 1 && cell->ch[0] == ' ' && !cell->ch[1];
}

void grid_dump_cell(struct buf *out, const struct cell *cell)
{
	for (int i = 0; cell->width && i <= TEXT_MARKS && cell->ch[i]; i++)
		rune_encode(out, cell->ch[i]);
}

void grid_dump(struct buf *out, const struct grid *grid)
{
	for (int row = 0; row < grid->rows; row++) {
		const struct cell *cells = grid_at(grid, row, 0);
		int n = grid->cols;

		while (n && cell_is_blank(&cells[n - 1]))
			n--;
		for (int col = 0; col < n; col++)
			grid_dump_cell(out, &cells[col]);
		buf_addc(out, '\n');
	}
}

static char style_letter(uint8_t style)
{
	static const char letters[] = {
#define STYLE_LETTER(role, letter) letter,
		STYLE_LIST(STYLE_LETTER)
#undef STYLE_LETTER
	};
	unsigned role = STYLE_ROLE(style);

	if (style & STYLE_PICKED)
		return '#';
	return role < ARRAY_SIZE(letters) ? letters[role] : '?';
}

void grid_dump_style(struct buf *out, const struct grid *grid)
{
	for (int row = 0; row < grid->rows; row++) {
		const struct cell *cells = grid_at(grid, row, 0);
		int n = grid->cols;

		while (n && cells[n - 1].style == STYLE_PLAIN)
			n--;
		for (int col = 0; col < n; col++)
			buf_addc(out, style_letter(cells[col].style));
		buf_addc(out, '\n');
	}
}

struct canvas canvas_part(const struct canvas *canvas, int row, int col,
			  int rows, int cols)
{
	int top = clamp(row, 0, canvas->rows);
	int left = clamp(col, 0, canvas->cols);
	long long bottom = (long long)row + rows, right = (long long)col + cols;

	if (bottom > canvas->rows)
		bottom = canvas->rows;
	if (right > canvas->cols)
		right = canvas->cols;
	return (struct canvas){
		.grid = canvas->grid,
		.row = canvas->row + top,
		.col = canvas->col + left,
		.rows = bottom > top ? (int)bottom - top : 0,
		.cols = right > left ? (int)right - left : 0,
	};
}

struct span canvas_rest(const struct canvas *canvas, int row, int col)
{
	return (struct span){ row, col, canvas->cols - col };
}

/*
 * The cells of the span that are on the canvas: the first of them and their
 * number, and how many columns of the span are to the left of it.
 */
static struct cell *span_cells(const struct canvas *canvas, struct span span,
			       int *n, int *before)
{
	struct canvas part = canvas_part(canvas, span.row, span.col, 1,
					 span.cols);
	long long off = -(long long)span.col;

	*n = part.rows ? part.cols : 0;
	*before = off <= 0 ? 0 : off > span.cols ? span.cols : (int)off;
	return *n ? grid_at(part.grid, part.row, part.col) : NULL;
}

/*
 * Makes blanks of the halves that stay of wide characters when the cells from
 * `cell` on, n of them, are written; the row's ends are the grid's.
 */
static void split_wide(const struct grid *grid, struct cell *cell, int n)
{
	size_t at = (size_t)(cell - grid->cells);
	size_t cols = (size_t)grid->cols;
	struct cell *end = cell + n;

	if (at % cols && !cell->width)
		cell_blank(cell - 1, cell[-1].style);
	if ((at + (size_t)n) % cols && !end->width)
		cell_blank(end, end->style);
}

static void cell_set(struct cell *cell, const struct glyph *glyph,
		     uint8_t style)
{
	*cell = (struct cell){ .width = glyph->width, .style = style };
	memcpy(cell->ch, glyph->ch, glyph->n * sizeof(glyph->ch[0]));
	if (glyph->width == 2)
		cell[1] = (struct cell){ .style = style };
}

/* Paints text, all of which fits from the cell on. */
static struct cell *put_glyphs(struct cell *cell, uint8_t style, const char *s,
			       size_t n)
{
	struct glyph glyph;

	for (size_t at = 0; at < n; cell += glyph.width) {
		at += text_glyph(s + at, n - at, &glyph);
		cell_set(cell, &glyph, style);
	}
	return cell;
}

int canvas_put(const struct canvas *canvas, struct span span, uint8_t style,
	       const char *s, size_t n)
{
	int room, before, width;
	struct cell *cell = span_cells(canvas, span, &room, &before);
	size_t skip = text_skip(s, n, before), fits;
	bool half_left, half_right;

	if (!cell || skip == n)
		return 0;
	half_left = text_width(s, skip) > (size_t)before;
	s += skip;
	n -= skip;
	fits = text_cut(s, n, room - half_left);
	width = half_left + (int)text_width(s, fits);
	half_right = fits < n && width < room;
	width += half_right;
	split_wide(canvas->grid, cell, width);
	if (half_left)
		cell_blank(cell++, style);
	cell = put_glyphs(cell, style, s, fits);
	if (half_right)
		cell_blank(cell, style);
	return before + width;
}

int canvas_text(const struct canvas *canvas, int row, int col, uint8_t style,
		const char *s)
{
	return canvas_put(canvas, canvas_rest(canvas, row, col), style, s,
			  strlen(s));
}

int canvas_right(const struct canvas *canvas, struct span span, uint8_t style,
		 const char *s, size_t n)
{
	size_t fits = text_cut(s, n, span.cols);
	int width = (int)text_width(s, fits);

	span.col += span.cols > width ? span.cols - width : 0;
	span.cols = width;
	return canvas_put(canvas, span, style, s, fits);
}

/* How text is painted in a span: canvas_put or canvas_right. */
typedef int put_text(const struct canvas *canvas, struct span span,
		     uint8_t style, const char *s, size_t n);

static int escape_and(put_text *put, const struct canvas *canvas,
		      struct span span, uint8_t style, struct str raw)
{
	enum text_charset charset = canvas->grid->charset;
	struct buf text = BUF_INIT, cut = BUF_INIT;
	int used;

	text_escape(&text, raw.s, raw.n, charset);
	text_elide(&cut, buf_str(&text), text.n, span.cols > 0 ? span.cols : 0,
		   charset);
	used = put(canvas, span, style, buf_str(&cut), cut.n);
	buf_release(&text);
	buf_release(&cut);
	return used;
}

int canvas_escape(const struct canvas *canvas, struct span span, uint8_t style,
		  const char *s, size_t n)
{
	return escape_and(canvas_put, canvas, span, style,
			  (struct str){ s, n });
}

int canvas_escape_right(const struct canvas *canvas, struct span span,
			uint8_t style, const char *s, size_t n)
{
	return escape_and(canvas_right, canvas, span, style,
			  (struct str){ s, n });
}

void canvas_fill(const struct canvas *canvas, struct span span, uint8_t style,
		 uint32_t ch)
{
	int n, before;
	struct cell *cells = span_cells(canvas, span, &n, &before);

	if (!n)
		return;
	split_wide(canvas->grid, cells, n);
	for (int i = 0; i < n; i++)
		cells[i] = (struct cell){ { ch }, 1, style };
}

void canvas_hline(const struct canvas *canvas, struct span span,
		  uint8_t style)
{
	bool ascii = canvas->grid->charset == TEXT_ASCII;

	canvas_fill(canvas, span, style, ascii ? '-' : 0x2500);
}

void canvas_vline(const struct canvas *canvas, int row, int col, int rows,
		  uint8_t style)
{
	bool ascii = canvas->grid->charset == TEXT_ASCII;

	for (int i = 0; i < rows && i < canvas->rows - row; i++)
		canvas_fill(canvas, (struct span){ row + i, col, 1 }, style,
			    ascii ? '|' : 0x2502);
}

void canvas_style(const struct canvas *canvas, struct span span,
		  uint8_t style)
{
	int n, before;
	struct cell *cells = span_cells(canvas, span, &n, &before);

	for (int i = 0; i < n; i++)
		cells[i].style = style;
}

void canvas_cursor(const struct canvas *canvas, int row, int col)
{
	bool inside = row >= 0 && row < canvas->rows && col >= 0 &&
		      col < canvas->cols;

	canvas->grid->cursor_row = inside ? canvas->row + row : -1;
	canvas->grid->cursor_col = inside ? canvas->col + col : -1;
}
