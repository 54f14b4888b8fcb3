#include "config.h"

#include "model/transfer.h"

#include <string.h>

#include "model/hash.h"

enum { UNSEEN = UINT32_MAX, PAGE = 0x1000 };

static struct str_id take_str(struct transfer *t, struct str_id id)
{
	struct str s = profile_str(t->from, id);

	return strings_intern(&t->out->strings, s.s, s.n);
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
	const struct transfer *t;
	const void *thing;
	size_t n;
};

static bool same_mapping(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;
	const struct mapping *a = w->thing;
	const struct mapping *b = &w->t->out->mappings.at[number];

	return mapping_size(a) == mapping_size(b) && a->offset == b->offset &&
	       mapping_name(a).i == mapping_name(b).i;
}

static uint32_t find_mapping(struct transfer *t, const struct mapping *mapping)
{
	struct wanted wanted = { t, mapping, 1 };
	struct profile *out = t->out;
	uint64_t hash = hash_mix(hash_mix(hash_mix(t->seed,
						   mapping_size(mapping)),
					  mapping->offset),
				 mapping_name(mapping).i);
	uint32_t number = index_find(&t->mappings, hash, same_mapping,
				     &wanted);

	if (number != INDEX_NONE)
		return number;
	number = (uint32_t)out->mappings.n;
	*vec_push(out->mem, &out->mappings) = *mapping;
	out->mappings.at[number].id = number + 1;
	index_add(&t->mappings, hash, number);
	return number;
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
	number = find_mapping(t, &mapping);
	t->offsets[id.i] = (int64_t)(t->out->mappings.at[number].start -
				     mapping.start);
	t->map_at[id.i] = number;
	return number;
}

static bool same_func(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;
	const struct func *a = w->thing;
	const struct func *b = &w->t->out->funcs.at[number];

	return a->name.i == b->name.i && a->filename.i == b->filename.i &&
	       a->system_name.i == b->system_name.i &&
	       a->start_line == b->start_line;
}

static uint32_t take_func(struct transfer *t, struct func_id id)
{
	struct func func = t->from->funcs.at[id.i];
	struct wanted wanted = { t, &func, 1 };
	struct profile *out = t->out;
	uint32_t number = t->func_at[id.i];
	uint64_t hash;

	if (number != UNSEEN)
		return number;
	func.name = take_str(t, func.name);
	func.system_name = take_str(t, func.system_name);
	func.filename = take_str(t, func.filename);
	hash = hash_mix(hash_mix(t->seed + func.name.i, func.filename.i),
			func.system_name.i);
	hash = hash_mix(hash, (uint64_t)func.start_line);
	number = index_find(&t->funcs, hash, same_func, &wanted);
	if (number == INDEX_NONE) {
		number = (uint32_t)out->funcs.n;
		*vec_push(out->mem, &out->funcs) = func;
		index_add(&t->funcs, hash, number);
	}
	t->func_at[id.i] = number;
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
	const struct profile *out = w->t->out;
	const struct location *a = w->thing;
	const struct location *b = &out->locations.at[number];

	return a->mapping.i == b->mapping.i && a->n_lines == b->n_lines &&
	       a->is_folded == b->is_folded &&
	       relative_address(out, a) == relative_address(out, b) &&
	       same_lines(w->t->lines.at, profile_lines(out, b), a->n_lines);
}

static uint64_t hash_location(const struct transfer *t,
			      const struct location *loc)
{
	uint64_t hash = hash_mix(hash_mix(t->seed, loc->mapping.i),
				 relative_address(t->out, loc));

	for (uint32_t i = 0; i < loc->n_lines; i++)
		hash = hash_mix(hash_mix(hash, t->lines.at[i].func.i),
				(uint64_t)t->lines.at[i].line);
	return hash;
}

static uint32_t add_location(struct transfer *t, struct location loc)
{
	struct profile *out = t->out;

	loc.id = out->locations.n + 1;
	loc.first_line = (uint32_t)out->lines.n;
	for (uint32_t i = 0; i < loc.n_lines; i++)
		*vec_push(out->mem, &out->lines) = t->lines.at[i];
	*vec_push(out->mem, &out->locations) = loc;
	return (uint32_t)out->locations.n - 1;
}

static void take_lines(struct transfer *t, const struct location *loc)
{
	const struct line *lines = profile_lines(t->from, loc);

	t->lines.n = 0;
	for (uint32_t i = 0; i < loc->n_lines; i++) {
		struct line line = lines[i];

		line.func.i = take_func(t, line.func);
		*vec_push(t->out->mem, &t->lines) = line;
	}
}

static uint32_t take_location(struct transfer *t, struct loc_id id)
{
	struct location loc = t->from->locations.at[id.i];
	struct map_id mapping = loc.mapping;
	struct wanted wanted = { t, &loc, 1 };
	uint32_t number;
	uint64_t hash;

	loc.mapping.i = take_mapping(t, mapping);
	if (mapping.i != MAPPING_NONE)
		loc.address += (uint64_t)t->offsets[mapping.i];
	take_lines(t, &loc);
	hash = hash_location(t, &loc);
	number = index_find(&t->locations, hash, same_location, &wanted);
	if (number == INDEX_NONE) {
		number = add_location(t, loc);
		index_add(&t->locations, hash, number);
	}
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
	const struct profile *out = w->t->out;
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

static uint64_t hash_labels(const struct transfer *t,
			    const struct label *labels, size_t n)
{
	uint64_t hash = hash_mix(t->seed, n);

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

static uint32_t find_labels(struct transfer *t, struct label *labels, size_t n)
{
	struct wanted wanted = { t, labels, n };
	uint64_t hash;
	uint32_t number;

	if (!n)
		return 0;
	profile_sort_labels(t->out, labels, n);
	hash = hash_labels(t, labels, n);
	number = index_find(&t->labels, hash, same_label_set, &wanted);
	if (number != INDEX_NONE)
		return number;
	number = profile_add_labels(t->out, labels, n).i;
	index_add(&t->labels, hash, number);
	return number;
}

static uint32_t take_labels(struct transfer *t, struct labels_id id)
{
	struct label_set set = t->from->label_sets.at[id.i];
	size_t size = (set.n + 1) * sizeof(struct label);
	struct label *labels = mem_alloc(t->out->mem, size);
	uint32_t number = find_labels(t, labels, copy_labels(t, set, labels));

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
	*t = (struct transfer){ .out = out, .seed = hash_seed() };
	index_init(&t->mappings, out->mem);
	index_init(&t->funcs, out->mem);
	index_init(&t->locations, out->mem);
	index_init(&t->labels, out->mem);
}

void transfer_release(struct transfer *t)
{
	index_release(&t->mappings);
	index_release(&t->funcs);
	index_release(&t->locations);
	index_release(&t->labels);
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
