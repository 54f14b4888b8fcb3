/*
 * References by id into a table that may not have been read yet.  A reference
 * is replaced at once by a number of 32 bits: that of a small id, which is what
 * writers use, is one less than the id, so that nothing is looked up; others
 * are numbered apart, as they come.  When the table has been read, refs_at
 * gives the place of each number in it.  Writers mostly count the entries of a
 * table from 1 in their order: then all numbers are places already.
 */
#ifndef MODEL_REFS_H
#define MODEL_REFS_H

#include "model/idmap.h"

enum { REFS_NONE = UINT32_MAX };

/* Where the numbers of ids that are not small start. */
#define REFS_FAR (UINT32_C(1) << 31)

struct refs {
	struct idmap defined;	/* numbers are places */
	struct idmap far;	/* numbers are to be added to REFS_FAR */
	uint64_t end;		/* other numbers given out are below */
};

void refs_init(struct refs *refs, struct mem *mem);
void refs_release(struct refs *refs);

/* Says which id the next entry of the table has; false when one has it. */
bool refs_define(struct refs *refs, uint64_t id);

/* Returns the number of an id that is 0 or not small. */
uint32_t refs_number_far(struct refs *refs, uint64_t id);

static inline uint32_t refs_number(struct refs *refs, uint64_t id)
{
	uint64_t number = id - 1;

	if (number >= refs->end) {
		if (number >= REFS_FAR)
			return refs_number_far(refs, id);
		refs->end = number + 1;
	}
	return (uint32_t)number;
}

/* The id that a number stands for. */
uint64_t refs_id(const struct refs *refs, uint32_t number);

/* The place of a number in the table, REFS_NONE when it is not there. */
uint32_t refs_at(const struct refs *refs, uint32_t number);

/* Whether every number given out is its own place. */
bool refs_are_places(const struct refs *refs);

#endif
