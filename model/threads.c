#include "config.h"

#include "model/threads.h"

#include <sched.h>
#include <signal.h>
#include <stdbool.h>

#include "model/common.h"

struct job {
	void (*run)(void *part);
	void *part;
	pthread_t thread;
	bool is_started;
};

/* All signals but those of faults, of which a blocked one kills at once. */
static void fill_set(sigset_t *set)
{
	static const int faults[] = {
		SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGSYS, SIGTRAP
	};

	sigfillset(set);
	for (size_t i = 0; i < ARRAY_SIZE(faults); i++)
		sigdelset(set, faults[i]);
}

int threads_start(pthread_t *thread, void *(*run)(void *data), void *data,
		  size_t stack)
{
	sigset_t set, old;
	pthread_attr_t attr;
	int rc;

	fill_set(&set);
	pthread_attr_init(&attr);
	if (stack)
		pthread_attr_setstacksize(&attr, stack);
	pthread_sigmask(SIG_BLOCK, &set, &old);
	rc = pthread_create(thread, &attr, run, data);
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	pthread_attr_destroy(&attr);
	return rc;
}

static size_t count_processors(void)
{
	cpu_set_t set;

	if (sched_getaffinity(0, sizeof(set), &set))
		return 1;
	return (size_t)CPU_COUNT(&set);
}

size_t threads_for(size_t things, size_t at_least)
{
	size_t n = count_processors();

	if (n > THREADS_MAX)
		n = THREADS_MAX;
	if (n > things / at_least)
		n = things / at_least;
	return n ? n : 1;
}

static void *run_job(void *data)
{
	struct job *job = data;

	job->run(job->part);
	return NULL;
}

void threads_run(void (*run)(void *part), void *parts, size_t size, size_t n)
{
	struct job jobs[THREADS_MAX];

	for (size_t i = 0; i < n; i++) {
		jobs[i] = (struct job){ .run = run,
					.part = (char *)parts + i * size };
		if (i)
			jobs[i].is_started = !threads_start(&jobs[i].thread,
							 run_job, &jobs[i], 0);
	}
	for (size_t i = 0; i < n; i++) {
		if (jobs[i].is_started)
			pthread_join(jobs[i].thread, NULL);
		else
			run(jobs[i].part);
	}
}
