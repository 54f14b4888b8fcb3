#include "config.h"

#include "model/tables.h"

#include <string.h>

#include "model/hash.h"

enum {
	PAGE = 0x1000,
	FACTOR = 64,		/* of a text that takes the most: "0 0 0\t\t" */
};

struct wanted {
	const struct profile *profile;
	const void *thing;
	const struct line *lines;	/* of a location */
	size_t n;			/* of a label set */
};

struct str_id tables_string(struct tables *t, struct str text)
{
	return strings_intern(&t->profile->strings, text.s, text.n);
}

struct value_type tables_type(struct tables *t, struct str type,
			      const char *unit)
{
	return (struct value_type){
		tables_string(t, type), tables_string(t, str_of(unit))
	};
}

size_t tables_add_type(struct tables *t, struct str type, const char *unit)
{
	struct profile *p = t->profile;

	*vec_push(p->mem, &p->types) = tables_type(t, type, unit);
	return p->types.n - 1;
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

static bool same_mapping(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;
	const struct mapping *a = w->thing;
	const struct mapping *b = &w->profile->mappings.at[number];

	return mapping_size(a) == mapping_size(b) && a->offset == b->offset &&
	       mapping_name(a).i == mapping_name(b).i;
}

struct map_id tables_mapping(struct tables *t, const struct mapping *mapping)
{
	struct profile *p = t->profile;
	struct wanted wanted = { .profile = p, .thing = mapping };
	uint64_t hash = hash_mix(hash_mix(hash_mix(t->seed,
						   mapping_size(mapping)),
					  mapping->offset),
				 mapping_name(mapping).i);
	uint32_t number = index_find(&t->mappings, hash, same_mapping,
				     &wanted);

	if (number == INDEX_NONE) {
		number = (uint32_t)p->mappings.n;
		*vec_push(p->mem, &p->mappings) = *mapping;
		p->mappings.at[number].id = number + 1;
		index_add(&t->mappings, hash, number);
	}
	return (struct map_id){ number };
}

static bool same_func(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;
	const struct func *a = w->thing;
	const struct func *b = &w->profile->funcs.at[number];

	return a->name.i == b->name.i && a->filename.i == b->filename.i &&
	       a->system_name.i == b->system_name.i &&
	       a->start_line == b->start_line;
}

struct func_id tables_func(struct tables *t, const struct func *func)
{
	struct profile *p = t->profile;
	struct wanted wanted = { .profile = p, .thing = func };
	uint64_t hash = hash_mix(hash_mix(t->seed + func->name.i,
					  func->filename.i),
				 func->system_name.i);
	uint32_t number;

	hash = hash_mix(hash, (uint64_t)func->start_line);
	number = index_find(&t->funcs, hash, same_func, &wanted);
	if (number == INDEX_NONE) {
		number = (uint32_t)p->funcs.n;
		*vec_push(p->mem, &p->funcs) = *func;
		index_add(&t->funcs, hash, number);
	}
	return (struct func_id){ number };
}

struct str_id tables_system_name(const struct tables *t, struct str_id name)
{
	struct str text = profile_str(t->profile, name);
	size_t n = 0;

	while (n < text.n && text.s[n] == '_')
		n++;
	if (n && n < text.n && (text.s[n] == 'Z' || text.s[n] == 'R'))
		return name;
	return (struct str_id){ 0 };
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
	const struct profile *p = w->profile;
	const struct location *a = w->thing;
	const struct location *b = &p->locations.at[number];

	return a->mapping.i == b->mapping.i && a->n_lines == b->n_lines &&
	       a->is_folded == b->is_folded &&
	       relative_address(p, a) == relative_address(p, b) &&
	       same_lines(w->lines, profile_lines(p, b), a->n_lines);
}

static uint64_t hash_location(const struct tables *t,
			      const struct location *loc,
			      const struct line *lines)
{
	uint64_t hash = hash_mix(hash_mix(t->seed, loc->mapping.i),
				 relative_address(t->profile, loc));

	for (uint32_t i = 0; i < loc->n_lines; i++)
		hash = hash_mix(hash_mix(hash, lines[i].func.i),
				(uint64_t)lines[i].line);
	return hash;
}

static uint32_t add_location(struct profile *p, struct location loc,
			     const struct line *lines)
{
	loc.id = p->locations.n + 1;
	loc.first_line = (uint32_t)p->lines.n;
	for (uint32_t i = 0; i < loc.n_lines; i++)
		*vec_push(p->mem, &p->lines) = lines[i];
	*vec_push(p->mem, &p->locations) = loc;
	return (uint32_t)p->locations.n - 1;
}

struct loc_id tables_location(struct tables *t, struct location loc,
			      const struct line *lines)
{
	struct wanted wanted = {
		.profile = t->profile, .thing = &loc, .lines = lines
	};
	uint64_t hash = hash_location(t, &loc, lines);
	uint32_t number = index_find(&t->locations, hash, same_location,
				     &wanted);

	if (number == INDEX_NONE) {
		number = add_location(t->profile, loc, lines);
		index_add(&t->locations, hash, number);
	}
	return (struct loc_id){ number };
}

static bool same_label(const struct label *a, const struct label *b)
{
	return a->key.i == b->key.i && a->str.i == b->str.i &&
	       a->unit.i == b->unit.i && a->num == b->num &&
	       a->is_num == b->is_num;
}

static bool same_labels(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;
	const struct label *a = w->thing;
	struct label_set set = w->profile->label_sets.at[number];

	if (set.n != w->n)
		return false;
	for (uint32_t i = 0; i < set.n; i++) {
		if (!same_label(&a[i], &w->profile->labels.at[set.first + i]))
			return false;
	}
	return true;
}

static uint64_t hash_labels(const struct tables *t, const struct label *labels,
			    size_t n)
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

struct labels_id tables_labels(struct tables *t, struct label *labels,
			       size_t n)
{
	struct wanted wanted = {
		.profile = t->profile, .thing = labels, .n = n
	};
	uint64_t hash;
	uint32_t number;

	if (!n)
		return (struct labels_id){ 0 };
	profile_sort_labels(t->profile, labels, n);
	hash = hash_labels(t, labels, n);
	number = index_find(&t->labels, hash, same_labels, &wanted);
	if (number == INDEX_NONE) {
		number = profile_add_labels(t->profile, labels, n).i;
		index_add(&t->labels, hash, number);
	}
	return (struct labels_id){ number };
}

size_t tables_growth(const struct tables *t)
{
	const struct profile *p = t->profile;

	return p->lines.cap * sizeof(*p->lines.at) +
	       p->funcs.cap * sizeof(*p->funcs.at) +
	       index_growth(&t->funcs) + strings_growth(&p->strings) +
	       TABLES_PIECE * FACTOR;
}

void tables_row(struct tables *t, const struct loc_id *frames, size_t n,
		struct labels_id labels, const int64_t *values)
{
	struct profile *p = t->profile;

	if (n > UINT32_MAX - p->frames.n)
		die("more than 4294967295 frames in one profile");
	if (p->rows.n >= UINT32_MAX - 1)
		die("more than 4294967294 rows in one profile");
	*vec_push(p->mem, &p->rows) = (struct row){
		(uint32_t)p->frames.n, (uint32_t)n, labels
	};
	vec_reserve(p->mem, &p->frames, n);
	if (n)
		memcpy(p->frames.at + p->frames.n, frames, n * sizeof(*frames));
	p->frames.n += n;
	for (size_t i = 0; i < p->types.n; i++)
		*vec_push(p->mem, &p->values[SIDE_CURRENT]) = values[i];
}

void tables_init(struct tables *t, struct profile *profile)
{
	*t = (struct tables){ .profile = profile, .seed = hash_seed() };
	index_init(&t->mappings, profile->mem);
	index_init(&t->funcs, profile->mem);
	index_init(&t->locations, profile->mem);
	index_init(&t->labels, profile->mem);
}

void tables_release(struct tables *t)
{
	index_release(&t->mappings);
	index_release(&t->funcs);
	index_release(&t->locations);
	index_release(&t->labels);
}
