#include "config.h"

#include "render/report_runs.h"

#include <pthread.h>

#include "model/threads.h"

/* What the parts share; the out of the report and what is below the lock. */
struct shared {
	const struct report *report;
	const struct report_runs *runs;
	struct report_out empty;	/* as the out, without text */
	pthread_mutex_t lock;
	pthread_cond_t moved;
	size_t next;			/* run that nobody has taken */
	size_t turn;			/* run that is to be added */
};

/* Returns the first thing of the next run, n at the end. */
static size_t take_run(struct shared *s)
{
	size_t n = s->runs->n, first;

	pthread_mutex_lock(&s->lock);
	first = s->report->out->has_failed || s->next > n / s->runs->run ?
		n : s->next++ * s->runs->run;
	pthread_mutex_unlock(&s->lock);
	return first;
}

/* Adds the text when it is its turn.  It goes on by itself, not copied. */
static void add_run(struct shared *s, struct buf *text, size_t number)
{
	struct report_out *out = s->report->out;
	struct buf rest;

	pthread_mutex_lock(&s->lock);
	while (s->turn != number)
		pthread_cond_wait(&s->moved, &s->lock);
	report_hand_on(out);
	rest = out->text;
	out->text = *text;
	report_step(out);
	*text = rest;
	s->turn++;
	pthread_cond_broadcast(&s->moved);
	pthread_mutex_unlock(&s->lock);
}

static void run_part(void *part)
{
	struct shared *s = *(struct shared **)part;
	size_t n = s->runs->n, run = s->runs->run, first;
	struct report_out out = s->empty;
	struct report report = *s->report;

	report.out = &out;
	for (first = take_run(s); first < n; first = take_run(s)) {
		size_t end = n - first < run ? n : first + run;

		s->runs->print(&report, s->runs->data, first, end);
		add_run(s, &out.text, first / run);
	}
	buf_release(&out.text);
}

void report_print_runs(const struct report *report,
		       const struct report_runs *runs)
{
	struct shared shared = {
		.report = report, .runs = runs, .empty = *report->out,
	};
	struct shared *parts[THREADS_MAX];
	size_t n;

	if (!runs->n)
		return;
	shared.empty.text = (struct buf)BUF_INIT;
	n = threads_for(runs->n, 2 * runs->run);
	for (size_t i = 0; i < n; i++)
		parts[i] = &shared;
	pthread_mutex_init(&shared.lock, NULL);
	pthread_cond_init(&shared.moved, NULL);
	threads_run(run_part, parts, sizeof(*parts), n);
	pthread_cond_destroy(&shared.moved);
	pthread_mutex_destroy(&shared.lock);
}
