#include "config.h"

#include "model/lanes.h"

#include <string.h>

static int64_t *fill_lane(const struct profile *p, int side, size_t type)
{
	int64_t *lane = mem_alloc(p->mem, p->rows.n * sizeof(*lane));

	for (size_t i = 0; i < p->rows.n; i++)
		lane[i] = profile_value(p, side, i, type);
	return lane;
}

static int64_t sum_abs(const int64_t *lane, size_t n)
{
	int64_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum = lanes_grow(sum, lanes_abs(lane[i]));
	return sum;
}

static bool is_str(const struct profile *p, struct str_id id, const char *text)
{
	struct str s = profile_str(p, id);

	return s.n == strlen(text) && !memcmp(s.s, text, s.n);
}

static bool is_base_set(const struct profile *p, struct label_set set)
{
	for (uint32_t i = 0; i < set.n; i++) {
		const struct label *label = &p->labels.at[set.first + i];

		if (!label->is_num && is_str(p, label->key, "pprof::base") &&
		    is_str(p, label->str, "true"))
			return true;
	}
	return false;
}

/* The sum over the rows a -diff_base has marked as its own. */
static int64_t sum_marked(const struct profile *p, const int64_t *lane)
{
	bool *is_base = mem_alloc(p->mem, p->label_sets.n);
	int64_t sum = 0;

	for (size_t i = 0; i < p->label_sets.n; i++)
		is_base[i] = is_base_set(p, p->label_sets.at[i]);
	for (size_t i = 0; i < p->rows.n; i++) {
		if (is_base[p->rows.at[i].labels.i])
			sum = lanes_grow(sum, lanes_abs(lane[i]));
	}
	mem_free(p->mem, is_base, p->label_sets.n);
	return sum;
}

static void fill_single(struct lanes *lanes, const struct profile *p,
			int side, size_t type)
{
	int64_t marked;

	lanes->values[0] = fill_lane(p, side, type);
	lanes->totals[0] = sum_abs(lanes->values[0], p->rows.n);
	if (p->n_sides > 1)
		return;
	marked = sum_marked(p, lanes->values[0]);
	if (marked > 0)
		lanes->totals[0] = marked;
}

static void fill_difference(struct lanes *lanes, const struct profile *p,
			    const struct view *view)
{
	int64_t *change = fill_lane(p, SIDE_CURRENT, view->type);
	int64_t *base = fill_lane(p, SIDE_BASE, view->type);
	int64_t sum_base = sum_abs(base, p->rows.n);
	int64_t sum_current = sum_abs(change, p->rows.n);

	if (view->is_diff_base)
		lanes->is_active = mem_alloc(p->mem, p->rows.n);
	for (size_t i = 0; i < p->rows.n; i++) {
		if (lanes->is_active)
			lanes->is_active[i] = change[i] || base[i];
		change[i] = lanes_sub(change[i], base[i]);
	}
	lanes->values[0] = change;
	lanes->totals[0] = sum_abs(change, p->rows.n);
	if (view->is_diff_base)
		lanes->totals[0] = sum_base > 0 ? sum_base :
				   lanes_grow(sum_base, sum_current);
	mem_free(p->mem, base, p->rows.n * sizeof(*base));
}

static void fill_both(struct lanes *lanes, const struct profile *p,
		      const struct view *view)
{
	for (int side = 0; side < SIDES; side++) {
		lanes->values[side] = fill_lane(p, side, view->type);
		lanes->totals[side] = sum_abs(lanes->values[side], p->rows.n);
	}
}

void lanes_init(struct lanes *lanes, const struct profile *p,
		const struct view *view)
{
	*lanes = (struct lanes){ .mem = p->mem, .n_rows = p->rows.n };
	if (p->n_sides < 2 || view->compare == COMPARE_CURRENT)
		fill_single(lanes, p, SIDE_CURRENT, view->type);
	else if (view->compare == COMPARE_BASE)
		fill_single(lanes, p, SIDE_BASE, view->type);
	else if (view->compare == COMPARE_DIFFERENCE)
		fill_difference(lanes, p, view);
	else
		fill_both(lanes, p, view);
}

void lanes_release(struct lanes *lanes)
{
	for (int i = 0; i < 2; i++) {
		if (lanes->values[i])
			mem_free(lanes->mem, lanes->values[i],
				 lanes->n_rows * sizeof(int64_t));
	}
	if (lanes->is_active)
		mem_free(lanes->mem, lanes->is_active, lanes->n_rows);
}
