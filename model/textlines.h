/*
 * The lines of an input that is text, one after the other, each without its
 * line feed, or carriage return and line feed.  A byte order mark is passed
 * over; UTF-16 that starts with one is turned into UTF-8.  Other bytes stay
 * what they are: a line may hold NULs and what is no UTF-8.
 *
 * Some lines cannot be read and are left out; they are counted, and the first
 * is kept with its reason, so that the reader can say so at the end.
 *
 * Costs nothing but the search for the line feed: a line is borrowed from the
 * input, which holds no more than the longest.
 */
#ifndef MODEL_TEXTLINES_H
#define MODEL_TEXTLINES_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>

#include "model/buf.h"
#include "model/err.h"
#include "model/input.h"
#include "model/strings.h"

/* Room for a million frames; memory stays flat when a line has no end. */
enum { TEXTLINES_MAX = 16 * 1024 * 1024 };

enum text_encoding { TEXT_BYTES, TEXT_UTF16_LE, TEXT_UTF16_BE };

struct textlines {
	struct input *input;		/* borrowed */
	uint64_t number;		/* of the line at hand, from 1 */
	uint64_t n_bad;			/* lines that could not be read */
	struct err first_bad;
	enum text_encoding encoding;
	bool is_started, is_again;
	size_t used;			/* bytes of the line in the input */
	struct buf utf8;
	struct str line;
};

/* The input must be at its start. */
void textlines_init(struct textlines *lines, struct input *input);
void textlines_release(struct textlines *lines);

/*
 * Takes the next line.  Returns 1, 0 at the end, or -1 with the reason: the
 * input's, or a line that is too long.  The line is borrowed until the next
 * call.  What follows the last line feed is a line unless it is empty.
 */
int textlines_next(struct textlines *lines, struct str *line, struct err *err);

/* The next call returns the line at hand once more. */
void textlines_again(struct textlines *lines);

/* Writes the reason with the line in front, and evaluates to -1. */
#define textlines_fail(lines, ...) (textlines_set(lines, __VA_ARGS__), -1)

void textlines_set(const struct textlines *lines, struct err *err,
		   const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* Counts the line at hand among those that could not be read. */
void textlines_refuse(struct textlines *lines, const char *why);

/*
 * Says how many lines could not be read, and which was the first; false when
 * all could.
 */
bool textlines_report(const struct textlines *lines, struct err *note);

/*
 * Appends the whole lines at the start of a file as textlines_next would give
 * them, with line feeds; nothing when it is no text (format.h).
 */
void textlines_head(struct buf *text, struct str bytes, bool is_whole);

#endif
