#include "config.h"

#include "tui/setting.h"

#include <string.h>

#include "model/tag_filter.h"
#include "model/unit.h"
#include "tui/app.h"
#include "tui/option.h"
#include "tui/symbolize.h"

/* Options that the view or the list have taken over at the start. */
static void apply_options(struct app *app, const char *name)
{
	const struct options *o = app->options;
	int kind = filter_find(name);
	struct err err;

	if (!strcmp(name, "sample_index"))
		app->view.type = (size_t)profile_type_find(app->profile,
							   o->sample_index,
							   &err);
	if (!strcmp(name, "unit"))
		app->unit = o->print.unit;
	if (kind >= 0) {
		filters_remove_kind(&app->view.filters,
				    (enum filter_kind)kind);
		for (size_t i = 0; i < o->filters.n; i++) {
			if (o->filters.at[i].kind == (enum filter_kind)kind)
				filters_add(&app->view.filters,
					    (enum filter_kind)kind,
					    o->filters.at[i].text);
		}
	}
	options_fill_view(o, &app->view);
	app_changed(app);
}

/* A filter that is no regexp must not replace one that is. */
static int check_filter(const char *name, const char *value, struct err *err)
{
	int kind = filter_find(name);

	if (kind < 0 || !*value)
		return 0;
	if (filter_check((enum filter_kind)kind, value, err))
		return err_within(err, "%s", name);
	return 0;
}

static int check_type(const struct app *app, const char *name,
		      const char *value, struct err *err)
{
	if (strcmp(name, "sample_index"))
		return 0;
	return profile_type_find(app->profile, value, err) < 0 ? -1 : 0;
}

/* What was meant as a regexp may have been taken for numbers. */
static void say_range(struct app *app, const char *name, const char *value)
{
	int kind = filter_find(name);

	if ((kind == FILTER_TAGFOCUS || kind == FILTER_TAGIGNORE) &&
	    tag_filter_range(value))
		app_say(app, STYLE_STATUS, "%s: taken for a range of numbers, "
			"not for a regexp", name);
}

/* It is taken, as in the reference, which shows another unit in silence. */
static void say_unit(struct app *app, const char *name, const char *value)
{
	const struct profile *p = app->profile;
	const char *from = profile_str(p, p->types.at[app->view.type].unit).s;
	struct buf units = BUF_INIT;
	const char *unit;

	if (strcmp(name, "unit") || unit_has(from, value))
		return;
	for (size_t i = 0; (unit = unit_at(from, i)); i++)
		buf_addf(&units, ", %s", unit);
	app_say(app, STYLE_ERROR, "unit=%.40s: is none of auto, minimum%s",
		value, buf_str(&units));
	buf_release(&units);
}

/* What the options have become must be something to show. */
static int check_numbers(const struct app *app, struct err *err)
{
	if (app->options->divide_by == 0)
		return err_fail(err, "zero divisor specified");
	if (app->options->mean && app->profile->n_sides > 1 &&
	    compare_is_of_both(app->view.compare))
		return err_fail(err, "mean: of one side only; the action "
				"next-compare goes to one");
	return 0;
}

/* What may have been set and cannot be shown. */
static void put_back(struct options *o, const struct options *before)
{
	o->divide_by = before->divide_by;
	o->mean = before->mean;
	o->print.unit = before->print.unit;
	options_take_reading(o, before);
}

/* Sets an option, or leaves all as it was. */
static int set_checked(struct app *app, const char *name, const char *value,
		       struct err *err)
{
	struct options *o = app->options;
	struct options before = *o;

	if (check_filter(name, value, err) ||
	    check_type(app, name, value, err) ||
	    options_set(o, name, value, err))
		return -1;
	if (!check_numbers(app, err) && !options_check_reading(o, err))
		return 0;
	put_back(o, &before);
	return -1;
}

/* Nothing is seen of what only reports follow, so it is said. */
static void say_reports(struct app *app, const char *name)
{
	const struct option *option = option_find(name, strlen(name));

	if (!option || option->where != IN_REPORTS)
		return;
	if (option->offset != offsetof(struct options, output))
		app_say(app, STYLE_STATUS, "%s is for reports, such as :top; "
			"views do not follow it", name);
	else if (*app->options->output)
		app_say(app, STYLE_STATUS, "the next report goes to %.400s",
			app->options->output);
}

/*
 * As on the command line, a mode is taken though it has words that mean
 * nothing.  Whoever reads with it would say so each time, and in the place of
 * what is new, since one line is shown; so here it is said, and once.
 */
static void say_mode(struct app *app, const char *name)
{
	struct buf notes = BUF_INIT;

	if (strcmp(name, "symbolize"))
		return;
	symbolize_parse(app->options->symbolize, &notes);
	if (notes.n)
		app_say(app, STYLE_ERROR, "%.*s", (int)strcspn(notes.s, "\n"),
			notes.s);
	buf_release(&notes);
}

/* Numbers in frames of labels are in the unit, and so are made with it. */
static bool needs_reading(const struct options *o, const char *name)
{
	const struct option *option = option_find(name, strlen(name));

	if (!option)
		return false;
	return option->where == BY_READING ||
	       (option->offset == offsetof(struct options, print.unit) &&
		(*o->tag_root || *o->tag_leaf));
}

/* Of two forms the one that was said last. */
static void choose_form(struct options *o, const char *name)
{
	if (!strcmp(name, "csv") && o->print.csv)
		o->print.json = false;
	else if (!strcmp(name, "json") && o->print.json)
		o->print.csv = false;
}

bool setting_set(struct app *app, const char *name, const char *value)
{
	struct options before = *app->options;
	struct err err;

	if (set_checked(app, name, value, &err)) {
		app_say(app, STYLE_ERROR, "%s", err.text);
		return false;
	}
	say_unit(app, name, value);
	if (needs_reading(app->options, name)) {
		if (!reload_start(app, false)) {
			put_back(app->options, &before);
			return false;
		}
		say_mode(app, name);
		return true;
	}
	choose_form(app->options, name);
	apply_options(app, name);
	say_range(app, name, value);
	say_reports(app, name);
	return true;
}
