/*
 * Turns what is stored, in a file or in memory, into steps of inflated bytes,
 * for input.c only.  The steps lie in a ring; a thread, once there is one,
 * fills them ahead of the reader, who owns the step it took last and the head
 * of the next one.
 *
 *	   head     data
 *	+---------+--------------------+
 *	|  <- rest| STEP_MAX bytes     |   what the reader had not used of the
 *	+---------+--------------------+   step before goes in front of this one
 */
#ifndef MODEL_INFLATER_H
#define MODEL_INFLATER_H

#include "model/input.h"

enum {
	STEP_MAX = 256 * 1024,	/* inflated bytes between looks at cancel */
	STEP_HEAD = 64 * 1024,
};

struct step {
	uint8_t *data;		/* STEP_HEAD bytes of room before it */
	size_t n;
	bool last;
};

/* Returns one that reads nothing yet.  The limits must outlive it. */
struct inflater *inflater_new(const struct input_limits *limits);

/* Ends the thread, waiting for it, and gives all memory back. */
void inflater_free(struct inflater *f);

/* Sets the source: a file, closed at the end when owned ... */
void inflater_set_fd(struct inflater *f, int fd, bool is_owned);

/* ... of which reading does not wait and size bytes are known to be there. */
void inflater_set_size(struct inflater *f, uint64_t size);

/* ... or of which the bytes are put into the limits' keep, too ... */
void inflater_keep(struct inflater *f);

/* ... or what a function reads, of which the same can be asked ... */
void inflater_set_reader(struct inflater *f, input_read *read, void *data);

/* ... or bytes, borrowed. */
void inflater_set_memory(struct inflater *f, const uint8_t *data, size_t n);

/* Finds out what the source holds.  Returns 0, or -1 with the reason. */
int inflater_start(struct inflater *f, struct err *err);

/* Lets a thread run ahead from here on, if one can be had. */
void inflater_run(struct inflater *f);

/* Where the data of the next step will be; its head may be written already. */
uint8_t *inflater_next(struct inflater *f);

/*
 * Gives all steps taken so far back and returns the next one; not after the
 * last.
 */
const struct step *inflater_take(struct inflater *f);

/* After the last step: 0 at the end of the data, or -1 with what is wrong. */
int inflater_result(const struct inflater *f, struct err *err);

bool inflater_is_gzip(const struct inflater *f);

/* An offset that the data cannot reach, as far as is known beforehand. */
uint64_t inflater_bound(const struct inflater *f);

#endif
