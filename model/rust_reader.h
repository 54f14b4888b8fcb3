/*
 * A name in Rust's v0 form while it is read: letters go in, text comes out.
 * This has what a name is spelled with (numbers, identifiers, references to
 * earlier parts); what it says is model/demangle_rust.c.
 *
 * Nobody looks for errors in between.  Once a name has failed, there is no
 * letter in it and nothing is written, so that all reading comes to its end.
 * It has failed, too, when it takes DEMANGLE_STEPS or writes as many bytes.
 */
#ifndef MODEL_RUST_READER_H
#define MODEL_RUST_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/buf.h"

struct rust_reader {
	const char *s;		/* borrowed; what is left is [at, end) */
	size_t at, end;
	struct buf *out;	/* borrowed */
	size_t start;		/* of what is written there */
	bool has_generics;
	bool is_silent;		/* read on, write nothing, follow nothing */
	bool has_failed;
	unsigned int depth;
	size_t steps;
	uint64_t lifetimes;	/* bound where we are */
	bool is_open;		/* the path just read has "<" and no ">" */
};

struct rust_ident {
	const char *s;		/* borrowed from the name */
	size_t n;
	bool is_punycode;
};

/* The next letter; NUL at the end, which no name has in it. */
char rust_peek(const struct rust_reader *r);

/* Takes the next letter; rust_accept only this one, and says whether. */
char rust_take(struct rust_reader *r);
bool rust_accept(struct rust_reader *r, char c);

/* Whether there is more of a list that "E" ends. */
bool rust_has_more(const struct rust_reader *r);

/* The name has failed unless the claim is true. */
void rust_require(struct rust_reader *r, bool claim);
void rust_count(struct rust_reader *r, uint64_t steps);

/* Around what may hold itself: a step, and true unless it is too deep. */
bool rust_enter(struct rust_reader *r);
void rust_leave(struct rust_reader *r);

/*
 * Digits and "_": alone 0, else one more than the digits say.  Disambiguators
 * may not fit and are not shown; a place that does not is some other place.
 */
uint64_t rust_read_base62(struct rust_reader *r);
uint64_t rust_read_disambiguator(struct rust_reader *r);

/*
 * Hexadecimal digits and "_".  The digits, borrowed from the name, may be
 * more than the 64 bits that come back.
 */
uint64_t rust_read_hex(struct rust_reader *r, const char **digits, size_t *n);

struct rust_ident rust_read_ident(struct rust_reader *r);

/* Takes a reference and reads what stands where it leads. */
void rust_read_backref(struct rust_reader *r,
		       void (*read)(struct rust_reader *));

void rust_put_n(struct rust_reader *r, const char *s, size_t n);
void rust_put(struct rust_reader *r, const char *s);
void rust_put_number(struct rust_reader *r, const char *before,
		     uint64_t number, const char *after);
void rust_put_ident(struct rust_reader *r, struct rust_ident ident);

#endif
