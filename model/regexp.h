/*
 * A regular expression of Go's regexp package (RE2), translated for PCRE2.
 *
 * The text is parsed here, so that PCRE2 only ever sees forms that mean the
 * same in both; what RE2 does not know (backreferences, lookaround, possessive
 * repeats, verbs, \Z, \C, \K, \h ...) is refused with a reason.  Known
 * differences, all towards refusing or accepting a little more: groups nest to
 * 250 instead of 1000; two repeats with only a flag group or an empty \Q\E
 * between them are refused; of the Unicode classes the category and script
 * names are known, not the long category names, and four letter script codes
 * pass.
 *
 * The translation means what it should to PCRE2 with newlines of LF and these
 * options: UTF, DOTALL, DOLLAR_ENDONLY, ALT_CIRCUMFLEX.  It has a callout after
 * each repeat and before each |, for a matcher that counts steps.
 */
#ifndef MODEL_REGEXP_H
#define MODEL_REGEXP_H

#include <stdbool.h>
#include <stddef.h>

#include "model/buf.h"
#include "model/err.h"

/*
 * Groups in groups, PCRE2's default.  The translation may nest one deeper, for
 * the group around a place.
 */
enum { REGEXP_DEPTH_MAX = 250 };

/* Zeroes, until regexp_translate fills it. */
struct regexp {
	struct buf pcre;	/* the pattern for PCRE2 */
	struct buf literal;	/* the same as bytes, while is_literal */
	bool is_literal;	/* no operators but ^ and $ around it: */
	bool at_start, at_end;
	bool has_upper;		/* one of ASCII that stands for itself */
	bool has_edge;		/* \b or \B */
	size_t where;		/* a failure is, in bytes of the text */
};

/*
 * Translates the text, anew each time.  Fails with the reason, which quotes
 * nothing of the text; re->where is then at most strlen(text).
 */
int regexp_translate(struct regexp *re, const char *text, bool ignore_case,
		     struct err *err);

void regexp_release(struct regexp *re);

#endif
