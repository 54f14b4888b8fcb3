/*
 * What is known of a profile: which values stand in a row, how rows become
 * lines, and that hostile names and many facts do no harm.
 */
#include "config.h"

#include "model/facts.h"
#include "model/merge.h"
#include "render/info_lines.h"
#include "tests/build.h"
#include "tests/tap.h"

static struct mem mem;

static const char *lines_of(const struct profile *p, bool escapes)
{
	static struct buf out = BUF_INIT;
	size_t before = mem.used;
	struct info_lines lines;
	struct info info;

	buf_clear(&out);
	info_init(&info, p, NULL);
	info_lines_init(&lines, &info, escapes, TEXT_UTF8);
	info_release(&info);
	for (size_t i = 0; i < lines.at.n; i++) {
		struct str line = info_lines_at(&lines, i);

		if (lines.at.at[i].is_heading)
			buf_addc(&out, '*');
		if (line.n)
			buf_add(&out, line.s, line.n);
		buf_addc(&out, '\n');
	}
	info_lines_release(&lines);
	if (mem.used != before)
		buf_adds(&out, "bytes are lost\n");
	return buf_str(&out);
}

static void add_text(struct profile *p, const char *group, const char *name,
		     const char *text)
{
	facts_add_text(p, (struct fact_place){ group, name }, str_of(text));
}

static void add_number(struct profile *p, const char *name,
		       enum fact_kind kind, int64_t number)
{
	facts_add_number(p, (struct fact_place){ "stats", name }, kind,
			 number);
}

#define TYPES "type objects count\ntype space bytes\n"

static void test_single(void)
{
	struct profile p;

	build_from(&p, &mem, TYPES "row - 3,2048\nrow - -1,1024\n"
		   "comment one\ncomment two\n");
	add_number(&p, "Alloc", FACT_BYTES, 4812064);
	add_number(&p, "Mallocs", FACT_COUNT, 123456);
	add_number(&p, "PauseTotal", FACT_NANOSECONDS, 1234567);
	add_text(&p, "profile", "file", "a.pb");
	add_text(&p, "crash", "panic", "boom");
	facts_add_number(&p, (struct fact_place){ "crash", "at" }, FACT_TIME,
			 1714564800000000000);
	is(lines_of(&p, true),
	   "*profile\n"
	   "  file  a.pb\n"
	   "\n*sample types\n"
	   "  objects    4\n"
	   "  space    3kB\n"
	   "\n*tables\n"
	   "  label sets  0\n"
	   "  locations   0\n"
	   "  functions   0\n"
	   "  mappings    0\n"
	   "\n*comments\n"
	   "  one\n"
	   "  two\n"
	   "\n*stats\n"
	   "  Alloc           4.59MB\n"
	   "  Mallocs         123456\n"
	   "  PauseTotal  1.234567ms\n"
	   "\n*crash\n"
	   "  panic  boom\n"
	   "  at     2024-05-01 12:00:00 UTC\n", "one profile");
	profile_release(&p);
}

/* Two profiles as sides of one, or two of them as one side. */
static void merge(struct profile *out, struct profile *a, struct profile *b,
		  int side)
{
	struct merge_source sources[] = {
		{ .profile = a }, { .profile = b, .side = side },
	};
	struct err err;

	profile_init(out, &mem);
	if (merge_profiles(out, sources, 2, &err))
		die("%s", err.text);
	profile_release(a);
	profile_release(b);
}

static void build_pair(struct profile *now, struct profile *base)
{
	build_from(now, &mem, TYPES "row - 5,4096\n");
	build_from(base, &mem, TYPES "row - 2,4096\n");
	add_text(now, "profile", "file", "now.pb");
	add_text(now, "profile", "format", "proto");
	add_text(base, "profile", "file", "base.pb");
	add_text(base, "profile", "format", "proto");
	facts_add_number(now, (struct fact_place){ "profile", "taken" },
			 FACT_TIME, 1714564801500000000);
	facts_add_number(base, (struct fact_place){ "profile", "taken" },
			 FACT_TIME, 1714564800000000000);
	add_number(now, "Alloc", FACT_BYTES, 3 << 20);
	add_number(now, "Pause", FACT_NANOSECONDS, 1000);
	add_number(now, "Only", FACT_COUNT, 1);
	add_number(now, "Twice", FACT_COUNT, 1);
	add_number(now, "Twice", FACT_COUNT, 2);
	add_number(now, "Kind", FACT_COUNT, 2);
	add_number(base, "Twice", FACT_COUNT, 11);
	add_number(base, "Gone", FACT_BYTES, 512);
	add_number(base, "Pause", FACT_NANOSECONDS, 3000);
	add_number(base, "Alloc", FACT_BYTES, 3 << 20);
	add_number(base, "Twice", FACT_COUNT, 22);
	add_number(base, "Twice", FACT_COUNT, 33);
	add_number(base, "Kind", FACT_NANOSECONDS, 2);
	add_text(base, "old", "only", "there");
}

