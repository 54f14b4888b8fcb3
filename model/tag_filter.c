#include "config.h"

#include "model/tag_filter.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "model/cancel.h"
#include "model/pattern.h"
#include "model/rune.h"
#include "model/unit.h"

enum { CHECK_EVERY = 1024 };	/* tags */

/* Numbers in `unit`, as unit_scale spells it. */
struct range {
	const char *unit;
	double low, high;
	bool has_low, has_high;
};

struct tag_filter {
	char *text;			/* taken apart; the rest points in */
	const char *key;		/* NULL: any */
	bool is_range;
	struct range range;
	struct pattern **patterns;
	size_t n;
};

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static char *copy_text(const char *text)
{
	char *copy = strdup(text);

	if (!copy)
		die("out of memory: a filter");
	return copy;
}

static const char *value_of(const char *text)
{
	const char *equals = strchr(text, '=');

	return equals ? equals + 1 : text;
}

/* A number with its unit, as it stands in the text; unit NULL: none. */
struct bound {
	int64_t number;
	char *unit, *end;
};

/* Returns what follows the number, NULL when there is none that fits. */
static char *take_bound(char *s, struct bound *bound)
{
	if (!rune_is_digit(s[*s == '+' || *s == '-']))
		return NULL;
	errno = 0;
	bound->number = strtoll(s, &bound->unit, 10);
	if (errno)
		return NULL;
	bound->end = bound->unit;
	while (is_letter(*bound->end))
		bound->end++;
	return bound->end;
}

/* Takes the bounds of a range; false when the text is none. */
static bool take_bounds(char *s, struct bound *low, struct bound *high)
{
	low->unit = high->unit = NULL;
	if (*s == ':') {
		s = take_bound(s + 1, high);
		return s && !*s;
	}
	s = take_bound(s, low);
	if (!s)
		return false;
	if (!*s) {
		*high = *low;
		return true;
	}
	if (*s++ != ':')
		return false;
	if (!*s)
		return true;
	s = take_bound(s, high);
	return s && !*s;
}

/* Makes a range of the text, which it cuts up, when that is one. */
static bool range_init(struct range *range, char *text)
{
	struct bound low, high;
	const char *unit;

	if (!take_bounds(text, &low, &high))
		return false;
	range->has_low = low.unit;
	range->has_high = high.unit;
	if (range->has_low)
		*low.end = '\0';
	if (range->has_high)
		*high.end = '\0';
	unit = low.unit ? low.unit : high.unit;
	if (range->has_low) {
		range->low = unit_scale(low.number, unit, unit, &range->unit);
		unit = range->unit;
	}
	if (high.unit == low.unit)
		range->high = range->low;
	else if (range->has_high)
		range->high = unit_scale(high.number, high.unit, unit,
					 &range->unit);
	return !range->has_low || !strcmp(range->unit, unit);
}

const char *tag_filter_range(const char *text)
{
	struct range range;
	char *copy = copy_text(text);
	bool is_range = range_init(&range, copy + (value_of(text) - text));

	free(copy);
	return is_range ? value_of(text) : NULL;
}

static int add_pattern(struct tag_filter *filter, const char *text,
		       struct err *err)
{
	struct pattern **patterns;
	size_t where;

	patterns = realloc(filter->patterns,
			   (filter->n + 1) * sizeof(*patterns));
	if (!patterns)
		die("out of memory: a filter");
	filter->patterns = patterns;
	patterns[filter->n] = pattern_new(text, PATTERN_USER, err, &where);
	return patterns[filter->n++] ? 0 : -1;
}

static int add_patterns(struct tag_filter *filter, char *text,
			struct err *err)
{
	char *comma;

	while ((comma = strchr(text, ','))) {
		*comma = '\0';
		if (add_pattern(filter, text, err))
			return -1;
		text = comma + 1;
	}
	return add_pattern(filter, text, err);
}

struct tag_filter *tag_filter_new(const char *text, struct err *err)
{
	struct tag_filter *filter = calloc(1, sizeof(*filter));
	size_t at = (size_t)(value_of(text) - text);

	if (!filter)
		die("out of memory: a filter");
	filter->text = copy_text(text);
	if (at)
		filter->text[at - 1] = '\0';
	if (at > 1)
		filter->key = filter->text;
	filter->is_range = range_init(&filter->range, filter->text + at);
	if (filter->is_range)
		return filter;
	strcpy(filter->text + at, text + at);
	if (!add_patterns(filter, filter->text + at, err))
		return filter;
	tag_filter_free(filter);
	return NULL;
}

