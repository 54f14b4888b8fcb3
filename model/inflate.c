#include "config.h"

#include "model/inflate.h"

/* In the order in which they are tried; the last serves short streams, too. */
static const struct inflate_library *const libraries[] = {
#ifdef HAVE_ISAL
	&inflate_isal,
#endif
	&inflate_zlib,
};

enum { LAST = ARRAY_SIZE(libraries) - 1 };

struct inflate {
	struct mem *mem;
	const struct inflate_library *library;
	void *state;
};

struct inflate *inflate_new(struct mem *mem, bool is_long)
{
	struct inflate *inflate = mem_alloc(mem, sizeof(*inflate));

	inflate->mem = mem;
	for (size_t i = is_long ? 0 : LAST; i <= LAST; i++) {
		inflate->library = libraries[i];
		inflate->state = libraries[i]->start(mem);
		if (inflate->state)
			return inflate;
	}
	mem_free(mem, inflate, sizeof(*inflate));
	return NULL;
}

void inflate_free(struct inflate *inflate)
{
	if (!inflate)
		return;
	inflate->library->end(inflate->state);
	mem_free(inflate->mem, inflate, sizeof(*inflate));
}

void inflate_reset(struct inflate *inflate)
{
	inflate->library->reset(inflate->state);
}

enum inflate_status inflate_run(struct inflate *inflate, struct inflate_io *io)
{
	return inflate->library->run(inflate->state, io);
}

uint32_t inflate_crc(const struct inflate *inflate, uint32_t crc,
		     const uint8_t *bytes, size_t n)
{
	return inflate->library->crc(inflate->state, crc, bytes, n);
}

void inflate_library(char to[64])
{
	struct mem mem = { 0 };
	struct inflate *inflate = inflate_new(&mem, true);

	to[0] = '\0';
	if (inflate)
		inflate->library->version(to);
	inflate_free(inflate);
}
