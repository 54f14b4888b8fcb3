/*
 * Memory maps: which lines are rows, what mappings are made of them, and which
 * mapping an address gets, held against the reference's way of looking at all
 * of them in turn.
 */
#include "config.h"

#include <stdlib.h>

#include "model/mapnames.h"
#include "model/maprow.h"
#include "model/procmaps.h"
#include "model/tables.h"
#include "tests/build.h"
#include "tests/tap.h"

static struct mem mem;

/* Lines. */

static const char *row_text(const char *line, struct buf *out)
{
	struct maprow row;

	buf_clear(out);
	switch (maprow_parse(str_of(line), &row)) {
	case MAPROW_NONE:
		buf_adds(out, "none");
		break;
	case MAPROW_DATA:
		buf_adds(out, "data");
		break;
	case MAPROW_CODE:
		buf_addf(out, "%llx-%llx @%llx '",
			 (unsigned long long)row.start,
			 (unsigned long long)row.limit,
			 (unsigned long long)row.offset);
		buf_add(out, row.file.s, row.file.n);
		buf_adds(out, "' ");
		buf_add(out, row.build_id.s, row.build_id.n);
		break;
	}
	return buf_str(out);
}

/*
 * The last ones are odd, and what the regular expressions of the reference
 * make of them.
 */
static const struct {
	const char *line, *want;
} rows[] = {
	{ "00400000-0048c000 r-xp 00001000 fd:01 943 /usr/bin/app",
	  "400000-48c000 @1000 '/usr/bin/app' " },
	{ "7f00-7fff r-xp 0 00:00 0", "7f00-7fff @0 '' " },
	{ "7f00-7fff r-xp 0 00:00 0   [vdso]", "7f00-7fff @0 '[vdso]' " },
	{ "7f00-7fff rw-p 0 00:00 0   [heap]", "data" },
	{ "7f00-7fff ---p 0 00:00 0", "data" },
	{ "7f00-7fff r-xp 0 08:02 1 /a b (deleted)", "7f00-7fff @0 '/a' " },
	{ "7f00-7fff r-xp 08:02 1 /a", "7f00-7fff @0 '/a' " },
	{ "0x7f00-0x7fff: r-xp f 08:02 1 /a", "7f00-7fff @f '/a' " },
	{ "ffffffffff600000-ffffffffffffffff --xp 0 00:00 0 [vsyscall]",
	  "ffffffffff600000-ffffffffffffffff @0 '[vsyscall]' " },
	{ "  0040-0048: /home/app", "40-48 @0 '/home/app' " },
	{ "40 48 /home/app (@FF00) abc123", "40-48 @ff00 '/home/app' abc123" },
	{ "40-48 r-xp /home/app c0ffee", "40-48 @0 '/home/app' c0ffee" },
	{ "40-48 rw-p /home/app", "data" },
	{ "0x40-0x48", "40-48 @0 '' " },
	{ "40\t- 48 /a", "data" },
	{ "40-\t48 /a", "40-48 @0 '/a' " },
	{ "", "none" },
	{ "-", "none" },
	{ "4", "none" },
	{ "x40-48 /a", "none" },
	{ "build=/home/app", "none" },
	{ "11112222333344445-2 /a", "none" },
	{ "1-11112222333344445 /a", "none" },
	{ "0000000000000000000001-2 /a", "1-2 @0 '/a' " },
	{ "1-2 r-xp 11112222333344445 00:00 0 /a", "none" },

	{ "4048 /a", "404-8 @0 '/a' " },
	{ "0x40x48 /a", "4-48 @0 '/a' " },
	{ "dead 08:01 7 /a", "dea-d @0 '/a' " },
	{ "40-48 prog", "data" },
	{ "40-48 xray", "40-48 @0 '' " },
	{ "40-48 x ray", "40-48 @0 'ray' " },
	{ "40-48 /a cafeteria", "40-48 @0 '/a' cafe" },
	{ "40-48 r-xp 0 fd:01 12x /a", "40-48 @0 '' " },
	{ "40-48 r-xp 0 fd:01", "40-48 @0 '0' fd" },
	{ "40-48: r-xp\t/a\t(@1)", "40-48 @1 '/a' " },
	{ "40-48 /a (@xyz) 12", "40-48 @0 '/a' " },
	{ "400 -500000 /a", "data" },
};

