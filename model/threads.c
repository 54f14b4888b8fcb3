#include "config.h"

#include "model/threads.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>

struct job {
	void (*run)(void *part);
	void *part;
	pthread_t thread;
	bool is_started;
};

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

static void start(struct job *job)
{
	sigset_t all, old;

	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, &old);
	job->is_started = !pthread_create(&job->thread, NULL, run_job, job);
	pthread_sigmask(SIG_SETMASK, &old, NULL);
}

void threads_run(void (*run)(void *part), void *parts, size_t size, size_t n)
{
	struct job jobs[THREADS_MAX];

	for (size_t i = 0; i < n; i++) {
		jobs[i] = (struct job){ .run = run,
					.part = (char *)parts + i * size };
		if (i)
			start(&jobs[i]);
	}
	for (size_t i = 0; i < n; i++) {
		if (jobs[i].is_started)
			pthread_join(jobs[i].thread, NULL);
		else
			run(jobs[i].part);
	}
}
