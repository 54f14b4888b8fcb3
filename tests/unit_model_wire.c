/*
 * The wire format: varints and tags of every length, wire types, lengths that
 * lie, the check of a whole record, and the numbers it holds.
 */
#include "config.h"

#include "model/buf.h"
#include "model/pprof.pb-c.h"
#include "model/wire.h"
#include "tests/build.h"
#include "tests/tap.h"

static struct wire wire_of(const struct buf *buf)
{
	const uint8_t *at = (const uint8_t *)buf_str(buf);

	return (struct wire){ at, at + buf->n };
}

/* A varint of v in exactly n bytes, needed or not. */
static void add_long(struct buf *out, uint64_t v, int n)
{
	for (; n > 1; n--, v >>= 7)
		buf_addc(out, (char)(v | 0x80));
	buf_addc(out, (char)(v & 0x7f));
}

static void test_varints(void)
{
	static const uint64_t values[] = {
		0, 1, 127, 128, 300, 16383, 16384, UINT32_MAX,
		(uint64_t)1 << 56, (uint64_t)1 << 63, UINT64_MAX,
	};

	for (size_t i = 0; i < ARRAY_SIZE(values); i++) {
		struct buf buf = BUF_INIT;
		struct wire wire;
		uint64_t v = 99;
		bool is_cut = true;

		build_varint(&buf, values[i]);
		for (size_t n = 0; n < buf.n; n++) {
			wire = wire_of(&buf);
			wire.end = wire.at + n;
			is_cut = is_cut && !wire_varint(&wire, &v);
		}
		ok(is_cut && v == 99, "%llu is nothing when cut short",
		   (unsigned long long)values[i]);
		buf_addc(&buf, 'x');
		wire = wire_of(&buf);
		ok(wire_varint(&wire, &v) && v == values[i] &&
		   wire.end - wire.at == 1, "and is read whole");
		buf_release(&buf);
	}
}

static void test_long_varints(void)
{
	struct wire wire;
	uint64_t v = 0;

	for (int n = 1; n < 13; n++) {
		struct buf buf = BUF_INIT;

		add_long(&buf, 5, n);
		wire = wire_of(&buf);
		ok(wire_varint(&wire, &v) == (n <= WIRE_VARINT_MAX),
		   "5 in %d bytes", n);
		ok(n > WIRE_VARINT_MAX || (v == 5 && wire.at == wire.end),
		   "is 5");
		buf_release(&buf);
	}
	wire.at = (const uint8_t *)"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x7f";
	wire.end = wire.at + 10;
	ok(wire_varint(&wire, &v) && v == UINT64_MAX,
	   "bits above 64 are lost");
}

static const char *tag_error(const char *s, size_t n,
			     struct wire_field *field)
{
	struct wire wire = { (const uint8_t *)s, (const uint8_t *)s + n };
	const char *wrong = wire_tag(&wire, field);

	return wrong ? wrong : "";
}

