#include "config.h"

#include "render/peek.h"

#include <string.h>

#include "render/number.h"
#include "render/weight.h"

enum {
	BOTH_WIDE = 66,		/* columns for all four of both sides */
	BOTH_RATIO = 40,	/* and for the change with its ratio */
	BAR_MIN_COLUMNS = 56,
	BAR_COLUMNS = 6,
	BAR_WIDE = 12,
	WIDE = 110,
	INDENT = 2,
	NAME_MIN = 12,
	NAME_WIDE = 80,		/* bars stand no farther away than this */
	NUMBER_MAX = 24,	/* a unit may be of any length */
};

/* What the numbers of a row are printed from. */
struct numbers {
	const struct columns *columns;
	struct graph_value weight, cum;
	bool is_signed;
};

static bool print_change(const struct numbers *numbers, int64_t v,
			 struct buf *out)
{
	number_sign(out, v);
	return weight_value(numbers->columns, v, out);
}

static bool print_weight(const struct numbers *numbers, struct buf *out)
{
	int64_t v = numbers->weight.v[0];

	return numbers->is_signed ? print_change(numbers, v, out) :
				 weight_value(numbers->columns, v, out);
}

static bool print_share(const struct numbers *numbers, struct buf *out)
{
	if (numbers->weight.v[0] && numbers->cum.v[0])
		number_percent(out, numbers->weight.v[0], numbers->cum.v[0]);
	return false;
}

static bool print_base(const struct numbers *numbers, struct buf *out)
{
	return weight_value(numbers->columns, numbers->weight.v[1], out);
}

static bool print_current(const struct numbers *numbers, struct buf *out)
{
	return weight_value(numbers->columns, numbers->weight.v[0], out);
}

static int64_t change_of(const struct graph_value *value)
{
	return lanes_sub(value->v[0], value->v[1]);
}

static bool print_difference(const struct numbers *numbers, struct buf *out)
{
	return print_change(numbers, change_of(&numbers->weight), out);
}

static bool print_ratio(const struct numbers *numbers, struct buf *out)
{
	number_ratio(out, numbers->weight.v[0], numbers->weight.v[1]);
	return false;
}

struct peek_column {
	const char *title;
	/* True when the number is in a unit of its own. */
	bool (*print)(const struct numbers *numbers, struct buf *out);
	bool is_change;			/* of side by side */
};

static const struct peek_column peek_columns[PEEK_COLUMNS] = {
	[PEEK_WEIGHT] = { "weight", print_weight, false },
	[PEEK_SHARE] = { "of cum", print_share, false },
	[PEEK_BASE] = { "base", print_base, false },
	[PEEK_CURRENT] = { "current", print_current, false },
	[PEEK_CHANGE] = { "change", print_difference, true },
	[PEEK_RATIO] = { "ratio", print_ratio, true },
};

/* The columns of a mode, for canvases that are at least so wide. */
struct choice {
	int cols;
	enum peek_column_id ids[4];
	size_t n;
};

static const struct choice single = { 0, { PEEK_WEIGHT, PEEK_SHARE }, 2 };
static const struct choice both[] = {
	{ BOTH_WIDE, { PEEK_BASE, PEEK_CURRENT, PEEK_CHANGE, PEEK_RATIO }, 4 },
	{ BOTH_RATIO, { PEEK_CHANGE, PEEK_RATIO }, 2 },
	{ 0, { PEEK_CHANGE }, 1 },
};

static const struct choice *choice_of(const struct peek_table *t, int cols)
{
	const struct choice *choice = both;

	if (t->compare != COMPARE_BOTH)
		return &single;
	while (cols < choice->cols)
		choice++;
	return choice;
}

/* An empty side is one row, which says so. */
static size_t side_rows(const struct peek_edges *edges)
{
	return edges->n ? edges->n : 1;
}

size_t peek_table_rows(const struct peek *peek)
{
	return side_rows(&peek->callers) + 1 + side_rows(&peek->callees);
}

