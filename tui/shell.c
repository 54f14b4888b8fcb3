#include "config.h"

#include "tui/shell.h"

#include <string.h>

#include "tui/app.h"
#include "tui/setting.h"
#include "tui/shell_text.h"
#include "tui/view_report.h"

/* In front of how keys are written: what was not written so. */
static void add_mistakes(const struct app *app, const char *about,
			 struct buf *out)
{
	if (strcmp(about, "keys") || !app->keys_mistakes.n)
		return;
	buf_adds(out, "Mistakes in the file of keys:\n");
	buf_add(out, app->keys_mistakes.s, app->keys_mistakes.n);
	buf_addc(out, '\n');
}

/* Says which types there are instead. */
static void say_no_type(struct app *app, const char *name)
{
	struct buf key = BUF_INIT;

	app_add_key(app, app_panel(app_focus(app))->map, ACTION_METRIC_LIST,
		    &key);
	app_say(app, STYLE_ERROR, "%s: this profile has no such sample type; "
		"%s lists what it has", name, buf_str(&key));
	buf_release(&key);
}

/* What a key does in the view; false when the name is not one that does. */
static bool add_key_help(const struct app *app, const char *name,
			 struct buf *out)
{
	enum action action;
	struct key key;

	if (!key_parse(name, strlen(name), &key) ||
	    keymap_find(&app->keymap, app_panel(app->main)->map, &key, 1,
			&action) != KEYMAP_FOUND)
		return false;
	buf_addf(out, "%s, the key: %s\n  %s\n", name, action_name(action),
		 action_help(action));
	return true;
}

void shell_show(struct app *app, const struct command *command)
{
	struct buf text = BUF_INIT;
	struct err err;

	add_mistakes(app, buf_str(&command->name), &text);
	if (command->kind == COMMAND_OPTIONS) {
		shell_add_options(&text, app->options, &app->view,
				  app->profile);
	} else if (shell_add_help(&text, buf_str(&command->name), &err) &&
		   !add_key_help(app, buf_str(&command->name), &text)) {
		app_say(app, STYLE_ERROR, "%s", err.text);
		buf_release(&text);
		return;
	}
	view_report_text(app, command, &text);
	buf_release(&text);
}

/* As in the reference, what is shown and not what is counted stays. */
static void clear_filters(struct app *app)
{
	static const char *const names[] = {
		"focus", "ignore", "hide", "tagfocus", "tagignore",
	};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		if (filter_find(names[i]) >= 0)
			setting_set(app, names[i], "");
	}
}

/* "total_" and "mean_" in front of a type say what mean is to be. */
static void choose_type(struct app *app, const struct command *command)
{
	const struct profile *p = app->profile;
	struct str name = profile_str(p, p->types.at[command->type].type);

	if (command->mean >= 0 &&
	    !setting_set(app, "mean", command->mean ? "1" : "0"))
		return;
	setting_set(app, "sample_index", name.s);
}

/* Whether it is wanted as text on the screen, whatever says otherwise. */
static bool is_to_read(const struct options *o, const struct command *command)
{
	return !command->form && !o->print.csv && !o->print.json &&
	       !command->file.n && !*o->output;
}

/* What has a view of its own is read there. */
static void show_report(struct app *app, const struct command *command)
{
	if (command->report->print == report_info &&
	    is_to_read(app->options, command))
		app_act(app, ACTION_VIEW_INFO);
	else
		view_report_ask(app, command);
}

static void run(struct app *app, const struct command *command)
{
	switch (command->kind) {
	case COMMAND_NOTHING:
		break;
	case COMMAND_CLEAR:
		clear_filters(app);
		break;
	case COMMAND_ACTION:
		app_act(app, command->action);
		break;
	case COMMAND_SET:
		setting_set(app, buf_str(&command->name),
			       buf_str(&command->value));
		break;
	case COMMAND_TYPE:
		choose_type(app, command);
		break;
	case COMMAND_NO_TYPE:
		say_no_type(app, buf_str(&command->name));
		break;
	case COMMAND_REPORT:
		show_report(app, command);
		break;
	case COMMAND_OPTIONS:
	case COMMAND_HELP:
		shell_show(app, command);
		break;
	}
}

void app_command(struct app *app, const char *line)
{
	struct command command;
	struct err err;

	buf_clear(&app->message);
	if (!app->profile)
		return;
	if (command_parse(&command, line, app->profile, &err))
		app_say(app, STYLE_ERROR, "%s", err.text);
	else
		run(app, &command);
	command_release(&command);
}
