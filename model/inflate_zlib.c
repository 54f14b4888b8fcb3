#define ZLIB_CONST

#include "config.h"

#include "model/inflate.h"

#include <limits.h>
#include <stdio.h>

#include <zlib.h>

struct zlib {
	struct mem *mem;
	z_stream z;
};

static void *start(struct mem *mem)
{
	struct zlib *zlib = mem_alloc(mem, sizeof(*zlib));

	zlib->mem = mem;
	if (inflateInit2(&zlib->z, -MAX_WBITS) == Z_OK)
		return zlib;
	mem_free(mem, zlib, sizeof(*zlib));
	return NULL;
}

static void end(void *state)
{
	struct zlib *zlib = state;

	inflateEnd(&zlib->z);
	mem_free(zlib->mem, zlib, sizeof(*zlib));
}

static void reset(void *state)
{
	struct zlib *zlib = state;

	inflateReset(&zlib->z);
}

/* zlib counts in unsigned int. */
static uInt at_once(size_t n)
{
	return n < UINT_MAX ? (uInt)n : UINT_MAX;
}

static enum inflate_status run(void *state, struct inflate_io *io)
{
	struct zlib *zlib = state;
	z_stream *z = &zlib->z;
	uInt n_in = at_once(io->n_in), n_out = at_once(io->n_out);
	int rc;

	z->next_in = io->in;
	z->avail_in = n_in;
	z->next_out = io->out;
	z->avail_out = n_out;
	rc = inflate(z, Z_NO_FLUSH);
	io->in = z->next_in;
	io->n_in -= n_in - z->avail_in;
	io->out = z->next_out;
	io->n_out -= n_out - z->avail_out;
	if (rc == Z_STREAM_END)
		return INFLATE_END;
	return rc == Z_OK || rc == Z_BUF_ERROR ? INFLATE_GOES_ON :
						 INFLATE_BROKEN;
}

static uint32_t crc_add(const void *state, uint32_t crc, const uint8_t *bytes,
			size_t n)
{
	(void)state;
	return (uint32_t)crc32_z(crc, bytes, n);
}

static void version(char to[64])
{
	snprintf(to, 64, "zlib %s", zlibVersion());
}

const struct inflate_library inflate_zlib = {
	.start = start, .end = end, .reset = reset, .run = run,
	.crc = crc_add, .version = version,
};