static void test_rows(void)
{
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(rows); i++)
		is(row_text(rows[i].line, &out), rows[i].want, "\"%s\"",
		   rows[i].line);
	buf_release(&out);
}

/* Maps. */

static void add_location(struct tables *tables, uint64_t address)
{
	struct location location = {
		.address = address, .mapping = { MAPPING_NONE }
	};

	tables_location(tables, location, NULL);
}

/*
 * Reads the text as a map for the addresses, up to one that is 0.  What lines
 * are left out is in err, too.
 */
static int read_map(struct profile *p, struct str text,
		    const uint64_t *addresses, struct err *err)
{
	struct input_limits limits = { .mem = &mem };
	struct tables tables;
	struct textlines lines;
	struct input input;
	int result;

	profile_init(p, &mem);
	tables_init(&tables, p);
	for (; *addresses; addresses++)
		add_location(&tables, *addresses);
	tables_release(&tables);
	if (input_open_memory(&input, "map", (const uint8_t *)text.s, text.n,
			      &limits, err))
		return -1;
	textlines_init(&lines, &input);
	result = procmaps_finish(&lines, p, err);
	if (!result)
		textlines_report(&lines, err);
	textlines_release(&lines);
	input_close(&input);
	return result;
}

/* The profile as lines of build.h, without those that each one has. */
static void add_dump(struct buf *out, const struct profile *p)
{
	struct buf all = BUF_INIT;
	struct str text, line;

	build_dump(&all, p);
	text = (struct str){ buf_str(&all), all.n };
	while (text.n) {
		line = text;
		line.n = strcspn(text.s, "\n") + 1;
		text.s += line.n;
		text.n -= line.n;
		if (strncmp(line.s, "map", 3) && strncmp(line.s, "loc", 3))
			continue;
		buf_add(out, line.s, line.n);
	}
	buf_release(&all);
}

static void check_map(const char *text, const uint64_t *addresses,
		      const char *want, const char *name)
{
	struct buf whole = BUF_INIT, out = BUF_INIT;
	struct profile p;
	struct err err = { "" };

	buf_adds(&whole, "MAPPED_LIBRARIES:\n");
	buf_adds(&whole, text);
	if (read_map(&p, (struct str){ whole.s, whole.n }, addresses, &err))
		buf_adds(&out, "error: ");
	else
		add_dump(&out, &p);
	buf_adds(&out, err.text);
	is(buf_str(&out), want, "%s", name);
	profile_release(&p);
	buf_release(&whole);
	buf_release(&out);
}

#define AT(...) (const uint64_t[]){ __VA_ARGS__ 0 }

static void test_merging(void)
{
	check_map("1000-2000 r-xp 2000 0:0 0 /app\n"
		  "2000-3000 r-xp 3000 0:0 0 /app\n"
		  "3000-4000 r-xp 9000 0:0 0 /app\n"
		  "4000-5000 r-xp a000 0:0 0 /b\n"
		  "6000-7000 r-xp 0 0:0 0 /b\n"
		  "7000-8000 r-xp 0 0:0 0\n", AT(),
		  "map 1 0x1000 0x3000 0x2000 /app -\n"
		  "map 2 0x3000 0x4000 0x9000 /app -\n"
		  "map 3 0x4000 0x5000 0xa000 /b -\n"
		  "map 4 0x6000 0x8000 0x0 /b -\n",
		  "neighbours of one file are one");
	check_map("1000-2000: r-xp\n"
		  "2000-3000: r-xp /app (@5000) abc\n"
		  "3000-4000: r-xp /app\n"
		  "4000-5000: r-xp /app def\n", AT(),
		  "map 1 0x1000 0x4000 0x0 /app abc\n"
		  "map 2 0x4000 0x5000 0x0 /app def\n",
		  "what one of them does not say is no difference");
	check_map("1000-2000 rw-p 0 0:0 0 /app\n"
		  "2000-3000 r-xp 0 0:0 0 /app\n"
		  "4000-5000 r--p 0 0:0 0 /app\n", AT(),
		  "map 1 0x2000 0x3000 0x0 /app -\n",
		  "what is not code is left out");
}

