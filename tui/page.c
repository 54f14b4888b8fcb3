#include "config.h"

#include "tui/page.h"

#include <string.h>

void page_init(struct page *page, struct mem *mem, enum text_charset charset)
{
	*page = (struct page){ .mem = mem, .charset = charset };
}

void page_release(struct page *page)
{
	if (!page->mem)
		return;
	vec_release(page->mem, &page->text);
	vec_release(page->mem, &page->ends);
	vec_release(page->mem, &page->names);
	buf_release(&page->line);
	*page = (struct page){ 0 };
}

size_t page_lines(const struct page *page)
{
	return page->ends.n;
}

struct str page_line(const struct page *page, size_t i)
{
	size_t start = i ? page->ends.at[i - 1] : 0;

	return (struct str){ page->text.at + start, page->ends.at[i] - start };
}

struct page_name page_name(const struct page *page, size_t i)
{
	return page->names.at[i];
}

static struct str until_mark(struct str *rest)
{
	struct str part = *rest;
	const char *mark = memchr(rest->s, REPORT_MARK, rest->n);

	if (mark) {
		part.n = (size_t)(mark - rest->s);
		rest->s += part.n + 1;
		rest->n -= part.n + 1;
	} else {
		rest->n = 0;
	}
	return part;
}

/*
 * Appends a line as printable text without tabs; tells where the name is that
 * stands between marks.
 */
static struct page_name print_line(const struct page *page, struct str line,
				   struct buf *out)
{
	bool has_marks = page->takes_marks && line.n &&
			 memchr(line.s, REPORT_MARK, line.n);
	struct page_name name = { 0, 0 };
	size_t column = 0;
	struct str part;

	if (has_marks) {
		part = until_mark(&line);
		column = text_expand(out, part.s, part.n, column,
				     page->charset);
		name.from = (uint32_t)out->n;
		part = until_mark(&line);
		column = text_expand(out, part.s, part.n, column,
				     page->charset);
		name.to = (uint32_t)out->n;
	}
	text_expand(out, line.s, line.n, column, page->charset);
	return name;
}

static void note_length(size_t *longest, size_t n)
{
	if (n > *longest)
		*longest = n;
}

static void keep_line(struct page *page, struct str line,
		      struct page_name name)
{
	while (line.n && line.s[line.n - 1] == ' ')
		line.n--;
	if (name.to > line.n)
		name = (struct page_name){ 0, 0 };
	vec_reserve(page->mem, &page->text, line.n);
	if (line.n)
		memcpy(page->text.at + page->text.n, line.s, line.n);
	page->text.n += line.n;
	*vec_push(page->mem, &page->ends) = page->text.n;
	*vec_push(page->mem, &page->names) = name;
	if (name.to)
		note_length(&page->longest_name,
			    (size_t)name.to - name.from);
	else
		note_length(&page->longest, line.n);
}

static bool has_room(const struct page *page, size_t n)
{
	return page->ends.n < PAGE_LINES_MAX &&
	       page->text.n + n <= PAGE_BYTES_MAX;
}

static void take_line(struct page *page, struct str line)
{
	struct buf text = BUF_INIT;
	bool is_cut = line.n > PAGE_LINE_MAX;
	struct page_name name;

	if (is_cut)
		line.n = PAGE_LINE_MAX;
	name = print_line(page, line, &text);
	if (is_cut)
		buf_adds(&text, text_mark(page->charset));
	if (has_room(page, text.n))
		keep_line(page, (struct str){ buf_str(&text), text.n }, name);
	else
		page->is_full = true;
	buf_release(&text);
}

/* Of a line that is too long no more is kept than can be told from that. */
static void begin_line(struct page *page, const char *s, size_t n)
{
	size_t room = PAGE_LINE_MAX + 1 - page->line.n;

	buf_add(&page->line, s, n < room ? n : room);
}

/* Lines of CSV end in two characters. */
static void end_line(struct page *page)
{
	struct str line = { buf_str(&page->line), page->line.n };

	line.n -= line.n && line.s[line.n - 1] == '\r';
	take_line(page, line);
	buf_clear(&page->line);
}

bool page_add(struct page *page, const char *s, size_t n)
{
	const char *end;

	while (!page->is_full && (end = memchr(s, '\n', n))) {
		size_t used = (size_t)(end - s);

		begin_line(page, s, used);
		end_line(page);
		s += used + 1;
		n -= used + 1;
	}
	if (!page->is_full)
		begin_line(page, s, n);
	return !page->is_full;
}

void page_end(struct page *page)
{
	if (page->line.n && !page->is_full)
		end_line(page);
	buf_clear(&page->line);
}

void page_note(struct page *page, const char *line)
{
	struct buf text = BUF_INIT;

	text_expand(&text, line, strlen(line), 0, page->charset);
	keep_line(page, (struct str){ buf_str(&text), text.n },
		  (struct page_name){ 0, 0 });
	buf_release(&text);
}
