#include "config.h"

#include "model/lines.h"

#include <string.h>

#include "model/cancel.h"
#include "model/hash.h"

void lines_view(struct view *view, enum lines_by by)
{
	view->granularity = by == LINES_BY_OBJECT ? BY_ADDRESS : BY_LINE;
	view->show_columns = false;
	view->object_names = false;
}

/* What tells parts apart, and the places of one. */
struct key {
	uint32_t part[2];
	uint64_t place;
};

struct builder {
	struct lines *lines;
	struct index parts, places;
	uint64_t seed;
};

struct wanted {
	const struct lines *lines;
	const struct key *key;
	uint32_t part;
};

/* False for a node that is in no part. */
static bool key_of(const struct lines *lines, const struct node_info *info,
		   struct key *key)
{
	switch (lines->by) {
	case LINES_BY_FUNCTION:
		*key = (struct key){ { info->name.i, info->file.i },
				     (uint64_t)info->line };
		return info->name.i || lines->adds_nodes;
	case LINES_BY_FILE:
		*key = (struct key){ { 0, info->file.i },
				     (uint64_t)info->line };
		return info->file.i;
	case LINES_BY_OBJECT:
		*key = (struct key){ { info->object.i, 0 }, info->address };
		return !info->name.i;
	}
	return false;
}

static bool same_part(const void *data, uint32_t number)
{
	const struct wanted *w = data;
	const struct lines_part *part = &w->lines->parts.at[number];
	struct node_info info = { .name = part->name, .file = part->file,
				  .object = part->object };
	struct key key;

	return key_of(w->lines, &info, &key) &&
	       !memcmp(key.part, w->key->part, sizeof(key.part));
}

static bool same_place(const void *data, uint32_t number)
{
	const struct wanted *w = data;
	const struct lines_place *place = &w->lines->places.at[number];

	return place->part == w->part &&
	       (w->lines->by == LINES_BY_OBJECT ? place->address :
		(uint64_t)place->line) == w->key->place;
}

static const struct func *func_of(const struct lines *lines,
				  const struct node *node)
{
	return node->func.i == NODE_NONE ? NULL :
	       &lines->lens->profile->funcs.at[node->func.i];
}

static uint32_t intern_part(struct builder *b, const struct key *key,
			    const struct node_info *info)
{
	struct lines *lines = b->lines;
	struct wanted wanted = { .lines = lines, .key = key };
	uint64_t hash = hash_mix(b->seed + key->part[0], key->part[1]);
	uint32_t number = index_find(&b->parts, hash, same_part, &wanted);

	if (number != INDEX_NONE)
		return number;
	number = (uint32_t)lines->parts.n;
	*vec_push(lines->mem, &lines->parts) = (struct lines_part){
		.name = info->name, .object = info->object, .file = info->file,
	};
	index_add(&b->parts, hash, number);
	return number;
}

static void note_function(struct lines_part *part, const struct func *func)
{
	if (!func)
		return;
	if (!part->path.i)
		part->path = func->filename;
	if (func->start_line > 0 &&
	    (!part->start_line || func->start_line < part->start_line))
		part->start_line = func->start_line;
}

static uint32_t intern_place(struct builder *b, uint32_t number)
{
	struct lines *lines = b->lines;
	const struct node *node = &lines->lens->nodes.at.at[number];
	struct wanted wanted = { .lines = lines };
	uint32_t found = INDEX_NONE;
	struct key key;
	uint64_t hash;

	if (!key_of(lines, &node->info, &key))
		return NODE_NONE;
	wanted.key = &key;
	wanted.part = intern_part(b, &key, &node->info);
	note_function(&lines->parts.at[wanted.part], func_of(lines, node));
	hash = hash_mix(b->seed + wanted.part, key.place);
	if (!lines->adds_nodes)
		found = index_find(&b->places, hash, same_place, &wanted);
	if (found == INDEX_NONE) {
		found = (uint32_t)lines->places.n;
		*vec_push(lines->mem, &lines->places) = (struct lines_place){
			.part = wanted.part, .node = number,
			.callee = NODE_NONE, .line = node->info.line,
			.address = node->info.address,
		};
		index_add(&b->places, hash, found);
	}
	if (node->is_inlined)
		lines->places.at[found].is_inlined = true;
	return found;
}

static void intern_places(struct lines *lines)
{
	size_t n = lines->lens->nodes.at.n;
	struct builder b = { .lines = lines, .seed = hash_seed() };

	index_init(&b.parts, lines->mem);
	index_init(&b.places, lines->mem);
	lines->place_of = mem_alloc(lines->mem, n * sizeof(uint32_t));
	for (uint32_t i = 0; i < n; i++)
		lines->place_of[i] = intern_place(&b, i);
	index_release(&b.parts);
	index_release(&b.places);
}

/* All frames of a location but the innermost have the one before inlined. */
static void note_callees(struct lines *lines)
{
	const struct lens *lens = lines->lens;

	for (size_t i = 0; i < lens->profile->locations.n; i++) {
		const struct lens_loc *loc = &lens->locs[i];
		const uint32_t *nodes = lens_frames(lens, loc);

		for (uint32_t k = 1; k < loc->n; k++) {
			uint32_t place = lines->place_of[nodes[k]];

			if (place != NODE_NONE &&
			    lines->places.at[place].callee == NODE_NONE)
				lines->places.at[place].callee = nodes[k - 1];
		}
	}
}

