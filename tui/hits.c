#include "config.h"

#include "tui/hits.h"

#include "render/text.h"

enum { HITS_MAX = 200 };	/* painted in a line */

static void paint_hit(const struct canvas *row, int col, int cols)
{
	if (col < 0) {
		cols += col;
		col = 0;
	}
	if (cols > 0 && col < row->cols)
		canvas_style(row, (struct span){ 0, col, cols }, STYLE_MATCH);
}

/* A character of a line, and the column it starts at. */
struct place {
	struct str line;
	size_t at, column;
};

/*
 * The column of a byte at or behind the place, which moves on to its character:
 * a line is measured once, however many hits it has.
 */
static size_t column_of(struct place *place, size_t at)
{
	const char *s = place->line.s;
	struct glyph glyph;

	while (place->at < at) {
		size_t n = text_glyph(s + place->at, place->line.n - place->at,
				      &glyph);

		if (n > at - place->at)
			break;
		place->at += n;
		place->column += glyph.width;
	}
	return place->column + text_width(s + place->at, at - place->at);
}

bool hits_paint(const struct search *search, struct str line, int scroll,
		const struct canvas *row)
{
	struct place place = { .line = line };
	size_t at = 0, from, to;
	bool has_hit = false;

	for (int i = 0; i < HITS_MAX && line.n &&
	     search_find(search, line.s + at, line.n - at, &from, &to); i++) {
		if (to == from)
			break;
		has_hit = true;
		paint_hit(row, (int)column_of(&place, at + from) - scroll,
			  (int)text_width(line.s + at + from, to - from));
		at += to;
	}
	return has_hit;
}

void hits_reveal(int from, int to, int cols, int *scroll)
{
	/* The marks of what is cut take a column at either end. */
	if (to < cols && from < cols - 1)
		*scroll = 0;
	else if (from <= *scroll || to >= *scroll + cols)
		*scroll = from > cols / 2 ? from - cols / 2 : 0;
}
