/*
 * Two halves that are of no use without each other: the translator, from
 * Go's syntax into PCRE2's (up to `pattern_translate`), and the matcher,
 * which counts steps at the callouts that the translator plants.
 */
#include "config.h"

#include "model/pattern.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "model/mem.h"
#include "model/rune.h"
#include "model/runeset.h"
#include "model/scan.h"

enum {
	TEXT_MAX = 4096,		/* bytes of a pattern */
	DEPTH_MAX = 250,		/* groups in groups, PCRE2's default */
	SUBJECT_MAX = 4096,		/* bytes of a subject looked at */
	MATCH_LIMIT = 50000,		/* PCRE2's, for each place */
	HEAP_LIMIT = 16 * 1024,		/* KiB */
	STEPS_FREE = 1000,		/* of each subject */
	STEPS_SUBJECT = 500 * 1000,
	STEPS_TOTAL = 100 * 1000 * 1000,	/* about 2 s */
	LIMIT_HITS = 200,
};

/* As PCRE2 is told to read them. */
#define ANYTHING "."
#define NOTHING "[^\\x{0}-\\x{10ffff}]"

/* Go's flags i, m, s and U. */
enum { FLAG_FOLD = 1, FLAG_LINES = 2, FLAG_DOTALL = 4, FLAG_LAZY = 8 };

struct group {
	size_t at;		/* of its parenthesis in the text */
	unsigned flags;		/* to go back to after it */
	bool folds;
	unsigned copies;	/* of what it repeats most */
};

struct translator {
	struct scan in;
	struct buf out;		/* the pattern for PCRE2 */
	struct buf literal;	/* the same as bytes, while is_literal */
	bool is_literal, at_start, at_end;
	bool has_upper;		/* a letter that stands for itself */
	bool has_edge;		/* \b or \B */
	unsigned flags;		/* Go's, here */
	bool folds;		/* whether PCRE2 ignores case, here */
	enum { LAST_NONE, LAST_ATOM, LAST_REPEAT } last;
	unsigned copies;	/* that counted repeats make in the last atom */
	struct group groups[DEPTH_MAX + 1];
	size_t depth;
};

static int fail(struct translator *t, size_t at, const char *why)
{
	return scan_fail(&t->in, at, why);
}

static bool looks_at(const struct translator *t, const char *word)
{
	return scan_sees(&t->in, word);
}

static bool take(struct translator *t, const char *word)
{
	return scan_take(&t->in, word);
}

/* The output for something that can be repeated. */
static struct buf *atom_start(struct translator *t)
{
	bool folds = t->flags & FLAG_FOLD;

	if (folds != t->folds)
		buf_adds(&t->out, folds ? "(?i)" : "(?-i)");
	t->folds = folds;
	t->last = LAST_ATOM;
	t->copies = 1;
	return &t->out;
}

static void put_literal(struct translator *t, uint32_t r)
{
	struct buf *out = atom_start(t);

	t->has_upper |= r >= 'A' && r <= 'Z';
	if (r >= 0xd800 && r < 0xe000)
		buf_adds(out, NOTHING);
	else
		runeset_add_rune(out, r);
	if (t->at_end || t->folds || r == RUNE_BAD || r - 0xd800 < 0x800)
		t->is_literal = false;
	if (t->is_literal)
		rune_encode(&t->literal, r);
}

/* How a set is to be added here. */
static unsigned set_how(const struct translator *t, bool negated)
{
	return (negated ? RUNESET_NEGATED : 0) |
	       (t->flags & FLAG_FOLD ? RUNESET_FOLDS : 0);
}

