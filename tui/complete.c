#include "config.h"

#include "tui/complete.h"

#include <string.h>

#include "keymap/action.h"
#include "model/pattern.h"
#include "render/reports.h"
#include "tui/command.h"
#include "tui/option.h"

enum { NAMES_MAX = 400 };	/* bytes of candidates; no row is longer */

/* Keeps of the text what this candidate starts with, too. */
static void narrow(struct buf *text, const char *name)
{
	size_t n = 0;

	while (n < text->n && name[n] == text->s[n])
		n++;
	if (n < text->n) {
		text->s[n] = '\0';
		text->n = n;
	}
}

static void take_name(struct completion *c, const char *name)
{
	if (c->names.n < NAMES_MAX) {
		buf_adds(&c->names, c->n ? " " : "");
		buf_adds(&c->names, name);
	}
	if (!c->n++) {
		buf_clear(&c->text);
		buf_adds(&c->text, name);
	} else {
		narrow(&c->text, name);
	}
}

/* The word to be completed, and the candidates that start with it. */
struct search_word {
	struct completion *c;
	const char *s;
	size_t n;
};

static void offer(const struct search_word *word, const char *name,
		  const char *ending)
{
	struct buf whole = BUF_INIT;

	buf_adds(&whole, name);
	buf_adds(&whole, ending);
	if (!strncmp(buf_str(&whole), word->s, word->n))
		take_name(word->c, buf_str(&whole));
	buf_release(&whole);
}

static void offer_types(const struct search_word *word,
			const struct profile *p)
{
	for (size_t i = 0; p && i < p->types.n; i++)
		offer(word, profile_str(p, p->types.at[i].type).s, "");
}

static bool is_report(const struct option *option)
{
	return (option->kind == KIND_REPORT ||
		option->kind == KIND_REPORT_OF) && report_find(option->name);
}

/* Options, with = behind those that want a value where they are set. */
static void offer_options(const struct search_word *word, const char *equals)
{
	const struct option_choice *choice;
	const struct option *option;

	for (size_t i = 0; (option = option_at(i)); i++) {
		if (!option->help)
			continue;
		if (is_report(option))
			offer(word, option->name, "");
		else if (option_is_live(option))
			offer(word, option->name,
			      option_has_value(option) ? equals : "");
	}
	for (size_t i = 0; (choice = option_choice_at(i)); i++)
		offer(word, choice->name, equals);
}

static void offer_actions(const struct search_word *word)
{
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		const char *name = action_name((enum action)i);

		if (strcmp(name, "help"))
			offer(word, name, "");
	}
}

/* "focus" is an action, "focus=" an option: both are offered. */
static void offer_first(const struct search_word *word,
			const struct profile *profile)
{
	const char *name;

	offer_actions(word);
	for (size_t i = 0; (name = command_word(i)); i++)
		offer(word, name, "");
	offer(word, "metric", "=");
	offer_options(word, "=");
	offer_types(word, profile);
}

static void offer_help(const struct search_word *word)
{
	offer_actions(word);
	offer(word, "keys", "");
	offer_options(word, "");
}

/* Behind an =; n bytes of the line are in front of it. */
static void offer_values(const struct search_word *word, const char *name,
			 size_t n, const struct profile *profile)
{
	const struct option_choice *choice = option_choice_find(name, n);
	const struct option *option;

	if ((n == 6 && !memcmp(name, "metric", n)) ||
	    (n == 12 && !memcmp(name, "sample_index", n)))
		offer_types(word, profile);
	for (size_t i = 0; choice && (option = option_choice_value(choice, i));
	     i++)
		offer(word, option->name, "");
}

/* Functions. */

/* What may not be typed or seen is quoted, too; all others may be. */
static bool finds_itself(const char *name, size_t n)
{
	struct err err;
	struct pattern *pattern;
	bool result;

	for (size_t i = 0; i < n; i++) {
		if (name[i] <= ' ' || name[i] > '~')
			return false;
	}
	pattern = pattern_new(name, PATTERN_USER, &err, NULL);
	result = pattern && pattern_match(pattern, name, n) == PATTERN_YES;
	pattern_free(pattern);
	return result;
}

