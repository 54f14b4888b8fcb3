/*
 * render/source: rows as text and as styles, the columns that fit, tabs and
 * names that attack, and every size down to nothing.
 */
#include "config.h"

#include "render/source.h"

#include "tests/tap.h"

#define KB(n) ((int64_t)(n) * 1024)

static const struct columns columns = {
	.from = "bytes", .unit = "kB", .totals = { KB(100), KB(50) },
};

static struct source_table table_of(bool is_both, bool by_cum)
{
	return (struct source_table){
		.columns = &columns, .is_both = is_both, .by_cum = by_cum,
		.weight = KB(100), .has_focus = true,
	};
}

static struct source_row row_of(int64_t line, int64_t flat, int64_t cum,
				const char *text)
{
	return (struct source_row){
		.kind = SOURCE_LINE, .line = line,
		.flat = { { flat, 0 } }, .cum = { { cum, 0 } },
		.text = { text, strlen(text) },
	};
}

/* The rows below the titles as text and, if wanted, as styles. */
static void check_rows(const struct source_table *table,
		       const struct source_row *rows, int n, int cols,
		       const char *text, const char *style, const char *what)
{
	struct buf out = BUF_INIT;
	struct canvas canvas;
	struct grid grid;

	grid_init(&grid, n + 1, cols, table->charset);
	canvas = grid_canvas(&grid);
	source_paint_titles(table, (struct str){ "a/b.go", 6 }, &canvas);
	for (int i = 0; i < n; i++)
		source_paint_row(table, &rows[i], i + 1, false, &canvas);
	grid_dump(&out, &grid);
	is(buf_str(&out), text, "text: %s", what);
	buf_clear(&out);
	grid_dump_style(&out, &grid);
	if (style)
		is(buf_str(&out), style, "style: %s", what);
	buf_release(&out);
	grid_release(&grid);
}

static void widen_all(struct source_table *table, const struct source_row *rows,
		      int n)
{
	source_table_start(table, 99);
	for (int i = 0; i < n; i++)
		source_table_widen(table, &rows[i]);
}

static void test_single(void)
{
	struct source_table table = table_of(false, false);
	struct source_row rows[] = {
		row_of(41, 0, 0, "func f() {"),
		row_of(42, 0, KB(30), "\tg()"),
		row_of(43, KB(60), KB(60), "\tx = y"),
		row_of(44, KB(8), KB(8), "\tz"),
		row_of(45, 1, 1, "}"),
	};

	rows[1].has_inlined = true;
	rows[2].is_inlined = rows[2].has_inlined = true;
	rows[4].is_outside = true;
	widen_all(&table, rows, 5);
	check_rows(&table, rows, 5, 60,
		   "      flat       cum          a/b.go\n"
		   "                         41 │ func f() {\n"
		   "                30kB  >  42 │         g()\n"
		   "      60kB      60kB ▌i  43 │         x = y\n"
		   "       8kB       8kB ▌   44 │         z\n"
		   "        1B        1B ▌   45 │ }\n",
		   "HHHHHHKKKKHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHH"
		   "\n"
		   ".........................nn.r.tttttttttt\n"
		   "......................i..nn.r.ttttttttttt\n"
		   "......hhhh...........hi..nn.r.ttttttttttttt\n"
		   ".......www...........w...nn.r.ttttttttt\n"
		   "........dd........dd.c...nn.r.d\n", "one profile");
	table.by_cum = true;
	check_rows(&table, &rows[1], 1, 60,
		   "      flat       cum          a/b.go\n"
		   "                30kB ▌>  42 │         g()\n",
		   NULL, "ranked by cum, cum has the bar");
	table.by_cum = false;
	check_rows(&table, &rows[2], 1, 45,
		   "      flat          a/b.go\n"
		   "      60kB ▌i  43 │         x = y\n",
		   NULL, "a narrow screen has room for one column");
	table.by_cum = true;
	check_rows(&table, &rows[2], 1, 45,
		   "       cum          a/b.go\n"
		   "      60kB ▌i  43 │         x = y\n",
		   NULL, "which is the one lines are ranked by");
	check_rows(&table, &rows[2], 1, 120,
		   "      flat    flat%       cum     cum%          a/b.go\n"
		   "      60kB   60.00%      60kB   60.00% ▌i  43 │         "
		   "x = y\n",
		   NULL, "a wide one has shares");
}

