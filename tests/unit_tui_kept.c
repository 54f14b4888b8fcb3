/*
 * tui/kept: when a source is read, when what it gave is taken instead.
 */
#include "config.h"

#include "tui/kept.h"

#include "tests/tap.h"

static struct mem mem;

/* What the next load reads of source i: its path, or "kept" bytes. */
static const char *ask(struct kept *kept, size_t i, const char *path,
		       struct gather_source *source)
{
	static struct err err;

	if (kept_source(kept, i, path, source, &err))
		return err.text;
	return source->data ? "kept" : source->path;
}

static void give(const struct gather_source *source, const char *bytes)
{
	if (source->keep)
		keep_add(source->keep, (const uint8_t *)bytes,
			 strlen(bytes));
}

/* A URL that failed while others did not is asked again, however often. */
static void test_failed_fetch(void)
{
	static const char url[] = "http://127.0.0.1/heap";
	struct gather_source source;
	struct kept kept;

	kept_init(&kept, 2, &mem);
	is(ask(&kept, 0, url, &source), url, "a URL is asked");
	give(&source, "what it says of an error");
	kept_settle(&kept, (bool[]){ true });
	is(ask(&kept, 0, url, &source), url, "one that failed is, again");
	give(&source, "half");
	is(ask(&kept, 0, url, &source), url, "and when that was given up");
	ok(source.keep && !source.keep->n, "of which nothing is left");
	give(&source, "all");
	kept_settle(&kept, (bool[]){ false });
	is(ask(&kept, 0, url, &source), "kept", "until all of it is there");
	is_int(source.n, 3, "and nothing else");
	kept_release(&kept);
	is_int(mem.used, 0, "all is given back");
}

/* However many pipes there are, what is kept leaves room for the profile. */
static void test_budget(void)
{
	static const uint8_t bytes[16 << 10];
	struct mem small = { .limit = 64 << 20 };
	struct gather_source source;
	struct kept kept;
	struct err err;

	kept_init(&kept, 9, &small);
	for (size_t i = 0; i < 9; i++) {
		kept_source(&kept, i, "pipe", &source, &err);
		while (source.keep->n + sizeof(bytes) <= source.keep->max)
			keep_add(source.keep, bytes, sizeof(bytes));
		ok(source.keep->n > 800 << 10 && !source.keep->is_over,
		   "much of it is kept: %zu bytes", source.keep->n);
	}
	ok(small.used <= small.limit / 8 + 4096, "and of all an eighth");
	kept_release(&kept);
	is_int(small.used, 0, "all is given back");
}

int main(void)
{
	test_budget();
	test_failed_fetch();
	return tap_done();
}
