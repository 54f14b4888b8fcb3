/*
 * model/pattern: what matches where, against answers of Go's regexp; what is
 * refused; limits; literals; quoting.
 */
#include "config.h"

#include "model/pattern.h"

#include <stdint.h>
#include <stdlib.h>

#include "model/mem.h"
#include "tests/tap.h"

/* The names that every pattern of the table is tried on. */
static const struct { const char *s; size_t n; } names[] = {
	{ "runtime.mallocgc", 16 },
	{ "main.(*T).run", 13 },
	{ "std::vector<int, A>::push_back", 30 },
	{ "a\nb\n", 4 },
	{ "aAsSkK\xc5\xbf\xe2\x84\xaa", 11 },	/* long s, Kelvin sign */
	{ "x\xffy", 3 },
	{ "\xc3\xa9\xce\xbb\xce\x9b", 6 },	/* e acute, lambda, Lambda */
	{ "a.b\vc\t\0", 7 },
};

/* Go's FindStringIndex for each name, "-" for none. */
static const struct { const char *pattern, *want; } finds[] = {
	{ "", "0:0 0:0 0:0 0:0 0:0 0:0 0:0 0:0" },
	{ "runtime", "0:7 - - - - - - -" },
	{ "^runtime\\.mallocgc$", "0:16 - - - - - - -" },
	{ "^runtime", "0:7 - - - - - - -" },
	{ "mallocgc$", "8:16 - - - - - - -" },
	{ "\\.", "7:8 4:5 - - - - - 1:2" },
	{ "(runtime)", "0:7 - - - - - - -" },
	{ "^(runtime\\.mallocgc)$", "0:16 - - - - - - -" },
	{ "run|int", "0:3 10:13 12:15 - - - - -" },
	{ "(?i)RUNTIME", "0:7 - - - - - - -" },
	{ "runtime.", "0:8 - - - - - - -" },
	{ "main\\.\\(\\*T\\)", "- 0:9 - - - - - -" },
	{ "^$", "- - - - - - - -" },
	{ "$^", "- - - - - - - -" },
	{ "a$", "- - - - - - - -" },
	{ "run$", "- 10:13 - - - - - -" },
	{ "^main", "- 0:4 - - - - - -" },
	{ "^a", "- - - 0:1 0:1 - - 0:1" },
	{ "\\x41", "- - 17:18 - 1:2 - - -" },
	{ "b$", "- - - - - - - -" },
	{ "[b]$", "- - - - - - - -" },
	{ "(?m)^b$", "- - - 2:3 - - - -" },
	{ "(?m)b$", "- - - 2:3 - - - -" },
	{ "(?m)^$", "- - - 4:4 - - - -" },
	{ "a.b", "- - - - - - - 0:3" },
	{ "(?s)a.b", "- - - 0:3 - - - 0:3" },
	{ "(?-s)a.b", "- - - - - - - 0:3" },
	{ "\\z", "16:16 13:13 30:30 4:4 11:11 3:3 6:6 7:7" },
	{ "\\A", "0:0 0:0 0:0 0:0 0:0 0:0 0:0 0:0" },
	{ "b\\n\\z", "- - - 2:4 - - - -" },
	{ "(?m)b\\z", "- - - - - - - -" },
	{ "(?m)\\Ab", "- - - - - - - -" },
	{ "(?i)s", "- - 0:1 - 2:3 - - -" },
	{ "(?i)[k]", "- - 29:30 - 4:5 - - -" },
	{ "(?i)\\w+", "0:7 0:4 0:3 0:1 0:11 0:1 - 0:1" },
	{ "\\w+", "0:7 0:4 0:3 0:1 0:6 0:1 - 0:1" },
	{ "(?i)\\W", "7:8 4:5 3:4 1:2 - 1:2 0:2 1:2" },
	{ "\\W", "7:8 4:5 3:4 1:2 6:8 1:2 0:2 1:2" },
	{ "(?i)[^\\w]", "7:8 4:5 3:4 1:2 - 1:2 0:2 1:2" },
	{ "(?i)[\\W]", "7:8 4:5 3:4 1:2 - 1:2 0:2 1:2" },
	{ "[[:upper:]]+", "- 7:8 17:18 - 1:2 - - -" },
	{ "(?i)[[:upper:]]+", "0:7 0:4 0:3 0:1 0:11 0:1 - 0:1" },
	{ "[^[:^alpha:]]+", "0:7 0:4 0:3 0:1 0:6 0:1 - 0:1" },
	{ "(?i)[[:^lower:]]", "7:8 4:5 3:4 1:2 - 1:2 0:2 1:2" },
	{ "\\s", "- - 16:17 1:2 - - - 5:6" },
	{ "\\S+", "0:16 0:13 0:16 0:1 0:11 0:3 0:6 0:5" },
	{ "[\\s]", "- - 16:17 1:2 - - - 5:6" },
	{ "[^\\S]", "- - 16:17 1:2 - - - 5:6" },
	{ "\\v", "- - - - - - - 3:4" },
	{ "[\\v]", "- - - - - - - 3:4" },
	{ "[[:space:]]", "- - 16:17 1:2 - - - 3:4" },
	{ "\\x00", "- - - - - - - 6:7" },
	{ "\\0", "- - - - - - - 6:7" },
	{ "\\011", "- - - - - - - 5:6" },
	{ "[\\t-\\r]", "- - - 1:2 - - - 3:4" },
	{ "\\x{fffd}", "- - - - - 1:2 - -" },
	{ "x.y", "- - - - - 0:3 - -" },
	{ "x[^a]y", "- - - - - 0:3 - -" },
	{ "x\\W{1,3}y", "- - - - - 0:3 - -" },
	{ "x.{3}y", "- - - - - - - -" },
	{ "\\x{ff}", "- - - - - - - -" },
	{ "[\\x{80}-\\x{10ffff}]+", "- - - - 6:11 1:2 0:6 -" },
	{ "\\pL+", "0:7 0:4 0:3 0:1 0:11 0:1 0:6 0:1" },
	{ "\\p{Lu}", "- 7:8 17:18 - 1:2 - 4:6 -" },
	{ "\\PL", "7:8 4:5 3:4 1:2 - 1:2 - 1:2" },
	{ "\\p{Greek}+", "- - - - - - 2:6 -" },
	{ "\\P{Greek}", "0:1 0:1 0:1 0:1 0:1 0:1 0:2 0:1" },
	{ "\\p{^Greek}", "0:1 0:1 0:1 0:1 0:1 0:1 0:2 0:1" },
	{ "[\\p{Greek}x]", "- - - - - 0:1 2:4 -" },
	{ "(?i)\xce\xbb+", "- - - - - - 2:6 -" },
	{ "\\x{e9}", "- - - - - - 0:2 -" },
	{ "\\p{greek}", "- - - - - - 2:4 -" },
	{ "\\pl", "0:1 0:1 0:1 0:1 0:1 0:1 0:2 0:1" },
	{ "\\p{Any}", "0:1 0:1 0:1 0:1 0:1 0:1 0:2 0:1" },
	{ "\\p{ASCII}+", "0:16 0:13 0:30 0:4 0:6 0:1 - 0:7" },
	{ "[^\\p{ASCII}]", "- - - - 6:8 1:2 0:2 -" },
	{ "\\p{Assigned}", "0:1 0:1 0:1 0:1 0:1 0:1 0:2 0:1" },
	{ "\\b\\w+\\b", "0:7 0:4 0:3 0:1 0:6 0:1 - 0:1" },
	{ "\\B.", "1:2 1:2 1:2 - 1:2 - 0:2 6:7" },
	{ "\\bint\\b", "- - 12:15 - - - - -" },
	{ "\\bin\\b", "- - - - - - - -" },
	{ "a*", "0:0 0:0 0:0 0:1 0:1 0:0 0:0 0:1" },
	{ "a*?", "0:0 0:0 0:0 0:0 0:0 0:0 0:0 0:0" },
	{ "(?U)a*", "0:0 0:0 0:0 0:0 0:0 0:0 0:0 0:0" },
	{ "(?U)a*?", "0:0 0:0 0:0 0:1 0:1 0:0 0:0 0:1" },
	{ "(a|ab)(c|bcd)*", "9:10 1:2 27:29 0:1 0:1 - - 0:1" },
	{ "[a-z]{3}", "0:3 0:3 0:3 - - - - -" },
	{ "[a-z]{2,}?", "0:2 0:2 0:2 - - - - -" },
	{ "x{0}", "0:0 0:0 0:0 0:0 0:0 0:0 0:0 0:0" },
	{ "m{1,2}", "5:6 0:1 - - - - - -" },
	{ "{,2}", "- - - - - - - -" },
	{ "a{,2}", "- - - - - - - -" },
	{ "]", "- - - - - - - -" },
	{ "}", "- - - - - - - -" },
	{ "int, A>", "- - 12:19 - - - - -" },
	{ "\\Q.(*\\E", "- 4:7 - - - - - -" },
	{ "\\Qrun", "0:3 10:13 - - - - - -" },
	{ "\\Q\\E", "0:0 0:0 0:0 0:0 0:0 0:0 0:0 0:0" },
	{ "\\Qa.b\\Ec*", "- - - - - - - 0:3" },
	{ "[]b]", "- - 26:27 2:3 - - - 2:3" },
	{ "[^]ab]", "0:1 0:1 0:1 1:2 1:2 0:1 0:2 1:2" },
	{ "[a-]+", "9:10 1:2 27:28 0:1 0:1 - - 0:1" },
	{ "[-a]+", "9:10 1:2 27:28 0:1 0:1 - - 0:1" },
	{ "[\\d-z]", "- - - - - - - -" },
	{ "[a\\-z]", "9:10 1:2 27:28 0:1 0:1 - - 0:1" },
	{ "[.]", "7:8 4:5 - - - - - 1:2" },
	{ "\\_", "- - 25:26 - - - - -" },
	{ "\\-", "- - - - - - - -" },
	{ "\\,", "- - 15:16 - - - - -" },
	{ "(?P<n>run)", "0:3 10:13 - - - - - -" },
	{ "(?<n>run)", "0:3 10:13 - - - - - -" },
	{ "(?:run)", "0:3 10:13 - - - - - -" },
	{ "(?i:MAIN)\\.", "- 0:5 - - - - - -" },
	{ "(?i)main(?-i)\\.", "- 0:5 - - - - - -" },
	{ "((?i)M)ain", "- 0:4 - - - - - -" },
	{ "(?i)(m)AIN", "- 0:4 - - - - - -" },
	{ "(?i:m)AIN", "- - - - - - - -" },
	{ "a|b|", "0:0 0:0 0:0 0:1 0:1 0:0 0:0 0:1" },
	{ "|", "0:0 0:0 0:0 0:0 0:0 0:0 0:0 0:0" },
	{ "()", "0:0 0:0 0:0 0:0 0:0 0:0 0:0 0:0" },
	{ "(|x)+y", "- - - - - 2:3 - -" },
	{ "(?i-s)A.b", "- - - - - - - 0:3" },
	{ "^*run", "0:3 10:13 - - - - - -" },
	{ "(?:^)*", "0:0 0:0 0:0 0:0 0:0 0:0 0:0 0:0" },
	{ "\\b+int", "- - 12:15 - - - - -" },
	{ "a*(?i)*", "0:0 0:0 0:0 0:1 0:1 0:0 0:0 0:1" },
	{ "a*\\Q\\E+", "0:0 0:0 0:0 0:1 0:1 0:0 0:0 0:1" },
	{ "(?i)(A(?-i)b?(?i)?)B", "- - - - - - - -" },
	{ "m(?i)A*(?U){1,2}IN", "- 0:4 - - - - - -" },
	{ "a(?i)*B", "- - 26:27 2:3 - - - 2:3" },
	{ "\\x{d800}", "- - - - - - - -" },
	{ "[^\\x{d800}]", "0:1 0:1 0:1 0:1 0:1 0:1 0:2 0:1" },
	{ "[^\\x00-\\x{10FFFF}]", "- - - - - - - -" },
	{ "(a{30}){30}", "- - - - - - - -" },
};

