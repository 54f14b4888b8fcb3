#include "config.h"

#include "render/csv.h"

#include <string.h>

#include "model/rune.h"

static void begin_field(struct csv *csv)
{
	if (csv->has_fields)
		buf_addc(csv->out, ',');
	csv->has_fields = true;
}

static void add_char(struct csv *csv, uint32_t rune)
{
	struct buf *out = csv->out;

	if (rune == '\n')
		buf_adds(out, "\\n");
	else if (rune == '\r')
		buf_adds(out, "\\r");
	else if (rune == '\t')
		buf_adds(out, "\\t");
	else if (rune < 0x20 || rune == 0x7f)
		buf_addf(out, "\\x%02x", (unsigned int)rune);
	else if (rune >= 0x80 && (rune < 0xa0 || csv->is_ascii))
		buf_addf(out, "\\u{%x}", (unsigned int)rune);
	else if (rune == '"')
		buf_adds(out, "\"\"");
	else
		rune_encode(out, rune);
}

static bool is_formula(struct str s)
{
	return s.n && strchr("=+-@", s.s[0]) && s.s[0];
}

/* Blanks at an end are kept by who reads them quoted. */
static bool wants_quotes(struct str s)
{
	return s.n && (memchr(s.s, ',', s.n) || memchr(s.s, '"', s.n) ||
		       s.s[0] == ' ' || s.s[s.n - 1] == ' ');
}

void csv_text(struct csv *csv, struct str s)
{
	bool quotes = wants_quotes(s);
	uint32_t rune;
	size_t n;

	begin_field(csv);
	if (quotes)
		buf_addc(csv->out, '"');
	if (is_formula(s))
		buf_addc(csv->out, '\'');
	for (size_t at = 0; at < s.n; at += n) {
		n = rune_decode(s.s + at, s.n - at, &rune);
		add_char(csv, n ? rune : RUNE_BAD);
		n = n ? n : 1;
	}
	if (quotes)
		buf_addc(csv->out, '"');
}

void csv_int(struct csv *csv, int64_t value)
{
	begin_field(csv);
	buf_addi(csv->out, value, 0);
}

void csv_empty(struct csv *csv)
{
	begin_field(csv);
}

void csv_end(struct csv *csv)
{
	buf_adds(csv->out, "\r\n");
	csv->has_fields = false;
}
