/*
 * An app as hands and eyes have it: keys go in by their names, what is on the
 * screen comes out as text.  Each waits first until nothing is under way.
 */
#ifndef TESTS_HANDS_H
#define TESTS_HANDS_H

#include <stdbool.h>

#include "render/grid.h"
#include "tui/app.h"

struct hands {
	struct app *app;		/* borrowed, as large as the grid */
	struct grid *grid;
};

/* The screen, a line a row, until the next call. */
const char *hands_screen(const struct hands *hands);

/* Whether the text is on the screen, which is printed when it is not. */
bool hands_see(const struct hands *hands, const char *text);

/* Presses keys with a blank between them: "j Enter C-d". */
void hands_press(const struct hands *hands, const char *names);

/*
 * Keeps a worker from its other jobs until it is cancelled, with a job in a
 * slot that should have no other, which runs by the time this returns.
 */
void hands_hold(struct worker *worker, int slot);

/* Esc, as while something takes its time; nothing is waited for. */
void hands_give_up(const struct hands *hands);

#endif
