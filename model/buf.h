/*
 * Growing text: bytes with a length, always followed by a NUL that the length
 * does not count.  The bytes may hold NULs of their own.  BUF_INIT or zeroes
 * start an empty one; buf_release gives the memory back and leaves it empty.
 */
#ifndef MODEL_BUF_H
#define MODEL_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct buf {
	char *s;	/* never NULL after an add; may be NULL before */
	size_t n, cap;
};

#define BUF_INIT { NULL, 0, 0 }

void buf_release(struct buf *buf);
void buf_clear(struct buf *buf);

bool buf_same(const struct buf *a, const struct buf *b);

/* Makes `to` say what `from` says. */
void buf_copy(struct buf *to, const struct buf *from);

/* The same in storage of its own, to be released. */
struct buf buf_clone(const struct buf *buf);

/* Makes room for n bytes more and the NUL behind them. */
void buf_grow(struct buf *buf, size_t n);

/* Short, and called for every frame of a report: these are worth inlining. */
static inline void buf_add(struct buf *buf, const char *s, size_t n)
{
	if (n >= buf->cap - buf->n)
		buf_grow(buf, n);
	if (n)
		memcpy(buf->s + buf->n, s, n);
	buf->n += n;
	buf->s[buf->n] = '\0';
}

static inline void buf_adds(struct buf *buf, const char *s)
{
	buf_add(buf, s, strlen(s));
}

static inline void buf_addc(struct buf *buf, char c)
{
	buf_add(buf, &c, 1);
}

void buf_pad(struct buf *buf, char c, size_t n);
void buf_addf(struct buf *buf, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Appends a decimal number, right-aligned in width ... */
void buf_addi(struct buf *buf, int64_t value, size_t width);
void buf_addu(struct buf *buf, uint64_t value, size_t width);

/* ... or a hexadecimal one. */
void buf_addx(struct buf *buf, uint64_t value);

/* The text as a C string, "" when empty; borrowed until the next change. */
const char *buf_str(const struct buf *buf);

#endif
