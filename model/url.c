#include "config.h"

#include "model/url.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "model/mem.h"
#include "model/rune.h"

enum { URL_MAX = 8 << 10 };

/* Parts of a source, which they point into. */
struct parts {
	const char *scheme;		/* NULL: none */
	size_t n_scheme;
	const char *socket;		/* NULL: none */
	size_t n_socket;
	const char *user;		/* up to the host, with the @ */
	size_t n_user;
	const char *host;		/* with the port */
	size_t n_host;
	const char *path, *query;	/* query: behind the ?; NULL: none */
	size_t n_path, n_query;
};

static bool is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The length of "SCHEME" when "://" follows it; 0 without. */
static size_t scheme_length(const char *s)
{
	size_t n = 0;

	while (is_alpha(s[n]) || (n && (rune_is_digit(s[n]) || s[n] == '+' ||
					s[n] == '-' || s[n] == '.')))
		n++;
	return n && !strncmp(s + n, "://", 3) ? n : 0;
}

/* Whether [s, s + n) ends in ":PORT", and names a host in front of it. */
static bool has_port(const char *s, size_t n)
{
	size_t digits = 0;

	while (digits < n && rune_is_digit(s[n - digits - 1]))
		digits++;
	if (!digits || digits > 5 || digits == n ||
	    s[n - digits - 1] != ':')
		return false;
	n -= digits + 1;
	return !n || s[n - 1] == ']' || !memchr(s, ':', n);
}

/* PATH?QUERY, up to a #. */
static void split_target(struct parts *parts, const char *s)
{
	size_t n = strcspn(s, "#");
	const char *query = memchr(s, '?', n);

	parts->path = s;
	parts->n_path = query ? (size_t)(query - s) : n;
	parts->query = query ? query + 1 : NULL;
	parts->n_query = query ? n - parts->n_path - 1 : 0;
}

/* USER@HOST:PORT/PATH?QUERY */
static void split_authority(struct parts *parts, const char *s)
{
	size_t n = strcspn(s, "/?#");
	const char *at = memrchr(s, '@', n);

	parts->user = s;
	parts->n_user = at ? (size_t)(at + 1 - s) : 0;
	parts->host = s + parts->n_user;
	parts->n_host = n - parts->n_user;
	split_target(parts, s + n);
}

/* unix:SOCKET:/PATH?QUERY */
static void split_socket(struct parts *parts, const char *s)
{
	const char *colon = strstr(s, ":/");

	parts->socket = s;
	parts->n_socket = colon ? (size_t)(colon - s) : strlen(s);
	split_target(parts, colon ? colon + 1 : s + parts->n_socket);
}

/* Whether there is "NAME:PASSWORD@", which no path has. */
static bool has_password(const struct parts *parts)
{
	return parts->n_user && memchr(parts->user, ':', parts->n_user);
}

/* Returns whether it is a URL at all. */
static bool split(struct parts *parts, const char *source)
{
	*parts = (struct parts){ .scheme = NULL };
	if (!strncmp(source, "unix:", 5)) {
		split_socket(parts, source + 5);
		return true;
	}
	parts->n_scheme = scheme_length(source);
	if (parts->n_scheme) {
		parts->scheme = source;
		split_authority(parts, source + parts->n_scheme + 3);
		return true;
	}
	split_authority(parts, source);
	return has_password(parts) || has_port(parts->host, parts->n_host);
}

static bool same_word(const char *s, size_t n, const char *word)
{
	return strlen(word) == n && !strncasecmp(s, word, n);
}

/* What cannot be asked for, with what to say instead. */
static int check_parts(const struct parts *parts, const char *source,
		       struct err *err)
{
	if (strlen(source) > URL_MAX)
		return err_fail(err, "a URL of more than %d bytes", URL_MAX);
	for (const char *s = source; *s; s++) {
		if ((unsigned char)*s < ' ' || *s == 0x7f)
			return err_fail(err, "a URL with a control character");
	}
	if (parts->socket)
		return parts->n_socket ? 0 :
		       err_fail(err, "no socket; write unix:/PATH/OF/SOCKET:"
				"/debug/pprof/heap");
	if (same_word(parts->scheme, parts->n_scheme, "https+insecure"))
		return err_fail(err, "leave the certificate unchecked with "
				"-insecure https://...");
	if (parts->scheme && !same_word(parts->scheme, parts->n_scheme, "http")
	    && !same_word(parts->scheme, parts->n_scheme, "https"))
		return err_fail(err, "only http and https are fetched; a file "
				"is named by its path");
	if (!parts->n_host)
		return err_fail(err, "a URL without a host");
	return 0;
}

/* The query. */

