#include "config.h"

#include "model/demangle_rust.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "model/demangle.h"
#include "model/punycode.h"

enum { DEPTH_MAX = 256 };	/* of paths in types in paths */

/* A name being read.  Once it has failed, nothing more is read or written. */
struct rust {
	const char *s;
	size_t at, end;
	struct buf *out;
	size_t start;		/* of what is written there */
	bool has_generics;
	bool is_silent;		/* read on, write nothing, follow nothing */
	bool has_failed;
	unsigned int depth;
	size_t steps;
	uint64_t lifetimes;	/* bound where we are */
	bool is_open;		/* the path just read has "<" and no ">" */
};

struct ident {
	const char *s;
	size_t n;
	bool is_punycode;
};

static void read_path(struct rust *r, bool in_value);
static void read_type(struct rust *r);
static void read_const(struct rust *r);

/* The next letter; NUL at the end, which no name has in it. */
static char peek(const struct rust *r)
{
	return r->at < r->end && !r->has_failed ? r->s[r->at] : '\0';
}

static bool accept(struct rust *r, char c)
{
	if (peek(r) != c)
		return false;
	r->at++;
	return true;
}

static void fail_unless(struct rust *r, bool claim)
{
	r->has_failed = r->has_failed || !claim;
}

static char take(struct rust *r)
{
	char c = peek(r);

	fail_unless(r, c);
	r->at += c != '\0';
	return c;
}

/* Whether there is more of a list that "E" ends. */
static bool has_more(const struct rust *r)
{
	return peek(r) && peek(r) != 'E';
}

static void put_n(struct rust *r, const char *s, size_t n)
{
	fail_unless(r, r->is_silent || r->out->n - r->start + n <
				       DEMANGLE_STEPS);
	if (!r->is_silent && !r->has_failed)
		buf_add(r->out, s, n);
}

static void put(struct rust *r, const char *s)
{
	put_n(r, s, strlen(s));
}

static void put_number(struct rust *r, const char *before, uint64_t number,
		       const char *after)
{
	char text[64];

	if (r->is_silent)
		return;
	snprintf(text, sizeof(text), "%s%" PRIu64 "%s", before, number, after);
	put(r, text);
}

static bool enter(struct rust *r)
{
	fail_unless(r, r->depth < DEPTH_MAX && r->steps < DEMANGLE_STEPS);
	if (r->has_failed)
		return false;
	r->depth++;
	r->steps++;
	return true;
}

static int base62_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'Z' ? c - 'A' + 36 : -1;
}

/*
 * Digits and "_": alone 0, else one more than the digits say.  Disambiguators
 * may not fit and are not shown; a place that does not is some other place.
 */
static uint64_t read_base62(struct rust *r)
{
	uint64_t value = 0;

	if (accept(r, '_'))
		return 0;
	while (!r->has_failed && !accept(r, '_')) {
		int digit = base62_digit(take(r));

		fail_unless(r, digit >= 0);
		value = value * 62 + (uint64_t)(digit < 0 ? 0 : digit);
	}
	return value + 1;
}

static uint64_t read_disambiguator(struct rust *r)
{
	return accept(r, 's') ? read_base62(r) + 1 : 0;
}

static size_t read_decimal(struct rust *r)
{
	size_t value = 0;

	fail_unless(r, isdigit((unsigned char)peek(r)));
	if (accept(r, '0'))
		return 0;
	while (isdigit((unsigned char)peek(r))) {
		fail_unless(r, value < DEMANGLE_NAME_MAX);
		value = value * 10 + (size_t)(take(r) - '0');
	}
	return value;
}

static struct ident read_ident(struct rust *r)
{
	struct ident ident = { .is_punycode = accept(r, 'u') };

	ident.n = read_decimal(r);
	accept(r, '_');
	fail_unless(r, ident.n <= r->end - r->at);
	if (r->has_failed)
		return (struct ident){ "", 0, false };
	ident.s = r->s + r->at;
	r->at += ident.n;
	for (size_t i = 0; i < ident.n; i++)
		fail_unless(r, isalnum((unsigned char)ident.s[i]) ||
			       ident.s[i] == '_');
	return ident;
}

static void put_ident(struct rust *r, struct ident ident)
{
	if (!ident.is_punycode) {
		put_n(r, ident.s, ident.n);
		return;
	}
	if (!r->is_silent && !r->has_failed)
		fail_unless(r, punycode_decode(r->out, ident.s, ident.n));
}

