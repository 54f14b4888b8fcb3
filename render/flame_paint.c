#include "config.h"

#include "render/flame.h"

#include <string.h>

#include "render/number.h"

enum {
	/* A name that stands behind a number has this much of it at least. */
	NAME_MIN = 8,
	DETAIL_NAME_MIN = 20,
	/* Narrower ones show the end of a name, of what is left of it here. */
	SHORT_BELOW = 20,
	SHORT_OF = 100,
};

/* Text as it is put together, with what it is for. */
struct caption {
	const struct flame *flame;
	const struct flame_box *box;
	int lane;
	int room;			/* columns of text */
};

uint8_t flame_sign_style(int64_t change)
{
	return change > 0 ? STYLE_FLAME_GROWN :
	       change < 0 ? STYLE_FLAME_SHRUNK : STYLE_FLAME_SAME;
}

static bool is_word(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '_' || c == '-' || c >= 0x80;
}

/*
 * The package: what stands before the first '.' or "::" behind the last '/',
 * directories included; empty when it is not made of word characters
 * (google/pprof, internal/report: packageName).  Type arguments are no part.
 */
static struct str package_of(struct str name)
{
	size_t start = 0, at = 0;

	for (; at < name.n && !strchr("[<(", name.s[at]); at++) {
		if (name.s[at] == '/')
			start = at + 1;
	}
	for (at = start; at < name.n && is_word((unsigned char)name.s[at]);)
		at++;
	if (at == start || at == name.n ||
	    (name.s[at] != '.' &&
	     (name.s[at] != ':' || at + 1 == name.n || name.s[at + 1] != ':')))
		return (struct str){ "", 0 };
	return (struct str){ name.s, at };
}

/* Languages without packages have directories. */
static struct str directory_of(const struct profile *p, struct func_id func)
{
	struct str file = { "", 0 };

	if (func.i == NODE_NONE)
		return file;
	file = profile_str(p, p->funcs.at[func.i].filename);
	while (file.n && file.s[file.n - 1] != '/')
		file.n--;
	return file;
}

/* FNV-1a, which is the same everywhere and every time. */
uint8_t flame_hue(const struct profile *profile, const struct node *node)
{
	struct str text = package_of(node->name);
	uint32_t hash = 2166136261u;

	if (!text.n)
		text = directory_of(profile, node->func);
	for (size_t i = 0; i < text.n; i++)
		hash = (hash ^ (unsigned char)text.s[i]) * 16777619u;
	return (uint8_t)(STYLE_FLAME_0 + (hash ^ hash >> 16) % STYLE_FLAMES);
}

/* In the unit of the report, or in its own when that would show nothing. */
static void add_value(const struct flame *flame, int64_t value,
		      struct buf *out)
{
	const struct columns *c = &flame->columns;
	struct buf text = BUF_INIT;

	columns_value(c, value, c->unit, &text);
	if (value && !strcmp(buf_str(&text), "0")) {
		buf_clear(&text);
		columns_value(c, value, "auto", &text);
	}
	if (flame->is_difference)
		number_sign(out, value);
	text_escape(out, text.s, text.n, flame->charset);
	buf_release(&text);
}

static void add_name(const struct flame *flame, struct str name, int columns,
		     struct buf *out)
{
	text_elide_name(out, name.s, name.n, columns, flame->charset);
}

/* Where type arguments or parameters begin; "(*T)" is a receiver. */
static size_t find_arguments(const char *s, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		if (s[i] == '[' || s[i] == '<' ||
		    (s[i] == '(' && s[i - 1] != '.'))
			return i;
	}
	return n;
}

static bool is_boundary(const char *s, size_t at)
{
	return s[at - 1] == '.' || s[at - 1] == '/' ||
	       (s[at - 1] == ':' && s[at] != ':');
}

/* "func1" and as much as fits of what it is in. */
static void add_inner(const struct flame *flame, struct str name, int columns,
		      struct buf *out)
{
	size_t width = text_width(name.s, name.n);
	size_t at = text_skip(name.s, name.n, (int)width - (columns - 1));

	buf_adds(out, text_mark(flame->charset));
	buf_add(out, name.s + at, name.n - at);
}

