#include "config.h"

#include "tui/source_job.h"

#include <assert.h>

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
	lines_init(&l->lines, l->lens, &l->lanes, l->by, &job->is_cancelled);
}

static const struct job_ops lines_ops = { lines_job_run, lines_job_free };

bool source_job_is_lines(const struct job *job)
{
	return job->ops == &lines_ops;
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

static void file_job_free(struct job *job)
{
	struct file_job *f = (struct file_job *)job;

	for (size_t i = 0; i < f->n; i++) {
		if (f->files[i].is_found)
			source_found_release(&f->files[i].found);
	}
	mem_free(f->mem, f->files, f->n_alloc * sizeof(*f->files));
	mem_free(f->mem, f, sizeof(*f));
}

static void file_job_run(struct job *job)
{
	struct file_job *f = (struct file_job *)job;

	f->search.cancel = &job->is_cancelled;
	for (size_t i = 0; i < f->n && !job->is_cancelled; i++) {
		struct wanted_file *file = &f->files[i];

		f->search.consent = file->consent;
		source_load(&f->search, file->path.s, file->path.n, f->mem,
			    &file->found);
		file->is_found = true;
	}
}

struct file_job *file_job_new(struct mem *mem,
			      const struct source_search *search, size_t max)
{
	static const struct job_ops ops = { file_job_run, file_job_free };
	struct file_job *f = mem_alloc(mem, sizeof(*f));

	f->job.ops = &ops;
	f->job.slot = SLOT_FILE;
	f->job.owner = PANEL_SOURCE;
	f->mem = mem;
	f->search = *search;
	f->files = mem_alloc(mem, max * sizeof(*f->files));
	f->n_alloc = max;
	return f;
}

void file_job_add(struct file_job *job, struct str path, bool consent)
{
	assert(job->n < job->n_alloc);
	job->files[job->n++] = (struct wanted_file){ .path = path,
						     .consent = consent };
}
