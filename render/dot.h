/*
 * Pieces of text in Graphviz's language, dot, as the reference writes them
 * (google/pprof, internal/graph/dotgraph.go).  All of it stands within double
 * quotes there.
 */
#ifndef RENDER_DOT_H
#define RENDER_DOT_H

#include <stdbool.h>

#include "model/buf.h"
#include "model/node.h"
#include "render/report.h"

/* Appends text that is to be read as it is; lines end on the left. */
void dot_escape(struct buf *out, struct str text);

/*
 * Appends text with escapes of its own, changing only what would end the
 * quotes that it stands in.  The reference does not; where this makes a
 * difference, what it writes is no dot, or is what a label wants it to be.
 */
void dot_quote(struct buf *out, struct str text);

/*
 * Prints `name` and text in quotes, made safe by dot_quote and as the report
 * wants names; empties the text.
 */
void dot_print_text(const struct report *report, const char *name,
		    struct buf *text);

/*
 * Appends the short name of a node over several lines, and a line end: its
 * parts, the last part of its file's name.
 */
void dot_node_name(struct buf *out, const struct nodes *nodes, uint32_t node);

/*
 * Appends a colour for a share between -1 and 1: green, grey, red; a pale one
 * for the background.
 */
void dot_color(struct buf *out, double share, bool is_background);

#endif
