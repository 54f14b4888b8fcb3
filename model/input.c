#include "config.h"

#include "model/input.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/cancel.h"
#include "model/inflater.h"
#include "model/rune.h"
#include "model/unicode.h"

/* What at and end point to when there is nothing. */
static const uint8_t nothing[1];

/* A size as the user would type it. */
static const char *size_text(char text[32], uint64_t n)
{
	static const char *const unit[] = { "", "kB", "MB", "GB", "TB" };
	size_t i = 0;

	while (i + 1 < ARRAY_SIZE(unit) && n && n % 1024 == 0) {
		n /= 1024;
		i++;
	}
	snprintf(text, 32, "%" PRIu64 "%s", n, unit[i]);
	return text;
}

bool input_is_cancelled(const struct input_limits *limits)
{
	return cancel_is_set(limits->cancel);
}

bool input_is_over(const struct input_limits *limits, uint64_t n)
{
	return limits->max_input && n > limits->max_input;
}

int input_fail_over(const struct input_limits *limits, const char *how,
		    struct err *err)
{
	char text[32];

	return err_fail(err, "more than -max_input=%s%s; raise it with "
			"-max_input=SIZE", size_text(text, limits->max_input),
			how);
}

/* What the reader has at hand. */

static size_t window_have(const struct input *input)
{
	return (size_t)(input->end - input->at);
}

/* Goes on in the next step, with what is left moved in front of it. */
static void window_move(struct input *input)
{
	size_t have = window_have(input);
	uint8_t *at = inflater_next(input->inflater) - have;
	const struct step *step;

	memmove(at, input->at, have);
	step = inflater_take(input->inflater);
	input->in_big = false;
	input->at_last = step->last;
	input->at = at;
	input->end = step->data + step->n;
	input->reached += step->n;
}

static void window_reserve(struct input *input, size_t cap)
{
	if (cap <= input->big_cap)
		return;
	if (cap < input->big_cap * 2)
		cap = input->big_cap * 2;
	input->big = mem_resize(input->limits.mem, input->big, input->big_cap,
				cap);
	input->big_cap = cap;
}

/* Puts what is left and the next step together in the big buffer. */
static void window_append(struct input *input)
{
	size_t have = window_have(input);
	const struct step *step;

	if (input->in_big)
		memmove(input->big, input->at, have);
	window_reserve(input, have + STEP_MAX);
	if (!input->in_big)
		memcpy(input->big, input->at, have);
	step = inflater_take(input->inflater);
	memcpy(input->big + have, step->data, step->n);
	input->in_big = true;
	input->at_last = step->last;
	input->at = input->big;
	input->end = input->big + have + step->n;
	input->reached += step->n;
}

/* A length that the data cannot have is refused before it is gathered. */
static int check_length(const struct input *input, size_t n, struct err *err)
{
	uint64_t offset = input_offset(input);

	if (n > inflater_bound(input->inflater) - offset)
		return err_fail(err, "a length of %zu bytes, past the end", n);
	if (input_is_over(&input->limits, offset + n))
		return input_fail_over(&input->limits, "", err);
	return 0;
}

/* The next step of memory that is not gzip lies behind the one at hand. */
static bool window_extend(struct input *input)
{
	size_t n = (size_t)(input->raw_end - input->end);

	if (n > STEP_MAX)
		n = STEP_MAX;
	input->end += n;
	input->reached += n;
	if (input->limits.progress) {
		atomic_fetch_add(&input->limits.progress->read, n);
		atomic_fetch_add(&input->limits.progress->inflated, n);
	}
	return n;
}

/* Makes more bytes available.  Returns 1, 0 at the end, -1 with *err. */
static int window_grow(struct input *input, size_t n, struct err *err)
{
	size_t have = window_have(input);

	if (input_is_cancelled(&input->limits))
		return err_fail(err, "cancelled");
	if (!input->inflater) {
		input->ended = !window_extend(input);
		return !input->ended;
	}
	if (input->at_last) {
		input->ended = true;
		return inflater_result(input->inflater, err);
	}
	if (have > STEP_HEAD || n - have > STEP_MAX)
		window_append(input);
	else
		window_move(input);
	return 1;
}

