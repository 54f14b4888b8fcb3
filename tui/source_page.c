#include "config.h"

#include "tui/source_page.h"

#include <inttypes.h>
#include <string.h>

#include "render/number.h"
#include "render/weight.h"

enum {
	MEASURE_MAX = 4096,	/* rows whose numbers are measured, hottest */
	NAME_MIN = 16,		/* columns a function's name gets at least */
	NS_PER_SECOND = 1000000000,
};

void target_release(struct target *target)
{
	buf_release(&target->selected);
	buf_release(&target->file);
}

void target_copy(struct target *to, const struct target *from)
{
	struct buf selected = to->selected, file = to->file;

	buf_copy(&selected, &from->selected);
	buf_copy(&file, &from->file);
	*to = *from;
	to->selected = selected;
	to->file = file;
	to->key.file = (struct str){ buf_str(&to->file), to->file.n };
}

static bool same_string(const struct target *a, struct str_id x,
			const struct target *b, struct str_id y)
{
	return str_same(profile_str(a->profile, x), profile_str(b->profile, y));
}

bool target_same(const struct target *a, const struct target *b)
{
	if (!a->is_found || !b->is_found || a->key.by != b->key.by)
		return false;
	switch (a->key.by) {
	case LINES_BY_FUNCTION:
		return same_string(a, a->key.name, b, b->key.name);
	case LINES_BY_FILE:
		return buf_same(&a->file, &b->file);
	case LINES_BY_OBJECT:
		return same_string(a, a->key.object, b, b->key.object);
	}
	return false;
}

/* A frame without a name is shown by address, a file as a whole. */
static enum lines_by lines_by(const struct eval *eval,
			      const struct node_info *info)
{
	if (info->name.i)
		return LINES_BY_FUNCTION;
	return info->file.i && eval->view.granularity == BY_FILE ?
	       LINES_BY_FILE : LINES_BY_OBJECT;
}

void target_find(struct target *target, const struct eval *eval,
		 const struct buf *selected)
{
	const struct nodes *nodes = &eval->lens->nodes;
	const struct node_info *info;
	struct str file;
	uint32_t node;

	buf_copy(&target->selected, selected);
	target->profile = eval->profile;
	node = eval_find(eval, buf_str(selected), selected->n);
	target->is_found = node != NODE_NONE;
	if (!target->is_found)
		return;
	info = &nodes->at.at[node].info;
	file = strings_at(&nodes->files, info->file);
	buf_clear(&target->file);
	buf_add(&target->file, file.s, file.n);
	target->line = info->line;
	target->address = info->address;
	target->key = (struct lines_key){
		.by = lines_by(eval, info),
		.name = info->name, .object = info->object,
		.file = { buf_str(&target->file), target->file.n },
	};
}

void source_page_free(struct source_page *page)
{
	if (!page)
		return;
	sheet_release(&page->sheet);
	target_release(&page->target);
	mem_free(page->mem, page, sizeof(*page));
}

struct source_page *source_page_new(struct mem *mem,
				    const struct lines_job *lines,
				    const struct target *target,
				    enum text_charset charset)
{
	const struct profile *p = lines->profile;
	struct source_page *page = mem_alloc(mem, sizeof(*page));

	page->mem = mem;
	page->profile = p;
	page->table.charset = charset;
	target_copy(&page->target, target);
	sheet_init(&page->sheet, &lines->lines, &page->target.key);
	page->type = lines->view.type;
	page->compare = p->n_sides > 1 ? lines->view.compare :
					 COMPARE_CURRENT;
	page->columns = (struct columns){
		.from = profile_str(p, p->types.at[page->type].unit).s,
		.unit = "auto", .ratio = lines->lanes.ratio,
		.totals = { lines->lanes.totals[0], lines->lanes.totals[1] },
	};
	if (page->sheet.listing.parts.n)
		return page;
	source_page_free(page);
	return NULL;
}

static void measure(struct source_page *page)
{
	const struct listing *l = &page->sheet.listing;
	struct source_table *t = &page->table;

	t->columns = &page->columns;
	t->is_both = page->compare == COMPARE_BOTH;
	t->is_change = page->compare == COMPARE_DIFFERENCE;
	t->is_share_change = t->is_both && page->share == SHARE_CHANGE;
	t->by_cum = l->by_cum;
	t->weight = l->weight;
	source_table_start(t, sheet_last_line(&page->sheet));
	for (size_t i = 0; i < l->ranked.n && i < MEASURE_MAX; i++) {
		const struct listing_row *row = &l->rows.at[l->ranked.at[i]];

		source_table_widen(t, &(struct source_row){
			.kind = page->sheet.by == LINES_BY_OBJECT ?
				SOURCE_ADDRESS : SOURCE_LINE,
			.line = row->line, .address = row->address,
			.flat = row->flat, .cum = row->cum,
		});
	}
}

