#include "config.h"

#include "render/source.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "render/number.h"
#include "render/weight.h"

enum {
	NUMBER_MIN = 9,		/* so that columns seldom jump between files */
	NUMBER_MAX = 24,	/* a longer unit is cut */
	LINE_MIN = 4,
	MARKS = 2,		/* the bar and the glyph of inlining */
	RULE = 3,		/* a blank, the rule, a blank */
	IDS_MAX = 4,
};

/* Columns, and how much room they have to leave for the text. */
struct choice {
	enum column_id ids[IDS_MAX];
	size_t n;
	int room;
};

struct choices {
	struct choice at[IDS_MAX];
	size_t n;
};

/* The first that leaves its room is taken, else the last. */
static const struct choices single[] = {
	{ {
		{ { COLUMN_FLAT, COLUMN_FLAT_SHARE, COLUMN_CUM,
		    COLUMN_CUM_SHARE }, 4, 72 },
		{ { COLUMN_FLAT, COLUMN_CUM }, 2, 24 },
		{ { COLUMN_FLAT }, 1, 0 },
	}, 3 },
	{ {
		{ { COLUMN_FLAT, COLUMN_FLAT_SHARE, COLUMN_CUM,
		    COLUMN_CUM_SHARE }, 4, 72 },
		{ { COLUMN_FLAT, COLUMN_CUM }, 2, 24 },
		{ { COLUMN_CUM }, 1, 0 },
	}, 3 },
};

#define SIDE_BY_SIDE(base, current, change, last) { {	\
		{ { base, current, change, last }, 4, 20 },	\
		{ { base, current, change }, 3, 20 },		\
		{ { current, change }, 2, 20 },			\
		{ { change }, 1, 0 },				\
	}, 4 }

static const struct choices both[] = {
	SIDE_BY_SIDE(COLUMN_BASE, COLUMN_CURRENT, COLUMN_CHANGE,
		     COLUMN_RATIO),
	SIDE_BY_SIDE(COLUMN_CUM_BASE, COLUMN_CUM_CURRENT, COLUMN_CUM_CHANGE,
		     COLUMN_CUM_RATIO),
};
static const struct choices shares[] = {
	SIDE_BY_SIDE(COLUMN_BASE, COLUMN_CURRENT, COLUMN_CHANGE,
		     COLUMN_SHARE_CHANGE),
	SIDE_BY_SIDE(COLUMN_CUM_BASE, COLUMN_CUM_CURRENT, COLUMN_CUM_CHANGE,
		     COLUMN_CUM_SHARE_CHANGE),
};

static const struct choices *choices_of(const struct source_table *t)
{
	return t->is_share_change ? &shares[t->by_cum] :
	       t->is_both ? &both[t->by_cum] : &single[t->by_cum];
}

/* Where things stand in a row. */
struct layout {
	const struct choice *choice;
	int marks, number, text, room;
};

static struct layout layout_for(const struct source_table *t,
				const struct choice *choice, int cols)
{
	struct layout l = { .choice = choice, .marks = 1 };

	for (size_t i = 0; i < choice->n; i++)
		l.marks += t->widths[choice->ids[i]] + 1;
	l.number = l.marks + MARKS;
	l.text = l.number + t->number_cols + RULE;
	l.room = cols > l.text ? cols - l.text : 0;
	return l;
}

static struct layout layout_of(const struct source_table *t, int cols)
{
	const struct choices *choices = choices_of(t);
	struct layout l;

	for (size_t i = 0; i < choices->n; i++) {
		l = layout_for(t, &choices->at[i], cols);
		if (l.room >= choices->at[i].room)
			break;
	}
	return l;
}

int source_table_room(const struct source_table *t, int cols)
{
	return layout_of(t, cols).room;
}

static struct column_row values_of(const struct source_row *row)
{
	return (struct column_row){
		.flat = { row->flat.v[0], row->flat.v[1] },
		.cum = { row->cum.v[0], row->cum.v[1] },
	};
}

static int64_t weight_of(const struct source_table *t,
			 const struct source_row *row)
{
	const struct graph_value *v = t->by_cum ? &row->cum : &row->flat;

	return t->is_both ? lanes_sub(v->v[0], v->v[1]) : v->v[0];
}

static bool print_value(const struct source_table *t,
			const struct column *column,
			const struct column_row *row, struct buf *out)
{
	int64_t value;

	if (!column->value) {
		if (column->key(row))
			column->print(t->columns, row, out);
		return false;
	}
	value = column->value(row);
	if (column->sign || t->is_change)
		number_sign(out, value);
	return weight_value(t->columns, value, out);
}

