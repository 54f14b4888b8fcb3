#include "config.h"

#include "tui/open.h"

#include <string.h>

#include "model/tag_frames.h"
#include "render/number.h"
#include "tui/embedded.h"
#include "tui/save.h"
#include "tui/symbolize.h"

const char *open_base(const struct options *o)
{
	if (o->demo)
		return demo_files[0].name;
	if (o->base && *o->base)
		return o->base;
	return o->diff_base && *o->diff_base ? o->diff_base : NULL;
}

const char *open_current(const struct options *o)
{
	if (o->demo)
		return demo_files[1].name;
	for (size_t i = 0; i < o->n_sources; i++) {
		if (!o->has_failed || !o->has_failed[i])
			return o->sources[i];
	}
	return o->sources[0];
}

size_t open_count(const struct options *o)
{
	size_t n = 0;

	for (size_t i = 0; i < o->n_sources; i++)
		n += !o->has_failed || !o->has_failed[i];
	return n;
}

static struct gather_source embedded_source(size_t i)
{
	return (struct gather_source){
		.path = demo_files[i].name, .data = demo_files[i].data,
		.n = demo_files[i].size,
	};
}

static int gather_demo(struct profile *profile, struct gather *gather,
		       struct err *err)
{
	struct gather_source before = embedded_source(0);
	struct gather_source after = embedded_source(1);

	gather->base = &before;
	gather->sources = &after;
	gather->n_sources = 1;
	return gather_profile(profile, gather, err);
}

static int set_source(struct kept *kept, size_t i, const char *path,
		      struct gather_source *source, struct err *err)
{
	*source = (struct gather_source){ .path = path };
	return kept ? kept_source(kept, i, path, source, err) : 0;
}

/* Sources, and the base behind them. */
static int set_sources(const struct options *o, struct kept *kept,
		       struct gather_source *sources, struct err *err)
{
	for (size_t i = 0; i < o->n_sources; i++) {
		if (set_source(kept, i, o->sources[i], &sources[i], err))
			return -1;
	}
	return set_source(kept, o->n_sources, open_base(o),
			  &sources[o->n_sources], err);
}

static int gather_files(struct profile *profile, const struct options *o,
			struct gather *gather, struct kept *kept,
			struct err *err)
{
	size_t n = o->n_sources + 1;
	struct gather_source *sources = mem_alloc(gather->limits.mem,
						  n * sizeof(*sources));
	int result = set_sources(o, kept, sources, err);

	gather->sources = sources;
	gather->n_sources = o->n_sources;
	gather->has_failed = o->has_failed;
	gather->base = open_base(o) ? &sources[o->n_sources] : NULL;
	if (!result)
		result = gather_profile(profile, gather, err);
	if (kept && result)
		kept_give_up(kept);
	else if (kept)
		kept_settle(kept, o->has_failed);
	mem_free(gather->limits.mem, sources, n * sizeof(*sources));
	return result;
}

/* Frames made of labels, before anything looks at the profile. */
static int add_tag_frames(struct profile *profile, const struct options *o,
			  const struct gather *gather, struct err *err)
{
	struct tag_frames frames = {
		.root = o->tag_root, .leaf = o->tag_leaf,
		.unit = o->print.unit, .format = number_value,
	};
	bool has_root, has_leaf;

	if (!*o->tag_root && !*o->tag_leaf)
		return 0;
	if (tag_frames_add(profile, &frames, &has_root, &has_leaf, err)) {
		profile_release(profile);
		return -1;
	}
	if (*o->tag_root && !has_root)
		gather->warn(gather->data,
			     "TagRoot expression matched no samples");
	if (*o->tag_leaf && !has_leaf)
		gather->warn(gather->data,
			     "TagLeaf expression matched no samples");
	return 0;
}

static struct fetch_options fetch_of(const struct options *o,
				     const struct gather *gather,
				     const struct save *save)
{
	return (struct fetch_options){
		.seconds = o->seconds, .timeout = o->timeout,
		.is_insecure = o->is_insecure,
		.tls_cert = o->tls_cert, .tls_key = o->tls_key,
		.tls_ca = o->tls_ca, .header_file = o->header_file,
		.agent = PACKAGE_NAME "/" PACKAGE_VERSION,
		.say = gather->say, .data = gather->data,
		.saver = save_saver(save),
	};
}

static void tell_lines(void (*tell)(void *data, const char *text), void *data,
		       const struct buf *lines)
{
	const char *at = buf_str(lines), *end;

	for (; tell && (end = strchr(at, '\n')); at = end + 1) {
		struct err line;

		err_set(&line, "%.*s", (int)(end - at), at);
		tell(data, line.text);
	}
}

/* Reads the profile, with what is fetched on the way kept if it is to be. */
static int gather_and_save(struct profile *profile, const struct options *o,
			   struct gather *gather, struct kept *kept,
			   struct err *err)
{
	struct fetch_options fetch;
	struct save save;
	int result;

	save_init(&save, o);
	fetch = fetch_of(o, gather, &save);
	gather->fetch = &fetch;
	result = o->demo ? gather_demo(profile, gather, err) :
			   gather_files(profile, o, gather, kept, err);
	gather->fetch = NULL;
	tell_lines(gather->say, gather->data, &save.saved);
	tell_lines(gather->warn, gather->data, &save.failed);
	save_release(&save);
	return result;
}

int open_profile(struct profile *profile, const struct options *o,
		 struct gather *gather, struct kept *kept, bool *needs_names,
		 struct err *err)
{
	struct symbolize symbolize = {
		.mode = symbolize_parse(o->symbolize, NULL),
		.binary = o->binary, .warn = gather->warn,
		.data = gather->data, .cancel = gather->limits.cancel,
	};
	const struct symbolize wanted = symbolize;
	int result;

	tell_lines(gather->warn, gather->data, &o->notes);
	gather->format = *o->format ? format_find(o->format) : NULL;
	gather->leaves_names = symbolize.mode.is_off;
	gather->is_diff_base = o->diff_base && *o->diff_base;
	gather->is_normalized = o->normalize;
	gather->comment = *o->add_comment ? o->add_comment : NULL;
	gather->all_frames = o->all_frames;
	gather->binary = o->binary;
	gather->build_id = o->build_id;
	gather->symbolize = &symbolize;
	if (needs_names)
		symbolize.mode.is_local = false;
	result = gather_and_save(profile, o, gather, kept, err);
	gather->symbolize = NULL;
	if (result)
		return -1;
	if (needs_names)
		*needs_names = symbolize_is_useful(profile, &wanted);
	return add_tag_frames(profile, o, gather, err);
}

int open_view(struct view *view, const struct profile *profile,
	      const struct options *o, struct err *err)
{
	int type = profile_type_find(profile, o->sample_index, err);

	if (type < 0)
		return -1;
	if (o->divide_by == 0)
		return err_fail(err, "zero divisor specified");
	*view = (struct view){
		.type = (size_t)type,
		.compare = profile->n_sides > 1 ? COMPARE_DIFFERENCE :
						  COMPARE_CURRENT,
		.is_diff_base = o->diff_base && *o->diff_base,
	};
	options_fill_view(o, view);
	filters_copy(&view->filters, &o->filters);
	return 0;
}
