#include "config.h"

#include "model/filters.h"

#include <stdlib.h>
#include <string.h>

#include "model/mem.h"
#include "model/pattern.h"
#include "model/tag_filter.h"

static const char *const names[] = {
#define X(suffix, name) [FILTER_##suffix] = (name),
	FILTER_LIST(X)
#undef X
};

const char *filter_name(enum filter_kind kind)
{
	return names[kind];
}

int filter_find(const char *name)
{
	for (int i = 0; i < FILTER_KINDS; i++) {
		if (!strcmp(names[i], name))
			return i;
	}
	return -1;
}

static int check_tag(const char *text, struct err *err)
{
	struct tag_filter *filter = tag_filter_new(text, err);

	tag_filter_free(filter);
	return filter ? 0 : -1;
}

int filter_check(enum filter_kind kind, const char *text, struct err *err)
{
	struct pattern *pattern;
	size_t where;

	if (kind == FILTER_TAGFOCUS || kind == FILTER_TAGIGNORE)
		return check_tag(text, err);
	pattern = pattern_new(text, PATTERN_USER, err, &where);
	pattern_free(pattern);
	return pattern ? 0 : -1;
}

bool filters_add(struct filters *filters, enum filter_kind kind,
		 const char *text)
{
	struct filter *filter = &filters->at[filters->n];

	if (filters->n == FILTERS_MAX)
		return false;
	filter->kind = kind;
	filter->text = strdup(text);
	if (!filter->text)
		die("out of memory: a filter");
	filters->n++;
	return true;
}

void filters_remove(struct filters *filters, size_t i)
{
	free(filters->at[i].text);
	filters->n--;
	memmove(&filters->at[i], &filters->at[i + 1],
		(filters->n - i) * sizeof(filters->at[0]));
}

void filters_remove_kind(struct filters *filters, enum filter_kind kind)
{
	for (size_t i = filters->n; i--; ) {
		if (filters->at[i].kind == kind)
			filters_remove(filters, i);
	}
}

void filters_clear(struct filters *filters)
{
	while (filters->n)
		filters_remove(filters, filters->n - 1);
}

void filters_copy(struct filters *dst, const struct filters *src)
{
	dst->n = 0;
	for (size_t i = 0; i < src->n; i++)
		filters_add(dst, src->at[i].kind, src->at[i].text);
}

bool filters_equal(const struct filters *a, const struct filters *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++) {
		if (a->at[i].kind != b->at[i].kind ||
		    strcmp(a->at[i].text, b->at[i].text))
			return false;
	}
	return true;
}
