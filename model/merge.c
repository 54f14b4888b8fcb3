#include "config.h"

#include "model/merge.h"

#include <math.h>
#include <string.h>

#include "model/common.h"
#include "model/hash.h"
#include "model/index.h"
#include "model/lanes.h"
#include "model/transfer.h"

/* What is known while the rows of one source after another go into out. */
struct merger {
	struct profile *out;
	const struct common *common;
	struct transfer tables;
	struct index rows;
	uint64_t seed;

	const struct merge_source *source;
	const struct common_map *map;
	VEC(struct loc_id) stack;
	int64_t *values;	/* of the row at hand */
};

struct wanted {
	const struct merger *m;
	const struct row *row;
};

static bool same_row(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;
	const struct profile *out = w->m->out;
	const struct row *a = w->row, *b = &out->rows.at[number];

	return a->labels.i == b->labels.i && a->depth == b->depth &&
	       !memcmp(w->m->stack.at, out->frames.at + b->first,
		       a->depth * sizeof(*out->frames.at));
}

static uint32_t add_row(struct merger *m, struct row row)
{
	struct profile *out = m->out;
	size_t n_types = m->common->n_types;

	if (row.depth > UINT32_MAX - out->frames.n)
		die("more than 4294967295 frames in the merged profile");
	row.first = (uint32_t)out->frames.n;
	vec_reserve(out->mem, &out->frames, row.depth);
	if (row.depth)
		memcpy(out->frames.at + out->frames.n, m->stack.at,
		       row.depth * sizeof(*m->stack.at));
	out->frames.n += row.depth;
	for (int side = 0; side < out->n_sides; side++) {
		vec_reserve(out->mem, &out->values[side], n_types);
		memset(out->values[side].at + out->values[side].n, 0,
		       n_types * sizeof(int64_t));
		out->values[side].n += n_types;
	}
	*vec_push(out->mem, &out->rows) = row;
	return (uint32_t)out->rows.n - 1;
}

static uint32_t find_row(struct merger *m, struct labels_id labels)
{
	struct row row = { 0, (uint32_t)m->stack.n, labels };
	struct wanted wanted = { m, &row };
	uint64_t hash = hash_mix(hash_bytes(m->seed, m->stack.at,
					    m->stack.n *
					    sizeof(*m->stack.at)), labels.i);
	uint32_t number = index_find(&m->rows, hash, same_row, &wanted);

	if (number == INDEX_NONE) {
		number = add_row(m, row);
		index_add(&m->rows, hash, number);
	}
	return number;
}

static void take_row(struct merger *m, const struct row *row)
{
	const struct loc_id *frame = m->source->profile->frames.at + row->first;
	int64_t *values;
	size_t n = m->common->n_types;
	uint32_t number;

	m->stack.n = 0;
	vec_reserve(m->out->mem, &m->stack, row->depth + 1);
	for (uint32_t i = 0; i < row->depth; i++)
		m->stack.at[m->stack.n++] = transfer_location(&m->tables,
							      frame[i]);
	number = find_row(m, transfer_labels(&m->tables, row->labels));
	values = m->out->values[m->source->side].at + number * n;
	for (size_t i = 0; i < n; i++)
		values[i] = lanes_add(values[i], m->values[i]);
}

/*
 * Makes the row's values the common ones.  Returns false when it is to be left
 * out: when all are zero, or, where units were converted, when all that were
 * converted have become zero (as the reference's ScaleN has it).
 */
static bool take_values(struct merger *m, size_t row)
{
	const struct profile *from = m->source->profile;
	bool is_zero = true, is_lost = m->map->is_scaled;

	for (size_t i = 0; i < m->common->n_types; i++) {
		int64_t v = profile_value(from, 0, row, m->map->types[i]);
		double ratio = m->map->ratios[i];

		if (ratio != 1) {
			v = lanes_cut(round((double)v * ratio));
			is_lost = is_lost && !v;
		}
		is_zero = is_zero && !v;
		m->values[i] = m->source->is_negative ? lanes_sub(0, v) : v;
	}
	return !is_zero && !is_lost;
}

static void merge_source(struct merger *m, const struct merge_source *source,
			 const struct common_map *map)
{
	const struct profile *from = source->profile;

	m->source = source;
	m->map = map;
	transfer_start(&m->tables, from, source->is_base);
	for (size_t i = 0; i < from->rows.n; i++) {
		if (take_values(m, i))
			take_row(m, &from->rows.at[i]);
	}
	transfer_end(&m->tables);
}

static void merge_rows(struct profile *out, const struct common *c,
		       const struct merge_source *sources, size_t n)
{
	struct merger m = { .out = out, .common = c, .seed = hash_seed() };

	transfer_init(&m.tables, out);
	index_init(&m.rows, out->mem);
	m.values = mem_alloc(out->mem, c->n_types * sizeof(*m.values));
	for (size_t i = 0; i < n; i++)
		merge_source(&m, &sources[i], &c->maps[i]);
	mem_free(out->mem, m.values, c->n_types * sizeof(*m.values));
	vec_release(out->mem, &m.stack);
	index_release(&m.rows);
	transfer_release(&m.tables);
}

static bool has_zero_row(const struct profile *p)
{
	size_t n = p->types.n;

	for (size_t row = 0; row < p->rows.n; row++) {
		bool is_zero = true;

		for (size_t i = 0; i < n && is_zero; i++)
			is_zero = !profile_value(p, 0, row, i);
		if (is_zero)
			return true;
	}
	return false;
}

/* Merges the profile with nothing else, to be rid of what nothing uses. */
static int compact(struct profile *out, struct err *err)
{
	struct merge_source whole = { .profile = out };
	struct profile clean;
	int result;

	profile_init(&clean, out->mem);
	result = merge_profiles(&clean, &whole, 1, err);
	profile_release(out);
	*out = clean;
	return result;
}

int merge_profiles(struct profile *out, const struct merge_source *sources,
		   size_t n, struct err *err)
{
	struct common common;

	if (common_build(&common, sources, n, out->mem, err)) {
		common_release(&common);
		return -1;
	}
	common_headers(out, &common, sources, n);
	merge_rows(out, &common, sources, n);
	common_release(&common);
	if (out->n_sides == 1 && has_zero_row(out))
		return compact(out, err);
	return 0;
}
