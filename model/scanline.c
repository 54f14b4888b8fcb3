#include "config.h"

#include "model/scanline.h"

#include <string.h>

#include "model/rune.h"

bool scanline_next(struct str *text, struct str *line)
{
	const char *end;

	if (!text->n)
		return false;
	end = memchr(text->s, '\n', text->n);
	*line = (struct str){ text->s, end ? (size_t)(end - text->s) :
					     text->n };
	text->s += line->n + (end != NULL);
	text->n -= line->n + (end != NULL);
	return true;
}

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str scanline_trim(struct str line)
{
	while (line.n && is_blank(line.s[line.n - 1]))
		line.n--;
	scanline_blank(&line);
	return line;
}

bool scanline_blank(struct str *line)
{
	size_t n = 0;

	while (n < line->n && is_blank(line->s[n]))
		n++;
	if (!n)
		return false;
	line->s += n;
	line->n -= n;
	return true;
}

bool scanline_hex(struct str *line, uint64_t *value)
{
	struct str rest = *line;
	uint64_t v = 0;

	for (; rest.n && rune_hex(*rest.s) >= 0; rest.s++, rest.n--) {
		if (v >> 60)
			return false;
		v = v << 4 | (uint64_t)rune_hex(*rest.s);
	}
	if (rest.n == line->n)
		return false;
	*line = rest;
	*value = v;
	return true;
}

bool scanline_char(struct str *line, char c)
{
	if (!line->n || *line->s != c)
		return false;
	line->s++;
	line->n--;
	return true;
}

bool scanline_word(struct str *line, const char *word)
{
	size_t n = strlen(word);

	if (line->n < n || memcmp(line->s, word, n))
		return false;
	line->s += n;
	line->n -= n;
	return true;
}

void scanline_spaces(struct str *line)
{
	while (scanline_char(line, ' '))
		;
}

bool scanline_digits(struct str *line, struct str *digits)
{
	size_t n = 0;

	while (n < line->n && line->s[n] >= '0' && line->s[n] <= '9')
		n++;
	*digits = (struct str){ line->s, n };
	line->s += n;
	line->n -= n;
	return n;
}

int scanline_address(struct str *line, uint64_t *address)
{
	for (; line->n > 2; line->s++, line->n--) {
		if (line->s[0] != '0' || line->s[1] != 'x' ||
		    rune_lower_hex(line->s[2]) < 0)
			continue;
		line->s += 2;
		line->n -= 2;
		*address = 0;
		for (int d; line->n && (d = rune_lower_hex(*line->s)) >= 0;
		     line->s++, line->n--) {
			if (*address >> 60)
				return -1;
			*address = *address << 4 | (uint64_t)d;
		}
		return 1;
	}
	line->s += line->n;
	line->n = 0;
	return 0;
}

/* Digits of the base as a number; false for others, or above 64 bits. */
static bool number_of(struct str digits, unsigned base, uint64_t *value)
{
	uint64_t v = 0;

	for (size_t i = 0; i < digits.n; i++) {
		int d = rune_hex(digits.s[i]);

		if (digits.s[i] == '_')
			continue;
		if (d < 0 || (unsigned)d >= base ||
		    v > (UINT64_MAX - (unsigned)d) / base)
			return false;
		v = v * base + (unsigned)d;
	}
	*value = v;
	return true;
}

static bool with_sign(bool is_negative, uint64_t v, int64_t *value)
{
	if (v > (uint64_t)INT64_MAX + is_negative)
		return false;
	*value = is_negative ? (int64_t)(0 - v) : (int64_t)v;
	return true;
}

bool scanline_int(struct str digits, int64_t *value)
{
	bool is_negative = scanline_char(&digits, '-');
	uint64_t v;

	return digits.n && !memchr(digits.s, '_', digits.n) &&
	       number_of(digits, 10, &v) && with_sign(is_negative, v, value);
}

bool scanline_number(struct str *line, int64_t *value)
{
	struct str rest = *line, digits;

	if (!scanline_digits(&rest, &digits) || !scanline_int(digits, value))
		return false;
	*line = rest;
	return true;
}

/* Takes what says the base, when digits follow it. */
static unsigned take_base(struct str *text)
{
	static const struct {
		char letter;
		unsigned base;
	} bases[] = { { 'x', 16 }, { 'o', 8 }, { 'b', 2 } };

	if (*text->s != '0')
		return 10;
	for (size_t i = 0; i < ARRAY_SIZE(bases) && text->n > 2; i++) {
		if ((text->s[1] | 0x20) != bases[i].letter)
			continue;
		text->s += 2;
		text->n -= 2;
		return bases[i].base;
	}
	return 8;
}

/* Each underscore stands between digits, or behind the base. */
static bool has_fit_underscores(struct str digits, bool is_behind_base)
{
	bool may_follow = is_behind_base;

	for (size_t i = 0; i < digits.n; i++) {
		if (digits.s[i] == '_' && !may_follow)
			return false;
		may_follow = digits.s[i] != '_';
	}
	return may_follow;
}

bool scanline_go_int(struct str text, int64_t *value)
{
	bool is_negative = scanline_char(&text, '-');
	struct str digits;
	unsigned base;
	uint64_t v;

	if (!is_negative)
		scanline_char(&text, '+');
	if (!text.n)
		return false;
	digits = text;
	base = take_base(&digits);
	return has_fit_underscores(digits, digits.s != text.s) &&
	       number_of(digits, base, &v) && with_sign(is_negative, v, value);
}
