#include "config.h"

#include "model/common.h"

#include "model/facts.h"
#include "model/lanes.h"
#include "model/unit.h"

enum { TWICE = UINT32_MAX };

static struct str type_name(const struct profile *p, size_t type)
{
	return profile_str(p, p->types.at[type].type);
}

static struct str type_unit(const struct profile *p, size_t type)
{
	return profile_str(p, p->types.at[type].unit);
}

static uint32_t name_id(struct strings *names, struct str name)
{
	return strings_intern(names, name.s, name.n).i;
}

/* Where a profile has the type of each name, plus one; 0 is nowhere. */
static uint32_t *find_places(struct common *c, struct strings *names,
			     const struct profile *p)
{
	uint32_t *places = arena_array(&c->arena, uint32_t, names->at.n);

	for (uint32_t i = 0; i < p->types.n; i++) {
		uint32_t *place = &places[name_id(names, type_name(p, i))];

		*place = *place ? TWICE : i + 1;
	}
	return places;
}

/* A name is common when it stands once in each. */
static bool is_common(uint32_t *const *places, size_t n, uint32_t id)
{
	for (size_t i = 0; i < n; i++) {
		if (!places[i][id] || places[i][id] == TWICE)
			return false;
	}
	return true;
}

static void add_type(struct common *c, uint32_t *const *places, size_t n,
		     uint32_t id)
{
	for (size_t i = 0; i < n; i++) {
		struct common_map *map = &c->maps[i];

		map->types[c->n_types] = places[i][id] - 1;
		map->ratios[c->n_types] = 1;
		if (map->types[c->n_types] != c->n_types)
			map->is_reordered = true;
	}
	c->n_types++;
}

static void map_types(struct common *c, const struct merge_source *sources,
		      size_t n, struct strings *names)
{
	const struct profile *first = sources[0].profile;
	uint32_t **places = arena_array(&c->arena, uint32_t *, n);

	for (size_t i = 0; i < n; i++) {
		struct common_map *map = &c->maps[i];

		places[i] = find_places(c, names, sources[i].profile);
		map->types = arena_array(&c->arena, uint32_t, first->types.n);
		map->ratios = arena_array(&c->arena, double, first->types.n);
	}
	for (size_t i = 0; i < first->types.n; i++) {
		struct str name = type_name(first, i);
		uint32_t id = name_id(names, name);

		if (!is_common(places, n, id))
			continue;
		c->names[c->n_types] = name;
		add_type(c, places, n, id);
	}
}

static int find_types(struct common *c, const struct merge_source *sources,
		      size_t n, struct err *err)
{
	const struct profile *first = sources[0].profile;
	struct strings names;

	c->names = arena_array(&c->arena, struct str, first->types.n);
	c->units = arena_array(&c->arena, struct str, first->types.n);
	strings_init(&names, c->arena.mem);
	for (size_t i = 0; i < n; i++) {
		const struct profile *p = sources[i].profile;

		for (size_t k = 0; k < p->types.n; k++)
			name_id(&names, type_name(p, k));
	}
	map_types(c, sources, n, &names);
	strings_release(&names);
	for (size_t i = 0; i < n; i++) {
		if (sources[i].profile->types.n != c->n_types)
			c->maps[i].is_reordered = true;
	}
	return c->n_types ? 0 :
	       err_fail(err, "profiles have empty common sample type "
			"list; pprowl -raw FILE lists those of each");
}

/* The finer of two units that are of one kind. */
static struct str finer_unit(struct str a, struct str b)
{
	const char *spelling;

	return unit_scale(1, b.s, a.s, &spelling) < 1 ? b : a;
}

static int find_unit(struct common *c, const struct merge_source *sources,
		     size_t n, size_t type, struct err *err)
{
	struct str unit = type_unit(sources[0].profile,
				    c->maps[0].types[type]);

	for (size_t i = 1; i < n; i++) {
		struct str other = type_unit(sources[i].profile,
					     c->maps[i].types[type]);

		if (!unit_compatible("", unit.s, "", other.s))
			return err_fail(err, "sample type %.80s is in %.80s in "
					"one profile and in %.80s in another",
					c->names[type].s, unit.s, other.s);
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
		struct str unit = type_unit(sources[i].profile,
					    map->types[type]);

		map->ratios[type] = unit_scale(1, unit.s, c->units[type].s,
					       &spelling);
		if (map->ratios[type] != 1)
			map->is_scaled = true;
	}
}

