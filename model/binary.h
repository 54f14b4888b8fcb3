/*
 * The file that a mapping of a profile is of, as the reference looks for it
 * (google/pprof, internal/driver: locateBinaries): by build id and by name in
 * the directories of PPROF_BINARY_PATH, or in ~/pprof/binaries; then at the
 * path that the profile has, which the command line may have set.
 *
 * The profile's word is not trusted: a build id that is not one is not made
 * part of a path, one that is has to be the file's own, and only ELF files are
 * opened.
 */
#ifndef MODEL_BINARY_H
#define MODEL_BINARY_H

#include "model/buf.h"
#include "model/elf.h"
#include "model/profile.h"

struct binary {
	struct buf path;
	struct elf elf;
};

struct binary_query {
	const struct profile *profile;
	const struct mapping *mapping;
	bool is_chosen;			/* the user has named the file */
	bool is_special;		/* the path is not to be opened */
	/* Is told of files whose build id is another. */
	void (*warn)(void *data, const char *text);
	void *data;
};

/*
 * Finds and reads the head of a mapping's file.  Fails, with the reason for
 * the last path, when there is none.  Release it all the same.
 */
int binary_open(struct binary *binary, const struct binary_query *query,
		struct err *err);
void binary_release(struct binary *binary);

/* The directories to search, with ":" between them. */
void binary_add_search_path(struct buf *out);

/*
 * Whether a mapping's file is one in name only, as kernels, vdso and memory
 * without a file have it (google/pprof, profile: Unsymbolizable).
 */
bool binary_is_special(struct str file);

/*
 * Finds what is to be taken off an address in a mapping to get the one in the
 * file; false when that cannot be told.  A kernel's mapping may start at a
 * symbol: then binary_needs_kernel, and kernel is its address in the file,
 * NULL when there is none.
 */
bool binary_needs_kernel(const struct binary *binary,
			 const struct mapping *mapping);
bool binary_base(const struct binary *binary, const struct mapping *mapping,
		 const uint64_t *kernel, uint64_t address, uint64_t *base);

#endif
