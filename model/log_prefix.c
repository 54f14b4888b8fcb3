#include "config.h"

#include "model/log_prefix.h"

#include "model/rune.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Takes all that are alike at the start; false when there is none. */
static bool take_run(struct str *s, bool (*is_one)(char c))
{
	size_t n = 0;

	while (n < s->n && is_one(s->s[n]))
		n++;
	s->s += n;
	s->n -= n;
	return n;
}

/* Takes what is alike at the start of both; false when nothing is. */
static bool take_both(struct str *a, struct str *b)
{
	if (take_run(a, rune_is_digit))
		return take_run(b, rune_is_digit);
	if (take_run(a, is_blank))
		return take_run(b, is_blank);
	if (!b->n || *a->s != *b->s)
		return false;
	a->s++;
	a->n--;
	b->s++;
	b->n--;
	return true;
}

bool log_prefix_cut(struct str prefix, struct str *line)
{
	struct str rest = *line, blanks = prefix;

	while (prefix.n && is_blank(prefix.s[prefix.n - 1]))
		prefix.n--;
	blanks.s += prefix.n;
	blanks.n -= prefix.n;
	while (prefix.n) {
		if (!take_both(&prefix, &rest))
			return false;
	}
	for (; blanks.n && rest.n; blanks.n--) {
		if (*rest.s != *blanks.s)
			return false;
		blanks.s++;
		rest.s++;
		rest.n--;
	}
	*line = rest;
	return true;
}
