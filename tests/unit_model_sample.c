/*
 * Sample records as sample_decode reads them, held against protobuf-c: the
 * same records are refused, and of the others the numbers are the same.
 * Records are random ones and random damage to them, always the same.
 *
 * Known differences: a field number of 0 or of more than 29 bits is refused
 * here, of which protobuf-c loses the bits above 32; protobuf-c refuses
 * lengths of more than five bytes, which the reference takes.
 */
#include "config.h"

#include <stdlib.h>

#include "model/buf.h"
#include "model/pprof.pb-c.h"
#include "model/sample.h"
#include "tests/build.h"
#include "tests/tap.h"

static struct mem mem;
static uint64_t state = 1;

static uint64_t roll(void)
{
	uint64_t x = state += 0x9e3779b97f4a7c15u;

	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
	x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
	return x ^ (x >> 31);
}

static unsigned int below(unsigned int n)
{
	return (unsigned int)(roll() % n);
}

/* Numbers of all lengths. */
static uint64_t number(void)
{
	return roll() >> below(64);
}

static void add_unknown(struct buf *out)
{
	static const unsigned int fields[] = { 4, 5, 15, 16, 2047, 536870911 };
	unsigned int field = fields[below(6)], type = below(4);

	build_varint(out, (uint64_t)field << 3 | (type == 3 ? 5 : type));
	if (type == 0)
		build_varint(out, number());
	else if (type == 1)
		buf_add(out, "8 bytes.", 8);
	else if (type == 3)
		buf_add(out, "four", 4);
	else if (below(50))
		buf_add(out, "\x03" "abc", 4);
	else
		buf_add(out, "\x83\x80\x80\x80\x80\x00" "abc", 9);
}

static void add_numbers(struct buf *out, unsigned int field)
{
	struct buf packed = BUF_INIT;
	unsigned int n = below(6);

	if (below(3)) {
		while (n--)
			build_varint(&packed, number());
		build_message(out, field, &packed);
		return;
	}
	while (n--)
		build_uint(out, field, number());
}

static void add_label(struct buf *out)
{
	struct buf label = BUF_INIT;

	for (unsigned int n = below(6); n; n--) {
		if (below(5))
			build_uint(&label, 1 + below(4), number());
		else
			add_unknown(&label);
	}
	build_message(out, 3, &label);
}

static void add_record(struct buf *out)
{
	for (unsigned int n = below(7); n; n--) {
		switch (below(8)) {
		case 0:
			add_unknown(out);
			break;
		case 1:
		case 2:
			add_label(out);
			break;
		default:
			add_numbers(out, 1 + below(2));
			break;
		}
	}
}

static void damage(struct buf *record)
{
	size_t at;

	for (unsigned int n = below(3); n && record->n; n--) {
		at = below((unsigned int)record->n);
		switch (below(4)) {
		case 0:
			record->s[at] ^= (char)(1 << below(8));
			break;
		case 1:
			record->s[at] = (char)roll();
			break;
		case 2:
			record->n = at;
			break;
		default:
			buf_add(record, record->s + at, 1);
			break;
		}
	}
}

/* Whether some length, of a field or in a label, has more than five bytes. */
static bool has_long_length(struct wire wire, bool in_label)
{
	struct wire_field field;

	while (wire.at < wire.end) {
		struct wire copy = wire;
		uint64_t length;

		if (wire_tag(&wire, &field))
			return false;
		if (field.type == WIRE_LEN) {
			const uint8_t *start = wire.at;

			if (wire_varint(&wire, &length) &&
			    wire.at - start > 5)
				return true;
		}
		wire = copy;
		if (wire_field(&wire, &field))
			return false;
		if (field.type == WIRE_LEN && field.number == 3 && !in_label &&
		    has_long_length(field.bytes, true))
			return true;
	}
	return false;
}

static bool same_ids(const struct sample *sample, const Pprof__Sample *want)
{
	if (sample->frames.n != want->n_location_id)
		return false;
	for (size_t i = 0; i < want->n_location_id; i++) {
		uint32_t number = sample->frames.at[i].i;

		if (refs_id(sample->refs, number) != want->location_id[i] ||
		    (number < REFS_FAR && number >= sample->refs->end))
			return false;
	}
	return true;
}

static bool same_values(const struct sample *sample, const Pprof__Sample *want)
{
	size_t n = want->n_value;

	return sample->values.n == n &&
	       (!n || !memcmp(sample->values.at, want->value,
			      n * sizeof(*want->value)));
}

static bool same_labels(const struct sample *sample,
			const Pprof__Sample *want)
{
	if (sample->labels.n != want->n_label)
		return false;
	for (size_t i = 0; i < want->n_label; i++) {
		const struct raw_label *a = &sample->labels.at[i];
		const Pprof__Label *b = want->label[i];

		if (a->key != b->key || a->str != b->str || a->num != b->num ||
		    a->unit != b->num_unit)
			return false;
	}
	return true;
}

static bool same_sample(const struct sample *sample, const Pprof__Sample *want)
{
	return same_ids(sample, want) && same_values(sample, want) &&
	       same_labels(sample, want);
}

struct tally {
	unsigned int good, bad, fields, lengths, wrong;
};

static bool is_field_number(const char *wrong)
{
	return !strcmp(wrong, "field number 0") ||
	       !strcmp(wrong, "a field number above 536870911");
}

