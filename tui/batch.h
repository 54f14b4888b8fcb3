/*
 * Runs a report from the command line: what happens when one is asked for, or
 * when there is no terminal to show views on.
 */
#ifndef TUI_BATCH_H
#define TUI_BATCH_H

#include "model/err.h"
#include "model/input.h"
#include "tui/options.h"

/*
 * Prints the report of the options, -top when they name none, on stdout;
 * warnings go to stderr.  Returns 0, or -1 with the reason.
 */
int batch_run(const struct options *options,
	      const struct input_limits *limits, struct err *err);

/* Prints "pprowl: text" on stderr, made printable. */
void batch_complain(const char *text);

#endif
