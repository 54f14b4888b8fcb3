/*
 * Source files that are asked for again and again, while a report goes from
 * function to function.  What was found, or why nothing was, is kept: the
 * last SOURCE_CACHE_FILES answers, and texts of SOURCE_CACHE_BYTES at most
 * besides the last one.
 */
#ifndef MODEL_SOURCECACHE_H
#define MODEL_SOURCECACHE_H

#include "model/sourcefile.h"

enum {
	SOURCE_CACHE_FILES = 64,
	SOURCE_CACHE_BYTES = 32 << 20,
};

struct source_entry {
	struct buf name;
	struct source_found found;
};

struct source_cache {
	struct mem *mem;
	const struct source_search *search;	/* borrowed */
	struct source_entry entries[SOURCE_CACHE_FILES];
	size_t n;
	size_t bytes;				/* of their texts */
};

void source_cache_init(struct source_cache *cache, struct mem *mem,
		       const struct source_search *search);
void source_cache_release(struct source_cache *cache);

/* What source_load finds for a name; borrowed until the next call. */
const struct source_found *source_cache_get(struct source_cache *cache,
					    struct str name);

#endif
