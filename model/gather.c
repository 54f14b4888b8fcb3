#include "config.h"

#include "model/gather.h"

#include <string.h>

#include "model/cancel.h"
#include "model/facts.h"
#include "model/fetches.h"
#include "model/merge.h"
#include "model/normalize.h"
#include "model/origin.h"
#include "model/prune.h"
#include "model/sides.h"

static int check_cancel(const struct gather *gather, struct err *err)
{
	return cancel_is_set(gather->limits.cancel) ?
	       err_fail(err, "cancelled") : 0;
}

static void warn(const struct gather *gather, const char *text)
{
	if (gather->warn)
		gather->warn(gather->data, text);
}

/* Warnings of a reader name the file. */
struct reader {
	const struct gather *gather;
	const struct input *input;
	struct err note;		/* the first of them; "" */
};

static void warn_within(void *data, const char *text)
{
	struct reader *reader = data;
	struct err note;

	if (!*reader->note.text)
		err_set(&reader->note, "%s", text);
	err_set(&note, "%s: %s", reader->input->name, text);
	warn(reader->gather, note.text);
}

/*
 * What the reference does to every source: one without mappings gets one, and
 * the binary of the command line stands for the first.
 */
static void name_binary(struct profile *profile, const struct gather *gather)
{
	const char *binary = gather->binary, *id = gather->build_id;

	if (!profile->mappings.n) {
		*vec_push(profile->mem, &profile->mappings) =
			(struct mapping){ .id = 1 };
		for (size_t i = 0; i < profile->locations.n; i++)
			profile->locations.at[i].mapping.i = 0;
	}
	if (binary)
		profile->mappings.at[0].file =
			strings_intern(&profile->strings, binary,
				       strlen(binary));
	if (id && !profile->mappings.at[0].build_id.i)
		profile->mappings.at[0].build_id =
			strings_intern(&profile->strings, id, strlen(id));
}

/*
 * A file that is a difference in itself keeps its two sides where it is all
 * there is and both are wanted; else it is one number a row.
 */
static int settle_sides(struct profile *profile, const struct gather *gather,
			struct err *err)
{
	struct profile two = *profile;
	bool is_whole;

	if (two.n_sides < 2 || (gather->two_sides && !gather->base &&
				gather->n_sources == 1))
		return 0;
	profile_init(profile, two.mem);
	is_whole = sides_join(profile, &two, COMPARE_DIFFERENCE, false,
			      gather->limits.cancel);
	facts_take(profile, &two, SIDE_CURRENT);
	profile_release(&two);
	if (is_whole)
		return 0;
	profile_release(profile);
	return err_fail(err, "cancelled");
}

static int read_input(struct profile *profile, struct input *input,
		      const struct gather *gather, struct err *err)
{
	struct reader reader = { .gather = gather, .input = input };
	struct reading reading = {
		.profile = profile, .input = input,
		.leaves_names = gather->leaves_names,
		.warn = warn_within, .data = &reader,
	};
	int result;

	profile_init(profile, gather->limits.mem);
	result = format_read(gather->format, &reading, err);
	if (result) {
		profile_release(profile);
		return -1;
	}
	name_binary(profile, gather);
	origin_add(&reading, reader.note.text);
	return 0;
}

/* What looks like a server's path, and is none without a port or a scheme. */
static int open_file(struct input *input, const char *path,
		     const struct input_limits *limits, struct err *err)
{
	struct err why;

	if (!input_open(input, path, limits, &why))
		return 0;
	return err_fail(err, "%s%s", why.text, strstr(path, "/debug/pprof") ?
			"; if it is a server's, http://... or HOST:PORT/... "
			"fetches it" : "");
}

/* What a source is called where it is told of: without a password. */
static void show_source(struct buf *out, const struct gather_source *source)
{
	if (strcmp(source->path, "-"))
		url_mask(out, source->path);
	else
		buf_adds(out, "standard input");
}

