/*
 * The job that reads the profiles, and how far it has come.
 */
#ifndef TUI_LOADER_H
#define TUI_LOADER_H

#include "model/input.h"
#include "tui/options.h"
#include "tui/worker.h"

struct loader {
	struct job job;			/* first */
	const struct options *options;	/* borrowed */
	struct input_limits limits;
	struct profile *profile;	/* the answer; taken, or freed */
	struct err note;		/* what went wrong and is not fatal */
};

/*
 * A job for app->reader.  progress is borrowed until the job is freed, and
 * everything in limits; the limits' cancel and progress are set here.
 */
struct loader *loader_new(const struct options *options,
			  const struct input_limits *limits,
			  struct input_progress *progress, int slot);

/* The profile, now the caller's: loader_profile_free. */
struct profile *loader_take(struct loader *loader);

void loader_profile_free(struct profile *profile);

#endif
