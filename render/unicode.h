/*
 * What a character is on a terminal, without asking the locale, so that a
 * screen is the same on every machine.  The tables are sorted ranges and
 * are generated; a look-up is a binary search.
 *
 * hidden	is not printed: controls, formats, private use, not assigned,
 *		blanks other than the space, and what terminals disagree on
 *		the width of
 * marks	has no width of its own: it goes on the character before
 * wide		takes two columns
 *
 * Hidden goes before the others, and marks before wide, where ranges overlap.
 */
#ifndef RENDER_UNICODE_H
#define RENDER_UNICODE_H

#include <stddef.h>
#include <stdint.h>

struct unicode_range {
	uint32_t first, last;
};

extern const struct unicode_range unicode_hidden[], unicode_marks[],
	unicode_wide[];
extern const size_t unicode_hidden_n, unicode_marks_n, unicode_wide_n;

#endif