/*
 * In a narrow box: the longest end of the name that fits and starts behind a
 * '.' or a ':', else as much as fits of the shortest.
 */
static void add_tail(const struct flame *flame, struct str name, int columns,
		     struct buf *out)
{
	struct buf text = BUF_INIT;
	size_t end, last = 0, cut;

	add_name(flame, name, SHORT_OF, &text);
	end = find_arguments(buf_str(&text), text.n);
	for (size_t at = 1; at < end; at++) {
		if (!is_boundary(text.s, at))
			continue;
		last = at;
		if (text_width(text.s + at, end - at) <= (size_t)columns)
			break;
	}
	cut = text_cut(text.s + last, end - last, columns);
	if (cut + 2 < (size_t)columns &&
	    text_is_inner_name(text.s + last, end - last))
		add_inner(flame, (struct str){ text.s, end }, columns, out);
	else
		buf_add(out, text.s + last, cut);
	buf_release(&text);
}

/* A name in a box. */
static void add_short_name(const struct flame *flame, struct str name,
			   int columns, struct buf *out)
{
	struct buf text = BUF_INIT;

	if (columns <= 0)
		return;
	if (columns < SHORT_BELOW)
		add_name(flame, name, SHORT_OF, &text);
	if (columns >= SHORT_BELOW ||
	    text_width(text.s, text.n) <= (size_t)columns)
		add_name(flame, name, columns, out);
	else
		add_tail(flame, name, columns, out);
	buf_release(&text);
}

/* "▒3", as much of it as there is room for. */
static void label_fold(const struct caption *l, struct buf *out)
{
	const struct flame *flame = l->flame;
	struct buf text = BUF_INIT;

	buf_adds(out, flame->charset == TEXT_ASCII ? ":" : "\u2592");
	buf_addf(&text, "%u", l->box->n_hidden[l->lane]);
	if ((int)text.n + 1 <= l->room)
		buf_add(out, text.s, text.n);
	buf_clear(&text);
	buf_adds(&text, " folded ");
	if (flame->is_difference)
		add_value(flame, l->box->values[l->lane], &text);
	else
		number_share(&text, l->box->values[l->lane],
			     flame->columns.totals[l->lane]);
	if ((int)(text_width(out->s, out->n) + text.n) <= l->room)
		buf_add(out, text.s, text.n);
	buf_release(&text);
}

/* The change first: a sign at the least, then its size, then the name. */
static void label_change(const struct caption *l, struct buf *out)
{
	int64_t change = l->box->values[0];
	struct buf text = BUF_INIT;
	int room = l->room;

	add_value(l->flame, change, &text);
	buf_addc(&text, ' ');
	if ((int)text.n + NAME_MIN > room) {
		buf_clear(&text);
		buf_adds(&text, change > 0 ? "+" : change < 0 ? "-" : "");
	}
	buf_add(out, buf_str(&text), text.n);
	if (l->box->spans[0].cols > 1)
		add_short_name(l->flame, l->box->name, room - (int)text.n, out);
	buf_release(&text);
}

/* The columns a name needs before it is worth having a number beside it. */
static int name_width(const struct flame *flame, struct str name)
{
	struct buf text = BUF_INIT;
	int width;

	add_name(flame, name, SHORT_BELOW, &text);
	width = (int)text_width(buf_str(&text), text.n);
	buf_release(&text);
	return width;
}

static void label_frame(const struct caption *l, struct buf *out)
{
	struct buf text = BUF_INIT;
	int room = l->room;

	buf_addc(&text, ' ');
	if (l->box->values[l->lane] < 0)
		buf_addc(&text, '-');
	number_share(&text, l->box->values[l->lane],
			     l->flame->columns.totals[l->lane]);
	if ((int)text.n + name_width(l->flame, l->box->name) <= room)
		room -= (int)text.n;
	else
		buf_clear(&text);
	add_short_name(l->flame, l->box->name, room, out);
	buf_add(out, buf_str(&text), text.n);
	buf_release(&text);
}

