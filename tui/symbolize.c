#include "config.h"

#include "tui/symbolize.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "model/mem.h"

enum word {
	WORD_NONE,	/* nothing is looked up, whatever follows */
	WORD_DEFAULT,
	WORD_ASKS,
	WORD_UNKNOWN,
};

static enum word word_find(const char *s, size_t n)
{
	static const struct {
		const char *text;
		enum word word;
	} words[] = {
		{ "none", WORD_NONE }, { "no", WORD_NONE },
		{ "", WORD_DEFAULT }, { "default", WORD_DEFAULT },
		{ "demangle=default", WORD_DEFAULT },
		{ "local", WORD_ASKS }, { "fastlocal", WORD_ASKS },
		{ "remote", WORD_ASKS }, { "force", WORD_ASKS },
		{ "full", WORD_ASKS }, { "templates", WORD_ASKS },
		{ "demangle=full", WORD_ASKS }, { "demangle=none", WORD_ASKS },
		{ "demangle=templates", WORD_ASKS },
	};

	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		if (strlen(words[i].text) == n &&
		    !strncasecmp(words[i].text, s, n))
			return words[i].word;
	}
	return WORD_UNKNOWN;
}

bool symbolize_is_off(const char *mode)
{
	for (;; mode++) {
		size_t n = strcspn(mode, ":");

		if (word_find(mode, n) == WORD_NONE)
			return true;
		mode += n;
		if (!*mode)
			return false;
	}
}

void symbolize_note(const char *mode, struct buf *notes)
{
	bool asks = false, ends;
	const char *at = mode;

	do {
		size_t n = strcspn(at, ":");
		enum word word = word_find(at, n);

		if (word == WORD_NONE)
			return;
		asks = asks || word == WORD_ASKS;
		if (word == WORD_UNKNOWN)
			buf_addf(notes, "ignoring unrecognized symbolization "
				 "option: %.80s\nexpecting -symbolize=[local|"
				 "fastlocal|remote|none][:force][:demangle="
				 "[none|full|templates|default]\n", mode);
		ends = !at[n];
		at += n + 1;
	} while (!ends);
	if (asks)
		buf_addf(notes, "-symbolize=%.80s: names come from the profile "
			 "alone\n", mode);
}
