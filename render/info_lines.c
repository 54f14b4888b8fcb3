#include "config.h"

#include "render/info_lines.h"

#include <string.h>

#include "model/rune.h"
#include "render/number.h"

enum {
	INDENT = 2,
	GAP = 2,
	NAME_COLS = 28,		/* longer names are cut where they are seen */
	NUMBER_COLS = 15,	/* of three, so that all fit in 80 */
	WORD_COLS = 9,		/* "current", and a gap */
};

static const char *const side_names[SIDES] = {
	[SIDE_CURRENT] = "current", [SIDE_BASE] = "base",
};

/* One block of rows on its way to lines. */
struct setting {
	struct info_lines *lines;
	const struct info *info;
	bool escapes;
	enum text_charset charset;
	size_t from, to;	/* the rows */
	size_t name_cols;	/* of the longest name */
	size_t value_cols;	/* of the widest number, if most are numbers */
	bool has_columns;	/* some number is compared */
	struct buf line;
};

/* Text. */

static void add_name(const struct setting *s, struct buf *out, struct str name)
{
	if (s->escapes)
		text_escape(out, name.s, name.n, s->charset);
	else
		buf_add(out, name.s, name.n);
}

static size_t columns_of(const struct setting *s, struct str text)
{
	return s->escapes ? text_width(text.s, text.n) :
			    rune_count(text.s, text.n);
}

static struct str line_of(const struct setting *s)
{
	return (struct str){ buf_str(&s->line), s->line.n };
}

/* Fills up with blanks to a column. */
static void pad_to(struct setting *s, size_t column)
{
	size_t at = columns_of(s, line_of(s));

	if (at < column)
		buf_pad(&s->line, ' ', column - at);
}

/* Appends a text that ends at a column, if it is not too long for that. */
static void put_right(struct setting *s, const struct buf *text, size_t column)
{
	struct str str = { buf_str(text), text->n };
	size_t cols = columns_of(s, str);

	if (cols < column)
		pad_to(s, column - cols);
	buf_add(&s->line, str.s, str.n);
}

static void end_line(struct setting *s, struct info_line line)
{
	struct info_lines *lines = s->lines;
	struct buf *text = &s->line;

	while (text->n && text->s[text->n - 1] == ' ')
		text->n--;
	vec_reserve(lines->mem, &lines->text, text->n);
	if (text->n)
		memcpy(lines->text.at + lines->text.n, text->s, text->n);
	lines->text.n += text->n;
	line.end = lines->text.n;
	*vec_push(lines->mem, &lines->at) = line;
	if (text->n > lines->longest)
		lines->longest = text->n;
	buf_clear(text);
}

static void end_row(struct setting *s)
{
	end_line(s, (struct info_line){
		.name_cols = (int)(INDENT + s->name_cols),
	});
}

/* Values. */

static void add_number(const struct info_row *row, int64_t number,
		       struct buf *out)
{
	if (row->kind == INFO_DURATION)
		number_go_duration(out, number);
	else if (row->kind == INFO_TIME)
		number_go_time(out, number, NUMBER_DATE_HEADER);
	else
		number_value(out, number, row->unit.s, "auto");
}

static void add_value(const struct setting *s, const struct info_row *row,
		      int side, struct buf *out)
{
	const struct info_value *value = &row->sides[side];
	struct buf raw = BUF_INIT;

	if (!value->is_known)
		return;
	if (row->kind == INFO_TEXT)
		buf_add(&raw, value->text.s, value->text.n);
	else
		add_number(row, value->number, &raw);
	add_name(s, out, (struct str){ buf_str(&raw), raw.n });
	buf_release(&raw);
}

/* What changed, with its sign; nothing where a side is missing or none has. */
static void add_change(const struct setting *s, const struct info_row *row,
		       struct buf *out)
{
	const struct info_value *now = &row->sides[SIDE_CURRENT];
	const struct info_value *base = &row->sides[SIDE_BASE];
	struct buf raw = BUF_INIT;
	int64_t change;

