#include "config.h"

#include "model/pattern.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "model/mem.h"
#include "model/regexp.h"
#include "model/rune.h"

enum {
	TEXT_MAX = 4096,		/* bytes of a pattern */
	SUBJECT_MAX = 4096,		/* bytes of a subject looked at */
	MATCH_LIMIT = 50000,		/* PCRE2's, for each place */
	HEAP_LIMIT = 16 * 1024,		/* KiB */
	STEPS_FREE = 1000,		/* of each subject */
	STEPS_SUBJECT = 500 * 1000,
	STEPS_TOTAL = 100 * 1000 * 1000,	/* about 2 s */
	LIMIT_HITS = 200,
};

struct pattern {
	struct buf literal;
	bool is_literal, at_start, at_end;
	bool has_edge;
	unsigned patience;	/* limits are divided by it */
	unsigned hits;		/* of a limit */
	uint64_t spent;		/* steps over all subjects */
	uint32_t steps;		/* in this subject */
	pcre2_code *code;	/* the rest is NULL when is_literal */
	pcre2_match_context *limits;
	pcre2_match_data *found;
	struct buf valid;	/* the subject made into UTF-8 */
};

static int pattern_step(pcre2_callout_block *block, void *arg)
{
	struct pattern *p = arg;

	(void)block;
	return ++p->steps > STEPS_SUBJECT ? PCRE2_ERROR_CALLOUT : 0;
}

static int pattern_compile(struct pattern *p, const struct regexp *re,
			   struct err *err)
{
	static const uint32_t options =
		PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_ALT_CIRCUMFLEX |
		PCRE2_DOTALL | PCRE2_NEVER_BACKSLASH_C | PCRE2_NEVER_UCP;
	pcre2_compile_context *how = pcre2_compile_context_create(NULL);
	PCRE2_UCHAR why[128] = "";
	PCRE2_SIZE at;
	int error;

	if (!how)
		die("out of memory: a pattern");
	pcre2_set_newline(how, PCRE2_NEWLINE_LF);
	pcre2_set_parens_nest_limit(how, REGEXP_DEPTH_MAX + 1);
	p->code = pcre2_compile((PCRE2_SPTR)buf_str(&re->pcre), re->pcre.n,
				options, &error, &at, how);
	pcre2_compile_context_free(how);
	if (!p->code) {
		pcre2_get_error_message(error, why, sizeof(why));
		return err_fail(err, "%s", (const char *)why);
	}
	p->limits = pcre2_match_context_create(NULL);
	p->found = pcre2_match_data_create(1, NULL);
	if (!p->limits || !p->found)
		die("out of memory: a pattern");
	pcre2_set_match_limit(p->limits, MATCH_LIMIT);
	pcre2_set_heap_limit(p->limits, HEAP_LIMIT);
	pcre2_set_callout(p->limits, pattern_step, p);
	return 0;
}

static struct pattern *pattern_build(const struct regexp *re,
				     enum pattern_trust trust, struct err *err)
{
	struct pattern *p = calloc(1, sizeof(*p));

	if (!p)
		die("out of memory: a pattern");
	p->is_literal = re->is_literal;
	p->at_start = re->at_start;
	p->at_end = re->at_end;
	p->has_edge = re->has_edge;
	p->patience = trust & PATTERN_PROFILE ? 4 : 1;
	if (p->is_literal) {
		buf_add(&p->literal, buf_str(&re->literal), re->literal.n);
	} else if (pattern_compile(p, re, err)) {
		pattern_free(p);
		return NULL;
	}
	return p;
}

struct pattern *pattern_new(const char *text, enum pattern_trust trust,
			    struct err *err, size_t *where)
{
	struct regexp re = { .where = 0 };
	size_t n = strlen(text);
	struct pattern *p = NULL;
	int failed;

	if (n > TEXT_MAX) {
		re.where = TEXT_MAX;
		err_set(err, "the pattern has %zu bytes; at most %d are taken",
			n, TEXT_MAX);
		goto done;
	}
	failed = regexp_translate(&re, text, false, err);
	if (!failed && (trust & PATTERN_ANYCASE) && !re.has_upper)
		failed = regexp_translate(&re, text, true, err);
	if (!failed)
		p = pattern_build(&re, trust, err);
done:
	if (!p && where)
		*where = re.where;
	regexp_release(&re);
	return p;
}

void pattern_free(struct pattern *p)
{
	if (!p)
		return;
	pcre2_match_data_free(p->found);
	pcre2_match_context_free(p->limits);
	pcre2_code_free(p->code);
	buf_release(&p->literal);
	buf_release(&p->valid);
	free(p);
}

