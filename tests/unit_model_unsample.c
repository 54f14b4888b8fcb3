/*
 * What samples of a heap stand for, at the values where it could go wrong.
 * Those between are held against Go by tests/gotext.test.
 */
#include "config.h"

#include "model/mem.h"
#include "model/unsample.h"
#include "tests/tap.h"

#include <math.h>

static const struct {
	struct heap_sum sum;
	int64_t rate;
	struct heap_sum want;
	const char *name;
} cases[] = {
	{ { 1, 524288 }, 524288, { 1, 829411 }, "as large as the rate" },
	{ { 3, 7 }, 1, { 3, 7 }, "every allocation is sampled" },
	{ { 3, 7 }, 0, { 3, 7 }, "no rate" },
	{ { 3, 7 }, -5, { 3, 7 }, "a negative rate" },
	{ { 0, 7 }, 512, { 0, 0 }, "no objects" },
	{ { 3, 0 }, 512, { 0, 0 }, "no bytes" },
	{ { -2, -32 }, 512, { -65, -1040 }, "both negative" },
	{ { 2, 1 << 30 }, 2, { 2, 1 << 30 }, "large beside the rate" },
	{ { INT64_MAX, INT64_MAX }, 1 << 20, { INT64_MIN, INT64_MIN },
	  "more than there are numbers" },
	{ { 1, 1 }, INT64_MAX, { INT64_MIN, INT64_MIN },
	  "a rate that makes the scale infinite" },
	{ { 1, -16 }, 512, { -31, 504 }, "signs that differ" },
};

int main(void)
{
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct heap_sum got = unsample(cases[i].sum, cases[i].rate);

		is_int(got.objects, cases[i].want.objects, "%s: objects",
		       cases[i].name);
		is_int(got.bytes, cases[i].want.bytes, "%s: bytes",
		       cases[i].name);
	}
	is_int(unsample_trunc(-1.9), -1, "towards zero");
	is_int(unsample_trunc(0x1p63), INT64_MIN, "one above the largest");
	is_int(unsample_trunc(-0x1p63), INT64_MIN, "the least");
	is_int(unsample_trunc((double)NAN), INT64_MIN, "no number");
	return tap_done();
}
