#include "config.h"

#include "render/list.h"

#include <limits.h>

#include "tests/tap.h"

static void test_empty(void)
{
	struct list list = { 0, 0, 0 };

	list_move(&list, 1);
	list_page(&list, 10, 1);
	list_half(&list, 10, -1);
	list_last(&list);
	list_seek(&list, 7);
	list_show(&list, 10);
	list_centre(&list, 10);
	is_int(list.cursor, 0, "the cursor of an empty list is 0");
	is_int(list.top, 0, "the top of an empty list is 0");
}

static void test_one(void)
{
	struct list list = { 0, 0, 1 };

	list_move(&list, 1);
	is_int(list.cursor, 0, "one row: down stays");
	list_move(&list, -1);
	is_int(list.cursor, 0, "one row: up stays");
	list_page(&list, 1, 1);
	list_show(&list, 1);
	is_int(list.top, 0, "one row: the top stays");
}

static void test_move(void)
{
	struct list list = { 0, 0, 100 };

	list_move(&list, 3);
	is_int(list.cursor, 3, "down by three");
	list_move(&list, -2);
	is_int(list.cursor, 1, "up by two");
	list_move(&list, -2);
	is_int(list.cursor, 0, "up stops at the first");
	list_move(&list, LONG_MAX);
	is_int(list.cursor, 99, "down stops at the last");
	list_move(&list, LONG_MIN);
	is_int(list.cursor, 0, "up by the most stops at the first");
	list_last(&list);
	is_int(list.cursor, 99, "the last row");
	list_first(&list);
	is_int(list.cursor, 0, "the first row");
	list_seek(&list, 42);
	is_int(list.cursor, 42, "seek to a row");
	list_seek(&list, 100);
	is_int(list.cursor, 99, "seek past the end is the last");
}

static void test_show(void)
{
	struct list list = { 0, 0, 100 };

	list_seek(&list, 9);
	list_show(&list, 10);
	is_int(list.top, 0, "the last row seen does not scroll");
	list_move(&list, 1);
	list_show(&list, 10);
	is_int(list.top, 1, "one below scrolls by one");
	list_seek(&list, 0);
	list_show(&list, 10);
	is_int(list.top, 0, "one above scrolls up");
	list_last(&list);
	list_show(&list, 10);
	is_int(list.top, 90, "the end fills the screen");
	list_show(&list, 20);
	is_int(list.top, 80, "a higher screen leaves no blank rows");
	list_show(&list, 200);
	is_int(list.top, 0, "a screen higher than the list starts at 0");
	list_show(&list, 1);
	is_int(list.top, 99, "height 1 shows the cursor");
	list_show(&list, 0);
	is_int(list.top, 99, "height 0 does as 1");
	list_show(&list, -5);
	is_int(list.top, 99, "a negative height does as 1");
}

static void test_centre(void)
{
	struct list list = { 50, 0, 100 };

	list_centre(&list, 11);
	is_int(list.top, 45, "the cursor in the middle of 11 rows");
	list_seek(&list, 2);
	list_centre(&list, 11);
	is_int(list.top, 0, "near the start it is above the middle");
	list_last(&list);
	list_centre(&list, 11);
	is_int(list.top, 89, "near the end it is below the middle");
}

static void test_rewind(void)
{
	struct list list = { 9, 9, 100 };

	list_rewind(&list, 9);
	is_int(list.top, 9, "a row below the first screen is not left");
	list_rewind(&list, 0);
	is_int(list.top, 9, "nor is anything with no height");
	list_rewind(&list, 10);
	is_int(list.top, 0, "the last row of it goes there");
	is_int(list.cursor, 9, "and stays the one");
}

static void test_page(void)
{
	struct list list = { 4, 0, 100 };

	list_page(&list, 10, 1);
	is_int(list.cursor, 13, "a page down is a row less than the height");
	is_int(list.top, 9, "and scrolls by as much");
	list_page(&list, 10, -1);
	is_int(list.cursor, 4, "a page up goes back");
	is_int(list.top, 0, "and scrolls back");
	list_page(&list, 10, 1000);
	is_int(list.cursor, 99, "pages stop at the last row");
	is_int(list.top, 90, "with the screen full");
	list_page(&list, 1, -1);
	is_int(list.cursor, 98, "a page of one row moves by one");
	list_half(&list, 10, -1);
	is_int(list.cursor, 93, "half a page");
	list_half(&list, 1, -1);
	is_int(list.cursor, 92, "half a page is at least a row");
	list.top = 99;
	list_page(&list, 10, -1);
	is_int(list.top, 81, "a top too low counts from where it may be");
}

static void test_resize(void)
{
	struct list list = { 99, 90, 100 };

	list_resize(&list, 50);
	is_int(list.cursor, 49, "fewer rows: the last takes the cursor");
	is_int(list.top, 49, "and the top comes inside");
	list_show(&list, 10);
	is_int(list.top, 40, "and is shown with the screen full");
	list_resize(&list, 0);
	is_int(list.cursor + list.top, 0, "no rows");
	list_resize(&list, 5);
	is_int(list.cursor + list.top, 0, "rows again: at the first");
	is_int(list.n, 5, "and there are five");
}

int main(void)
{
	test_empty();
	test_one();
	test_move();
	test_show();
	test_centre();
	test_rewind();
	test_page();
	test_resize();
	return tap_done();
}
