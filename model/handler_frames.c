#include "config.h"

#include "model/handler_frames.h"

#include <string.h>

enum {
	PASSES = 2,
	SIMILAR = 32,		/* rows, of which one may be different */
};

/* The leaf takes the place of the frame behind it. */
static void drop_second(struct profile *p, struct row *row)
{
	struct loc_id *frames = p->frames.at + row->first;

	frames[1] = frames[0];
	row->first++;
	row->depth--;
}

static bool has_second(const struct profile *p, const struct row *row,
		       uint32_t location)
{
	return row->depth > 1 && p->frames.at[row->first + 1].i == location;
}

static size_t count_second(const struct profile *p, uint32_t location)
{
	size_t n = 0;

	for (size_t i = 0; i < p->rows.n; i++)
		n += has_second(p, &p->rows.at[i], location);
	return n;
}

/*
 * The only location that may be the second frame of more than half of the
 * rows: what is left when each two that differ cancel out.
 */
static uint32_t find_candidate(const struct profile *p)
{
	uint32_t candidate = 0;
	size_t lead = 0;

	for (size_t i = 0; i < p->rows.n; i++) {
		const struct row *row = &p->rows.at[i];

		if (row->depth < 2)
			continue;
		if (!lead)
			candidate = p->frames.at[row->first + 1].i;
		lead = has_second(p, row, candidate) ? lead + 1 : lead - 1;
	}
	return candidate;
}

static bool drop_most_shared(struct profile *p)
{
	uint32_t location = find_candidate(p);
	size_t n = count_second(p, location);

	if (!n || n < p->rows.n - p->rows.n / SIMILAR)
		return false;
	for (size_t i = 0; i < p->rows.n; i++) {
		if (has_second(p, &p->rows.at[i], location))
			drop_second(p, &p->rows.at[i]);
	}
	return true;
}

struct renumbering {
	struct profile *profile;
	const struct location *old;
	uint32_t *numbers;	/* of the old locations, plus one; 0 unseen */
	size_t n;
};

static void renumber_frame(struct renumbering *r, struct loc_id *frame)
{
	struct location *locations = r->profile->locations.at;
	uint32_t *number = &r->numbers[frame->i];

	if (!*number) {
		locations[r->n] = r->old[frame->i];
		locations[r->n].id = r->n + 1;
		*number = (uint32_t)++r->n;
	}
	frame->i = *number - 1;
}

/* Rows move up to where the one before ends: frames that went leave gaps. */
static void renumber_row(struct renumbering *r, struct row *row)
{
	struct profile *p = r->profile;
	struct loc_id *to = p->frames.at + p->frames.n;

	memmove(to, p->frames.at + row->first, row->depth * sizeof(*to));
	row->first = (uint32_t)p->frames.n;
	p->frames.n += row->depth;
	for (uint32_t k = 0; k < row->depth; k++)
		renumber_frame(r, &to[k]);
}

static void renumber(struct profile *p)
{
	size_t n = p->locations.n, size = n * sizeof(struct location);
	struct location *old = mem_alloc(p->mem, size);
	uint32_t *numbers = mem_alloc(p->mem, n * sizeof(*numbers));
	struct renumbering r = {
		.profile = p, .old = old, .numbers = numbers
	};

	memcpy(old, p->locations.at, size);
	p->frames.n = 0;
	for (size_t i = 0; i < p->rows.n; i++)
		renumber_row(&r, &p->rows.at[i]);
	p->locations.n = r.n;
	mem_free(p->mem, numbers, n * sizeof(*numbers));
	mem_free(p->mem, old, size);
}

void handler_frames_drop_shared(struct profile *p)
{
	int passes = 0;

	while (passes < PASSES && drop_most_shared(p))
		passes++;
	if (passes)
		renumber(p);
}

void handler_frames_drop_twins(struct profile *p)
{
	for (size_t i = 0; i < p->rows.n; i++) {
		struct row *row = &p->rows.at[i];
		const struct loc_id *frames = p->frames.at + row->first;

		if (row->depth > 1 &&
		    p->locations.at[frames[0].i].address ==
		    p->locations.at[frames[1].i].address + 1)
			drop_second(p, row);
	}
}
