#include "config.h"

#include "model/sourcecache.h"

void source_cache_init(struct source_cache *cache, struct mem *mem,
		       const struct source_search *search)
{
	*cache = (struct source_cache){ .mem = mem, .search = search };
}

void source_cache_release(struct source_cache *cache)
{
	while (cache->n) {
		struct source_entry *entry = &cache->entries[--cache->n];

		buf_release(&entry->name);
		source_found_release(&entry->found);
	}
	cache->bytes = 0;
}

static struct source_entry *find_entry(struct source_cache *cache,
				       struct str name)
{
	for (size_t i = 0; i < cache->n; i++) {
		struct source_entry *entry = &cache->entries[i];

		if (!str_cmp(name, (struct str){ buf_str(&entry->name),
						 entry->name.n }))
			return entry;
	}
	return NULL;
}

const struct source_found *source_cache_get(struct source_cache *cache,
					    struct str name)
{
	struct source_entry *entry = find_entry(cache, name);

	if (entry)
		return &entry->found;
	if (cache->n == SOURCE_CACHE_FILES ||
	    cache->bytes > SOURCE_CACHE_BYTES)
		source_cache_release(cache);
	entry = &cache->entries[cache->n++];
	*entry = (struct source_entry){ .name = BUF_INIT };
	buf_add(&entry->name, name.s, name.n);
	source_load(cache->search, name.s, name.n, cache->mem, &entry->found);
	cache->bytes += entry->found.file.n;
	return &entry->found;
}
