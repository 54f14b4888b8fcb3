#include "config.h"

#include "tui/terminfo.h"

#include "tests/tap.h"

static void check_reset(const char *s, const char *want)
{
	struct buf out = BUF_INIT;

	term_add_reset(&out, s);
	is(buf_str(&out), want, "reset of %s", s ? s + (*s == 27) : "nothing");
	buf_release(&out);
}

static void test_stand_in(void)
{
	is(term_stand_in("xterm-kitty"), "xterm-256color", "kitty");
	is(term_stand_in("tmux-direct"), "screen-256color", "tmux");
	ok(!term_stand_in("dumb"), "nothing stands in for dumb");
	ok(!term_stand_in(""), "nor for nothing");
	ok(!term_stand_in(NULL), "nor for no name");
}

static void test_escdelay(void)
{
	is_int(term_escdelay(NULL), 50, "no ESCDELAY");
	is_int(term_escdelay(""), 50, "ESCDELAY=");
	is_int(term_escdelay("25"), 25, "ESCDELAY=25");
	is_int(term_escdelay("0"), 50, "ESCDELAY=0");
	is_int(term_escdelay("-5"), 50, "ESCDELAY=-5");
	is_int(term_escdelay("10ms"), 50, "ESCDELAY=10ms");
	is_int(term_escdelay("99999999999999999999"), 5000,
	       "ESCDELAY too large");
}

static void test_reset(void)
{
	check_reset(NULL, "");
	check_reset("", "");
	check_reset("\033[0m", "\033[0m");
	check_reset("\033[m\017$<2>", "\033[m\017");
	check_reset("a$<5/>b$<1.5*>c", "abc");
	check_reset("a$b$", "a$b$");
	check_reset("a$<5", "a$<5");
}

int main(void)
{
	test_stand_in();
	test_escdelay();
	test_reset();
	return tap_done();
}
