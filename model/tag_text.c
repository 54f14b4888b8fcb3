#include "config.h"

#include "model/tag_text.h"

#include <inttypes.h>
#include <string.h>

#include "model/pattern.h"
#include "model/unit.h"

/* Whether a key can stand in front of an "=". */
static bool is_plain(struct str key)
{
	return key.n && !memchr(key.s, '=', key.n) &&
	       !memchr(key.s, '\0', key.n);
}

/* Quotes what the syntax of filters would take for its own, too. */
static void add_quoted(struct buf *out, struct str text)
{
	struct buf quoted = BUF_INIT;

	pattern_quote(&quoted, text.s, text.n);
	for (size_t i = 0; i < quoted.n; i++) {
		char c = quoted.s[i];

		if (c == ',' || c == '=')
			buf_addf(out, "\\x%02x", (unsigned int)c);
		else
			buf_addc(out, c);
	}
	buf_release(&quoted);
}

void tag_text_value(struct buf *out, struct str key, struct str value)
{
	if (is_plain(key)) {
		buf_add(out, key.s, key.n);
		buf_adds(out, "=^");
	} else {
		buf_addc(out, '^');
		add_quoted(out, key);
		buf_addc(out, ':');
	}
	add_quoted(out, value);
	buf_addc(out, '$');
}

static bool is_word(const char *s)
{
	for (; *s; s++) {
		if (!((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z')))
			return false;
	}
	return true;
}

/* The unit as a filter may name it; "" for what nothing converts. */
static const char *unit_word(const char *unit)
{
	const char *spelling;

	unit_scale(1, unit, "", &spelling);
	if (!*spelling)
		return "";
	if (is_word(unit))
		return unit;
	unit_scale(1, unit, unit, &spelling);
	return is_word(spelling) ? spelling : NULL;
}

bool tag_text_range(struct buf *out, struct str key, int64_t low, int64_t high,
		    const char *unit)
{
	const char *word = unit_word(unit);

	if (!word || !is_plain(key))
		return false;
	buf_add(out, key.s, key.n);
	buf_addf(out, "=%" PRId64 "%s", low, word);
	if (high != low)
		buf_addf(out, ":%" PRId64 "%s", high, word);
	return true;
}
