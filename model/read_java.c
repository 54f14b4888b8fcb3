/*
 * Heap and contention profiles of Java agents, as text:
 *
 *	--- contentionz 1 ---
 *	format = java
 *	resolution = microseconds
 *	sampling period = 100
 *	ms since reset = 6019923
 *	            1     1 @ 0x00000003 0x00000004	delay, contentions
 *
 *	 0x00000003 com.example.Store.get (Store.java:42)
 *
 * Heaps start with "--- heapz 1 ---" and have bytes and objects.  Read as
 * google/pprof does (profile/legacy_java_profile.go).
 */
#include "config.h"

#include <ctype.h>
#include <string.h>

#include "model/format.h"
#include "model/java_symbols.h"
#include "model/legacy.h"
#include "model/scanline.h"
#include "model/tables.h"
#include "model/textlines.h"
#include "model/unsample.h"

enum { HEAP_RATE = 512 * 1024 };	/* what all agents sample with */

struct java {
	struct profile *profile;	/* borrowed */
	struct textlines lines;
	struct tables tables;
	VEC(struct loc_id) stack;	/* of the sample at hand */
	bool is_heap;
};

/* NAME = VALUE */
struct attribute {
	struct str name, value;
};

struct sample {
	int64_t values[2];		/* in the order of the sample types */
	struct str stack;		/* borrowed */
};

/* Attributes. */

static bool is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_' || c == ' ';
}

/* What stands around the first equals sign that has words on both sides. */
static bool find_attribute(struct str line, struct attribute *attribute)
{
	for (size_t i = 1; i + 1 < line.n; i++) {
		size_t start = i, end = i + 1;

		if (line.s[i] != '=' || !is_word(line.s[i - 1]) ||
		    !is_word(line.s[i + 1]))
			continue;
		while (start && is_word(line.s[start - 1]))
			start--;
		while (end < line.n && is_word(line.s[end]))
			end++;
		attribute->name = scanline_trim((struct str){
			line.s + start, i - start });
		attribute->value = scanline_trim((struct str){
			line.s + i + 1, end - i - 1 });
		return true;
	}
	return false;
}

static int set_format(struct java *java, struct str value, struct err *err)
{
	return str_is(value, "java") ? 0 :
	       textlines_fail(&java->lines, err, "a format that is not java");
}

static int set_resolution(struct java *java, struct str value,
			  struct err *err)
{
	struct profile *p = java->profile;
	struct tables *t = &java->tables;
	size_t sum;

	(void)err;
	p->types.n = 0;
	tables_add_type(t, str_of(java->is_heap ? "inuse_objects" :
				  "contentions"), "count");
	sum = tables_add_type(t, str_of(java->is_heap ? "inuse_space" :
					"delay"), "");
	p->types.at[sum].unit = tables_string(t, value);
	return 0;
}

static int take_int(struct java *java, struct str value, int64_t *number,
		    struct err *err)
{
	return scanline_go_int(value, number) ? 0 :
	       textlines_fail(&java->lines, err,
			      "a value that is no number of 64 bits");
}

static int set_period(struct java *java, struct str value, struct err *err)
{
	java->profile->period_type = tables_type(&java->tables,
						 str_of("contentions"),
						 "count");
	return take_int(java, value, &java->profile->period, err);
}

/* Numbers are the file's: products wrap around, as in the reference. */
static int64_t multiply(int64_t a, int64_t b)
{
	return (int64_t)((uint64_t)a * (uint64_t)b);
}

static int set_duration(struct java *java, struct str value, struct err *err)
{
	int64_t ms;

	if (take_int(java, value, &ms, err))
		return -1;
	java->profile->duration_nanos = multiply(ms, 1000 * 1000);
	return 0;
}

enum { FOR_HEAP = 1, FOR_CONTENTION = 2 };

