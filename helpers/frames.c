#include "config.h"

#include "helpers/frames.h"

#include <dwarf.h>
#include <stdlib.h>

enum { DEPTH_MAX = 512 };	/* of scopes in one another */

/* A unit being walked, for the queries [first, end) that its ranges span. */
struct walk {
	struct query *const *queries;
	size_t n;
	uint64_t bias;
	Dwarf_Die *unit;
	unsigned int level;		/* functions around */
};

/* The first query from an address on. */
static size_t find(const struct walk *w, uint64_t address)
{
	size_t lo = 0, hi = w->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (w->queries[mid]->address + w->bias < address)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Puts a function into a query at the level where it is. */
static void note_function(const struct walk *w, struct query *q, Dwarf_Die *die)
{
	Dwarf_Die *more;

	if (w->level > q->n || w->level >= FRAMES_MAX)
		return;
	more = realloc(q->functions, (w->level + 1) * sizeof(*more));
	if (!more)
		exit(1);
	q->functions = more;
	q->functions[w->level] = *die;
	q->n = w->level + 1;
	q->unit = *w->unit;
}

static void note_unit(const struct walk *w, struct query *q, Dwarf_Die *die)
{
	(void)w;
	if (!q->n)
		q->unit = *die;
	q->has_unit = true;
}

static void note_nothing(const struct walk *w, struct query *q,
			 Dwarf_Die *die)
{
	(void)w, (void)q, (void)die;
}

typedef void note_found(const struct walk *w, struct query *q,
			Dwarf_Die *die);

/* Whether queries are in what a DIE covers, which is noted of each. */
static bool covers(const struct walk *w, Dwarf_Die *die, note_found *found)
{
	Dwarf_Addr base, start, end;
	ptrdiff_t at = 0;
	bool result = false;

	while ((at = dwarf_ranges(die, at, &base, &start, &end)) > 0) {
		for (size_t i = find(w, start); i < w->n &&
		     w->queries[i]->address + w->bias < end; i++) {
			found(w, w->queries[i], die);
			result = true;
		}
	}
	return result;
}

static void walk_children(struct walk *w, Dwarf_Die *parent,
			  unsigned int depth);

static void walk_die(struct walk *w, Dwarf_Die *die, unsigned int depth)
{
	switch (dwarf_tag(die)) {
	case DW_TAG_subprogram:
	case DW_TAG_inlined_subroutine:
	case DW_TAG_entry_point:
		if (!covers(w, die, note_function))
			return;
		w->level++;
		walk_children(w, die, depth);
		w->level--;
		break;
	case DW_TAG_lexical_block:
	case DW_TAG_try_block:
	case DW_TAG_catch_block:
		if (covers(w, die, note_nothing))
			walk_children(w, die, depth);
		break;
	case DW_TAG_namespace:
	case DW_TAG_module:
	case DW_TAG_class_type:
	case DW_TAG_structure_type:
	case DW_TAG_union_type:
		walk_children(w, die, depth);
		break;
	}
}

static void walk_children(struct walk *w, Dwarf_Die *parent,
			  unsigned int depth)
{
	Dwarf_Die die;

	if (depth == DEPTH_MAX || dwarf_child(parent, &die))
		return;
	do {
		walk_die(w, &die, depth + 1);
	} while (!dwarf_siblingof(&die, &die));
}

void frames_find(Dwfl_Module *module, struct query *const *queries, size_t n,
		 uint64_t bias)
{
	Dwarf_Die *unit = NULL;
	Dwarf_Addr unused;

	while ((unit = dwfl_module_nextcu(module, unit, &unused))) {
		struct walk w = {
			.queries = queries, .n = n, .bias = bias, .unit = unit,
		};

		if (covers(&w, unit, note_unit))
			walk_children(&w, unit, 0);
	}
}

static uint64_t number(Dwarf_Die *die, unsigned int name)
{
	Dwarf_Attribute attribute;
	Dwarf_Word value;

	if (!dwarf_attr_integrate(die, name, &attribute) ||
	    dwarf_formudata(&attribute, &value))
		return 0;
	return value;
}

static const char *text(Dwarf_Die *die, unsigned int name)
{
	Dwarf_Attribute attribute;

	return dwarf_formstring(dwarf_attr_integrate(die, name, &attribute));
}

/* Where the innermost function is. */
static void place_address(struct frame *frame, struct query *q, uint64_t bias)
{
	Dwarf_Line *line = dwarf_getsrc_die(&q->unit, q->address + bias);
	int value;

	if (!line)
		return;
	frame->dir = text(&q->unit, DW_AT_comp_dir);
	frame->file = dwarf_linesrc(line, NULL, NULL);
	if (!dwarf_lineno(line, &value) && value > 0)
		frame->line = (uint64_t)value;
	if (!dwarf_linecol(line, &value) && value > 0)
		frame->column = (uint64_t)value;
}

/* Where the function was called that is inlined in the frame. */
static void place_call(struct frame *frame, Dwarf_Die *unit,
		       Dwarf_Die *inlined)
{
	Dwarf_Files *files;
	size_t n;

	if (!dwarf_getsrcfiles(unit, &files, &n))
		frame->file = dwarf_filesrc(files,
					    number(inlined, DW_AT_call_file),
					    NULL, NULL);
	frame->dir = text(unit, DW_AT_comp_dir);
	frame->line = number(inlined, DW_AT_call_line);
	frame->column = number(inlined, DW_AT_call_column);
}

struct frame frame_at(struct query *q, size_t i, uint64_t bias)
{
	Dwarf_Die *function = &q->functions[q->n - 1 - i];
	struct frame frame = {
		.linkage_name = text(function, DW_AT_linkage_name),
		.name = text(function, DW_AT_name),
		.start_line = number(function, DW_AT_decl_line),
	};

	if (!frame.linkage_name)
		frame.linkage_name = text(function, DW_AT_MIPS_linkage_name);
	if (i)
		place_call(&frame, &q->unit, function + 1);
	else
		place_address(&frame, q, bias);
	return frame;
}

struct frame frame_without(struct query *q, uint64_t bias)
{
	struct frame frame = { .name = NULL };

	if (q->has_unit && !q->n)
		place_address(&frame, q, bias);
	return frame;
}
