/*
 * Rows that have the same stack and the same labels are one, whose values add
 * up; for readers of formats that say each thing as often as it happened.
 *
 * Costs 8 bytes a row beside the row, and for each that is added one hash of
 * its frames and, mostly, one comparison.
 */
#ifndef MODEL_GROUPS_H
#define MODEL_GROUPS_H

#include "model/index.h"
#include "model/tables.h"

struct groups {
	struct tables *tables;		/* borrowed */
	struct index index;
};

/* The profile has no rows yet, and gets them from groups_add alone. */
void groups_init(struct groups *groups, struct tables *tables);
void groups_release(struct groups *groups);

/*
 * Adds a row as tables_row does, or its values to the row that is there; a sum
 * that does not fit becomes the largest or smallest number.  False when there
 * is no room for a row more (tables_has_room).
 */
bool groups_add(struct groups *groups, const struct loc_id *frames, size_t n,
		struct labels_id labels, const int64_t *values);

#endif
