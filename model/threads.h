/*
 * Threads: one that works beside its caller, or work in parts that need nothing
 * of one another, on all processors.  Signals are for the thread that has the
 * terminal; only a thread's own fault is delivered to it, so that whoever
 * handles that can give the terminal back.
 */
#ifndef MODEL_THREADS_H
#define MODEL_THREADS_H

#include <pthread.h>
#include <stddef.h>

enum { THREADS_MAX = 4 };	/* memory is as fast for four as for more */

/*
 * As pthread_create(), with a stack of so many bytes, or the system's for 0.
 * Returns 0 or an errno.
 */
int threads_start(pthread_t *thread, void *(*run)(void *data), void *data,
		  size_t stack);

/*
 * How many parts to make of so many things when a part should have at_least so
 * many: 1 up to THREADS_MAX, and no more than the processors we may use.
 */
size_t threads_for(size_t things, size_t at_least);

/*
 * Calls run for each of n parts, an array whose elements have that size, and
 * returns when all are done.  The first runs in the caller's thread, and so
 * does any for which there is no thread.
 */
void threads_run(void (*run)(void *part), void *parts, size_t size, size_t n);

#endif
