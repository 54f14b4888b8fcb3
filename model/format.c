#include "config.h"

#include "model/format.h"

#include <string.h>

#include "model/buf.h"
#include "model/scanline.h"
#include "model/sniff.h"
#include "model/textlines.h"

/* Of formats that are as sure of a file the first is taken. */
static const struct format *const formats[] = {
	&format_proto,
	&format_goroutines,
	&format_cpu,
	&format_heap,
	&format_count,
	&format_threadz,
	&format_contention,
	&format_java,
	&format_perf,
	&format_folded,
	&format_speedscope,
	&format_v8,
};

const struct format *format_at(size_t i)
{
	return i < ARRAY_SIZE(formats) ? formats[i] : NULL;
}

const struct format *format_find(const char *name)
{
	for (size_t i = 0; i < ARRAY_SIZE(formats); i++) {
		if (!strcmp(formats[i]->name, name))
			return formats[i];
	}
	return NULL;
}

bool head_is_object(const struct head *head)
{
	struct str text = head->text;

	scanline_blank(&text);
	return text.n && *text.s == '{';
}

const struct format *format_detect(const struct head *head)
{
	const struct format *found = NULL;
	enum likeness best = LIKENESS_NONE;

	for (size_t i = 0; i < ARRAY_SIZE(formats); i++) {
		enum likeness likeness = formats[i]->match(head);

		if (likeness > best) {
			best = likeness;
			found = formats[i];
		}
	}
	return found;
}

/* Bytes of a text that is no profile: most messages of servers fit. */
enum { TEXT_SHOWN = 70 };

/* Describes what is no profile by its first line that is not blank, cut. */
static void describe_text(struct str text, struct err *err)
{
	char start[TEXT_SHOWN + 1];
	struct str line = text;
	size_t n = 0;

	while (scanline_next(&text, &line) && !scanline_trim(line).n)
		;
	for (; n < line.n && n < TEXT_SHOWN; n++) {
		char c = line.s[n];

		start[n] = c;
		if (c < ' ' || c > '~')
			start[n] = c == '\t' ? ' ' : '?';
	}
	start[n] = '\0';
	err_set(err, "not a profile: this is text, \"%s%s\"", start,
		n < line.n ? "..." : "");
}

/* To all readers such a file is one line: most would find nothing in it. */
static bool has_old_ends(struct str text)
{
	return text.n && memchr(text.s, '\r', text.n) &&
	       memchr(text.s, '\n', text.n) == text.s + text.n - 1;
}

/* Says what the bytes are when they are something else that is known. */
static bool explain(const struct head *head, struct err *err)
{
	const char *what = sniff_other((const uint8_t *)head->bytes.s,
				       head->bytes.n);

	if (what)
		err_set(err, "not a profile: this is %s", what);
	else if (head->text.n)
		describe_text(head->text, err);
	return what || head->text.n;
}

void reading_tell(const struct reading *reading,
		  const struct textlines *lines)
{
	struct err note;

	if (textlines_report(lines, &note))
		reading->warn(reading->data, note.text);
}

/* Copies the start, since reading moves over it. */
static int take_head(struct input *input, struct buf *bytes,
		     struct buf *text, struct head *head, struct err *err)
{
	const uint8_t *at;
	size_t n = input_peek(input, HEAD_MAX, &at, err);

	if (n == (size_t)-1)
		return -1;
	buf_add(bytes, (const char *)at, n);
	head->bytes = (struct str){ bytes->s, n };
	head->is_whole = n < HEAD_MAX;
	textlines_head(text, head->bytes, head->is_whole);
	head->text = (struct str){ text->s, text->n };
	return 0;
}

/*
 * Whether it was read on the off chance, and nothing was found.  What kept it
 * from being read to its end is then no reason, unless it was of the input.
 */
static bool is_unlikely(const struct head *head,
			const struct reading *reading)
{
	return reading->format->match(head) == LIKENESS_UNLIKELY &&
	       !reading->profile->rows.n && !reading->input->failed;
}

static int read_found(const struct format *named, const struct head *head,
		      struct reading *reading, struct err *err)
{
	const struct format *format = named ? named : format_detect(head);

	if (has_old_ends(head->text))
		return err_fail(err, "not a profile: this is text whose lines "
				"end in CR alone; mend them: tr '\\r' '\\n' "
				"<FILE | pprowl -");
	if (!format) {
		if (!explain(head, err))
			err_set(err, "unrecognized profile format");
		return -1;
	}
	reading->format = format;
	if (!format->read(reading, err))
		return 0;
	if (format != &format_proto &&
	    (named || !is_unlikely(head, reading)))
		return err_within(err, "%s", format->title);
	explain(head, err);
	return -1;
}

int format_read(const struct format *format, struct reading *reading,
		struct err *err)
{
	struct buf bytes = BUF_INIT, text = BUF_INIT;
	struct head head;
	int result = take_head(reading->input, &bytes, &text, &head, err);

	if (!result)
		result = read_found(format, &head, reading, err);
	buf_release(&bytes);
	buf_release(&text);
	return result;
}
