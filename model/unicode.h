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
#ifndef MODEL_UNICODE_H
#define MODEL_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct unicode_range {
	uint32_t first, last;
};

extern const struct unicode_range unicode_hidden[], unicode_marks[],
	unicode_wide[];
extern const size_t unicode_hidden_n, unicode_marks_n, unicode_wide_n;

/* Whether one of n ranges has the character. */
static inline bool unicode_has(const struct unicode_range *ranges, size_t n,
			       uint32_t c)
{
	size_t lo = 0, hi = n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (c > ranges[mid].last)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < n && c >= ranges[lo].first;
}

#endif
