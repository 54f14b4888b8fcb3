#include "config.h"

#include "tui/shell_text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "keymap/action.h"
#include "keymap/keymap.h"
#include "model/url.h"
#include "render/reports.h"
#include "tui/command.h"
#include "tui/option.h"

/* A list of options, a line each, to be sorted. */
struct listing {
	struct buf *lines;
	size_t n;
};

static void add_line(struct listing *l, const char *name, const char *value,
		     const char *comment)
{
	struct buf *line;

	l->lines = realloc(l->lines, (l->n + 1) * sizeof(*l->lines));
	if (!l->lines)
		die("out of memory: the list of options");
	line = &l->lines[l->n++];
	*line = (struct buf)BUF_INIT;
	buf_addf(line, "  %-25s = %-20s %s", name, value, comment);
}

static int line_order(const void *a, const void *b)
{
	return strcmp(buf_str(a), buf_str(b));
}

static void print_lines(struct listing *l, struct buf *out)
{
	if (l->n)
		qsort(l->lines, l->n, sizeof(*l->lines), line_order);
	for (size_t i = 0; i < l->n; i++) {
		buf_add(out, buf_str(&l->lines[i]), l->lines[i].n);
		buf_addc(out, '\n');
		buf_release(&l->lines[i]);
	}
	free(l->lines);
}

/* A line for each filter of the kind, "" where there is none. */
static void add_filters(struct listing *l, const struct view *view,
			const struct option *option)
{
	bool is_set = false;

	for (size_t i = 0; i < view->filters.n; i++) {
		if ((int)view->filters.at[i].kind != option->number)
			continue;
		is_set = true;
		add_line(l, option->name, view->filters.at[i].text, "");
	}
	if (!is_set)
		add_line(l, option->name, "\"\"", "");
}

static void add_choices(struct buf *out, const char *name, size_t i)
{
	buf_adds(out, i ? " | " : "//: [");
	buf_adds(out, name);
}

static void add_types(struct listing *l, const struct view *view,
		      const struct profile *p)
{
	struct buf comment = BUF_INIT;

	for (size_t i = 0; i < p->types.n; i++)
		add_choices(&comment,
			    profile_str(p, p->types.at[i].type).s, i);
	buf_adds(&comment, "]");
	add_line(l, "sample_index",
		 profile_str(p, p->types.at[view->type].type).s,
		 buf_str(&comment));
	buf_release(&comment);
}

/* The value that a choice has, and what it may be. */
static void add_choice(struct listing *l, const struct options *o,
		       const struct option_choice *choice)
{
	int number = choice->kind == KIND_GRAIN ? (int)o->granularity :
						  o->print.by_cum;
	const struct option *option;
	const char *value = "";
	struct buf comment = BUF_INIT;

	for (size_t i = 0; (option = option_choice_value(choice, i)); i++) {
		add_choices(&comment, option->name, i);
		if (option->number == number)
			value = option->name;
	}
	buf_adds(&comment, "]");
	add_line(l, choice->name, value, buf_str(&comment));
	buf_release(&comment);
}

static void print_field(const struct options *o, const struct option *option,
			struct buf *out)
{
	const void *field = (const char *)o + option->offset;

	if (option->kind == KIND_BOOL)
		buf_adds(out, *(const bool *)field ? "true" : "false");
	else if (option->kind == KIND_INT)
		buf_addf(out, "%" PRId64, *(const int64_t *)field);
	else if (option->kind == KIND_FLOAT)
		buf_addf(out, "%.15g", *(const double *)field);
	else if (*(const char *const *)field)
		url_mask(out, *(const char *const *)field);
}

static void add_value(struct listing *l, const struct options *o,
		      const struct option *option)
{
	bool is_default = option->offset ==
			  offsetof(struct options, print.node_count) &&
			  o->print.node_count == NODE_COUNT_DEFAULT;
	struct buf value = BUF_INIT;

	print_field(o, option, &value);
	add_line(l, option->name, value.n ? buf_str(&value) : "\"\"",
		 is_default ? "//: default" : "");
	buf_release(&value);
}

static void add_option_line(struct listing *l, const struct options *o,
			    const struct option *option,
			    const struct view *view,
			    const struct profile *profile)
{
	if (option->kind == KIND_FILTER)
		add_filters(l, view, option);
	else if (option->offset == offsetof(struct options, sample_index))
		add_types(l, view, profile);
	else
		add_value(l, o, option);
}

void shell_add_options(struct buf *out, const struct options *o,
		       const struct view *view, const struct profile *profile)
{
	struct listing l = { NULL, 0 };
	const struct option *option;
	const struct option_choice *choice;

	for (size_t i = 0; (option = option_at(i)); i++) {
		if (option->help && option_is_live(option) &&
		    option->kind != KIND_GRAIN && option->kind != KIND_SORT)
			add_option_line(&l, o, option, view, profile);
	}
	for (size_t i = 0; (choice = option_choice_at(i)); i++)
		add_choice(&l, o, choice);
	print_lines(&l, out);
}

/* Help. */

static void add_entry(struct buf *out, const char *name, const char *argument,
		      const char *help)
{
	struct buf text = BUF_INIT;

	buf_addf(&text, "%s%s%s", name, argument ? " " : "",
		 argument ? argument : "");
	buf_addf(out, "  %-22s %s\n", buf_str(&text), help);
	buf_release(&text);
}