/* Where Go refuses too, but for \Q with a flag between two repeats. */
static const struct { const char *pattern; size_t where; const char *why; }
bads[] = {
	{ "(", 0, "missing closing )" },
	{ "a(b", 1, "missing closing )" },
	{ "((a)", 0, "missing closing )" },
	{ "a)", 1, "unexpected )" },
	{ "(?", 0, "after (?" },
	{ "a[", 1, "missing closing ]" },
	{ "[a", 0, "missing closing ]" },
	{ "[]", 0, "missing closing ]" },
	{ "[[:foo:]]", 1, "unknown [:class:]" },
	{ "[[:\\d:]]", 1, "unknown [:class:]" },
	{ "[z-a]", 1, "the range runs backwards" },
	{ "[a-\\d]", 3, "unknown escape" },
	{ "*", 0, "missing argument" },
	{ "a|*", 2, "missing argument" },
	{ "(*FAIL)", 0, "missing argument" },
	{ "(*LIMIT_MATCH=1000000000)a", 0,
	  "missing argument" },
	{ "a**", 2, "a repetition of a repetition" },
	{ "a*+", 2, "a repetition of a repetition" },
	{ "a+?*", 3, "a repetition of a repetition" },
	{ "a{2}{3}", 4, "a repetition of a repetition" },
	{ "a*(?i)**", 7, "a repetition of a repetition" },
	{ "{2}", 0, "missing argument" },
	{ "a{1001}", 1, "a repeat count above 1000" },
	{ "a{99999999999999999999}", 1, "a repeat count above 1000" },
	{ "a{1,1001}", 1, "a repeat count above 1000" },
	{ "a{2,1}", 1, "the repeat counts run backwards" },
	{ "(a{100}){11}", 8, "repeats of repeats" },
	{ "((a{10}){10}|b){11}", 15, "repeats of repeats" },
	{ "a\\", 1, "the pattern ends in a backslash" },
	{ "(a)\\1", 3, "backreferences" },
	{ "\\8", 0, "backreferences" },
	{ "\\k<n>", 0, "backreferences" },
	{ "a\\Z", 1, "\\Z is not supported" },
	{ "\\C", 0, "\\C is not supported" },
	{ "\\K", 0, "unknown escape" },
	{ "\\G", 0, "unknown escape" },
	{ "\\R", 0, "unknown escape" },
	{ "\\X", 0, "unknown escape" },
	{ "\\h", 0, "unknown escape" },
	{ "\\E", 0, "unknown escape" },
	{ "\\N", 0, "unknown escape" },
	{ "\\\xc3\xa9", 0, "unknown escape" },
	{ "\\x", 0, "\\x needs" },
	{ "\\x4", 0, "\\x needs" },
	{ "\\x4g", 0, "\\x needs" },
	{ "\\x{}", 0, "\\x needs" },
	{ "\\x{41", 0, "\\x needs" },
	{ "\\x{110000}", 0, "\\x needs" },
	{ "\\x{ffffffffffffffff41}", 0, "\\x needs" },
	{ "\\p", 0, "\\p without" },
	{ "\\p{", 0, "missing closing }" },
	{ "\\p{Foo}", 0, "unknown Unicode class" },
	{ "\\p{Alphabetic}", 0, "unknown Unicode class" },
	{ "\\p{L}}|\\p{L)(}", 7, "unknown Unicode class" },
	{ "[\\b]", 1, "\\b in a class" },
	{ "[\\Qa\\E]", 1, "unknown escape" },
	{ "(?=a)", 0, "lookahead" },
	{ "(?!a)", 0, "lookahead" },
	{ "(?<=a)", 0, "lookbehind" },
	{ "(?<!a)", 0, "lookbehind" },
	{ "(?>a)", 0, "atomic groups" },
	{ "(?|a)", 0, "branch resets" },
	{ "(?#a)", 0, "comments" },
	{ "(?R)", 0, "recursion" },
	{ "(?&n)", 0, "recursion" },
	{ "(?P>n)", 0, "recursion" },
	{ "(?1)", 0, "after (?" },
	{ "(?P=n)", 0, "backreferences" },
	{ "(?C1)", 0, "callouts" },
	{ "(?(1)a)", 0, "conditional groups" },
	{ "(?'n'a)", 0, "after (?" },
	{ "(?-)", 0, "after (?" },
	{ "(?i-)", 0, "after (?" },
	{ "(?i--s)", 0, "after (?" },
	{ "(?x)a", 0, "after (?" },
	{ "(?P<>a)", 0, "a group's name" },
	{ "(?P<a b>c)", 0, "a group's name" },
	{ "(?P<n", 0, "a group's name" },
	{ "a\xff", 1, "the pattern is not valid UTF-8" },
	{ "\\Q\xff", 2, "the pattern is not valid UTF-8" },
	{ "[\xff]", 1, "the pattern is not valid UTF-8" },
	{ "\xed\xa0\x80", 0, "the pattern is not valid UTF-8" },
	{ "\xc0\x80", 0, "the pattern is not valid UTF-8" },
	{ "\xf4\x90\x80\x80", 0, "the pattern is not valid UTF-8" },
	{ "\xe2\x84", 0, "the pattern is not valid UTF-8" },
};