	if (!now->is_known || !base->is_known || now->number == base->number ||
	    __builtin_sub_overflow(now->number, base->number, &change))
		return;
	number_sign(&raw, change);
	if (row->kind == INFO_TIME)
		number_go_duration(&raw, change);
	else
		add_number(row, change, &raw);
	add_name(s, out, (struct str){ buf_str(&raw), raw.n });
	buf_release(&raw);
}

static bool is_number(const struct info_row *row)
{
	return row->kind == INFO_NUMBER || row->kind == INFO_DURATION;
}

static bool is_compared(const struct setting *s)
{
	return s->info->profile->n_sides > 1 &&
	       !s->info->rows.at[s->from].source;
}

static bool is_same(const struct info_row *row)
{
	const struct info_value *a = &row->sides[SIDE_CURRENT];
	const struct info_value *b = &row->sides[SIDE_BASE];

	return a->is_known && b->is_known && a->number == b->number &&
	       str_same(a->text, b->text);
}

/* Rows. */

/* Cut to columns where it is escaped; of a path the end is what tells. */
static void cut_name(struct setting *s, struct str name, bool is_path)
{
	struct buf text = BUF_INIT;

	if (!s->escapes) {
		buf_add(&s->line, name.s, name.n);
		return;
	}
	if (is_path) {
		text_elide_path(&s->line, name.s, name.n, NAME_COLS,
				s->charset);
		return;
	}
	text_escape(&text, name.s, name.n, s->charset);
	text_elide(&s->line, buf_str(&text), text.n, NAME_COLS, s->charset);
	buf_release(&text);
}

static void start_row(struct setting *s, struct str name, bool is_path)
{
	buf_pad(&s->line, ' ', INDENT);
	cut_name(s, name, is_path);
	if (s->name_cols)
		pad_to(s, INDENT + s->name_cols + GAP);
}

/* The value of the one side that has it, or that both have. */
static void put_single(struct setting *s, const struct info_row *row)
{
	int side = row->sides[SIDE_CURRENT].is_known ? SIDE_CURRENT :
						       SIDE_BASE;
	struct buf text = BUF_INIT;

	start_row(s, row->name, row->is_path);
	add_value(s, row, side, &text);
	if (s->value_cols && is_number(row))
		put_right(s, &text,
			  INDENT + s->name_cols + GAP + s->value_cols);
	else
		buf_add(&s->line, buf_str(&text), text.n);
	buf_release(&text);
	end_row(s);
}

/* Base, current and change, each in its column. */
static void put_columns(struct setting *s, const struct info_row *row)
{
	struct buf text[3] = { BUF_INIT, BUF_INIT, BUF_INIT };

	start_row(s, row->name, row->is_path);
	add_value(s, row, SIDE_BASE, &text[0]);
	add_value(s, row, SIDE_CURRENT, &text[1]);
	add_change(s, row, &text[2]);
	for (size_t i = 0; i < ARRAY_SIZE(text); i++) {
		put_right(s, &text[i],
			  INDENT + s->name_cols + (i + 1) * NUMBER_COLS);
		buf_release(&text[i]);
	}
	end_row(s);
}

/* One below the other, each behind the name of its side. */
static void put_both(struct setting *s, const struct info_row *row)
{
	static const int order[] = { SIDE_BASE, SIDE_CURRENT };
	struct str name = row->name;

	for (size_t i = 0; i < ARRAY_SIZE(order); i++) {
		int side = order[i];

		if (!row->sides[side].is_known)
			continue;
		start_row(s, name, row->is_path);
		buf_adds(&s->line, side_names[side]);
		pad_to(s, INDENT + s->name_cols + GAP + WORD_COLS);
		add_value(s, row, side, &s->line);
		if (side == SIDE_CURRENT && row->kind == INFO_TIME) {
			buf_pad(&s->line, ' ', GAP);
			add_change(s, row, &s->line);
		}
		end_row(s);
		name = str_of("");
	}
}