static void add_pattern(struct buf *out, struct str name)
{
	struct buf quoted = BUF_INIT;

	if (finds_itself(name.s, name.n)) {
		buf_add(out, name.s, name.n);
		return;
	}
	pattern_quote(&quoted, name.s, name.n);
	for (size_t i = 0; i < quoted.n; i++) {
		if (quoted.s[i] == ' ')
			buf_adds(out, "\\x20");
		else
			buf_addc(out, quoted.s[i]);
	}
	buf_release(&quoted);
}

/* Of several names nothing is in common but the word, which stays. */
static void take_function(struct completion *c, struct str name)
{
	if (c->names.n < NAMES_MAX) {
		buf_adds(&c->names, c->n ? " " : "");
		buf_add(&c->names, name.s, name.n);
	}
	buf_clear(&c->text);
	if (!c->n++)
		add_pattern(&c->text, name);
}

/* Names that several functions have are one. */
static void offer_functions(const struct search_word *word,
			    const struct profile *p)
{
	struct completion *c = word->c;
	size_t size = p->strings.at.n;
	bool *is_seen = mem_alloc(p->mem, size * sizeof(*is_seen));

	for (size_t i = 0; i < p->funcs.n; i++) {
		struct str_id id = p->funcs.at[i].name;
		struct str name = profile_str(p, id);

		if (is_seen[id.i] || !name.n ||
		    !memmem(name.s, name.n, word->s, word->n))
			continue;
		is_seen[id.i] = true;
		take_function(c, name);
	}
	mem_free(p->mem, is_seen, size * sizeof(*is_seen));
	if (c->n != 1) {
		buf_clear(&c->text);
		buf_add(&c->text, word->s, word->n);
	}
}

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
		if (option->help && is_report(option) &&
		    report_find(option->name)->print_table)
			offer(word, option->name, "");
	}
}

static void complete_later(struct completion *c, const char *line, size_t n,
			   const struct profile *profile)
{
	size_t first = strspn(line, " "), end = first, digits;
	struct search_word word;

	end += strcspn(line + first, " ");
	c->from = last_word(line, n);
	if (command_form(line + first, end - first)) {
		first = end + strspn(line + end, " ");
		end = first + strcspn(line + first, " ");
		if (end == n) {
			word = (struct search_word){ c, line + first,
						     n - first };
			offer_reports(&word);
			return;
		}
	}
	if (end - first == 4 && !memcmp(line + first, "help", 4)) {
		word = (struct search_word){ c, line + c->from, n - c->from };
		offer_help(&word);
		return;
	}
	if (!command_report(line + first, end - first, &digits) || !profile)
		return;
	c->from += line[c->from] == '-';
	word = (struct search_word){ c, line + c->from, n - c->from };
	if (word.n)
		offer_functions(&word, profile);
}

void complete_line(struct completion *c, const char *line, size_t n,
		   const struct profile *profile)
{
	size_t first = strspn(line, " :");
	const char *equals = memchr(line + first, '=', n - first);
	struct search_word word = { c, line + first, n - first };

	if (memchr(line + first, ' ', n - first)) {
		complete_later(c, line, n, profile);
	} else if (equals) {
		c->from = (size_t)(equals + 1 - line);
		word.s = equals + 1;
		word.n = n - c->from;
		offer_values(&word, line + first,
			     (size_t)(equals - line) - first, profile);
	} else {
		c->from = first;
		offer_first(&word, profile);
	}
	if (!c->n) {
		buf_clear(&c->text);
		buf_add(&c->text, line + c->from, n - c->from);
	}
}

void complete_release(struct completion *c)
{
	buf_release(&c->text);
	buf_release(&c->names);
}
