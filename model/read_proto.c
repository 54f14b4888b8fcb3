#include "config.h"

#include "model/read_proto.h"

#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "model/format.h"
#include "model/loading.h"
#include "model/pprof.pb-c.h"
#include "model/wire.h"

enum { TAG_MAX = 2 * WIRE_VARINT_MAX };	/* a tag, a number or a length */

/* Where a record is, for messages. */
struct place {
	const char *what;
	uint64_t number, offset;
};

static int fail_at(struct err *err, const struct place *place,
		   const char *wrong)
{
	return err_fail(err, "%s %" PRIu64 " at byte %" PRIu64 ": %s",
			place->what, place->number, place->offset, wrong);
}

/* The same where the reason is there and only the place is missing. */
static int fail_within(struct err *err, const struct place *place)
{
	return err_within(err, "%s %" PRIu64 " at byte %" PRIu64, place->what,
			  place->number, place->offset);
}

static int take_string(struct str_id *id, int64_t index, const char *part,
		       struct err *err)
{
	if (index < 0 || index >= UINT32_MAX)
		return err_fail(err, "%s is string %" PRId64, part, index);
	id->i = (uint32_t)index;
	return 0;
}

/*
 * The parts of a record that name strings, taken in one go; the list ends
 * in a NULL id.
 */
struct string_part {
	struct str_id *id;
	int64_t index;
	const char *part;
};

static int take_strings(const struct string_part *parts, struct err *err)
{
	for (; parts->id; parts++) {
		if (take_string(parts->id, parts->index, parts->part, err))
			return -1;
	}
	return 0;
}

static int add_string(struct load *load, struct wire record, struct err *err)
{
	struct profile *p = load->profile;
	size_t n = (size_t)(record.end - record.at);

	if (!load->strings.n && n)
		return err_fail(err, "the first string must be empty");
	*vec_push(p->mem, &load->strings) =
		strings_intern(&p->strings, (const char *)record.at, n);
	return 0;
}

static ProtobufCMessage *unpack(struct load *load,
				const ProtobufCMessageDescriptor *type,
				struct wire record, struct err *err)
{
	ProtobufCMessage *message;

	scratch_clear(&load->scratch);
	message = protobuf_c_message_unpack(type, &load->scratch.allocator,
					    (size_t)(record.end - record.at),
					    record.at);
	if (!message)
		err_set(err, load->scratch.is_full ?
			"more than 256 MiB when unpacked" :
			"not a well-formed record");
	return message;
}

static int take_value_type(struct load *load, struct value_type *type,
			   struct wire record, struct err *err)
{
	Pprof__ValueType *m = (Pprof__ValueType *)
		unpack(load, &pprof__value_type__descriptor, record, err);

	if (!m)
		return -1;
	return take_strings((struct string_part[]){
		{ &type->type, m->type, "type" },
		{ &type->unit, m->unit, "unit" },
		{ NULL, 0, NULL }
	}, err);
}

static int add_type(struct load *load, struct wire record, struct err *err)
{
	struct profile *p = load->profile;

	return take_value_type(load, vec_push(p->mem, &p->types), record, err);
}

static int add_period_type(struct load *load, struct wire record,
			   struct err *err)
{
	return take_value_type(load, &load->profile->period_type, record, err);
}

static int add_mapping(struct load *load, struct wire record, struct err *err)
{
	struct profile *p = load->profile;
	Pprof__Mapping *m = (Pprof__Mapping *)
		unpack(load, &pprof__mapping__descriptor, record, err);
	struct mapping *mapping;

	if (!m)
		return -1;
	if (!m->id)
		return err_fail(err, "id 0 is reserved");
	if (!refs_define(&load->mappings, m->id))
		return err_fail(err, "id %" PRIu64 " is there twice", m->id);
	mapping = vec_push(p->mem, &p->mappings);
	*mapping = (struct mapping){
		.id = m->id,
		.start = m->memory_start,
		.limit = m->memory_limit,
		.offset = m->file_offset,
		.has = (m->has_functions ? HAS_FUNCTIONS : 0) |
		       (m->has_filenames ? HAS_FILENAMES : 0) |
		       (m->has_line_numbers ? HAS_LINE_NUMBERS : 0) |
		       (m->has_inline_frames ? HAS_INLINE_FRAMES : 0),
	};
	return take_strings((struct string_part[]){
		{ &mapping->file, m->filename, "file name" },
		{ &mapping->build_id, m->build_id, "build id" },
		{ NULL, 0, NULL }
	}, err);
}

