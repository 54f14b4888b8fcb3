/*
 * Heap profiles as text: of Go (debug=1 and 2 of heap and allocs), of
 * gperftools and tcmalloc (heap, heapz, growth, fragmentation), and the native
 * one of jemalloc (heap_text.h).
 *
 *	heap profile: 170: 4812064 [174: 6598096] @ heap/1048576
 *	50: 2048000 [50: 2048000] @ 0x4b7734 0x4b76ce 0x4378d2
 *
 * are objects and bytes in use, in brackets those allocated.  What is read,
 * and as what, is as in google/pprof (profile/legacy_profile.go, parseHeap),
 * which looks for a head or a record anywhere in a line.
 */
#include "config.h"

#include <string.h>

#include "model/heap_text.h"
#include "model/procmaps.h"
#include "model/scanline.h"

/* What stands behind the "@" of a head. */
static const struct kind {
	const char *name;
	bool is_sampled;
	int64_t divisor;	/* of the rate there; 0: the rate is 1 */
} kinds[] = {
	{ "heapz_v2", true, 1 },
	{ "heap_v2", true, 1 },
	{ "heapprofile", false, 0 },
	/* Go writes twice the rate, as early heap profilers did. */
	{ "heap", true, 2 },
};

struct head_sums {
	struct str in_use[2], allocated[2];
};

static bool take_sum(struct str *line, struct str *digits)
{
	scanline_spaces(line);
	return scanline_digits(line, digits);
}

/* Takes " 170: 4812064 [ 174: 6598096 ]". */
static bool take_sums(struct str *line, struct head_sums *sums)
{
	if (!take_sum(line, &sums->in_use[0]) || !scanline_char(line, ':') ||
	    !take_sum(line, &sums->in_use[1]))
		return false;
	scanline_spaces(line);
	if (!scanline_char(line, '[') ||
	    !take_sum(line, &sums->allocated[0]) ||
	    !scanline_char(line, ':') || !take_sum(line, &sums->allocated[1]))
		return false;
	scanline_spaces(line);
	return scanline_char(line, ']');
}

/* Moves behind the next "heap profile:" and its sums. */
static bool find_sums(struct str *line, struct head_sums *sums)
{
	static const char start[] = "heap profile:";
	const char *at;

	while ((at = memmem(line->s, line->n, start, strlen(start)))) {
		struct str rest;

		line->n -= (size_t)(at - line->s) + strlen(start);
		line->s = at + strlen(start);
		rest = *line;
		if (take_sums(&rest, sums)) {
			*line = rest;
			return true;
		}
	}
	return false;
}

/* Takes "heap_v2/524288": letters, a slash or none, digits. */
static bool take_kind(struct str *line, struct str *name, struct str *rate)
{
	size_t n = 4;

	if (line->n < n || memcmp(line->s, "heap", n))
		return false;
	while (n < line->n &&
	       ((line->s[n] >= 'a' && line->s[n] <= 'z') ||
		(line->s[n] >= '0' && line->s[n] <= '9') ||
		line->s[n] == '_'))
		n++;
	*name = (struct str){ line->s, n };
	line->s += n;
	line->n -= n;
	scanline_char(line, '/');
	scanline_digits(line, rate);
	return true;
}

static bool set_kind(struct heap_head *head, struct str name, struct str rate)
{
	int64_t number = 0;

	if (rate.n && !scanline_int(rate, &number))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++) {
		if (!str_is(name, kinds[i].name))
			continue;
		head->is_sampled = kinds[i].is_sampled;
		head->period = kinds[i].divisor ?
			       number / kinds[i].divisor : 1;
		head->is_go = kinds[i].divisor == 2;
		return true;
	}
	return false;
}

/* The texts are compared, not the numbers. */
static bool has_allocated(const struct head_sums *sums)
{
	for (size_t i = 0; i < 2; i++) {
		if (!str_same(sums->allocated[i], sums->in_use[i]) &&
		    !str_is(sums->allocated[i], "0"))
			return true;
	}
	return false;
}

/* A head with a kind of heap; found says that there is one, known or not. */
static bool find_heap(struct str line, struct heap_head *head, bool *found)
{
	struct str name, rate;
	struct head_sums sums;

	*found = false;
	while (find_sums(&line, &sums)) {
		struct str rest = line;

		scanline_spaces(&rest);
		if (!scanline_char(&rest, '@'))
			continue;
		scanline_spaces(&rest);
		if (!take_kind(&rest, &name, &rate))
			continue;
		*found = true;
		head->has_allocated = has_allocated(&sums);
		if (!scanline_int(sums.allocated[0], &head->total))
			head->total = 0;
		return set_kind(head, name, rate);
	}
	return false;
}

