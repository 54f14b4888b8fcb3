/*
 * What there is to know of a profile beside its samples, as rows of a name and
 * a value, in groups: facts of its sources (model/facts.h), the totals of its
 * sample types, the sizes of its tables, comments, and sources that could not
 * be read.
 *
 * Where there is one source a side, rows have the values of both sides beside
 * each other, matched by name; where there are several, as of files that were
 * merged, the rows of one source follow those of another.
 *
 * Rows borrow their texts from the profile.  Costs a pass over the values of
 * each sample type.
 */
#ifndef RENDER_INFO_H
#define RENDER_INFO_H

#include "model/cancel.h"
#include "model/profile.h"

enum info_kind {
	INFO_TEXT,
	INFO_NUMBER,		/* in a unit */
	INFO_DURATION,		/* nanoseconds */
	INFO_TIME,		/* nanoseconds since the epoch */
};

struct info_value {
	bool is_known;
	struct str text;	/* of INFO_TEXT */
	int64_t number;		/* of the others */
};

struct info_row {
	struct str group, name;	/* no name: a line of a list */
	uint32_t source;	/* from 1; 0: of no single one, or the only */
	bool is_common;		/* to both sides: the current one has it */
	bool is_path;		/* the name is that of a file */
	enum info_kind kind;
	struct str unit;	/* of INFO_NUMBER */
	struct info_value sides[SIDES];
};

struct info {
	const struct profile *profile;	/* borrowed */
	uint32_t n_sources;
	bool is_both;		/* the one source is both sides */
	VEC(struct info_row) rows;
};

/* Returns false when it was cancelled; info_release is needed all the same. */
bool info_init(struct info *info, const struct profile *profile,
	       const _Atomic bool *cancel);
void info_release(struct info *info);

/*
 * The rows from i on that belong together: of one group, and of one source
 * where it has several.  Returns the place behind them.
 */
size_t info_block(const struct info *info, size_t i);

#endif