static const struct {
	const char *name;
	int kinds;
	int (*set)(struct java *java, struct str value, struct err *err);
} attributes[] = {
	{ "format", FOR_HEAP | FOR_CONTENTION, set_format },
	{ "resolution", FOR_HEAP | FOR_CONTENTION, set_resolution },
	{ "sampling period", FOR_CONTENTION, set_period },
	{ "ms since reset", FOR_CONTENTION, set_duration },
};

static int set_attribute(struct java *java, const struct attribute *attribute,
			 struct err *err)
{
	int kind = java->is_heap ? FOR_HEAP : FOR_CONTENTION;

	for (size_t i = 0; i < ARRAY_SIZE(attributes); i++) {
		if (attributes[i].kinds & kind &&
		    str_is(attribute->name, attributes[i].name))
			return attributes[i].set(java, attribute->value, err);
	}
	return textlines_fail(&java->lines, err, "an attribute that is not "
			      "known");
}

/* Returns 0 with the first line that is no attribute at hand. */
static int read_attributes(struct java *java, struct err *err)
{
	struct attribute attribute;
	struct str line;
	int more;

	while ((more = textlines_next(&java->lines, &line, err)) > 0) {
		line = scanline_trim(line);
		if (!line.n)
			continue;
		if (!find_attribute(line, &attribute))
			break;
		if (set_attribute(java, &attribute, err))
			return -1;
	}
	if (more > 0)
		textlines_again(&java->lines);
	if (more >= 0 && !java->profile->types.n)
		return textlines_fail(&java->lines, err, "no resolution");
	return more < 0 ? -1 : 0;
}

/* Samples. */

/* Takes the digits, and spaces before them, off the end. */
static bool take_last(struct str *line, struct str *digits)
{
	size_t end = line->n, start;

	while (end && line->s[end - 1] == ' ')
		end--;
	start = end;
	while (start && isdigit((unsigned char)line->s[start - 1]))
		start--;
	*digits = (struct str){ line->s + start, end - start };
	line->n = start;
	return digits->n;
}

static bool ends_with_space(struct str line)
{
	return line.n && line.s[line.n - 1] == ' ';
}

/* SUM COUNT @ STACK, around that @. */
static bool take_around(struct str line, size_t at, struct str *sum,
			struct str *count)
{
	struct str left = { line.s, at };

	return at + 1 < line.n && line.s[at + 1] == ' ' &&
	       ends_with_space(left) && take_last(&left, count) &&
	       ends_with_space(left) && take_last(&left, sum);
}

static bool is_stack(char c)
{
	return c == ' ' || c == 'x' || isdigit((unsigned char)c) ||
	       (c >= 'a' && c <= 'f');
}

/* Returns 1, 0 when the line is no sample, or -1 with the reason. */
static int take_sample(struct java *java, struct str line,
		       struct sample *sample, struct err *err)
{
	struct str sum, count;
	size_t at = 0, end;

	while (at < line.n &&
	       !(line.s[at] == '@' && take_around(line, at, &sum, &count)))
		at++;
	if (at >= line.n)
		return 0;
	for (end = at + 1; end < line.n && is_stack(line.s[end]); )
		end++;
	sample->stack = (struct str){ line.s + at, end - at };
	if (!scanline_go_int(count, &sample->values[0]) ||
	    !scanline_go_int(sum, &sample->values[1]))
		return textlines_fail(&java->lines, err, "a sample whose "
				      "values are no numbers of 64 bits");
	return 1;
}

static int read_stack(struct java *java, struct str text, struct err *err)
{
	struct location loc = { .mapping = { MAPPING_NONE } };
	int found;

	java->stack.n = 0;
	while ((found = scanline_address(&text, &loc.address)) > 0)
		*vec_push(java->profile->mem, &java->stack) =
			tables_location(&java->tables, loc, NULL);
	return found < 0 ? textlines_fail(&java->lines, err, "an address of "
					  "more than 64 bits") : 0;
}