static void test_tags(void)
{
	static const char broken[] = "a broken field tag";
	struct wire_field f;

	is(tag_error("\x08", 1, &f), "", "field 1");
	ok(f.number == 1 && f.type == WIRE_VARINT, "is a varint");
	is(tag_error("\xfa\xff\xff\xff\x0f", 5, &f), "", "the largest field");
	ok(f.number == (1 << 29) - 1 && f.type == WIRE_LEN, "is whole");
	is(tag_error("\x00", 1, &f), "field number 0", "tag 0");
	is(tag_error("\x05", 1, &f), "field number 0", "its other types");
	is(tag_error("\x80\x00", 2, &f), "field number 0", "a long 0");
	is(tag_error("\x88\x80\x80\x80\x00", 5, &f), "", "1 in five bytes");
	is(tag_error("\x88\x80\x80\x80\x80\x00", 6, &f), broken,
	   "1 in six bytes");
	is(tag_error("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 10, &f),
	   broken, "ten bytes");
	is(tag_error("\x80\x80\x80\x80\x10", 5, &f),
	   "a field number above 536870911", "2^29");
	is(tag_error("\x88\x80\x80\x80\x70", 5, &f),
	   "a field number above 536870911", "bits above 32");
	is(tag_error("", 0, &f), broken, "nothing");
	is(tag_error("\x88", 1, &f), broken, "half a tag");
	for (int type = 0; type < 8; type++) {
		char tag = (char)(0x08 | type);
		bool is_known = type < 3 || type == 5;

		is(tag_error(&tag, 1, &f),
		   is_known ? "" : "an unknown wire type", "type %d", type);
	}
}

static const char *field_error(const struct buf *buf, struct wire_field *f,
			       size_t *rest)
{
	struct wire wire = wire_of(buf);
	const char *wrong = wire_field(&wire, f);

	*rest = (size_t)(wire.end - wire.at);
	return wrong ? wrong : "";
}

static void test_fields(void)
{
	struct buf buf = BUF_INIT;
	struct wire_field f;
	size_t rest;

	buf_add(&buf, "\x11\x01\x02\x03\x04\x05\x06\x07\x88x", 10);
	is(field_error(&buf, &f, &rest), "", "eight bytes");
	ok(f.value == 0x8807060504030201 && rest == 1, "in their order");
	buf.n = 8;
	is(field_error(&buf, &f, &rest), "a number that is cut short",
	   "seven");
	buf_clear(&buf);
	buf_add(&buf, "\x15\x01\x02\x03\xf4x", 6);
	is(field_error(&buf, &f, &rest), "", "four bytes");
	ok(f.value == 0xf4030201 && rest == 1, "in their order");
	buf.n = 4;
	is(field_error(&buf, &f, &rest), "a number that is cut short",
	   "three");
	buf_clear(&buf);
	build_bytes(&buf, 3, "abc", 3);
	buf_addc(&buf, 'x');
	is(field_error(&buf, &f, &rest), "", "three bytes with a length");
	ok(f.value == 3 && f.bytes.end - f.bytes.at == 3 &&
	   !memcmp(f.bytes.at, "abc", 3) && rest == 1, "are what they are");
	buf.n = 4;
	is(field_error(&buf, &f, &rest), "a length past its end", "two");
	buf_clear(&buf);
	build_bytes(&buf, 16, "abc", 3);
	is(field_error(&buf, &f, &rest), "", "behind a tag of two bytes");
	ok(f.number == 16 && f.bytes.end - f.bytes.at == 3 && !rest,
	   "and up to the end");
	buf.n--;
	is(field_error(&buf, &f, &rest), "a length past its end",
	   "not beyond");
	buf_clear(&buf);
	buf_add(&buf, "\x08\xff", 2);
	is(field_error(&buf, &f, &rest), "a broken number", "half a number");
	buf_clear(&buf);
	buf_add(&buf, "\x0a\xff", 2);
	is(field_error(&buf, &f, &rest), "a broken length", "half a length");
	buf_release(&buf);
}

static void test_lengths(void)
{
	static const uint64_t lengths[] = {
		4, 0x7fffffff, 0x80000000, UINT32_MAX, (uint64_t)1 << 32,
		INT64_MAX, (uint64_t)1 << 63, UINT64_MAX,
	};

	for (size_t i = 0; i < ARRAY_SIZE(lengths); i++) {
		struct buf buf = BUF_INIT;
		struct wire_field f;
		size_t rest;

		build_varint(&buf, 1 << 3 | WIRE_LEN);
		build_varint(&buf, lengths[i]);
		buf_adds(&buf, "abc");
		is(field_error(&buf, &f, &rest), "a length past its end",
		   "a length of %llu", (unsigned long long)lengths[i]);
		buf_release(&buf);
	}
}

static void check(const char *bytes, size_t n, const char *want_name,
		  const char *want)
{
	static const struct wire_rule rules[] = {
		{ 1, WIRE_VARINT, "id" }, { 4, WIRE_LEN, "line" }, { 0 }
	};
	const uint8_t *at = (const uint8_t *)bytes;
	const char *name = "left as it was", *wrong;

	wrong = wire_check((struct wire){ at, at + n }, rules, &name);
	is(wrong ? wrong : "", want, "a record of %zu bytes: %s", n, want);
	is(name ? name : "", want_name, "... in %s", want_name);
}

static void test_check(void)
{
	check("", 0, "", "");
	check("\x08\x01\x22\x01x\x90\x03\x07", 8, "", "");
	check("\x0a\x01x", 3, "id", "a wrong wire type");
	check("\x20\x01", 2, "line", "a wrong wire type");
	check("\x08\x01\x25""abcd", 7, "line", "a wrong wire type");
	check("\x08\x01\x08", 3, "", "a broken number");
	check("\x08\x01\x0b", 3, "", "an unknown wire type");
	check("\x2a\x7fx", 3, "", "a length past its end");
}

/* A random record, held against protobuf-c where that takes it. */
static void compare_take(const struct buf *record, int *n_good, int *n_bad)
{
	static const struct wire_rule rules[] = {
		{ 1, WIRE_VARINT, "id" }, { 2, WIRE_VARINT, "name" },
		{ 3, WIRE_VARINT, "system name" },
		{ 4, WIRE_VARINT, "file name" },
		{ 5, WIRE_VARINT, "start line" }, { 0 }
	};
	const uint8_t *at = (const uint8_t *)buf_str(record);
	Pprof__Function *m = pprof__function__unpack(NULL, record->n, at);
	uint64_t values[6] = { 0 };
	const char *name, *wrong;

	wrong = wire_take((struct wire){ at, at + record->n }, rules, values,
			  &name);
	if (!wrong != !!m) {
		(*n_bad)++;
	} else if (m) {
		(*n_good)++;
		*n_bad += values[1] != m->id ||
			  (int64_t)values[2] != m->name ||
			  (int64_t)values[3] != m->system_name ||
			  (int64_t)values[4] != m->filename ||
			  (int64_t)values[5] != m->start_line;
	}
	if (m)
		pprof__function__free_unpacked(m, NULL);
}

/* Fields in any order, some twice, some of another type, some unknown. */
static void test_take(void)
{
	enum { ROUNDS = 20000 };
	uint64_t state = 1;
	int n_good = 0, n_bad = 0;

	for (int i = 0; i < ROUNDS; i++) {
		struct buf record = BUF_INIT;

		for (int k = 0; k < 8; k++) {
			uint64_t r;

			state = state * 6364136223846793005u +
				1442695040888963407u;
			r = state >> 33;
			if (r % 8 == 0)
				break;
			build_varint(&record, (1 + r / 8 % 7) << 3 |
					      (r % 97 ? WIRE_VARINT :
							WIRE_I32));
			if (r % 97)
				build_varint(&record, state >> r / 64 % 64);
			else
				buf_add(&record, "four", 4);
		}
		if (i % 5 == 0 && record.n)
			record.n--;
		compare_take(&record, &n_good, &n_bad);
		buf_release(&record);
	}
	is_int(n_bad, 0, "numbers are those that protobuf-c takes");
	ok(n_good > ROUNDS / 2 && n_good < ROUNDS, "... %d of %d records",
	   n_good, ROUNDS);
}

int main(void)
{
	test_varints();
	test_long_varints();
	test_tags();
	test_fields();
	test_lengths();
	test_check();
	test_take();
	return tap_done();
}
