#include "config.h"

#include "model/scanline.h"

#include <string.h>

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
	line->s += n;
	line->n -= n;
	return n;
}

static int digit_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool scanline_hex(struct str *line, uint64_t *value)
{
	struct str rest = *line;
	uint64_t v = 0;

	for (; rest.n && digit_of(*rest.s) >= 0; rest.s++, rest.n--) {
		if (v >> 60)
			return false;
		v = v << 4 | (uint64_t)digit_of(*rest.s);
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
