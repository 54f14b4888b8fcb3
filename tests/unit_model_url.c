/*
 * model/url: which sources are URLs, what is asked for, and what of them is
 * shown.
 */
#include "config.h"

#include "model/url.h"

#include <stdlib.h>

#include "model/mem.h"
#include "tests/tap.h"

/* What becomes of a source: "-" for none, "!" for one that is not fetched. */
static const char *text_of(struct buf *out, const char *source,
			   int64_t seconds)
{
	struct url url;
	struct err err;

	buf_clear(out);
	switch (url_parse(&url, source, seconds, &err)) {
	case URL_NONE:
		return "-";
	case URL_BAD:
		return "!";
	case URL_GOOD:
		break;
	}
	if (url.socket.n)
		buf_addf(out, "[%s] ", buf_str(&url.socket));
	buf_adds(out, buf_str(&url.text));
	url_release(&url);
	return buf_str(out);
}

static void test_text(void)
{
	static const struct {
		const char *source, *text;
		int seconds;
	} cases[] = {
		{ "heap.pb.gz", "-", 0 }, { "-", "-", 0 }, { "", "-", 0 },
		{ "a/b:80", "-", 0 }, { "abc:x80", "-", 0 }, { "a:", "-", 0 },
		{ "mem_2023-11-02_03:55:24", "-", 0 },
		{ "C:\\x", "-", 0 }, { "::1:80", "-", 0 },
		{ "host/path", "-", 0 }, { "host:123456", "-", 0 },
		{ "localhost:6060", "http://localhost:6060/debug/pprof/profile",
		  0 },
		{ "localhost:6060/",
		  "http://localhost:6060/debug/pprof/profile", 0 },
		{ ":6060", "http://localhost:6060/debug/pprof/profile", 0 },
		{ "h:1/x", "http://h:1/x", 0 },
		{ "[::1]:80/x", "http://[::1]:80/x", 0 },
		{ "http://h", "http://h/debug/pprof/profile", 0 },
		{ "https://h/a?b=c#d", "https://h/a?b=c", 0 },
		{ "HTTP://h/a", "HTTP://h/a", 0 },
		{ "http://u:p@h/a", "http://u:p@h/a", 0 },
		{ "u:p@h/a", "http://u:p@h/a", 0 },
		{ "u:p@h:1", "http://u:p@h:1/debug/pprof/profile", 0 },
		{ "h:1?gc=1", "http://h:1/debug/pprof/profile?gc=1", 0 },
		{ "h:1/a?", "http://h:1/a?", 0 },
		{ "h:1/a b\xc3\xa9?c d", "http://h:1/a%20b%C3%A9?c%20d", 0 },
		{ "h:1/a", "http://h:1/a?seconds=5", 5 },
		{ "h:1/a", "http://h:1/a", -5 },
		{ "h:1/a?gc=1", "http://h:1/a?gc=1&seconds=5", 5 },
		{ "h:1/a?seconds=9&gc=1;x", "http://h:1/a?gc=1;x&seconds=5",
		  5 },
		{ "h:1/a?a;seconds=9", "http://h:1/a?a;seconds=9&seconds=5",
		  5 },
		{ "h:1/a?%73econds=9", "http://h:1/a?seconds=5", 5 },
		{ "h:1/a?seconds=9", "http://h:1/a?seconds=9", 0 },
		{ "unix:/run/a.sock",
		  "[/run/a.sock] http://localhost/debug/pprof/profile", 0 },
		{ "unix:a.sock:/x?y=:/z", "[a.sock] http://localhost/x?y=:/z",
		  0 },
		{ "unix:", "!", 0 }, { "unix::/x", "!", 0 },
		{ "file:///etc/passwd", "!", 0 }, { "gopher://h/", "!", 0 },
		{ "https+insecure://h/", "!", 0 }, { "http:///x", "!", 0 },
		{ "http://h/a\rb", "!", 0 }, { "http://h/a\x1b[2J", "!", 0 },
		{ "http://h/a\nHost: b", "!", 0 },
	};
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		is(text_of(&out, cases[i].source, cases[i].seconds),
		   cases[i].text, "source %zu", i);
	buf_release(&out);
}

static void test_seconds(void)
{
	static const struct {
		const char *source;
		int seconds, expected;
	} cases[] = {
		{ "h:1", 0, 30 }, { "h:1/debug/pprof/heap", 0, 0 },
		{ "h:1/debug/pprof/profile?seconds=5", 5, 5 },
		{ "h:1/x?seconds=5", 5, 5 }, { "h:1/x?seconds=5s", 0, 0 },
		{ "h:1/x?seconds=", 0, 0 }, { "h:1/x?seconds", 0, 0 },
		{ "h:1/x?seconds=-5", 0, 0 },
		{ "h:1/x?seconds=99999999999", 0, 0 },
		{ "h:1/x?a=1&seconds=7&seconds=8", 7, 7 },
		{ "h:1/x?other_seconds=5", 0, 0 },
		{ "h:1/x?a=1;seconds=7", 0, 0 },
		{ "h:1/x?seconds=7;a=1", 0, 0 },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct url url;
		struct err err;

		ok(url_parse(&url, cases[i].source, 0, &err) == URL_GOOD, "%s",
		   cases[i].source);
		is_int(url.seconds, cases[i].seconds, "seconds asked");
		is_int(url.expected, cases[i].expected, "seconds expected");
		url_release(&url);
	}
}

static void test_long(void)
{
	struct buf source = BUF_INIT, out = BUF_INIT;

	buf_adds(&source, "http://h/");
	buf_pad(&source, 'x', 64 << 10);
	is(text_of(&out, buf_str(&source), 0), "!", "64 kB are too long");
	buf_release(&source);
	buf_release(&out);
}

