/*
 * Memory with a budget.  Tables and arrays whose size a profile decides are
 * taken from a `struct mem`, which counts bytes; asking for more than the limit, or
 * for more than the machine has, ends the program through die(), with a line
 * that names the limit and what was being read.  So no caller checks for NULL.
 *
 * Counting is atomic: the worker and the main thread may share one mem, and
 * one may run out of memory while the other sets the name.
 */
#ifndef MODEL_MEM_H
#define MODEL_MEM_H

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

enum { MEM_NAME_WORDS = 32 };	/* a name has up to 255 bytes */

struct mem {
	size_t limit;		/* bytes; 0 is no limit */
	_Atomic size_t used;	/* bytes taken and not given back */
	_Atomic uint64_t name[MEM_NAME_WORDS];	/* of mem_name, copied */
};

/*
 * Says what is being read, for the message, cut to fit; NULL for nothing.  The
 * text is copied in words, so that a thread that ends the program meanwhile
 * says the name before or this one, if not some of both.
 */
void mem_name(struct mem *mem, const char *name);

/* Returns n zeroed bytes, owned by the caller, for mem_free with the same n. */
void *mem_alloc(struct mem *mem, size_t n);

/* Like realloc: keeps the first old bytes; what is added is not zeroed. */
void *mem_resize(struct mem *mem, void *p, size_t old, size_t n);

/* Gives n bytes back; p may be NULL when n is 0. */
void mem_free(struct mem *mem, void *p, size_t n);

/*
 * Counts n bytes that are not taken from here: what a library may need for a
 * while.  mem_let gives them back.
 */
void mem_hold(struct mem *mem, size_t n);
void mem_let(struct mem *mem, size_t n);

/*
 * How far `used` may go for those who can do with less than they would like:
 * to half of what is left.  SIZE_MAX when there is no limit.
 */
size_t mem_half(const struct mem *mem);

/*
 * Ends the program with status 2 and one line on stderr, after die_hook (set
 * by tui to restore the terminal).  For running out of memory only.
 */
_Noreturn void die(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
extern void (*die_hook)(void);

/*
 * A growing array of T: VEC(struct line) lines = { 0 }.  at[0..n) are valid;
 * a pointer into it does not outlive the next push.
 */
#define VEC(T)			\
	struct {		\
		T *at;		\
		size_t n, cap;	\
	}

/* Makes room for `more` elements beyond n. */
#define vec_reserve(mem, v, more)					\
	((v)->at = vec_grow((mem), (v)->at, sizeof(*(v)->at), (v)->n,	\
			    (more), &(v)->cap))

/* Appends one element, not initialised, and evaluates to its address. */
#define vec_push(mem, v) \
	(vec_reserve((mem), (v), 1), &(v)->at[(v)->n++])

#define vec_release(mem, v)						\
	(mem_free((mem), (v)->at, (v)->cap * sizeof(*(v)->at)),		\
	 (v)->at = NULL, (v)->n = (v)->cap = 0)

/* For the macros above: returns the array with room for n + more. */
void *vec_grow_slow(struct mem *mem, void *at, size_t size, size_t n,
		    size_t more, size_t *cap);

/* There mostly is room, and reading a sample asks six times. */
static inline void *vec_grow(struct mem *mem, void *at, size_t size, size_t n,
			     size_t more, size_t *cap)
{
	return more <= *cap - n ? at :
				  vec_grow_slow(mem, at, size, n, more, cap);
}

#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))

#endif
