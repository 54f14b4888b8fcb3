/*
 * The user's key file: lines as in keymap/keymap.h, which count after the
 * default keys.  A line that is wrong changes nothing, so that the default
 * stays; all others count.  A file that is another user's, unless root's, or
 * that others can write to is refused.
 */
#ifndef TUI_KEYFILE_H
#define TUI_KEYFILE_H

#include <stdbool.h>

#include "keymap/keymap.h"
#include "model/buf.h"
#include "model/err.h"

enum {
	KEYFILE_MAX = 64 << 10,		/* bytes; the defaults take 3 KiB */
	KEYFILE_MISTAKES_MAX = 200,	/* that are listed */
};

/*
 * Appends the path of the file that is looked for when none is named:
 * $XDG_CONFIG_HOME/pprowl/keys, where that is not set ~/.config/pprowl/keys.
 * False when there is no such place.
 */
bool keyfile_path(struct buf *out);

enum keyfile_result {
	KEYFILE_DONE,
	KEYFILE_MISSING,
	KEYFILE_UNREADABLE,	/* or refused, too large, no regular file */
	KEYFILE_WRONG,		/* in some lines; the others count */
};

/*
 * Binds what the file says.  Of all but KEYFILE_DONE err has the reason: of
 * several mistakes the first one.  Appends them all to `all`, a line each.
 */
enum keyfile_result keyfile_load(struct keymap *km, const char *path,
				 struct buf *all, struct err *err);

#endif
