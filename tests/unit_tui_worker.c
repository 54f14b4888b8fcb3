/*
 * tui/worker: which jobs are handed back, which are freed instead, and what
 * cancelling says of them.  Jobs here run until they are let go, so that what
 * waits, runs or has finished is known.
 */
#include "config.h"

#include "tui/worker.h"

#include <stdlib.h>
#include <unistd.h>

#include "tests/tap.h"

enum { LOW, MIDDLE, HIGH };

struct probe {
	struct job job;			/* first */
	int *n_freed;
	_Atomic bool *go_on;		/* NULL: it ends at once */
	bool has_effect;
};

static struct worker worker;
static int n_freed;
static _Atomic bool go_on;

static void probe_run(struct job *job)
{
	struct probe *probe = (struct probe *)job;

	while (probe->go_on && !*probe->go_on)
		usleep(100);
	job->has_effect = probe->has_effect;
}

static void probe_free(struct job *job)
{
	++*((struct probe *)job)->n_freed;
	free(job);
}

static struct probe *probe_new(int slot)
{
	static const struct job_ops ops = { probe_run, probe_free };
	struct probe *probe = calloc(1, sizeof(*probe));

	if (!probe)
		abort();
	probe->job.ops = &ops;
	probe->job.slot = slot;
	probe->n_freed = &n_freed;
	return probe;
}

/* A job that has finished and is not taken. */
static struct job *finish(int slot)
{
	struct probe *probe = probe_new(slot);

	worker_submit(&worker, &probe->job);
	worker_wait(&worker);
	return &probe->job;
}

static bool is_running(int slot)
{
	bool result;

	pthread_mutex_lock(&worker.lock);
	result = worker.running && worker.running->slot == slot;
	pthread_mutex_unlock(&worker.lock);
	return result;
}

/* A job that runs until it is let go, whether it is cancelled or not. */
static struct probe *begin(int slot, bool has_effect)
{
	struct probe *probe = probe_new(slot);

	go_on = false;
	probe->go_on = &go_on;
	probe->has_effect = has_effect;
	worker_submit(&worker, &probe->job);
	while (!is_running(slot))
		usleep(100);
	return probe;
}

static void let_go(void)
{
	go_on = true;
	worker_wait(&worker);
}

/* What there is to be taken, in order; the caller's jobs are freed. */
static int n_taken(void)
{
	struct job *job;
	int n = 0;

	while ((job = worker_take(&worker))) {
		job_free(job);
		n++;
	}
	return n;
}

static void test_take(void)
{
	struct job *first = finish(HIGH), *second = finish(LOW);

	ok(worker_is_busy(&worker, HIGH), "what can be taken is busy");
	ok(worker_take(&worker) == first, "jobs are taken as they finish");
	ok(worker_take(&worker) == second, "each once");
	ok(!worker_take(&worker), "and no more");
	ok(!worker_is_busy(&worker, -1), "then nothing is busy");
	is_int(n_freed, 0, "they are the caller's");
	job_free(first);
	job_free(second);
	n_freed = 0;
}

static void test_submit(void)
{
	finish(LOW);
	worker_submit(&worker, &probe_new(LOW)->job);
	worker_wait(&worker);
	is_int(n_taken(), 1, "a newer one overtakes what was not taken");
	is_int(n_freed, 2, "which is freed");
	n_freed = 0;
}

static void test_cancel(void)
{
	ok(!worker_cancel(&worker), "nothing to cancel");
	finish(LOW);
	finish(HIGH);
	ok(worker_cancel(&worker), "what has finished is cancelled");
	ok(!worker_is_busy(&worker, -1), "and not busy any more");
	ok(!worker_cancel(&worker), "which can be done once");
	is_int(n_taken(), 0, "it is not handed out");
	is_int(n_freed, 2, "but freed");
	begin(MIDDLE, false);
	worker_submit(&worker, &probe_new(LOW)->job);
	ok(worker_cancel(&worker), "what runs and what waits");
	is_int(n_freed, 3, "what waits is freed at once");
	ok(is_running(MIDDLE), "what runs goes on for a while");
	ok(!worker_is_busy(&worker, -1), "though it is not busy");
	ok(!worker_cancel(&worker), "nor cancelled twice");
	let_go();
	is_int(n_taken(), 0, "it comes to nothing");
	is_int(n_freed, 4, "all are freed");
	n_freed = 0;
}

/* A file that was written is there, whoever has cancelled it too late. */
static void test_effect(void)
{
	begin(LOW, true);
	ok(worker_cancel(&worker), "cancelled as it runs");
	let_go();
	ok(worker_is_busy(&worker, LOW), "it had its effect, which is news");
	ok(!worker_cancel(&worker), "and cannot be taken back");
	is_int(n_taken(), 1, "so it is handed out");
	begin(LOW, true);
	let_go();
	worker_stop(&worker, LOW);
	is_int(n_taken(), 0, "unless its slot is stopped");
	is_int(n_freed, 2, "which frees all");
	n_freed = 0;
}

static void test_slots(void)
{
	struct job *other = finish(HIGH), *taken;

	finish(LOW);
	worker_drop(&worker, LOW);
	ok(!worker_is_busy(&worker, LOW), "one slot is dropped");
	taken = worker_take(&worker);
	ok(taken == other, "the other is not");
	job_free(taken);
	is_int(n_taken(), 0, "nor is the dropped one taken");
	n_freed = 0;
	finish(LOW);
	finish(HIGH);
	worker_stop(&worker, LOW);
	is_int(n_freed, 1, "of a slot that is stopped nothing is left");
	is_int(n_taken(), 1, "others are");
	n_freed = 0;
}

/* A disk that does not answer is not waited for. */
static void test_end(void)
{
	n_freed = 0;
	begin(LOW, false);
	ok(!worker_end(&worker, 20), "what goes on has not ended");
	ok(!worker_end(&worker, -20), "nor is it waited for without time");
	let_go();
	ok(worker_end(&worker, 0), "nothing runs");
	is_int(n_taken(), 0, "it was cancelled");
	n_freed = 0;
}

static void test_release(void)
{
	finish(LOW);
	finish(HIGH);
	worker_release(&worker);
	is_int(n_freed, 2, "what nobody took is freed in the end");
}

int main(void)
{
	struct err err;

	if (worker_init(&worker, &err))
		ok(false, "%s", err.text);
	test_take();
	test_submit();
	test_cancel();
	test_effect();
	test_slots();
	test_end();
	test_release();
	return tap_done();
}