static void test_change(void)
{
	struct source_table table = table_of(false, false);
	struct source_row rows[] = {
		row_of(1, KB(1), KB(-2), ""), row_of(2, KB(-3), 0, ""),
	};

	table.is_change = true;
	widen_all(&table, rows, 2);
	check_rows(&table, rows, 2, 60,
		   "      flat       cum          a/b.go\n"
		   "      +1kB      -2kB ▌    1 │\n"
		   "      -3kB           ▌    2 │\n",
		   "HHHHHHKKKKHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHH"
		   "\n"
		   "......++++......----.+....n.r\n"
		   "......----...........-....n.r\n", "changes have signs");
}

static void test_both(void)
{
	struct source_table table = table_of(true, false);
	struct source_row row = row_of(7, KB(30), KB(30), "x");

	row.flat.v[1] = KB(10);
	widen_all(&table, &row, 1);
	check_rows(&table, &row, 1, 80,
		   "      base   current    change ratio          a/b.go\n"
		   "      10kB      30kB     +20kB 3.00x ▌    7 │ x\n",
		   NULL, "side by side");
	check_rows(&table, &row, 1, 62,
		   "      base   current    change          a/b.go\n"
		   "      10kB      30kB     +20kB ▌    7 │ x\n",
		   NULL, "the ratio goes first");
	check_rows(&table, &row, 1, 55,
		   "   current    change          a/b.go\n"
		   "      30kB     +20kB ▌    7 │ x\n", NULL, "then the base");
	check_rows(&table, &row, 1, 30,
		   "    change          a/b.go\n"
		   "     +20kB ▌    7 │ x\n", NULL, "the change stays");
	table.is_share_change = true;
	check_rows(&table, &row, 1, 80,
		   "      base   current    change    share          a/b.go\n"
		   "      10kB      30kB     +20kB +10.00pp ▌    7 │ x\n",
		   NULL, "with changes of the share");
	table.is_share_change = false;
	table.by_cum = true;
	check_rows(&table, &row, 1, 80,
		   "  cum base cum current cum change ratio          a/b.go\n"
		   "                  30kB      +30kB   new ▌    7 │ x\n",
		   NULL, "by cum, nothing before is new");
}

static void test_kinds(void)
{
	struct source_table table = table_of(false, false);
	struct source_row rows[] = {
		row_of(0, KB(1), KB(1), ""), row_of(12345678, 0, 0, "far"),
		row_of(3, 0, 0, "cache/x.go"), row_of(3, 0, 0, "Looked for:"),
		row_of(3, 0, 0, "/a/b"), row_of(0, KB(2), KB(2), ""),
	};

	rows[2].kind = SOURCE_HEADING;
	rows[3].kind = SOURCE_REMARK;
	rows[4].kind = SOURCE_PATH;
	rows[5].kind = SOURCE_ADDRESS;
	rows[5].address = 0xdeadbeefcafe;
	widen_all(&table, rows, 6);
	check_rows(&table, rows, 6, 64,
		   "      flat       cum                  a/b.go\n"
		   "       1kB       1kB ▌            ? │\n"
		   "                           12345678 │ far\n"
		   " cache/x.go\n"
		   " Looked for:\n"
		   "   /a/b\n"
		   "       2kB       2kB ▌ deadbeefcafe │\n",
		   NULL, "rows of each kind");
	table.charset = TEXT_ASCII;
	rows[0].text = (struct str){ "\xe2\x82\xac", 3 };
	check_rows(&table, rows, 1, 64,
		   "      flat       cum                  a/b.go\n"
		   "       1kB       1kB #            ? | \\u{20ac}\n",
		   NULL, "without UTF-8");
}

static bool has_x(void *data, const char *s, size_t n)
{
	(void)data;
	return n && memchr(s, 'x', n);
}

