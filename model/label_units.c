#include "config.h"

#include "model/label_units.h"

#include <stdlib.h>
#include <string.h>

/* A clash with its texts at hand, to be sorted. */
struct named_clash {
	struct str key, unit;
	struct label_clash clash;
};

static void note_clash(struct label_units *u, const struct label *l)
{
	size_t n = u->clashes.n;

	if (n && u->clashes.at[n - 1].key.i == l->key.i &&
	    u->clashes.at[n - 1].unit.i == l->unit.i)
		return;
	*vec_push(u->profile->mem, &u->clashes) =
		(struct label_clash){ l->key, l->unit };
}

static void take_set(struct label_units *u, struct label_set set)
{
	for (uint32_t i = 0; i < set.n; i++) {
		const struct label *l = &u->profile->labels.at[set.first + i];
		struct str_id *unit = &u->units[l->key.i];

		if (!l->is_num || !l->unit.i)
			continue;
		if (!unit->i)
			*unit = l->unit;
		else if (unit->i != l->unit.i)
			note_clash(u, l);
	}
}

static int clash_order(const void *a, const void *b)
{
	const struct named_clash *x = a, *y = b;
	int order = str_cmp(x->key, y->key);

	return order ? order : str_cmp(x->unit, y->unit);
}

static void sort_clashes(struct label_units *u)
{
	const struct profile *p = u->profile;
	size_t n = u->clashes.n, size = n * sizeof(struct named_clash);
	struct named_clash *named;

	if (n < 2)
		return;
	named = mem_alloc(p->mem, size);
	for (size_t i = 0; i < n; i++) {
		struct label_clash clash = u->clashes.at[i];

		named[i] = (struct named_clash){
			profile_str(p, clash.key), profile_str(p, clash.unit),
			clash
		};
	}
	qsort(named, n, sizeof(*named), clash_order);
	u->clashes.n = 0;
	for (size_t i = 0; i < n; i++) {
		if (!i || clash_order(&named[i - 1], &named[i]))
			u->clashes.at[u->clashes.n++] = named[i].clash;
	}
	mem_free(p->mem, named, size);
}

void label_units_init(struct label_units *u, const struct profile *p)
{
	bool *seen = mem_alloc(p->mem, p->label_sets.n * sizeof(*seen));

	*u = (struct label_units){ .profile = p };
	u->units = mem_alloc(p->mem, p->strings.at.n * sizeof(*u->units));
	for (size_t i = 0; i < p->rows.n; i++) {
		uint32_t set = p->rows.at[i].labels.i;

		if (seen[set])
			continue;
		seen[set] = true;
		take_set(u, p->label_sets.at[set]);
	}
	mem_free(p->mem, seen, p->label_sets.n * sizeof(*seen));
	sort_clashes(u);
}

void label_units_release(struct label_units *u)
{
	struct mem *mem = u->profile->mem;

	mem_free(mem, u->units, u->profile->strings.at.n * sizeof(*u->units));
	vec_release(mem, &u->clashes);
}

const char *label_units_of(const struct label_units *u, struct str_id key)
{
	const char *name = profile_str(u->profile, key).s;

	if (u->units[key.i].i)
		return profile_str(u->profile, u->units[key.i]).s;
	if (!strcmp(name, "alignment") || !strcmp(name, "request"))
		return "bytes";
	return name;
}
