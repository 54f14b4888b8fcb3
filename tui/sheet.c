#include "config.h"

#include "tui/sheet.h"

#include <assert.h>
#include <string.h>

void sheet_init(struct sheet *sheet, const struct lines *lines,
		const struct lines_key *key)
{
	*sheet = (struct sheet){ .by = key->by };
	listing_init(&sheet->listing, lines, key);
	sheet->parts = mem_alloc(sheet->listing.mem, sheet->listing.parts.n *
						     sizeof(*sheet->parts));
}

void sheet_release(struct sheet *sheet)
{
	mem_free(sheet->listing.mem, sheet->parts,
		 sheet->listing.parts.n * sizeof(*sheet->parts));
	listing_release(&sheet->listing);
}

void sheet_open(struct sheet *sheet, struct shelf *shelf)
{
	const struct listing *l = &sheet->listing;
	size_t n_files = 0;

	if (sheet->by == LINES_BY_OBJECT)
		return;
	for (size_t i = 0; i < l->parts.n && n_files < SHEET_FILES_MAX; i++) {
		if (!l->parts.at[i].path.n)
			continue;
		sheet->parts[i].file = shelf_get(shelf, l->parts.at[i].path);
		n_files++;
	}
}

bool sheet_is_current(const struct sheet *sheet, const struct shelf *shelf)
{
	for (size_t i = 0; i < sheet->listing.parts.n; i++) {
		if (sheet->parts[i].file &&
		    !shelf_is_current(shelf, sheet->parts[i].file))
			return false;
	}
	return true;
}

bool sheet_is_waiting(const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->listing.parts.n; i++) {
		if (sheet->parts[i].file && !sheet->parts[i].file->is_done)
			return true;
	}
	return false;
}

void sheet_use(const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->listing.parts.n; i++) {
		if (sheet->parts[i].file)
			sheet->parts[i].file->is_used = true;
	}
}

const struct source_file *sheet_text(const struct sheet *sheet, size_t part)
{
	const struct shelf_file *file = sheet->parts[part].file;

	return file && file->is_done && file->found.status == SOURCE_OPENED ?
	       &file->found.file : NULL;
}

/* Rows that list what was tried. */
static size_t tried_rows(const struct sheet_part *part)
{
	return part->file && part->file->is_done && part->file->found.n_tried ?
	       1 + part->file->found.n_tried : 0;
}

static void count_around(struct sheet *sheet, size_t part,
			 const struct source_file *text)
{
	const struct listing_part *p = &sheet->listing.parts.at[part];
	struct sheet_part *s = &sheet->parts[part];
	size_t end = p->first + p->n, at;

	at = listing_find(&sheet->listing, part, 1);
	s->n_before = (at < end ? at : end) - p->first;
	at = listing_find(&sheet->listing, part, (int64_t)text->n_lines + 1);
	s->n_after = end - (at < end ? at : end);
}

static void arrange_part(struct sheet *sheet, size_t part)
{
	const struct source_file *text = sheet_text(sheet, part);
	struct sheet_part *s = &sheet->parts[part];
	size_t heading = sheet->listing.parts.n > 1;

	s->n_before = s->n_after = 0;
	s->range = (struct lines_range){ 0, 0 };
	s->first = sheet->n_rows;
	if (sheet->by == LINES_BY_FUNCTION)
		s->range = listing_range(&sheet->listing, part, text);
	if (text) {
		count_around(sheet, part, text);
		s->n = heading + s->n_before + text->n_lines + s->n_after;
	} else {
		s->n = heading + sheet->listing.parts.at[part].n +
		       tried_rows(s);
	}
	sheet->n_rows += s->n;
}

void sheet_arrange(struct sheet *sheet)
{
	sheet->n_rows = 0;
	for (size_t i = 0; i < sheet->listing.parts.n; i++)
		arrange_part(sheet, i);
}

static bool is_outside(const struct sheet_part *part, int64_t line)
{
	return part->range.first && (line < part->range.first ||
				     line > part->range.last);
}

/* A row of the listing, with its text if there is any. */
static void fill_weight(const struct sheet *sheet, size_t weight,
			struct sheet_row *out)
{
	const struct listing_row *row = &sheet->listing.rows.at[weight];

	out->weight = weight;
	out->row.kind = sheet->by == LINES_BY_OBJECT ? SOURCE_ADDRESS :
						       SOURCE_LINE;
	out->row.line = row->line;
	out->row.address = row->address;
	out->row.flat = row->flat;
	out->row.cum = row->cum;
	out->row.is_inlined = row->is_inlined;
	out->row.has_inlined = row->callee.n > 0;
}

