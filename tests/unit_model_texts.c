/*
 * What holds of all formats that are text: each file has one format, whatever
 * its line ends and its encoding, and no line, map, cut or damaged byte does
 * more than to be refused with its place.
 */
#define ZLIB_CONST

#include "config.h"

#include <stdlib.h>
#include <zlib.h>

#include "model/format.h"
#include "tests/reading.h"
#include "tests/tap.h"

#define ROW "1000-2000 r-xp 0 08:01 7 /usr/bin/app\n"
#define MAP "MAPPED_LIBRARIES:\n" ROW
#define OLD_MAP "--- Memory map: ---\n" ROW

enum kind { LINES, LINES_AND_MAP, JSON };

/* The least that has every kind of line. */
static const struct {
	const char *name, *format, *text;
	enum kind kind;
} texts[] = {
	{ "a heap of Go", "heap",
	  "heap profile: 1: 64 [2: 128] @ heap/1048576\n"
	  "1: 64 [2: 128] @ 0x1001 0x1101\n"
	  "#\t0x1000\tmain.f+0x10\t/src/main.go:7\n"
	  "#\t0x1100\tmain.main+0x20\t/src/main.go:3\n\n"
	  "# runtime.MemStats\n# Alloc = 5\n# NumGC = 2\n" MAP, LINES_AND_MAP },
	{ "a heap of gperftools", "heap",
	  "heap profile:      1:       64 [     2:      128] @ heapprofile\n"
	  "     1:       64 [     2:      128] @ 0x00001001 0x00001101\n\n" MAP,
	  LINES_AND_MAP },
	{ "growth", "heap",
	  "heap profile: 1: 64 [1: 64] @ growth\n1: 64 [1: 64] @ 0x1001\n" MAP,
	  LINES_AND_MAP },
	{ "a heap of jemalloc", "heap",
	  "heap_v2/524288\n  t*: 1: 64 [0: 0]\n  t0: 1: 64 [0: 0]\n"
	  "@ 0x1001 0x1101\n  t*: 1: 64 [0: 0]\n  t0: 1: 64 [0: 0]\n\n" MAP,
	  LINES_AND_MAP },
	{ "goroutines", "count",
	  "goroutine profile: total 3\n2 @ 0x1001 0x1101\n"
	  "# labels: {\"job\":\"a\\tb\"}\n"
	  "#\t0x1000\tmain.f+0x10\t/src/main.go:7\n\n1 @ 0x1101\n"
	  OLD_MAP, LINES_AND_MAP },
	{ "threads", "threadz",
	  "--- threadz 1 ---\n\n--- Thread 7f (name: a/1) stack: ---\n"
	  "  PC:  0x1001: f(int)\n  0x1101: main\n"
	  "--- Thread 80 (name: b/2) stack: ---\n  [same as previous thread]\n"
	  OLD_MAP, LINES_AND_MAP },
	{ "contention of C++", "contention",
	  "--- contentionz 1 ---\ncycles/second = 2000000000\n"
	  "sampling period = 100\nms since reset = 5\n"
	  "  100 2 @ 0x1001 0x1101\n" OLD_MAP, LINES_AND_MAP },
	{ "mutexes of Go", "contention",
	  "--- mutex:\ncycles/second=2000000000\nsampling period=1\n"
	  "100 2 @ 0x1001 0x1101\n#\t0x1000\tmain.f+0x10\t/src/main.go:7\n"
	  OLD_MAP, LINES_AND_MAP },
	{ "a heap of Java", "java",
	  "--- heapz 1 ---\nformat = java\nresolution = bytes\n"
	  "  64 1 @ 0x1 0x2\n\n 0x1 a.b (C.java:7)\n 0x2 memcpy (/l.so)\n",
	  LINES },
	{ "contention of Java", "java",
	  "--- contentionz 1 ---\nformat = java\nresolution = ms\n"
	  "sampling period = 100\nms since reset = 5\n  64 1 @ 0x1 0x2\n"
	  " 0x1 a.b (C.java:7)\n 0x2 GC\n", LINES },
	{ "a dump of goroutines", "goroutines",
	  "goroutine 1 [running]:\nmain.f(0x1, {0x2, 0x3})\n"
	  "\t/src/main.go:7 +0x1d\nmain.main()\n\t/src/main.go:3 +0x2a\n\n"
	  "goroutine 18 [chan receive, 5 minutes]:\nmain.g()\n"
	  "\t/src/main.go:9 +0x1d\ncreated by main.main in goroutine 1\n"
	  "\t/src/main.go:2 +0x2a\n", LINES },
	{ "folded stacks", "folded",
	  "main;f 7\nmain;g;h 12\nmain;f 3\nmain 1\n", LINES },
	{ "folded stacks, two of them", "folded",
	  "main;f 7 9\nmain;g;h 12 0\nmain;f 3 3\nmain 1 2\n", LINES },
	{ "perf script", "perf",
	  "app 11/12 [000] 100.000001: 10101010 cycles:\n"
	  "\t00000000401136 f+0x10 (/usr/bin/app)\n"
	  "\t00000000401156 main+0x20 (/usr/bin/app)\n\n"
	  "app 11/12 [001] 100.000002: 10101010 cycles:\n"
	  "\tffffffff81000000 [unknown] ([kernel.kallsyms])\n\n", LINES },
	{ "speedscope", "speedscope",
	  "{\"shared\": {\"frames\": [{\"name\": \"main\"},\n"
	  "{\"name\": \"f\"}]}, \"profiles\": [{\"type\": \"sampled\",\n"
	  "\"unit\": \"none\", \"samples\": [[0, 1], [0]],\n"
	  "\"weights\": [1, 2]}]}\n", JSON },
	{ "a CPU profile of V8", "v8",
	  "{\"nodes\": [{\"id\": 1, \"callFrame\": {\"functionName\":\n"
	  "\"(root)\", \"scriptId\": \"0\", \"url\": \"\",\n"
	  "\"lineNumber\": -1, \"columnNumber\": -1}, \"children\": [2]},\n"
	  "{\"id\": 2, \"callFrame\": {\"functionName\": \"f\", \"scriptId\":\n"
	  "\"1\", \"url\": \"a.js\", \"lineNumber\": 3, \"columnNumber\":\n"
	  "7}}], \"startTime\": 1, \"endTime\": 9, \"samples\": [2, 2],\n"
	  "\"timeDeltas\": [1, 2]}\n", JSON },
};

