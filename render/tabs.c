#include "config.h"

#include "render/tabs.h"

#include "model/rune.h"

enum { PADDING = 1, QUOTE = 0xff };

/* A part of the text; the last one of a line is in no column. */
struct tabs_cell {
	size_t start, n;
	size_t width;		/* in characters */
	size_t column;		/* the width of its column */
};

struct tabs_row {
	size_t first, n;	/* cells */
	bool ends_columns;
	bool has_end;		/* a newline */
};

static void add_cell(struct tabs *t, size_t start, size_t end,
		     size_t n_quotes)
{
	struct tabs_row *row = &t->rows.at[t->rows.n - 1];
	size_t width = rune_count(t->s + start, end - start) - n_quotes;

	*vec_push(t->mem, &t->cells) = (struct tabs_cell){
		start, end - start, width, width + PADDING
	};
	row->n++;
}

static void begin_row(struct tabs *t)
{
	*vec_push(t->mem, &t->rows) = (struct tabs_row){ .first = t->cells.n };
}

static void end_row(struct tabs *t, bool ends_columns)
{
	struct tabs_row *row = &t->rows.at[t->rows.n - 1];

	row->ends_columns = ends_columns;
	row->has_end = true;
	begin_row(t);
}

/* An open quote at the end is closed there. */
static void split(struct tabs *t, size_t n)
{
	size_t start = 0, n_quotes = 0;

	begin_row(t);
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)t->s[i];

		n_quotes += c == QUOTE;
		if (n_quotes % 2 || c < '\t' || c > '\f')
			continue;
		add_cell(t, start, i, n_quotes);
		start = i + 1;
		n_quotes = 0;
		if (c == '\n' || c == '\f')
			end_row(t, c == '\f');
	}
	if (start < n)
		add_cell(t, start, n, n_quotes);
}

/* Cells in a column of their row. */
static size_t columns(const struct tabs_row *row)
{
	return row->n ? row->n - 1 : 0;
}

static void widen(struct tabs_cell *cells, const struct tabs_cell *with,
		  size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (cells[i].column < with[i].column)
			cells[i].column = with[i].column;
	}
}

static size_t shared(const struct tabs_row *above, const struct tabs_row *row)
{
	size_t n = columns(above), m = columns(row);

	return above->ends_columns ? 0 : n < m ? n : m;
}

/*
 * Down, each cell gets the largest width so far of its column, and up again
 * the largest of all.
 */
static void align(struct tabs *t)
{
	struct tabs_cell *cells = t->cells.at;
	const struct tabs_row *rows = t->rows.at;

	for (size_t i = 1; i < t->rows.n; i++)
		widen(cells + rows[i].first, cells + rows[i - 1].first,
		      shared(&rows[i - 1], &rows[i]));
	for (size_t i = t->rows.n; i-- > 1; )
		widen(cells + rows[i - 1].first, cells + rows[i].first,
		      shared(&rows[i - 1], &rows[i]));
}

void tabs_init(struct tabs *t, struct mem *mem, struct str text)
{
	*t = (struct tabs){ .mem = mem, .s = text.s };
	split(t, text.n);
	align(t);
}

void tabs_release(struct tabs *t)
{
	vec_release(t->mem, &t->cells);
	vec_release(t->mem, &t->rows);
}

void tabs_print(const struct tabs *t, size_t number, struct buf *out)
{
	const struct tabs_row *row = &t->rows.at[number];

	for (size_t i = 0; i < row->n; i++) {
		const struct tabs_cell *cell = &t->cells.at[row->first + i];

		if (i < columns(row))
			buf_pad(out, ' ', cell->column - cell->width);
		buf_add(out, t->s + cell->start, cell->n);
	}
	buf_adds(out, row->has_end ? "\n" : "");
}
