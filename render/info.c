#include "config.h"

#include "render/info.h"

#include "model/facts.h"
#include "model/lanes.h"
#include "model/origin.h"

static struct info_row *add_row(struct info *info, struct str group,
				struct str name)
{
	struct info_row *row = vec_push(info->profile->mem, &info->rows);

	*row = (struct info_row){ .group = group, .name = name };
	return row;
}

static void set_number(struct info_row *row, int side, int64_t number)
{
	row->sides[side] = (struct info_value){
		.is_known = true, .number = number
	};
}

/* Facts of one group. */

/* How the facts of a kind are shown; their unit where that has one. */
static const struct {
	enum info_kind kind;
	const char *unit;
} shown[] = {
	[FACT_TEXT] = { INFO_TEXT, "" },
	[FACT_COUNT] = { INFO_NUMBER, "count" },
	[FACT_BYTES] = { INFO_NUMBER, "bytes" },
	[FACT_NANOSECONDS] = { INFO_DURATION, "nanoseconds" },
	[FACT_TIME] = { INFO_TIME, "nanoseconds" },
};

/* The rows of the base that no fact of the current side has been put in yet. */
struct matching {
	struct info *info;
	struct str_id group;
	uint32_t *first;	/* of each name: a row, plus one */
	VEC(uint32_t) next;	/* of each row of the group, likewise */
	size_t start;		/* of the group's rows */
};

static void put_fact(struct info_row *row, const struct info *info,
		     const struct fact *fact)
{
	row->sides[fact->side] = (struct info_value){
		.is_known = true, .number = fact->number,
		.text = profile_str(info->profile, fact->text),
	};
}

static struct info_row *add_fact(struct info *info, const struct fact *fact)
{
	const struct profile *p = info->profile;
	struct info_row *row = add_row(info, profile_str(p, fact->group),
				       profile_str(p, fact->name));

	row->kind = shown[fact->kind].kind;
	row->unit = str_of(shown[fact->kind].unit);
	row->is_common = info->is_both;
	put_fact(row, info, fact);
	return row;
}

/* Rows of the current side can be found by name, the first of a name first. */
static void index_rows(struct matching *m)
{
	const struct profile *p = m->info->profile;
	size_t n = m->next.n, at = n;

	for (size_t i = p->facts.n; i-- && at;) {
		const struct fact *fact = &p->facts.at[i];

		if (fact->group.i != m->group.i || fact->side != SIDE_CURRENT)
			continue;
		at--;
		m->next.at[at] = m->first[fact->name.i];
		m->first[fact->name.i] = (uint32_t)at + 1;
	}
}

static void add_side(struct matching *m, int side)
{
	const struct profile *p = m->info->profile;

	for (size_t i = 0; i < p->facts.n; i++) {
		const struct fact *fact = &p->facts.at[i];
		struct info_row *row = NULL;
		uint32_t *first = &m->first[fact->name.i];

		if (fact->group.i != m->group.i || fact->side != side)
			continue;
		if (side == SIDE_BASE && *first) {
			row = &m->info->rows.at[m->start + *first - 1];
			*first = m->next.at[*first - 1];
		}
		if (row && row->kind == shown[fact->kind].kind)
			put_fact(row, m->info, fact);
		else
			add_fact(m->info, fact);
		if (side == SIDE_CURRENT)
			*vec_push(p->mem, &m->next) = 0;
	}
}

/* One source a side at the most: what has the same name is one row. */
static void add_matched(struct info *info, struct str_id group)
{
	const struct profile *p = info->profile;
	size_t size = p->strings.at.n * sizeof(uint32_t);
	struct matching m = {
		.info = info, .group = group, .start = info->rows.n,
		.first = mem_alloc(p->mem, size),
	};

	add_side(&m, SIDE_CURRENT);
	index_rows(&m);
	add_side(&m, SIDE_BASE);
	mem_free(p->mem, m.first, size);
	vec_release(p->mem, &m.next);
}

static void add_by_source(struct info *info, struct str_id group)
{
	const struct profile *p = info->profile;

	for (size_t i = 0; i < p->facts.n; i++) {
		const struct fact *fact = &p->facts.at[i];

		if (fact->group.i == group.i)
			add_fact(info, fact)->source = fact->source + 1;
	}
}

static bool has_source(const struct fact *fact)
{
	return fact->source != FACT_NO_SOURCE;
}

/* What is in no number below, whatever side it was meant for. */
static void add_not_read(struct info *info)
{
	const struct profile *p = info->profile;

	for (size_t i = 0; i < p->facts.n; i++) {
		struct info_row *row;

		if (has_source(&p->facts.at[i]))
			continue;
		row = add_fact(info, &p->facts.at[i]);
		row->is_common = row->is_path = true;
	}
}

