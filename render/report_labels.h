/*
 * Label sets as reports print them: one text a key, sorted as text.
 */
#ifndef RENDER_REPORT_LABELS_H
#define RENDER_REPORT_LABELS_H

#include <stdbool.h>

#include "model/lens.h"
#include "render/report.h"

/* Labels first..first + n of one key and kind. */
struct label_group {
	const struct label *labels;
	uint32_t n;
};

/*
 * The string labels of a set, or the numeric ones, that the lens shows.  What
 * stands around them is not printed when there are none.
 */
struct label_list {
	const struct lens *lens;
	struct label_set set;
	bool is_num;
	const char *before, *between, *after;
	const void *data;		/* for who prints */
};

/* Prints one key, to the out of `report`. */
typedef void label_print(const struct report *report,
			 const struct label_list *list,
			 const struct label_group *group);

/* Prints the labels, each key with print, sorted. */
void report_label_groups(const struct report *report,
			 const struct label_list *list, label_print *print);

/* Warns of the keys that have several units. */
void report_warn_units(const struct report *report);

#endif
