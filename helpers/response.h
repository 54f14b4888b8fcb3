/*
 * What a server says before the body: as much of it as matters here, from
 * lines of bytes that a stranger sends.
 */
#ifndef HELPERS_RESPONSE_H
#define HELPERS_RESPONSE_H

#include <stdbool.h>
#include <stddef.h>

enum {
	RESPONSE_HEADER_MAX = 256 << 10,	/* bytes of all headers */
	RESPONSE_TEXT_MAX = 200,	/* bytes that are told of an error */
	RESPONSE_LOCATION_MAX = 8 << 10,
};

struct response {
	size_t n_header;		/* bytes of headers so far */
	int code;			/* 0: none yet */
	char status[128];		/* "404 Not Found" */
	bool is_pprof;			/* it says that it is Go's */
	bool is_plain, is_html;		/* its type */
	char location[RESPONSE_LOCATION_MAX];
	char text[RESPONSE_TEXT_MAX];	/* how its body starts */
	size_t n_text;
};

void response_clear(struct response *response);

/*
 * Takes a line of the headers, its end included.  Returns false when there
 * have been too many.  Another status line starts anew: those of 1xx come
 * before the one that counts.
 */
bool response_take_line(struct response *response, const char *line, size_t n);

/* Takes a piece of an error's body; returns false once it is enough. */
bool response_take_text(struct response *response, const char *s, size_t n);

/*
 * The bytes of the text's first line, when it is an error's and is made to be
 * read: no page and nothing with control characters.  Else 0.
 */
size_t response_reason(const struct response *response);

/* Whether it says that http is not spoken there, but https. */
bool response_wants_tls(const struct response *response);

/* Whether it sends us elsewhere. */
bool response_redirects(const struct response *response);

#endif
