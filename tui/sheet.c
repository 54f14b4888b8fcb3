#include "config.h"

#include "tui/sheet.h"

#include <assert.h>
#include <string.h>

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

struct shelf_file *shelf_find(const struct shelf *shelf, struct str path,
			      const char *source_path, const char *trim_path)
{
	for (struct shelf_file *file = shelf->files; file; file = file->next) {
		if (!str_cmp(file->path, path) &&
		    same_text(file->source_path, source_path) &&
		    same_text(file->trim_path, trim_path))
			return file;
	}
	return NULL;
}

struct shelf_file *shelf_get(struct shelf *shelf, struct str path,
			     const char *source_path, const char *trim_path)
{
	struct shelf_file *file = shelf_find(shelf, path, source_path,
					     trim_path);

	if (file)
		return file;
	file = mem_alloc(shelf->mem, sizeof(*file));
	file->path = path;
	file->source_path = source_path;
	file->trim_path = trim_path;
	file->next = shelf->files;
	shelf->files = file;
	return file;
}

void shelf_sweep(struct shelf *shelf)
{
	struct shelf_file **at = &shelf->files, *file;

	while ((file = *at)) {
		if (file->is_used) {
			file->is_used = false;
			at = &file->next;
			continue;
		}
		*at = file->next;
		if (file->is_done)
			source_found_release(&file->found);
		mem_free(shelf->mem, file, sizeof(*file));
	}
}

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

const struct source_file *sheet_text(const struct sheet *sheet, size_t part)
{
	const struct shelf_file *file = sheet->parts[part].file;

	return file && file->is_done && file->found.status == SOURCE_OPENED ?
	       &file->found.file : NULL;
}

/* Rows that a part's missing text takes: why, and what was tried. */
static size_t excuse_rows(const struct sheet *sheet, size_t part)
{
	const struct shelf_file *file = sheet->parts[part].file;

	if (sheet->by == LINES_BY_OBJECT)
		return 0;
	if (!file || !file->is_done || !file->found.n_tried)
		return 1;
	return 2 + file->found.n_tried;
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
		       excuse_rows(sheet, part);
	}
	sheet->n_rows += s->n;
}

void sheet_arrange(struct sheet *sheet)
{
	sheet->n_rows = 0;
	for (size_t i = 0; i < sheet->listing.parts.n; i++)
		arrange_part(sheet, i);
}

static struct str str_of(const char *s)
{
	return (struct str){ s, strlen(s) };
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

static const char *why_not(const struct sheet *sheet, size_t number)
{
	const struct sheet_part *part = &sheet->parts[number];

	if (!sheet->listing.parts.at[number].path.n)
		return "The profile names no source file.";
	if (!part->file)
		return "Not looked for: too many files have a function of "
		       "this name.";
	return part->file->is_done ? part->file->found.why.text :
				     "Still being looked for.";
}

/* Row `at` of what is said in the place of a missing text. */
static void fill_excuse(const struct sheet *sheet, size_t at,
			struct sheet_row *out)
{
	const struct sheet_part *part = &sheet->parts[out->part];

	out->row.kind = SOURCE_REMARK;
	if (at == 0) {
		out->row.text = str_of(why_not(sheet, out->part));
	} else if (at == 1) {
		out->row.text = str_of("Looked for at:");
	} else {
		out->row.kind = SOURCE_PATH;
		out->row.text = str_of(source_tried(&part->file->found,
						    at - 2));
	}
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
		fill_excuse(sheet, at - heading - p->n, &out);
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
