#include "config.h"

#include "model/demangle_rust.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "model/demangle.h"
#include "model/rust_reader.h"

static void read_path(struct rust_reader *r, bool in_value);
static void read_type(struct rust_reader *r);
static void read_const(struct rust_reader *r);

static void put_lifetime(struct rust_reader *r, uint64_t lifetime)
{
	uint64_t depth = r->lifetimes - lifetime;

	if (!lifetime) {
		rust_put(r, "'_");
		return;
	}
	rust_require(r, lifetime <= r->lifetimes);
	if (depth < 26)
		rust_put_n(r, (char[]){ '\'', (char)('a' + depth) }, 2);
	else
		rust_put_number(r, "'z", depth - 25, "");
}

/* Lifetimes that what follows may use: "for<'a, 'b> ". */
static void read_binder(struct rust_reader *r)
{
	uint64_t n;

	if (!rust_accept(r, 'G'))
		return;
	n = rust_read_base62(r) + 1;
	/* Each is used later, and so takes a letter. */
	rust_require(r, n < r->end - r->at);
	rust_count(r, n);
	rust_put(r, "for<");
	for (uint64_t i = 0; i < n && !r->has_failed; i++) {
		rust_put(r, i ? ", " : "");
		r->lifetimes++;
		put_lifetime(r, 1);
	}
	rust_put(r, "> ");
}

static void read_generic(struct rust_reader *r)
{
	if (rust_accept(r, 'L'))
		put_lifetime(r, rust_read_base62(r));
	else if (rust_accept(r, 'K'))
		read_const(r);
	else
		read_type(r);
}

static void read_generics(struct rust_reader *r)
{
	bool was_silent = r->is_silent;

	r->is_silent = was_silent || !r->has_generics;
	for (bool is_first = true; rust_has_more(r); is_first = false) {
		rust_put(r, is_first ? "" : ", ");
		read_generic(r);
	}
	r->is_silent = was_silent;
}

/* Where an impl block is; not shown. */
static void read_impl_path(struct rust_reader *r)
{
	bool was_silent = r->is_silent;

	r->is_silent = true;
	rust_read_disambiguator(r);
	read_path(r, false);
	r->is_silent = was_silent;
}

static void read_as(struct rust_reader *r, bool has_trait)
{
	rust_put(r, "<");
	read_type(r);
	if (has_trait) {
		rust_put(r, " as ");
		read_path(r, false);
	}
	rust_put(r, ">");
}

/* What the compiler made has a capital for its kind: "{closure#0}". */
static void put_special(struct rust_reader *r, char kind,
			struct rust_ident ident, uint64_t number)
{
	rust_put(r, "::{");
	if (kind == 'C')
		rust_put(r, "closure");
	else if (kind == 'S')
		rust_put(r, "shim");
	else
		rust_put_n(r, &kind, 1);
	if (ident.n) {
		rust_put(r, ":");
		rust_put_ident(r, ident);
	}
	rust_put_number(r, "#", number, "}");
}

static void read_nested(struct rust_reader *r, bool in_value)
{
	char kind = rust_take(r);
	struct rust_ident ident;
	uint64_t number;

	rust_require(r, isalpha((unsigned char)kind));
	read_path(r, in_value);
	number = rust_read_disambiguator(r);
	ident = rust_read_ident(r);
	if (isupper((unsigned char)kind)) {
		put_special(r, kind, ident, number);
		return;
	}
	rust_put(r, "::");
	rust_put_ident(r, ident);
}

static void read_path_of_value(struct rust_reader *r)
{
	read_path(r, true);
}

static void read_path_of_type(struct rust_reader *r)
{
	read_path(r, false);
}

static void read_crate(struct rust_reader *r)
{
	rust_read_disambiguator(r);
	rust_put_ident(r, rust_read_ident(r));
}

static void read_generic_path(struct rust_reader *r, bool in_value)
{
	read_path(r, in_value);
	rust_put(r, in_value ? "::<" : "<");
	read_generics(r);
	rust_put(r, ">");
	rust_require(r, rust_accept(r, 'E'));
}

/* in_value: where "<" needs "::" in front of it. */
static void read_path(struct rust_reader *r, bool in_value)
{
	if (!rust_enter(r))
		return;
	if (rust_peek(r) == 'B') {
		rust_read_backref(r, in_value ? read_path_of_value :
					   read_path_of_type);
	} else if (rust_accept(r, 'C')) {
		read_crate(r);
	} else if (rust_accept(r, 'N')) {
		read_nested(r, in_value);
	} else if (rust_accept(r, 'I')) {
		read_generic_path(r, in_value);
	} else if (rust_accept(r, 'Y')) {
		read_as(r, true);
	} else if (rust_accept(r, 'X')) {
		read_impl_path(r);
		read_as(r, true);
	} else {
		rust_require(r, rust_accept(r, 'M'));
		read_impl_path(r);
		read_as(r, false);
	}
	rust_leave(r);
}

/* Of a trait that may go on with "Item = T" in the same brackets. */
static void read_open_path(struct rust_reader *r)
{
	r->is_open = false;
	if (!rust_enter(r))
		return;
	if (rust_accept(r, 'I')) {
		read_path(r, false);
		rust_put(r, "<");
		read_generics(r);
		rust_require(r, rust_accept(r, 'E'));
		r->is_open = true;
	} else if (rust_peek(r) == 'B') {
		rust_read_backref(r, read_open_path);
	} else {
		read_path(r, false);
	}
	rust_leave(r);
}

static void read_dyn_trait(struct rust_reader *r)
{
	bool is_open;

	read_open_path(r);
	is_open = r->is_open;
	while (rust_accept(r, 'p')) {
		rust_put(r, is_open ? ", " : "<");
		is_open = true;
		rust_put_ident(r, rust_read_ident(r));
		rust_put(r, " = ");
		read_type(r);
	}
	if (is_open)
		rust_put(r, ">");
}