static void test_compared(void)
{
	struct profile now, base, both;

	build_pair(&now, &base);
	merge(&both, &now, &base, SIDE_BASE);
	is(lines_of(&both, true),
	   "*profile\n"
	   "  file    base     base.pb\n"
	   "          current  now.pb\n"
	   "  format  proto\n"
	   "  taken   base     2024-05-01 12:00:00 UTC\n"
	   "          current  2024-05-01 12:00:01 UTC  +1.5s\n"
	   "\n*sample types        base        current         change\n"
	   "  objects              2              5             +3\n"
	   "  space              4kB            4kB\n"
	   "\n*tables\n"
	   "  samples, merged  1\n"
	   "  label sets       0\n"
	   "  locations        0\n"
	   "  functions        0\n"
	   "  mappings         0\n"
	   "\n*stats             base        current         change\n"
	   "  Alloc            3MB            3MB\n"
	   "  Pause            3µs            1µs           -2µs\n"
	   "  Only                              1\n"
	   "  Twice             11              1            -10\n"
	   "  Twice             22              2            -20\n"
	   "  Kind                              2\n"
	   "  Gone            512B\n"
	   "  Twice             33\n"
	   "  Kind             2ns\n"
	   "\n*old\n"
	   "  only  base     there\n", "a comparison");
	profile_release(&both);
}

static void test_merged(void)
{
	struct profile a, b, c, ab, abc;

	build_from(&a, &mem, TYPES "row - 1,1\n");
	build_from(&b, &mem, TYPES "row - 1,1\n");
	build_from(&c, &mem, TYPES "row - 1,1\n");
	add_text(&a, "profile", "file", "a.pb");
	add_text(&b, "profile", "file", "b.pb");
	add_text(&c, "profile", "file", "c.pb");
	add_text(&b, "stats", "x", "of b");
	merge(&ab, &a, &b, SIDE_CURRENT);
	merge(&abc, &ab, &c, SIDE_BASE);
	is(lines_of(&abc, true),
	   "*profile 1 of 3, current\n  file  a.pb\n"
	   "\n*profile 2 of 3, current\n  file  b.pb\n"
	   "\n*profile 3 of 3, base\n  file  c.pb\n"
	   "\n*sample types        base        current         change\n"
	   "  objects              1              2             +1\n"
	   "  space               1B             2B            +1B\n"
	   "\n*tables\n"
	   "  samples, merged  1\n"
	   "  label sets       0\n"
	   "  locations        0\n"
	   "  functions        0\n"
	   "  mappings         0\n"
	   "\n*stats 2 of 3, current\n"
	   "  x  of b\n", "three profiles");
	profile_release(&abc);
}

static void test_hostile(void)
{
	struct profile p;

	build_from(&p, &mem, "type a b\n");
	add_text(&p, "g\033", "n\n\033[1m", "v\n\xff");
	add_text(&p, "g\033", "a name that is much longer than there is room",
		 "v");
	add_text(&p, "g\033", "\xe4\xb8\xad", "");
	add_number(&p, "min", FACT_NANOSECONDS, INT64_MIN);
	add_number(&p, "max", FACT_BYTES, INT64_MAX);
	facts_add_number(&p, (struct fact_place){ "stats", "when" },
			 FACT_TIME, INT64_MIN);
	is(lines_of(&p, true),
	   "*sample types\n  a  0\n"
	   "\n*tables\n"
	   "  label sets  0\n"
	   "  locations   0\n"
	   "  functions   0\n"
	   "  mappings    0\n"
	   "\n*g\\x1b\n"
	   "  n\\n\\x1b[1m                    v\\n\\xff\n"
	   "  a name that is much longer …  v\n"
	   "  \xe4\xb8\xad\n"
	   "\n*stats\n"
	   "  min   -2562047h47m16.854775808s\n"
	   "  max                      8192PB\n"
	   "  when  1677-09-21 00:12:43 UTC\n", "hostile facts, on a screen");
	ok(strstr(lines_of(&p, false), "\n  n\n\033[1m"),
	   "in a file they are as they came");
	profile_release(&p);
}

/* Facts with names of their own, on both sides: no search for each of them. */
static void test_many(void)
{
	enum { N = 50000 };
	struct profile now, base, both;
	struct info info;

	build_from(&now, &mem, TYPES "row - 5,4096\n");
	build_from(&base, &mem, TYPES "row - 5,4096\n");
	for (int i = 0; i < N; i++) {
		char name[16];

		snprintf(name, sizeof(name), "n%d", i);
		add_number(&now, name, FACT_COUNT, i);
		snprintf(name, sizeof(name), "n%d", 2 * N - i);
		add_number(&base, name, FACT_COUNT, i);
	}
	merge(&both, &now, &base, SIDE_BASE);
	info_init(&info, &both, NULL);
	is_int(info.rows.n, 2 + 5 + 2 * N, "facts in rows of their own");
	info_release(&info);
	profile_release(&both);
}

static void test_cancelled(void)
{
	const _Atomic bool cancel = true;
	struct profile p;
	struct info info;

	build_from(&p, &mem, TYPES);
	ok(!info_init(&info, &p, &cancel), "it can be cancelled");
	info_release(&info);
	profile_release(&p);
	is_int(mem.used, 0, "no bytes are lost");
}

int main(void)
{
	test_single();
	test_compared();
	test_merged();
	test_hostile();
	test_many();
	test_cancelled();
	return tap_done();
}
