/*
 * Where the report of the command line goes: standard output, or the file or
 * device of -output.  A file takes its place when the report is whole; one
 * that fails leaves what was there.
 */
#ifndef TUI_OUTPUT_H
#define TUI_OUTPUT_H

#include <stdbool.h>

#include "model/err.h"
#include "tui/outfile.h"

struct output {
	const char *name;		/* for messages; borrowed */
	int fd;				/* to be written to */
	bool is_opened;			/* by us: a device */
	struct outfile file;		/* when fd is its */
};

/* Opens a path, "" for standard output, or fails with the reason. */
int output_open(struct output *output, const char *path, struct err *err);

/*
 * Ends it: when keeps, a file is put in its place.  Returns 0, or -1 with the
 * reason when that cannot be.
 */
int output_close(struct output *output, bool keeps, struct err *err);

#endif