/*
 * Takes the numbers of a record by hand: of locations and functions a large
 * profile has a hundred thousand, and protobuf-c would take a tenth of the time
 * of opening it.
 */
static int take_numbers(struct wire record, const struct wire_rule *rules,
			uint64_t *values, struct err *err)
{
	const char *part, *wrong = wire_take(record, rules, values, &part);

	if (!wrong)
		return 0;
	return part ? err_fail(err, "%s has %s", part, wrong) :
		      err_fail(err, "%s", wrong);
}

static int add_line(struct load *load, struct location *loc, struct wire record,
		    struct err *err)
{
	static const struct wire_rule rules[] = {
		{ 1, WIRE_VARINT, "function id" }, { 2, WIRE_VARINT, "line" },
		{ 3, WIRE_VARINT, "column" }, { 0 }
	};
	struct profile *p = load->profile;
	uint64_t values[4] = { 0 };

	if (p->lines.n >= UINT32_MAX)
		return err_fail(err, "more than 4294967295 lines");
	if (take_numbers(record, rules, values, err))
		return err_within(err, "line %" PRIu32, loc->n_lines + 1);
	if (!values[1])
		return err_fail(err, "line %" PRIu32 " has no function",
				loc->n_lines + 1);
	*vec_push(p->mem, &p->lines) = (struct line){
		.func.i = refs_number(&load->funcs, values[1]),
		.line = (int64_t)values[2],
		.column = (int64_t)values[3],
	};
	loc->n_lines++;
	return 0;
}

/* Its fields have been looked at by take_numbers. */
static int add_lines(struct load *load, struct location *loc,
		     struct wire record, struct err *err)
{
	struct wire_field field;

	loc->first_line = (uint32_t)load->profile->lines.n;
	while (record.at < record.end) {
		if (!wire_field(&record, &field) && field.number == 4 &&
		    add_line(load, loc, field.bytes, err))
			return -1;
	}
	return 0;
}

static int add_location(struct load *load, struct wire record,
			struct err *err)
{
	static const struct wire_rule rules[] = {
		{ 1, WIRE_VARINT, "id" }, { 2, WIRE_VARINT, "mapping id" },
		{ 3, WIRE_VARINT, "address" }, { 4, WIRE_LEN, "line" },
		{ 5, WIRE_VARINT, "is_folded" }, { 0 }
	};
	struct profile *p = load->profile;
	uint64_t values[6] = { 0 };
	struct location *loc;

	if (take_numbers(record, rules, values, err))
		return -1;
	if (!values[1])
		return err_fail(err, "id 0 is reserved");
	if (!refs_define(&load->locations, values[1]))
		return err_fail(err, "id %" PRIu64 " is there twice",
				values[1]);
	loc = vec_push(p->mem, &p->locations);
	*loc = (struct location){
		.id = values[1],
		.address = values[3],
		.mapping.i = values[2] ? refs_number(&load->mappings,
						     values[2]) :
					 MAPPING_NONE,
		.is_folded = values[5] != 0,
	};
	return add_lines(load, loc, record, err);
}

static int add_function(struct load *load, struct wire record,
			struct err *err)
{
	static const struct wire_rule rules[] = {
		{ 1, WIRE_VARINT, "id" }, { 2, WIRE_VARINT, "name" },
		{ 3, WIRE_VARINT, "system name" },
		{ 4, WIRE_VARINT, "file name" },
		{ 5, WIRE_VARINT, "start line" }, { 0 }
	};
	struct profile *p = load->profile;
	uint64_t values[6] = { 0 };
	struct func *func;

	if (take_numbers(record, rules, values, err))
		return -1;
	if (!values[1])
		return err_fail(err, "id 0 is reserved");
	if (!refs_define(&load->funcs, values[1]))
		return err_fail(err, "id %" PRIu64 " is there twice",
				values[1]);
	func = vec_push(p->mem, &p->funcs);
	*func = (struct func){ .start_line = (int64_t)values[5] };
	return take_strings((struct string_part[]){
		{ &func->name, (int64_t)values[2], "name" },
		{ &func->system_name, (int64_t)values[3], "system name" },
		{ &func->filename, (int64_t)values[4], "file name" },
		{ NULL, 0, NULL }
	}, err);
}

