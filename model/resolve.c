#include "config.h"

#include "model/loading.h"

#include <inttypes.h>
#include <string.h>

#include "model/hash.h"

enum { SCRATCH_LIMIT = 256 << 20 };	/* one record as protobuf-c holds it */

void loading_init(struct load *load, struct profile *profile,
		  struct input *input)
{
	*load = (struct load){
		.profile = profile,
		.input = input,
		.sample = { .mem = profile->mem, .refs = &load->locations },
		.seed = hash_seed(),
	};
	refs_init(&load->mappings, profile->mem);
	refs_init(&load->funcs, profile->mem);
	refs_init(&load->locations, profile->mem);
	scratch_init(&load->scratch, profile->mem, SCRATCH_LIMIT);
	index_init(&load->label_index, profile->mem);
}

void loading_release(struct load *load)
{
	struct mem *mem = load->profile->mem;

	vec_release(mem, &load->strings);
	vec_release(mem, &load->labels);
	vec_release(mem, &load->label_sets);
	refs_release(&load->mappings);
	refs_release(&load->funcs);
	refs_release(&load->locations);
	sample_release(&load->sample);
	scratch_release(&load->scratch);
	index_release(&load->label_index);
}

struct wanted_labels {
	const struct load *load;
	const struct raw_label *labels;
	size_t n;
};

static bool same_labels(const void *wanted, uint32_t number)
{
	const struct wanted_labels *w = wanted;
	struct label_set set = w->load->label_sets.at[number];

	return set.n == w->n && !memcmp(w->load->labels.at + set.first,
					w->labels, w->n * sizeof(*w->labels));
}

uint32_t loading_labels(struct load *load, const struct raw_label *labels,
			size_t n)
{
	struct wanted_labels wanted = { load, labels, n };
	struct mem *mem = load->profile->mem;
	uint64_t hash;
	uint32_t number;

	if (!n)
		return 0;
	hash = hash_bytes(load->seed, labels, n * sizeof(*labels));
	number = index_find(&load->label_index, hash, same_labels, &wanted);
	if (number != INDEX_NONE)
		return number + 1;
	if (n > UINT32_MAX - load->labels.n)
		die("more than 4294967295 labels");
	number = (uint32_t)load->label_sets.n;
	*vec_push(mem, &load->label_sets) =
		(struct label_set){ (uint32_t)load->labels.n, (uint32_t)n };
	vec_reserve(mem, &load->labels, n);
	memcpy(load->labels.at + load->labels.n, labels, n * sizeof(*labels));
	load->labels.n += n;
	index_add(&load->label_index, hash, number);
	return number + 1;
}

/* Where a string index stands, for messages: "function 12: name". */
struct spot {
	const char *what, *part;	/* what may be NULL */
	size_t number;			/* counted from 1; 0 is left out */
};

static int fail_string(const struct load *load, const struct spot *spot,
		       int64_t index, struct err *err)
{
	err_set(err, "%s is string %" PRId64 " of %zu", spot->part, index,
		load->strings.n);
	if (spot->number)
		return err_within(err, "%s %zu", spot->what, spot->number);
	return spot->what ? err_within(err, "%s", spot->what) : -1;
}

static int resolve_index(const struct load *load, int64_t index,
			 struct str_id *id, struct spot spot, struct err *err)
{
	if (index < 0 || (uint64_t)index >= load->strings.n)
		return fail_string(load, &spot, index, err);
	*id = load->strings.at[index];
	return 0;
}

static int resolve_str(const struct load *load, struct str_id *id,
		       struct spot spot, struct err *err)
{
	return resolve_index(load, id->i, id, spot, err);
}

static int resolve_type(const struct load *load, struct value_type *type,
			const char *what, size_t number, struct err *err)
{
	if (resolve_str(load, &type->type, (struct spot){ what, "type",
							  number }, err))
		return -1;
	return resolve_str(load, &type->unit, (struct spot){ what, "unit",
							     number }, err);
}

