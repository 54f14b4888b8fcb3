#include "config.h"

#include "model/fetches.h"

#include <assert.h>
#include <sys/stat.h>

#include "model/header_file.h"

enum { AT_ONCE = 32 };

struct entry {
	const char *source;
	enum url_kind kind;
	struct fetch *fetch;		/* NULL: not started, or taken */
	struct err err;			/* why it is not fetched */
};

struct fetches {
	const struct fetch_options *options;
	struct input_limits limits;
	struct buf headers;
	bool is_ready;			/* what all share has been read */
	struct err err;			/* why it could not be; or "" */
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
	buf_release(&fetches->headers);
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

/* What all fetches share, and what they need of one another. */
static int check_options(struct fetches *fetches, struct err *err)
{
	const struct fetch_options *o = fetches->options;

	if (!o)
		return err_fail(err, "nothing is fetched here");
	if (*o->tls_key && !*o->tls_cert)
		return err_fail(err, "-tls_key is specified, so -tls_cert "
				"must also be specified");
	if (*o->tls_cert && !*o->tls_key)
		return err_fail(err, "-tls_cert is specified, so -tls_key "
				"must also be specified");
	return *o->header_file ? header_file_read(&fetches->headers,
						  o->header_file, err) : 0;
}

static int get_ready(struct fetches *fetches, struct err *err)
{
	if (!fetches->is_ready)
		check_options(fetches, &fetches->err);
	fetches->is_ready = true;
	return *fetches->err.text ? err_fail(err, "%s", fetches->err.text) : 0;
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
	entry->fetch = fetch_start(&url, o, &fetches->headers,
				   &fetches->limits);
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
