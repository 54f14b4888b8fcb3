/*
 * The unit that the numeric labels of a key are in: the first that a row
 * gives, for the whole profile, or what the key's name stands for
 * (google/pprof, Profile.NumLabelUnits).  The profile is borrowed.
 *
 * Costs a pass over the rows and one over the labels, and 4 bytes a string.
 */
#ifndef MODEL_LABEL_UNITS_H
#define MODEL_LABEL_UNITS_H

#include "model/profile.h"

/* A key and a unit of it that is not the one that counts. */
struct label_clash {
	struct str_id key, unit;
};

struct label_units {
	const struct profile *profile;
	struct str_id *units;		/* a string each; "" where none */
	VEC(struct label_clash) clashes;	/* by key, then by unit */
};

void label_units_init(struct label_units *units,
		      const struct profile *profile);
void label_units_release(struct label_units *units);

/* The unit of a key; borrowed from the profile or constant, never NULL. */
const char *label_units_of(const struct label_units *units,
			   struct str_id key);

#endif
