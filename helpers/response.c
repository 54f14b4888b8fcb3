#include "config.h"

#include "helpers/response.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

void response_clear(struct response *response)
{
	*response = (struct response){ .n_header = 0 };
}

/* The value of a header, without blanks around it; NULL when it is another. */
static const char *value_of(const char *line, size_t n, const char *name,
			    size_t *n_value)
{
	size_t len = strlen(name), at = len + 1;

	if (n <= len || line[len] != ':' || strncasecmp(line, name, len))
		return NULL;
	while (at < n && (line[at] == ' ' || line[at] == '\t'))
		at++;
	while (n > at && strchr(" \t\r\n", line[n - 1]))
		n--;
	*n_value = n - at;
	return line + at;
}

static void keep(char *to, size_t size, const char *s, size_t n)
{
	if (n >= size)
		n = size - 1;
	memcpy(to, s, n);
	to[n] = '\0';
}

/* "HTTP/1.1 404 Not Found" */
static void take_status(struct response *response, const char *line, size_t n)
{
	const char *blank = memchr(line, ' ', n);
	size_t n_header = response->n_header;

	response_clear(response);
	response->n_header = n_header;
	if (!blank)
		return;
	n -= (size_t)(blank + 1 - line);
	while (n && strchr("\r\n", blank[n]))
		n--;
	keep(response->status, sizeof(response->status), blank + 1, n);
	response->code = atoi(response->status);
}

static bool has_type(const char *value, size_t n, const char *type)
{
	size_t len = strlen(type);

	return n >= len && !strncasecmp(value, type, len);
}

bool response_take_line(struct response *response, const char *line, size_t n)
{
	const char *value;
	size_t n_value;

	response->n_header += n;
	if (response->n_header > RESPONSE_HEADER_MAX)
		return false;
	if (n > 5 && !memcmp(line, "HTTP/", 5)) {
		take_status(response, line, n);
	} else if ((value = value_of(line, n, "Location", &n_value))) {
		/* One that does not fit leads nowhere. */
		if (n_value < sizeof(response->location))
			keep(response->location, sizeof(response->location),
			     value, n_value);
	} else if ((value = value_of(line, n, "Content-Type", &n_value))) {
		response->is_plain = has_type(value, n_value, "text/plain");
		response->is_html = has_type(value, n_value, "text/html");
	} else if ((value = value_of(line, n, "X-Go-Pprof", &n_value))) {
		response->is_pprof = n_value > 0;
	}
	return true;
}

bool response_take_text(struct response *response, const char *s, size_t n)
{
	size_t room = sizeof(response->text) - response->n_text;

	if (n > room)
		n = room;
	memcpy(response->text + response->n_text, s, n);
	response->n_text += n;
	return response->n_text < sizeof(response->text);
}

size_t response_reason(const struct response *response)
{
	size_t n = 0;

	if (response->code < 400 || response->is_html)
		return 0;
	for (; n < response->n_text; n++) {
		unsigned char c = (unsigned char)response->text[n];

		if (c == '\r' || c == '\n')
			break;
		if ((c < ' ' && c != '\t') || c == 0x7f)
			return 0;
	}
	return n;
}

/* As Go, nginx and Apache say it. */
bool response_wants_tls(const struct response *response)
{
	static const char *const texts[] = {
		"sent an HTTP request to an HTTPS server",
		"plain HTTP request was sent to HTTPS port",
		"speaking plain HTTP to an SSL-enabled server port",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		if (response->code == 400 &&
		    memmem(response->text, response->n_text, texts[i],
			   strlen(texts[i])))
			return true;
	}
	return false;
}

bool response_redirects(const struct response *response)
{
	static const int codes[] = { 301, 302, 303, 307, 308 };

	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
		if (codes[i] == response->code)
			return *response->location;
	}
	return false;
}