/* Appends text with its %XX taken for what they stand for. */
static void add_decoded(struct buf *out, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '%' && i + 2 < n && rune_hex(s[i + 1]) >= 0 &&
		    rune_hex(s[i + 2]) >= 0) {
			buf_addc(out, (char)(rune_hex(s[i + 1]) << 4 |
					     rune_hex(s[i + 2])));
			i += 2;
		} else {
			buf_addc(out, s[i]);
		}
	}
}

/* A parameter of a query, NAME or NAME=VALUE. */
struct param {
	const char *s;
	size_t n, n_name;
	struct buf name;		/* decoded */
};

/*
 * Takes the next one off, up to a character; false when there is none.  Release
 * its name.  In Go a ; has not been another & since 1.17.
 */
static bool next_param(struct param *param, const char **query, size_t *n,
		       char between)
{
	const char *equals, *end;

	if (!*n)
		return false;
	end = memchr(*query, between, *n);
	param->s = *query;
	param->n = end ? (size_t)(end - *query) : *n;
	equals = memchr(param->s, '=', param->n);
	param->n_name = equals ? (size_t)(equals - param->s) : param->n;
	param->name = (struct buf)BUF_INIT;
	add_decoded(&param->name, param->s, param->n_name);
	*query += param->n + (end != NULL);
	*n -= param->n + (end != NULL);
	return true;
}

/* The value of a parameter that is a number of seconds; else 0. */
static int64_t param_seconds(const struct param *param)
{
	const char *value = param->s + param->n_name + 1;
	char *end;
	long seconds;

	if (param->n <= param->n_name + 1)
		return 0;
	seconds = strtol(value, &end, 10);
	return end == param->s + param->n && seconds > 0 &&
	       seconds <= INT32_MAX ? seconds : 0;
}

/* Of several the first counts, as in Go. */
static int64_t find_seconds(const char *query, size_t n)
{
	struct param param;
	int64_t seconds = 0;
	bool is_found = false;

	while (!is_found && next_param(&param, &query, &n, '&')) {
		is_found = !strcmp(buf_str(&param.name), "seconds");
		if (is_found)
			seconds = param_seconds(&param);
		buf_release(&param.name);
	}
	return seconds;
}

/* The query with the seconds that were asked for; 0: as it is. */
static void add_query(struct buf *out, const char *query, size_t n,
		      int64_t seconds)
{
	char mark = '?';
	struct param param;

	if (!seconds) {
		buf_addc(out, mark);
		buf_add(out, query, n);
		return;
	}
	while (next_param(&param, &query, &n, '&')) {
		if (strcmp(buf_str(&param.name), "seconds")) {
			buf_addc(out, mark);
			buf_add(out, param.s, param.n);
			mark = '&';
		}
		buf_release(&param.name);
	}
	buf_addf(out, "%cseconds=%" PRId64, mark, seconds);
}

/* Masks. */

static bool is_secret(const char *name)
{
	static const char *const words[] = {
		"token", "key", "sig", "pass", "pwd", "secret", "auth", "cred",
	};

	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		if (strcasestr(name, words[i]))
			return true;
	}
	return false;
}

/*
 * How much of a parameter may be shown.  For some servers a ; begins another,
 * so that a name may be behind one; a secret may go on behind one.
 */
static size_t shown_length(const struct param *param)
{
	const char *rest = param->s;
	size_t n = param->n, shown = param->n;
	struct param part;

	while (shown == param->n && next_param(&part, &rest, &n, ';')) {
		if (part.n > part.n_name && is_secret(buf_str(&part.name)))
			shown = (size_t)(part.s - param->s) + part.n_name + 1;
		buf_release(&part.name);
	}
	return shown;
}

static void mask_query(struct buf *out, const char *query, size_t n)
{
	const char *end = query + n;
	struct param param;

	buf_addc(out, '?');
	while (next_param(&param, &query, &n, '&')) {
		size_t shown = shown_length(&param);

		buf_add(out, param.s, shown);
		buf_adds(out, shown < param.n ? "***" : "");
		if (param.s + param.n < end)
			buf_addc(out, '&');
		buf_release(&param.name);
	}
}

/* Whether the host is followed by a port or nothing. */
static bool has_good_host(const struct parts *parts)
{
	const char *host = parts->host;
	size_t n = parts->n_host;

	return !memchr(host, ':', n) || has_port(host, n) ||
	       (n && *host == '[' && host[n - 1] == ']');
}

/*
 * Behind the user's part.  Passwords that were not written %XX may have any
 * character, so that all up to the last @ may be one; but behind a host that is
 * one, an @ of the query is the query's.
 */
static const char *behind_user(const struct parts *parts, bool is_url)
{
	const char *start = parts->user, *at;
	size_t n = is_url && has_good_host(parts) ?
		   (size_t)(parts->path - start) + parts->n_path :
		   strlen(start);

	at = memrchr(start, '@', n);
	if (at && memchr(start, ':', (size_t)(at - start)))
		return at + 1;
	return is_url ? parts->host : start;
}

