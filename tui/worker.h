/*
 * A thread that runs jobs, so that no key waits for a computation or a disk.
 *
 * A job is a question with room for its answer.  Each belongs to a slot; of
 * one slot only the newest counts: submitting a job cancels the one before it,
 * running or waiting.  Jobs run one after the other, lower slots first.  A
 * finished job is handed back by worker_take to the thread that submitted it,
 * which owns it again; cancelled ones are freed instead.
 *
 * What a job borrows must stay until the job is done and freed: before it
 * goes, worker_stop the slot.
 */
#ifndef TUI_WORKER_H
#define TUI_WORKER_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

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

/*
 * Cancels a slot's jobs; worker_stop waits until none of them runs any more,
 * and frees them all.
 */
void worker_drop(struct worker *worker, int slot);
void worker_stop(struct worker *worker, int slot);

/* Cancels all that runs or waits; returns whether there was something. */
bool worker_cancel(struct worker *worker);

/* Whether something of a slot, or of any (-1), runs, waits or can be taken. */
bool worker_is_busy(struct worker *worker, int slot);

/* Waits until nothing runs or waits. */
void worker_wait(struct worker *worker);

void job_free(struct job *job);

#endif
