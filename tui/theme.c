#include "config.h"

#include "tui/theme.h"

#include <strings.h>

#include "model/mem.h"

/*
 * What is written in a colour of its own has to be read on black and on white,
 * so those are of middling brightness; boxes bring both of their colours.  With
 * 8 colours there are too few hues that are not red, so two are given twice.
 */
struct role {
	struct look many, few;
	uint8_t mono;		/* attributes without colour */
};

#define PLAIN { -1, -1, 0 }
#define ATTR(bits) { -1, -1, bits }
#define INK(color, bits) { color, -1, bits }
#define BOX(fg, bg) { fg, bg, 0 }

static const struct role roles[STYLE_N] = {
	[STYLE_PLAIN] = { PLAIN, PLAIN, 0 },
	[STYLE_TITLE] = { ATTR(LOOK_BOLD), ATTR(LOOK_BOLD), LOOK_BOLD },
	[STYLE_HEADER] = { ATTR(LOOK_UNDERLINE), ATTR(LOOK_UNDERLINE),
			   LOOK_UNDERLINE },
	[STYLE_STATUS] = { PLAIN, PLAIN, 0 },
	[STYLE_ERROR] = { INK(160, LOOK_BOLD), INK(1, LOOK_BOLD), LOOK_BOLD },
	[STYLE_SELECTED] = { ATTR(LOOK_REVERSE), ATTR(LOOK_REVERSE),
			     LOOK_REVERSE },
	[STYLE_SELECTED_UNFOCUSED] = { BOX(16, 248), BOX(7, 4),
				       LOOK_UNDERLINE },
	[STYLE_DIM] = { INK(244, 0), ATTR(LOOK_DIM), LOOK_DIM },
	[STYLE_HOT] = { INK(160, LOOK_BOLD), INK(1, LOOK_BOLD), LOOK_BOLD },
	[STYLE_WARM] = { INK(130, 0), INK(3, 0), 0 },
	[STYLE_COOL] = { INK(30, 0), INK(6, 0), 0 },
	[STYLE_BAR] = { INK(67, 0), INK(6, 0), 0 },
	[STYLE_GROWN] = { INK(160, LOOK_BOLD), INK(1, LOOK_BOLD), LOOK_BOLD },
	[STYLE_SHRUNK] = { INK(28, 0), INK(2, 0), 0 },
	[STYLE_MATCH] = { BOX(16, 220), BOX(0, 3),
			  LOOK_BOLD | LOOK_UNDERLINE },
	[STYLE_KEY] = { ATTR(LOOK_BOLD), ATTR(LOOK_BOLD), LOOK_BOLD },
	[STYLE_PROMPT] = { ATTR(LOOK_BOLD), ATTR(LOOK_BOLD), LOOK_BOLD },
	[STYLE_SOURCE] = { PLAIN, PLAIN, 0 },
	[STYLE_LINENO] = { INK(244, 0), ATTR(LOOK_DIM), LOOK_DIM },
	[STYLE_INLINE] = { INK(97, 0), INK(5, 0), 0 },
	[STYLE_RULE] = { INK(244, 0), ATTR(LOOK_DIM), LOOK_DIM },
	[STYLE_FILTER] = { INK(32, 0), INK(6, 0), LOOK_UNDERLINE },
	[STYLE_FLAME_0] = { BOX(16, 180), BOX(0, 3), 0 },
	[STYLE_FLAME_1] = { BOX(16, 116), BOX(0, 6), 0 },
	[STYLE_FLAME_2] = { BOX(16, 150), BOX(0, 2), 0 },
	[STYLE_FLAME_3] = { BOX(16, 182), BOX(0, 5), 0 },
	[STYLE_FLAME_4] = { BOX(16, 110), BOX(0, 7), 0 },
	[STYLE_FLAME_5] = { BOX(16, 222), BOX(7, 4), 0 },
	[STYLE_FLAME_6] = { BOX(16, 146), BOX(0, 3), 0 },
	[STYLE_FLAME_7] = { BOX(16, 187), BOX(0, 6), 0 },
	[STYLE_FLAME_GROWN] = { BOX(16, 174), BOX(7, 1), LOOK_BOLD },
	[STYLE_FLAME_SHRUNK] = { BOX(16, 108), BOX(0, 2), 0 },
	[STYLE_FLAME_SAME] = { BOX(16, 251), BOX(0, 7), 0 },
	[STYLE_FLAME_FOLDED] = { BOX(16, 245), BOX(7, 4), LOOK_DIM },
};

enum theme_depth theme_depth(enum theme_color color, const char *no_color,
			     int colors)
{
	if (color == THEME_NEVER)
		return THEME_MONO;
	if (color == THEME_AUTO && no_color && *no_color)
		return THEME_MONO;
	/* Terminals of direct colour count in RGB beyond the first eight. */
	if (colors == 256)
		return THEME_256;
	return colors >= 8 ? THEME_8 : THEME_MONO;
}

struct look theme_look(enum theme_depth depth, uint8_t style)
{
	const struct role *role = &roles[STYLE_PLAIN];
	struct look look = PLAIN;

	if (STYLE_ROLE(style) < STYLE_N)
		role = &roles[STYLE_ROLE(style)];
	if (depth == THEME_256)
		look = role->many;
	else if (depth == THEME_8)
		look = role->few;
	else
		look.attr = role->mono;
	if (style & STYLE_PICKED)
		look.attr = (look.attr ^ LOOK_REVERSE) | LOOK_BOLD;
	return look;
}

int theme_color_parse(const char *word, enum theme_color *color)
{
	static const char *const words[] = { "auto", "always", "never" };

	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		if (!strcasecmp(word, words[i])) {
			*color = (enum theme_color)i;
			return 0;
		}
	}
	return -1;
}
