#include "config.h"

#include "tui/complete_names.h"

#include <stdlib.h>
#include <string.h>

#include "model/label_units.h"
#include "model/pattern.h"
#include "model/tag_text.h"

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
	completion_take(word->c, name, buf_str(&text));
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

static void keep_typed(const struct search_word *word)
{
	if (word->c->candidates.n == 1)
		return;
	buf_clear(&word->c->text);
	buf_add(&word->c->text, word->s, word->n);
}

void names_offer_functions(struct search_word *word, const struct profile *p)
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
			word_offer(word, profile_str(p, key).s, ending);
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
	completion_take(word->c, text, buf_str(&filter));
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
		completion_take(word->c, (struct str){ text->s, text->n },
				text->s);
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

void names_offer_tags(struct search_word *word, const struct profile *p)
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

void names_offer_key(struct search_word *word, const struct profile *p)
{
	offer_keys(word, p, "");
}

void names_offer_key_list(struct search_word *word, const struct profile *p)
{
	word_skip_to(word, ',');
	offer_keys(word, p, "");
}
