/*
 * The loader: what it makes of good profiles, what it says of bad ones, and
 * that nothing damaged or outsized gets past it.  Wherever a profile is
 * loaded, all of its memory is back afterwards.
 */
#define ZLIB_CONST

#include "config.h"

#include <inttypes.h>
#include <stdlib.h>
#include <zlib.h>

#include "model/read_proto.h"
#include "tests/build.h"
#include "tests/death.h"
#include "tests/gen.h"
#include "tests/tap.h"

static struct mem mem;

/* The reason bytes do not load, "" when they do; out has them as text. */
static const char *load_text(const struct buf *bytes, struct buf *out)
{
	static struct err err;
	struct profile profile;

	buf_clear(out);
	if (!*build_load(&profile, &mem, bytes, &err))
		build_dump(out, &profile);
	profile_release(&profile);
	if (mem.used)
		err_set(&err, "%zu bytes are lost", mem.used);
	return err.text;
}

static const char whole[] =
	"type samples count\n"
	"type cpu nanoseconds\n"
	"map 3 0x1000 0x3000 0x200 /bin/app c0ffee 15\n"
	"map 1 0xf000 0xffffffffffffffff 0x0 - - 2\n"
	"func 1 main main.go 10\n"
	"func 2 inner inner.go 0 _Zinner\n"
	"func 3 - - -1\n"
	"loc 1 3 0x1010 2:7 1:12:3\n"
	"loc 5 0 0x0\n"
	"loc 18446744073709551615 1 0xf00f 3 folded\n"
	"row 1,5,1 1,10 thread=two thread=one bytes#-5 bytes#6kb\n"
	"row - -9223372036854775808,9223372036854775807\n"
	"row 18446744073709551615 0,0\n"
	"comment one\n"
	"comment #two\n"
	"comment one\n"
	"drop runtime\n"
	"keep main\n"
	"default cpu\n"
	"doc https://example.com\n"
	"time 1714564800000000000\n"
	"duration 1500000000\n"
	"period 100 cpu nanoseconds\n";

static void test_whole(void)
{
	struct buf bytes = BUF_INIT, out = BUF_INIT;

	build_profile(&bytes, whole);
	is(load_text(&bytes, &out), "", "a whole profile loads");
	is(buf_str(&out), whole, "and is what was written");
	buf_release(&bytes);
	buf_release(&out);
}

/* The lines of the text the other way round, but for those of one kind. */
static void add_reversed(struct buf *out, const char *text)
{
	static const char *const kinds[] = {
		"period", "duration", "time", "doc", "default", "keep", "drop",
		"comment", "row", "loc", "func", "map", "type",
	};

	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++) {
		for (const char *at = text; *at; at += strcspn(at, "\n") + 1) {
			if (!strncmp(at, kinds[i], strlen(kinds[i])))
				buf_add(out, at, strcspn(at, "\n") + 1);
		}
	}
}

static void test_orders(void)
{
	struct buf text = BUF_INIT, bytes = BUF_INIT, out = BUF_INIT;

	add_reversed(&text, whole);
	build_profile(&bytes, buf_str(&text));
	is(load_text(&bytes, &out), "", "tables may come after their users");
	is(buf_str(&out), whole, "and nothing is different");
	buf_release(&text);
	buf_release(&bytes);
	buf_release(&out);
}

/*
 * A small profile of 7 strings, to which one record is added.  Numbers in the
 * messages are those of that record; @ stands for where it starts.
 */
static const char small[] =
	"type cpu ns\n"
	"map 1 0x1000 0x2000 0 /bin/app -\n"
	"func 1 main main.go 1\n"
	"loc 1 1 0x1010 1:5\n"
	"row 1 7 key=main\n";

static void add_want(struct buf *out, const char *want, size_t offset)
{
	for (; *want; want++) {
		if (*want == '@')
			buf_addf(out, "%zu", offset);
		else
			buf_addc(out, *want);
	}
	buf_adds(out, "");
}

static void check_added(const char *record, size_t n, const char *want,
			const char *name)
{
	struct buf bytes = BUF_INIT, out = BUF_INIT, text = BUF_INIT;

	build_profile(&bytes, small);
	add_want(&text, want, bytes.n);
	buf_add(&bytes, record, n);
	is(load_text(&bytes, &out), buf_str(&text), "%s", name);
	buf_release(&bytes);
	buf_release(&out);
	buf_release(&text);
}

