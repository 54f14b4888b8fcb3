#include "config.h"

#include "render/grid.h"

#include "tests/tap.h"

static void check_text(const struct grid *grid, const char *want,
		       const char *what)
{
	struct buf out = BUF_INIT;

	grid_dump(&out, grid);
	is(buf_str(&out), want, "text: %s", what);
	buf_release(&out);
}

static void check_style(const struct grid *grid, const char *want,
			const char *what)
{
	struct buf out = BUF_INIT;

	grid_dump_style(&out, grid);
	is(buf_str(&out), want, "style: %s", what);
	buf_release(&out);
}

/* Every wide character has its half, and no half is without one. */
static bool is_whole(const struct grid *grid)
{
	bool whole = true;

	for (int row = 0; row < grid->rows; row++) {
		int left = 0;

		for (int col = 0; col < grid->cols; col++) {
			int width = grid_at(grid, row, col)->width;

			whole &= (width == 0) == (left == 1);
			left = width ? width - 1 : 0;
		}
		whole &= left == 0;
	}
	return whole;
}

static void test_size(void)
{
	struct grid grid;

	grid_init(&grid, 0, -5, TEXT_UTF8);
	is_int(grid.rows, 1, "a grid has a row at least");
	is_int(grid.cols, 1, "and a column");
	grid_resize(&grid, 32767, 99999999);
	is_int(grid.rows, GRID_ROWS_MAX, "and no more rows than the limit");
	is_int(grid.cols, GRID_COLS_MAX, "and no more columns");
	grid_resize(&grid, 2, 3);
	check_text(&grid, "\n\n", "a new size is blank");
	check_style(&grid, "\n\n", "a new size is plain");
	is_int(grid.cursor_row, -1, "and shows no cursor");
	grid_release(&grid);
}

static void test_put(void)
{
	struct grid grid;
	struct canvas all;
	struct span span = { 0, 2, 4 };

	grid_init(&grid, 3, 10, TEXT_UTF8);
	all = grid_canvas(&grid);
	is_int(canvas_put(&all, span, STYLE_HOT, "abcdef", 6), 4,
	       "text is cut to its span");
	is_int(canvas_put(&all, (struct span){ 1, 0, 9 }, STYLE_DIM, "xy", 2),
	       2, "short text uses what it needs");
	is_int(canvas_text(&all, 2, 8, STYLE_KEY, "keys"), 2,
	       "text is cut at the edge");
	check_text(&grid, "  abcd\nxy\n        ke\n", "three texts");
	check_style(&grid, "..hhhh\ndd\n........KK\n", "three texts");
	canvas_style(&all, (struct span){ 1, 1, 50 },
		     STYLE_FLAME_3 | STYLE_PICKED);
	check_style(&grid, "..hhhh\nd#########\n........KK\n", "picked");
	grid_release(&grid);
}

static void test_outside(void)
{
	static const struct span outside[] = {
		{ -1, 0, 10 }, { 3, 0, 10 }, { 0, 10, 10 }, { 0, -9, 9 },
		{ 1, 2, 0 },   { 1, 2, -7 }, { 1, -3, 2 },
	};
	struct grid grid;
	struct canvas all;

	grid_init(&grid, 3, 10, TEXT_UTF8);
	all = grid_canvas(&grid);
	for (size_t i = 0; i < sizeof(outside) / sizeof(outside[0]); i++) {
		canvas_put(&all, outside[i], STYLE_HOT, "0123456789", 10);
		canvas_right(&all, outside[i], STYLE_HOT, "0123456789", 10);
		canvas_fill(&all, outside[i], STYLE_HOT, '#');
		canvas_style(&all, outside[i], STYLE_HOT);
	}
	check_text(&grid, "\n\n\n", "nothing is painted outside");
	check_style(&grid, "\n\n\n", "nothing is styled outside");
	is_int(canvas_text(&all, 0, -3, STYLE_HOT, "abcdef"), 6,
	       "text from left of the edge counts in full");
	check_text(&grid, "def\n\n\n", "text comes in from the left");
	grid_release(&grid);
}