static struct pattern *make(const char *text, enum pattern_trust trust)
{
	struct err err = { "" };
	struct pattern *p = pattern_new(text, trust, &err, NULL);

	if (!p)
		printf("# %s: %s\n", text, err.text);
	return p;
}

/* The answer of a fresh pattern; -1 when it is refused. */
static int answer(const char *text, enum pattern_trust trust, const char *s,
		  size_t n)
{
	struct pattern *p = make(text, trust);
	int a = p ? (int)pattern_match(p, s, n) : -1;

	pattern_free(p);
	return a;
}

static void test_finds(void)
{
	for (size_t i = 0; i < ARRAY_SIZE(finds); i++) {
		struct pattern *p = make(finds[i].pattern, PATTERN_USER);
		struct buf got = BUF_INIT;

		for (size_t k = 0; k < ARRAY_SIZE(names); k++) {
			size_t from = 99, to = 99;

			if (k)
				buf_addc(&got, ' ');
			if (pattern_find(p, names[k].s, names[k].n, &from,
					 &to) == PATTERN_YES)
				buf_addf(&got, "%zu:%zu", from, to);
			else
				buf_addc(&got, '-');
		}
		is(buf_str(&got), finds[i].want, "finds of pattern %zu", i);
		buf_release(&got);
		pattern_free(p);
	}
}

