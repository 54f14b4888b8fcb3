#include "config.h"

#include "tui/marks_job.h"

#include <string.h>

static const double EDGE_FRACTION = 0.001;	/* calls a plain -top sees */

static void marks_run(struct job *job)
{
	struct marks_job *m = (struct marks_job *)job;

	if (!top_marks(&m->eval->top, EDGE_FRACTION, m->marks,
		       &job->is_cancelled))
		job->is_cancelled = true;
}

static void marks_free(struct job *job)
{
	struct marks_job *m = (struct marks_job *)job;

	mem_free(m->mem, m->marks, m->n);
	mem_free(m->mem, m, sizeof(*m));
}

struct marks_job *marks_job_new(const struct eval *eval, int slot, int owner)
{
	static const struct job_ops ops = { marks_run, marks_free };
	struct mem *mem = eval->profile->mem;
	struct marks_job *m = mem_alloc(mem, sizeof(*m));

	m->job.ops = &ops;
	m->job.slot = slot;
	m->job.owner = owner;
	m->eval = eval;
	m->mem = mem;
	m->n = eval->top.graph.n_nodes;
	m->marks = mem_alloc(mem, m->n);
	return m;
}

void marks_job_apply(const struct marks_job *m, struct eval *eval)
{
	if (m->n)
		memcpy(eval->top.inlines, m->marks, m->n);
}