static void test_wide(void)
{
	struct grid grid;
	struct canvas all;

	grid_init(&grid, 1, 6, TEXT_UTF8);
	all = grid_canvas(&grid);
	is_int(canvas_text(&all, 0, 1, STYLE_HOT, "\u4e2d\u6587\u4e2d"), 5,
	       "a half at the edge is a blank");
	check_text(&grid, " \u4e2d\u6587\n", "wide text to the edge");
	check_style(&grid, ".hhhhh\n", "wide text to the edge");
	ok(is_whole(&grid), "nothing is cut in halves at the edge");
	canvas_text(&all, 0, 2, STYLE_PLAIN, "xx");
	check_text(&grid, "  xx\n", "what stays of wide ones is blank");
	ok(is_whole(&grid), "nothing is cut in halves in the middle");
	grid_clear(&grid);
	canvas_text(&all, 0, 0, STYLE_PLAIN, "\u4e2d\u6587\u4e2d");
	canvas_text(&all, 0, 2, STYLE_PLAIN, "\u6587");
	canvas_text(&all, 0, 0, STYLE_PLAIN, "ab");
	check_text(&grid, "ab\u6587\u4e2d\n", "neighbours are left alone");
	grid_clear(&grid);
	canvas_text(&all, 0, -1, STYLE_HOT, "\u4e2dx");
	check_text(&grid, " x\n", "a half left of the edge is a blank");
	check_style(&grid, "hh\n", "a half left of the edge is a blank");
	canvas_text(&all, 0, 5, STYLE_PLAIN, "\u4e2d");
	ok(is_whole(&grid), "no wide character in one column");
	grid_release(&grid);
}

static void test_marks(void)
{
	struct grid grid;
	struct canvas all;

	grid_init(&grid, 1, 4, TEXT_UTF8);
	all = grid_canvas(&grid);
	is_int(canvas_text(&all, 0, 0, STYLE_PLAIN, "e\u0301x"), 2,
	       "a mark takes no column");
	check_text(&grid, "e\u0301x\n", "a mark");
	canvas_text(&all, 0, 0, STYLE_PLAIN, "ab\x1b\n\u202e");
	check_text(&grid, "ab??\n", "what is not printable is not painted");
	grid_release(&grid);
}

static void test_right(void)
{
	struct grid grid;
	struct canvas all;

	grid_init(&grid, 3, 8, TEXT_UTF8);
	all = grid_canvas(&grid);
	is_int(canvas_right(&all, (struct span){ 0, 1, 6 }, STYLE_HOT, "12",
			    2), 2, "right-aligned");
	canvas_right(&all, (struct span){ 1, 1, 3 }, STYLE_HOT, "12345", 5);
	canvas_right(&all, (struct span){ 2, 0, 8 }, STYLE_HOT, "\u4e2d", 3);
	check_text(&grid, "     12\n 123\n      \u4e2d\n", "right-aligned");
	grid_release(&grid);
}

static void test_escape(void)
{
	static const char text[] = "a\033[31mb\tc";
	struct grid grid;
	struct canvas all;

	grid_init(&grid, 4, 12, TEXT_ASCII);
	all = grid_canvas(&grid);
	is_int(canvas_escape(&all, (struct span){ 0, 0, 7 }, STYLE_HOT, text,
			     sizeof(text) - 1), 7, "what is too long");
	is_int(canvas_escape(&all, canvas_rest(&all, 1, 2), STYLE_DIM,
			     "\n\xff", 2), 6, "what fits");
	is_int(canvas_escape_right(&all, (struct span){ 2, 1, 8 }, STYLE_KEY,
				   "x\r", 2), 3, "at the right");
	is_int(canvas_escape_right(&all, (struct span){ 3, 1, 4 }, STYLE_KEY,
				   text, sizeof(text) - 1), 4,
	       "too long at the right");
	is_int(canvas_escape(&all, (struct span){ 3, 8, -3 }, STYLE_HOT, "a",
			     1), 0, "no columns");
	check_text(&grid, "a\\x1b[~\n  \\n\\xff\n      x\\r\n a\\x~\n",
		   "escaped and cut");
	check_style(&grid, "hhhhhhh\n..dddddd\n......KKK\n.KKKK\n",
		    "escaped and cut");
	grid_release(&grid);
}

