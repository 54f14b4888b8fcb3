/*
 * The actions that move a cursor through any list.
 */
#ifndef TUI_CURSOR_H
#define TUI_CURSOR_H

#include <stdbool.h>

#include "keymap/action.h"
#include "render/list.h"

/*
 * Moves the cursor of a list that shows height rows; false when the action is
 * no move up or down.
 */
bool cursor_act(struct list *list, int height, enum action action);

/* Columns passed after Left or Right, from 0 to most. */
int cursor_scroll(int scroll, enum action action, int most);

#endif
