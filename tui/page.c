#include "config.h"

#include "tui/page.h"

#include <string.h>

enum { TAB = 8 };

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

/* Appends the line as it is printed: no tab, nothing that is not seen. */
static void print_line(const struct page *page, struct str line,
		       struct buf *out)
{
	const char *tab;

	while ((tab = memchr(line.s, '\t', line.n))) {
		size_t n = (size_t)(tab - line.s);

		text_escape(out, line.s, n, page->charset);
		buf_pad(out, ' ',
			TAB - text_width(buf_str(out), out->n) % TAB);
		line.s += n + 1;
		line.n -= n + 1;
	}
	text_escape(out, line.s, line.n, page->charset);
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

/* The same of a line whose name stands between marks; it is told where. */
static struct page_name print_marked(const struct page *page, struct str line,
				     struct buf *out)
{
	struct page_name name = { 0, 0 };

	if (!page->takes_marks || !memchr(line.s, REPORT_MARK, line.n)) {
		print_line(page, line, out);
		return name;
	}
	print_line(page, until_mark(&line), out);
	name.from = (uint32_t)out->n;
	print_line(page, until_mark(&line), out);
	name.to = (uint32_t)out->n;
	print_line(page, line, out);
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
	name = print_marked(page, line, &text);
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

	print_line(page, (struct str){ line, strlen(line) }, &text);
	keep_line(page, (struct str){ buf_str(&text), text.n },
		  (struct page_name){ 0, 0 });
	buf_release(&text);
}
