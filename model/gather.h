/*
 * From the sources of a command line to one profile: each is read, several are
 * merged as the reference merges them, a base is put beside or subtracted, names
 * are looked up, and frames the profile asks to drop go.
 */
#ifndef MODEL_GATHER_H
#define MODEL_GATHER_H

#include <stdbool.h>
#include <stddef.h>

#include "model/err.h"
#include "model/fetch.h"
#include "model/format.h"
#include "model/input.h"
#include "model/profile.h"
#include "model/symbolize.h"

/*
 * Where a profile comes from: a path ("-" is standard input), a URL
 * (model/url.h) or memory.
 */
struct gather_source {
	const char *path;
	const uint8_t *data;		/* NULL: read the path */
	size_t n;
	struct keep *keep;		/* see input.h; NULL: nothing is kept */
};

struct gather {
	const struct gather_source *sources;
	size_t n_sources;		/* at least one */
	const struct gather_source *base;	/* NULL: none */
	bool *has_failed;		/* is told which of several sources
					 * could not be read; may be NULL */
	const struct format *format;	/* of all sources; NULL: as found */
	bool leaves_names;		/* see format.h */
	bool is_diff_base;
	/*
	 * The base as a second side, for the views; else subtracted from the
	 * one side, as the reference has it, for the reports.  The same
	 * holds for a file that is a difference in itself.
	 */
	bool two_sides;
	/* Where names are looked up; NULL: they stay as the files have them. */
	const struct symbolize *symbolize;
	bool is_normalized;		/* scaled to the totals of the base */
	bool all_frames;		/* drop_frames is not applied */
	const char *comment;		/* one more; NULL: none */
	const char *binary;		/* stands for the first mapping's file;
					 * NULL: it keeps its own */
	const char *build_id;		/* of that mapping, if it has none; or
					 * "" or NULL */
	/*
	 * Are told, a line each, what is wrong but not fatal, and what is done
	 * that takes time; may be NULL.
	 */
	void (*warn)(void *data, const char *text);
	void (*say)(void *data, const char *text);
	void *data;
	struct input_limits limits;	/* its mem is the profile's */
	const struct fetch_options *fetch;	/* NULL: URLs are refused */
};

/*
 * Fills *profile; release it with profile_release.  On failure returns -1
 * with the reason, which names the source, and leaves nothing to release.
 * Of several sources some may fail, as in the reference: that is a warning, and
 * a fact of the profile (facts.h).
 */
int gather_profile(struct profile *profile, const struct gather *gather,
		   struct err *err);

#endif
