/*
 * A thread that runs jobs, so that no key waits for a computation or a disk.
 *
 * A job is a question with room for its answer.  Each belongs to a slot; of
 * one slot only the newest counts: submitting a job cancels the one before it,
 * whether that waits, runs or has finished and was not taken.  Jobs run one
 * after the other, lower slots first.  A finished job is handed back by
 * worker_take to the thread that submitted it, which owns it again.
 *
 * What was cancelled is never handed back: a job that waits is freed at once,
 * one that has finished when others are taken, one that runs is told so, goes
 * on for as long as it does not look, and is freed then.  So what a cancelled
 * job borrows must still stay, and what it writes to is still written to,
 * until its slot is stopped.  The exception is a job that says, at the end of
 * its run, that it had an effect: cancelling came too late, and whoever asked
 * is told.
 *
 * What a job borrows must stay until the job is done and freed: before it
 * goes, worker_stop the slot.
 */
#ifndef TUI_WORKER_H
#define TUI_WORKER_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "model/err.h"

struct job;

struct job_ops {
	/* On the worker; looks at is_cancelled every few milliseconds. */
	void (*run)(struct job *job);
	void (*free)(struct job *job);
};

/* The first member of every kind of job. */
struct job {
	const struct job_ops *ops;
	int slot;
	int owner;		/* whose answer it is: an enum panel_id or -1 */
	_Atomic bool is_cancelled;
	bool has_failed;	/* err says why */
	bool has_effect;	/* run sets it: what it did, such as writing a
				 * file, is done whoever cancels it now */
	struct err err;
	struct job *next;	/* the worker's */
};

enum { WORKER_SLOTS = 8 };

struct worker {
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t wake, idle;
	struct job *waiting[WORKER_SLOTS];
	struct job *running;
	struct job *finished, **finished_end;
	int fd;			/* readable when something has finished */
	bool is_leaving;
};

/* Starts the thread, which blocks all signals. */
int worker_init(struct worker *worker, struct err *err);

/* Cancels everything and ends the thread. */
void worker_release(struct worker *worker);

/* Queues a job, which becomes the worker's. */
void worker_submit(struct worker *worker, struct job *job);

/* Returns a finished job, the caller's to free; NULL when there is none. */
struct job *worker_take(struct worker *worker);

/* Cancels a slot's jobs, without waiting for one that runs. */
void worker_drop(struct worker *worker, int slot);

/*
 * Cancels a slot's jobs and frees them all, those with an effect, too.  Waits
 * until none runs, which takes as long as the job does not look: so only for
 * slots whose jobs compute, and look every few milliseconds.
 */
void worker_stop(struct worker *worker, int slot);

/*
 * Cancels the jobs of all slots, without waiting.  Returns whether there was
 * one that had not been cancelled before.
 */
bool worker_cancel(struct worker *worker);

/*
 * Whether something of a slot, or of any (-1), runs, waits or can be taken;
 * what is cancelled and still runs does not count.
 */
bool worker_is_busy(struct worker *worker, int slot);

/* Waits until nothing runs, cancelled or not, or waits. */
void worker_wait(struct worker *worker);

/*
 * Cancels everything and waits until nothing runs, or for so many
 * milliseconds.  Returns whether nothing runs: a disk may keep a job that is
 * cancelled for ever.
 */
bool worker_end(struct worker *worker, int64_t ms);

void job_free(struct job *job);

#endif
