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
 */
#ifndef MODEL_ROWS_H
#define MODEL_ROWS_H

#include "model/tables.h"

struct rows {
	struct tables *tables;		/* borrowed */
	struct index index;
	VEC(uint32_t) kinds;		/* of each row */
	uint64_t seed;
};

struct rows_key {
	const struct loc_id *frames;	/* leaf first; borrowed */
	size_t n;
	struct labels_id labels;
	uint32_t kind;			/* rows of two kinds are never one */
};

void rows_init(struct rows *rows, struct tables *tables);
void rows_release(struct rows *rows);

/*
 * Returns the number of the row, which is that of the last one when it is new,
 * or INDEX_NONE when there is no room for one more (tables.h).
 */
uint32_t rows_number(struct rows *rows, const struct rows_key *key);

/*
 * The values of side 0, all 0, now that the profile has its types: those of a
 * row stand together.  Borrowed from the profile.
 */
int64_t *rows_values(struct rows *rows);

/* a + b, or the last number on that side where it is more. */
int64_t rows_sum(int64_t a, int64_t b);

#endif
