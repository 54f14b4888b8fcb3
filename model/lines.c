#include "config.h"

#include "model/lines.h"

#include <stdlib.h>
#include <string.h>

#include "model/hash.h"

enum {
	CHECK_EVERY = 4096,
	END_WITHIN = 2000,	/* lines read to find a function's end */
};

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
		return info->name.i;
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
	struct key key;
	uint32_t found;
	uint64_t hash;

	if (!key_of(lines, &node->info, &key))
		return NODE_NONE;
	wanted.key = &key;
	wanted.part = intern_part(b, &key, &node->info);
	note_function(&lines->parts.at[wanted.part], func_of(lines, node));
	hash = hash_mix(b->seed + wanted.part, key.place);
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

static inline void add_value(struct graph_value *to,
			     const struct graph_value *value)
{
	to->v[0] = lanes_add(to->v[0], value->v[0]);
	to->v[1] = lanes_add(to->v[1], value->v[1]);
}

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
	add_value(&place->cum, &w->value);
	part = &w->parts[place->part];
	if (part->stamp == w->stamp)
		return;
	part->stamp = w->stamp;
	add_value(&part->cum, &w->value);
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
		add_value(&w->lines->places.at[last].flat, &w->value);
}

static bool walk_rows(struct walk *w, const struct lanes *lanes,
		      const _Atomic bool *cancel)
{
	size_t n = w->lines->lens->profile->rows.n;

	for (size_t i = 0; i < n; i++) {
		if (i % CHECK_EVERY == 0 && cancel &&
		    atomic_load_explicit(cancel, memory_order_relaxed))
			return false;
		w->value.v[0] = lanes->values[0][i];
		w->value.v[1] = lanes->values[1] ? lanes->values[1][i] : 0;
		if (w->value.v[0] || w->value.v[1])
			walk_row(w, i);
	}
	return true;
}

