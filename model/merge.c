#include "config.h"

#include "model/merge.h"

#include <math.h>
#include <string.h>

#include "model/common.h"
#include "model/hash.h"
#include "model/index.h"
#include "model/lanes.h"

enum { UNSEEN = UINT32_MAX, PAGE = 0x1000 };

/*
 * What is known while one source after another goes into out.  The maps hold,
 * for each thing of the current source, its number in out, UNSEEN before it is
 * used: like the reference, only what rows use is taken over, numbered in the
 * order of use.
 */
struct merger {
	struct profile *out;
	const struct common *common;
	struct index mappings, funcs, locations, labels, rows;
	uint64_t seed;

	const struct profile *from;
	const struct merge_source *source;
	const struct common_map *map;
	uint32_t *map_at, *func_at, *loc_at, *labels_at;
	int64_t *offsets;	/* added to the addresses in a mapping */
	VEC(struct loc_id) stack;
	VEC(struct line) lines;
	int64_t *values;	/* of the row at hand */
};

static struct str_id take_str(struct merger *m, struct str_id id)
{
	struct str s = profile_str(m->from, id);

	return strings_intern(&m->out->strings, s.s, s.n);
}

/* Addresses within 4 KiB of size are one mapping, wherever it was loaded. */
static uint64_t mapping_size(const struct mapping *mapping)
{
	uint64_t size = mapping->limit - mapping->start + PAGE - 1;

	return size - size % PAGE;
}

static struct str_id mapping_name(const struct mapping *mapping)
{
	return mapping->build_id.i ? mapping->build_id : mapping->file;
}

struct wanted {
	const struct merger *m;
	const void *thing;
	size_t n;
};

static bool same_mapping(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;
	const struct mapping *a = w->thing;
	const struct mapping *b = &w->m->out->mappings.at[number];

	return mapping_size(a) == mapping_size(b) && a->offset == b->offset &&
	       mapping_name(a).i == mapping_name(b).i;
}

static uint32_t find_mapping(struct merger *m, const struct mapping *mapping)
{
	struct wanted wanted = { m, mapping, 1 };
	struct profile *out = m->out;
	uint64_t hash = hash_mix(hash_mix(hash_mix(m->seed,
						   mapping_size(mapping)),
					  mapping->offset),
				 mapping_name(mapping).i);
	uint32_t number = index_find(&m->mappings, hash, same_mapping,
				     &wanted);

	if (number != INDEX_NONE)
		return number;
	number = (uint32_t)out->mappings.n;
	*vec_push(out->mem, &out->mappings) = *mapping;
	out->mappings.at[number].id = number + 1;
	index_add(&m->mappings, hash, number);
	return number;
}

static uint32_t take_mapping(struct merger *m, struct map_id id)
{
	struct mapping mapping;
	uint32_t number;

	if (id.i == MAPPING_NONE)
		return MAPPING_NONE;
	if (m->map_at[id.i] != UNSEEN)
		return m->map_at[id.i];
	mapping = m->from->mappings.at[id.i];
	mapping.file = take_str(m, mapping.file);
	mapping.build_id = take_str(m, mapping.build_id);
	number = find_mapping(m, &mapping);
	m->offsets[id.i] = (int64_t)(m->out->mappings.at[number].start -
				     mapping.start);
	m->map_at[id.i] = number;
	return number;
}

static bool same_func(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;
	const struct func *a = w->thing;
	const struct func *b = &w->m->out->funcs.at[number];

	return a->name.i == b->name.i && a->filename.i == b->filename.i &&
	       a->system_name.i == b->system_name.i &&
	       a->start_line == b->start_line;
}

static uint32_t take_func(struct merger *m, struct func_id id)
{
	struct func func = m->from->funcs.at[id.i];
	struct wanted wanted = { m, &func, 1 };
	struct profile *out = m->out;
	uint32_t number = m->func_at[id.i];
	uint64_t hash;

	if (number != UNSEEN)
		return number;
	func.name = take_str(m, func.name);
	func.system_name = take_str(m, func.system_name);
	func.filename = take_str(m, func.filename);
	hash = hash_mix(hash_mix(m->seed + func.name.i, func.filename.i),
			func.system_name.i);
	hash = hash_mix(hash, (uint64_t)func.start_line);
	number = index_find(&m->funcs, hash, same_func, &wanted);
	if (number == INDEX_NONE) {
		number = (uint32_t)out->funcs.n;
		*vec_push(out->mem, &out->funcs) = func;
		index_add(&m->funcs, hash, number);
	}
	m->func_at[id.i] = number;
	return number;
}

/* The column of a line counts for the last one only, as in the reference. */
static bool same_lines(const struct line *a, const struct line *b, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		if (a[i].func.i != b[i].func.i || a[i].line != b[i].line ||
		    (i == n - 1 && a[i].column != b[i].column))
			return false;
	}
	return true;
}

