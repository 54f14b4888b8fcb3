/*
 * From options to a profile and a first view of it.
 */
#ifndef TUI_OPEN_H
#define TUI_OPEN_H

#include "model/gather.h"
#include "model/profile.h"
#include "model/view.h"
#include "tui/kept.h"
#include "tui/options.h"

/*
 * Reads what the options name, the embedded pair for -demo.  What it asks of
 * gather.h (two_sides, limits, warn) is set in gather; the rest is filled in
 * here.  What cannot be read twice is kept, and what was kept is read; kept
 * may be NULL when nothing is read twice.  Addresses are not looked up when
 * there is needs_names, which is told whether that is worth it.  On failure
 * returns -1 with the reason and leaves nothing to release.
 */
int open_profile(struct profile *profile, const struct options *options,
		 struct gather *gather, struct kept *kept, bool *needs_names,
		 struct err *err);

/*
 * Fills in the view that the options ask for; release it with view_release.
 * Fails when sample_index names no type or values are divided by 0.
 */
int open_view(struct view *view, const struct profile *profile,
	      const struct options *options, struct err *err);

/* The base's path, NULL when the options name none, and the first source's. */
const char *open_base(const struct options *options);
const char *open_current(const struct options *options);

/* How many of several sources could be read. */
size_t open_count(const struct options *options);

#endif
