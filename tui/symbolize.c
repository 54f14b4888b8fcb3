#include "config.h"

#include "tui/symbolize.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "model/mem.h"

enum effect {
	IS_OFF,			/* whatever follows */
	IS_NOTHING,
	IS_LOCAL,
	IS_REMOTE,
	IS_FORCED,
	IS_NONE, IS_FULL, IS_TEMPLATES,		/* of demangling */
	IS_UNKNOWN,
};

static enum effect word_find(const char *s, size_t n)
{
	static const struct {
		const char *text;
		enum effect effect;
	} words[] = {
		{ "none", IS_OFF }, { "no", IS_OFF }, { "", IS_NOTHING },
		{ "local", IS_LOCAL }, { "fastlocal", IS_LOCAL },
		{ "remote", IS_REMOTE }, { "force", IS_FORCED },
		{ "default", IS_NOTHING }, { "demangle=default", IS_NOTHING },
		{ "full", IS_FULL }, { "demangle=full", IS_FULL },
		{ "templates", IS_TEMPLATES },
		{ "demangle=templates", IS_TEMPLATES },
		{ "demangle=none", IS_NONE },
	};

	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		if (strlen(words[i].text) == n &&
		    !strncasecmp(words[i].text, s, n))
			return words[i].effect;
	}
	return IS_UNKNOWN;
}

/* Of the words on demangling each asks that all names be made anew. */
static void set_demangling(struct symbolize_mode *mode, enum demangle_mode how)
{
	mode->demangle = how;
	mode->is_forced = true;
}

static void apply(struct symbolize_mode *mode, enum effect effect)
{
	switch (effect) {
	case IS_OFF:
		mode->is_off = true;
		break;
	case IS_LOCAL:
		mode->is_local = true;
		break;
	case IS_REMOTE:
		mode->is_local = false;
		break;
	case IS_FORCED:
		mode->is_forced = true;
		break;
	case IS_NONE:
		set_demangling(mode, DEMANGLE_NONE);
		break;
	case IS_FULL:
		set_demangling(mode, DEMANGLE_FULL);
		break;
	case IS_TEMPLATES:
		set_demangling(mode, DEMANGLE_TEMPLATES);
		break;
	case IS_NOTHING:
	case IS_UNKNOWN:
		break;
	}
}

struct symbolize_mode symbolize_parse(const char *text, struct buf *notes)
{
	struct symbolize_mode mode = { .is_local = true };
	const char *at = text;
	bool ends;

	do {
		size_t n = strcspn(at, ":");
		enum effect effect = word_find(at, n);

		apply(&mode, effect);
		if (effect == IS_OFF)
			return mode;
		if (effect == IS_UNKNOWN && notes)
			buf_addf(notes, "ignoring unrecognized symbolization "
				 "option: %.80s\nexpecting -symbolize=[local|"
				 "fastlocal|remote|none][:force][:demangle="
				 "[none|full|templates|default]\n", text);
		ends = !at[n];
		at += n + 1;
	} while (!ends);
	if (!mode.is_local && notes)
		buf_addf(notes, "-symbolize=%.80s: servers are not asked for "
			 "names\n", text);
	return mode;
}