void source_page_arrange(struct source_page *page)
{
	sheet_arrange(&page->sheet);
	measure(page);
}

void source_page_rank(struct source_page *page, bool by_cum)
{
	listing_rank(&page->sheet.listing, by_cum,
		     page->compare == COMPARE_BOTH);
	measure(page);
}

void source_page_adopt(struct source_page *page, const struct eval *eval,
		       enum share share)
{
	if (eval->profile != page->profile || eval->view.type != page->type ||
	    (page->profile->n_sides > 1 &&
	     eval->view.compare != page->compare))
		return;
	if (page->eval == eval && page->share == share)
		return;
	page->eval = eval;
	page->share = share;
	page->columns = eval->columns;
	for (int i = 0; i < 2 && share == SHARE_SHOWN; i++)
		page->columns.totals[i] = top_shown(&eval->top, i);
	measure(page);
}

struct spot source_page_spot(const struct source_page *page, size_t i)
{
	struct sheet_row row = sheet_at(&page->sheet, i);

	return (struct spot){
		.file = page->sheet.listing.parts.at[row.part].file,
		.line = row.row.line, .address = row.row.address,
	};
}

bool source_page_find(const struct source_page *page, const struct spot *spot,
		      size_t *found)
{
	const struct listing *l = &page->sheet.listing;

	for (size_t i = 0; i < l->rows.n && spot->address; i++) {
		if (l->rows.at[i].address == spot->address) {
			*found = sheet_find_weight(&page->sheet, i);
			return true;
		}
	}
	for (size_t i = 0; i < l->parts.n && spot->line; i++) {
		if (!str_cmp(l->parts.at[i].file, spot->file)) {
			*found = sheet_find_line(&page->sheet, i, spot->line);
			return true;
		}
	}
	return false;
}

size_t source_page_hottest(const struct source_page *page)
{
	const struct listing *l = &page->sheet.listing;

	if (l->ranked.n)
		return sheet_find_weight(&page->sheet, l->ranked.at[0]);
	return sheet_find_line(&page->sheet, 0, l->parts.at[0].start_line);
}

static void add_value(const struct source_page *page, int64_t value,
		      struct buf *out)
{
	weight_amount(&page->columns, value,
		      page->compare == COMPARE_DIFFERENCE, out);
}

static void add_values(const struct source_page *page, const char *what,
		       const struct graph_value *value, struct buf *out)
{
	buf_addf(out, "%s ", what);
	if (page->compare == COMPARE_BOTH) {
		add_value(page, value->v[1], out);
		buf_adds(out, " | ");
	}
	add_value(page, value->v[0], out);
}

/* What the percentage is of is what the columns of top have shares of. */
static void add_share(const struct source_page *page, int64_t value,
		      struct buf *out)
{
	buf_adds(out, ", ");
	number_share(out, value, page->columns.totals[0]);
	buf_adds(out, " of ");
	columns_value(&page->columns, page->columns.totals[0], "auto", out);
	if (page->share == SHARE_SHOWN)
		buf_adds(out, " shown");
}

static void add_summary(const struct source_page *page, size_t part,
			struct buf *out)
{
	const struct listing_part *p = &page->sheet.listing.parts.at[part];

	add_values(page, "flat", &p->flat, out);
	buf_adds(out, "  ");
	add_values(page, "cum", &p->cum, out);
	if (page->compare == COMPARE_BOTH) {
		buf_adds(out, ", ");
		number_ratio(out, p->cum.v[0], p->cum.v[1]);
	} else {
		add_share(page, p->cum.v[0], out);
	}
}

static void add_object(const struct source_page *page, struct buf *out)
{
	struct str_id object = page->target.key.object;
	struct str name = str_base(profile_str(page->profile, object));

	if (!object.i) {
		buf_adds(out, "<unknown>");
		return;
	}
	buf_addc(out, '[');
	buf_add(out, name.s, name.n);
	buf_addc(out, ']');
}

/* What is shown, where the selected name may be but a line or address of it. */
static void add_name(const struct source_page *page, struct buf *out)
{
	const struct target *target = &page->target;
	struct str name;

	switch (target->key.by) {
	case LINES_BY_FUNCTION:
		name = profile_str(page->profile, target->key.name);
		buf_add(out, name.s, name.n);
		break;
	case LINES_BY_FILE:
		buf_add(out, buf_str(&target->file), target->file.n);
		break;
	case LINES_BY_OBJECT:
		add_object(page, out);
		break;
	}
}