static int add_values(struct load *load, struct err *err)
{
	struct profile *p = load->profile;
	const uint64_t *values = load->sample.values.at;
	size_t n = load->sample.values.n;

	if (!p->rows.n)
		load->n_values = n;
	if (n != load->n_values)
		return err_fail(err, "%zu values where sample 1 has %zu", n,
				load->n_values);
	vec_reserve(p->mem, &p->values[0], n);
	for (size_t i = 0; i < n; i++)
		p->values[0].at[p->values[0].n++] = (int64_t)values[i];
	return 0;
}

static int add_frames(struct load *load, struct row *row, struct err *err)
{
	struct profile *p = load->profile;
	size_t n = load->sample.frames.n;

	if (n > UINT32_MAX - p->frames.n)
		return err_fail(err, "more than 4294967295 frames");
	row->first = (uint32_t)p->frames.n;
	row->depth = (uint32_t)n;
	vec_reserve(p->mem, &p->frames, n);
	if (n)
		memcpy(p->frames.at + p->frames.n, load->sample.frames.at,
		       n * sizeof(*p->frames.at));
	p->frames.n += n;
	return 0;
}

static int add_sample(struct load *load, struct wire record, struct err *err)
{
	struct profile *p = load->profile;
	const char *wrong = sample_decode(&load->sample, record);
	struct row row;

	if (wrong)
		return err_fail(err, "%s", wrong);
	if (p->rows.n >= UINT32_MAX - 1)
		return err_fail(err, "more than 4294967294 samples");
	if (add_values(load, err) || add_frames(load, &row, err))
		return -1;
	row.labels.i = loading_labels(load, load->sample.labels.at,
				      load->sample.labels.n);
	*vec_push(p->mem, &p->rows) = row;
	return 0;
}

static const struct wire_rule value_type_rules[] = {
	{ 1, WIRE_VARINT, "type" }, { 2, WIRE_VARINT, "unit" }, { 0 }
};

static const struct wire_rule mapping_rules[] = {
	{ 1, WIRE_VARINT, "id" }, { 2, WIRE_VARINT, "start" },
	{ 3, WIRE_VARINT, "limit" }, { 4, WIRE_VARINT, "offset" },
	{ 5, WIRE_VARINT, "file name" }, { 6, WIRE_VARINT, "build id" },
	{ 7, WIRE_VARINT, "has_functions" },
	{ 8, WIRE_VARINT, "has_filenames" },
	{ 9, WIRE_VARINT, "has_line_numbers" },
	{ 10, WIRE_VARINT, "has_inline_frames" }, { 0 }
};

/* The records of a profile, by field number. */
static const struct record {
	const char *what;
	int (*add)(struct load *load, struct wire record, struct err *err);
	const struct wire_rule *rules;	/* NULL: add checks for itself */
} records[] = {
	[1] = { "sample type", add_type, value_type_rules },
	[2] = { "sample", add_sample, NULL },
	[3] = { "mapping", add_mapping, mapping_rules },
	[4] = { "location", add_location, NULL },
	[5] = { "function", add_function, NULL },
	[6] = { "string", add_string, NULL },
	[11] = { "period type", add_period_type, value_type_rules },
};

static int check_record(const struct record *record, struct wire bytes,
			struct err *err)
{
	return record->rules ? take_numbers(bytes, record->rules, NULL, err) :
			       0;
}

static int add_record(struct load *load, const struct record *record,
		      const struct place *place, size_t n, struct err *err)
{
	const uint8_t *at = input_need(load->input, n, err);
	struct wire bytes;

	if (!at)
		return fail_within(err, place);
	bytes = (struct wire){ at, at + n };
	if (check_record(record, bytes, err) || record->add(load, bytes, err))
		return fail_within(err, place);
	input_skip(load->input, n);
	return 0;
}

static int add_comment(struct load *load, uint64_t index,
		       struct place *place, struct err *err)
{
	struct profile *p = load->profile;
	struct str_id *id = vec_push(p->mem, &p->comments);

	if (!take_string(id, (int64_t)index, "text", err))
		return 0;
	place->number = p->comments.n;
	return fail_within(err, place);
}

static int add_comments(struct load *load, struct place *place, size_t n,
			struct err *err)
{
	const uint8_t *at = input_need(load->input, n, err);
	struct wire packed;
	uint64_t index;

	if (!at)
		return fail_within(err, place);
	packed = (struct wire){ at, at + n };
	while (packed.at < packed.end) {
		place->number = load->profile->comments.n + 1;
		if (!wire_varint(&packed, &index))
			return fail_at(err, place, "a broken number");
		if (add_comment(load, index, place, err))
			return -1;
	}
	input_skip(load->input, n);
	return 0;
}

