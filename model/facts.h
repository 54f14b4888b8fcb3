/*
 * Facts of a profile that are not samples: where it came from, and what its
 * file says of the process (Go's runtime.MemStats).  A fact belongs to a group,
 * which is its heading, and to the source and the side that it came with; merging
 * keeps the facts of all sources.  They are shown, and nothing is computed from
 * them.
 *
 * Sources that could not be read are facts, too, of no source of the profile:
 * nothing in its numbers is from them.
 */
#ifndef MODEL_FACTS_H
#define MODEL_FACTS_H

#include "model/profile.h"

#define NOT_READ_GROUP "not read"

struct fact_place {
	const char *group, *name;	/* copied */
};

/*
 * Each is added behind those that are there, on side SIDE_CURRENT, as of
 * source 0: while the profile is that of one source.
 */
void facts_add_text(struct profile *profile, struct fact_place place,
		    struct str text);
void facts_add_number(struct profile *profile, struct fact_place place,
		      enum fact_kind kind, int64_t number);

/* A source that could not be read, by its name, and why. */
void facts_add_not_read(struct profile *profile, const char *name,
			const char *reason);

/* Adds those of another profile, as facts of that side and of more sources. */
void facts_take(struct profile *profile, const struct profile *from, int side);

#endif
