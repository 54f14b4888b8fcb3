/*
 * Label sets as reports print them: one text a key, sorted as text.
 */
#ifndef RENDER_REPORT_LABELS_H
#define RENDER_REPORT_LABELS_H

#include <stdbool.h>

#include "render/report.h"

/* Labels first..first + n of one key and kind. */
struct label_group {
	const struct label *labels;
	uint32_t n;
};

/* Appends the text of one key. */
typedef void label_print(const struct report *report,
			 const struct label_group *group, struct buf *out);

/*
 * Prints the string labels of a set, or the numeric ones, each key with
 * print, sorted, with `between` between them.  Returns how many keys.
 */
size_t report_label_groups(const struct report *report, struct label_set set,
			   bool is_num, label_print *print,
			   const char *between);

#endif