static void test_bads(void)
{
	for (size_t i = 0; i < ARRAY_SIZE(bads); i++) {
		struct err err = { "" };
		size_t where = SIZE_MAX;
		struct pattern *p = pattern_new(bads[i].pattern, PATTERN_USER,
						&err, &where);

		ok(!p && !strncmp(err.text, bads[i].why, strlen(bads[i].why)),
		   "bad pattern %zu: %s", i, err.text);
		is_int(where, bads[i].where, "bad pattern %zu is bad there", i);
		pattern_free(p);
	}
}

static char *repeated(const char *s, size_t times)
{
	struct buf buf = BUF_INIT;

	for (size_t i = 0; i < times; i++)
		buf_adds(&buf, s);
	return buf.s;
}

/* The text in so many groups. */
static char *nested(size_t depth, const char *text)
{
	struct buf buf = BUF_INIT;

	buf_pad(&buf, '(', depth);
	buf_adds(&buf, text);
	buf_pad(&buf, ')', depth);
	return buf.s;
}

static void test_sizes(void)
{
	struct err err;
	size_t where = 0;
	char *s = repeated("a", 4097), *open = repeated("(", 251);
	char *deep = nested(250, "^"), *large;

	ok(!pattern_new(s, PATTERN_USER, &err, &where), "4097 bytes");
	is_int(where, 4096, "the byte too many");
	s[4096] = '\0';
	is_int(answer(s, PATTERN_USER, s, 4096), PATTERN_YES, "4096 bytes");
	s[4095] = '.';
	is_int(answer(s, PATTERN_USER, s, 4096), PATTERN_YES,
	       "4096 bytes that are no literal");
	ok(!pattern_new(open, PATTERN_USER, &err, &where) && where == 250,
	   "251 groups in groups");
	is_int(answer(deep, PATTERN_USER, "x", 1), PATTERN_YES,
	       "250 deep and a place in it");
	free(deep);
	deep = nested(250, "\\b|x*");
	is_int(answer(deep, PATTERN_USER, "x", 1), PATTERN_YES,
	       "250 deep and no literal");
	free(deep);
	free(open);
	free(s);

	large = repeated("(abc|d){1000}", 100);
	ok(!pattern_new(large, PATTERN_USER, &err, NULL), "too large: %s",
	   err.text);
	free(large);
}

