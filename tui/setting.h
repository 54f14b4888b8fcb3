/*
 * Options that are set while the views run, as the `:` prompt does: what is
 * shown follows, or, when it cannot, all stays as it was.
 */
#ifndef TUI_SETTING_H
#define TUI_SETTING_H

#include <stdbool.h>

struct app;

/* Sets an option by name, or says why not and returns false. */
bool setting_set(struct app *app, const char *name, const char *value);

#endif