struct added {
	const char *name, *record;
	size_t n;
	const char *want;
};

#define RECORD(bytes) bytes, sizeof(bytes) - 1

static const struct added broken[] = {
	{ "tag 0", RECORD("\x00"), "byte @: field number 0" },
	{ "field 0", RECORD("\x02\x00"), "byte @: field number 0" },
	{ "a tag of five bytes with high bits", RECORD("\xf8\xff\xff\xff\x7f"),
	  "byte @: a field number above 536870911" },
	{ "a tag of six bytes", RECORD("\x88\x80\x80\x80\x80\x00"),
	  "byte @: a broken field tag" },
	{ "half a tag", RECORD("\x80"), "byte @: a broken field tag" },
	{ "a varint of eleven bytes",
	  RECORD("\x60\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x00"),
	  "byte @: a broken number" },
	{ "half a varint", RECORD("\x60\x80"), "byte @: a broken number" },
	{ "half a length", RECORD("\x12\x80"), "byte @: a broken number" },
	{ "half of eight bytes", RECORD("\x99\x06""1234"),
	  "byte @: a number that is cut short" },
	{ "half of four bytes", RECORD("\x9d\x06""12"),
	  "byte @: a number that is cut short" },
	{ "a group", RECORD("\x9b\x06\x9c\x06"),
	  "byte @: an unknown wire type" },
	{ "the end of a group", RECORD("\x9c\x06"),
	  "byte @: an unknown wire type" },
	{ "wire type 6", RECORD("\x9e\x06"), "byte @: an unknown wire type" },
	{ "wire type 7", RECORD("\x9f\x06"), "byte @: an unknown wire type" },
	{ "a sample that is a number", RECORD("\x10\x01"),
	  "sample 2 at byte @: a wrong wire type" },
	{ "a string of four bytes", RECORD("\x35""1234"),
	  "string 8 at byte @: a wrong wire type" },
	{ "a period that is text", RECORD("\x62\x01x"),
	  "field 12 at byte @: a wrong wire type" },
	{ "a time of eight bytes", RECORD("\x49""12345678"),
	  "field 9 at byte @: a wrong wire type" },
	{ "half a packed comment", RECORD("\x6a\x01\x80"),
	  "comment 1 at byte @: a broken number" },

	{ "a sample with two values", RECORD("\x12\x04\x12\x02\x01\x02"),
	  "sample 2 at byte @: 2 values where sample 1 has 1" },
	{ "a sample with none", RECORD("\x12\x00"),
	  "sample 2 at byte @: 0 values where sample 1 has 1" },
	{ "a location that is not there", RECORD("\x12\x04\x08\x63\x10\x01"),
	  "sample 2: no location has id 99" },
	{ "location 0", RECORD("\x12\x04\x08\x00\x10\x01"),
	  "sample 2: no location has id 0" },
	{ "a label that is a number", RECORD("\x12\x04\x10\x01\x18\x01"),
	  "sample 2 at byte @: a label of a wrong wire type" },
	{ "a sample with a group", RECORD("\x12\x03\x10\x01\x1b"),
	  "sample 2 at byte @: an unknown wire type" },

	{ "mapping 0", RECORD("\x1a\x02\x08\x00"),
	  "mapping 2 at byte @: id 0 is reserved" },
	{ "a mapping without id", RECORD("\x1a\x00"),
	  "mapping 2 at byte @: id 0 is reserved" },
	{ "a mapping twice", RECORD("\x1a\x02\x08\x01"),
	  "mapping 2 at byte @: id 1 is there twice" },
	{ "a mapping that is text", RECORD("\x1a\x03\x0a\x01x"),
	  "mapping 2 at byte @: id has a wrong wire type" },
	{ "a mapping with text", RECORD("\x1a\x05\x08\x09\x2a\x01x"),
	  "mapping 2 at byte @: file name has a wrong wire type" },

	{ "location 0 in its table", RECORD("\x22\x00"),
	  "location 2 at byte @: id 0 is reserved" },
	{ "a location twice", RECORD("\x22\x02\x08\x01"),
	  "location 2 at byte @: id 1 is there twice" },
	{ "a function that is not there",
	  RECORD("\x22\x06\x08\x09\x22\x02\x08\x63"),
	  "location 2: no function has id 99" },
	{ "a line without function", RECORD("\x22\x06\x08\x09\x22\x02\x10\x05"),
	  "location 2 at byte @: line 1 has no function" },
	{ "a line that is a number", RECORD("\x22\x04\x08\x09\x20\x01"),
	  "location 2 at byte @: line has a wrong wire type" },
	{ "a line with a group", RECORD("\x22\x05\x08\x09\x22\x01\x0b"),
	  "location 2 at byte @: line 1: an unknown wire type" },
	{ "a line with a text", RECORD("\x22\x09\x08\x09\x22\x05\x08\x01\x12\x01x"),
	  "location 2 at byte @: line 1: line has a wrong wire type" },
	{ "a line that is too long", RECORD("\x22\x04\x08\x09\x22\x7f"),
	  "location 2 at byte @: a length past its end" },

	{ "function 0", RECORD("\x2a\x00"),
	  "function 2 at byte @: id 0 is reserved" },
	{ "a function twice", RECORD("\x2a\x02\x08\x01"),
	  "function 2 at byte @: id 1 is there twice" },
	{ "a function with a text", RECORD("\x2a\x05\x08\x09\x12\x01x"),
	  "function 2 at byte @: name has a wrong wire type" },

	{ "a type that is text", RECORD("\x0a\x03\x0a\x01x"),
	  "sample type 2 at byte @: type has a wrong wire type" },
	{ "one type too many", RECORD("\x0a\x02\x08\x01"),
	  "sample 1: 1 values for 2 sample types" },
	{ "a period type that is text", RECORD("\x5a\x03\x12\x01x"),
	  "period type 1 at byte @: unit has a wrong wire type" },
};