/* The same, escaped and cut to fit. */
static void name_source(char *name, size_t size,
			const struct gather_source *source)
{
	struct buf shown = BUF_INIT;

	show_source(&shown, source);
	input_escape(name, size, buf_str(&shown));
	buf_release(&shown);
}

/* Opens what a source is, a fetch when there is one. */
static int open_source(struct input *input, const struct gather_source *source,
		       struct fetch *fetch, const struct input_limits *limits,
		       struct err *err)
{
	struct buf shown = BUF_INIT;
	int result;

	show_source(&shown, source);
	if (source->data)
		result = input_open_memory(input, buf_str(&shown),
					   source->data, source->n, limits,
					   err);
	else if (fetch)
		result = input_open_reader(input, buf_str(&shown), fetch_read,
					   fetch, limits, err);
	else
		result = open_file(input, source->path, limits, err);
	/* What is opened as a file may have been meant for a URL. */
	if (strcmp(buf_str(&shown), source->path))
		input_escape(input->name, sizeof(input->name),
			     buf_str(&shown));
	buf_release(&shown);
	return result;
}

static int read_source(struct profile *profile, const struct gather *gather,
		       const struct gather_source *source, struct fetch *fetch,
		       struct err *err)
{
	struct input_limits limits = gather->limits;
	struct input input;
	int result;

	limits.keep = source->keep;
	result = open_source(&input, source, fetch, &limits, err);
	mem_name(limits.mem, input.name);
	if (!result)
		result = read_input(profile, &input, gather, err);
	if (!result)
		result = settle_sides(profile, gather, err);
	if (result)
		err_prefix(err, "%s", input.name);
	mem_name(limits.mem, NULL);
	input_close(&input);
	return result;
}

/* The same of the source that is next among the fetches. */
static int take_source(struct profile *profile, const struct gather *gather,
		       const struct gather_source *source,
		       struct fetches *fetches, struct err *err)
{
	struct buf shown = BUF_INIT;
	struct fetch *fetch;
	int result;

	if (fetches_take(fetches, &fetch, err)) {
		url_mask(&shown, source->path);
		err_prefix(err, "%.255s", buf_str(&shown));
		buf_release(&shown);
		return -1;
	}
	result = read_source(profile, gather, source, fetch, err);
	fetch_free(fetch);
	return result;
}

static void release_all(struct profile *profiles, size_t n)
{
	for (size_t i = 0; i < n; i++)
		profile_release(&profiles[i]);
}

static int merge_all(struct profile *profile, const struct profile *profiles,
		     size_t n, struct mem *mem, struct err *err)
{
	size_t size = n * sizeof(struct merge_source);
	struct merge_source *sources = mem_alloc(mem, size);
	int result;

	for (size_t i = 0; i < n; i++)
		sources[i].profile = &profiles[i];
	profile_init(profile, mem);
	result = merge_profiles(profile, sources, n, err);
	mem_free(mem, sources, size);
	if (result)
		profile_release(profile);
	return result;
}

/* The reason without the name of the source, which stands beside it. */
static void add_not_read(struct profile *failed,
			 const struct gather_source *source,
			 const struct err *err)
{
	char name[sizeof(((struct input *)0)->name)];
	const char *reason = err->text;
	size_t n;

	name_source(name, sizeof(name), source);
	n = strlen(name);
	if (!strncmp(reason, name, n) && !strncmp(reason + n, ": ", 2))
		reason += n + 2;
	facts_add_not_read(failed, name, reason);
}

/*
 * Reads what can be read into profiles, and returns how many those are.  What
 * is left when that is cancelled is not asked for.  What failed is facts of a
 * profile without anything else.
 */
static size_t read_some(struct profile *profiles, struct profile *failed,
			const struct gather *gather, struct fetches *fetches,
			struct err *err)
{
	struct err summary;
	size_t n = 0;