static void test_literals(void)
{
	size_t n = 1 << 20;
	char *s = malloc(n + 1);
	static const char *const forms[] = {
		"needle", "(needle)", "needle$", "\\Qneedle\\E", "(n)(?:eedle)",
		"\\x6eeedle", "(?s)needle\\z", "n\\145edle",
	};

	memset(s, 'a', n);
	memcpy(s + n - 6, "needle", 6);
	for (size_t i = 0; i < ARRAY_SIZE(forms); i++) {
		is_int(answer(forms[i], PATTERN_USER, s, n), PATTERN_YES,
		       "at the end of 1 MiB: %s", forms[i]);
		is_int(answer(forms[i], PATTERN_USER, s, n - 1), PATTERN_NO,
		       "not in 1 MiB: %s", forms[i]);
	}
	is_int(answer("^needle", PATTERN_USER, s, n), PATTERN_NO, "anchored");
	is_int(answer("^needle", PATTERN_USER, "needles", 7), PATTERN_YES,
	       "at the start");
	is_int(answer("^needle$", PATTERN_USER, "needles", 7), PATTERN_NO,
	       "at both ends");
	is_int(answer("needle$", PATTERN_USER, "needle\n", 7), PATTERN_NO,
	       "a newline at the end counts");
	is_int(answer("needle", PATTERN_USER, "need", 4), PATTERN_NO, "short");
	is_int(answer("\\x00b", PATTERN_USER, "a\0b", 3), PATTERN_YES,
	       "past a NUL");
	is_int(answer("^\\1417$", PATTERN_USER, "a7", 2), PATTERN_YES,
	       "three octal digits");
	is_int(answer("\\x{d800}", PATTERN_USER, "\xed\xa0\x80", 3),
	       PATTERN_NO, "a surrogate is never there");
	is_int(answer("", PATTERN_USER, NULL, 0), PATTERN_YES, "nothing");
	is_int(answer("x", PATTERN_USER, NULL, 0), PATTERN_NO, "x in nothing");
	is_int(answer("x?$", PATTERN_USER, NULL, 0), PATTERN_YES, "x? as well");
	is_int(answer("a$b", PATTERN_USER, "ab", 2), PATTERN_NO, "$ inside");
	is_int(answer("a^b", PATTERN_USER, "ab", 2), PATTERN_NO, "^ inside");
	is_int(answer("\xc3\xa9", PATTERN_USER, "\xe2\xc3\xa9", 3),
	       PATTERN_YES, "after an invalid byte");
	is_int(answer("\xef\xbf\xbd", PATTERN_USER, "\xff", 1), PATTERN_YES,
	       "U+FFFD is an invalid byte");
	free(s);
}

