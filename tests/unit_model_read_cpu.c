/*
 * CPU profiles of gperftools: the same samples in all layouts of words, the
 * frames of the signal handler, memory maps and Java's tables behind them, and
 * files that end anywhere or lie about their sizes.
 */
#include "config.h"

#include <inttypes.h>
#include <stdlib.h>

#include "model/format.h"
#include "tests/reading.h"
#include "tests/tap.h"

struct layout {
	const char *name;
	size_t size;
	bool is_big;
};

static const struct layout layouts[] = {
	{ "32 bits, little end first", 4, false },
	{ "32 bits, big end first", 4, true },
	{ "64 bits, little end first", 8, false },
	{ "64 bits, big end first", 8, true },
};

enum { L32 = 0, L64 = 2 };	/* of them, the little ones */

static void add_word(struct buf *out, const struct layout *layout, uint64_t w)
{
	for (size_t i = 0; i < layout->size; i++) {
		size_t byte = layout->is_big ? layout->size - 1 - i : i;

		buf_addc(out, (char)(w >> 8 * byte));
	}
}

/* Numbers of a text, up to its end, as words. */
static void add_words(struct buf *out, const struct layout *layout,
		      const char *numbers)
{
	char *end;

	for (;;) {
		uint64_t w = strtoull(numbers, &end, 0);

		if (end == numbers)
			return;
		add_word(out, layout, w);
		numbers = end;
	}
}

/* What is in the words and the text behind them. */
static struct str file_of(struct buf *bytes, const struct layout *layout,
			  const char *words, const char *text)
{
	buf_clear(bytes);
	add_words(bytes, layout, words);
	buf_adds(bytes, text);
	return (struct str){ bytes->s, bytes->n };
}

/* Samples. */

static const char samples[] =
	"0 3 0 10000 0"
	"  7 3 0x1010 0x1021 0x2001"
	"  1 1 0x1010"
	"  2 2 0x1011 0x9001"
	"  0 0"
	"  7 3 0x1010 0x1021 0x2001"
	"  0 1 0";
static const char map[] =
	"1000-2000 r-xp 0 0:0 0 /app\n"
	"2000-3000 r-xp 0 0:0 0 /lib.so\n";
static const char samples_want[] =
	"type samples count\n"
	"type cpu nanoseconds\n"
	"map 1 0x1000 0x2000 0x0 /app -\n"
	"map 2 0x2000 0x3000 0x0 /lib.so -\n"
	"map 3 0x0 0xffffffffffffffff 0x0 - -\n"
	"loc 1 1 0x1010\n"
	"loc 2 1 0x1020\n"
	"loc 3 2 0x2000\n"
	"loc 4 1 0x1011\n"
	"loc 5 3 0x9000\n"
	"row 1,2,3 7,70000000\n"
	"row 1 1,10000000\n"
	"row 4,5 2,20000000\n"
	"row - 0,0\n"
	"row 1,2,3 7,70000000\n"
	"drop ProfileData::Add|ProfileData::prof_handler|"
	"CpuProfiler::prof_handler|__pthread_sighandler|__restore\n"
	"period 10000000 cpu nanoseconds\n";

static void test_layouts(void)
{
	struct buf bytes = BUF_INIT, out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(layouts); i++) {
		reading_dump(&out, NULL,
			     file_of(&bytes, &layouts[i], samples, map));
		is(buf_str(&out), samples_want, "%s", layouts[i].name);
	}
	buf_release(&bytes);
	buf_release(&out);
}

/*
 * What is refused, and what is read although it is odd.  Words are those of 64
 * bits, the head comes first.
 */