static void test_cursor(void)
{
	struct source_table table = table_of(false, false);
	struct source_row row = row_of(1, KB(1), KB(1), "x");
	struct buf out = BUF_INIT;
	struct canvas canvas;
	struct grid grid;

	widen_all(&table, &row, 1);
	table.hits = has_x;
	grid_init(&grid, 3, 34, TEXT_UTF8);
	canvas = grid_canvas(&grid);
	source_paint_row(&table, &row, 0, true, &canvas);
	table.has_focus = false;
	source_paint_row(&table, &row, 1, true, &canvas);
	source_paint_row(&table, &row, 2, false, &canvas);
	grid_dump_style(&out, &grid);
	is(buf_str(&out), "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX\n"
			  "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n"
			  ".......ccc.c....n.r.M\n",
	   "the cursor is all of its row; a hit stands out elsewhere");
	buf_release(&out);
	grid_release(&grid);
}

static void check_text(const char *s, size_t n, const char *want,
		       const char *what)
{
	struct buf out = BUF_INIT;

	text_expand(&out, s, n, 0, TEXT_UTF8);
	is(buf_str(&out), want, "%s", what);
	buf_release(&out);
}

static void test_text(void)
{
	check_text("", 0, "", "an empty line");
	check_text("\t", 1, "        ", "a tab is eight columns");
	check_text("ab\tc", 4, "ab      c", "or what is left of them");
	check_text("12345678\tc", 10, "12345678        c", "or eight more");
	check_text("\xe6\xbc\xa2\tc", 5, "\xe6\xbc\xa2      c",
		   "a wide character is two columns");
	check_text("\x1b\tc", 3, "\\x1b    c", "what is escaped is counted");
	check_text("a\0b\tc", 5, "a\\0b    c", "so is a NUL");
	check_text("a\t\tb", 4, "a               b", "two tabs");
}

static void test_scroll(void)
{
	struct source_table table = table_of(false, false);
	struct source_row row = row_of(1, 0, 0, "0123456789abcdefghijklmnop");

	widen_all(&table, &row, 1);
	table.scroll = 8;
	check_rows(&table, &row, 1, 36,
		   "      flat          a/b.go\n"
		   "                1 │ …9abcdefghijklm…\n",
		   NULL, "text scrolls, numbers stay");
	is_int(source_table_room(&table, 36), 16, "the room for it is known");
	is_int(source_table_room(&table, 5), 0, "and never below nothing");
}

/* Units out of a file are not trusted either, and are cut, not the number. */
static void test_unit(void)
{
	struct columns odd = {
		.from = "nano\x1b[2Jseconds and more", .unit = "auto",
	};
	struct source_table table = table_of(false, false);
	struct source_row row = row_of(1, 1234567, 0, "x");

	odd.unit = odd.from;
	table.columns = &odd;
	widen_all(&table, &row, 1);
	check_rows(&table, &row, 1, 70,
		   "                     flat       cum          a/b.go\n"
		   " 1234567nano\\x1b[2Jsecon…           ▌    1 │ x\n",
		   NULL, "a unit that is no unit");
}

static void test_sizes(void)
{
	struct source_row rows[5];
	bool is_whole = true;

	for (int i = 0; i < 5; i++) {
		rows[i] = row_of(INT64_MAX, INT64_MIN, INT64_MAX,
				 "\t\xe6\xbc\xa2\xe6\xbc\xa2");
		rows[i].kind = (enum source_kind)i;
		rows[i].flat.v[1] = INT64_MAX;
	}
	for (int cols = 1; cols < 100; cols++) {
		struct source_table table = table_of(cols % 2, cols % 3);
		struct canvas canvas;
		struct grid grid;

		widen_all(&table, rows, 5);
		table.scroll = cols % 5;
		grid_init(&grid, 1 + cols % 4, cols, TEXT_UTF8);
		canvas = grid_canvas(&grid);
		source_paint_titles(&table, rows[0].text, &canvas);
		for (int y = 0; y < 6; y++)
			source_paint_row(&table, &rows[y % 5], y, y == 1,
					 &canvas);
		for (int i = 0; i < cols; i++)
			is_whole &= grid_at(&grid, 0, i)->width <= 2;
		grid_release(&grid);
	}
	ok(is_whole, "every width is painted within its cells");
}

int main(void)
{
	test_single();
	test_change();
	test_both();
	test_kinds();
	test_cursor();
	test_text();
	test_scroll();
	test_unit();
	test_sizes();
	return tap_done();
}
