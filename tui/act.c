#include "config.h"

#include "tui/act.h"

#include <string.h>

#include "tui/app.h"
#include "tui/setting.h"
#include "tui/view_flame.h"
#include "tui/view_report.h"

/* The frames that `r` hides: those of the Go runtime itself. */
static const char runtime_frames[] = "^runtime(\\.|/internal)";

void act_show(struct app *app, enum panel_id panel)
{
	if (app->main == panel)
		return;
	for (size_t i = 0; i < app->n_places; i++) {
		if (app->places[i].panel == panel) {
			app->n_places = i;
			app->main = panel;
			app->is_side_focused = false;
			return;
		}
	}
	app_show(app, panel);
}

static void view_top(struct app *app)
{
	act_show(app, PANEL_TOP);
}

static void view_flame(struct app *app)
{
	act_show(app, PANEL_FLAME);
}

static void callers_flame(struct app *app)
{
	view_flame_callers(app);
	act_show(app, PANEL_FLAME);
}

static void view_peek(struct app *app)
{
	act_show(app, PANEL_PEEK);
}

static void view_tags(struct app *app)
{
	act_show(app, PANEL_TAGS);
}

static void view_info(struct app *app)
{
	act_show(app, PANEL_INFO);
}

static void view_source(struct app *app)
{
	act_show(app, PANEL_SOURCE);
}

static void help(struct app *app)
{
	act_show(app, PANEL_HELP);
}

static void metric_list(struct app *app)
{
	act_show(app, PANEL_METRICS);
}

/* Whether there is a second pane, or why not is said. */
static bool has_side(struct app *app)
{
	if (app->side != PANEL_NONE)
		return true;
	if (app->cols < APP_SIDE_COLS)
		app_say(app, STYLE_STATUS, "a second pane needs %d columns and "
			"the top view", APP_SIDE_COLS);
	else
		app_say(app, STYLE_STATUS, "only the top view has a second "
			"pane");
	return false;
}

/* There are two panes at the most, so next and previous are the same. */
static void next_pane(struct app *app)
{
	if (has_side(app))
		app->is_side_focused = !app->is_side_focused;
}

static void zoom_pane(struct app *app)
{
	if (has_side(app))
		app->is_zoomed = !app->is_zoomed;
}

/* What was asked to be written is not lost in silence. */
static void quit(struct app *app)
{
	if (!app->profile || !view_report_is_writing(app))
		app->is_leaving = true;
}

/*
 * The answer on the screen stays, so the view goes back to what that answers,
 * and with it the options that it had followed.
 */
static void restore_view(struct app *app)
{
	if (!app->eval)
		return;
	view_release(&app->view);
	view_copy(&app->view, &app->eval->view);
	app->unit = app->eval->want_unit;
	options_take_view(app->options, &app->view);
}

/*
 * Returns whether there was anything to cancel; a profile that has come but is
 * not shown yet counts.  The view is as before when the profile is given up,
 * or that would ask for what was taken back.
 */
static bool cancel_work(struct app *app)
{
	bool was_reading = reload_is_under_way(app);
	bool found = worker_cancel(&app->worker);

	restore_view(app);
	reload_cancel(app);
	found = worker_cancel(&app->printer) || found;
	return worker_cancel(&app->reader) || was_reading || found;
}

/*
 * What was meant for work that has just ended must not end the program, but
 * who presses the key again means that.
 */
static void cancel_nothing(struct app *app)
{
	struct buf text = BUF_INIT;

	if (app->warned_at && app->n_pressed == app->warned_at + 1) {
		quit(app);
		return;
	}
	app->warned_at = app->n_pressed;
	buf_adds(&text, "nothing to cancel; ");
	app_add_key(app, app_panel(app_focus(app))->map, ACTION_QUIT, &text);
	buf_adds(&text, " quits, and so does ");
	app_add_key(app, app_panel(app_focus(app))->map, ACTION_CANCEL, &text);
	buf_adds(&text, " again");
	app_say(app, STYLE_STATUS, "%s", buf_str(&text));
	buf_release(&text);
}

