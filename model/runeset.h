/*
 * Sets of characters that Go's regexps have names for, \d, [:alpha:] or
 * \p{Greek}, spelled as members of a class for PCRE2: what is appended may
 * stand between [ and ] beside others.
 */
#ifndef MODEL_RUNESET_H
#define MODEL_RUNESET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/buf.h"

/* To be or'ed together; FOLDS where PCRE2 ignores case there. */
enum { RUNESET_NEGATED = 1, RUNESET_FOLDS = 2 };

/* Appends one character, no surrogate; it may also stand outside a class. */
void runeset_add_rune(struct buf *out, uint32_t rune);

/*
 * Appends the characters from lo to hi but no surrogates: to PCRE2 they are no
 * characters, and in Go they match nothing either.
 */
void runeset_add_range(struct buf *out, uint32_t lo, uint32_t hi);

/*
 * A set of ASCII characters: \d, \s or \w with its backslash, or what stands
 * between [: and :].  False, with nothing appended, for an unknown name.
 */
bool runeset_add_named(struct buf *out, const char *name, size_t n,
		       unsigned how);

/*
 * A Unicode category or script in Go's loose spelling, ^ in front for not.
 * False, with nothing appended, for an unknown name, which may be any bytes.
 */
bool runeset_add_property(struct buf *out, const char *name, size_t n,
			  unsigned how);

#endif
