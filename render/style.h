/*
 * Roles of text on the screen.  A view says what a cell is, never how it
 * looks; tui/theme.c gives each role its colours.  The letter is how a dump of
 * the styles shows it.  The hues of the flame graph tell packages apart and
 * nothing else.
 */
#ifndef RENDER_STYLE_H
#define RENDER_STYLE_H

/* X(role, letter in a dump) */
#define STYLE_LIST(X)			\
	X(PLAIN, '.')			\
	X(TITLE, 'T')			\
	X(HEADER, 'H')			\
	X(STATUS, 's')			\
	X(ERROR, 'E')			\
	X(SELECTED, 'X')		\
	X(SELECTED_UNFOCUSED, 'x')	\
	X(DIM, 'd')			\
	X(HOT, 'h')			\
	X(WARM, 'w')			\
	X(COOL, 'c')			\
	X(BAR, 'b')			\
	X(GROWN, '+')			\
	X(SHRUNK, '-')			\
	X(MATCH, 'M')			\
	X(KEY, 'K')			\
	X(PROMPT, 'P')			\
	X(SOURCE, 't')			\
	X(LINENO, 'n')			\
	X(INLINE, 'i')			\
	X(RULE, 'r')			\
	X(FILTER, 'F')			\
	X(FLAME_0, '0')			\
	X(FLAME_1, '1')			\
	X(FLAME_2, '2')			\
	X(FLAME_3, '3')			\
	X(FLAME_4, '4')			\
	X(FLAME_5, '5')			\
	X(FLAME_6, '6')			\
	X(FLAME_7, '7')			\
	X(FLAME_GROWN, 'G')		\
	X(FLAME_SHRUNK, 'S')		\
	X(FLAME_SAME, '=')		\
	X(FLAME_FOLDED, 'f')

enum style {
#define STYLE_ENUMERATOR(role, letter) STYLE_##role,
	STYLE_LIST(STYLE_ENUMERATOR)
#undef STYLE_ENUMERATOR
	STYLE_N
};

#define STYLE_FLAMES 8

/*
 * Added to any role: the same, picked.  So a selected frame keeps its hue.  A
 * dump shows a '#'.
 */
#define STYLE_PICKED 0x80
#define STYLE_ROLE(style) ((style) & 0x7f)

#endif
