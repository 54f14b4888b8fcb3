/*
 * What tags come to, against adding up row by row, and the table made of it.
 */
#include "config.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "model/gather.h"
#include "render/tag_table.h"
#include "tests/build.h"
#include "tests/gen.h"
#include "tests/tap.h"

enum { SEEDS = 60 };

static struct mem mem;

static struct lens *lens_of(const struct profile *p, const struct view *view)
{
	struct err err;
	struct lens *lens = lens_new(p, view, NULL, &err);

	if (!lens)
		die("%s", err.text);
	return lens;
}

/* What the rows with the tag come to, once for each time they have it. */
static struct graph_value count(const struct lens *lens,
				const struct lanes *lanes,
				const struct tag *tag, bool *is_there)
{
	const struct profile *p = lens->profile;
	struct graph_value sum = { { 0, 0 } };
	struct lens_span span;

	*is_there = false;
	for (size_t i = 0; i < p->rows.n; i++) {
		struct label_set set = p->label_sets.at[p->rows.at[i].labels.i];

		if (!lens_row(lens, &p->rows.at[i], &span))
			continue;
		for (uint32_t k = 0; k < set.n; k++) {
			const struct label *l = &p->labels.at[set.first + k];

			if (l->key.i != tag->key.i ||
			    l->is_num != tag->is_num ||
			    (l->is_num ? l->num != tag->num :
					 l->str.i != tag->str.i) ||
			    !tag_marks_show(&lens->tags, l->key))
				continue;
			*is_there = true;
			for (int v = 0; v < 2 && lanes->values[v]; v++)
				sum.v[v] = lanes_add(sum.v[v],
						     lanes->values[v][i]);
		}
	}
	return sum;
}

static bool same_sums(const struct tag_sums *sums, const struct lens *lens,
		      const struct lanes *lanes)
{
	bool is_same = true, is_there;

	for (size_t i = 0; i < sums->tags.at.n; i++) {
		struct graph_value want = count(lens, lanes,
						&sums->tags.at.at[i],
						&is_there);

		is_same = is_same && is_there == sums->is_there[i] &&
			  want.v[0] == sums->values[i].v[0] &&
			  want.v[1] == sums->values[i].v[1];
	}
	return is_same;
}

/* Two rows in order; groups are, and sum up to what the tags sum up to. */
static bool is_ordered(const struct tag_table *table,
		       const struct tag_group *group)
{
	const struct tag_row *rows = table->rows.at + group->first;
	struct graph_value sum = { { 0, 0 } };
	bool good = group->n > 0;

	for (size_t i = 0; i < group->n; i++) {
		int64_t v = lanes_abs(rows[i].value.v[0]);

		for (int k = 0; k < 2; k++)
			sum.v[k] = lanes_add(sum.v[k], rows[i].value.v[k]);
		if (!i)
			continue;
		good = good && (lanes_abs(rows[i - 1].value.v[0]) > v ||
				(lanes_abs(rows[i - 1].value.v[0]) == v &&
				 str_cmp(rows[i - 1].text, rows[i].text) < 0));
	}
	return good && sum.v[0] == group->total.v[0] &&
	       sum.v[1] == group->total.v[1];
}

static bool is_good(const struct tag_table *table)
{
	size_t n = 0;

	for (size_t i = 0; i < table->groups.n; i++) {
		const struct tag_group *group = &table->groups.at[i];

		if (group->first != n || !is_ordered(table, group) ||
		    (i && str_cmp(group[-1].key, group->key) >= 0))
			return false;
		n += group->n;
	}
	return n == table->rows.n;
}

static void load(struct profile *p, uint64_t seed, struct buf bytes[2])
{
	struct gather_source sources[2];
	struct gather gather = {
		.sources = &sources[0], .n_sources = 1, .two_sides = true,
		.limits = { .mem = &mem },
	};
	struct gen_options o = { .types = 2 };
	struct err err;

	for (int i = 0; i < 2; i++) {
		gen_profile(&bytes[i], seed + (i ? 1000 : 0), &o);
		sources[i] = (struct gather_source){
			.path = "memory", .data = (const uint8_t *)bytes[i].s,
			.n = bytes[i].n,
		};
	}
	gather.base = seed % 2 ? &sources[1] : NULL;
	if (gather_profile(p, &gather, &err))
		die("%s", err.text);
}

