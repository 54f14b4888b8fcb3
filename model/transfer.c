#include "config.h"

#include "model/transfer.h"

#include <string.h>

enum { UNSEEN = UINT32_MAX };

static struct str_id take_str(struct transfer *t, struct str_id id)
{
	return tables_string(&t->tables, profile_str(t->from, id));
}

static uint32_t take_mapping(struct transfer *t, struct map_id id)
{
	struct mapping mapping;
	uint32_t number;

	if (id.i == MAPPING_NONE)
		return MAPPING_NONE;
	if (t->map_at[id.i] != UNSEEN)
		return t->map_at[id.i];
	mapping = t->from->mappings.at[id.i];
	mapping.file = take_str(t, mapping.file);
	mapping.build_id = take_str(t, mapping.build_id);
	number = tables_mapping(&t->tables, &mapping).i;
	t->offsets[id.i] = (int64_t)(t->out->mappings.at[number].start -
				     mapping.start);
	t->map_at[id.i] = number;
	return number;
}

static struct func_id take_func(struct transfer *t, struct func_id id)
{
	struct func func = t->from->funcs.at[id.i];

	if (t->func_at[id.i] == UNSEEN) {
		func.name = take_str(t, func.name);
		func.system_name = take_str(t, func.system_name);
		func.filename = take_str(t, func.filename);
		t->func_at[id.i] = tables_func(&t->tables, &func).i;
	}
	return (struct func_id){ t->func_at[id.i] };
}

static void take_lines(struct transfer *t, const struct location *loc)
{
	const struct line *lines = profile_lines(t->from, loc);

	t->lines.n = 0;
	for (uint32_t i = 0; i < loc->n_lines; i++) {
		struct line line = lines[i];

		line.func = take_func(t, line.func);
		*vec_push(t->out->mem, &t->lines) = line;
	}
}

static uint32_t take_location(struct transfer *t, struct loc_id id)
{
	struct location loc = t->from->locations.at[id.i];
	struct map_id mapping = loc.mapping;

	loc.mapping.i = take_mapping(t, mapping);
	if (mapping.i != MAPPING_NONE)
		loc.address += (uint64_t)t->offsets[mapping.i];
	take_lines(t, &loc);
	return tables_location(&t->tables, loc, t->lines.at).i;
}

static bool is_base_key(const struct profile *p, struct str_id key)
{
	return str_is(profile_str(p, key), "pprof::base");
}

/* Copies a label set of the source, with the mark of a base when it is one. */
static size_t copy_labels(struct transfer *t, struct label_set set,
			  struct label *copy)
{
	struct strings *strings = &t->out->strings;
	size_t n = 0;

	for (uint32_t i = 0; i < set.n; i++) {
		struct label label = t->from->labels.at[set.first + i];

		if (t->is_base && !label.is_num &&
		    is_base_key(t->from, label.key))
			continue;
		label.key = take_str(t, label.key);
		label.str = take_str(t, label.str);
		label.unit = take_str(t, label.unit);
		copy[n++] = label;
	}
	if (t->is_base)
		copy[n++] = (struct label){
			.key = strings_intern(strings, "pprof::base", 11),
			.str = strings_intern(strings, "true", 4),
		};
	return n;
}

static uint32_t take_labels(struct transfer *t, struct labels_id id)
{
	struct label_set set = t->from->label_sets.at[id.i];
	size_t size = (set.n + 1) * sizeof(struct label);
	struct label *labels = mem_alloc(t->out->mem, size);
	uint32_t number = tables_labels(&t->tables, labels,
					copy_labels(t, set, labels)).i;

	mem_free(t->out->mem, labels, size);
	return number;
}

static uint32_t *new_numbers(struct transfer *t, size_t n)
{
	uint32_t *numbers = mem_alloc(t->out->mem, n * sizeof(*numbers));

	if (n)
		memset(numbers, 0xff, n * sizeof(*numbers));
	return numbers;
}

void transfer_init(struct transfer *t, struct profile *out)
{
	*t = (struct transfer){ .out = out };
	tables_init(&t->tables, out);
}

void transfer_release(struct transfer *t)
{
	tables_release(&t->tables);
	vec_release(t->out->mem, &t->lines);
}

void transfer_start(struct transfer *t, const struct profile *from,
		    bool is_base)
{
	t->from = from;
	t->is_base = is_base;
	t->map_at = new_numbers(t, from->mappings.n);
	t->func_at = new_numbers(t, from->funcs.n);
	t->loc_at = new_numbers(t, from->locations.n);
	t->labels_at = new_numbers(t, from->label_sets.n);
	t->offsets = mem_alloc(t->out->mem,
			       from->mappings.n * sizeof(*t->offsets));
	if (!t->out->mappings.n && from->mappings.n)
		take_mapping(t, (struct map_id){ 0 });
}

void transfer_end(struct transfer *t)
{
	struct mem *mem = t->out->mem;
	const struct profile *from = t->from;

	mem_free(mem, t->map_at, from->mappings.n * sizeof(uint32_t));
	mem_free(mem, t->func_at, from->funcs.n * sizeof(uint32_t));
	mem_free(mem, t->loc_at, from->locations.n * sizeof(uint32_t));
	mem_free(mem, t->labels_at, from->label_sets.n * sizeof(uint32_t));
	mem_free(mem, t->offsets, from->mappings.n * sizeof(*t->offsets));
}

struct loc_id transfer_location(struct transfer *t, struct loc_id id)
{
	if (t->loc_at[id.i] == UNSEEN)
		t->loc_at[id.i] = take_location(t, id);
	return (struct loc_id){ t->loc_at[id.i] };
}

struct labels_id transfer_labels(struct transfer *t, struct labels_id id)
{
	if (t->labels_at[id.i] == UNSEEN)
		t->labels_at[id.i] = take_labels(t, id);
	return (struct labels_id){ t->labels_at[id.i] };
}
