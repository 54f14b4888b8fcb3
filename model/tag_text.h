/*
 * The text of a tag filter that matches certain labels and no others, in the
 * syntax of model/tag_filter.h.
 */
#ifndef MODEL_TAG_TEXT_H
#define MODEL_TAG_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "model/buf.h"
#include "model/strings.h"

/* Appends one for the labels of a key that have this text. */
void tag_text_value(struct buf *out, struct str key, struct str value);

/*
 * Appends one for the numbers of a key from low to high, in its unit.  Returns
 * false when there is none: the key or the unit cannot be written.
 */
bool tag_text_range(struct buf *out, struct str key, int64_t low, int64_t high,
		    const char *unit);

#endif