/* Reads what stands earlier in the name once more. */
static void read_backref(struct rust *r, void (*read)(struct rust *))
{
	size_t start = r->at, end = r->end, next;
	uint64_t at;

	take(r);
	at = read_base62(r);
	if (r->is_silent || !enter(r))
		return;
	fail_unless(r, at < start);
	next = r->at;
	r->at = (size_t)at;
	r->end = start;
	read(r);
	r->at = next;
	r->end = end;
	r->depth--;
}

static void put_lifetime(struct rust *r, uint64_t lifetime)
{
	uint64_t depth = r->lifetimes - lifetime;

	if (!lifetime) {
		put(r, "'_");
		return;
	}
	fail_unless(r, lifetime <= r->lifetimes);
	if (depth < 26)
		put_n(r, (char[]){ '\'', (char)('a' + depth) }, 2);
	else
		put_number(r, "'z", depth - 25, "");
}

/* Lifetimes that what follows may use: "for<'a, 'b> ". */
static void read_binder(struct rust *r)
{
	uint64_t n;

	if (!accept(r, 'G'))
		return;
	n = read_base62(r) + 1;
	/* Each is used later, and so takes a letter. */
	fail_unless(r, n < r->end - r->at);
	if (!r->has_failed)
		r->steps += n;
	fail_unless(r, r->steps < DEMANGLE_STEPS);
	put(r, "for<");
	for (uint64_t i = 0; i < n && !r->has_failed; i++) {
		put(r, i ? ", " : "");
		r->lifetimes++;
		put_lifetime(r, 1);
	}
	put(r, "> ");
}

static void read_generic(struct rust *r)
{
	if (accept(r, 'L'))
		put_lifetime(r, read_base62(r));
	else if (accept(r, 'K'))
		read_const(r);
	else
		read_type(r);
}

static void read_generics(struct rust *r)
{
	bool was_silent = r->is_silent;

	r->is_silent = was_silent || !r->has_generics;
	for (bool is_first = true; has_more(r); is_first = false) {
		put(r, is_first ? "" : ", ");
		read_generic(r);
	}
	r->is_silent = was_silent;
}

/* Where an impl block is; not shown. */
static void read_impl_path(struct rust *r)
{
	bool was_silent = r->is_silent;

	r->is_silent = true;
	read_disambiguator(r);
	read_path(r, false);
	r->is_silent = was_silent;
}

static void read_as(struct rust *r, bool has_trait)
{
	put(r, "<");
	read_type(r);
	if (has_trait) {
		put(r, " as ");
		read_path(r, false);
	}
	put(r, ">");
}

/* What the compiler made has a capital for its kind: "{closure#0}". */
static void put_special(struct rust *r, char kind, struct ident ident,
			uint64_t number)
{
	put(r, "::{");
	if (kind == 'C')
		put(r, "closure");
	else if (kind == 'S')
		put(r, "shim");
	else
		put_n(r, &kind, 1);
	if (ident.n) {
		put(r, ":");
		put_ident(r, ident);
	}
	put_number(r, "#", number, "}");
}

static void read_nested(struct rust *r, bool in_value)
{
	char kind = take(r);
	struct ident ident;
	uint64_t number;

	fail_unless(r, isalpha((unsigned char)kind));
	read_path(r, in_value);
	number = read_disambiguator(r);
	ident = read_ident(r);
	if (isupper((unsigned char)kind)) {
		put_special(r, kind, ident, number);
		return;
	}
	put(r, "::");
	put_ident(r, ident);
}

static void read_path_of_value(struct rust *r)
{
	read_path(r, true);
}

static void read_path_of_type(struct rust *r)
{
	read_path(r, false);
}

static void read_crate(struct rust *r)
{
	read_disambiguator(r);
	put_ident(r, read_ident(r));
}

static void read_generic_path(struct rust *r, bool in_value)
{
	read_path(r, in_value);
	put(r, in_value ? "::<" : "<");
	read_generics(r);
	put(r, ">");
	fail_unless(r, accept(r, 'E'));
}