size_t input_gather(struct input *input, size_t n, struct err *err)
{
	int more = 1;

	while (window_have(input) < n && more) {
		more = window_grow(input, n, err);
		if (more < 0) {
			input->failed = true;
			return (size_t)-1;
		}
	}
	return window_have(input);
}

static int fail_short(const struct input *input, struct err *err)
{
	return err_fail(err, "cut short: the data ends at byte %" PRIu64,
			input->reached);
}

const uint8_t *input_need_more(struct input *input, size_t n, struct err *err)
{
	size_t have;

	if (input->inflater && check_length(input, n, err))
		return NULL;
	have = input_gather(input, n, err);
	if (have == (size_t)-1)
		return NULL;
	if (have >= n)
		return input->at;
	fail_short(input, err);
	return NULL;
}

int input_discard(struct input *input, uint64_t n, struct err *err)
{
	size_t have = window_have(input);

	while (n > have) {
		n -= have;
		input->at = input->end;
		have = input_gather(input, 1, err);
		if (have == (size_t)-1)
			return -1;
		if (!have)
			return fail_short(input, err);
	}
	input->at += n;
	return 0;
}

/* Opening and closing. */

/* What is no profile whatever it holds; opening some devices does harm. */
static const struct {
	mode_t type;
	const char *why;
} refused[] = {
	{ S_IFDIR, "a directory, which is not read; name files in it: several "
	  "are merged, and -base OLD NEW compares two" },
	{ S_IFCHR, "a character device, not a file or a pipe" },
	{ S_IFBLK, "a block device, not a file or a pipe" },
	{ S_IFSOCK, "a socket; to ask it write "
	  "unix:SOCKET:/debug/pprof/heap" },
};

static int check_type(const struct input *input, const struct stat *st,
		      struct err *err)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(refused); i++)
		if ((st->st_mode & S_IFMT) == refused[i].type)
			return err_fail(err, "%s", refused[i].why);
	if (!S_ISREG(st->st_mode))
		return 0;
	/* The files of /proc say 0 too, and reading some of them blocks. */
	if (!st->st_size)
		return err_fail(err, "empty file");
	if (input_is_over(&input->limits, (uint64_t)st->st_size))
		return input_fail_over(&input->limits, "", err);
	return 0;
}

static int check_first(const struct input *input, struct err *err)
{
	size_t n = window_have(input);

	if (!n && inflater_result(input->inflater, err))
		return -1;
	if (!n)
		return err_fail(err, "empty file once inflated");
	if (inflater_is_gzip(input->inflater) && n >= 2 &&
	    input->at[0] == 0x1f && input->at[1] == 0x8b)
		return err_fail(err, "still gzip after one level; inflate it "
				"once: gunzip -c FILE > NEWFILE");
	return 0;
}

/*
 * Takes the first step, and lets a thread run ahead if there is more.  Reading
 * without inflating gains nothing from one.
 */
static int input_start(struct input *input, struct err *err)
{
	if (inflater_start(input->inflater, err))
		return -1;
	window_move(input);
	if (check_first(input, err))
		return -1;
	if (!input->at_last && inflater_is_gzip(input->inflater))
		inflater_run(input->inflater);
	return 0;
}

static void input_init(struct input *input, const char *name,
		       const struct input_limits *limits)
{
	*input = (struct input){
		.at = nothing,
		.end = nothing,
		.limits = *limits,
	};
	input_escape(input->name, sizeof(input->name), name);
}

static void add_total(const struct input *input, uint64_t n)
{
	if (input->limits.progress)
		atomic_fetch_add(&input->limits.progress->total, n);
}

