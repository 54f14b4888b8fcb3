/*
 * A target as libFuzzer runs it: FUZZ_TARGET names which.  Started by
 * script/fuzz, which builds it with clang.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "tests/fuzz/target.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static struct target target;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	const char *name = getenv("FUZZ_TARGET");

	(void)argc;
	(void)argv;
	if (name && target_find(name, &target))
		return 0;
	fputs("FUZZ_TARGET is none of:", stderr);
	for (size_t i = 0; target_at(i, &target); i++)
		fprintf(stderr, " %s", target.name);
	fputs("\n", stderr);
	exit(2);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	target.run(&target, data, n);
	return 0;
}
