/*
 * Fetching: the bytes behind a URL, which the program pprowl-fetch
 * (helpers/request.h) gets, for an input to read while they arrive.
 *
 * A fetch has a thread, which runs the program through model/program.h and
 * keeps what comes until it is read: up to 1 MiB of it, and more when nobody has
 * begun to read (fetch_means), since several servers are asked at the same time
 * and read one after the other.  Then the server waits.
 *
 * Limits: 10 s for a connection; for all of it -timeout and 5 s, else one and
 * a half of the seconds that the server was asked to take and 10 s, else 65 s
 * (go tool pprof, but for the 10); 30 s without a byte once the body has
 * begun; max_input bytes.
 */
#ifndef MODEL_FETCH_H
#define MODEL_FETCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "model/err.h"
#include "model/input.h"
#include "model/url.h"

/* Keeps what is fetched, as it came; called in the threads of the fetches. */
struct fetch_saver {
	/* Before the server is asked; NULL with the reason not to ask it. */
	void *(*open)(void *data, const struct url *url, struct err *err);
	/* Failures are not the fetch's: close tells of them. */
	void (*put)(void *file, const char *s, size_t n);
	void (*close)(void *file, bool is_whole);
	void *data;
};

/* How to fetch; all of it is borrowed. */
struct fetch_options {
	int64_t seconds, timeout;	/* 0 or less: not said */
	bool is_insecure;		/* certificates are not checked */
	/* Files, "" for none. */
	const char *tls_cert, *tls_key, *tls_ca;
	const char *header_file;	/* lines of "Name: value" */
	const char *agent;		/* who asks */
	/* Is told, a line each, what is being done; may be NULL. */
	void (*say)(void *data, const char *text);
	void *data;
	const struct fetch_saver *saver;	/* may be NULL */
};

/* What all fetches have in common, and is found out once. */
struct fetch_means {
	struct buf program;		/* the path of pprowl-fetch */
	struct buf headers;		/* lines, with their ends */
	size_t waiting_max;		/* bytes that each keeps for a reader
					 * who is to come */
};

/* Fails when there is no such program, or the options do not go together. */
int fetch_prepare(struct fetch_means *means,
		  const struct fetch_options *options, struct err *err);
void fetch_means_release(struct fetch_means *means);

struct fetch;

/*
 * Starts one.  What keeps it from starting is what reading it then fails
 * with.  The url becomes the fetch's; all else is borrowed.
 */
struct fetch *fetch_start(struct url *url, const struct fetch_options *options,
			  const struct fetch_means *means,
			  const struct input_limits *limits);

/* An input_read of the bytes; fails with the reason why there are no more. */
ssize_t fetch_read(void *fetch, uint8_t *to, size_t n, struct err *err);

/*
 * Ends it within 200 ms, wherever it is; but what is being saved is waited
 * for, unless that is cancelled.
 */
void fetch_free(struct fetch *fetch);

#endif
