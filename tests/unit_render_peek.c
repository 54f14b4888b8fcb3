/*
 * render/peek: which row is what, the columns of each mode at each width, the
 * marks of heat, names that do not fit, scrolling.
 */
#include "config.h"

#include "render/peek.h"

#include <stdlib.h>

#include "tests/tap.h"

#define EDGE(name, ...) { { name, sizeof(name) - 1 }, __VA_ARGS__ }
#define MB(n) ((int64_t)(n) << 20)

static struct peek_edge callers[] = {
	EDGE("server.(*Server).order", { { MB(48), MB(12) } }, 1, false),
	EDGE("server.(*Server).list", { { MB(16), MB(16) } }, 2, false),
};
static struct peek_edge callees[] = {
	EDGE("bytes.Clone", { { MB(40), 0 } }, 3, true),
	EDGE("sync.(*Mutex).Lock", { { 1024, MB(4) } }, 4, false),
	EDGE("gone", { { 0, MB(1) } }, 5, false),
};
static const struct peek whole = {
	.name = { "cache.(*Store).Put", 18 },
	.flat = { { MB(24), MB(23) } }, .cum = { { MB(64), MB(28) } },
	.callers = { callers, 2 }, .callees = { callees, 3 },
};
static const struct peek alone = {
	.name = { "main.main", 9 }, .flat = { { MB(1), 0 } },
	.cum = { { MB(1), 0 } },
};
static const struct columns columns = {
	.from = "bytes", .unit = "MB", .totals = { MB(1000), MB(1000) },
};

static struct grid grid;
static struct list list;

static const char *dump(void)
{
	static struct buf text;

	buf_clear(&text);
	grid_dump(&text, &grid);
	return buf_str(&text);
}

static const char *dump_style(void)
{
	static struct buf text;

	buf_clear(&text);
	grid_dump_style(&text, &grid);
	return buf_str(&text);
}

static struct peek_table table_of(const struct peek *peek,
				  enum compare compare)
{
	struct peek_table table = {
		.peek = peek, .columns = &columns, .compare = compare,
		.has_focus = true,
	};

	peek_table_measure(&table);
	list_resize(&list, peek_table_rows(peek));
	return table;
}

static void paint(const struct peek_table *table, int rows, int cols,
		  enum text_charset charset)
{
	struct canvas canvas;

	grid_release(&grid);
	grid_init(&grid, rows, cols, charset);
	canvas = grid_canvas(&grid);
	peek_table_paint(table, &list, &canvas);
}

static void test_rows(void)
{
	is_int(peek_table_rows(&whole), 6, "callers, function, callees");
	is_int(peek_table_centre(&whole), 2, "the function is in the middle");
	is(peek_table_row(&whole, 0).name.s, "server.(*Server).list",
	   "the lightest caller comes first");
	is(peek_table_row(&whole, 1).name.s, "server.(*Server).order",
	   "the heaviest caller is next to the function");
	is_int(peek_table_row(&whole, 1).kind, PEEK_CALLER, "is a caller");
	is(peek_table_row(&whole, 2).name.s, "cache.(*Store).Put",
	   "then the function");
	is_int(peek_table_row(&whole, 2).weight.v[0], MB(64), "with its cum");
	is_int(peek_table_row(&whole, 2).kind, PEEK_CENTRE, "is the centre");
	is(peek_table_row(&whole, 3).name.s, "bytes.Clone",
	   "then the heaviest callee");
	ok(peek_table_row(&whole, 3).is_inline, "which is inlined");
	is_int(peek_table_row(&whole, 5).kind, PEEK_CALLEE, "a callee last");
	is_int(peek_table_rows(&alone), 3, "empty sides have a row each");
	is_int(peek_table_centre(&alone), 1, "the function between them");
	is_int(peek_table_row(&alone, 0).kind, PEEK_ROOT, "no caller: a root");
	is_int(peek_table_row(&alone, 2).kind, PEEK_LEAF, "no callee: a leaf");
}

