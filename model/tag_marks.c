#include "config.h"

#include "model/tag_marks.h"

#include "model/pattern.h"
#include "model/tag_filter.h"

/* What it takes to find the marks and is not kept. */
struct marking {
	struct tag_marks *marks;
	const struct filters *filters;
	const _Atomic bool *cancel;
	struct sieve_match *matches;
	struct tags tags;
	struct label_units units;
	bool *sets;			/* one a label set, for a filter */
	bool *keys;			/* one a string, likewise */
};

static bool is_choice(enum filter_kind kind)
{
	return kind == FILTER_TAGFOCUS || kind == FILTER_TAGIGNORE;
}

static bool is_display(enum filter_kind kind)
{
	return kind == FILTER_TAGSHOW || kind == FILTER_TAGHIDE;
}

static void mark_sets(struct marking *m, size_t number)
{
	const struct profile *p = m->marks->profile;

	for (size_t i = 0; i < p->label_sets.n; i++) {
		if (!m->sets[i])
			continue;
		m->marks->matches[i] |= UINT32_C(1) << number;
		m->matches[number].is_matched = true;
	}
}

static int mark_choice(struct marking *m, size_t number, struct err *err)
{
	const struct filter *filter = &m->filters->at[number];
	struct tag_query query = { &m->tags, &m->units, m->cancel };
	struct tag_filter *compiled = tag_filter_new(filter->text, err);

	if (!compiled)
		return -1;
	if (filter->kind == FILTER_TAGFOCUS)
		m->marks->focus |= UINT32_C(1) << number;
	else
		m->marks->ignore |= UINT32_C(1) << number;
	m->matches[number].n_undecided =
		tag_filter_match(compiled, &query, m->sets);
	mark_sets(m, number);
	tag_filter_free(compiled);
	return 0;
}

/* Asks about each key once; the tags of a key need not stand together. */
static void match_keys(struct marking *m, struct pattern *pattern,
		       size_t number)
{
	const struct profile *p = m->marks->profile;
	bool *is_asked = mem_alloc(p->mem, p->strings.at.n);

	for (size_t i = 0; i < m->tags.at.n; i++) {
		struct str_id key = m->tags.at.at[i].key;
		struct str s = profile_str(p, key);
		enum pattern_answer answer;

		if (is_asked[key.i])
			continue;
		answer = pattern_match(pattern, s.s, s.n);
		is_asked[key.i] = true;
		m->keys[key.i] = answer == PATTERN_YES;
		m->matches[number].n_undecided += answer == PATTERN_UNDECIDED;
	}
	mem_free(p->mem, is_asked, p->strings.at.n);
}

/* What has one of the keys is met; what has not, or has, is hidden. */
static void mark_keys(struct marking *m, bool hidden)
{
	const struct profile *p = m->marks->profile;

	for (size_t i = 0; i < p->label_sets.n; i++) {
		struct label_set set = p->label_sets.at[i];

		m->sets[i] = false;
		for (uint32_t k = 0; k < set.n; k++) {
			uint32_t key = p->labels.at[set.first + k].key.i;

			m->sets[i] = m->sets[i] || m->keys[key];
			if (m->keys[key] == hidden)
				m->marks->hides[key] = true;
		}
	}
}

static int mark_display(struct marking *m, size_t number, struct err *err)
{
	const struct filter *filter = &m->filters->at[number];
	const struct profile *p = m->marks->profile;
	struct pattern *pattern;
	size_t where;

	pattern = pattern_new(filter->text, PATTERN_USER, err, &where);
	if (!pattern)
		return -1;
	if (!m->marks->hides)
		m->marks->hides = mem_alloc(p->mem, p->strings.at.n);
	match_keys(m, pattern, number);
	mark_keys(m, filter->kind == FILTER_TAGHIDE);
	mark_sets(m, number);
	pattern_free(pattern);
	return 0;
}

static int mark_all(struct marking *m, struct err *err)
{
	for (size_t i = 0; i < m->filters->n; i++) {
		enum filter_kind kind = m->filters->at[i].kind;
		int result = 0;

		if (is_choice(kind))
			result = mark_choice(m, i, err);
		else if (is_display(kind))
			result = mark_display(m, i, err);
		if (result)
			return err_within(err, "parsing %s regexp: error "
					  "parsing regexp",
					  filter_name(kind));
	}
	return 0;
}

static bool has_any(const struct filters *filters)
{
	for (size_t i = 0; i < filters->n; i++) {
		if (is_choice(filters->at[i].kind) ||
		    is_display(filters->at[i].kind))
			return true;
	}
	return false;
}

int tag_marks_init(struct tag_marks *marks, const struct profile *p,
		   const struct filters *filters, const _Atomic bool *cancel,
		   struct sieve_match *matches, struct err *err)
{
	struct marking m = {
		.marks = marks, .filters = filters, .cancel = cancel,
		.matches = matches,
	};
	int result;

	*marks = (struct tag_marks){ .profile = p };
	if (!has_any(filters))
		return 0;
	marks->matches = mem_alloc(p->mem,
				   p->label_sets.n * sizeof(*marks->matches));
	m.sets = mem_alloc(p->mem, p->label_sets.n);
	m.keys = mem_alloc(p->mem, p->strings.at.n);
	tags_init(&m.tags, p);
	label_units_init(&m.units, p);
	result = mark_all(&m, err);
	label_units_release(&m.units);
	tags_release(&m.tags);
	mem_free(p->mem, m.keys, p->strings.at.n);
	mem_free(p->mem, m.sets, p->label_sets.n);
	return result;
}

void tag_marks_release(struct tag_marks *marks)
{
	const struct profile *p = marks->profile;

	if (marks->matches)
		mem_free(p->mem, marks->matches,
			 p->label_sets.n * sizeof(*marks->matches));
	if (marks->hides)
		mem_free(p->mem, marks->hides, p->strings.at.n);
	marks->matches = NULL;
	marks->hides = NULL;
}