/* At \p or \P: puts it into an open class. */
static int parse_property(struct translator *t)
{
	size_t start = t->in.at;
	bool negated = t->in.text[start + 1] == 'P';
	const char *name = t->in.text + start + 2, *end;
	uint32_t r;

	t->in.at += 2;
	if (take(t, "{")) {
		name++;
		end = memchr(name, '}', t->in.n - t->in.at);
		if (!end)
			return fail(t, start, "missing closing } of \\p{");
		t->in.at = (size_t)(end - t->in.text) + 1;
	} else {
		if (t->in.at == t->in.n)
			return fail(t, start, "\\p without a class name");
		if (scan_rune(&t->in, &r))
			return -1;
		end = t->in.text + t->in.at;
	}
	if (!runeset_add_property(&t->out, name, (size_t)(end - name),
				  set_how(t, negated)))
		return fail(t, start, "unknown Unicode class");
	return 0;
}

/*
 * At something that stands for many characters, in a class or alone: puts it
 * into an open class and returns 1; 0 when it is something else.
 */
static int parse_set(struct translator *t)
{
	static const char letters[] = "dswDSW";
	char c = t->in.n - t->in.at < 2 || t->in.text[t->in.at] != '\\' ? '\0' :
		 t->in.text[t->in.at + 1];
	char name[] = { '\\', (char)(c | 0x20) };

	if (c == 'p' || c == 'P')
		return parse_property(t) ? -1 : 1;
	if (!c || !strchr(letters, c))
		return 0;
	runeset_add_named(&t->out, name, 2, set_how(t, !(c & 0x20)));
	t->in.at += 2;
	return 1;
}

static int take_class_rune(struct translator *t, size_t start, uint32_t *rune)
{
	if (t->in.at == t->in.n)
		return fail(t, start, "missing closing ]");
	return looks_at(t, "\\") ? scan_escape(&t->in, rune) :
				   scan_rune(&t->in, rune);
}

/* At "[:" in a class: returns 1 for a named set, 0 for ordinary text. */
static int parse_named_set(struct translator *t)
{
	const char *name = t->in.text + t->in.at + 2;
	const char *end = memmem(name, t->in.n - t->in.at - 2, ":]", 2);
	bool negated;

	if (!end)
		return 0;
	negated = *name == '^';
	name += negated;
	if (name > end || *name == '\\' ||
	    !runeset_add_named(&t->out, name, (size_t)(end - name),
			       set_how(t, negated)))
		return fail(t, t->in.at, "unknown [:class:]");
	t->in.at = (size_t)(end - t->in.text) + 2;
	return 1;
}

/* One member of the class that began at start: a set, a range, a character. */
static int parse_member(struct translator *t, size_t start)
{
	int is_set = looks_at(t, "[:") ? parse_named_set(t) : parse_set(t);
	size_t at = t->in.at;
	uint32_t lo, hi;

	if (is_set)
		return is_set < 0 ? -1 : 0;
	if (take_class_rune(t, start, &lo))
		return -1;
	hi = lo;
	if (t->in.n - t->in.at >= 2 && looks_at(t, "-") && !looks_at(t, "-]")) {
		t->in.at++;
		if (take_class_rune(t, start, &hi))
			return -1;
	}
	if (hi < lo)
		return fail(t, at, "the range runs backwards");
	t->has_upper |= lo <= 'Z' && hi >= 'A';
	runeset_add_range(&t->out, lo, hi);
	return 0;
}

static int parse_class(struct translator *t)
{
	size_t start = t->in.at++, opened, empty;
	bool negated = take(t, "^");

	t->is_literal = false;
	opened = atom_start(t)->n;
	buf_adds(&t->out, negated ? "[^" : "[");
	empty = t->out.n;
	do
		if (parse_member(t, start))
			return -1;
	while (!looks_at(t, "]"));
	t->in.at++;
	if (t->out.n > empty) {
		buf_addc(&t->out, ']');
	} else {
		t->out.n = opened;
		buf_adds(&t->out, negated ? ANYTHING : NOTHING);
	}
	return 0;
}