static void test_broken(void)
{
	for (size_t i = 0; i < ARRAY_SIZE(broken); i++)
		check_added(broken[i].record, broken[i].n, broken[i].want,
			    broken[i].name);
}

/* What is allowed, and leaves the profile as it was. */
static const struct added harmless[] = {
	{ "unknown fields", RECORD("\x98\x06\x05\x99\x06""12345678"
				   "\x9a\x06\x03""abc\x9d\x06""1234"), "" },
	{ "the highest field", RECORD("\xf8\xff\xff\xff\x0f\x01"), "" },
	{ "a varint of ten bytes",
	  RECORD("\x98\x06\xff\xff\xff\xff\xff\xff\xff\xff\xff\x7f"), "" },
	{ "a long tag", RECORD("\xe0\x80\x80\x80\x00\x00"), "" },
	{ "a long length", RECORD("\x9a\x06\x83\x80\x80\x80\x80\x80\x00""abc"),
	  "" },
	{ "no comments", RECORD("\x6a\x00"), "" },
	{ "one more string", RECORD("\x32\x03""abc"), "" },
	{ "an empty period type", RECORD("\x5a\x00"), "" },
	{ "a time of 0 twice", RECORD("\x48\x00\x48\x00"), "" },
	{ "a period that ends at 0", RECORD("\x60\x05\x60\x00"), "" },
	{ "a period type, then an empty one",
	  RECORD("\x5a\x02\x08\x01\x5a\x00"), "" },
};

static void test_harmless(void)
{
	struct buf bytes = BUF_INIT, out = BUF_INIT, want = BUF_INIT;

	build_profile(&bytes, small);
	load_text(&bytes, &want);
	for (size_t i = 0; i < ARRAY_SIZE(harmless); i++) {
		buf_clear(&bytes);
		build_profile(&bytes, small);
		buf_add(&bytes, harmless[i].record, harmless[i].n);
		is(load_text(&bytes, &out), "", "%s", harmless[i].name);
		is(buf_str(&out), buf_str(&want), "change nothing");
	}
	buf_release(&bytes);
	buf_release(&out);
	buf_release(&want);
}

static const char *load_small_and(const char *record, size_t n,
				  struct buf *out)
{
	struct buf bytes = BUF_INIT;
	const char *wrong;

	build_profile(&bytes, small);
	buf_add(&bytes, record, n);
	wrong = load_text(&bytes, out);
	buf_release(&bytes);
	return wrong;
}

