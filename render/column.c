#include "config.h"

#include "render/column.h"

#include <string.h>

#include "render/number.h"
#include "render/report.h"

void columns_value(const struct columns *c, int64_t value, const char *unit,
		   struct buf *out)
{
	number_value(out, lanes_scale(value, c->ratio), c->from, unit);
}

static void print_value(const struct columns *c, int64_t value,
			struct buf *out)
{
	columns_value(c, value, c->unit, out);
}

static void print_flat(const struct columns *c, const struct column_row *row,
		       struct buf *out)
{
	print_value(c, row->flat[0], out);
}

static void print_flat_share(const struct columns *c,
			     const struct column_row *row, struct buf *out)
{
	number_percent(out, row->flat[0], c->totals[0]);
}

static void print_sum_share(const struct columns *c,
			    const struct column_row *row, struct buf *out)
{
	number_percent(out, row->running, c->totals[0]);
}

static void print_cum(const struct columns *c, const struct column_row *row,
		      struct buf *out)
{
	print_value(c, row->cum[0], out);
}

static void print_cum_share(const struct columns *c,
			    const struct column_row *row, struct buf *out)
{
	number_percent(out, row->cum[0], c->totals[0]);
}

static void print_base(const struct columns *c, const struct column_row *row,
		       struct buf *out)
{
	print_value(c, row->flat[1], out);
}

static void print_cum_base(const struct columns *c,
			   const struct column_row *row, struct buf *out)
{
	print_value(c, row->cum[1], out);
}

static void print_change(const struct columns *c, int64_t change,
			 struct buf *out)
{
	number_sign(out, change);
	print_value(c, change, out);
}

static int64_t flat_change(const struct column_row *row)
{
	return lanes_sub(row->flat[0], row->flat[1]);
}

static int64_t cum_change(const struct column_row *row)
{
	return lanes_sub(row->cum[0], row->cum[1]);
}

static void print_flat_change(const struct columns *c,
			      const struct column_row *row, struct buf *out)
{
	print_change(c, flat_change(row), out);
}

static void print_cum_change(const struct columns *c,
			     const struct column_row *row, struct buf *out)
{
	print_change(c, cum_change(row), out);
}

static void print_ratio(const struct columns *c, const struct column_row *row,
			struct buf *out)
{
	(void)c;
	number_ratio(out, row->flat[0], row->flat[1]);
}

static void print_cum_ratio(const struct columns *c,
			    const struct column_row *row, struct buf *out)
{
	(void)c;
	number_ratio(out, row->cum[0], row->cum[1]);
}

static double share_of(int64_t value, int64_t total)
{
	return total ? (double)value / (double)total * 100 : 0;
}

/*
 * In points of per cent: the share of the current total minus the base's.
 * Nothing for what is on neither side.
 */
static void print_points(const struct columns *c, const int64_t v[2],
			 struct buf *out)
{
	if (!v[0] && !v[1])
		return;
	buf_addf(out, "%+.2fpp", share_of(v[0], c->totals[0]) -
				 share_of(v[1], c->totals[1]));
}

static void print_share_change(const struct columns *c,
			       const struct column_row *row, struct buf *out)
{
	print_points(c, row->flat, out);
}

static void print_cum_share_change(const struct columns *c,
				   const struct column_row *row,
				   struct buf *out)
{
	print_points(c, row->cum, out);
}

static void print_name(const struct columns *c, const struct column_row *row,
		       struct buf *out)
{
	(void)c;
	buf_add(out, row->name.s, row->name.n);
}

static int64_t flat_key(const struct column_row *row)
{
	return row->flat[0];
}

static int64_t cum_key(const struct column_row *row)
{
	return row->cum[0];
}

static int64_t sum_key(const struct column_row *row)
{
	return row->running;
}

static int64_t base_key(const struct column_row *row)
{
	return row->flat[1];
}

static int64_t cum_base_key(const struct column_row *row)
{
	return row->cum[1];
}

struct column_row column_row(const struct top *top, size_t i, int64_t *running)
{
	uint32_t node = top->order.at[i];
	const struct graph_value *flat = &top->graph.flat[node];
	const struct graph_value *cum = &top->graph.cum[node];
	bool is_mean = top->lanes->is_mean;
	int64_t shown = top_flat(top, node);

	*running = lanes_add(*running, shown);
	return (struct column_row){
		.name = top->lens->nodes.at.at[node].name,
		.flat = { shown, is_mean ? 0 : flat->v[1] },
		.cum = { top_cum(top, node), is_mean ? 0 : cum->v[1] },
		.running = *running,
		.mark = (enum inline_mark)top->inlines[node],
		.node = node,
	};
}

