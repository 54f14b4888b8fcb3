/*
 * Styles of reports: when there are any, and the sequences they are.
 */
#include "config.h"

#include <stdlib.h>

#include "tests/tap.h"
#include "tui/sgr.h"

static void check(enum theme_color color, bool is_terminal, const char *term,
		  const char *colorterm, const char *no_color,
		  const char *want)
{
	sgr_style *style = sgr_choose(color, is_terminal, term, colorterm,
				      no_color);
	struct buf out = BUF_INIT;

	if (style)
		style(&out, STYLE_FLAME_0);
	is(buf_str(&out), want, "color %d, %s, TERM=%s, COLORTERM=%s, "
	   "NO_COLOR=%s", (int)color, is_terminal ? "terminal" : "file",
	   term ? term : "", colorterm ? colorterm : "",
	   no_color ? no_color : "");
	buf_release(&out);
}

#define MANY "\033[0;38;5;16;48;5;180m"
#define FEW "\033[0;30;43m"

static void test_choice(void)
{
	check(THEME_AUTO, true, "xterm-256color", NULL, NULL, MANY);
	check(THEME_AUTO, true, "xterm", NULL, NULL, FEW);
	check(THEME_AUTO, true, "xterm", "truecolor", NULL, MANY);
	check(THEME_AUTO, true, "xterm", "", "", FEW);
	check(THEME_AUTO, true, "dumb", NULL, NULL, "");
	check(THEME_AUTO, true, "", NULL, NULL, "");
	check(THEME_AUTO, true, NULL, NULL, NULL, "");
	check(THEME_AUTO, true, "xterm-256color", NULL, "1", "");
	check(THEME_AUTO, false, "xterm-256color", NULL, NULL, "");
	check(THEME_ALWAYS, false, NULL, NULL, NULL, MANY);
	check(THEME_ALWAYS, true, "dumb", NULL, "1", MANY);
	check(THEME_NEVER, true, "xterm-256color", NULL, NULL, "");
	check(THEME_NEVER, false, NULL, NULL, NULL, "");
}

static void test_styles(void)
{
	sgr_style *many = sgr_choose(THEME_ALWAYS, true, NULL, NULL, NULL);
	sgr_style *few = sgr_choose(THEME_AUTO, true, "xterm", NULL, NULL);
	struct buf out = BUF_INIT;

	many(&out, STYLE_PLAIN);
	few(&out, STYLE_PLAIN);
	is(buf_str(&out), "\033[0m\033[0m", "plain text is plain again");
	buf_clear(&out);
	many(&out, STYLE_TITLE);
	is(buf_str(&out), "\033[0;1m", "attributes");
	buf_clear(&out);
	few(&out, STYLE_HOT);
	is(buf_str(&out), "\033[0;1;31m", "a colour alone");
	buf_release(&out);
}

int main(void)
{
	test_choice();
	test_styles();
	return tap_done();
}
