/*
 * What the profile that is looked at is called, by what it was read from.
 */
#ifndef TUI_SOURCE_NAMES_H
#define TUI_SOURCE_NAMES_H

#include "model/buf.h"

struct app;

/*
 * Appends "new", "new +2 merged", "old | new", "a/heap | b/heap"; "new, 2 of 3
 * sources" where some could not be read, for as long as what is shown lacks
 * them.  Of servers it is host and path, without what is secret.  Escaped, and
 * cut to a third of the screen: what the numbers are must not be pushed off.
 */
void source_names_add(const struct app *app, struct buf *out);

#endif