/* A place in the text, for PCRE2 in a group so that it may be repeated. */
static void put_place(struct translator *t, const char *place)
{
	bool is_start = place[0] == '^';

	if (place[0] == '\\' || (t->flags & FLAG_LINES) ||
	    (is_start && (t->literal.n || t->at_end)))
		t->is_literal = false;
	t->at_start |= is_start;
	t->at_end |= place[0] == '$';
	buf_addf(atom_start(t), "(?%s:%s)", t->flags & FLAG_LINES ? "m" : "",
		 place);
}

static int parse_place(struct translator *t)
{
	put_place(t, looks_at(t, "^") ? "^" : "$");
	t->in.at++;
	return 0;
}

static int parse_dot(struct translator *t)
{
	t->in.at++;
	t->is_literal = false;
	buf_adds(atom_start(t), t->flags & FLAG_DOTALL ? ANYTHING : "\\N");
	return 0;
}

static int parse_literal(struct translator *t)
{
	uint32_t r;

	if (scan_rune(&t->in, &r))
		return -1;
	put_literal(t, r);
	return 0;
}

/* After \Q: what stands before \E, or the end, stands for itself. */
static int parse_quoted(struct translator *t)
{
	while (t->in.at < t->in.n && !take(t, "\\E"))
		if (parse_literal(t))
			return -1;
	return 0;
}

/* \A \z \b \B: always about the text, whatever (?m) says. */
static bool parse_escaped_place(struct translator *t)
{
	static const char *const places[][2] = {
		{ "\\A", "^" }, { "\\z", "$" },
		{ "\\b", "\\b" }, { "\\B", "\\B" },
	};
	unsigned flags = t->flags;

	for (size_t i = 0; i < ARRAY_SIZE(places); i++) {
		if (!take(t, places[i][0]))
			continue;
		t->has_edge |= places[i][1][0] == '\\';
		t->flags &= ~(unsigned)FLAG_LINES;
		put_place(t, places[i][1]);
		t->flags = flags;
		return true;
	}
	return false;
}

static int parse_escape(struct translator *t)
{
	uint32_t r;
	int is_set;

	if (parse_escaped_place(t))
		return 0;
	if (take(t, "\\Q"))
		return parse_quoted(t);
	buf_addc(atom_start(t), '[');
	is_set = parse_set(t);
	if (is_set) {
		t->is_literal = false;
		buf_addc(&t->out, ']');
		return is_set < 0 ? -1 : 0;
	}
	t->out.n--;	/* the bracket */
	if (scan_escape(&t->in, &r))
		return -1;
	put_literal(t, r);
	return 0;
}

static int group_open(struct translator *t, size_t at, unsigned flags)
{
	if (t->depth == DEPTH_MAX)
		return fail(t, at, "groups nest more than 250 deep");
	buf_adds(&t->out, "(?:");
	t->groups[++t->depth] = (struct group){ at, t->flags, t->folds, 1 };
	t->flags = flags;
	t->last = LAST_NONE;
	return 0;
}

/* After (?P< or (?<: the name of a group; groups are never asked for. */
static int parse_group_name(struct translator *t, size_t start)
{
	size_t name = t->in.at;

	while (t->in.at < t->in.n && rune_is_word(t->in.text[t->in.at]))
		t->in.at++;
	if (t->in.at == name || !take(t, ">"))
		return fail(t, start, "a group's name is letters, digits and "
			    "_, then >");
	return group_open(t, start, t->flags);
}

static int flags_fail(struct translator *t, size_t start)
{
	static const struct { const char *start, *why; } known[] = {
		{ "(?=", "lookahead is not supported" },
		{ "(?!", "lookahead is not supported" },
		{ "(?<=", "lookbehind is not supported" },
		{ "(?<!", "lookbehind is not supported" },
		{ "(?>", "atomic groups are not supported" },
		{ "(?|", "branch resets are not supported" },
		{ "(?(", "conditional groups are not supported" },
		{ "(?C", "callouts are not supported" },
		{ "(?#", "comments are not supported" },
		{ "(?P=", "backreferences are not supported" },
		{ "(?P>", "recursion is not supported" },
		{ "(?R", "recursion is not supported" },
		{ "(?&", "recursion is not supported" },
	};

	t->in.at = start;
	for (size_t i = 0; i < ARRAY_SIZE(known); i++)
		if (looks_at(t, known[i].start))
			return fail(t, start, known[i].why);
	return fail(t, start, "after (? come a group's flags imsU, : or "
		    "P<name>");
}

