/*
 * How long the screen takes to follow a key: the app on a grid, without a
 * terminal.  For each key the time from the key until the screen that answers
 * it is painted, all jobs done, the median and the worst of several presses.
 *
 *	redraw PROFILE [large]
 */
#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "tui/app.h"

enum { PRESSES = 9 };

struct bench {
	struct app app;
	struct grid grid;
};

/* Keys, as a script writes them, whose last one is timed. */
struct step {
	const char *what;
	const char *before;	/* keys to press first, not timed; "" none */
	const char *key;
	/* What it is timed until: the next painting, new numbers, all. */
	enum { NOTHING, LIST, ALL } waits;
};

static const struct step steps[] = {
	{ "cursor down, top", "", "j", NOTHING },
	{ "page down, top", "", "PgDn", NOTHING },
	{ "next metric, top", "", "m", LIST },
	{ "focus the selected, top", "x", "*", LIST },
	{ "hide runtime, top", "X", "r", LIST },
	{ "peek", "X q", "3", ALL },
	{ "next function, peek", "", "J", ALL },
	{ "source", "q", "4", ALL },
	{ "next function, source", "", "J", ALL },
	{ "flame", "q", "2", ALL },
	{ "down, flame", "", "j", NOTHING },
	{ "next metric, flame", "", "m", ALL },
};

static double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void press(struct bench *b, const char *names)
{
	char copy[64], *rest, *name;
	struct key key;

	snprintf(copy, sizeof(copy), "%s", names);
	for (name = strtok_r(copy, " ", &rest); name;
	     name = strtok_r(NULL, " ", &rest)) {
		if (!key_parse(name, strlen(name), &key)) {
			fprintf(stderr, "redraw: %s is no key\n", name);
			exit(2);
		}
		app_key(&b->app, key);
	}
}

/* Until the numbers are those of the view; inline marks may follow. */
static void wait_for_list(struct app *app)
{
	const struct timespec pause = { 0, 200000 };

	while (!app->eval || !view_equal(&app->eval->view, &app->view)) {
		if (!app_take(app))
			nanosleep(&pause, NULL);
	}
}

static double time_step(struct bench *b, const struct step *step)
{
	double start;

	press(b, step->before);
	app_settle(&b->app);
	app_paint(&b->app, &b->grid);
	start = now_ms();
	press(b, step->key);
	if (step->waits == LIST)
		wait_for_list(&b->app);
	if (step->waits == ALL)
		app_settle(&b->app);
	app_paint(&b->app, &b->grid);
	return now_ms() - start;
}

static int by_time(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void run_step(struct bench *b, const struct step *step)
{
	double times[PRESSES];

	for (int i = 0; i < PRESSES; i++)
		times[i] = time_step(b, step);
	printf("%-26s first %8.2f ms", step->what, times[0]);
	qsort(times, PRESSES, sizeof(*times), by_time);
	printf("  median %8.2f ms  worst %8.2f ms\n", times[PRESSES / 2],
	       times[PRESSES - 1]);
}

int main(int argc, char **argv)
{
	struct mem mem = { .limit = 0 };
	struct input_limits limits = { .mem = &mem };
	struct options options;
	struct bench b;
	struct err err;
	double start = now_ms();

	setlocale(LC_CTYPE, "C.UTF-8");
	options_init(&options);
	options.keys = "";
	if (argc < 2 || options_parse(&options, 2, argv, &err) ||
	    app_init(&b.app, &options, &limits, TEXT_UTF8, &err)) {
		fprintf(stderr, "usage: redraw PROFILE [large]\n");
		return 2;
	}
	if (argc > 2)
		grid_init(&b.grid, 50, 200, TEXT_UTF8);
	else
		grid_init(&b.grid, 24, 80, TEXT_UTF8);
	app_settle(&b.app);
	app_resize(&b.app, b.grid.rows, b.grid.cols);
	app_settle(&b.app);
	app_paint(&b.app, &b.grid);
	printf("%-26s       %8.2f ms\n", "first screen", now_ms() - start);
	for (size_t i = 0; i < ARRAY_SIZE(steps); i++)
		run_step(&b, &steps[i]);
	grid_release(&b.grid);
	app_release(&b.app);
	options_release(&options);
	return 0;
}
