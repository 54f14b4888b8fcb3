#include "config.h"

#include "model/procmaps.h"

#include <string.h>

#include "model/mapnames.h"
#include "model/maprow.h"
#include "model/ranges.h"
#include "model/scanline.h"

/* Where a main binary that is not relocated starts, as linkers have it. */
enum { FIXED_START = 0x400000 };

struct procmaps {
	struct textlines *lines;	/* borrowed */
	struct profile *profile;	/* borrowed */
	struct mapnames names;
	struct ranges ranges;		/* of mappings */
	struct ranges heads;		/* what may belong before them */
	struct map_id whole;		/* for addresses that are in none */
};

bool procmaps_is_start(struct str line)
{
	return str_has(line, "--- Memory map: ---") ||
	       str_has(line, "MAPPED_LIBRARIES:");
}

int procmaps_seek(struct textlines *lines, struct err *err)
{
	struct str line;
	int more;

	do
		more = textlines_next(lines, &line, err);
	while (more > 0 && !procmaps_is_start(line));
	return more < 0 ? -1 : 0;
}

/* Lines. */

/*
 * Passes over "... FILE:LINE] ", which the glog package writes; the first
 * bracket of the line is that one.
 */
static struct str skip_log(struct str line)
{
	size_t end = 0, digits;
	struct str rest;

	while (end < line.n && line.s[end] != '[' && line.s[end] != ']')
		end++;
	if (end == line.n || line.s[end] == '[')
		return line;
	digits = end;
	while (digits && line.s[digits - 1] >= '0' && line.s[digits - 1] <= '9')
		digits--;
	if (digits == end || digits < 2 || line.s[digits - 1] != ':')
		return line;
	rest = str_skip(line, end + 1);
	return scanline_blank(&rest) ? str_skip(line, end + 2) : line;
}

/* Parts of one file, side by side, the offsets where they are known to be. */
static bool is_adjacent(const struct mapping *a, const struct mapping *b)
{
	if (a->file.i && b->file.i && a->file.i != b->file.i)
		return false;
	if (a->build_id.i && b->build_id.i && a->build_id.i != b->build_id.i)
		return false;
	if (a->limit != b->start)
		return false;
	return !a->offset || !b->offset ||
	       a->offset + (a->limit - a->start) == b->offset;
}

static void add_mapping(struct profile *p, const struct mapping *mapping)
{
	struct mapping *last = p->mappings.n ?
			       &p->mappings.at[p->mappings.n - 1] : NULL;

	if (!last || !is_adjacent(last, mapping)) {
		*vec_push(p->mem, &p->mappings) = *mapping;
		return;
	}
	last->limit = mapping->limit;
	if (mapping->file.i)
		last->file = mapping->file;
	if (mapping->build_id.i)
		last->build_id = mapping->build_id;
}

static void add_row(struct profile *p, const struct maprow *row)
{
	struct mapping mapping = {
		.start = row->start, .limit = row->limit,
		.offset = row->offset,
		.file = strings_intern(&p->strings, row->file.s, row->file.n),
		.build_id = strings_intern(&p->strings, row->build_id.s,
					   row->build_id.n),
	};

	add_mapping(p, &mapping);
}

static int read_line(struct procmaps *maps, struct str line, struct err *err)
{
	struct maprow row;
	const char *why;

	line = skip_log(line);
	if (!mapnames_replace(&maps->names, &line))
		return textlines_fail(maps->lines, err, "longer than 16 KiB "
				      "with what its names stand for");
	switch (maprow_parse(line, &row)) {
	case MAPROW_NONE:
		why = mapnames_add(&maps->names, line);
		if (why)
			textlines_refuse(maps->lines, why);
		break;
	case MAPROW_DATA:
		break;
	case MAPROW_CODE:
		if (maps->profile->mappings.n >= UINT32_MAX - 1)
			return textlines_fail(maps->lines, err,
					      "more than 4294967294 mappings");
		add_row(maps->profile, &row);
		break;
	}
	return 0;
}

static int read_lines(struct procmaps *maps, struct err *err)
{
	struct str line;
	int more;

	while ((more = textlines_next(maps->lines, &line, err)) > 0) {
		if (read_line(maps, line, err))
			return -1;
	}
	return more;
}

/* Mappings. */

/* "libc.so", "libc.so.6", "libc.so_2", wherever in the name that is. */
static bool is_library(struct str file)
{
	static const char suffix[] = ".so";

	for (; file.n; file = str_skip(file, 1)) {
		struct str rest;

		if (!str_starts(file, suffix))
			continue;
		rest = str_skip(file, strlen(suffix));
		if (!rest.n)
			return true;
		if (rest.n > 1 && (*rest.s == '.' || *rest.s == '_') &&
		    rest.s[1] >= '0' && rest.s[1] <= '9')
			return true;
	}
	return false;
}

static bool is_main(struct str file)
{
	static const char deleted[] = "(deleted)";

	while (str_starts(file, deleted))
		file = str_skip(file, strlen(deleted));
	while (str_ends(file, deleted))
		file.n -= strlen(deleted);
	return file.n && file.s[0] != '[' && !is_library(file);
}

