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

/* Whether a byte is one of \w: an ASCII letter, a digit or _. */
static inline bool rune_is_word(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	       (c >= 'a' && c <= 'z') || c == '_';
}

#endif
