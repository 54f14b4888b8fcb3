#include "config.h"

#include "tui/shelf.h"

#include <string.h>

#include "tui/app.h"
#include "tui/embedded.h"

/* A file to look for, and what came of it. */
struct wanted {
	struct buf path;
	bool consent;
	bool is_found;			/* found is filled in and not taken */
	struct source_found found;
};

/* Several files, looked for in the same way, one after the other. */
struct file_job {
	struct job job;			/* first */
	struct mem *mem;
	struct source_search search;	/* strings are borrowed */
	struct shelf_way way;
	struct wanted *files;
	size_t n;
};

static void file_job_free(struct job *job)
{
	struct file_job *f = (struct file_job *)job;

	for (size_t i = 0; i < f->n; i++) {
		if (f->files[i].is_found)
			source_found_release(&f->files[i].found);
		buf_release(&f->files[i].path);
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
		source_load(&f->search, buf_str(&file->path), file->path.n,
			    f->mem, &file->found);
		file->is_found = true;
	}
}

static struct shelf_way way_now(const struct shelf *shelf)
{
	return (struct shelf_way){
		shelf->options->source_path, shelf->options->trim_path,
		shelf->age,
	};
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

static bool same_way(const struct shelf_way *a, const struct shelf_way *b)
{
	return a->age == b->age && same_text(a->source_path, b->source_path) &&
	       same_text(a->trim_path, b->trim_path);
}

static struct str path_of(const struct buf *path)
{
	return (struct str){ buf_str(path), path->n };
}

static bool is_at(const struct shelf_file *file, struct str path)
{
	return str_same(path_of(&file->path), path);
}

static struct file_job *file_job_new(const struct shelf *shelf, size_t n)
{
	static const struct job_ops ops = { file_job_run, file_job_free };
	struct file_job *f = mem_alloc(shelf->mem, sizeof(*f));

	f->job.ops = &ops;
	f->job.slot = SLOT_FILE;
	f->job.owner = PANEL_SOURCE;
	f->mem = shelf->mem;
	f->way = way_now(shelf);
	source_search_init(&f->search);
	f->search.source_path = f->way.source_path;
	f->search.trim_path = f->way.trim_path;
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

void shelf_renew(struct shelf *shelf)
{
	shelf->age++;
}

void shelf_release(struct shelf *shelf)
{
	for (struct shelf_file *file = shelf->files; file; file = file->next)
		file->is_used = false;
	shelf_sweep(shelf);
}

static struct shelf_file *find_file(const struct shelf *shelf, struct str path,
				    const struct shelf_way *way)
{
	for (struct shelf_file *file = shelf->files; file; file = file->next) {
		if (is_at(file, path) && same_way(&file->way, way))
			return file;
	}
	return NULL;
}

/* Whether the user has asked for it, at whatever time. */
static bool has_consent(const struct shelf *shelf, struct str path,
			struct shelf_way way)
{
	for (const struct shelf_file *file = shelf->files; file;
	     file = file->next) {
		way.age = file->way.age;
		if (file->consent && is_at(file, path) &&
		    same_way(&file->way, &way))
			return true;
	}
	return false;
}

struct shelf_file *shelf_get(struct shelf *shelf, struct str path)
{
	struct shelf_way way = way_now(shelf);
	struct shelf_file *file = find_file(shelf, path, &way);

	if (file)
		return file;
	file = mem_alloc(shelf->mem, sizeof(*file));
	buf_add(&file->path, path.s, path.n);
	file->way = way;
	file->consent = has_consent(shelf, path, way);
	file->is_due = true;
	file->next = shelf->files;
	shelf->files = file;
	return file;
}

bool shelf_is_current(const struct shelf *shelf,
		      const struct shelf_file *file)
{
	struct shelf_way way = way_now(shelf);

	return same_way(&file->way, &way);
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
				.path = buf_clone(&file->path),
				.consent = file->consent,
			};
	}
	worker_submit(reader, &job->job);
}

/* What is no longer on the shelf, or now with consent, is not taken. */
static void take_file(struct shelf *shelf, const struct shelf_way *way,
		      struct wanted *wanted)
{
	struct shelf_file *file = find_file(shelf, path_of(&wanted->path),
					    way);

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
		take_file(shelf, &f->way, &f->files[i]);
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
		buf_release(&file->path);
		mem_free(shelf->mem, file, sizeof(*file));
	}
}
