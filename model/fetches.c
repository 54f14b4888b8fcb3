#include "config.h"

#include "model/fetches.h"

#include <assert.h>
#include <sys/stat.h>

enum {
	AT_ONCE = 32,
	WAITING_MAX = 64 << 20,
};

struct entry {
	const char *source;
	enum url_kind kind;
	struct fetch *fetch;		/* NULL: not started, or taken */
	struct err err;			/* why it is not fetched */
};

struct fetches {
	const struct fetch_options *options;
	struct input_limits limits;
	struct fetch_means means;
	bool is_ready;			/* the means have been looked for */
	struct err err;			/* why there are none; or "" */
	VEC(struct entry) entries;
	size_t n_started, n_taken;	/* of the entries */
};

struct fetches *fetches_new(const struct fetch_options *options,
			    const struct input_limits *limits)
{
	struct fetches *fetches = mem_alloc(limits->mem, sizeof(*fetches));

	fetches->options = options;
	fetches->limits = *limits;
	return fetches;
}

void fetches_free(struct fetches *fetches)
{
	struct mem *mem = fetches->limits.mem;

	for (size_t i = 0; i < fetches->n_started; i++)
		fetch_free(fetches->entries.at[i].fetch);
	vec_release(mem, &fetches->entries);
	fetch_means_release(&fetches->means);
	mem_free(mem, fetches, sizeof(*fetches));
}

void fetches_add(struct fetches *fetches, const char *source)
{
	*vec_push(fetches->limits.mem, &fetches->entries) =
		(struct entry){ .source = source };
}

static bool is_there(const char *path)
{
	struct stat st;

	return !stat(path, &st);
}

bool fetches_has(const char *source)
{
	return url_is_one(source) && !is_there(source);
}

/* So much that all of them together leave room for the profile. */
static size_t waiting_max(const struct fetches *fetches)
{
	size_t n = fetches->entries.n < AT_ONCE ? fetches->entries.n : AT_ONCE;
	size_t limit = fetches->limits.mem->limit, part = limit / 8 / n;

	return limit && part < WAITING_MAX ? part : WAITING_MAX;
}

static int get_ready(struct fetches *fetches, struct err *err)
{
	struct err *why = &fetches->err;

	if (!fetches->is_ready && !fetches->options)
		err_set(why, "nothing is fetched here");
	else if (!fetches->is_ready)
		fetch_prepare(&fetches->means, fetches->options, why);
	fetches->means.waiting_max = waiting_max(fetches);
	fetches->is_ready = true;
	return *why->text ? err_fail(err, "%s", why->text) : 0;
}

static void start(struct fetches *fetches, struct entry *entry)
{
	const struct fetch_options *o = fetches->options;
	struct url url;

	if (entry->source && !is_there(entry->source))
		entry->kind = url_parse(&url, entry->source,
					o ? o->seconds : 0, &entry->err);
	if (entry->kind != URL_GOOD)
		return;
	if (get_ready(fetches, &entry->err)) {
		entry->kind = URL_BAD;
		url_release(&url);
		return;
	}
	entry->fetch = fetch_start(&url, o, &fetches->means, &fetches->limits);
}

int fetches_take(struct fetches *fetches, struct fetch **fetch,
		 struct err *err)
{
	size_t end = fetches->n_taken + AT_ONCE;
	struct entry *entry;

	assert(fetches->n_taken < fetches->entries.n);
	for (; fetches->n_started < end &&
	       fetches->n_started < fetches->entries.n; fetches->n_started++)
		start(fetches, &fetches->entries.at[fetches->n_started]);
	entry = &fetches->entries.at[fetches->n_taken++];
	*fetch = entry->fetch;
	entry->fetch = NULL;
	return entry->kind == URL_BAD ? err_fail(err, "%s", entry->err.text) :
					0;
}