/* Which side it is and what is zoomed. */
static void add_zoomed(const struct caption *l, int columns, struct buf *out)
{
	static const char *const sides[] = { "current: ", "base: " };
	const struct flame *flame = l->flame;

	if (flame->n_lanes > 1)
		buf_adds(out, sides[l->lane]);
	if (l->box->is_fold)
		buf_addf(out, "%u folded frames of ", l->box->n_hidden[0]);
	columns -= (int)out->n;
	if (l->box->name.n)
		add_name(flame, l->box->name,
			 columns < NAME_MIN ? NAME_MIN : columns, out);
	else
		buf_adds(out, "all");
}

/* Where there is no room for that: whose graph it is, or nothing. */
static void add_side(const struct caption *l, struct buf *out)
{
	if (l->flame->n_lanes > 1)
		buf_adds(out, l->lane ? "base" : "current");
	else if (l->box->name.n)
		add_short_name(l->flame, l->box->name, NAME_MIN, out);
}

static bool fits(const struct caption *l, const struct buf *name, size_t more)
{
	return (int)(text_width(buf_str(name), name->n) + more) <= l->room;
}

/*
 * What is zoomed says what the numbers are, as far as there is room: of name,
 * size and share the share goes first, then the name, and no number is cut.
 */
static void label_zoomed(const struct caption *l, struct buf *out)
{
	int64_t value = l->box->values[l->lane];
	struct buf size = BUF_INIT, share = BUF_INIT, name = BUF_INIT;

	buf_addc(&size, ' ');
	add_value(l->flame, value, &size);
	buf_addc(&share, ' ');
	number_share(&share, value, l->flame->columns.totals[l->lane]);
	buf_addf(&share, " of %s", l->flame->share);
	if (l->room < (int)(size.n + share.n) + 2 * NAME_MIN)
		buf_clear(&share);
	add_zoomed(l, l->room - (int)(size.n + share.n), &name);
	if (!fits(l, &name, size.n + share.n)) {
		buf_clear(&name);
		add_side(l, &name);
	}
	if (fits(l, &name, size.n + share.n - !name.n)) {
		buf_add(&name, size.s + !name.n, size.n - !name.n);
		buf_add(&name, buf_str(&share), share.n);
	}
	text_elide(out, buf_str(&name), name.n, l->room, l->flame->charset);
	buf_release(&name);
	buf_release(&share);
	buf_release(&size);
}

/* A box of one column has room for a sign only. */
static void label_lane(const struct flame *flame, const struct flame_box *box,
		       int lane, struct buf *out)
{
	int cols = box->spans[lane].cols;
	struct caption l = { flame, box, lane, cols > 1 ? cols - 1 : cols };

	if (cols > NAME_MIN) {
		buf_addc(out, ' ');
		l.room--;
	}
	if (box->parent == FLAME_NONE)
		label_zoomed(&l, out);
	else if (box->is_fold)
		label_fold(&l, out);
	else if (flame->is_difference)
		label_change(&l, out);
	else if (cols > 1)
		label_frame(&l, out);
}

void flame_label(struct flame *flame, struct flame_box *box)
{
	struct buf text = BUF_INIT;

	for (int lane = 0; lane < flame->n_lanes; lane++) {
		if (!box->spans[lane].cols)
			continue;
		buf_clear(&text);
		label_lane(flame, box, lane, &text);
		box->labels[lane].n = text.n;
		box->labels[lane].s = arena_copy(&flame->arena, buf_str(&text),
						 text.n);
	}
	buf_release(&text);
}

static void paint_box(const struct flame *flame, const struct flame_look *look,
		      const struct canvas *canvas, uint32_t number)
{
	const struct flame_box *box = &flame->boxes.at[number];
	struct flame_span at = box->spans[look->lane];
	struct str label = box->labels[look->lane];
	int row = (int)(box->level - look->top);
	uint8_t style = box->style;

	if (!at.cols)
		return;
	if (look->hits && box->name.n && number &&
	    look->hits(look->data, box->name.s, box->name.n))
		style = STYLE_MATCH;
	if (number == look->selected)
		style |= STYLE_PICKED;
	canvas_fill(canvas, (struct span){ row, at.col, at.cols }, style, ' ');
	if (at.cols > 1 || !label.n) {
		canvas_vline(canvas, row, at.col, 1, style);
		at.col++;
		at.cols--;
	}
	canvas_put(canvas, (struct span){ row, at.col, at.cols }, style,
		   label.s, label.n);
}

