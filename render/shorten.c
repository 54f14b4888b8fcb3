#include "config.h"

#include "render/shorten.h"

#include <stdbool.h>
#include <string.h>

#include "model/rune.h"

/*
 * The reference's rules are regexps of Go, quoted above what does the same
 * here.  \w is of ASCII there, and a dot is anything but the end of a line.
 */

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_word(char c)
{
	return is_lower(c) || is_upper(c) || rune_is_digit(c) || c == '_';
}

/* The byte at a place, NUL past the end: no rule takes that for anything. */
static char byte_at(struct str name, size_t at)
{
	return at < name.n ? name.s[at] : '\0';
}

static bool sees(struct str name, size_t at, const char *text)
{
	size_t n = strlen(text);

	return name.n >= at && name.n - at >= n &&
	       !memcmp(name.s + at, text, n);
}

static size_t skip_words(struct str name, size_t at, const char *more)
{
	while (at < name.n && (is_word(name.s[at]) ||
			       (name.s[at] && strchr(more, name.s[at]))))
		at++;
	return at;
}

static struct str slice(struct str name, size_t from, size_t to)
{
	return (struct str){ name.s + from, to - from };
}

/* Where the line ends that a place is in. */
static size_t line_end(struct str name, size_t at)
{
	const char *end = memchr(name.s + at, '\n', name.n - at);

	return end ? (size_t)(end - name.s) : name.n;
}

/* The digits of a major version from 2 on: [2-9]|[1-9][0-9]+ */
static size_t skip_version(struct str name, size_t at)
{
	size_t end = at;

	while (rune_is_digit(byte_at(name, end)))
		end++;
	if (end == at || name.s[at] == '0' ||
	    (end == at + 1 && name.s[at] == '1'))
		return at;
	return end;
}

/* ^(.*?)/v(?:[2-9]|[1-9][0-9]+)([./].*)$ loses the version. */
static bool find_version(struct str name, size_t *from, size_t *to)
{
	if (line_end(name, 0) < name.n)
		return false;
	for (size_t i = 0; i + 3 < name.n; i++) {
		if (!sees(name, i, "/v"))
			continue;
		*from = i;
		*to = skip_version(name, i + 2);
		if (*to > i + 2 && (byte_at(name, *to) == '.' ||
				    byte_at(name, *to) == '/'))
			return true;
	}
	return false;
}

/* [^.]+\..+ from a place on, where the first dot is at `dot`. */
static bool is_qualified(struct str name, size_t at, size_t dot)
{
	return dot > at && dot + 1 < name.n && name.s[dot + 1] != '\n';
}

static size_t skip_folders(struct str name)
{
	size_t at = 0, end;

	for (;; at = end + 1) {
		end = skip_words(name, at, "-.");
		if (end == at || byte_at(name, end) != '/')
			return at;
	}
}

/*
 * ^(?:[\w\-\.]+\/)+([^.]+\..+) with as many folders as leave a name with a
 * dot: looked for from the last folder backwards, the dot being the first one
 * behind.
 */
static bool keep_go(struct str name, struct str *kept)
{
	size_t at = skip_folders(name);
	const char *first = memchr(name.s + at, '.', name.n - at);
	size_t dot = first ? (size_t)(first - name.s) : name.n;

	for (; at; at--) {
		if (byte_at(name, at) == '.')
			dot = at;
		if (name.s[at - 1] != '/' || !is_qualified(name, at, dot))
			continue;
		*kept = slice(name, at, line_end(name, dot));
		return true;
	}
	return false;
}

/*
 * ^(?:[a-z]\w*\.)*([A-Z][\w\$]*\.(?:<init>|[a-z][\w\$]*(?:\$\d+)?))(?:(?:\()|$)
 */
static bool keep_java(struct str name, struct str *kept)
{
	size_t start = 0, end;

	while (is_lower(byte_at(name, start))) {
		end = skip_words(name, start, "");
		if (byte_at(name, end) != '.')
			return false;
		start = end + 1;
	}
	if (!is_upper(byte_at(name, start)))
		return false;
	end = skip_words(name, start, "$");
	if (byte_at(name, end) != '.')
		return false;
	end++;
	if (sees(name, end, "<init>"))
		end += strlen("<init>");
	else if (is_lower(byte_at(name, end)))
		end = skip_words(name, end, "$");
	else
		return false;
	*kept = slice(name, start, end);
	return end == name.n || name.s[end] == '(';
}

static bool is_name(char c)
{
	return is_word(c) && !rune_is_digit(c);
}

/* Whether a C++ name is that of a class: _*[A-Z] */
static bool is_class(struct str name, size_t at)
{
	while (byte_at(name, at) == '_')
		at++;
	return is_upper(byte_at(name, at));
}

/* ~?[_a-zA-Z]\w*(?:<.*>)? from a place on, or the place. */
static size_t skip_method(struct str name, size_t at)
{
	size_t start = at + (byte_at(name, at) == '~'), end, close;

	if (!is_name(byte_at(name, start)))
		return at;
	end = skip_words(name, start, "");
	if (byte_at(name, end) != '<')
		return end;
	for (close = line_end(name, end); close > end; close--) {
		if (name.s[close - 1] == '>')
			return close;
	}
	return end;
}

/* ^(?:[_a-zA-Z]\w*::)+(_*[A-Z]\w*::~?[_a-zA-Z]\w*(?:<.*>)?) */
static bool keep_cpp(struct str name, struct str *kept)
{
	bool is_found = false;

	for (size_t at = 0, end; is_name(byte_at(name, at)); at = end + 2) {
		size_t method;

		end = skip_words(name, at, "");
		if (!sees(name, end, "::"))
			break;
		method = end + 2;
		if (!at || !is_class(name, at) ||
		    skip_method(name, method) == method)
			continue;
		*kept = slice(name, at, method);
		is_found = true;
	}
	if (is_found) {
		size_t method = (size_t)(kept->s - name.s) + kept->n;

		kept->n += skip_method(name, method) - method;
	}
	return is_found;
}

static bool (*const rules[])(struct str name, struct str *kept) = {
	keep_go, keep_java, keep_cpp,
};

static void keep(struct buf *out, struct str name)
{
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
		struct str kept;

		if (rules[i](name, &kept)) {
			name = kept;
			break;
		}
	}
	buf_add(out, name.s, name.n);
}

void shorten_name(struct buf *out, struct str name)
{
	static const char anonymous[] = "(anonymous namespace)::";
	struct buf joined = BUF_INIT;
	size_t from, to;

	if (sees(name, 0, anonymous)) {
		name.s += strlen(anonymous);
		name.n -= strlen(anonymous);
	}
	if (!find_version(name, &from, &to)) {
		keep(out, name);
		return;
	}
	buf_add(&joined, name.s, from);
	buf_add(&joined, name.s + to, name.n - to);
	keep(out, (struct str){ buf_str(&joined), joined.n });
	buf_release(&joined);
}