static bool is_error(const struct buf *out)
{
	return !strncmp(buf_str(out), "error: ", 7) && out->n > 8;
}

static bool is_lost(const struct buf *out)
{
	return strstr(buf_str(out), "lost: ");
}

static void test_formats(void)
{
	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		struct str text = str_of(texts[i].text);
		struct head head = { text, true, text };
		const struct format *format;
		int n_like = 0;
		bool is_right = false;

		for (size_t k = 0; (format = format_at(k)); k++) {
			if (format->match(&head) <= LIKENESS_UNLIKELY)
				continue;
			n_like++;
			is_right = !strcmp(format->name, texts[i].format);
		}
		ok(n_like == 1 && is_right, "%s: like one format, %s",
		   texts[i].name, texts[i].format);
	}
}

/* A text with other line ends, or in another encoding. */

static void add_crlf(struct buf *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\n')
			buf_addc(out, '\r');
		buf_addc(out, *text);
	}
}

static void add_mark(struct buf *out, const char *text)
{
	buf_adds(out, "\xef\xbb\xbf");
	buf_adds(out, text);
}

static void add_little(struct buf *out, const char *text)
{
	buf_adds(out, "\xff\xfe");
	for (; *text; text++) {
		buf_addc(out, *text);
		buf_addc(out, '\0');
	}
}

