/*
 * The terminal as a descriptor: opened, watched, and given back as it was.
 *
 * There is one per process, since signal handlers have nowhere else to find
 * it.  While the screen is up, whatever ends the program (leaving, die(), a
 * signal, a crash, a stack overflow) gives the terminal back: a prepared string
 * of bytes is written and the modes are set as they were.  Signals that ask the
 * program to end arrive in the loop through tty_signal(), the second one ends
 * it at once, and so does the first after a second in which the loop did not
 * get to it; signals that kill do so from their handler and keep their status
 * and their core.
 *
 * While the screen is up, standard error goes to memory, if it is a terminal,
 * and is printed afterwards: libraries write to it.
 */
#ifndef TUI_TTY_H
#define TUI_TTY_H

#include <stddef.h>

#include "model/err.h"

#define TTY_RESET_MAX 256

struct tty {
	int in, out;		/* may be the same */
	int signals;		/* readable when tty_signal has something */
};

/*
 * Opens what is closed of 0, 1 and 2 so that its use fails; the first thing in
 * main, before some file becomes standard output.
 */
void tty_fill_fds(void);

/*
 * Opens the terminal: standard input and output where both are one, else
 * /dev/tty; takes over signals and die_hook.  NULL and a reason when there is
 * no terminal.  What it returns is borrowed, until tty_close.
 */
struct tty *tty_open(struct err *err);

/* Gives the terminal back if it is not, and signals their old meaning. */
void tty_close(struct tty *tty);

/* The bytes that put the terminal right, at most TTY_RESET_MAX; copied. */
void tty_set_reset(const char *bytes, size_t n);

/*
 * The screen is up, or is no more: between the two, handlers restore the
 * terminal.  Both may be called again.
 */
void tty_up(void);
void tty_down(void);

/*
 * The next signal that came, 0 when there is none: SIGWINCH, SIGCONT, SIGTSTP,
 * SIGINT, SIGTERM or SIGHUP.
 */
int tty_signal(struct tty *tty);

/*
 * The terminal's size, within the limits of a grid; 24x80 when it does not
 * know.
 */
void tty_size(int fd, int *rows, int *cols);

/*
 * Stops the process and its group, as Ctrl-Z does, and returns when it goes
 * on.  The screen is to be down.
 */
void tty_suspend(void);

/* Restores the terminal and ends by the signal, so that the status says so. */
_Noreturn void tty_die_of(int sig);

/*
 * For the start of another thread: signals go to others, and a stack overflow
 * here still finds a stack to restore the terminal on.
 */
void tty_guard_thread(void);

#endif
