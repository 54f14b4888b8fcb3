#include "config.h"

#include <string.h>

#include "model/heap_text.h"
#include "model/procmaps.h"
#include "model/scanline.h"

struct heap_v2 {
	struct heap_text *heap;
	bool has_types;
	bool lacks_sums;	/* of the record that is open */
};

bool heap_v2_head(struct str line, struct heap_head *head)
{
	struct str rate;

	*head = (struct heap_head){ .is_sampled = true };
	return scanline_word(&line, "heap_v2/") &&
	       scanline_digits(&line, &rate) &&
	       scanline_int(rate, &head->period) && !scanline_trim(line).n;
}

static bool take_number(struct str *line, int64_t *number)
{
	scanline_blank(line);
	return scanline_number(line, number);
}

/* Takes "13: 6688 [0: 0]"; the name of a thread may follow. */
static bool take_sums(struct str line, struct heap_sum *in_use,
		      struct heap_sum *allocated)
{
	if (!take_number(&line, &in_use->objects) ||
	    !scanline_char(&line, ':') || !take_number(&line, &in_use->bytes))
		return false;
	scanline_blank(&line);
	return scanline_char(&line, '[') &&
	       take_number(&line, &allocated->objects) &&
	       scanline_char(&line, ':') &&
	       take_number(&line, &allocated->bytes) &&
	       scanline_char(&line, ']');
}

static void set_types(struct heap_v2 *v2, bool has_allocated)
{
	if (v2->has_types)
		return;
	v2->has_types = true;
	v2->heap->head.has_allocated = has_allocated;
	heap_text_types(v2->heap);
}

/* Sums of all threads: of the process at first, then of each stack. */
static int read_sums(struct heap_v2 *v2, struct str line, struct err *err)
{
	struct records *records = &v2->heap->records;
	struct heap_sum in_use, allocated;

	if (!take_sums(line, &in_use, &allocated))
		return textlines_fail(&records->lines, err, "not t*: OBJECTS: "
				      "BYTES [OBJECTS: BYTES]");
	if (!records->is_open) {
		set_types(v2, allocated.objects || allocated.bytes);
		return 0;
	}
	if (!v2->lacks_sums)
		return textlines_fail(&records->lines, err,
				      "a second t* for one stack");
	v2->lacks_sums = false;
	return heap_text_values(v2->heap, in_use, allocated, err);
}

/* Each stack that is open must have got its sums. */
static int check_sums(const struct heap_v2 *v2, struct err *err)
{
	return v2->lacks_sums ?
	       textlines_fail(&v2->heap->records.lines, err,
			      "the stack before has no t*") : 0;
}

static int read_stack(struct heap_v2 *v2, struct str line, struct err *err)
{
	struct records *records = &v2->heap->records;

	if (check_sums(v2, err))
		return -1;
	set_types(v2, false);
	v2->lacks_sums = true;
	records_open(records);
	return records_addresses(records, line, err);
}

/* Whether a line is of one thread: "t3: ...". */
static bool is_thread(struct str line)
{
	struct str digits;

	return scanline_char(&line, 't') && scanline_digits(&line, &digits) &&
	       scanline_char(&line, ':');
}

static int read_line(struct heap_v2 *v2, struct str line, struct err *err)
{
	if (scanline_word(&line, "t*:"))
		return read_sums(v2, line, err);
	if (scanline_char(&line, '@'))
		return read_stack(v2, line, err);
	if (is_thread(line))
		return 0;
	return textlines_fail(&v2->heap->records.lines, err,
			      "neither @ ADDRESSES nor sums of a thread");
}

int heap_v2_read(struct heap_text *heap, struct err *err)
{
	struct heap_v2 v2 = { .heap = heap };
	struct str line;
	int more;

	while ((more = records_next(&heap->records, &line, err)) > 0) {
		if (procmaps_is_start(line)) {
			textlines_again(&heap->records.lines);
			break;
		}
		if (read_line(&v2, scanline_trim(line), err))
			return -1;
	}
	if (more < 0 || check_sums(&v2, err))
		return -1;
	set_types(&v2, false);
	return records_finish(&heap->records, err);
}
