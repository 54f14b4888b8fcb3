/*
 * What a helper program tells the one that runs it: lines on standard error,
 * a word and what belongs to it.
 */
#ifndef HELPERS_STATUS_H
#define HELPERS_STATUS_H

#include <stdint.h>

void status_size(uint64_t n);

/*
 * The last line, after which the program ends with status 1.  The text may
 * have bytes of strangers: ends of lines become blanks, so that it is one line,
 * and who shows it escapes what else is in it.
 */
_Noreturn void status_over(void);
_Noreturn void status_fail(const char *fmt, ...)
	__attribute__((format(printf, 1, 2)));

#endif
