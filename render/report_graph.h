/*
 * What the reports over nodes share: how they are trimmed, and the lines that
 * say what is shown of what.
 */
#ifndef RENDER_REPORT_GRAPH_H
#define RENDER_REPORT_GRAPH_H

#include "model/picture.h"
#include "render/column.h"
#include "render/draft.h"
#include "render/report.h"

/* Prints the nodes of a report, or fails. */
typedef int report_nodes(const struct report *report, const struct top *top,
			 const struct columns *columns, struct err *err);

/*
 * Finds the nodes that the options leave, with all edges or without, and
 * prints them.
 */
int report_graph(const struct report *report, bool all_edges,
		 report_nodes *print, struct err *err);

/* Prints a picture of a report, or fails. */
typedef int report_draw(const struct report *report,
			const struct picture *picture,
			const struct columns *columns, struct err *err);

/*
 * Makes the picture that the options ask for, as a graph or a tree of calls,
 * and prints it; is_drawn as in picture.h.
 */
int report_picture(const struct report *report, bool is_drawn,
		   report_draw *print, struct err *err);

/*
 * The numbers of a report, for lanes_release; for a table of a comparison lane
 * 1 is the base beside what changed.
 */
void report_lanes(const struct report *report, const struct lens *lens,
		  struct lanes *lanes);

/* The lines of the profile, and those of the filters. */
void report_facts(const struct report *report, const struct columns *columns);

/*
 * The lines above the nodes: the profile's, the filters, and how much of the
 * total is shown.
 */
void report_header(const struct report *report, const struct top *top,
		   const struct columns *columns);

/* The lines of a picture's legend: the same and more. */
void report_legend(const struct report *report, const struct top *top,
		   const struct columns *columns, struct draft *draft);

#endif
