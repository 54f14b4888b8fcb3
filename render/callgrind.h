/*
 * Which functions of the same name in the same file callgrind is to tell
 * apart: it would take them for one.  They are of other objects, or stand in
 * other places of a tree of calls (google/pprof, internal/report:
 * getDisambiguatedNames).
 */
#ifndef RENDER_CALLGRIND_H
#define RENDER_CALLGRIND_H

#include "model/buf.h"
#include "model/picture.h"

struct callgrind {
	const struct picture *picture;	/* borrowed */
	struct index by_function, by_name;	/* of the arrays below */
	VEC(struct callgrind_function) functions;
	VEC(struct callgrind_name) names;
	uint32_t *function_of;		/* a node each, of what is listed */
	uint64_t seed;
};

void callgrind_init(struct callgrind *callgrind,
		    const struct picture *picture);
void callgrind_release(struct callgrind *callgrind);

/* Appends the name of a node, "f [2/3]", nothing for one that is not listed. */
void callgrind_add_name(const struct callgrind *callgrind, struct buf *out,
			uint32_t node);

#endif
