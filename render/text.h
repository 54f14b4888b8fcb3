/*
 * Text that may be printed, and how it is made from names that may not.
 *
 * A name is bytes out of a file.  text_escape is the one function that makes
 * printable text of it; everything else here takes that text (or calls
 * text_escape itself, and says so).  Escaping is done before cutting, so a cut
 * never lets half of something harmful through.  Printable text is UTF-8
 * without controls and without what is not seen, where every character takes
 * one or two columns and carries at most TEXT_MARKS marks.  Escaping it again
 * changes nothing, so escaping too often is only slow.
 *
 * Widths come from tables of ours (model/unicode.h) and not from the locale.
 */
#ifndef RENDER_TEXT_H
#define RENDER_TEXT_H

#include <stddef.h>
#include <stdint.h>

#include "model/buf.h"

/* What the terminal shows: where it is ASCII, the rest is written \u{4e2d}. */
enum text_charset {
	TEXT_UTF8,
	TEXT_ASCII
};

/* Marks a character keeps; what curses keeps, too. */
#define TEXT_MARKS 4

/* A character with its marks. */
struct glyph {
	uint32_t ch[1 + TEXT_MARKS];
	uint8_t n;		/* of ch; 0 at the end of the text */
	uint8_t width;		/* 1 or 2 columns */
};

/*
 * Appends s as printable text: \n, \t, \r, \0, \x1b for controls, \xff for
 * bytes that are not UTF-8, \u{202e} for what is not seen, turns the direction
 * of writing or is not assigned.  A mark without a character gets a dotted
 * circle.  Backslashes stay as they are: some languages have them in names.
 */
void text_escape(struct buf *out, const char *s, size_t n,
		 enum text_charset charset);

/*
 * Appends s as printable text that starts at a column, a tab filled up to the
 * next eighth one.  Returns the column behind it, for what follows.  Each piece
 * between tabs is escaped on its own.
 */
size_t text_expand(struct buf *out, const char *s, size_t n, size_t column,
		   enum text_charset charset);

/*
 * Reads the first character of printable text with its marks; returns its
 * bytes.  What is not printable reads as one '?' a byte.
 */
size_t text_glyph(const char *s, size_t n, struct glyph *glyph);

/* The columns of printable text. */
size_t text_width(const char *s, size_t n);

/* The most bytes of s from its start that fit in that many columns. */
size_t text_cut(const char *s, size_t n, int columns);

/*
 * The bytes of its first row when it is wrapped to that many columns: up to a
 * blank, if there is one.
 */
size_t text_row(const char *s, size_t n, int columns);

/*
 * The fewest bytes of s from its start that take at least that many columns:
 * one more than that where a wide character stands across.
 */
size_t text_skip(const char *s, size_t n, int columns);

/* The mark of a cut: one column, an ellipsis or '~'. */
const char *text_mark(enum text_charset charset);

/*
 * Appends text of at most that many columns, with a mark at its end when some
 * of it was cut off.
 */
void text_elide(struct buf *out, const char *s, size_t n, int columns,
		enum text_charset charset);

/*
 * Appends at most that many columns of s starting at column `from`, with a
 * mark at either end that something is cut off from.  A half of a wide
 * character is a blank.
 */
void text_scroll(struct buf *out, const char *s, size_t n, int from,
		 int columns, enum text_charset charset);

/*
 * Appends the name of a function, escaped, in at most that many columns, so
 * that package and function stay readable.  What does not fit goes in this
 * order: generic and template arguments, C++ parameters, directories and outer
 * packages from the left, the middle.  A file behind the name ("f dir/f.c:12")
 * loses its directories before that.  A name without anything to see is put in
 * quotes.  Costs no more for 1 MiB than for 16 KiB.
 */
void text_elide_name(struct buf *out, const char *name, size_t n, int columns,
		     enum text_charset charset);

/* Whether a part of a name is of no use without the one before: "func1". */
bool text_is_inner_name(const char *s, size_t n);

/* Appends the name of a file, escaped; directories go first, the tail stays. */
void text_elide_path(struct buf *out, const char *path, size_t n, int columns,
		     enum text_charset charset);

#endif
