#include "config.h"

#include "tui/search.h"

#include "tui/app.h"

int search_set(struct search *search, const char *text, struct err *err,
	       size_t *where)
{
	struct pattern *pattern;

	if (!*text) {
		search_clear(search);
		return 0;
	}
	pattern = pattern_new(text, PATTERN_USER | PATTERN_ANYCASE, err,
			      where);
	if (!pattern)
		return -1;
	search_clear(search);
	search->pattern = pattern;
	buf_adds(&search->text, text);
	return 0;
}

void search_clear(struct search *search)
{
	pattern_free(search->pattern);
	search->pattern = NULL;
	buf_release(&search->text);
}

bool search_hits(const struct search *search, const char *s, size_t n)
{
	return search->pattern &&
	       pattern_match(search->pattern, s, n) == PATTERN_YES;
}

bool search_find(const struct search *search, const char *s, size_t n,
		 size_t *from, size_t *to)
{
	return search->pattern &&
	       pattern_find(search->pattern, s, n, from, to) == PATTERN_YES;
}

bool search_paints(void *data, const char *s, size_t n)
{
	return search_hits(data, s, n);
}

/* Hits and where the nearest ones are, as numbers among the hits from 1. */
struct walk {
	size_t n_hits, n_undecided;
	size_t first, last;		/* lines */
	size_t before, after;		/* lines, when the numbers are not 0 */
	size_t before_number, after_number;
};

static void walk_hit(struct walk *walk, size_t line, size_t cursor)
{
	if (!walk->n_hits++)
		walk->first = line;
	walk->last = line;
	if (line < cursor) {
		walk->before = line;
		walk->before_number = walk->n_hits;
	} else if (line > cursor && !walk->after_number) {
		walk->after = line;
		walk->after_number = walk->n_hits;
	}
}

static void take_step(const struct walk *walk, bool is_forward,
		      struct search_step *step)
{
	step->n_hits = walk->n_hits;
	step->n_undecided = walk->n_undecided;
	if (is_forward && walk->after_number) {
		step->line = walk->after;
		step->number = walk->after_number;
	} else if (!is_forward && walk->before_number) {
		step->line = walk->before;
		step->number = walk->before_number;
	} else if (walk->n_hits) {
		step->line = is_forward ? walk->first : walk->last;
		step->number = is_forward ? 1 : walk->n_hits;
		step->has_wrapped = true;
	}
}

bool search_walk(const struct search *search, search_line *line, void *data,
		 size_t n, size_t cursor, bool is_forward,
		 struct search_step *step)
{
	struct walk walk = { .n_hits = 0 };
	struct buf text = BUF_INIT;

	*step = (struct search_step){ .line = cursor };
	for (size_t i = 0; search->pattern && i < n; i++) {
		enum pattern_answer answer;

		buf_clear(&text);
		line(data, i, &text);
		answer = pattern_match(search->pattern, buf_str(&text),
				       text.n);
		if (answer == PATTERN_YES)
			walk_hit(&walk, i, cursor);
		walk.n_undecided += answer == PATTERN_UNDECIDED;
	}
	buf_release(&text);
	take_step(&walk, is_forward, step);
	return walk.n_hits > 0;
}

/* A panel's lines, for search_walk. */
struct searched {
	struct app *app;
	const struct panel_ops *ops;
	void *state;
};

static void panel_line(void *data, size_t i, struct buf *out)
{
	const struct searched *panel = data;

	panel->ops->line(panel->app, panel->state, i, out);
}

static void add_undecided(const struct search_step *step, struct buf *out)
{
	if (step->n_undecided)
		buf_addf(out, "; %zu too hard to decide", step->n_undecided);
}

static void say_step(struct app *app, const struct search_step *step,
		     bool is_forward)
{
	struct buf text = BUF_INIT;

	buf_addf(&text, "%zu/%zu match%s", step->number, step->n_hits,
		 step->n_hits == 1 ? "" : "es");
	if (step->has_wrapped)
		buf_adds(&text, is_forward ?
			 ", on from the start" : ", on from the end");
	add_undecided(step, &text);
	app_say(app, STYLE_STATUS, "%s", buf_str(&text));
	buf_release(&text);
}

static void say_none(struct app *app, const struct search_step *step, size_t n)
{
	struct buf text = BUF_INIT;

	buf_addf(&text, "no match for %.200s in %zu row%s",
		 buf_str(&app->search.text), n, n == 1 ? "" : "s");
	add_undecided(step, &text);
	app_say(app, STYLE_ERROR, "%s", buf_str(&text));
	buf_release(&text);
}

static void say_what_to_press(struct app *app, enum map map)
{
	char key[32];

	if (keymap_key_of(&app->keymap, map, ACTION_SEARCH, key, sizeof(key)))
		app_say(app, STYLE_STATUS, "nothing is searched for: %s "
			"starts a search", key);
	else
		app_say(app, STYLE_STATUS, "nothing is searched for");
}

void search_step(struct app *app, bool is_forward)
{
	enum panel_id panel = app_focus(app);
	const struct panel_ops *ops = app_panel(panel);
	struct searched searched = { app, ops, app->panels[panel] };
	struct panel_lines lines;
	struct search_step step;

	if (!app->search.pattern) {
		say_what_to_press(app, ops->map);
		return;
	}
	if (!ops->lines) {
		app_say(app, STYLE_STATUS, "nothing to search in this view");
		return;
	}
	lines = ops->lines(app, searched.state);
	if (!search_walk(&app->search, panel_line, &searched, lines.n,
			 lines.cursor, is_forward, &step)) {
		say_none(app, &step, lines.n);
		return;
	}
	ops->seek(app, searched.state, step.line);
	say_step(app, &step, is_forward);
}
