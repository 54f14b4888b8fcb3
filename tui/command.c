#include "config.h"

#include "tui/command.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "tui/filenames.h"
#include "tui/nearest.h"
#include "tui/option.h"

static const char blanks[] = " \t\r\n\v\f";

/* What is neither a report nor an action; or an action by another name. */
static const struct {
	const char *name;
	enum command_kind kind;
	enum action action;
	const char *help;		/* NULL: the action's */
} words[] = {
	{ "help", COMMAND_HELP, ACTION_NONE, "What there is, or what one is" },
	{ "o", COMMAND_OPTIONS, ACTION_NONE, "The options and their values" },
	{ "options", COMMAND_OPTIONS, ACTION_NONE,
	  "The options and their values" },
	{ "exit", COMMAND_ACTION, ACTION_QUIT, NULL },
	{ "q", COMMAND_ACTION, ACTION_QUIT_VIEW, NULL },
	{ "q!", COMMAND_ACTION, ACTION_QUIT, NULL },
	{ "qa", COMMAND_ACTION, ACTION_QUIT, NULL },
};

const char *command_word(size_t i)
{
	return i < ARRAY_SIZE(words) ? words[i].name : NULL;
}

const char *command_word_help(size_t i)
{
	return words[i].help ? words[i].help : action_help(words[i].action);
}

/* The next word of a line, which is left behind it; empty at its end. */
static struct str next_word(const char **line)
{
	struct str word;

	word.s = *line + strspn(*line, blanks);
	word.n = strcspn(word.s, blanks);
	*line = word.s + word.n;
	return word;
}

/* The text of n bytes without blanks around. */
static struct str strip(const char *s, size_t n)
{
	while (n && strchr(blanks, s[n - 1]))
		n--;
	while (n && strchr(blanks, *s)) {
		s++;
		n--;
	}
	return (struct str){ s, n };
}

static void set_buf(struct buf *buf, struct str text)
{
	buf_clear(buf);
	buf_add(buf, text.s, text.n);
}

/* ~/ is taken for the home here and nowhere else; no shell has read it. */
static void set_path(struct buf *buf, struct str text)
{
	struct buf path = BUF_INIT;

	buf_add(&path, text.s, text.n);
	buf_clear(buf);
	filenames_expand(buf, buf_str(&path));
	buf_release(&path);
}

static const struct report_kind *find_report(const char *name, size_t n)
{
	struct buf copy = BUF_INIT;
	const struct report_kind *report;

	buf_add(&copy, name, n);
	report = report_find(buf_str(&copy));
	buf_release(&copy);
	return report;
}

const struct report_kind *command_report(const char *text, size_t n,
					 size_t *digits)
{
	const struct report_kind *report = find_report(text, n);
	size_t end = n;

	*digits = n;
	while (end && text[end - 1] >= '0' && text[end - 1] <= '9')
		end--;
	if (report || end == n)
		return report;
	*digits = end;
	return find_report(text, end);
}

enum command_form command_form(const char *text, size_t n)
{
	struct str word = { text, n };

	return str_is(word, "csv") ? FORM_CSV :
	       str_is(word, "json") ? FORM_JSON : FORM_ASKED;
}

/* A whole number of 32 bits, with a sign or without. */
static bool read_number(struct str word, int64_t *number)
{
	char text[16], *end;
	long long value;

	if (!word.n || word.n >= sizeof(text))
		return false;
	memcpy(text, word.s, word.n);
	text[word.n] = '\0';
	value = strtoll(text, &end, 10);
	if (end == text || *end || value < INT32_MIN || value > INT32_MAX)
		return false;
	*number = value;
	return true;
}

static void add_pattern(struct buf *to, const char *s, size_t n)
{
	if (to->n && n)
		buf_addc(to, '|');
	buf_add(to, s, n);
}

/* Takes the word behind > or the next one. */
static int take_file(struct command *c, struct str word, const char **rest,
		     struct err *err)
{
	struct str file = { word.s + 1, word.n - 1 };

	if (file.n && *file.s == '>')
		return err_fail(err, ">>: nothing is added to a file; >FILE "
				"writes one");
	if (!file.n)
		file = next_word(rest);
	if (!file.n)
		return err_fail(err, "unexpected end of line after >");
	set_path(&c->file, file);
	return 0;
}

static int take_word(struct command *c, struct str word, const char **rest,
		     struct err *err)
{
	if (read_number(word, &c->node_count))
		return 0;
	if (*word.s == '>')
		return take_file(c, word, rest, err);
	if (str_is(word, "|"))
		return err_fail(err, "|: nothing is piped; >FILE writes a "
				"file");
	if (str_is(word, "-cum") || str_is(word, "--cum"))
		c->by_cum = true;
	else if (*word.s == '-')
		add_pattern(&c->ignore, word.s + 1, word.n - 1);
	else
		add_pattern(&c->focus, word.s, word.n);
	return 0;
}

