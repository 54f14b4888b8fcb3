#include "config.h"

#include "tui/theme.h"

#include "tests/tap.h"

static void test_depth(void)
{
	is_int(theme_depth(THEME_AUTO, NULL, 256), THEME_256, "256 colours");
	is_int(theme_depth(THEME_AUTO, NULL, 88), THEME_8, "88 colours");
	is_int(theme_depth(THEME_AUTO, NULL, 1 << 24), THEME_8,
	       "direct colour has no palette past 8");
	is_int(theme_depth(THEME_AUTO, NULL, 8), THEME_8, "8 colours");
	is_int(theme_depth(THEME_AUTO, NULL, 2), THEME_MONO, "2 colours");
	is_int(theme_depth(THEME_AUTO, NULL, 0), THEME_MONO, "no colours");
	is_int(theme_depth(THEME_AUTO, NULL, -1), THEME_MONO, "none said");
	is_int(theme_depth(THEME_AUTO, "1", 256), THEME_MONO, "NO_COLOR=1");
	is_int(theme_depth(THEME_AUTO, "", 256), THEME_256, "NO_COLOR=");
	is_int(theme_depth(THEME_ALWAYS, "1", 256), THEME_256,
	       "-color=always goes before NO_COLOR");
	is_int(theme_depth(THEME_ALWAYS, NULL, 0), THEME_MONO,
	       "-color=always makes no colours");
	is_int(theme_depth(THEME_NEVER, NULL, 256), THEME_MONO,
	       "-color=never");
}

static void test_parse(void)
{
	enum theme_color color = THEME_AUTO;

	is_int(theme_color_parse("never", &color), 0, "never is a word");
	is_int(color, THEME_NEVER, "never");
	theme_color_parse("always", &color);
	is_int(color, THEME_ALWAYS, "always");
	is_int(theme_color_parse("", &color), -1, "nothing is no word");
	is_int(theme_color_parse("alwaysnot", &color), -1, "nor is more");
	is_int(color, THEME_ALWAYS, "what is no word changes nothing");
}

/* The brightness of one of the 256 colours, 0 to 1, gamma taken as 2. */
static double brightness(int color)
{
	static const double step[] = { 0, 95, 135, 175, 215, 255 };
	double r, g, b;

	if (color >= 232) {
		r = g = b = 8 + 10 * (color - 232);
	} else {
		r = step[(color - 16) / 36];
		g = step[(color - 16) / 6 % 6];
		b = step[(color - 16) % 6];
	}
	return (0.2126 * r * r + 0.7152 * g * g + 0.0722 * b * b) / 65025;
}

static double contrast(double a, double b)
{
	return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

static void test_contrast(void)
{
	bool ink = true, box = true;

	for (int i = 0; i < STYLE_N; i++) {
		struct look look = theme_look(THEME_256, (uint8_t)i);
		double fg;

		if (look.fg < 0)
			continue;
		fg = brightness(look.fg);
		if (look.bg >= 0)
			box &= contrast(fg, brightness(look.bg)) >= 4.5;
		else
			ink &= contrast(fg, 0) >= 3 && contrast(fg, 1) >= 3;
	}
	ok(ink, "colours are read on black and on white");
	ok(box, "boxes are read on any ground");
}

static void test_ranges(void)
{
	bool mono = true, few = true, picked = true, reverse = true;

	for (int i = 0; i < STYLE_N; i++) {
		uint8_t style = (uint8_t)i;
		struct look look = theme_look(THEME_MONO, style);

		mono &= look.fg == -1 && look.bg == -1;
		look = theme_look(THEME_8, style);
		few &= look.fg < 8 && look.bg < 8;
		few &= look.fg == -1 || look.fg != look.bg;
		for (int depth = 0; depth < THEME_DEPTHS; depth++) {
			struct look other;

			look = theme_look((enum theme_depth)depth, style);
			other = theme_look((enum theme_depth)depth,
					   style | STYLE_PICKED);
			picked &= ((look.attr ^ other.attr) & LOOK_REVERSE) &&
				  look.fg == other.fg && look.bg == other.bg;
			reverse &= !(look.attr & LOOK_REVERSE) ==
				   (i != STYLE_SELECTED);
		}
	}
	ok(mono, "no colours are used where there are none");
	ok(few, "eight colours are enough where there are eight");
	ok(picked, "what is picked is told apart, and keeps its hue");
	ok(reverse, "the selected row is reverse and nothing else is");
}

static void test_hues(void)
{
	bool unique = true;

	for (int i = STYLE_FLAME_0; i < STYLE_N; i++)
		for (int k = STYLE_FLAME_0; k < i; k++)
			unique &= theme_look(THEME_256, (uint8_t)i).bg !=
				  theme_look(THEME_256, (uint8_t)k).bg;
	ok(unique, "the boxes of the flame graph differ");
	is_int(theme_look(THEME_256, 0x7f).fg, -1, "no such role is plain");
}

int main(void)
{
	test_depth();
	test_parse();
	test_contrast();
	test_ranges();
	test_hues();
	return tap_done();
}
