/*
 * What a reader makes of a file, as text to compare.  A line "error: REASON" or
 * lines "warning: NOTE" come first, and "lost: N bytes" when memory is not
 * given back.  A profile that does not hold together ends the test.
 */
#ifndef TESTS_READING_H
#define TESTS_READING_H

#include "model/buf.h"
#include "model/format.h"

/* A C string with NULs in it. */
#define STR(literal) ((struct str){ literal, sizeof(literal) - 1 })

/*
 * Reads the bytes in the format, in the one that is found when it is NULL, and
 * makes out what the profile says: "types TYPE/UNIT ...", then a line a row,
 *
 *	ROOT;...;LEAF VALUE,VALUE/BASE,BASE KEY=TEXT KEY#NUMBER UNIT
 *
 * where inlined frames stand behind ">" and one without a name is its address.
 */
void reading_stacks(struct buf *out, const struct format *format,
		    struct str bytes);

/* Of each of n cases, whether these are the stacks that are wanted. */
struct reading_case {
	const char *name;
	struct str text;
	const char *want;
};

void reading_check(const struct format *format,
		   const struct reading_case *cases, size_t n);

/* The same with all that there is, as build_dump has it. */
void reading_dump(struct buf *out, const struct format *format,
		  struct str bytes);

/* The same as the reference sees it: without names that it does not read. */
void reading_bare(struct buf *out, const struct format *format,
		  struct str bytes);

/* The stacks again, when nobody wants them any more: as a rule an error. */
void reading_cancelled(struct buf *out, const struct format *format,
		       struct str bytes);

/* A line a fact: "GROUP/NAME KIND VALUE". */
void reading_facts(struct buf *out, const struct format *format,
		   struct str bytes);

#endif
