/*
 * Whether a profile that was read holds together: every index is in range,
 * every row has its values, label sets are sorted, and the flat values of its
 * functions are the total.  A program that reads on is ended by abort.
 */
#ifndef TESTS_FUZZ_CHECK_H
#define TESTS_FUZZ_CHECK_H

#include "model/profile.h"

void check_profile(const struct profile *profile);

#endif
