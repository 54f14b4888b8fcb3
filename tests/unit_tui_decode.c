#include "config.h"

#include "tui/decode.h"

#include "model/buf.h"
#include "tests/tap.h"

static void feed(struct decode *decode, const char *s, size_t n)
{
	while (n) {
		size_t room;
		unsigned char *to = decode_room(decode, &room);

		if (room > n)
			room = n;
		memcpy(to, s, room);
		decode_fed(decode, room);
		s += room;
		n -= room;
	}
}

static void add_keys(struct buf *out, struct decode *decode, bool last)
{
	char name[KEY_NAME_MAX];
	struct key key;

	while (decode_key(decode, last, &key)) {
		if (out->n)
			buf_addc(out, ' ');
		buf_add(out, name, key_format(key, name));
	}
}

/* The names of the keys that bytes are, all at once and byte by byte. */
static void check_keys(const char *s, size_t n, const char *want,
		       const char *what)
{
	static struct decode decode;
	struct buf out = BUF_INIT;

	decode_init(&decode);
	decode_add(&decode, "\x1b[224z", KEYCODE_F1);
	decode_add(&decode, "\x1bOx", KEYCODE_F12);
	decode_add(&decode, "\b", KEYCODE_LEFT);
	feed(&decode, s, n);
	add_keys(&out, &decode, false);
	add_keys(&out, &decode, true);
	is(buf_str(&out), want, "%s", what);
	is_int(decode_patience(&decode, 50), -1, "%s: and no more", what);
	buf_clear(&out);
	for (size_t i = 0; i < n; i++) {
		feed(&decode, s + i, 1);
		add_keys(&out, &decode, false);
	}
	add_keys(&out, &decode, true);
	is(buf_str(&out), want, "%s, byte by byte", what);
	buf_release(&out);
}

#define KEYS(s, want, what) check_keys((s), sizeof(s) - 1, (want), (what))

static void test_text(void)
{
	KEYS("jG/", "j G /", "letters");
	KEYS("\r\n\t\x7f\b", "Enter Enter Tab Backspace Backspace",
	     "keys that are controls");
	KEYS("\x03\x13\x11\x1a\x1c\x00", "C-c C-s C-q C-z C-\\ C-Space",
	     "controls are keys");
	KEYS("\u00e9\u4e2d\U0001f600", "\u00e9 \u4e2d \U0001f600", "UTF-8");
	KEYS("a\xff" "b\x80" "c\xc0\x80" "d\xed\xa0\x80" "e", "a b c d e",
	     "what is not UTF-8 is dropped");
	KEYS("\xe4\xb8" "x\xe4", "x", "cut characters are dropped");
	KEYS("\xc2\x9b\u202ej", "j", "what is no text is dropped");
}

static void test_sequences(void)
{
	KEYS("\x1b[A\x1b[B\x1bOC\x1bOD", "Up Down Right Left", "arrows");
	KEYS("\x1b[H\x1bOF\x1b[1~\x1b[4~\x1b[7~\x1b[8~",
	     "Home End Home End Home End", "ends");
	KEYS("\x1b[2~\x1b[3~\x1b[5~\x1b[6~\x1b[Z",
	     "Ins Del PgUp PgDn S-Tab", "edit keys");
	KEYS("\x1bOP\x1b[11~\x1b[[A\x1b[[E\x1b[15~\x1b[24~\x1b[1;2P",
	     "F1 F1 F1 F5 F5 F12 F1", "function keys");
	KEYS("\x1bOM\x1bOj\x1bOp\x1bOy", "Enter * 0 9", "the keypad");
	KEYS("\x1b[1;5A\x1b[1;3A\x1b[5;3~", "Up M-Up M-PgUp", "modifiers");
	KEYS("\x1b[224z\x1bOx", "F1 F12", "keys of the description");
}

static void test_escape(void)
{
	KEYS("\x1b", "Esc", "a lone Esc");
	KEYS("\x1b\x1b", "Esc Esc", "two of them");
	KEYS("\x1b\x1b[A", "Esc Up", "Esc and an arrow");
	KEYS("\x1b" "f\x1b\x7f\x1b\u00e9", "M-f M-Backspace M-\u00e9", "Alt");
	KEYS("\x1b[", "M-[", "Alt and a bracket");
	KEYS("\x1bO", "M-O", "Alt and O");
	KEYS("\x1bP", "M-P", "Alt and P");
	KEYS("\x1b[1;", "", "a sequence that does not end");
}