static uint64_t relative_address(const struct profile *p,
				 const struct location *loc)
{
	return loc->mapping.i == MAPPING_NONE ? loc->address :
	       loc->address - p->mappings.at[loc->mapping.i].start;
}

static bool same_location(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;
	const struct profile *out = w->m->out;
	const struct location *a = w->thing;
	const struct location *b = &out->locations.at[number];

	return a->mapping.i == b->mapping.i && a->n_lines == b->n_lines &&
	       a->is_folded == b->is_folded &&
	       relative_address(out, a) == relative_address(out, b) &&
	       same_lines(w->m->lines.at, profile_lines(out, b), a->n_lines);
}

static uint64_t hash_location(const struct merger *m,
			      const struct location *loc)
{
	uint64_t hash = hash_mix(hash_mix(m->seed, loc->mapping.i),
				 relative_address(m->out, loc));

	for (uint32_t i = 0; i < loc->n_lines; i++)
		hash = hash_mix(hash_mix(hash, m->lines.at[i].func.i),
				(uint64_t)m->lines.at[i].line);
	return hash;
}

static uint32_t add_location(struct merger *m, struct location loc)
{
	struct profile *out = m->out;

	loc.id = out->locations.n + 1;
	loc.first_line = (uint32_t)out->lines.n;
	for (uint32_t i = 0; i < loc.n_lines; i++)
		*vec_push(out->mem, &out->lines) = m->lines.at[i];
	*vec_push(out->mem, &out->locations) = loc;
	return (uint32_t)out->locations.n - 1;
}

static void take_lines(struct merger *m, const struct location *loc)
{
	const struct line *lines = profile_lines(m->from, loc);

	m->lines.n = 0;
	for (uint32_t i = 0; i < loc->n_lines; i++) {
		struct line line = lines[i];

		line.func.i = take_func(m, line.func);
		*vec_push(m->out->mem, &m->lines) = line;
	}
}

static uint32_t take_location(struct merger *m, struct loc_id id)
{
	struct location loc = m->from->locations.at[id.i];
	struct map_id mapping = loc.mapping;
	struct wanted wanted = { m, &loc, 1 };
	uint32_t number = m->loc_at[id.i];
	uint64_t hash;

	if (number != UNSEEN)
		return number;
	loc.mapping.i = take_mapping(m, mapping);
	if (mapping.i != MAPPING_NONE)
		loc.address += (uint64_t)m->offsets[mapping.i];
	take_lines(m, &loc);
	hash = hash_location(m, &loc);
	number = index_find(&m->locations, hash, same_location, &wanted);
	if (number == INDEX_NONE) {
		number = add_location(m, loc);
		index_add(&m->locations, hash, number);
	}
	m->loc_at[id.i] = number;
	return number;
}

static bool same_label(const struct label *a, const struct label *b)
{
	return a->key.i == b->key.i && a->str.i == b->str.i &&
	       a->unit.i == b->unit.i && a->num == b->num &&
	       a->is_num == b->is_num;
}

static bool same_label_set(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;
	const struct profile *out = w->m->out;
	const struct label *a = w->thing;
	struct label_set set = out->label_sets.at[number];

	if (set.n != w->n)
		return false;
	for (uint32_t i = 0; i < set.n; i++) {
		if (!same_label(&a[i], &out->labels.at[set.first + i]))
			return false;
	}
	return true;
}

static uint64_t hash_labels(const struct merger *m, const struct label *labels,
			    size_t n)
{
	uint64_t hash = hash_mix(m->seed, n);

	for (size_t i = 0; i < n; i++) {
		hash = hash_mix(hash, labels[i].key.i);
		hash = hash_mix(hash, labels[i].str.i);
		hash = hash_mix(hash, labels[i].unit.i);
		hash = hash_mix(hash, (uint64_t)labels[i].num);
	}
	return hash;
}

static bool is_base_key(const struct profile *p, struct str_id key)
{
	struct str s = profile_str(p, key);

	return s.n == 11 && !memcmp(s.s, "pprof::base", 11);
}

/* Copies a label set of the source, with the mark of a base when it is one. */
static size_t copy_labels(struct merger *m, struct label_set set,
			  struct label *copy)
{
	struct strings *strings = &m->out->strings;
	size_t n = 0;

	for (uint32_t i = 0; i < set.n; i++) {
		struct label label = m->from->labels.at[set.first + i];

		if (m->source->is_base && !label.is_num &&
		    is_base_key(m->from, label.key))
			continue;
		label.key = take_str(m, label.key);
		label.str = take_str(m, label.str);
		label.unit = take_str(m, label.unit);
		copy[n++] = label;
	}
	if (m->source->is_base)
		copy[n++] = (struct label){
			.key = strings_intern(strings, "pprof::base", 11),
			.str = strings_intern(strings, "true", 4),
		};
	return n;
}

