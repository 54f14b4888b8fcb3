#include "config.h"

#include "model/wire.h"

const char *wire_tag(struct wire *wire, struct wire_field *field)
{
	const uint8_t *start = wire->at;
	uint64_t tag;

	if (!wire_varint(wire, &tag) || wire->at - start > WIRE_TAG_MAX)
		return "a broken field tag";
	if (!(tag >> 3))
		return "field number 0";
	if (tag >> 3 > (1 << 29) - 1)
		return "a field number above 536870911";
	field->number = (uint32_t)(tag >> 3);
	field->type = (enum wire_type)(tag & 7);
	switch (field->type) {
	case WIRE_VARINT:
	case WIRE_I64:
	case WIRE_LEN:
	case WIRE_I32:
		return NULL;
	}
	return "an unknown wire type";
}

static const char *wire_fixed(struct wire *wire, struct wire_field *field,
			      size_t n)
{
	if ((size_t)(wire->end - wire->at) < n)
		return "a number that is cut short";
	field->value = 0;
	for (size_t i = n; i--; )
		field->value = field->value << 8 | wire->at[i];
	wire->at += n;
	return NULL;
}

static const char *wire_bytes(struct wire *wire, struct wire_field *field)
{
	if (!wire_varint(wire, &field->value))
		return "a broken length";
	if (field->value > (uint64_t)(wire->end - wire->at))
		return "a length past its end";
	field->bytes.at = wire->at;
	wire->at += field->value;
	field->bytes.end = wire->at;
	return NULL;
}

const char *wire_field_slow(struct wire *wire, struct wire_field *field)
{
	const char *wrong = wire_tag(wire, field);

	if (wrong)
		return wrong;
	switch (field->type) {
	case WIRE_VARINT:
		return wire_varint(wire, &field->value) ?
		       NULL : "a broken number";
	case WIRE_I64:
		return wire_fixed(wire, field, 8);
	case WIRE_I32:
		return wire_fixed(wire, field, 4);
	case WIRE_LEN:
		break;
	}
	return wire_bytes(wire, field);
}

static const struct wire_rule *find_rule(const struct wire_rule *rules,
					 uint32_t number)
{
	while (rules->number && rules->number != number)
		rules++;
	return rules->number ? rules : NULL;
}

const char *wire_take(struct wire wire, const struct wire_rule *rules,
		      uint64_t *values, const char **name)
{
	struct wire_field field;
	const struct wire_rule *rule;
	const char *wrong;

	*name = NULL;
	while (wire.at < wire.end) {
		wrong = wire_field(&wire, &field);
		if (wrong)
			return wrong;
		rule = find_rule(rules, field.number);
		if (!rule)
			continue;
		if (rule->type != field.type) {
			*name = rule->name;
			return "a wrong wire type";
		}
		if (values && field.type == WIRE_VARINT)
			values[field.number] = field.value;
	}
	return NULL;
}

const char *wire_check(struct wire wire, const struct wire_rule *rules,
		       const char **name)
{
	return wire_take(wire, rules, NULL, name);
}
