#include "config.h"

#include <ctype.h>
#include <string.h>

#include "model/demangle.h"
#include "model/demangle_rust.h"
#include "model/rune.h"

/* At the end of an older name: "17h", 16 digits, "E". */
enum { HASH_DIGITS = 16, HASH_LENGTH = 3 + HASH_DIGITS + 1 };

/* As rustc does, takes only what looks random for a hash. */
static bool is_hash(const char *s)
{
	unsigned int seen = 0, n = 0;

	if (memcmp(s, "17h", 3) || s[HASH_LENGTH - 1] != 'E')
		return false;
	for (size_t i = 3; i < 3 + HASH_DIGITS; i++) {
		if (s[i] >= '0' && s[i] <= '9')
			seen |= 1U << (s[i] - '0');
		else if (s[i] >= 'a' && s[i] <= 'f')
			seen |= 1U << (s[i] - 'a' + 10);
		else
			return false;
	}
	for (; seen; seen &= seen - 1)
		n++;
	return n >= 5;
}

/* Appends what "$LT$" and the like stand for; returns its length, 0: none. */
static size_t put_escape(struct buf *out, const char *s, size_t n)
{
	static const struct {
		const char *code;
		char c;
	} codes[] = {
		{ "$C$", ',' }, { "$SP$", '@' }, { "$BP$", '*' },
		{ "$RF$", '&' }, { "$LT$", '<' }, { "$GT$", '>' },
		{ "$LP$", '(' }, { "$RP$", ')' },
	};

	for (size_t i = 0; i < ARRAY_SIZE(codes); i++) {
		size_t length = strlen(codes[i].code);

		if (n >= length && !memcmp(s, codes[i].code, length)) {
			buf_addc(out, codes[i].c);
			return length;
		}
	}
	if (n < 5 || s[1] != 'u' || s[4] != '$' || rune_lower_hex(s[2]) < 2 ||
	    rune_lower_hex(s[2]) > 7 || rune_lower_hex(s[3]) < 0)
		return 0;
	buf_addc(out, (char)(rune_lower_hex(s[2]) * 16 + rune_lower_hex(s[3])));
	return 5;
}

static void put_old_ident(struct buf *out, const char *s, size_t n)
{
	size_t at = n > 1 && s[0] == '_' && s[1] == '$', used;

	while (at < n) {
		if (s[at] == '$') {
			used = put_escape(out, s + at, n - at);
			if (!used) {
				buf_add(out, s + at, n - at);
				return;
			}
			at += used;
		} else if (n - at > 1 && s[at] == '.' && s[at + 1] == '.') {
			buf_adds(out, "::");
			at += 2;
		} else {
			buf_addc(out, s[at++]);
		}
	}
}

/* Reads the length of an identifier; false when there is none, or it is far. */
static bool read_length(const char *s, size_t n, size_t *at, size_t *length)
{
	if (*at == n || !isdigit((unsigned char)s[*at]))
		return false;
	for (*length = 0; *at < n && isdigit((unsigned char)s[*at]); ++*at) {
		if (*length > DEMANGLE_NAME_MAX)
			return false;
		*length = *length * 10 + (size_t)(s[*at] - '0');
	}
	return true;
}

/* The identifiers of s[0..n): each its length, perhaps "_", and itself. */
static bool put_old_path(struct buf *out, const char *s, size_t n)
{
	size_t length, at = 0, start = out->n;

	while (at < n) {
		if (!read_length(s, n, &at, &length))
			return false;
		if (at < n && length && s[at] == '_') {
			at++;
			length--;
		}
		if (length > n - at)
			return false;
		if (out->n > start)
			buf_adds(out, "::");
		put_old_ident(out, s + at, length);
		at += length;
	}
	return true;
}

bool demangle_old_rust(struct buf *out, struct str name)
{
	/* The last "E." ends it. */
	for (size_t i = name.n; i-- > 3; ) {
		if (name.s[i - 1] == 'E' && name.s[i] == '.') {
			name.n = i;
			break;
		}
	}
	if (name.n <= 3 + HASH_LENGTH || name.n > DEMANGLE_NAME_MAX ||
	    memcmp(name.s, "_ZN", 3) ||
	    !is_hash(name.s + name.n - HASH_LENGTH))
		return false;
	return put_old_path(out, name.s + 3, name.n - 3 - HASH_LENGTH);
}
