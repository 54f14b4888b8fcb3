/*
 * Work in parts that need nothing of one another, on all processors.
 */
#ifndef MODEL_THREADS_H
#define MODEL_THREADS_H

#include <stddef.h>

enum { THREADS_MAX = 4 };	/* memory is as fast for four as for more */

/*
 * How many parts to make of so many things when a part should have at_least so
 * many: 1 up to THREADS_MAX, and no more than the processors we may use.
 */
size_t threads_for(size_t things, size_t at_least);

/*
 * Calls run for each of n parts, an array whose elements have that size, and
 * returns when all are done.  The first runs in the caller's thread, and so
 * does any for which there is no thread.  Signals go to other threads.
 */
void threads_run(void (*run)(void *part), void *parts, size_t size, size_t n);

#endif
