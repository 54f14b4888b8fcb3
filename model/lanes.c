#include "config.h"

#include "model/lanes.h"

#include <string.h>

#include "model/lens.h"

static int64_t *fill_lane(const struct profile *p, int side, size_t type)
{
	int64_t *lane = mem_alloc(p->mem, p->rows.n * sizeof(*lane));

	for (size_t i = 0; i < p->rows.n; i++)
		lane[i] = profile_value(p, side, i, type);
	return lane;
}

static bool is_str(const struct profile *p, struct str_id id, const char *text)
{
	return str_is(profile_str(p, id), text);
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

/* Which label sets a -diff_base has marked as its own. */
static bool *find_marked(const struct profile *p)
{
	bool *is_base = mem_alloc(p->mem, p->label_sets.n);

	for (size_t i = 0; i < p->label_sets.n; i++)
		is_base[i] = is_base_set(p, p->label_sets.at[i]);
	return is_base;
}

/* Sizes of some rows, and what they are to be divided by. */
struct sum {
	int64_t size, divisor;
};

static void sum_add(struct sum *sum, int64_t value, int64_t divisor)
{
	sum->size = lanes_grow(sum->size, lanes_abs(value));
	sum->divisor = lanes_add(sum->divisor, divisor);
}

/* What is summed up for totals. */
struct totals {
	const struct profile *p;
	const struct lens *lens;	/* whose rows; NULL: all */
	const struct view *view;
	struct lanes *lanes;
};

static bool is_left(const struct totals *t, size_t row)
{
	struct lens_span span;

	return !t->lens || lens_row(t->lens, &t->p->rows.at[row], &span);
}

static int64_t sum_total(const struct totals *t, struct sum sum)
{
	return lanes_mean(t->lanes, sum.size, sum.divisor);
}

/* Of lane 0, and of its rows that are marked. */
static void sum_rows(const struct totals *t, struct sum *all,
		     struct sum *marked)
{
	const struct lanes *lanes = t->lanes;
	bool *is_base = find_marked(t->p);

	for (size_t i = 0; i < lanes->n_rows; i++) {
		int64_t divisor = lanes->is_mean ? lanes->values[1][i] : 0;

		if (!is_left(t, i))
			continue;
		sum_add(all, lanes->values[0][i], divisor);
		if (is_base[t->p->rows.at[i].labels.i])
			sum_add(marked, lanes->values[0][i], divisor);
	}
	mem_free(t->p->mem, is_base, t->p->label_sets.n);
}

static struct sum sum_side(const struct totals *t, int side)
{
	size_t type = t->view->type;
	struct sum sum = { 0, 0 };

	for (size_t i = 0; i < t->lanes->n_rows; i++) {
		if (is_left(t, i))
			sum_add(&sum, profile_value(t->p, side, i, type),
				profile_value(t->p, side, i, 0));
	}
	return sum;
}

/* Against a -diff_base that of the base, unless it has none. */
static int64_t total_of_difference(const struct totals *t)
{
	struct sum all = { 0, 0 }, marked = { 0, 0 }, base, current;

	if (!t->view->is_diff_base) {
		sum_rows(t, &all, &marked);
		return sum_total(t, all);
	}
	base = sum_side(t, SIDE_BASE);
	if (base.size > 0)
		return sum_total(t, base);
	current = sum_side(t, SIDE_CURRENT);
	return sum_total(t, (struct sum){
		lanes_grow(base.size, current.size),
		lanes_sub(current.divisor, base.divisor),
	});
}

static enum compare compare_of(const struct profile *p,
			       const struct view *view)
{
	return p->n_sides < 2 ? COMPARE_CURRENT : view->compare;
}

static void find_totals(const struct totals *t)
{
	struct sum all = { 0, 0 }, marked = { 0, 0 };
	int64_t *totals = t->lanes->totals;

	switch (compare_of(t->p, t->view)) {
	case COMPARE_DIFFERENCE:
		totals[0] = total_of_difference(t);
		break;
	case COMPARE_BOTH:
		for (int side = 0; side < SIDES; side++)
			totals[side] = sum_side(t, side).size;
		break;
	default:
		sum_rows(t, &all, &marked);
		if (t->p->n_sides > 1 || marked.size <= 0)
			marked = all;
		totals[0] = sum_total(t, marked);
		break;
	}
}

static void subtract(struct lanes *lanes, const struct profile *p,
		     const struct view *view, int64_t *change, size_t type)
{
	int64_t *base = fill_lane(p, SIDE_BASE, type);

	for (size_t i = 0; i < p->rows.n; i++) {
		if (view->is_diff_base && (change[i] || base[i]))
			lanes->is_active[i] = true;
		change[i] = lanes_sub(change[i], base[i]);
	}
	mem_free(p->mem, base, p->rows.n * sizeof(*base));
}

/* One lane of what the view compares. */
static int64_t *fill_compared(struct lanes *lanes, const struct profile *p,
			      const struct view *view, size_t type)
{
	enum compare compare = compare_of(p, view);
	int64_t *lane = fill_lane(p, compare == COMPARE_BASE ? SIDE_BASE :
							       SIDE_CURRENT,
				  type);

	if (compare == COMPARE_DIFFERENCE)
		subtract(lanes, p, view, lane, type);
	return lane;
}

void lanes_init(struct lanes *lanes, const struct profile *p,
		const struct view *view)
{
	enum compare compare = compare_of(p, view);

	*lanes = (struct lanes){
		.mem = p->mem, .n_rows = p->rows.n,
		.is_mean = view->is_mean && compare != COMPARE_BOTH,
		.ratio = view_ratio(view),
	};
	if (compare == COMPARE_DIFFERENCE && view->is_diff_base)
		lanes->is_active = mem_alloc(p->mem, p->rows.n);
	lanes->values[0] = fill_compared(lanes, p, view, view->type);
	if (lanes->is_mean)
		lanes->values[1] = fill_compared(lanes, p, view, 0);
	if (compare == COMPARE_BOTH)
		lanes->values[1] = fill_lane(p, SIDE_BASE, view->type);
	find_totals(&(struct totals){ p, NULL, view, lanes });
}

void lanes_narrow(struct lanes *lanes, const struct lens *lens,
		  const struct view *view)
{
	if (view->is_relative)
		find_totals(&(struct totals){
			lens->profile, lens, view, lanes
		});
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
