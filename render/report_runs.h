/*
 * The text of many things of a report that need nothing of one another, rows
 * or nodes, made by several processors: each takes the next run of them, makes its
 * text, and adds it to the report when those before are there.  The processors
 * wait for each other only when a run takes much longer than the next, or when
 * its text is long: then what there is of it goes on as soon as it is its turn,
 * so that no processor holds more than REPORT_RUN_TEXT and one piece that
 * `print` adds between two looks at its out (report_step, report_name).
 */
#ifndef RENDER_REPORT_RUNS_H
#define RENDER_REPORT_RUNS_H

#include "render/report.h"

enum { REPORT_RUN_TEXT = 1 << 20 };	/* some times what a run has */

struct report_runs {
	size_t n;		/* things */
	size_t run;		/* how many at a time: some 100 KB of text, */
				/* or all where threads cannot make it */
	/*
	 * Adds the text of thing i to the out of `report`, which need not be
	 * that of the whole; in any thread.
	 */
	void (*print)(const struct report *report, const void *data, size_t i);
	const void *data;
};

/*
 * Adds the text of all, unless the out fails before; the out fails when it is
 * cancelled, which is looked at before each thing.
 */
void report_print_runs(const struct report *report,
		       const struct report_runs *runs);

#endif
