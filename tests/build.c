#include "config.h"

#include "tests/build.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "model/err.h"
#include "model/input.h"
#include "model/read_proto.h"

void build_varint(struct buf *out, uint64_t v)
{
	for (; v >= 0x80; v >>= 7)
		buf_addc(out, (char)(v | 0x80));
	buf_addc(out, (char)v);
}

void build_uint(struct buf *out, unsigned int field, uint64_t v)
{
	build_varint(out, (uint64_t)field << 3);
	build_varint(out, v);
}

void build_bytes(struct buf *out, unsigned int field, const char *s, size_t n)
{
	build_varint(out, (uint64_t)field << 3 | 2);
	build_varint(out, n);
	buf_add(out, s, n);
}

void build_message(struct buf *out, unsigned int field, struct buf *message)
{
	build_bytes(out, field, buf_str(message), message->n);
	buf_release(message);
}

enum { STRINGS_MAX = 256 };

/* A text being turned into bytes. */
struct build {
	struct buf *out;
	const char *at;			/* of what is left of the text */
	char *strings[STRINGS_MAX];
	unsigned int n_strings;
};

static uint64_t intern(struct build *b, const char *s, size_t n)
{
	unsigned int i;

	if (n == 1 && *s == '-')
		n = 0;
	for (i = 0; i < b->n_strings; i++) {
		if (strlen(b->strings[i]) == n && !memcmp(b->strings[i], s, n))
			return i;
	}
	assert(i < STRINGS_MAX);
	b->strings[i] = strndup(s, n);
	assert(b->strings[i]);
	b->n_strings++;
	return i;
}

/* The next word of the line, n 0 at its end. */
static struct str next_word(struct build *b)
{
	struct str word;

	b->at += strspn(b->at, " \t");
	word.s = b->at;
	word.n = strcspn(b->at, " \t\n");
	b->at += word.n;
	return word;
}

static uint64_t next_string(struct build *b)
{
	struct str word = next_word(b);

	return intern(b, word.s, word.n);
}

static uint64_t next_number(struct build *b)
{
	struct str word = next_word(b);
	char *end;
	uint64_t v = strtoull(word.s, &end, 0);

	assert(!word.n || end == word.s + word.n);
	return v;
}

static void build_type(struct build *b, struct buf *out)
{
	build_uint(out, 1, next_string(b));
	build_uint(out, 2, next_string(b));
}

static void build_mapping(struct build *b, struct buf *out)
{
	uint64_t has;

	for (unsigned int field = 1; field <= 4; field++)
		build_uint(out, field, next_number(b));
	build_uint(out, 5, next_string(b));
	build_uint(out, 6, next_string(b));
	has = next_number(b);
	for (unsigned int bit = 0; bit < 4; bit++)
		build_uint(out, 7 + bit, has >> bit & 1);
}

static void build_function(struct build *b, struct buf *out)
{
	uint64_t name;
	struct str word;

	build_uint(out, 1, next_number(b));
	name = next_string(b);
	build_uint(out, 2, name);
	build_uint(out, 4, next_string(b));
	build_uint(out, 5, next_number(b));
	word = next_word(b);
	build_uint(out, 3, word.n ? intern(b, word.s, word.n) : name);
}

static void build_location(struct build *b, struct buf *out)
{
	struct str word;

	for (unsigned int field = 1; field <= 3; field++)
		build_uint(out, field, next_number(b));
	for (word = next_word(b); word.n; word = next_word(b)) {
		struct buf line = BUF_INIT;
		char *at = (char *)(uintptr_t)word.s;
		unsigned int field = 1;

		if (*at == 'f') {
			build_uint(out, 5, 1);
			continue;
		}
		for (;; at++) {
			build_uint(&line, field++, strtoull(at, &at, 0));
			if (*at != ':')
				break;
		}
		assert(at == word.s + word.n);
		build_message(out, 4, &line);
	}
}

/* Every other list is packed, so that both forms are met. */
static void build_numbers(struct build *b, struct buf *out,
			  unsigned int field)
{
	struct str word = next_word(b);
	char *at = (char *)(uintptr_t)word.s;
	struct buf packed = BUF_INIT;

	while (word.n && !(word.n == 1 && *at == '-')) {
		uint64_t v = strtoull(at, &at, 0);

		if (field == 1)
			build_varint(&packed, v);
		else
			build_uint(out, field, v);
		if (*at++ != ',')
			break;
	}
	if (field == 1)
		build_message(out, field, &packed);
}

