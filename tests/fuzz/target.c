#include "config.h"

#include "tests/fuzz/target.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "model/demangle.h"
#include "model/format.h"
#include "model/framelines.h"
#include "model/pattern.h"
#include "model/prune.h"
#include "model/textlines.h"
#include "tests/fuzz/check.h"

enum {
	INFLATED_MAX = 16 << 20,	/* so that one input takes little time */
	PEEK_MAX = 400 << 10,		/* more than a step */
	PATTERN_SIZE_MAX = 64,		/* the rest of an input is names */
};

static void warn_nobody(void *data, const char *text)
{
	(void)data;
	(void)text;
}

/* A format says of any bytes whether they are like it, text or not. */
static void ask_format(const struct format *format, struct str bytes)
{
	struct head head = {
		.bytes = { bytes.s, bytes.n < HEAD_MAX ? bytes.n : HEAD_MAX },
		.is_whole = bytes.n < HEAD_MAX,
	};
	struct buf text = BUF_INIT;

	textlines_head(&text, head.bytes, head.is_whole);
	head.text = (struct str){ text.s, text.n };
	format->match(&head);
	buf_release(&text);
}

/* Names are read or left by the last bit of the length. */
static void run_reader(const struct target *target, const uint8_t *data,
		       size_t n)
{
	struct mem mem = { 0 };
	struct input_limits limits = {
		.mem = &mem, .max_input = INFLATED_MAX
	};
	struct input input;
	struct profile profile;
	struct reading reading = {
		.profile = &profile, .input = &input, .leaves_names = n & 1,
		.warn = warn_nobody,
	};
	struct err err;

	if (target->format)
		ask_format(target->format,
			   (struct str){ (const char *)data, n });
	profile_init(&profile, &mem);
	if (!input_open_memory(&input, "fuzz", data, n, &limits, &err) &&
	    !format_read(target->format, &reading, &err)) {
		check_profile(&profile);
		prune_profile(&profile, &err);
		check_profile(&profile);
	}
	input_close(&input);
	profile_release(&profile);
}

/* Opens data[0..n) as a file that has no name. */
static int open_file(struct input *input, const uint8_t *data, size_t n,
		     const struct input_limits *limits, struct err *err)
{
	FILE *file = tmpfile();
	char path[32];
	int result;

	if (!file || fwrite(data, 1, n, file) != n || fflush(file))
		die("a temporary file cannot be written");
	rewind(file);
	snprintf(path, sizeof(path), "/dev/fd/%d", fileno(file));
	result = input_open(input, path, limits, err);
	fclose(file);
	return result;
}

/*
 * From memory or from a file, by the last bit of the length.  What is asked
 * for crosses from one step of the input to the next, where that has several,
 * in its head and beyond.
 */
static void run_gzip(const struct target *target, const uint8_t *data,
		     size_t n)
{
	struct mem mem = { 0 };
	struct input_limits limits = {
		.mem = &mem, .max_input = INFLATED_MAX
	};
	struct input input;
	const uint8_t *at;
	struct err err;
	size_t have, want = 4096;
	int result = n & 1 ? open_file(&input, data, n, &limits, &err) :
			     input_open_memory(&input, "fuzz", data, n,
					       &limits, &err);

	(void)target;
	while (!result) {
		have = input_peek(&input, want, &at, &err);
		if (!have || have == (size_t)-1)
			break;
		input_skip(&input, have);
		want = want * 7 % PEEK_MAX + 1;
	}
	input_close(&input);
}

/* A pattern, a NUL or its largest size, and a name to match. */
static void run_pattern(const struct target *target, const uint8_t *data,
			size_t n)
{
	char text[PATTERN_SIZE_MAX + 1];
	const uint8_t *end = memchr(data, 0, n < PATTERN_SIZE_MAX ? n :
					     PATTERN_SIZE_MAX);
	size_t used = end ? (size_t)(end - data) :
		      n < PATTERN_SIZE_MAX ? n : PATTERN_SIZE_MAX;
	struct pattern *pattern;
	struct err err;

	(void)target;
	memcpy(text, data, used);
	text[used] = '\0';
	pattern = pattern_new(text, PATTERN_PROFILE, &err, NULL);
	if (pattern)
		pattern_match(pattern, (const char *)data + used, n - used);
	pattern_free(pattern);
}

/* A linker's name, behind a letter that chooses how it is to be shown. */
static void run_name(const struct target *target, const uint8_t *data,
		     size_t n)
{
	struct buf out = BUF_INIT;
	size_t steps;

	(void)target;
	if (!n)
		return;
	steps = demangle_name(&out, (struct str){ (const char *)data + 1,
						  n - 1 },
			      (enum demangle_mode)(data[0] % DEMANGLE_NONE));
	assert(steps <= 2 * n + 4 * DEMANGLE_STEPS);
	assert(out.n <= n + 4 * DEMANGLE_STEPS);
	buf_release(&out);
}

static void take_frame(void *data, size_t i, const struct frameline *frame)
{
	const struct framelines *lines = data;

	assert(i < lines->n_asked);
	assert(!frame || frame->line >= 0);
}

/* What pprowl-symbolize says of so many addresses as the first byte says. */
static void run_frames(const struct target *target, const uint8_t *data,
		       size_t n)
{
	struct framelines lines = { .take = take_frame };
	struct err err;

	(void)target;
	if (!n)
		return;
	lines.data = &lines;
	lines.n_asked = data[0] % 16;
	for (size_t at = 1, piece = 7; at < n; at += piece) {
		if (framelines_put(&lines, (const char *)data + at,
				   n - at < piece ? n - at : piece, &err))
			break;
	}
	framelines_end(&lines, &err);
}

static const struct target others[] = {
	{ "rust", "model/demangle_rust.c", NULL, run_name },
	{ "cxx", "model/demangle_cxx.c", NULL, run_name },
	{ "frames", "model/framelines.c", NULL, run_frames },
	{ "detect", "model/format.c", NULL, run_reader },
	{ "gzip", "model/gunzip.c", NULL, run_gzip },
	{ "pattern", "model/regexp.c", NULL, run_pattern },
};

bool target_at(size_t i, struct target *target)
{
	if (i < ARRAY_SIZE(others)) {
		*target = others[i];
		return true;
	}
	i -= ARRAY_SIZE(others);
	if (!format_at(i))
		return false;
	*target = (struct target){
		.name = format_at(i)->name,
		.format = format_at(i),
		.run = run_reader,
	};
	return true;
}

bool target_find(const char *name, struct target *target)
{
	for (size_t i = 0; target_at(i, target); i++) {
		if (!strcmp(target->name, name))
			return true;
	}
	return false;
}