static void complain(const struct buf *record, const char *wrong,
		     const Pprof__Sample *want)
{
	printf("# %s, protobuf-c %s:", wrong ? wrong : "decoded",
	       want ? "decoded" : "refused");
	for (size_t i = 0; i < record->n; i++)
		printf(" %02x", (unsigned char)record->s[i]);
	printf("\n");
}

/* Holds one record against protobuf-c; copied, so that reads past it show. */
static void compare(struct sample *sample, const struct buf *record,
		    struct tally *tally)
{
	uint8_t *copy = malloc(record->n ? record->n : 1);
	struct wire wire = { copy, copy + record->n };
	Pprof__Sample *want;
	const char *wrong;

	memcpy(copy, buf_str(record), record->n);
	want = pprof__sample__unpack(NULL, record->n, copy);
	wrong = sample_decode(sample, wire);
	if (!wrong && want && same_sample(sample, want)) {
		tally->good++;
	} else if (wrong && !want) {
		tally->bad++;
	} else if (wrong && is_field_number(wrong)) {
		tally->fields++;
	} else if (!wrong && !want && has_long_length(wire, false)) {
		tally->lengths++;
	} else {
		tally->wrong++;
		complain(record, wrong, want);
	}
	if (want)
		pprof__sample__free_unpacked(want, NULL);
	free(copy);
}

static void test_differences(void)
{
	enum { ROUNDS = 40000 };
	struct refs refs;
	struct sample sample = { .mem = &mem, .refs = &refs };
	struct tally tally = { 0 };
	struct buf record = BUF_INIT;

	refs_init(&refs, &mem);
	for (unsigned int i = 0; i < ROUNDS && tally.wrong < 10; i++) {
		buf_clear(&record);
		add_record(&record);
		if (i % 4)
			damage(&record);
		compare(&sample, &record, &tally);
	}
	printf("# %u alike, %u refused by both, %u with odd fields, "
	       "%u with long lengths\n", tally.good, tally.bad, tally.fields,
	       tally.lengths);
	is_int(tally.wrong, 0, "no other difference in %d records", ROUNDS);
	ok(tally.good > ROUNDS / 4, "many records are good");
	ok(tally.bad > ROUNDS / 10, "many are bad");
	ok(tally.fields && tally.lengths, "the known differences are met");
	buf_release(&record);
	sample_release(&sample);
	refs_release(&refs);
	is_int(mem.used, 0, "all memory is given back");
}

static const char *decode(struct sample *sample, const char *bytes, size_t n)
{
	const uint8_t *at = (const uint8_t *)bytes;
	const char *wrong = sample_decode(sample, (struct wire){ at, at + n });

	return wrong ? wrong : "";
}

static void test_records(void)
{
	struct refs refs;
	struct sample s = { .mem = &mem, .refs = &refs };

	refs_init(&refs, &mem);
	is(decode(&s, "", 0), "", "an empty record is a sample");
	is(decode(&s, "\x08\x05\x0a\x02\x06\x07\x08\x08\x0a\x00", 10), "",
	   "ids packed, unpacked and packed empty");
	ok(s.frames.n == 4 && refs_id(&refs, s.frames.at[0].i) == 5 &&
	   refs_id(&refs, s.frames.at[1].i) == 6 &&
	   refs_id(&refs, s.frames.at[2].i) == 7 &&
	   refs_id(&refs, s.frames.at[3].i) == 8,
	   "are in the order of the record");
	is(decode(&s, "\x10\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 11), "",
	   "a value of -1");
	ok(s.values.n == 1 && (int64_t)s.values.at[0] == -1 &&
	   !s.frames.n, "replaces what was there before");
	is(decode(&s, "\x1a\x08\x08\x01\x10\x02\x08\x03\x18\x04", 10), "",
	   "a label that has its key twice");
	ok(s.labels.n == 1 && s.labels.at[0].key == 3 &&
	   s.labels.at[0].str == 2 && s.labels.at[0].num == 4 &&
	   !s.labels.at[0].unit, "has the last one");
	is(decode(&s, "\x18\x01", 2), "a label of a wrong wire type",
	   "a label that is a number");
	is(decode(&s, "\x0d""abcd", 5),
	   "a repeated number of a wrong wire type", "an id of four bytes");
	is(decode(&s, "\x11""abcdefgh", 9),
	   "a repeated number of a wrong wire type", "a value of eight");
	is(decode(&s, "\x1a\x02\x0a\x00", 4),
	   "a label part of a wrong wire type", "a key that is text");
	is(decode(&s, "\x12\x02\x05\x80", 4),
	   "a broken number in a packed field",
	   "a value cut short in a packed field");
	is(decode(&s, "\x1a\x03\x08\x01", 4), "a length past its end",
	   "a label longer than the record");
	is(decode(&s, "\x1a\x02\x08\x80", 4), "a broken number",
	   "a label's number does not end behind it");
	is(decode(&s, "\x0b", 1), "an unknown wire type", "a group");
	is(decode(&s, "\x1a\x01\x0b", 3), "an unknown wire type",
	   "a group in a label");
	sample_release(&s);
	refs_release(&refs);
}

int main(void)
{
	test_records();
	test_differences();
	return tap_done();
}
