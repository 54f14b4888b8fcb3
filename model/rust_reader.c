#include "config.h"

#include "model/rust_reader.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "model/demangle.h"
#include "model/punycode.h"
#include "model/rune.h"

enum { DEPTH_MAX = 256 };	/* of paths in types in paths */

char rust_peek(const struct rust_reader *r)
{
	return r->at < r->end && !r->has_failed ? r->s[r->at] : '\0';
}

bool rust_accept(struct rust_reader *r, char c)
{
	if (rust_peek(r) != c)
		return false;
	r->at++;
	return true;
}

void rust_require(struct rust_reader *r, bool claim)
{
	r->has_failed = r->has_failed || !claim;
}

char rust_take(struct rust_reader *r)
{
	char c = rust_peek(r);

	rust_require(r, c);
	r->at += c != '\0';
	return c;
}

bool rust_has_more(const struct rust_reader *r)
{
	return rust_peek(r) && rust_peek(r) != 'E';
}

void rust_put_n(struct rust_reader *r, const char *s, size_t n)
{
	rust_require(r, r->is_silent || r->out->n - r->start + n <
				       DEMANGLE_STEPS);
	if (!r->is_silent && !r->has_failed)
		buf_add(r->out, s, n);
}

void rust_put(struct rust_reader *r, const char *s)
{
	rust_put_n(r, s, strlen(s));
}

void rust_put_number(struct rust_reader *r, const char *before,
		     uint64_t number, const char *after)
{
	char text[64];

	if (r->is_silent)
		return;
	snprintf(text, sizeof(text), "%s%" PRIu64 "%s", before, number, after);
	rust_put(r, text);
}

void rust_count(struct rust_reader *r, uint64_t steps)
{
	rust_require(r, steps < DEMANGLE_STEPS - r->steps);
	r->steps += r->has_failed ? 0 : (size_t)steps;
}

bool rust_enter(struct rust_reader *r)
{
	rust_require(r, r->depth < DEPTH_MAX);
	rust_count(r, 1);
	r->depth += !r->has_failed;
	return !r->has_failed;
}

void rust_leave(struct rust_reader *r)
{
	r->depth--;
}

static int base62_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'Z' ? c - 'A' + 36 : -1;
}

uint64_t rust_read_base62(struct rust_reader *r)
{
	uint64_t value = 0;

	if (rust_accept(r, '_'))
		return 0;
	while (!r->has_failed && !rust_accept(r, '_')) {
		int digit = base62_digit(rust_take(r));

		rust_require(r, digit >= 0);
		value = value * 62 + (uint64_t)(digit < 0 ? 0 : digit);
	}
	return value + 1;
}

uint64_t rust_read_disambiguator(struct rust_reader *r)
{
	return rust_accept(r, 's') ? rust_read_base62(r) + 1 : 0;
}

static size_t read_decimal(struct rust_reader *r)
{
	size_t value = 0;

	rust_require(r, isdigit((unsigned char)rust_peek(r)));
	if (rust_accept(r, '0'))
		return 0;
	while (isdigit((unsigned char)rust_peek(r))) {
		rust_require(r, value < DEMANGLE_NAME_MAX);
		value = value * 10 + (size_t)(rust_take(r) - '0');
	}
	return value;
}

struct rust_ident rust_read_ident(struct rust_reader *r)
{
	struct rust_ident ident = { .is_punycode = rust_accept(r, 'u') };

	ident.n = read_decimal(r);
	rust_accept(r, '_');
	rust_require(r, ident.n <= r->end - r->at);
	if (r->has_failed)
		return (struct rust_ident){ "", 0, false };
	ident.s = r->s + r->at;
	r->at += ident.n;
	for (size_t i = 0; i < ident.n; i++)
		rust_require(r, isalnum((unsigned char)ident.s[i]) ||
			       ident.s[i] == '_');
	return ident;
}

void rust_put_ident(struct rust_reader *r, struct rust_ident ident)
{
	if (!ident.is_punycode) {
		rust_put_n(r, ident.s, ident.n);
		return;
	}
	if (!r->is_silent && !r->has_failed)
		rust_require(r, punycode_decode(r->out, ident.s, ident.n));
}

void rust_read_backref(struct rust_reader *r,
		       void (*read)(struct rust_reader *))
{
	size_t start = r->at, end = r->end, next;
	uint64_t at;

	rust_take(r);
	at = rust_read_base62(r);
	if (r->is_silent || !rust_enter(r))
		return;
	rust_require(r, at < start);
	next = r->at;
	r->at = (size_t)at;
	r->end = start;
	read(r);
	r->at = next;
	r->end = end;
	rust_leave(r);
}

uint64_t rust_read_hex(struct rust_reader *r, const char **digits, size_t *n)
{
	uint64_t value = 0;

	*digits = r->s + r->at;
	for (*n = 0; !r->has_failed && !rust_accept(r, '_'); ++*n) {
		char c = rust_take(r);
		int digit = rune_lower_hex(c);

		rust_require(r, digit >= 0);
		rust_require(r, c != '0' || *n || rust_peek(r) == '_');
		value = value * 16 + (uint64_t)digit;
	}
	rust_require(r, *n);
	return value;
}