/* After (?: flags, and a group unless they hold for the rest of this one. */
static int parse_flags(struct translator *t, size_t start)
{
	static const char letters[] = "imsU";
	unsigned flags = t->flags, bit;
	bool off = false, seen = false;

	for (; t->in.at < t->in.n; t->in.at++) {
		char c = t->in.text[t->in.at];
		const char *letter = c ? strchr(letters, c) : NULL;

		if (letter) {
			bit = 1u << (letter - letters);
			flags = off ? flags & ~bit : flags | bit;
			seen = true;
		} else if (c == '-' && !off) {
			off = true;
			seen = false;
		} else {
			break;
		}
	}
	if (off && !seen)
		return flags_fail(t, start);
	if (take(t, ":"))
		return group_open(t, start, flags);
	if (!take(t, ")"))
		return flags_fail(t, start);
	t->flags = flags;
	return 0;
}

static int parse_open(struct translator *t)
{
	size_t start = t->in.at;

	if (looks_at(t, "(*"))
		return fail(t, start, "verbs like (*FAIL) are not supported");
	if (looks_at(t, "(?<=") || looks_at(t, "(?<!"))
		return flags_fail(t, start);
	if (take(t, "(?P<") || take(t, "(?<"))
		return parse_group_name(t, start);
	if (take(t, "(?"))
		return parse_flags(t, start);
	t->in.at++;
	return group_open(t, start, t->flags);
}

/* The most copies that repeats make of anything in the group so far. */
static void group_note(struct translator *t)
{
	struct group *group = &t->groups[t->depth];

	if (group->copies < t->copies)
		group->copies = t->copies;
}

static int parse_close(struct translator *t)
{
	const struct group *group = &t->groups[t->depth];

	if (!t->depth)
		return fail(t, t->in.at, "unexpected )");
	t->in.at++;
	buf_addc(&t->out, ')');
	t->flags = group->flags;
	t->folds = group->folds;
	t->copies = group->copies;
	t->last = LAST_ATOM;
	t->depth--;
	group_note(t);
	return 0;
}

static int parse_bar(struct translator *t)
{
	t->in.at++;
	t->is_literal = false;
	t->last = LAST_NONE;
	buf_adds(&t->out, "(?C)|");
	return 0;
}

/*
 * Puts a repeat that ended before t->at.  The callout counts a step wherever
 * PCRE2 goes on after a repeat.  Those before each | count choices: where
 * several branches match, at most one of them is the last, so that the paths
 * through a row of groups cannot grow without being counted.
 */
static int put_repeat(struct translator *t, size_t start, const char *repeat)
{
	bool lazy = t->flags & FLAG_LAZY;

	if (take(t, "?"))
		lazy = !lazy;
	if (t->last == LAST_NONE)
		return fail(t, start, "missing argument to repetition "
			    "operator");
	if (t->last == LAST_REPEAT)
		return fail(t, start, "a repetition of a repetition; put "
			    "parentheses around the inner one");
	buf_addf(&t->out, "%s%s(?C)", repeat, lazy ? "?" : "");
	t->is_literal = false;
	t->last = LAST_REPEAT;
	return 0;
}

static int parse_repeat(struct translator *t)
{
	char repeat[] = { t->in.text[t->in.at], '\0' };

	t->in.at++;
	return put_repeat(t, t->in.at - 1, repeat);
}

