/*
 * Threads: each part is done once, however many there are; a signal is the
 * first thread's, a fault its own thread's.
 */
#include "config.h"

#include "model/threads.h"

#include <signal.h>

#include "model/common.h"
#include "tests/death.h"
#include "tests/tap.h"

struct part {
	int n_runs;
	unsigned char rest[9];	/* parts of an odd size */
};

static void count(void *data)
{
	struct part *part = data;

	part->n_runs++;
}

static void test_parts(void)
{
	struct part parts[THREADS_MAX];
	bool once = true;

	for (size_t n = 0; n <= THREADS_MAX; n++) {
		memset(parts, 0, sizeof(parts));
		threads_run(count, parts, sizeof(*parts), n);
		for (size_t i = 0; i < THREADS_MAX; i++)
			once = once && parts[i].n_runs == (i < n);
	}
	ok(once, "each part is run once, no other");
	is_int(threads_for(0, 10), 1, "there is always a part");
	is_int(threads_for(19, 10), 1, "of enough to be worth it");
	ok(threads_for(1000, 1) <= THREADS_MAX, "and never too many");
}

enum { BY_FIRST = 7, BY_OTHER };

static pthread_t first;

static void tell(int sig)
{
	(void)sig;
	_exit(pthread_equal(pthread_self(), first) ? BY_FIRST : BY_OTHER);
}

static void *send(void *data)
{
	kill(getpid(), *(int *)data);
	return NULL;
}

static void *fault(void *data)
{
	raise(*(int *)data);
	return NULL;
}

/* A thread sends the program a signal, or has one of its own. */
static void run_thread(void *(*run)(void *data), int sig)
{
	pthread_t thread;

	first = pthread_self();
	signal(sig, tell);
	if (!threads_start(&thread, run, &sig, 0))
		pthread_join(thread, NULL);
	alarm(30);	/* a signal that nobody takes */
	pause();
}

static void be_sent(void *data)
{
	run_thread(send, *(int *)data);
}

static void have_fault(void *data)
{
	run_thread(fault, *(int *)data);
}

static void test_signals(void)
{
	static int sent[] = { SIGTERM, SIGINT, SIGWINCH };
	static int faults[] = { SIGSEGV, SIGBUS, SIGFPE, SIGABRT };

	for (size_t i = 0; i < ARRAY_SIZE(sent); i++)
		is_int(death_of(be_sent, &sent[i]).status, BY_FIRST,
		       "signal %d is the first thread's", sent[i]);
	for (size_t i = 0; i < ARRAY_SIZE(faults); i++)
		is_int(death_of(have_fault, &faults[i]).status, BY_OTHER,
		       "fault %d is its thread's", faults[i]);
}

int main(void)
{
	test_parts();
	test_signals();
	return tap_done();
}
