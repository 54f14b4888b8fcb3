#include "config.h"

#include "model/runeset.h"

#include <stdio.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "model/mem.h"
#include "model/rune.h"

void runeset_add_rune(struct buf *out, uint32_t r)
{
	if (r < 0x80 && rune_is_word((char)r))
		buf_addc(out, (char)r);
	else
		buf_addf(out, "\\x{%x}", (unsigned)r);
}

void runeset_add_range(struct buf *out, uint32_t lo, uint32_t hi)
{
	if (lo >= 0xd800 && lo < 0xe000)
		lo = 0xe000;
	if (hi >= 0xd800 && hi < 0xe000)
		hi = 0xd7ff;
	if (lo > hi)
		return;
	runeset_add_rune(out, lo);
	if (lo < hi) {
		buf_addc(out, '-');
		runeset_add_rune(out, hi);
	}
}

/* Sets of ASCII characters: pairs of first and last. */
struct charset {
	const char *name;
	size_t n;
	char ranges[8];
};

static const struct charset charsets[] = {
	{ "\\d", 1, "09" },
	{ "\\s", 3, "\t\n\f\r  " },
	{ "\\w", 4, "09AZ__az" },
	{ "alnum", 3, "09AZaz" },
	{ "alpha", 2, "AZaz" },
	{ "ascii", 1, "\0\x7f" },
	{ "blank", 2, "\t\t  " },
	{ "cntrl", 2, "\0\x1f\x7f\x7f" },
	{ "digit", 1, "09" },
	{ "graph", 1, "!~" },
	{ "lower", 1, "az" },
	{ "print", 1, " ~" },
	{ "punct", 4, "!/:@[`{~" },
	{ "space", 2, "\t\r  " },
	{ "upper", 1, "AZ" },
	{ "word", 4, "09AZ__az" },
	{ "xdigit", 3, "09AFaf" },
};

static const struct charset *charset_find(const char *name, size_t n)
{
	for (size_t i = 0; i < ARRAY_SIZE(charsets); i++)
		if (strlen(charsets[i].name) == n &&
		    !memcmp(charsets[i].name, name, n))
			return &charsets[i];
	return NULL;
}

static void charset_fill(const struct charset *set, bool fold, bool in[128])
{
	memset(in, 0, 128 * sizeof(in[0]));
	for (size_t i = 0; i < set->n; i++)
		for (int c = set->ranges[2 * i];
		     c <= set->ranges[2 * i + 1]; c++)
			in[c] = true;
	for (int c = 'a'; fold && c <= 'z'; c++)
		in[c] = in[c - 0x20] = in[c] || in[c - 0x20];
}

/*
 * What a negated set leaves is spelled out, because under (?i) Go folds before
 * it negates: \W then has neither the long s nor the Kelvin sign, which fold
 * to s and k.
 */
static void add_charset(struct buf *out, const struct charset *set,
			unsigned how)
{
	bool fold = how & RUNESET_FOLDS, negated = how & RUNESET_NEGATED;
	bool in[128];

	charset_fill(set, fold, in);
	for (uint32_t lo = 0, hi; lo < 128; lo = hi + 1) {
		for (hi = lo; hi < 127 && in[hi + 1] == in[lo]; hi++)
			;
		if (in[lo] != negated)
			runeset_add_range(out, lo, hi);
	}
	if (!negated)
		return;
	if (fold && in['s']) {
		runeset_add_range(out, 0x80, 0x17e);
		runeset_add_range(out, 0x180, in['k'] ? 0x2129 : RUNE_MAX);
		if (in['k'])
			runeset_add_range(out, 0x212b, RUNE_MAX);
	} else {
		runeset_add_range(out, 0x80, RUNE_MAX);
	}
}

bool runeset_add_named(struct buf *out, const char *name, size_t n,
		       unsigned how)
{
	const struct charset *set = charset_find(name, n);

	if (!set)
		return false;
	add_charset(out, set, how);
	return true;
}

/* Copies a Unicode class name in Go's loose spelling: "l_u" is "Lu". */
static bool property_spell(const char *s, size_t n, char name[64])
{
	size_t len = 0;

	for (size_t i = 0; i < n; i++) {
		char c = s[i];

		if (c == '_' || c == '-' || c == ' ')
			continue;
		if (!rune_is_word(c) || (c >= '0' && c <= '9') || len == 63)
			return false;
		name[len] = (char)(len ? c | 0x20 : c & ~0x20);
		len++;
	}
	name[len] = '\0';
	return len > 0;
}

static bool property_is_category(const char *name)
{
	static const char all[] =
		" C Cc Cf Cn Co Cs L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc"
		" Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs Any ";
	char word[72];

	snprintf(word, sizeof(word), " %s ", name);
	return strstr(all, word) != NULL;
}

/*
 * Writes PCRE2's spelling of a script, or reports that it knows none.  From
 * 10.40 on a bare name would mean script extensions, or a binary property.
 */
static bool property_spell_script(const char *name, char spelled[80])
{
	char trial[96];
	int error;
	PCRE2_SIZE at;
	pcre2_code *code;

#if PCRE2_MAJOR == 10 && PCRE2_MINOR < 40
	snprintf(spelled, 80, "%s", name);
#else
	snprintf(spelled, 80, "sc:%s", name);
#endif
	snprintf(trial, sizeof(trial), "\\p{%s}", spelled);
	code = pcre2_compile((PCRE2_SPTR)trial, PCRE2_ZERO_TERMINATED,
			     PCRE2_UTF, &error, &at, NULL);
	pcre2_code_free(code);
	return code != NULL;
}

bool runeset_add_property(struct buf *out, const char *s, size_t n,
			  unsigned how)
{
	char name[64], spelled[80];
	const char *as = name;

	if (n && s[0] == '^') {
		how ^= RUNESET_NEGATED;
		s++, n--;
	}
	if (!property_spell(s, n, name))
		return false;
	if (!strcmp(name, "Ascii"))
		return runeset_add_named(out, "ascii", 5, how);
	if (!strcmp(name, "Assigned")) {
		how ^= RUNESET_NEGATED;
		as = "Cn";
	} else if (!strcmp(name, "Lc") ||
		   ((how & RUNESET_FOLDS) && name[0] == 'L' && name[1] &&
		    strchr("ult", name[1]) && !name[2])) {
		as = "L&";
	} else if (!property_is_category(name)) {
		if (!property_spell_script(name, spelled))
			return false;
		as = spelled;
	}
	buf_addf(out, "\\%c{%s}", how & RUNESET_NEGATED ? 'P' : 'p', as);
	return true;
}
