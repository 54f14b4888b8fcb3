/*
 * The rows of a profile that a reader makes, each stack with its labels once.
 *
 * Formats that list events have one for each, and a million of them are a few
 * thousand stacks.  What a row counts is the reader's: it keeps values by the
 * number of the row, and gives the profile its sample types and their values
 * when all rows are there.  Until then the profile has no types.
 *
 * Costs a hash over the frames and, for a stack seen before, one comparison;
 * 16 bytes a row beside the row's own.
 *
 * Some formats say of many events, a few bytes each, that they are on one deep
 * stack: walking it costs time that neither the size of the file nor memory
 * limits.  So frames are counted as they are walked: now and then it is looked
 * whether this is still wanted, and there is an end.
 */
#ifndef MODEL_ROWS_H
#define MODEL_ROWS_H

#include <stdatomic.h>
#include <stdbool.h>

#include "model/err.h"
#include "model/tables.h"

/*
 * Frames of all stacks that are asked for, equal or not: ten seconds' worth.
 * A text that has each in full, 10 bytes a frame, would be 40 GB.
 */
#define ROWS_WALKED_MAX ((uint64_t)1 << 32)

struct rows {
	struct tables *tables;		/* borrowed */
	const _Atomic bool *cancel;	/* borrowed; may be NULL */
	struct index index;
	VEC(uint32_t) kinds;		/* of each row */
	uint64_t seed;
	uint64_t walked, look_at;	/* frames; when to look at the flag */
};

struct rows_key {
	const struct loc_id *frames;	/* leaf first; borrowed */
	size_t n;
	struct labels_id labels;
	uint32_t kind;			/* rows of two kinds are never one */
};

void rows_init(struct rows *rows, struct tables *tables,
	       const _Atomic bool *cancel);
void rows_release(struct rows *rows);

/*
 * Tells the number of the row, which is that of the last one when it is new.
 * Returns 0, or -1 with the reason: cancelled, or more frames than are walked.
 */
int rows_number(struct rows *rows, const struct rows_key *key,
		uint32_t *number, struct err *err);

/*
 * The values of side 0, all 0, now that the profile has its types: those of a
 * row stand together.  Borrowed from the profile.
 */
int64_t *rows_values(struct rows *rows);

/* a + b, or the last number on that side where it is more. */
int64_t rows_sum(int64_t a, int64_t b);

#endif