static void test_mask(void)
{
	static const char *const cases[][2] = {
		{ "heap.pb.gz", "heap.pb.gz" }, { "a@b", "a@b" },
		{ "http://h/a?gc=1", "http://h/a?gc=1" },
		{ "http://user:pw@h/a", "http://***@h/a" },
		{ "user:pw@h:1/a", "***@h:1/a" },
		{ "http://a@b@h/", "http://***@h/" },
		{ "h:1/a?token=x&gc=1", "h:1/a?token=***&gc=1" },
		{ "h:1/a?x=1;API_Key=2", "h:1/a?x=1;API_Key=***" },
		{ "h:1/a?%74oken=x", "h:1/a?%74oken=***" },
		{ "h:1/a?X-Amz-Signature=00", "h:1/a?X-Amz-Signature=***" },
		{ "h:1/a?Password=a=b", "h:1/a?Password=***" },
		{ "h:1/a?token", "h:1/a?token" },
		{ "h:1/a?b=c#token", "h:1/a?b=c" },
		{ "ftp://user:pw@h/?sig=1", "ftp://***@h/?sig=***" },
		{ "unix:/s:/x?token=1&b", "unix:/s:/x?token=***&b" },
		{ "unix:/a@b:c@d:/x", "unix:/a@b:c@d:/x" },
		{ "h:1/a?token=abc;def&a=1", "h:1/a?token=***&a=1" },
		{ "h:1/a?x=1;y=2&token=", "h:1/a?x=1;y=2&token=" },
		{ "http:/user:pw@h/x", "***@h/x" },
		{ "http//user:pw@h/x?sig=1", "***@h/x?sig=***" },
		{ "http://user:pa/ss@h/x?a=b", "http://***@h/x?a=b" },
		{ "http://user:pa?ss@h/x", "http://***@h/x" },
		{ "http://user:pa#ss@h/x?key=1", "http://***@h/x?key=***" },
		{ "user:12/ss@h/x", "***@h/x" },
		{ "http://h:1/x?mail=a@b", "http://h:1/x?mail=a@b" },
		{ "http://[::1]/x?mail=a@b", "http://[::1]/x?mail=a@b" },
		{ "10:3x/a@b?key=1", "10:3x/a@b?key=1" },
		{ "a#b?c", "a#b?c" }, { "", "" },
	};
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		buf_clear(&out);
		url_mask(&out, cases[i][0]);
		is(buf_str(&out), cases[i][1], "mask %zu", i);
	}
	buf_release(&out);
}

/*
 * Whatever a URL is made of, a word that is only in its secrets is not in what
 * is shown, and masking what is shown changes nothing.
 */
static void test_mask_any(void)
{
	static const char *const schemes[] = {
		"", "http://", "https://", "unix:/s:", "gopher://", "http:/",
		"HTTP//",
	};
	/* Those behind the second are a path without a scheme. */
	static const char *const users[] = {
		"", "u:S3CRET@", "u:S3CRET/x@", "u:#?S3CRET@", "u:1/S3CRET@",
		"u@S3CRET:S3CRET@",
	};
	static const char *const names[] = {
		"token", "%6bey", "sIg", "password", "access_token", "x-key-id",
		"Authorization",
	};
	unsigned seed = 1;
	int n_wrong = 0;

	for (int i = 0; i < 20000; i++) {
		struct buf source = BUF_INIT, shown = BUF_INIT,
			   again = BUF_INIT;
		unsigned scheme;

		seed = seed * 1103515245 + 12345;
		scheme = (seed >> 8) % 7;
		buf_adds(&source, schemes[scheme]);
		if (scheme != 3)
			buf_addf(&source, "%sh:1",
				 users[(seed >> 12) % (scheme ? 6 : 2)]);
		buf_addf(&source, "/p%s", (seed >> 13) & 1 ? "?a=b" : "?");
		for (unsigned k = 0; k < ((seed >> 14) & 3); k++)
			buf_addf(&source, "%c%s=S3CRET%s",
				 "&;"[(seed >> (16 + k)) & 1],
				 names[(seed >> (18 + k)) % 7],
				 (seed >> (20 + k)) & 1 ? ";S3CRET" : "");
		url_mask(&shown, buf_str(&source));
		url_mask(&again, buf_str(&shown));
		if (strstr(buf_str(&shown), "S3CRET") ||
		    !buf_same(&shown, &again)) {
			printf("# %s: %s\n", buf_str(&source),
			       buf_str(&shown));
			n_wrong++;
		}
		buf_release(&source);
		buf_release(&shown);
		buf_release(&again);
	}
	is_int(n_wrong, 0, "no secret of any URL is shown");
}

static void test_names(void)
{
	struct url url;
	struct err err;

	url_parse(&url, "https://u:p@h:1/debug/pprof/heap?gc=1", 0, &err);
	is(buf_str(&url.host), "h:1", "the host is one of its own");
	is(buf_str(&url.path), "/debug/pprof/heap", "so is the path");
	is(buf_str(&url.shown), "https://***@h:1/debug/pprof/heap?gc=1",
	   "what is shown");
	url_release(&url);
	url_parse(&url, "unix:/run/app.sock", 0, &err);
	is(buf_str(&url.host), "app.sock", "a socket's name is its host's");
	is(buf_str(&url.shown), "unix:/run/app.sock:/debug/pprof/profile",
	   "and it is shown as it is written");
	url_release(&url);
	ok(url_is_one("h:1") && url_is_one("ftp://x") && !url_is_one("x"),
	   "what looks like one");
}

int main(void)
{
	test_text();
	test_seconds();
	test_long();
	test_mask();
	test_mask_any();
	test_names();
	return tap_done();
}