static int input_open_fd(struct input *input, int fd, struct err *err)
{
	struct stat st;

	input->inflater = inflater_new(&input->limits);
	inflater_set_fd(input->inflater, fd, fd != STDIN_FILENO);
	if (fstat(fd, &st))
		return err_fail(err, "%s", strerror(errno));
	if (check_type(input, &st, err))
		return -1;
	if (S_ISREG(st.st_mode)) {
		inflater_set_size(input->inflater, (uint64_t)st.st_size);
		add_total(input, (uint64_t)st.st_size);
	}
	if (!S_ISREG(st.st_mode) || fd == STDIN_FILENO)
		inflater_keep(input->inflater);
	return input_start(input, err);
}

/* Without O_NONBLOCK a FIFO that nobody writes to could not be cancelled. */
static int input_open_path(struct input *input, const char *path,
			   struct err *err)
{
	struct stat st;
	int fd;

	if (stat(path, &st))
		return err_fail(err, "%s", strerror(errno));
	if (check_type(input, &st, err))
		return -1;
	fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd < 0)
		return err_fail(err, "%s", strerror(errno));
	return input_open_fd(input, fd, err);
}

int input_open(struct input *input, const char *path,
	       const struct input_limits *limits, struct err *err)
{
	bool is_stdin = !strcmp(path, "-");
	int rc;

	input_init(input, is_stdin ? "standard input" : path, limits);
	rc = is_stdin ? input_open_fd(input, STDIN_FILENO, err) :
			input_open_path(input, path, err);
	if (rc)
		input_close(input);
	return rc;
}

static int input_open_raw(struct input *input, const uint8_t *data, size_t n,
			  struct err *err)
{
	if (!n)
		return err_fail(err, "empty file");
	if (input_is_over(&input->limits, n))
		return input_fail_over(&input->limits, "", err);
	input->at = input->end = data;
	input->raw_end = data + n;
	window_extend(input);
	return 0;
}

int input_open_memory(struct input *input, const char *name,
		      const uint8_t *data, size_t n,
		      const struct input_limits *limits, struct err *err)
{
	int rc;

	input_init(input, name, limits);
	add_total(input, n);
	if (n < 2 || data[0] != 0x1f || data[1] != 0x8b)
		return input_open_raw(input, data, n, err);
	input->inflater = inflater_new(&input->limits);
	inflater_set_memory(input->inflater, data, n);
	rc = input_start(input, err);
	if (rc)
		input_close(input);
	return rc;
}

int input_open_reader(struct input *input, const char *name, input_read *read,
		      void *data, const struct input_limits *limits,
		      struct err *err)
{
	int rc;

	input_init(input, name, limits);
	input->inflater = inflater_new(&input->limits);
	inflater_set_reader(input->inflater, read, data);
	inflater_keep(input->inflater);
	rc = input_start(input, err);
	if (rc)
		input_close(input);
	return rc;
}

void input_close(struct input *input)
{
	if (input->inflater)
		inflater_free(input->inflater);
	mem_free(input->limits.mem, input->big, input->big_cap);
	input->inflater = NULL;
	input->big = NULL;
	input->big_cap = 0;
	input->at = input->end = nothing;
	input->ended = true;
}

bool input_is_gzip(const struct input *input)
{
	return input->inflater && inflater_is_gzip(input->inflater);
}

/* Paths in messages. */

static void escape_bytes(char *out, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		snprintf(out + 4 * i, 5, "\\x%02x", (unsigned char)s[i]);
}

void input_escape(char *out, size_t size, const char *path)
{
	const char *end = out + size;
	size_t left = strlen(path);

	while (left) {
		uint32_t c;
		size_t n = rune_decode(path, left, &c), n_out;
		bool is_shown = n && !unicode_has(unicode_hidden,
						  unicode_hidden_n, c);

		n = n ? n : 1;
		n_out = is_shown ? n : 4 * n;
		if ((size_t)(end - out) <= n_out)
			break;
		if (is_shown)
			memcpy(out, path, n);
		else
			escape_bytes(out, path, n);
		out += n_out;
		path += n;
		left -= n;
	}
	*out = '\0';
}
