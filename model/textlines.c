#include "config.h"

#include "model/textlines.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "model/rune.h"

enum { MARK_MAX = 3 };		/* bytes of a byte order mark */

/* How the bytes are to be read, and how many of them only say so. */
static size_t find_mark(const char *s, size_t n, enum text_encoding *encoding)
{
	static const struct {
		const char *mark;
		size_t n;
		enum text_encoding encoding;
	} marks[] = {
		{ "\xef\xbb\xbf", 3, TEXT_BYTES },
		{ "\xff\xfe", 2, TEXT_UTF16_LE },
		{ "\xfe\xff", 2, TEXT_UTF16_BE },
	};

	*encoding = TEXT_BYTES;
	for (size_t i = 0; i < ARRAY_SIZE(marks); i++) {
		if (n < marks[i].n || memcmp(s, marks[i].mark, marks[i].n))
			continue;
		*encoding = marks[i].encoding;
		return marks[i].n;
	}
	return 0;
}

static uint32_t unit_at(const char *s, enum text_encoding encoding)
{
	uint8_t a = (uint8_t)s[0], b = (uint8_t)s[1];

	return encoding == TEXT_UTF16_LE ? (uint32_t)(b << 8 | a) :
					   (uint32_t)(a << 8 | b);
}

/* Appends UTF-16 as UTF-8; half a pair or half a unit becomes U+FFFD. */
static void add_utf16(struct buf *out, struct str s,
		      enum text_encoding encoding)
{
	size_t i = 0;

	for (; i + 1 < s.n; i += 2) {
		uint32_t unit = unit_at(s.s + i, encoding), low = 0;

		if (unit >= 0xd800 && unit < 0xdc00 && i + 3 < s.n)
			low = unit_at(s.s + i + 2, encoding);
		if (low >= 0xdc00 && low < 0xe000) {
			unit = 0x10000 + ((unit - 0xd800) << 10) +
			       (low - 0xdc00);
			i += 2;
		} else if (unit >= 0xd800 && unit < 0xe000) {
			unit = RUNE_BAD;
		}
		rune_encode(out, unit);
	}
	if (i < s.n)
		rune_encode(out, RUNE_BAD);
}

/* Where the line feed in s[from..n) ends; 0: there is none. */
static size_t find_feed(const char *s, size_t from, size_t n,
			enum text_encoding encoding)
{
	const char *at;

	if (encoding == TEXT_BYTES) {
		at = n > from ? memchr(s + from, '\n', n - from) : NULL;
		return at ? (size_t)(at - s) + 1 : 0;
	}
	for (size_t i = from - from % 2; i + 1 < n; i += 2) {
		if (unit_at(s + i, encoding) == '\n')
			return i + 2;
	}
	return 0;
}

/* Without what ends a line. */
static struct str cut_end(struct str line)
{
	if (line.n && line.s[line.n - 1] == '\n')
		line.n--;
	if (line.n && line.s[line.n - 1] == '\r')
		line.n--;
	return line;
}

void textlines_init(struct textlines *t, struct input *input)
{
	*t = (struct textlines){ .input = input };
}

void textlines_release(struct textlines *t)
{
	buf_release(&t->utf8);
}

static int start(struct textlines *t, struct err *err)
{
	const uint8_t *at;
	size_t n = input_peek(t->input, MARK_MAX, &at, err);

	if (n == (size_t)-1)
		return -1;
	input_skip(t->input, find_mark((const char *)at, n, &t->encoding));
	t->is_started = true;
	return 0;
}

/*
 * Makes the input hold a line, and returns how long it is with its line feed;
 * 0 at the end, (size_t)-1 with the reason.
 */
static size_t gather_line(struct textlines *t, struct err *err)
{
	struct input *input = t->input;
	size_t seen = 0, n, end;
	const uint8_t *at;

	for (;;) {
		n = input_peek(input, seen + 1, &at, err);
		if (n == (size_t)-1 || n == seen)
			return n;
		n = (size_t)(input->end - input->at);
		end = find_feed((const char *)at, seen, n, t->encoding);
		if (end)
			return end;
		if (n > TEXTLINES_MAX) {
			t->number++;
			textlines_set(t, err, "longer than 16 MiB");
			return (size_t)-1;
		}
		seen = n;
	}
}

int textlines_next(struct textlines *t, struct str *line, struct err *err)
{
	if (t->is_again) {
		t->is_again = false;
		*line = t->line;
		return 1;
	}
	if (!t->is_started && start(t, err))
		return -1;
	input_skip(t->input, t->used);
	t->used = 0;
	t->used = gather_line(t, err);
	if (!t->used)
		return 0;
	if (t->used == (size_t)-1) {
		t->used = 0;
		return -1;
	}
	t->number++;
	t->line = (struct str){ (const char *)t->input->at, t->used };
	if (t->encoding != TEXT_BYTES) {
		buf_clear(&t->utf8);
		add_utf16(&t->utf8, t->line, t->encoding);
		t->line = (struct str){ t->utf8.s, t->utf8.n };
	}
	*line = t->line = cut_end(t->line);
	return 1;
}

void textlines_again(struct textlines *t)
{
	t->is_again = true;
}

void textlines_set(const struct textlines *t, struct err *err,
		   const char *fmt, ...)
{
	char text[sizeof(err->text) / 2];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	err_set(err, "line %" PRIu64 ": %s", t->number, text);
}

void textlines_refuse(struct textlines *t, const char *why)
{
	if (!t->n_bad++)
		textlines_set(t, &t->first_bad, "%s", why);
}

bool textlines_report(const struct textlines *t, struct err *note)
{
	if (t->n_bad == 1)
		err_set(note, "a line could not be read and is left out: %s",
			t->first_bad.text);
	else if (t->n_bad)
		err_set(note, "%" PRIu64 " lines could not be read and are "
			"left out; the first is %s", t->n_bad,
			t->first_bad.text);
	return t->n_bad;
}

static bool is_text(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.s[i];

		if ((c < ' ' && !memchr("\t\n\r\f\033", c, 5)) || c == 0x7f)
			return false;
	}
	return true;
}

/*
 * The last line of a file that goes on may be cut in two.  Where it is the
 * only one it is better than nothing.
 */
static struct str whole_lines(struct str s, bool is_whole)
{
	size_t n = s.n;

	while (n && s.s[n - 1] != '\n')
		n--;
	return is_whole || !n ? s : (struct str){ s.s, n };
}

void textlines_head(struct buf *text, struct str bytes, bool is_whole)
{
	enum text_encoding encoding;
	size_t mark = find_mark(bytes.s, bytes.n, &encoding);
	struct buf utf8 = BUF_INIT;
	struct str all = { bytes.s + mark, bytes.n - mark }, line;

	if (encoding != TEXT_BYTES) {
		add_utf16(&utf8, all, encoding);
		all = (struct str){ utf8.s, utf8.n };
	}
	all = whole_lines(all, is_whole);
	if (!is_text(all))
		all.n = 0;
	while (all.n) {
		line = all;
		line.n = find_feed(all.s, 0, all.n, TEXT_BYTES);
		line.n = line.n ? line.n : all.n;
		all.s += line.n;
		all.n -= line.n;
		line = cut_end(line);
		buf_add(text, line.s, line.n);
		buf_addc(text, '\n');
	}
	buf_release(&utf8);
}
