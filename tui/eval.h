/*
 * A view evaluated: the job that computes what the top panel shows and what
 * the other panels start from.  Once finished it does not change; the app owns
 * the newest one (app->eval), and jobs may borrow from it.
 */
#ifndef TUI_EVAL_H
#define TUI_EVAL_H

#include "model/lanes.h"
#include "model/lens.h"
#include "model/profile.h"
#include "model/top.h"
#include "model/view.h"
#include "render/column.h"
#include "tui/worker.h"

struct eval {
	struct job job;			/* first; failed: a filter is wrong */
	const struct profile *profile;	/* borrowed */
	struct view view;		/* a copy */
	const char *want_unit;		/* -unit */
	struct lens *lens;
	bool is_lens_borrowed;		/* of the evaluation before */
	uint32_t tags_met;		/* see lens_tags_met */
	struct lanes lanes;
	struct top top;			/* all nodes, sorted by |flat| */
	int64_t net;			/* the sum of lane 0 over all rows */
	struct columns columns;		/* units and totals to print with */
};

/* A job for the slot, owned by the caller until it is submitted. */
struct eval *eval_new(const struct profile *profile, const struct view *view,
		      const char *want_unit, int slot);

/*
 * Where only numbers change and not what is counted, the lens of the answer
 * before serves again.  It is borrowed while the job runs, for which `from`
 * must stay, and taken when the new answer replaces the old one.
 */
void eval_borrow_lens(struct eval *eval, const struct eval *from);
void eval_take_lens(struct eval *eval, struct eval *from);

/*
 * Appends which filters matched no sample, of those that are not among
 * `before`.
 */
void eval_add_unmatched(const struct eval *eval, const struct filters *before,
			struct buf *out);

/* The node with this printed name, NODE_NONE when there is none. */
uint32_t eval_find(const struct eval *eval, const char *name, size_t n);

#endif
