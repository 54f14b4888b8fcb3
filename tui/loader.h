/*
 * The job that reads the profiles: at the start, and again when they or the
 * options they are read with have changed.
 */
#ifndef TUI_LOADER_H
#define TUI_LOADER_H

#include "model/input.h"
#include "tui/kept.h"
#include "tui/options.h"
#include "tui/worker.h"

struct loader {
	struct job job;			/* first */
	struct options options;		/* a copy; has_failed is its own */
	struct kept *kept;		/* borrowed */
	struct input_limits limits;
	struct profile *profile;	/* the answer; taken, or freed */
	size_t n_bytes;			/* of memory that it takes, about */
	size_t n_files;			/* see kept_n_files */
	/* Addresses are not looked up, to be set before it runs; and whether
	 * that would be worth it. */
	bool defers_names, needs_names;
	struct err note;		/* what went wrong and is not fatal */
	struct err said;		/* what was said last to be done */
};

/*
 * A job for app->reader.  What the options point to is borrowed until it is
 * freed, and so are kept and everything in limits, of which cancel is set
 * here.
 */
struct loader *loader_new(const struct options *options, struct kept *kept,
			  const struct input_limits *limits, int slot);

/* The profile, now the caller's: loader_profile_free. */
struct profile *loader_take(struct loader *loader);

void loader_profile_free(struct profile *profile);

#endif
