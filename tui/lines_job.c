#include "config.h"

#include "tui/lines_job.h"

#include "tui/app.h"

static void lines_job_free(struct job *job)
{
	struct lines_job *l = (struct lines_job *)job;

	lines_release(&l->lines);
	lanes_release(&l->lanes);
	lens_free(l->lens);
	view_release(&l->view);
	mem_free(l->profile->mem, l, sizeof(*l));
}

static void lines_job_run(struct job *job)
{
	struct lines_job *l = (struct lines_job *)job;

	l->lens = lens_new(l->profile, &l->view, &job->is_cancelled,
			   &job->err);
	if (!l->lens) {
		job->has_failed = true;
		return;
	}
	lanes_init(&l->lanes, l->profile, &l->view);
	lanes_narrow(&l->lanes, l->lens, &l->view);
	lines_init(&l->lines, &(struct lines_query){
		.lens = l->lens, .lanes = &l->lanes, .by = l->by,
		.cancel = &job->is_cancelled,
	});
}

static const struct job_ops lines_ops = { lines_job_run, lines_job_free };

struct lines_job *lines_job_from(struct job *job)
{
	return job->ops == &lines_ops ? (struct lines_job *)job : NULL;
}

struct lines_job *lines_job_new(const struct profile *profile,
				const struct view *view, enum lines_by by)
{
	struct lines_job *l = mem_alloc(profile->mem, sizeof(*l));

	l->job.ops = &lines_ops;
	l->job.slot = SLOT_LINES;
	l->job.owner = PANEL_SOURCE;
	l->profile = profile;
	l->by = by;
	view_copy(&l->view, view);
	lines_view(&l->view, by);
	return l;
}
