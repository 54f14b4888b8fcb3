/*
 * Columns made of tabs.  The longer texts were put through Go's
 * text/tabwriter.
 */
#include "config.h"

#include <string.h>

#include "render/tabs.h"
#include "tests/tap.h"

static struct mem mem;

static const struct {
	const char *name, *text, *want;
} cases[] = {
	{ "nothing", "", "" },
	{ "no tabs", "a\nbc\n\nd", "a\nbc\n\nd" },
	{ "what is behind the last tab is in no column",
	  "a\tb\nccc\td\n", "   ab\n cccd\n" },
	{ "a column ends where a line has none",
	  "a\tb\nccc\td\n\nee\tf\n", "   ab\n cccd\n\n eef\n" },
	{ "the next one of fewer lines",
	  "key:\t T\n \t10:\t x\n \t5:\t y\n\n",
	  " key: T\n      10: x\n       5: y\n\n" },
	{ "an inner column is one for each run of lines",
	  "a\tbb\tc\nd\te\nf\tg\th\n", " a bbc\n de\n f gh\n" },
	{ "empty cells have a width", "\t\tx\naa\tb\ty\n",
	  "     x\n aa by\n" },
	{ "characters are counted, not bytes", "\xe6\xbc\xa2\tx\nab\ty\n",
	  "  \xe6\xbc\xa2x\n aby\n" },
	{ "a byte that is no character is one", "\x9b\xe6\tx\nabc\ty\n",
	  "  \x9b\xe6x\n abcy\n" },
	{ "a vertical tab is a tab", "a\vb\nccc\td\n", "   ab\n cccd\n" },
	{ "a form feed ends the columns", "a\tb\fccc\td\n", " ab\n cccd\n" },
	{ "between quotes all is text, and those have no width",
	  "\xff" "a\t\n" "\xff\tb\nccccc\td\n",
	  "   \xff" "a\t\n" "\xff" "b\n cccccd\n" },
	{ "an open quote ends with the text", "a\t\xff\tb\nccc\td\n",
	  " a\xff\tb\nccc\td\n" },
	{ "no newline at the end", "a\tb\nccc\td", "   ab\n cccd" },
	{ "nor anything behind a tab", "a\tb\nccc\t", " ab\nccc" },
};

static void print(struct buf *out, const char *text)
{
	struct tabs tabs;

	tabs_init(&tabs, &mem, (struct str){ text, strlen(text) });
	for (size_t i = 0; i < tabs.rows.n; i++)
		tabs_print(&tabs, i, out);
	tabs_release(&tabs);
}

int main(void)
{
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		buf_clear(&out);
		buf_adds(&out, "");
		print(&out, cases[i].text);
		is(buf_str(&out), cases[i].want, "%s", cases[i].name);
	}
	buf_release(&out);
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
