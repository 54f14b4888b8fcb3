/*
 * Why a view has nothing to show, and which keys help.
 */
#ifndef TUI_NOTHING_H
#define TUI_NOTHING_H

#include "keymap/keymap.h"
#include "model/buf.h"
#include "render/grid.h"

struct app;

/*
 * Appends a sentence: there are no samples, none has a stack (labels need
 * none), or no `what` ("function") is left by the filters, has changed or has a
 * value.  The keys are those of the map.
 */
void nothing_explain(const struct app *app, enum map map, const char *what,
		     struct buf *out);

/* Appends a key of the map and what it does: "x removes the last one". */
void nothing_add_way(const struct app *app, enum map map, enum action action,
		     const char *what, struct buf *out);

/* Paints the sentence, wrapped, in the upper half. */
void nothing_paint(const struct canvas *canvas, const struct buf *why);

#endif
