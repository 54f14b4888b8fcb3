/*
 * A page: what the source view shows of one function in one view, with the
 * units and totals its numbers are printed with.  A page does not depend on
 * the evaluation and the lines it was made from, so that it can stay on the
 * screen while others are made.
 *
 * A target is what a page is to be about: what the selected name stands for in
 * an evaluation.
 */
#ifndef TUI_SOURCE_PAGE_H
#define TUI_SOURCE_PAGE_H

#include "render/source.h"
#include "tui/app.h"
#include "tui/lines_job.h"
#include "tui/sheet.h"

/* Zeroes are one that was not found. */
struct target {
	struct buf selected;		/* the name */
	bool is_found;
	const struct profile *profile;	/* of the evaluation; borrowed */
	struct lines_key key;		/* key.file is the buf below */
	struct buf file;
	int64_t line;			/* to go to; 0: the hottest */
	uint64_t address;		/* likewise, of what has no name */
};

void target_find(struct target *target, const struct eval *eval,
		 const struct buf *selected);
void target_release(struct target *target);
void target_copy(struct target *to, const struct target *from);

/*
 * Whether both are found and are called the same, as function, file or object;
 * they may be of two profiles.
 */
bool target_same(const struct target *a, const struct target *b);

struct source_page {
	struct mem *mem;
	const struct profile *profile;	/* borrowed */
	struct target target;
	struct sheet sheet;
	size_t type;			/* of the view it was made from */
	enum compare compare;
	struct columns columns;
	const struct eval *eval;	/* they are of; NULL: it is gone */
	enum share share;
	struct source_table table;
};

/* Returns a page without files, owned by the caller; NULL without parts. */
struct source_page *source_page_new(struct mem *mem,
				    const struct lines_job *lines,
				    const struct target *target,
				    enum text_charset charset);

/* page may be NULL. */
void source_page_free(struct source_page *page);

/* Counts the rows and measures the columns: files have become done. */
void source_page_arrange(struct source_page *page);

/* Ranks the lines by cum or by flat. */
void source_page_rank(struct source_page *page, bool by_cum);

/* Takes units and totals over from an evaluation of the same numbers. */
void source_page_adopt(struct source_page *page, const struct eval *eval,
		       enum share share);

/* A row by what it shows, to be found again on another page. */
struct spot {
	struct str file;		/* borrowed from the page */
	int64_t line;
	uint64_t address;
};

struct spot source_page_spot(const struct source_page *page, size_t row);

/* Finds a row of the spot; false when there is none of its file. */
bool source_page_find(const struct source_page *page, const struct spot *spot,
		      size_t *row);

/* The row of the hottest line; where none has a weight, of the function. */
size_t source_page_hottest(const struct source_page *page);

/*
 * Paints a row: the name and flat and cum of a part.  The name gives way to
 * the numbers.
 */
void source_page_summary(const struct source_page *page, size_t part,
			 const struct canvas *row);

/*
 * Appends a sentence on what is wrong with the text of a part, nothing when it
 * is all right.  `enter` is the key that opens a file.
 */
void source_page_note(const struct source_page *page, size_t part,
		      const char *enter, struct buf *out);

/* Whether there is a file to look for, or nothing but addresses to show. */
bool source_page_has_file(const struct source_page *page, size_t part);

/* Appends where a row is: its line, its rank, what of it is inlined. */
void source_page_status(const struct source_page *page, size_t row,
			struct buf *out);

/* Columns that the longest text in sight lacks on a canvas of the rows. */
int source_page_widest(const struct source_page *page, size_t top,
		       const struct canvas *canvas);

#endif
