/*
 * helpers/response: what is taken from headers, whatever bytes they are.
 */
#include "config.h"

#include "helpers/response.h"

#include <stdlib.h>

#include "tests/tap.h"

static struct response response;

static bool take(const char *line)
{
	return response_take_line(&response, line, strlen(line));
}

static void test_lines(void)
{
	response_clear(&response);
	ok(!response.code && !response_redirects(&response), "nothing yet");
	take("HTTP/1.1 302 Found\r\n");
	is_int(response.code, 302, "a code");
	is(response.status, "302 Found", "and its text");
	ok(!response_redirects(&response), "leads nowhere");
	take("locaTION:  http://x/ \r\n");
	is(response.location, "http://x/", "a place to go");
	ok(response_redirects(&response), "leads there");
	take("HTTP/1.1 200\n");
	ok(response.code == 200 && !*response.location,
	   "another status starts anew");
	is(response.status, "200", "without a text");
	take("Content-Type: TEXT/html; charset=x\r\n");
	ok(response.is_html && !response.is_plain, "a page");
	take("Content-Type: text/plain\r\n");
	ok(!response.is_html && response.is_plain, "the last type counts");
	take("X-Go-Pprof:\r\n");
	ok(!response.is_pprof, "Go says 1");
	take("X-Go-Pprof: 1\r\n");
	ok(response.is_pprof, "as here");
	take("HTTP/1.1 \r\n");
	is_int(response.code, 0, "a status without a code");
	take("HTTP/1.1\r\n");
	is_int(response.code, 0, "or with nothing");
	ok(take("") && take(":") && take("Location") && take("\r\n"),
	   "lines that say nothing");
}

static void test_limits(void)
{
	static char line[RESPONSE_HEADER_MAX];
	size_t n = sizeof(line);

	response_clear(&response);
	memset(line, 'x', n);
	memcpy(line, "Location: ", 10);
	ok(response_take_line(&response, line, n), "as much as there may be");
	is(response.location, "", "what is too long leads nowhere");
	ok(!response_take_line(&response, "x", 1), "one more is too much");
	response_clear(&response);
	memcpy(line, "HTTP/1.1 500 ", 13);
	response_take_line(&response, line, n);
	is_int(strlen(response.status), sizeof(response.status) - 1,
	       "a text is cut");
	ok(response_take_text(&response, line, 100), "some of a body");
	ok(!response_take_text(&response, line, n - 100), "all that is kept");
	is_int(response.n_text, RESPONSE_TEXT_MAX, "are so many bytes");
}

static size_t reason(const char *status, const char *type, const char *text)
{
	response_clear(&response);
	take(status);
	take(type);
	response_take_text(&response, text, strlen(text));
	return response_reason(&response);
}

static void test_reason(void)
{
	static const char bad[] = "HTTP/1.0 400 Bad Request\r\n";

	is_int(reason(bad, "", "why\r\nmore"), 3, "the first line");
	is_int(reason(bad, "", "caf\xc3\xa9"), 5, "also beyond ASCII");
	is_int(reason(bad, "", "\nmore"), 0, "which is empty");
	is_int(reason(bad, "", ""), 0, "or is not there");
	is_int(reason(bad, "", "a\x1b[2J"), 0, "no controls");
	is_int(reason(bad, "Content-Type: text/html\r\n", "<html>"), 0,
	       "no page");
	is_int(reason("HTTP/1.1 206 Partial\r\n", "", "why"), 0, "no error");
	ok(!response_wants_tls(&response), "http is spoken");
	reason(bad, "", "Client sent an HTTP request to an HTTPS server.\n");
	ok(response_wants_tls(&response), "or not, says Go");
	reason(bad, "Content-Type: text/html\r\n", "<title>400 The plain "
	       "HTTP request was sent to HTTPS port</title>");
	ok(response_wants_tls(&response), "or nginx");
}

/* Under the sanitizers: any bytes in any pieces. */
static void test_any(void)
{
	static const char bytes[] = "HTTP/1. 30\r\n\tLocation:Cent-Typ\x1b\xff";
	char line[64];
	unsigned seed = 7;

	response_clear(&response);
	for (int i = 0; i < 50000; i++) {
		size_t n = 0, len;

		seed = seed * 1103515245 + 12345;
		len = (seed >> 16) % sizeof(line);
		while (n < len) {
			seed = seed * 1103515245 + 12345;
			line[n++] = bytes[(seed >> 16) % (sizeof(bytes) - 1)];
		}
		if (!response_take_line(&response, line, n))
			response_clear(&response);
	}
	ok(response.n_header <= RESPONSE_HEADER_MAX, "any bytes are taken");
}

int main(void)
{
	test_lines();
	test_limits();
	test_reason();
	test_any();
	return tap_done();
}