	for (size_t i = 0; i < gather->n_sources; i++) {
		bool has_failed;

		if (check_cancel(gather, err))
			return n;
		has_failed = take_source(&profiles[n], gather,
					 &gather->sources[i], fetches, err);
		if (gather->has_failed)
			gather->has_failed[i] = has_failed;
		if (!has_failed) {
			n++;
			continue;
		}
		warn(gather, err->text);
		add_not_read(failed, &gather->sources[i], err);
	}
	err_set(&summary, "Fetched %zu source profiles out of %zu", n,
		gather->n_sources);
	if (n && n < gather->n_sources)
		warn(gather, summary.text);
	return n;
}

static int read_sources(struct profile *profile, const struct gather *gather,
			struct fetches *fetches, struct err *err)
{
	struct mem *mem = gather->limits.mem;
	size_t size = gather->n_sources * sizeof(struct profile), n;
	struct profile *profiles, failed;
	int result = 0;

	if (gather->n_sources == 1)
		return take_source(profile, gather, gather->sources, fetches,
				   err);
	profiles = mem_alloc(mem, size);
	profile_init(&failed, mem);
	n = read_some(profiles, &failed, gather, fetches, err);
	if (check_cancel(gather, err))
		result = -1;
	else if (!n)
		result = err_fail(err, "failed to fetch any source profiles");
	else if (n == 1)
		*profile = profiles[--n];
	else
		result = merge_all(profile, profiles, n, mem, err);
	if (!result)
		facts_take(profile, &failed, SIDE_CURRENT);
	profile_release(&failed);
	release_all(profiles, n);
	mem_free(mem, profiles, size);
	return result;
}

static int add_base(struct profile *profile, const struct gather *gather,
		    struct fetches *fetches, struct err *err)
{
	struct profile current = *profile, base;
	struct merge_source sources[] = {
		{ .profile = &current },
		{
			.profile = &base,
			.side = gather->two_sides ? SIDE_BASE : SIDE_CURRENT,
			.is_negative = !gather->two_sides,
			.is_base = !gather->two_sides && gather->is_diff_base,
		},
	};
	int result;

	if (take_source(&base, gather, gather->base, fetches, err)) {
		profile_release(&current);
		return -1;
	}
	result = check_cancel(gather, err);
	if (!result && gather->is_normalized)
		result = normalize_profile(&current, &base, err);
	if (!result) {
		profile_init(profile, gather->limits.mem);
		result = merge_profiles(profile, sources, 2, err);
		if (result)
			profile_release(profile);
	}
	profile_release(&current);
	profile_release(&base);
	return result;
}

static void add_comment(struct profile *profile, const char *text)
{
	*vec_push(profile->mem, &profile->comments) =
		strings_intern(&profile->strings, text, strlen(text));
}

/* Reads all that is named, in the order in which it is to be taken. */
static int read_all(struct profile *profile, const struct gather *gather,
		    struct fetches *fetches, struct err *err)
{
	for (size_t i = 0; i < gather->n_sources; i++)
		fetches_add(fetches, gather->sources[i].data ? NULL :
				     gather->sources[i].path);
	if (gather->base)
		fetches_add(fetches, gather->base->data ? NULL :
				     gather->base->path);
	if (read_sources(profile, gather, fetches, err))
		return -1;
	return gather->base ? add_base(profile, gather, fetches, err) : 0;
}

int gather_profile(struct profile *profile, const struct gather *gather,
		   struct err *err)
{
	struct fetches *fetches = fetches_new(gather->fetch, &gather->limits);
	struct err note;
	int result = read_all(profile, gather, fetches, err);

	fetches_free(fetches);
	if (result)
		return -1;
	if (gather->symbolize)
		symbolize_profile(profile, gather->symbolize);
	if (!gather->all_frames && prune_profile(profile, &note))
		warn(gather, note.text);
	if (gather->comment)
		add_comment(profile, gather->comment);
	return 0;
}