static int resolve_types(const struct load *load, struct err *err)
{
	struct profile *p = load->profile;

	for (size_t i = 0; i < p->types.n; i++) {
		if (resolve_type(load, &p->types.at[i], "sample type", i + 1,
				 err))
			return -1;
	}
	return resolve_type(load, &p->period_type, "period type", 0, err);
}

static int resolve_mappings(const struct load *load, struct err *err)
{
	struct profile *p = load->profile;

	for (size_t i = 0; i < p->mappings.n; i++) {
		struct mapping *m = &p->mappings.at[i];
		struct spot spot = { "mapping", "file name", i + 1 };

		if (resolve_str(load, &m->file, spot, err))
			return -1;
		spot.part = "build id";
		if (resolve_str(load, &m->build_id, spot, err))
			return -1;
	}
	return 0;
}

static int resolve_funcs(const struct load *load, struct err *err)
{
	struct profile *p = load->profile;

	for (size_t i = 0; i < p->funcs.n; i++) {
		struct func *f = &p->funcs.at[i];
		struct spot spot = { "function", "name", i + 1 };

		if (resolve_str(load, &f->name, spot, err))
			return -1;
		spot.part = "system name";
		if (resolve_str(load, &f->system_name, spot, err))
			return -1;
		spot.part = "file name";
		if (resolve_str(load, &f->filename, spot, err))
			return -1;
	}
	return 0;
}

/* A mapping that is not in the table is none, as in the reference. */
static int resolve_locations(const struct load *load, struct err *err)
{
	struct profile *p = load->profile;

	for (size_t i = 0; i < p->locations.n; i++) {
		struct location *loc = &p->locations.at[i];
		struct line *line = p->lines.at + loc->first_line;

		if (loc->mapping.i != MAPPING_NONE)
			loc->mapping.i = refs_at(&load->mappings,
						 loc->mapping.i);
		for (uint32_t k = 0; k < loc->n_lines; k++, line++) {
			uint32_t number = line->func.i;

			line->func.i = refs_at(&load->funcs, number);
			if (line->func.i == REFS_NONE)
				return err_fail(err, "location %zu: no "
						"function has id %" PRIu64,
						i + 1,
						refs_id(&load->funcs,
							number));
		}
	}
	return 0;
}

static int fail_frame(const struct load *load, size_t frame, struct err *err)
{
	const struct profile *p = load->profile;
	size_t row = 0;

	while (frame >= p->rows.at[row].first + p->rows.at[row].depth)
		row++;
	return err_fail(err, "sample %zu: no location has id %" PRIu64,
			row + 1, refs_id(&load->locations,
					 p->frames.at[frame].i));
}

static int resolve_frames(const struct load *load, struct err *err)
{
	struct profile *p = load->profile;

	if (refs_are_places(&load->locations))
		return 0;
	for (size_t i = 0; i < p->frames.n; i++) {
		uint32_t place = refs_at(&load->locations, p->frames.at[i].i);

		if (place == REFS_NONE)
			return fail_frame(load, i, err);
		p->frames.at[i].i = place;
	}
	return 0;
}

static int resolve_label(const struct load *load, const struct raw_label *raw,
			 struct label *label, struct err *err)
{
	*label = (struct label){
		.is_num = !raw->str,
		.num = raw->str ? 0 : raw->num,
	};
	if (resolve_index(load, raw->key, &label->key,
			  (struct spot){ NULL, "a label's key", 0 }, err))
		return -1;
	if (raw->str)
		return resolve_index(load, raw->str, &label->str,
				     (struct spot){ NULL, "a label's value",
						    0 }, err);
	return resolve_index(load, raw->unit, &label->unit,
			     (struct spot){ NULL, "a label's unit", 0 }, err);
}

/* A label of which everything but the key is 0 is none. */
static int resolve_label_set(struct load *load, struct label_set set,
			     struct label *labels, struct labels_id *id,
			     struct err *err)
{
	const struct raw_label *raw = load->labels.at + set.first;
	size_t n = 0;

