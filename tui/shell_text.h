/*
 * What the `:` prompt says about itself: the options with their values, and
 * help.  All of it comes from the tables of options, reports and keys.
 */
#ifndef TUI_SHELL_TEXT_H
#define TUI_SHELL_TEXT_H

#include "model/buf.h"
#include "model/err.h"
#include "model/profile.h"
#include "model/view.h"
#include "tui/options.h"

/* Every option that can be set here, sorted, with its value and choices. */
void shell_add_options(struct buf *out, const struct options *options,
		       const struct view *view,
		       const struct profile *profile);

/*
 * What a name means, or, of "", what there is.  Returns -1 with the reason
 * when nothing has the name.
 */
int shell_add_help(struct buf *out, const char *name, struct err *err);

#endif