static int parse_report(struct command *c, struct str name, const char *rest,
			struct err *err)
{
	size_t digits;
	struct str word;

	c->kind = COMMAND_REPORT;
	c->report = command_report(name.s, name.n, &digits);
	if (digits < name.n)
		take_word(c, (struct str){ name.s + digits, name.n - digits },
			  &rest, err);
	if (c->report->needs_symbol) {
		word = next_word(&rest);
		if (!word.n)
			return err_fail(err, "command %s requires an argument",
					c->report->name);
		set_buf(&c->symbol, word);
	}
	while ((word = next_word(&rest)).n) {
		if (take_word(c, word, &rest, err))
			return -1;
	}
	return 0;
}

/* Of a report the pattern, which may then have blanks. */
static bool parse_symbol(struct command *c, struct str name, struct str value)
{
	const struct report_kind *report = find_report(name.s, name.n);

	if (!report || !report->needs_symbol || !value.n)
		return false;
	c->kind = COMMAND_REPORT;
	c->report = report;
	set_buf(&c->symbol, value);
	return true;
}

static size_t without_comment(const char *value, size_t n)
{
	for (size_t i = n; i-- > 0;) {
		if (n - i >= 3 && !memcmp(value + i, "//:", 3))
			return i;
	}
	return n;
}

static bool is_option(struct str name)
{
	return option_find(name.s, name.n) ||
	       option_choice_find(name.s, name.n);
}

/* NAME=VALUE; false when it is something else, as in peek a=b. */
static bool parse_set(struct command *c)
{
	const char *line = buf_str(&c->line), *equals = strchr(line, '=');
	const struct option *option;
	struct str name, value;

	if (!equals)
		return false;
	name = strip(line, (size_t)(equals - line));
	value.s = equals + 1;
	value.n = without_comment(value.s, strlen(value.s));
	value = strip(value.s, value.n);
	if (parse_symbol(c, name, value))
		return true;
	if (str_is(name, "metric"))
		name = (struct str){ "sample_index", 12 };
	if (!is_option(name) || find_report(name.s, name.n))
		return false;
	c->kind = COMMAND_SET;
	c->has_value = true;
	set_buf(&c->name, name);
	option = option_find(name.s, name.n);
	if (option && option_is_path(option))
		set_path(&c->value, value);
	else
		set_buf(&c->value, value);
	return true;
}

static bool parse_word(struct command *c, struct str word, const char *rest)
{
	enum action action;

	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		if (!str_is(word, words[i].name))
			continue;
		c->kind = words[i].kind;
		c->action = words[i].action;
		set_buf(&c->name, strip(rest, strlen(rest)));
		return true;
	}
	action = action_find(buf_str(&c->line));
	if (action) {
		c->kind = COMMAND_ACTION;
		c->action = action;
	}
	return action;
}

static bool starts_with(const char *s, const char *start)
{
	return !strncmp(s, start, strlen(start));
}

static bool find_type(struct command *c, const struct profile *p,
		      const char *name, int mean)
{
	for (size_t i = 0; i < p->types.n; i++) {
		if (!strcmp(profile_str(p, p->types.at[i].type).s, name)) {
			c->kind = COMMAND_TYPE;
			c->type = i;
			c->mean = mean;
			return true;
		}
	}
	return false;
}

static bool parse_type(struct command *c, const struct profile *p)
{
	const char *line = buf_str(&c->line);

	if (!p)
		return false;
	return find_type(c, p, line, -1) ||
	       (starts_with(line, "total_") && find_type(c, p, line + 6, 0)) ||
	       (starts_with(line, "mean_") && find_type(c, p, line + 5, 1));
}

/*
 * Reports of the reference that there are not, and what there is in the words
 * of this prompt; the options of these names have those of the command line.
 */
static const struct {
	const char *name, *text;
} elsewhere[] = {
	{ "web", "no browser is opened; svg >FILE makes the picture" },
	{ "weblist", "no browser is opened; list RE prints source lines, "
	  "view-source shows them" },
	{ "gv", "no viewer is opened; ps >FILE makes a file for it" },
	{ "evince", "no viewer is opened; pdf >FILE makes a file for it" },
	{ "eog", "no viewer is opened; svg >FILE makes a file for it" },
	{ "kcachegrind", "no viewer is opened; callgrind >FILE makes a file "
	  "for it" },
};

const char *command_elsewhere(struct str word)
{
	for (size_t i = 0; i < ARRAY_SIZE(elsewhere); i++) {
		if (str_is(word, elsewhere[i].name))
			return elsewhere[i].text;
	}
	return NULL;
}