	for (uint32_t i = 0; i < set.n; i++, raw++) {
		if (resolve_label(load, raw, &labels[n], err))
			return -1;
		if (raw->str || raw->num || raw->unit)
			n++;
	}
	*id = profile_add_labels(load->profile, labels, n);
	return 0;
}

/* Says which is the first sample that has a label set. */
static int fail_labels(const struct load *load, size_t set, struct err *err)
{
	const struct profile *p = load->profile;
	size_t row = 0;

	while (row < p->rows.n && p->rows.at[row].labels.i != set + 1)
		row++;
	return err_within(err, "sample %zu", row + 1);
}

static int resolve_label_sets(struct load *load, struct labels_id *ids,
			      struct err *err)
{
	struct mem *mem = load->profile->mem;
	VEC(struct label) labels = { NULL, 0, 0 };
	int result = 0;

	for (size_t i = 0; i < load->label_sets.n && !result; i++) {
		vec_reserve(mem, &labels, load->label_sets.at[i].n);
		result = resolve_label_set(load, load->label_sets.at[i],
					   labels.at, &ids[i + 1], err);
		if (result)
			fail_labels(load, i, err);
	}
	vec_release(mem, &labels);
	return result;
}

static int resolve_labels(struct load *load, struct err *err)
{
	struct profile *p = load->profile;
	size_t size = (load->label_sets.n + 1) * sizeof(struct labels_id);
	struct labels_id *ids = mem_alloc(p->mem, size);
	int result = resolve_label_sets(load, ids, err);

	for (size_t i = 0; i < p->rows.n && !result; i++)
		p->rows.at[i].labels = ids[p->rows.at[i].labels.i];
	mem_free(p->mem, ids, size);
	return result;
}

static int resolve_header(const struct load *load, struct err *err)
{
	struct profile *p = load->profile;
	const struct {
		int field;
		struct str_id *id;
		const char *part;
	} strings[] = {
		{ FIELD_DROP_FRAMES, &p->drop_frames, "drop_frames" },
		{ FIELD_KEEP_FRAMES, &p->keep_frames, "keep_frames" },
		{ FIELD_DEFAULT_TYPE, &p->default_type, "default type" },
		{ FIELD_DOC_URL, &p->doc_url, "doc_url" },
	};

	p->time_nanos = load->scalars[FIELD_TIME];
	p->duration_nanos = load->scalars[FIELD_DURATION];
	p->period = load->scalars[FIELD_PERIOD];
	for (size_t i = 0; i < ARRAY_SIZE(strings); i++) {
		struct spot spot = { NULL, strings[i].part, 0 };

		if (resolve_index(load, load->scalars[strings[i].field],
				  strings[i].id, spot, err))
			return -1;
	}
	for (size_t i = 0; i < p->comments.n; i++) {
		struct spot spot = { "comment", "text", i + 1 };

		if (resolve_str(load, &p->comments.at[i], spot, err))
			return -1;
	}
	return 0;
}

static int check_values(const struct load *load, struct err *err)
{
	const struct profile *p = load->profile;

	if (!p->rows.n)
		return 0;
	if (!p->types.n)
		return err_fail(err, "samples but no sample types");
	if (load->n_values == p->types.n)
		return 0;
	return err_fail(err, "sample 1: %zu values for %zu sample types",
			load->n_values, p->types.n);
}

int loading_resolve(struct load *load, struct err *err)
{
	if (!input_offset(load->input))
		return err_fail(err, "empty file");
	if (!load->strings.n)
		return err_fail(err, "no string table");
	if (check_values(load, err) || resolve_types(load, err) ||
	    resolve_mappings(load, err) || resolve_funcs(load, err) ||
	    resolve_locations(load, err) || resolve_frames(load, err) ||
	    resolve_labels(load, err))
		return -1;
	return resolve_header(load, err);
}