static void test_dropped(void)
{
	KEYS("\x1b[999zj", "j", "an unknown CSI");
	KEYS("\x1b[99999999999999999999~j", "j", "a large number");
	KEYS("\x1b[1;2;3;4Aj", "j", "too many parameters");
	KEYS("\x1b[1$~j", "j", "a byte between");
	KEYS("\x1bO~j", "j", "an unknown SS3");
	KEYS("\x1b[<0;65535;-1Mj\x1b[<0;1;1mj", "j j", "a mouse, SGR");
	KEYS("\x1b[M\xff\x20\x1bj", "j", "a mouse, X10");
	KEYS("\x1b[32;5;5Mj", "j", "a mouse, urxvt");
	KEYS("\x1b[?2026;2$yj\x1b[?64;1;2cj\x1b[24;80Rj", "j j j", "reports");
	KEYS("\x1b]11;rgb:0000/0000/0000\aj", "j", "OSC up to BEL");
	KEYS("\x1b]11;rgb:0000/0000/0000\x1b\\j", "j", "OSC up to ST");
	KEYS("\x1bP1$r0m\x1b\\j\x1b_x\x1b\\k\x1b^x\x1b\\l", "j k l",
	     "DCS, APC and PM");
	KEYS("\x1b]11;\rj", "Enter j", "a string that a control breaks off");
	KEYS("\x1b]11;\x1b[Aj", "Up j", "a string that a key breaks off");
	KEYS("\x1b]11;no end", "", "a string that does not end");
	KEYS("\x1b[12\x1b[A", "Up", "a CSI that a key breaks off");
	KEYS("\x1b[\rj", "Enter j", "a CSI that a control breaks off");
}

static void test_paste(void)
{
	KEYS("\x1b[200~a\rb\x1b[201~c", "PasteBegin a Enter b PasteEnd c",
	     "a paste");
	KEYS("\x1b[200~a\tb\x1b[201~", "PasteBegin a Tab b PasteEnd",
	     "a tab in a paste");
	KEYS("\x1b[200~\x03\x1b[Aq\x1b" "f\x7f\x1b[201~",
	     "PasteBegin q PasteEnd", "only text within a paste");
	KEYS("\x1b[201~j", "j", "the end of no paste");
	KEYS("\x1b[200~\x1b[200~j\x1b[201~", "PasteBegin j PasteEnd",
	     "a paste in a paste");
	KEYS("\x1b[200~j", "PasteBegin j PasteEnd",
	     "a paste that does not end");
}

static void test_patience(void)
{
	static struct decode decode;
	struct key key;

	decode_init(&decode);
	is_int(decode_patience(&decode, 50), -1, "nothing to wait for");
	feed(&decode, "\x1b", 1);
	ok(!decode_key(&decode, false, &key), "Esc waits");
	is_int(decode_patience(&decode, 70), 70, "for as long as is said");
	feed(&decode, "[", 1);
	ok(!decode_key(&decode, false, &key), "a sequence waits");
	ok(decode_patience(&decode, 70) > 70, "for longer");
	feed(&decode, "200~", 4);
	ok(decode_key(&decode, false, &key), "and ends");
	ok(decode_patience(&decode, 70) > 1000, "a paste waits longer still");
}

/* A flood of anything comes to an end, and what comes after it is read. */
static void test_flood(void)
{
	static struct decode decode;
	struct buf out = BUF_INIT;
	unsigned seed = 3;
	struct key key;
	bool valid = true;

	decode_init(&decode);
	for (int i = 0; i < 1 << 20; i++) {
		char c;

		seed = seed * 1103515245 + 12345;
		c = (char)(seed >> 16);
		feed(&decode, &c, 1);
		while (decode_key(&decode, false, &key))
			valid &= key.code != KEYCODE_NONE;
	}
	ok(valid, "1 MB of anything gives only keys");
	while (decode_key(&decode, true, &key))
		;
	feed(&decode, "\x1b[", 2);
	for (int i = 0; i < 20000; i++) {
		feed(&decode, "1", 1);
		valid &= !decode_key(&decode, false, &key) || key.code == '1';
	}
	ok(valid, "a CSI without an end is dropped");
	while (decode_key(&decode, true, &key))
		;
	feed(&decode, "\x1b]", 2);
	for (int i = 0; i < 4200; i++) {
		feed(&decode, "x", 1);
		add_keys(&out, &decode, false);
	}
	ok(out.n > 100 && out.n < 250, "a string without an end gives way");
	buf_clear(&out);
	feed(&decode, "j", 1);
	add_keys(&out, &decode, false);
	is(buf_str(&out), "j", "and keys are read again");
	buf_release(&out);
}

int main(void)
{
	test_text();
	test_sequences();
	test_escape();
	test_dropped();
	test_paste();
	test_patience();
	test_flood();
	return tap_done();
}