size_t peek_table_centre(const struct peek *peek)
{
	return side_rows(&peek->callers);
}

static struct peek_row side_row(const struct peek_edges *edges, size_t i,
				enum peek_row_kind kind,
				enum peek_row_kind none)
{
	const struct peek_edge *edge;

	if (!edges->n)
		return (struct peek_row){ .kind = none, .name = { "", 0 } };
	edge = &edges->at[i];
	return (struct peek_row){
		kind, edge->name, edge->weight, edge->is_inline
	};
}

struct peek_row peek_table_row(const struct peek *peek, size_t i)
{
	size_t centre = peek_table_centre(peek);

	if (i < centre)
		return side_row(&peek->callers, centre - 1 - i, PEEK_CALLER,
				PEEK_ROOT);
	if (i > centre)
		return side_row(&peek->callees, i - centre - 1, PEEK_CALLEE,
				PEEK_LEAF);
	return (struct peek_row){
		PEEK_CENTRE, peek->name, peek->cum, false
	};
}

static struct numbers numbers_of(const struct peek_table *t,
				 const struct peek_row *row)
{
	return (struct numbers){
		t->columns, row->weight, t->peek->cum,
		t->compare == COMPARE_DIFFERENCE
	};
}

/* What the bar of a row shows. */
static int64_t bar_value(const struct peek_table *t,
			 const struct graph_value *weight)
{
	return t->compare == COMPARE_BOTH ? change_of(weight) : weight->v[0];
}

static void measure_row(struct peek_table *t, const struct peek_row *row,
			struct buf *text)
{
	struct numbers numbers = numbers_of(t, row);
	int64_t bar = lanes_abs(bar_value(t, &row->weight));

	for (int i = 0; i < PEEK_COLUMNS; i++) {
		size_t width;

		buf_clear(text);
		peek_columns[i].print(&numbers, text);
		width = text_width(buf_str(text), text->n);
		if (width > NUMBER_MAX)
			width = NUMBER_MAX;
		if ((int)width > t->widths[i])
			t->widths[i] = (int)width;
	}
	if (bar > t->bar_max)
		t->bar_max = bar;
}

void peek_table_measure(struct peek_table *t)
{
	size_t n = peek_table_rows(t->peek);
	struct buf text = BUF_INIT;

	t->bar_max = 0;
	for (int i = 0; i < PEEK_COLUMNS; i++)
		t->widths[i] = (int)strlen(peek_columns[i].title);
	for (size_t i = 0; i < n; i++) {
		struct peek_row row = peek_table_row(t->peek, i);

		measure_row(t, &row, &text);
	}
	buf_release(&text);
}

int peek_table_height(int rows)
{
	return rows > 2 ? rows - 1 : rows > 1 ? 1 : 0;
}

/* Where things stand in a row. */
struct layout {
	const struct choice *choice;
	int name, name_cols, bar, bar_cols, indent;
};

static struct layout layout_of(const struct peek_table *t, int cols)
{
	struct layout l = { .choice = choice_of(t, cols) };
	int at = 1;

	for (size_t i = 0; i < l.choice->n; i++)
		at += t->widths[l.choice->ids[i]] + 1;
	l.name = at + 1;
	l.bar_cols = cols >= WIDE ? BAR_WIDE :
		     cols >= BAR_MIN_COLUMNS ? BAR_COLUMNS : 0;
	if (cols - l.name - l.bar_cols - 1 < 2 * NAME_MIN)
		l.bar_cols = 0;
	l.bar = cols - l.bar_cols;
	if (l.bar_cols && l.bar > l.name + NAME_WIDE)
		l.bar = l.name + NAME_WIDE;
	l.name_cols = l.bar - l.name - (l.bar_cols ? 1 : 0);
	l.indent = l.name_cols >= 2 * NAME_MIN ? INDENT : 1;
	return l;
}