static const struct {
	const char *name, *words, *want;
} odd[] = {
	{ "no samples", "", "types samples/count cpu/nanoseconds\n" },
	{ "no mark at the end", "3 1 0x10",
	  "types samples/count cpu/nanoseconds\n0x10 3,3000\n" },
	{ "a count above 2^63", "0x8000000000000000 1 0x10 0 1 0",
	  "types samples/count cpu/nanoseconds\n"
	  "0x10 -9223372036854775808,0\n" },
	{ "address 0 behind a leaf", "1 2 0x10 0 1 1 0x20",
	  "types samples/count cpu/nanoseconds\n"
	  "0xffffffffffffffff;0x10 1,1000\n0x20 1,1000\n" },
	{ "count 0 with another address", "0 1 0x10 1 1 0x20",
	  "types samples/count cpu/nanoseconds\n0x10 0,0\n0x20 1,1000\n" },
	{ "samples behind the mark are text", "0 1 0 1 1 0x10",
	  "types samples/count cpu/nanoseconds\n" },
	{ "a depth of 2^61", "1 0x2000000000000000 0x10",
	  "error: gperftools CPU profile: sample 1 at byte 40: a stack of "
	  "2305843009213693952 frames\n" },
	{ "a depth of 2^64 - 1", "1 1 0x10 1 0xffffffffffffffff",
	  "error: gperftools CPU profile: sample 2 at byte 64: a stack of "
	  "18446744073709551615 frames\n" },
	{ "a depth of 2^31", "1 0x80000000 0x10",
	  "error: gperftools CPU profile: sample 1 at byte 40: cut short: the "
	  "data ends at byte 64\n" },
	{ "one frame less than said", "1 3 0x10 0x20",
	  "error: gperftools CPU profile: sample 1 at byte 40: cut short: the "
	  "data ends at byte 72\n" },
	{ "half a sample", "1",
	  "error: gperftools CPU profile: sample 1 at byte 40: cut short: the "
	  "data ends at byte 48\n" },
};

static void test_odd(void)
{
	struct buf bytes = BUF_INIT, words = BUF_INIT, out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(odd); i++) {
		buf_clear(&words);
		buf_addf(&words, "0 3 0 1 0 %s", odd[i].words);
		reading_stacks(&out, NULL, file_of(&bytes, &layouts[L64],
						   buf_str(&words), ""));
		is(buf_str(&out), odd[i].want, "%s", odd[i].name);
	}
	buf_release(&bytes);
	buf_release(&words);
	buf_release(&out);
}

static void test_heads(void)
{
	static const struct {
		const char *name, *words;
		bool is_taken;
	} heads[] = {
		{ "native", "0 3 0 1 0", true },
		{ "Java", "0 3 1 1 0", true },
		{ "another kind", "0 3 2 1 0", false },
		{ "no period", "0 3 0 0 0", false },
		{ "another version", "0 4 0 1 0", false },
		{ "no padding", "0 3 0 1 1", false },
		{ "not a 0", "1 3 0 1 0", false },
		{ "cut short", "0 3 0 1", false },
	};
	struct buf bytes = BUF_INIT, out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(heads) * ARRAY_SIZE(layouts); i++) {
		const struct layout *layout = &layouts[i % 4];
		struct str file = file_of(&bytes, layout, heads[i / 4].words,
					  "");
		struct head head = { .bytes = file };
		bool is_taken = format_detect(&head) == &format_cpu;

		ok(is_taken == heads[i / 4].is_taken, "a head that is %s, %s",
		   heads[i / 4].name, layout->name);
	}
	reading_dump(&out, &format_cpu, (struct str){ bytes.s, bytes.n });
	is(buf_str(&out), "error: gperftools CPU profile: does not start with "
	   "the words 0, 3, 0 or 1, a period, 0\n",
	   "a file that is said to be one");
	buf_release(&bytes);
	buf_release(&out);
}

/* Frames of the handler. */

static uint64_t next_random(uint64_t *state)
{
	*state = *state * 6364136223846793005 + 1442695040888963407;
	return *state >> 33;
}

enum { ROWS_MAX = 200, DEPTH_MAX = 6, ROUNDS = 300 };

struct stack {
	uint64_t at[DEPTH_MAX];
	size_t n;
};

/*
 * The way of the reference: each address that is second in a row is counted,
 * and the leaf of a row that has it twice is left once.
 */
static void drop_second(struct stack *stack)
{
	stack->n--;
	memmove(stack->at + 1, stack->at + 2,
		(stack->n - 1) * sizeof(*stack->at));
}

static size_t count_second(const struct stack *rows, size_t n, uint64_t a)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += rows[i].n > 1 && rows[i].at[1] == a;
	return count;
}

static void drop_slowly(struct stack *rows, size_t n)
{
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < n; i++) {
			uint64_t a = rows[i].n > 1 ? rows[i].at[1] : 0;

			if (rows[i].n < 2 ||
			    count_second(rows, n, a) < n - n / 32)
				continue;
			for (size_t k = 0; k < n; k++) {
				if (rows[k].n > 1 && rows[k].at[1] == a)
					drop_second(&rows[k]);
			}
			break;
		}
	}
	for (size_t i = 0; i < n; i++) {
		if (rows[i].n > 1 && rows[i].at[0] == rows[i].at[1] + 1)
			drop_second(&rows[i]);
	}
}

