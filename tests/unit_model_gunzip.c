/*
 * gzip as gunzip.c has it, short and so by zlib, and long, by ISA-L where it is
 * there, held against zlib's own: what all ways of compressing make, in pieces
 * of any size, and the same damaged.  The data is made here from a seed.
 */
#define ZLIB_CONST

#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "model/buf.h"
#include "model/gunzip.h"
#include "tests/tap.h"

enum { ROUNDS = 1500, FEW = 8, OUT_MAX = 1 << 20 };

static struct mem mem;
static uint64_t seed = 1;

static uint64_t draw(uint64_t n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (seed >> 33) % n;
}

/* From 0 up, more often small than large. */
static size_t draw_size(unsigned bits)
{
	return (size_t)draw((uint64_t)1 << draw(bits + 1));
}

/* Bytes of which some repeat, near or far, and some do not. */
static void add_data(struct buf *buf, size_t n)
{
	size_t end = buf->n + n;

	while (buf->n < end) {
		size_t run = draw_size(9) + 1, back = draw_size(15) + 1;

		if (draw(3) && back <= buf->n)
			while (run-- && buf->n < end)
				buf_addc(buf, buf->s[buf->n - back]);
		else
			while (run-- && buf->n < end)
				buf_addc(buf, (char)draw(draw(2) ? 4 : 256));
	}
}

/* Appends data as a stream of deflate, of gzip with `wrap` 16. */
static void add_deflated(struct buf *to, const char *data, size_t n, int wrap,
			 gz_header *header)
{
	static const int strategies[] = {
		Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED
	};
	int bits = 9 + (int)draw(7);
	static char block[4096];
	z_stream z = { 0 };
	int rc;

	deflateInit2(&z, (int)draw(10), Z_DEFLATED, wrap ? wrap + bits : -bits,
		     1 + (int)draw(9), strategies[draw(5)]);
	if (header)
		deflateSetHeader(&z, header);
	z.next_in = (const Bytef *)data;
	do {
		/* A flush leaves empty blocks and ends codes early. */
		size_t left = n - (size_t)z.total_in, more = draw_size(17);
		int flush = (int)draw(4);

		z.avail_in = (uInt)(more < left ? more : left);
		if (z.avail_in == left)
			flush = Z_FINISH;
		do {
			z.next_out = (Bytef *)block;
			z.avail_out = sizeof(block);
			rc = deflate(&z, flush);
			buf_add(to, block, sizeof(block) - z.avail_out);
		} while (!z.avail_out);
	} while (rc != Z_STREAM_END);
	deflateEnd(&z);
}

static void add_member(struct buf *to, const char *data, size_t n)
{
	static Bytef extra[65535], name[] = "a name", comment[300];
	gz_header header = { .os = 3, .hcrc = (int)draw(2) };

	memset(comment, 'c', sizeof(comment) - 1);
	if (draw(2))
		header.extra = extra;
	header.extra_len = (uInt)draw_size(16) % 65536;
	if (draw(2))
		header.name = name;
	if (draw(2))
		header.comment = comment;
	add_deflated(to, data, n, 16, draw(2) ? &header : NULL);
}

/* What came of a stream, at most OUT_MAX bytes of it. */
struct result {
	bool is_good;
	struct buf out;
	const char *why;
};

/*
 * Input and room in pieces of up to so many bits, each in a block of its own
 * that is no longer, so that the sanitizers see what is read beside it.
 */
struct pieces {
	const struct buf *from;
	size_t at;
	unsigned in_bits, out_bits;
	uint8_t *in, *out;
	struct inflate_io io;
};

static void pieces_refill(struct pieces *p)
{
	size_t left = p->from->n - p->at, n = draw_size(p->in_bits) + 1;
	uint8_t *old = p->in;

	n = n < left ? n : left;
	p->in = malloc(n);
	if (n)
		memcpy(p->in, p->from->s + p->at, n);
	p->io.in = p->in;
	p->io.n_in = n;
	p->at += n;
	free(old);
}

static size_t pieces_room(struct pieces *p)
{
	size_t n = draw_size(p->out_bits) + 1;

	p->out = malloc(n);
	p->io.out = p->out;
	p->io.n_out = n;
	return n;
}

static void pieces_take(struct pieces *p, struct result *r)
{
	buf_add(&r->out, (char *)p->out, (size_t)(p->io.out - p->out));
	free(p->out);
}

