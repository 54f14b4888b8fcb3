/*
 * The actions that move up and down, through a list or whatever else has rows.
 */
#ifndef TUI_CURSOR_H
#define TUI_CURSOR_H

#include <stdbool.h>

#include "keymap/action.h"
#include "render/list.h"

enum { CURSOR_END = 1 << 30 };	/* rows: to the first or the last */

/*
 * The rows that an action goes down, below 0 up, where `height` of them are
 * seen; 0 when it is no such move.
 */
int cursor_rows(int height, enum action action);

/*
 * Moves the cursor of a list that shows height rows; false when the action is
 * no move up or down.
 */
bool cursor_act(struct list *list, int height, enum action action);

/* Columns passed after Left or Right, from 0 to most. */
int cursor_scroll(int scroll, enum action action, int most);

#endif
