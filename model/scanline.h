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

#endif
