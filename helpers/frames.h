/*
 * The functions that addresses of a file are in, with those inlined there, as
 * its debugging information (DWARF) has them.
 *
 * Each unit that has one of the addresses is walked once, so that many
 * addresses cost little more than one.
 */
#ifndef HELPERS_FRAMES_H
#define HELPERS_FRAMES_H

#include <elfutils/libdwfl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FRAMES_MAX = 256 };	/* inlined in one another */

/* What is asked of one address; zeroed but for the address. */
struct query {
	uint64_t address;		/* as the file has it */
	Dwarf_Die unit;			/* that it is in */
	bool has_unit;
	Dwarf_Die *functions;		/* outermost first; malloc'd */
	size_t n;
};

struct frame {
	const char *linkage_name, *name;	/* borrowed; NULL: not known */
	const char *dir, *file;	/* dir: where a file without one is */
	uint64_t line, column, start_line;	/* 0: not known */
};

/*
 * Finds the functions of n queries, sorted by address.  What is added to an
 * address to have it in the terms of the debugging information is `bias`.
 */
void frames_find(Dwfl_Module *module, struct query *const *queries, size_t n,
		 uint64_t bias);

/* Frame i < n of a query, innermost first. */
struct frame frame_at(struct query *query, size_t i, uint64_t bias);

/* The place alone of a query without functions, such as of an assembler's. */
struct frame frame_without(struct query *query, uint64_t bias);

#endif
