/*
 * A sheet: the rows of the source view, made of a listing and of the files
 * its parts are in, as far as those are at hand.  Of a part, in this order:
 *
 *	heading		the name of its file, where there are several parts
 *	lines		all of the file; weights on lines before the first
 *			or past the last stand there without a text
 *	or, without a file: the lines with a weight and what paths were tried
 *
 * Files are borrowed from a shelf.  Nothing here reads one.  Finding a row
 * costs a search among the parts and one among the weights of a part.
 */
#ifndef TUI_SHEET_H
#define TUI_SHEET_H

#include <stdbool.h>

#include "model/listing.h"
#include "render/source.h"
#include "tui/shelf.h"

enum { SHEET_FILES_MAX = 16 };	/* files opened for a sheet */

struct sheet_part {
	struct shelf_file *file;	/* borrowed; NULL: not looked for */
	struct lines_range range;	/* of the function; first 0: none */
	size_t first, n;		/* rows of the sheet */
	size_t n_before;		/* weights before line 1 */
	size_t n_after;			/* weights past the end of the file */
};

struct sheet {
	struct listing listing;		/* owned */
	enum lines_by by;
	struct sheet_part *parts;	/* listing.parts.n */
	size_t n_rows;
};

/* A row, and where it comes from. */
struct sheet_row {
	struct source_row row;		/* text: of the sheet or a file */
	size_t part;
	size_t weight;			/* of listing.rows; rows.n: none */
	bool has_text;
};

/* Makes the listing of a key; its parts have no files yet. */
void sheet_init(struct sheet *sheet, const struct lines *lines,
		const struct lines_key *key);
void sheet_release(struct sheet *sheet);

/* Gives its parts their files, the heaviest ones only where there are many. */
void sheet_open(struct sheet *sheet, struct shelf *shelf);

/* Whether its files were looked for as they would be now. */
bool sheet_is_current(const struct sheet *sheet, const struct shelf *shelf);

/* Whether a file is still being looked for. */
bool sheet_is_waiting(const struct sheet *sheet);

/* Marks its files as used. */
void sheet_use(const struct sheet *sheet);

/* Counts the rows; to be called again when a file has become done. */
void sheet_arrange(struct sheet *sheet);

/* The text of a part, NULL without one. */
const struct source_file *sheet_text(const struct sheet *sheet, size_t part);

/* Row i, i < n_rows. */
struct sheet_row sheet_at(const struct sheet *sheet, size_t i);

/* The row that shows a row of the listing. */
size_t sheet_find_weight(const struct sheet *sheet, size_t weight);

/*
 * The row of a line of a part, or, where that is not shown, of the nearest one
 * with a weight.
 */
size_t sheet_find_line(const struct sheet *sheet, size_t part, int64_t line);

/* The largest line number that is shown. */
int64_t sheet_last_line(const struct sheet *sheet);

#endif
