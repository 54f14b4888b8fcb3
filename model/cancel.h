/*
 * The flag by which another thread says that an answer is no longer wanted.
 * Work that may take long looks at it every few thousand rows, gives up and
 * says that it did; what it has made so far is of no use then.
 */
#ifndef MODEL_CANCEL_H
#define MODEL_CANCEL_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

enum { CANCEL_ROWS = 4096 };

/* The flag may be NULL: nobody cancels. */
static inline bool cancel_is_set(const _Atomic bool *cancel)
{
	return cancel && atomic_load_explicit(cancel, memory_order_relaxed);
}

/* For loops over rows: looks at the flag once in CANCEL_ROWS of them. */
static inline bool cancel_at_row(const _Atomic bool *cancel, size_t row)
{
	return row % CANCEL_ROWS == 0 && cancel_is_set(cancel);
}

#endif