/* The first mapping changes places with the one that is the main binary. */
static void move_main(struct profile *p)
{
	struct mapping *at = p->mappings.at, first;

	for (size_t i = 0; i < p->mappings.n; i++) {
		if (!is_main(profile_str(p, at[i].file)))
			continue;
		first = at[0];
		at[0] = at[i];
		at[i] = first;
		return;
	}
}

/*
 * Program text that was moved to huge pages is no file: what follows it tells
 * the main binary.
 */
static void drop_hugepage(struct profile *p)
{
	struct mapping *at = p->mappings.at;

	if (p->mappings.n < 2 || at[0].limit != at[1].start ||
	    !str_starts(profile_str(p, at[0].file), "/anon_hugepage"))
		return;
	p->mappings.n--;
	memmove(at, at + 1, p->mappings.n * sizeof(*at));
}

static void fix_start(struct profile *p)
{
	struct mapping *first = p->mappings.at;

	if (!p->mappings.n || first->start - first->offset != FIXED_START)
		return;
	first->start = FIXED_START;
	first->offset = 0;
}

/* Locations. */

/* Some writers leave out the first part of a file that was mapped in two. */
static bool has_head(const struct mapping *mapping)
{
	return mapping->offset && mapping->offset <= mapping->start &&
	       mapping->start < mapping->limit;
}

static void build_ranges(struct procmaps *maps)
{
	const struct profile *p = maps->profile;

	for (size_t i = 0; i < p->mappings.n; i++) {
		const struct mapping *m = &p->mappings.at[i];

		ranges_bound(&maps->ranges, m->start);
		ranges_bound(&maps->ranges, m->limit);
		if (!has_head(m))
			continue;
		ranges_bound(&maps->ranges, m->start - m->offset);
		ranges_bound(&maps->heads, m->start - m->offset);
		ranges_bound(&maps->heads, m->start);
	}
	ranges_build(&maps->ranges);
	ranges_build(&maps->heads);
	for (size_t i = 0; i < p->mappings.n; i++) {
		const struct mapping *m = &p->mappings.at[i];

		ranges_add(&maps->ranges, m->start, m->limit, (uint32_t)i);
		if (has_head(m))
			ranges_add(&maps->heads, m->start - m->offset,
				   m->start, (uint32_t)i);
	}
}

/* The mapping starts earlier than its row said. */
static void take_head(struct procmaps *maps, uint32_t number)
{
	struct mapping *m = &maps->profile->mappings.at[number];

	m->start -= m->offset;
	m->offset = 0;
	ranges_add(&maps->ranges, m->start, m->limit, number);
}

static struct map_id add_whole(struct procmaps *maps)
{
	struct profile *p = maps->profile;

	*vec_push(p->mem, &p->mappings) =
		(struct mapping){ .limit = UINT64_MAX };
	return (struct map_id){ (uint32_t)p->mappings.n - 1 };
}

/*
 * The reference looks at all mappings in order.  Once there is the one for all
 * addresses, nothing is looked for before the others.
 */
static struct map_id find_mapping(struct procmaps *maps, uint64_t address)
{
	uint32_t number = ranges_find(&maps->ranges, address);

	if (number != RANGES_NONE)
		return (struct map_id){ number };
	if (maps->whole.i != MAPPING_NONE)
		return maps->whole;
	number = ranges_find(&maps->heads, address);
	if (number != RANGES_NONE) {
		take_head(maps, number);
		return (struct map_id){ number };
	}
	maps->whole = add_whole(maps);
	return maps->whole;
}

static void place_locations(struct procmaps *maps)
{
	struct profile *p = maps->profile;

	build_ranges(maps);
	for (size_t i = 0; i < p->locations.n; i++) {
		struct location *loc = &p->locations.at[i];

		if (loc->mapping.i == MAPPING_NONE && loc->address)
			loc->mapping = find_mapping(maps, loc->address);
	}
}

static void finish_mappings(struct procmaps *maps)
{
	struct profile *p = maps->profile;

	move_main(p);
	drop_hugepage(p);
	fix_start(p);
	place_locations(maps);
	for (size_t i = 0; i < p->mappings.n; i++)
		p->mappings.at[i].id = i + 1;
}

int procmaps_read(struct textlines *lines, struct profile *profile,
		  struct err *err)
{
	struct procmaps maps = {
		.lines = lines, .profile = profile,
		.whole = { MAPPING_NONE },
	};
	int result;

	mapnames_init(&maps.names, profile->mem);
	ranges_init(&maps.ranges, profile->mem);
	ranges_init(&maps.heads, profile->mem);
	result = read_lines(&maps, err);
	if (!result)
		finish_mappings(&maps);
	ranges_release(&maps.ranges);
	ranges_release(&maps.heads);
	mapnames_release(&maps.names);
	return result;
}

int procmaps_finish(struct textlines *lines, struct profile *profile,
		    struct err *err)
{
	return procmaps_seek(lines, err) ||
	       procmaps_read(lines, profile, err) ? -1 : 0;
}
