/*
 * Text of a report that cannot be handed on as it is made, because it is to be
 * sorted, aligned or printed many times.  It is printed as all of a report is,
 * to an out of its own, and is of the profile's budget: what a file of some KB
 * asks for may be any number of its longest name.
 */
#ifndef RENDER_DRAFT_H
#define RENDER_DRAFT_H

#include "model/mem.h"
#include "render/report.h"

struct draft {
	struct mem *mem;
	struct report_out out;		/* to print to; fails beyond `most` */
	VEC(char) kept;			/* what was handed on */
	size_t most;			/* bytes; 0: what the budget has */
};

/*
 * Starts one like the out of a report, in place: it must not be moved before
 * draft_release.
 */
void draft_init(struct draft *draft, const struct report *report, size_t most);
void draft_release(struct draft *draft);

/* Bytes so far, and all of them; borrowed until more is printed. */
size_t draft_length(const struct draft *draft);
struct str draft_text(struct draft *draft);

#endif
