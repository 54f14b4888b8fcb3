/*
 * Go's profiles of things that are counted, with debug=1: goroutine,
 * threadcreate, and those that programs make (pprof.NewProfile).
 *
 *	goroutine profile: total 7
 *	5 @ 0x437c96 0x40619b 0x405cd8
 *	# labels: {"job":"index"}
 *
 * Read as google/pprof reads them (profile/legacy_profile.go, parseGoCount),
 * but for what it refuses although Go writes it: stacks without addresses,
 * which is all of threadcreate, and names with blanks.
 */
#include "config.h"

#include <string.h>

#include "model/records.h"
#include "model/scanline.h"

/* Takes "NAME profile: total 7" apart, which is all of the line. */
static bool parse_head(struct str line, struct str *name, struct str *total)
{
	static const char middle[] = " profile: total ";
	size_t n = line.n;

	while (n && line.s[n - 1] >= '0' && line.s[n - 1] <= '9')
		n--;
	if (n == line.n || n <= strlen(middle))
		return false;
	*total = (struct str){ line.s + n, line.n - n };
	n -= strlen(middle);
	*name = (struct str){ line.s, n };
	return !memcmp(line.s + n, middle, strlen(middle)) &&
	       scanline_trim(*name).n == n;
}

static bool has_blank(struct str name)
{
	for (size_t i = 0; i < name.n; i++) {
		char c = name.s[i];

		if (c == ' ' || (c >= '\t' && c <= '\r'))
			return true;
	}
	return false;
}

static int read_head(struct records *records, struct err *err)
{
	struct str line, name, digits;
	int64_t total;
	int more = records_next(records, &line, err);

	if (more < 0)
		return -1;
	if (!more)
		return err_fail(err, "nothing but comments");
	if (!parse_head(line, &name, &digits) ||
	    (records->reading->leaves_names && has_blank(name)))
		return textlines_fail(&records->lines, err,
				      "not NAME profile: total NUMBER");
	if (scanline_go_int(digits, &total))
		records_expect(records, total, "");
	records_type(records, name, "count");
	records_period(records, name, "count", 1);
	return 0;
}

/* Whether a line is all addresses, each behind one blank. */
static bool is_addresses(struct str line)
{
	while (line.n) {
		size_t n = 0;

		if (!scanline_word(&line, " 0x"))
			return false;
		while (n < line.n && memchr("0123456789abcdef", line.s[n], 16))
			n++;
		if (!n)
			return false;
		line.s += n;
		line.n -= n;
	}
	return true;
}

static int read_record(struct records *records, struct str line,
		       struct err *err)
{
	struct str digits;
	int64_t count;

	if (!scanline_digits(&line, &digits) || !scanline_word(&line, " @") ||
	    !is_addresses(line))
		return textlines_fail(&records->lines, err,
				      "not COUNT @ ADDRESSES");
	if (!line.n && records->reading->leaves_names)
		return textlines_fail(&records->lines, err,
				      "a stack without addresses");
	if (!scanline_go_int(digits, &count))
		return textlines_fail(&records->lines, err,
				      "the count is no number of 63 bits");
	records_open(records);
	records->values[0] = count;
	records_count(records, count);
	return records_addresses(records, line, err);
}

static int read_records(struct records *records, struct err *err)
{
	struct str line;
	int more;

	if (read_head(records, err))
		return -1;
	while ((more = records_next(records, &line, err)) > 0) {
		if (scanline_word(&line, "---")) {
			textlines_again(&records->lines);
			break;
		}
		if (read_record(records, line, err))
			return -1;
	}
	return more < 0 ? -1 : records_finish(records, err);
}

static int read_count(struct reading *reading, struct err *err)
{
	struct records records;
	int result;

	records_init(&records, reading);
	result = read_records(&records, err);
	records_release(&records);
	return result;
}

static enum likeness match_count(const struct head *head)
{
	struct str text = head->text, line, trimmed, name, total;

	while (scanline_next(&text, &line)) {
		trimmed = scanline_trim(line);
		if (!trimmed.n || *trimmed.s == '#')
			continue;
		return parse_head(line, &name, &total) ? LIKENESS_SURE :
							 LIKENESS_NONE;
	}
	return LIKENESS_NONE;
}

const struct format format_count = {
	.name = "count",
	.title = "Go count text",
	.match = match_count,
	.read = read_count,
};