/* Row `at` of the lines of a part whose file is at hand. */
static void fill_line(const struct sheet *sheet, size_t at,
		      const struct source_file *text, struct sheet_row *out)
{
	const struct listing *listing = &sheet->listing;
	const struct listing_part *p = &listing->parts.at[out->part];
	const struct sheet_part *s = &sheet->parts[out->part];
	int64_t line;
	size_t found;

	if (at < s->n_before) {
		fill_weight(sheet, p->first + at, out);
		return;
	}
	at -= s->n_before;
	if (at >= text->n_lines) {
		at -= text->n_lines;
		fill_weight(sheet, p->first + p->n - s->n_after + at, out);
		return;
	}
	line = (int64_t)at + 1;
	found = listing_find(listing, out->part, line);
	if (found < listing->rows.n && listing->rows.at[found].line == line)
		fill_weight(sheet, found, out);
	out->row.line = line;
	out->row.is_outside = is_outside(s, line);
	out->row.text.s = source_line(text, (uint64_t)line, &out->row.text.n);
	out->has_text = true;
}

/* Row `at` of what was tried, below the lines of a part without a text. */
static void fill_tried(const struct sheet *sheet, size_t at,
		       struct sheet_row *out)
{
	const struct sheet_part *part = &sheet->parts[out->part];

	out->row.kind = at ? SOURCE_PATH : SOURCE_REMARK;
	out->row.text = str_of(at ? source_tried(&part->file->found, at - 1) :
			       "Looked for at:");
}

static size_t part_of(const struct sheet *sheet, size_t i)
{
	size_t lo = 0, hi = sheet->listing.parts.n;

	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;

		if (sheet->parts[mid].first <= i)
			lo = mid;
		else
			hi = mid;
	}
	return lo;
}

struct sheet_row sheet_at(const struct sheet *sheet, size_t i)
{
	const struct listing *listing = &sheet->listing;
	size_t heading = listing->parts.n > 1, at;
	struct sheet_row out = { .part = part_of(sheet, i),
				 .weight = listing->rows.n,
				 .row.text = { "", 0 } };
	const struct source_file *text = sheet_text(sheet, out.part);
	const struct listing_part *p = &listing->parts.at[out.part];

	assert(i < sheet->n_rows);
	at = i - sheet->parts[out.part].first;
	if (at < heading) {
		out.row.kind = SOURCE_HEADING;
		out.row.text = p->file;
	} else if (text) {
		fill_line(sheet, at - heading, text, &out);
	} else if (at - heading < p->n) {
		fill_weight(sheet, p->first + at - heading, &out);
	} else {
		fill_tried(sheet, at - heading - p->n, &out);
	}
	return out;
}

size_t sheet_find_weight(const struct sheet *sheet, size_t weight)
{
	const struct listing_row *row = &sheet->listing.rows.at[weight];
	const struct listing_part *p = &sheet->listing.parts.at[row->part];
	const struct sheet_part *s = &sheet->parts[row->part];
	const struct source_file *text = sheet_text(sheet, row->part);
	size_t first = s->first + (sheet->listing.parts.n > 1);
	size_t at = weight - p->first;

	if (!text || at < s->n_before)
		return first + at;
	if (at >= p->n - s->n_after)
		return first + s->n_before + text->n_lines +
		       (at - (p->n - s->n_after));
	return first + s->n_before + (size_t)row->line - 1;
}

size_t sheet_find_line(const struct sheet *sheet, size_t part, int64_t line)
{
	const struct listing_part *p = &sheet->listing.parts.at[part];
	const struct sheet_part *s = &sheet->parts[part];
	const struct source_file *text = sheet_text(sheet, part);
	size_t first = s->first + (sheet->listing.parts.n > 1), found;

	if (text && line >= 1 && line <= text->n_lines)
		return first + s->n_before + (size_t)line - 1;
	if (!p->n)
		return s->first;
	found = listing_find(&sheet->listing, part, line);
	if (found >= p->first + p->n)
		found = p->first + p->n - 1;
	return sheet_find_weight(sheet, found);
}

int64_t sheet_last_line(const struct sheet *sheet)
{
	int64_t last = 0;

	for (size_t i = 0; i < sheet->listing.parts.n; i++) {
		const struct source_file *text = sheet_text(sheet, i);
		const struct listing_part *p = &sheet->listing.parts.at[i];
		int64_t line = p->n ? sheet->listing.rows.at[p->first + p->n -
							     1].line : 0;

		if (text && (int64_t)text->n_lines > line)
			line = text->n_lines;
		if (line > last)
			last = line;
	}
	return last;
}