/* An option that can be set here to true by its name alone. */
static bool parse_switch(struct command *c)
{
	const char *name = buf_str(&c->line);
	const struct option *option = option_find(name, strlen(name));

	if (!option || !option_is_live(option) || option_has_value(option))
		return false;
	c->kind = COMMAND_SET;
	set_buf(&c->name, (struct str){ name, strlen(name) });
	return true;
}

/*
 * Any other option: one to be given a value, a sample type that the profile
 * has not, or one to start with.
 */
static int parse_bare(struct command *c, struct err *err)
{
	const char *name = buf_str(&c->line);
	const struct option *option = option_find(name, strlen(name));

	c->kind = option && option->kind == KIND_TYPE ? COMMAND_NO_TYPE :
							COMMAND_SET;
	set_buf(&c->name, (struct str){ name, strlen(name) });
	if (option && option_has_value(option) && !option_is_live(option))
		return option_fail_live(option, err);
	if (!option || option_has_value(option))
		return err_fail(err, "please specify a value, e.g. %s=<val>",
				name);
	return 0;
}

/* What can be typed here; an option by what it is without its value. */
static const char *meant(struct str word)
{
	const char *equals = memchr(word.s, '=', word.n);
	const struct option *option;
	struct nearest nearest;

	word.n = equals ? (size_t)(equals - word.s) : word.n;
	nearest = nearest_of(word);
	for (size_t i = 0; (option = option_at(i)); i++) {
		if (option->help &&
		    (option_is_live(option) || option_is_report(option)))
			nearest_offer(&nearest, option->name);
	}
	for (size_t i = 0; option_choice_at(i); i++)
		nearest_offer(&nearest, option_choice_at(i)->name);
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++)
		nearest_offer(&nearest, action_name((enum action)i));
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		nearest_offer(&nearest, words[i].name);
	return nearest.name;
}

static int fail_unknown(struct str word, const char *rest, struct err *err)
{
	const struct option *option = option_find(word.s, word.n);
	const char *instead = command_elsewhere(word);
	struct str value = next_word(&rest);
	const char *name;

	if (instead)
		return err_fail(err, "%.*s: %s", (int)word.n, word.s, instead);
	if (option && !option_is_live(option) && option_has_value(option))
		return option_fail_live(option, err);
	if (is_option(word))
		return err_fail(err, "did you mean: %.*s=%.*s", (int)word.n,
				word.s, (int)(value.n < 80 ? value.n : 80),
				value.s);
	name = meant(word);
	return err_fail(err, "%.*s: no such command; %s%s%sTab completes, help "
			"lists them", (int)(word.n < 80 ? word.n : 80), word.s,
			name ? "did you mean " : "", name ? name : "",
			name ? "?  " : "");
}

static int parse_line(struct command *c, const struct profile *profile,
		      struct err *err)
{
	const char *rest = buf_str(&c->line), *behind;
	struct str word = next_word(&rest), next;
	size_t digits;

	if (parse_set(c))
		return 0;
	behind = rest;
	next = next_word(&behind);
	c->form = next.n ? command_form(word.s, word.n) : FORM_ASKED;
	if (c->form && command_report(next.s, next.n, &digits))
		return parse_report(c, next, behind, err);
	if (command_report(word.s, word.n, &digits))
		return parse_report(c, word, rest, err);
	if (parse_word(c, word, rest) || parse_switch(c) ||
	    parse_type(c, profile))
		return 0;
	if (word.n == c->line.n && is_option(word) && !command_elsewhere(word))
		return parse_bare(c, err);
	return fail_unknown(word, rest, err);
}

int command_parse(struct command *c, const char *line,
		  const struct profile *profile, struct err *err)
{
	struct str text = strip(line, strlen(line));

	*c = (struct command){
		.node_count = NODE_COUNT_DEFAULT, .mean = -1,
	};
	if (str_is(text, ":")) {
		c->kind = COMMAND_CLEAR;
		return 0;
	}
	while (text.n && *text.s == ':')
		text = strip(text.s + 1, text.n - 1);
	if (!text.n)
		return 0;
	set_buf(&c->line, text);
	return parse_line(c, profile, err);
}

void command_release(struct command *c)
{
	buf_release(&c->line);
	buf_release(&c->name);
	buf_release(&c->value);
	buf_release(&c->symbol);
	buf_release(&c->focus);
	buf_release(&c->ignore);
	buf_release(&c->file);
}

void command_copy(struct command *dst, const struct command *src)
{
	*dst = *src;
	dst->line = buf_clone(&src->line);
	dst->name = buf_clone(&src->name);
	dst->value = buf_clone(&src->value);
	dst->symbol = buf_clone(&src->symbol);
	dst->focus = buf_clone(&src->focus);
	dst->ignore = buf_clone(&src->ignore);
	dst->file = buf_clone(&src->file);
}
