/*
 * The text of many things of a report that need nothing of one another, rows
 * or nodes, made by all processors: each takes the next run of them, makes its
 * text, and adds it to the report when those before are there.  So text of one
 * run a processor is held, and the processors wait for each other only when a
 * run takes much longer than the next.
 */
#ifndef RENDER_REPORT_RUNS_H
#define RENDER_REPORT_RUNS_H

#include "render/report.h"

struct report_runs {
	size_t n;		/* things */
	size_t run;		/* how many at a time: some 100 KB of text, */
				/* or all where threads cannot make it */
	/*
	 * Adds the text of things first to end to the out of `report`, which
	 * is not that of the whole, and never handed on; in any thread.
	 */
	void (*print)(const struct report *report, const void *data,
		      size_t first, size_t end);
	const void *data;
};

/* Adds the text of all, unless the out fails before. */
void report_print_runs(const struct report *report,
		       const struct report_runs *runs);

#endif
