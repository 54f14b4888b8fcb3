#include "config.h"

#include "helpers/request.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "helpers/status.h"

enum { TEXT_MAX = 128 << 10 };

enum kind {
	KIND_TEXT,
	KIND_HEADER,
	KIND_FLAG,
	KIND_BYTES,
	KIND_MS,
};

#define FIELD(name) offsetof(struct request, name)

static const struct word {
	const char *name;
	enum kind kind;
	size_t offset;
} words[] = {
	{ "url", KIND_TEXT, FIELD(url) },
	{ "socket", KIND_TEXT, FIELD(socket) },
	{ "header", KIND_HEADER, 0 },
	{ "insecure", KIND_FLAG, FIELD(is_insecure) },
	{ "cert", KIND_TEXT, FIELD(cert) },
	{ "key", KIND_TEXT, FIELD(key) },
	{ "ca", KIND_TEXT, FIELD(ca) },
	{ "agent", KIND_TEXT, FIELD(agent) },
	{ "limit", KIND_BYTES, FIELD(limit) },
	{ "connect", KIND_MS, FIELD(connect_ms) },
	{ "total", KIND_MS, FIELD(total_ms) },
	{ "stall", KIND_MS, FIELD(stall_ms) },
};

static void read_all(struct request *request)
{
	char *text = malloc(TEXT_MAX + 1);
	size_t used = 0;
	ssize_t n;

	if (!text)
		status_fail("out of memory");
	do {
		n = read(STDIN_FILENO, text + used, TEXT_MAX - used);
		if (n < 0 && errno != EINTR)
			status_fail("the request cannot be read: %s",
				    strerror(errno));
		used += n > 0 ? (size_t)n : 0;
	} while (n && used < TEXT_MAX);
	if (used == TEXT_MAX)
		status_fail("the request is too long");
	text[used] = '\0';
	request->text = text;
}

static uint64_t read_number(const char *value)
{
	unsigned long long n;
	char *end;

	errno = 0;
	n = strtoull(value, &end, 10);
	if (errno || end == value || *end)
		status_fail("the request has no number in: %.40s", value);
	return n;
}

static void take_header(struct request *request, const char *line)
{
	if (request->n_headers == HEADERS_MAX)
		status_fail("more than %d headers", HEADERS_MAX);
	request->headers[request->n_headers++] = line;
}

static void take_value(struct request *request, const struct word *word,
		       const char *value)
{
	void *field = (char *)request + word->offset;
	uint64_t n;

	switch (word->kind) {
	case KIND_TEXT:
		*(const char **)field = value;
		break;
	case KIND_HEADER:
		take_header(request, value);
		break;
	case KIND_FLAG:
		*(bool *)field = read_number(value) != 0;
		break;
	case KIND_BYTES:
		*(uint64_t *)field = read_number(value);
		break;
	case KIND_MS:
		n = read_number(value);
		*(long *)field = n < LONG_MAX ? (long)n : LONG_MAX;
		break;
	}
}

static void take_line(struct request *request, char *line)
{
	char *value = strchr(line, ' ');

	if (!value)
		status_fail("the request has a line without a value");
	*value++ = '\0';
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (!strcmp(line, words[i].name)) {
			take_value(request, &words[i], value);
			return;
		}
	}
	status_fail("the request asks for what is not known: %.40s", line);
}

void request_read(struct request *request)
{
	char *line, *end;

	*request = (struct request){ .text = NULL };
	read_all(request);
	for (line = request->text; (end = strchr(line, '\n')); line = end + 1) {
		*end = '\0';
		take_line(request, line);
	}
	if (!request->url)
		status_fail("the request names no URL");
}