/* in_value: where "<" needs "::" in front of it. */
static void read_path(struct rust *r, bool in_value)
{
	if (!enter(r))
		return;
	if (peek(r) == 'B') {
		read_backref(r, in_value ? read_path_of_value :
					   read_path_of_type);
	} else if (accept(r, 'C')) {
		read_crate(r);
	} else if (accept(r, 'N')) {
		read_nested(r, in_value);
	} else if (accept(r, 'I')) {
		read_generic_path(r, in_value);
	} else if (accept(r, 'Y')) {
		read_as(r, true);
	} else if (accept(r, 'X')) {
		read_impl_path(r);
		read_as(r, true);
	} else {
		fail_unless(r, accept(r, 'M'));
		read_impl_path(r);
		read_as(r, false);
	}
	r->depth--;
}

/* Of a trait that may go on with "Item = T" in the same brackets. */
static void read_open_path(struct rust *r)
{
	r->is_open = false;
	if (!enter(r))
		return;
	if (accept(r, 'I')) {
		read_path(r, false);
		put(r, "<");
		read_generics(r);
		fail_unless(r, accept(r, 'E'));
		r->is_open = true;
	} else if (peek(r) == 'B') {
		read_backref(r, read_open_path);
	} else {
		read_path(r, false);
	}
	r->depth--;
}

static void read_dyn_trait(struct rust *r)
{
	bool is_open;

	read_open_path(r);
	is_open = r->is_open;
	while (accept(r, 'p')) {
		put(r, is_open ? ", " : "<");
		is_open = true;
		put_ident(r, read_ident(r));
		put(r, " = ");
		read_type(r);
	}
	if (is_open)
		put(r, ">");
}

static void read_dyn(struct rust *r)
{
	uint64_t lifetimes = r->lifetimes, lifetime;
	bool is_first = true;

	put(r, "dyn ");
	read_binder(r);
	for (; has_more(r); is_first = false) {
		put(r, is_first ? "" : " + ");
		read_dyn_trait(r);
	}
	fail_unless(r, accept(r, 'E'));
	r->lifetimes = lifetimes;
	fail_unless(r, accept(r, 'L'));
	lifetime = read_base62(r);
	if (!lifetime)
		return;
	put(r, is_first ? "+ " : " + ");
	put_lifetime(r, lifetime);
}

static void put_abi(struct rust *r, struct ident abi)
{
	put(r, "extern \"");
	for (size_t i = 0; i < abi.n; i++)
		put_n(r, abi.s[i] == '_' ? "-" : abi.s + i, 1);
	put(r, "\" ");
}

static void read_types(struct rust *r, size_t *n)
{
	for (*n = 0; has_more(r); ++*n) {
		put(r, *n ? ", " : "");
		read_type(r);
	}
	fail_unless(r, accept(r, 'E'));
}

static void read_fn(struct rust *r)
{
	uint64_t lifetimes = r->lifetimes;
	struct ident abi = { "C", 1, false };
	size_t n;

	read_binder(r);
	if (accept(r, 'U'))
		put(r, "unsafe ");
	if (accept(r, 'K')) {
		if (!accept(r, 'C'))
			abi = read_ident(r);
		fail_unless(r, !abi.is_punycode);
		put_abi(r, abi);
	}
	put(r, "fn(");
	read_types(r, &n);
	put(r, ")");
	if (!accept(r, 'u')) {
		put(r, " -> ");
		read_type(r);
	}
	r->lifetimes = lifetimes;
}

static void read_tuple(struct rust *r)
{
	size_t n;

	put(r, "(");
	read_types(r, &n);
	put(r, n == 1 ? ",)" : ")");
}

static void read_array(struct rust *r, bool has_length)
{
	put(r, "[");
	read_type(r);
	if (has_length) {
		put(r, "; ");
		read_const(r);
	}
	put(r, "]");
}

static void read_reference(struct rust *r, const char *mut)
{
	uint64_t lifetime = accept(r, 'L') ? read_base62(r) : 0;

	put(r, "&");
	if (lifetime) {
		put_lifetime(r, lifetime);
		put(r, " ");
	}
	put(r, mut);
	read_type(r);
}

static void read_basic_type(struct rust *r)
{
	static const char *const names['z' - 'a' + 1] = {
		"i8", "bool", "char", "f64", "str", "f32", NULL, "u8",
		"isize", "usize", NULL, "i32", "u32", "i128", "u128", "_",
		NULL, NULL, "i16", "u16", "()", "...", NULL, "i64", "u64", "!",
	};
	char c = take(r);
	const char *name = c >= 'a' && c <= 'z' ? names[c - 'a'] : NULL;

	fail_unless(r, name);
	put(r, name ? name : "");
}