static bool contains(const struct buf *buf, const char *part)
{
	bool found = strstr(buf_str(buf), part) != NULL;

	if (!found)
		printf("# no \"%s\" in:\n# %s\n", part, buf_str(buf));
	return found;
}

static void test_twice(void)
{
	struct buf out = BUF_INIT;
	const char *wrong;

	wrong = load_small_and(RECORD("\x48\x05\x48\x05"), &out);
	ok(strstr(wrong, "concatenated profiles: a second one starts before"),
	   "a second time is a second profile");
	wrong = load_small_and(RECORD("\x60\x05\x60\x06\x5a\x04\x08\x01\x10\x02"
				      "\x5a\x02\x08\x02"), &out);
	is(wrong, "", "a second period is none");
	ok(contains(&out, "period 6 ns -\n"),
	   "of numbers the last one stays, the type is replaced as a whole");
	wrong = load_small_and(RECORD("\x68\x01\x6a\x02\x02\x01\x68\x02"),
			       &out);
	is(wrong, "", "comments packed and one by one");
	ok(contains(&out, "comment cpu\ncomment ns\ncomment cpu\ncomment ns\n"),
	   "stay in their order");
	wrong = load_small_and(RECORD("\x12\x09\x08\x01\x0a\x02\x01\x01\x08"
				      "\x01\x10\x05"), &out);
	ok(strstr(wrong, "a length past") || *wrong, "a record cut short");
	wrong = load_small_and(RECORD("\x12\x0a\x08\x01\x0a\x02\x01\x01\x08"
				      "\x01\x10\x05"), &out);
	is(wrong, "", "ids packed and one by one");
	ok(contains(&out, "row 1,1,1,1 5\n"), "stay in their order");
	buf_release(&out);
}

/* Where a string index can be: the record that holds it. */
struct place {
	const char *what, *part;
	unsigned int field, inner;	/* inner 0: the field itself */
	bool has_id, is_label;
};

static const struct place places[] = {
	{ "sample type 2", "type", 1, 1, false, false },
	{ "sample type 2", "unit", 1, 2, false, false },
	{ "sample 2", "label's key", 2, 1, false, true },
	{ "sample 2", "label's value", 2, 2, false, true },
	{ "sample 2", "label's unit", 2, 4, false, true },
	{ "mapping 2", "file name", 3, 5, true, false },
	{ "mapping 2", "build id", 3, 6, true, false },
	{ "function 2", "name", 5, 2, true, false },
	{ "function 2", "system name", 5, 3, true, false },
	{ "function 2", "file name", 5, 4, true, false },
	{ "drop_frames", "drop_frames", 7, 0, false, false },
	{ "keep_frames", "keep_frames", 8, 0, false, false },
	{ "period type", "type", 11, 1, false, false },
	{ "period type", "unit", 11, 2, false, false },
	{ "comment 1", "text", 13, 0, false, false },
	{ "default type", "default type", 14, 0, false, false },
	{ "doc_url", "doc_url", 15, 0, false, false },
};

static void add_place(struct buf *out, const struct place *place,
		      uint64_t index)
{
	struct buf record = BUF_INIT, label = BUF_INIT;

	if (!place->inner) {
		build_uint(out, place->field, index);
		return;
	}
	if (place->has_id)
		build_uint(&record, 1, 2);
	if (place->is_label) {
		build_uint(&record, 2, 1);
		build_uint(&label, place->inner, index);
		build_message(&record, 3, &label);
	} else {
		build_uint(&record, place->inner, index);
	}
	build_message(out, place->field, &record);
}

/* A sample type is one too many for the samples unless they go. */
static void add_some(struct buf *out, const struct place *place)
{
	build_profile(out, place->field == 1 ? "type cpu ns\n"
		      "comment\ncomment a\ncomment b\ncomment c\ncomment d\n" :
		      small);
}

static void check_index(const struct place *place, uint64_t index,
			const char *want)
{
	struct buf bytes = BUF_INIT, out = BUF_INIT;
	const char *wrong;

	add_some(&bytes, place);
	add_place(&bytes, place, index);
	wrong = load_text(&bytes, &out);
	if (place->field == 13 && place->what[8] == '1' && !*wrong)
		wrong = "";
	ok(want ? strstr(wrong, place->what) && strstr(wrong, place->part) &&
		  strstr(wrong, want) : !*wrong,
	   "%s: %s is string %" PRId64, place->what, place->part,
	   (int64_t)index);
	if (want ? !strstr(wrong, want) || !strstr(wrong, place->what) :
		   *wrong)
		printf("# %s\n", wrong);
	buf_release(&bytes);
	buf_release(&out);
}