int column_order(const struct column *column, const struct column_row *a,
		 const struct column_row *b)
{
	int64_t x, y;

	if (!column->key)
		return 0;
	x = lanes_abs(column->key(a));
	y = lanes_abs(column->key(b));
	return (x < y) - (x > y);
}

const char *column_inline_mark(enum inline_mark mark)
{
	static const char *const marks[] = {
		[INLINE_NEVER] = "",
		[INLINE_ALWAYS] = " (inline)",
		[INLINE_SOMETIMES] = " (partial-inline)",
	};

	return marks[mark];
}

/* What the reference prints, in its order; the name follows two blanks. */
static const enum column_id report_columns[] = {
	COLUMN_FLAT, COLUMN_FLAT_SHARE, COLUMN_SUM_SHARE, COLUMN_CUM,
	COLUMN_CUM_SHARE,
};

void columns_print_titles(struct buf *out)
{
	for (size_t i = 0; i < ARRAY_SIZE(report_columns); i++) {
		const struct column *column = &column_table[report_columns[i]];
		struct str title = { column->title, strlen(column->title) };

		buf_adds(out, i ? " " : "");
		report_pad(out, title, (size_t)column->width);
	}
	buf_addc(out, '\n');
}

void columns_print_row(const struct columns *c, const struct column_row *row,
		       struct buf *out)
{
	struct buf cell = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(report_columns); i++) {
		const struct column *column = &column_table[report_columns[i]];

		buf_clear(&cell);
		column->print(c, row, &cell);
		buf_adds(out, i ? " " : "");
		report_pad(out, (struct str){ buf_str(&cell), cell.n },
			   (size_t)column->width);
	}
	buf_adds(out, "  ");
	buf_release(&cell);
}

/* A value, a share of the total, a change. */
#define VALUE(name, title, width, print, key) \
	{ name, title, width, print, key, key, false, false }
#define SHARE(name, title, width, print, key) \
	{ name, title, width, print, key, NULL, false, true }
#define CHANGE(name, title, width, print, key) \
	{ name, title, width, print, key, key, true, false }

const struct column column_table[COLUMNS] = {
	[COLUMN_FLAT] = VALUE("flat", "flat", 10, print_flat, flat_key),
	[COLUMN_FLAT_SHARE] = SHARE("flat%", "flat%", 6, print_flat_share,
				    flat_key),
	[COLUMN_SUM_SHARE] = SHARE("sum%", "sum%", 6, print_sum_share,
				   sum_key),
	[COLUMN_CUM] = VALUE("cum", "cum", 10, print_cum, cum_key),
	[COLUMN_CUM_SHARE] = SHARE("cum%", "cum%", 6, print_cum_share,
				   cum_key),
	[COLUMN_BASE] = VALUE("base", "base", 10, print_base, base_key),
	[COLUMN_CURRENT] = VALUE("current", "current", 10, print_flat,
				 flat_key),
	[COLUMN_CHANGE] = CHANGE("change", "change", 11, print_flat_change,
				 flat_change),
	[COLUMN_RATIO] = { "ratio", "ratio", 7, print_ratio, flat_change,
			   NULL, true, false },
	[COLUMN_SHARE_CHANGE] = { "share-change", "share", 9,
				  print_share_change, flat_change, NULL, true,
				  false },
	[COLUMN_CUM_BASE] = VALUE("cum-base", "cum base", 10, print_cum_base,
				  cum_base_key),
	[COLUMN_CUM_CURRENT] = VALUE("cum-current", "cum current", 11,
				     print_cum, cum_key),
	[COLUMN_CUM_CHANGE] = CHANGE("cum-change", "cum change", 11,
				     print_cum_change, cum_change),
	[COLUMN_CUM_RATIO] = { "cum-ratio", "ratio", 7, print_cum_ratio,
			       cum_change, NULL, true, false },
	[COLUMN_CUM_SHARE_CHANGE] = { "cum-share-change", "share", 9,
				      print_cum_share_change, cum_change,
				      NULL, true, false },
	[COLUMN_VALUE] = VALUE("value", "value", 10, print_flat, flat_key),
	[COLUMN_VALUE_SHARE] = SHARE("share", "share", 6, print_flat_share,
				     flat_key),
	[COLUMN_NAME] = { .name = "name", .title = "name",
			  .print = print_name },
};
