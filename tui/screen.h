/*
 * A screen to show a grid on and to read keys from.  The curses terminal is
 * one (screen_curses_open); what runs a script needs none.
 *
 * The loop waits for screen->fd to be readable, for at most screen_wait()
 * milliseconds when that is not -1, and then reads until there is nothing
 * more, before it shows anything: keys that are waiting go before painting.
 * All functions belong to the main thread.
 */
#ifndef TUI_SCREEN_H
#define TUI_SCREEN_H

#include <stdbool.h>

#include "keymap/key.h"
#include "model/err.h"
#include "render/grid.h"
#include "tui/theme.h"
#include "tui/tty.h"

enum screen_read {
	SCREEN_NOTHING,		/* no key is waiting */
	SCREEN_KEY,		/* *key was filled */
	SCREEN_GONE		/* the terminal hung up: leave for good */
};

struct screen;

struct screen_ops {
	void (*size)(struct screen *screen, int *rows, int *cols);
	void (*show)(struct screen *screen, const struct grid *grid);
	enum screen_read (*read)(struct screen *screen, struct key *key);
	int (*wait)(const struct screen *screen);
	void (*repaint)(struct screen *screen);
	void (*paste)(struct screen *screen, bool on);
	void (*suspend)(struct screen *screen);
	void (*resume)(struct screen *screen);
	void (*close)(struct screen *screen);
};

struct screen {
	const struct screen_ops *ops;
	int fd;				/* to wait on for keys */
	enum text_charset charset;	/* what it can show */
};

/* Asks the terminal for its size, now, and takes it; within a grid's limits. */
static inline void screen_size(struct screen *screen, int *rows, int *cols)
{
	screen->ops->size(screen, rows, cols);
}

/* Shows the grid; sends only what differs from what is shown. */
static inline void screen_show(struct screen *screen, const struct grid *grid)
{
	screen->ops->show(screen, grid);
}

/* Reads a key without waiting. */
static inline enum screen_read screen_read(struct screen *screen,
					   struct key *key)
{
	return screen->ops->read(screen, key);
}

/*
 * Milliseconds after which to read again although nothing came, as a lone Esc
 * is told from the start of an arrow key by what does not follow; or -1.
 */
static inline int screen_wait(const struct screen *screen)
{
	return screen->ops->wait(screen);
}

/* The next screen_show sends everything: somebody else wrote on the screen. */
static inline void screen_repaint(struct screen *screen)
{
	screen->ops->repaint(screen);
}

/*
 * While on, pasted text comes between KEYCODE_PASTE_BEGIN and _END.  For as
 * long as a prompt is open; what is pasted at other times is keys.
 */
static inline void screen_paste(struct screen *screen, bool on)
{
	screen->ops->paste(screen, on);
}

/* Gives the terminal back for a while, and takes it again. */
static inline void screen_suspend(struct screen *screen)
{
	screen->ops->suspend(screen);
}

static inline void screen_resume(struct screen *screen)
{
	screen->ops->resume(screen);
}

/* Restores the terminal and frees the screen. */
static inline void screen_close(struct screen *screen)
{
	screen->ops->close(screen);
}

/*
 * Takes the terminal, which is open and outlives the screen; $TERM says what
 * it is.  NULL and a reason when it cannot be used: its description is
 * missing, or it cannot place the cursor.
 */
struct screen *screen_curses_open(struct tty *tty, enum theme_color color,
				  struct err *err);

#endif
