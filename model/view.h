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

struct view {
	size_t type;			/* the sample type */
	enum compare compare;
	bool is_diff_base;		/* the total is the base's */
	enum granularity granularity;
	bool no_inlines, show_columns;
	bool object_names;		/* functions of two objects differ */
	bool keeps_paths;		/* no prefix is cut off file names */
	const char *trim_path;		/* borrowed; NULL is none */
	struct filters filters;
};

/* dst is overwritten, not released. */
void view_copy(struct view *dst, const struct view *src);
void view_release(struct view *view);

/* Whether both have the same lens: all but type, compare, is_diff_base. */
bool view_same_lens(const struct view *a, const struct view *b);
bool view_equal(const struct view *a, const struct view *b);

#endif
