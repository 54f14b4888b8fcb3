/*
 * A lens is what a view makes of the locations of a profile: the nodes each
 * location's lines are counted as, and which filters it matches.  Building one
 * costs a match of each filter against each unique name and a pass over the
 * locations; looking through it costs an array access a frame.
 *
 * A lens does not change once built, but for whose view it borrows
 * (lens_adopt).  Profile and view are borrowed for as long as it lives; the
 * view must not change meanwhile.
 */
#ifndef MODEL_LENS_H
#define MODEL_LENS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "model/err.h"
#include "model/filters.h"
#include "model/node.h"
#include "model/profile.h"
#include "model/sieve.h"
#include "model/tag_marks.h"
#include "model/view.h"

/*
 * The visible frames of a location: n nodes, innermost inlined call first.
 * When n is 1 first is the node itself, else the place in lens.frames; most
 * locations have one, and this saves an access each.  All frames but the last
 * were inlined into the next.
 */
struct lens_loc {
	uint32_t first, n;
	uint32_t matches;	/* a bit per filter: focus, show_from, ... */
};

/*
 * A location in four bytes, for the pass over all frames, where the table has
 * to stay in the cache: its node when it shows one, else LENS_RUN and a place
 * in lens.runs, where a count is followed by as many nodes, the one that was
 * called first.  At place 0 there are none.
 */
#define LENS_RUN (UINT32_C(1) << 31)

struct lens {
	const struct profile *profile;
	const struct filters *filters;
	struct nodes nodes;
	struct lens_loc *locs;		/* one a location */
	uint32_t *codes;		/* the same, to be passed over */
	VEC(uint32_t) frames, runs;
	struct sieve_match matches[FILTERS_MAX];
	struct tag_marks tags;
	uint32_t focus, ignore;		/* bits of the filters of that kind */
	bool is_filtered;		/* focus, ignore, hide or show is set */
	bool has_hidden;		/* some location shows nothing */
	bool is_cut;			/* show_from or prune_from is set */
};

/*
 * Builds a lens, or returns NULL: a filter is no regexp (err says which and
 * why), or *cancel became true ("cancelled").  Owned by the caller.
 */
struct lens *lens_new(const struct profile *profile, const struct view *view,
		      const _Atomic bool *cancel, struct err *err);

/*
 * The same for those who only want to know what is left of the rows: all lines
 * are one node.  That of 130,000 locations takes a third of the time.
 */
struct lens *lens_new_for_rows(const struct profile *profile,
			       const struct view *view,
			       const _Atomic bool *cancel, struct err *err);
void lens_free(struct lens *lens);

/*
 * Makes nodes that are printed alike one, and numbers them in the order of
 * their names: for text in which a stack is nothing but names.
 */
void lens_merge_names(struct lens *lens);

/* Makes another view with the same lens (view_same_lens) the one borrowed. */
void lens_adopt(struct lens *lens, const struct view *view);

/* Frames [lo, hi) of a row's stack, leaf first. */
struct lens_span {
	uint32_t lo, hi;
};

/*
 * What the filters leave of a row's stack.  Returns false when they drop it.
 * A row may be left and yet show no frame.
 */
bool lens_row(const struct lens *lens, const struct row *row,
	      struct lens_span *span);

/*
 * Bits of the filters on labels that match some row which those before them
 * leave.  Costs a pass over all rows.
 */
uint32_t lens_tags_met(const struct lens *lens);

/* Whether filters choose among the rows whatever their frames show. */
static inline bool lens_chooses(const struct lens *lens)
{
	return lens->focus || lens->ignore || lens->tags.focus ||
	       lens->tags.ignore;
}

/* The visible frames of a location, innermost first; lens_loc.n of them. */
static inline const uint32_t *lens_frames(const struct lens *lens,
					  const struct lens_loc *loc)
{
	return loc->n == 1 ? &loc->first : lens->frames.at + loc->first;
}

#endif