void source_page_summary(const struct source_page *page, size_t part,
			 const struct canvas *canvas)
{
	struct buf numbers = BUF_INIT, name = BUF_INIT, cut = BUF_INIT;
	int room, at;

	add_name(page, &name);
	add_summary(page, part, &numbers);
	room = canvas->cols - 4 - (int)text_width(buf_str(&numbers),
						  numbers.n);
	text_elide_name(&cut, buf_str(&name), name.n,
			room < NAME_MIN ? NAME_MIN : room,
			canvas->grid->charset);
	at = 1 + canvas_put(canvas, canvas_rest(canvas, 0, 1), STYLE_TITLE,
			    buf_str(&cut), cut.n);
	canvas_escape(canvas, canvas_rest(canvas, 0, at + 2), STYLE_PLAIN,
		      buf_str(&numbers), numbers.n);
	buf_release(&numbers);
	buf_release(&name);
	buf_release(&cut);
}

/* Whether text and profile are of one version, as far as can be told. */
static void add_version(const struct source_page *page, size_t part,
			struct buf *out)
{
	const struct source_file *text = sheet_text(&page->sheet, part);
	const struct listing_part *p = &page->sheet.listing.parts.at[part];
	int64_t taken = page->profile->time_nanos / NS_PER_SECOND;

	if (page->sheet.parts[part].n_after)
		buf_addf(out, "Another version: it ends at line %" PRIu32
			 ", the profile has line %" PRId64 ".", text->n_lines,
			 page->sheet.listing.rows.at[p->first + p->n -
						     1].line);
	else if (taken > 0 && text->modified > taken)
		buf_adds(out, "Changed after the profile was taken: lines "
			 "may be off.");
}

static const char *why_not(const struct source_page *page, size_t part)
{
	const struct shelf_file *file = page->sheet.parts[part].file;

	if (!page->sheet.listing.parts.at[part].path.n)
		return "the profile names no source file";
	if (!file)
		return "too many files have a function of this name";
	return file->is_done ? file->found.why.text :
			       "looking for the file was cancelled";
}

bool source_page_has_file(const struct source_page *page, size_t part)
{
	return page->sheet.by == LINES_BY_OBJECT ||
	       page->sheet.listing.parts.at[part].path.n ||
	       sheet_text(&page->sheet, part);
}

void source_page_note(const struct source_page *page, size_t part,
		      const char *enter, struct buf *out)
{
	const struct shelf_file *file = page->sheet.parts[part].file;

	if (page->sheet.by == LINES_BY_OBJECT) {
		buf_adds(out, "No names and no lines here: set "
			 "PPROF_BINARY_PATH, or pprowl BINARY PROFILE");
	} else if (sheet_text(&page->sheet, part)) {
		add_version(page, part, out);
	} else if (file && file->is_done &&
		   file->found.status == SOURCE_NEEDS_CONSENT) {
		buf_addf(out, "%s opens ", enter);
		buf_add(out, buf_str(&file->found.path), file->found.path.n);
	} else {
		buf_addf(out, "No text: %s", why_not(page, part));
	}
}

static void add_inlining(const struct listing_row *row, struct buf *out)
{
	if (row->is_inlined)
		buf_adds(out, "  i: inlined into its caller");
	if (row->callee.n) {
		buf_adds(out, "  >: with ");
		buf_add(out, row->callee.s, row->callee.n);
		buf_adds(out, " inlined");
	}
}

void source_page_status(const struct source_page *page, size_t number,
			struct buf *out)
{
	const struct listing *l = &page->sheet.listing;
	struct sheet_row row = sheet_at(&page->sheet, number);
	const struct source_file *text = sheet_text(&page->sheet, row.part);

	if (text && row.has_text)
		buf_addf(out, "%" PRId64 "/%" PRIu32, row.row.line,
			 text->n_lines);
	else
		buf_addf(out, "%zu/%zu", number + 1, page->sheet.n_rows);
	if (row.weight >= l->rows.n)
		return;
	if (l->rows.at[row.weight].rank != LISTING_UNRANKED)
		buf_addf(out, "  hottest %" PRIu32 "/%zu",
			 l->rows.at[row.weight].rank + 1, l->ranked.n);
	add_inlining(&l->rows.at[row.weight], out);
}

int source_page_widest(const struct source_page *page, size_t top,
		       const struct canvas *canvas)
{
	int room = source_table_room(&page->table, canvas->cols), most = 0;
	size_t end = top + (size_t)canvas->rows;
	struct buf text = BUF_INIT;

	for (size_t i = top; i < end && i < page->sheet.n_rows; i++) {
		struct str s = sheet_at(&page->sheet, i).row.text;
		int width;

		buf_clear(&text);
		text_expand(&text, s.s, s.n, 0, canvas->grid->charset);
		width = (int)text_width(buf_str(&text), text.n);
		if (width - room > most)
			most = width - room;
	}
	buf_release(&text);
	return most;
}