static uint32_t find_labels(struct merger *m, struct label *labels, size_t n)
{
	struct wanted wanted = { m, labels, n };
	uint64_t hash;
	uint32_t number;

	if (!n)
		return 0;
	profile_sort_labels(m->out, labels, n);
	hash = hash_labels(m, labels, n);
	number = index_find(&m->labels, hash, same_label_set, &wanted);
	if (number != INDEX_NONE)
		return number;
	number = profile_add_labels(m->out, labels, n).i;
	index_add(&m->labels, hash, number);
	return number;
}

static uint32_t take_labels(struct merger *m, struct labels_id id)
{
	struct label_set set = m->from->label_sets.at[id.i];
	size_t size = (set.n + 1) * sizeof(struct label);
	struct label *labels;

	if (m->labels_at[id.i] != UNSEEN)
		return m->labels_at[id.i];
	labels = mem_alloc(m->out->mem, size);
	m->labels_at[id.i] = find_labels(m, labels,
					 copy_labels(m, set, labels));
	mem_free(m->out->mem, labels, size);
	return m->labels_at[id.i];
}

static bool same_row(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;
	const struct profile *out = w->m->out;
	const struct row *a = w->thing, *b = &out->rows.at[number];

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
	struct wanted wanted = { m, &row, 1 };
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
	const struct loc_id *frame = m->from->frames.at + row->first;
	int64_t *values;
	size_t n = m->common->n_types;
	uint32_t number;

	m->stack.n = 0;
	vec_reserve(m->out->mem, &m->stack, row->depth + 1);
	for (uint32_t i = 0; i < row->depth; i++)
		m->stack.at[m->stack.n++].i = take_location(m, frame[i]);
	number = find_row(m, (struct labels_id){ take_labels(m,
							     row->labels) });
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
	bool is_zero = true, is_lost = m->map->is_scaled;

	for (size_t i = 0; i < m->common->n_types; i++) {
		int64_t v = profile_value(m->from, 0, row, m->map->types[i]);
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

static uint32_t *new_numbers(struct merger *m, size_t n)
{
	uint32_t *numbers = mem_alloc(m->out->mem, n * sizeof(*numbers));

	if (n)
		memset(numbers, 0xff, n * sizeof(*numbers));
	return numbers;
}

static void start_source(struct merger *m, const struct merge_source *source)
{
	const struct profile *from = source->profile;

	m->source = source;
	m->from = from;
	m->map_at = new_numbers(m, from->mappings.n);
	m->func_at = new_numbers(m, from->funcs.n);
	m->loc_at = new_numbers(m, from->locations.n);
	m->labels_at = new_numbers(m, from->label_sets.n);
	m->offsets = mem_alloc(m->out->mem,
			       from->mappings.n * sizeof(*m->offsets));
}

static void end_source(struct merger *m)
{
	struct mem *mem = m->out->mem;
	const struct profile *from = m->from;

	mem_free(mem, m->map_at, from->mappings.n * sizeof(uint32_t));
	mem_free(mem, m->func_at, from->funcs.n * sizeof(uint32_t));
	mem_free(mem, m->loc_at, from->locations.n * sizeof(uint32_t));
	mem_free(mem, m->labels_at, from->label_sets.n * sizeof(uint32_t));
	mem_free(mem, m->offsets, from->mappings.n * sizeof(*m->offsets));
}

/* The main binary stays the first mapping, used or not. */
static void merge_source(struct merger *m, const struct merge_source *source)
{
	start_source(m, source);
	if (!m->out->mappings.n && m->from->mappings.n)
		take_mapping(m, (struct map_id){ 0 });
	for (size_t i = 0; i < m->from->rows.n; i++) {
		if (take_values(m, i))
			take_row(m, &m->from->rows.at[i]);
	}
	end_source(m);
}

static void merge_rows(struct profile *out, const struct common *c,
		       const struct merge_source *sources, size_t n)
{
	struct merger m = { .out = out, .common = c, .seed = hash_seed() };
	struct index *const indexes[] = {
		&m.mappings, &m.funcs, &m.locations, &m.labels, &m.rows
	};

	for (size_t i = 0; i < ARRAY_SIZE(indexes); i++)
		index_init(indexes[i], out->mem);
	m.values = mem_alloc(out->mem, c->n_types * sizeof(*m.values));
	for (size_t i = 0; i < n; i++) {
		m.map = &c->maps[i];
		merge_source(&m, &sources[i]);
	}
	mem_free(out->mem, m.values, c->n_types * sizeof(*m.values));
	vec_release(out->mem, &m.stack);
	vec_release(out->mem, &m.lines);
	for (size_t i = 0; i < ARRAY_SIZE(indexes); i++)
		index_release(indexes[i]);
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