static void add_big(struct buf *out, const char *text)
{
	buf_adds(out, "\xfe\xff");
	for (; *text; text++) {
		buf_addc(out, '\0');
		buf_addc(out, *text);
	}
}

static const struct {
	const char *name;
	void (*add)(struct buf *out, const char *text);
} encodings[] = {
	{ "CR LF", add_crlf },
	{ "a byte order mark", add_mark },
	{ "UTF-16, little end first", add_little },
	{ "UTF-16, big end first", add_big },
};

static void test_encodings(void)
{
	struct buf bytes = BUF_INIT, want = BUF_INIT, out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(texts) * 4; i++) {
		const char *text = texts[i / 4].text;
		bool is_wide = i % 4 > 1, is_fit;

		reading_dump(&want, NULL, str_of(text));
		buf_clear(&bytes);
		encodings[i % 4].add(&bytes, text);
		reading_dump(&out, NULL, (struct str){ bytes.s, bytes.n });
		is_fit = is_wide && texts[i / 4].kind == JSON ?
			 !!strstr(buf_str(&out),
				  "UTF-16, which JSON is not") :
			 !is_error(&want) && buf_same(&out, &want);
		ok(is_fit && !is_lost(&out), "%s with %s", texts[i / 4].name,
		   encodings[i % 4].name);
	}
	buf_release(&bytes);
	buf_release(&want);
	buf_release(&out);
}

/* NULs make it no text; a CR alone ends no line. */
static void test_controls(void)
{
	struct buf bytes = BUF_INIT, out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		const char *text = texts[i].text;

		buf_clear(&bytes);
		buf_adds(&bytes, text);
		bytes.s[5] = '\0';
		reading_dump(&out, NULL, (struct str){ bytes.s, bytes.n });
		ok(is_error(&out) && !is_lost(&out), "%s with a NUL is none",
		   texts[i].name);
		buf_clear(&bytes);
		buf_adds(&bytes, text);
		for (char *at; (at = strchr(bytes.s, '\n')); *at = '\r')
			;
		reading_dump(&out, NULL, (struct str){ bytes.s, bytes.n });
		is(buf_str(&out), "error: not a profile: this is text whose "
		   "lines end in CR alone; mend them: tr '\\r' '\\n' <FILE | "
		   "pprowl -\n", "%s with CR alone is told", texts[i].name);
	}
	buf_release(&bytes);
	buf_release(&out);
}

/* Read in its format, whatever is left of it to be found out. */
static bool is_safe(struct buf *out, size_t i, struct str bytes)
{
	const struct format *format = format_find(texts[i].format);

	reading_dump(out, format, bytes);
	return (is_error(out) || strstr(buf_str(out), "type ")) &&
	       !is_lost(out);
}

static void test_cuts(void)
{
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		struct str bytes = str_of(texts[i].text);
		int bad = 0;

		for (; bytes.n; bytes.n--)
			bad += !is_safe(&out, i, bytes);
		is_int(bad, 0, "%s, cut at any byte", texts[i].name);
	}
	buf_release(&out);
}

static uint64_t next_random(uint64_t *state)
{
	*state = *state * 6364136223846793005 + 1442695040888963407;
	return *state >> 33;
}

enum { DAMAGED = 400 };

/* Some bytes are others, mostly ones that mean something somewhere. */
static void test_damaged(void)
{
	static const char bytes[] =
		"0123456789abcdefx @:[]#-=\n\r\t\"{},/.\xff";
	struct buf text = BUF_INIT, out = BUF_INIT;
	uint64_t state = 5;

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		int bad = 0;

		for (int k = 0; k < DAMAGED; k++) {
			buf_clear(&text);
			buf_adds(&text, texts[i].text);
			for (size_t n = 1 + next_random(&state) % 4; n; n--)
				text.s[next_random(&state) % text.n] =
					bytes[next_random(&state) %
					      sizeof(bytes)];
			bad += !is_safe(&out, i,
					(struct str){ text.s, text.n });
		}
		is_int(bad, 0, "%s, damaged", texts[i].name);
	}
	buf_release(&text);
	buf_release(&out);
}

