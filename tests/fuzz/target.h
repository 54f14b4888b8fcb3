/*
 * What is fuzzed: one target for each format that profiles come in, for
 * finding out which it is, for gzip, for patterns, for linkers' names, and for
 * what is said of addresses.  A target takes any
 * bytes and must neither crash, nor leak, nor make a profile that does not
 * hold together.
 *
 * Two programs run targets: tests/fuzz/fuzzer with libFuzzer (script/fuzz),
 * and tests/fuzz/replay, a test, with the files below tests/fuzz.
 */
#ifndef TESTS_FUZZ_TARGET_H
#define TESTS_FUZZ_TARGET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct target {
	const char *name;
	const char *source;		/* what its inputs are to cover; NULL:
					 * the reader, model/read_NAME.c */
	const struct format *format;	/* of a reader; NULL: found out */
	void (*run)(const struct target *target, const uint8_t *data,
		    size_t n);
};

/* By place; false behind the last. */
bool target_at(size_t i, struct target *target);

/* By name; false when there is none. */
bool target_find(const char *name, struct target *target);

#endif
