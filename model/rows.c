#include "config.h"

#include "model/rows.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "model/cancel.h"
#include "model/hash.h"

enum { LOOK_EACH = 1 << 20 };	/* frames: a few milliseconds */

struct wanted {
	const struct rows *rows;
	const struct rows_key *key;
};

void rows_init(struct rows *rows, struct tables *tables,
	       const _Atomic bool *cancel)
{
	*rows = (struct rows){
		.tables = tables, .cancel = cancel, .seed = hash_seed(),
		.look_at = LOOK_EACH,
	};
	index_init(&rows->index, tables->profile->mem);
}

void rows_release(struct rows *rows)
{
	index_release(&rows->index);
	vec_release(rows->tables->profile->mem, &rows->kinds);
}

static bool same_row(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;
	const struct rows_key *key = w->key;
	const struct profile *p = w->rows->tables->profile;
	const struct row *row = &p->rows.at[number];

	return row->depth == key->n && row->labels.i == key->labels.i &&
	       w->rows->kinds.at[number] == key->kind &&
	       (!key->n || !memcmp(p->frames.at + row->first, key->frames,
				   key->n * sizeof(*key->frames)));
}

static uint64_t hash_key(const struct rows *rows, const struct rows_key *key)
{
	uint64_t hash = hash_mix(rows->seed,
				 (uint64_t)key->kind << 32 | key->labels.i);

	return hash_bytes(hash, key->frames, key->n * sizeof(*key->frames));
}

static int count_walked(struct rows *rows, size_t n, struct err *err)
{
	rows->walked += n;
	if (rows->walked < rows->look_at)
		return 0;
	rows->look_at = rows->walked + LOOK_EACH;
	if (cancel_is_set(rows->cancel))
		return err_fail(err, "cancelled");
	if (rows->walked > ROWS_WALKED_MAX)
		return err_fail(err, "more than %" PRIu64 " frames in all "
				"stacks together", ROWS_WALKED_MAX);
	return 0;
}

int rows_number(struct rows *rows, const struct rows_key *key,
		uint32_t *number, struct err *err)
{
	struct profile *p = rows->tables->profile;
	struct wanted wanted = { rows, key };
	uint64_t hash;

	assert(!p->types.n);
	if (count_walked(rows, key->n, err))
		return -1;
	hash = hash_key(rows, key);
	*number = index_find(&rows->index, hash, same_row, &wanted);
	if (*number != INDEX_NONE)
		return 0;
	*number = (uint32_t)p->rows.n;
	tables_row(rows->tables, key->frames, key->n, key->labels, NULL);
	*vec_push(p->mem, &rows->kinds) = key->kind;
	index_add(&rows->index, hash, *number);
	return 0;
}

int64_t *rows_values(struct rows *rows)
{
	struct profile *p = rows->tables->profile;
	size_t n = p->rows.n * p->types.n;

	vec_reserve(p->mem, &p->values[SIDE_CURRENT], n);
	p->values[SIDE_CURRENT].n = n;
	if (n)
		memset(p->values[SIDE_CURRENT].at, 0, n * sizeof(int64_t));
	return p->values[SIDE_CURRENT].at;
}

int64_t rows_sum(int64_t a, int64_t b)
{
	if (b > 0 && a > INT64_MAX - b)
		return INT64_MAX;
	if (b < 0 && a < INT64_MIN - b)
		return INT64_MIN;
	return a + b;
}
