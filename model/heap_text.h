/*
 * What heap profiles that are text share: the sample types, and what the
 * samples of a record stand for.
 *
 * Without numbers of what was ever allocated the types are objects and space,
 * else alloc_objects, alloc_space, inuse_objects, inuse_space.  Each record
 * has the label "bytes": how large one object is.
 */
#ifndef MODEL_HEAP_TEXT_H
#define MODEL_HEAP_TEXT_H

#include "model/records.h"
#include "model/unsample.h"

struct heap_head {
	bool has_allocated;
	bool is_sampled;
	bool is_go;		/* of Go's runtime */
	int64_t period;		/* bytes */
	int64_t total;		/* objects ever allocated; 0: not said */
};

struct heap_text {
	struct records records;
	struct heap_head head;
};

/* Gives the profile its types and its period, as the head says. */
void heap_text_types(struct heap_text *heap);

/* Sets the values of the record that is open, and its label. */
int heap_text_values(struct heap_text *heap, struct heap_sum in_use,
		     struct heap_sum allocated, struct err *err);

/*
 * jemalloc's native text (its src/prof_data.c, prof_dump_impl): the sums of
 * all threads (t*) count, those of each thread are passed over.
 *
 *	heap_v2/524288			bytes between samples
 *	  t*: 28106: 56637512 [0: 0]	in use, and allocated if asked for
 *	  t3: 352: 16777344 [0: 0]
 *	@ 0x5f86da8 0x5f5a1dc
 *	  t*: 13: 6688 [0: 0]
 *	  t3: 12: 6496 [0: 0]
 *
 *	MAPPED_LIBRARIES:
 */

/* Whether a line is the first of such a text; the rest is not told there. */
bool heap_v2_head(struct str line, struct heap_head *head);

/* Reads what follows that line. */
int heap_v2_read(struct heap_text *heap, struct err *err);

#endif
