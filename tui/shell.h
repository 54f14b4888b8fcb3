/*
 * pprof's shell within the `:` prompt: what the commands of tui/command.h do.
 * app_command (tui/app.h) runs a line.
 */
#ifndef TUI_SHELL_H
#define TUI_SHELL_H

#include "tui/command.h"

struct app;

/* Shows what a command that changes nothing says: help, the options. */
void shell_show(struct app *app, const struct command *command);

#endif
