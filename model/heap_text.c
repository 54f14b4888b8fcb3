#include "config.h"

#include "model/heap_text.h"

void heap_text_types(struct heap_text *heap)
{
	static const struct {
		const char *type, *unit;
		bool has_allocated;
	} types[] = {
		{ "alloc_objects", "count", true },
		{ "alloc_space", "bytes", true },
		{ "inuse_objects", "count", true },
		{ "inuse_space", "bytes", true },
		{ "objects", "count", false },
		{ "space", "bytes", false },
	};
	struct records *records = &heap->records;

	for (size_t i = 0; i < ARRAY_SIZE(types); i++) {
		if (types[i].has_allocated == heap->head.has_allocated)
			records_type(records, str_of(types[i].type),
				     types[i].unit);
	}
	records_period(records, str_of("space"), "bytes", heap->head.period);
}

/* Wraps around as Go does for the one quotient that is out of range. */
static int64_t size_of_each(struct heap_sum sum)
{
	return sum.objects == -1 ? (int64_t)(0 - (uint64_t)sum.bytes) :
				   sum.bytes / sum.objects;
}

/* Puts a sum behind the values that are there. */
static int add_sum(struct heap_text *heap, size_t at, struct heap_sum sum,
		   int64_t *size, struct err *err)
{
	if (!sum.objects && sum.bytes)
		return textlines_fail(&heap->records.lines, err,
				      "bytes of no objects");
	if (sum.objects) {
		*size = size_of_each(sum);
		if (heap->head.is_sampled)
			sum = unsample(sum, heap->head.period);
	}
	heap->records.values[at] = sum.objects;
	heap->records.values[at + 1] = sum.bytes;
	return 0;
}

int heap_text_values(struct heap_text *heap, struct heap_sum in_use,
		     struct heap_sum allocated, struct err *err)
{
	struct records *records = &heap->records;
	size_t at = 0;
	int64_t size = 0;

	if (heap->head.has_allocated) {
		if (add_sum(heap, at, allocated, &size, err))
			return -1;
		at += 2;
	}
	if (add_sum(heap, at, in_use, &size, err))
		return -1;
	/* Go's own profiles have no label then. */
	if (size || !heap->head.is_go || records->reading->leaves_names)
		records_label(records, "bytes", size);
	return 0;
}