static void cancel(struct app *app)
{
	if (!app->profile)
		quit(app);
	else if (!app_is_busy(app) || !cancel_work(app))
		cancel_nothing(app);
	else
		app_say(app, STYLE_STATUS, "cancelled");
}

static void back(struct app *app)
{
	if (app_is_busy(app) && cancel_work(app)) {
		app_say(app, STYLE_STATUS, "cancelled");
		return;
	}
	if (app->is_zoomed)
		app->is_zoomed = false;
	else if (app->is_side_focused)
		app->is_side_focused = false;
	else if (app->search.pattern)
		search_clear(&app->search);
	else
		app_back(app);
}

static void quit_view(struct app *app)
{
	if (app->is_zoomed)
		app->is_zoomed = false;
	else if (app->is_side_focused)
		app->is_side_focused = false;
	else if (!app_back(app))
		quit(app);
}

static void step_metric(struct app *app, size_t step)
{
	size_t n = app->profile->types.n;

	if (n < 2) {
		app_say(app, STYLE_STATUS, "the profile has one sample type");
		return;
	}
	app->view.type = (app->view.type + step) % n;
	app_changed(app);
}

static void next_metric(struct app *app)
{
	step_metric(app, 1);
}

static void previous_metric(struct app *app)
{
	step_metric(app, app->profile->types.n - 1);
}

static const enum compare compare_cycle[] = {
	COMPARE_DIFFERENCE, COMPARE_BOTH, COMPARE_BASE, COMPARE_CURRENT,
};

static void step_compare(struct app *app, size_t step)
{
	size_t n = ARRAY_SIZE(compare_cycle), at = 0;

	if (app->profile->n_sides < 2) {
		app_say(app, STYLE_STATUS, "nothing to compare with; :base=FILE "
			"names an older profile");
		return;
	}
	while (compare_cycle[at] != app->view.compare)
		at++;
	do {
		at = (at + step) % n;
	} while (app->view.is_mean && compare_is_of_both(compare_cycle[at]));
	app->view.compare = compare_cycle[at];
	app_fit_share(app);
	app_changed(app);
}

static void next_compare(struct app *app)
{
	step_compare(app, 1);
}

static void previous_compare(struct app *app)
{
	step_compare(app, ARRAY_SIZE(compare_cycle) - 1);
}

/* Whether shares would be other numbers than those of the total. */
static bool share_differs(const struct app *app, enum share share)
{
	const struct eval *eval = app->eval;

	return share != SHARE_SHOWN || !eval ||
	       top_shown(&eval->top, 0) != eval->lanes.totals[0];
}

/* What would show the same numbers is passed over. */
static void next_share(struct app *app)
{
	enum share share = app->share;

	do {
		share = (share + 1) % SHARES;
	} while (share != SHARE_TOTAL && (!app_has_share(app, share) ||
					  !share_differs(app, share)));
	if (share == app->share)
		app_say(app, STYLE_STATUS, "all of the total is shown, so "
			"shares of it are the only ones");
	app->share = share;
}

static void filter_focus(struct app *app)
{
	prompt_open(app, PROMPT_FOCUS);
}

static void filter_ignore(struct app *app)
{
	prompt_open(app, PROMPT_IGNORE);
}

static void filter_hide(struct app *app)
{
	prompt_open(app, PROMPT_HIDE);
}

static void filter_show(struct app *app)
{
	prompt_open(app, PROMPT_SHOW);
}

static void filter_show_from(struct app *app)
{
	prompt_open(app, PROMPT_SHOW_FROM);
}

static void focus_selected(struct app *app)
{
	struct buf text = BUF_INIT;

	if (prompt_quote_selected(app, &text))
		app_add_filter(app, FILTER_FOCUS, buf_str(&text));
	buf_release(&text);
}

/*
 * Whether there is something in the row of filters, in front of which are the
 * frames that are made of labels.
 */
static bool has_filter(struct app *app)
{
	const struct options *o = app->options;

	if (app->view.filters.n || *o->tag_root || *o->tag_leaf)
		return true;
	app_say(app, STYLE_STATUS, "no filter is set");
	return false;
}

