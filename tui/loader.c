#include "config.h"

#include "tui/loader.h"

#include "tui/open.h"

void loader_profile_free(struct profile *profile)
{
	struct mem *mem;

	if (!profile)
		return;
	mem = profile->mem;
	profile_release(profile);
	mem_free(mem, profile, sizeof(*profile));
}

static void loader_free(struct job *job)
{
	struct loader *loader = (struct loader *)job;

	loader_profile_free(loader->profile);
	mem_free(loader->limits.mem, loader->options.has_failed,
		 loader->options.n_sources * sizeof(bool));
	mem_free(loader->limits.mem, loader, sizeof(*loader));
}

/* Filters from the command line must be regexps before anything is shown. */
static int check_filters(const struct filters *filters, struct err *err)
{
	for (size_t i = 0; i < filters->n; i++) {
		const struct filter *filter = &filters->at[i];

		if (filter_check(filter->kind, filter->text, err))
			return err_within(err, "parsing %s regexp",
					  filter_name(filter->kind));
	}
	return 0;
}

/* The first is the one to know of; others are of what failed, too. */
static void note_warning(void *data, const char *text)
{
	struct loader *loader = data;

	if (!*loader->note.text)
		err_set(&loader->note, "%s", text);
}

static void take_said(void *data, const char *text)
{
	struct loader *loader = data;

	err_set(&loader->said, "%s", text);
}

/* Of several that failed the first is told; the info view has them all. */
static void count_failures(struct loader *loader)
{
	const struct options *o = &loader->options;
	size_t n = o->n_sources - open_count(o);
	struct err first = loader->note;

	if (n > 1 && *first.text)
		err_set(&loader->note, "%.900s; %zu of %zu sources are not "
			"read", first.text, n, o->n_sources);
}

static int load(struct loader *loader)
{
	struct gather gather = {
		.two_sides = true, .limits = loader->limits,
		.warn = note_warning, .say = take_said, .data = loader,
	};
	struct mem *mem = loader->limits.mem;
	struct err *err = &loader->job.err;
	struct profile *profile = mem_alloc(mem, sizeof(*profile));

	if (open_profile(profile, &loader->options, &gather, loader->kept,
			 loader->defers_names ? &loader->needs_names : NULL,
			 err)) {
		mem_free(mem, profile, sizeof(*profile));
		return *loader->note.text ?
		       err_fail(err, "%s", loader->note.text) : -1;
	}
	count_failures(loader);
	loader->profile = profile;
	loader->n_files = kept_n_files(loader->kept);
	if (profile_type_find(profile, loader->options.sample_index, err) < 0)
		return -1;
	return check_filters(&loader->options.filters, err);
}

static void loader_run(struct job *job)
{
	struct loader *loader = (struct loader *)job;
	size_t before = loader->limits.mem->used, after;

	job->has_failed = load(loader) != 0;
	after = loader->limits.mem->used;
	loader->n_bytes = after > before ? after - before : 0;
}

struct loader *loader_new(const struct options *options, struct kept *kept,
			  const struct input_limits *limits, int slot)
{
	static const struct job_ops ops = { loader_run, loader_free };
	struct loader *loader = mem_alloc(limits->mem, sizeof(*loader));

	loader->job.ops = &ops;
	loader->job.slot = slot;
	loader->job.owner = -1;
	loader->options = *options;
	loader->options.has_failed = mem_alloc(limits->mem,
					       options->n_sources *
					       sizeof(bool));
	loader->kept = kept;
	loader->limits = *limits;
	loader->limits.cancel = &loader->job.is_cancelled;
	return loader;
}

struct profile *loader_take(struct loader *loader)
{
	struct profile *profile = loader->profile;

	loader->profile = NULL;
	return profile;
}
