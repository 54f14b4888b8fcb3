/*
 * A regular expression as the reference tool understands it: the syntax and
 * meaning of Go's regexp package (RE2), as far as model/regexp.h knows them,
 * run by PCRE2 without JIT.
 *
 * Subjects are any bytes.  A byte that is not part of valid UTF-8 counts as
 * one U+FFFD, as in Go.  Only the first 4 KiB of a subject are looked at.
 *
 * A pattern without operators, save ^ and $ around it, is compared as bytes:
 * it costs what memmem costs, sees the whole subject and always decides.
 *
 * Every other match has limits, and passing one is an answer of its own,
 * never "no": 50,000 backtracks from one place and 16 MiB (PCRE2's own
 * limits), and 500,000 steps over all places.  A pattern that has hit a limit
 * 200 times, or spent 100 million steps, 2 s or so, gives up: it answers
 * PATTERN_UNDECIDED without running.  The first 1,000 steps of each subject
 * are not counted, so that an honest pattern may see any number of names.
 * Steps are counted by us, not by a clock: answers are the same every time.
 *
 * A pattern owns its match data: one thread at a time.
 */
#ifndef MODEL_PATTERN_H
#define MODEL_PATTERN_H

#include <stddef.h>

#include "model/buf.h"
#include "model/err.h"

struct pattern;

/* Who wrote the pattern.  One from a profile gets a quarter of the patience. */
enum pattern_trust {
	PATTERN_USER = 0,
	PATTERN_PROFILE = 1,
	/*
	 * To be or'ed in, for searches: a pattern without an (ASCII) upper
	 * case letter ignores case.
	 */
	PATTERN_ANYCASE = 2,
};

enum pattern_answer { PATTERN_NO, PATTERN_YES, PATTERN_UNDECIDED };

/*
 * Returns a pattern owned by the caller.  NULL for a bad one or one over
 * 4 KiB: then err holds the reason, which quotes nothing of the text, and
 * *where, unless NULL, the byte offset of the trouble, at most strlen(text).
 */
struct pattern *pattern_new(const char *text, enum pattern_trust trust,
			    struct err *err, size_t *where);

/* The pattern may be NULL. */
void pattern_free(struct pattern *pattern);

/* Whether some part of s[0..n) matches.  s may be NULL when n is 0. */
enum pattern_answer pattern_match(struct pattern *pattern, const char *s,
				  size_t n);

/* Like pattern_match; on PATTERN_YES s[*from..*to) is the leftmost match. */
enum pattern_answer pattern_find(struct pattern *pattern, const char *s,
				 size_t n, size_t *from, size_t *to);

/*
 * Appends s[0..n) so quoted that as a pattern it matches these characters and
 * no others, like Go's QuoteMeta; no anchors.  Control characters become
 * \x00, bytes that are not UTF-8 \x{FFFD}, which matches any such byte.
 */
void pattern_quote(struct buf *out, const char *s, size_t n);

#endif
