/*
 * Lines of what other programs print, taken apart from the left: each function
 * takes what it finds off its str.  Blanks are ASCII's.
 */
#ifndef MODEL_SCANLINE_H
#define MODEL_SCANLINE_H

#include <stdbool.h>
#include <stdint.h>

#include "model/strings.h"

/* Takes a line, without its end; false when nothing is left. */
bool scanline_next(struct str *text, struct str *line);

/* The line without blanks at either end. */
struct str scanline_trim(struct str line);

/* Takes one blank or more; false when there is none. */
bool scanline_blank(struct str *line);

/* Takes hexadecimal digits; false without any, or for more than 64 bits. */
bool scanline_hex(struct str *line, uint64_t *value);

/* Takes that character; false when it is another. */
bool scanline_char(struct str *line, char c);

/* Takes that text; false when it starts otherwise. */
bool scanline_word(struct str *line, const char *word);

/* Takes spaces only, if any. */
void scanline_spaces(struct str *line);

/* Takes decimal digits; false, and takes nothing, when there are none. */
bool scanline_digits(struct str *line, struct str *digits);

/*
 * Takes decimal digits as a number; false, and takes nothing, when there are
 * none, or for more than 63 bits.
 */
bool scanline_number(struct str *line, int64_t *value);

/*
 * Takes all up to a hexadecimal number behind "0x", lower case, and that.
 * Returns 1, 0 when there is none, -1 for one of more than 64 bits.
 */
int scanline_address(struct str *line, uint64_t *address);

/* Digits, with or without a minus sign in front, as a number of 64 bits. */
bool scanline_int(struct str digits, int64_t *value);

/*
 * A whole number as Go's strconv.ParseInt(text, 0, 64) reads it: with a sign,
 * with 0x, 0o, 0b or 0 in front, and then with underscores between digits.
 */
bool scanline_go_int(struct str text, int64_t *value);

#endif
