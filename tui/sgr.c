#include "config.h"

#include "tui/sgr.h"

#include <string.h>

#include "model/mem.h"

static void add_look(struct buf *out, struct look look)
{
	static const struct {
		uint8_t bit, code;
	} attributes[] = {
		{ LOOK_BOLD, 1 }, { LOOK_DIM, 2 }, { LOOK_UNDERLINE, 4 },
		{ LOOK_REVERSE, 7 },
	};

	buf_adds(out, "\033[0");
	for (size_t i = 0; i < ARRAY_SIZE(attributes); i++) {
		if (look.attr & attributes[i].bit)
			buf_addf(out, ";%d", attributes[i].code);
	}
}

static void style_256(struct buf *out, uint8_t style)
{
	struct look look = theme_look(THEME_256, style);

	add_look(out, look);
	if (look.fg >= 0)
		buf_addf(out, ";38;5;%d", look.fg);
	if (look.bg >= 0)
		buf_addf(out, ";48;5;%d", look.bg);
	buf_addc(out, 'm');
}

static void style_8(struct buf *out, uint8_t style)
{
	struct look look = theme_look(THEME_8, style);

	add_look(out, look);
	if (look.fg >= 0)
		buf_addf(out, ";%d", 30 + look.fg);
	if (look.bg >= 0)
		buf_addf(out, ";%d", 40 + look.bg);
	buf_addc(out, 'm');
}

static int count_colors(const char *term, const char *colorterm)
{
	if ((colorterm && *colorterm) || (term && strstr(term, "256color")))
		return 256;
	return term && *term && strcmp(term, "dumb") ? 8 : 0;
}

sgr_style *sgr_choose(enum theme_color color, bool is_terminal,
		      const char *term, const char *colorterm,
		      const char *no_color)
{
	int colors = color == THEME_ALWAYS ? 256 :
					     count_colors(term, colorterm);

	if (color != THEME_ALWAYS && !is_terminal)
		return NULL;
	switch (theme_depth(color, no_color, colors)) {
	case THEME_256:
		return style_256;
	case THEME_8:
		return style_8;
	default:
		return NULL;
	}
}
