/*
 * Tags: what the labels of a profile say, each key and value once.  A label
 * set is a slice of the profile's labels; `of` has the tag of each of those,
 * so that what is found out once for a tag holds for all rows that carry it.
 * Two numbers of one key are one tag whatever units they come with, as the
 * key has one unit (model/label_units.h).
 *
 * Costs a hash per label and 4 bytes.
 */
#ifndef MODEL_TAG_H
#define MODEL_TAG_H

#include <stdbool.h>
#include <stdint.h>

#include "model/profile.h"

struct tag {
	struct str_id key;
	struct str_id str;		/* "" of a number */
	int64_t num;
	bool is_num;
};

struct tags {
	const struct profile *profile;	/* borrowed */
	VEC(struct tag) at;
	uint32_t *of;			/* one a label of the profile */
};

void tags_init(struct tags *tags, const struct profile *profile);
void tags_release(struct tags *tags);

#endif
