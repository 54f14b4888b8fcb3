/*
 * The byte stream: sources, gzip in all its states of repair, limits, records
 * of every size across the steps, progress, cancelling, and names of other
 * formats.  The data is made here; files live in a directory of their own.
 */
#define ZLIB_CONST

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "model/buf.h"
#include "model/input.h"
#include "tests/tap.h"

static char dir[] = "/tmp/unit_input.XXXXXX";
static struct mem mem;

static struct input_limits limits_of(uint64_t max)
{
	return (struct input_limits){ .max_input = max, .mem = &mem };
}

/* Bytes that neither repeat soon nor compress to nothing. */
static uint8_t byte_at(uint64_t i)
{
	uint64_t x = (i / 3 + 1) * 0x9e3779b97f4a7c15u;

	return (uint8_t)(x >> 60 | 0x40);
}

static void add_bytes(struct buf *buf, uint64_t from, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		buf_addc(buf, (char)byte_at(from + i));
}

/* Appends data[0..n) as one gzip member, whose head may have a name. */
static void add_named_gzip(struct buf *buf, const char *name, const char *data,
			   size_t n)
{
	gz_header header = { .name = (Bytef *)(uintptr_t)name, .os = 3 };
	static char block[65536];
	z_stream z = { 0 };
	int rc;

	deflateInit2(&z, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
	if (name)
		deflateSetHeader(&z, &header);
	z.next_in = (const Bytef *)data;
	z.avail_in = (uInt)n;
	do {
		z.next_out = (Bytef *)block;
		z.avail_out = sizeof(block);
		rc = deflate(&z, Z_FINISH);
		buf_add(buf, block, sizeof(block) - z.avail_out);
	} while (rc == Z_OK);
	deflateEnd(&z);
}

static void add_gzip(struct buf *buf, const char *data, size_t n)
{
	add_named_gzip(buf, NULL, data, n);
}

static void make_path(char path[256], const char *name)
{
	snprintf(path, 256, "%s/%s", dir, name);
}

static void write_file(const char *path, const struct buf *buf)
{
	FILE *file = fopen(path, "w");

	fwrite(buf_str(buf), 1, buf->n, file);
	fclose(file);
}

/* Reads to the end in pieces; true when every byte is byte_at of its offset. */
static bool read_all(struct input *in, size_t piece, uint64_t *n,
		     struct err *err)
{
	const uint8_t *at;
	size_t have, i;

	for (*n = 0;; *n += have) {
		if (input_offset(in) != *n)
			return false;
		have = input_peek(in, piece, &at, err);
		if (have == (size_t)-1)
			return false;
		if (!have)
			return in->ended;
		if (have < piece && !in->ended)
			return false;
		for (i = 0; i < have; i++)
			if (at[i] != byte_at(*n + i))
				return false;
		input_skip(in, have);
	}
}

/* The reason for which bytes cannot be read to their end, or "". */
static const char *memory_error(const struct buf *buf, uint64_t max,
				struct err *err)
{
	struct input_limits limits = limits_of(max);
	struct input in;
	const uint8_t *at;
	size_t have = 1;

	err->text[0] = '\0';
	if (!input_open_memory(&in, "memory", (const uint8_t *)buf_str(buf),
			       buf->n, &limits, err)) {
		while (have && have != (size_t)-1) {
			have = input_peek(&in, 1, &at, err);
			if (have == 1)
				input_skip(&in, 1);
		}
	}
	input_close(&in);
	return err->text;
}

static const char *file_error(const char *path, uint64_t max, struct err *err)
{
	struct input_limits limits = limits_of(max);
	struct input in;

	err->text[0] = '\0';
	input_open(&in, path, &limits, err);
	input_close(&in);
	return err->text;
}

static bool has(const char *text, const char *part)
{
	bool found = strstr(text, part) != NULL;

	if (!found)
		printf("# \"%s\" is not in \"%s\"\n", part, text);
	return found;
}

/* Every source gives the same bytes, whatever the size of the pieces. */
static void test_pieces(void)
{
	static const size_t pieces[] = {
		1, 7, 4096, 65535, 65536, 65537, 100000, 262143, 262144,
		262145, 330000, 1000000, 5000000,
	};
	struct input_limits limits = limits_of(1 << 30);
	struct buf raw = BUF_INIT, gz = BUF_INIT;
	const size_t size = 3000001;
	char path[2][256];
	struct input in;
	struct err err;
	uint64_t n;
	size_t i, j;
	int rc;

	add_bytes(&raw, 0, size);
	add_gzip(&gz, raw.s, raw.n);
	make_path(path[0], "raw");
	make_path(path[1], "gz");
	write_file(path[0], &raw);
	write_file(path[1], &gz);
	for (i = 0; i < ARRAY_SIZE(pieces); i++) {
		for (j = 0; j < 3; j++) {
			rc = j < 2 ? input_open(&in, path[j], &limits, &err) :
			     input_open_memory(&in, "gz", (uint8_t *)gz.s,
					       gz.n, &limits, &err);
			ok(!rc && read_all(&in, pieces[i], &n, &err) &&
			   n == size, "source %zu in pieces of %zu", j,
			   pieces[i]);
			input_close(&in);
		}
	}
	is_int(mem.used, 0, "all memory was given back");
	buf_release(&raw);
	buf_release(&gz);
}

/* Records of random sizes, some larger than anything before. */
static void test_records(void)
{
	struct input_limits limits = limits_of(1 << 30);
	struct buf raw = BUF_INIT, gz = BUF_INIT;
	uint64_t seed = 1, offset = 0;
	const uint8_t *at;
	struct input in;
	struct err err;
	bool same = true;
	size_t n;

	add_bytes(&raw, 0, 4000000);
	add_gzip(&gz, raw.s, raw.n);
	input_open_memory(&in, "gz", (uint8_t *)gz.s, gz.n, &limits, &err);
	while (same && offset < raw.n) {
		seed = seed * 6364136223846793005u + 1442695040888963407u;
		n = (size_t)(seed >> 40) >> (seed >> 33 & 15);
		if (n > raw.n - offset)
			n = (size_t)(raw.n - offset);
		at = input_need(&in, n, &err);
		same = at && !memcmp(at, raw.s + offset, n) &&
		       input_offset(&in) == offset;
		/* Not all that was asked for is taken. */
		n = n / 2 + 1;
		if (n > raw.n - offset)
			n = (size_t)(raw.n - offset);
		if (same && !input_discard(&in, n, &err))
			offset += n;
	}
	ok(same, "records of many sizes");
	ok(!input_need(&in, 1, &err) && in.ended, "and then the end");
	is(err.text, "cut short: the data ends at byte 4000000",
	   "which is said");
	input_close(&in);
	buf_release(&raw);
	buf_release(&gz);
}

static void test_ends(void)
{
	struct input_limits limits = limits_of(1 << 30);
	struct buf raw = BUF_INIT, gz = BUF_INIT;
	const uint8_t *at;
	struct input in;
	struct err err;

	add_bytes(&raw, 0, 1000000);
	add_gzip(&gz, raw.s, raw.n);
	input_open_memory(&in, "raw", (uint8_t *)raw.s, 10, &limits, &err);
	ok(input_need(&in, 10, &err) && !in.ended, "all there is");
	ok(!input_need(&in, 11, &err) && in.ended, "but no more");
	is_int(input_peek(&in, 11, &at, &err), 10, "peeking gives what is");
	ok(at[9] == byte_at(9), "... where it is");
	ok(input_need(&in, 0, &err) != NULL, "nothing can always be had");
	ok(input_discard(&in, 11, &err) < 0, "moving past the end fails");
	input_close(&in);

	input_open_memory(&in, "gz", (uint8_t *)gz.s, gz.n, &limits, &err);
	ok(!input_discard(&in, 999999, &err), "moving over many steps");
	is_int(input_offset(&in), 999999, "... counts");
	at = input_need(&in, 1, &err);
	ok(at && *at == byte_at(999999), "... and leads to the right byte");
	ok(!input_discard(&in, 1, &err), "... to the end");
	is_int(input_peek(&in, 1, &at, &err), 0, "where nothing is");
	ok(in.ended, "... as it says");
	ok(input_discard(&in, 1, &err) < 0, "nothing to move over");
	input_close(&in);
	buf_release(&raw);
	buf_release(&gz);
}

/* A length out of a broken record must not be believed. */
static void test_hostile_lengths(void)
{
	struct input_limits limits = limits_of(1 << 30);
	static const size_t sizes[] = {
		(size_t)1 << 31, SIZE_MAX / 2, SIZE_MAX, (size_t)1 << 29,
	};
	struct buf raw = BUF_INIT, gz = BUF_INIT;
	struct input in;
	struct err err;
	size_t i, used;

	add_bytes(&raw, 0, 300000);
	add_gzip(&gz, raw.s, raw.n);
	input_open_memory(&in, "gz", (uint8_t *)gz.s, gz.n, &limits, &err);
	used = mem.used;
	for (i = 0; i < ARRAY_SIZE(sizes); i++) {
		ok(!input_need(&in, sizes[i], &err), "%zu bytes are not there",
		   sizes[i]);
		ok(mem.used == used, "... and no room is made for them");
	}
	ok(has(err.text, "a length of 536870912 bytes, past the end"),
	   "... which is said");
	/* What could be there is gathered as it comes. */
	ok(!input_need(&in, 10000000, &err), "nor are 10 MB");
	ok(mem.used - used <= 4 << 20, "... for which no 10 MB are taken");
	ok(input_need(&in, 300000, &err) != NULL, "what is there still is");
	input_close(&in);
	buf_release(&raw);
	buf_release(&gz);
}

static void test_truncated(void)
{
	struct buf raw = BUF_INIT, gz = BUF_INIT;
	struct err err;
	size_t i, full, bad = 0;

	add_bytes(&raw, 0, 2000);
	add_gzip(&gz, raw.s, raw.n);
	full = gz.n;
	is(memory_error(&gz, 0, &err), "", "a whole gzip");
	for (i = 2; i < full; i++) {
		gz.n = i;
		memory_error(&gz, 0, &err);
		bad += strncmp(err.text, "truncated gzip: ", 16) != 0;
	}
	is_int(bad, 0, "every truncated gzip is called that");
	gz.n = full - 1;
	ok(has(memory_error(&gz, 0, &err), ", 2000 bytes inflated"),
	   "... with what came out of it");
	gz.n = 10;
	ok(has(memory_error(&gz, 0, &err), "ends after 10 bytes, 0 bytes"),
	   "... if only a header");
	gz.n = 1;
	is(memory_error(&gz, 0, &err), "", "one byte 1f is no gzip");
	gz.n = 0;
	is(memory_error(&gz, 0, &err), "empty file", "nothing is empty");
	buf_release(&raw);
	buf_release(&gz);
}

/* A header with all its parts, cut in each. */
static void test_header(void)
{
	struct buf gz = BUF_INIT;
	struct err err;
	size_t i, bad = 0, full;

	buf_add(&gz, "\x1f\x8b\x08\x1c\0\0\0\0\0\3", 10);
	buf_add(&gz, "\xff\xff", 2);
	buf_pad(&gz, 'x', 65535);
	buf_pad(&gz, 'n', 300000);
	buf_addc(&gz, '\0');
	buf_pad(&gz, 'c', 300000);
	full = gz.n;
	for (i = 2; i < full; i += 9973) {
		gz.n = i;
		bad += !has(memory_error(&gz, 0, &err), "truncated gzip");
	}
	gz.n = full;
	is_int(bad, 0, "a long header, cut");
	ok(has(memory_error(&gz, 400000, &err), "more than -max_input=400000;"),
	   "an endless name ends at the limit");
	buf_release(&gz);
}

static void test_damaged(void)
{
	struct buf raw = BUF_INIT, gz = BUF_INIT;
	struct err err;

	add_bytes(&raw, 0, 2000);
	add_gzip(&gz, raw.s, raw.n);
	gz.s[gz.n - 5] ^= 1;
	ok(has(memory_error(&gz, 0, &err), "damaged gzip: wrong CRC"),
	   "a wrong CRC");
	ok(has(err.text, "2000 bytes inflated"), "... with what came out");
	gz.s[gz.n - 5] ^= 1;
	gz.s[gz.n - 1] ^= 1;
	ok(has(memory_error(&gz, 0, &err), "damaged gzip: wrong ISIZE"),
	   "a wrong ISIZE");
	gz.s[gz.n - 1] ^= 1;
	gz.s[2] = 9;
	ok(has(memory_error(&gz, 0, &err), "unknown compression method"),
	   "an unknown method");
	gz.s[2] = 8;
	memset(gz.s + 20, 0xff, 40);
	ok(has(memory_error(&gz, 0, &err), "damaged gzip: "), "broken data");
	buf_release(&raw);
	buf_release(&gz);
}

static void test_members(void)
{
	struct input_limits limits = limits_of(1 << 30);
	struct buf raw = BUF_INIT, gz = BUF_INIT;
	struct input in;
	struct err err;
	uint64_t n;
	int i;

	add_bytes(&raw, 0, 700000);
	add_gzip(&gz, raw.s, 300000);
	add_gzip(&gz, raw.s, 0);
	add_gzip(&gz, raw.s + 300000, 1);
	add_gzip(&gz, raw.s + 300001, 399999);
	input_open_memory(&in, "gz", (uint8_t *)gz.s, gz.n, &limits, &err);
	ok(read_all(&in, 1000, &n, &err) && n == raw.n, "four members");
	input_close(&in);
	buf_clear(&gz);
	for (i = 0; i < 10000; i++)
		add_gzip(&gz, raw.s, 0);
	is(memory_error(&gz, 0, &err), "empty file once inflated",
	   "10,000 empty members");
	add_gzip(&gz, raw.s, 5);
	is(memory_error(&gz, 0, &err), "", "... and one that is not");
	buf_release(&raw);
	buf_release(&gz);
}

/*
 * A stream of deflate that ends a few bytes before or behind where one read
 * ends: reads are of 256 KiB.
 */
static void test_edges(void)
{
	enum { READ = 256 * 1024, TAIL = 8 };
	struct buf raw = BUF_INIT, gz = BUF_INIT, name = BUF_INIT;
	struct input_limits limits = limits_of(1 << 30);
	struct input in;
	struct err err;
	uint64_t n;
	size_t plain;
	int bad = 0;

	add_bytes(&raw, 0, 800000);
	add_named_gzip(&gz, "", raw.s, raw.n);
	plain = gz.n;
	for (size_t i = 0; i < 2 * TAIL + 8; i++) {
		buf_clear(&name);
		buf_pad(&name, 'n', 3 * READ - 8 + i - plain);
		buf_clear(&gz);
		add_named_gzip(&gz, name.s, raw.s, raw.n);
		bad += input_open_memory(&in, "gz", (uint8_t *)gz.s, gz.n,
					 &limits, &err) ||
		       !read_all(&in, 1000, &n, &err) || n != raw.n;
		input_close(&in);
	}
	ok(gz.n > 3 * READ && !bad,
	   "streams that end where a read does");
	buf_release(&raw);
	buf_release(&gz);
	buf_release(&name);
}

static void test_trailing(void)
{
	struct input_limits limits = limits_of(1 << 30);
	struct buf gz = BUF_INIT;
	struct input in;
	struct err err;
	const uint8_t *at;
	size_t end;

	add_gzip(&gz, "profile", 7);
	end = gz.n;
	buf_adds(&gz, "more");
	ok(has(memory_error(&gz, 0, &err), "follows the gzip data is not gzip"),
	   "garbage after gzip");
	gz.n = end;
	buf_adds(&gz, "\x1fzz and so on");
	ok(has(memory_error(&gz, 0, &err), "follows the gzip data is not gzip"),
	   "... that starts as gzip does");
	gz.n = end;
	buf_addc(&gz, '\x1f');
	ok(has(memory_error(&gz, 0, &err), "truncated gzip"),
	   "half a start of another member");
	gz.n = end;
	buf_pad(&gz, '\0', 600000);
	input_open_memory(&in, "gz", (uint8_t *)gz.s, gz.n, &limits, &err);
	ok(input_need(&in, 7, &err) && !input_discard(&in, 7, &err) &&
	   !input_peek(&in, 1, &at, &err), "zeros after gzip are ignored");
	input_close(&in);
	add_gzip(&gz, "profile", 7);
	ok(has(memory_error(&gz, 0, &err), "follows the gzip data is not gzip"),
	   "zeros and then something");
	buf_release(&gz);
}

static void test_nested(void)
{
	struct buf once = BUF_INIT, twice = BUF_INIT;
	struct err err;

	add_gzip(&once, "profile", 7);
	add_gzip(&twice, once.s, once.n);
	ok(has(memory_error(&twice, 0, &err), "still gzip after one level"),
	   "gzip in gzip");
	buf_release(&once);
	buf_release(&twice);
}

static void test_max_input(void)
{
	struct buf raw = BUF_INIT, gz = BUF_INIT;
	struct err err;
	char path[256];

	add_bytes(&raw, 0, 1048577);
	add_gzip(&gz, raw.s, raw.n);
	make_path(path, "max");
	is(memory_error(&gz, 1048577, &err), "", "as much as is allowed");
	is(memory_error(&gz, 1048576, &err), "more than -max_input=1MB "
	   "inflated; raise it with -max_input=SIZE", "one byte more");
	is(memory_error(&gz, 1048575, &err), "more than -max_input=1048575 "
	   "inflated; raise it with -max_input=SIZE", "an odd limit");
	is(memory_error(&raw, 1048577, &err), "", "raw, as much");
	is(memory_error(&raw, 1048576, &err), "more than -max_input=1MB; "
	   "raise it with -max_input=SIZE", "raw, one byte more");
	write_file(path, &raw);
	ok(has(file_error(path, 1048576, &err), "more than -max_input=1MB;"),
	   "a file of one byte more");
	ok(!truncate(path, (off_t)1 << 40) &&
	   has(file_error(path, 1 << 30, &err), "more than -max_input=1GB;"),
	   "a sparse file of a terabyte");
	buf_clear(&raw);
	buf_pad(&raw, '\0', 10 << 20);
	buf_clear(&gz);
	add_gzip(&gz, raw.s, raw.n);
	ok(has(memory_error(&gz, 9 << 20, &err), "more than -max_input=9MB"),
	   "a bomb");
	buf_release(&raw);
	buf_release(&gz);
}

static void test_kinds(void)
{
	struct buf buf = BUF_INIT;
	struct err err;
	char path[256];

	ok(has(file_error(dir, 0, &err), "a directory"), "a directory");
	ok(has(file_error("/dev/zero", 0, &err), "a character device"),
	   "/dev/zero");
	ok(has(file_error("/dev/null", 0, &err), "a character device"),
	   "/dev/null");
	is(file_error("/proc/self/mem", 0, &err), "empty file",
	   "/proc/self/mem");
	is(file_error("/proc/kmsg", 0, &err), "empty file", "/proc/kmsg");
	make_path(path, "missing");
	is(file_error(path, 0, &err), strerror(ENOENT), "no file");
	make_path(path, "loop");
	ok(!symlink("loop", path) &&
	   !strcmp(file_error(path, 0, &err), strerror(ELOOP)), "a loop");
	make_path(path, "empty");
	write_file(path, &buf);
	is(file_error(path, 0, &err), "empty file", "an empty file");
	buf_adds(&buf, "\x1f");
	write_file(path, &buf);
	is(file_error(path, 0, &err), "", "one byte");
	if (geteuid() && !chmod(path, 0))
		is(file_error(path, 0, &err), strerror(EACCES), "unreadable");
	is_int(mem.used, 0, "all memory was given back");
	buf_release(&buf);
}

struct writer {
	const char *path;
	const struct buf *buf;	/* NULL: zeros until nobody reads */
	bool stutters;
};

/* Nothing here waits for a time: the pieces are small, not slow. */
static void *writer_run(void *arg)
{
	const struct writer *w = arg;
	int fd = open(w->path, O_WRONLY);
	static const char zeros[4096];
	size_t n, done = 0;

	while (!w->buf && write(fd, zeros, sizeof(zeros)) > 0)
		;
	while (w->buf && done < w->buf->n) {
		n = w->buf->n - done;
		n = w->stutters && n > 1 ? 1 : n;
		n = (size_t)write(fd, w->buf->s + done, n);
		done += n;
	}
	close(fd);
	return NULL;
}

static void test_fifo(void)
{
	struct input_limits limits = limits_of(1 << 30);
	struct buf raw = BUF_INIT, gz = BUF_INIT;
	struct writer w = { NULL, &gz, true };
	struct input in;
	struct err err;
	char path[256];
	pthread_t thread;
	uint64_t n = 0;
	int rc;

	add_bytes(&raw, 0, 20000);
	add_gzip(&gz, raw.s, raw.n);
	make_path(path, "fifo");
	w.path = path;
	mkfifo(path, 0600);
	pthread_create(&thread, NULL, writer_run, &w);
	rc = input_open(&in, path, &limits, &err);
	ok(!rc && read_all(&in, 1000, &n, &err) && n == raw.n,
	   "a FIFO fed byte by byte");
	input_close(&in);
	pthread_join(thread, NULL);

	w.buf = NULL;
	limits.max_input = 1 << 20;
	pthread_create(&thread, NULL, writer_run, &w);
	rc = input_open(&in, path, &limits, &err);
	ok(!rc && input_discard(&in, 2 << 20, &err) < 0 &&
	   has(err.text, "more than -max_input=1MB;"),
	   "an endless FIFO ends at the limit");
	input_close(&in);
	pthread_join(thread, NULL);
	buf_release(&raw);
	buf_release(&gz);
}

static void test_stdin(void)
{
	struct input_limits limits = limits_of(1 << 30);
	struct buf gz = BUF_INIT;
	const uint8_t *at;
	struct input in;
	struct err err;
	int pipes[2], i, old = dup(STDIN_FILENO);

	add_gzip(&gz, "profile", 7);
	ok(!pipe(pipes) && write(pipes[1], gz.s, gz.n) == (ssize_t)gz.n,
	   "a pipe");
	close(pipes[1]);
	dup2(pipes[0], STDIN_FILENO);
	ok(!input_open(&in, "-", &limits, &err) &&
	   input_peek(&in, 20, &at, &err) == 7 && !memcmp(at, "profile", 7),
	   "standard input");
	is(in.name, "standard input", "... has a name");
	input_close(&in);
	is(file_error("-", 0, &err), "empty file", "and is empty then");
	for (i = 0; i < 2; i++) {
		close(i ? STDIN_FILENO : pipes[0]);
		ok(*file_error("-", 0, &err), i ? "closed" : "still empty");
	}
	dup2(old, STDIN_FILENO);
	close(old);
	buf_release(&gz);
}

/* Reads what a FIFO, or else a file, gives of a buffer, and keeps it. */
static bool read_kept(const struct buf *buf, struct keep *keep, bool is_fifo)
{
	struct input_limits limits = limits_of(1 << 30);
	char path[256];
	struct writer w = { path, buf, false };
	struct input in;
	struct err err;
	pthread_t thread;
	uint64_t n = 0;
	bool result;

	limits.keep = keep;
	make_path(path, is_fifo ? "kept-fifo" : "kept-file");
	if (is_fifo) {
		mkfifo(path, 0600);
		pthread_create(&thread, NULL, writer_run, &w);
	} else {
		write_file(path, buf);
	}
	result = !input_open(&in, path, &limits, &err) &&
		 read_all(&in, 1000, &n, &err);
	input_close(&in);
	if (is_fifo)
		pthread_join(thread, NULL);
	return result;
}

static void test_keep(void)
{
	struct keep keep = { .mem = &mem, .max = 1 << 20 };
	struct buf raw = BUF_INIT, gz = BUF_INIT;
	size_t before = mem.used;

	add_bytes(&raw, 0, 1000000);
	add_gzip(&gz, raw.s, raw.n);
	ok(read_kept(&gz, &keep, true) && keep.n == gz.n &&
	   !memcmp(keep.data, gz.s, gz.n), "what a FIFO gave is kept");
	keep_clear(&keep);
	ok(read_kept(&raw, &keep, true) && keep.n == raw.n &&
	   !memcmp(keep.data, raw.s, raw.n), "also when it is not gzip");
	keep_clear(&keep);
	ok(read_kept(&gz, &keep, false) && !keep.n && !keep.is_over,
	   "what a file gave is not");
	keep.max = raw.n - 1;
	ok(read_kept(&raw, &keep, true) && !keep.n && keep.is_over,
	   "nor what is too much, and that is told");
	is_int(mem.used, before, "of which nothing is left");
	keep_clear(&keep);
	keep.max = raw.n;
	ok(read_kept(&raw, &keep, true) && keep.n == raw.n &&
	   keep.cap == raw.n, "as much as there may be");
	keep_clear(&keep);
	is_int(mem.used, before, "all is given back");
	buf_release(&raw);
	buf_release(&gz);
}

/* Bytes that come in pieces, some of them late, and then the end or not. */
struct feed {
	const struct buf *buf;
	size_t at, piece;
	unsigned n_calls;
	enum { FEED_ENDS, FEED_FAILS, FEED_HANGS } then;
};

static ssize_t feed_read(void *data, uint8_t *to, size_t n, struct err *err)
{
	struct feed *feed = data;
	size_t left = feed->buf->n - feed->at;

	if (feed->n_calls++ % 3 == 1)
		return INPUT_NOT_YET;
	if (!left)
		return feed->then == FEED_FAILS ? err_fail(err, "torn off") :
		       feed->then == FEED_HANGS ? INPUT_NOT_YET : 0;
	if (n > left)
		n = left;
	if (n > feed->piece)
		n = feed->piece;
	memcpy(to, feed->buf->s + feed->at, n);
	feed->at += n;
	return (ssize_t)n;
}

static bool read_feed(struct feed feed, struct keep *keep, uint64_t *n,
		      struct err *err)
{
	struct input_limits limits = limits_of(1 << 30);
	struct input in;
	bool result;

	limits.keep = keep;
	*n = 0;
	result = !input_open_reader(&in, "feed", feed_read, &feed, &limits,
				    err) && read_all(&in, 1000, n, err);
	input_close(&in);
	return result;
}

static void test_reader(void)
{
	static const size_t pieces[] = { 1, 2, 1000, 1 << 20 };
	struct keep keep = { .mem = &mem, .max = 1 << 20 };
	struct buf raw = BUF_INIT, gz = BUF_INIT;
	const struct buf none = BUF_INIT, *bufs[] = { &raw, &gz };
	size_t before = mem.used;
	struct input_limits limits = limits_of(0);
	struct input in;
	struct err err;
	uint64_t n;

	add_bytes(&raw, 0, 600000);
	add_gzip(&gz, raw.s, raw.n);
	for (size_t i = 0; i < ARRAY_SIZE(pieces); i++) {
		for (size_t k = 0; k < 2; k++) {
			ok(read_feed((struct feed){
				.buf = bufs[k], .piece = pieces[i],
			}, &keep, &n, &err) && n == raw.n,
			   "what a function reads, %zu bytes at a time",
			   pieces[i]);
			ok(keep.n == bufs[k]->n &&
			   !memcmp(keep.data, bufs[k]->s, keep.n),
			   "and it is kept as it came");
			keep_clear(&keep);
		}
	}
	for (size_t k = 0; k < 2; k++) {
		struct feed feed = {
			.buf = bufs[k], .piece = 1000, .then = FEED_FAILS,
		};

		ok(!read_feed(feed, NULL, &n, &err), "one that fails");
		is(err.text, "torn off", "says why");
		is_int(n / 1000, raw.n / 1000, "once all it gave was read");
	}
	ok(!read_feed((struct feed){
		.buf = &none, .piece = 1, .then = FEED_FAILS,
	}, NULL, &n, &err) && !strcmp(err.text, "torn off"),
	   "also at the start");

	/* A thread reads ahead, and waits for what does not come. */
	gz.n -= 9;
	input_open_reader(&in, "feed", feed_read, &(struct feed){
		.buf = &gz, .piece = 1 << 20, .then = FEED_HANGS,
	}, &limits, &err);
	input_close(&in);
	is_int(mem.used, before, "one that hangs can be closed");
	buf_release(&raw);
	buf_release(&gz);
}

struct canceller {
	const char *path;
	_Atomic bool *cancel;
	int fd;
};

/* Cancels once the FIFO has a reader, and leaves it open, with nothing in. */
static void *cancel_run(void *arg)
{
	struct canceller *c = arg;

	do {
		c->fd = open(c->path, O_WRONLY | O_NONBLOCK);
	} while (c->fd < 0 && errno == ENXIO);
	atomic_store(c->cancel, true);
	return NULL;
}

static void test_cancel(void)
{
	_Atomic bool cancel = false;
	struct input_limits limits = limits_of(0);
	struct buf raw = BUF_INIT, gz = BUF_INIT;
	struct input in;
	struct err err;
	char path[256];
	struct canceller canceller = { path, &cancel, -1 };
	pthread_t thread;

	limits.cancel = &cancel;
	make_path(path, "fifo");
	pthread_create(&thread, NULL, cancel_run, &canceller);
	ok(input_open(&in, path, &limits, &err) < 0,
	   "a FIFO that nobody writes to can be cancelled");
	is(err.text, "cancelled", "... and says so");
	pthread_join(thread, NULL);
	close(canceller.fd);

	add_bytes(&raw, 0, 4000000);
	add_gzip(&gz, raw.s, raw.n);
	atomic_store(&cancel, false);
	ok(!input_open_memory(&in, "gz", (uint8_t *)gz.s, gz.n, &limits, &err),
	   "some data");
	atomic_store(&cancel, true);
	ok(input_discard(&in, 4000000, &err) < 0 &&
	   !strcmp(err.text, "cancelled"), "can be cancelled on the way");
	input_close(&in);
	ok(input_open_memory(&in, "gz", (uint8_t *)gz.s, gz.n, &limits,
			     &err) < 0, "or before");
	input_close(&in);

	limits.cancel = NULL;
	input_open_memory(&in, "gz", (uint8_t *)gz.s, gz.n, &limits, &err);
	input_close(&in);
	is_int(mem.used, 0, "closing early gives all memory back");
	buf_release(&raw);
	buf_release(&gz);
}

static void test_progress(void)
{
	struct input_progress progress = { 0 };
	struct input_limits limits = limits_of(0);
	struct buf raw = BUF_INIT, gz = BUF_INIT;
	struct input in;
	struct err err;
	char path[256];
	int i;

	limits.progress = &progress;
	add_bytes(&raw, 0, 2000000);
	add_gzip(&gz, raw.s, raw.n);
	make_path(path, "progress");
	write_file(path, &gz);
	for (i = 1; i <= 2; i++) {
		input_open(&in, path, &limits, &err);
		is_int(progress.total, (size_t)i * gz.n, "what there is");
		ok(progress.inflated < (size_t)i * raw.n,
		   "not all is done at first");
		input_discard(&in, raw.n, &err);
		ok(!input_need(&in, 1, &err), "read to the end");
		is_int(progress.read, (size_t)i * gz.n, "all that was read");
		is_int(progress.inflated, (size_t)i * raw.n, "and inflated");
		input_close(&in);
	}
	input_open_memory(&in, "raw", (uint8_t *)raw.s, 10, &limits, &err);
	is_int(progress.total, 2 * gz.n + 10, "memory counts too");
	is_int(progress.inflated, 2 * raw.n + 10, "... as inflated");
	input_close(&in);
	buf_release(&raw);
	buf_release(&gz);
}

/* The thread must not be the one that gets a signal meant for the program. */
static void test_signals(void)
{
	struct input_limits limits = limits_of(0);
	struct buf raw = BUF_INIT, gz = BUF_INIT;
	sigset_t before, during, pending;
	struct input in;
	struct err err;

	add_bytes(&raw, 0, 4000000);
	add_gzip(&gz, raw.s, raw.n);
	pthread_sigmask(SIG_BLOCK, NULL, &before);
	sigaddset(&before, SIGUSR1);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	input_open_memory(&in, "gz", (uint8_t *)gz.s, gz.n, &limits, &err);
	pthread_sigmask(SIG_BLOCK, NULL, &during);
	ok(sigismember(&during, SIGUSR1) == 1 &&
	   sigismember(&during, SIGTERM) == 0, "the caller's mask stays");
	kill(getpid(), SIGUSR1);
	sigpending(&pending);
	ok(sigismember(&pending, SIGUSR1) == 1,
	   "a signal waits for the program's own thread");
	signal(SIGUSR1, SIG_IGN);
	input_close(&in);
	buf_release(&raw);
	buf_release(&gz);
}

static void test_escape(void)
{
	static const struct {
		const char *path, *want;
		size_t size;
	} cases[] = {
		{ "a.pb.gz", "a.pb.gz", 64 },
		{ "\x1b[2J\n\x7f", "\\x1b[2J\\x0a\\x7f", 64 },
		{ "\x9b" "5n", "\\x9b5n", 64 },
		{ "\xc2\x9b" "5n", "\\xc2\\x9b5n", 64 },
		{ "\xc3\x80 \xe6\x97\xa5 \xf0\x9f\x98\x80",
		  "\xc3\x80 \xe6\x97\xa5 \xf0\x9f\x98\x80", 64 },
		{ "\xe2\x80\xae" "gz", "\\xe2\\x80\\xaegz", 64 },
		{ "\xc0\xaf \xed\xa0\x80 \xf5\x80", "\\xc0\\xaf \\xed\\xa0\\x80"
		  " \\xf5\\x80", 64 },
		{ "cut \xe6", "cut \\xe6", 64 },
		{ "\xcd\x8f\xef\xbf\xb9", "\\xcd\\x8f\\xef\\xbf\\xb9",
		  64 },
		{ "abcdef", "abcd", 5 },
		{ "abc\x1b", "abc", 7 },
		{ "abc\x1b", "abc\\x1b", 8 },
		{ "abc\xc3\x80", "abc", 5 },
		{ "abc\xc3\x80", "abc\xc3\x80", 6 },
		{ "a", "", 1 },
		{ "", "", 1 },
	};
	char out[64];
	size_t i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		input_escape(out, cases[i].size, cases[i].path);
		is(out, cases[i].want, "path %zu", i);
	}
}

static void test_names(void)
{
	struct input_limits limits = limits_of(0);
	struct input in;
	struct err err;

	ok(input_open(&in, "/no\x1b[2J", &limits, &err) < 0, "a bad name");
	is(in.name, "/no\\x1b[2J", "... is escaped");
	ok(!strchr(err.text, '\x1b'), "... and not in the reason");
	input_close(&in);
	input_close(&in);
	ok(in.ended && in.at == in.end, "closing twice does no harm");
}

int main(void)
{
	char command[64];

	if (!mkdtemp(dir))
		return 1;
	signal(SIGPIPE, SIG_IGN);
	test_pieces();
	test_records();
	test_ends();
	test_hostile_lengths();
	test_truncated();
	test_header();
	test_damaged();
	test_members();
	test_edges();
	test_trailing();
	test_nested();
	test_max_input();
	test_kinds();
	test_fifo();
	test_stdin();
	test_keep();
	test_reader();
	test_cancel();
	test_progress();
	test_signals();
	test_escape();
	test_names();
	snprintf(command, sizeof(command), "rm -rf %s", dir);
	ok(!system(command), "the directory is gone");
	return tap_done();
}
