#include "config.h"

#include "render/tag_table.h"

#include <stdlib.h>

#include "model/cancel.h"
#include "render/number.h"

/* A tag with its texts at hand, to be sorted. */
struct entry {
	struct str key, text;
	struct str_id key_id, text_id;
	uint32_t tag;
};

struct making {
	struct tag_table *table;
	const struct tag_table_query *query;
	VEC(struct entry) entries;
	struct buf text;
};

static bool is_wanted(const struct making *m, uint32_t tag)
{
	const struct tag_sums *sums = m->query->sums;
	const struct graph_value *value = &sums->values[tag];

	return sums->is_there[tag] &&
	       (m->query->wants_zeros || value->v[0] || value->v[1]);
}

static struct str_id intern_text(struct making *m, const struct tag *tag)
{
	const struct profile *p = m->query->sums->tags.profile;
	struct str s = profile_str(p, tag->str);

	if (tag->is_num) {
		buf_clear(&m->text);
		number_value(&m->text, tag->num,
			     label_units_of(m->query->units, tag->key),
			     m->query->to);
		s = (struct str){ buf_str(&m->text), m->text.n };
	}
	return strings_intern(&m->table->texts, s.s, s.n);
}

static bool add_entries(struct making *m)
{
	const struct tags *tags = &m->query->sums->tags;

	for (uint32_t i = 0; i < tags->at.n; i++) {
		const struct tag *tag = &tags->at.at[i];
		struct entry entry = { .key_id = tag->key, .tag = i };

		if (cancel_at_row(m->query->cancel, i))
			return false;
		if (!is_wanted(m, i))
			continue;
		entry.key = profile_str(tags->profile, tag->key);
		entry.text_id = intern_text(m, tag);
		entry.text = strings_at(&m->table->texts, entry.text_id);
		*vec_push(m->table->mem, &m->entries) = entry;
	}
	return true;
}

static int entry_order(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->key_id.i != y->key_id.i)
		return str_cmp(x->key, y->key);
	return (x->text_id.i > y->text_id.i) - (x->text_id.i < y->text_id.i);
}

/* Largest first, then by text. */
static int row_order(const void *a, const void *b)
{
	const struct tag_row *x = a, *y = b;
	int64_t v = lanes_abs(x->value.v[0]), w = lanes_abs(y->value.v[0]);

	if (v != w)
		return v > w ? -1 : 1;
	return str_cmp(x->text, y->text);
}

/* Widens the range of numbers that the row stands for. */
static void add_number(struct tag_row *row, const struct tags *tags,
		       uint32_t tag)
{
	int64_t num = tags->at.at[tag].num;

	if (row->low == TAG_NONE || num < tags->at.at[row->low].num)
		row->low = tag;
	if (row->high == TAG_NONE || num > tags->at.at[row->high].num)
		row->high = tag;
}

static void add_tag(struct tag_row *row, const struct tag_sums *sums,
		    uint32_t tag)
{
	graph_value_add(&row->value, &sums->values[tag]);
	if (sums->tags.at.at[tag].is_num)
		add_number(row, &sums->tags, tag);
	else
		row->str = tag;
}

static struct tag_group *last_group(struct tag_table *table)
{
	return &table->groups.at[table->groups.n - 1];
}

static void add_group(struct tag_table *table, const struct entry *entry)
{
	*vec_push(table->mem, &table->groups) = (struct tag_group){
		.key = entry->key, .id = entry->key_id,
		.first = table->rows.n,
	};
}

static void add_row(struct tag_table *table, const struct entry *entry)
{
	*vec_push(table->mem, &table->rows) = (struct tag_row){
		.text = entry->text,
		.str = TAG_NONE, .low = TAG_NONE, .high = TAG_NONE,
	};
	last_group(table)->n++;
}

static void add_rows(struct making *m)
{
	struct tag_table *table = m->table;
	const struct tag_sums *sums = m->query->sums;

	for (size_t i = 0; i < m->entries.n; i++) {
		const struct entry *e = &m->entries.at[i];
		bool is_key = !i || e[-1].key_id.i != e->key_id.i;

		if (is_key)
			add_group(table, e);
		if (is_key || e[-1].text_id.i != e->text_id.i)
			add_row(table, e);
		add_tag(&table->rows.at[table->rows.n - 1], sums, e->tag);
		graph_value_add(&last_group(table)->total,
				&sums->values[e->tag]);
	}
}

bool tag_table_init(struct tag_table *table,
		    const struct tag_table_query *query)
{
	struct mem *mem = query->sums->tags.profile->mem;
	struct making m = { .table = table, .query = query };
	bool is_whole;

	*table = (struct tag_table){ .mem = mem };
	strings_init(&table->texts, mem);
	is_whole = add_entries(&m);
	if (m.entries.n > 1)
		qsort(m.entries.at, m.entries.n, sizeof(*m.entries.at),
		      entry_order);
	add_rows(&m);
	for (size_t i = 0; i < table->groups.n; i++) {
		const struct tag_group *group = &table->groups.at[i];

		qsort(table->rows.at + group->first, group->n,
		      sizeof(*table->rows.at), row_order);
	}
	vec_release(mem, &m.entries);
	buf_release(&m.text);
	return is_whole;
}

void tag_table_release(struct tag_table *table)
{
	if (!table->mem)
		return;
	vec_release(table->mem, &table->rows);
	vec_release(table->mem, &table->groups);
	strings_release(&table->texts);
	table->mem = NULL;
}