/* By gunzip.c. */
static struct result gunzip_by_us(const struct buf *from, bool is_long,
				  unsigned in_bits, unsigned out_bits)
{
	struct pieces p = { from, 0, in_bits, out_bits, NULL, NULL, { 0 } };
	struct gunzip *gunzip = gunzip_new(&mem, is_long);
	enum gunzip_status status = GUNZIP_GOES_ON;
	struct result r = { false, BUF_INIT, "" };
	bool has_ended = false;

	pieces_refill(&p);
	while (status == GUNZIP_GOES_ON && !has_ended && r.out.n < OUT_MAX) {
		pieces_room(&p);
		status = gunzip_run(gunzip, &p.io);
		has_ended = p.io.n_out && p.at == from->n;
		if (p.io.n_out && !has_ended)
			pieces_refill(&p);
		pieces_take(&p, &r);
	}
	r.is_good = status == GUNZIP_GOES_ON && gunzip_may_end(gunzip);
	if (status == GUNZIP_DAMAGED)
		r.why = gunzip_why(gunzip);
	gunzip_free(gunzip);
	free(p.in);
	return r;
}

/* A stream of deflate by what gunzip.c has it from. */
static struct result inflate_by_us(const struct buf *from, bool is_long,
				   unsigned in_bits, unsigned out_bits)
{
	struct pieces p = { from, 0, in_bits, out_bits, NULL, NULL, { 0 } };
	struct inflate *f = inflate_new(&mem, is_long);
	enum inflate_status status = INFLATE_GOES_ON;
	struct result r = { false, BUF_INIT, "" };
	bool has_ended = false;

	pieces_refill(&p);
	while (status == INFLATE_GOES_ON && !has_ended && r.out.n < OUT_MAX) {
		pieces_room(&p);
		status = inflate_run(f, &p.io);
		has_ended = p.io.n_out && p.at == from->n;
		if (p.io.n_out && !has_ended)
			pieces_refill(&p);
		pieces_take(&p, &r);
	}
	r.is_good = status == INFLATE_END;
	inflate_free(f);
	free(p.in);
	return r;
}

/* One stream by zlib, from *at on.  Returns whether it came to its end. */
static bool add_inflated(const struct buf *from, size_t *at, int wrap,
			 struct result *r)
{
	static char block[65536];
	z_stream z = { 0 };
	int rc = Z_OK;

	inflateInit2(&z, wrap ? wrap + MAX_WBITS : -MAX_WBITS);
	z.next_in = (const Bytef *)from->s + *at;
	z.avail_in = (uInt)(from->n - *at);
	while (rc == Z_OK && r->out.n < OUT_MAX) {
		z.next_out = (Bytef *)block;
		z.avail_out = sizeof(block);
		rc = inflate(&z, Z_NO_FLUSH);
		buf_add(&r->out, block, sizeof(block) - z.avail_out);
	}
	if (z.msg)
		r->why = z.msg;
	*at = from->n - z.avail_in;
	inflateEnd(&z);
	return rc == Z_STREAM_END;
}

static struct result inflate_by_zlib(const struct buf *from)
{
	struct result r = { false, BUF_INIT, "" };
	size_t at = 0;

	r.is_good = add_inflated(from, &at, 0, &r);
	return r;
}

static struct result gunzip_by_zlib(const struct buf *from)
{
	struct result r = { false, BUF_INIT, "" };
	size_t at = 0;

	do {
		if (!add_inflated(from, &at, 16, &r))
			return r;
	} while (at < from->n && from->s[at] == 0x1f);
	while (at < from->n && !from->s[at])
		at++;
	r.is_good = at == from->n;
	return r;
}

static bool same_start(const struct result *a, const struct result *b)
{
	size_t n = a->out.n < b->out.n ? a->out.n : b->out.n;

	n = n < OUT_MAX ? n : OUT_MAX;
	return !n || !memcmp(a->out.s, b->out.s, n);
}

/* The one thing that libraries may differ in: see inflate.h. */
static bool is_incomplete(const struct result *zlib)
{
	size_t n = strlen(zlib->why);

	return n > 4 && !strcmp(zlib->why + n - 4, " set");
}

static bool same_result(const struct result *us, const struct result *zlib)
{
	bool same = us->is_good == zlib->is_good && same_start(us, zlib) &&
		    (!us->is_good || us->out.n == zlib->out.n ||
		     us->out.n >= OUT_MAX);

	if (!same)
		printf("# %zu bytes, %d, \"%s\" where zlib has %zu, %d, "
		       "\"%s\"\n", us->out.n, us->is_good, us->why,
		       zlib->out.n, zlib->is_good, zlib->why);
	return same;
}

static void release(struct result *us, struct result *zlib)
{
	buf_release(&us->out);
	buf_release(&zlib->out);
}

/* Some bytes become others, some go, some come. */
static void damage(struct buf *buf, size_t from)
{
	for (uint64_t i = 0, n = 1 + draw(3); i < n && buf->n > from; i++) {
		size_t at = from + (size_t)draw(buf->n - from);
		size_t gone = draw_size(6);

		switch (draw(4)) {
		case 0:
			buf->s[at] = (char)draw(256);
			break;
		case 1:
			buf->s[at] ^= (char)(1 << draw(8));
			break;
		case 2:
			gone = gone < buf->n - at ? gone : buf->n - at;
			memmove(buf->s + at, buf->s + at + gone,
				buf->n - at - gone);
			buf->n -= gone;
			break;
		default:
			buf_addc(buf, '\0');
			memmove(buf->s + at + 1, buf->s + at,
				buf->n - at - 1);
		}
	}
}

