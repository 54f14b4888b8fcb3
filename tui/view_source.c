#include "config.h"

#include <string.h>

#include "render/number.h"
#include "tui/app.h"
#include "tui/cursor.h"
#include "tui/embedded.h"
#include "tui/sheet.h"
#include "tui/source_job.h"

/*
 * The source of the selected function.  Weights come from one job for a view,
 * whatever the function; a function that is selected costs a pass over those,
 * and its files a second job where they are not at hand.  Until both are there
 * the page before stays on the screen, with the numbers and units it had.
 */

enum {
	MEASURE_MAX = 4096,	/* rows whose numbers are measured, hottest */
	NAME_MIN = 16,		/* columns a function's name gets at least */
	SUMMARY_ROWS = 5,	/* fewer have no room for a summary, */
	TITLE_ROWS = 3,		/* or titles */
	NS_PER_SECOND = 1000000000,
};

/* What is to be shown: found in an evaluation under the selected name. */
struct target {
	struct buf selected;
	bool is_found;
	struct lines_key key;		/* key.file is the buf below */
	struct buf file;
	int64_t line;			/* to go to; 0: the hottest */
	uint64_t address;		/* likewise, of what has no name */
};

/* What is on the screen, or will be when its files are there. */
struct page {
	struct target target;
	struct sheet sheet;
	size_t type;			/* of the view it was made from */
	enum compare compare;
	struct columns columns;
	const struct eval *eval;	/* the columns are of; NULL: of none */
	enum share share;
	struct source_table table;
};

struct view_source {
	struct mem *mem;
	struct source_embedded *embedded;
	struct shelf shelf;
	struct lines_job *lines;	/* the newest answer; NULL: none */
	struct view asked;		/* for the newest question */
	enum lines_by asked_by;
	bool has_asked;
	struct target target;
	bool has_target;		/* it is of app->eval and the name */
	bool is_stale;			/* lines or target are newer */
	struct page *shown, *next;
	struct list list;
	int height, scroll, widest;
	bool is_fresh;			/* to be scrolled to the middle */
	bool by_cum;
};

/* A row by what it shows, to be found again on another page. */
struct spot {
	struct str file;
	int64_t line;
	uint64_t address;
};

static bool same_buf(const struct buf *a, const struct buf *b)
{
	return a->n == b->n && !memcmp(buf_str(a), buf_str(b), a->n);
}

static void copy_buf(struct buf *to, const struct buf *from)
{
	buf_clear(to);
	buf_add(to, buf_str(from), from->n);
}

static void target_release(struct target *target)
{
	buf_release(&target->selected);
	buf_release(&target->file);
}

static void target_copy(struct target *to, const struct target *from)
{
	struct buf selected = to->selected, file = to->file;

	copy_buf(&selected, &from->selected);
	copy_buf(&file, &from->file);
	*to = *from;
	to->selected = selected;
	to->file = file;
	to->key.file = (struct str){ buf_str(&to->file), to->file.n };
}

/* Whether both are the same function, file or object. */
static bool same_target(const struct target *a, const struct target *b)
{
	if (!a->is_found || !b->is_found || a->key.by != b->key.by)
		return false;
	switch (a->key.by) {
	case LINES_BY_FUNCTION:
		return a->key.name.i == b->key.name.i;
	case LINES_BY_FILE:
		return same_buf(&a->file, &b->file);
	case LINES_BY_OBJECT:
		return a->key.object.i == b->key.object.i;
	}
	return false;
}

/* A frame without a name is shown by address, a file as a whole. */
static void target_find(struct target *target, const struct app *app)
{
	const struct nodes *nodes = &app->eval->lens->nodes;
	const struct node_info *info;
	struct str file;
	uint32_t node;

	copy_buf(&target->selected, &app->selected);
	node = eval_find(app->eval, buf_str(&target->selected),
			 target->selected.n);
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
		.by = info->name.i ? LINES_BY_FUNCTION :
		      info->file.i ? LINES_BY_FILE : LINES_BY_OBJECT,
		.name = info->name, .object = info->object,
		.file = { buf_str(&target->file), target->file.n },
	};
	if (app->eval->view.granularity != BY_FILE && !info->name.i)
		target->key.by = LINES_BY_OBJECT;
}

