/*
 * What a log puts in front of each line: "I0102 15:04:05.001 7 run.go:12] ",
 * "Jan 02 15:04:05 host app[123]: ", "web-1  | ".  From one line to the next
 * its numbers may change, in value and in length, and the blanks that align
 * them; the rest is the same.
 */
#ifndef MODEL_LOG_PREFIX_H
#define MODEL_LOG_PREFIX_H

#include <stdbool.h>

#include "model/strings.h"

/*
 * Cuts from the line what is like the prefix; false when it does not start so.
 * Blanks that end the prefix are cut as they are, since what follows may start
 * with blanks of its own; at the end of a line they may be missing.
 */
bool log_prefix_cut(struct str prefix, struct str *line);

#endif
