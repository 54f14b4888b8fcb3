#include "config.h"

#include "model/sample.h"

/*
 * Takes numbers of up to three bytes off the front, as long as there are four
 * bytes to look at, into a place with room for one a byte.  Most numbers of a
 * stack are so short: this takes 0.7 of the time of one byte after the other.
 */
static uint64_t *decode_short(struct wire *packed, uint64_t *to)
{
	const uint8_t *at = packed->at;

	while (packed->end - at >= 4) {
		uint32_t v = (uint32_t)at[0] | (uint32_t)at[1] << 8 |
			     (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;

		if (!(v & 0x80)) {
			*to++ = v & 0x7f;
			at++;
		} else if (!(v & 0x8000)) {
			*to++ = (v & 0x7f) | (v >> 1 & 0x3f80);
			at += 2;
		} else if (!(v & 0x800000)) {
			*to++ = (v & 0x7f) | (v >> 1 & 0x3f80) |
				(v >> 2 & 0x1fc000);
			at += 3;
		} else {
			break;
		}
	}
	packed->at = at;
	return to;
}

/*
 * A repeated number comes packed or one by one, in any mixture.  A varint has
 * at least one byte, so the length of a packed field bounds their count.
 */
static const char *decode_numbers(struct mem *mem, struct numbers *numbers,
				  struct wire_field *field)
{
	struct wire packed = field->bytes;
	uint64_t *to;

	if (field->type == WIRE_VARINT) {
		*vec_push(mem, numbers) = field->value;
		return NULL;
	}
	if (field->type != WIRE_LEN)
		return "a repeated number of a wrong wire type";
	vec_reserve(mem, numbers, (size_t)(packed.end - packed.at));
	to = numbers->at + numbers->n;
	while (packed.at < packed.end) {
		to = decode_short(&packed, to);
		if (packed.at < packed.end && !wire_varint(&packed, to++))
			return "a broken number in a packed field";
	}
	numbers->n = (size_t)(to - numbers->at);
	return NULL;
}

static const char *decode_location_ids(struct sample *sample,
				       struct wire_field *field)
{
	return decode_numbers(sample->mem, &sample->location_ids, field);
}

static const char *decode_values(struct sample *sample,
				 struct wire_field *field)
{
	return decode_numbers(sample->mem, &sample->values, field);
}

static const char *decode_label(struct sample *sample,
				struct wire_field *field)
{
	int64_t parts[5] = { 0 };	/* by field number */
	struct wire record = field->bytes;
	const char *wrong;

	if (field->type != WIRE_LEN)
		return "a label of a wrong wire type";
	while (record.at < record.end) {
		wrong = wire_field(&record, field);
		if (wrong)
			return wrong;
		if (field->number >= ARRAY_SIZE(parts))
			continue;
		if (field->type != WIRE_VARINT)
			return "a label part of a wrong wire type";
		parts[field->number] = (int64_t)field->value;
	}
	*vec_push(sample->mem, &sample->labels) = (struct raw_label){
		parts[1], parts[2], parts[3], parts[4]
	};
	return NULL;
}

void sample_release(struct sample *sample)
{
	vec_release(sample->mem, &sample->location_ids);
	vec_release(sample->mem, &sample->values);
	vec_release(sample->mem, &sample->labels);
}

const char *sample_decode(struct sample *sample, struct wire record)
{
	typedef const char *decoder(struct sample *, struct wire_field *);
	static decoder *const decoders[] = {
		NULL, decode_location_ids, decode_values, decode_label
	};
	struct wire_field field = { 0 };
	const char *wrong = NULL;

	sample->location_ids.n = 0;
	sample->values.n = 0;
	sample->labels.n = 0;
	while (record.at < record.end && !wrong) {
		wrong = wire_field(&record, &field);
		if (!wrong && field.number < ARRAY_SIZE(decoders))
			wrong = decoders[field.number](sample, &field);
	}
	return wrong;
}
