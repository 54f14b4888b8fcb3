/*
 * Growing text: bytes with a length, always followed by a NUL that the length
 * does not count.  The bytes may hold NULs of their own.  BUF_INIT or zeroes
 * start an empty one; buf_release gives the memory back and leaves it empty.
 */
#ifndef MODEL_BUF_H
#define MODEL_BUF_H

#include <stddef.h>

struct buf {
	char *s;	/* never NULL after an add; may be NULL before */
	size_t n, cap;
};

#define BUF_INIT { NULL, 0, 0 }

void buf_release(struct buf *buf);
void buf_clear(struct buf *buf);

void buf_add(struct buf *buf, const char *s, size_t n);
void buf_adds(struct buf *buf, const char *s);
void buf_addc(struct buf *buf, char c);
void buf_pad(struct buf *buf, char c, size_t n);
void buf_addf(struct buf *buf, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* The text as a C string, "" when empty; borrowed until the next change. */
const char *buf_str(const struct buf *buf);

#endif