static void put_row(struct setting *s, const struct info_row *row)
{
	if (!is_compared(s) || row->is_common)
		put_single(s, row);
	else if (is_number(row))
		put_columns(s, row);
	else if (is_same(row))
		put_single(s, row);
	else
		put_both(s, row);
}

/* Blocks. */

/* The side of all rows of a source; -1: of both, or of no side in particular. */
static int side_of(const struct setting *s)
{
	const struct info_row *row = &s->info->rows.at[s->from];

	if (s->info->profile->n_sides < 2 || !row->source)
		return -1;
	return row->sides[SIDE_BASE].is_known ? SIDE_BASE : SIDE_CURRENT;
}

/* "profile 2 of 3, base", with what the columns below are. */
static void put_heading(struct setting *s)
{
	static const char *const titles[] = { "base", "current", "change" };
	const struct info_row *row = &s->info->rows.at[s->from];
	int side = side_of(s);

	add_name(s, &s->line, row->group);
	if (row->source)
		buf_addf(&s->line, " %u of %u", row->source,
			 s->info->n_sources);
	if (side >= 0)
		buf_addf(&s->line, ", %s", side_names[side]);
	for (size_t i = 0; s->has_columns && i < ARRAY_SIZE(titles); i++) {
		struct buf title = BUF_INIT;

		buf_adds(&title, titles[i]);
		put_right(s, &title,
			  INDENT + s->name_cols + (i + 1) * NUMBER_COLS);
		buf_release(&title);
	}
	end_line(s, (struct info_line){ .is_heading = true });
}

static size_t max(size_t a, size_t b)
{
	return a > b ? a : b;
}

static size_t width_of_value(const struct setting *s,
			     const struct info_row *row, int side)
{
	struct buf value = BUF_INIT;
	size_t cols;

	add_value(s, row, side, &value);
	cols = columns_of(s, (struct str){ buf_str(&value), value.n });
	buf_release(&value);
	return cols;
}

static void measure_name(struct setting *s, const struct info_row *row)
{
	struct buf name = BUF_INIT;
	size_t cols;

	add_name(s, &name, row->name);
	cols = columns_of(s, (struct str){ buf_str(&name), name.n });
	s->name_cols = max(s->name_cols, cols < NAME_COLS ? cols : NAME_COLS);
	buf_release(&name);
}

static void measure(struct setting *s)
{
	size_t n_numbers = 0;

	s->name_cols = s->value_cols = 0;
	s->has_columns = false;
	for (size_t i = s->from; i < s->to; i++) {
		const struct info_row *row = &s->info->rows.at[i];

		measure_name(s, row);
		if (!is_number(row))
			continue;
		n_numbers++;
		for (int side = 0; side < SIDES; side++)
			s->value_cols = max(s->value_cols,
					    width_of_value(s, row, side));
		if (is_compared(s) && !row->is_common)
			s->has_columns = true;
	}
	if (n_numbers * 2 <= s->to - s->from)
		s->value_cols = 0;
}

void info_lines_init(struct info_lines *lines, const struct info *info,
		     bool escapes, enum text_charset charset)
{
	struct setting s = {
		.lines = lines, .info = info, .escapes = escapes,
		.charset = charset, .line = BUF_INIT,
	};

	*lines = (struct info_lines){ .mem = info->profile->mem };
	for (; s.from < info->rows.n; s.from = s.to) {
		s.to = info_block(info, s.from);
		if (s.from)
			end_line(&s, (struct info_line){ .end = 0 });
		measure(&s);
		put_heading(&s);
		for (size_t i = s.from; i < s.to; i++)
			put_row(&s, &info->rows.at[i]);
	}
	buf_release(&s.line);
}

void info_lines_release(struct info_lines *lines)
{
	if (!lines->mem)
		return;
	vec_release(lines->mem, &lines->text);
	vec_release(lines->mem, &lines->at);
}

struct str info_lines_at(const struct info_lines *lines, size_t i)
{
	size_t start = i ? lines->at.at[i - 1].end : 0;

	return (struct str){ lines->text.at + start,
			     lines->at.at[i].end - start };
}