/* A subject over 4 KiB: "yes" from its first part only, and never "no". */
static void test_cuts(void)
{
	size_t from = 0, to = 0, n = 5000;
	char *s = malloc(n);
	struct pattern *p;

	memset(s, '-', n);
	memcpy(s + 4000, "needle", 6);
	memcpy(s + 4200, "needlx", 6);
	p = make("n.*?le", PATTERN_USER);
	is_int(pattern_find(p, s, n, &from, &to), PATTERN_YES, "before 4 KiB");
	ok(from == 4000 && to == 4006, "found there");
	pattern_free(p);
	is_int(answer("n[e]+dlx", PATTERN_USER, s, n), PATTERN_UNDECIDED,
	       "after 4 KiB");
	is_int(answer("n[e]+dlx", PATTERN_USER, s, 4096), PATTERN_NO,
	       "4 KiB themselves are decided");
	is_int(answer("-+$", PATTERN_USER, s, n), PATTERN_UNDECIDED,
	       "$ is not at the cut");
	is_int(answer("(?m)-+$", PATTERN_USER, s, n), PATTERN_UNDECIDED,
	       "nor is $ of lines");
	is_int(answer("-+\\z", PATTERN_USER, s, n), PATTERN_UNDECIDED,
	       "nor \\z");
	memcpy(s + 4093, "foobar", 6);
	is_int(answer("f[o]o\\b", PATTERN_USER, s, n), PATTERN_UNDECIDED,
	       "the cut makes no word edge");
	is_int(answer("f[o]o", PATTERN_USER, s, n), PATTERN_YES,
	       "foo ends at the cut");
	memcpy(s + 4093, "ab\xc3\xa9\xc3\xa9", 6);
	is_int(answer("\\x{fffd}", PATTERN_USER, s, n), PATTERN_UNDECIDED,
	       "the cut makes no half character");
	is_int(answer("b[^a-z]", PATTERN_USER, s, n), PATTERN_UNDECIDED,
	       "the character at the cut is left out");
	free(s);
}

