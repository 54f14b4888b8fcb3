#include "config.h"

#include "model/sample.h"

/*
 * A repeated number comes packed or one by one, in any mixture.  A varint has
 * at least one byte, so the length of a packed field bounds their count.
 */
static const char *decode_numbers(struct mem *mem, struct numbers *numbers,
				  struct wire_field *field)
{
	struct wire packed = field->bytes;
	size_t n = numbers->n;

	if (field->type == WIRE_VARINT) {
		*vec_push(mem, numbers) = field->value;
		return NULL;
	}
	if (field->type != WIRE_LEN)
		return "a repeated number of a wrong wire type";
	vec_reserve(mem, numbers, (size_t)(packed.end - packed.at));
	while (packed.at < packed.end) {
		if (!wire_varint(&packed, &numbers->at[n++]))
			return "a broken number in a packed field";
	}
	numbers->n = n;
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
