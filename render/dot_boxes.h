/*
 * The boxes of a node's labels: up to four of its texts and of the numbers of
 * each, those that weigh most.  More numbers than that are put together in
 * ranges, "1kB..4kB" (google/pprof, internal/graph: addNodelets).
 */
#ifndef RENDER_DOT_BOXES_H
#define RENDER_DOT_BOXES_H

#include "render/report_graph.h"

struct dot_boxes {
	const struct report *report;
	const struct picture *picture;
	const struct columns *columns;
	uint32_t node, id;		/* in the graph, in the text */
	bool is_flat;			/* else weights of callees count too */
};

/* Prints them with the edges they hang from; returns whether there are any. */
bool dot_boxes_print(const struct dot_boxes *boxes);

#endif
