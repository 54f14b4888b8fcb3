#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <unistd.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <protobuf-c/protobuf-c.h>
#include <zlib.h>

#include "model/inflate.h"
#include "tui/batch.h"
#include "tui/limits.h"
#include "tui/loop.h"
#include "tui/options.h"
#include "tui/script.h"
#include "tui/terminfo.h"
#include "tui/tty.h"

static int print_help(void)
{
	struct buf text = BUF_INIT;

	options_help(&text);
	fputs(buf_str(&text), stdout);
	buf_release(&text);
	return fflush(stdout) ? 2 : 0;
}

/* The program that fetches is not asked: it would be the one who is slow. */
#ifdef CURL_BUILT_WITH
static const char fetching[] =
	"pprowl-fetch, built with libcurl " CURL_BUILT_WITH;
#else
static const char fetching[] = "built without pprowl-fetch, for want of libcurl";
#endif

static int print_version(void)
{
#ifdef HAVE_LIBIBERTY
	static const char with_libiberty[] = "libiberty";
#else
	static const char with_libiberty[] = "no libiberty";
#endif
#ifdef ELFUTILS_BUILT_WITH
	static const char with_elfutils[] = "elfutils " ELFUTILS_BUILT_WITH;
#else
	static const char with_elfutils[] = "no elfutils";
#endif
#ifdef HAVE_JANSSON
	static const char with_jansson[] = "jansson " JANSSON_BUILT_WITH;
#else
	static const char with_jansson[] = "no jansson";
#endif
	char pcre2[64], inflate[64];

	pcre2_config(PCRE2_CONFIG_VERSION, pcre2);
	inflate_library(inflate);
	printf("%s\nprotobuf-c %s, zlib %s, pcre2 %s\n", PACKAGE_STRING,
	       protobuf_c_version(), zlibVersion(), pcre2);
	printf("names: %s, %s\nJSON: %s\ninflating: %s\n%s\n", with_libiberty,
	       with_elfutils, with_jansson, inflate, fetching);
	return fflush(stdout) ? 2 : 0;
}

/* Without a usable terminal the top report is what there is to see. */
static int run_views(struct options *options,
		     const struct input_limits *limits, struct err *err)
{
	struct err why;
	int result;

	switch (loop_run(options, limits, err)) {
	case LOOP_DONE:
		return 0;
	case LOOP_FAILED:
		return -1;
	case LOOP_NO_TERMINAL:
		break;
	}
	snprintf(why.text, sizeof(why.text), "%s", err->text);
	result = batch_run(options, limits, err);
	batch_complain(why.text);
	return result;
}

static int run(struct options *options, struct err *err)
{
	struct mem mem = { .limit = options->max_memory };
	struct input_limits limits = {
		.max_input = options->max_input, .mem = &mem,
	};

	if (!mem.limit)
		mem.limit = limits_memory();
	limits_oom_first();
	if (options->script)
		return script_run(options, &limits, term_charset(), err);
	if (options->report || !isatty(STDOUT_FILENO))
		return batch_run(options, &limits, err);
	return run_views(options, &limits, err);
}

int main(int argc, char **argv)
{
	struct options options;
	struct err err = { "the output could not be written" };
	int result = 0;

	tty_fill_fds();
	setlocale(LC_ALL, "");
	setlocale(LC_NUMERIC, "C");
	options_init(&options);
	if (options_parse(&options, argc, argv, &err))
		result = 2;
	else if (options.help)
		result = print_help();
	else if (options.version)
		result = print_version();
	else if (run(&options, &err))
		result = 2;
	if (result == 2)
		batch_complain(err.text);
	options_release(&options);
	return result;
}