static void page_free(struct mem *mem, struct page *page)
{
	if (!page)
		return;
	sheet_release(&page->sheet);
	target_release(&page->target);
	mem_free(mem, page, sizeof(*page));
}

static struct page *page_new(struct mem *mem, const struct lines_job *lines,
			     const struct target *target)
{
	const struct profile *p = lines->profile;
	struct page *page = mem_alloc(mem, sizeof(*page));

	target_copy(&page->target, target);
	sheet_init(&page->sheet, &lines->lines, &page->target.key);
	page->type = lines->view.type;
	page->compare = p->n_sides > 1 ? lines->view.compare :
					 COMPARE_CURRENT;
	page->columns = (struct columns){
		.from = profile_str(p, p->types.at[page->type].unit).s,
		.unit = "auto",
		.totals = { lines->lanes.totals[0], lines->lanes.totals[1] },
	};
	return page;
}

static void measure(struct page *page)
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

static void rank(const struct view_source *v, struct page *page)
{
	if (!page)
		return;
	listing_rank(&page->sheet.listing, v->by_cum,
		     page->compare == COMPARE_BOTH);
	measure(page);
}

/* Units and totals of an evaluation of the same numbers. */
static void adopt_columns(const struct app *app, struct page *page)
{
	const struct eval *eval = app->eval;

	if (eval->view.type != page->type ||
	    (app->profile->n_sides > 1 && eval->view.compare != page->compare))
		return;
	if (page->eval == eval && page->share == app->share)
		return;
	page->eval = eval;
	page->share = app->share;
	page->columns = eval->columns;
	for (int i = 0; i < 2 && page->share == SHARE_SHOWN; i++)
		page->columns.totals[i] = eval->top.graph.shown[i];
	measure(page);
}

static struct spot spot_at(const struct page *page, size_t i)
{
	struct sheet_row row = sheet_at(&page->sheet, i);

	return (struct spot){
		.file = page->sheet.listing.parts.at[row.part].file,
		.line = row.row.line, .address = row.row.address,
	};
}