static int find_period(struct common *c, const struct merge_source *sources,
		       size_t n, struct err *err)
{
	const struct profile *p = sources[0].profile;

	c->period_type = profile_str(p, p->period_type.type);
	c->period_unit = profile_str(p, p->period_type.unit);
	for (size_t i = 1; i < n; i++) {
		const struct profile *q = sources[i].profile;
		struct str type = profile_str(q, q->period_type.type);
		struct str unit = profile_str(q, q->period_type.unit);

		if (str_cmp(type, c->period_type) ||
		    !unit_compatible("", c->period_unit.s, "", unit.s))
			return err_fail(err, "incompatible period types: "
					"%.80s %.80s and %.80s %.80s",
					c->period_type.s, c->period_unit.s,
					type.s, unit.s);
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
	if (find_types(c, sources, n, err) || find_period(c, sources, n, err))
		return -1;
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

static struct str_id intern(struct profile *out, struct str s)
{
	return strings_intern(&out->strings, s.s, s.n);
}

static struct str_id copy_str(struct profile *out, const struct profile *from,
			      struct str_id id)
{
	return intern(out, profile_str(from, id));
}

static int64_t scaled_period(const struct common *c, const struct profile *p)
{
	const char *unit = profile_str(p, p->period_type.unit).s, *spelling;

	return lanes_cut(unit_scale(p->period, unit, c->period_unit.s,
				    &spelling));
}

/*
 * A profile whose types had to be put in order, and whose default type is not
 * among the common ones, has the first as its default.
 */
static struct str_id default_type(struct profile *out, const struct common *c,
				  const struct common_map *map,
				  const struct profile *p)
{
	struct str name = profile_str(p, p->default_type);

	for (size_t i = 0; map->is_reordered && i < c->n_types; i++) {
		if (!str_cmp(c->names[i], name))
			return intern(out, name);
	}
	return intern(out, map->is_reordered ? c->names[0] : name);
}

/* What any of the profiles may add to. */
static void add_header(struct profile *out, const struct common *c,
		       const struct common_map *map, const struct profile *p)
{
	int64_t period = scaled_period(c, p);

	if (!out->time_nanos || p->time_nanos < out->time_nanos)
		out->time_nanos = p->time_nanos;
	out->duration_nanos = lanes_add(out->duration_nanos,
					p->duration_nanos);
	if (!out->period || out->period < period)
		out->period = period;
	for (size_t i = 0; i < p->comments.n; i++)
		*vec_push(out->mem, &out->comments) =
			copy_str(out, p, p->comments.at[i]);
	if (!out->default_type.i)
		out->default_type = default_type(out, c, map, p);
	if (!out->doc_url.i)
		out->doc_url = copy_str(out, p, p->doc_url);
}

/* Leaves the first of equal comments. */
static void unite_comments(struct profile *out)
{
	bool *seen = mem_alloc(out->mem, out->strings.at.n);
	size_t n = 0;

	for (size_t i = 0; i < out->comments.n; i++) {
		struct str_id id = out->comments.at[i];

		if (!seen[id.i])
			out->comments.at[n++] = id;
		seen[id.i] = true;
	}
	out->comments.n = n;
	mem_free(out->mem, seen, out->strings.at.n);
}

void common_headers(struct profile *out, const struct common *c,
		    const struct merge_source *sources, size_t n)
{
	const struct profile *first = sources[0].profile;

	for (size_t i = 0; i < c->n_types; i++)
		*vec_push(out->mem, &out->types) = (struct value_type){
			intern(out, c->names[i]), intern(out, c->units[i])
		};
	out->period_type.type = intern(out, c->period_type);
	out->period_type.unit = intern(out, c->period_unit);
	out->drop_frames = copy_str(out, first, first->drop_frames);
	out->keep_frames = copy_str(out, first, first->keep_frames);
	for (size_t i = 0; i < n; i++) {
		add_header(out, c, &c->maps[i], sources[i].profile);
		facts_take(out, sources[i].profile, sources[i].side);
		if (sources[i].side >= out->n_sides)
			out->n_sides = sources[i].side + 1;
	}
	unite_comments(out);
}
