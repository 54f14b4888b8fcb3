#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <protobuf-c/protobuf-c.h>
#include <zlib.h>

#include "tui/batch.h"
#include "tui/limits.h"
#include "tui/options.h"
#include "tui/tty.h"

static int print_help(void)
{
	struct buf text = BUF_INIT;

	options_help(&text);
	fputs(buf_str(&text), stdout);
	buf_release(&text);
	return fflush(stdout) ? 2 : 0;
}

static int print_version(void)
{
	char pcre2[64];

	pcre2_config(PCRE2_CONFIG_VERSION, pcre2);
	printf("%s\nprotobuf-c %s, zlib %s, pcre2 %s\n", PACKAGE_STRING,
	       protobuf_c_version(), zlibVersion(), pcre2);
	return fflush(stdout) ? 2 : 0;
}

static int run(const struct options *options, struct err *err)
{
	struct mem mem = { .limit = options->max_memory };
	struct input_limits limits = {
		.max_input = options->max_input, .mem = &mem,
	};

	if (!mem.limit)
		mem.limit = limits_memory();
	limits_oom_first();
	return batch_run(options, &limits, err);
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
