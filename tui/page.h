/*
 * Text to scroll through: lines of printable text, made of any bytes that are
 * written to it, tabs set to every eighth column, without blanks at their end.
 * It takes so much and no more, so that a report of a million samples neither
 * takes the memory nor makes a search slow: 200,000 lines are searched in 0.1
 * to 0.2 s.
 */
#ifndef TUI_PAGE_H
#define TUI_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/buf.h"
#include "model/mem.h"
#include "model/strings.h"
#include "render/report.h"
#include "render/text.h"

enum {
	PAGE_LINES_MAX = 200000,
	PAGE_BYTES_MAX = 32 << 20,
	PAGE_LINE_MAX = 16 << 10,	/* bytes; the rest of one is cut off */
};

/* The bytes of a line that are the name it is about; to 0: none are. */
struct page_name {
	uint32_t from, to;
};

struct page {
	struct mem *mem;
	enum text_charset charset;
	bool takes_marks;		/* REPORT_MARK says what names are */
	VEC(char) text;
	VEC(size_t) ends;		/* of each line, in text */
	VEC(struct page_name) names;	/* one a line */
	struct buf line;		/* that has not ended yet, as it came */
	size_t longest;			/* bytes of a line without a name */
	size_t longest_name;
	bool is_full;
};

void page_init(struct page *page, struct mem *mem, enum text_charset charset);
void page_release(struct page *page);

/*
 * Appends n bytes.  Returns false when the page is full, from then on; what
 * does not fit is dropped by whole lines.
 */
bool page_add(struct page *page, const char *s, size_t n);

/*
 * Ends the last line if it has begun; appends a line more, full or not, which
 * is made printable, too.
 */
void page_end(struct page *page);
void page_note(struct page *page, const char *line);

size_t page_lines(const struct page *page);

/* The text of a line; borrowed until the page changes. */
struct str page_line(const struct page *page, size_t i);
struct page_name page_name(const struct page *page, size_t i);

#endif
