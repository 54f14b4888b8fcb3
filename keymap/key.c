#include "config.h"

#include "keymap/key.h"

#include <string.h>
#include <strings.h>

struct key_name {
	const char *name;
	uint32_t code;
};

/*
 * A code is written under its first name here; the names after the list are
 * only read, apart from Space, whose text would be lost between words.
 */
static const struct key_name key_names[] = {
#define NAME(suffix, name) { name, KEYCODE_##suffix },
	KEY_LIST(NAME)
	{ "Space", ' ' },
	{ "C-Space", KEYCODE_CTRL(' ') },
	{ "Escape", KEYCODE_ESC },
	{ "Return", KEYCODE_ENTER },
	{ "BackTab", KEYCODE_BACKTAB },
	{ "BS", KEYCODE_BACKSPACE },
	{ "PageUp", KEYCODE_PGUP },
	{ "PageDown", KEYCODE_PGDN },
	{ "Insert", KEYCODE_INS },
	{ "Delete", KEYCODE_DEL },
};

#define KEY_NAMES (sizeof(key_names) / sizeof(key_names[0]))

/*
 * What is no text: controls, surrogates, what is invisible or turns the
 * direction of writing, and what Unicode says is never a character.
 */
static const struct {
	uint32_t first, last;
} key_not_text[] = {
	{ 0x0000, 0x001f },   { 0x007f, 0x009f },   { 0x00ad, 0x00ad },
	{ 0x061c, 0x061c },   { 0x180e, 0x180e },   { 0x200b, 0x200f },
	{ 0x2028, 0x202e },   { 0x2060, 0x206f },   { 0xd800, 0xdfff },
	{ 0xfdd0, 0xfdef },   { 0xfeff, 0xfeff },   { 0xfff9, 0xfffb },
	{ 0xe0000, 0xe007f }, { 0x110000, 0xffffffff },
};

static bool char_is_text(uint32_t c)
{
	size_t n = sizeof(key_not_text) / sizeof(key_not_text[0]);

	for (size_t i = 0; i < n; i++)
		if (c >= key_not_text[i].first && c <= key_not_text[i].last)
			return false;
	return (c & 0xfffe) != 0xfffe;
}

/* The code of a control character, one that is not a key of another name. */
static uint32_t control_code(uint32_t c)
{
	if (c == 0)
		return KEYCODE_CTRL(' ');
	if (c <= 26)
		return KEYCODE_CTRL('a' + c - 1);
	return KEYCODE_CTRL('@' + c);
}

struct key key_of_char(uint32_t c)
{
	static const uint32_t named[0x20] = {
		['\b'] = KEYCODE_BACKSPACE,
		['\t'] = KEYCODE_TAB,
		['\n'] = KEYCODE_ENTER,
		['\r'] = KEYCODE_ENTER,
		[0x1b] = KEYCODE_ESC,
	};

	if (c == 0x7f)
		return (struct key){ KEYCODE_BACKSPACE };
	if (c < 0x20)
		return (struct key){ named[c] ? named[c] : control_code(c) };
	return (struct key){ char_is_text(c) ? c : (uint32_t)KEYCODE_NONE };
}

size_t key_decode(const char *s, size_t n, uint32_t *c)
{
	/* By length: the marking bits of the first byte, the least value. */
	static const struct {
		unsigned char mask, mark;
		uint32_t least;
	} forms[] = {
		{ 0x80, 0x00, 0 },	 { 0xe0, 0xc0, 0x80 },
		{ 0xf0, 0xe0, 0x800 },	 { 0xf8, 0xf0, 0x10000 },
	};
	const unsigned char *u = (const unsigned char *)s;
	size_t len = 0;
	uint32_t value;

	if (!n)
		return 0;
	while (len < 4 && (u[0] & forms[len].mask) != forms[len].mark)
		len++;
	if (len == 4 || len >= n)
		return 0;
	value = u[0] & (unsigned char)~forms[len].mask;
	for (size_t i = 1; i <= len; i++) {
		if ((u[i] & 0xc0) != 0x80)
			return 0;
		value = value << 6 | (u[i] & 0x3f);
	}
	if (value < forms[len].least || value > 0x10ffff ||
	    (value >= 0xd800 && value <= 0xdfff))
		return 0;
	*c = value;
	return len + 1;
}

