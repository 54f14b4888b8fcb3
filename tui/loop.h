/*
 * The app on a terminal: waits for keys, signals and finished jobs, and
 * paints.  Nothing wakes it while nothing happens.
 */
#ifndef TUI_LOOP_H
#define TUI_LOOP_H

#include "model/err.h"
#include "model/input.h"
#include "tui/options.h"

enum loop_result {
	LOOP_DONE,
	LOOP_FAILED,		/* err says why */
	LOOP_NO_TERMINAL,	/* nothing was read yet; err says why */
};

enum loop_result loop_run(struct options *options,
			  const struct input_limits *limits, struct err *err);

#endif
