#include "config.h"

#include "model/framelines.h"

#include <string.h>

/* A part of a line, from the start up to a letter that is then passed. */
static bool cut(struct str *line, char end, struct str *part)
{
	const char *at = line->n ? memchr(line->s, end, line->n) : NULL;

	if (!at)
		return false;
	part->s = line->s;
	part->n = (size_t)(at - line->s);
	line->s = at + 1;
	line->n -= part->n + 1;
	return true;
}

static bool read_number(struct str s, int64_t *value)
{
	*value = 0;
	if (!s.n || s.n > 18)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i] < '0' || s.s[i] > '9')
			return false;
		*value = *value * 10 + (s.s[i] - '0');
	}
	return true;
}

/* Appends a text without the escapes; false when one is not known. */
static bool unescape(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.s[i];

		if (c == '\\') {
			static const char from[] = "tn\\", to[] = "\t\n\\";
			const char *code = ++i < s.n && s.s[i] ?
					   strchr(from, s.s[i]) : NULL;

			if (!code)
				return false;
			c = to[code - from];
		}
		buf_addc(out, c);
	}
	return true;
}

static bool read_frame(struct framelines *lines, struct str line)
{
	struct str number, column, start_line, name;
	struct buf *text = &lines->unescaped;
	struct frameline frame;
	size_t n;

	if (!lines->n_begun || lines->n_frames == FRAMELINES_FRAMES_MAX ||
	    !cut(&line, ' ', &number) || !cut(&line, ' ', &column) ||
	    !cut(&line, '\t', &start_line) || !cut(&line, '\t', &name) ||
	    !read_number(number, &frame.line) ||
	    !read_number(column, &frame.column) ||
	    !read_number(start_line, &frame.start_line))
		return false;
	buf_clear(text);
	if (!unescape(text, name))
		return false;
	n = text->n;
	if (!unescape(text, line))
		return false;
	frame.name = (struct str){ buf_str(text), n };
	frame.file = (struct str){ buf_str(text) + n, text->n - n };
	lines->n_frames++;
	lines->take(lines->data, lines->n_begun - 1, &frame);
	return true;
}

static void end_address(struct framelines *lines)
{
	if (lines->n_begun)
		lines->take(lines->data, lines->n_begun - 1, NULL);
}

static int read_line(struct framelines *lines, struct str line,
		     struct err *err)
{
	bool is_right = !lines->is_over;

	if (is_right && str_is(line, "=")) {
		end_address(lines);
		lines->n_frames = 0;
		is_right = lines->n_begun++ < lines->n_asked;
	} else if (is_right && str_is(line, ".")) {
		end_address(lines);
		lines->is_over = true;
		is_right = lines->n_begun == lines->n_asked;
	} else if (is_right && line.n && line.s[0] == '!' &&
		   !lines->n_begun) {
		return err_fail(err, "%.*s", line.n > 200 ? 200 :
				(int)line.n - 1, line.s + 1);
	} else if (is_right) {
		is_right = read_frame(lines, line);
	}
	return is_right ? 0 : err_fail(err, "the answer makes no sense");
}

int framelines_put(struct framelines *lines, const char *s, size_t n,
		   struct err *err)
{
	struct buf *line = &lines->line;

	while (n) {
		const char *end = memchr(s, '\n', n);
		size_t length = end ? (size_t)(end - s) : n;

		if (line->n + length > FRAMELINES_LINE_MAX)
			return err_fail(err, "the answer makes no sense");
		buf_add(line, s, length);
		s += length + (end != NULL);
		n -= length + (end != NULL);
		if (!end)
			break;
		if (read_line(lines, (struct str){ line->s, line->n }, err))
			return -1;
		buf_clear(line);
	}
	return 0;
}

int framelines_end(struct framelines *lines, struct err *err)
{
	buf_release(&lines->line);
	buf_release(&lines->unescaped);
	return lines->is_over ? 0 : err_fail(err, "the answer is cut short");
}
