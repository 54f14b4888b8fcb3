/*
 * The numbers of a view, one or two a row, and what they are a share of.
 * Lane 0 is what is shown; lane 1 is the base when two sides stand side by
 * side, and the divisor when means are shown.  Values are the profile's own,
 * in the unit of the sample type.
 *
 * Means are made where numbers are shown: sums are sorted, cut and compared
 * as they are (google/pprof, internal/graph: FlatValue).
 */
#ifndef MODEL_LANES_H
#define MODEL_LANES_H

#include <stdint.h>

#include "model/profile.h"
#include "model/view.h"

struct lanes {
	struct mem *mem;
	size_t n_rows;
	int64_t *values[2];	/* values[1] is NULL when there is one lane */
	/*
	 * A row with nothing in it is passed over; in a difference against a
	 * -diff_base one with equal sides is not nothing.  NULL: the lanes
	 * tell.
	 */
	bool *is_active;
	bool is_mean;		/* lane 1 is the divisor */
	double ratio;		/* what is shown is multiplied with; or 0 */
	int64_t totals[2];
};

struct lens;

/*
 * Totals are sums of absolute values over the rows before any filter: of a
 * difference, of |change| a row, of one against a -diff_base (in the profile:
 * rows labelled pprof::base=true), of the base (google/pprof,
 * internal/report: computeTotal).  A total that does not fit is INT64_MAX.
 * That of means is divided by the divisors of the same rows.
 */
void lanes_init(struct lanes *lanes, const struct profile *profile,
		const struct view *view);
void lanes_release(struct lanes *lanes);

/*
 * Makes the totals those of the rows that the lens leaves, if the view wants
 * them relative to those.
 */
void lanes_narrow(struct lanes *lanes, const struct lens *lens,
		  const struct view *view);

/* A sum of lane 0 over rows where lane 1 sums up to `divisor`, as a mean. */
static inline int64_t lanes_mean(const struct lanes *lanes, int64_t sum,
				 int64_t divisor)
{
	if (!lanes->is_mean || !divisor)
		return sum;
	return divisor == -1 ? (int64_t)-(uint64_t)sum : sum / divisor;
}

/* Takes the values of a row; returns false when it is passed over. */
static inline bool lanes_take(const struct lanes *lanes, size_t row,
			      int64_t v[2])
{
	v[0] = lanes->values[0][row];
	v[1] = lanes->values[1] ? lanes->values[1][row] : 0;
	return lanes->is_active ? lanes->is_active[row] : v[0] || v[1];
}

/* |v|, and INT64_MAX for INT64_MIN. */
static inline int64_t lanes_abs(int64_t v)
{
	return v >= 0 ? v : v == INT64_MIN ? INT64_MAX : -v;
}

/* a + b of sizes, which are not below 0: INT64_MAX where it is more. */
static inline int64_t lanes_grow(int64_t a, int64_t b)
{
	return a > INT64_MAX - b ? INT64_MAX : a + b;
}

/*
 * v cut off to an integer, or the last one on its side where none is so far
 * out; 0 for what is no number.
 */
static inline int64_t lanes_cut(double v)
{
	if (v >= 0x1p63)
		return INT64_MAX;
	if (v < -0x1p63)
		return INT64_MIN;
	return v == v ? (int64_t)v : 0;
}

/* What is shown of a value; ratio 0 leaves it as it is. */
static inline int64_t lanes_scale(int64_t value, double ratio)
{
	return ratio > 0 ? lanes_cut((double)value * ratio) : value;
}

/* a + b and a - b that wrap around instead of being undefined. */
static inline int64_t lanes_add(int64_t a, int64_t b)
{
	return (int64_t)((uint64_t)a + (uint64_t)b);
}

static inline int64_t lanes_sub(int64_t a, int64_t b)
{
	return (int64_t)((uint64_t)a - (uint64_t)b);
}

#endif
