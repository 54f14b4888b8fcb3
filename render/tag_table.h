/*
 * The labels of a view by key and value, as -tags prints them and the tags
 * view lists them: a group a key in the order of names, in each a row a text,
 * the largest first.  Numbers are shown in a unit; those of a key that become
 * the same text are one row, as in the reference (google/pprof,
 * internal/report: printTags).
 */
#ifndef RENDER_TAG_TABLE_H
#define RENDER_TAG_TABLE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "model/label_units.h"
#include "model/strings.h"
#include "model/tag_sums.h"

struct tag_row {
	struct str text;		/* bytes, lives in the table */
	struct graph_value value;
	/* Tags of it: one that is a text, the least and largest number. */
	uint32_t str, low, high;	/* TAG_NONE: none */
};

enum { TAG_NONE = UINT32_MAX };

struct tag_group {
	struct str key;			/* bytes, borrowed of the profile */
	struct str_id id;
	struct graph_value total;
	size_t first, n;		/* in rows */
};

struct tag_table {
	struct mem *mem;
	struct strings texts;
	VEC(struct tag_row) rows;
	VEC(struct tag_group) groups;
};

struct tag_table_query {
	const struct tag_sums *sums;
	const struct label_units *units;
	const char *to;			/* unit of numbers; or "auto", ... */
	bool wants_zeros;		/* also tags that come to nothing */
	const _Atomic bool *cancel;	/* may be NULL */
};

/*
 * Makes a table of sums.  Returns false when *cancel became true; release it
 * in either case.
 */
bool tag_table_init(struct tag_table *table,
		    const struct tag_table_query *query);
void tag_table_release(struct tag_table *table);

#endif