void source_table_start(struct source_table *t, int64_t last_line)
{
	char digits[24];

	for (size_t i = 0; i < COLUMNS; i++) {
		t->widths[i] = (int)strlen(column_table[i].title);
		if (column_table[i].value && t->widths[i] < NUMBER_MIN)
			t->widths[i] = NUMBER_MIN;
	}
	t->number_cols = snprintf(digits, sizeof(digits), "%" PRId64,
				  last_line);
	if (t->number_cols < LINE_MIN)
		t->number_cols = LINE_MIN;
}

static int print_number(const struct source_row *row, char out[24])
{
	if (row->kind == SOURCE_ADDRESS)
		return snprintf(out, 24, "%" PRIx64, row->address);
	if (row->line < 1)
		return snprintf(out, 24, "?");
	return snprintf(out, 24, "%" PRId64, row->line);
}

static void widen(struct source_table *t, const struct choice *choice,
		  const struct column_row *values)
{
	struct buf raw = BUF_INIT, text = BUF_INIT;

	for (size_t k = 0; k < choice->n; k++) {
		enum column_id id = choice->ids[k];
		int *width = &t->widths[id];
		size_t wanted;

		buf_clear(&raw);
		buf_clear(&text);
		print_value(t, &column_table[id], values, &raw);
		text_escape(&text, buf_str(&raw), raw.n, t->charset);
		wanted = text_width(buf_str(&text), text.n);
		if (wanted > NUMBER_MAX)
			wanted = NUMBER_MAX;
		if ((int)wanted > *width)
			*width = (int)wanted;
	}
	buf_release(&raw);
	buf_release(&text);
}

/* The first choice of each has all columns. */
void source_table_widen(struct source_table *t, const struct source_row *row)
{
	struct column_row values = values_of(row);
	char digits[24];
	int n = print_number(row, digits);

	if (n > t->number_cols)
		t->number_cols = n;
	for (int i = 0; i < 2; i++) {
		if (t->is_both) {
			widen(t, &both[i].at[0], &values);
			widen(t, &shares[i].at[0], &values);
		} else {
			widen(t, &single[i].at[0], &values);
		}
	}
}

static void paint_title(const struct source_table *t, enum column_id id,
			int at, const struct canvas *canvas)
{
	const struct column *column = &column_table[id];
	enum column_id ranked = t->is_both ?
				t->by_cum ? COLUMN_CUM_CHANGE : COLUMN_CHANGE :
				t->by_cum ? COLUMN_CUM : COLUMN_FLAT;

	canvas_right(canvas, (struct span){ 0, at, t->widths[id] },
		     id == ranked ? STYLE_KEY : STYLE_HEADER, column->title,
		     strlen(column->title));
}

void source_paint_titles(const struct source_table *t, struct str file,
			 const struct canvas *canvas)
{
	struct layout l = layout_of(t, canvas->cols);
	struct buf name = BUF_INIT;
	int at = 1;

	canvas_fill(canvas, (struct span){ 0, 0, canvas->cols }, STYLE_HEADER,
		    ' ');
	for (size_t i = 0; i < l.choice->n; i++) {
		paint_title(t, l.choice->ids[i], at, canvas);
		at += t->widths[l.choice->ids[i]] + 1;
	}
	text_elide_path(&name, file.s, file.n, l.room, canvas->grid->charset);
	canvas_put(canvas, (struct span){ 0, l.text, l.room }, STYLE_HEADER,
		   buf_str(&name), name.n);
	buf_release(&name);
}

static uint8_t value_style(const struct source_table *t, enum column_id id,
			   const struct column_row *row, bool is_own_unit)
{
	const struct column *column = &column_table[id];
	int64_t key = column->key(row);

	if (is_own_unit)
		return STYLE_DIM;
	if (column->sign || t->is_change)
		return key < 0 ? STYLE_SHRUNK : key > 0 ? STYLE_GROWN :
							  STYLE_PLAIN;
	if (!t->is_both && id == (t->by_cum ? COLUMN_CUM : COLUMN_FLAT))
		return weight_heat(key, t->weight, WEIGHT_OF_LISTING);
	return STYLE_PLAIN;
}

/* What does not fit ends in a mark of that, and may be the unit only. */
static void paint_values(const struct source_table *t, const struct layout *l,
			 const struct source_row *row, int y, uint8_t selected,
			 const struct canvas *canvas)
{
	struct buf text = BUF_INIT;
	struct column_row values = values_of(row);
	int at = 1;

	for (size_t i = 0; i < l->choice->n; i++) {
		enum column_id id = l->choice->ids[i];
		bool is_own;

		buf_clear(&text);
		is_own = print_value(t, &column_table[id], &values, &text);
		canvas_escape_right(canvas,
				    (struct span){ y, at, t->widths[id] },
				    selected ? selected :
				    value_style(t, id, &values, is_own),
				    buf_str(&text), text.n);
		at += t->widths[id] + 1;
	}
	buf_release(&text);
}

