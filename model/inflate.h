/*
 * One stream of deflate (RFC 1951) as it comes, and CRC-32: what a library is
 * there for.  That is zlib, and for a long stream ISA-L where configure knows
 * of it, which takes 0.6 times as long.  ISA-L is loaded when it is wanted and
 * done without when it is not there: linked, it would make the start of the
 * program, 3 ms, a fifth slower.
 *
 * The two differ in one thing: ISA-L also takes codes that are incomplete,
 * which leave some bit patterns without a meaning, and refuses only those
 * patterns.  The memory for either does not depend on the data.
 */
#ifndef MODEL_INFLATE_H
#define MODEL_INFLATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/mem.h"

struct inflate;

/*
 * What there is to read and room to write to, both borrowed; both advance.  At
 * the end of a stream `in` may go back by some bytes that were taken too early,
 * so other input may only take its place when a call has left room.
 */
struct inflate_io {
	const uint8_t *in;
	size_t n_in;
	uint8_t *out;
	size_t n_out;
};

enum inflate_status {
	INFLATE_GOES_ON,	/* all input is taken, or all room, or both */
	INFLATE_END,
	INFLATE_BROKEN,
};

/* At the start of a stream.  Returns NULL when no library can start. */
struct inflate *inflate_new(struct mem *mem, bool is_long);
void inflate_free(struct inflate *inflate);

/* Forgets all of a stream, for the start of another. */
void inflate_reset(struct inflate *inflate);

/*
 * Goes on until input or room is used up, or the stream ends.  More may come
 * out although no input is left; what has come out when it is broken is right.
 */
enum inflate_status inflate_run(struct inflate *inflate,
				struct inflate_io *io);

/* Goes on with a CRC-32, as gzip has it; that of nothing is 0. */
uint32_t inflate_crc(const struct inflate *inflate, uint32_t crc,
		     const uint8_t *bytes, size_t n);

/* Writes which library a long stream gets, "zlib 1.2.13". */
void inflate_library(char to[64]);

/* For inflate.c: a library.  What start returns is what the others get. */
struct inflate_library {
	void *(*start)(struct mem *mem);	/* NULL: cannot */
	void (*end)(void *state);
	void (*reset)(void *state);
	enum inflate_status (*run)(void *state, struct inflate_io *io);
	uint32_t (*crc)(const void *state, uint32_t crc, const uint8_t *bytes,
			size_t n);
	void (*version)(char to[64]);
};

extern const struct inflate_library inflate_zlib, inflate_isal;

#endif
