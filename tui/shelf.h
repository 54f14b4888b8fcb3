/*
 * Source files that were looked for, and the job for app->reader that looks
 * for them.  A shelf is a panel's; its files are shared by what the panel
 * shows and go when nothing of that uses them any more.
 */
#ifndef TUI_SHELF_H
#define TUI_SHELF_H

#include <stdbool.h>

#include "model/sourcefile.h"
#include "model/strings.h"
#include "tui/options.h"
#include "tui/worker.h"

/* How a file is looked for, and since when: texts are the options'. */
struct shelf_way {
	const char *source_path, *trim_path;
	unsigned age;
};

/* found counts once is_done. */
struct shelf_file {
	struct shelf_file *next;
	struct buf path;
	struct shelf_way way;
	bool consent;			/* the user asked for this file */
	bool is_due;			/* to be looked for */
	bool is_done;
	bool is_used;			/* for shelf_sweep */
	struct source_found found;
};

struct shelf {
	struct mem *mem;
	const struct options *options;	/* borrowed */
	unsigned age;			/* counts calls of shelf_renew */
	struct shelf_file *files;
};

void shelf_init(struct shelf *shelf, struct mem *mem,
		const struct options *options);

/* After the reader's jobs have ended. */
void shelf_release(struct shelf *shelf);

/* From here on files are looked for anew: they may have changed. */
void shelf_renew(struct shelf *shelf);

/*
 * Returns the file as it is looked for with the options as they are, a new
 * one that is due if there is none.  What the user asked for once is asked
 * for.
 */
struct shelf_file *shelf_get(struct shelf *shelf, struct str path);

/* Whether a file was looked for as it would be now. */
bool shelf_is_current(const struct shelf *shelf,
		      const struct shelf_file *file);

/* Looks for all files that are due; what was asked before is cancelled. */
void shelf_fetch(struct shelf *shelf, struct worker *reader);

/* Takes in what a job of shelf_fetch has found, and frees the job. */
void shelf_take(struct shelf *shelf, struct job *job);

/* Frees the files whose is_used is false, and sets it to false in the rest. */
void shelf_sweep(struct shelf *shelf);

#endif
