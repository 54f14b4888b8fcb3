/*
 * What else than actions opens the report panel: a report that the `:` prompt
 * asks for, or a text that is at hand.
 */
#ifndef TUI_VIEW_REPORT_H
#define TUI_VIEW_REPORT_H

#include "tui/command.h"

struct app;

/*
 * Asks for a report, which is shown, or written to its file, when it is made;
 * one that was asked for before and is not there yet is given up.
 */
void view_report_ask(struct app *app, const struct command *command);

/* Shows a text as what the command gives. */
void view_report_text(struct app *app, const struct command *command,
		      const struct buf *text);

#endif
