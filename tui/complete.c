#include "config.h"

#include "tui/complete.h"

#include <string.h>

#include "keymap/action.h"
#include "model/format.h"
#include "model/unit.h"
#include "render/reports.h"
#include "tui/command.h"
#include "tui/complete_names.h"
#include "tui/option.h"

static void offer_types(struct search_word *word, const struct profile *p)
{
	for (size_t i = 0; p && i < p->types.n; i++)
		word_offer(word, profile_str(p, p->types.at[i].type).s, "");
}

/* Options, with = behind those that want a value where they are set. */
static void offer_options(const struct search_word *word, const char *equals)
{
	const struct option_choice *choice;
	const struct option *option;

	for (size_t i = 0; (option = option_at(i)); i++) {
		if (!option->help)
			continue;
		if (option_is_report(option))
			word_offer(word, option->name, "");
		else if (option_is_live(option))
			word_offer(word, option->name,
				   option_has_value(option) ? equals : "");
	}
	for (size_t i = 0; (choice = option_choice_at(i)); i++)
		word_offer(word, choice->name, equals);
}

static void offer_actions(const struct search_word *word)
{
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		const char *name = action_name((enum action)i);

		if (strcmp(name, "help"))
			word_offer(word, name, "");
	}
}

/* "focus" is an action, "focus=" an option: both are offered. */
static void offer_first(struct search_word *word,
			const struct profile *profile)
{
	const char *name;

	offer_actions(word);
	for (size_t i = 0; (name = command_word(i)); i++)
		word_offer(word, name, "");
	word_offer(word, "metric", "=");
	offer_options(word, "=");
	offer_types(word, profile);
}

static void offer_help(const struct search_word *word)
{
	offer_actions(word);
	word_offer(word, "keys", "");
	offer_options(word, "");
}

/* What stands behind an =. */

static void offer_file(struct search_word *word, const struct profile *p)
{
	(void)p;
	word->c->files = &filenames_line;
}

static void offer_folders(struct search_word *word, const struct profile *p)
{
	(void)p;
	word_skip_to(word, ':');
	word->c->files = &filenames_path;
}

static void offer_units(struct search_word *word, const struct profile *p)
{
	const char *name;

	(void)p;
	word_offer(word, "auto", "");
	word_offer(word, "minimum", "");
	for (size_t i = 0; (name = unit_at("", i)); i++)
		word_offer(word, name, "");
}

static void offer_formats(struct search_word *word, const struct profile *p)
{
	const struct format *format;

	(void)p;
	for (size_t i = 0; (format = format_at(i)); i++)
		word_offer(word, format->name, "");
}

/* What options, and reports of a pattern, are about. */
static const struct {
	const char *name;
	void (*offer)(struct search_word *word, const struct profile *p);
} values[] = {
	{ "metric", offer_types },
	{ "sample_index", offer_types },
	{ "unit", offer_units },
	{ "format", offer_formats },
	{ "focus", names_offer_functions },
	{ "ignore", names_offer_functions },
	{ "hide", names_offer_functions },
	{ "show", names_offer_functions },
	{ "show_from", names_offer_functions },
	{ "prune_from", names_offer_functions },
	{ "peek", names_offer_functions },
	{ "list", names_offer_functions },
	{ "disasm", names_offer_functions },
	{ "tagfocus", names_offer_tags },
	{ "tagignore", names_offer_tags },
	{ "tagshow", names_offer_key },
	{ "taghide", names_offer_key },
	{ "tagroot", names_offer_key_list },
	{ "tagleaf", names_offer_key_list },
	{ "base", offer_file },
	{ "diff_base", offer_file },
	{ "output", offer_file },
	{ "source_path", offer_folders },
};

/* The word stands behind NAME=. */
static void offer_values(struct search_word *word, struct str name,
			 const struct profile *profile)
{
	const struct option_choice *choice =
		option_choice_find(name.s, name.n);
	const struct option *option;

	word->c->is_known = choice;
	for (size_t i = 0; choice && (option = option_choice_value(choice, i));
	     i++)
		word_offer(word, option->name, "");
	for (size_t i = 0; profile && i < ARRAY_SIZE(values); i++) {
		if (!str_is(name, values[i].name))
			continue;
		word->c->is_known = true;
		values[i].offer(word, profile);
	}
}

