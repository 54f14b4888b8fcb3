#include "config.h"

#include "model/gunzip.h"

#include <string.h>

enum { HEAD_SIZE = 10, TAIL_SIZE = 8, METHOD_DEFLATE = 8 };

/* Bits of the head's fourth byte. */
enum {
	HAS_CRC = 2, HAS_EXTRA = 4, HAS_NAME = 8, HAS_COMMENT = 16,
	RESERVED = 0xe0,
};

/* The parts of a member in their order; BETWEEN is behind it. */
enum part {
	HEAD, EXTRA_SIZE, EXTRA, NAME, COMMENT, HEAD_CRC, BODY, TAIL, BETWEEN
};

/* The flag without which a part is left out. */
static const uint8_t part_flags[] = {
	[EXTRA_SIZE] = HAS_EXTRA, [EXTRA] = HAS_EXTRA, [NAME] = HAS_NAME,
	[COMMENT] = HAS_COMMENT, [HEAD_CRC] = HAS_CRC, [BETWEEN] = 0,
};

struct gunzip {
	struct mem *mem;
	struct inflate *inflate;
	enum part part;
	uint8_t bytes[HEAD_SIZE];	/* of a part that has a size */
	size_t n;
	uint8_t flags;
	size_t extra;			/* bytes of it that are left */
	uint32_t head_crc, crc, size;	/* size is modulo 2^32 */
	bool is_first, has_zeros;
	const char *why;
};

/* What a part does: it is over, wants more input or room, or has failed. */
enum outcome {
	DONE, WAITS, GARBAGE, DAMAGED
};

static uint32_t number_at(const uint8_t *at, size_t n)
{
	uint32_t number = 0;

	while (n--)
		number = number << 8 | at[n];
	return number;
}

static enum outcome fail(struct gunzip *g, const char *why)
{
	g->why = why;
	return DAMAGED;
}

/* Moves over n bytes, which the CRC of the head is of when they precede it. */
static void take(struct gunzip *g, struct inflate_io *io, size_t n)
{
	if (g->part < HEAD_CRC)
		g->head_crc = inflate_crc(g->inflate, g->head_crc,
					  io->in, n);
	io->in += n;
	io->n_in -= n;
}

/* Collects the bytes of a part of that size; true when they are there. */
static bool collect(struct gunzip *g, struct inflate_io *io, size_t size)
{
	size_t n = size - g->n;

	if (n > io->n_in)
		n = io->n_in;
	memcpy(g->bytes + g->n, io->in, n);
	take(g, io, n);
	g->n += n;
	return g->n == size;
}

/* Says what is wrong as soon as it is seen, so that garbage may be short. */
static enum outcome run_head(struct gunzip *g, struct inflate_io *io)
{
	bool is_whole;

	if (!g->n)
		g->head_crc = 0;
	is_whole = collect(g, io, HEAD_SIZE);
	if (g->n >= 2 && (g->bytes[0] != 0x1f || g->bytes[1] != 0x8b))
		return GARBAGE;
	if (g->n >= 3 && g->bytes[2] != METHOD_DEFLATE)
		return fail(g, "unknown compression method");
	if (g->n >= 4 && (g->bytes[3] & RESERVED))
		return fail(g, "unknown header flags set");
	g->flags = g->bytes[3];
	return is_whole ? DONE : WAITS;
}

static enum outcome run_extra_size(struct gunzip *g, struct inflate_io *io)
{
	if (!collect(g, io, 2))
		return WAITS;
	g->extra = number_at(g->bytes, 2);
	return DONE;
}

static enum outcome run_extra(struct gunzip *g, struct inflate_io *io)
{
	size_t n = g->extra < io->n_in ? g->extra : io->n_in;

	take(g, io, n);
	g->extra -= n;
	return g->extra ? WAITS : DONE;
}