/* growth, growthz, fragmentation, fragmentationz: what is there, all of it. */
static bool find_growth(struct str line)
{
	struct head_sums sums;

	while (find_sums(&line, &sums)) {
		struct str rest = line;

		if (scanline_word(&rest, " @ ") &&
		    (scanline_word(&rest, "growth") ||
		     scanline_word(&rest, "fragmentation")))
			return true;
	}
	return false;
}

static bool parse_head(struct str line, struct heap_head *head)
{
	bool found;

	*head = (struct heap_head){ .period = 1 };
	return find_heap(line, head, &found) || (!found && find_growth(line));
}

/* Records. */

struct record {
	struct str in_use[2], allocated[2], addresses;
};

/* A number with a sign perhaps, for the two that may be negative. */
static bool take_signed(struct str *line, struct str *number)
{
	const char *start = line->s;
	struct str digits;

	scanline_char(line, '-');
	if (!scanline_digits(line, &digits)) {
		line->n += (size_t)(line->s - start);
		line->s = start;
		return false;
	}
	*number = (struct str){ start, (size_t)(line->s - start) };
	return true;
}

/* What is left of a record behind its first number. */
static bool take_rest(struct str *line, struct record *record)
{
	size_t n = 0;

	if (!scanline_char(line, ':'))
		return false;
	scanline_spaces(line);
	if (!take_signed(line, &record->in_use[1]))
		return false;
	scanline_spaces(line);
	if (!scanline_char(line, '[') ||
	    !take_sum(line, &record->allocated[0]) ||
	    !scanline_char(line, ':') ||
	    !take_sum(line, &record->allocated[1]))
		return false;
	scanline_spaces(line);
	if (!scanline_word(line, "] @"))
		return false;
	while (n < line->n && memchr(" x0123456789abcdef", line->s[n], 18))
		n++;
	record->addresses = (struct str){ line->s, n };
	return true;
}

/* The first record in a line; digits that start none are passed over. */
static bool find_record(struct str line, struct record *record)
{
	while (line.n) {
		if (take_signed(&line, &record->in_use[0])) {
			struct str rest = line;

			if (take_rest(&rest, record))
				return true;
		} else {
			line.s++;
			line.n--;
		}
	}
	return false;
}

static int read_record(struct heap_text *heap, struct str line,
		       struct err *err)
{
	struct textlines *lines = &heap->records.lines;
	struct record record;
	struct heap_sum in_use, allocated;

	if (!find_record(line, &record))
		return textlines_fail(lines, err, "not OBJECTS: BYTES "
				      "[OBJECTS: BYTES] @ ADDRESSES");
	if (!scanline_int(record.in_use[0], &in_use.objects) ||
	    !scanline_int(record.in_use[1], &in_use.bytes) ||
	    !scanline_int(record.allocated[0], &allocated.objects) ||
	    !scanline_int(record.allocated[1], &allocated.bytes))
		return textlines_fail(lines, err,
				      "a number of more than 63 bits");
	records_open(&heap->records);
	records_count(&heap->records, allocated.objects);
	if (heap_text_values(heap, in_use, allocated, err))
		return -1;
	return records_addresses(&heap->records, record.addresses, err);
}

static int read_records(struct heap_text *heap, struct err *err)
{
	struct str line;
	int more;

	while ((more = records_next(&heap->records, &line, err)) > 0) {
		if (procmaps_is_start(line)) {
			textlines_again(&heap->records.lines);
			break;
		}
		if (read_record(heap, line, err))
			return -1;
	}
	return more < 0 ? -1 : records_finish(&heap->records, err);
}

/* The format. */

static int read_all(struct heap_text *heap, struct err *err)
{
	struct str line;
	int more = textlines_next(&heap->records.lines, &line, err);

	if (more < 0)
		return -1;
	if (!more)
		return err_fail(err, "empty file");
	if (heap_v2_head(line, &heap->head))
		return heap_v2_read(heap, err);
	if (!parse_head(line, &heap->head))
		return textlines_fail(&heap->records.lines, err,
				      "not the head of a heap profile that is "
				      "known");
	heap_text_types(heap);
	/* Every record of Go's has some; others may round their sums. */
	if (heap->head.is_go)
		records_expect(&heap->records, heap->head.total,
			       " sampled objects");
	return read_records(heap, err);
}

static int read_heap(struct reading *reading, struct err *err)
{
	struct heap_text heap = { .head.period = 0 };
	int result;

	records_init(&heap.records, reading);
	heap.records.stack.drops_hidden = true;
	result = read_all(&heap, err);
	records_release(&heap.records);
	return result;
}

static enum likeness match_heap(const struct head *head)
{
	struct str text = head->text, line;
	struct heap_head parsed;

	return scanline_next(&text, &line) &&
	       (heap_v2_head(line, &parsed) || parse_head(line, &parsed)) ?
	       LIKENESS_SURE : LIKENESS_NONE;
}

const struct format format_heap = {
	.name = "heap",
	.title = "heap text",
	.match = match_heap,
	.read = read_heap,
};