static void remove_filter(struct app *app)
{
	struct filters *filters = &app->view.filters;

	if (!has_filter(app))
		return;
	if (filters->n) {
		filters_remove(filters, filters->n - 1);
		app_changed(app);
	} else {
		setting_set(app, *app->options->tag_leaf ? "tagleaf" :
							   "tagroot", "");
	}
}

static void remove_all_filters(struct app *app)
{
	if (!has_filter(app))
		return;
	filters_clear(&app->view.filters);
	app_changed(app);
	if (*app->options->tag_leaf)
		setting_set(app, "tagleaf", "");
	if (*app->options->tag_root)
		setting_set(app, "tagroot", "");
}

static void hide_runtime(struct app *app)
{
	struct filters *filters = &app->view.filters;

	for (size_t i = 0; i < filters->n; i++) {
		if (filters->at[i].kind == FILTER_HIDE &&
		    !strcmp(filters->at[i].text, runtime_frames)) {
			filters_remove(filters, i);
			app_changed(app);
			return;
		}
	}
	app_add_filter(app, FILTER_HIDE, runtime_frames);
}

/* Moves along the list of top, in a view that shows what is selected. */
static void step_function(struct app *app, int step)
{
	void *top = app->panels[PANEL_TOP];
	struct panel_lines lines = panel_top_ops.lines(app, top);
	size_t last = lines.n ? lines.n - 1 : 0;

	if (lines.cursor == (step > 0 ? last : 0))
		app_say(app, STYLE_STATUS, "there is no %s function in the "
			"list", step > 0 ? "next" : "previous");
	else
		panel_top_ops.seek(app, top, step > 0 ? lines.cursor + 1 :
							lines.cursor - 1);
}

static void next_function(struct app *app)
{
	step_function(app, 1);
}

static void previous_function(struct app *app)
{
	step_function(app, -1);
}

static void search(struct app *app)
{
	prompt_open(app, PROMPT_SEARCH);
}

static void next_match(struct app *app)
{
	search_step(app, true);
}

static void previous_match(struct app *app)
{
	search_step(app, false);
}

static void command(struct app *app)
{
	prompt_open(app, PROMPT_COMMAND);
}

static void redraw(struct app *app)
{
	app->wants_repaint = true;
}

static void suspend(struct app *app)
{
	app->wants_suspend = true;
}

/* The general actions; those that are NULL belong to panels alone. */
static void (*const actions[ACTION_COUNT])(struct app *app) = {
	[ACTION_VIEW_TOP] = view_top,
	[ACTION_VIEW_FLAME] = view_flame,
	[ACTION_VIEW_PEEK] = view_peek,
	[ACTION_VIEW_SOURCE] = view_source,
	[ACTION_VIEW_TAGS] = view_tags,
	[ACTION_VIEW_INFO] = view_info,
	[ACTION_NEXT_PANE] = next_pane,
	[ACTION_PREVIOUS_PANE] = next_pane,
	[ACTION_ZOOM_PANE] = zoom_pane,
	[ACTION_BACK] = back,
	[ACTION_QUIT_VIEW] = quit_view,
	[ACTION_QUIT] = quit,
	[ACTION_CANCEL] = cancel,
	[ACTION_NEXT_METRIC] = next_metric,
	[ACTION_PREVIOUS_METRIC] = previous_metric,
	[ACTION_METRIC_LIST] = metric_list,
	[ACTION_NEXT_COMPARE] = next_compare,
	[ACTION_PREVIOUS_COMPARE] = previous_compare,
	[ACTION_NEXT_SHARE] = next_share,
	[ACTION_FOCUS] = filter_focus,
	[ACTION_IGNORE] = filter_ignore,
	[ACTION_HIDE] = filter_hide,
	[ACTION_SHOW] = filter_show,
	[ACTION_SHOW_FROM] = filter_show_from,
	[ACTION_FOCUS_SELECTED] = focus_selected,
	[ACTION_REMOVE_FILTER] = remove_filter,
	[ACTION_REMOVE_ALL_FILTERS] = remove_all_filters,
	[ACTION_HIDE_RUNTIME] = hide_runtime,
	[ACTION_NEXT_FUNCTION] = next_function,
	[ACTION_PREVIOUS_FUNCTION] = previous_function,
	[ACTION_CALLERS_FLAME] = callers_flame,
	[ACTION_SEARCH] = search,
	[ACTION_NEXT_MATCH] = next_match,
	[ACTION_PREVIOUS_MATCH] = previous_match,
	[ACTION_COMMAND] = command,
	[ACTION_RELOAD] = reload_files,
	[ACTION_HELP] = help,
	[ACTION_REDRAW] = redraw,
	[ACTION_SUSPEND] = suspend,
};

