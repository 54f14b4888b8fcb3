/*
 * Source files that a profile names.  The name comes from a stranger: it may
 * be made to block, to steal keys or to put a secret on a shared screen.  So:
 *
 * - Opened without asking are files below a directory of source_path, the
 *   current directory, GOROOT or the module cache, and files anywhere whose
 *   name ends like a source file's.  Any other waits for consent.  It is the
 *   file that symbolic links lead to that counts.  What lies in a hidden
 *   directory (.ssh) below one of these is not "below" it, and a current
 *   directory of / does not open the whole machine.
 * - Only a regular file of 1 byte to 64 MiB, not in proc, sysfs, debugfs,
 *   tracefs or a cgroup, is opened at all, and not one with a NUL in its
 *   first 8 KiB.
 * - A strict search (model/sourcesearch.h) is one that the user has typed, for
 *   a report: it needs no consent, and takes the first thing that the
 *   reference would: an empty file or a directory is one without lines, what
 *   cannot be read is passed over, and what is refused ends it.
 * - Looking and reading end after 2 s or when cancelled; but a file system
 *   that hangs in one call hangs the thread, so this runs on a worker.
 *
 * Names are bytes.  Reasons quote none of them; paths are the caller's to
 * escape.
 */
#ifndef MODEL_SOURCEFILE_H
#define MODEL_SOURCEFILE_H

#include <stddef.h>
#include <stdint.h>

#include "model/buf.h"
#include "model/err.h"
#include "model/mem.h"
#include "model/sourcesearch.h"

enum {
	SOURCE_LINE_MAX = 4096,		/* bytes; longer lines are cut */
	SOURCE_TRIES_MAX = 200,		/* paths looked at for one name */
};

enum source_status {
	SOURCE_OPENED,
	SOURCE_NOT_FOUND,
	SOURCE_NEEDS_CONSENT,	/* ask again with consent to open the path */
	SOURCE_REFUSED,		/* something is there, but see why */
};

/* The bytes of a file and where its lines start; 4 bytes more per line. */
struct source_file {
	struct mem *mem;
	char *text;		/* n bytes, as they are in the file */
	size_t n, cap;
	uint32_t *lines;	/* n_lines + 1: starts, then a sentinel */
	uint32_t n_lines;
	uint32_t n_short;	/* lines in front of the first of 64 KiB */
	int64_t modified;	/* seconds since 1970; 0 for an embedded one */
};

struct source_found {
	enum source_status status;
	struct source_file file;	/* when SOURCE_OPENED, else empty */
	struct buf path;		/* what status is about; may be empty */
	struct err why;			/* unless SOURCE_OPENED */
	struct buf tried;		/* NUL-terminated paths, in order */
	size_t n_tried;			/* at most SOURCE_TRIES_MAX */
};

/*
 * Finds and reads the file that name[0..n) stands for and fills *found, which
 * need not be initialised and is released by the caller whatever the result.
 * A file that would not fit into mem is refused.
 */
enum source_status source_load(const struct source_search *search,
			       const char *name, size_t n, struct mem *mem,
			       struct source_found *found);

void source_found_release(struct source_found *found);

/* The i-th path tried, i < n_tried; borrowed from found. */
const char *source_tried(const struct source_found *found, size_t i);

void source_file_release(struct source_file *file);

/*
 * Returns line i, counted from 1, without its end (\n or \r\n) and cut to
 * SOURCE_LINE_MAX bytes between characters; not NUL-terminated, borrowed from
 * the file.  NULL and 0 when the file has no such line.
 */
const char *source_line(const struct source_file *file, uint64_t i,
			size_t *len);

/*
 * The same, with every byte of it but the \n: a \r, what is beyond
 * SOURCE_LINE_MAX, and a byte order mark in front.
 */
const char *source_line_raw(const struct source_file *file, uint64_t i,
			    size_t *len);

#endif
