#include "config.h"

#include "model/lens.h"

#include <string.h>

#include "model/cancel.h"
#include "model/path.h"

/* What it takes to build a lens and is not kept. */
struct builder {
	struct lens *lens;
	const struct profile *profile;
	const struct view *view;
	bool is_for_rows;	/* all lines are node 0 */
	struct sieve sieve;
	struct str_id *files;	/* a profile string each, cleaned */
	bool *has_file;
	uint32_t *func_nodes;	/* the node plus one, where it is known */
};

static struct str_id clean_file(struct builder *b, struct str_id file)
{
	struct strings *files = &b->lens->nodes.files;
	struct str name = profile_str(b->profile, file);
	struct buf clean = BUF_INIT;

	if (!file.i)
		return (struct str_id){ 0 };
	if (!b->has_file[file.i]) {
		if (!b->view->keeps_paths)
			name = path_trim(name, b->view->trim_path,
					 b->view->source_path);
		if (name.n)
			path_clean(&clean, name);
		b->files[file.i] = strings_intern(files, clean.s, clean.n);
		b->has_file[file.i] = true;
		buf_release(&clean);
	}
	return b->files[file.i];
}

static struct str_id object_of(const struct builder *b,
			       const struct location *loc)
{
	if (loc->mapping.i == MAPPING_NONE)
		return (struct str_id){ 0 };
	return b->profile->mappings.at[loc->mapping.i].file;
}

/* What the granularity keeps of a line, as Aggregate and nodeInfo have it. */
static struct node_info line_info(struct builder *b,
				  const struct location *loc,
				  const struct line *line)
{
	static const struct {
		bool function, file, line, address;
	} keeps[] = {
		[BY_FUNCTION] = { .function = true },
		[BY_FILEFUNCTION] = { .function = true, .file = true },
		[BY_FILE] = { .file = true },
		[BY_LINE] = { .function = true, .file = true, .line = true },
		[BY_ADDRESS] = { true, true, true, true },
	};
	const struct func *func = &b->profile->funcs.at[line->func.i];
	enum granularity g = b->view->granularity;
	bool all = g == BY_ADDRESS && !b->view->no_inlines;
	struct node_info info = { .address = 0 };

	if (keeps[g].function)
		info.name = func->name;
	if (keeps[g].file)
		info.file = clean_file(b, func->filename);
	if (keeps[g].line)
		info.line = line->line;
	if (keeps[g].line && (b->view->show_columns || all))
		info.column = line->column;
	if (keeps[g].address)
		info.address = loc->address;
	if (b->view->object_names || !info.name.i) {
		info.object = object_of(b, loc);
		info.start_line = func->start_line;
	}
	return info;
}

/* Whether line_info looks at nothing but the function. */
static bool is_of_func(const struct builder *b, struct func_id func)
{
	return b->view->granularity <= BY_FILEFUNCTION &&
	       !b->view->object_names && b->profile->funcs.at[func.i].name.i;
}

static uint32_t info_node(struct builder *b, const struct location *loc,
			  const struct line *line)
{
	uint32_t *known = &b->func_nodes[line->func.i];
	struct node_info info;
	uint32_t number;

	if (*known)
		return *known - 1;
	info = line_info(b, loc, line);
	number = nodes_intern(&b->lens->nodes, &info).i;
	if (is_of_func(b, line->func))
		*known = number + 1;
	return number;
}

static uint32_t line_node(struct builder *b, const struct location *loc,
			  const struct line *line, bool is_inlined)
{
	struct node *node;
	uint32_t number;

	if (b->is_for_rows)
		return 0;
	number = info_node(b, loc, line);
	node = &b->lens->nodes.at.at[number];
	if (node->func.i == NODE_NONE)
		node->func = line->func;
	if (is_inlined)
		node->is_inlined = true;
	return number;
}

static uint32_t unknown_node(struct builder *b, const struct location *loc)
{
	struct node_info info = { .object = object_of(b, loc) };

	if (b->is_for_rows)
		return 0;
	if (b->view->granularity == BY_ADDRESS)
		info.address = loc->address;
	return nodes_intern(&b->lens->nodes, &info).i;
}

static void add_frames(struct builder *b, const struct location *loc,
		       struct lens_loc *out)
{
	struct lens *lens = b->lens;
	const struct line *lines = b->sieve.lines.at;
	size_t n = b->sieve.lines.n;
	size_t skip = b->view->no_inlines && n ? n - 1 : 0;
	uint32_t node;

	out->n = n ? (uint32_t)(n - skip) : 1;
	out->first = (uint32_t)lens->frames.n;
	if (!n)
		out->first = unknown_node(b, loc);
	for (size_t i = skip; i < n; i++) {
		node = line_node(b, loc, &lines[i], i + 1 < n);
		if (out->n == 1)
			out->first = node;
		else
			*vec_push(b->profile->mem, &lens->frames) = node;
	}
}