void flame_paint(const struct flame *flame, const struct flame_look *look,
		 const struct canvas *canvas)
{
	size_t end = look->top + (size_t)(canvas->rows > 0 ? canvas->rows : 0);

	if (end > flame_n_levels(flame))
		end = flame_n_levels(flame);
	if (look->top >= end)
		return;
	for (uint32_t i = flame->levels.at[look->top];
	     i < flame->levels.at[end]; i++)
		paint_box(flame, look, canvas, i);
}

static void add_count(const struct flame *flame, const struct flame_box *box,
		      struct buf *out)
{
	const char *what = flame->is_callers ? "caller" : "callee";

	buf_addf(out, ", %u %s%s", box->n_children, what,
		 box->n_children == 1 ? "" : "s");
	if (box->is_cut)
		buf_adds(out, ", zoom to see more");
}

static void add_sides(const struct flame *flame, const struct flame_box *box,
		      struct buf *out)
{
	int64_t change = lanes_sub(box->values[0], box->values[1]);

	buf_adds(out, "   base ");
	add_value(flame, box->values[1], out);
	buf_adds(out, "   current ");
	add_value(flame, box->values[0], out);
	buf_adds(out, change > 0 ? "   change +" : "   change ");
	add_value(flame, change, out);
	buf_addc(out, ' ');
	number_ratio(out, box->values[0], box->values[1]);
}

/* Of a difference the share of the zoom is that of all that changed in it. */
static void add_shares(const struct flame *flame, const struct flame_box *box,
		       struct buf *out)
{
	const struct flame_box *zoomed = &flame->boxes.at[0];
	bool by_width = flame->is_difference && !flame->is_nothing;
	int shift = zoomed->widths[0] > INT64_MAX;

	buf_addc(out, ' ');
	number_share(out, box->values[0], flame->columns.totals[0]);
	buf_addf(out, " of %s", flame->share);
	if (!zoomed->name.n && !zoomed->is_fold)
		return;
	buf_adds(out, ", ");
	if (by_width)
		number_share(out, (int64_t)(box->widths[0] >> shift),
			     (int64_t)(zoomed->widths[0] >> shift));
	else
		number_share(out, box->values[0], zoomed->values[0]);
	buf_adds(out, " of zoom");
}

/* What a path of callers comes to is what it takes the pivot's cum to. */
static void add_numbers(const struct flame *flame, const struct flame_box *box,
			struct buf *out)
{
	bool is_caller = flame->is_callers && box->parent != FLAME_NONE;

	if (flame->n_lanes > 1) {
		add_sides(flame, box, out);
	} else {
		if (!flame->is_callers && box->name.n && !box->is_fold) {
			buf_adds(out, "   flat ");
			add_value(flame, box->self[0], out);
		}
		buf_adds(out, is_caller ? "   calls it for " : "   cum ");
		add_value(flame, box->values[0], out);
		add_shares(flame, box, out);
	}
	if (!box->is_fold)
		add_count(flame, box, out);
}

static void add_title(const struct flame *flame, uint32_t number, int columns,
		      struct buf *out)
{
	const struct flame_box *box = &flame->boxes.at[number];
	struct str name = box->name;

	if (box->is_fold) {
		uint32_t parent = number ? box->parent : 0;

		buf_addf(out, "%u folded frames of ", box->n_folded ?
			 box->n_folded : box->n_hidden[0]);
		name = flame->boxes.at[parent].name;
		columns -= (int)out->n;
	}
	if (name.n)
		add_name(flame, name, columns > DETAIL_NAME_MIN ? columns :
			 DETAIL_NAME_MIN, out);
	else
		buf_adds(out, "all");
}

void flame_detail(const struct flame *flame, uint32_t box, int columns,
		  struct buf *out)
{
	struct buf title = BUF_INIT, numbers = BUF_INIT;

	add_numbers(flame, &flame->boxes.at[box], &numbers);
	add_title(flame, box, columns - (int)text_width(numbers.s, numbers.n),
		  &title);
	buf_add(&title, numbers.s, numbers.n);
	text_elide(out, title.s, title.n, columns, flame->charset);
	buf_release(&title);
	buf_release(&numbers);
}