bool lines_init(struct lines *lines, const struct lens *lens,
		const struct lanes *lanes, enum lines_by by,
		const _Atomic bool *cancel)
{
	struct walk w;
	bool is_whole;

	*lines = (struct lines){ .mem = lens->profile->mem, .lens = lens,
				 .by = by };
	intern_places(lines);
	note_callees(lines);
	walk_init(&w, lines);
	is_whole = walk_rows(&w, lanes, cancel);
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

static bool is_wanted(const struct lines *lines, const struct lines_key *key,
		      const struct lines_part *part)
{
	struct str file = strings_at(&lines->lens->nodes.files, part->file);

	switch (lines->by) {
	case LINES_BY_FUNCTION:
		return part->name.i == key->name.i;
	case LINES_BY_FILE:
		return !str_cmp(file, key->file);
	case LINES_BY_OBJECT:
		return part->object.i == key->object.i;
	}
	return false;
}

static void add_part(struct listing *listing, const struct lines *lines,
		     uint32_t number)
{
	const struct lens *lens = lines->lens;
	const struct lines_part *part = &lines->parts.at[number];
	struct str file = strings_at(&lens->nodes.files, part->file);

	if (lines->by == LINES_BY_OBJECT)
		file = profile_str(lens->profile, part->object);
	*vec_push(listing->mem, &listing->parts) = (struct listing_part){
		.file = { arena_copy(&listing->text, file.s, file.n), file.n },
		.path = profile_str(lens->profile, part->path),
		.start_line = lines->by == LINES_BY_FUNCTION ?
			      part->start_line : 0,
		.cum = part->cum,
		.number = number,
	};
}

static int64_t weight_of(const struct graph_value *value, bool is_both)
{
	return is_both ? lanes_sub(value->v[0], value->v[1]) : value->v[0];
}

/* Orders |a| before a smaller |b|. */
static int heavier(int64_t a, int64_t b)
{
	int64_t x = lanes_abs(a), y = lanes_abs(b);

	return (x < y) - (x > y);
}

static int part_order(const void *pa, const void *pb)
{
	const struct listing_part *a = pa, *b = pb;
	int order = heavier(a->cum.v[0], b->cum.v[0]);

	if (!order)
		order = heavier(a->cum.v[1], b->cum.v[1]);
	return order ? order : str_cmp(a->file, b->file);
}

/* Fills in which part of the listing each part of the lines became. */
static void add_parts(struct listing *listing, const struct lines *lines,
		      const struct lines_key *key, uint32_t *numbers)
{
	for (uint32_t i = 0; i < lines->parts.n; i++) {
		numbers[i] = NODE_NONE;
		if (is_wanted(lines, key, &lines->parts.at[i]))
			add_part(listing, lines, i);
	}
	if (listing->parts.n)
		qsort(listing->parts.at, listing->parts.n,
		      sizeof(*listing->parts.at), part_order);
	for (uint32_t i = 0; i < listing->parts.n; i++)
		numbers[listing->parts.at[i].number] = i;
}

static struct str name_of(const struct lines *lines, uint32_t node)
{
	const struct nodes *nodes = &lines->lens->nodes;

	if (node == NODE_NONE)
		return (struct str){ "", 0 };
	return profile_str(lines->lens->profile, nodes->at.at[node].info.name);
}

static void add_row(struct listing *listing, const struct lines *lines,
		    const struct lines_place *place, uint32_t part)
{
	*vec_push(listing->mem, &listing->rows) = (struct listing_row){
		.part = part, .rank = LISTING_UNRANKED,
		.line = place->line, .address = place->address,
		.flat = place->flat, .cum = place->cum,
		.name = name_of(lines, place->node),
		.callee = name_of(lines, place->callee),
		.is_inlined = place->is_inlined,
	};
	add_value(&listing->parts.at[part].flat, &place->flat);
}

static int row_order(const void *pa, const void *pb)
{
	const struct listing_row *a = pa, *b = pb;

	if (a->part != b->part)
		return a->part < b->part ? -1 : 1;
	if (a->address != b->address)
		return a->address < b->address ? -1 : 1;
	return (a->line > b->line) - (a->line < b->line);
}

static void sort_rows(struct listing *listing)
{
	size_t at = 0;

	if (listing->rows.n)
		qsort(listing->rows.at, listing->rows.n,
		      sizeof(*listing->rows.at), row_order);
	for (size_t i = 0; i < listing->parts.n; i++) {
		struct listing_part *part = &listing->parts.at[i];

		part->first = at;
		while (at < listing->rows.n && listing->rows.at[at].part == i)
			at++;
		part->n = at - part->first;
	}
}

void listing_init(struct listing *listing, const struct lines *lines,
		  const struct lines_key *key)
{
	struct mem *mem = lines->mem;
	size_t size = lines->parts.n * sizeof(uint32_t);
	uint32_t *numbers = mem_alloc(mem, size);

	*listing = (struct listing){ .mem = mem };
	arena_init(&listing->text, mem);
	if (key->by == lines->by)
		add_parts(listing, lines, key, numbers);
	for (size_t i = 0; listing->parts.n && i < lines->places.n; i++) {
		const struct lines_place *place = &lines->places.at[i];

		if (numbers[place->part] != NODE_NONE)
			add_row(listing, lines, place, numbers[place->part]);
	}
	mem_free(mem, numbers, size);
	sort_rows(listing);
	listing_rank(listing, false, false);
}

void listing_release(struct listing *listing)
{
	if (!listing->mem)
		return;
	arena_release(&listing->text);
	vec_release(listing->mem, &listing->rows);
	vec_release(listing->mem, &listing->parts);
	vec_release(listing->mem, &listing->ranked);
	listing->mem = NULL;
}

int64_t listing_weight(const struct listing *listing,
		       const struct listing_row *row)
{
	return weight_of(listing->by_cum ? &row->cum : &row->flat,
			 listing->is_both);
}

static int rank_order(const void *pa, const void *pb, void *data)
{
	const struct listing *l = data;
	uint32_t i = *(const uint32_t *)pa, k = *(const uint32_t *)pb;
	const struct listing_row *a = &l->rows.at[i], *b = &l->rows.at[k];
	const struct graph_value *x = l->by_cum ? &a->cum : &a->flat;
	const struct graph_value *y = l->by_cum ? &b->cum : &b->flat;
	int order = heavier(weight_of(x, l->is_both),
			    weight_of(y, l->is_both));

	if (!order)
		order = heavier(x->v[0], y->v[0]);
	x = l->by_cum ? &a->flat : &a->cum;
	y = l->by_cum ? &b->flat : &b->cum;
	if (!order)
		order = heavier(weight_of(x, l->is_both),
				weight_of(y, l->is_both));
	return order ? order : (i > k) - (i < k);
}

static int64_t sum_weights(const struct listing *listing)
{
	int64_t sum = 0, weight;

	for (size_t i = 0; i < listing->rows.n; i++) {
		weight = lanes_abs(listing_weight(listing,
						  &listing->rows.at[i]));
		sum = weight > INT64_MAX - sum ? INT64_MAX : sum + weight;
	}
	return sum;
}

static bool has_weight(const struct listing_row *row)
{
	return row->flat.v[0] || row->flat.v[1] ||
	       row->cum.v[0] || row->cum.v[1];
}

void listing_rank(struct listing *l, bool by_cum, bool is_both)
{
	l->by_cum = by_cum;
	l->is_both = is_both;
	l->weight = sum_weights(l);
	if (!l->weight) {
		l->by_cum = !by_cum;
		l->weight = sum_weights(l);
		if (!l->weight)
			l->by_cum = by_cum;
	}
	l->ranked.n = 0;
	for (size_t i = 0; i < l->rows.n; i++) {
		l->rows.at[i].rank = LISTING_UNRANKED;
		if (has_weight(&l->rows.at[i]))
			*vec_push(l->mem, &l->ranked) = (uint32_t)i;
	}
	if (l->ranked.n)
		qsort_r(l->ranked.at, l->ranked.n, sizeof(*l->ranked.at),
			rank_order, l);
	for (size_t i = 0; i < l->ranked.n; i++)
		l->rows.at[l->ranked.at[i]].rank = (uint32_t)i;
}

size_t listing_find(const struct listing *listing, size_t part, int64_t line)
{
	const struct listing_part *p = &listing->parts.at[part];
	size_t lo = p->first, end = p->first + p->n, hi = end;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (listing->rows.at[mid].line < line)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < end ? lo : listing->rows.n;
}

/* Columns before the text, a tab to the next eighth; -1 for a blank line. */
static int indentation(const char *s, size_t n)
{
	int column = 0;

	for (size_t i = 0; i < n; i++) {
		if (s[i] == '\t')
			column += 8 - column % 8;
		else if (s[i] == ' ')
			column++;
		else
			return column;
	}
	return -1;
}

/* What may stand as far left as a function does and yet be within it. */
static bool goes_on(const char *s, size_t n)
{
	while (n && (*s == ' ' || *s == '\t')) {
		s++;
		n--;
	}
	while (n && s[n - 1] == ' ')
		n--;
	return n && (strchr("#){", *s) || (s[n - 1] == ':' && *s != '@' &&
					   !memchr(s, ' ', n)));
}

static bool closes(const char *s, size_t n)
{
	while (n && (*s == ' ' || *s == '\t')) {
		s++;
		n--;
	}
	return n && (*s == '}' || (n >= 3 && !memcmp(s, "end", 3)));
}

/*
 * The first line below `last` that is no further in than the first one ends
 * the function: it is its closing brace, or what follows it.
 */
static int64_t find_end(const struct source_file *file, int64_t first,
			int64_t last)
{
	size_t n;
	const char *s = source_line(file, (uint64_t)first, &n);
	int left = s ? indentation(s, n) : -1, column;
	int64_t end = last;

	if (left < 0 || last > file->n_lines)
		return last;
	for (int64_t i = last + 1; i <= last + END_WITHIN; i++) {
		s = source_line(file, (uint64_t)i, &n);
		if (!s)
			return end;
		column = indentation(s, n);
		if (column < 0)
			continue;
		if (column <= left && closes(s, n))
			return i;
		if (column <= left && !goes_on(s, n))
			return end;
		end = i;
	}
	return last;
}

struct lines_range listing_range(const struct listing *listing, size_t part,
				 const struct source_file *file)
{
	const struct listing_part *p = &listing->parts.at[part];
	const struct listing_row *rows = listing->rows.at + p->first;
	struct lines_range range = { p->start_line, p->start_line };

	for (size_t i = 0; i < p->n; i++) {
		if (rows[i].line < 1)
			continue;
		if (!range.first || rows[i].line < range.first)
			range.first = rows[i].line;
		if (rows[i].line > range.last)
			range.last = rows[i].line;
	}
	if (file && p->start_line && range.last)
		range.last = find_end(file, range.first, range.last);
	return range;
}