/* Rows, most of which have the frames of a handler second. */
static size_t make_rows(struct stack *rows, uint64_t *state)
{
	size_t n = next_random(state) % ROWS_MAX;
	size_t n_shared = next_random(state) % 4;
	uint64_t odds = 1 + next_random(state) % 60;

	for (size_t i = 0; i < n; i++) {
		struct stack *row = &rows[i];

		row->n = 1 + next_random(state) % 3;
		for (size_t k = 0; k < DEPTH_MAX; k++)
			row->at[k] = 0x100 + next_random(state) % 20;
		if (!(next_random(state) % odds))
			continue;
		for (size_t k = 0; k < n_shared; k++)
			row->at[1 + k] = 0x200 + k;
		if (next_random(state) % 2)
			row->at[1 + n_shared] = row->at[0] - 1;
		row->n = 2 + n_shared;
	}
	return n;
}

static void add_rows(struct buf *bytes, const struct stack *rows, size_t n)
{
	file_of(bytes, &layouts[L32], "0 3 0 1 0", "");
	for (size_t i = 0; i < n; i++) {
		add_word(bytes, &layouts[L32], 1);
		add_word(bytes, &layouts[L32], rows[i].n);
		for (size_t k = 0; k < rows[i].n; k++)
			add_word(bytes, &layouts[L32],
				 rows[i].at[k] + (k > 0));
	}
}

static void add_want(struct buf *want, const struct stack *rows, size_t n)
{
	buf_clear(want);
	buf_adds(want, "types samples/count cpu/nanoseconds\n");
	for (size_t i = 0; i < n; i++) {
		for (size_t k = rows[i].n; k--;)
			buf_addf(want, "0x%" PRIx64 "%s", rows[i].at[k],
				 k ? ";" : " 1,1000\n");
	}
}

static void test_handlers(void)
{
	static struct stack rows[ROWS_MAX];
	struct buf bytes = BUF_INIT, want = BUF_INIT, out = BUF_INIT;
	uint64_t state = 3;
	int bad = 0, changed = 0;

	for (int i = 0; i < ROUNDS; i++) {
		size_t n = make_rows(rows, &state);

		add_rows(&bytes, rows, n);
		add_want(&out, rows, n);
		drop_slowly(rows, n);
		add_want(&want, rows, n);
		changed += !buf_same(&out, &want);
		reading_stacks(&out, NULL, (struct str){ bytes.s, bytes.n });
		bad += !buf_same(&out, &want);
	}
	ok(changed > ROUNDS / 4 && changed < ROUNDS,
	   "random rows have frames of a handler, or not");
	is_int(bad, 0, "which are dropped as the reference does");
	buf_release(&bytes);
	buf_release(&want);
	buf_release(&out);
}

/* Locations are numbered by the rows that are left; twins leave theirs. */
static void test_numbers(void)
{
	static const char words[] =
		"0 3 0 1 0"
		"  1 3 0x10 0x501 0x21"
		"  1 4 0x11 0x501 0x11 0x21";
	static const char want[] =
		"type samples count\n"
		"type cpu nanoseconds\n"
		"map 1 0x0 0xffffffffffffffff 0x0 - -\n"
		"loc 1 1 0x10\n"
		"loc 2 1 0x20\n"
		"loc 3 1 0x11\n"
		"row 1,2 1,1000\n"
		"row 3,2 1,1000\n";
	struct buf bytes = BUF_INIT, out = BUF_INIT;

	reading_dump(&out, NULL, file_of(&bytes, &layouts[L32], words, ""));
	ok(!strncmp(buf_str(&out), want, sizeof(want) - 1),
	   "locations have numbers in the order of the rows");
	buf_release(&bytes);
	buf_release(&out);
}

/* Java. */

