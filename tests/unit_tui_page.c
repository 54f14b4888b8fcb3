/*
 * tui/page: lines made of what is written in pieces, tabs, what may not be
 * printed, names, and the limits; tui/pager: where one is in them;
 * tui/report_line: what of a line is seen on a row.
 */
#include "config.h"

#include "tui/page.h"

#include <stdlib.h>
#include <time.h>

#include "tests/tap.h"
#include "tui/cursor.h"
#include "tui/pager.h"
#include "tui/report_line.h"

static struct mem mem;

static void check(const char *name, const char *text, size_t piece,
		  const char *want)
{
	struct buf got = BUF_INIT;
	struct page page;
	size_t n = strlen(text);

	page_init(&page, &mem, TEXT_UTF8);
	for (size_t at = 0; at < n; at += piece)
		page_add(&page, text + at, n - at < piece ? n - at : piece);
	page_end(&page);
	for (size_t i = 0; i < page_lines(&page); i++) {
		struct str line = page_line(&page, i);

		buf_add(&got, line.s, line.n);
		buf_addc(&got, '|');
	}
	is(buf_str(&got), want, "%s, %zu bytes at a time", name, piece);
	buf_release(&got);
	page_release(&page);
}

static void test_lines(void)
{
	for (size_t piece = 1; piece < 6; piece++) {
		check("lines", "ab\ncd\n", piece, "ab|cd|");
		check("empty lines", "\n\nab\n\n", piece, "||ab||");
		check("a line without an end", "ab\ncd", piece, "ab|cd|");
		check("tabs", "a\tb\n\t\n1234567\t8\n\xc3\xa9\tx\n", piece,
		      "a       b||1234567 8|\xc3\xa9       x|");
		check("line ends of CSV", "a,b\r\n\r\nc\rd\r\n", piece,
		      "a,b||c\\rd|");
		check("blanks at the end", "a b  \n   \n", piece, "a b||");
		check("marks of nobody's", "a\x1e" "b\x1e\n", piece,
		      "a\\x1eb\\x1e|");
		check("what is not text", "a\x1b[1m\xff\n", piece,
		      "a\\x1b[1m\\xff|");
	}
	check("nothing", "", 1, "");
}

/* To measure the whole line at each tab takes minutes. */
static void test_tabs(void)
{
	enum { LINES = 100 };
	char *line = malloc(PAGE_LINE_MAX);
	clock_t start = clock();
	struct page page;
	double seconds;

	memset(line, '\t', PAGE_LINE_MAX);
	memcpy(line + PAGE_LINE_MAX - 2, "x\n", 2);
	page_init(&page, &mem, TEXT_UTF8);
	for (int i = 0; i < LINES; i++)
		page_add(&page, line, PAGE_LINE_MAX);
	seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	is_int((int)page_lines(&page), LINES, "lines of %d tabs",
	       PAGE_LINE_MAX - 2);
	is_int((int)page_line(&page, 0).n, 8 * (PAGE_LINE_MAX - 2) + 1,
	       "are expanded");
	ok(seconds < 10, "in %.2f seconds", seconds);
	page_release(&page);
	free(line);
}

static struct page marked_page(const char *text)
{
	struct page page;

	page_init(&page, &mem, TEXT_UTF8);
	page.takes_marks = true;
	page_add(&page, text, strlen(text));
	page_end(&page);
	return page;
}

/* The name of a line, in brackets. */
static const char *named(const char *line)
{
	static struct buf out;
	struct page page = marked_page(line);
	struct str s = page_line(&page, 0);
	struct page_name name = page_name(&page, 0);

	buf_clear(&out);
	buf_add(&out, s.s, name.from);
	buf_addc(&out, '[');
	buf_add(&out, s.s + name.from, name.to - name.from);
	buf_addc(&out, ']');
	buf_add(&out, s.s + name.to, s.n - name.to);
	page_release(&page);
	return buf_str(&out);
}

static void test_names(void)
{
	is(named("1kB \x1emain.f\x1e (inline)\n"), "1kB [main.f] (inline)",
	   "a name between marks");
	is(named("a\t\x1e\xff\x1e\tb"), "a       [\\xff]    b",
	   "counted as it is printed");
	is(named("a \x1e" "b"), "a [b]", "one that has no end");
	is(named("a\x1e   \x1e"), "[]a", "one of blanks is none");
	is(named("a\x1e\x1e"), "a[]", "an empty one");
	is(named("plain"), "[]plain", "none");
}