static void build_label(struct build *b, struct buf *out, struct str word)
{
	size_t at = 0;
	struct buf label = BUF_INIT;
	const char *end = word.s + word.n;
	char *unit;

	while (word.s[at] != '=' && word.s[at] != '#')
		at++;
	assert(at < word.n);
	build_uint(&label, 1, intern(b, word.s, at));
	word.s += at + 1;
	if (word.s[-1] == '=') {
		build_uint(&label, 2, intern(b, word.s,
					     (size_t)(end - word.s)));
	} else {
		build_uint(&label, 3, (uint64_t)strtoll(word.s, &unit, 0));
		build_uint(&label, 4, intern(b, unit, (size_t)(end - unit)));
	}
	build_message(out, 3, &label);
}

static void build_row(struct build *b, struct buf *out)
{
	struct str word;

	build_numbers(b, out, 1);
	build_numbers(b, out, 2);
	for (word = next_word(b); word.n; word = next_word(b))
		build_label(b, out, word);
}

static void build_period(struct build *b, struct buf *out)
{
	build_uint(b->out, 12, next_number(b));
	build_type(b, out);
}

static const struct {
	const char *name;
	unsigned int field;
	void (*build)(struct build *b, struct buf *out);
	bool is_string;
} line_kinds[] = {
	{ "type", 1, build_type, false },
	{ "map", 3, build_mapping, false },
	{ "func", 5, build_function, false },
	{ "loc", 4, build_location, false },
	{ "row", 2, build_row, false },
	{ "period", 11, build_period, false },
	{ "drop", 7, NULL, true },
	{ "keep", 8, NULL, true },
	{ "comment", 13, NULL, true },
	{ "default", 14, NULL, true },
	{ "doc", 15, NULL, true },
	{ "time", 9, NULL, false },
	{ "duration", 10, NULL, false },
};

static void build_line(struct build *b)
{
	struct buf record = BUF_INIT;
	struct str word = next_word(b);
	size_t i = 0;

	if (!word.n)
		return;
	while (strlen(line_kinds[i].name) != word.n ||
	       memcmp(line_kinds[i].name, word.s, word.n)) {
		i++;
		assert(i < ARRAY_SIZE(line_kinds));
	}
	if (line_kinds[i].build) {
		line_kinds[i].build(b, &record);
		build_message(b->out, line_kinds[i].field, &record);
	} else {
		build_uint(b->out, line_kinds[i].field,
			   line_kinds[i].is_string ? next_string(b) :
						     next_number(b));
	}
}

void build_profile(struct buf *out, const char *text)
{
	struct build b = { .out = out, .at = text };

	intern(&b, "", 0);
	while (*b.at) {
		build_line(&b);
		b.at += strspn(b.at, " \t");
		assert(!*b.at || *b.at == '\n');
		b.at += *b.at == '\n';
	}
	for (unsigned int i = 0; i < b.n_strings; i++) {
		build_bytes(out, 6, b.strings[i], strlen(b.strings[i]));
		free(b.strings[i]);
	}
}

/* What a dump adds of a text: a "-" for nothing. */
static void dump_str(struct buf *out, const struct profile *p,
		     struct str_id id)
{
	struct str s = profile_str(p, id);

	buf_addc(out, ' ');
	buf_add(out, s.n ? s.s : "-", s.n ? s.n : 1);
}

static void dump_tables(struct buf *out, const struct profile *p)
{
	for (size_t i = 0; i < p->types.n; i++) {
		buf_adds(out, "type");
		dump_str(out, p, p->types.at[i].type);
		dump_str(out, p, p->types.at[i].unit);
		buf_addc(out, '\n');
	}
	for (size_t i = 0; i < p->mappings.n; i++) {
		const struct mapping *m = &p->mappings.at[i];

		buf_addf(out, "map %" PRIu64 " 0x%" PRIx64 " 0x%" PRIx64
			 " 0x%" PRIx64, m->id, m->start, m->limit, m->offset);
		dump_str(out, p, m->file);
		dump_str(out, p, m->build_id);
		if (m->has)
			buf_addf(out, " %u", m->has);
		buf_addc(out, '\n');
	}
	for (size_t i = 0; i < p->funcs.n; i++) {
		const struct func *f = &p->funcs.at[i];

		buf_addf(out, "func %zu", i + 1);
		dump_str(out, p, f->name);
		dump_str(out, p, f->filename);
		buf_addf(out, " %" PRId64, f->start_line);
		if (f->system_name.i != f->name.i)
			dump_str(out, p, f->system_name);
		buf_addc(out, '\n');
	}
}