static void test_main(void)
{
	static const struct {
		const char *first, *second;
		bool is_moved;
	} cases[] = {
		{ "/lib/libc.so", "/app", true },
		{ "/lib/libc.so.6", "/app", true },
		{ "/lib/libc.so_2", "/app", true },
		{ "/lib/libc.so.x", "/app", false },
		{ "/lib/libc.sox", "/app", false },
		{ "/lib/libc.so.6.old", "/app", true },
		{ "/lib/libc.so(deleted)", "/app", true },
		{ "(deleted)", "/app", true },
		{ "[vdso]", "/app", true },
		{ "", "/app", true },
		{ "/app", "/other", false },
		{ "[vdso]", "/lib/libc.so", false },
	};
	struct buf text = BUF_INIT, want = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		const char *first = cases[i].first, *second = cases[i].second;

		buf_clear(&text);
		buf_clear(&want);
		buf_addf(&text, "1000-2000 r-xp 0 0:0 0 %s\n"
			 "8000-9000 r-xp 0 0:0 0 %s\n", first, second);
		first = *first ? first : "-";
		if (cases[i].is_moved)
			buf_addf(&want, "map 1 0x8000 0x9000 0x0 %s -\n"
				 "map 2 0x1000 0x2000 0x0 %s -\n",
				 second, first);
		else
			buf_addf(&want, "map 1 0x1000 0x2000 0x0 %s -\n"
				 "map 2 0x8000 0x9000 0x0 %s -\n",
				 first, second);
		check_map(buf_str(&text), AT(), buf_str(&want), first);
	}
	buf_release(&text);
	buf_release(&want);
}

static void test_starts(void)
{
	check_map("401000-402000 r-xp 1000 0:0 0 /app\n", AT(0x400800, ),
		  "map 1 0x400000 0x402000 0x0 /app -\n"
		  "loc 1 1 0x400800\n", "a fixed start is put right");
	check_map("400000-600000: /anon_hugepage\n"
		  "600000-700000: /app (@200000)\n", AT(0x400800, ),
		  "map 1 0x400000 0x700000 0x0 /app -\n"
		  "loc 1 1 0x400800\n", "a huge page before the binary");
	check_map("400000-600000: /anon_hugepage\n"
		  "700000-800000: /app\n", AT(),
		  "map 1 0x400000 0x600000 0x0 /anon_hugepage -\n"
		  "map 2 0x700000 0x800000 0x0 /app -\n",
		  "one that is not before it stays");
	check_map("5000-6000: /app (@1000)\n", AT(0x3fff, 0x4000, ),
		  "map 1 0x5000 0x6000 0x1000 /app -\n"
		  "map 2 0x0 0xffffffffffffffff 0x0 - -\n"
		  "loc 1 2 0x3fff\n"
		  "loc 2 2 0x4000\n",
		  "after one for all nothing starts earlier");
	check_map("5000-6000: /app (@1000)\n", AT(0x4000, 0x3fff, 0x5fff, ),
		  "map 1 0x4000 0x6000 0x0 /app -\n"
		  "map 2 0x0 0xffffffffffffffff 0x0 - -\n"
		  "loc 1 1 0x4000\n"
		  "loc 2 2 0x3fff\n"
		  "loc 3 1 0x5fff\n",
		  "a start is moved to hold an address");
	check_map("", AT(0x10, UINT64_MAX, ),
		  "map 1 0x0 0xffffffffffffffff 0x0 - -\n"
		  "loc 1 1 0x10\n"
		  "loc 2 1 0xffffffffffffffff\n", "no map at all");
	check_map("", AT(), "", "no addresses either");
}