static int add_heap(struct java *java, const struct sample *sample,
		    struct err *err)
{
	struct heap_sum sum = { sample->values[0], sample->values[1] };
	struct label label = {
		.key = tables_string(&java->tables, str_of("bytes")),
		.is_num = true,
	};
	int64_t values[2];

	if (!sum.objects)
		return textlines_fail(&java->lines, err, "a sample without "
				      "objects: the second value is 0");
	label.num = sum.bytes / sum.objects;
	sum = unsample(sum, HEAP_RATE);
	values[0] = sum.objects;
	values[1] = sum.bytes;
	tables_row(&java->tables, java->stack.at, java->stack.n,
		   tables_labels(&java->tables, &label, 1), values);
	return 0;
}

static void add_contention(struct java *java, const struct sample *sample)
{
	int64_t period = java->profile->period ? java->profile->period : 1;
	int64_t values[2] = {
		multiply(sample->values[0], period),
		multiply(sample->values[1], period),
	};

	tables_row(&java->tables, java->stack.at, java->stack.n,
		   (struct labels_id){ 0 }, values);
}

static int read_sample(struct java *java, struct str line, struct err *err)
{
	struct sample sample;
	int found = take_sample(java, line, &sample, err);

	if (found <= 0)
		return found;
	if (read_stack(java, sample.stack, err))
		return -1;
	if (java->is_heap && add_heap(java, &sample, err))
		return -1;
	if (!java->is_heap)
		add_contention(java, &sample);
	return 1;
}

/* Returns 0 with the first line that is no sample at hand. */
static int read_samples(struct java *java, struct err *err)
{
	struct str line;
	int more, found = 1;

	while (found > 0) {
		more = textlines_next(&java->lines, &line, err);
		if (more <= 0)
			return more;
		line = scanline_trim(line);
		if (line.n)
			found = read_sample(java, line, err);
	}
	if (!found)
		textlines_again(&java->lines);
	return found;
}

/* The title. */

static bool find_title(struct str line, bool *is_heap)
{
	line = scanline_trim(line);
	*is_heap = str_is(line, "--- heapz 1 ---");
	return *is_heap || str_is(line, "--- contentionz 1 ---");
}

static int read_title(struct java *java, struct err *err)
{
	struct str line;
	int more = textlines_next(&java->lines, &line, err);

	if (more < 0)
		return -1;
	return more && find_title(line, &java->is_heap) ? 0 :
	       textlines_fail(&java->lines, err, "not \"--- heapz 1 ---\" or "
			      "\"--- contentionz 1 ---\"");
}

static int read_java(struct reading *reading, struct err *err)
{
	struct profile *p = reading->profile;
	struct java java = { .profile = p };
	int result;

	textlines_init(&java.lines, reading->input);
	tables_init(&java.tables, p);
	result = read_title(&java, err) || read_attributes(&java, err) ||
		 read_samples(&java, err) ||
		 java_symbols_read(&java.lines, p, err) ? -1 : 0;
	legacy_set_frames(p);
	vec_release(p->mem, &java.stack);
	tables_release(&java.tables);
	textlines_release(&java.lines);
	return result;
}

/* Contention profiles of C++ have the same title, but neither attribute. */
static enum likeness match(const struct head *head)
{
	struct str text = head->text, line;
	struct attribute attribute;
	bool is_heap;

	if (!scanline_next(&text, &line) || !find_title(line, &is_heap))
		return LIKENESS_NONE;
	while (!is_heap && scanline_next(&text, &line)) {
		line = scanline_trim(line);
		if (!line.n)
			continue;
		if (!find_attribute(line, &attribute))
			break;
		if (str_is(attribute.name, "format") ||
		    str_is(attribute.name, "resolution"))
			return LIKENESS_SURE;
	}
	return is_heap ? LIKENESS_SURE : LIKENESS_NONE;
}

const struct format format_java = {
	.name = "java", .title = "Java heap or contention text",
	.match = match, .read = read_java,
};
