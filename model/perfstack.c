#include "config.h"

#include "model/perfstack.h"

#include <string.h>

#include "model/perfline.h"

enum { NONE = UINT32_MAX };

/* What a line of a frame says; the same one comes again and again. */
struct perf_entry {
	bool is_known, is_frame, is_inlined;
	struct map_id mapping;
	uint64_t address;
	uint32_t first, n;		/* in perfstack.names */
	uint32_t loc;			/* or NONE: not made yet */
};

static void add_name(struct perfstack *s, struct str name)
{
	*vec_push(s->mem, &s->names) = tables_string(s->tables, name);
}

/* Whether names are those of a file that an agent writes for perf. */
static bool is_agent(struct str dso)
{
	struct str base = str_base(dso);

	return base.n > 9 && !memcmp(base.s, "perf-", 5) &&
	       !memcmp(base.s + base.n - 4, ".map", 4);
}

/* Adds names of "A->B->C", the innermost first. */
static void add_chain(struct perfstack *s, struct str names)
{
	for (size_t at = names.n; at > 2; at--) {
		if (names.s[at - 2] != '-' || names.s[at - 1] != '>' ||
		    at == names.n)
			continue;
		add_name(s, (struct str){ names.s + at, names.n - at });
		names.n = at - 2;
		at = names.n + 1;
	}
	add_name(s, names);
}

static void make_entry(struct perfstack *s, struct perf_entry *entry,
		       struct str text)
{
	struct perf_frame frame;
	struct mapping mapping = { 0 };

	*entry = (struct perf_entry){
		.is_known = true, .mapping = { MAPPING_NONE }, .loc = NONE,
		.first = (uint32_t)s->names.n,
	};
	entry->is_frame = perfline_frame(text, &frame);
	if (!entry->is_frame)
		return;
	entry->is_inlined = frame.is_inlined;
	entry->address = frame.address;
	if (frame.dso.n) {
		mapping.file = tables_string(s->tables, frame.dso);
		entry->mapping = tables_mapping(s->tables, &mapping);
	}
	if (frame.symbol.n && is_agent(frame.dso))
		add_chain(s, frame.symbol);
	else if (frame.symbol.n)
		add_name(s, frame.symbol);
	entry->n = (uint32_t)s->names.n - entry->first;
}

/* The number of the entry of the text, 0 when it is no frame. */
static size_t find_entry(struct perfstack *s, struct str text)
{
	size_t i = strings_intern(&s->texts, text.s, text.n).i;

	while (s->entries.n <= i)
		*vec_push(s->mem, &s->entries) = (struct perf_entry){ 0 };
	if (!s->entries.at[i].is_known)
		make_entry(s, &s->entries.at[i], text);
	return s->entries.at[i].is_frame ? i : 0;
}

/* Puts the lines that wait on the stack as one location. */
static struct loc_id end_location(struct perfstack *s, struct location loc)
{
	struct loc_id id;

	loc.n_lines = (uint32_t)s->lines.n;
	id = tables_location(s->tables, loc, s->lines.at);
	s->lines.n = 0;
	*vec_push(s->mem, &s->locs) = id;
	return id;
}

/* Inlined frames whose caller is not there are a location of their own. */
static void end_inlined(struct perfstack *s)
{
	struct location loc = {
		.address = s->inlined_at, .mapping = { MAPPING_NONE }
	};

	if (s->lines.n)
		end_location(s, loc);
}

/* Adds the lines of the last frame to those that wait. */
static void add_lines(struct perfstack *s, const struct perf_entry *entry)
{
	struct func func = { .filename = s->last.file };

	for (uint32_t i = 0; i < entry->n; i++) {
		func.name = s->names.at[entry->first + i];
		func.system_name = tables_system_name(s->tables, func.name);
		*vec_push(s->mem, &s->lines) = (struct line){
			.func = tables_func(s->tables, &func),
			.line = s->last.line,
		};
	}
}

/* Puts the last frame on the stack, now that its place is known. */
static void end_frame(struct perfstack *s)
{
	struct perf_entry *entry;
	struct location loc = { .address = 0 };
	bool is_plain;

	if (!s->last.entry)
		return;
	entry = &s->entries.at[s->last.entry];
	s->last.entry = 0;
	if (s->inlined_at != entry->address)
		end_inlined(s);
	is_plain = !s->lines.n && !s->last.has_place;
	if (is_plain && !s->last.is_inlined && entry->loc != NONE) {
		*vec_push(s->mem, &s->locs) = (struct loc_id){ entry->loc };
		return;
	}
	add_lines(s, entry);
	s->inlined_at = loc.address = entry->address;
	if (s->last.is_inlined)
		return;
	loc.mapping = entry->mapping;
	if (is_plain)
		entry->loc = end_location(s, loc).i;
	else
		end_location(s, loc);
}

void perfstack_init(struct perfstack *s, struct tables *tables)
{
	*s = (struct perfstack){
		.tables = tables, .mem = tables->profile->mem
	};
	strings_init(&s->texts, s->mem);
}

void perfstack_release(struct perfstack *s)
{
	strings_release(&s->texts);
	vec_release(s->mem, &s->entries);
	vec_release(s->mem, &s->lines);
	vec_release(s->mem, &s->names);
	vec_release(s->mem, &s->locs);
}

void perfstack_clear(struct perfstack *s)
{
	s->last = (struct perf_last){ 0 };
	s->lines.n = 0;
	s->locs.n = 0;
}

bool perfstack_is_empty(const struct perfstack *s)
{
	return !s->last.entry && !s->lines.n && !s->locs.n;
}

bool perfstack_add(struct perfstack *s, struct str line)
{
	size_t i = find_entry(s, line);

	if (!i)
		return false;
	end_frame(s);
	s->last = (struct perf_last){
		.entry = i, .is_inlined = s->entries.at[i].is_inlined
	};
	return true;
}

bool perfstack_place(struct perfstack *s, struct str line)
{
	struct perf_place place;

	if (!s->last.entry || s->last.has_place ||
	    !perfline_place(line, &place))
		return false;
	s->last.is_inlined = s->last.is_inlined || place.is_inlined;
	s->last.has_place = place.file.n;
	s->last.file = tables_string(s->tables, place.file);
	s->last.line = place.file.n ? place.line : 0;
	return true;
}

void perfstack_end(struct perfstack *s)
{
	end_frame(s);
	end_inlined(s);
}