static void test_whole(bool is_long)
{
	struct buf raw = BUF_INIT, gz = BUF_INIT;
	int bad = 0;

	for (int i = 0; i < ROUNDS / FEW; i++) {
		struct result us;
		size_t from;

		buf_clear(&raw);
		buf_clear(&gz);
		for (uint64_t k = 0, n = 1 + draw(4); k < n; k++) {
			from = raw.n;
			add_data(&raw, draw_size(18));
			add_member(&gz, raw.s + from, raw.n - from);
		}
		if (draw(2))
			buf_pad(&gz, '\0', draw_size(10));
		us = gunzip_by_us(&gz, is_long, (unsigned)draw(20),
				  (unsigned)draw(20));
		bad += !us.is_good || !buf_same(&us.out, &raw);
		buf_release(&us.out);
	}
	is_int(bad, 0, "members of all kinds, in pieces of all sizes");
	buf_release(&raw);
	buf_release(&gz);
}

/* Heads and tails too, and what is behind them. */
static void test_damaged(bool is_long)
{
	struct buf raw = BUF_INIT, gz = BUF_INIT;
	int bad = 0, good = 0;

	for (int i = 0; i < ROUNDS; i++) {
		struct result us, zlib;

		buf_clear(&raw);
		buf_clear(&gz);
		add_data(&raw, draw_size(13));
		add_member(&gz, raw.s, raw.n);
		if (draw(2))
			add_member(&gz, raw.s, raw.n);
		/* What does not start as gzip does is not given to gunzip. */
		damage(&gz, 2);
		us = gunzip_by_us(&gz, is_long, (unsigned)draw(14),
				  (unsigned)draw(14));
		zlib = gunzip_by_zlib(&gz);
		bad += !same_result(&us, &zlib);
		good += us.is_good;
		release(&us, &zlib);
	}
	is_int(bad, 0, "what zlib refuses is refused, and nothing else");
	ok(good && good < ROUNDS, "... %d of %d were good", good, ROUNDS);
	buf_release(&raw);
	buf_release(&gz);
}

/* Without a CRC to tell, damaged streams show how codes are read. */
static void test_streams(bool is_long)
{
	struct buf raw = BUF_INIT, deflated = BUF_INIT;
	int bad = 0, good = 0, incomplete = 0;

	for (int i = 0; i < ROUNDS; i++) {
		struct result us, zlib;

		buf_clear(&raw);
		buf_clear(&deflated);
		add_data(&raw, draw_size(13));
		add_deflated(&deflated, raw.s, raw.n, 0, NULL);
		damage(&deflated, 0);
		us = inflate_by_us(&deflated, is_long, (unsigned)draw(14),
				   (unsigned)draw(14));
		zlib = inflate_by_zlib(&deflated);
		if (is_incomplete(&zlib))
			incomplete++;
		else
			bad += !same_result(&us, &zlib);
		good += us.is_good;
		release(&us, &zlib);
	}
	is_int(bad, 0, "streams without a CRC give what zlib gives");
	ok(good > ROUNDS / 10, "... %d of %d came to an end, %d had "
	   "incomplete codes", good, ROUNDS, incomplete);
	buf_release(&raw);
	buf_release(&deflated);
}

/* A head's own CRC is right or told. */
static void test_head(bool is_long)
{
	struct buf gz = BUF_INIT;
	gz_header header = { .name = (Bytef *)"n", .hcrc = 1 };
	struct result r;

	add_deflated(&gz, "profile", 7, 16, &header);
	r = gunzip_by_us(&gz, is_long, 0, 10);
	ok(r.is_good && r.out.n == 7, "a head with a CRC");
	buf_release(&r.out);
	gz.s[10] = 'm';
	r = gunzip_by_us(&gz, is_long, 0, 10);
	ok(!r.is_good, "... that is wrong");
	is(r.why, "wrong CRC of the header", "... which is said");
	buf_release(&r.out);
	gz.s[10] = 'n';
	gz.s[3] = (char)(gz.s[3] | 0x20);
	r = gunzip_by_us(&gz, is_long, 0, 10);
	is(r.why, "unknown header flags set", "flags that nobody knows");
	buf_release(&r.out);
	buf_release(&gz);
}

int main(void)
{
	char library[64];

	inflate_library(library);
	printf("# long streams with %s\n", library);
	for (int is_long = 0; is_long < 2; is_long++) {
		test_whole(is_long);
		test_damaged(is_long);
		test_streams(is_long);
		test_head(is_long);
	}
	is_int(mem.used, 0, "all memory was given back");
	return tap_done();
}
