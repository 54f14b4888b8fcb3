#include "config.h"

#include "tests/fuzz/check.h"

#include <stdio.h>
#include <stdlib.h>

#include "model/graph.h"

/* Like assert, but said in one line and there in every build. */
#define must(claim)							\
	do {								\
		if (!(claim)) {						\
			fprintf(stderr, "%s:%d: %s\n", __FILE__,	\
				__LINE__, #claim);			\
			abort();					\
		}							\
	} while (0)

static void check_string(const struct profile *p, struct str_id id)
{
	must(id.i < p->strings.at.n);
	must(!profile_str(p, id).s[profile_str(p, id).n]);
}

static void check_header(const struct profile *p)
{
	for (size_t i = 0; i < p->types.n; i++) {
		check_string(p, p->types.at[i].type);
		check_string(p, p->types.at[i].unit);
	}
	for (size_t i = 0; i < p->comments.n; i++)
		check_string(p, p->comments.at[i]);
	for (size_t i = 0; i < p->facts.n; i++) {
		check_string(p, p->facts.at[i].group);
		check_string(p, p->facts.at[i].name);
		check_string(p, p->facts.at[i].text);
	}
	check_string(p, p->drop_frames);
	check_string(p, p->keep_frames);
	check_string(p, p->default_type);
	check_string(p, p->doc_url);
	check_string(p, p->period_type.type);
	check_string(p, p->period_type.unit);
}

static void check_tables(const struct profile *p)
{
	for (size_t i = 0; i < p->mappings.n; i++) {
		check_string(p, p->mappings.at[i].file);
		check_string(p, p->mappings.at[i].build_id);
	}
	for (size_t i = 0; i < p->funcs.n; i++) {
		check_string(p, p->funcs.at[i].name);
		check_string(p, p->funcs.at[i].system_name);
		check_string(p, p->funcs.at[i].filename);
	}
	for (size_t i = 0; i < p->lines.n; i++)
		must(p->lines.at[i].func.i < p->funcs.n);
	for (size_t i = 0; i < p->locations.n; i++) {
		const struct location *loc = &p->locations.at[i];

		must(loc->id);
		must(loc->first_line <= p->lines.n);
		must(loc->n_lines <= p->lines.n - loc->first_line);
		must(loc->mapping.i == MAPPING_NONE ||
		     loc->mapping.i < p->mappings.n);
	}
}

/* Texts before numbers, each in the order of their keys. */
static void check_order(const struct profile *p, struct label_set set)
{
	const struct label *at = p->labels.at + set.first;

	for (uint32_t i = 1; i < set.n; i++) {
		must(at[i - 1].is_num <= at[i].is_num);
		must(at[i - 1].is_num != at[i].is_num ||
		     str_cmp(profile_str(p, at[i - 1].key),
			     profile_str(p, at[i].key)) <= 0);
	}
}

static void check_labels(const struct profile *p)
{
	must(p->label_sets.n && !p->label_sets.at[0].n);
	for (size_t i = 0; i < p->label_sets.n; i++) {
		struct label_set set = p->label_sets.at[i];

		must(set.first <= p->labels.n);
		must(set.n <= p->labels.n - set.first);
	}
	for (size_t i = 0; i < p->labels.n; i++) {
		check_string(p, p->labels.at[i].key);
		check_string(p, p->labels.at[i].str);
		check_string(p, p->labels.at[i].unit);
	}
	for (size_t i = 0; i < p->label_sets.n; i++)
		check_order(p, p->label_sets.at[i]);
}

static void check_rows(const struct profile *p)
{
	for (size_t i = 0; i < p->rows.n; i++) {
		const struct row *row = &p->rows.at[i];

		must(row->first <= p->frames.n);
		must(row->depth <= p->frames.n - row->first);
		must(row->labels.i < p->label_sets.n);
	}
	for (size_t i = 0; i < p->frames.n; i++)
		must(p->frames.at[i].i < p->locations.n);
	must(p->n_sides >= 1 && p->n_sides <= SIDES);
	for (int side = 0; side < p->n_sides; side++)
		must(p->values[side].n == p->rows.n * p->types.n);
	must(p->types.n || !p->rows.n);
}

/* Rows without a frame that shows have no flat value for anybody. */
static uint64_t total_of(const struct profile *p, size_t type)
{
	uint64_t total = 0;

	for (size_t i = 0; i < p->rows.n; i++) {
		if (p->rows.at[i].depth)
			total += (uint64_t)profile_value(p, SIDE_CURRENT, i,
							 type);
	}
	return total;
}

static void check_flat(const struct profile *p, size_t type)
{
	struct view view = { .type = type, .granularity = BY_ADDRESS };
	struct err err;
	struct lens *lens = lens_new(p, &view, NULL, &err);
	struct lanes lanes;
	struct graph graph;
	uint64_t flat = 0;

	must(lens);
	lanes_init(&lanes, p, &view);
	must(graph_init(&graph, &(struct graph_query){
		.lens = lens, .lanes = &lanes, .n_parts = 1
	}));
	for (size_t i = 0; i < graph.n_nodes; i++)
		flat += (uint64_t)graph.flat[i].v[0];
	must(flat == total_of(p, type));
	graph_release(&graph);
	lanes_release(&lanes);
	lens_free(lens);
}

void check_profile(const struct profile *p)
{
	check_header(p);
	check_tables(p);
	check_labels(p);
	check_rows(p);
	if (p->types.n)
		check_flat(p, p->types.n - 1);
}