static void test_single(void)
{
	struct peek_table table = table_of(&whole, COMPARE_CURRENT);

	list_seek(&list, 2);
	paint(&table, 8, 70, TEXT_UTF8);
	is(dump(),
	   " weight  of cum  callers, function, callees\n"
	   "▎  16MB  25.00%  server.(*Server).list                          █▌\n"
	   "▎  48MB  75.00%  server.(*Server).order                         ████▌\n"
	   "▌  64MB    100%    cache.(*Store).Put  flat 24MB                ██████\n"
	   "▎  40MB  62.50%      bytes.Clone (inline)                       ███▊\n"
	   "    1kB 0.0015%      sync.(*Mutex).Lock                         ▏\n"
	   "                     gone\n"
	   "\n",
	   "one profile");
	is(dump_style(),
	   "HHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHH\n"
	   "w...............................................................bb\n"
	   "w...............................................................bbbbb\n"
	   "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX\n"
	   "w...............................iiiiiiiii.......................bbbb\n"
	   "....ddd.........................................................b\n"
	   "\n"
	   "\n",
	   "one profile, its styles");
	paint(&table, 8, 70, TEXT_ASCII);
	is(dump(),
	   " weight  of cum  callers, function, callees\n"
	   "|  16MB  25.00%  server.(*Server).list                          #\n"
	   "|  48MB  75.00%  server.(*Server).order                         ####\n"
	   "#  64MB    100%    cache.(*Store).Put  flat 24MB                ######\n"
	   "|  40MB  62.50%      bytes.Clone (inline)                       ###\n"
	   "    1kB 0.0015%      sync.(*Mutex).Lock\n"
	   "                     gone\n"
	   "\n",
	   "one profile in ASCII");
	paint(&table, 8, 30, TEXT_UTF8);
	is(dump(),
	   " weight  of cum  callers\n"
	   "▎  16MB  25.00%  serv…er).list\n"
	   "▎  48MB  75.00%  serv…r).order\n"
	   "▌  64MB    100%   cac…ore).Put\n"
	   "▎  40MB  62.50%    bytes.Clone\n"
	   "    1kB 0.0015%    syn…x).Lock\n"
	   "                   gone\n"
	   "\n",
	   "in a narrow pane");
}

static void test_difference(void)
{
	static struct peek_edge some[] = {
		EDGE("grown", { { MB(20), 0 } }, 1, false),
		EDGE("shrunk", { { -MB(30), 0 } }, 2, false),
	};
	struct peek peek = {
		.name = { "f", 1 }, .cum = { { -MB(10), 0 } },
		.callers = { some, 2 },
	};
	struct peek_table table = table_of(&peek, COMPARE_DIFFERENCE);

	list_seek(&list, 2);
	paint(&table, 6, 70, TEXT_UTF8);
	is(dump(),
	   " weight  of cum  callers, function, callees\n"
	   "▎ -30MB 300.00%  shrunk                                         ------\n"
	   "▎ +20MB 200.00%  grown                                          ++++\n"
	   "▎ -10MB    100%    f  flat 0                                    --\n"
	   "                     (leaf)\n"
	   "\n",
	   "a difference has signs");
	is(dump_style(),
	   "HHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHH\n"
	   "w.-----.-------.................................................------\n"
	   "w.+++++.+++++++.................................................++++\n"
	   "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX\n"
	   ".....................dddddd\n"
	   "\n",
	   "and says them in style");
}

