/*
 * tui/page: lines made of what is written in pieces, tabs, what may not be
 * printed, and the limits; tui/pager: where one is in them.
 */
#include "config.h"

#include "tui/page.h"

#include "tests/tap.h"
#include "tui/pager.h"

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
		      "a       b|        |1234567 8|\xc3\xa9       x|");
		check("line ends of CSV", "a,b\r\n\r\nc\rd\r\n", piece,
		      "a,b||c\\rd|");
		check("what is not text", "a\x1b[1m\xff\n", piece,
		      "a\\x1b[1m\\xff|");
	}
	check("nothing", "", 1, "");
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
	test_long_line();
	test_full();
	test_full_of_bytes();
	test_pager();
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
