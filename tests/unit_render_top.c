/*
 * render/top: what cells say, that no number is cut, which columns there are
 * room for, marks of heat and of inlining, bars, scrolling.
 */
#include "config.h"

#include "render/top.h"

#include <stdlib.h>

#include "tests/tap.h"

#define MB(n) ((int64_t)((n) * (1 << 20)))
#define NAME(name) { name, sizeof(name) - 1 }

static const enum column_id single[] = {
	COLUMN_FLAT, COLUMN_FLAT_SHARE, COLUMN_SUM_SHARE, COLUMN_CUM,
	COLUMN_CUM_SHARE,
};
static const enum column_id both[] = {
	COLUMN_BASE, COLUMN_CURRENT, COLUMN_CHANGE, COLUMN_RATIO,
};
static const struct columns megabytes = {
	.from = "bytes", .unit = "MB", .totals = { MB(1000), MB(1000) },
};

static struct grid grid;
static struct list list;
static struct buf text;

static struct top_table table_of(const struct columns *columns,
				 const struct column_row *rows, size_t n)
{
	struct top_table table = {
		.columns = columns, .rows = rows, .ids = single, .n_ids = 5,
		.sorted = COLUMN_FLAT, .bar_max = MB(1000), .has_focus = true,
	};

	list = (struct list){ .n = n };
	top_table_widths(&table, n);
	return table;
}

static void paint(const struct top_table *table, int rows, int cols)
{
	struct canvas canvas;

	grid_release(&grid);
	grid_init(&grid, rows, cols, TEXT_UTF8);
	canvas = grid_canvas(&grid);
	top_table_paint(table, &list, &canvas);
	buf_clear(&text);
	grid_dump(&text, &grid);
}

static const struct column_row functions[] = {
	{ .name = NAME("main.work"), .flat = { MB(500) }, .cum = { MB(1000) },
	  .running = MB(500) },
	{ .name = NAME("main.small"), .flat = { MB(4) }, .cum = { MB(6) },
	  .running = MB(504), .mark = INLINE_ALWAYS },
	{ .name = NAME("main.tiny"), .flat = { 512 }, .cum = { 512 },
	  .running = MB(504) + 512, .mark = INLINE_SOMETIMES },
	{ .name = NAME("main.main"), .cum = { MB(1000) },
	  .running = MB(504) + 512 },
};

static void test_cells(void)
{
	struct top_table table = table_of(&megabytes, functions, 4);

	paint(&table, 5, 75);
	is(buf_str(&text),
	   "  flat    flat%   sum%    cum     cum%  name\n"
	   "▌500MB   50.00% 50.00% 1000MB     100%  main.work\n"
	   "   4MB     0.4% 50.40%    6MB     0.6%  main.small (inline)\n"
	   "  512B 4.9e-05% 50.40%   512B 4.9e-05%  main.tiny (partial-inline)\n"
	   "                50.40% 1000MB     100%  main.main\n",
	   "zeroes are blank, what is too small has its own unit");
	paint(&table, 5, 80);
	ok(strstr(buf_str(&text), "main.work                         ███\n"),
	   "a bar beside the names, of half the largest value");
}

/* A longest text is neither that of the largest nor of the smallest. */
static void test_widths(void)
{
	static const struct column_row rows[] = {
		{ .name = NAME("a"), .flat = { MB(1000) },
		  .cum = { MB(1000) }, .running = MB(1000) },
		{ .name = NAME("b"), .flat = { MB(999.99) },
		  .cum = { -MB(999.99) }, .running = MB(1000) },
		{ .name = NAME("c"), .flat = { MB(0.046) },
		  .cum = { MB(0.046) }, .running = MB(1000) },
		{ .name = NAME("d"), .flat = { MB(0.01) },
		  .cum = { MB(0.01) }, .running = MB(1000) },
	};
	struct top_table table = table_of(&megabytes, rows, 4);

	paint(&table, 5, 70);
	is(buf_str(&text),
	   "     flat   flat%   sum%       cum    cum%  name\n"
	   "▌  1000MB    100%   100%    1000MB    100%  a\n"
	   "▌999.99MB    100%   100% -999.99MB    100%  b\n"
	   "   0.05MB 0.0046%   100%    0.05MB 0.0046%  c\n"
	   "   0.01MB  0.001%   100%    0.01MB  0.001%  d\n",
	   "columns are as wide as what is seen");
}

static void test_unit(void)
{
	static const struct columns columns = {
		.from = "\033[2J", .unit = "\033[2J", .totals = { 10, 10 },
	};
	static const struct columns endless = {
		.from = "a unit that nobody measures in",
		.unit = "a unit that nobody measures in",
		.totals = { 10, 10 },
	};
	static const struct column_row rows[] = {
		{ .name = NAME("f"), .flat = { 10 }, .cum = { 10 },
		  .running = 10 },
	};
	struct top_table table = table_of(&columns, rows, 1);

	paint(&table, 2, 70);
	is(buf_str(&text),
	   "      flat  flat%   sum%       cum   cum%  name\n"
	   "▌10\\x1b[2J   100%   100% 10\\x1b[2J   100%  f\n",
	   "a unit is escaped, and its column as wide as that");
	table = table_of(&endless, rows, 1);
	paint(&table, 2, 80);
	ok(strstr(buf_str(&text), "▌10a unit that nobody me… "),
	   "the number is seen where its unit is too long");
}

static void test_both(void)
{
	static const struct column_row rows[] = {
		{ .name = NAME("grown"), .flat = { MB(30), MB(10) } },
		{ .name = NAME("new"), .flat = { MB(10), 0 } },
		{ .name = NAME("gone"), .flat = { 0, MB(5) } },
		{ .name = NAME("same"), .flat = { MB(2), MB(2) } },
	};
	struct top_table table = table_of(&megabytes, rows, 4);

	table.ids = both;
	table.n_ids = 4;
	table.sorted = COLUMN_CHANGE;
	top_table_widths(&table, 4);
	paint(&table, 5, 60);
	is(buf_str(&text),
	   " base current change ratio  name\n"
	   "▎10MB    30MB  +20MB 3.00x  grown\n"
	   "▎        10MB  +10MB   new  new\n"
	   "▎ 5MB           -5MB  gone  gone\n"
	   "  2MB     2MB        1.00x  same\n",
	   "both sides, what changed, and by how much");
}

static void test_scrolling(void)
{
	struct top_table table = table_of(&megabytes, functions, 4);

	list_last(&list);
	paint(&table, 3, 60);
	ok(strstr(buf_str(&text), "main.tiny") &&
	   strstr(buf_str(&text), "main.main") &&
	   !strstr(buf_str(&text), "main.small"), "the cursor is in sight");
	paint(&table, 2, 60);
	ok(!strstr(buf_str(&text), "main.tiny") &&
	   strstr(buf_str(&text), "main.main"), "one row is the cursor's");
	table.scroll = 5;
	paint(&table, 3, 60);
	ok(strstr(buf_str(&text), "  …iny\n") &&
	   strstr(buf_str(&text), "  …ain\n"), "names scroll");
}

int main(void)
{
	test_cells();
	test_widths();
	test_unit();
	test_both();
	test_scrolling();
	grid_release(&grid);
	buf_release(&text);
	return tap_done();
}
