#include "config.h"

#include "model/gostack.h"

#include "model/scanline.h"

/*
 * How many addresses in a row may be without a comment: as many as Go records
 * of a stack by default.
 */
enum { HIDDEN_MAX = 128 };

enum { NOWHERE = UINT32_MAX };

void gostack_init(struct gostack *stack, struct tables *tables)
{
	*stack = (struct gostack){ .tables = tables };
	idmap_init(&stack->addresses, tables->profile->mem);
}

void gostack_release(struct gostack *stack)
{
	struct mem *mem = stack->tables->profile->mem;

	vec_release(mem, &stack->spots);
	vec_release(mem, &stack->calls);
	vec_release(mem, &stack->lines);
	vec_release(mem, &stack->frames);
	vec_release(mem, &stack->names);
	idmap_release(&stack->addresses);
}

void gostack_clear(struct gostack *stack)
{
	stack->spots.n = stack->calls.n = 0;
}

void gostack_add(struct gostack *stack, uint64_t address)
{
	*vec_push(stack->tables->profile->mem, &stack->spots) =
		(struct gospot){ .address = address - 1 };
}

/* Comments. */

/* Takes "main.f+0x24" up to the blank behind it. */
static bool take_function(struct str *line, struct str *name, uint64_t *offset)
{
	for (size_t i = 0; i + 3 < line->n; i++) {
		struct str rest = { line->s + i, line->n - i };

		if (!scanline_word(&rest, "+0x") ||
		    !scanline_hex(&rest, offset) || !scanline_blank(&rest))
			continue;
		*name = (struct str){ line->s, i };
		*line = rest;
		return true;
	}
	return false;
}

/* Takes "main.go:846", which may have colons and blanks of its own. */
static bool take_place(struct str line, struct str *file, int64_t *number)
{
	size_t at = line.n;

	while (at && line.s[at - 1] != ':')
		at--;
	if (!at)
		return false;
	*file = (struct str){ line.s, at - 1 };
	return scanline_int((struct str){ line.s + at, line.n - at }, number);
}

static struct func_id add_func(struct tables *tables, struct str name,
			       struct str file)
{
	struct func func = { .name = tables_string(tables, name) };

	func.system_name = func.name;
	func.filename = tables_string(tables, file);
	return tables_func(tables, &func);
}

void gostack_comment(struct gostack *stack, struct str line)
{
	struct gocall call = { .line.func = { GOSTACK_UNNAMED } };
	struct str name, file;
	uint64_t offset;

	if (stack->calls.n == UINT32_MAX || !scanline_char(&line, '#') ||
	    !scanline_blank(&line) || !scanline_word(&line, "0x") ||
	    !scanline_hex(&line, &call.pc))
		return;
	line = scanline_trim(line);
	/* What Go prints of a stack in which it finds nothing. */
	if (!line.n && !call.pc)
		return;
	if (line.n) {
		if (!take_function(&line, &name, &offset) ||
		    !take_place(line, &file, &call.line.line))
			return;
		call.entry = call.pc - offset;
		call.line.func = add_func(stack->tables, name, file);
	}
	*vec_push(stack->tables->profile->mem, &stack->calls) = call;
}

/* What of a stack belongs together. */

/*
 * The first spot from there on that the call is at, or, as frames of C are,
 * returns to.
 */
static size_t find_spot(const struct gostack *stack, size_t from, uint64_t pc)
{
	size_t end = stack->spots.n, found = NOWHERE;

	if (end - from > HIDDEN_MAX)
		end = from + HIDDEN_MAX;
	for (size_t i = from; i < end; i++) {
		uint64_t address = stack->spots.at[i].address;

		if (address == pc)
			return i;
		if (found == NOWHERE && address + 1 == pc)
			found = i;
	}
	return found;
}

/*
 * Gives each call to its spot.  One that is at none was inlined at the spot
 * before.  False when no spot has a call.
 */
static bool place_calls(struct gostack *stack)
{
	size_t last = NOWHERE, next = 0;

	for (size_t i = 0; i < stack->calls.n; i++) {
		const struct gocall *call = &stack->calls.at[i];
		bool is_same = last != NOWHERE && call->pc == call[-1].pc &&
			       (next == stack->spots.n ||
				stack->spots.at[next].address != call->pc);
		size_t found = is_same ? NOWHERE :
			       find_spot(stack, next, call->pc);

		if (found != NOWHERE) {
			stack->spots.at[found].first = (uint32_t)i;
			last = found;
			next = found + 1;
		}
		if (last != NOWHERE)
			stack->spots.at[last].n++;
	}
	return last != NOWHERE;
}

static const struct gocall *innermost(const struct gostack *stack, size_t spot)
{
	return &stack->calls.at[stack->spots.at[spot].first];
}

static const struct gocall *outermost(const struct gostack *stack, size_t spot)
{
	const struct gospot *at = &stack->spots.at[spot];

	return &stack->calls.at[at->first + at->n - 1];
}