/* A name or a comment, up to its NUL. */
static enum outcome run_text(struct gunzip *g, struct inflate_io *io)
{
	const uint8_t *end = memchr(io->in, 0, io->n_in);

	take(g, io, end ? (size_t)(end - io->in) + 1 : io->n_in);
	return end ? DONE : WAITS;
}

static enum outcome run_head_crc(struct gunzip *g, struct inflate_io *io)
{
	if (!collect(g, io, 2))
		return WAITS;
	return number_at(g->bytes, 2) == (g->head_crc & 0xffff) ? DONE :
	       fail(g, "wrong CRC of the header");
}

static enum outcome run_body(struct gunzip *g, struct inflate_io *io)
{
	const uint8_t *from = io->out;
	enum inflate_status status = inflate_run(g->inflate, io);
	size_t n = (size_t)(io->out - from);

	g->crc = inflate_crc(g->inflate, g->crc, from, n);
	g->size += (uint32_t)n;
	if (status == INFLATE_END)
		return DONE;
	/* Going on without taking what there is would go on for ever. */
	if (status == INFLATE_BROKEN || (io->n_in && io->n_out))
		return fail(g, "broken data");
	return WAITS;
}

static enum outcome run_tail(struct gunzip *g, struct inflate_io *io)
{
	if (!collect(g, io, TAIL_SIZE))
		return WAITS;
	if (number_at(g->bytes, 4) != g->crc)
		return fail(g, "wrong CRC");
	if (number_at(g->bytes + 4, 4) != g->size)
		return fail(g, "wrong ISIZE (length)");
	return DONE;
}

/* There may be another member, or zeros up to the end. */
static enum outcome run_between(struct gunzip *g, struct inflate_io *io)
{
	while (io->n_in && !*io->in) {
		io->in++;
		io->n_in--;
		g->has_zeros = true;
	}
	if (!io->n_in)
		return WAITS;
	return g->has_zeros || *io->in != 0x1f ? GARBAGE : DONE;
}

static enum outcome (*const run[])(struct gunzip *, struct inflate_io *) = {
	[HEAD] = run_head, [EXTRA_SIZE] = run_extra_size,
	[EXTRA] = run_extra, [NAME] = run_text, [COMMENT] = run_text,
	[HEAD_CRC] = run_head_crc, [BODY] = run_body, [TAIL] = run_tail,
	[BETWEEN] = run_between,
};

static void next_part(struct gunzip *g)
{
	do {
		g->part = g->part == BETWEEN ? HEAD : g->part + 1;
	} while (part_flags[g->part] && !(g->flags & part_flags[g->part]));
	g->n = 0;
	if (g->part != BODY)
		return;
	g->crc = g->size = 0;
	if (!g->is_first)
		inflate_reset(g->inflate);
	g->is_first = false;
}

struct gunzip *gunzip_new(struct mem *mem, bool is_long)
{
	struct gunzip *g = mem_alloc(mem, sizeof(*g));

	g->mem = mem;
	g->is_first = true;
	g->inflate = inflate_new(mem, is_long);
	if (g->inflate)
		return g;
	gunzip_free(g);
	return NULL;
}

void gunzip_free(struct gunzip *g)
{
	if (!g)
		return;
	inflate_free(g->inflate);
	mem_free(g->mem, g, sizeof(*g));
}

enum gunzip_status gunzip_run(struct gunzip *g, struct inflate_io *io)
{
	enum outcome outcome = DONE;

	while (io->n_out && outcome == DONE) {
		outcome = run[g->part](g, io);
		if (outcome == DONE)
			next_part(g);
	}
	if (outcome == GARBAGE)
		return GUNZIP_GARBAGE;
	return outcome == DAMAGED ? GUNZIP_DAMAGED : GUNZIP_GOES_ON;
}

bool gunzip_may_end(const struct gunzip *g)
{
	return g->part == BETWEEN;
}

const char *gunzip_why(const struct gunzip *g)
{
	return g->why;
}