static void test_strings(void)
{
	for (size_t i = 0; i < ARRAY_SIZE(places); i++) {
		const struct place *place = &places[i];

		check_index(place, 6, NULL);
		check_index(place, 7, "is string 7 of 7");
		check_index(place, UINT32_MAX, "is string 4294967295");
		check_index(place, ((uint64_t)1 << 32) + 1,
			    "is string 4294967297");
		check_index(place, UINT64_MAX, "is string -1");
		check_index(place, (uint64_t)1 << 63,
			    "is string -9223372036854775808");
	}
}

static void check_bytes(const char *bytes, size_t n, const char *want,
			const char *name)
{
	struct buf buf = BUF_INIT, out = BUF_INIT;

	buf_add(&buf, bytes, n);
	is(load_text(&buf, &out), want, "%s", name);
	buf_release(&buf);
	buf_release(&out);
}

static void test_bare(void)
{
	static const struct added cases[] = {
		{ "only an empty string", RECORD("\x32\x00"), "" },
		{ "no string", RECORD("\x50\x00"), "no string table" },
		{ "no string but a sample type", RECORD("\x0a\x00"),
		  "no string table" },
		{ "a first string that is not empty", RECORD("\x32\x01x"),
		  "not a profile (binary data): string 1 at byte 0: the first "
		  "string must be empty" },
		{ "zeroes", RECORD("\0\0\0\0"),
		  "not a profile (binary data): byte 0: field number 0" },
		{ "something strange in front", RECORD("\xba\x06\1x\7"),
		  "not a profile (binary data): byte 4: field number 0" },
		{ "a string in front", RECORD("\x32\x00\7"),
		  "byte 2: field number 0" },
		{ "a type without samples", RECORD("\x32\x00\x0a\x00"), "" },
		{ "a sample without types", RECORD("\x32\x00\x12\x02\x10\x01"),
		  "samples but no sample types" },
		{ "a sample without values or types",
		  RECORD("\x32\x00\x12\x00"),
		  "samples but no sample types" },
		{ "a value too few", RECORD("\x32\x00\x0a\x00\x12\x00"),
		  "sample 1: 0 values for 1 sample types" },
		{ "an empty stack", RECORD("\x32\x00\x0a\x00\x12\x02\x10\x01"),
		  "" },
		{ "an empty function", RECORD("\x32\x00\x2a\x02\x08\x01"), "" },
		{ "an empty mapping", RECORD("\x32\x00\x1a\x02\x08\x01"), "" },
		{ "an empty location", RECORD("\x32\x00\x22\x02\x08\x01"), "" },
		{ "an empty label", RECORD("\x32\x00\x0a\x00\x12\x04\x10\x01"
					   "\x1a\x00"), "" },
		{ "a mapping that is not there",
		  RECORD("\x32\x00\x22\x04\x08\x01\x10\x63"), "" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		check_bytes(cases[i].record, cases[i].n, cases[i].want,
			    cases[i].name);
}

static void test_lengths(void)
{
	static const uint64_t lengths[] = {
		6, 0x7fffffff, 0x80000000, UINT32_MAX, (uint64_t)1 << 32,
		INT64_MAX, (uint64_t)1 << 63, UINT64_MAX,
	};
	static const unsigned int fields[] = { 1, 2, 4, 6, 13, 99 };

	for (size_t i = 0; i < ARRAY_SIZE(lengths) * ARRAY_SIZE(fields); i++) {
		unsigned int field = fields[i % ARRAY_SIZE(fields)];
		uint64_t length = lengths[i / ARRAY_SIZE(fields)];
		struct buf record = BUF_INIT, out = BUF_INIT;
		const char *wrong;

		build_varint(&record, field << 3 | 2);
		build_varint(&record, length);
		buf_adds(&record, "12345");
		wrong = load_small_and(record.s, record.n, &out);
		ok(strstr(wrong, "ends") || strstr(wrong, "end"),
		   "field %u of %" PRIu64 " bytes: %s", field, length, wrong);
		buf_release(&record);
		buf_release(&out);
	}
}

/* Names are bytes: NULs and what is not UTF-8 stay. */
static void test_names(void)
{
	static const char name[] = "a\0b\xff\xc0\x80\xed\xa0\x80\xf4\x90z";
	struct buf bytes = BUF_INIT;
	struct profile profile;
	struct err err;
	struct str s;

	build_profile(&bytes, small);
	build_bytes(&bytes, 6, name, sizeof(name));
	buf_add(&bytes, RECORD("\x2a\x04\x08\x02\x10\x07"));
	is(build_load(&profile, &mem, &bytes, &err), "", "a name of any bytes");
	s = profile_str(&profile, profile.funcs.at[1].name);
	ok(s.n == sizeof(name) && !memcmp(s.s, name, sizeof(name)),
	   "is kept byte by byte");
	ok(!profile_str(&profile, profile.funcs.at[1].filename).n,
	   "and no name is the empty one");
	profile_release(&profile);
	buf_release(&bytes);
	is_int(mem.used, 0, "all memory is back");
}

/* Two places of a string table may hold the same text. */
static void test_doubles(void)
{
	struct buf bytes = BUF_INIT, out = BUF_INIT;

	build_profile(&bytes, small);
	buf_add(&bytes, RECORD("\x32\x04main\x32\x00"));
	buf_add(&bytes, RECORD("\x12\x08\x10\x01\x1a\x04\x08\x06\x10\x07"));
	buf_add(&bytes, RECORD("\x12\x0a\x10\x01\x1a\x06\x08\x06\x18\x00"
			       "\x20\x08"));
	is(load_text(&bytes, &out), "", "a string that is there twice");
	ok(contains(&out, "row - 1 key=main\n"), "is one");
	ok(contains(&out, "row - 1 key#0\n"), "an empty unit counts as one");
	buf_release(&bytes);
	buf_release(&out);
}

static void test_sparse_ids(void)
{
	struct buf bytes = BUF_INIT, out = BUF_INIT;
	static const char text[] =
		"type cpu ns\n"
		"map 18446744073709551615 0x0 0x0 0x0 - -\n"
		"func 1 main - 0\n"
		"loc 18446744073709551615 18446744073709551615 0x1 1\n"
		"loc 1 0 0x2 1\n"
		"row 1,18446744073709551615 3\n";

	build_profile(&bytes, text);
	is(load_text(&bytes, &out), "", "ids as far apart as can be");
	is(buf_str(&out), text, "are found");
	buf_release(&bytes);
	buf_release(&out);
}

static void test_many_types(void)
{
	struct buf text = BUF_INIT, bytes = BUF_INIT;
	struct profile profile;
	struct err err;

	for (int i = 0; i < 1000; i++)
		buf_addf(&text, "type t%d u\n", i % 200);
	buf_adds(&text, "row - ");
	for (int i = 0; i < 1000; i++)
		buf_addf(&text, "%s%d", i ? "," : "", i);
	build_profile(&bytes, buf_str(&text));
	is(build_load(&profile, &mem, &bytes, &err), "", "1000 sample types");
	is_int(profile.types.n, 1000, "are all there");
	is_int(profile_value(&profile, 0, 0, 999), 999, "with their values");
	profile_release(&profile);
	buf_release(&text);
	buf_release(&bytes);
}

static void test_many_lines(void)
{
	enum { N = 100000 };
	struct buf bytes = BUF_INIT, loc = BUF_INIT;
	struct profile profile;
	struct err err;

	build_profile(&bytes, small);
	build_uint(&loc, 1, 2);
	for (unsigned int i = 0; i < N; i++) {
		struct buf line = BUF_INIT;

		build_uint(&line, 1, 1);
		build_uint(&line, 2, i);
		build_message(&loc, 4, &line);
	}
	build_message(&bytes, 4, &loc);
	is(build_load(&profile, &mem, &bytes, &err), "",
	   "a location of %d lines", N);
	is_int(profile.locations.at[1].n_lines, N, "has them all");
	is_int(profile_lines(&profile, &profile.locations.at[1])[N - 1].line,
	       N - 1, "in order");
	profile_release(&profile);
	buf_release(&bytes);
	is_int(mem.used, 0, "all memory is back");
}

static void test_deep_stack(void)
{
	enum { N = 1000000 };
	struct buf bytes = BUF_INIT, row = BUF_INIT, ids = BUF_INIT;
	struct profile profile;
	struct err err;

	build_profile(&bytes, small);
	for (unsigned int i = 0; i < N; i++)
		build_varint(&ids, 1);
	build_message(&row, 1, &ids);
	build_uint(&row, 2, 9);
	build_message(&bytes, 2, &row);
	is(build_load(&profile, &mem, &bytes, &err), "", "a stack of %d", N);
	is_int(profile.rows.at[1].depth, N, "has them all");
	is_int(profile.frames.at[N].i, 0, "and they are found");
	profile_release(&profile);
	buf_release(&bytes);
}

/* Mappings are unpacked whole; what is too large for that is said so. */
static void test_large_record(void)
{
	struct buf bytes = BUF_INIT, map = BUF_INIT, out = BUF_INIT;
	const char *wrong;

	build_profile(&bytes, small);
	build_uint(&map, 1, 2);
	for (unsigned int i = 0; i < 9000000; i++)
		buf_add(&map, "\x7a\x00", 2);
	build_message(&bytes, 3, &map);
	wrong = load_text(&bytes, &out);
	ok(strstr(wrong, "mapping 2 at byte ") &&
	   strstr(wrong, ": more than 256 MiB when unpacked"),
	   "a mapping of millions of unknown fields is refused");
	buf_release(&bytes);
	buf_release(&out);
}

/* Any cut of a profile loads or has a reason. */
static void test_cuts(void)
{
	struct buf bytes = BUF_INIT, out = BUF_INIT;
	size_t n_bad = 0, n, n_silent = 0;

	build_profile(&bytes, whole);
	n = bytes.n;
	for (; bytes.n; bytes.n--) {
		const char *wrong = load_text(&bytes, &out);

		n_bad += *wrong != '\0';
		n_silent += strlen(wrong) > 0 && strlen(wrong) < 10;
	}
	ok(n_bad >= n - 2, "a cut profile does not load (%zu of %zu)", n_bad,
	   n);
	is_int(n_silent, 0, "and says why");
	buf_release(&bytes);
	buf_release(&out);
}

static void test_flips(void)
{
	enum { SEEDS = 12, FLIPS = 400 };
	struct buf bytes = BUF_INIT, out = BUF_INIT;
	size_t n_good = 0, n_bad = 0, n_lost = 0;
	uint64_t state = 1;

	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		buf_clear(&bytes);
		gen_profile(&bytes, seed, NULL);
		for (int i = 0; i < FLIPS; i++) {
			size_t at;
			char flip;
			const char *wrong;

			state = state * 6364136223846793005u + 1;
			at = (size_t)(state >> 24) % bytes.n;
			flip = (char)(1 << (state >> 60 & 7));
			bytes.s[at] ^= flip;
			wrong = load_text(&bytes, &out);
			n_good += !*wrong;
			n_bad += *wrong && !strstr(wrong, "lost");
			n_lost += strstr(wrong, "lost") != NULL;
			bytes.s[at] ^= flip;
		}
		is(load_text(&bytes, &out), "", "seed %d without a flip",
		   (int)seed);
	}
	ok(n_good > 100 && n_bad > 1000,
	   "one bit makes a difference: %zu load, %zu do not", n_good, n_bad);
	is_int(n_lost, 0, "and never is memory lost");
	buf_release(&bytes);
	buf_release(&out);
}

/* What a child is to load, with which limit. */
struct budget {
	struct buf *bytes;
	size_t limit;
};

static void load_budget(void *data)
{
	const struct budget *budget = data;
	struct mem small_mem = { .limit = budget->limit };
	struct profile profile;
	struct err err;

	mem_name(&small_mem, "x.pb");
	if (*build_load(&profile, &small_mem, budget->bytes, &err))
		fprintf(stderr, "%s\n", err.text);
	profile_release(&profile);
}

static size_t peak_of(const struct buf *bytes)
{
	size_t low = 0, high = 64 << 20;

	while (high - low > 16) {
		struct budget budget = {
			(struct buf *)(uintptr_t)bytes, (low + high) / 2
		};

		if (death_of(load_budget, &budget).status)
			low = budget.limit;
		else
			high = budget.limit;
	}
	return high;
}

/* Every allocation fails once: the limit goes up to what is needed. */
static void test_budgets(void)
{
	enum { STEPS = 150 };
	struct buf bytes = BUF_INIT;
	size_t peak, n_good = 0, n_bad = 0;

	gen_profile(&bytes, 5, NULL);
	peak = peak_of(&bytes);
	for (size_t i = 1; i < STEPS; i++) {
		struct budget budget = { &bytes, i * (peak - 17) / STEPS + 1 };
		struct death death = death_of(load_budget, &budget);

		n_bad += death.status == 2 &&
			 !strcmp(death.text, "pprowl: x.pb: needs more than "
				 "-max_memory=0MB; raise it with "
				 "-max_memory=SIZE\n");
		n_good += death.status == 0;
	}
	is_int(n_bad, STEPS - 1, "below %zu bytes each load ends with 2 and "
	       "the name of the limit (%zu did not end)", peak, n_good);
	buf_release(&bytes);
}

/*
 * Bombs have the size of the limit, so each multiplies what it is made of;
 * 32 MiB of them are as good as more.
 */
enum { BOMB_SIZE = 32 << 20 };

/* n bytes of a repeated unit, as a gzip of as many equal members. */
static void add_bomb(struct buf *out, const char *unit, size_t size, size_t n)
{
	enum { PIECE = 3 << 18 };	/* a multiple of each unit's size */
	struct buf piece = BUF_INIT, member = BUF_INIT;
	z_stream z = { 0 };

	while (piece.n < PIECE)
		buf_add(&piece, unit, size);
	buf_pad(&member, 0, 65536);
	deflateInit2(&z, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
	z.next_in = (const Bytef *)piece.s;
	z.avail_in = (uInt)piece.n;
	z.next_out = (Bytef *)member.s;
	z.avail_out = (uInt)member.n;
	deflate(&z, Z_FINISH);
	for (size_t i = 0; i < n / PIECE; i++)
		buf_add(out, member.s, member.n - z.avail_out);
	deflateEnd(&z);
	buf_release(&piece);
	buf_release(&member);
}

static void check_bomb(const char *unit, size_t size, int status,
		       const char *want)
{
	struct buf bytes = BUF_INIT;
	struct budget budget = { &bytes, BOMB_SIZE };
	struct death death;

	add_bomb(&bytes, unit, size, BOMB_SIZE);
	death = death_of(load_budget, &budget);
	is_int(death.status, status, "32 MiB of %02x %02x out of %zu bytes",
	       (unsigned char)unit[0], (unsigned char)unit[1], bytes.n);
	ok(strstr(death.text, want), "ends with a reason: %s", death.text);
	buf_release(&bytes);
}

static void test_bombs(void)
{
	static const char over[] = "needs more than -max_memory=32MB";

	check_bomb(RECORD("\x1a\x00"), 0, "mapping 1 at byte 0: id 0");
	check_bomb(RECORD("\x22\x00"), 0, "location 1 at byte 0: id 0");
	check_bomb(RECORD("\x2a\x00"), 0, "function 1 at byte 0: id 0");
	check_bomb(RECORD("\x0a\x00"), 2, over);
	check_bomb(RECORD("\x12\x00"), 2, over);
	check_bomb(RECORD("\x12\x02\x1a\x00"), 2, over);
	check_bomb(RECORD("\x32\x00"), 2, over);
	check_bomb(RECORD("\x68\x00"), 2, over);
	check_bomb(RECORD("\x98\x06\x00"), 0, "no string table");
	check_bomb(RECORD("\x60\x01"), 0, "no string table");
}

/* What forks comes before what fills memory: a child has all of it. */
int main(void)
{
	test_budgets();
	test_whole();
	test_orders();
	test_broken();
	test_harmless();
	test_twice();
	test_strings();
	test_bare();
	test_lengths();
	test_names();
	test_doubles();
	test_sparse_ids();
	test_many_types();
	test_many_lines();
	test_deep_stack();
	test_large_record();
	test_cuts();
	test_flips();
	test_bombs();
	return tap_done();
}
