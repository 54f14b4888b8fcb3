/*
 * The Test Anything Protocol for unit tests: each ok() prints one line, and
 * main ends with `return tap_done();`, which prints the plan and gives the
 * exit status.  Header only, so that a test links nothing but the folder it
 * tests.
 */
#ifndef TESTS_TAP_H
#define TESTS_TAP_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* Weak: the files of a test that include this count together. */
extern int tap_count, tap_failures;
__attribute__((weak)) int tap_count, tap_failures;

/* One test: passes when the claim is true; says where when it is not. */
#define ok(claim, ...) tap_ok((claim), __FILE__, __LINE__, __VA_ARGS__)

/* One test that two C strings are equal; prints both when they are not. */
#define is(got, want, ...) tap_is((got), (want), __FILE__, __LINE__, __VA_ARGS__)

/* One test that two integers are equal; prints both when they are not. */
#define is_int(got, want, ...) \
	tap_is_int((long long)(got), (long long)(want), __FILE__, __LINE__, \
		   __VA_ARGS__)

#define tap_ok(claim, file, line, ...)					\
	do {								\
		bool tap_claim = (claim);				\
									\
		printf("%sok %d - ", tap_claim ? "" : "not ",		\
		       ++tap_count);					\
		printf(__VA_ARGS__);					\
		putchar('\n');						\
		if (!tap_claim) {					\
			tap_failures++;					\
			printf("# at %s:%d\n", file, line);		\
		}							\
		fflush(stdout);						\
	} while (0)

#define tap_is(got, want, file, line, ...)				\
	do {								\
		const char *tap_got = (got), *tap_want = (want);	\
		bool tap_same = !strcmp(tap_got, tap_want);		\
									\
		tap_ok(tap_same, file, line, __VA_ARGS__);		\
		if (!tap_same)						\
			printf("#  got: %s\n# want: %s\n", tap_got,	\
			       tap_want);				\
	} while (0)

#define tap_is_int(got, want, file, line, ...)				\
	do {								\
		long long tap_a = (got), tap_b = (want);		\
									\
		tap_ok(tap_a == tap_b, file, line, __VA_ARGS__);	\
		if (tap_a != tap_b)					\
			printf("#  got: %lld\n# want: %lld\n", tap_a,	\
			       tap_b);					\
	} while (0)

static inline int tap_done(void)
{
	printf("1..%d\n", tap_count);
	return tap_failures || !tap_count;
}

#endif
