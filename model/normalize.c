#include "config.h"

#include "model/normalize.h"

#include <math.h>

#include "model/lanes.h"

static bool same_type(const struct profile *a, struct value_type x,
		      const struct profile *b, struct value_type y)
{
	return !str_cmp(profile_str(a, x.type), profile_str(b, y.type)) &&
	       !str_cmp(profile_str(a, x.unit), profile_str(b, y.unit));
}

static bool same_types(const struct profile *a, const struct profile *b)
{
	if (a->types.n != b->types.n)
		return false;
	for (size_t i = 0; i < a->types.n; i++) {
		if (!same_type(a, a->types.at[i], b, b->types.at[i]))
			return false;
	}
	return true;
}

static int64_t sum_of(const struct profile *p, size_t type)
{
	int64_t sum = 0;

	for (size_t i = 0; i < p->rows.n; i++)
		sum = lanes_add(sum, profile_value(p, 0, i, type));
	return sum;
}

/* Returns false when there is nothing to scale. */
static bool find_ratios(const struct profile *p, const struct profile *base,
			double *ratios)
{
	bool is_any = false;

	for (size_t i = 0; i < p->types.n; i++) {
		int64_t sum = sum_of(p, i);

		ratios[i] = sum ? (double)sum_of(base, i) / (double)sum : 0;
		is_any = is_any || ratios[i] != 1;
	}
	return is_any;
}

/* Returns whether the row is to stay. */
static bool scale_row(int64_t *values, const double *ratios, size_t n)
{
	bool stays = false;

	for (size_t i = 0; i < n; i++) {
		if (ratios[i] == 1)
			continue;
		values[i] = lanes_cut(round((double)values[i] * ratios[i]));
		stays = stays || values[i];
	}
	return stays;
}

static void scale_rows(struct profile *p, const double *ratios)
{
	size_t n_types = p->types.n, n = 0;

	for (size_t i = 0; i < p->rows.n; i++) {
		int64_t *values = p->values[0].at + i * n_types;

		if (!scale_row(values, ratios, n_types))
			continue;
		for (size_t k = 0; k < n_types; k++)
			p->values[0].at[n * n_types + k] = values[k];
		p->rows.at[n++] = p->rows.at[i];
	}
	p->rows.n = n;
	p->values[0].n = n * n_types;
}

int normalize_profile(struct profile *p, const struct profile *base,
		      struct err *err)
{
	size_t size = p->types.n * sizeof(double);
	double *ratios;

	if (!same_type(p, p->period_type, base, base->period_type))
		return err_fail(err, "-normalize: the profiles differ in their "
				"period types");
	if (!same_types(p, base))
		return err_fail(err, "-normalize: the profiles differ in their "
				"sample types");
	ratios = mem_alloc(p->mem, size);
	if (find_ratios(p, base, ratios))
		scale_rows(p, ratios);
	mem_free(p->mem, ratios, size);
	return 0;
}
