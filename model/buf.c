#include "config.h"

#include "model/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/mem.h"

void buf_grow(struct buf *buf, size_t more)
{
	size_t cap = buf->cap;

	if (more < cap - buf->n)
		return;
	if (more > SIZE_MAX / 4 - buf->n)
		die("out of memory: a text of %zu bytes", more);
	while (cap <= buf->n + more)
		cap = cap ? cap * 2 : 64;
	buf->s = realloc(buf->s, cap);
	if (!buf->s)
		die("out of memory: a text of %zu bytes", cap);
	buf->cap = cap;
}

void buf_release(struct buf *buf)
{
	free(buf->s);
	*buf = (struct buf)BUF_INIT;
}

void buf_clear(struct buf *buf)
{
	buf->n = 0;
	if (buf->s)
		buf->s[0] = '\0';
}

bool buf_same(const struct buf *a, const struct buf *b)
{
	return a->n == b->n && !memcmp(buf_str(a), buf_str(b), a->n);
}

void buf_copy(struct buf *to, const struct buf *from)
{
	buf_clear(to);
	buf_add(to, buf_str(from), from->n);
}

struct buf buf_clone(const struct buf *buf)
{
	struct buf clone = BUF_INIT;

	buf_copy(&clone, buf);
	return clone;
}

void buf_pad(struct buf *buf, char c, size_t n)
{
	buf_grow(buf, n);
	memset(buf->s + buf->n, c, n);
	buf->n += n;
	buf->s[buf->n] = '\0';
}

void buf_addf(struct buf *buf, const char *fmt, ...)
{
	va_list ap, again;
	int n;

	buf_grow(buf, 32);
	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(buf->s + buf->n, buf->cap - buf->n, fmt, ap);
	va_end(ap);
	if (n > 0 && (size_t)n >= buf->cap - buf->n) {
		buf_grow(buf, (size_t)n);
		vsnprintf(buf->s + buf->n, (size_t)n + 1, fmt, again);
	}
	va_end(again);
	buf->n += n > 0 ? (size_t)n : 0;
}

void buf_addi(struct buf *buf, int64_t value, size_t width)
{
	char digits[24];
	size_t at = sizeof(digits);
	uint64_t rest = value < 0 ? -(uint64_t)value : (uint64_t)value;

	do
		digits[--at] = (char)('0' + rest % 10);
	while (rest /= 10);
	if (value < 0)
		digits[--at] = '-';
	if (sizeof(digits) - at < width)
		buf_pad(buf, ' ', width - (sizeof(digits) - at));
	buf_add(buf, digits + at, sizeof(digits) - at);
}

const char *buf_str(const struct buf *buf)
{
	return buf->s ? buf->s : "";
}
