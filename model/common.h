/*
 * What profiles to be merged have in common: the sample types that all of
 * them have, by name and in the order of the first, each in the finest unit
 * among them, and how the values of each profile become those; and the header
 * of the merged profile.
 */
#ifndef MODEL_COMMON_H
#define MODEL_COMMON_H

#include "model/err.h"
#include "model/merge.h"
#include "model/profile.h"

/* How one profile's values become the common ones. */
struct common_map {
	uint32_t *types;	/* its column for each common type */
	double *ratios;		/* to multiply that column with */
	bool is_reordered;	/* its types are not just the common ones */
	bool is_scaled;		/* some ratio is not 1 */
};

struct common {
	struct arena arena;
	size_t n_types;
	struct str *names, *units;	/* n_types of each */
	struct str period_type, period_unit;
	struct common_map *maps;	/* one a source */
};

/* Everything in it lives in its arena or in the sources' strings. */
int common_build(struct common *common, const struct merge_source *sources,
		 size_t n, struct mem *mem, struct err *err);
void common_release(struct common *common);

/* Fills in all that is not a table or a row of the merged profile. */
void common_headers(struct profile *out, const struct common *common,
		    const struct merge_source *sources, size_t n);

#endif
