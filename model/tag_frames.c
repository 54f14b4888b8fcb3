#include "config.h"

#include "model/tag_frames.h"

#include <string.h>

#include "model/hash.h"
#include "model/index.h"

/* A key of either list, and whether some row has it. */
struct frame_key {
	const char *text;
	size_t n;
	bool is_met;
};

struct framing {
	struct profile *profile;
	const struct tag_frames *frames;
	VEC(struct frame_key) keys;	/* of the root, then of the leaf */
	size_t n_root;
	/* The frames of a label set, one a key in that order, once met. */
	struct loc_id *of_sets;
	bool *is_met;			/* one a label set */
	uint32_t first_location, first_func;	/* made here */
	uint64_t next_id;
	struct index index;		/* of the functions made here */
	uint64_t seed;
	struct buf text;
};

static void add_keys(struct framing *f, const char *list)
{
	while (*list) {
		size_t n = strcspn(list, ",");

		if (n)
			*vec_push(f->profile->mem, &f->keys) =
				(struct frame_key){ list, n, false };
		list += n + (list[n] == ',');
	}
}

static bool has_key(const struct profile *p, const struct label *label,
		    const struct frame_key *key)
{
	struct str s = profile_str(p, label->key);

	return s.n == key->n && !memcmp(s.s, key->text, s.n);
}

/*
 * A number whose key has no unit in this row is printed plain, whatever unit
 * is asked for.
 */
static void add_number(struct framing *f, const struct label *label,
		       bool has_units)
{
	const struct profile *p = f->profile;

	f->frames->format(&f->text, label->num, profile_str(p, label->unit).s,
			  has_units ? f->frames->unit : "");
}

/* Makes the text of the labels of a key; returns whether there are any. */
static bool name_frame(struct framing *f, struct label_set set,
		       const struct frame_key *key)
{
	const struct profile *p = f->profile;
	const struct label *labels = p->labels.at + set.first;
	bool has_units = false, has_any = false;

	buf_clear(&f->text);
	for (uint32_t i = 0; i < set.n; i++)
		has_units = has_units || (labels[i].is_num &&
					  labels[i].unit.i &&
					  has_key(p, &labels[i], key));
	for (uint32_t i = 0; i < set.n; i++) {
		struct str s = profile_str(p, labels[i].str);

		if (!has_key(p, &labels[i], key))
			continue;
		buf_adds(&f->text, has_any ? "," : "");
		has_any = true;
		if (labels[i].is_num)
			add_number(f, &labels[i], has_units);
		else
			buf_add(&f->text, s.s, s.n);
	}
	return has_any;
}

struct wanted {
	const struct framing *framing;
	struct str_id name, file;
};

static bool same_func(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;
	const struct framing *f = w->framing;
	const struct func *func =
		&f->profile->funcs.at[f->first_func + number];

	return func->name.i == w->name.i && func->filename.i == w->file.i;
}

static void add_location(struct framing *f, const struct wanted *wanted)
{
	struct profile *p = f->profile;
	struct func_id func = { (uint32_t)p->funcs.n };
	uint32_t line = (uint32_t)p->lines.n;

	*vec_push(p->mem, &p->funcs) = (struct func){
		.name = wanted->name, .filename = wanted->file,
	};
	*vec_push(p->mem, &p->lines) = (struct line){ .func = func };
	*vec_push(p->mem, &p->locations) = (struct location){
		.id = f->next_id++, .mapping = { MAPPING_NONE },
		.first_line = line, .n_lines = 1,
	};
}

/* The location of the text that was made, in the file of the key. */
static struct loc_id intern_frame(struct framing *f,
				  const struct frame_key *key)
{
	struct strings *strings = &f->profile->strings;
	struct wanted wanted = { .framing = f };
	uint32_t number;
	uint64_t hash;

	wanted.name = strings_intern(strings, buf_str(&f->text), f->text.n);
	wanted.file = strings_intern(strings, key->text, key->n);
	hash = hash_mix(hash_mix(f->seed, wanted.name.i), wanted.file.i);
	number = index_find(&f->index, hash, same_func, &wanted);
	if (number == INDEX_NONE) {
		number = (uint32_t)(f->profile->funcs.n - f->first_func);
		add_location(f, &wanted);
		index_add(&f->index, hash, number);
	}
	return (struct loc_id){ f->first_location + number };
}

