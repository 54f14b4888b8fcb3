/*
 * Numbers in lines of text: what is taken, what is left, and what has too many
 * bits.
 */
#include "config.h"

#include <inttypes.h>

#include "model/buf.h"
#include "model/scanline.h"
#include "tests/tap.h"

static void test_go_int(void)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "0", "0" }, { "7", "7" }, { "-7", "-7" }, { "+7", "7" },
		{ "00", "0" }, { "010", "8" }, { "08", "-" }, { "0x1F", "31" },
		{ "0X1f", "31" }, { "0b101", "5" }, { "0o17", "15" },
		{ "0x", "-" }, { "0b2", "-" }, { "1_000", "1000" },
		{ "0x_f", "15" }, { "0_7", "7" }, { "_7", "-" }, { "7_", "-" },
		{ "1__0", "-" }, { "", "-" }, { "-", "-" }, { "+-1", "-" },
		{ "1e3", "-" }, { " 1", "-" }, { "1 ", "-" },
		{ "9223372036854775807", "9223372036854775807" },
		{ "9223372036854775808", "-" },
		{ "-9223372036854775808", "-9223372036854775808" },
		{ "-9223372036854775809", "-" },
		{ "18446744073709551616", "-" },
		{ "99999999999999999999999", "-" },
		{ "0x7fffffffffffffff", "9223372036854775807" },
		{ "0x8000000000000000", "-" }, { "0xfffffffffffffffff", "-" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		char got[32] = "-";
		int64_t value;

		if (scanline_go_int(str_of(cases[i].text), &value))
			snprintf(got, sizeof(got), "%" PRId64, value);
		is(got, cases[i].want, "\"%s\"", cases[i].text);
	}
}

static void test_int(void)
{
	int64_t value;

	ok(scanline_int(str_of("010"), &value) && value == 10, "base 10 only");
	ok(scanline_int(str_of("-9223372036854775808"), &value) &&
	   value == INT64_MIN, "the least");
	ok(!scanline_int(str_of("9223372036854775808"), &value), "one more");
	ok(!scanline_int(str_of("1_0"), &value), "no underscores");
	ok(!scanline_int(str_of("-"), &value), "a sign alone");
}

/* All addresses of a line, and "!" for one that is too long. */
static void test_addresses(void)
{
	static const struct {
		const char *line, *want;
	} cases[] = {
		{ "", "" }, { "0x", "" }, { "0xg", "" }, { " 0x1 0xf", "1 f " },
		{ "0x0x12", "0 " }, { "00x1x0x2", "1 2 " },
		{ "0xAB 0xab", "ab " }, { "0X1 0x2", "2 " },
		{ "0x1234A", "1234 " }, { "x0x9", "9 " },
		{ "0xffffffffffffffff", "ffffffffffffffff " },
		{ "0x1 0x10000000000000000 0x2", "1 !" },
	};
	struct buf got = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct str line = str_of(cases[i].line);
		uint64_t address;
		int found;

		buf_clear(&got);
		while ((found = scanline_address(&line, &address)) > 0)
			buf_addf(&got, "%" PRIx64 " ", address);
		buf_adds(&got, found < 0 ? "!" : "");
		is(buf_str(&got), cases[i].want, "addresses of \"%s\"",
		   cases[i].line);
	}
	buf_release(&got);
}

static void test_pieces(void)
{
	struct str line = str_of("at: 12 b"), digits;

	ok(!scanline_word(&line, "at: 12 bc"), "a longer word is not there");
	ok(scanline_word(&line, "at:"), "a word is taken");
	ok(!scanline_digits(&line, &digits), "a blank is no digit");
	scanline_spaces(&line);
	ok(scanline_digits(&line, &digits) && str_is(digits, "12"),
	   "digits are taken");
	ok(str_is(line, " b"), "and the rest is left");
}

int main(void)
{
	test_go_int();
	test_int();
	test_addresses();
	test_pieces();
	return tap_done();
}