static void paint_titles(const struct peek_table *t, const struct layout *l,
			 const struct canvas *canvas)
{
	static const char all[] = "callers, function, callees";
	int at = 1;

	canvas_fill(canvas, (struct span){ 0, 0, canvas->cols }, STYLE_HEADER,
		    ' ');
	for (size_t i = 0; i < l->choice->n; i++) {
		enum peek_column_id id = l->choice->ids[i];
		const char *title = peek_columns[id].title;

		canvas_right(canvas, (struct span){ 0, at, t->widths[id] },
			     STYLE_HEADER, title, strlen(title));
		at += t->widths[id] + 1;
	}
	canvas_text(canvas, 0, l->name, STYLE_HEADER,
		    l->name_cols < (int)strlen(all) ? "callers" : all);
}

static uint8_t number_style(const struct peek_table *t,
			    const struct numbers *numbers,
			    enum peek_column_id id, bool is_own_unit)
{
	int64_t v = numbers->weight.v[0];

	if (is_own_unit)
		return STYLE_DIM;
	if (peek_columns[id].is_change)
		v = change_of(&numbers->weight);
	else if (t->compare != COMPARE_DIFFERENCE)
		return STYLE_PLAIN;
	return v < 0 ? STYLE_SHRUNK : v > 0 ? STYLE_GROWN : STYLE_PLAIN;
}

/* A row being painted: at y, in one style where that is not 0. */
struct painter {
	const struct peek_table *table;
	const struct layout *layout;
	const struct canvas *canvas;
	struct peek_row row;
	int y;
	uint8_t selected;
};

static uint8_t style_or(const struct painter *p, uint8_t style)
{
	return p->selected ? p->selected : style;
}

static void paint_numbers(const struct painter *p)
{
	const struct peek_table *t = p->table;
	const struct choice *choice = p->layout->choice;
	struct numbers numbers = numbers_of(t, &p->row);
	struct buf text = BUF_INIT;
	int at = 1;

	for (size_t i = 0; i < choice->n; i++) {
		enum peek_column_id id = choice->ids[i];
		bool is_own;

		buf_clear(&text);
		is_own = peek_columns[id].print(&numbers, &text);
		canvas_escape_right(p->canvas,
			     (struct span){ p->y, at, t->widths[id] },
			     style_or(p, number_style(t, &numbers, id, is_own)),
			     buf_str(&text), text.n);
		at += t->widths[id] + 1;
	}
	buf_release(&text);
}

static void add_name(const struct painter *p, int cols, struct buf *out)
{
	enum text_charset charset = p->canvas->grid->charset;
	struct str name = p->row.name;
	struct buf whole = BUF_INIT;

	if (!p->table->scroll) {
		text_elide_name(out, name.s, name.n, cols, charset);
		return;
	}
	text_escape(&whole, name.s, name.n, charset);
	text_scroll(out, buf_str(&whole), whole.n, p->table->scroll, cols,
		    charset);
	buf_release(&whole);
}

static uint8_t name_style(const struct painter *p)
{
	const struct peek_table *t = p->table;

	if (p->selected)
		return p->selected;
	if (t->hits && t->hits(t->data, p->row.name.s, p->row.name.n))
		return STYLE_MATCH;
	return p->row.kind == PEEK_CENTRE ? STYLE_TITLE : STYLE_PLAIN;
}

void peek_table_value(const struct peek_table *t,
		      const struct graph_value *value, struct buf *out)
{
	if (t->compare == COMPARE_BOTH) {
		weight_amount(t->columns, value->v[1], false, out);
		buf_adds(out, " | ");
	}
	weight_amount(t->columns, value->v[0],
		      t->compare == COMPARE_DIFFERENCE, out);
}