/* The row of a line. */
static const char *row_of(const struct page *page, int scroll,
			  const char *pattern, int cols)
{
	static struct buf out;
	struct search search = { .pattern = NULL };
	struct grid grid;
	struct canvas canvas;
	struct err err;

	search_set(&search, pattern, &err, NULL);
	grid_init(&grid, 1, cols, TEXT_UTF8);
	canvas = grid_canvas(&grid);
	report_line_paint(page, 0, scroll, &search, &canvas);
	buf_clear(&out);
	grid_dump(&out, &grid);
	out.n--;
	if (*pattern) {
		buf_addc(&out, '\n');
		grid_dump_style(&out, &grid);
		out.n--;
	}
	buf_addc(&out, '|');
	grid_release(&grid);
	search_clear(&search);
	return buf_str(&out);
}

static void test_rows(void)
{
	struct page page = marked_page("12.5MB \x1e" "encoding/json.(*Decoder)."
				       "Decode\x1e (inline)\n");
	struct page plain = marked_page("0123456789abcdefghij\n");
	struct page wide = marked_page("\u4e2dxe\u0301x\u4e2d\u4e2dxx\n");
	struct page small = marked_page("1kB \x1e" "f\x1e (inline)\n");

	is(row_of(&page, 0, "", 60),
	   "12.5MB encoding/json.(*Decoder).Decode (inline)|",
	   "there is room for all");
	is(row_of(&page, 0, "", 36), "12.5MB …(*Decoder).Decode"
	   " (inline)|", "or less of the name");
	is(row_of(&page, 8, "", 36), "12.5MB …json.(*Decoder).De…"
	   " (inline)|", "which scrolls, and nothing else");
	is(row_of(&page, 0, "Decode", 60),
	   "12.5MB encoding/json.(*Decoder).Decode (inline)\n"
	   ".......................MMMMMM...MMMMMM|", "hits are marked");
	is(row_of(&page, 0, "ncodin", 36), "12.5MB …(*Decoder).Decode"
	   " (inline)\n.......MMMMMMMMMMMMMMMMMM|",
	   "one that is not seen is the name");
	is(row_of(&page, 0, "", 20), "12.5MB json…).Decode|",
	   "what is behind it goes before the name");
	is(row_of(&small, 0, "", 15), "1kB f (inline)|",
	   "but not where there is room for both");
	is(row_of(&page, 0, "", 18), "12.5MB encoding/j…|",
	   "too little room for a name");
	is(row_of(&page, 8, "", 18), "…coding/json.(*De…|",
	   "all of it scrolls then");
	is(row_of(&plain, 4, "", 12), "…56789abcde…|", "a line without");
	is(row_of(&plain, 4, "", 30), "…56789abcdefghij|", "scrolls");
	is(row_of(&wide, 0, "x", 20), "\u4e2dxe\u0301x\u4e2d\u4e2dxx\n"
	   "..M.M....MM|", "columns before hits are those of all characters");
	plain.longest_name = 1;
	is(row_of(&plain, 4, "", 30), "0123456789abcdefghij|",
	   "but not beside names when it fits");
	page_release(&page);
	page_release(&plain);
	page_release(&wide);
	page_release(&small);
}

/* Whatever the room: what stands around a name stays, and nothing runs over. */
static void test_every_width(void)
{
	struct page page = marked_page("12.5MB \x1e" "encoding/json.(*Decoder)."
				       "Decode\x1e (inline)\n");
	bool keeps = true;

	for (int cols = 7 + 12 + 9; cols < 60; cols++) {
		for (int scroll = 0; scroll < 40; scroll += 3) {
			const char *row = row_of(&page, scroll, "", cols);
			int width = (int)text_width(row, strlen(row)) - 1;

			keeps = keeps && width <= cols &&
				!strncmp(row, "12.5MB ", 7) &&
				strstr(row, " (inline)|");
		}
	}
	ok(keeps, "the numbers and the mark are seen at every width");
	is_int(report_line_most(&page, 30), 31 - 8, "its end stays in sight");
	page_release(&page);
}

static void test_reveal(void)
{
	struct page page = marked_page("12.5MB \x1e" "encoding/json.(*Decoder)."
				       "Decode\x1e\n"
				       "0123456789abcdefghij0123456789\n");
	int scroll = 8;

	report_line_reveal(&page, 0, 20, 25, 36, &scroll);
	is_int(scroll, 0, "a name is seen as it is");
	report_line_reveal(&page, 1, 2, 4, 12, &scroll);
	is_int(scroll, 0, "what is in sight does not scroll");
	report_line_reveal(&page, 1, 20, 22, 12, &scroll);
	is_int(scroll, 14, "what is not gets to the middle");
	report_line_reveal(&page, 1, 18, 20, 12, &scroll);
	is_int(scroll, 14, "what is in sight by then stays there");
	page_release(&page);
}

static void test_long_line(void)
{
	struct buf text = BUF_INIT;
	struct page page;
	struct str line;

	buf_pad(&text, 'x', 3 * PAGE_LINE_MAX);
	buf_adds(&text, "\nshort\n");
	page_init(&page, &mem, TEXT_ASCII);
	ok(page_add(&page, text.s, text.n), "a long line is taken");
	is_int(page_lines(&page), 2, "and what follows");
	line = page_line(&page, 0);
	is_int(line.n, PAGE_LINE_MAX + 1, "cut, with a mark");
	ok(line.s[line.n - 1] == '~', "at its end");
	is_int(page.longest, PAGE_LINE_MAX + 1, "the longest is known");
	page_release(&page);
	buf_release(&text);
}

