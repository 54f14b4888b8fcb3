#include "config.h"

#include "tui/report_line.h"

#include <limits.h>
#include <string.h>

#include "tui/hits.h"

enum {
	ROOM_MIN = 12,		/* columns of a name that are worth having */
	LAST_SEEN = 8,		/* columns of one that is scrolled */
};

/* A line in three parts; without a name all of it is the last. */
struct parts {
	struct str front, name, rest;
};

static struct parts parts_of(const struct page *page, size_t i)
{
	struct str line = page_line(page, i);
	struct page_name name = page_name(page, i);

	if (!line.n)
		line.s = "";
	return (struct parts){
		{ line.s, name.from },
		{ line.s + name.from, name.to - name.from },
		{ line.s + name.to, line.n - name.to },
	};
}

static int width_of(struct str text)
{
	return (int)text_width(text.s, text.n);
}

/*
 * The columns there are for the name; 0 when it has to go with the line.  What
 * is behind the name goes before that.
 */
static int room_of(struct parts *parts, int cols)
{
	int room = cols - width_of(parts->front) - width_of(parts->rest);

	if (!parts->name.n)
		return 0;
	if (room >= width_of(parts->name))
		return room;
	if (room < ROOM_MIN) {
		room += width_of(parts->rest);
		parts->rest.n = 0;
	}
	return room >= ROOM_MIN ? room : 0;
}

/* Beside names that scroll, what has none and fits stays. */
static int scroll_of(const struct page *page, struct str line, int scroll,
		     int cols)
{
	return page->longest_name && width_of(line) <= cols ? 0 : scroll;
}

static void paint_whole(struct str line, int scroll,
			const struct search *search, const struct canvas *row)
{
	struct buf cut = BUF_INIT;

	text_scroll(&cut, line.s, line.n, scroll, row->cols,
		    row->grid->charset);
	canvas_put(row, canvas_rest(row, 0, 0), STYLE_PLAIN, buf_str(&cut),
		   cut.n);
	hits_paint(search, line, scroll, row);
	buf_release(&cut);
}

/* What is found in a part of the name that is not seen is all of the name. */
static void paint_parts(const struct parts *parts, int scroll, int room,
			const struct search *search, const struct canvas *row)
{
	enum text_charset charset = row->grid->charset;
	struct str name = parts->name, shown;
	struct buf text = BUF_INIT;
	size_t from = parts->front.n, to;

	buf_add(&text, parts->front.s, parts->front.n);
	if (scroll)
		text_scroll(&text, name.s, name.n, scroll, room, charset);
	else
		text_elide_name(&text, name.s, name.n, room, charset);
	to = text.n;
	buf_add(&text, parts->rest.s, parts->rest.n);
	shown = (struct str){ buf_str(&text), text.n };
	canvas_put(row, canvas_rest(row, 0, 0), STYLE_PLAIN, shown.s, shown.n);
	if (!hits_paint(search, shown, 0, row) &&
	    search_hits(search, name.s, name.n))
		canvas_style(row, (struct span){
			0, (int)text_width(shown.s, from),
			(int)text_width(shown.s + from, to - from),
		}, STYLE_MATCH);
	buf_release(&text);
}

void report_line_paint(const struct page *page, size_t i, int scroll,
		       const struct search *search, const struct canvas *row)
{
	struct parts parts = parts_of(page, i);
	struct str line = page_line(page, i);
	int room = room_of(&parts, row->cols);

	if (room)
		paint_parts(&parts, scroll, room, search, row);
	else
		paint_whole(line, scroll_of(page, line, scroll, row->cols),
			    search, row);
}

void report_line_reveal(const struct page *page, size_t i, size_t from,
			size_t to, int cols, int *scroll)
{
	struct parts parts = parts_of(page, i);
	struct str line = page_line(page, i);

	if (room_of(&parts, cols))
		*scroll = 0;
	else
		hits_reveal((int)text_width(line.s, from),
			    (int)text_width(line.s, to), cols, scroll);
}

int report_line_most(const struct page *page, int cols)
{
	size_t name = page->longest_name, line = page->longest;
	size_t most = name > LAST_SEEN ? name - LAST_SEEN : 0;

	if (line > (size_t)cols && line > most)
		most = line;
	return most < INT_MAX ? (int)most : INT_MAX;
}