static void read_dyn(struct rust_reader *r)
{
	uint64_t lifetimes = r->lifetimes, lifetime;
	bool is_first = true;

	rust_put(r, "dyn ");
	read_binder(r);
	for (; rust_has_more(r); is_first = false) {
		rust_put(r, is_first ? "" : " + ");
		read_dyn_trait(r);
	}
	rust_require(r, rust_accept(r, 'E'));
	r->lifetimes = lifetimes;
	rust_require(r, rust_accept(r, 'L'));
	lifetime = rust_read_base62(r);
	if (!lifetime)
		return;
	rust_put(r, is_first ? "+ " : " + ");
	put_lifetime(r, lifetime);
}

static void put_abi(struct rust_reader *r, struct rust_ident abi)
{
	rust_put(r, "extern \"");
	for (size_t i = 0; i < abi.n; i++)
		rust_put_n(r, abi.s[i] == '_' ? "-" : abi.s + i, 1);
	rust_put(r, "\" ");
}

static void read_types(struct rust_reader *r, size_t *n)
{
	for (*n = 0; rust_has_more(r); ++*n) {
		rust_put(r, *n ? ", " : "");
		read_type(r);
	}
	rust_require(r, rust_accept(r, 'E'));
}

static void read_fn(struct rust_reader *r)
{
	uint64_t lifetimes = r->lifetimes;
	struct rust_ident abi = { "C", 1, false };
	size_t n;

	read_binder(r);
	if (rust_accept(r, 'U'))
		rust_put(r, "unsafe ");
	if (rust_accept(r, 'K')) {
		if (!rust_accept(r, 'C'))
			abi = rust_read_ident(r);
		rust_require(r, !abi.is_punycode);
		put_abi(r, abi);
	}
	rust_put(r, "fn(");
	read_types(r, &n);
	rust_put(r, ")");
	if (!rust_accept(r, 'u')) {
		rust_put(r, " -> ");
		read_type(r);
	}
	r->lifetimes = lifetimes;
}

static void read_tuple(struct rust_reader *r)
{
	size_t n;

	rust_put(r, "(");
	read_types(r, &n);
	rust_put(r, n == 1 ? ",)" : ")");
}

static void read_array(struct rust_reader *r, bool has_length)
{
	rust_put(r, "[");
	read_type(r);
	if (has_length) {
		rust_put(r, "; ");
		read_const(r);
	}
	rust_put(r, "]");
}

static void read_reference(struct rust_reader *r, const char *mut)
{
	uint64_t lifetime = rust_accept(r, 'L') ? rust_read_base62(r) : 0;

	rust_put(r, "&");
	if (lifetime) {
		put_lifetime(r, lifetime);
		rust_put(r, " ");
	}
	rust_put(r, mut);
	read_type(r);
}

static void read_basic_type(struct rust_reader *r)
{
	static const char *const names['z' - 'a' + 1] = {
		"i8", "bool", "char", "f64", "str", "f32", NULL, "u8",
		"isize", "usize", NULL, "i32", "u32", "i128", "u128", "_",
		NULL, NULL, "i16", "u16", "()", "...", NULL, "i64", "u64", "!",
	};
	char c = rust_take(r);
	const char *name = c >= 'a' && c <= 'z' ? names[c - 'a'] : NULL;

	rust_require(r, name);
	rust_put(r, name ? name : "");
}

static void read_type_of(struct rust_reader *r, char kind)
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
		rust_put(r, "*const ");
		read_type(r);
		break;
	case 'O':
		rust_put(r, "*mut ");
		read_type(r);
		break;
	case 'F':
		read_fn(r);
		break;
	default:
		read_dyn(r);
	}
}

static void read_type(struct rust_reader *r)
{
	char kind = rust_peek(r);

	if (!rust_enter(r))
		return;
	if (kind == 'B')
		rust_read_backref(r, read_type);
	else if (kind && strchr("CMXYNI", kind))
		read_path(r, false);
	else if (kind && strchr("ASTRQPOFD", kind))
		read_type_of(r, rust_take(r));
	else
		read_basic_type(r);
	rust_leave(r);
}

static void put_char(struct rust_reader *r, uint64_t rune)
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
	rust_put(r, text);
}

static void read_value(struct rust_reader *r, char type)
{
	bool is_signed = strchr("aslxni", type);
	const char *digits;
	uint64_t value;
	size_t n;

	if (is_signed && rust_accept(r, 'n'))
		rust_put(r, "-");
	value = rust_read_hex(r, &digits, &n);
	if (type == 'b') {
		rust_require(r, n == 1 && value < 2);
		rust_put(r, value ? "true" : "false");
	} else if (type == 'c') {
		rust_require(r, n <= 6);
		put_char(r, value);
	} else if (n > 16) {
		rust_put(r, "0x");
		rust_put_n(r, digits, n);
	} else {
		rust_put_number(r, "", value, "");
	}
}

static void read_const(struct rust_reader *r)
{
	char type = rust_peek(r);

	if (!rust_enter(r))
		return;
	if (type == 'B') {
		rust_read_backref(r, read_const);
	} else if (rust_accept(r, 'p')) {
		rust_put(r, "_");
	} else {
		rust_require(r, type && strchr("aslxnihtmyojbc", type));
		rust_take(r);
		if (!r->has_failed)
			read_value(r, type);
	}
	rust_leave(r);
}

bool demangle_rust(struct buf *out, struct str name, bool has_generics,
		   size_t *steps)
{
	const char *dot = name.n ? memchr(name.s, '.', name.n) : NULL;
	struct rust_reader r = {
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