/* Whether one source is both sides, as a differential folded text is. */
static bool is_both(const struct profile *p)
{
	for (size_t i = 0; i < p->facts.n; i++) {
		const struct fact *fact = &p->facts.at[i];

		if (has_source(fact) && (fact->source || fact->side))
			return false;
	}
	return p->n_sides > 1;
}

/* Whether a side has more than one source. */
static bool has_several(const struct profile *p)
{
	int64_t source[SIDES] = { -1, -1 };

	for (size_t i = 0; i < p->facts.n; i++) {
		const struct fact *fact = &p->facts.at[i];
		int64_t *seen = &source[fact->side];

		if (!has_source(fact))
			continue;
		if (*seen >= 0 && *seen != fact->source)
			return true;
		*seen = fact->source;
	}
	return false;
}

/* Groups in the order of their first fact, but for where profiles are from. */
static void add_facts(struct info *info, bool of_origin)
{
	const struct profile *p = info->profile;
	size_t n = p->strings.at.n;
	bool *seen = mem_alloc(p->mem, n), is_by_source = has_several(p);

	for (size_t i = 0; i < p->facts.n; i++) {
		const struct fact *fact = &p->facts.at[i];
		bool is_origin = str_is(profile_str(p, fact->group),
					ORIGIN_GROUP);

		if (!has_source(fact))
			continue;
		if (fact->source >= info->n_sources)
			info->n_sources = fact->source + 1;
		if (seen[fact->group.i] || is_origin != of_origin)
			continue;
		seen[fact->group.i] = true;
		if (is_by_source)
			add_by_source(info, fact->group);
		else
			add_matched(info, fact->group);
	}
	mem_free(p->mem, seen, n);
}

/* What is computed. */

static bool add_types(struct info *info, const _Atomic bool *cancel)
{
	const struct profile *p = info->profile;

	for (size_t i = 0; i < p->types.n; i++) {
		struct view view = {
			.type = i, .compare = p->n_sides > 1 ? COMPARE_BOTH :
							      COMPARE_CURRENT,
		};
		struct info_row *row = add_row(info, str_of("sample types"),
			profile_str(p, p->types.at[i].type));
		struct lanes lanes;

		if (cancel_is_set(cancel))
			return false;
		lanes_init(&lanes, p, &view);
		row->kind = INFO_NUMBER;
		row->unit = profile_str(p, p->types.at[i].unit);
		for (int side = 0; side < p->n_sides; side++)
			set_number(row, side, lanes.totals[side]);
		lanes_release(&lanes);
	}
	return true;
}

static void add_sizes(struct info *info)
{
	const struct profile *p = info->profile;
	/* The first set is that of samples without a label. */
	const struct {
		const char *name;
		size_t n;
	} sizes[] = {
		{ "samples, merged", p->rows.n },
		{ "label sets", p->label_sets.n - (p->label_sets.n > 0) },
		{ "locations", p->locations.n },
		{ "functions", p->funcs.n },
		{ "mappings", p->mappings.n },
	};

	/* Of one source its own facts have them. */
	for (size_t i = info->n_sources > 1 ? 0 : 1; i < ARRAY_SIZE(sizes);
	     i++) {
		struct info_row *row = add_row(info, str_of("tables"),
					       str_of(sizes[i].name));

		row->kind = INFO_NUMBER;
		row->unit = str_of("count");
		row->is_common = true;
		set_number(row, SIDE_CURRENT, (int64_t)sizes[i].n);
	}
}

static void add_comments(struct info *info)
{
	const struct profile *p = info->profile;

	for (size_t i = 0; i < p->comments.n; i++) {
		struct info_row *row = add_row(info, str_of("comments"),
					       str_of(""));

		row->is_common = true;
		row->sides[SIDE_CURRENT] = (struct info_value){
			.is_known = true,
			.text = profile_str(p, p->comments.at[i]),
		};
	}
}

bool info_init(struct info *info, const struct profile *profile,
	       const _Atomic bool *cancel)
{
	*info = (struct info){
		.profile = profile, .is_both = is_both(profile),
	};
	add_facts(info, true);
	add_not_read(info);
	if (!add_types(info, cancel))
		return false;
	add_sizes(info);
	add_comments(info);
	add_facts(info, false);
	return true;
}

void info_release(struct info *info)
{
	vec_release(info->profile->mem, &info->rows);
}

size_t info_block(const struct info *info, size_t i)
{
	const struct info_row *first = &info->rows.at[i];

	while (i < info->rows.n &&
	       str_same(info->rows.at[i].group, first->group) &&
	       info->rows.at[i].source == first->source)
		i++;
	return i;
}