/* What the pass touches of a place or a part, close together. */
struct tally {
	uint32_t stamp;			/* the last row it was met in, plus 1 */
	uint32_t part;			/* of a place */
	struct graph_value cum;
};

/*
 * The state of the pass over the rows.  Frames are numbers of places, looked
 * up before: 1,000,000 rows take 100 ms so and 170 ms by way of the nodes.
 */
struct walk {
	struct lines *lines;
	struct lens_loc *locs;		/* of the lens, with places for nodes */
	uint32_t *frames;
	struct tally *places, *parts;
	struct graph_value value;	/* of the row */
	uint32_t stamp;			/* of the row */
};

static void walk_init(struct walk *w, struct lines *lines)
{
	const struct lens *lens = lines->lens;
	size_t n = lens->profile->locations.n;

	*w = (struct walk){ .lines = lines };
	w->locs = mem_alloc(lines->mem, n * sizeof(*w->locs));
	w->frames = mem_alloc(lines->mem, lens->frames.n * sizeof(uint32_t));
	w->places = mem_alloc(lines->mem,
			      lines->places.n * sizeof(*w->places));
	w->parts = mem_alloc(lines->mem, lines->parts.n * sizeof(*w->parts));
	for (size_t i = 0; i < n; i++) {
		w->locs[i] = lens->locs[i];
		if (lens->locs[i].n == 1)
			w->locs[i].first = lines->place_of[lens->locs[i].first];
	}
	for (size_t i = 0; i < lens->frames.n; i++)
		w->frames[i] = lines->place_of[lens->frames.at[i]];
	for (size_t i = 0; i < lines->places.n; i++)
		w->places[i].part = lines->places.at[i].part;
}

/* Hands the sums over. */
static void walk_release(struct walk *w)
{
	struct lines *lines = w->lines;
	const struct lens *lens = lines->lens;

	for (size_t i = 0; i < lines->places.n; i++)
		lines->places.at[i].cum = w->places[i].cum;
	for (size_t i = 0; i < lines->parts.n; i++)
		lines->parts.at[i].cum = w->parts[i].cum;
	mem_free(lines->mem, w->locs,
		 lens->profile->locations.n * sizeof(*w->locs));
	mem_free(lines->mem, w->frames, lens->frames.n * sizeof(uint32_t));
	mem_free(lines->mem, w->places, lines->places.n * sizeof(*w->places));
	mem_free(lines->mem, w->parts, lines->parts.n * sizeof(*w->parts));
}

static inline void meet_place(struct walk *w, uint32_t number)
{
	struct tally *place, *part;

	if (number == NODE_NONE)
		return;
	place = &w->places[number];
	if (place->stamp == w->stamp)
		return;
	place->stamp = w->stamp;
	graph_value_add(&place->cum, &w->value);
	part = &w->parts[place->part];
	if (part->stamp == w->stamp && !w->lines->adds_nodes)
		return;
	part->stamp = w->stamp;
	graph_value_add(&part->cum, &w->value);
}

/* As in graph.c, without edges: the last frame met is the leaf. */
static void walk_row(struct walk *w, size_t number)
{
	const struct lens *lens = w->lines->lens;
	const struct row *row = &lens->profile->rows.at[number];
	const struct loc_id *frames = lens->profile->frames.at + row->first;
	uint32_t last = NODE_NONE;
	struct lens_span span;

	if (!lens_row(lens, row, &span))
		return;
	w->stamp = (uint32_t)number + 1;
	for (uint32_t i = span.hi; i-- > span.lo; ) {
		const struct lens_loc *loc = &w->locs[frames[i].i];
		const uint32_t *places = loc->n == 1 ? &loc->first :
					 w->frames + loc->first;

		for (uint32_t k = loc->n; k--; ) {
			last = places[k];
			meet_place(w, last);
		}
	}
	if (last != NODE_NONE)
		graph_value_add(&w->lines->places.at[last].flat, &w->value);
}

static bool walk_rows(struct walk *w, const struct lines_query *query)
{
	const struct lanes *lanes = query->lanes;
	size_t n = query->lens->profile->rows.n;

	for (size_t i = 0; i < n; i++) {
		if (cancel_at_row(query->cancel, i))
			return false;
		w->value.v[0] = lanes->values[0][i];
		w->value.v[1] = lanes->values[1] ? lanes->values[1][i] : 0;
		if (w->value.v[0] || w->value.v[1])
			walk_row(w, i);
	}
	return true;
}

bool lines_init(struct lines *lines, const struct lines_query *query)
{
	struct walk w;
	bool is_whole;

	*lines = (struct lines){ .mem = query->lens->profile->mem,
				 .lens = query->lens, .by = query->by,
				 .adds_nodes = query->adds_nodes };
	intern_places(lines);
	note_callees(lines);
	walk_init(&w, lines);
	is_whole = walk_rows(&w, query);
	walk_release(&w);
	return is_whole;
}

void lines_release(struct lines *lines)
{
	if (!lines->mem)
		return;
	mem_free(lines->mem, lines->place_of,
		 lines->lens->nodes.at.n * sizeof(uint32_t));
	vec_release(lines->mem, &lines->places);
	vec_release(lines->mem, &lines->parts);
	lines->mem = NULL;
}
