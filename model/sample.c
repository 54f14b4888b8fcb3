#include "config.h"

#include "model/sample.h"

/*
 * A repeated number comes packed or one by one, in any mixture.  A varint has
 * at least one byte, so the length of a packed field bounds their count.
 */
static const char *decode_values(struct sample *sample,
				 struct wire_field *field)
{
	struct wire packed = field->bytes;
	size_t n = sample->values.n;

	if (field->type == WIRE_VARINT) {
		*vec_push(sample->mem, &sample->values) = field->value;
		return NULL;
	}
	if (field->type != WIRE_LEN)
		return "a repeated number of a wrong wire type";
	vec_reserve(sample->mem, &sample->values,
		    (size_t)(packed.end - packed.at));
	while (packed.at < packed.end) {
		if (!wire_varint(&packed, &sample->values.at[n++]))
			return "a broken number in a packed field";
	}
	sample->values.n = n;
	return NULL;
}

/*
 * Takes ids of up to three bytes off the front, as long as there are four to
 * look at, into a place with room for a number a byte.  Most ids are so short:
 * that takes 0.7 of the time of one byte after the other.
 */
static struct loc_id *take_short_ids(struct refs *refs, struct wire *packed,
				     struct loc_id *to)
{
	const uint8_t *at = packed->at;
	uint64_t end = refs->end;

	while (packed->end - at >= 4) {
		uint32_t v = (uint32_t)at[0] | (uint32_t)at[1] << 8 |
			     (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
		uint32_t id = v & 0x7f, n = 1;

		if (v & 0x80) {
			id |= v >> 1 & 0x3f80;
			n = 2;
			if (v & 0x8000) {
				id |= v >> 2 & 0x1fc000;
				n = 3;
			}
		}
		if (n == 3 && (v & 0x800000))
			break;
		/* As refs_number does, which 0 is left to. */
		if (id > end)
			end = id;
		else if (!id)
			break;
		(to++)->i = id - 1;
		at += n;
	}
	refs->end = end;
	packed->at = at;
	return to;
}

static const char *decode_location_ids(struct sample *sample,
				       struct wire_field *field)
{
	struct wire packed = field->bytes;
	struct loc_id *to;
	uint64_t id;

	if (field->type == WIRE_VARINT) {
		vec_push(sample->mem, &sample->frames)->i =
			refs_number(sample->refs, field->value);
		return NULL;
	}
	if (field->type != WIRE_LEN)
		return "a repeated number of a wrong wire type";
	/* There may be no array yet, and no number for it. */
	if (packed.at == packed.end)
		return NULL;
	vec_reserve(sample->mem, &sample->frames,
		    (size_t)(packed.end - packed.at));
	to = sample->frames.at + sample->frames.n;
	while (packed.at < packed.end) {
		to = take_short_ids(sample->refs, &packed, to);
		if (packed.at == packed.end)
			break;
		if (!wire_varint(&packed, &id))
			return "a broken number in a packed field";
		(to++)->i = refs_number(sample->refs, id);
	}
	sample->frames.n = (size_t)(to - sample->frames.at);
	return NULL;
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
	vec_release(sample->mem, &sample->frames);
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

	sample->frames.n = 0;
	sample->values.n = 0;
	sample->labels.n = 0;
	while (record.at < record.end && !wrong) {
		wrong = wire_field(&record, &field);
		if (!wrong && field.number < ARRAY_SIZE(decoders))
			wrong = decoders[field.number](sample, &field);
	}
	return wrong;
}