static void test_names(void)
{
	check_map("build=/home/app\n"
		  " lib = /lib64 \n"
		  "1000-2000: $build/bin\n"
		  "3000-4000: $lib/libc.so\n"
		  "5000-6000: $other/$build\n", AT(),
		  "map 1 0x1000 0x2000 0x0 /home/app/bin -\n"
		  "map 2 0x3000 0x4000 0x0 /lib64/libc.so -\n"
		  "map 3 0x5000 0x6000 0x0 $other//home/app -\n",
		  "names stand for values");
	check_map("1000-2000: $bin\n"
		  "bin=/one\n"
		  "bin=/two\n"
		  "binary=/three\n"
		  "x=$bin/x\n"
		  "3000-4000: $bin $\n"
		  "5000-6000: $binary\n"
		  "7000-8000: $x\n", AT(),
		  "map 1 0x1000 0x2000 0x0 $bin -\n"
		  "map 2 0x3000 0x4000 0x0 /one -\n"
		  "map 3 0x5000 0x6000 0x0 /oneary -\n"
		  "map 4 0x7000 0x8000 0x0 /one/x -\n",
		  "from the next line on, the first that fits");
	check_map("I0101 12:00:00 7 maps.cc:12] 1000-2000: /app\n"
		  "maps.cc:] 3000-4000: /b\n"
		  ":12] 5000-6000: /c\n"
		  "maps.cc:12]7000-8000: /d\n"
		  "[x] maps.cc:12] 9000-a000: /e\n", AT(),
		  "map 1 0x1000 0x2000 0x0 /app -\n",
		  "what a log puts in front");
}

/* a=xxxxxxxx, b=$a$a, c=$b$b and so on. */
static void test_doubling(void)
{
	struct buf text = BUF_INIT;

	buf_adds(&text, "ga=xxxxxxxxxxxxxxxx\n");
	for (char c = 'b'; c <= 'z'; c++)
		buf_addf(&text, "g%c=$g%c$g%c\n", c, c - 1, c - 1);
	check_map(buf_str(&text), AT(), "error: line 12: longer than 16 KiB with "
		  "what its names stand for", "names that double");
	buf_clear(&text);
	for (int i = 0; i < MAPNAMES_MAX + 1; i++)
		buf_addf(&text, "n%02d=/%d\n", i, i);
	buf_adds(&text, "1000-2000: $n63\n3000-4000: $n64\n");
	check_map(buf_str(&text), AT(),
		  "map 1 0x1000 0x2000 0x0 /63 -\n"
		  "map 2 0x3000 0x4000 0x0 $n64 -\n"
		  "a line could not be read and is left out: line 66: more "
		  "than 64 names", "too many names");
	buf_release(&text);
}

/* The longest name that may be. */
static void add_name(struct buf *out)
{
	for (int i = 0; i < MAPNAMES_NAME_MAX; i++)
		buf_addc(out, 'x');
}

/* The time that a $ takes is that of comparing names. */
static void test_long_names(void)
{
	struct buf text = BUF_INIT;

	add_name(&text);
	buf_adds(&text, "y = /long\n");
	add_name(&text);
	buf_adds(&text, " = /good\n1000-2000: $");
	add_name(&text);
	buf_adds(&text, "y\n");
	check_map(buf_str(&text), AT(),
		  "map 1 0x1000 0x2000 0x0 /goody -\n"
		  "a line could not be read and is left out: line 2: a name "
		  "of more than 256 bytes", "a name that is too long");
	buf_release(&text);
}

/* The way of the reference, which looks at all mappings for each address. */

struct slow {
	struct mapping maps[64];
	size_t n, whole;
};

static size_t place_slowly(struct slow *slow, uint64_t a)
{
	for (size_t i = 0; i < slow->n; i++) {
		if (slow->maps[i].start <= a && a < slow->maps[i].limit)
			return i;
	}
	for (size_t i = 0; i < slow->n; i++) {
		struct mapping *m = &slow->maps[i];

		if (m->offset && m->start - m->offset <= a && a < m->start) {
			m->start -= m->offset;
			m->offset = 0;
			return i;
		}
	}
	if (!slow->whole) {
		slow->whole = slow->n + 1;
		slow->maps[slow->n++] =
			(struct mapping){ .limit = UINT64_MAX };
	}
	return slow->whole - 1;
}

static uint64_t next_random(uint64_t *state)
{
	*state = *state * 6364136223846793005 + 1442695040888963407;
	return *state >> 33;
}

enum { ROWS_MAX = 20, PLACES_MAX = 60, ROUNDS = 400 };

