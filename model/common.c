#include "config.h"

#include "model/common.h"

#include <string.h>

#include "model/unit.h"

static const char *type_name(const struct profile *p, size_t type)
{
	return profile_str(p, p->types.at[type].type).s;
}

static const char *type_unit(const struct profile *p, size_t type)
{
	return profile_str(p, p->types.at[type].unit).s;
}

static size_t count_named(const struct profile *p, const char *name)
{
	size_t n = 0;

	for (size_t i = 0; i < p->types.n; i++)
		n += !strcmp(type_name(p, i), name);
	return n;
}

static uint32_t first_named(const struct profile *p, const char *name)
{
	uint32_t i = 0;

	while (strcmp(type_name(p, i), name))
		i++;
	return i;
}

/* A name is common when it stands once in each, as the reference counts. */
static bool is_common(const struct merge_source *sources, size_t n,
		      const char *name)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += count_named(sources[i].profile, name);
	return count == n;
}

static int find_names(struct common *c, const struct merge_source *sources,
		      size_t n, struct err *err)
{
	const struct profile *first = sources[0].profile;

	c->names = arena_array(&c->arena, const char *, first->types.n);
	c->units = arena_array(&c->arena, const char *, first->types.n);
	for (size_t i = 0; i < first->types.n; i++) {
		if (is_common(sources, n, type_name(first, i)))
			c->names[c->n_types++] = type_name(first, i);
	}
	if (c->n_types)
		return 0;
	return err_fail(err, "profiles have no sample type in common; "
			"pprowl -raw FILE lists those of each");
}

static void map_types(struct common *c, struct common_map *map,
		      const struct profile *p)
{
	map->types = arena_array(&c->arena, uint32_t, c->n_types);
	map->ratios = arena_array(&c->arena, double, c->n_types);
	map->is_reordered = p->types.n != c->n_types;
	for (size_t i = 0; i < c->n_types; i++) {
		map->types[i] = first_named(p, c->names[i]);
		map->ratios[i] = 1;
		if (map->types[i] != i)
			map->is_reordered = true;
	}
}

/* The finer of two units that are of one kind. */
static const char *finer_unit(const char *a, const char *b)
{
	const char *spelling;

	return unit_scale(1, b, a, &spelling) < 1 ? b : a;
}

static int find_unit(struct common *c, const struct merge_source *sources,
		     size_t n, size_t type, struct err *err)
{
	const char *unit = type_unit(sources[0].profile,
				     c->maps[0].types[type]);

	for (size_t i = 1; i < n; i++) {
		const char *other = type_unit(sources[i].profile,
					      c->maps[i].types[type]);

		if (!unit_compatible("", unit, "", other))
			return err_fail(err, "sample type %s is in %s in one "
					"profile and in %s in another",
					c->names[type], unit, other);
		unit = finer_unit(unit, other);
	}
	c->units[type] = unit;
	return 0;
}

static void find_ratios(struct common *c, const struct merge_source *sources,
			size_t n, size_t type)
{
	const char *spelling;

	for (size_t i = 0; i < n; i++) {
		struct common_map *map = &c->maps[i];
		const char *unit = type_unit(sources[i].profile,
					     map->types[type]);

		map->ratios[type] = unit_scale(1, unit, c->units[type],
					       &spelling);
		if (map->ratios[type] != 1)
			map->is_scaled = true;
	}
}

static int find_period(struct common *c, const struct merge_source *sources,
		       size_t n, struct err *err)
{
	const struct profile *p = sources[0].profile;

	c->period_type = profile_str(p, p->period_type.type).s;
	c->period_unit = profile_str(p, p->period_type.unit).s;
	for (size_t i = 1; i < n; i++) {
		const struct profile *q = sources[i].profile;
		const char *type = profile_str(q, q->period_type.type).s;
		const char *unit = profile_str(q, q->period_type.unit).s;

		if (strcmp(type, c->period_type) ||
		    !unit_compatible(type, c->period_unit, type, unit))
			return err_fail(err, "incompatible period types: "
					"%s %s and %s %s", c->period_type,
					c->period_unit, type, unit);
		c->period_unit = finer_unit(c->period_unit, unit);
	}
	return 0;
}

int common_build(struct common *c, const struct merge_source *sources,
		 size_t n, struct mem *mem, struct err *err)
{
	*c = (struct common){ .n_types = 0 };
	arena_init(&c->arena, mem);
	c->maps = arena_array(&c->arena, struct common_map, n);
	if (find_names(c, sources, n, err) || find_period(c, sources, n, err))
		return -1;
	for (size_t i = 0; i < n; i++)
		map_types(c, &c->maps[i], sources[i].profile);
	for (size_t type = 0; type < c->n_types; type++) {
		if (find_unit(c, sources, n, type, err))
			return -1;
		if (n > 1)
			find_ratios(c, sources, n, type);
	}
	return 0;
}

void common_release(struct common *c)
{
	arena_release(&c->arena);
}
