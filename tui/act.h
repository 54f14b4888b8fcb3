/*
 * What actions do.  The focused panel is asked first; what it has no use for
 * is general, and stands in a table here.
 */
#ifndef TUI_ACT_H
#define TUI_ACT_H

#include "keymap/action.h"

struct app;

void act_run(struct app *app, enum action action);

#endif
