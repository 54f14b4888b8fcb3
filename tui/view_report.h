/*
 * What else than actions opens the report panel: a report that the `:` prompt
 * asks for, or a text that is at hand.
 */
#ifndef TUI_VIEW_REPORT_H
#define TUI_VIEW_REPORT_H

#include "tui/command.h"

struct app;

/*
 * Asks for a report, which is shown, or written to its file, when it is made.
 * One to be shown that was asked for before and is not there yet is given up;
 * of files one is written at a time.  While the profile is read anew it waits
 * for that, which is said.
 */
void view_report_ask(struct app *app, const struct command *command);

/* Whether a file is being written, which is then said. */
bool view_report_is_writing(struct app *app);

/* Whether something waits for a new profile. */
bool view_report_waits(struct app *app);

/* A new profile has come, or will not: then what waits for it is given up. */
void view_report_go_on(struct app *app, bool has_come);

/* Shows a text as what the command gives. */
void view_report_text(struct app *app, const struct command *command,
		      const struct buf *text);

#endif
