/*
 * Tab in a prompt: what the line ends in is completed (tui/complete.h), and
 * each further Tab takes the next candidate, S-Tab the one before.
 *
 * Names of files come when a disk has them.  Until then keys are held back,
 * since what was typed behind Tab is for the line that Tab makes; when that
 * takes long, Esc and C-c give it up, and with it what was held.
 */
#ifndef TUI_PROMPT_TAB_H
#define TUI_PROMPT_TAB_H

#include <stdbool.h>

#include "keymap/key.h"

struct app;
struct filenames_job;
struct prompt;

/* False for another key, and where Tab is none of the prompt's. */
bool tab_key(struct app *app, struct key key);

/* Another key was pressed: the next Tab starts anew. */
void tab_forget(struct prompt *prompt);

/* Whether names of files are awaited, so that keys are to be held. */
bool tab_waits(const struct prompt *prompt);

/* Takes a key meanwhile; behind the 256th they are left out. */
void tab_hold(struct app *app, struct key key);

void tab_give_up(struct app *app);

/* Takes the names that were awaited and the keys held, and frees the job. */
void tab_take_files(struct app *app, struct filenames_job *job);

#endif
