#include "config.h"

#include "render/top.h"

#include <string.h>

#include "render/number.h"
#include "render/weight.h"

enum {
	BAR_MIN_COLUMNS = 76,	/* a narrower list has no room for bars */
	BAR_COLUMNS = 6,
	BAR_WIDE = 12,
	WIDE = 110,
	NAME_MIN = 12,
	NAME_WANTED = 18,	/* with less, columns of numbers give way */
	NUMBER_MAX = 24,	/* a unit may be of any length */
};

/* Only values may be blank or in a unit of their own. */
static bool print_cell(const struct top_table *t, enum column_id id,
		       const struct column_row *row, struct buf *out)
{
	const struct column *column = &column_table[id];

	if (column->value) {
		if (column->sign || t->is_signed)
			number_sign(out, column->value(row));
		return weight_value(t->columns, column->value(row), out);
	}
	/* What has not changed has a ratio, and may have another share. */
	if (column->key && !column->sign && !column->key(row))
		return false;
	column->print(t->columns, row, out);
	return false;
}

/* Escaped for UTF-8: for ASCII a unit that is not may be cut. */
static void widen(struct top_table *t, const struct column_row *row)
{
	struct buf text = BUF_INIT, escaped = BUF_INIT;
	size_t width;

	for (size_t i = 0; i < t->n_ids; i++) {
		buf_clear(&text);
		buf_clear(&escaped);
		print_cell(t, t->ids[i], row, &text);
		text_escape(&escaped, buf_str(&text), text.n, TEXT_UTF8);
		width = text_width(buf_str(&escaped), escaped.n);
		if (width > NUMBER_MAX)
			width = NUMBER_MAX;
		if ((int)width > t->widths[i])
			t->widths[i] = (int)width;
	}
	buf_release(&text);
	buf_release(&escaped);
}

/* The row with the largest or smallest |key| of a column, 0 left out. */
static const struct column_row *extreme_row(const struct top_table *t,
					    size_t n, enum column_id id,
					    bool largest)
{
	const struct column *column = &column_table[id];
	const struct column_row *found = NULL;
	int64_t best = 0, v;

	if (!column->key)
		return NULL;
	for (size_t i = 0; i < n; i++) {
		v = lanes_abs(column->key(&t->rows[i]));
		if (v && (!found || (largest ? v > best : v < best))) {
			found = &t->rows[i];
			best = v;
		}
	}
	return found;
}

void top_table_widths(struct top_table *t, size_t n)
{
	for (size_t i = 0; i < t->n_ids; i++)
		t->widths[i] = (int)strlen(column_table[t->ids[i]].title);
	for (size_t i = 0; i < t->n_ids; i++) {
		const struct column_row *most = extreme_row(t, n, t->ids[i],
							    true);
		const struct column_row *least = extreme_row(t, n, t->ids[i],
							     false);

		if (most)
			widen(t, most);
		if (least)
			widen(t, least);
	}
}

int top_table_height(int rows)
{
	return rows > 2 ? rows - 1 : rows > 1 ? 1 : 0;
}

/* Where things stand in a row of so many columns. */
struct layout {
	int numbers, name, name_cols, bar, bar_cols;
};

static struct layout layout_of(const struct top_table *t, int cols)
{
	struct layout l = { .numbers = 1 };
	int at = 1;

	for (size_t i = 0; i < t->n_ids; i++)
		at += t->widths[i] + 1;
	l.name = at + 1;
	l.bar_cols = cols >= WIDE ? BAR_WIDE :
		     cols >= BAR_MIN_COLUMNS ? BAR_COLUMNS : 0;
	if (cols - l.name - l.bar_cols - 1 < NAME_MIN)
		l.bar_cols = 0;
	l.bar = cols - l.bar_cols;
	l.name_cols = l.bar - l.name - (l.bar_cols ? 1 : 0);
	return l;
}

static void drop_column(struct top_table *t, enum column_id *ids, size_t i)
{
	t->n_ids--;
	for (; i < t->n_ids; i++) {
		ids[i] = ids[i + 1];
		t->widths[i] = t->widths[i + 1];
	}
}

/*
 * Names matter more than the last number, so in a narrow list columns are left
 * out; never the one that the rows are sorted by.
 */
static struct layout fit_columns(struct top_table *t, enum column_id *ids,
				 int cols)
{
	static const enum column_id spare[] = {
		COLUMN_SUM_SHARE, COLUMN_CUM_SHARE, COLUMN_FLAT_SHARE,
		COLUMN_VALUE_SHARE, COLUMN_CUM, COLUMN_FLAT, COLUMN_RATIO,
		COLUMN_CUM_RATIO, COLUMN_SHARE_CHANGE,
		COLUMN_CUM_SHARE_CHANGE, COLUMN_BASE, COLUMN_CUM_BASE,
		COLUMN_CURRENT, COLUMN_CUM_CURRENT,
	};

	memcpy(ids, t->ids, t->n_ids * sizeof(*ids));
	t->ids = ids;
	for (size_t k = 0; k < ARRAY_SIZE(spare); k++) {
		for (size_t i = 0; i < t->n_ids; i++) {
			if (layout_of(t, cols).name_cols >= NAME_WANTED)
				return layout_of(t, cols);
			if (ids[i] == spare[k] && ids[i] != t->sorted &&
			    t->n_ids > 1)
				drop_column(t, ids, i);
		}
	}
	return layout_of(t, cols);
}