/* Large files. */

enum { ROWS = 30 * 1000, LINE = 17 << 20, BUDGET = 64 << 20 };

/*
 * Rows of a memory map, many of them reversed, and one with a path of a
 * megabyte.
 */
static void test_maps(void)
{
	struct buf text = BUF_INIT, out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		if (texts[i].kind != LINES_AND_MAP)
			continue;
		buf_clear(&text);
		buf_adds(&text, texts[i].text);
		for (size_t k = 0; k < ROWS; k++)
			buf_addf(&text, "%zx-%zx: /l%zu.so (@%zx)\n",
				 k * 0x10, k % 2 ? k : k * 0x20, k, k % 7);
		buf_adds(&text, "1-2: /");
		buf_pad(&text, 'x', 1 << 20);
		reading_dump(&out, NULL, (struct str){ text.s, text.n });
		ok(!is_error(&out) && !is_lost(&out), "%s with a large map",
		   texts[i].name);
	}
	buf_release(&text);
	buf_release(&out);
}

/* Packs the text and n times the letter behind it. */
static void deflate_line(struct buf *out, const char *text, size_t n)
{
	static char letters[1 << 16];
	z_stream stream = { .next_in = (const uint8_t *)text };
	int end = Z_OK;

	memset(letters, 'x', sizeof(letters));
	stream.avail_in = (unsigned)strlen(text);
	if (deflateInit2(&stream, 1, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY))
		die("deflateInit2");
	while (end != Z_STREAM_END) {
		if (!stream.avail_in && n) {
			stream.next_in = (const uint8_t *)letters;
			stream.avail_in = (unsigned)(n < sizeof(letters) ?
						     n : sizeof(letters));
			n -= stream.avail_in;
		}
		buf_grow(out, 1 << 16);
		stream.next_out = (uint8_t *)out->s + out->n;
		stream.avail_out = 1 << 16;
		end = deflate(&stream, n ? Z_NO_FLUSH : Z_FINISH);
		out->n += (1 << 16) - stream.avail_out;
	}
	deflateEnd(&stream);
}

/* The reason a file is refused for, within the budget; "" when it is read. */
static const char *reason_of(struct str bytes, struct err *err)
{
	struct mem mem = { .limit = BUDGET };
	struct input_limits limits = { .mem = &mem };
	struct profile profile;
	struct input input;
	struct reading reading = { .profile = &profile, .input = &input };

	err->text[0] = '\0';
	profile_init(&profile, &mem);
	if (!input_open_memory(&input, "memory", (const uint8_t *)bytes.s,
			       bytes.n, &limits, err) &&
	    !format_read(NULL, &reading, err))
		err->text[0] = '\0';
	input_close(&input);
	profile_release(&profile);
	return err->text;
}

/*
 * A last line that does not end: the reason says which it is, and no more than
 * the budget is taken, else the program ends.
 */
static void test_lines(void)
{
	struct buf bytes = BUF_INIT;
	char want[64];
	struct err err;

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		unsigned n = 1;

		if (texts[i].kind == JSON)
			continue;
		for (const char *at = texts[i].text; *at; at++)
			n += *at == '\n';
		buf_clear(&bytes);
		deflate_line(&bytes, texts[i].text, LINE);
		snprintf(want, sizeof(want), "line %u: longer than 16 MiB", n);
		ok(strstr(reason_of((struct str){ bytes.s, bytes.n }, &err),
			  want), "%s with a line of 17 MiB", texts[i].name);
	}
	buf_release(&bytes);
}

int main(void)
{
	test_formats();
	test_encodings();
	test_controls();
	test_cuts();
	test_damaged();
	test_maps();
	test_lines();
	return tap_done();
}
