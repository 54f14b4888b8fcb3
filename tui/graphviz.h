/*
 * A picture, drawn by Graphviz: the text of a report collects in a file without
 * a name, and the program "dot", found in PATH, makes the picture of it.  No
 * shell is asked, and what the program complains of is read and told.
 */
#ifndef TUI_GRAPHVIZ_H
#define TUI_GRAPHVIZ_H

#include <stdbool.h>
#include <stddef.h>

#include "model/err.h"
#include "render/reports.h"

/* Where a picture goes. */
struct graphviz_sink {
	int (*write)(void *data, const char *s, size_t n);
	void *data;
	const char *instead;		/* what writes the text of the graph */
	bool has_failed;		/* write did; nothing is said of it */
};

/*
 * Runs a report of a kind with a format, and draws it.  Its out is used up;
 * its names are made printable, since a picture that is text may not hold
 * controls.  Complaints are warnings of the report.  Returns 0, or -1 with the
 * reason: that of the report; the program is missing, or it failed.
 */
int graphviz_report(const struct report_kind *kind,
		    const struct report *report, struct graphviz_sink *sink,
		    struct err *err);

#endif
