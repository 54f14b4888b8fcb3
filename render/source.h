/*
 * Source on the screen: a row of titles, then a row a line.
 *
 *	      flat        cum          cache/store.go
 *	                          41 │ func (s *Store) Put(k string, v []byte) {
 *	               2.50MB ▌>  42 │         s.mu.Lock()
 *	  401.30MB   401.30MB ▌i  44 │         s.m[k] = append([]byte(nil), v...)
 *
 * The bar's colour is the heat of the line: its share of all that the listing
 * is ranked by, or the sign of a change.  `i` marks a line that was inlined
 * into its caller, `>` one into which a call was inlined.  Numbers are those
 * of render/weight.h.  What lies outside the function is dim.
 *
 * How many columns there are depends on the room they leave for the text.
 */
#ifndef RENDER_SOURCE_H
#define RENDER_SOURCE_H

#include <stdbool.h>
#include <stdint.h>

#include "model/graph.h"
#include "render/column.h"
#include "render/grid.h"

enum source_kind {
	SOURCE_LINE,		/* a line of a file, its text may be missing */
	SOURCE_ADDRESS,		/* an address instead of one */
	SOURCE_HEADING,		/* the name of a file; what follows is in it */
	SOURCE_REMARK,		/* a sentence */
	SOURCE_PATH,		/* a path, below a remark */
};

struct source_row {
	enum source_kind kind;
	struct str text;		/* bytes, not escaped */
	uint64_t address;
	int64_t line;			/* below 1: not known */
	struct graph_value flat, cum;
	bool is_inlined, has_inlined, is_outside;
};

struct source_table {
	const struct columns *columns;
	enum text_charset charset;	/* for units, which may be anything */
	bool is_both;			/* two sides side by side */
	bool is_change;			/* values are changes */
	bool is_share_change;		/* in the place of the ratio */
	bool by_cum;			/* what the bar and the sides show */
	int64_t weight;			/* all that lines are ranked by */
	int widths[COLUMNS];		/* from source_table_widen */
	int number_cols;		/* for line numbers or addresses */
	int scroll;			/* columns of the text passed */
	bool has_focus;
	bool (*hits)(void *data, const char *s, size_t n);	/* or NULL */
	void *data;
};

/* Makes the columns wide enough for no row, and then for one more. */
void source_table_start(struct source_table *table, int64_t last_line);
void source_table_widen(struct source_table *table,
			const struct source_row *row);

/* The columns that are left for the text on a canvas so wide; 0 at least. */
int source_table_room(const struct source_table *table, int cols);

/* Paints the titles and the name of the file (bytes) in row 0. */
void source_paint_titles(const struct source_table *table, struct str file,
			 const struct canvas *canvas);

void source_paint_row(const struct source_table *table,
		      const struct source_row *row, int y, bool is_cursor,
		      const struct canvas *canvas);

#endif
