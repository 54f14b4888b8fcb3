/*
 * A view: which numbers of a profile are looked at, and through what.  It is
 * a value; everything shown or printed is computed from a profile and a view.
 */
#ifndef MODEL_VIEW_H
#define MODEL_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "model/filters.h"

enum granularity {
	BY_FUNCTION,
	BY_FILEFUNCTION,
	BY_FILE,
	BY_LINE,
	BY_ADDRESS,
};

/* Of a profile with a base; one without has COMPARE_CURRENT. */
enum compare {
	COMPARE_CURRENT,	/* the current side alone */
	COMPARE_DIFFERENCE,	/* current minus base */
	COMPARE_BOTH,		/* side by side */
	COMPARE_BASE,		/* the base alone */
};

/* Whether a number of it is of both sides. */
static inline bool compare_is_of_both(enum compare compare)
{
	return compare == COMPARE_DIFFERENCE || compare == COMPARE_BOTH;
}

struct view {
	size_t type;			/* the sample type */
	enum compare compare;
	bool is_diff_base;		/* the total is the base's */
	/*
	 * What is shown is divided by the values of the first sample type.  A
	 * comparison side by side has no lane for those and shows none.
	 */
	bool is_mean;
	bool is_relative;		/* the total is what filters leave */
	bool drops_negative;		/* nodes with less than nothing go */
	double divide_by;		/* values shown are; 0 is 1 */
	enum granularity granularity;
	bool no_inlines, show_columns;
	bool object_names;		/* functions of two objects differ */
	bool keeps_paths;		/* no prefix is cut off file names */
	const char *trim_path;		/* borrowed; NULL is none */
	const char *source_path;	/* likewise; cuts file names too */
	struct filters filters;
};

/* dst is overwritten, not released. */
void view_copy(struct view *dst, const struct view *src);
void view_release(struct view *view);

/* Whether both have the same lens: all but what numbers are looked at. */
bool view_same_lens(const struct view *a, const struct view *b);
bool view_equal(const struct view *a, const struct view *b);

/*
 * What values are multiplied with before they are shown; 0: they are not.  As
 * in the reference a divisor below 0 is none.
 */
double view_ratio(const struct view *view);

#endif
