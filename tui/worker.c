#include "config.h"

#include "tui/worker.h"

#include <errno.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "model/clock.h"
#include "model/threads.h"
#include "tui/tty.h"

void job_free(struct job *job)
{
	if (job)
		job->ops->free(job);
}

/* The next waiting job, lowest slot first; the lock is held. */
static struct job *next_job(struct worker *w)
{
	for (int slot = 0; slot < WORKER_SLOTS; slot++) {
		struct job *job = w->waiting[slot];

		if (job) {
			w->waiting[slot] = NULL;
			return job;
		}
	}
	return NULL;
}

static void finish_job(struct worker *w, struct job *job)
{
	uint64_t one = 1;

	*w->finished_end = job;
	w->finished_end = &job->next;
	/* A full counter is as readable as one that takes one more. */
	if (write(w->fd, &one, sizeof(one)) < 0 && errno != EAGAIN)
		return;
}

static void run_job(struct worker *w, struct job *job)
{
	w->running = job;
	pthread_mutex_unlock(&w->lock);
	job->ops->run(job);
	pthread_mutex_lock(&w->lock);
	w->running = NULL;
	finish_job(w, job);
	pthread_cond_broadcast(&w->idle);
}

static void *work(void *data)
{
	struct worker *w = data;
	struct job *job;

	tty_guard_thread();
	pthread_mutex_lock(&w->lock);
	while (!w->is_leaving) {
		job = next_job(w);
		if (job)
			run_job(w, job);
		else
			pthread_cond_wait(&w->wake, &w->lock);
	}
	pthread_mutex_unlock(&w->lock);
	return NULL;
}

/* By the clock that only goes forward, for what waits until some time. */
static void init_idle(pthread_cond_t *idle)
{
	pthread_condattr_t attr;

	pthread_condattr_init(&attr);
	pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
	pthread_cond_init(idle, &attr);
	pthread_condattr_destroy(&attr);
}

int worker_init(struct worker *w, struct err *err)
{
	int failed;

	*w = (struct worker){ .finished_end = &w->finished };
	w->fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (w->fd < 0)
		return err_fail(err, "cannot start a worker: %s",
				strerror(errno));
	pthread_mutex_init(&w->lock, NULL);
	pthread_cond_init(&w->wake, NULL);
	init_idle(&w->idle);
	failed = threads_start(&w->thread, work, w, 0);
	if (!failed)
		return 0;
	close(w->fd);
	return err_fail(err, "cannot start a worker: %s", strerror(failed));
}

/* Returns whether it was not cancelled before. */
static bool cancel_job(struct job *job)
{
	return !atomic_exchange(&job->is_cancelled, true);
}

/* Whether one that has finished is to be handed back. */
static bool is_wanted(const struct job *job)
{
	return !job->is_cancelled || job->has_effect;
}

static bool cancel_slot(struct worker *w, int slot)
{
	bool found = w->waiting[slot];

	job_free(w->waiting[slot]);
	w->waiting[slot] = NULL;
	if (w->running && w->running->slot == slot)
		found = cancel_job(w->running) || found;
	for (struct job *job = w->finished; job; job = job->next) {
		if (job->slot == slot && !job->has_effect)
			found = cancel_job(job) || found;
	}
	return found;
}

void worker_submit(struct worker *w, struct job *job)
{
	pthread_mutex_lock(&w->lock);
	cancel_slot(w, job->slot);
	w->waiting[job->slot] = job;
	pthread_cond_signal(&w->wake);
	pthread_mutex_unlock(&w->lock);
}

static struct job *pop_finished(struct worker *w)
{
	struct job *job = w->finished;

	if (!job)
		return NULL;
	w->finished = job->next;
	if (!w->finished)
		w->finished_end = &w->finished;
	job->next = NULL;
	return job;
}

struct job *worker_take(struct worker *w)
{
	uint64_t count;
	struct job *job;

	pthread_mutex_lock(&w->lock);
	while ((job = pop_finished(w)) && !is_wanted(job))
		job_free(job);
	if (!job && read(w->fd, &count, sizeof(count)) < 0)
		job = NULL;
	pthread_mutex_unlock(&w->lock);
	return job;
}

void worker_drop(struct worker *w, int slot)
{
	pthread_mutex_lock(&w->lock);
	cancel_slot(w, slot);
	pthread_mutex_unlock(&w->lock);
}

/* Frees the finished jobs of a slot; those of others stay in order. */
static void free_finished(struct worker *w, int slot)
{
	struct job **at = &w->finished, *job;

	while ((job = *at)) {
		if (job->slot != slot) {
			at = &job->next;
			continue;
		}
		*at = job->next;
		job_free(job);
	}
	w->finished_end = at;
}

void worker_stop(struct worker *w, int slot)
{
	pthread_mutex_lock(&w->lock);
	cancel_slot(w, slot);
	while (w->running && w->running->slot == slot)
		pthread_cond_wait(&w->idle, &w->lock);
	free_finished(w, slot);
	pthread_mutex_unlock(&w->lock);
}

bool worker_cancel(struct worker *w)
{
	bool found = false;

	pthread_mutex_lock(&w->lock);
	for (int slot = 0; slot < WORKER_SLOTS; slot++)
		found = cancel_slot(w, slot) || found;
	pthread_mutex_unlock(&w->lock);
	return found;
}

static bool is_busy(const struct worker *w, int slot)
{
	if (w->running && !w->running->is_cancelled &&
	    (slot < 0 || w->running->slot == slot))
		return true;
	for (int i = 0; i < WORKER_SLOTS; i++) {
		if (w->waiting[i] && (slot < 0 || i == slot))
			return true;
	}
	return false;
}

static bool has_finished(const struct worker *w, int slot)
{
	for (const struct job *job = w->finished; job; job = job->next) {
		if (is_wanted(job) && (slot < 0 || job->slot == slot))
			return true;
	}
	return false;
}

bool worker_is_busy(struct worker *w, int slot)
{
	bool result;

	pthread_mutex_lock(&w->lock);
	result = is_busy(w, slot) || has_finished(w, slot);
	pthread_mutex_unlock(&w->lock);
	return result;
}

void worker_wait(struct worker *w)
{
	pthread_mutex_lock(&w->lock);
	while (w->running || is_busy(w, -1))
		pthread_cond_wait(&w->idle, &w->lock);
	pthread_mutex_unlock(&w->lock);
}

/* The moment, as pthread_cond_timedwait wants it. */
static struct timespec after(int64_t ms)
{
	int64_t end = clock_ms() + ms;

	return (struct timespec){ end / 1000, end % 1000 * 1000000 };
}

bool worker_end(struct worker *w, int64_t ms)
{
	struct timespec end = after(ms);
	bool result;

	worker_cancel(w);
	pthread_mutex_lock(&w->lock);
	while (w->running &&
	       !pthread_cond_timedwait(&w->idle, &w->lock, &end))
		;
	result = !w->running;
	pthread_mutex_unlock(&w->lock);
	return result;
}

void worker_release(struct worker *w)
{
	struct job *job;

	worker_cancel(w);
	pthread_mutex_lock(&w->lock);
	w->is_leaving = true;
	pthread_cond_broadcast(&w->wake);
	pthread_mutex_unlock(&w->lock);
	pthread_join(w->thread, NULL);
	while ((job = pop_finished(w)))
		job_free(job);
	pthread_cond_destroy(&w->idle);
	pthread_cond_destroy(&w->wake);
	pthread_mutex_destroy(&w->lock);
	close(w->fd);
}
