/*
 * What the reports over nodes share: how they are trimmed, and the lines that
 * say what is shown of what.
 */
#ifndef RENDER_REPORT_GRAPH_H
#define RENDER_REPORT_GRAPH_H

#include "model/pattern.h"
#include "render/column.h"
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

/*
 * The lines above the nodes: the profile's, the filters, and how much of the
 * total is shown.
 */
void report_header(const struct report *report, const struct top *top,
		   const struct columns *columns);

#endif