static enum pattern_answer literal_find(const struct pattern *p, const char *s,
					size_t n, size_t *from, size_t *to)
{
	size_t len = p->literal.n;
	const char *want = buf_str(&p->literal), *at = s;

	if (len > n || (p->at_start && p->at_end && len != n))
		return PATTERN_NO;
	if (p->at_end)
		at = s + n - len;
	if (p->at_start || p->at_end)
		at = memcmp(at, want, len) ? NULL : at;
	else
		at = memmem(s, n, want, len);
	if (!at)
		return PATTERN_NO;
	*from = (size_t)(at - s);
	*to = *from + len;
	return PATTERN_YES;
}

/*
 * Where to cut a long subject: between characters, and for a pattern that
 * asks for word edges where both answers are known, before a non-word one.
 */
static size_t subject_cut(const struct pattern *p, const char *s, size_t n)
{
	size_t cut = SUBJECT_MAX;

	if (n <= SUBJECT_MAX)
		return n;
	for (int i = 0; i < 3 && ((unsigned char)s[cut] & 0xc0) == 0x80; i++)
		cut--;
	while (p->has_edge && cut && rune_is_word(s[cut]))
		cut--;
	return cut;
}

static bool is_ascii(const char *s, size_t n)
{
	uint64_t word;

	for (; n >= sizeof(word); s += sizeof(word), n -= sizeof(word)) {
		memcpy(&word, s, sizeof(word));
		if (word & UINT64_C(0x8080808080808080))
			return false;
	}
	for (; n; s++, n--)
		if (*s & 0x80)
			return false;
	return true;
}

/* Makes p->valid the subject with invalid bytes replaced. */
static void subject_copy(struct pattern *p, const char *s, size_t n)
{
	uint32_t r;

	buf_clear(&p->valid);
	for (size_t at = 0, len; at < n; at += len ? len : 1) {
		len = rune_decode(s + at, n - at, &r);
		if (len)
			buf_add(&p->valid, s + at, len);
		else
			rune_encode(&p->valid, RUNE_BAD);
	}
}

/* The offset in s that an offset in the copy stands for. */
static size_t subject_offset(const char *s, size_t n, size_t copied)
{
	size_t at = 0, len;
	uint32_t r;

	for (; at < n && copied; at += len ? len : 1) {
		len = rune_decode(s + at, n - at, &r);
		copied -= len ? len : 3;
	}
	return at;
}

static bool pattern_gave_up(const struct pattern *p)
{
	return p->hits >= LIMIT_HITS / p->patience ||
	       p->spent >= STEPS_TOTAL / p->patience;
}

/* Runs PCRE2 on valid UTF-8; p->found holds where on PATTERN_YES. */
static enum pattern_answer pattern_run(struct pattern *p, const char *s,
				       size_t n, uint32_t options)
{
	int result;

	p->steps = 0;
	result = pcre2_match(p->code, (PCRE2_SPTR)s, n, 0, options, p->found,
			     p->limits);
	if (p->steps > STEPS_FREE)
		p->spent += p->steps - STEPS_FREE;
	if (result >= 0)
		return PATTERN_YES;
	if (result == PCRE2_ERROR_NOMATCH)
		return PATTERN_NO;
	p->hits++;
	return PATTERN_UNDECIDED;
}

enum pattern_answer pattern_find(struct pattern *p, const char *s, size_t n,
				 size_t *from, size_t *to)
{
	size_t cut;
	bool plain;
	enum pattern_answer answer;
	const PCRE2_SIZE *found;

	if (!s)
		s = "";
	if (p->is_literal)
		return literal_find(p, s, n, from, to);
	if (pattern_gave_up(p))
		return PATTERN_UNDECIDED;
	cut = subject_cut(p, s, n);
	plain = is_ascii(s, cut);
	if (!plain)
		subject_copy(p, s, cut);
	answer = pattern_run(p, plain ? s : buf_str(&p->valid),
			     plain ? cut : p->valid.n,
			     (plain ? PCRE2_NO_UTF_CHECK : 0) |
			     (cut < n ? PCRE2_NOTEOL : 0));
	if (answer == PATTERN_NO && cut < n)
		return PATTERN_UNDECIDED;
	if (answer == PATTERN_YES) {
		found = pcre2_get_ovector_pointer(p->found);
		*from = plain ? found[0] : subject_offset(s, cut, found[0]);
		*to = plain ? found[1] : subject_offset(s, cut, found[1]);
	}
	return answer;
}

enum pattern_answer pattern_match(struct pattern *p, const char *s, size_t n)
{
	size_t from, to;

	return pattern_find(p, s, n, &from, &to);
}

void pattern_quote(struct buf *out, const char *s, size_t n)
{
	uint32_t r;

	for (size_t at = 0, len; at < n; at += len ? len : 1) {
		len = rune_decode(s + at, n - at, &r);
		if (!len) {
			buf_adds(out, "\\x{FFFD}");
		} else if (r < 0x20 || r == 0x7f) {
			buf_addf(out, "\\x%02x", (unsigned)r);
		} else {
			if (r < 0x80 && strchr("\\.+*?()|[]{}^$", (int)r))
				buf_addc(out, '\\');
			buf_add(out, s + at, len);
		}
	}
}
