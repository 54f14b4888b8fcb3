/*
 * The stack of a sample of `perf script`, from the lines of its frames
 * (perfline.h), innermost first.
 *
 * The same lines come again and again, so that each is taken apart once.  A
 * binary is a mapping without a place: addresses are those that perf prints,
 * mostly of the file.  Inlined frames share the location of the frame that
 * they were inlined into.  In names of a Java agent "A->B" says that B was
 * inlined into A.
 *
 * What is in the tables is the profile's; the rest costs a copy of each line
 * that is not like another, and some 60 bytes beside it.
 */
#ifndef MODEL_PERFSTACK_H
#define MODEL_PERFSTACK_H

#include "model/tables.h"

/* The last frame, which waits for its place. */
struct perf_last {
	size_t entry;			/* 0: there is none */
	bool is_inlined, has_place;	/* has_place: file and line are known */
	struct str_id file;
	int64_t line;
};

struct perfstack {
	struct tables *tables;		/* borrowed */
	struct mem *mem;
	struct strings texts;		/* of frames */
	VEC(struct perf_entry) entries;	/* by the number of the text */
	VEC(struct str_id) names;	/* of entries */
	struct perf_last last;
	VEC(struct line) lines;		/* inlined; wait for their caller */
	uint64_t inlined_at;
	VEC(struct loc_id) locs;	/* the stack; whole after _end */
};

void perfstack_init(struct perfstack *stack, struct tables *tables);
void perfstack_release(struct perfstack *stack);

/* Empties the stack. */
void perfstack_clear(struct perfstack *stack);

/* Whether it has no frames. */
bool perfstack_is_empty(const struct perfstack *stack);

/* Adds a frame; false when the line is none. */
bool perfstack_add(struct perfstack *stack, struct str line);

/* Gives the last frame its place; false when the line is none. */
bool perfstack_place(struct perfstack *stack, struct str line);

/* Puts what waits into locs, which is leaf first. */
void perfstack_end(struct perfstack *stack);

#endif