static void test_both(void)
{
	struct peek_table table = table_of(&whole, COMPARE_BOTH);

	list_seek(&list, 2);
	paint(&table, 8, 80, TEXT_UTF8);
	is(dump(),
	   " base current change ratio  callers, function, callees\n"
	   "▎16MB    16MB        1.00x  server.(*Server).list\n"
	   "▎12MB    48MB  +36MB 4.00x  server.(*Server).order                        +++++\n"
	   "▌28MB    64MB  +36MB 2.29x    cache.(*Store).Put  flat 23MB | 24MB        +++++\n"
	   "▎        40MB  +40MB   new      bytes.Clone (inline)                      ++++++\n"
	   "  4MB     1kB   -4MB   ~0x      sync.(*Mutex).Lock                        -\n"
	   "  1MB           -1MB  gone      gone                                      -\n"
	   "\n",
	   "side by side");
	paint(&table, 8, 50, TEXT_UTF8);
	is(dump(),
	   " change ratio  callers, function, callees\n"
	   "▎       1.00x  server.(*Server).list\n"
	   "▎ +36MB 4.00x  server.(*Server).order\n"
	   "▌ +36MB 2.29x    cache.(*Store).Put\n"
	   "▎ +40MB   new      bytes.Clone (inline)\n"
	   "   -4MB   ~0x      sync.(*Mutex).Lock\n"
	   "   -1MB  gone      gone\n"
	   "\n",
	   "narrower: change and ratio");
	paint(&table, 8, 30, TEXT_UTF8);
	is(dump(),
	   " change  callers\n"
	   "▎        server.(*Server).list\n"
	   "▎ +36MB  …(*Server).order\n"
	   "▌ +36MB   cache.(*Store).Put\n"
	   "▎ +40MB    bytes.Clone\n"
	   "   -4MB    sync.(*Mutex).Lock\n"
	   "   -1MB    gone\n"
	   "\n",
	   "narrow: the change");
}

static bool is_clone(void *data, const char *s, size_t n)
{
	++*(int *)data;
	return n == 11 && !memcmp(s, "bytes.Clone", n);
}

static void test_places(void)
{
	struct peek_table table = table_of(&whole, COMPARE_CURRENT);
	int asked = 0;

	table.has_focus = false;
	table.hits = is_clone;
	table.data = &asked;
	list_seek(&list, 4);
	paint(&table, 4, 46, TEXT_UTF8);
	is_int(list.top, 2, "scrolls until the cursor is seen");
	is(dump_style(),
	   "HHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHH\n"
	   "h..................TTTTTTTTTTTTTTTTTT\n"
	   "w....................MMMMMMMMMMMiiiiiiiii\n"
	   "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n",
	   "what is searched for stands out");
	ok(asked > 0, "hits are asked for");
	table.scroll = 3;
	list_seek(&list, 0);
	paint(&table, 3, 40, TEXT_UTF8);
	is(dump(),
	   " weight  of cum  callers\n"
	   "▎  16MB  25.00%  …er.(*Server).list\n"
	   "▎  48MB  75.00%  …er.(*Server).order\n",
	   "names scroll");
	paint(&table, 1, 1, TEXT_UTF8);
	paint(&table, 2, 3, TEXT_ASCII);
	ok(true, "hardly any room is room enough");
}

static void test_hostile(void)
{
	static struct peek_edge edge[] = {
		EDGE("a\033[2Jb\xff", { { 1, 0 } }, 1, true),
		EDGE("", { { INT64_MIN, 0 } }, 2, true),
	};
	struct columns odd = { .from = "\033]0;x\a", .unit = "minimum" };
	struct peek peek = {
		.name = { "", 0 }, .cum = { { INT64_MIN, 0 } },
		.callees = { edge, 2 },
	};
	struct peek_table table = table_of(&peek, COMPARE_DIFFERENCE);

	table.columns = &odd;
	peek_table_measure(&table);
	paint(&table, 6, 76, TEXT_UTF8);
	ok(!strchr(dump(), '\033'), "no control gets through");
	ok(strstr(dump(), "a\\x1b[2Jb\\xff") != NULL, "they are written out");
}

int main(void)
{
	test_rows();
	test_single();
	test_difference();
	test_both();
	test_places();
	test_hostile();
	grid_release(&grid);
	return tap_done();
}
