/*
 * Facts: what is added to a profile that is read, that merging keeps which
 * source and side each is of, and that nothing else changes by them.
 */
#include "config.h"

#include <inttypes.h>
#include <zlib.h>

#include "model/facts.h"
#include "model/gather.h"
#include "tests/build.h"
#include "tests/tap.h"

static struct mem mem;

/* "SIDE.SOURCE GROUP: NAME = VALUE", a line each. */
static void add_facts(struct buf *out, const struct profile *p)
{
	static const char *const kinds[] = {
		[FACT_TEXT] = "", [FACT_COUNT] = "", [FACT_BYTES] = " bytes",
		[FACT_NANOSECONDS] = " ns", [FACT_TIME] = " since 1970",
	};

	for (size_t i = 0; i < p->facts.n; i++) {
		const struct fact *fact = &p->facts.at[i];

		buf_addf(out, "%d.%u %s: %s = ", fact->side, fact->source,
			 profile_str(p, fact->group).s,
			 profile_str(p, fact->name).s);
		if (fact->kind == FACT_TEXT)
			buf_adds(out, profile_str(p, fact->text).s);
		else
			buf_addf(out, "%" PRId64 "%s", fact->number,
				 kinds[fact->kind]);
		buf_addc(out, '\n');
	}
}

static struct gather_source source_of(const char *path,
				      const struct buf *bytes)
{
	return (struct gather_source){
		.path = path, .data = (const uint8_t *)bytes->s, .n = bytes->n
	};
}

static const char *facts_of(const struct gather *ask)
{
	static struct buf out = BUF_INIT;
	struct gather gather = *ask;
	struct profile profile;
	struct err err;

	buf_clear(&out);
	gather.limits.mem = &mem;
	if (gather_profile(&profile, &gather, &err))
		return buf_adds(&out, err.text), buf_str(&out);
	add_facts(&out, &profile);
	profile_release(&profile);
	if (mem.used)
		buf_adds(&out, "bytes are lost\n");
	return buf_str(&out);
}

static const char text[] =
	"type cpu nanoseconds\n"
	"map 1 0x1000 0x2000 0 /bin/app c0ffee\n"
	"func 1 main main.go 1\n"
	"loc 1 1 0x1010 1:5\n"
	"row 1 7\n"
	"row 1 8\n"
	"doc https://example.com\n"
	"time 1714564800000000000\n"
	"duration 1500000000\n"
	"period 10 cpu milliseconds\n";

#define FACTS(source, name) \
	source " profile: file = " name "\n" \
	source " profile: format = profile.proto\n" \
	source " profile: size = 185 bytes\n" \
	source " profile: taken = 1714564800000000000 since 1970\n" \
	source " profile: duration = 1500000000 ns\n" \
	source " profile: period (cpu) = 10000000 ns\n" \
	source " profile: binary = /bin/app\n" \
	source " profile: build id = c0ffee\n" \
	source " profile: samples = 2\n" \
	source " profile: documentation = https://example.com\n"

static void test_sources(void)
{
	struct buf bytes = BUF_INIT;
	struct gather_source sources[2], base;
	struct gather gather = { .sources = sources, .n_sources = 1 };

	build_profile(&bytes, text);
	is_int(bytes.n, 185, "the size of the profile");
	sources[0] = source_of("a.pb", &bytes);
	sources[1] = source_of("-", &bytes);
	base = source_of("c.pb", &bytes);
	is(facts_of(&gather), FACTS("0.0", "a.pb"), "of a profile");
	gather.n_sources = 2;
	is(facts_of(&gather), FACTS("0.0", "a.pb")
	   FACTS("0.1", "standard input"), "of two that are merged");
	gather.base = &base;
	gather.two_sides = true;
	is(facts_of(&gather), FACTS("0.0", "a.pb")
	   FACTS("0.1", "standard input") FACTS("1.2", "c.pb"),
	   "of these, and of a base");
	sources[0].n = 1;
	is(facts_of(&gather), FACTS("0.0", "standard input")
	   "0.2147483647 not read: a.pb = not a profile: this is text, \"\"\n"
	   FACTS("1.1", "c.pb"), "of one that is there, and of one that is not");
	gather.base = NULL;
	sources[1].n = 1;
	is(facts_of(&gather), "failed to fetch any source profiles",
	   "of none that is there");
	buf_release(&bytes);
}

static void add_gzip(struct buf *out, const struct buf *bytes)
{
	uint8_t packed[1024];
	z_stream z = { .next_in = (uint8_t *)bytes->s,
		       .avail_in = (unsigned)bytes->n,
		       .next_out = packed, .avail_out = sizeof(packed) };

	deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
	deflate(&z, Z_FINISH);
	buf_add(out, (const char *)packed, z.total_out);
	deflateEnd(&z);
}

static void test_others(void)
{
	struct buf bytes = BUF_INIT, packed = BUF_INIT, dump = BUF_INIT;
	struct gather_source source;
	struct gather gather = { .sources = &source, .n_sources = 1 };

	build_profile(&bytes, "type a b\nrow - 1\nperiod 4 space kilobytes\n");
	add_gzip(&packed, &bytes);
	source = source_of("\033[1m.gz", &packed);
	gather.binary = "/bin/own";
	gather.build_id = "abcd";
	is(facts_of(&gather),
	   "0.0 profile: file = \\x1b[1m.gz\n"
	   "0.0 profile: format = profile.proto, gzip\n"
	   "0.0 profile: size, inflated = 46 bytes\n"
	   "0.0 profile: period (space) = 4096 bytes\n"
	   "0.0 profile: binary = /bin/own\n"
	   "0.0 profile: build id = abcd\n"
	   "0.0 profile: samples = 1\n", "gzip, and a binary that is named");
	gather.binary = gather.build_id = NULL;
	buf_adds(&dump, "panic: boom\n\ngoroutine 1 [running]:\n"
		 "main.main()\n\t/a.go:1 +0x1\n\ngoroutine 2 [runn\n");
	source = source_of("log", &dump);
	is(facts_of(&gather),
	   "0.0 crash: panic = boom\n"
	   "0.0 crash: at = main.main /a.go:1, goroutine 1\n"
	   "0.0 profile: file = log\n"
	   "0.0 profile: format = goroutine dump\n"
	   "0.0 profile: size = 81 bytes\n"
	   "0.0 profile: samples = 1\n"
	   "0.0 profile: note = a line could not be read and is left "
	   "out: line 7: not the header of a goroutine\n",
	   "what a reader says and what it leaves out");
	buf_release(&bytes);
	buf_release(&packed);
	buf_release(&dump);
}

/* As many sources as one likes are told apart. */
static void test_take(void)
{
	struct fact_place place = { "g", "n" };
	struct profile all, one;
	struct buf out = BUF_INIT;

	profile_init(&all, &mem);
	profile_init(&one, &mem);
	facts_add_number(&one, place, FACT_BYTES, 1);
	facts_add_text(&one, place, str_of("x"));
	facts_take(&all, &one, SIDE_CURRENT);
	facts_take(&all, &one, SIDE_BASE);
	facts_take(&one, &all, SIDE_BASE);
	add_facts(&out, &one);
	is(buf_str(&out),
	   "0.0 g: n = 1 bytes\n0.0 g: n = x\n"
	   "1.1 g: n = 1 bytes\n1.1 g: n = x\n"
	   "1.2 g: n = 1 bytes\n1.2 g: n = x\n", "sources are numbered on");
	buf_release(&out);
	profile_release(&all);
	profile_release(&one);
}

int main(void)
{
	test_sources();
	test_others();
	test_take();
	return tap_done();
}
