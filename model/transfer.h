/*
 * Takes over what the rows of one profile after another use into the tables of
 * another, where equal things become one (tables.h).
 *
 * Like the reference, only what is used is taken over, numbered in the order
 * of use; the first mapping, the main binary, is there whether used or not.
 */
#ifndef MODEL_TRANSFER_H
#define MODEL_TRANSFER_H

#include <stdbool.h>
#include <stdint.h>

#include "model/mem.h"
#include "model/profile.h"
#include "model/tables.h"

/*
 * The maps hold, for each thing of the profile at hand, its number in out; it
 * is all ones before the thing is used.
 */
struct transfer {
	struct profile *out;
	struct tables tables;

	const struct profile *from;
	bool is_base;
	uint32_t *map_at, *func_at, *loc_at, *labels_at;
	int64_t *offsets;	/* added to the addresses in a mapping */
	VEC(struct line) lines;	/* of the location at hand */
};

/* Out is borrowed until transfer_release. */
void transfer_init(struct transfer *transfer, struct profile *out);
void transfer_release(struct transfer *transfer);

/*
 * Makes from the profile that ids are of, until transfer_end; it is borrowed.
 * The label sets of a base get a label more, pprof::base=true.
 */
void transfer_start(struct transfer *transfer, const struct profile *from,
		    bool is_base);
void transfer_end(struct transfer *transfer);

/* The id in out of a location or a label set, with all that it refers to. */
struct loc_id transfer_location(struct transfer *transfer, struct loc_id id);
struct labels_id transfer_labels(struct transfer *transfer,
				 struct labels_id id);

#endif