static void test_java(void)
{
	static const char words[] =
		"0 3 1 10000 0  3 3 1 2 3  1 2 4 3  0 1 0";
	static const char table[] =
		" 0x0000001 app.Store.get (Store.java:42)\n"
		" 0x02 memcpy (/lib/libc.so.6)\n"
		" 0x3 GC\n"
		" 0x5 not.used (A.java:1)\n";
	static const char want[] =
		"type samples count\n"
		"type cpu nanoseconds\n"
		"map 1 0x0 0xffffffffffffffff 0x0 - -\n"
		"func 1 app.Store.get Store.java 0\n"
		"func 2 memcpy libc.so.6 0\n"
		"func 3 GC - 0\n"
		"loc 1 0 0x0 1:42\n"
		"loc 2 0 0x0 2\n"
		"loc 3 0 0x0 3\n"
		"loc 4 1 0x0\n"
		"row 1,2,3 3,30000000\n"
		"row 4,3 1,10000000\n"
		"drop ProfileData::Add|ProfileData::prof_handler|"
		"CpuProfiler::prof_handler|__pthread_sighandler|__restore\n"
		"period 10000000 cpu nanoseconds\n";
	struct buf bytes = BUF_INIT, out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(layouts); i++) {
		reading_dump(&out, NULL,
			     file_of(&bytes, &layouts[i], words, table));
		is(buf_str(&out), want, "Java, %s", layouts[i].name);
	}
	reading_dump(&out, NULL,
		     file_of(&bytes, &layouts[L64], words, "\n"
			     "0x11112222333344445 f (A.java:1)\n"));
	is(buf_str(&out), "error: gperftools CPU profile: the text behind the "
	   "samples: line 2: an address of more than 64 bits\n",
	   "an address that is too long");
	buf_release(&bytes);
	buf_release(&out);
}

/* What of the memory map could not be read is said. */
static void test_refused(void)
{
	struct buf bytes = BUF_INIT, out = BUF_INIT, text = BUF_INIT;

	buf_adds(&text, "a = /app\n");
	buf_pad(&text, 'x', 300);
	buf_adds(&text, " = /b\n");
	reading_stacks(&out, NULL, file_of(&bytes, &layouts[L64],
					   "0 3 0 1 0  1 1 7  0 1 0",
					   buf_str(&text)));
	is(buf_str(&out), "warning: a line could not be read and is left out: "
	   "line 2: a name of more than 256 bytes\n"
	   "types samples/count cpu/nanoseconds\n0x7 1,1000\n",
	   "a line of the map is left out");
	buf_release(&bytes);
	buf_release(&out);
	buf_release(&text);
}

/* Cut files. */

/*
 * How many rows the first n bytes have, -1 when they are no profile: samples
 * are whole, or all that is there is refused.
 */
static int rows_within(const size_t *ends, size_t n_ends, size_t n)
{
	for (size_t i = 0; i < n_ends; i++) {
		if (n == ends[i])
			return (int)i;
	}
	return n > ends[n_ends - 1] ? (int)n_ends - 1 : -1;
}

static int count_rows(const struct buf *dump)
{
	int n = 0;

	for (const char *at = buf_str(dump); *at; at += strcspn(at, "\n") + 1)
		n += !strncmp(at, "row ", 4);
	return n;
}

static void test_cuts(void)
{
	/* Words of the head, of samples, and of the mark. */
	static const char *const parts[] = {
		"0 3 0 10000 0", "7 3 0x1010 0x1021 0x2001", "1 1 0x1010",
		"2 2 0x1011 0x9001", "0 1 0",
	};
	size_t ends[ARRAY_SIZE(parts)];
	struct buf bytes = BUF_INIT, out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(layouts); i++) {
		int bad = 0;

		buf_clear(&bytes);
		for (size_t k = 0; k < ARRAY_SIZE(parts); k++) {
			add_words(&bytes, &layouts[i], parts[k]);
			ends[k] = bytes.n;
		}
		buf_adds(&bytes, map);
		for (size_t n = 1; n <= bytes.n; n++) {
			int want = rows_within(ends, ARRAY_SIZE(ends) - 1, n);
			bool is_error;

			if (n > ends[3] && n < ends[4])
				want = -1;
			reading_dump(&out, NULL, (struct str){ bytes.s, n });
			is_error = !strncmp(buf_str(&out), "error: ", 7) &&
				   out.n > 10;
			bad += is_error != (want < 0) ||
			       (!is_error && count_rows(&out) != want) ||
			       strstr(buf_str(&out), "lost: ");
		}
		is_int(bad, 0, "cut at any byte, %s", layouts[i].name);
	}
	buf_release(&bytes);
	buf_release(&out);
}

int main(void)
{
	test_layouts();
	test_odd();
	test_heads();
	test_handlers();
	test_refused();
	test_numbers();
	test_java();
	test_cuts();
	return tap_done();
}
