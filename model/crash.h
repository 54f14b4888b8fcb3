/*
 * What a Go program says before it prints its goroutines: why it ends.
 *
 *	panic: runtime error: invalid memory address or nil pointer dereference
 *	[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x640fa1]
 *
 * Lines that may be of that kind are kept until a goroutine follows, the last
 * eight of them, the first 4 KiB of each; then they become facts of the profile,
 * in the group CRASH_GROUP.  Nothing else is kept of what is around a dump.
 */
#ifndef MODEL_CRASH_H
#define MODEL_CRASH_H

#include "model/buf.h"
#include "model/profile.h"

#define CRASH_GROUP "crash"

enum { CRASH_MESSAGES = 8, CRASH_LINE_MAX = 4096 };

struct crash_message {
	const char *name;		/* of the fact */
	struct buf line;
	size_t start, text, n;		/* in it: the message, what it says */
	uint64_t number;		/* of the lines that were seen */
};

struct crash {
	struct crash_message messages[CRASH_MESSAGES];
	size_t n;
	uint64_t n_lines;		/* seen that are not blank */
	unsigned n_facts;
};

/* Zeroes start an empty one. */
void crash_release(struct crash *crash);

/* A line that is not of a goroutine. */
void crash_see(struct crash *crash, struct str line);

/*
 * A goroutine follows, behind that prefix of a log (log_prefix.h).  What was
 * kept becomes facts where it starts a line, or is the last before this one.
 * Returns whether anything was kept; it is forgotten.
 */
bool crash_end(struct crash *crash, struct profile *profile,
	       struct str prefix);

#endif
