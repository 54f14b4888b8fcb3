#include "config.h"

#include "model/inflate.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>

#include <isa-l.h>

#define TEXT_OF(x) #x
#define SONAME_OF(major) "libisal.so." TEXT_OF(major)

/* Functions are called by what dlsym finds, with the types of the header. */
struct isal {
	struct mem *mem;
	void *library;
	__typeof__(isal_inflate_init) *init;
	__typeof__(isal_inflate_reset) *reset;
	__typeof__(isal_inflate) *inflate;
	__typeof__(crc32_gzip_refl) *crc;
	struct inflate_state state;
};

static void end(void *data)
{
	struct isal *isal = data;

	if (isal->library)
		dlclose(isal->library);
	mem_free(isal->mem, isal, sizeof(*isal));
}

static bool load(struct isal *isal)
{
	isal->library = dlopen(SONAME_OF(ISAL_MAJOR_VERSION),
			       RTLD_LAZY | RTLD_LOCAL);
	if (!isal->library)
		return false;
	*(void **)&isal->init = dlsym(isal->library, "isal_inflate_init");
	*(void **)&isal->reset = dlsym(isal->library, "isal_inflate_reset");
	*(void **)&isal->inflate = dlsym(isal->library, "isal_inflate");
	*(void **)&isal->crc = dlsym(isal->library, "crc32_gzip_refl");
	return isal->init && isal->reset && isal->inflate && isal->crc;
}

static void *start(struct mem *mem)
{
	struct isal *isal = mem_alloc(mem, sizeof(*isal));

	isal->mem = mem;
	if (load(isal)) {
		isal->init(&isal->state);
		return isal;
	}
	end(isal);
	return NULL;
}

static void reset(void *data)
{
	struct isal *isal = data;

	isal->reset(&isal->state);
}

/*
 * ISA-L counts in 32 bits; up to 2.32 it overruns a buffer of its own where
 * that many bytes are nearly all there are, which half as many never are.
 */
static uint32_t at_once(size_t n)
{
	return n < INT_MAX ? (uint32_t)n : INT_MAX;
}

/*
 * The whole bytes among the bits it holds are from behind the end.  It asks for
 * input only while the end is not among what it has, so they all are of the
 * last it was given.  Since 2.32 it gives them back itself.
 */
static void give_back(const struct inflate_state *state,
		      struct inflate_io *io)
{
	unsigned n = (unsigned)state->read_in_length / 8;

	io->in -= n;
	io->n_in += n;
}

static enum inflate_status run(void *data, struct inflate_io *io)
{
	struct isal *isal = data;
	struct inflate_state *state = &isal->state;
	uint32_t n_in = at_once(io->n_in), n_out = at_once(io->n_out);
	int rc;

	/* Its next_in is not const, but nothing is written there. */
	state->next_in = (uint8_t *)(uintptr_t)io->in;
	state->avail_in = n_in;
	state->next_out = io->out;
	state->avail_out = n_out;
	rc = isal->inflate(state);
	io->in = state->next_in;
	io->n_in = io->n_in - n_in + state->avail_in;
	io->out = state->next_out;
	io->n_out -= n_out - state->avail_out;
	if (rc != ISAL_DECOMP_OK)
		return INFLATE_BROKEN;
	if (state->block_state != ISAL_BLOCK_FINISH)
		return INFLATE_GOES_ON;
	give_back(state, io);
	return INFLATE_END;
}

static uint32_t crc_add(const void *data, uint32_t crc, const uint8_t *bytes,
			size_t n)
{
	const struct isal *isal = data;

	return isal->crc(crc, bytes, n);
}

/* It does not tell; but it is of the version that was compiled for, or later. */
static void version(char to[64])
{
	snprintf(to, 64, "isa-l %d.%d.%d", ISAL_MAJOR_VERSION,
		 ISAL_MINOR_VERSION, ISAL_PATCH_VERSION);
}

const struct inflate_library inflate_isal = {
	.start = start, .end = end, .reset = reset, .run = run,
	.crc = crc_add, .version = version,
};
