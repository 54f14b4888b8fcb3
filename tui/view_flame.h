/*
 * What the rest of the app asks of the flame panel by name.
 */
#ifndef TUI_VIEW_FLAME_H
#define TUI_VIEW_FLAME_H

struct app;

/*
 * Makes the flame panel the callers-up form of the selected function; it need
 * not be on the screen.
 */
void view_flame_callers(struct app *app);

#endif
