/*
 * The memory protobuf-c unpacks one record into: a bump allocator that is
 * emptied before each record and never gives single pieces back.  A record
 * that needs more than the limit fails to unpack instead of taking the
 * machine: two-byte fields, known or not, can make protobuf-c ask for 70 times
 * their size.
 */
#ifndef MODEL_SCRATCH_H
#define MODEL_SCRATCH_H

#include <stdbool.h>
#include <stddef.h>

#include <protobuf-c/protobuf-c.h>

#include "model/arena.h"

struct scratch {
	ProtobufCAllocator allocator;	/* hand this to protobuf-c */
	struct arena arena;
	size_t used, limit;
	bool is_full;			/* something was refused */
};

/* The scratch must stay where it is: the allocator points at it. */
void scratch_init(struct scratch *scratch, struct mem *mem, size_t limit);
void scratch_release(struct scratch *scratch);
void scratch_clear(struct scratch *scratch);

#endif
