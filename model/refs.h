/*
 * References by id into a table that has not been read yet.  A reference is
 * replaced at once by a dense number, handed out in the order in which ids
 * are first seen; when the table has been read, refs_at gives the place of
 * each number in it.
 */
#ifndef MODEL_REFS_H
#define MODEL_REFS_H

#include "model/idmap.h"

enum { REFS_NONE = UINT32_MAX };

struct refs {
	struct idmap ids;
	VEC(uint32_t) places;	/* of each number, plus one; 0 is none yet */
};

void refs_init(struct refs *refs, struct mem *mem);
void refs_release(struct refs *refs);

static inline uint32_t refs_number(struct refs *refs, uint64_t id)
{
	return idmap_number(&refs->ids, id);
}

/* Says where in the table an id is; false when it has been said before. */
bool refs_define(struct refs *refs, uint64_t id, uint32_t place);

/* The place of a number in the table, REFS_NONE when it is not there. */
static inline uint32_t refs_at(const struct refs *refs, uint32_t number)
{
	return number < refs->places.n ? refs->places.at[number] - 1 :
					 REFS_NONE;
}

/* Whether every number is its own place. */
bool refs_are_places(const struct refs *refs);

#endif
