#include "config.h"

#include "tui/loop.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "model/clock.h"
#include "tui/app.h"
#include "tui/app_paint.h"
#include "tui/screen.h"

enum {
	FIRST_MS = 200,		/* loading shorter than this shows nothing */
	PROGRESS_MS = 100,	/* between repaints while something runs */
	FRAME_MS = 16,		/* the least time between two paintings */
};

struct loop {
	struct app app;
	struct tty *tty;
	struct screen *screen;
	struct grid grid;
	int64_t started, painted;	/* ms */
	bool is_dirty;
	int fatal_signal;
};

static void take_size(struct loop *loop)
{
	int rows, cols;

	screen_size(loop->screen, &rows, &cols);
	grid_resize(&loop->grid, rows, cols);
	app_resize(&loop->app, rows, cols);
	loop->is_dirty = true;
}

static void stop_and_go_on(struct loop *loop)
{
	screen_suspend(loop->screen);
	tty_suspend();
	screen_resume(loop->screen);
	take_size(loop);
}

static void take_signals(struct loop *loop)
{
	int sig;

	while ((sig = tty_signal(loop->tty))) {
		switch (sig) {
		case SIGWINCH:
			take_size(loop);
			break;
		case SIGCONT:
			screen_resume(loop->screen);
			take_size(loop);
			break;
		case SIGTSTP:
			stop_and_go_on(loop);
			break;
		default:
			loop->fatal_signal = sig;
			loop->app.is_leaving = true;
			return;
		}
	}
}

static void take_keys(struct loop *loop)
{
	struct key key;

	while (!loop->app.is_leaving) {
		switch (screen_read(loop->screen, &key)) {
		case SCREEN_NOTHING:
			return;
		case SCREEN_GONE:
			loop->fatal_signal = SIGHUP;
			loop->app.is_leaving = true;
			return;
		case SCREEN_KEY:
			app_key(&loop->app, key);
			loop->is_dirty = true;
			break;
		}
		screen_paste(loop->screen,
			     prompt_is_open(&loop->app.prompt));
	}
}

static void obey_app(struct loop *loop)
{
	struct app *app = &loop->app;

	if (app->wants_repaint)
		screen_repaint(loop->screen);
	if (app->wants_suspend)
		stop_and_go_on(loop);
	app->wants_repaint = app->wants_suspend = false;
}

static void paint(struct loop *loop)
{
	app_paint(&loop->app, &loop->grid);
	screen_show(loop->screen, &loop->grid);
	loop->painted = clock_ms();
	loop->is_dirty = false;
}

/* The first picture waits a little, for the profile to be in it. */
static bool is_early(const struct loop *loop)
{
	return !loop->app.profile && clock_ms() - loop->started < FIRST_MS;
}

static void paint_if_due(struct loop *loop)
{
	if (!loop->is_dirty || loop->app.is_leaving || is_early(loop))
		return;
	if (clock_ms() - loop->painted >= FRAME_MS)
		paint(loop);
}

static int shorter(int a, int b)
{
	return a < 0 ? b : b < 0 ? a : a < b ? a : b;
}

/* How long to sleep: for ever, unless a clock matters. */
static int wait_ms(const struct loop *loop)
{
	int ms = screen_wait(loop->screen);

	if (loop->app.busy_since)
		ms = shorter(ms, is_early(loop) ? FIRST_MS / 10 :
						  PROGRESS_MS);
	if (loop->is_dirty)
		ms = shorter(ms, FRAME_MS);
	return ms;
}

static void wait_for_something(struct loop *loop)
{
	struct pollfd fds[2 + APP_WORKERS] = {
		{ .fd = loop->screen->fd, .events = POLLIN },
		{ .fd = loop->tty->signals, .events = POLLIN },
	};

	for (int i = 0; i < APP_WORKERS; i++)
		fds[2 + i] = (struct pollfd){
			.fd = app_worker(&loop->app, i)->fd, .events = POLLIN,
		};
	poll(fds, ARRAY_SIZE(fds), wait_ms(loop));
}

static void run(struct loop *loop)
{
	struct app *app = &loop->app;

	take_size(loop);
	while (!app->is_leaving) {
		bool was_busy = app_is_busy(app);

		paint_if_due(loop);
		wait_for_something(loop);
		take_signals(loop);
		take_keys(loop);
		if (app_take(app) || app_is_busy(app) || was_busy)
			loop->is_dirty = true;
		obey_app(loop);
	}
}

static enum loop_result open_screen(struct loop *loop,
				    const struct options *options,
				    struct err *err)
{
	enum theme_color color;

	if (theme_color_parse(options->color, &color)) {
		err_set(err, "-color=%.80s: must be auto, always or never",
			options->color);
		return LOOP_FAILED;
	}
	loop->tty = tty_open(err);
	if (!loop->tty)
		return LOOP_NO_TERMINAL;
	loop->screen = screen_curses_open(loop->tty, color, err);
	if (loop->screen)
		return LOOP_DONE;
	tty_close(loop->tty);
	return LOOP_NO_TERMINAL;
}

enum loop_result loop_run(struct options *options,
			  const struct input_limits *limits, struct err *err)
{
	struct loop loop = { .started = clock_ms(), .is_dirty = true };
	enum loop_result result = open_screen(&loop, options, err);
	int rows, cols;
	bool has_app;

	if (result != LOOP_DONE)
		return result;
	screen_size(loop.screen, &rows, &cols);
	grid_init(&loop.grid, rows, cols, loop.screen->charset);
	has_app = !app_init(&loop.app, options, limits, loop.screen->charset,
			    err);
	if (has_app)
		run(&loop);
	else
		result = LOOP_FAILED;
	if (has_app && loop.app.has_failed) {
		*err = loop.app.load_err;
		result = LOOP_FAILED;
	}
	screen_close(loop.screen);
	tty_close(loop.tty);
	if (loop.fatal_signal)
		tty_die_of(loop.fatal_signal);
	/* What a disk keeps for ever still borrows from the app. */
	if (has_app && result == LOOP_DONE && !app_end_work(&loop.app))
		_exit(0);
	if (has_app)
		app_release(&loop.app);
	grid_release(&loop.grid);
	return result;
}
