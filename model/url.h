/*
 * Sources that are asked for and not read from a file:
 *
 *	http://HOST[:PORT][/PATH][?QUERY]	https:// likewise
 *	HOST:PORT[/PATH][?QUERY]		http
 *	unix:SOCKET[:/PATH[?QUERY]]		http, by a socket of the system
 *
 * As in go tool pprof an empty path, or /, is /debug/pprof/profile, and
 * -seconds takes the place of the query's.  Else the query stays as it was
 * typed, and so does the path, but for blanks and bytes beyond ASCII, which
 * are written %XX.
 *
 * A URL may hold passwords.  Whatever is shown of one has gone through
 * url_mask, which leaves out the user's part and the values of a query whose
 * names speak of secrets.
 */
#ifndef MODEL_URL_H
#define MODEL_URL_H

#include <stdint.h>

#include "model/buf.h"
#include "model/err.h"

struct url {
	struct buf text;	/* with a scheme; secret */
	struct buf socket;	/* a path; empty: none */
	struct buf host;	/* HOST or HOST:PORT; of a socket its name */
	struct buf path;	/* PATH */
	struct buf shown;	/* masked */
	int64_t seconds;	/* the server is asked to take; 0: not asked */
	int64_t expected;	/* it will take, as far as is known; or 0 */
};

enum url_kind {
	URL_NONE,	/* no URL, so it is a path */
	URL_GOOD,
	URL_BAD,	/* one that is not fetched; err says why */
};

/*
 * Takes a source apart; seconds as -seconds has it, 0 or less: not said.  The
 * url is filled, to be released, when it is good.  No file is looked at.
 */
enum url_kind url_parse(struct url *url, const char *source, int64_t seconds,
			struct err *err);
void url_release(struct url *url);

/* Whether a source looks like one, good or bad. */
bool url_is_one(const char *source);

/*
 * Appends a source with its secrets as ***; what is no URL as it is, unless it
 * starts with http and so is meant for one.
 */
void url_mask(struct buf *out, const char *source);

#endif
