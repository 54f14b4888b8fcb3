#include "config.h"

#include "tui/complete.h"

#include <stdlib.h>
#include <string.h>

#include "keymap/action.h"
#include "model/format.h"
#include "model/label_units.h"
#include "model/pattern.h"
#include "model/tag_text.h"
#include "model/unit.h"
#include "render/reports.h"
#include "tui/command.h"
#include "tui/option.h"

static bool is_within_character(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* Keeps of the text what this candidate starts with, too: whole characters. */
static void narrow(struct buf *text, const char *name)
{
	size_t n = 0;

	while (n < text->n && name[n] == text->s[n])
		n++;
	while (n && n < text->n && (is_within_character(text->s[n]) ||
				    is_within_character(name[n])))
		n--;
	if (n < text->n) {
		text->s[n] = '\0';
		text->n = n;
	}
}

static void take_name(struct completion *c, struct str name, const char *text)
{
	size_t n = c->candidates.n;

	candidates_add(&c->candidates, name,
		       (struct str){ text, strlen(text) });
	if (n == c->candidates.n)
		return;
	if (!n) {
		buf_clear(&c->text);
		buf_adds(&c->text, text);
	} else {
		narrow(&c->text, text);
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
		take_name(word->c, (struct str){ whole.s, whole.n }, whole.s);
	buf_release(&whole);
}

/* Goes on with what is behind the n bytes that the word starts with. */
static void word_skip(struct search_word *word, size_t n)
{
	word->c->from += n;
	word->s += n;
	word->n -= n;
}

/* Keeps what is behind the last c, all where there is none. */
static void word_skip_to(struct search_word *word, char c)
{
	const char *last = memrchr(word->s, c, word->n);

	if (last)
		word_skip(word, (size_t)(last + 1 - word->s));
}

static void offer_types(struct search_word *word, const struct profile *p)
{
	for (size_t i = 0; p && i < p->types.n; i++)
		offer(word, profile_str(p, p->types.at[i].type).s, "");
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
static void offer_first(struct search_word *word,
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

/* Functions. */

/* What may not be typed or seen is quoted, too; all others may be. */
static bool finds_itself(struct str name, const char *apart)
{
	struct err err;
	struct pattern *pattern;
	bool result;

	for (size_t i = 0; i < name.n; i++) {
		if (name.s[i] <= ' ' || name.s[i] > '~' ||
		    strchr(apart, name.s[i]))
			return false;
	}
	pattern = pattern_new(name.s, PATTERN_USER, &err, NULL);
	result = pattern &&
		 pattern_match(pattern, name.s, name.n) == PATTERN_YES;
	pattern_free(pattern);
	return result;
}

/* `apart` is what would end the pattern where it stands. */
static void add_pattern(struct buf *out, struct str name, const char *apart)
{
	struct buf quoted = BUF_INIT;

	if (finds_itself(name, apart)) {
		buf_add(out, name.s, name.n);
		return;
	}
	pattern_quote(&quoted, name.s, name.n);
	for (size_t i = 0; i < quoted.n; i++) {
		if (strchr(apart, quoted.s[i]))
			buf_addf(out, "\\x%02x", (unsigned char)quoted.s[i]);
		else
			buf_addc(out, quoted.s[i]);
	}
	buf_release(&quoted);
}

static void offer_pattern(struct search_word *word, struct str name,
			  const char *apart)
{
	struct buf text = BUF_INIT;

	if (!candidates_is_full(&word->c->candidates))
		add_pattern(&text, name, apart);
	take_name(word->c, name, buf_str(&text));
	buf_release(&text);
}

/* Which strings of a profile were seen. */
static bool *seen_new(const struct profile *p)
{
	return mem_alloc(p->mem, p->strings.at.n * sizeof(bool));
}

static void seen_free(const struct profile *p, bool *seen)
{
	mem_free(p->mem, seen, p->strings.at.n * sizeof(bool));
}

static bool is_new(bool *seen, struct str_id id)
{
	bool result = !seen[id.i];

	seen[id.i] = true;
	return result;
}

/* What several patterns have in common need not be one, so the word stays. */
static void keep_typed(const struct search_word *word)
{
	if (word->c->candidates.n == 1)
		return;
	buf_clear(&word->c->text);
	buf_add(&word->c->text, word->s, word->n);
}

/* Names that several functions have are one. */
static void offer_functions(struct search_word *word,
			    const struct profile *p)
{
	bool *seen = seen_new(p);

	for (size_t i = 0; i < p->funcs.n; i++) {
		struct str_id id = p->funcs.at[i].name;
		struct str name = profile_str(p, id);

		if (name.n && memmem(name.s, name.n, word->s, word->n) &&
		    is_new(seen, id))
			offer_pattern(word, name, " ");
	}
	seen_free(p, seen);
	keep_typed(word);
}

/* Labels. */

static void offer_keys(struct search_word *word, const struct profile *p,
		       const char *ending)
{
	bool *seen = seen_new(p);

	for (size_t i = 0; i < p->labels.n; i++) {
		struct str_id key = p->labels.at[i].key;

		if (is_new(seen, key))
			offer(word, profile_str(p, key).s, ending);
	}
	seen_free(p, seen);
}

static bool find_key(const struct profile *p, struct str name,
		     struct str_id *key)
{
	for (size_t i = 0; name.n && i < p->labels.n; i++) {
		struct str text = profile_str(p, p->labels.at[i].key);

		*key = p->labels.at[i].key;
		if (text.n == name.n && !memcmp(text.s, name.s, name.n))
			return true;
	}
	return false;
}

/*
 * Texts and numbers become the filter that the tags view sets, from behind
 * "KEY=" on, where a blank would end it.
 */
static void add_filter(struct buf *out, struct str key, struct str text)
{
	struct buf filter = BUF_INIT;

	tag_text_value(&filter, key, text);
	for (size_t i = key.n + strlen("="); i < filter.n; i++) {
		if (filter.s[i] == ' ')
			buf_adds(out, "\\x20");
		else
			buf_addc(out, filter.s[i]);
	}
	buf_release(&filter);
}

static void offer_text(struct search_word *word, struct str key,
		       struct str text)
{
	bool is_anchored = word->n && *word->s == '^';
	size_t n = word->n - is_anchored;
	struct buf filter = BUF_INIT;

	if (text.n < n || memcmp(text.s, word->s + is_anchored, n))
		return;
	if (!candidates_is_full(&word->c->candidates))
		add_filter(&filter, key, text);
	take_name(word->c, text, buf_str(&filter));
	buf_release(&filter);
}

/* The text is room for it: there may be a million of them. */
static void offer_number(struct search_word *word, int64_t number,
			 const char *unit, struct buf *text)
{
	buf_clear(text);
	buf_addi(text, number, 0);
	buf_adds(text, unit);
	if (text->n >= word->n && !memcmp(text->s, word->s, word->n))
		take_name(word->c, (struct str){ text->s, text->n }, text->s);
}

static int by_number(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Their unit as filters spell it: what is behind the 0 of a filter for 0. */
static const char *find_unit(const struct profile *p, struct str_id key,
			     struct buf *filter)
{
	struct str name = profile_str(p, key);
	struct label_units units;
	bool has_filter;

	label_units_init(&units, p);
	has_filter = tag_text_range(filter, name, 0, 0,
				    label_units_of(&units, key));
	label_units_release(&units);
	return has_filter ? filter->s + name.n + strlen("=0") : NULL;
}

static void offer_numbers(struct search_word *word, const struct profile *p,
			  struct str_id key)
{
	VEC(int64_t) numbers = { .n = 0 };
	struct buf filter = BUF_INIT, text = BUF_INIT;
	const char *unit;

	for (size_t i = 0; i < p->labels.n; i++) {
		if (p->labels.at[i].is_num && p->labels.at[i].key.i == key.i)
			*vec_push(p->mem, &numbers) = p->labels.at[i].num;
	}
	unit = numbers.n ? find_unit(p, key, &filter) : NULL;
	if (unit)
		qsort(numbers.at, numbers.n, sizeof(*numbers.at), by_number);
	for (size_t i = 0; unit && i < numbers.n; i++) {
		if (!i || numbers.at[i] != numbers.at[i - 1])
			offer_number(word, numbers.at[i], unit, &text);
	}
	buf_release(&filter);
	buf_release(&text);
	vec_release(p->mem, &numbers);
}

static void offer_texts(struct search_word *word, const struct profile *p,
			struct str_id key)
{
	bool *seen = seen_new(p);

	for (size_t i = 0; i < p->labels.n; i++) {
		const struct label *label = &p->labels.at[i];

		if (!label->is_num && label->key.i == key.i &&
		    is_new(seen, label->str))
			offer_text(word, profile_str(p, key),
				   profile_str(p, label->str));
	}
	seen_free(p, seen);
}

/* KEY=, and behind it a text of that key, or several. */
static void offer_tags(struct search_word *word, const struct profile *p)
{
	const char *equals = memchr(word->s, '=', word->n);
	size_t n = equals ? (size_t)(equals - word->s) : 0;
	struct str_id key;

	if (!equals) {
		offer_keys(word, p, "=");
		return;
	}
	if (!find_key(p, (struct str){ word->s, n }, &key))
		return;
	word_skip(word, n + 1);
	/* There is no list of numbers. */
	if (!memchr(word->s, ',', word->n))
		offer_numbers(word, p, key);
	word_skip_to(word, ',');
	offer_texts(word, p, key);
	keep_typed(word);
}

static void offer_key(struct search_word *word, const struct profile *p)
{
	offer_keys(word, p, "");
}

static void offer_key_list(struct search_word *word, const struct profile *p)
{
	word_skip_to(word, ',');
	offer_keys(word, p, "");
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
	offer(word, "auto", "");
	offer(word, "minimum", "");
	for (size_t i = 0; (name = unit_at("", i)); i++)
		offer(word, name, "");
}

static void offer_formats(struct search_word *word, const struct profile *p)
{
	const struct format *format;

	(void)p;
	for (size_t i = 0; (format = format_at(i)); i++)
		offer(word, format->name, "");
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
	{ "focus", offer_functions },
	{ "ignore", offer_functions },
	{ "hide", offer_functions },
	{ "show", offer_functions },
	{ "show_from", offer_functions },
	{ "prune_from", offer_functions },
	{ "peek", offer_functions },
	{ "list", offer_functions },
	{ "disasm", offer_functions },
	{ "tagfocus", offer_tags },
	{ "tagignore", offer_tags },
	{ "tagshow", offer_key },
	{ "taghide", offer_key },
	{ "tagroot", offer_key_list },
	{ "tagleaf", offer_key_list },
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
		offer(word, option->name, "");
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
			offer(word, option->name, "");
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
		offer_functions(&word, profile);
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
		offer_functions(&word, profile);
	keep_word(c, line, n);
}

void complete_files(struct completion *c, const struct candidates *found)
{
	const char *name = buf_str(&found->names);
	const char *text = buf_str(&found->texts);

	c->files = NULL;
	for (size_t i = 0; i < found->n_kept; i++) {
		take_name(c, (struct str){ name, strlen(name) }, text);
		name += strlen(name) + 1;
		text += strlen(text) + 1;
	}
}

void complete_release(struct completion *c)
{
	buf_release(&c->text);
	candidates_release(&c->candidates);
}
