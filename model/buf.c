#include "config.h"

#include "model/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/mem.h"

static void buf_reserve(struct buf *buf, size_t more)
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

void buf_add(struct buf *buf, const char *s, size_t n)
{
	buf_reserve(buf, n);
	if (n)
		memcpy(buf->s + buf->n, s, n);
	buf->n += n;
	buf->s[buf->n] = '\0';
}

void buf_adds(struct buf *buf, const char *s)
{
	buf_add(buf, s, strlen(s));
}

void buf_addc(struct buf *buf, char c)
{
	buf_add(buf, &c, 1);
}

void buf_pad(struct buf *buf, char c, size_t n)
{
	buf_reserve(buf, n);
	memset(buf->s + buf->n, c, n);
	buf->n += n;
	buf->s[buf->n] = '\0';
}

void buf_addf(struct buf *buf, const char *fmt, ...)
{
	va_list ap, again;
	int n;

	buf_reserve(buf, 32);
	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(buf->s + buf->n, buf->cap - buf->n, fmt, ap);
	va_end(ap);
	if (n > 0 && (size_t)n >= buf->cap - buf->n) {
		buf_reserve(buf, (size_t)n);
		vsnprintf(buf->s + buf->n, (size_t)n + 1, fmt, again);
	}
	va_end(again);
	buf->n += n > 0 ? (size_t)n : 0;
}

const char *buf_str(const struct buf *buf)
{
	return buf->s ? buf->s : "";
}
