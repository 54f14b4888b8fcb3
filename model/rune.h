/*
 * Characters as UTF-8, read the way Go reads it: overlong forms, surrogates
 * and what lies above RUNE_MAX are not UTF-8.
 */
#ifndef MODEL_RUNE_H
#define MODEL_RUNE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/buf.h"

enum {
	RUNE_MAX = 0x10ffff,
	RUNE_BAD = 0xfffd,	/* what Go reads an invalid byte as */
};

/* Bytes of the first character of s[0..n), n > 0; 0 when it is not UTF-8. */
size_t rune_decode(const char *s, size_t n, uint32_t *rune);

/* Characters of s[0..n); a byte that is not UTF-8 is one, as in Go. */
size_t rune_count(const char *s, size_t n);

/* Appends a character of at most RUNE_MAX; also a surrogate, in three bytes. */
void rune_encode(struct buf *out, uint32_t rune);

/* Of bytes in ASCII. */

static inline bool rune_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The value of a hexadecimal digit, of either case; -1 of what is none. */
static inline int rune_hex(char c)
{
	if (rune_is_digit(c))
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The same where capitals are none. */
static inline int rune_lower_hex(char c)
{
	return c >= 'A' && c <= 'F' ? -1 : rune_hex(c);
}

/* Whether a byte is one of \w: an ASCII letter, a digit or _. */
static inline bool rune_is_word(char c)
{
	return rune_is_digit(c) || (c >= 'A' && c <= 'Z') ||
	       (c >= 'a' && c <= 'z') || c == '_';
}

#endif
