#include "config.h"

#include "keymap/key.h"

#include "tests/tap.h"

static uint32_t parse(const char *name)
{
	struct key key = { 0xbad };
	bool parsed = key_parse(name, strlen(name), &key);

	if (!parsed && key.code != 0xbad)
		return 0xbad;
	return parsed ? key.code : KEYCODE_NONE;
}

static void check_round_trip(uint32_t code, const char *name)
{
	char buf[KEY_NAME_MAX];
	size_t n = key_format((struct key){ code }, buf);

	is(buf, name, "the name of %s", name);
	is_int(n, strlen(name), "the length of %s", name);
	is_int(parse(name), code, "the key of %s", name);
}

static void test_table(void)
{
#define CHECK(suffix, name) check_round_trip(KEYCODE_##suffix, name);
	KEY_LIST(CHECK)
#undef CHECK
	check_round_trip(' ', "Space");
	check_round_trip(KEYCODE_CTRL(' '), "C-Space");
}

/* Every code has one name, and it is another for every code. */
static void test_all_codes(void)
{
	char name[KEY_NAME_MAX];
	size_t named = 0, wrong = 0;

	for (uint32_t c = 0; c < 0x121000; c++) {
		for (uint32_t meta = 0; meta < 2; meta++) {
			uint32_t code = c | meta * KEYCODE_META;
			struct key key = { code };
			size_t n = key_format(key, name);

			named += n > 0;
			if (n && !key_is_event((struct key){ c }))
				wrong += parse(name) != code;
		}
	}
	ok(named > 2 * 0xff000, "all of Unicode's text has names");
	is_int(wrong, 0, "each is read back as the same key");
}

static void test_single(void)
{
	check_round_trip('j', "j");
	check_round_trip('J', "J");
	check_round_trip('-', "-");
	check_round_trip(',', ",");
	check_round_trip('#', "#");
	check_round_trip(0xe9, "\xc3\xa9");
	check_round_trip(0x65e5, "\xe6\x97\xa5");
	check_round_trip(0x1f600, "\xf0\x9f\x98\x80");
	is_int(parse(" "), ' ', "the space itself");
}

static void test_modified(void)
{
	check_round_trip(KEYCODE_CTRL('a'), "C-a");
	check_round_trip(KEYCODE_CTRL('z'), "C-z");
	check_round_trip(KEYCODE_CTRL('_'), "C-_");
	check_round_trip(KEYCODE_CTRL('\\'), "C-\\");
	check_round_trip(KEYCODE_ALT('f'), "M-f");
	check_round_trip(KEYCODE_ALT('-'), "M--");
	check_round_trip(KEYCODE_ALT(' '), "M-Space");
	check_round_trip(KEYCODE_ALT(KEYCODE_CTRL('x')), "M-C-x");
	check_round_trip(KEYCODE_ALT(KEYCODE_BACKSPACE), "M-Backspace");
	is_int(parse("C-D"), KEYCODE_CTRL('d'), "control has no case");
	ok(parse("M-F") != parse("M-f"), "alt has");
}

static void test_other_spellings(void)
{
	is_int(parse("pgdn"), KEYCODE_PGDN, "small letters");
	is_int(parse("ESC"), KEYCODE_ESC, "capitals");
	is_int(parse("PageDown"), KEYCODE_PGDN, "PageDown");
	is_int(parse("PageUp"), KEYCODE_PGUP, "PageUp");
	is_int(parse("Insert"), KEYCODE_INS, "Insert");
	is_int(parse("Delete"), KEYCODE_DEL, "Delete");
	is_int(parse("BackTab"), KEYCODE_BACKTAB, "BackTab");
	is_int(parse("BS"), KEYCODE_BACKSPACE, "BS");
	is_int(parse("Escape"), KEYCODE_ESC, "Escape");
	is_int(parse("Return"), KEYCODE_ENTER, "Return");
	is_int(parse("C-m"), KEYCODE_ENTER, "C-m is Enter");
	is_int(parse("C-j"), KEYCODE_ENTER, "C-j is Enter");
	is_int(parse("C-i"), KEYCODE_TAB, "C-i is Tab");
	is_int(parse("C-["), KEYCODE_ESC, "C-[ is Esc");
	is_int(parse("C-h"), KEYCODE_BACKSPACE, "C-h is Backspace");
	is_int(parse("C-?"), KEYCODE_BACKSPACE, "C-? is Backspace");
	is_int(parse("C-@"), KEYCODE_CTRL(' '), "C-@ is C-Space");
}

static void test_no_keys(void)
{
	static const char *const names[] = {
		"", "jj", "C-", "M-", "C--", "C-1", "C-aa", "C-`", "F0", "F13",
		"Fn", "Spac", "Spacee", "S-Up", "C-Up", "M-M-x", "C-M-x",
		"M-Resize", "c-a", "m-a",
		"\n", "\x1b", "\x7f", "\x80", "\xc3", "\xc3\xa9x",
		"\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80",
		"\xf8\x88\x80\x80\x80", "\xc2\x85", "\xe2\x80\xae", "M-\xc3",
	};
	struct key key = { 0xbad };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		is_int(parse(names[i]), KEYCODE_NONE, "no key %zu", i);
	ok(!key_parse("\0", 1, &key), "a NUL byte is no key");
	ok(key_parse("jk", 1, &key) && key.code == 'j', "n bytes are read");
	ok(!key_parse("PgDn", 3, &key), "and no more");
}

static void check_nameless(uint32_t code)
{
	char buf[KEY_NAME_MAX] = "?";

	is_int(key_format((struct key){ code }, buf), 0, "%x: no name", code);
	is(buf, "", "%x: the empty name", code);
}

