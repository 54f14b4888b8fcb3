/*
 * The reports by name, and what each of them makes of the options, as the
 * reference has it (google/pprof, internal/driver: applyCommandOverrides).
 */
#ifndef RENDER_REPORTS_H
#define RENDER_REPORTS_H

#include "render/report.h"

enum { GRANULARITY_ASKED = -1, NODE_COUNT_DEFAULT = -1 };

struct report_kind {
	const char *name;		/* of the option and of the command */
	report_print *print;
	int granularity;		/* an enum, or GRANULARITY_ASKED */
	int64_t node_count;		/* when none is asked for */
	bool no_trim;			/* whatever the options say */
	bool needs_symbol;		/* -name=RE */
	bool keeps_paths;		/* trim_path is not applied */
	bool object_names;		/* functions of two objects differ */
	bool two_sides;			/* a base is not just subtracted, */
	bool side_by_side;		/* and stands beside the rest */
	report_print *print_table;	/* of -csv and -json; may be NULL */
	bool is_binary;			/* no text to show */
	/* Of a file that it goes to instead of a terminal; NULL: it may. */
	const char *extension;
	const char *format;		/* Graphviz is to draw it in; or NULL */
	bool is_short;			/* in the views: of ten rows */
};

/* NULL when there is none of that name. */
const struct report_kind *report_find(const char *name);

/*
 * Whether it wants the base as a side of its own, where there is one, and not
 * subtracted.
 */
bool report_takes_sides(const struct report_kind *kind,
			const struct report_options *options);

/*
 * Prints one report: the view and the options of *report are what is asked
 * for, node_count being NODE_COUNT_DEFAULT when nothing is.  Returns as a
 * report_print does.
 */
int report_run(const struct report_kind *kind, const struct report *report,
	       struct err *err);

#endif
