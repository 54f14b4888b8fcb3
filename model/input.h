/*
 * The bytes a loader reads, from a file, standard input or memory, inflated
 * when they start as gzip does (one member or several), and held one step at a
 * time:
 *
 *	at = input_need(&input, n, &err);
 *	... read at[0..n) ...
 *	input_skip(&input, n);
 *
 * A step is 256 KiB of inflated bytes; between two it is looked whether this is
 * still wanted.  Memory that is not gzip is read where it is.  A gzip that has more than one is
 * inflated by a thread of its own, ahead of the reader, all signals blocked:
 * 65 MB of samples, which take 0.62 s of processor time to inflate and decode,
 * are there after 0.44 s.  Without a thread to be had the reader does both.
 *
 * A record that crosses from one step to the next is put together: up to
 * 64 KiB of it in room kept before the next step, more of it in a buffer that
 * grows to the largest record asked for, no faster than the bytes for it
 * arrive.  All of this is taken from the mem of the limits: about 1.5 MB and
 * that buffer.
 *
 * Reasons do not name the file; `name` is there to put in front of them.
 */
#ifndef MODEL_INPUT_H
#define MODEL_INPUT_H

#include <assert.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "model/err.h"
#include "model/keep.h"
#include "model/mem.h"

/*
 * How far reading has come, for another thread to look at.  Inputs add to it,
 * so that it can stand for several.
 */
struct input_progress {
	_Atomic uint64_t total;		/* bytes of the files; pipes add 0 */
	_Atomic uint64_t read;		/* of those, as they are stored */
	_Atomic uint64_t inflated;	/* what was made of them */

	/* Of servers that are asked (model/fetch.h). */
	_Atomic int64_t waiting;	/* how many have sent nothing yet */
	_Atomic int64_t asked_ms;	/* when the first was asked; clock_ms */
	_Atomic int64_t expected;	/* seconds until the last, 0: unknown */
};

/*
 * Bytes from elsewhere: returns how many of up to n there are, 0 at the end,
 * -1 with the reason, and INPUT_NOT_YET when there is none within 50 ms.
 */
enum { INPUT_NOT_YET = -2 };
typedef ssize_t input_read(void *data, uint8_t *to, size_t n,
			   struct err *err);

/* All of it is borrowed and must outlive the input. */
struct input_limits {
	uint64_t max_input;		/* stored and inflated bytes; 0: none */
	struct mem *mem;
	const _Atomic bool *cancel;	/* may be NULL; seen within 100 ms */
	struct input_progress *progress;	/* may be NULL */
	/*
	 * Takes the stored bytes of standard input and of what is no regular
	 * file; may be NULL.
	 */
	struct keep *keep;
};

struct input {
	const uint8_t *at, *end;	/* bytes at hand; never NULL */
	uint64_t reached;		/* offset of end, inflated */
	bool ended;			/* nothing follows end */
	bool failed;			/* the last reason was of the input */
	bool at_last;			/* end is that of the last step */
	bool in_big;			/* at and end are in big, not a step */
	char name[256];			/* the path, escaped and cut to fit */
	uint8_t *big;			/* for records that cross steps */
	size_t big_cap;
	struct inflater *inflater;	/* NULL: memory that is not gzip, */
	const uint8_t *raw_end;		/* and here is its end */
	struct input_limits limits;
};

/*
 * Opens the file, standard input for "-", and reads its first step.  Returns 0,
 * or -1 with the reason: missing, not a file or a pipe, empty, over max_input,
 * broken from the start, gzip in gzip.  The name is set, and input_close is
 * allowed, also after a failure.
 */
int input_open(struct input *input, const char *path,
	       const struct input_limits *limits, struct err *err);

/* The same for data[0..n), which is borrowed until input_close. */
int input_open_memory(struct input *input, const char *name,
		      const uint8_t *data, size_t n,
		      const struct input_limits *limits, struct err *err);

/* The same for what a function reads; data is borrowed until input_close. */
int input_open_reader(struct input *input, const char *name, input_read *read,
		      void *data, const struct input_limits *limits,
		      struct err *err);

void input_close(struct input *input);

/*
 * Makes up to n bytes from the current offset on contiguous, and points *at to
 * them.  Returns how many there are, fewer than n only at the end, or
 * (size_t)-1 with the reason.  *at is borrowed until the next call that is not
 * input_skip.
 */
static inline size_t input_peek(struct input *input, size_t n,
				const uint8_t **at, struct err *err);

/*
 * The same for exactly n bytes.  Returns NULL with the reason when the end
 * comes first (`ended` tells) or reading fails.
 */
static inline const uint8_t *input_need(struct input *input, size_t n,
					struct err *err);

/* Moves over n bytes that input_need or input_peek has made available. */
static inline void input_skip(struct input *input, size_t n)
{
	assert(n <= (size_t)(input->end - input->at));
	input->at += n;
}

/*
 * Moves over n bytes without ever holding them together.  Returns 0, or -1
 * with the reason as input_need does.
 */
int input_discard(struct input *input, uint64_t n, struct err *err);

/* The current offset in the inflated bytes. */
static inline uint64_t input_offset(const struct input *input)
{
	return input->reached - (uint64_t)(input->end - input->at);
}

/* Whether what is stored is gzip, which was inflated. */
bool input_is_gzip(const struct input *input);

/*
 * Copies a path, cut to fit in size bytes, with \xNN for the bytes of what is
 * hidden (model/unicode.h) or no UTF-8.
 */
void input_escape(char *out, size_t size, const char *path);

/* For the functions above: the cases in which the bytes are not at hand. */
size_t input_gather(struct input *input, size_t n, struct err *err);
const uint8_t *input_need_more(struct input *input, size_t n,
			       struct err *err);

/* For the inflater: whether a limit is met, and the reason that names it. */
bool input_is_cancelled(const struct input_limits *limits);
bool input_is_over(const struct input_limits *limits, uint64_t n);
int input_fail_over(const struct input_limits *limits, const char *how,
		    struct err *err);

static inline size_t input_peek(struct input *input, size_t n,
				const uint8_t **at, struct err *err)
{
	size_t have = (size_t)(input->end - input->at);

	if (n > have) {
		have = input_gather(input, n, err);
		if (have == (size_t)-1)
			return have;
	}
	*at = input->at;
	return have < n ? have : n;
}

static inline const uint8_t *input_need(struct input *input, size_t n,
					struct err *err)
{
	if (n <= (size_t)(input->end - input->at))
		return input->at;
	return input_need_more(input, n, err);
}

#endif
