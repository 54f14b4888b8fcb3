#include "config.h"

#include "tui/kept.h"

#include <string.h>

#include "model/fetches.h"

/* So much of a small budget that the profile itself still fits. */
static size_t most_of_each(const struct kept *kept)
{
	size_t part = kept->mem->limit / 8 / kept->n;

	return kept->mem->limit && part < KEPT_MAX ? part : KEPT_MAX;
}

void kept_init(struct kept *kept, size_t n, struct mem *mem)
{
	size_t max;

	*kept = (struct kept){ .mem = mem, .n = n };
	kept->at = mem_alloc(mem, n * sizeof(*kept->at));
	max = most_of_each(kept);
	for (size_t i = 0; i < n; i++) {
		kept->at[i].keep = (struct keep){ .mem = mem, .max = max };
		kept->at[i].next = kept->at[i].keep;
	}
}

void kept_release(struct kept *kept)
{
	for (size_t i = 0; i < kept->n; i++) {
		keep_clear(&kept->at[i].keep);
		keep_clear(&kept->at[i].next);
	}
	mem_free(kept->mem, kept->at, kept->n * sizeof(*kept->at));
	kept->at = NULL;
	kept->n = 0;
}

static bool is_same(const struct kept_source *kept, const char *path)
{
	return kept->path && path && !strcmp(kept->path, path);
}

static const char *name_of(const char *path)
{
	return strcmp(path, "-") ? path : "standard input";
}

/* What is kept stays until there is something newer. */
static void fetch_again(struct kept_source *entry,
			struct gather_source *source)
{
	keep_clear(&entry->next);
	entry->is_again = true;
	*source = (struct gather_source){
		.path = entry->path, .keep = &entry->next,
	};
}

int kept_source(struct kept *kept, size_t i, const char *path,
		struct gather_source *source, struct err *err)
{
	struct kept_source *entry = &kept->at[i];

	entry->is_again = false;
	entry->is_fetched = path && fetches_has(path);
	if (!is_same(entry, path) || !entry->is_whole) {
		keep_clear(&entry->keep);
		entry->path = path;
		entry->is_whole = false;
	}
	if (entry->is_fetched && atomic_load(&kept->fetches_again)) {
		fetch_again(entry, source);
		return 0;
	}
	if (entry->keep.is_over)
		return err_fail(err, "%.200s: cannot be read again: it gave "
				"more than %zukB, which are not kept; save it "
				"to a file first", name_of(path),
				entry->keep.max >> 10);
	*source = (struct gather_source){ .path = path, .keep = &entry->keep };
	if (entry->keep.n) {
		source->path = name_of(path);
		source->data = entry->keep.data;
		source->n = entry->keep.n;
		source->keep = NULL;
	}
	return 0;
}

static void settle(struct kept_source *entry, bool has_failed)
{
	struct keep none = { .mem = entry->keep.mem, .max = entry->keep.max };

	if (entry->is_again) {
		keep_clear(&entry->keep);
		entry->keep = entry->next;
		entry->next = none;
		entry->is_again = false;
	}
	has_failed = has_failed && entry->is_fetched;
	if (has_failed)
		keep_clear(&entry->keep);
	entry->is_whole = entry->path && !has_failed;
}

/* A wish that came while this was being read is not fulfilled by it. */
void kept_settle(struct kept *kept, const bool *has_failed)
{
	for (size_t i = 0; i < kept->n; i++) {
		if (kept->at[i].is_again)
			atomic_store(&kept->fetches_again, false);
		settle(&kept->at[i], i + 1 < kept->n && has_failed[i]);
	}
}

void kept_give_up(struct kept *kept)
{
	for (size_t i = 0; i < kept->n; i++) {
		struct kept_source *entry = &kept->at[i];

		keep_clear(&entry->next);
		entry->is_again = false;
		if (!entry->is_whole)
			keep_clear(&entry->keep);
	}
}

size_t kept_n_files(const struct kept *kept)
{
	size_t n = 0;

	for (size_t i = 0; i < kept->n; i++) {
		const struct kept_source *entry = &kept->at[i];

		n += entry->path && (entry->is_fetched ||
				     (!entry->keep.n && !entry->keep.is_over));
	}
	return n;
}
