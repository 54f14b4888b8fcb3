#include "config.h"

#include "model/scan.h"

#include <string.h>

#include "model/mem.h"
#include "model/rune.h"

int scan_fail(struct scan *s, size_t at, const char *why)
{
	s->where = at;
	return err_fail(s->err, "%s, at byte %zu", why, at + 1);
}

bool scan_sees(const struct scan *s, const char *word)
{
	size_t n = strlen(word);

	return n <= s->n - s->at && !memcmp(s->text + s->at, word, n);
}

bool scan_take(struct scan *s, const char *word)
{
	if (!scan_sees(s, word))
		return false;
	s->at += strlen(word);
	return true;
}

int scan_rune(struct scan *s, uint32_t *rune)
{
	size_t len = s->at < s->n ? rune_decode(s->text + s->at, s->n - s->at,
						rune) : 0;

	if (!len)
		return scan_fail(s, s->at, s->at < s->n ?
				 "the pattern is not valid UTF-8" :
				 "the pattern ends too early");
	s->at += len;
	return 0;
}

/* After \x: two digits, or any number of them in braces. */
static bool take_hex(struct scan *s, uint32_t *rune)
{
	bool braces = scan_take(s, "{");
	size_t start = s->at;
	int digit;

	for (*rune = 0; s->at < s->n; s->at++) {
		if (!braces && s->at - start == 2)
			return true;
		digit = rune_hex(s->text[s->at]);
		if (digit < 0)
			break;
		*rune = *rune * 16 + (uint32_t)digit;
		if (*rune > RUNE_MAX)
			return false;
	}
	return braces ? s->at > start && scan_take(s, "}") : s->at - start == 2;
}

static void take_octal(struct scan *s, uint32_t *rune)
{
	*rune = 0;
	for (int digits = 0; digits < 3 && s->at < s->n; digits++, s->at++) {
		char c = s->text[s->at];

		if (c < '0' || c > '7')
			break;
		*rune = *rune * 8 + (uint32_t)(c - '0');
	}
}

static const char *escape_trouble(char c)
{
	static const struct { const char *letters, *why; } known[] = {
		{ "123456789gk", "backreferences are not supported" },
		{ "Z", "\\Z is not supported; use \\z or $" },
		{ "C", "\\C is not supported: names are text, not bytes" },
		{ "b", "\\b in a class is not supported; use \\x08" },
	};

	for (size_t i = 0; c && i < ARRAY_SIZE(known); i++)
		if (strchr(known[i].letters, c))
			return known[i].why;
	return "unknown escape sequence";
}

int scan_escape(struct scan *s, uint32_t *rune)
{
	static const char names[] = "afnrtv", runes[] = "\a\f\n\r\t\v";
	size_t start = s->at++;
	const char *name;
	char c;

	if (s->at == s->n)
		return scan_fail(s, start, "the pattern ends in a backslash");
	c = s->text[s->at];
	name = c ? strchr(names, c) : NULL;
	if (c == '0' || (c > '0' && c < '8' && s->n - s->at > 1 &&
			 s->text[s->at + 1] >= '0' &&
			 s->text[s->at + 1] < '8')) {
		take_octal(s, rune);
		return 0;
	}
	s->at++;
	if (name) {
		*rune = (uint32_t)runes[name - names];
		return 0;
	}
	if (c == 'x')
		return take_hex(s, rune) ? 0 :
		       scan_fail(s, start, "\\x needs two hexadecimal digits, "
				 "or some in braces up to 10FFFF");
	*rune = (unsigned char)c;
	if (*rune >= 0x80 || (c != '_' && rune_is_word(c)))
		return scan_fail(s, start, escape_trouble(c));
	return 0;
}

/* A decimal number without leading zeros, at most SCAN_COUNT_MAX + 1. */
static bool take_count(struct scan *s, unsigned *count)
{
	size_t start = s->at;

	for (*count = 0; s->at < s->n; s->at++) {
		char c = s->text[s->at];

		if (c < '0' || c > '9')
			break;
		*count = *count * 10 + (unsigned)(c - '0');
		if (*count > SCAN_COUNT_MAX)
			*count = SCAN_COUNT_MAX + 1;
	}
	return s->at - start == 1 ||
	       (s->at > start && s->text[start] != '0');
}

bool scan_counts(struct scan *s, unsigned *least, unsigned *most, bool *open)
{
	size_t start = s->at++;
	bool is_repeat = take_count(s, least);

	*most = *least;
	*open = is_repeat && scan_take(s, ",") && scan_sees(s, "}");
	if (is_repeat && s->text[s->at - 1] == ',' && !*open)
		is_repeat = take_count(s, most);
	if (is_repeat && scan_take(s, "}"))
		return true;
	s->at = start;
	return false;
}
