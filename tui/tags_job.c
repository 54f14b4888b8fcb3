#include "config.h"

#include "tui/tags_job.h"

#include <stdlib.h>

#include "model/tag_text.h"

enum { INDENT = 2 };

static struct column_row value_row(const struct tags_job *t,
				   const struct graph_value *value,
				   struct str name)
{
	const struct lanes *lanes = &t->ask.eval->lanes;
	struct column_row row = { .name = name };

	row.flat[0] = lanes_mean(lanes, value->v[0], value->v[1]);
	row.flat[1] = lanes->is_mean ? 0 : value->v[1];
	return row;
}

static void add_group(struct tags_job *t, size_t number)
{
	const struct tag_group *group = &t->table.groups.at[number];
	struct column_row *row = &t->rows[t->n_rows++];

	*row = value_row(t, &group->total, group->key);
	row->node = (uint32_t)number;
	row->is_heading = true;
	for (size_t i = group->first; i < group->first + group->n; i++) {
		const struct tag_row *from = &t->table.rows.at[i];

		row = &t->rows[t->n_rows++];
		*row = value_row(t, &from->value, from->text);
		row->node = (uint32_t)i;
		row->indent = INDENT;
	}
}

struct order {
	const struct tags_job *tags;
	const struct column *column;
	bool is_reversed;
};

/* Numbers as numbers, whatever they look like, behind texts. */
static int name_order(const struct tags_job *t, const struct column_row *a,
		      const struct column_row *b)
{
	const struct tag *tags = t->sums.tags.at.at;
	uint32_t low = t->table.rows.at[a->node].low;
	uint32_t other = t->table.rows.at[b->node].low;

	if (low == TAG_NONE && other == TAG_NONE)
		return str_cmp(a->name, b->name);
	if (low == TAG_NONE || other == TAG_NONE)
		return low == TAG_NONE ? -1 : 1;
	return (tags[low].num > tags[other].num) -
	       (tags[low].num < tags[other].num);
}

/* By the column's value, where it has one and that differs. */
static int row_order(const void *pa, const void *pb, void *data)
{
	const struct order *o = data;
	const struct column_row *a = pa, *b = pb;
	int order = column_order(o->column, a, b);

	if (!order)
		order = name_order(o->tags, a, b);
	return o->is_reversed ? -order : order;
}

static void sort_rows(struct tags_job *t)
{
	struct order order = {
		t, &column_table[t->ask.sorted], t->ask.is_reversed
	};
	size_t at = 0;

	for (size_t i = 0; i < t->table.groups.n; i++) {
		size_t n = t->table.groups.at[i].n;

		qsort_r(t->rows + at + 1, n, sizeof(*t->rows), row_order,
			&order);
		at += n + 1;
	}
}

/* Keys add up to more than any of their values; bars are of the values. */
static void find_bar(struct tags_job *t)
{
	const struct column *column = &column_table[t->ask.sorted];

	for (size_t i = 0; i < t->n_rows; i++) {
		const struct column_row *row = &t->rows[i];
		int64_t v = lanes_abs(column->key ? column->key(row) :
						    row->flat[0]);

		if (!row->is_heading && v > t->bar_max)
			t->bar_max = v;
	}
}

static void build_rows(struct tags_job *t)
{
	const struct eval *eval = t->ask.eval;

	t->rows = mem_alloc(t->mem, (t->table.groups.n + t->table.rows.n) *
				    sizeof(*t->rows));
	for (size_t i = 0; i < t->table.groups.n; i++)
		add_group(t, i);
	sort_rows(t);
	find_bar(t);
	t->columns = eval->columns;
	for (int i = 0; i < 2 && t->ask.of_shown; i++)
		t->columns.totals[i] = top_shown(&eval->top, i);
}

static bool make_table(struct tags_job *t)
{
	const struct eval *eval = t->ask.eval;
	struct tag_table_query query = {
		.sums = &t->sums, .units = &t->units, .to = "auto",
		.cancel = &t->job.is_cancelled,
	};

	label_units_init(&t->units, eval->profile);
	return tag_sums_init(&t->sums, eval->lens, &eval->lanes,
			     &t->job.is_cancelled) &&
	       tag_table_init(&t->table, &query);
}

static void tags_job_run(struct job *job)
{
	struct tags_job *t = (struct tags_job *)job;

	if (make_table(t))
		build_rows(t);
	else
		job->is_cancelled = true;
}

static void tags_job_free(struct job *job)
{
	struct tags_job *t = (struct tags_job *)job;

	if (t->rows)
		mem_free(t->mem, t->rows,
			 (t->table.groups.n + t->table.rows.n) *
			 sizeof(*t->rows));
	tag_table_release(&t->table);
	if (t->sums.tags.profile)
		tag_sums_release(&t->sums);
	if (t->units.profile)
		label_units_release(&t->units);
	mem_free(t->mem, t, sizeof(*t));
}

struct tags_job *tags_job_new(const struct tags_ask *ask, int slot, int owner)
{
	static const struct job_ops ops = { tags_job_run, tags_job_free };
	struct mem *mem = ask->eval->profile->mem;
	struct tags_job *t = mem_alloc(mem, sizeof(*t));

	t->job.ops = &ops;
	t->job.slot = slot;
	t->job.owner = owner;
	t->ask = *ask;
	t->mem = mem;
	t->profile = ask->eval->profile;
	t->compare = ask->eval->view.compare;
	return t;
}

/* Before each group stand the rows and the headings of those above. */
size_t tags_job_heading(const struct tags_job *t, size_t row)
{
	const struct tag_group *groups = t->table.groups.at;
	size_t lo = 0, hi = t->table.groups.n;

	while (hi - lo > 1) {
		size_t middle = lo + (hi - lo) / 2;

		if (groups[middle].first + middle <= row)
			lo = middle;
		else
			hi = middle;
	}
	return groups[lo].first + lo;
}

static bool add_range(const struct tags_job *t, const struct tag_row *row,
		      struct buf *out)
{
	const struct profile *p = t->sums.tags.profile;
	const struct tag *low = &t->sums.tags.at.at[row->low];
	const struct tag *high = &t->sums.tags.at.at[row->high];

	return tag_text_range(out, profile_str(p, low->key), low->num,
			      high->num, label_units_of(&t->units, low->key));
}

bool tags_job_filter(const struct tags_job *t, size_t number, struct buf *out)
{
	const struct column_row *at = &t->rows[number];
	const struct profile *p = t->sums.tags.profile;
	const struct tag_row *row;
	const struct tag *tag;

	if (at->is_heading)
		return false;
	row = &t->table.rows.at[at->node];
	if (row->str == TAG_NONE)
		return add_range(t, row, out);
	tag = &t->sums.tags.at.at[row->str];
	tag_text_value(out, profile_str(p, tag->key),
		       profile_str(p, tag->str));
	return true;
}
