/*
 * A profile of one side, made of one with two, for what knows one number a
 * row: the reports.  It is what the reference gets by merging both sources
 * into one: rows with the base subtracted; against a -diff_base the rows of
 * the base on their own, negative and labelled pprof::base=true; or one of
 * the sides as if it had been read alone.
 *
 * Rows that come to nothing go, and with them what only they use; the others
 * stay as many as they were, in their order.  Costs as much memory as rows
 * and frames take, and half a second for a million of rows.
 */
#ifndef MODEL_SIDES_H
#define MODEL_SIDES_H

#include <stdatomic.h>
#include <stdbool.h>

#include "model/profile.h"
#include "model/view.h"

/*
 * Fills out, which the caller has initialised, from a profile of two sides.
 * COMPARE_BOTH is the difference, too.  Returns false when it was cancelled;
 * release out all the same.  cancel may be NULL.
 */
bool sides_join(struct profile *out, const struct profile *two,
		enum compare compare, bool is_diff_base,
		const _Atomic bool *cancel);

#endif
