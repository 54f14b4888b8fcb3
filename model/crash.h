/*
 * What a Go program says before it prints its goroutines: why it ends, and
 * where, which is in the first of them.
 *
 *	panic: runtime error: invalid memory address or nil pointer dereference
 *	[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x640fa1]
 *
 *	goroutine 7 [running]:
 *	main.load(0x0)
 *		/src/main.go:29 +0x2c
 *
 * Lines that may be of that kind are kept until a goroutine follows, the last
 * eight of them, the first 4 KiB of each; then they become facts of the profile,
 * in the group CRASH_GROUP.  A panic may go on for some lines, which are put
 * behind it.  Nothing else is kept of what is around a dump.
 *
 * The place is that of the first frame which is not the runtime's.  Below a
 * panic are the frames that it came from, above it those that handle it, so
 * that of several panics in one stack the lowest counts.
 */
#ifndef MODEL_CRASH_H
#define MODEL_CRASH_H

#include "model/buf.h"
#include "model/profile.h"
#include "model/traceback.h"

#define CRASH_GROUP "crash"

enum { CRASH_MESSAGES = 8, CRASH_LINE_MAX = 4096 };

struct crash_message {
	const char *name;		/* of the fact */
	struct buf line;
	size_t start, text, n;		/* in it: the message, what it says */
	uint64_t number;		/* of its last line, of those seen */
	bool goes_on;			/* the next line may be of it */
	bool is_of_log;			/* only its first has a prefix */
	unsigned lines_left;		/* that may follow, and their bytes */
	size_t bytes_left;
};

struct crash {
	struct crash_message messages[CRASH_MESSAGES];
	size_t n;
	uint64_t n_lines;		/* seen that are not blank */
	unsigned n_facts;
	bool awaits_place;		/* of what became facts */
	bool is_behind_idle;		/* goroutine 0 had none */
	int64_t id;			/* of the goroutine at hand */
	struct buf place;		/* "" until there is one */
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

/*
 * The goroutine that follows, its frames, leaf first, and its end, where the
 * place becomes a fact if it is the one that the crash is about.
 */
void crash_goroutine(struct crash *crash,
		     const struct traceback_header *header);
void crash_frame(struct crash *crash, struct str name,
		 const struct traceback_place *place);
void crash_place(struct crash *crash, struct profile *profile);

#endif
