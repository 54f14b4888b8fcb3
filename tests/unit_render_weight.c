/*
 * render/weight: values in the unit of a column and in their own, heat, marks
 * and bars in both charsets.
 */
#include "config.h"

#include "render/weight.h"

#include <limits.h>

#include "tests/tap.h"

static const struct columns megabytes = {
	.from = "bytes", .unit = "MB", .totals = { 1000 << 20, 0 },
};

static void check_value(int64_t value, const char *want, bool is_own)
{
	struct buf out = BUF_INIT;
	bool got;

	buf_adds(&out, "|");
	got = weight_value(&megabytes, value, &out);
	is(buf_str(&out) + 1, want, "%lld bytes", (long long)value);
	is_int(got, is_own, is_own ? "in their own unit" : "in MB or nothing");
	buf_release(&out);
}

static void check_amount(int64_t value, bool is_change, const char *want)
{
	struct buf out = BUF_INIT;

	weight_amount(&megabytes, value, is_change, &out);
	is(buf_str(&out), want, "an amount: %s", want);
	buf_release(&out);
}

static void test_values(void)
{
	check_value(0, "", false);
	check_value(3 << 20, "3MB", false);
	check_value(-(3 << 20), "-3MB", false);
	check_value(512, "512B", true);
	check_value(-512, "-512B", true);
	check_amount(0, false, "0");
	check_amount(0, true, "0");
	check_amount(3 << 20, false, "3MB");
	check_amount(3 << 20, true, "+3MB");
	check_amount(-512, true, "-512B");
}

static void test_heat(void)
{
	static const struct {
		int64_t value, total;
		enum weight_scale scale;
		int want;
	} cases[] = {
		{ 50, 1000, WEIGHT_OF_PROFILE, STYLE_HOT },
		{ 49, 1000, WEIGHT_OF_PROFILE, STYLE_WARM },
		{ -5, 1000, WEIGHT_OF_PROFILE, STYLE_WARM },
		{ 4, 1000, WEIGHT_OF_PROFILE, STYLE_COOL },
		{ 1, 0, WEIGHT_OF_PROFILE, STYLE_COOL },
		{ 20, 100, WEIGHT_OF_LISTING, STYLE_HOT },
		{ 19, 100, WEIGHT_OF_LISTING, STYLE_WARM },
		{ -5, 100, WEIGHT_OF_LISTING, STYLE_WARM },
		{ 4, 100, WEIGHT_OF_LISTING, STYLE_COOL },
		{ 1, 0, WEIGHT_OF_LISTING, STYLE_COOL },
		{ INT64_MIN, INT64_MAX, WEIGHT_OF_LISTING, STYLE_HOT },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		is_int(weight_heat(cases[i].value, cases[i].total,
				   cases[i].scale), cases[i].want,
		       "heat of %lld in %lld", (long long)cases[i].value,
		       (long long)cases[i].total);
}

/* A row of ten columns, without blanks at its end. */
static const char *painted(enum text_charset charset, bool is_mark,
			   int64_t value, bool is_signed)
{
	static struct buf out;
	struct grid grid;
	struct canvas canvas;

	grid_init(&grid, 1, 10, charset);
	canvas = grid_canvas(&grid);
	if (is_mark)
		weight_mark(&canvas, 0, weight_heat(value, 1000,
						    WEIGHT_OF_PROFILE), 0);
	else
		weight_bar(&canvas, (struct span){ 0, 0, 10 }, value, 1000,
			   is_signed, false);
	buf_clear(&out);
	grid_dump(&out, &grid);
	grid_release(&grid);
	return buf_str(&out);
}

static void test_marks(void)
{
	is(painted(TEXT_UTF8, true, 50, false), "\u258c\n", "hot");
	is(painted(TEXT_UTF8, true, 5, false), "\u258e\n", "warm");
	is(painted(TEXT_UTF8, true, 4, false), "\n", "cool");
	is(painted(TEXT_ASCII, true, 50, false), "#\n", "hot, ASCII");
	is(painted(TEXT_ASCII, true, 5, false), "|\n", "warm, ASCII");
}

static void test_bars(void)
{
	is(painted(TEXT_UTF8, false, 0, false), "\n", "no bar");
	is(painted(TEXT_UTF8, false, 1, false), "\u258f\n",
	   "little is seen, too");
	is(painted(TEXT_UTF8, false, 250, false), "\u2588\u2588\u258c\n",
	   "a quarter");
	is(painted(TEXT_UTF8, false, 300, true), "+++\n", "what has grown");
	is(painted(TEXT_UTF8, false, -300, true), "---\n",
	   "what has shrunk");
	is(painted(TEXT_ASCII, false, 300, false), "###\n", "ASCII");
	is(painted(TEXT_ASCII, false, 1000, false), "##########\n", "all");
}

int main(void)
{
	test_values();
	test_heat();
	test_marks();
	test_bars();
	return tap_done();
}
