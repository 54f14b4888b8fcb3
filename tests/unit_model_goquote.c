/*
 * Quoted texts: what they say, what is left behind them, and what is none.
 */
#include "config.h"

#include "model/goquote.h"
#include "tests/tap.h"

static void test_quotes(void)
{
	static const struct {
		const char *line, *want;	/* TEXT|REST, "-" for none */
	} cases[] = {
		{ "\"\"", "|" }, { "\"a b\":\"c\"", "a b|:\"c\"" },
		{ "\"a \\\"b\\\" \\\\\" ", "a \"b\" \\| " },
		{ "\"\\a\\b\\f\\n\\r\\t\\v\"", "\a\b\f\n\r\t\v|" },
		{ "\"it's \\'quoted\\'\"", "it's 'quoted'|" },
		{ "\"\\x41\\xff\"", "A\xff|" },
		{ "\"\\u00e9\\u65E5\"", "\xc3\xa9\xe6\x97\xa5|" },
		{ "\"\\U0001f600\"", "\xf0\x9f\x98\x80|" },
		{ "\"\xff\xc3\xa9\"", "\xff\xc3\xa9|" },
		{ "\"{\\\"a\\\":\\\"b\\\", }\"", "{\"a\":\"b\", }|" },
		{ "", "-" }, { "a", "-" }, { "\"", "-" }, { "\"a", "-" },
		{ "\"a\\", "-" }, { "\"a\\\"", "-" }, { "\"\\q\"", "-" },
		{ "\"\\x4\"", "-" }, { "\"\\xg0\"", "-" },
		{ "\"\\u12\"", "-" }, { "\"\\ud800\"", "-" },
		{ "\"\\U00110000\"", "-" }, { "\"\\U0001f60\"", "-" },
		{ "\"\\101\"", "-" },
	};
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct str line = str_of(cases[i].line);

		buf_clear(&text);
		if (goquote_take(&line, &text)) {
			buf_addc(&text, '|');
			buf_add(&text, line.s, line.n);
		} else {
			buf_clear(&text);
			buf_addc(&text, '-');
		}
		is(buf_str(&text), cases[i].want, "%s", cases[i].line);
	}
	buf_clear(&text);
	ok(goquote_take(&(struct str){ "\"a\\x00b\"", 8 }, &text) &&
	   text.n == 3 && !memcmp(text.s, "a\0b", 3), "a NUL");
	buf_release(&text);
}

int main(void)
{
	test_quotes();
	return tap_done();
}
