#include "config.h"

#include "model/gather.h"

#include <string.h>

#include "model/load.h"
#include "model/merge.h"
#include "model/prune.h"

/* Says what the bytes are when they are something else that is known. */
static void explain(const uint8_t *start, size_t n, struct err *err)
{
	const char *format = input_sniff(start, n);

	if (format)
		err_set(err, "not a profile: this is %s", format);
}

static int read_input(struct profile *profile, struct input *input,
		      struct mem *mem, struct err *err)
{
	uint8_t start[512];
	const uint8_t *at;
	size_t n = input_peek(input, sizeof(start), &at, err);

	if (n == (size_t)-1)
		return -1;
	memcpy(start, at, n);
	profile_init(profile, mem);
	if (!load_profile(profile, input, err))
		return 0;
	profile_release(profile);
	explain(start, n, err);
	return -1;
}

static int read_source(struct profile *profile,
		       const struct gather_source *source,
		       const struct input_limits *limits, struct err *err)
{
	struct input input;
	int result = source->data ?
		     input_open_memory(&input, source->path, source->data,
				       source->n, limits, err) :
		     input_open(&input, source->path, limits, err);

	limits->mem->what = input.name;
	if (!result)
		result = read_input(profile, &input, limits->mem, err);
	if (result)
		err_prefix(err, "%s", input.name);
	limits->mem->what = NULL;
	input_close(&input);
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

static int read_sources(struct profile *profile, const struct gather *gather,
			struct err *err)
{
	struct mem *mem = gather->limits.mem;
	size_t n = gather->n_sources, size = n * sizeof(struct profile), i;
	struct profile *profiles;
	int result = 0;

	if (n == 1)
		return read_source(profile, gather->sources, &gather->limits,
				   err);
	profiles = mem_alloc(mem, size);
	for (i = 0; i < n && !result; i++)
		result = read_source(&profiles[i], &gather->sources[i],
				     &gather->limits, err);
	if (result)
		i--;
	else
		result = merge_all(profile, profiles, n, mem, err);
	release_all(profiles, i);
	mem_free(mem, profiles, size);
	return result;
}

static int add_base(struct profile *profile, const struct gather *gather,
		    struct err *err)
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

	if (read_source(&base, gather->base, &gather->limits, err)) {
		profile_release(&current);
		return -1;
	}
	profile_init(profile, gather->limits.mem);
	result = merge_profiles(profile, sources, 2, err);
	if (result)
		profile_release(profile);
	profile_release(&current);
	profile_release(&base);
	return result;
}

int gather_profile(struct profile *profile, const struct gather *gather,
		   struct err *note, struct err *err)
{
	note->text[0] = '\0';
	if (read_sources(profile, gather, err))
		return -1;
	if (gather->base && add_base(profile, gather, err))
		return -1;
	if (!gather->all_frames)
		prune_profile(profile, note);
	return 0;
}
