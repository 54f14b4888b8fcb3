#include "config.h"

#include "render/report_runs.h"

#include <pthread.h>

#include "model/cancel.h"
#include "model/threads.h"

/*
 * What the parts share.  The out of the report is of the part whose turn it is;
 * the rest is below the lock.
 */
struct shared {
	const struct report *report;
	const struct report_runs *runs;
	pthread_mutex_t lock;
	pthread_cond_t moved;
	size_t next;			/* run that nobody has taken */
	size_t turn;			/* run that may add to the report */
	bool has_failed;
};

struct part {
	struct shared *shared;
	struct report_out out;
	size_t run;			/* the one it makes */
	bool has_turn;
};

/* Takes the next run; false when there is none, or nobody wants it. */
static bool take_run(struct part *part)
{
	struct shared *s = part->shared;
	const struct report_runs *runs = s->runs;
	bool has_run;

	pthread_mutex_lock(&s->lock);
	has_run = !s->has_failed && s->next <= (runs->n - 1) / runs->run;
	if (has_run)
		part->run = s->next++;
	pthread_mutex_unlock(&s->lock);
	return has_run;
}

static void wait_turn(struct part *part)
{
	struct shared *s = part->shared;

	if (part->has_turn)
		return;
	pthread_mutex_lock(&s->lock);
	while (s->turn != part->run)
		pthread_cond_wait(&s->moved, &s->lock);
	pthread_mutex_unlock(&s->lock);
	part->has_turn = true;
}

static int write_part(void *data, const char *text, size_t n)
{
	struct part *part = data;

	wait_turn(part);
	return report_add(part->shared->report->out, text, n) ? 0 : -1;
}

static void end_run(struct part *part)
{
	struct shared *s = part->shared;

	report_hand_on(&part->out);
	wait_turn(part);
	part->has_turn = false;
	pthread_mutex_lock(&s->lock);
	s->has_failed = s->has_failed || part->out.has_failed;
	s->turn++;
	pthread_cond_broadcast(&s->moved);
	pthread_mutex_unlock(&s->lock);
}

/* Prints things first to end, until the out fails. */
static void print_things(const struct report *report,
			 const struct report_runs *runs, size_t first,
			 size_t end)
{
	for (size_t i = first; i < end && report_step(report->out); i++) {
		if (cancel_is_set(report->cancel))
			report->out->has_failed = true;
		else
			runs->print(report, runs->data, i);
	}
}

static void run_part(void *data)
{
	struct part *part = data;
	const struct report_runs *runs = part->shared->runs;
	struct report report = *part->shared->report;

	report.out = &part->out;
	while (take_run(part)) {
		size_t first = part->run * runs->run;

		print_things(&report, runs, first,
			     runs->n - first < runs->run ? runs->n :
							   first + runs->run);
		end_run(part);
	}
	buf_release(&part->out.text);
}

static void print_parts(const struct report *report,
			const struct report_runs *runs, size_t n)
{
	struct shared shared = { .report = report, .runs = runs };
	struct part parts[THREADS_MAX];

	for (size_t i = 0; i < n; i++) {
		parts[i] = (struct part){
			.shared = &shared, .out = *report->out,
		};
		parts[i].out.text = (struct buf)BUF_INIT;
		parts[i].out.piece = REPORT_RUN_TEXT;
		parts[i].out.write = write_part;
		parts[i].out.data = &parts[i];
	}
	pthread_mutex_init(&shared.lock, NULL);
	pthread_cond_init(&shared.moved, NULL);
	threads_run(run_part, parts, sizeof(*parts), n);
	pthread_cond_destroy(&shared.moved);
	pthread_mutex_destroy(&shared.lock);
	report->out->has_failed = shared.has_failed;
}

void report_print_runs(const struct report *report,
		       const struct report_runs *runs)
{
	size_t n;

	if (!runs->n || report->out->has_failed)
		return;
	n = threads_for(runs->n, 2 * runs->run);
	if (n > 1)
		print_parts(report, runs, n);
	else
		print_things(report, runs, 0, runs->n);
}