static void test_nameless(void)
{
	check_nameless(KEYCODE_NONE);
	check_nameless('\n');
	check_nameless(0xd800);
	check_nameless(KEYCODE_SPECIAL);
	check_nameless(KEYCODE_PASTE_END + 1);
	check_nameless(KEYCODE_CONTROL);
	check_nameless(KEYCODE_CTRL('m'));
	check_nameless(KEYCODE_CTRL('A'));
	check_nameless(KEYCODE_CTRL('_') + 0x20);
	check_nameless(KEYCODE_META);
	check_nameless(UINT32_MAX);
}

static uint32_t of_char(uint32_t c)
{
	return key_of_char(c).code;
}

static void test_of_char(void)
{
	is_int(of_char('x'), 'x', "a letter");
	is_int(of_char(0), KEYCODE_CTRL(' '), "NUL");
	is_int(of_char(1), KEYCODE_CTRL('a'), "1");
	is_int(of_char(26), KEYCODE_CTRL('z'), "26");
	is_int(of_char('\r'), KEYCODE_ENTER, "carriage return");
	is_int(of_char('\n'), KEYCODE_ENTER, "newline");
	is_int(of_char('\t'), KEYCODE_TAB, "tab");
	is_int(of_char(0x1b), KEYCODE_ESC, "escape");
	is_int(of_char(0x1f), KEYCODE_CTRL('_'), "the last control");
	is_int(of_char(8), KEYCODE_BACKSPACE, "backspace");
	is_int(of_char(0x7f), KEYCODE_BACKSPACE, "rubout");
	is_int(of_char(0x80), KEYCODE_NONE, "a C1 control");
	is_int(of_char(0x9f), KEYCODE_NONE, "the last C1 control");
	is_int(of_char(0xa0), 0xa0, "behind it");
	is_int(of_char(0xdfff), KEYCODE_NONE, "a surrogate");
	is_int(of_char(0x202e), KEYCODE_NONE, "a change of direction");
	is_int(of_char(0x200b), KEYCODE_NONE, "an invisible space");
	is_int(of_char(0xfffe), KEYCODE_NONE, "never a character");
	is_int(of_char(0x10fffd), 0x10fffd, "the last character");
	is_int(of_char(0x110000), KEYCODE_NONE, "behind Unicode");
	is_int(of_char(KEYCODE_UP), KEYCODE_NONE, "a code of our own");
	is_int(of_char(UINT32_MAX), KEYCODE_NONE, "no character at all");
}

static void check_text(uint32_t code, const char *want)
{
	char buf[KEY_TEXT_MAX] = "?";
	size_t n = key_text((struct key){ code }, buf);

	is(buf, want, "what %x types", code);
	is_int(n, strlen(want), "the length of what %x types", code);
}

static void test_text(void)
{
	check_text('a', "a");
	check_text(' ', " ");
	check_text('~', "~");
	check_text(0x7ff, "\xdf\xbf");
	check_text(0x800, "\xe0\xa0\x80");
	check_text(0xffff - 2, "\xef\xbf\xbd");
	check_text(0x10000, "\xf0\x90\x80\x80");
	check_text(KEYCODE_UP, "");
	check_text(KEYCODE_CTRL('a'), "");
	check_text(KEYCODE_ALT('a'), "");
	check_text('\t', "");
	check_text(0x85, "");
	check_text(0xfeff, "");
	check_text(0xe0041, "");
}

static size_t decode(const char *s, size_t n)
{
	uint32_t c = 0;

	return key_decode(s, n, &c);
}

static void test_decode(void)
{
	uint32_t c = 0;

	is_int(key_decode("\xe2\x82\xacx", 4, &c), 3, "a character's length");
	is_int(c, 0x20ac, "a character's number");
	is_int(decode("\xe2\x82\xac", 2), 0, "cut short");
	is_int(decode("", 0), 0, "nothing");
	is_int(decode("\0", 1), 1, "NUL is a character");
	is_int(decode("\xe2\x28\xa1", 3), 0, "a wrong second byte");
	is_int(decode("\xe2\x82\x28", 3), 0, "a wrong third byte");
	is_int(decode("\xc1\xbf", 2), 0, "two bytes for one's");
	is_int(decode("\xe0\x9f\xbf", 3), 0, "three bytes for two's");
	is_int(decode("\xf0\x8f\xbf\xbf", 4), 0, "four bytes for three's");
	is_int(decode("\xf4\x8f\xbf\xbf", 4), 4, "the last of Unicode");
	is_int(decode("\xf4\x90\x80\x80", 4), 0, "one more");
	is_int(decode("\xff\xff\xff\xff", 4), 0, "no first byte");
}

static void test_same(void)
{
	struct key up = { KEYCODE_UP }, down = { KEYCODE_DOWN };

	ok(key_same(up, up), "a key is itself");
	ok(!key_same(up, down), "and no other");
	ok(key_is_event((struct key){ KEYCODE_RESIZE }), "a resize");
	ok(key_is_event((struct key){ KEYCODE_PASTE_BEGIN }), "a paste");
	ok(key_is_event((struct key){ KEYCODE_PASTE_END }), "a paste's end");
	ok(!key_is_event((struct key){ KEYCODE_F12 }), "F12 is pressed");
}

int main(void)
{
	test_table();
	test_all_codes();
	test_single();
	test_modified();
	test_other_spellings();
	test_no_keys();
	test_nameless();
	test_of_char();
	test_text();
	test_decode();
	test_same();
	return tap_done();
}
