/*
 * What samples of a heap stand for.  Heap profilers sample an allocation of S
 * bytes with the probability 1 - exp(-S / rate), so that samples of one stack
 * stand for as many times more allocations, as google/pprof reckons
 * (profile/legacy_profile.go, scaleHeapSample).
 */
#ifndef MODEL_UNSAMPLE_H
#define MODEL_UNSAMPLE_H

#include <stdint.h>

struct heap_sum {
	int64_t objects, bytes;
};

/*
 * Both are 0 when one of them is; nothing changes when the rate, in bytes, is
 * 1 or less.
 */
struct heap_sum unsample(struct heap_sum sum, int64_t rate);

/*
 * The integer towards zero; INT64_MIN when there is none, which is what the
 * reference makes of it on amd64.
 */
int64_t unsample_trunc(double value);

#endif
