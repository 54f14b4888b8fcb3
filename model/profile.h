/*
 * A profile: tables, and rows that point into them.
 *
 *   row ──> stack: frames[first .. first + depth), leaf first
 *    │        └─> location ──> lines (innermost inlined first) ──> function
 *    │                └──────> mapping
 *    └────> label set ──> labels
 *
 * One row a sample, in file order, never merged or sorted; each has one value
 * per sample type.  A compared pair is one profile with two sides: side 0 is
 * the current profile, side 1 the base, and a row is a (stack, labels) of
 * either.  All strings live in `strings`, as the bytes of the file.
 *
 * After loading, merging and pruning a profile does not change, so any thread
 * may read it.  It is a few large arrays: what a sample costs is its row
 * (12 bytes), its frames (4 each) and its values (8 each a side).
 */
#ifndef MODEL_PROFILE_H
#define MODEL_PROFILE_H

#include <stdbool.h>
#include <stdint.h>

#include "model/mem.h"
#include "model/strings.h"

struct func_id { uint32_t i; };
struct map_id { uint32_t i; };
struct loc_id { uint32_t i; };
struct labels_id { uint32_t i; };

enum { MAPPING_NONE = UINT32_MAX };

struct value_type {
	struct str_id type, unit;
};

struct func {
	struct str_id name, system_name, filename;
	int64_t start_line;
};

enum {
	HAS_FUNCTIONS = 1,
	HAS_FILENAMES = 2,
	HAS_LINE_NUMBERS = 4,
	HAS_INLINE_FRAMES = 8,
};

struct mapping {
	uint64_t id;
	uint64_t start, limit, offset;
	struct str_id file, build_id;
	unsigned has;
};

struct line {
	struct func_id func;
	int64_t line, column;
};

struct location {
	uint64_t id;
	uint64_t address;
	struct map_id mapping;		/* .i may be MAPPING_NONE */
	uint32_t first_line, n_lines;	/* in profile.lines; 0: no symbol */
	bool is_folded;
};

/*
 * A label set is sorted: string labels by key, then numeric ones by key,
 * values of one key in the order of the file.
 */
struct label {
	struct str_id key;
	struct str_id str;		/* of a string label */
	struct str_id unit;		/* of a numeric one, may be "" */
	int64_t num;
	bool is_num;
};

struct label_set {
	uint32_t first, n;		/* in profile.labels */
};

struct row {
	uint32_t first, depth;		/* in profile.frames */
	struct labels_id labels;	/* .i 0 is the empty set */
};

enum { SIDE_CURRENT, SIDE_BASE, SIDES };

enum fact_kind {
	FACT_TEXT,
	FACT_COUNT,
	FACT_BYTES,
	FACT_NANOSECONDS,
	FACT_TIME,		/* nanoseconds since the epoch */
};

enum { FACT_NO_SOURCE = INT32_MAX };

/* See facts.h. */
struct fact {
	int side;
	uint32_t source;	/* of the files, from 0; or FACT_NO_SOURCE */
	enum fact_kind kind;
	struct str_id group, name;
	struct str_id text;		/* of FACT_TEXT */
	int64_t number;			/* of the others */
};

struct profile {
	struct mem *mem;
	struct strings strings;

	VEC(struct value_type) types;
	VEC(struct func) funcs;
	VEC(struct mapping) mappings;	/* the first is the main binary */
	VEC(struct line) lines;
	VEC(struct location) locations;

	VEC(struct label) labels;
	VEC(struct label_set) label_sets;
	VEC(struct loc_id) frames;
	VEC(struct row) rows;
	VEC(int64_t) values[SIDES];		/* row * types.n + type */
	int n_sides;

	struct str_id drop_frames, keep_frames;
	struct str_id default_type, doc_url;
	struct value_type period_type;
	int64_t period, time_nanos, duration_nanos;
	VEC(struct str_id) comments;
	VEC(struct fact) facts;
};

/* An empty profile with one side. */
void profile_init(struct profile *profile, struct mem *mem);
void profile_release(struct profile *profile);

static inline struct str profile_str(const struct profile *p, struct str_id id)
{
	return strings_at(&p->strings, id);
}

static inline int64_t profile_value(const struct profile *p, int side,
				    size_t row, size_t type)
{
	return p->values[side].at[row * p->types.n + type];
}

/* The lines of a location, innermost first; n_lines of them. */
static inline const struct line *profile_lines(const struct profile *p,
					       const struct location *loc)
{
	return p->lines.at + loc->first_line;
}

/*
 * Finds the sample type that the reference finds for -sample_index=name: a
 * name, a name without "inuse_", a number; "" is the profile's default, else
 * the last.  Returns -1 when there is none; err says which there are.
 */
struct err;
int profile_type_find(const struct profile *profile, const char *name,
		      struct err *err);

/* Sorts labels[0..n), whose strings are the profile's, into that order. */
void profile_sort_labels(const struct profile *profile, struct label *labels,
			 size_t n);

/*
 * Appends a label set, sorting labels[0..n) in place into the order above,
 * and returns its number.  The sets are not made unique here.
 */
struct labels_id profile_add_labels(struct profile *profile,
				    struct label *labels, size_t n);

#endif
