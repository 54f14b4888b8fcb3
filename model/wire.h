/*
 * The wire format of protocol buffers, as far as a profile needs it: fields
 * of a record that lies whole in memory.  Nothing is allocated and nothing
 * recurses.  The reference's rules hold: varints of up to ten bytes (bits
 * above 64 are lost), wire types 0, 1, 2 and 5, unknown fields skipped; field
 * numbers of 0 or of more than 29 bits and tags of more than five bytes are
 * refused, which the reference lets pass.
 */
#ifndef MODEL_WIRE_H
#define MODEL_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum wire_type {
	WIRE_VARINT = 0,
	WIRE_I64 = 1,
	WIRE_LEN = 2,
	WIRE_I32 = 5,
};

/* The most bytes of a number, and of a tag. */
enum { WIRE_VARINT_MAX = 10, WIRE_TAG_MAX = 5 };

/* What is left of a record. */
struct wire {
	const uint8_t *at, *end;
};

struct wire_field {
	uint32_t number;
	enum wire_type type;
	uint64_t value;		/* of types 0, 1, 5; of 2 the length */
	struct wire bytes;	/* of type 2 */
};

/* Takes a varint off the front; false when it is cut short or too long. */
static inline bool wire_varint(struct wire *wire, uint64_t *value)
{
	const uint8_t *at = wire->at;
	uint64_t v = 0;

	if (at < wire->end && *at < 0x80) {
		*value = *at;
		wire->at = at + 1;
		return true;
	}
	for (unsigned shift = 0; at < wire->end && shift < 70; shift += 7) {
		v |= (uint64_t)(*at & 0x7f) << shift;
		if (*at++ < 0x80) {
			*value = v;
			wire->at = at;
			return true;
		}
	}
	return false;
}

/*
 * Takes a tag off the front.  Returns NULL, or a static text saying what is
 * wrong with it.
 */
const char *wire_tag(struct wire *wire, struct wire_field *field);

/* wire_field for what wire_field does not take itself. */
const char *wire_field_slow(struct wire *wire, struct wire_field *field);

/*
 * Takes a whole field off the front, likewise; wire must not be empty.  Most
 * are numbers or bytes with a tag of one byte: taking those inline saves a
 * sixth of the time of loading a million samples.
 */
static inline const char *wire_field(struct wire *wire,
				     struct wire_field *field)
{
	unsigned tag = *wire->at, type = tag & 7;
	struct wire rest = { wire->at + 1, wire->end };

	if (tag >= 0x80 || tag < 8 || (type != WIRE_VARINT &&
				       type != WIRE_LEN) ||
	    !wire_varint(&rest, &field->value))
		return wire_field_slow(wire, field);
	if (type == WIRE_LEN) {
		if (field->value > (uint64_t)(rest.end - rest.at))
			return wire_field_slow(wire, field);
		field->bytes.at = rest.at;
		rest.at += field->value;
		field->bytes.end = rest.at;
	}
	field->number = tag >> 3;
	field->type = (enum wire_type)type;
	wire->at = rest.at;
	return NULL;
}

/* What a record may hold: field number and wire type, ending in 0. */
struct wire_rule {
	uint32_t number;
	enum wire_type type;
	const char *name;
};

/*
 * Whether each known field of a record has its wire type.  Returns NULL, or a
 * static text; *name is then the field's name, NULL when it is none of them.
 */
const char *wire_check(struct wire wire, const struct wire_rule *rules,
		       const char **name);

/*
 * The same, and takes the numbers: values[N] of field N, the last there is, and
 * as it was where there is none.  There is room for each field of the rules.
 */
const char *wire_take(struct wire wire, const struct wire_rule *rules,
		      uint64_t *values, const char **name);

#endif
