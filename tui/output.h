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
	const char *name;		/* for messages; until it is closed */
	int fd;				/* to be written to */
	bool is_opened;			/* by us: a device */
	struct outfile file;		/* when fd is its */
};

/*
 * Opens a path, "" for standard output, or fails with the reason.  What has an
 * extension is not shown on a terminal that standard output is: it goes to the
 * first "profile001.extension" that is not there.
 */
int output_open(struct output *output, const char *path,
		const char *extension, struct err *err);

/* Whether it is a file or device, which is said when it is written. */
static inline bool output_is_elsewhere(const struct output *output)
{
	return output->is_opened || output->file.fd >= 0;
}

/*
 * Ends it: when keeps, a file is put in its place.  Returns 0, or -1 with the
 * reason when that cannot be.
 */
int output_close(struct output *output, bool keeps, struct err *err);

#endif