/* The row of a spot; false when the page has none of its file. */
static bool find_spot(const struct page *page, const struct spot *spot,
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

static size_t hottest(const struct page *page)
{
	const struct listing *l = &page->sheet.listing;

	if (l->ranked.n)
		return sheet_find_weight(&page->sheet, l->ranked.at[0]);
	return sheet_find_line(&page->sheet, 0, l->parts.at[0].start_line);
}

/* The cursor and where on the screen it is stay as they are, or start anew. */
static void place_cursor(struct view_source *v, const struct spot *spot)
{
	size_t above = v->list.cursor - v->list.top, row;

	list_resize(&v->list, v->shown->sheet.n_rows);
	if (spot && find_spot(v->shown, spot, &row)) {
		list_seek(&v->list, row);
		v->list.top = row > above ? row - above : 0;
		return;
	}
	list_seek(&v->list, hottest(v->shown));
	v->is_fresh = true;
}

static void sweep(struct view_source *v)
{
	struct page *pages[] = { v->shown, v->next };

	for (size_t i = 0; i < 2; i++) {
		for (size_t k = 0; pages[i] &&
				   k < pages[i]->sheet.listing.parts.n; k++) {
			if (pages[i]->sheet.parts[k].file)
				pages[i]->sheet.parts[k].file->is_used = true;
		}
	}
	shelf_sweep(&v->shelf);
}

static bool is_waiting(struct app *app, const struct page *page)
{
	for (size_t i = 0; i < page->sheet.listing.parts.n; i++) {
		const struct shelf_file *file = page->sheet.parts[i].file;

		if (file && !file->is_done)
			return worker_is_busy(&app->reader, SLOT_FILE);
	}
	return false;
}

/* Puts the next page on the screen once its files are there. */
static void show_next(struct app *app, struct view_source *v)
{
	struct page *before = v->shown, *page = v->next;
	struct spot spot;
	bool is_same, is_moved;

	if (!page || is_waiting(app, page))
		return;
	is_same = before && same_target(&before->target, &page->target);
	is_moved = !is_same || !same_buf(&before->target.selected,
					 &page->target.selected);
	if (is_moved)
		spot = (struct spot){ page->target.key.file,
				      page->target.line,
				      page->target.address };
	else
		spot = spot_at(before, v->list.cursor);
	v->shown = page;
	v->next = NULL;
	sheet_arrange(&page->sheet);
	rank(v, page);
	place_cursor(v, &spot);
	if (is_moved)
		v->is_fresh = true;
	if (!is_same)
		v->scroll = 0;
	page_free(v->mem, before);
	sweep(v);
}

static struct source_search search_of(const struct app *app,
				      const struct view_source *v)
{
	struct source_search search;

	source_search_init(&search);
	search.source_path = app->options->source_path;
	search.trim_path = app->options->trim_path;
	search.embedded = v->embedded;
	search.n_embedded = v->embedded ? demo_count : 0;
	return search;
}

static void submit_files(struct app *app, struct file_job *job)
{
	if (job->n)
		worker_submit(&app->reader, &job->job);
	else
		job_free(&job->job);
}

static void want_files(struct app *app, struct view_source *v,
		       struct page *page)
{
	const struct options *o = app->options;
	const struct listing *l = &page->sheet.listing;
	struct source_search search = search_of(app, v);
	struct file_job *job = file_job_new(v->mem, &search, SHEET_FILES_MAX);
	size_t n_files = 0;

	for (size_t i = 0; i < l->parts.n && n_files < SHEET_FILES_MAX; i++) {
		struct str path = l->parts.at[i].path;
		struct shelf_file *file;

		if (!path.n || page->sheet.by == LINES_BY_OBJECT)
			continue;
		file = shelf_get(&v->shelf, path, o->source_path,
				 o->trim_path);
		page->sheet.parts[i].file = file;
		n_files++;
		if (!file->is_done)
			file_job_add(job, path, file->consent);
	}
	submit_files(app, job);
}

/* Lines of an older view may not have the function that is selected now. */
static void make_page(struct app *app, struct view_source *v)
{
	struct page *page;

	if (!v->is_stale || !v->target.is_found || !v->lines ||
	    v->lines->by != v->target.key.by)
		return;
	page = page_new(v->mem, v->lines, &v->target);
	if (!page->sheet.listing.parts.n) {
		page_free(v->mem, page);
		return;
	}
	v->is_stale = false;
	page_free(v->mem, v->next);
	v->next = page;
	want_files(app, v, page);
}

static void find_target(const struct app *app, struct view_source *v)
{
	struct target before = { .is_found = false };

	if (v->has_target && same_buf(&v->target.selected, &app->selected))
		return;
	target_copy(&before, &v->target);
	target_find(&v->target, app);
	v->has_target = true;
	if (!same_target(&before, &v->target) ||
	    !same_buf(&before.selected, &v->target.selected))
		v->is_stale = true;
	target_release(&before);
}

/* Asks for the weights of the view, unless that was done before. */
static void ask_lines(struct app *app, struct view_source *v)
{
	enum lines_by by = v->target.key.by;
	struct view view = app->view;
	struct lines_job *job;

	if (!v->target.is_found)
		return;
	lines_view(&view, by);
	if (v->has_asked && v->asked_by == by && view_equal(&v->asked, &view))
		return;
	if (v->has_asked)
		view_release(&v->asked);
	view_copy(&v->asked, &view);
	v->asked_by = by;
	v->has_asked = true;
	job = lines_job_new(app->profile, &view, by);
	worker_submit(&app->worker, &job->job);
}

static void *view_source_new(struct app *app)
{
	struct mem *mem = app->limits.mem;
	struct view_source *v = mem_alloc(mem, sizeof(*v));

	v->mem = v->shelf.mem = mem;
	v->by_cum = app->options->by_cum;
	if (!app->options->demo)
		return v;
	v->embedded = mem_alloc(mem, demo_count * sizeof(*v->embedded));
	for (size_t i = 0; i < demo_count; i++)
		v->embedded[i] = (struct source_embedded){
			demo_files[i].name, demo_files[i].data,
			demo_files[i].size,
		};
	return v;
}

static void view_source_free(struct app *app, void *state)
{
	struct view_source *v = state;

	(void)app;
	page_free(v->mem, v->shown);
	page_free(v->mem, v->next);
	v->shown = v->next = NULL;
	sweep(v);
	target_release(&v->target);
	if (v->has_asked)
		view_release(&v->asked);
	if (v->lines)
		job_free(&v->lines->job);
	if (v->embedded)
		mem_free(v->mem, v->embedded,
			 demo_count * sizeof(*v->embedded));
	mem_free(v->mem, v, sizeof(*v));
}

/* The pages have columns of their own; only the name has to be found again. */
static void view_source_forget(struct app *app, void *state)
{
	struct view_source *v = state;

	(void)app;
	v->has_target = false;
	if (v->shown)
		v->shown->eval = NULL;
	if (v->next)
		v->next->eval = NULL;
}

static void view_source_update(struct app *app, void *state)
{
	struct view_source *v = state;

	if (!app->eval)
		return;
	find_target(app, v);
	ask_lines(app, v);
	make_page(app, v);
	show_next(app, v);
	if (v->shown)
		adopt_columns(app, v->shown);
}

static void take_lines(struct view_source *v, struct lines_job *lines)
{
	if (lines->job.has_failed) {
		job_free(&lines->job);
		return;
	}
	if (v->lines)
		job_free(&v->lines->job);
	v->lines = lines;
	v->is_stale = true;
}

/* A file that is no longer wanted, or now with consent, is not taken. */
static void take_file(struct view_source *v, struct wanted_file *wanted,
		      const struct source_search *search)
{
	struct shelf_file *file = shelf_find(&v->shelf, wanted->path,
					     search->source_path,
					     search->trim_path);

	if (!file || !wanted->is_found || file->consent != wanted->consent)
		return;
	if (file->is_done)
		source_found_release(&file->found);
	file->found = wanted->found;
	file->is_done = true;
	wanted->is_found = false;
}

static void take_files(struct view_source *v, struct file_job *job)
{
	struct spot spot = { .line = 0 };

	if (v->shown && v->list.n)
		spot = spot_at(v->shown, v->list.cursor);
	for (size_t i = 0; i < job->n; i++)
		take_file(v, &job->files[i], &job->search);
	job_free(&job->job);
	if (!v->shown)
		return;
	sheet_arrange(&v->shown->sheet);
	measure(v->shown);
	place_cursor(v, &spot);
}

static void view_source_done(struct app *app, void *state, struct job *job)
{
	(void)app;
	if (source_job_is_lines(job))
		take_lines(state, (struct lines_job *)job);
	else
		take_files(state, (struct file_job *)job);
}

/* Whether there is a page, and it is about what is selected. */
static bool has_page(const struct view_source *v)
{
	return v->shown && v->target.is_found && v->list.n;
}

static void seek_far(struct view_source *v, size_t row)
{
	list_seek(&v->list, row);
	if (row < v->list.top || row - v->list.top >= (size_t)v->height)
		v->is_fresh = true;
}

/* From a line without a weight both ways lead to the hottest. */
static void step_hottest(struct app *app, struct view_source *v,
			 bool is_forward)
{
	const struct listing *l = &v->shown->sheet.listing;
	struct sheet_row row = sheet_at(&v->shown->sheet, v->list.cursor);
	uint32_t rank = row.weight < l->rows.n ? l->rows.at[row.weight].rank :
						 LISTING_UNRANKED;
	uint32_t n = (uint32_t)l->ranked.n, to = 0;

	if (!n) {
		app_say(app, STYLE_STATUS, "no line has a weight");
		return;
	}
	if (rank != LISTING_UNRANKED)
		to = is_forward ? rank + 1 : rank ? rank - 1 : n - 1;
	if (to == n)
		to = 0;
	if (n == 1)
		app_say(app, STYLE_STATUS, "the only line with a weight");
	else if (rank != LISTING_UNRANKED && (to > rank) != is_forward)
		app_say(app, STYLE_STATUS, is_forward ?
			"past the last: the hottest line" :
			"past the hottest: the last line with a weight");
	seek_far(v, sheet_find_weight(&v->shown->sheet, l->ranked.at[to]));
}

/* The file of the cursor's part if it needs consent; else NULL. */
static struct shelf_file *waits_for_consent(const struct view_source *v)
{
	size_t part = sheet_at(&v->shown->sheet, v->list.cursor).part;
	struct shelf_file *file = v->shown->sheet.parts[part].file;

	return file && file->is_done &&
	       file->found.status == SOURCE_NEEDS_CONSENT ? file : NULL;
}

static void enter(struct app *app, struct view_source *v)
{
	struct shelf_file *file = waits_for_consent(v);
	struct source_search search = search_of(app, v);
	struct file_job *job;

	if (!file) {
		app_show(app, PANEL_PEEK);
		return;
	}
	file->consent = true;
	job = file_job_new(v->mem, &search, 1);
	file_job_add(job, file->path, true);
	submit_files(app, job);
}

static void toggle_cum(struct app *app, struct view_source *v)
{
	v->by_cum = !v->by_cum;
	rank(v, v->shown);
	if (v->shown->sheet.listing.by_cum != v->by_cum)
		app_say(app, STYLE_STATUS, "no line has any %s of its own",
			v->by_cum ? "cum" : "flat");
}

static bool view_source_act(struct app *app, void *state, enum action action)
{
	struct view_source *v = state;

	if (!has_page(v))
		return false;
	if (cursor_act(&v->list, v->height, action))
		return true;
	switch (action) {
	case ACTION_LEFT:
	case ACTION_RIGHT:
		v->scroll = cursor_scroll(v->scroll, action, v->widest);
		return true;
	case ACTION_PREVIOUS_HOTTEST:
	case ACTION_NEXT_HOTTEST:
		step_hottest(app, v, action == ACTION_NEXT_HOTTEST);
		return true;
	case ACTION_TOGGLE_CUM:
		toggle_cum(app, v);
		return true;
	case ACTION_ENTER:
		enter(app, v);
		return true;
	default:
		return false;
	}
}

static size_t part_at_cursor(const struct view_source *v)
{
	return sheet_at(&v->shown->sheet, v->list.cursor).part;
}

static void view_source_title(struct app *app, void *state, struct buf *out)
{
	const struct view_source *v = state;
	struct str file;

	(void)app;
	if (!has_page(v))
		return;
	file = v->shown->sheet.listing.parts.at[part_at_cursor(v)].file;
	buf_add(out, file.s, file.n);
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

static void view_source_status(struct app *app, void *state, struct buf *out)
{
	const struct view_source *v = state;
	const struct source_file *text;
	const struct listing *l;
	struct sheet_row row;

	(void)app;
	if (!has_page(v))
		return;
	l = &v->shown->sheet.listing;
	row = sheet_at(&v->shown->sheet, v->list.cursor);
	text = sheet_text(&v->shown->sheet, row.part);
	if (text && row.has_text)
		buf_addf(out, "%lld/%u", (long long)row.row.line,
			 (unsigned int)text->n_lines);
	else
		buf_addf(out, "%zu/%zu", v->list.cursor + 1, v->list.n);
	if (row.weight >= l->rows.n)
		return;
	if (l->rows.at[row.weight].rank != LISTING_UNRANKED)
		buf_addf(out, "  hottest %u/%zu",
			 l->rows.at[row.weight].rank + 1, l->ranked.n);
	add_inlining(&l->rows.at[row.weight], out);
}

static void add_value(const struct page *page, int64_t value, struct buf *out)
{
	if (value > 0 && page->compare == COMPARE_DIFFERENCE)
		buf_addc(out, '+');
	number_value(out, value, page->columns.from, page->columns.unit);
}

static void add_values(const struct page *page, const char *what,
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
static void add_share(const struct page *page, int64_t value, struct buf *out)
{
	struct buf share = BUF_INIT;

	number_percent(&share, value, page->columns.totals[0]);
	buf_adds(out, ", ");
	buf_adds(out, buf_str(&share) + strspn(buf_str(&share), " "));
	buf_adds(out, " of ");
	number_value(out, page->columns.totals[0], page->columns.from,
		     "auto");
	if (page->share == SHARE_SHOWN)
		buf_adds(out, " shown");
	buf_release(&share);
}

static void add_summary(const struct page *page, size_t part, struct buf *out)
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

/* The name gives way to the numbers, down to a few columns. */
static void paint_summary(const struct view_source *v,
			  const struct canvas *canvas)
{
	const struct page *page = v->shown;
	const struct buf *name = &page->target.selected;
	struct buf text = BUF_INIT, escaped = BUF_INIT, cut = BUF_INIT;
	int room, at = 1;

	add_summary(page, part_at_cursor(v), &text);
	text_escape(&escaped, buf_str(&text), text.n, canvas->grid->charset);
	room = canvas->cols - 4 -
	       (int)text_width(buf_str(&escaped), escaped.n);
	if (room < NAME_MIN)
		room = NAME_MIN;
	text_elide_name(&cut, buf_str(name), name->n, room,
			canvas->grid->charset);
	at += canvas_put(canvas, canvas_rest(canvas, 0, at), STYLE_TITLE,
			 buf_str(&cut), cut.n) + 2;
	buf_clear(&cut);
	text_elide(&cut, buf_str(&escaped), escaped.n,
		   canvas->cols > at ? canvas->cols - at : 0,
		   canvas->grid->charset);
	canvas_put(canvas, canvas_rest(canvas, 0, at), STYLE_PLAIN,
		   buf_str(&cut), cut.n);
	buf_release(&text);
	buf_release(&escaped);
	buf_release(&cut);
}

static void add_key(const struct app *app, enum action action,
		    struct buf *out)
{
	char key[32];

	keymap_key_of(&app->keymap, MAP_SOURCE, action, key, sizeof(key));
	buf_adds(out, key);
}

/* Whether text and profile are of one version, as far as can be told. */
static void add_version(const struct app *app, const struct page *page,
			size_t part, struct buf *out)
{
	const struct source_file *text = sheet_text(&page->sheet, part);
	const struct listing_part *p = &page->sheet.listing.parts.at[part];
	int64_t taken = app->profile->time_nanos / NS_PER_SECOND;

	if (page->sheet.parts[part].n_after)
		buf_addf(out, "Another version: it ends at line %u, the "
			 "profile has line %lld.",
			 (unsigned int)text->n_lines,
			 (long long)page->sheet.listing.rows.at[
				 p->first + p->n - 1].line);
	else if (taken > 0 && text->modified > taken)
		buf_adds(out, "Changed after the profile was taken: lines "
			 "may be off.");
}

/* One sentence on what is wrong with the text of a part, or nothing. */
static void add_note(const struct app *app, const struct page *page,
		     size_t part, struct buf *out)
{
	const struct shelf_file *file = page->sheet.parts[part].file;

	if (page->sheet.by == LINES_BY_OBJECT) {
		buf_adds(out, "No names and no lines here, only addresses.");
		return;
	}
	if (sheet_text(&page->sheet, part)) {
		add_version(app, page, part, out);
		return;
	}
	if (!file || !file->is_done)
		return;
	if (file->found.status == SOURCE_NEEDS_CONSENT) {
		add_key(app, ACTION_ENTER, out);
		buf_adds(out, " opens ");
		buf_add(out, buf_str(&file->found.path), file->found.path.n);
	} else {
		buf_adds(out, "No text: ");
		buf_adds(out, file->found.why.text);
	}
}

static int paint_note(const struct app *app, const struct view_source *v,
		      int y, const struct canvas *canvas)
{
	struct buf text = BUF_INIT, escaped = BUF_INIT, cut = BUF_INIT;
	bool has_note;

	add_note(app, v->shown, part_at_cursor(v), &text);
	text_escape(&escaped, buf_str(&text), text.n, canvas->grid->charset);
	text_elide(&cut, buf_str(&escaped), escaped.n,
		   canvas->cols > 1 ? canvas->cols - 1 : 0,
		   canvas->grid->charset);
	canvas_put(canvas, canvas_rest(canvas, y, 1), STYLE_WARM,
		   buf_str(&cut), cut.n);
	has_note = text.n > 0;
	buf_release(&text);
	buf_release(&escaped);
	buf_release(&cut);
	return has_note;
}

static void add_reason(const struct app *app, struct buf *out)
{
	if (!app->selected.n) {
		buf_adds(out, "No function is selected: ");
		add_key(app, ACTION_VIEW_TOP, out);
		buf_adds(out, " lists them.");
	} else if (app->view.filters.n) {
		buf_adds(out, "Filtered out: ");
		add_key(app, ACTION_REMOVE_FILTER, out);
		buf_adds(out, " removes the last filter.");
	} else {
		buf_adds(out, "Nothing was measured here: ");
		add_key(app, ACTION_NEXT_METRIC, out);
		buf_adds(out, " shows the next sample type.");
	}
}

static void paint_nothing(const struct app *app, const struct view_source *v,
			  const struct canvas *canvas)
{
	struct buf text = BUF_INIT;

	if (!app->eval || v->target.is_found)
		return;
	add_reason(app, &text);
	canvas_text(canvas, canvas->rows / 3, 2, STYLE_DIM, buf_str(&text));
	buf_release(&text);
}

static bool is_hit(void *data, const char *s, size_t n)
{
	return search_hits(data, s, n);
}

/* How far Right may scroll: to the end of the longest line in sight. */
static int widest_in_sight(const struct view_source *v,
			   const struct canvas *canvas)
{
	int room = source_table_room(&v->shown->table, canvas->cols), most = 0;
	struct buf text = BUF_INIT;

	for (int y = 0; y < v->height; y++) {
		size_t i = v->list.top + (size_t)y;
		struct source_row row;
		int width;

		if (i >= v->list.n)
			break;
		row = sheet_at(&v->shown->sheet, i).row;
		buf_clear(&text);
		source_text(&text, row.text.s, row.text.n,
			    canvas->grid->charset);
		width = (int)text_width(buf_str(&text), text.n);
		if (width - room > most)
			most = width - room;
	}
	buf_release(&text);
	return most;
}

static void paint_rows(struct app *app, struct view_source *v,
		       const struct canvas *canvas, bool has_focus)
{
	struct source_table table = v->shown->table;

	v->height = canvas->rows;
	if (v->is_fresh)
		list_centre(&v->list, v->height);
	v->is_fresh = false;
	list_show(&v->list, v->height);
	v->widest = widest_in_sight(v, canvas);
	table.scroll = v->scroll;
	table.has_focus = has_focus;
	table.hits = is_hit;
	table.data = &app->search;
	for (int y = 0; y < canvas->rows; y++) {
		size_t i = v->list.top + (size_t)y;
		struct sheet_row row;

		if (i >= v->list.n)
			break;
		row = sheet_at(&v->shown->sheet, i);
		source_paint_row(&table, &row.row, y, i == v->list.cursor,
				 canvas);
	}
}

static void view_source_paint(struct app *app, void *state,
			      const struct canvas *canvas, bool has_focus)
{
	struct view_source *v = state;
	struct canvas part;
	int at = 0;

	if (!has_page(v)) {
		paint_nothing(app, v, canvas);
		return;
	}
	if (canvas->rows >= SUMMARY_ROWS) {
		paint_summary(v, canvas);
		at++;
	}
	if (canvas->rows >= TITLE_ROWS) {
		part = canvas_part(canvas, at, 0, 1, canvas->cols);
		source_paint_titles(&v->shown->table,
				    v->shown->sheet.listing.parts.at[
					    part_at_cursor(v)].file, &part);
		at++;
	}
	if (canvas->rows >= SUMMARY_ROWS)
		at += paint_note(app, v, at, canvas);
	part = canvas_part(canvas, at, 0, canvas->rows - at, canvas->cols);
	paint_rows(app, v, &part, has_focus);
}

static size_t view_source_lines(struct app *app, void *state)
{
	const struct view_source *v = state;

	(void)app;
	return has_page(v) ? v->list.n : 0;
}

static void view_source_line(struct app *app, void *state, size_t i,
			     struct buf *out)
{
	const struct view_source *v = state;
	struct str text = sheet_at(&v->shown->sheet, i).row.text;

	(void)app;
	buf_add(out, text.s, text.n);
}

static size_t view_source_cursor(struct app *app, void *state)
{
	const struct view_source *v = state;

	(void)app;
	return v->list.cursor;
}

static void view_source_seek(struct app *app, void *state, size_t i)
{
	struct view_source *v = state;

	(void)app;
	if (has_page(v))
		seek_far(v, i);
}

const struct panel_ops panel_source_ops = {
	.name = "source",
	.map = MAP_SOURCE,
	.footer = {
		{ ACTION_PREVIOUS_HOTTEST, "hotter" },
		{ ACTION_NEXT_HOTTEST, "less hot" },
		{ ACTION_ENTER, "peek" },
		{ ACTION_BACK, "back" },
		{ ACTION_NEXT_FUNCTION, "next function" },
		{ ACTION_TOGGLE_CUM, "flat/cum" },
		{ ACTION_NEXT_COMPARE, "compare" },
		{ ACTION_HELP, "help" },
	},
	.new = view_source_new,
	.free = view_source_free,
	.update = view_source_update,
	.done = view_source_done,
	.forget = view_source_forget,
	.act = view_source_act,
	.title = view_source_title,
	.status = view_source_status,
	.paint = view_source_paint,
	.lines = view_source_lines,
	.line = view_source_line,
	.cursor = view_source_cursor,
	.seek = view_source_seek,
};
