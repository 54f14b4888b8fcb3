/*
 * tui/nearest: how far words are apart, against every way of typing amiss.
 */
#include "config.h"

#include "tui/nearest.h"

#include "tests/tap.h"

static const char *const names[] = {
	"top", "text", "tree", "peek", "focus", "granularity", "o", "help",
};

static const char *meant(const char *word)
{
	struct nearest nearest =
		nearest_of((struct str){ word, strlen(word) });

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		nearest_offer(&nearest, names[i]);
	return nearest.name ? nearest.name : "";
}

static void test_words(void)
{
	static const struct { const char *word, *want; } cases[] = {
		{ "tpo", "top" }, { "topp", "top" }, { "tip", "top" },
		{ "helpp", "help" }, { "hlp", "help" }, { "ehlp", "help" },
		{ "peke", "peek" }, { "fcous", "focus" }, { "foucss", "focus" },
		{ "granularty", "granularity" }, { "gramularty", "granularity" },
		{ "focusing", "" }, { "xyz", "" }, { "", "" }, { "t", "" },
		{ "oo", "" }, { "pot", "" }, { "top", "" },
		{ "granularitygranularitygranularitygranularity", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		is(meant(cases[i].word), cases[i].want, "%s", cases[i].word);
}

/* One slip in a long name, wherever it is, is always forgiven. */
static void test_slips(void)
{
	static const char name[] = "granularity";
	size_t n = sizeof(name) - 1;
	char word[20];

	for (size_t i = 0; i < n; i++) {
		memcpy(word, name, sizeof(name));
		word[i] = '#';
		is(meant(word), name, "wrong: %s", word);
		memmove(word + i, name + i + 1, n - i);
		is(meant(word), name, "missing: %s", word);
		memcpy(word, name, sizeof(name));
		memmove(word + i + 1, name + i, n + 1 - i);
		word[i] = '#';
		is(meant(word), name, "too many: %s", word);
		if (i + 1 == n)
			break;
		memcpy(word, name, sizeof(name));
		word[i] = name[i + 1];
		word[i + 1] = name[i];
		is(meant(word), name, "swapped: %s", word);
	}
}

int main(void)
{
	test_words();
	test_slips();
	return tap_done();
}
