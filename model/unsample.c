#include "config.h"

#include "model/unsample.h"

#include <math.h>

int64_t unsample_trunc(double value)
{
	return value >= -0x1p63 && value < 0x1p63 ? (int64_t)value : INT64_MIN;
}

struct heap_sum unsample(struct heap_sum sum, int64_t rate)
{
	double each, scale;

	if (!sum.objects || !sum.bytes)
		return (struct heap_sum){ 0, 0 };
	if (rate <= 1)
		return sum;
	each = (double)sum.bytes / (double)sum.objects;
	scale = 1 / (1 - exp(-each / (double)rate));
	return (struct heap_sum){
		unsample_trunc((double)sum.objects * scale),
		unsample_trunc((double)sum.bytes * scale),
	};
}
