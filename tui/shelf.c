#include "config.h"

#include "tui/shelf.h"

#include <string.h>

#include "tui/app.h"
#include "tui/embedded.h"

/* A file to look for, and what came of it. */
struct wanted {
	struct str path;		/* borrowed from the profile */
	bool consent;
	bool is_found;			/* found is filled in and not taken */
	struct source_found found;
};

/* Several files, looked for in the same way, one after the other. */
struct file_job {
	struct job job;			/* first */
	struct mem *mem;
	struct source_search search;	/* strings are borrowed */
	struct wanted *files;
	size_t n;
};

static void file_job_free(struct job *job)
{
	struct file_job *f = (struct file_job *)job;

	for (size_t i = 0; i < f->n; i++) {
		if (f->files[i].is_found)
			source_found_release(&f->files[i].found);
	}
	mem_free(f->mem, f->files, f->n * sizeof(*f->files));
	mem_free(f->mem, f, sizeof(*f));
}

static void file_job_run(struct job *job)
{
	struct file_job *f = (struct file_job *)job;

	f->search.cancel = &job->is_cancelled;
	for (size_t i = 0; i < f->n && !job->is_cancelled; i++) {
		struct wanted *file = &f->files[i];

		f->search.consent = file->consent;
		source_load(&f->search, file->path.s, file->path.n, f->mem,
			    &file->found);
		file->is_found = true;
	}
}

static struct file_job *file_job_new(const struct shelf *shelf, size_t n)
{
	static const struct job_ops ops = { file_job_run, file_job_free };
	struct file_job *f = mem_alloc(shelf->mem, sizeof(*f));

	f->job.ops = &ops;
	f->job.slot = SLOT_FILE;
	f->job.owner = PANEL_SOURCE;
	f->mem = shelf->mem;
	source_search_init(&f->search);
	f->search.source_path = shelf->options->source_path;
	f->search.trim_path = shelf->options->trim_path;
	f->search.embedded = demo_files;
	f->search.n_embedded = shelf->options->demo ? demo_count : 0;
	f->files = mem_alloc(shelf->mem, n * sizeof(*f->files));
	f->n = n;
	return f;
}

void shelf_init(struct shelf *shelf, struct mem *mem,
		const struct options *options)
{
	*shelf = (struct shelf){ .mem = mem, .options = options };
}

void shelf_release(struct shelf *shelf)
{
	for (struct shelf_file *file = shelf->files; file; file = file->next)
		file->is_used = false;
	shelf_sweep(shelf);
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

static struct shelf_file *find_file(const struct shelf *shelf, struct str path,
				    const char *source_path,
				    const char *trim_path)
{
	for (struct shelf_file *file = shelf->files; file; file = file->next) {
		if (!str_cmp(file->path, path) &&
		    same_text(file->source_path, source_path) &&
		    same_text(file->trim_path, trim_path))
			return file;
	}
	return NULL;
}

struct shelf_file *shelf_get(struct shelf *shelf, struct str path)
{
	const struct options *o = shelf->options;
	struct shelf_file *file = find_file(shelf, path, o->source_path,
					    o->trim_path);

	if (file)
		return file;
	file = mem_alloc(shelf->mem, sizeof(*file));
	file->path = path;
	file->source_path = o->source_path;
	file->trim_path = o->trim_path;
	file->is_due = true;
	file->next = shelf->files;
	shelf->files = file;
	return file;
}

bool shelf_is_current(const struct shelf *shelf,
		      const struct shelf_file *file)
{
	const struct options *o = shelf->options;

	return same_text(file->source_path, o->source_path) &&
	       same_text(file->trim_path, o->trim_path);
}

/* What options have changed since is due no more. */
static bool is_due(const struct shelf *shelf, const struct shelf_file *file)
{
	return file->is_due && shelf_is_current(shelf, file);
}

void shelf_fetch(struct shelf *shelf, struct worker *reader)
{
	struct file_job *job;
	size_t n = 0;

	for (struct shelf_file *file = shelf->files; file; file = file->next)
		n += is_due(shelf, file);
	if (!n)
		return;
	job = file_job_new(shelf, n);
	n = 0;
	for (struct shelf_file *file = shelf->files; file; file = file->next) {
		if (is_due(shelf, file))
			job->files[n++] = (struct wanted){
				.path = file->path, .consent = file->consent,
			};
	}
	worker_submit(reader, &job->job);
}

/* What is no longer on the shelf, or now with consent, is not taken. */
static void take_file(struct shelf *shelf, const struct source_search *search,
		      struct wanted *wanted)
{
	struct shelf_file *file = find_file(shelf, wanted->path,
					    search->source_path,
					    search->trim_path);

	if (!file || !wanted->is_found || file->consent != wanted->consent)
		return;
	if (file->is_done)
		source_found_release(&file->found);
	file->found = wanted->found;
	file->is_done = true;
	file->is_due = false;
	wanted->is_found = false;
}

void shelf_take(struct shelf *shelf, struct job *job)
{
	struct file_job *f = (struct file_job *)job;

	for (size_t i = 0; i < f->n; i++)
		take_file(shelf, &f->search, &f->files[i]);
	job_free(job);
}

void shelf_sweep(struct shelf *shelf)
{
	struct shelf_file **at = &shelf->files, *file;

	while ((file = *at)) {
		if (file->is_used) {
			file->is_used = false;
			at = &file->next;
			continue;
		}
		*at = file->next;
		if (file->is_done)
			source_found_release(&file->found);
		mem_free(shelf->mem, file, sizeof(*file));
	}
}
