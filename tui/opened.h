/*
 * What is said once the first profile is there, in the row for messages: what
 * was wrong with it, where it was saved, why the program ended whose last words
 * it is, what several sources were made into; and mistakes in the user's keys.
 */
#ifndef TUI_OPENED_H
#define TUI_OPENED_H

#include "tui/app.h"
#include "tui/loader.h"

void opened_say(struct app *app, const struct loader *loader);

#endif
