#include "config.h"

#include "render/text.h"

#include <string.h>

#include "model/mem.h"
#include "model/rune.h"
#include "model/unicode.h"

enum kind {
	KIND_HIDDEN,
	KIND_MARK,
	KIND_NARROW,
	KIND_WIDE
};

#define DOTTED_CIRCLE 0x25cc

static bool is_ascii(unsigned char c)
{
	return c >= 0x20 && c < 0x7f;
}

static enum kind char_kind(uint32_t c)
{
	if (c < 0x80)
		return is_ascii((unsigned char)c) ? KIND_NARROW : KIND_HIDDEN;
	if (unicode_has(unicode_hidden, unicode_hidden_n, c))
		return KIND_HIDDEN;
	if (unicode_has(unicode_marks, unicode_marks_n, c))
		return KIND_MARK;
	if (unicode_has(unicode_wide, unicode_wide_n, c))
		return KIND_WIDE;
	return KIND_NARROW;
}

static void escape_char(struct buf *out, uint32_t c)
{
	static const char *const named[] = {
		['\0'] = "\\0", ['\t'] = "\\t", ['\n'] = "\\n", ['\r'] = "\\r",
	};

	if (c < ARRAY_SIZE(named) && named[c])
		buf_adds(out, named[c]);
	else if (c < 0x80)
		buf_addf(out, "\\x%02x", c);
	else
		buf_addf(out, "\\u{%x}", c);
}

/* The state within one text: marks on the last character, -1 for no such. */
struct escaping {
	struct buf *out;
	enum text_charset charset;
	int marks;
};

static void escape_mark(struct escaping *to, uint32_t c)
{
	if (to->marks < 0) {
		rune_encode(to->out, DOTTED_CIRCLE);
		to->marks = 0;
	}
	if (to->marks++ < TEXT_MARKS)
		rune_encode(to->out, c);
	else
		escape_char(to->out, c);
}

/* Escapes the character that s, not ASCII text, starts with. */
static size_t escape_next(struct escaping *to, const char *s, size_t n)
{
	uint32_t c;
	size_t len = rune_decode(s, n, &c);
	enum kind kind;

	if (!len) {
		buf_addf(to->out, "\\x%02x", (unsigned char)*s);
		to->marks = -1;
		return 1;
	}
	kind = to->charset == TEXT_ASCII ? KIND_HIDDEN : char_kind(c);
	if (kind == KIND_MARK) {
		escape_mark(to, c);
	} else if (kind == KIND_HIDDEN) {
		escape_char(to->out, c);
		to->marks = -1;
	} else {
		buf_add(to->out, s, len);
		to->marks = 0;
	}
	return len;
}

void text_escape(struct buf *out, const char *s, size_t n,
		 enum text_charset charset)
{
	struct escaping to = { out, charset, -1 };

	for (size_t i = 0; i < n;) {
		size_t run = i;

		while (run < n && is_ascii((unsigned char)s[run]))
			run++;
		if (run > i) {
			buf_add(out, s + i, run - i);
			to.marks = 0;
			i = run;
		} else {
			i += escape_next(&to, s + i, n - i);
		}
	}
}

/* Reads the marks that follow a character. */
static size_t glyph_marks(const char *s, size_t n, struct glyph *glyph)
{
	size_t at = 0;

	while (at < n && (unsigned char)s[at] >= 0x80) {
		uint32_t c;
		size_t len = rune_decode(s + at, n - at, &c);

		if (!len || glyph->n > TEXT_MARKS || char_kind(c) != KIND_MARK)
			break;
		glyph->ch[glyph->n++] = c;
		at += len;
	}
	return at;
}

size_t text_glyph(const char *s, size_t n, struct glyph *glyph)
{
	enum kind kind = KIND_HIDDEN;
	uint32_t c = 0;
	size_t len;

	glyph->n = 0;
	glyph->width = 0;
	if (!n)
		return 0;
	len = rune_decode(s, n, &c);
	if (len)
		kind = char_kind(c);
	glyph->n = 1;
	glyph->width = kind == KIND_WIDE ? 2 : 1;
	glyph->ch[0] = kind < KIND_NARROW ? '?' : c;
	if (kind < KIND_NARROW)
		return 1;
	return len + glyph_marks(s + len, n - len, glyph);
}

size_t text_width(const char *s, size_t n)
{
	struct glyph glyph;
	size_t width = 0;

	for (size_t at = 0; at < n; width += glyph.width)
		at += text_glyph(s + at, n - at, &glyph);
	return width;
}

size_t text_expand(struct buf *out, const char *s, size_t n, size_t column,
		   enum text_charset charset)
{
	enum { TAB = 8 };

	for (;;) {
		const char *tab = n ? memchr(s, '\t', n) : NULL;
		size_t piece = tab ? (size_t)(tab - s) : n, before = out->n;

		text_escape(out, s, piece, charset);
		if (out->n > before)
			column += text_width(out->s + before, out->n - before);
		if (!tab)
			return column;
		buf_pad(out, ' ', TAB - column % TAB);
		column += TAB - column % TAB;
		s += piece + 1;
		n -= piece + 1;
	}
}

size_t text_cut(const char *s, size_t n, int columns)
{
	struct glyph glyph;
	size_t at = 0;

	while (at < n && columns > 0) {
		size_t len = text_glyph(s + at, n - at, &glyph);

		if (glyph.width > columns)
			break;
		columns -= glyph.width;
		at += len;
	}
	return at;
}

size_t text_row(const char *s, size_t n, int columns)
{
	size_t cut = text_cut(s, n, columns), end = cut;

	if (cut == n)
		return n;
	while (end && s[end] != ' ')
		end--;
	return end ? end : cut;
}

size_t text_skip(const char *s, size_t n, int columns)
{
	struct glyph glyph;
	size_t at = 0;

	while (at < n && columns > 0) {
		at += text_glyph(s + at, n - at, &glyph);
		columns -= glyph.width;
	}
	return at;
}

const char *text_mark(enum text_charset charset)
{
	return charset == TEXT_ASCII ? "~" : "\u2026";
}

void text_elide(struct buf *out, const char *s, size_t n, int columns,
		enum text_charset charset)
{
	size_t cut = text_cut(s, n, columns);

	if (columns <= 0)
		return;
	if (cut < n)
		cut = text_cut(s, n, columns - 1);
	buf_add(out, s, cut);
	if (cut < n)
		buf_adds(out, text_mark(charset));
}

void text_scroll(struct buf *out, const char *s, size_t n, int from,
		 int columns, enum text_charset charset)
{
	size_t skip, over;

	if (columns <= 0)
		return;
	if (from <= 0 || !n) {
		text_elide(out, s, n, columns, charset);
		return;
	}
	buf_adds(out, text_mark(charset));
	columns--;
	skip = text_skip(s, n, from + 1);
	over = text_width(s, skip);
	if (over > (size_t)from + 1 && columns > 0) {
		buf_addc(out, ' ');
		columns--;
	}
	text_elide(out, s + skip, n - skip, columns, charset);
}
