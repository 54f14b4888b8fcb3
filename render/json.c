#include "config.h"

#include "render/json.h"

#include <assert.h>

#include "model/rune.h"

enum { LINES = 2 };		/* levels whose values have a line each */

static void add_unit(struct buf *out, uint32_t unit)
{
	buf_addf(out, "\\u%04x", (unsigned int)unit);
}

/* Beyond 16 bits there are two units. */
static void add_units(struct buf *out, uint32_t rune)
{
	if (rune < 0x10000) {
		add_unit(out, rune);
		return;
	}
	rune -= 0x10000;
	add_unit(out, 0xd800 + (rune >> 10));
	add_unit(out, 0xdc00 + (rune & 0x3ff));
}

/* Controls, and the two ends of lines that JavaScript does not take. */
static bool is_special(uint32_t rune)
{
	return rune < 0x20 || (rune >= 0x7f && rune < 0xa0) ||
	       rune == 0x2028 || rune == 0x2029;
}

static void add_string(struct json *json, struct str s)
{
	struct buf *out = json->out;
	uint32_t rune;
	size_t n;

	buf_addc(out, '"');
	for (size_t at = 0; at < s.n; at += n) {
		n = rune_decode(s.s + at, s.n - at, &rune);
		if (!n)
			rune = RUNE_BAD;
		if (rune == '"' || rune == '\\')
			buf_addc(out, '\\');
		if (is_special(rune) || (json->is_ascii && rune > 0x7e))
			add_units(out, rune);
		else
			rune_encode(out, rune);
		n = n ? n : 1;
	}
	buf_addc(out, '"');
}

static void add_indent(struct json *json)
{
	buf_addc(json->out, '\n');
	buf_pad(json->out, ' ', (size_t)json->depth);
}

/* All that comes before a value. */
static void begin_value(struct json *json, const char *name)
{
	bool *has_values;

	if (!json->depth)
		return;
	has_values = &json->open[json->depth - 1].has_values;
	if (*has_values)
		buf_addc(json->out, ',');
	if (json->depth <= LINES)
		add_indent(json);
	else if (*has_values)
		buf_addc(json->out, ' ');
	*has_values = true;
	if (name)
		buf_addf(json->out, "\"%s\": ", name);
}

void json_open(struct json *json, const char *name, char bracket)
{
	assert(json->depth < JSON_DEPTH_MAX);
	begin_value(json, name);
	buf_addc(json->out, bracket);
	json->open[json->depth].end = bracket == '{' ? '}' : ']';
	json->open[json->depth].has_values = false;
	json->depth++;
}

void json_close(struct json *json)
{
	assert(json->depth > 0);
	json->depth--;
	if (json->depth < LINES && json->open[json->depth].has_values)
		add_indent(json);
	buf_addc(json->out, json->open[json->depth].end);
	if (!json->depth)
		buf_addc(json->out, '\n');
}

void json_text(struct json *json, const char *name, struct str value)
{
	begin_value(json, name);
	add_string(json, value);
}

void json_int(struct json *json, const char *name, int64_t value)
{
	begin_value(json, name);
	buf_addi(json->out, value, 0);
}

void json_null(struct json *json, const char *name)
{
	begin_value(json, name);
	buf_adds(json->out, "null");
}