static void paint_marks(const struct source_table *t, const struct layout *l,
			const struct source_row *row, int y, uint8_t selected,
			const struct canvas *canvas)
{
	bool is_ascii = canvas->grid->charset == TEXT_ASCII;
	int64_t weight = weight_of(t, row);
	uint8_t style = weight_heat(weight, t->weight, WEIGHT_OF_LISTING);

	if (t->is_both || t->is_change)
		style = weight < 0 ? STYLE_SHRUNK : STYLE_GROWN;
	if (weight)
		canvas_fill(canvas, (struct span){ y, l->marks, 1 },
			    selected ? selected : style,
			    is_ascii ? '#' : 0x258c);
	if (row->is_inlined || row->has_inlined)
		canvas_fill(canvas, (struct span){ y, l->marks + 1, 1 },
			    selected ? selected : STYLE_INLINE,
			    row->is_inlined ? 'i' : '>');
}

static void paint_text(const struct source_table *t, const struct layout *l,
		       const struct source_row *row, int y, uint8_t selected,
		       const struct canvas *canvas)
{
	enum text_charset charset = canvas->grid->charset;
	struct buf whole = BUF_INIT, cut = BUF_INIT;
	uint8_t style = row->is_outside ? STYLE_DIM : STYLE_SOURCE;

	if (t->hits && t->hits(t->data, row->text.s, row->text.n))
		style = STYLE_MATCH;
	text_expand(&whole, row->text.s, row->text.n, 0, charset);
	text_scroll(&cut, buf_str(&whole), whole.n, t->scroll, l->room,
		    charset);
	canvas_put(canvas, (struct span){ y, l->text, l->room },
		   selected ? selected : style, buf_str(&cut), cut.n);
	buf_release(&whole);
	buf_release(&cut);
}

static void paint_line(const struct source_table *t,
		       const struct source_row *row, int y, uint8_t selected,
		       const struct canvas *canvas)
{
	struct layout l = layout_of(t, canvas->cols);
	bool is_ascii = canvas->grid->charset == TEXT_ASCII;
	char digits[24];
	int n = print_number(row, digits);

	paint_values(t, &l, row, y, selected, canvas);
	paint_marks(t, &l, row, y, selected, canvas);
	canvas_right(canvas, (struct span){ y, l.number, t->number_cols },
		     selected ? selected : STYLE_LINENO, digits, (size_t)n);
	canvas_fill(canvas, (struct span){ y, l.text - 2, 1 },
		    selected ? selected : STYLE_RULE, is_ascii ? '|' : 0x2502);
	paint_text(t, &l, row, y, selected, canvas);
}

/* Names, paths and sentences take the whole row. */
static void paint_words(const struct source_table *t,
			const struct source_row *row, int y, uint8_t selected,
			const struct canvas *canvas)
{
	static const struct {
		uint8_t style;
		int indent;
	} looks[] = {
		[SOURCE_HEADING] = { STYLE_TITLE, 1 },
		[SOURCE_REMARK] = { STYLE_PLAIN, 1 },
		[SOURCE_PATH] = { STYLE_DIM, 3 },
	};
	enum text_charset charset = canvas->grid->charset;
	int at = looks[row->kind].indent;
	int room = canvas->cols > at ? canvas->cols - at : 0;
	struct buf escaped = BUF_INIT, cut = BUF_INIT;

	text_escape(&escaped, row->text.s, row->text.n, charset);
	if (t->scroll)
		text_scroll(&cut, buf_str(&escaped), escaped.n, t->scroll,
			    room, charset);
	else if (row->kind == SOURCE_REMARK)
		text_elide(&cut, buf_str(&escaped), escaped.n, room, charset);
	else
		text_elide_path(&cut, row->text.s, row->text.n, room, charset);
	canvas_put(canvas, (struct span){ y, at, room },
		   selected ? selected : looks[row->kind].style,
		   buf_str(&cut), cut.n);
	buf_release(&escaped);
	buf_release(&cut);
}

void source_paint_row(const struct source_table *t,
		      const struct source_row *row, int y, bool is_cursor,
		      const struct canvas *canvas)
{
	uint8_t selected = !is_cursor ? 0 : t->has_focus ?
			   STYLE_SELECTED : STYLE_SELECTED_UNFOCUSED;

	if (selected)
		canvas_fill(canvas, (struct span){ y, 0, canvas->cols },
			    selected, ' ');
	if (row->kind == SOURCE_LINE || row->kind == SOURCE_ADDRESS)
		paint_line(t, row, y, selected, canvas);
	else
		paint_words(t, row, y, selected, canvas);
}
