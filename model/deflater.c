#define ZLIB_CONST

#include "config.h"

#include "model/deflater.h"

#include <limits.h>
#include <stdbool.h>
#include <zlib.h>

enum { PIECE = 64 << 10, GZIP = 16 };

struct deflater {
	struct mem *mem;
	deflater_put *put;
	void *data;
	z_stream z;
	bool has_failed;
	unsigned char piece[PIECE];
};

struct deflater *deflater_new(struct mem *mem, deflater_put *put, void *data)
{
	struct deflater *d = mem_alloc(mem, sizeof(*d));

	d->mem = mem;
	d->put = put;
	d->data = data;
	if (deflateInit2(&d->z, Z_DEFAULT_COMPRESSION, Z_DEFLATED,
			 GZIP + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
		die("out of memory: compressing");
	d->z.next_out = d->piece;
	d->z.avail_out = PIECE;
	return d;
}

void deflater_free(struct deflater *d)
{
	if (!d)
		return;
	deflateEnd(&d->z);
	mem_free(d->mem, d, sizeof(*d));
}

static void put_piece(struct deflater *d)
{
	size_t n = PIECE - d->z.avail_out;

	if (n && !d->has_failed &&
	    d->put(d->data, (const char *)d->piece, n))
		d->has_failed = true;
	d->z.next_out = d->piece;
	d->z.avail_out = PIECE;
}

void deflater_add(struct deflater *d, const void *s, size_t n)
{
	const unsigned char *at = s;

	while (n && !d->has_failed) {
		uInt step = n < UINT_MAX ? (uInt)n : UINT_MAX;

		d->z.next_in = at;
		d->z.avail_in = step;
		while (d->z.avail_in) {
			deflate(&d->z, Z_NO_FLUSH);
			if (!d->z.avail_out)
				put_piece(d);
		}
		at += step;
		n -= step;
	}
}

int deflater_end(struct deflater *d)
{
	d->z.avail_in = 0;
	while (!d->has_failed && deflate(&d->z, Z_FINISH) != Z_STREAM_END)
		put_piece(d);
	put_piece(d);
	return d->has_failed ? -1 : 0;
}