/* Rows of libraries, so that none is moved, each of its own name. */
static void add_rows(struct buf *text, struct slow *slow, uint64_t *state)
{
	size_t n = next_random(state) % ROWS_MAX;
	uint64_t span = 0x40 + next_random(state) % 0x400;

	slow->n = n;
	for (size_t i = 0; i < n; i++) {
		struct mapping *m = &slow->maps[i];

		m->start = 0x10 + next_random(state) % span;
		m->limit = m->start + 1 + next_random(state) % 0x80;
		m->offset = next_random(state) % 3 * 0x18;
		buf_addf(text, "%llx-%llx: /%zu.so (@%llx)\n",
			 (unsigned long long)m->start,
			 (unsigned long long)m->limit, i,
			 (unsigned long long)m->offset);
	}
}

static bool is_same_round(uint64_t *state)
{
	struct slow slow = { .n = 0 };
	struct buf text = BUF_INIT;
	uint64_t addresses[PLACES_MAX + 1] = { 0 };
	struct profile p;
	struct err err;
	bool is_same;

	buf_adds(&text, "MAPPED_LIBRARIES:\n");
	add_rows(&text, &slow, state);
	for (size_t i = 0; i < PLACES_MAX; i++)
		addresses[i] = 1 + next_random(state) % 0x500;
	is_same = !read_map(&p, (struct str){ text.s, text.n }, addresses,
			    &err);
	for (size_t i = 0; is_same && i < p.locations.n; i++) {
		const struct location *loc = &p.locations.at[i];

		is_same = place_slowly(&slow, loc->address) == loc->mapping.i;
	}
	for (size_t i = 0; is_same && i < slow.n; i++)
		is_same = slow.maps[i].start == p.mappings.at[i].start &&
			  slow.maps[i].offset == p.mappings.at[i].offset;
	is_same = is_same && slow.n == p.mappings.n;
	profile_release(&p);
	buf_release(&text);
	return is_same;
}

static void test_places(void)
{
	uint64_t state = 7;
	int bad = 0;

	for (int i = 0; i < ROUNDS; i++)
		bad += !is_same_round(&state);
	is_int(bad, 0, "random maps place addresses as the reference does");
}

/*
 * Rows that overlap, and as many addresses: looking at all rows for each would
 * take minutes.
 */
enum { MANY = 250 * 1000 };

static void test_many(void)
{
	uint64_t *addresses = calloc(MANY + 1, sizeof(*addresses));
	struct buf text = BUF_INIT;
	struct profile p;
	struct err err;

	buf_adds(&text, "--- Memory map: ---\n");
	for (size_t i = 0; i < MANY; i++) {
		size_t start = 0x1000 * (i + 1);

		buf_addf(&text, "%zx-%zx: /%zu.so (@100)\n", start,
			 i % 3 ? start + 0xfff : 0x1000, i);
		addresses[i] = (MANY - i) * 0x1000 - 1;
	}
	ok(!read_map(&p, (struct str){ text.s, text.n }, addresses, &err),
	   "very many rows");
	is_int(p.mappings.n, MANY + 1, "are as many mappings, and one for all");
	profile_release(&p);
	buf_release(&text);
	free(addresses);
}

static void test_long(void)
{
	struct buf text = BUF_INIT;
	struct profile p;
	struct err err = { "" };

	buf_adds(&text, "--- Memory map: ---\n1000-2000: /");
	buf_pad(&text, 'x', 1 << 20);
	buf_adds(&text, "\n");
	ok(!read_map(&p, (struct str){ text.s, text.n }, AT(), &err) &&
	   profile_str(&p, p.mappings.at[0].file).n == (1 << 20) + 1,
	   "a path of a megabyte");
	profile_release(&p);
	buf_pad(&text, ' ', TEXTLINES_MAX + 1);
	ok(read_map(&p, (struct str){ text.s, text.n }, AT(), &err),
	   "a line without an end");
	is(err.text, "line 3: longer than 16 MiB", "is refused");
	profile_release(&p);
	buf_release(&text);
}

int main(void)
{
	test_rows();
	test_merging();
	test_main();
	test_starts();
	test_names();
	test_doubling();
	test_long_names();
	test_places();
	test_long();
	test_many();
	is_int(mem.used, 0, "no memory is lost");
	return tap_done();
}