static uint32_t add_run(struct lens *lens, const struct lens_loc *loc)
{
	struct mem *mem = lens->profile->mem;
	uint32_t at = (uint32_t)lens->runs.n;

	*vec_push(mem, &lens->runs) = loc->n;
	for (uint32_t i = loc->n; i--; )
		*vec_push(mem, &lens->runs) = lens_frames(lens, loc)[i];
	return LENS_RUN | at;
}

/*
 * A hidden location is on no stack any more when stacks are cut: that its
 * mapping's file matches then is nothing.
 */
static void build_location(struct builder *b, struct loc_id id)
{
	struct lens *lens = b->lens;
	struct lens_loc *out = &lens->locs[id.i];
	uint32_t *code = &lens->codes[id.i];

	if (sieve_location(&b->sieve, id, &out->matches)) {
		lens->has_hidden = true;
		out->matches &= lens->focus | lens->ignore;
		*code = LENS_RUN;
		return;
	}
	add_frames(b, &b->profile->locations.at[id.i], out);
	*code = out->n == 1 ? out->first : add_run(lens, out);
}

static void note_filters(struct lens *lens)
{
	const struct filters *filters = lens->filters;

	for (size_t i = 0; i < filters->n; i++) {
		uint32_t bit = UINT32_C(1) << i;
		enum filter_kind kind = filters->at[i].kind;

		if (kind == FILTER_FOCUS)
			lens->focus |= bit;
		if (kind == FILTER_IGNORE)
			lens->ignore |= bit;
		if (kind <= FILTER_SHOW)
			lens->is_filtered = true;
		else if (!filter_is_tag(kind))
			lens->is_cut = true;
	}
}

static int build(struct builder *b, struct err *err)
{
	const struct profile *p = b->profile;

	if (p->lines.n + p->locations.n >= LENS_RUN)
		return err_fail(err, "more than 2147483647 lines");
	note_filters(b->lens);
	for (size_t i = 0; i < p->locations.n; i++) {
		if (i % 1024 == 0 && cancel_is_set(b->sieve.cancel))
			return err_fail(err, "cancelled");
		build_location(b, (struct loc_id){ (uint32_t)i });
	}
	sieve_count(&b->sieve);
	memcpy(b->lens->matches, b->sieve.matches, sizeof(b->lens->matches));
	if (tag_marks_init(&b->lens->tags, p, b->lens->filters,
			   b->sieve.cancel, b->lens->matches, err))
		return -1;
	return cancel_is_set(b->sieve.cancel) ? err_fail(err, "cancelled") : 0;
}

static int build_with_tables(struct builder *b, struct err *err)
{
	struct mem *mem = b->profile->mem;
	size_t n = b->profile->strings.at.n, n_funcs = b->profile->funcs.n;
	int result;

	b->files = mem_alloc(mem, n * sizeof(*b->files));
	b->has_file = mem_alloc(mem, n * sizeof(*b->has_file));
	b->func_nodes = mem_alloc(mem, n_funcs * sizeof(*b->func_nodes));
	result = build(b, err);
	mem_free(mem, b->func_nodes, n_funcs * sizeof(*b->func_nodes));
	mem_free(mem, b->files, n * sizeof(*b->files));
	mem_free(mem, b->has_file, n * sizeof(*b->has_file));
	return result;
}

static struct lens *build_lens(struct builder *b, const _Atomic bool *cancel,
			       struct err *err)
{
	const struct profile *profile = b->profile;
	struct mem *mem = profile->mem;
	struct lens *lens = mem_alloc(mem, sizeof(*lens));
	int result;

	b->lens = lens;
	lens->profile = lens->tags.profile = profile;
	lens->filters = &b->view->filters;
	vec_reserve(mem, &lens->frames, 1);	/* slices of it may be empty */
	*vec_push(mem, &lens->runs) = 0;
	lens->locs = mem_alloc(mem, profile->locations.n * sizeof(*lens->locs));
	lens->codes = mem_alloc(mem,
				profile->locations.n * sizeof(*lens->codes));
	nodes_init(&lens->nodes, profile);
	if (b->is_for_rows)
		nodes_intern(&lens->nodes, &(struct node_info){ .line = 0 });
	result = sieve_init(&b->sieve, profile, &b->view->filters, cancel, err);
	if (!result)
		result = build_with_tables(b, err);
	sieve_release(&b->sieve);
	if (!result) {
		nodes_rank(&lens->nodes);
		return lens;
	}
	lens_free(lens);
	return NULL;
}

struct lens *lens_new(const struct profile *profile, const struct view *view,
		      const _Atomic bool *cancel, struct err *err)
{
	struct builder b = { .profile = profile, .view = view };

	return build_lens(&b, cancel, err);
}

struct lens *lens_new_for_rows(const struct profile *profile,
			       const struct view *view,
			       const _Atomic bool *cancel, struct err *err)
{
	struct builder b = {
		.profile = profile, .view = view, .is_for_rows = true,
	};

	return build_lens(&b, cancel, err);
}