void url_mask(struct buf *out, const char *source)
{
	struct parts parts;
	bool is_url = split(&parts, source);
	const char *start = parts.socket ? parts.path : parts.user;
	const char *rest = parts.socket ? start : behind_user(&parts, is_url);
	size_t n = is_url ? strcspn(rest, "#") : strlen(rest);
	const char *query = memchr(rest, '?', n);

	if (!is_url && strncasecmp(source, "http", 4)) {
		buf_adds(out, source);
		return;
	}
	buf_add(out, source, (size_t)(start - source));
	buf_adds(out, rest > start ? "***@" : "");
	buf_add(out, rest, query ? (size_t)(query - rest) : n);
	if (query)
		mask_query(out, query + 1, n - (size_t)(query + 1 - rest));
}

bool url_is_one(const char *source)
{
	struct parts parts;

	return split(&parts, source);
}

/* What is asked for. */

static void add_encoded(struct buf *out, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c <= ' ' || c >= 0x7f)
			buf_addf(out, "%%%02X", c);
		else
			buf_addc(out, s[i]);
	}
}

/* PATH?QUERY with what is added to it. */
static void make_target(struct buf *out, const struct parts *parts,
			int64_t seconds)
{
	struct buf raw = BUF_INIT;

	if (!parts->n_path || same_word(parts->path, parts->n_path, "/"))
		buf_adds(&raw, "/debug/pprof/profile");
	else
		buf_add(&raw, parts->path, parts->n_path);
	if (parts->query || seconds)
		add_query(&raw, parts->query, parts->n_query, seconds);
	add_encoded(out, raw.s, raw.n);
	buf_release(&raw);
}

/* What Go's handlers take when they are not told. */
static int64_t usual_seconds(const char *path)
{
	static const struct {
		const char *path;
		int64_t seconds;
	} usual[] = {
		{ "/debug/pprof/profile", 30 }, { "/debug/pprof/trace", 1 },
	};

	for (size_t i = 0; i < ARRAY_SIZE(usual); i++) {
		if (!strcmp(path, usual[i].path))
			return usual[i].seconds;
	}
	return 0;
}

static void make_path(struct url *url, const char *target)
{
	buf_add(&url->path, target, strcspn(target, "?"));
	url->expected = url->seconds ? url->seconds :
				       usual_seconds(buf_str(&url->path));
}

/* The last part of the socket's path stands for its host. */
static void make_socket(struct url *url, const struct parts *parts,
			const char *target)
{
	const char *slash = memrchr(parts->socket, '/', parts->n_socket);
	const char *name = slash ? slash + 1 : parts->socket;
	struct buf shown = BUF_INIT;

	buf_add(&url->socket, parts->socket, parts->n_socket);
	buf_add(&url->host, name,
		parts->n_socket - (size_t)(name - parts->socket));
	buf_addf(&url->text, "http://localhost%s", target);
	buf_addf(&shown, "unix:%s:%s", buf_str(&url->socket), target);
	url_mask(&url->shown, buf_str(&shown));
	buf_release(&shown);
}

/* A port alone is one of this machine. */
static void make_host(struct url *url, const struct parts *parts,
		      const char *target)
{
	if (*parts->host == ':')
		buf_adds(&url->host, "localhost");
	buf_add(&url->host, parts->host, parts->n_host);
	if (parts->scheme)
		buf_add(&url->text, parts->scheme, parts->n_scheme);
	else
		buf_adds(&url->text, "http");
	buf_adds(&url->text, "://");
	buf_add(&url->text, parts->user, parts->n_user);
	buf_addf(&url->text, "%s%s", buf_str(&url->host), target);
	url_mask(&url->shown, buf_str(&url->text));
}

enum url_kind url_parse(struct url *url, const char *source, int64_t seconds,
			struct err *err)
{
	struct buf target = BUF_INIT;
	struct parts parts;

	if (!split(&parts, source))
		return URL_NONE;
	if (check_parts(&parts, source, err))
		return URL_BAD;
	*url = (struct url){
		.seconds = seconds > 0 ? seconds :
			   find_seconds(parts.query, parts.n_query),
	};
	make_target(&target, &parts, seconds > 0 ? seconds : 0);
	make_path(url, buf_str(&target));
	if (parts.socket)
		make_socket(url, &parts, buf_str(&target));
	else
		make_host(url, &parts, buf_str(&target));
	buf_release(&target);
	return URL_GOOD;
}

void url_release(struct url *url)
{
	buf_release(&url->text);
	buf_release(&url->socket);
	buf_release(&url->host);
	buf_release(&url->path);
	buf_release(&url->shown);
}
