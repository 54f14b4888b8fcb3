#include "config.h"

#include "tests/hands.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "model/clock.h"
#include "tests/tap.h"
#include "tui/app_paint.h"

const char *hands_screen(const struct hands *hands)
{
	static struct buf text;

	app_settle(hands->app);
	app_paint(hands->app, hands->grid);
	buf_clear(&text);
	grid_dump(&text, hands->grid);
	return buf_str(&text);
}

bool hands_see(const struct hands *hands, const char *text)
{
	const char *at = hands_screen(hands);

	if (strstr(at, text))
		return true;
	printf("# not shown: %s\n", text);
	for (; *at; at += strcspn(at, "\n") + (at[strcspn(at, "\n")] != 0))
		printf("# %.*s\n", (int)strcspn(at, "\n"), at);
	return false;
}

void hands_press(const struct hands *hands, const char *names)
{
	while (*names) {
		size_t n = strcspn(names, " ");
		struct key key;

		hands_screen(hands);
		if (key_parse(names, n, &key))
			app_key(hands->app, key);
		else
			ok(false, "no such key: %s", names);
		names += n + (names[n] == ' ');
	}
}

struct hold {
	struct job job;			/* first */
	_Atomic bool *is_held;
};

static void hold_run(struct job *job)
{
	*((struct hold *)job)->is_held = true;
	while (!job->is_cancelled)
		usleep(100);
}

static void hold_free(struct job *job)
{
	free(job);
}

void hands_hold(struct worker *worker, int slot)
{
	static const struct job_ops ops = { hold_run, hold_free };
	struct hold *hold = calloc(1, sizeof(*hold));
	_Atomic bool is_held = false;

	if (!hold)
		die("out of memory: a job");
	hold->job.ops = &ops;
	hold->job.slot = slot;
	hold->is_held = &is_held;
	worker_submit(worker, &hold->job);
	while (!is_held)
		usleep(100);
}

void hands_give_up(const struct hands *hands)
{
	hands->app->busy_since = clock_ms() - 1000;
	app_act(hands->app, ACTION_BACK);
}