void tag_filter_free(struct tag_filter *filter)
{
	if (!filter)
		return;
	for (size_t i = 0; i < filter->n; i++)
		pattern_free(filter->patterns[i]);
	free(filter->patterns);
	free(filter->text);
	free(filter);
}

/* Matching: first the tags, then the sets they are in. */

struct matching {
	const struct tag_filter *filter;
	const struct tag_query *query;
	bool *tags;			/* one a tag: it matches */
	struct buf text;		/* KEY:TEXT */
	size_t n_undecided;
};

static bool has_key(const struct matching *m, const struct tag *tag)
{
	const char *key = m->filter->key;
	struct str s = profile_str(m->query->tags->profile, tag->key);

	return !key || str_is(s, key);
}

static bool range_has(const struct matching *m, const struct tag *tag)
{
	const struct range *range = &m->filter->range;
	const char *unit;
	double v = unit_scale(tag->num,
			      label_units_of(m->query->units, tag->key),
			      range->unit, &unit);

	return !strcmp(unit, range->unit) &&
	       (!range->has_low || v >= range->low) &&
	       (!range->has_high || v <= range->high);
}

static bool pattern_has(struct matching *m, struct pattern *pattern,
			const struct tag *tag)
{
	const struct profile *p = m->query->tags->profile;
	struct str key = profile_str(p, tag->key);
	struct str subject = profile_str(p, tag->str);
	enum pattern_answer answer;

	if (!m->filter->key) {
		buf_clear(&m->text);
		buf_add(&m->text, key.s, key.n);
		buf_addc(&m->text, ':');
		buf_add(&m->text, subject.s, subject.n);
		subject = (struct str){ m->text.s, m->text.n };
	}
	answer = pattern_match(pattern, subject.s, subject.n);
	m->n_undecided += answer == PATTERN_UNDECIDED;
	return answer == PATTERN_YES;
}

/* Adds the tags that match the range, or the pattern. */
static bool mark_tags(struct matching *m, struct pattern *pattern)
{
	const struct tags *tags = m->query->tags;

	for (size_t i = 0; i < tags->at.n; i++) {
		const struct tag *tag = &tags->at.at[i];

		if (i % CHECK_EVERY == 0 && cancel_is_set(m->query->cancel))
			return false;
		if (m->tags[i] || tag->is_num == (pattern != NULL) ||
		    !has_key(m, tag))
			continue;
		m->tags[i] = pattern ? pattern_has(m, pattern, tag) :
				       range_has(m, tag);
	}
	return true;
}

/* Leaves true the sets that are and have a tag that is marked. */
static void keep_sets(const struct matching *m, bool *sets)
{
	const struct tags *tags = m->query->tags;
	const struct profile *p = tags->profile;

	for (size_t i = 0; i < p->label_sets.n; i++) {
		struct label_set set = p->label_sets.at[i];
		bool found = false;

		for (uint32_t k = 0; k < set.n && sets[i] && !found; k++)
			found = m->tags[tags->of[set.first + k]];
		sets[i] = found;
	}
}

/* One regexp after the other, each of which must have its label. */
static void match_all(struct matching *m, bool *sets)
{
	const struct tag_filter *filter = m->filter;
	size_t n = m->query->tags->at.n;

	for (size_t i = 0; i < filter->n; i++) {
		if (n)
			memset(m->tags, 0, n * sizeof(*m->tags));
		if (!mark_tags(m, filter->patterns[i]))
			return;
		keep_sets(m, sets);
	}
}

static void match_any(struct matching *m, bool *sets)
{
	const struct tag_filter *filter = m->filter;

	if (filter->is_range && !mark_tags(m, NULL))
		return;
	for (size_t i = 0; i < filter->n; i++) {
		if (!mark_tags(m, filter->patterns[i]))
			return;
	}
	keep_sets(m, sets);
}

size_t tag_filter_match(struct tag_filter *filter,
			const struct tag_query *query, bool *matches)
{
	const struct profile *p = query->tags->profile;
	size_t size = query->tags->at.n * sizeof(bool);
	struct matching m = { .filter = filter, .query = query };

	m.tags = mem_alloc(p->mem, size);
	for (size_t i = 0; i < p->label_sets.n; i++)
		matches[i] = true;
	if (filter->key || filter->is_range)
		match_any(&m, matches);
	else
		match_all(&m, matches);
	mem_free(p->mem, m.tags, size);
	buf_release(&m.text);
	return m.n_undecided;
}
