/*
 * What pprowl-fetch is asked: on standard input, to its end, lines of a word,
 * a blank and a value.  (On a command line others would see the passwords.)
 *
 *	url URL		http or https; the user's part of it is sent to this
 *			server only
 *	socket PATH	of the file system, to ask there instead
 *	header LINE	"Name: value", for this server only; up to 64
 *	insecure 1	certificates are not checked
 *	cert, key, ca FILE	of TLS, in PEM
 *	agent NAME	who asks
 *	limit N		bytes of the body; without it, any number
 *	connect N	ms until a connection must be there
 *	total N		ms until all must be there
 *	stall N		ms in which something must come, once the body has begun
 *
 * The answer: on standard output the body, as it comes.  On standard error
 * lines (helpers/status.h):
 *
 *	size N		the bytes of the body, by the server's word
 *	over		the body is larger than the limit
 *	fail REASON	anything else that went wrong
 *
 * Status 0 when the whole body has been passed on, 1 behind over or fail.
 */
#ifndef HELPERS_REQUEST_H
#define HELPERS_REQUEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { HEADERS_MAX = 64 };

struct request {
	/* Point into what was read; NULL: not said. */
	const char *url, *socket;
	const char *headers[HEADERS_MAX];
	size_t n_headers;
	const char *cert, *key, *ca, *agent;
	bool is_insecure;
	uint64_t limit;			/* 0: none */
	long connect_ms, total_ms, stall_ms;
	char *text;			/* what was read */
};

/* Reads all of it, or ends the program: status_fail. */
void request_read(struct request *request);

#endif
