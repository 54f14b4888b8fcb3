/*
 * -save and -save_dir: what is fetched is kept, as it came, in files that are
 * new and only their owner's.  Without them nothing is.
 */
#ifndef TUI_SAVE_H
#define TUI_SAVE_H

#include <pthread.h>

#include "model/fetch.h"
#include "tui/options.h"

struct save {
	const struct options *options;	/* borrowed */
	struct fetch_saver saver;	/* for fetch_options; data is this */
	pthread_mutex_t lock;
	unsigned n_files;		/* begun */
	struct buf saved, failed;	/* lines */
};

void save_init(struct save *save, const struct options *options);
void save_release(struct save *save);

/*
 * What the options ask to keep with; NULL when they do not, or when the one
 * file of -save has been written: fetching again is not what it was asked for.
 */
const struct fetch_saver *save_saver(const struct save *save);

#endif
