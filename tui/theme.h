/*
 * What the roles of render/style.h look like, in numbers of our own: colours
 * as the 256 of xterm have them, or -1 for the terminal's own, and attributes.
 * Colour never stands alone: what a role means can also be told from
 * attributes, signs or place, so a terminal without colours loses nothing.
 */
#ifndef TUI_THEME_H
#define TUI_THEME_H

#include <stdint.h>

#include "render/style.h"

/* The option -color. */
enum theme_color {
	THEME_AUTO,
	THEME_ALWAYS,
	THEME_NEVER
};

/* The colours there are to use. */
enum theme_depth {
	THEME_MONO,
	THEME_8,
	THEME_256,
	THEME_DEPTHS
};

enum {
	LOOK_BOLD = 1,
	LOOK_DIM = 2,
	LOOK_UNDERLINE = 4,
	LOOK_REVERSE = 8
};

struct look {
	int16_t fg, bg;		/* -1: what the terminal has */
	uint8_t attr;		/* LOOK_ bits */
};

/*
 * The depth to use on a terminal of that many colours.  no_color is the
 * environment's NO_COLOR, or NULL: when not empty, it turns colour off unless
 * the option is THEME_ALWAYS.
 */
enum theme_depth theme_depth(enum theme_color color, const char *no_color,
			     int colors);

/* The look of a style: a role, maybe with STYLE_PICKED. */
struct look theme_look(enum theme_depth depth, uint8_t style);

/*
 * Reads auto, always or never; -1 when it is none of them.  The option's
 * parser says so to the user.
 */
int theme_color_parse(const char *word, enum theme_color *color);

#endif