static void paint_titles(const struct top_table *t, const struct layout *l,
			 const struct canvas *canvas)
{
	int at = l->numbers;

	canvas_fill(canvas, (struct span){ 0, 0, canvas->cols }, STYLE_HEADER,
		    ' ');
	for (size_t i = 0; i < t->n_ids; i++) {
		const struct column *column = &column_table[t->ids[i]];
		uint8_t style = t->ids[i] == t->sorted ? STYLE_KEY :
							 STYLE_HEADER;

		canvas_right(canvas, (struct span){ 0, at, t->widths[i] },
			     style, column->title, strlen(column->title));
		at += t->widths[i] + 1;
	}
	canvas_text(canvas, 0, l->name,
		    t->sorted == COLUMN_NAME ? STYLE_KEY : STYLE_HEADER,
		    t->title ? t->title : "name");
}

static uint8_t cell_style(const struct top_table *t, enum column_id id,
			  const struct column_row *row, bool is_own_unit)
{
	const struct column *column = &column_table[id];
	int64_t key = column->key ? column->key(row) : 0;

	if (is_own_unit)
		return STYLE_DIM;
	if (column->sign || t->is_signed)
		return key < 0 ? STYLE_SHRUNK : key > 0 ? STYLE_GROWN :
							  STYLE_PLAIN;
	if (column->is_share && id != COLUMN_SUM_SHARE)
		return weight_heat(key, t->columns->totals[0],
				   WEIGHT_OF_PROFILE);
	return STYLE_PLAIN;
}

static void paint_numbers(const struct top_table *t,
			  const struct column_row *row, int y, uint8_t selected,
			  const struct canvas *canvas)
{
	struct buf text = BUF_INIT;
	bool is_own;
	uint8_t style;
	int at = 1;

	for (size_t i = 0; i < t->n_ids; i++) {
		buf_clear(&text);
		is_own = print_cell(t, t->ids[i], row, &text);
		style = selected ? selected :
				   cell_style(t, t->ids[i], row, is_own);
		canvas_escape_right(canvas,
				    (struct span){ y, at, t->widths[i] },
				    style, buf_str(&text), text.n);
		at += t->widths[i] + 1;
	}
	buf_release(&text);
}

static void add_name(const struct top_table *t, const struct column_row *row,
		     int cols, enum text_charset charset, struct buf *out)
{
	struct buf whole = BUF_INIT;

	if (!t->scroll) {
		text_elide_name(out, row->name.s, row->name.n, cols, charset);
		return;
	}
	text_escape(&whole, row->name.s, row->name.n, charset);
	text_scroll(out, buf_str(&whole), whole.n, t->scroll, cols, charset);
	buf_release(&whole);
}

/* The mark of inlining takes its room from the bar's side of the name. */
static void paint_name(const struct top_table *t, const struct layout *l,
		       const struct column_row *row, int y, uint8_t selected,
		       const struct canvas *canvas)
{
	const char *mark = column_inline_mark(row->mark);
	int mark_cols = (int)strlen(mark), used;
	int at = l->name + row->indent, cols = l->name_cols - row->indent;
	struct buf name = BUF_INIT;
	bool is_hit = t->hits && t->hits(t->data, row->name.s, row->name.n);
	uint8_t style = selected ? selected : is_hit ? STYLE_MATCH :
			row->is_heading ? STYLE_TITLE : STYLE_PLAIN;

	if (cols < mark_cols + NAME_MIN)
		mark_cols = 0;
	add_name(t, row, cols - mark_cols, canvas->grid->charset, &name);
	used = canvas_put(canvas, (struct span){ y, at, cols }, style,
			  buf_str(&name), name.n);
	if (mark_cols)
		canvas_text(canvas, y, at + used,
			    selected ? selected : STYLE_INLINE, mark);
	buf_release(&name);
}

static void paint_row(const struct top_table *t, const struct layout *l,
		      const struct column_row *row, int y, bool is_cursor,
		      const struct canvas *canvas)
{
	const struct column *sorted = &column_table[t->sorted];
	uint8_t selected = !is_cursor ? 0 : t->has_focus ?
			   STYLE_SELECTED : STYLE_SELECTED_UNFOCUSED;
	int64_t key = sorted->key ? sorted->key(row) : row->flat[0];
	uint8_t heat = weight_heat(key, t->columns->totals[0],
				   WEIGHT_OF_PROFILE);

	if (selected)
		canvas_fill(canvas, (struct span){ y, 0, canvas->cols },
			    selected, ' ');
	weight_mark(canvas, y, heat, selected);
	paint_numbers(t, row, y, selected, canvas);
	paint_name(t, l, row, y, selected, canvas);
	if (l->bar_cols && !row->is_heading)
		weight_bar(canvas, (struct span){ y, l->bar, l->bar_cols },
			   key, t->bar_max, t->is_signed || sorted->sign,
			   selected != 0);
}

/*
 * The largest number does not always have the longest text (1MB, 999.99kB), and
 * to print all is too slow: what is seen is never cut.
 */
void top_table_paint(const struct top_table *table, struct list *list,
		     const struct canvas *canvas)
{
	int height = top_table_height(canvas->rows);
	struct top_table t = *table;
	enum column_id ids[TOP_COLUMNS_MAX];
	struct layout l;
	size_t end;

	list_show(list, height);
	end = list->top + (size_t)height;
	if (end > list->n)
		end = list->n;
	for (size_t row = list->top; row < end; row++)
		widen(&t, &t.rows[row]);
	l = fit_columns(&t, ids, canvas->cols);
	paint_titles(&t, &l, canvas);
	for (size_t row = list->top; row < end; row++)
		paint_row(&t, &l, &t.rows[row], canvas->rows - height +
			  (int)(row - list->top), row == list->cursor, canvas);
}