void lens_merge_names(struct lens *lens)
{
	const uint32_t *numbers = lens->nodes.name_ranks;
	uint32_t *runs = lens->runs.at;

	for (size_t i = 0; i < lens->profile->locations.n; i++) {
		uint32_t *code = &lens->codes[i];

		if (lens->locs[i].n == 1)
			lens->locs[i].first = numbers[lens->locs[i].first];
		if (!(*code & LENS_RUN))
			*code = numbers[*code];
	}
	for (size_t i = 0; i < lens->frames.n; i++)
		lens->frames.at[i] = numbers[lens->frames.at[i]];
	for (size_t at = 0; at < lens->runs.n; at += runs[at] + 1) {
		for (uint32_t i = 1; i <= runs[at]; i++)
			runs[at + i] = numbers[runs[at + i]];
	}
	nodes_sort(&lens->nodes);
}

void lens_adopt(struct lens *lens, const struct view *view)
{
	lens->filters = &view->filters;
}

void lens_free(struct lens *lens)
{
	struct mem *mem;

	if (!lens)
		return;
	mem = lens->profile->mem;
	nodes_release(&lens->nodes);
	tag_marks_release(&lens->tags);
	vec_release(mem, &lens->frames);
	vec_release(mem, &lens->runs);
	mem_free(mem, lens->locs,
		 lens->profile->locations.n * sizeof(*lens->locs));
	mem_free(mem, lens->codes,
		 lens->profile->locations.n * sizeof(*lens->codes));
	mem_free(mem, lens, sizeof(*lens));
}

/* One location that matches an ignore drops the row, whatever is focused. */
static bool is_wanted(const struct lens *lens, const struct loc_id *frames,
		      uint32_t depth)
{
	uint32_t found = 0;

	for (uint32_t i = 0; i < depth; i++) {
		uint32_t matches = lens->locs[frames[i].i].matches;

		if (matches & lens->ignore)
			return false;
		found |= matches;
	}
	return depth && (found & lens->focus) == lens->focus;
}

static bool shows_any(const struct lens *lens, const struct loc_id *frames,
		      uint32_t depth)
{
	for (uint32_t i = 0; i < depth; i++) {
		if (lens->locs[frames[i].i].n)
			return true;
	}
	return false;
}

/*
 * show_from drops what is above its outermost match and rows without one;
 * prune_from drops what is below its innermost match.
 */
static bool cut_row(const struct lens *lens, size_t filter,
		    const struct loc_id *frames, struct lens_span *span)
{
	uint32_t bit = UINT32_C(1) << filter, i;

	switch (lens->filters->at[filter].kind) {
	case FILTER_SHOW_FROM:
		for (i = span->hi; i > span->lo; i--) {
			if (lens->locs[frames[i - 1].i].matches & bit)
				break;
		}
		span->hi = i;
		return i > span->lo;
	case FILTER_PRUNE_FROM:
		for (i = span->lo; i < span->hi; i++) {
			if (lens->locs[frames[i].i].matches & bit) {
				span->lo = i;
				break;
			}
		}
		return true;
	default:
		return true;
	}
}

/* show_from before prune_from, each kind in the order given. */
static bool cut_rows(const struct lens *lens, const struct loc_id *frames,
		     struct lens_span *span)
{
	const struct filters *filters = lens->filters;

	for (int kind = FILTER_SHOW_FROM; kind < FILTER_KINDS; kind++) {
		for (size_t i = 0; i < filters->n; i++) {
			if (filters->at[i].kind == (enum filter_kind)kind &&
			    !cut_row(lens, i, frames, span))
				return false;
		}
	}
	return true;
}

bool lens_row(const struct lens *lens, const struct row *row,
	      struct lens_span *span)
{
	const struct loc_id *frames = lens->profile->frames.at + row->first;

	*span = (struct lens_span){ 0, row->depth };
	if (!tag_marks_keep(&lens->tags, row->labels))
		return false;
	if (lens->is_filtered && !is_wanted(lens, frames, row->depth))
		return false;
	if (lens->has_hidden && !shows_any(lens, frames, row->depth))
		return false;
	return !lens->is_cut || cut_rows(lens, frames, span);
}

uint32_t lens_tags_met(const struct lens *lens)
{
	const struct tag_marks *tags = &lens->tags;
	const struct profile *p = lens->profile;
	uint32_t choice = tags->focus | tags->ignore, met = 0;
	struct lens names = *lens;
	struct lens_span span;

	names.tags = (struct tag_marks){ .profile = p };
	for (size_t i = 0; i < p->rows.n && tags->matches; i++) {
		struct labels_id set = p->rows.at[i].labels;

		if (lens_row(&names, &p->rows.at[i], &span))
			met |= tags->matches[set.i] &
			       (tag_marks_keep(tags, set) ? UINT32_MAX :
							    choice);
	}
	return met;
}
