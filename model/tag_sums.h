/*
 * What each tag comes to: the values of the rows that a lens leaves, by the
 * labels that they carry and the lens shows.  A row counts once for each of
 * its labels, as the reference has it (google/pprof, internal/report:
 * printTags).
 *
 * Costs a pass over the rows and one over the labels of their label sets.
 */
#ifndef MODEL_TAG_SUMS_H
#define MODEL_TAG_SUMS_H

#include <stdatomic.h>
#include <stdbool.h>

#include "model/graph.h"
#include "model/lanes.h"
#include "model/lens.h"
#include "model/tag.h"

struct tag_sums {
	struct tags tags;
	struct graph_value *values;	/* one a tag */
	bool *is_there;			/* one a tag: some row left has it */
};

/*
 * Returns false when *cancel became true, which may be NULL.  Release it in
 * either case.  Borrows the lens's profile, not the lens.
 */
bool tag_sums_init(struct tag_sums *sums, const struct lens *lens,
		   const struct lanes *lanes, const _Atomic bool *cancel);
void tag_sums_release(struct tag_sums *sums);

#endif
