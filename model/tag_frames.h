/*
 * Frames made of labels: for each key of two lists one frame in every stack,
 * called as the row's labels of that key are, its file called as the key
 * (google/pprof, internal/driver/tagroot.go).  Where a row has no such label
 * the frame has no name.  Done once, after loading, so that filters, graphs
 * and the tables of -raw have them like any other.
 */
#ifndef MODEL_TAG_FRAMES_H
#define MODEL_TAG_FRAMES_H

#include <stdbool.h>

#include "model/buf.h"
#include "model/err.h"
#include "model/profile.h"

struct tag_frames {
	/* Keys with commas between them; the first key is next to the root. */
	const char *root, *leaf;
	const char *unit;		/* that numbers are shown in */
	/* Appends a number in the unit `from` as it is shown in `to`. */
	void (*format)(struct buf *out, int64_t value, const char *from,
		       const char *to);
};

/*
 * Adds the frames, and sets has_root and has_leaf where some row has a label
 * of one of the keys.  Fails, with nothing changed, when stacks would become
 * too many frames in all.
 */
int tag_frames_add(struct profile *profile, const struct tag_frames *frames,
		   bool *has_root, bool *has_leaf, struct err *err);

#endif
