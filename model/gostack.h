/*
 * The stack of one record of an old text, with the names that Go puts behind
 * it (runtime/pprof/pprof.go, printStackRecord):
 *
 *	1 @ 0x42d836 0x45da85 0x4acb55 0x462461
 *	#	0x45da84	main.inner+0x24		main.go:846
 *	#	0x4acb54	main.main+0xb4		main.go:723
 *
 * The record has the addresses where calls return to, leaf first; a comment
 * has that of the call, a byte before, with the function, how far into it the
 * call is, and the place.  Comments stand in the order of the stack, but not
 * all are there: Go hides its runtime at the leaf, unless there is nothing
 * else, and runtime.goexit at the root.
 *
 * An inlined call has an address of its own, which lies in the function that
 * it was inlined into.  Such addresses become one location with several
 * lines, as they are in profile.proto (runtime/pprof/proto.go, pcDeck).  Older
 * Go has several comments for one address instead.
 *
 * Without comments each address is a location without lines.
 */
#ifndef MODEL_GOSTACK_H
#define MODEL_GOSTACK_H

#include "model/idmap.h"
#include "model/tables.h"

/* What a comment says. */
struct gocall {
	uint64_t pc;
	uint64_t entry;		/* of the function that is no inlined one */
	struct line line;	/* .func.i is GOSTACK_UNNAMED without a name */
};

enum { GOSTACK_UNNAMED = UINT32_MAX };

/* An address of the stack and its comments. */
struct gospot {
	uint64_t address;	/* of the call */
	uint32_t first, n;	/* in calls */
	bool is_whole;		/* the outermost is not inlined */
};

struct gostack {
	struct tables *tables;
	/*
	 * Go's own heap profiles do not have what is hidden at the leaf,
	 * goroutine profiles do: there it gets names from other records.
	 */
	bool drops_hidden;
	VEC(struct gospot) spots;
	VEC(struct gocall) calls;
	VEC(struct line) lines;
	VEC(struct loc_id) frames;	/* leaf first; of gostack_build */
	struct idmap addresses;		/* of all that have a comment */
	VEC(struct line) names;		/* by their numbers */
};

/* The tables are borrowed until gostack_release. */
void gostack_init(struct gostack *stack, struct tables *tables);
void gostack_release(struct gostack *stack);

/* Starts a record. */
void gostack_clear(struct gostack *stack);

/* Adds an address as it stands in the file. */
void gostack_add(struct gostack *stack, uint64_t address);

/* Takes a comment about a frame; other lines are left alone. */
void gostack_comment(struct gostack *stack, struct str line);

/* Makes the frames of the record, and their locations. */
void gostack_build(struct gostack *stack);

/* Whether any frame has a name. */
bool gostack_has_names(const struct gostack *stack);

/*
 * To be called when all records are built and the mappings are there: gives
 * names to addresses that have one in another record, and marks the mappings
 * where all locations have names.
 */
void gostack_finish(struct gostack *stack);

#endif