/* Lines of several words. */

/* Where the word starts that the line ends in. */
static size_t last_word(const char *line, size_t n)
{
	while (n && line[n - 1] != ' ')
		n--;
	return n;
}

static void offer_reports(const struct search_word *word)
{
	const struct option *option;

	for (size_t i = 0; (option = option_at(i)); i++) {
		if (option_is_report(option) &&
		    report_find(option->name)->print_table)
			word_offer(word, option->name, "");
	}
}

/* The last word names a file: >FILE or > FILE. */
static bool complete_file(struct completion *c, const char *line, size_t n)
{
	struct search_word word = { c, line + c->from, n - c->from };
	size_t before = c->from;

	while (before && line[before - 1] == ' ')
		before--;
	if (word.n && *word.s == '>')
		word_skip(&word, 1);
	else if (!before || line[before - 1] != '>')
		return false;
	c->files = &filenames_word;
	return true;
}

/* Behind a report, which is at first. */
static void complete_report(struct completion *c, const char *line, size_t n,
			    const struct profile *profile)
{
	struct search_word word;

	c->is_known = true;
	if (complete_file(c, line, n) || !profile)
		return;
	c->from += line[c->from] == '-';
	word = (struct search_word){ c, line + c->from, n - c->from };
	if (word.n)
		names_offer_functions(&word, profile);
}

static void complete_later(struct completion *c, const char *line, size_t n,
			   const struct profile *profile)
{
	size_t first = strspn(line, " :"), end = first, digits;
	struct search_word word;

	end += strcspn(line + first, " ");
	c->from = last_word(line, n);
	if (command_form(line + first, end - first)) {
		first = end + strspn(line + end, " ");
		end = first + strcspn(line + first, " ");
		if (end == n) {
			c->is_known = true;
			word = (struct search_word){ c, line + first,
						     n - first };
			offer_reports(&word);
			return;
		}
	}
	if (end - first == 4 && !memcmp(line + first, "help", 4)) {
		c->is_known = true;
		word = (struct search_word){ c, line + c->from, n - c->from };
		offer_help(&word);
		return;
	}
	if (command_report(line + first, end - first, &digits))
		complete_report(c, line, n, profile);
}

/* Where nothing is found the word stays. */
static void keep_word(struct completion *c, const char *line, size_t n)
{
	if (c->candidates.n)
		return;
	buf_clear(&c->text);
	buf_add(&c->text, line + c->from, n - c->from);
}

/* The = behind the first word, if that is one of those that have values. */
static const char *equals_of(const char *line, size_t n)
{
	size_t end = strcspn(line, " =");

	return end < n && line[end] == '=' ? line + end : NULL;
}

void complete_line(struct completion *c, const char *line, size_t n,
		   const struct profile *profile)
{
	size_t first = strspn(line, " :");
	const char *equals = equals_of(line + first, n - first);
	struct search_word word = { c, line + first, n - first };

	c->from = first;
	if (equals) {
		word_skip(&word, (size_t)(equals + 1 - word.s));
		offer_values(&word, (struct str){
			line + first, (size_t)(equals - line) - first,
		}, profile);
	} else if (memchr(line + first, ' ', n - first)) {
		complete_later(c, line, n, profile);
	} else {
		c->is_known = true;
		offer_first(&word, profile);
	}
	keep_word(c, line, n);
}

void complete_pattern(struct completion *c, const char *line, size_t n,
		      const struct profile *profile)
{
	struct search_word word = { c, line, n };

	c->is_known = true;
	if (profile)
		names_offer_functions(&word, profile);
	keep_word(c, line, n);
}

void complete_files(struct completion *c, const struct candidates *found)
{
	const char *name = buf_str(&found->names);
	const char *text = buf_str(&found->texts);

	c->files = NULL;
	for (size_t i = 0; i < found->n_kept; i++) {
		completion_take(c, (struct str){ name, strlen(name) }, text);
		name += strlen(name) + 1;
		text += strlen(text) + 1;
	}
}

void complete_release(struct completion *c)
{
	buf_release(&c->text);
	candidates_release(&c->candidates);
}