static void test_limits(void)
{
	char as[64];
	struct pattern *p = make("(a+)+$", PATTERN_USER);
	int yes = 0, undecided = 0;

	memset(as, 'a', sizeof(as));
	as[40] = '!';
	is_int(pattern_match(p, as, 41), PATTERN_UNDECIDED, "(a+)+$");
	is_int(pattern_match(p, as, 40), PATTERN_YES, "but not without the !");
	for (int i = 0; i < 198; i++)
		undecided += pattern_match(p, as, 41) == PATTERN_UNDECIDED;
	is_int(undecided, 198, "undecided each time");
	is_int(pattern_match(p, as, 40), PATTERN_YES, "199 limits: runs still");
	pattern_match(p, as, 41);
	is_int(pattern_match(p, as, 40), PATTERN_UNDECIDED,
	       "200 limits: gives up");
	pattern_free(p);

	p = make("(a+)+$", PATTERN_PROFILE);
	for (int i = 0; i < 50; i++) {
		yes += pattern_match(p, as, 40) == PATTERN_YES;
		pattern_match(p, as, 41);
	}
	is_int(yes, 50, "a profile's pattern runs at first");
	is_int(pattern_match(p, as, 40), PATTERN_UNDECIDED,
	       "but gives up after 50 limits");
	pattern_free(p);
}

/*
 * Patterns that stay below PCRE2's limit at each place but not over all of
 * them, and one that meets no repeat at all.
 */
static void test_steps(void)
{
	char *as = repeated("a", 4096), *choices = repeated("(a|a)", 40);
	struct buf text = BUF_INIT;
	struct pattern *p = make("(.)*?[bc]", PATTERN_USER);

	is_int(pattern_match(p, as, 4096), PATTERN_UNDECIDED,
	       "quadratic over 4 KiB");
	is_int(pattern_match(p, as, 500), PATTERN_NO, "not over 500 bytes");
	pattern_free(p);
	is_int(answer("(?:(a)|b)*[cd]", PATTERN_USER, as, 4096),
	       PATTERN_UNDECIDED, "choices in a repeat");
	buf_addf(&text, "%s[bc]", choices);
	is_int(answer(buf_str(&text), PATTERN_USER, as, 60),
	       PATTERN_UNDECIDED, "choices without a repeat");
	is_int(answer(buf_str(&text) + 5 * 27, PATTERN_USER, as, 4096),
	       PATTERN_UNDECIDED, "8,192 paths at each of 4,096 places");
	is_int(answer(choices, PATTERN_USER, as, 60), PATTERN_YES,
	       "which decide when they match");
	buf_release(&text);
	free(choices);
	free(as);
}

/* Dear but decided: 990 places of up to 990 steps each, near 500,000. */
static void test_spent(void)
{
	char *as = repeated("a", 990);
	struct pattern *p = make("[ab]*[bc]", PATTERN_PROFILE);
	int no = 0, n = 0;

	while (n < 1000 && pattern_match(p, as, 990) == PATTERN_NO)
		n++;
	ok(n > 40 && n < 100, "dear answers end in giving up: %d", n);
	is_int(pattern_match(p, "b", 1), PATTERN_UNDECIDED,
	       "for cheap ones too");
	pattern_free(p);

	p = make("[ab]*[bc]", PATTERN_PROFILE);
	for (n = 0; n < 30000; n++)
		no += pattern_match(p, as, 45) == PATTERN_NO;
	is_int(no, n, "1,034 steps each: all but 34 are free");
	pattern_free(p);
	free(as);
}

