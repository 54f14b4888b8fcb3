/*
 * What sources gave that can be read only once, or were long in coming, so
 * that a profile can be read again: an entry for each source and, behind them,
 * the base.  Touched by whoever reads alone, who may go on for a while after
 * being cancelled; but for the wish to fetch again.
 */
#ifndef TUI_KEPT_H
#define TUI_KEPT_H

#include <stdatomic.h>

#include "model/gather.h"

/*
 * A profile of a million samples is 17 MB of gzip; of what is larger the pipe
 * can go into a file.
 */
enum { KEPT_MAX = 64 << 20 };

struct kept_source {
	const char *path;		/* borrowed; NULL: no source */
	struct keep keep;
	bool is_whole;			/* it was read to the end */
	bool is_fetched;		/* it can be asked again */
	bool is_again;			/* it is, for what is to replace keep */
	struct keep next;
};

struct kept {
	struct mem *mem;
	_Atomic bool fetches_again;	/* until reading has succeeded */
	struct kept_source *at;
	size_t n;
};

/*
 * Room for n sources, at least one.  An eighth of the budget is shared out
 * among them; what is fetched again takes as much once more while it comes.
 */
void kept_init(struct kept *kept, size_t n, struct mem *mem);
void kept_release(struct kept *kept);

/*
 * Fills in where source i comes from: its path, with what it gives being kept,
 * or what was kept of it.  A path of NULL says that there is no source i.
 * What was fetched is kept, too, and fetched anew only when that is wished for.
 * Returns -1 with the reason when a source has given too much to be kept.
 */
int kept_source(struct kept *kept, size_t i, const char *path,
		struct gather_source *source, struct err *err);

/*
 * Reading has succeeded: what is kept by now is all there was, except of
 * sources that failed.
 */
void kept_settle(struct kept *kept, const bool *has_failed);

/*
 * Reading has failed or was cancelled: what has come of it goes, what was
 * kept before stays.
 */
void kept_give_up(struct kept *kept);

/* How many sources can be read again and may then be others. */
size_t kept_n_files(const struct kept *kept);

#endif
