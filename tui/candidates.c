#include "config.h"

#include "tui/candidates.h"

bool candidates_is_full(const struct candidates *c)
{
	return c->names.n + c->texts.n >= CANDIDATES_MAX;
}

static void add_string(struct buf *to, struct str s)
{
	buf_add(to, s.s, s.n);
	buf_addc(to, '\0');
}

void candidates_add(struct candidates *c, struct str name, struct str text)
{
	if (memchr(name.s, '\0', name.n))
		return;
	if (!candidates_is_full(c)) {
		add_string(&c->names, name);
		add_string(&c->texts, text);
		c->n_kept++;
	}
	c->n++;
}

/* The i-th of the strings. */
static const char *string_at(const struct buf *strings, size_t i)
{
	const char *at = buf_str(strings);

	while (i--)
		at += strlen(at) + 1;
	return at;
}

const char *candidates_text(const struct candidates *c, size_t i)
{
	return string_at(&c->texts, i);
}

void candidates_list(const struct candidates *c, size_t i, size_t most,
		     struct buf *out)
{
	const char *at = string_at(&c->names, i);

	for (size_t k = 0; k < c->n_kept && out->n < most; k++) {
		buf_adds(out, k ? " " : "");
		buf_adds(out, at);
		at = ++i % c->n_kept ? at + strlen(at) + 1 :
				       buf_str(&c->names);
	}
}

void candidates_release(struct candidates *c)
{
	buf_release(&c->names);
	buf_release(&c->texts);
	c->n = c->n_kept = 0;
}
