#include "config.h"

#include "tui/terminfo.h"

#include <langinfo.h>
#include <stdlib.h>
#include <string.h>

#include "model/mem.h"

#define ESCDELAY_DEFAULT 50
#define ESCDELAY_MAX 5000

static const struct {
	const char *prefix, *instead;
} stand_ins[] = {
	{ "xterm", "xterm-256color" },	 { "alacritty", "xterm-256color" },
	{ "foot", "xterm-256color" },	 { "kitty", "xterm-256color" },
	{ "wezterm", "xterm-256color" }, { "ghostty", "xterm-256color" },
	{ "konsole", "xterm-256color" }, { "vte", "xterm-256color" },
	{ "gnome", "xterm-256color" },	 { "iterm", "xterm-256color" },
	{ "st-", "xterm-256color" },	 { "contour", "xterm-256color" },
	{ "rio", "xterm-256color" },	 { "mintty", "xterm-256color" },
	{ "rxvt", "xterm-256color" },	 { "tmux", "screen-256color" },
	{ "screen", "screen-256color" },
};

const char *term_stand_in(const char *name)
{
	for (size_t i = 0; name && i < ARRAY_SIZE(stand_ins); i++) {
		const char *prefix = stand_ins[i].prefix;

		if (!strncmp(name, prefix, strlen(prefix)))
			return stand_ins[i].instead;
	}
	return NULL;
}

int term_escdelay(const char *word)
{
	char *end;
	long value;

	if (!word || !*word)
		return ESCDELAY_DEFAULT;
	value = strtol(word, &end, 10);
	if (*end || value < 1)
		return ESCDELAY_DEFAULT;
	return value > ESCDELAY_MAX ? ESCDELAY_MAX : (int)value;
}

void term_add_reset(struct buf *out, const char *s)
{
	while (s && *s) {
		size_t n = strcspn(s, "$");
		const char *end = NULL;

		if (s[n] && s[n + 1] == '<')
			end = strchr(s + n, '>');
		if (s[n] && !end)
			n++;
		buf_add(out, s, n);
		s = end ? end + 1 : s + n;
	}
}

enum text_charset term_charset(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") ? TEXT_ASCII : TEXT_UTF8;
}
