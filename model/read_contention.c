/*
 * Waiting for locks, as text: mutex and block of Go with debug=1, contentionz
 * of gperftools.
 *
 *	--- mutex:
 *	cycles/second=2596102258
 *	sampling period=5
 *	3109870137 159 @ 0x4b7ed7 0x4b7e65
 *
 * are cycles waited and how often.  Read as google/pprof reads it
 * (profile/legacy_profile.go, parseContention), but for mutexes of Go since
 * 1.20, see is_scaled.
 */
#include "config.h"

#include <string.h>

#include "model/records.h"
#include "model/scanline.h"
#include "model/unsample.h"

struct contention {
	struct records records;
	bool is_go_mutex;
	bool is_multiple;	/* all values so far, of the period */
	int64_t hz, period, ms;
};

static bool is_start(struct str line)
{
	return scanline_word(&line, "--- contentionz ") ||
	       scanline_word(&line, "--- mutex:") ||
	       scanline_word(&line, "--- contention:");
}

/* Attributes: "cycles/second = 3201000000". */

static bool split_attribute(struct str line, struct str *key,
			    struct str *value)
{
	const char *equals = memchr(line.s, '=', line.n);

	if (!equals)
		return false;
	*key = scanline_trim((struct str){
		line.s, (size_t)(equals - line.s)
	});
	*value = scanline_trim((struct str){
		equals + 1, (size_t)(line.s + line.n - equals - 1)
	});
	return true;
}

/* Where the number of an attribute goes; NULL when it may be something else. */
static int64_t *find_number(struct contention *c, struct str key)
{
	const struct {
		const char *key;
		int64_t *number;
	} numbers[] = {
		{ "cycles/second", &c->hz },
		{ "sampling period", &c->period },
		{ "ms since reset", &c->ms },
	};

	for (size_t i = 0; i < ARRAY_SIZE(numbers); i++) {
		if (str_is(key, numbers[i].key))
			return numbers[i].number;
	}
	return NULL;
}

static int read_attribute(struct contention *c, struct str key,
			  struct str value, struct err *err)
{
	int64_t *number = find_number(c, key);

	if (number && !scanline_go_int(value, number))
		return textlines_fail(&c->records.lines, err,
				      "not a number of 63 bits");
	if (!number && !str_is(key, "discarded samples"))
		return textlines_fail(&c->records.lines, err, "an attribute "
				      "that is not known");
	return 0;
}

/* Records. */

/*
 * Takes the two numbers in front of " @".  A number alone is two, its last
 * digit being the second: the reference's pattern needs no blank between them.
 */
static bool take_numbers(struct str *line, struct str *cycles,
			 struct str *count)
{
	struct str rest;

	if (!scanline_digits(line, cycles))
		return false;
	rest = *line;
	scanline_spaces(&rest);
	if (scanline_digits(&rest, count) && scanline_word(&rest, " @")) {
		*line = rest;
		return true;
	}
	if (cycles->n < 2 || !scanline_word(line, " @"))
		return false;
	cycles->n--;
	*count = (struct str){ cycles->s + cycles->n, 1 };
	return true;
}

/* The first record in a line, wherever it is. */
static bool find_record(struct str *line, struct str *cycles,
			struct str *count)
{
	while (line->n) {
		if (*line->s < '0' || *line->s > '9') {
			line->s++;
			line->n--;
		} else if (take_numbers(line, cycles, count)) {
			return true;
		}
	}
	return false;
}

static int read_record(struct contention *c, struct str line, struct err *err)
{
	struct str cycles, count;
	int64_t *values = c->records.values;
	size_t n = 0;

	if (!find_record(&line, &cycles, &count))
		return textlines_fail(&c->records.lines, err,
				      "not CYCLES COUNT @ ADDRESSES");
	records_open(&c->records);
	if (!scanline_int(count, &values[0]) ||
	    !scanline_int(cycles, &values[1]))
		return textlines_fail(&c->records.lines, err,
				      "a number of more than 63 bits");
	if (c->period > 1)
		c->is_multiple = c->is_multiple && !(values[0] % c->period) &&
				 !(values[1] % c->period);
	while (n < line.n && memchr(" x0123456789abcdef", line.s[n], 18))
		n++;
	return records_addresses(&c->records, (struct str){ line.s, n }, err);
}

static int read_line(struct contention *c, struct str line,
		     bool *has_attributes, struct err *err)
{
	struct str key, value;

	if (*has_attributes && split_attribute(line, &key, &value))
		return read_attribute(c, key, value, err);
	*has_attributes = false;
	return read_record(c, line, err);
}

/*
 * Since 1.20 Go scales mutexes while it samples, and still prints the period;
 * before, and in profiles of others, it is for us to do.  Scaled values are all
 * multiples of the period, which cycles are by chance only.
 */
static bool is_scaled(const struct contention *c)
{
	return c->is_go_mutex && c->is_multiple && c->period > 1 &&
	       !c->records.reading->leaves_names;
}

static void scale_values(const struct contention *c, int64_t *count,
			 int64_t *delay)
{
	int64_t period = is_scaled(c) ? 1 : c->period;

	if (period <= 0)
		return;
	if (c->hz > 0)
		*delay = unsample_trunc((double)*delay * (double)period /
					((double)c->hz / 1e9));
	*count = (int64_t)((uint64_t)*count * (uint64_t)period);
}

static void scale_all(const struct contention *c)
{
	struct profile *p = c->records.reading->profile;
	int64_t *values = p->values[SIDE_CURRENT].at;

	for (size_t i = 0; i < p->rows.n; i++)
		scale_values(c, &values[2 * i], &values[2 * i + 1]);
	p->duration_nanos = (int64_t)((uint64_t)c->ms * 1000000);
	p->period = is_scaled(c) ? 1 : c->period;
}

static int read_records(struct contention *c, struct err *err)
{
	bool has_attributes = true;
	struct str line;
	int more;

	while ((more = records_next(&c->records, &line, err)) > 0) {
		struct str trimmed = scanline_trim(line);

		if (scanline_word(&trimmed, "---")) {
			textlines_again(&c->records.lines);
			break;
		}
		if (read_line(c, trimmed, &has_attributes, err))
			return -1;
	}
	if (more < 0 || records_finish(&c->records, err))
		return -1;
	scale_all(c);
	return 0;
}

static int read_all(struct contention *c, struct err *err)
{
	struct str line;
	int more = textlines_next(&c->records.lines, &line, err);

	if (more < 0)
		return -1;
	if (!more || !is_start(line))
		return textlines_fail(&c->records.lines, err, "not "
				      "--- contentionz, --- mutex: or "
				      "--- contention:");
	c->is_go_mutex = scanline_word(&line, "--- mutex:");
	records_type(&c->records, str_of("contentions"), "count");
	records_type(&c->records, str_of("delay"), "nanoseconds");
	records_period(&c->records, str_of("contentions"), "count", 1);
	return read_records(c, err);
}

static int read_contention(struct reading *reading, struct err *err)
{
	struct contention c = { .is_multiple = true, .period = 1 };
	int result;

	records_init(&c.records, reading);
	result = read_all(&c, err);
	records_release(&c.records);
	return result;
}

/* Those of Java start alike, and have other attributes. */
static enum likeness match_contention(const struct head *head)
{
	struct str text = head->text, line;

	if (!scanline_next(&text, &line) || !is_start(line))
		return LIKENESS_NONE;
	return format_java.match(head) ? LIKENESS_NONE : LIKENESS_SURE;
}

const struct format format_contention = {
	.name = "contention",
	.title = "contention text",
	.match = match_contention,
	.read = read_contention,
};