/* Both lists from their last key on, which is how the reference counts. */
static void frame_set(struct framing *f, uint32_t number)
{
	struct label_set set = f->profile->label_sets.at[number];
	struct loc_id *out = f->of_sets + (size_t)number * f->keys.n;
	const size_t ends[] = { f->n_root, f->keys.n };
	size_t lo = 0;

	f->is_met[number] = true;
	for (int list = 0; list < 2; list++) {
		for (size_t i = ends[list]; i-- > lo; ) {
			struct frame_key *key = &f->keys.at[i];

			if (name_frame(f, set, key))
				key->is_met = true;
			out[i] = intern_frame(f, key);
		}
		lo = ends[list];
	}
}

/* Leaf first: the leaf's keys, the stack, the root's keys. */
static struct loc_id *put_stack(const struct framing *f, const struct row *row,
				struct loc_id *at)
{
	const struct profile *p = f->profile;
	const struct loc_id *of_set =
		f->of_sets + (size_t)row->labels.i * f->keys.n;

	for (size_t i = f->keys.n; i-- > f->n_root; )
		*at++ = of_set[i];
	if (row->depth)
		memcpy(at, p->frames.at + row->first,
		       row->depth * sizeof(*at));
	at += row->depth;
	for (size_t i = f->n_root; i--; )
		*at++ = of_set[i];
	return at;
}

static void put_rows(struct framing *f, size_t n_frames)
{
	struct profile *p = f->profile;
	VEC(struct loc_id) frames = { NULL, 0, 0 };
	struct loc_id *at;

	vec_reserve(p->mem, &frames, n_frames + 1);
	at = frames.at;
	for (size_t i = 0; i < p->rows.n; i++) {
		struct row *row = &p->rows.at[i];
		uint32_t first = (uint32_t)(at - frames.at);

		at = put_stack(f, row, at);
		row->first = first;
		row->depth += (uint32_t)f->keys.n;
	}
	vec_release(p->mem, &p->frames);
	p->frames.at = frames.at;
	p->frames.n = n_frames;
	p->frames.cap = frames.cap;
}

static size_t count_frames(const struct framing *f)
{
	const struct profile *p = f->profile;
	size_t n = p->rows.n * f->keys.n;

	for (size_t i = 0; i < p->rows.n; i++)
		n += p->rows.at[i].depth;
	return n;
}

/* One behind the largest there is. */
static uint64_t next_id(const struct profile *p)
{
	uint64_t max = 0;

	for (size_t i = 0; i < p->locations.n; i++) {
		if (p->locations.at[i].id > max)
			max = p->locations.at[i].id;
	}
	return max + 1;
}

static void add_frames(struct framing *f, size_t n_frames)
{
	struct profile *p = f->profile;
	size_t size = p->label_sets.n * f->keys.n * sizeof(*f->of_sets);

	f->first_location = (uint32_t)p->locations.n;
	f->first_func = (uint32_t)p->funcs.n;
	f->next_id = next_id(p);
	f->seed = hash_seed();
	index_init(&f->index, p->mem);
	f->of_sets = mem_alloc(p->mem, size);
	f->is_met = mem_alloc(p->mem, p->label_sets.n);
	for (size_t i = 0; i < p->rows.n; i++) {
		uint32_t set = p->rows.at[i].labels.i;

		if (!f->is_met[set])
			frame_set(f, set);
	}
	put_rows(f, n_frames);
	mem_free(p->mem, f->of_sets, size);
	mem_free(p->mem, f->is_met, p->label_sets.n);
	index_release(&f->index);
	buf_release(&f->text);
}

static bool is_met(const struct framing *f, size_t lo, size_t hi)
{
	for (size_t i = lo; i < hi; i++) {
		if (f->keys.at[i].is_met)
			return true;
	}
	return false;
}

int tag_frames_add(struct profile *p, const struct tag_frames *frames,
		   bool *has_root, bool *has_leaf, struct err *err)
{
	struct framing f = { .profile = p, .frames = frames };
	size_t n_frames;
	int result = 0;

	add_keys(&f, frames->root);
	f.n_root = f.keys.n;
	add_keys(&f, frames->leaf);
	n_frames = count_frames(&f);
	if (n_frames > UINT32_MAX)
		result = err_fail(err, "-tagroot, -tagleaf: more than %u "
				  "frames", UINT32_MAX);
	else if (f.keys.n)
		add_frames(&f, n_frames);
	*has_root = is_met(&f, 0, f.n_root);
	*has_leaf = is_met(&f, f.n_root, f.keys.n);
	vec_release(p->mem, &f.keys);
	return result;
}