static void test_anycase(void)
{
	enum pattern_trust any = PATTERN_USER | PATTERN_ANYCASE;

	is_int(answer("malloc", any, "MalloC", 6), PATTERN_YES, "any case");
	is_int(answer("Malloc", any, "malloc", 6), PATTERN_NO, "as typed");
	is_int(answer("mallo[A-C]", any, "malloc", 6), PATTERN_NO,
	       "upper case in a class");
	is_int(answer("\\Smalloc", any, ".MALLOC", 7), PATTERN_YES,
	       "\\S is no upper case letter");
	is_int(answer("\\p{Lu}\\x6d", any, "AM", 2), PATTERN_YES,
	       "nor are L and u in \\p{Lu}");
	is_int(answer("\\x4d", any, "m", 1), PATTERN_NO, "but \\x4d is");
	is_int(answer("malloc", PATTERN_USER, "MALLOC", 6), PATTERN_NO,
	       "not unless asked");
	is_int(answer("(?-i)malloc", any, "MALLOC", 6), PATTERN_NO,
	       "(?-i) wins");
	is_int(answer("(?i)MALLOC", any, "malloc", 6), PATTERN_YES,
	       "(?i) wins");
}

static void test_quote(void)
{
	static const struct { const char *s; size_t n; const char *want; }
	quotes[] = {
		{ "", 0, "" },
		{ "main.(*T).run", 13, "main\\.\\(\\*T\\)\\.run" },
		{ "a\\+?|[]{}^$z", 12, "a\\\\\\+\\?\\|\\[\\]\\{\\}\\^\\$z" },
		{ "a b-_,:<>/\"'#", 13, "a b-_,:<>/\"'#" },
		{ "\xce\xbb", 2, "\xce\xbb" },
		{ "a\0\n\x7f", 4, "a\\x00\\x0a\\x7f" },
		{ "a\xff" "b\xe2\x84", 5, "a\\x{FFFD}b\\x{FFFD}\\x{FFFD}" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(quotes); i++) {
		struct buf out = BUF_INIT;

		buf_addc(&out, '^');
		pattern_quote(&out, quotes[i].s, quotes[i].n);
		is(buf_str(&out) + 1, quotes[i].want, "quote %zu", i);
		buf_addc(&out, '$');
		is_int(answer(buf_str(&out), PATTERN_USER, quotes[i].s,
			      quotes[i].n), PATTERN_YES, "matches %zu", i);
		buf_release(&out);
	}
	for (int c = 1; c < 256; c++) {
		char s[] = { (char)c };
		struct buf out = BUF_INIT;
		int others = 0;

		buf_addc(&out, '^');
		pattern_quote(&out, s, 1);
		buf_addc(&out, '$');
		for (int d = 0; d < 128; d++) {
			char other[] = { (char)d };

			others += answer(buf_str(&out), PATTERN_USER, other,
					 1) == PATTERN_YES;
		}
		ok(others == (c < 128), "byte %d quoted is itself only", c);
		buf_release(&out);
	}
}

static void print_hex(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		printf("%02x", (unsigned char)s[i]);
}

/*
 * The tables above for tests/patterns.go, texts in hexadecimal: the names, and
 * of each pattern what it finds, or "bad".
 */
static void print_table(void)
{
	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		printf("name ");
		print_hex(names[i].s, names[i].n);
		printf("\n");
	}
	for (size_t i = 0; i < ARRAY_SIZE(finds); i++) {
		printf("pattern ");
		print_hex(finds[i].pattern, strlen(finds[i].pattern));
		printf(" %s\n", finds[i].want);
	}
	for (size_t i = 0; i < ARRAY_SIZE(bads); i++) {
		printf("pattern ");
		print_hex(bads[i].pattern, strlen(bads[i].pattern));
		printf(" bad\n");
	}
}

int main(int argc, char **argv)
{
	if (argc > 1 && !strcmp(argv[1], "--table")) {
		print_table();
		return 0;
	}
	test_finds();
	test_bads();
	test_sizes();
	test_literals();
	test_cuts();
	test_limits();
	test_steps();
	test_spent();
	test_anycase();
	test_quote();
	pattern_free(NULL);
	return tap_done();
}