/* The names of reports that other programs can read. */
static void add_tables(struct buf *out)
{
	const struct option *option;
	const char *before = " ";

	for (size_t i = 0; (option = option_at(i)); i++) {
		if (!option_is_report(option) ||
		    !report_find(option->name)->print_table)
			continue;
		buf_addf(out, "%s%s", before, option->name);
		before = ", ";
	}
	buf_addc(out, '\n');
}

static void add_reports(struct buf *out)
{
	const struct option *option;

	buf_adds(out, "Reports:\n");
	for (size_t i = 0; (option = option_at(i)); i++) {
		if (option_is_report(option))
			add_entry(out, option->name, option->argument,
				  option->help);
	}
	buf_adds(out,
		 "\nBehind a report, in any order:\n"
		 "  20                     so many rows; also glued to it: "
		 "top20\n"
		 "  -cum                   sorted by cum\n"
		 "  RE RE                  focus on either, for this report\n"
		 "  -RE -RE                ignore either, for this report\n"
		 "  >FILE                  write it to a file\n"
		 "\nIn front of it:\n"
		 "  csv, json              for programs:");
	add_tables(out);
}

static void add_commands(struct buf *out)
{
	buf_adds(out,
		 "\nOther commands:\n"
		 "  NAME=VALUE             set an option\n"
		 "  NAME                   set an option that takes no value\n"
		 "  TYPE                   a sample type; total_TYPE, "
		 "mean_TYPE\n"
		 "  o                      the options and their values\n"
		 "  :                      clear focus, ignore, hide, "
		 "tagfocus, tagignore\n"
		 "  help NAME              what a command, action, option or "
		 "key is\n"
		 "  help keys              the default keys, as lines of a "
		 "key file\n"
		 "  q                      leave this view; in the first "
		 "one, quit\n"
		 "  quit                   quit\n");
}

/* A group of which none can be set here is left out. */
static void add_options(struct buf *out)
{
	const struct option *option;
	const char *group = NULL;

	for (size_t i = 0; (option = option_at(i)); i++) {
		if (!option->help)
			group = option->name;
		if (!option->help || !option_is_live(option))
			continue;
		if (group)
			buf_addf(out, "\n%s:\n", group);
		group = NULL;
		add_entry(out, option->name, option->argument, option->help);
	}
}

static void add_actions(struct buf *out)
{
	buf_adds(out, "\nActions, by their names:\n");
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++)
		add_entry(out, action_name((enum action)i), NULL,
			  action_help((enum action)i));
}

static bool add_option(struct buf *out, const char *name)
{
	const struct option *option = option_find(name, strlen(name));
	const char *argument = option ? option->argument : NULL;
	const char *instead = command_elsewhere(str_of(name));

	if (!option)
		return false;
	if (option_is_report(option))
		buf_addf(out, "%s%s%s [N] [-cum] [RE...] [-RE...] [>FILE]\n",
			 name, argument ? " " : "", argument ? argument : "");
	else
		buf_addf(out, "%s%s%s\n", name, argument ? "=" : "",
			 argument ? argument : "");
	buf_addf(out, "  %s\n", option->help);
	if (instead)
		buf_addf(out, "  %s\n", instead);
	else if (!option_is_report(option) && option->kind != KIND_TYPE &&
		 !option_is_live(option))
		buf_adds(out, "  Can only be set when pprowl starts.\n");
	return true;
}

static void add_keys(struct buf *out)
{
	const char *line;

	add_option(out, "keys");
	buf_adds(out, "\n# MAP    KEY...                   ACTION\n");
	for (size_t i = 0; (line = keymap_default(i)); i++)
		buf_addf(out, "%s\n", line);
}

static bool add_choice_help(struct buf *out, const char *name)
{
	const struct option_choice *choice = option_choice_find(name,
								strlen(name));
	const struct option *option;

	if (!choice)
		return false;
	for (size_t i = 0; (option = option_choice_value(choice, i)); i++) {
		buf_addf(out, "%s=%s\n", name, option->name);
		buf_addf(out, "  %s\n", option->help);
	}
	return true;
}

static bool add_action(struct buf *out, const char *name)
{
	enum action action = action_find(name);

	if (action)
		buf_addf(out, "%s\n  %s\n", name, action_help(action));
	return action;
}

static bool add_word(struct buf *out, const char *name)
{
	const char *word;

	for (size_t i = 0; (word = command_word(i)); i++) {
		if (strcmp(word, name))
			continue;
		buf_addf(out, "%s\n  %s\n", name, command_word_help(i));
		return true;
	}
	return false;
}

int shell_add_help(struct buf *out, const char *name, struct err *err)
{
	if (!*name) {
		add_reports(out);
		add_commands(out);
		add_options(out);
		add_actions(out);
		return 0;
	}
	if (!strcmp(name, "keys")) {
		add_keys(out);
		return 0;
	}
	if (add_option(out, name) || add_choice_help(out, name) ||
	    add_word(out, name) || add_action(out, name))
		return 0;
	return err_fail(err, "Unknown command: %.80s; help alone lists what "
			"there is", name);
}
