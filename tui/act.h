/*
 * What actions do.  The focused panel is asked first; what it has no use for
 * is general, and stands in a table here.
 */
#ifndef TUI_ACT_H
#define TUI_ACT_H

#include "keymap/action.h"
#include "tui/panel.h"

void act_run(struct app *app, enum action action);

/* Whether a panel has a use for the action, or it is a general one. */
bool act_is_for(enum panel_id panel, enum action action);

/*
 * Goes to a panel; one that it was come from is gone back to, and not come to
 * again.
 */
void act_show(struct app *app, enum panel_id panel);

#endif