static void test_rules(void)
{
	struct grid grid;
	struct canvas all;

	grid_init(&grid, 3, 4, TEXT_UTF8);
	all = grid_canvas(&grid);
	canvas_hline(&all, canvas_rest(&all, 1, 1), STYLE_RULE);
	canvas_vline(&all, -1, 0, 99, STYLE_RULE);
	check_text(&grid, "\u2502\n\u2502\u2500\u2500\u2500\n\u2502\n",
		   "rules");
	check_style(&grid, "r\nrrrr\nr\n", "rules");
	grid.charset = TEXT_ASCII;
	canvas_hline(&all, canvas_rest(&all, 1, 1), STYLE_RULE);
	canvas_vline(&all, 0, 0, 2, STYLE_RULE);
	check_text(&grid, "|\n|---\n\u2502\n", "rules in ASCII");
	grid_release(&grid);
}

static void test_canvas(void)
{
	struct grid grid;
	struct canvas all, part, inner, none;

	grid_init(&grid, 4, 10, TEXT_UTF8);
	all = grid_canvas(&grid);
	part = canvas_part(&all, 1, 2, 2, 5);
	canvas_text(&part, 0, 0, STYLE_HOT, "abcdefghijk");
	canvas_text(&part, 1, -1, STYLE_HOT, "ABC");
	canvas_text(&part, 2, 0, STYLE_HOT, "below");
	canvas_text(&part, -1, 0, STYLE_HOT, "above");
	check_text(&grid, "\n  abcde\n  BC\n\n", "a part keeps to itself");
	inner = canvas_part(&part, 1, 3, 9, 9);
	is_int(inner.rows * 10 + inner.cols, 12, "a part of a part is inside");
	canvas_text(&inner, 0, 0, STYLE_HOT, "xyz");
	check_text(&grid, "\n  abcde\n  BC xy\n\n", "a part of a part");
	none = canvas_part(&part, 5, 5, 3, 3);
	is_int(none.rows + none.cols, 0, "a part outside is empty");
	canvas_fill(&none, canvas_rest(&none, 0, 0), STYLE_HOT, '!');
	canvas_cursor(&part, 1, 2);
	is_int(grid.cursor_row * 10 + grid.cursor_col, 24, "the cursor");
	canvas_cursor(&part, 2, 2);
	is_int(grid.cursor_row, -1, "no cursor outside");
	grid_release(&grid);
}

/* Paints at random and looks whether wide characters stay whole. */
static void test_random(void)
{
	static const char *const texts[] = {
		"\u4e2d", "a\u4e2d", "\u4e2d\u6587b", "abc", "", "\u0301",
	};
	struct grid grid;
	struct canvas all, part;
	unsigned seed = 7;
	bool whole = true;

	grid_init(&grid, 2, 9, TEXT_UTF8);
	all = grid_canvas(&grid);
	part = canvas_part(&all, 0, 3, 2, 4);
	for (int i = 0; i < 20000; i++) {
		struct span span;
		const char *s;

		seed = seed * 1103515245 + 12345;
		span.row = (int)(seed >> 8 & 1);
		span.col = (int)(seed >> 10 & 15) - 4;
		span.cols = (int)(seed >> 16 & 7);
		s = texts[(seed >> 20) % (sizeof(texts) / sizeof(texts[0]))];
		if (seed >> 28 == 3)
			canvas_fill(&part, span, STYLE_HOT, '#');
		else
			canvas_put(seed >> 31 ? &all : &part, span, STYLE_HOT,
				   s, strlen(s));
		whole &= is_whole(&grid);
	}
	ok(whole, "wide characters stay whole whatever is painted");
	grid_release(&grid);
}

static void test_letters(void)
{
	struct grid grid;
	struct buf out = BUF_INIT;
	bool unique = true;

	grid_init(&grid, 1, STYLE_N, TEXT_UTF8);
	for (int i = 0; i < STYLE_N; i++)
		grid_at(&grid, 0, i)->style = (uint8_t)i;
	grid_dump_style(&out, &grid);
	for (int i = 0; i < STYLE_N; i++)
		for (int k = 0; k < i; k++)
			unique &= out.s[i] != out.s[k];
	is_int(out.n, STYLE_N + 1, "every role has a letter");
	ok(unique, "and no two have the same");
	is_int(STYLE_FLAME_7 - STYLE_FLAME_0 + 1, STYLE_FLAMES,
	       "the hues of the flame graph follow each other");
	buf_release(&out);
	grid_release(&grid);
}

int main(void)
{
	test_size();
	test_put();
	test_outside();
	test_wide();
	test_marks();
	test_right();
	test_escape();
	test_rules();
	test_canvas();
	test_random();
	test_letters();
	return tap_done();
}
