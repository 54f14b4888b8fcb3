#include "config.h"

#include "model/profile.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "model/buf.h"
#include "model/err.h"

/*
 * What slices of are made must not be NULL: a location may have no lines and
 * a row no frames, and even nothing added to NULL is undefined.
 */
void profile_init(struct profile *profile, struct mem *mem)
{
	*profile = (struct profile){ .mem = mem, .n_sides = 1 };
	strings_init(&profile->strings, mem);
	vec_reserve(mem, &profile->lines, 1);
	vec_reserve(mem, &profile->labels, 1);
	vec_reserve(mem, &profile->frames, 1);
	*vec_push(mem, &profile->label_sets) = (struct label_set){ 0, 0 };
}

void profile_release(struct profile *profile)
{
	struct mem *mem = profile->mem;

	vec_release(mem, &profile->types);
	vec_release(mem, &profile->funcs);
	vec_release(mem, &profile->mappings);
	vec_release(mem, &profile->lines);
	vec_release(mem, &profile->locations);
	vec_release(mem, &profile->labels);
	vec_release(mem, &profile->label_sets);
	vec_release(mem, &profile->frames);
	vec_release(mem, &profile->rows);
	for (int side = 0; side < SIDES; side++)
		vec_release(mem, &profile->values[side]);
	vec_release(mem, &profile->comments);
	vec_release(mem, &profile->facts);
	strings_release(&profile->strings);
}

/* The first type with one of two names. */
static int type_named(const struct profile *p, struct str name,
		      struct str other)
{
	struct str type;

	for (size_t i = 0; i < p->types.n; i++) {
		type = profile_str(p, p->types.at[i].type);
		if (!str_cmp(type, name) || !str_cmp(type, other))
			return (int)i;
	}
	return -1;
}

static struct str without_inuse(struct str name)
{
	static const char inuse[] = "inuse_";
	size_t n = strlen(inuse);

	if (name.n < n || memcmp(name.s, inuse, n))
		return name;
	return (struct str){ name.s + n, name.n - n };
}

static int type_default(const struct profile *p)
{
	struct str name = profile_str(p, p->default_type);
	int found = name.n ? type_named(p, name, name) : -1;

	return found >= 0 ? found : (int)p->types.n - 1;
}

/* The number, when the whole of the text is one; strtol skips blanks. */
static bool parse_number(const char *text, long *number)
{
	char *end;

	if (strspn(text, "+-0123456789") != strlen(text))
		return false;
	errno = 0;
	*number = strtol(text, &end, 10);
	return !errno && end != text && !*end;
}

static void list_types(const struct profile *p, struct buf *out)
{
	for (size_t i = 0; i < p->types.n; i++) {
		struct str type = profile_str(p, p->types.at[i].type);

		if (i)
			buf_addc(out, ' ');
		buf_add(out, type.s, type.n);
	}
}

static int fail_unknown(const struct profile *p, const char *name,
			struct err *err)
{
	struct buf names = BUF_INIT;

	list_types(p, &names);
	err_set(err, "sample_index \"%s\" must be one of: [%s]", name,
		buf_str(&names));
	buf_release(&names);
	return -1;
}

int profile_type_find(const struct profile *p, const char *name,
		      struct err *err)
{
	struct str text = { name, strlen(name) };
	long number;
	int found;

	if (!p->types.n)
		return err_fail(err, "profile has no samples");
	if (!*name)
		return type_default(p);
	if (parse_number(name, &number)) {
		if (number < 0 || (size_t)number >= p->types.n)
			return err_fail(err, "sample_index %s is outside the "
					"range [0..%zu]", name,
					p->types.n - 1);
		return (int)number;
	}
	found = type_named(p, text, without_inuse(text));
	return found >= 0 ? found : fail_unknown(p, name, err);
}

struct keyed_label {
	struct label label;
	struct str key;
	size_t at;
};

static int label_order(const void *a, const void *b)
{
	const struct keyed_label *x = a, *y = b;
	int order;

	if (x->label.is_num != y->label.is_num)
		return x->label.is_num ? 1 : -1;
	order = str_cmp(x->key, y->key);
	return order ? order : (x->at > y->at) - (x->at < y->at);
}

void profile_sort_labels(const struct profile *p, struct label *labels,
			 size_t n)
{
	struct keyed_label *keyed;

	if (n < 2)
		return;
	keyed = mem_alloc(p->mem, n * sizeof(*keyed));
	for (size_t i = 0; i < n; i++)
		keyed[i] = (struct keyed_label){
			labels[i], profile_str(p, labels[i].key), i
		};
	qsort(keyed, n, sizeof(*keyed), label_order);
	for (size_t i = 0; i < n; i++)
		labels[i] = keyed[i].label;
	mem_free(p->mem, keyed, n * sizeof(*keyed));
}

struct labels_id profile_add_labels(struct profile *p, struct label *labels,
				    size_t n)
{
	struct label_set set = { (uint32_t)p->labels.n, (uint32_t)n };

	if (!n)
		return (struct labels_id){ 0 };
	profile_sort_labels(p, labels, n);
	for (size_t i = 0; i < n; i++)
		*vec_push(p->mem, &p->labels) = labels[i];
	*vec_push(p->mem, &p->label_sets) = set;
	return (struct labels_id){ (uint32_t)p->label_sets.n - 1 };
}
