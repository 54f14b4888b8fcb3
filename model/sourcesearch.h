/*
 * Where a source file that a profile names is looked for: which paths its name
 * may stand for, one after another.  Nothing is opened here, and names are
 * whatever a stranger wrote; what may be read is model/sourcefile.h's.
 */
#ifndef MODEL_SOURCESEARCH_H
#define MODEL_SOURCESEARCH_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "model/buf.h"
#include "model/mem.h"
#include "model/strings.h"

/* A file that is part of the program; borrowed for good. */
struct source_embedded {
	const char *name;	/* as the profile has it, or the end of that */
	const void *data;
	size_t size;
};

/*
 * Where to look.  All strings are borrowed and may be NULL.  The order:
 *
 * 1. embedded files;
 * 2. the reference's: the name after trim_path, below each directory of
 *    source_path (the current one when empty) and below its parents;
 * 3. the name itself;
 * 4. the src directories of GOROOT and of the usual places of Go;
 * 5. the module cache;
 * 6. vendor in the current directory and its parents;
 * 7. below the current directory, by the longest end of the name that exists.
 *
 * What is strict is for reports that print what the reference prints: of these
 * only 1 and 2, of names as reports show them, and what of that can be opened
 * for reading.
 */
struct source_search {
	bool strict;
	const char *source_path, *trim_path;	/* lists separated by : */
	const char *goroot, *gopath, *gomodcache, *home;
	const struct source_embedded *embedded;
	size_t n_embedded;
	bool consent;			/* the user asked for this very file */
	const _Atomic bool *cancel;	/* may be NULL */
};

/* One search under way. */
struct source_hunt;

/* Tries a path; true when the search ends with it. */
typedef bool source_try(void *arg, const struct source_hunt *hunt,
			const char *path);

/* Empty but for what the environment says about Go. */
void source_search_init(struct source_search *search);

/* Returns the embedded file that a name stands for; may return NULL. */
const struct source_embedded *
source_search_embedded(const struct source_search *search, struct str name);

/*
 * Calls try with each path on disk that a name without NULs may stand for, in
 * the order above, until one call returns true.  The same path may come again.
 */
void source_search_run(const struct source_search *search, struct str name,
		       struct mem *mem, source_try *try, void *arg);

/*
 * Appends the current directory as the reference names it, which is PWD if
 * that is it, else without symbolic links.  Nothing when it is gone.
 */
void source_search_here(struct buf *out);

/*
 * Whether a path without symbolic links lies below a directory that is
 * searched, and not in a hidden one there.
 */
bool source_hunt_covers(const struct source_hunt *hunt, const char *path);

#endif