static int load_bytes(struct load *load, const struct wire_field *field,
		      struct place *place, struct err *err)
{
	if (field->value > SIZE_MAX / 2)
		return fail_at(err, place, "a length past the end");
	if (field->number == FIELD_COMMENT)
		return add_comments(load, place, (size_t)field->value, err);
	if (field->number < ARRAY_SIZE(records) && records[field->number].add)
		return add_record(load, &records[field->number], place,
				  (size_t)field->value, err);
	if (field->number < N_FIELDS)
		return fail_at(err, place, "a wrong wire type");
	return input_discard(load->input, field->value, err);
}

static int load_number_field(struct load *load, const struct wire_field *field,
			     struct place *place, struct err *err)
{
	if (field->number >= N_FIELDS)
		return 0;
	if (field->type != WIRE_VARINT ||
	    (field->number < ARRAY_SIZE(records) &&
	     records[field->number].add))
		return fail_at(err, place, "a wrong wire type");
	if (field->number == FIELD_COMMENT)
		return add_comment(load, field->value, place, err);
	if (field->number == FIELD_TIME && load->scalars[FIELD_TIME])
		return err_fail(err, "concatenated profiles: a second one "
				"starts before byte %" PRIu64, place->offset);
	load->scalars[field->number] = (int64_t)field->value;
	return 0;
}

/* Takes a tag and the number or length behind it. */
static const char *next_field(struct wire *wire, struct wire_field *field)
{
	const char *wrong = wire_tag(wire, field);
	size_t n = 0;

	if (wrong)
		return wrong;
	switch (field->type) {
	case WIRE_VARINT:
	case WIRE_LEN:
		return wire_varint(wire, &field->value) ?
		       NULL : "a broken number";
	case WIRE_I64:
		n = 8;
		break;
	case WIRE_I32:
		n = 4;
		break;
	}
	if ((size_t)(wire->end - wire->at) < n)
		return "a number that is cut short";
	wire->at += n;
	return NULL;
}

/* A record is known by its number among those of its kind. */
static void find_place(struct load *load, struct place *place, uint32_t field)
{
	place->number = field;
	if (field < ARRAY_SIZE(records) && records[field].add) {
		place->what = records[field].what;
		place->number = ++load->counts[field];
	}
	if (field == FIELD_COMMENT) {
		place->what = "comment";
		place->number = load->profile->comments.n + 1;
	}
}

static int load_field(struct load *load, const uint8_t *at, size_t n,
		      struct err *err)
{
	struct wire wire = { at, at + n };
	struct wire_field field;
	struct place place = { "field", 0, input_offset(load->input) };
	const char *wrong = next_field(&wire, &field);

	if (wrong)
		return err_fail(err, "byte %" PRIu64 ": %s", place.offset,
				wrong);
	find_place(load, &place, field.number);
	input_skip(load->input, (size_t)(wire.at - at));
	if (field.type == WIRE_LEN ?
	    load_bytes(load, &field, &place, err) :
	    load_number_field(load, &field, &place, err))
		return -1;
	load->has_any |= field.number < N_FIELDS;
	return 0;
}

static int load_fields(struct load *load, struct err *err)
{
	const uint8_t *at;
	size_t n;

	for (;;) {
		n = input_peek(load->input, TAG_MAX, &at, err);
		if (n == (size_t)-1)
			return -1;
		if (!n)
			return 0;
		if (load_field(load, at, n, err))
			return -1;
	}
}

int read_proto(struct profile *profile, struct input *input, struct err *err)
{
	struct load load;
	int result;

	loading_init(&load, profile, input);
	result = load_fields(&load, err);
	if (!result)
		result = loading_resolve(&load, err);
	else if (!load.has_any && !input_is_cancelled(&input->limits))
		err_prefix(err, "not a profile (binary data)");
	loading_release(&load);
	return result;
}

static int read_format(struct reading *reading, struct err *err)
{
	return read_proto(reading->profile, reading->input, err);
}

/*
 * A profile without a control character in its first 64 KiB is none: each
 * sample type and each sample has some.  What else is not text may be one, and
 * reading tells where it is not.
 */
static enum likeness match(const struct head *head)
{
	return head->text.n ? LIKENESS_NONE : LIKENESS_MAYBE;
}

const struct format format_proto = {
	.name = "proto", .title = "profile.proto",
	.match = match, .read = read_format,
};