/* Actions that not all panels have a use for, and what the others say. */
#define OF_FUNCTIONS (1u << PANEL_TOP | 1u << PANEL_FLAME | \
		      1u << PANEL_PEEK | 1u << PANEL_SOURCE)
static const struct {
	const char *refusal;
	unsigned int panels;
} of_panels[ACTION_COUNT] = {
	[ACTION_ENTER] = {
		"nothing to go into here",
		OF_FUNCTIONS | 1u << PANEL_TAGS | 1u << PANEL_METRICS |
		1u << PANEL_HELP,
	},
	[ACTION_PREVIOUS_HOTTEST] = {
		"no hotter place to go to here",
		OF_FUNCTIONS | 1u << PANEL_TAGS,
	},
	[ACTION_NEXT_HOTTEST] = {
		"no less hot place to go to here",
		OF_FUNCTIONS | 1u << PANEL_TAGS,
	},
	[ACTION_NEXT_FUNCTION] = {
		"this view is not about a function", OF_FUNCTIONS,
	},
	[ACTION_PREVIOUS_FUNCTION] = {
		"this view is not about a function", OF_FUNCTIONS,
	},
	[ACTION_TOGGLE_CUM] = {
		"nothing is by flat or by cum here; the list of functions is",
		1u << PANEL_TOP | 1u << PANEL_SOURCE,
	},
	[ACTION_NEXT_SORT] = {
		"nothing to sort here; top and tags have columns",
		1u << PANEL_TOP | 1u << PANEL_TAGS,
	},
	[ACTION_REVERSE_ORDER] = {
		"nothing to sort here; top and tags have columns",
		1u << PANEL_TOP | 1u << PANEL_TAGS,
	},
};
#undef OF_FUNCTIONS

bool act_is_for(enum panel_id panel, enum action action)
{
	return !of_panels[action].refusal ||
	       of_panels[action].panels & 1u << panel;
}

static bool works_while_loading(enum action action)
{
	return action == ACTION_QUIT || action == ACTION_CANCEL ||
	       action == ACTION_QUIT_VIEW || action == ACTION_BACK ||
	       action == ACTION_REDRAW || action == ACTION_SUSPEND;
}

/* Work that was cancelled is begun again by the next key, in whatever view. */
static void revive(struct app *app)
{
	if (!app->eval && !worker_is_busy(&app->worker, SLOT_EVAL))
		app_changed(app);
	for (int i = 0; i < PANELS; i++) {
		const struct panel_ops *ops = app_panel((enum panel_id)i);

		if (ops->revive)
			ops->revive(app, app->panels[i]);
	}
}

/*
 * Cancelling comes before what a panel makes of Esc, as what it undoes may
 * not have happened yet.
 */
void act_run(struct app *app, enum action action)
{
	enum panel_id focus = app_focus(app);
	const struct panel_ops *ops = app_panel(focus);
	bool cancels = action == ACTION_BACK && app_is_busy(app);

	if (!app->profile) {
		if (!works_while_loading(action))
			return;
		if (action == ACTION_BACK || action == ACTION_CANCEL)
			cancel_work(app);
		if (action != ACTION_REDRAW && action != ACTION_SUSPEND) {
			quit(app);
			return;
		}
	}
	if (app->profile && action != ACTION_BACK && action != ACTION_CANCEL)
		revive(app);
	if (app->profile && !cancels && ops->act &&
	    app_can_show(app, focus) &&
	    ops->act(app, app->panels[focus], action))
		return;
	if (app->profile && !act_is_for(focus, action))
		app_say(app, STYLE_STATUS, "%s", of_panels[action].refusal);
	else if (actions[action])
		actions[action](app);
}
