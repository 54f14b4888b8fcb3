/*
 * helpers/status: what a helper program says, whatever bytes are in it.
 */
#include "config.h"

#include "helpers/status.h"

#include "tests/death.h"
#include "tests/tap.h"

static void fail(void *data)
{
	status_fail("%s", (const char *)data);
}

static void test_bytes(void)
{
	char text[] = "x?y", want[] = "fail x?y\n";
	int n_wrong = 0;

	for (int c = 1; c < 256; c++) {
		text[1] = (char)c;
		want[6] = (char)(c == '\r' || c == '\n' ? ' ' : c);
		n_wrong += strcmp(death_of(fail, text).text, want) != 0;
	}
	is_int(n_wrong, 0, "ends of lines become blanks, no other bytes");
}

static void test_ends(void)
{
	static char long_text[3000], only[] = "\r\n\n", last[] = "a \r\n";
	struct death death;

	is(death_of(fail, last).text, "fail a\n", "the end is cut off");
	is(death_of(fail, only).text, "fail\n", "of nothing all");
	memset(long_text, 'x', sizeof(long_text) - 1);
	death = death_of(fail, long_text);
	is_int(death.status, 1, "it ends the program");
	ok(strlen(death.text) > 1000 && strchr(death.text, '\n') ==
	   death.text + strlen(death.text) - 1, "a long text is one line");
}

int main(void)
{
	test_bytes();
	test_ends();
	return tap_done();
}
