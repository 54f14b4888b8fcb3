#include "config.h"

#include "model/goquote.h"

#include "model/rune.h"
#include "model/scanline.h"

/* Takes n hexadecimal digits. */
static bool take_code(struct str *line, size_t n, uint32_t *code)
{
	struct str digits = { line->s, n };
	uint64_t value;

	if (line->n < n || !scanline_hex(&digits, &value) || digits.n)
		return false;
	line->s += n;
	line->n -= n;
	*code = (uint32_t)value;
	return true;
}

/* \x41 is a byte, \u0041 and \U00000041 are characters. */
static bool take_number(struct str *line, char kind, struct buf *text)
{
	uint32_t code;

	if (!take_code(line, kind == 'x' ? 2 : kind == 'u' ? 4 : 8, &code))
		return false;
	if (kind == 'x') {
		buf_addc(text, (char)code);
		return true;
	}
	if (code > RUNE_MAX || (code >= 0xd800 && code < 0xe000))
		return false;
	rune_encode(text, code);
	return true;
}

/* What follows a backslash. */
static bool take_escape(struct str *line, struct buf *text)
{
	static const char letters[] = "abfnrtv\\\"'";
	static const char meanings[] = "\a\b\f\n\r\t\v\\\"'";
	const char *letter;
	char c;

	if (!line->n)
		return false;
	c = *line->s++;
	line->n--;
	if (c == 'x' || c == 'u' || c == 'U')
		return take_number(line, c, text);
	letter = memchr(letters, c, sizeof(letters) - 1);
	if (!letter)
		return false;
	buf_addc(text, meanings[letter - letters]);
	return true;
}

bool goquote_take(struct str *line, struct buf *text)
{
	if (!scanline_char(line, '"'))
		return false;
	while (line->n) {
		size_t plain = 0;

		while (plain < line->n && line->s[plain] != '"' &&
		       line->s[plain] != '\\')
			plain++;
		buf_add(text, line->s, plain);
		line->s += plain;
		line->n -= plain;
		if (scanline_char(line, '"'))
			return true;
		if (scanline_char(line, '\\') && !take_escape(line, text))
			return false;
	}
	return false;
}

bool goquote_pair(struct str *line, struct buf *key, struct buf *value)
{
	buf_clear(key);
	buf_clear(value);
	if (!goquote_take(line, key) || !scanline_char(line, ':'))
		return false;
	scanline_blank(line);
	return goquote_take(line, value);
}
