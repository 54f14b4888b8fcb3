#include "config.h"

#include "model/listing.h"

#include <stdlib.h>
#include <string.h>

enum { END_WITHIN = 2000 };	/* lines read to find a function's end */

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
		.name = profile_str(lens->profile, part->name),
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

static int name_order(const void *pa, const void *pb)
{
	const struct listing_part *a = pa, *b = pb;
	int order = str_cmp(a->name, b->name);

	return order ? order : str_cmp(a->file, b->file);
}

/* Fills in which part of the listing each part of the lines became. */
static void add_parts(struct listing *listing, const struct lines *lines,
		      const bool *wanted, uint32_t *numbers)
{
	for (uint32_t i = 0; i < lines->parts.n; i++) {
		numbers[i] = NODE_NONE;
		if (wanted[i])
			add_part(listing, lines, i);
	}
}

static void number_parts(const struct listing *listing, uint32_t *numbers)
{
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

static int64_t start_of(const struct lines *lines, uint32_t node)
{
	const struct lens *lens = lines->lens;
	struct func_id func = lens->nodes.at.at[node].func;

	return func.i == NODE_NONE ? 0 :
				     lens->profile->funcs.at[func.i].start_line;
}

static void add_row(struct listing *listing, const struct lines *lines,
		    const struct lines_place *place, uint32_t part)
{
	*vec_push(listing->mem, &listing->rows) = (struct listing_row){
		.part = part, .rank = LISTING_UNRANKED,
		.line = place->line, .address = place->address,
		.start_line = start_of(lines, place->node),
		.flat = place->flat, .cum = place->cum,
		.name = name_of(lines, place->node),
		.callee = name_of(lines, place->callee),
		.is_inlined = place->is_inlined,
	};
	graph_value_add(&listing->parts.at[part].flat, &place->flat);
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

typedef int part_compare(const void *a, const void *b);

static void init_parts(struct listing *listing, const struct lines *lines,
		       const bool *wanted, part_compare *compare)
{
	struct mem *mem = lines->mem;
	size_t size = lines->parts.n * sizeof(uint32_t);
	uint32_t *numbers = mem_alloc(mem, size);

	*listing = (struct listing){ .mem = mem };
	arena_init(&listing->text, mem);
	add_parts(listing, lines, wanted, numbers);
	if (listing->parts.n)
		qsort(listing->parts.at, listing->parts.n,
		      sizeof(*listing->parts.at), compare);
	number_parts(listing, numbers);
	for (size_t i = 0; listing->parts.n && i < lines->places.n; i++) {
		const struct lines_place *place = &lines->places.at[i];

		if (numbers[place->part] != NODE_NONE)
			add_row(listing, lines, place, numbers[place->part]);
	}
	mem_free(mem, numbers, size);
	sort_rows(listing);
	listing_rank(listing, false, false);
}

void listing_init(struct listing *listing, const struct lines *lines,
		  const struct lines_key *key)
{
	bool *wanted = mem_alloc(lines->mem, lines->parts.n);

	for (size_t i = 0; i < lines->parts.n; i++)
		wanted[i] = key->by == lines->by &&
			    is_wanted(lines, key, &lines->parts.at[i]);
	init_parts(listing, lines, wanted, part_order);
	mem_free(lines->mem, wanted, lines->parts.n);
}

void listing_init_all(struct listing *listing, const struct lines *lines,
		      const bool *wanted)
{
	init_parts(listing, lines, wanted, name_order);
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
