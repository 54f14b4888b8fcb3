/*
 * Profiles made by hand, in two ways that share nothing with the loader.
 *
 * As bytes: build_uint and the others append fields of profile.proto.
 *
 * As text: build_profile turns lines into bytes, and build_dump turns a
 * profile that was loaded back into the same lines.  A "-" is an empty text or
 * an empty stack.  The lines, tables in any order:
 *
 *	type TYPE UNIT
 *	map ID START LIMIT OFFSET FILE BUILD_ID [HAS]
 *	func ID NAME FILE START_LINE [SYSTEM_NAME]
 *	loc ID MAP_ID ADDRESS [FUNC_ID[:LINE[:COLUMN]]]... [folded]
 *	row ID,ID,... VALUE,VALUE,... [KEY=TEXT | KEY#NUMBER[UNIT]]...
 *	drop RE, keep RE, comment TEXT, default NAME, doc URL
 *	time N, duration N, period N TYPE UNIT
 */
#ifndef TESTS_BUILD_H
#define TESTS_BUILD_H

#include <stdint.h>

#include "model/buf.h"
#include "model/profile.h"

void build_varint(struct buf *out, uint64_t v);
void build_uint(struct buf *out, unsigned int field, uint64_t v);
void build_bytes(struct buf *out, unsigned int field, const char *s, size_t n);

/* Adds the message as a field and gives its memory back. */
void build_message(struct buf *out, unsigned int field, struct buf *message);

/* Appends the bytes; dies when a line is not as above. */
void build_profile(struct buf *out, const char *text);

/*
 * Appends a profile as lines.  A func has its place as its id; the values of
 * a second side follow the first behind a "/".
 */
void build_dump(struct buf *out, const struct profile *profile);

/* Loads n bytes; returns "" or the reason, which err holds. */
struct err;
const char *build_load(struct profile *profile, struct mem *mem,
		       const struct buf *bytes, struct err *err);

/* Initialises and fills a profile from text; dies when it does not load. */
void build_from(struct profile *profile, struct mem *mem, const char *text);

#endif