static bool check(const struct profile *p, const struct view *view)
{
	struct lens *lens = lens_of(p, view);
	struct label_units units;
	struct tag_table table = { .mem = NULL };
	struct tag_sums sums;
	struct lanes lanes;
	struct tag_table_query query = {
		.sums = &sums, .units = &units, .to = "auto",
		.wants_zeros = true,
	};
	bool good;

	lanes_init(&lanes, p, view);
	label_units_init(&units, p);
	good = tag_sums_init(&sums, lens, &lanes, NULL) &&
	       same_sums(&sums, lens, &lanes) &&
	       tag_table_init(&table, &query) && is_good(&table);
	tag_table_release(&table);
	tag_sums_release(&sums);
	label_units_release(&units);
	lanes_release(&lanes);
	lens_free(lens);
	return good;
}

static void test_random(void)
{
	static const struct {
		enum filter_kind kind;
		const char *text;
	} filters[] = {
		{ FILTER_FOCUS, "main" }, { FILTER_TAGFOCUS, "thread" },
		{ FILTER_TAGHIDE, "e" }, { FILTER_TAGIGNORE, "tenant=one" },
		{ FILTER_SHOW_FROM, "a" }, { FILTER_TAGSHOW, "e" },
	};
	unsigned int n_bad = 0;

	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct buf bytes[2] = { BUF_INIT, BUF_INIT };
		struct view view = { .type = seed % 2 };
		struct profile p;

		load(&p, seed, bytes);
		if (p.n_sides > 1)
			view.compare = (enum compare)(seed / 2 % 4);
		for (size_t i = seed % 7; i < 6; i += 1 + seed % 5)
			filters_add(&view.filters, filters[i].kind,
				    filters[i].text);
		if (!check(&p, &view)) {
			n_bad++;
			printf("# seed %" PRIu64 "\n", seed);
		}
		view_release(&view);
		profile_release(&p);
		buf_release(&bytes[0]);
		buf_release(&bytes[1]);
	}
	is_int(n_bad, 0, "tags come to what their rows do, in order");
}

static void add_row(struct buf *out, const struct tag_table *table,
		    const struct tag_sums *sums, size_t i)
{
	const struct tag_row *row = &table->rows.at[i];
	const struct tag *tags = sums->tags.at.at;

	buf_addf(out, "  %s %d", row->text.s, (int)row->value.v[0]);
	if (row->str != TAG_NONE)
		buf_adds(out, " text");
	if (row->low != TAG_NONE)
		buf_addf(out, " %d-%d", (int)tags[row->low].num,
			 (int)tags[row->high].num);
	buf_addc(out, '\n');
}

static void test_table(void)
{
	static const char text[] =
		"type n count\n"
		"func 1 main - 0\n"
		"loc 1 0 0x1 1\n"
		"row 1 1 size#1048577bytes\n"
		"row 1 2 size#1048578bytes size=1MB\n"
		"row 1 4 size#512 b=y b=x\n"
		"row 1 0 b=z\n"
		"row 1 -4 size#1048576\n"
		"row 1 -9 b=w\n";
	struct view view = { .type = 0 };
	struct buf out = BUF_INIT;
	struct label_units units;
	struct tag_table table;
	struct tag_sums sums;
	struct lanes lanes;
	struct tag_table_query query = {
		.sums = &sums, .units = &units, .to = "minimum",
	};
	struct profile p;
	struct lens *lens;

	build_from(&p, &mem, text);
	lens = lens_of(&p, &view);
	lanes_init(&lanes, &p, &view);
	label_units_init(&units, &p);
	tag_sums_init(&sums, lens, &lanes, NULL);
	tag_table_init(&table, &query);
	for (size_t i = 0; i < table.groups.n; i++) {
		const struct tag_group *group = &table.groups.at[i];

		buf_addf(&out, "%s %d\n", group->key.s,
			 (int)group->total.v[0]);
		for (size_t k = 0; k < group->n; k++)
			add_row(&out, &table, &sums, group->first + k);
	}
	is(buf_str(&out),
	   "b -1\n  w -9 text\n  x 4 text\n  y 4 text\n"
	   "size 5\n  512B 4 512-512\n  1MB 1 text 1048576-1048578\n",
	   "what looks the same is one row, what comes to 0 is none");
	tag_table_release(&table);
	tag_sums_release(&sums);
	label_units_release(&units);
	lanes_release(&lanes);
	lens_free(lens);
	profile_release(&p);
	buf_release(&out);
}

int main(void)
{
	test_random();
	test_table();
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
