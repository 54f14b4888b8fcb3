/*
 * A key, as a number and as a name.
 *
 * What types text is its Unicode code point.  The keys that type none, the
 * control keys, and what else comes in through the terminal (a resize, the ends
 * of a paste) have codes of our own above Unicode, so that nothing but the
 * screen knows the numbers of curses.  A key sent with Alt, or after Esc, has
 * KEYCODE_META added.
 *
 * A key has one code: C-m is Enter, C-i is Tab, C-[ is Esc and C-h is
 * Backspace, since a terminal sends the same byte for both.  Enumerators are
 * KEYCODE_ and the function is not called key_name because curses has taken
 * KEY_ and that.
 */
#ifndef KEYMAP_KEY_H
#define KEYMAP_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* X(suffix of the enumerator, name) */
#define KEY_LIST(X)			\
	X(ESC, "Esc")			\
	X(ENTER, "Enter")		\
	X(TAB, "Tab")			\
	X(BACKTAB, "S-Tab")		\
	X(BACKSPACE, "Backspace")	\
	X(UP, "Up")			\
	X(DOWN, "Down")			\
	X(LEFT, "Left")			\
	X(RIGHT, "Right")		\
	X(HOME, "Home")			\
	X(END, "End")			\
	X(PGUP, "PgUp")			\
	X(PGDN, "PgDn")			\
	X(INS, "Ins")			\
	X(DEL, "Del")			\
	X(F1, "F1")			\
	X(F2, "F2")			\
	X(F3, "F3")			\
	X(F4, "F4")			\
	X(F5, "F5")			\
	X(F6, "F6")			\
	X(F7, "F7")			\
	X(F8, "F8")			\
	X(F9, "F9")			\
	X(F10, "F10")			\
	X(F11, "F11")			\
	X(F12, "F12")			\
	X(RESIZE, "Resize")		\
	X(PASTE_BEGIN, "PasteBegin")	\
	X(PASTE_END, "PasteEnd")

enum keycode {
	KEYCODE_NONE = 0,
	KEYCODE_SPECIAL = 0x110000,	/* the first number Unicode has not */
#define KEY_ENUMERATOR(suffix, name) KEYCODE_##suffix,
	KEY_LIST(KEY_ENUMERATOR)
#undef KEY_ENUMERATOR
	KEYCODE_CONTROL = 0x120000,
	KEYCODE_META = 0x200000
};

/* The code of a control key, KEYCODE_CTRL('a'): small letters or " \]^_". */
#define KEYCODE_CTRL(c) ((uint32_t)KEYCODE_CONTROL + (uint32_t)(c))

/* The code of a key with Alt. */
#define KEYCODE_ALT(code) ((uint32_t)KEYCODE_META | (uint32_t)(code))

struct key {
	uint32_t code;
};

/* Bytes of the longest name, with Alt, and its NUL. */
#define KEY_NAME_MAX 16

/* Bytes of the longest text of a key and its NUL. */
#define KEY_TEXT_MAX 5

/*
 * Reads a name of n bytes: "j", "Space", "PgDn", "F1", "C-l", "S-Tab", "M-f".
 * Names longer than a character are read in any case, and under a few other
 * spellings.  False when no key has that name; *key is then unchanged.
 */
bool key_parse(const char *name, size_t n, struct key *key);

/*
 * Writes the name that key_parse reads back and returns its length; "" for what
 * is no key.
 */
size_t key_format(struct key key, char buf[KEY_NAME_MAX]);

/*
 * The key of a character that came from the keyboard, control characters
 * included; KEYCODE_NONE for what is neither a key nor text.
 */
struct key key_of_char(uint32_t c);

/*
 * Writes what the key types, as UTF-8, and returns its length: 0 for a key that
 * types nothing.  Never a control character, nor one that is not seen or that
 * turns the direction of writing, so that a line of what was typed is what it
 * looks like.
 */
size_t key_text(struct key key, char buf[KEY_TEXT_MAX]);

/*
 * Reads the first character of s[0..n) as UTF-8 and returns its length; 0 when
 * n is 0 or it is no proper UTF-8.
 */
size_t key_decode(const char *s, size_t n, uint32_t *c);

/* Something the terminal says rather than a key that somebody pressed. */
bool key_is_event(struct key key);

bool key_same(struct key a, struct key b);

#endif