static void test_full(void)
{
	struct page page;
	size_t taken = 0;

	page_init(&page, &mem, TEXT_UTF8);
	while (taken < 2 * PAGE_LINES_MAX && page_add(&page, "a\nb\n", 4))
		taken += 2;
	is_int(taken, PAGE_LINES_MAX, "so many lines are taken");
	ok(page.is_full, "then it is full");
	ok(!page_add(&page, "c", 1), "and takes no more");
	page_end(&page);
	is_int(page_lines(&page), PAGE_LINES_MAX, "none is added");
	page_note(&page, "more\t\x1b");
	is_int(page_lines(&page), PAGE_LINES_MAX + 1, "but for a note");
	is_int(page_line(&page, PAGE_LINES_MAX).n, 12, "made printable");
	page_release(&page);
}

static void test_full_of_bytes(void)
{
	struct buf line = BUF_INIT;
	struct page page;

	buf_pad(&line, 'x', 1000);
	buf_addc(&line, '\n');
	page_init(&page, &mem, TEXT_UTF8);
	while (page_add(&page, line.s, line.n))
		;
	is_int(page_lines(&page), PAGE_BYTES_MAX / 1000,
	       "bytes have a limit, too");
	page_release(&page);
	buf_release(&line);
}

static void act(struct pager *pager, enum action action, size_t want)
{
	ok(pager_act(pager, action, 100), "%s", action_name(action));
	is_int(pager->top, want, "... goes to %zu", want);
}

/* A list and a text of the same height go equally far for each action. */
static void test_moves(void)
{
	bool is_same = true;
	int n_moves = 0;

	for (int i = 0; i < ACTION_COUNT; i++) {
		enum action action = (enum action)i;

		n_moves += cursor_rows(10, action) != 0;
		for (int height = 1; height < 30; height++) {
			struct pager pager = { .n = 0 };
			struct list list = { .n = 1000, .cursor = 500 };
			int rows = cursor_rows(height, action);

			pager_reset(&pager, 2000);
			pager_show(&pager, height);
			pager.top = 500;
			cursor_act(&list, height, action);
			pager_act(&pager, action, 0);
			if (rows == CURSOR_END || rows == -CURSOR_END)
				is_same = is_same && list.cursor ==
					  (rows < 0 ? 0u : 999u);
			else
				is_same = is_same &&
					  list.cursor == pager.top &&
					  (int)list.cursor == 500 + rows;
		}
	}
	is_int(n_moves, 8, "moves");
	ok(is_same, "go as far in a list as in a text");
}

static void test_pager(void)
{
	struct pager pager = { .n = 0 };
	struct buf text = BUF_INIT;

	pager_reset(&pager, 50);
	pager_show(&pager, 10);
	act(&pager, ACTION_UP, 0);
	act(&pager, ACTION_DOWN, 1);
	act(&pager, ACTION_PAGE_DOWN, 10);
	act(&pager, ACTION_HALF_PAGE_UP, 5);
	act(&pager, ACTION_LAST, 40);
	act(&pager, ACTION_PAGE_DOWN, 40);
	pager_status(&pager, &text);
	is(buf_str(&text), "41-50/50", "the status says what is seen");
	act(&pager, ACTION_FIRST, 0);
	pager_seek(&pager, 9);
	is_int(pager.top, 0, "a line that is seen does not scroll");
	pager_seek(&pager, 30);
	is_int(pager.top, 25, "another is put in the middle");
	is_int(pager.hit, 30, "and searching goes on from it");
	pager_show(&pager, 10);
	is_int(pager.hit, 30, "painting does not forget it");
	act(&pager, ACTION_DOWN, 26);
	is_int(pager.hit, 26, "scrolling does");
	ok(pager_act(&pager, ACTION_RIGHT, 100), "right");
	is_int(pager.scroll, 8, "... eight columns");
	ok(!pager_act(&pager, ACTION_ENTER, 100), "enter is no move");
	pager_resize(&pager, 5);
	is_int(pager.top, 0, "fewer lines are seen from the first");
	pager_show(&pager, 10);
	buf_clear(&text);
	pager_reset(&pager, 0);
	pager_status(&pager, &text);
	is(buf_str(&text), "0-0/0", "no lines");
	buf_release(&text);
}

int main(void)
{
	test_lines();
	test_tabs();
	test_names();
	test_rows();
	test_every_width();
	test_reveal();
	test_long_line();
	test_full();
	test_full_of_bytes();
	test_moves();
	test_pager();
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
