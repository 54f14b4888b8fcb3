#include "config.h"

#include "model/regexp.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "model/mem.h"
#include "model/rune.h"
#include "model/runeset.h"
#include "model/scan.h"

/* As PCRE2 reads them with the options of model/regexp.h. */
#define ANYTHING "."
#define NOTHING "[^\\x{0}-\\x{10ffff}]"

/* Go's flags i, m, s and U. */
enum { FLAG_FOLD = 1, FLAG_LINES = 2, FLAG_DOTALL = 4, FLAG_LAZY = 8 };

struct group {
	size_t at;		/* of its parenthesis in the text */
	unsigned flags;		/* to go back to after it */
	bool folds;
	unsigned copies;	/* of what it repeats most */
	size_t start;		/* of it in the output */
};

struct translator {
	struct scan in;
	struct regexp *re;
	unsigned flags;		/* Go's, here */
	bool folds;		/* whether PCRE2 ignores case, here */
	enum { LAST_NONE, LAST_ATOM, LAST_REPEAT } last;
	unsigned copies;	/* that counted repeats make in the last atom */
	size_t atom;		/* where that starts in the output */
	size_t repeat_end;	/* of the last repeat, in the text */
	struct group groups[REGEXP_DEPTH_MAX + 1];
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
		buf_adds(&t->re->pcre, folds ? "(?i)" : "(?-i)");
	t->folds = folds;
	t->last = LAST_ATOM;
	t->copies = 1;
	t->atom = t->re->pcre.n;
	return &t->re->pcre;
}

static void put_literal(struct translator *t, uint32_t r)
{
	struct buf *out = atom_start(t);

	t->re->has_upper |= r >= 'A' && r <= 'Z';
	if (r >= 0xd800 && r < 0xe000)
		buf_adds(out, NOTHING);
	else
		runeset_add_rune(out, r);
	if (t->re->at_end || t->folds || r == RUNE_BAD || r - 0xd800 < 0x800)
		t->re->is_literal = false;
	if (t->re->is_literal)
		rune_encode(&t->re->literal, r);
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
	if (!runeset_add_property(&t->re->pcre, name, (size_t)(end - name),
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
	runeset_add_named(&t->re->pcre, name, 2, set_how(t, !(c & 0x20)));
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
	    !runeset_add_named(&t->re->pcre, name, (size_t)(end - name),
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
	t->re->has_upper |= lo <= 'Z' && hi >= 'A';
	runeset_add_range(&t->re->pcre, lo, hi);
	return 0;
}

static int parse_class(struct translator *t)
{
	size_t start = t->in.at++, opened, empty;
	bool negated = take(t, "^");

	t->re->is_literal = false;
	opened = atom_start(t)->n;
	buf_adds(&t->re->pcre, negated ? "[^" : "[");
	empty = t->re->pcre.n;
	do
		if (parse_member(t, start))
			return -1;
	while (!looks_at(t, "]"));
	t->in.at++;
	if (t->re->pcre.n > empty) {
		buf_addc(&t->re->pcre, ']');
	} else {
		t->re->pcre.n = opened;
		buf_adds(&t->re->pcre, negated ? ANYTHING : NOTHING);
	}
	return 0;
}

/* A place in the text, for PCRE2 in a group so that it may be repeated. */
static void put_place(struct translator *t, const char *place)
{
	bool is_start = place[0] == '^';

	if (place[0] == '\\' || (t->flags & FLAG_LINES) ||
	    (is_start && (t->re->literal.n || t->re->at_end)))
		t->re->is_literal = false;
	t->re->at_start |= is_start;
	t->re->at_end |= place[0] == '$';
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
	t->re->is_literal = false;
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
		t->re->has_edge |= places[i][1][0] == '\\';
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
		t->re->is_literal = false;
		buf_addc(&t->re->pcre, ']');
		return is_set < 0 ? -1 : 0;
	}
	t->re->pcre.n--;	/* the bracket */
	if (scan_escape(&t->in, &r))
		return -1;
	put_literal(t, r);
	return 0;
}

static int group_open(struct translator *t, size_t at, unsigned flags)
{
	if (t->depth == REGEXP_DEPTH_MAX)
		return fail(t, at, "groups nest more than 250 deep");
	t->groups[++t->depth] = (struct group){ at, t->flags, t->folds, 1,
						t->re->pcre.n };
	buf_adds(&t->re->pcre, "(?:");
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
		return fail(t, start, "missing argument to repetition "
			    "operator; \\(\\* is what Go writes as (*");
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
	buf_addc(&t->re->pcre, ')');
	t->flags = group->flags;
	t->folds = group->folds;
	t->copies = group->copies;
	t->atom = group->start;
	t->last = LAST_ATOM;
	t->depth--;
	group_note(t);
	return 0;
}

static int parse_bar(struct translator *t)
{
	t->in.at++;
	t->re->is_literal = false;
	t->last = LAST_NONE;
	buf_adds(&t->re->pcre, "(?C)|");
	return 0;
}

/* Puts a group around the last atom and its repeat. */
static void wrap_repeat(struct translator *t)
{
	struct buf *out = &t->re->pcre;
	struct buf rest = BUF_INIT;

	buf_add(&rest, out->s + t->atom, out->n - t->atom);
	out->n = t->atom;
	buf_addf(out, "(?:%s)", buf_str(&rest));
	buf_release(&rest);
}

/*
 * Puts a repeat that ended before t->at.  The callout counts a step wherever
 * PCRE2 goes on after a repeat.  Those before each | count choices: where
 * several branches match, at most one of them is the last, so that the paths
 * through a row of groups cannot grow without being counted.
 *
 * Go takes a repeat of a repeat where flags or an empty \Q\E stand between.
 */
static int put_repeat(struct translator *t, size_t start, const char *repeat)
{
	bool lazy = t->flags & FLAG_LAZY;

	if (take(t, "?"))
		lazy = !lazy;
	if (t->last == LAST_NONE)
		return fail(t, start, "missing argument to repetition "
			    "operator");
	if (t->last == LAST_REPEAT && t->repeat_end == start)
		return fail(t, start, "a repetition of a repetition; put "
			    "parentheses around the inner one");
	if (t->last == LAST_REPEAT)
		wrap_repeat(t);
	buf_addf(&t->re->pcre, "%s%s(?C)", repeat, lazy ? "?" : "");
	t->re->is_literal = false;
	t->last = LAST_REPEAT;
	t->repeat_end = t->in.at;
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

void regexp_release(struct regexp *re)
{
	buf_release(&re->pcre);
	buf_release(&re->literal);
}

/* Empty again, with the memory that it has. */
static void regexp_clear(struct regexp *re)
{
	buf_clear(&re->pcre);
	buf_clear(&re->literal);
	re->is_literal = true;
	re->at_start = re->at_end = re->has_upper = re->has_edge = false;
	re->where = 0;
}

static int translate(struct translator *t)
{
	while (t->in.at < t->in.n) {
		parse_fn parse = parsers[(unsigned char)t->in.text[t->in.at]];

		if ((parse ? parse : parse_literal)(t))
			return -1;
	}
	if (t->depth)
		return fail(t, t->groups[t->depth].at, "missing closing )");
	return 0;
}

int regexp_translate(struct regexp *re, const char *text, bool ignore_case,
		     struct err *err)
{
	struct translator t = {
		.in = { .text = text, .n = strlen(text), .err = err },
		.re = re,
		.flags = ignore_case ? FLAG_FOLD : 0,
		.groups[0].copies = 1,
	};
	int result;

	regexp_clear(re);
	result = translate(&t);
	re->where = t.in.where;
	return result;
}