/* Whether the code of a spot and of the one outside it is one function. */
static bool joins(const struct gostack *stack, size_t spot, size_t end)
{
	uint64_t entry;

	if (spot + 1 == end || !stack->spots.at[spot].n ||
	    !stack->spots.at[spot + 1].n)
		return false;
	entry = outermost(stack, spot)->entry;
	return entry && entry == innermost(stack, spot + 1)->entry;
}

static bool same_name(const struct gostack *stack, const struct gocall *a,
		      const struct gocall *b)
{
	const struct func *funcs = stack->tables->profile->funcs.at;

	return a->line.func.i == b->line.func.i ||
	       (a->line.func.i != GOSTACK_UNNAMED &&
		b->line.func.i != GOSTACK_UNNAMED &&
		funcs[a->line.func.i].name.i == funcs[b->line.func.i].name.i);
}

/*
 * Of spots in a row that lie in one function the outermost has its name; where
 * that name stands among them once more, the function has called itself.
 */
static void find_whole(struct gostack *stack, size_t begin, size_t end)
{
	const struct gocall *function = NULL;

	for (size_t i = end; i-- > begin; ) {
		struct gospot *spot = &stack->spots.at[i];

		if (!spot->n)
			continue;
		if (!joins(stack, i, end))
			function = outermost(stack, i);
		spot->is_whole = same_name(stack, outermost(stack, i),
					   function);
	}
}

static bool is_inlined_in_next(const struct gostack *stack, size_t spot,
			       size_t end)
{
	return !stack->spots.at[spot].is_whole && joins(stack, spot, end) &&
	       !same_name(stack, outermost(stack, spot),
			  innermost(stack, spot + 1));
}

/* Locations. */

/* An address without a comment may have this one elsewhere. */
static void keep_name(struct gostack *stack, uint64_t address,
		      struct line line)
{
	uint32_t number = idmap_number(&stack->addresses, address);

	if (number == stack->names.n)
		*vec_push(stack->tables->profile->mem, &stack->names) = line;
}

static void add_lines(struct gostack *stack, const struct gospot *spot)
{
	for (uint32_t i = 0; i < spot->n; i++) {
		struct line line = stack->calls.at[spot->first + i].line;

		if (line.func.i == GOSTACK_UNNAMED)
			continue;
		if (!i)
			keep_name(stack, spot->address, line);
		*vec_push(stack->tables->profile->mem, &stack->lines) = line;
	}
}

/* Adds the location that starts at a spot; returns where the next does. */
static size_t add_frame(struct gostack *stack, size_t spot, size_t end)
{
	struct location loc = {
		.address = stack->spots.at[spot].address,
		.mapping = { MAPPING_NONE },
	};

	stack->lines.n = 0;
	add_lines(stack, &stack->spots.at[spot]);
	while (is_inlined_in_next(stack, spot, end))
		add_lines(stack, &stack->spots.at[++spot]);
	loc.n_lines = (uint32_t)stack->lines.n;
	*vec_push(stack->tables->profile->mem, &stack->frames) =
		tables_location(stack->tables, loc, stack->lines.at);
	return spot + 1;
}

void gostack_build(struct gostack *stack)
{
	size_t begin = 0, end = stack->spots.n;

	stack->frames.n = 0;
	if (place_calls(stack)) {
		while (stack->drops_hidden && !stack->spots.at[begin].n)
			begin++;
		if (!stack->spots.at[end - 1].n)
			end--;
		find_whole(stack, begin, end);
	}
	while (begin < end)
		begin = add_frame(stack, begin, end);
}

bool gostack_has_names(const struct gostack *stack)
{
	return stack->names.n;
}

/* At the end. */

static void name_location(struct gostack *stack, struct location *loc)
{
	struct profile *p = stack->tables->profile;
	uint32_t number;

	if (loc->n_lines)
		return;
	number = idmap_find(&stack->addresses, loc->address);
	if (number == IDMAP_NONE)
		return;
	loc->first_line = (uint32_t)p->lines.n;
	loc->n_lines = 1;
	*vec_push(p->mem, &p->lines) = stack->names.at[number];
}

/* Later looking up of names passes over a mapping that has them all. */
static void mark_mappings(struct profile *p)
{
	enum { UNUSED, NAMED, LACKING };
	unsigned char *states = mem_alloc(p->mem, p->mappings.n);

	for (size_t i = 0; i < p->locations.n; i++) {
		const struct location *loc = &p->locations.at[i];

		if (loc->mapping.i == MAPPING_NONE)
			continue;
		if (!loc->n_lines)
			states[loc->mapping.i] = LACKING;
		else if (states[loc->mapping.i] == UNUSED)
			states[loc->mapping.i] = NAMED;
	}
	for (size_t i = 0; i < p->mappings.n; i++) {
		if (states[i] == NAMED)
			p->mappings.at[i].has |=
				HAS_FUNCTIONS | HAS_FILENAMES |
				HAS_LINE_NUMBERS | HAS_INLINE_FRAMES;
	}
	mem_free(p->mem, states, p->mappings.n);
}

void gostack_finish(struct gostack *stack)
{
	struct profile *p = stack->tables->profile;

	if (!gostack_has_names(stack))
		return;
	for (size_t i = 0; i < p->locations.n; i++)
		name_location(stack, &p->locations.at[i]);
	mark_mappings(p);
}