/* What follows a name: that it is inlined; of the function, its flat. */
static void add_note(const struct painter *p, struct buf *out)
{
	const struct peek_table *t = p->table;
	const struct graph_value *flat = &t->peek->flat;

	if (p->row.is_inline)
		buf_adds(out, column_inline_mark(INLINE_ALWAYS));
	if (p->row.kind != PEEK_CENTRE)
		return;
	buf_adds(out, "  flat ");
	peek_table_value(t, flat, out);
}

/* A note has its room only where the name is whole or has enough of its own. */
static bool has_room(const struct painter *p, int cols)
{
	return cols >= 2 * NAME_MIN ||
	       (cols > 0 && p->row.name.n <= (size_t)cols);
}

static void paint_name(const struct painter *p, int at, int cols)
{
	enum text_charset charset = p->canvas->grid->charset;
	struct buf raw = BUF_INIT, note = BUF_INIT, name = BUF_INIT;
	int note_cols, used;

	add_note(p, &raw);
	text_escape(&note, buf_str(&raw), raw.n, charset);
	note_cols = (int)text_width(buf_str(&note), note.n);
	if (!has_room(p, cols - note_cols))
		note_cols = 0;
	add_name(p, cols - note_cols, &name);
	used = canvas_put(p->canvas, (struct span){ p->y, at, cols },
			  name_style(p), buf_str(&name), name.n);
	if (note_cols)
		canvas_put(p->canvas,
			   (struct span){ p->y, at + used, cols - used },
			   style_or(p, p->row.kind == PEEK_CENTRE ?
				       STYLE_DIM : STYLE_INLINE),
			   buf_str(&note), note.n);
	buf_release(&raw);
	buf_release(&note);
	buf_release(&name);
}

static void paint_heat(const struct painter *p)
{
	uint8_t heat = weight_heat(p->row.weight.v[0],
				   p->table->columns->totals[0],
				   WEIGHT_OF_PROFILE);

	weight_mark(p->canvas, p->y, heat, style_or(p, heat));
}

static void paint_row(const struct painter *p)
{
	static const int depths[] = {
		[PEEK_CALLER] = 0, [PEEK_CENTRE] = 1, [PEEK_CALLEE] = 2,
		[PEEK_ROOT] = 0, [PEEK_LEAF] = 2,
	};
	const struct peek_table *t = p->table;
	const struct layout *l = p->layout;
	int indent = depths[p->row.kind] * l->indent;

	if (p->selected)
		canvas_fill(p->canvas,
			    (struct span){ p->y, 0, p->canvas->cols },
			    p->selected, ' ');
	if (p->row.kind == PEEK_ROOT || p->row.kind == PEEK_LEAF) {
		canvas_text(p->canvas, p->y, l->name + indent,
			    style_or(p, STYLE_DIM),
			    p->row.kind == PEEK_ROOT ? "(root)" : "(leaf)");
		return;
	}
	paint_heat(p);
	paint_numbers(p);
	paint_name(p, l->name + indent, l->name_cols - indent);
	if (l->bar_cols)
		weight_bar(p->canvas,
			   (struct span){ p->y, l->bar, l->bar_cols },
			   bar_value(t, &p->row.weight), t->bar_max,
			   t->compare == COMPARE_DIFFERENCE ||
			   t->compare == COMPARE_BOTH, p->selected != 0);
}

void peek_table_paint(const struct peek_table *t, struct list *list,
		      const struct canvas *canvas)
{
	struct layout l = layout_of(t, canvas->cols);
	int height = peek_table_height(canvas->rows);

	list_show(list, height);
	paint_titles(t, &l, canvas);
	for (int y = 0; y < height; y++) {
		size_t i = list->top + (size_t)y;
		struct painter p = {
			t, &l, canvas, .y = y + 1,
			.selected = i != list->cursor ? 0 : t->has_focus ?
				    STYLE_SELECTED : STYLE_SELECTED_UNFOCUSED,
		};

		if (i >= list->n)
			return;
		p.row = peek_table_row(t->peek, i);
		paint_row(&p);
	}
}
