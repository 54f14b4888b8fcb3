#include "config.h"

#include "model/groups.h"

#include <string.h>

#include "model/hash.h"

struct wanted {
	const struct profile *profile;
	const struct loc_id *frames;
	size_t n;
	struct labels_id labels;
};

static bool same_row(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;
	const struct row *row = &w->profile->rows.at[number];

	return row->labels.i == w->labels.i && row->depth == w->n &&
	       (!w->n || !memcmp(w->profile->frames.at + row->first, w->frames,
				 w->n * sizeof(*w->frames)));
}

static void add_values(struct profile *p, uint32_t row, const int64_t *values)
{
	int64_t *sums = p->values[SIDE_CURRENT].at + row * p->types.n;

	for (size_t i = 0; i < p->types.n; i++) {
		if (__builtin_add_overflow(sums[i], values[i], &sums[i]))
			sums[i] = values[i] < 0 ? INT64_MIN : INT64_MAX;
	}
}

bool groups_add(struct groups *groups, const struct loc_id *frames, size_t n,
		struct labels_id labels, const int64_t *values)
{
	struct tables *tables = groups->tables;
	struct profile *p = tables->profile;
	struct wanted wanted = { p, frames, n, labels };
	uint64_t hash = hash_bytes(hash_mix(tables->seed, labels.i), frames,
				   n * sizeof(*frames));
	uint32_t number = index_find(&groups->index, hash, same_row, &wanted);

	if (number != INDEX_NONE) {
		add_values(p, number, values);
		return true;
	}
	if (!tables_has_room(tables, n))
		return false;
	index_add(&groups->index, hash, (uint32_t)p->rows.n);
	tables_row(tables, frames, n, labels, values);
	return true;
}

void groups_init(struct groups *groups, struct tables *tables)
{
	*groups = (struct groups){ .tables = tables };
	index_init(&groups->index, tables->profile->mem);
}

void groups_release(struct groups *groups)
{
	index_release(&groups->index);
}