static void read_type_of(struct rust *r, char kind)
{
	switch (kind) {
	case 'A':
		read_array(r, true);
		break;
	case 'S':
		read_array(r, false);
		break;
	case 'T':
		read_tuple(r);
		break;
	case 'R':
		read_reference(r, "");
		break;
	case 'Q':
		read_reference(r, "mut ");
		break;
	case 'P':
		put(r, "*const ");
		read_type(r);
		break;
	case 'O':
		put(r, "*mut ");
		read_type(r);
		break;
	case 'F':
		read_fn(r);
		break;
	default:
		read_dyn(r);
	}
}

static void read_type(struct rust *r)
{
	char kind = peek(r);

	if (!enter(r))
		return;
	if (kind == 'B')
		read_backref(r, read_type);
	else if (kind && strchr("CMXYNI", kind))
		read_path(r, false);
	else if (kind && strchr("ASTRQPOFD", kind))
		read_type_of(r, take(r));
	else
		read_basic_type(r);
	r->depth--;
}

/* Hexadecimal digits and "_"; digits beyond the lowest 64 bits are lost. */
static uint64_t read_hex(struct rust *r, const char **digits, size_t *n)
{
	uint64_t value = 0;

	*digits = r->s + r->at;
	for (*n = 0; !r->has_failed && !accept(r, '_'); ++*n) {
		char c = take(r);
		bool is_digit = c >= '0' && c <= '9';

		fail_unless(r, is_digit || (c >= 'a' && c <= 'f'));
		fail_unless(r, c != '0' || *n || peek(r) == '_');
		value = value * 16 +
			(uint64_t)(is_digit ? c - '0' : c - 'a' + 10);
	}
	fail_unless(r, *n);
	return value;
}

static void put_char(struct rust *r, uint64_t rune)
{
	static const char from[] = "\t\r\n\\'", to[] = "trn\\'";
	const char *special = rune && rune < 128 ? strchr(from, (int)rune) :
						   NULL;
	char text[32];

	if (special)
		snprintf(text, sizeof(text), "'\\%c'", to[special - from]);
	else if (rune >= ' ' && rune <= '~')
		snprintf(text, sizeof(text), "'%c'", (char)rune);
	else
		snprintf(text, sizeof(text), "'\\u{%" PRIx64 "}'", rune);
	put(r, text);
}

static void read_value(struct rust *r, char type)
{
	bool is_signed = strchr("aslxni", type);
	const char *digits;
	uint64_t value;
	size_t n;

	if (is_signed && accept(r, 'n'))
		put(r, "-");
	value = read_hex(r, &digits, &n);
	if (type == 'b') {
		fail_unless(r, n == 1 && value < 2);
		put(r, value ? "true" : "false");
	} else if (type == 'c') {
		fail_unless(r, n <= 6);
		put_char(r, value);
	} else if (n > 16) {
		put(r, "0x");
		put_n(r, digits, n);
	} else {
		put_number(r, "", value, "");
	}
}

static void read_const(struct rust *r)
{
	char type = peek(r);

	if (!enter(r))
		return;
	if (type == 'B') {
		read_backref(r, read_const);
	} else if (accept(r, 'p')) {
		put(r, "_");
	} else {
		fail_unless(r, type && strchr("aslxnihtmyojbc", type));
		take(r);
		if (!r->has_failed)
			read_value(r, type);
	}
	r->depth--;
}

bool demangle_rust(struct buf *out, struct str name, bool has_generics,
		   size_t *steps)
{
	const char *dot = name.n ? memchr(name.s, '.', name.n) : NULL;
	struct rust r = {
		.out = out, .start = out->n, .has_generics = has_generics,
	};

	if (dot)
		name.n = (size_t)(dot - name.s);
	if (name.n < 3 || name.n > DEMANGLE_NAME_MAX ||
	    memcmp(name.s, "_R", 2))
		return false;
	r.s = name.s + 2;
	r.end = name.n - 2;
	read_path(&r, true);
	if (r.at < r.end) {		/* where it was made from a generic */
		r.is_silent = true;
		read_path(&r, false);
	}
	*steps += r.steps;
	return !r.has_failed && r.at == r.end;
}