static void dump_locations(struct buf *out, const struct profile *p)
{
	for (size_t i = 0; i < p->locations.n; i++) {
		const struct location *loc = &p->locations.at[i];
		const struct line *lines = profile_lines(p, loc);
		uint64_t map = loc->mapping.i == MAPPING_NONE ? 0 :
			       p->mappings.at[loc->mapping.i].id;

		buf_addf(out, "loc %" PRIu64 " %" PRIu64 " 0x%" PRIx64,
			 loc->id, map, loc->address);
		for (uint32_t k = 0; k < loc->n_lines; k++) {
			buf_addf(out, " %u", lines[k].func.i + 1);
			if (lines[k].line || lines[k].column)
				buf_addf(out, ":%" PRId64, lines[k].line);
			if (lines[k].column)
				buf_addf(out, ":%" PRId64, lines[k].column);
		}
		buf_adds(out, loc->is_folded ? " folded\n" : "\n");
	}
}

static void dump_labels(struct buf *out, const struct profile *p,
			struct label_set set)
{
	for (uint32_t i = 0; i < set.n; i++) {
		const struct label *l = &p->labels.at[set.first + i];
		struct str s;

		dump_str(out, p, l->key);
		s = profile_str(p, l->is_num ? l->unit : l->str);
		if (l->is_num)
			buf_addf(out, "#%" PRId64, l->num);
		else
			buf_addc(out, '=');
		buf_add(out, s.s, s.n);
	}
}

static void dump_row(struct buf *out, const struct profile *p, size_t number)
{
	const struct row *row = &p->rows.at[number];

	buf_adds(out, "row ");
	for (uint32_t i = 0; i < row->depth; i++)
		buf_addf(out, "%s%" PRIu64, i ? "," : "",
			 p->locations.at[p->frames.at[row->first + i].i].id);
	buf_adds(out, row->depth ? " " : "- ");
	for (int side = 0; side < p->n_sides; side++) {
		buf_adds(out, side ? "/" : "");
		for (size_t i = 0; i < p->types.n; i++)
			buf_addf(out, "%s%" PRId64, i ? "," : "",
				 profile_value(p, side, number, i));
	}
	dump_labels(out, p, p->label_sets.at[row->labels.i]);
	buf_addc(out, '\n');
}

static void dump_header(struct buf *out, const struct profile *p)
{
	const struct {
		const char *name;
		struct str_id id;
	} strings[] = {
		{ "drop", p->drop_frames }, { "keep", p->keep_frames },
		{ "default", p->default_type }, { "doc", p->doc_url },
	};

	for (size_t i = 0; i < p->comments.n; i++) {
		buf_adds(out, "comment");
		dump_str(out, p, p->comments.at[i]);
		buf_addc(out, '\n');
	}
	for (size_t i = 0; i < ARRAY_SIZE(strings); i++) {
		if (!strings[i].id.i)
			continue;
		buf_adds(out, strings[i].name);
		dump_str(out, p, strings[i].id);
		buf_addc(out, '\n');
	}
	if (p->time_nanos)
		buf_addf(out, "time %" PRId64 "\n", p->time_nanos);
	if (p->duration_nanos)
		buf_addf(out, "duration %" PRId64 "\n", p->duration_nanos);
	if (!p->period && !p->period_type.type.i)
		return;
	buf_addf(out, "period %" PRId64, p->period);
	dump_str(out, p, p->period_type.type);
	dump_str(out, p, p->period_type.unit);
	buf_addc(out, '\n');
}

void build_dump(struct buf *out, const struct profile *p)
{
	buf_add(out, "", 0);
	dump_tables(out, p);
	dump_locations(out, p);
	for (size_t i = 0; i < p->rows.n; i++)
		dump_row(out, p, i);
	dump_header(out, p);
}

const char *build_load(struct profile *profile, struct mem *mem,
		       const struct buf *bytes, struct err *err)
{
	struct input_limits limits = { .mem = mem };
	struct input input;

	err->text[0] = '\0';
	profile_init(profile, mem);
	if (!input_open_memory(&input, "memory",
			       (const uint8_t *)buf_str(bytes), bytes->n,
			       &limits, err))
		read_proto(profile, &input, err);
	input_close(&input);
	return err->text;
}

void build_from(struct profile *profile, struct mem *mem, const char *text)
{
	struct buf bytes = BUF_INIT;
	struct err err;

	build_profile(&bytes, text);
	if (*build_load(profile, mem, &bytes, &err))
		die("%s", err.text);
	buf_release(&bytes);
}