static size_t encode(uint32_t c, char *buf)
{
	static const unsigned char marks[] = { 0x00, 0xc0, 0xe0, 0xf0 };
	size_t more = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;

	buf[0] = (char)(marks[more] | (c >> (6 * more)));
	for (size_t i = 1; i <= more; i++)
		buf[i] = (char)(0x80 | ((c >> (6 * (more - i))) & 0x3f));
	buf[more + 1] = '\0';
	return more + 1;
}

size_t key_text(struct key key, char buf[KEY_TEXT_MAX])
{
	buf[0] = '\0';
	return char_is_text(key.code) ? encode(key.code, buf) : 0;
}

static bool parse_named(const char *name, size_t n, uint32_t *code)
{
	for (size_t i = 0; i < KEY_NAMES; i++) {
		if (strlen(key_names[i].name) == n &&
		    !strncasecmp(key_names[i].name, name, n)) {
			*code = key_names[i].code;
			return true;
		}
	}
	return false;
}

/* The rest of "C-l": one byte that has a control character. */
static bool parse_control(const char *name, size_t n, uint32_t *code)
{
	if (n != 1 || *name < '?' || *name > 'z' || *name == '`')
		return false;
	*code = key_of_char(*name == '?' ? 0x7f : *name & 0x1f).code;
	return true;
}

/* A name without "M-". */
static bool parse_plain(const char *name, size_t n, uint32_t *code)
{
	uint32_t c;

	if (n && key_decode(name, n, &c) == n) {
		*code = c;
		return char_is_text(c);
	}
	if (parse_named(name, n, code))
		return true;
	return n > 2 && !memcmp(name, "C-", 2) &&
	       parse_control(name + 2, n - 2, code);
}

bool key_parse(const char *name, size_t n, struct key *key)
{
	bool meta = n > 2 && !memcmp(name, "M-", 2);
	struct key got = { KEYCODE_NONE };

	if (meta) {
		name += 2;
		n -= 2;
	}
	if (!parse_plain(name, n, &got.code))
		return false;
	if (meta && key_is_event(got))
		return false;
	if (meta)
		got.code = KEYCODE_ALT(got.code);
	*key = got;
	return true;
}

static size_t format_plain(struct key key, char *buf)
{
	uint32_t control = key.code & 0x1f;

	for (size_t i = 0; i < KEY_NAMES; i++) {
		if (key_names[i].code == key.code) {
			strcpy(buf, key_names[i].name);
			return strlen(buf);
		}
	}
	if (key.code > KEYCODE_CONTROL &&
	    key_of_char(control).code == key.code) {
		memcpy(buf, "C-", 2);
		return 2 + encode(key.code - KEYCODE_CONTROL, buf + 2);
	}
	return key_text(key, buf);
}

size_t key_format(struct key key, char buf[KEY_NAME_MAX])
{
	size_t n;

	if (!(key.code & KEYCODE_META))
		return format_plain(key, buf);
	key.code &= ~(uint32_t)KEYCODE_META;
	memcpy(buf, "M-", 2);
	n = format_plain(key, buf + 2);
	if (!n)
		buf[0] = '\0';
	return n ? n + 2 : 0;
}

bool key_is_event(struct key key)
{
	return key.code == KEYCODE_RESIZE || key.code == KEYCODE_PASTE_BEGIN ||
	       key.code == KEYCODE_PASTE_END;
}

bool key_same(struct key a, struct key b)
{
	return a.code == b.code;
}