static int parse_counts(struct translator *t)
{
	size_t start = t->in.at;
	unsigned least, most;
	char repeat[32];
	bool open;

	if (!scan_counts(&t->in, &least, &most, &open))
		return parse_literal(t);
	if (least > SCAN_COUNT_MAX || most > SCAN_COUNT_MAX)
		return fail(t, start, "a repeat count above 1000");
	if (least > most)
		return fail(t, start, "the repeat counts run backwards");
	snprintf(repeat, sizeof(repeat), open ? "{%u,}" : "{%u,%u}", least,
		 most);
	if (put_repeat(t, start, repeat))
		return -1;
	if (!most && !open)
		t->copies = 1;
	else if (most > 1)
		t->copies *= most;
	if (t->copies > SCAN_COUNT_MAX)
		return fail(t, start, "repeats of repeats make more than 1000 "
			    "copies");
	group_note(t);
	return 0;
}

typedef int (*parse_fn)(struct translator *t);

static const parse_fn parsers[256] = {
	['('] = parse_open,
	[')'] = parse_close,
	['|'] = parse_bar,
	['^'] = parse_place,
	['$'] = parse_place,
	['.'] = parse_dot,
	['['] = parse_class,
	['\\'] = parse_escape,
	['*'] = parse_repeat,
	['+'] = parse_repeat,
	['?'] = parse_repeat,
	['{'] = parse_counts,
};

static void translator_release(struct translator *t)
{
	buf_release(&t->out);
	buf_release(&t->literal);
}

static int pattern_translate(struct translator *t, unsigned flags)
{
	buf_clear(&t->out);
	buf_clear(&t->literal);
	t->in.at = t->depth = t->in.where = 0;
	t->is_literal = true;
	t->at_start = t->at_end = t->has_upper = t->has_edge = t->folds = false;
	t->flags = flags;
	t->last = LAST_NONE;
	t->groups[0] = (struct group){ .copies = 1 };
	while (t->in.at < t->in.n) {
		parse_fn parse = parsers[(unsigned char)t->in.text[t->in.at]];

		if ((parse ? parse : parse_literal)(t))
			return -1;
	}
	if (t->depth)
		return fail(t, t->groups[t->depth].at, "missing closing )");
	return 0;
}

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

static int pattern_compile(struct pattern *p, struct translator *t)
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
	/* One more than ours, for the group around a place. */
	pcre2_set_parens_nest_limit(how, DEPTH_MAX + 1);
	p->code = pcre2_compile((PCRE2_SPTR)buf_str(&t->out), t->out.n,
				options, &error, &at, how);
	pcre2_compile_context_free(how);
	if (!p->code) {
		pcre2_get_error_message(error, why, sizeof(why));
		return err_fail(t->in.err, "%s", (const char *)why);
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

static struct pattern *pattern_build(struct translator *t,
				     enum pattern_trust trust)
{
	struct pattern *p = calloc(1, sizeof(*p));

	if (!p)
		die("out of memory: a pattern");
	p->is_literal = t->is_literal;
	p->at_start = t->at_start;
	p->at_end = t->at_end;
	p->has_edge = t->has_edge;
	p->patience = trust & PATTERN_PROFILE ? 4 : 1;
	if (p->is_literal) {
		buf_add(&p->literal, buf_str(&t->literal), t->literal.n);
	} else if (pattern_compile(p, t)) {
		pattern_free(p);
		return NULL;
	}
	return p;
}

struct pattern *pattern_new(const char *text, enum pattern_trust trust,
			    struct err *err, size_t *where)
{
	struct translator t = {
		.in = { .text = text, .n = strlen(text), .err = err },
	};
	struct pattern *p = NULL;
	int failed;

	if (t.in.n > TEXT_MAX) {
		t.in.where = TEXT_MAX;
		err_set(err, "the pattern has %zu bytes; at most %d are taken",
			t.in.n, TEXT_MAX);
		goto done;
	}
	failed = pattern_translate(&t, 0);
	if (!failed && (trust & PATTERN_ANYCASE) && !t.has_upper)
		failed = pattern_translate(&t, FLAG_FOLD);
	if (!failed)
		p = pattern_build(&t, trust);
done:
	if (!p && where)
		*where = t.in.where;
	translator_release(&t);
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
