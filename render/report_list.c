#include "config.h"

#include "model/listing.h"
#include "model/path.h"
#include "model/pattern.h"
#include "model/sourcecache.h"
#include "render/number.h"
#include "render/report.h"

/*
 * Lines of source with their weights (google/pprof, printSource).  What it
 * prints is the reference's, also where that counts recursion more than once
 * and finds fewer files; with -exact it is what the source view shows.
 */

enum {
	WIDTH = 10,		/* of a value */
	MARGIN = 5,		/* lines above and below those with a value */
};

struct list {
	const struct report *report;
	const struct lines *lines;
	const struct lanes *lanes;
	struct listing listing;
	struct buf here;		/* the current directory */
	struct source_search search;
	struct source_cache sources;
	bool *is_missing;		/* a file of the lens each */
};

/* Rows of one part whose nodes the reference keeps, by line. */
struct list_part {
	const struct listing_part *part;
	const struct listing_row **rows;
	size_t n;
	struct graph_value flat, cum;
};

static bool is_kept(const struct list *list, const struct listing_row *row)
{
	int64_t flat = row->flat.v[0], cum = row->cum.v[0];

	if (list->report->view->drops_negative && (flat < 0 || (!flat &&
								cum < 0)))
		return false;
	return flat || cum;
}

static void part_init(struct list_part *part, const struct list *list,
		      size_t number)
{
	const struct listing *l = &list->listing;

	*part = (struct list_part){ .part = &l->parts.at[number] };
	part->rows = mem_alloc(l->mem, part->part->n * sizeof(*part->rows));
	for (size_t i = 0; i < part->part->n; i++) {
		const struct listing_row *row;

		row = &l->rows.at[part->part->first + i];
		if (!is_kept(list, row))
			continue;
		part->rows[part->n++] = row;
		graph_value_add(&part->flat, &row->flat);
		graph_value_add(&part->cum, &row->cum);
	}
	if (!list->lines->adds_nodes)
		part->cum = part->part->cum;
}

static void part_release(struct list_part *part, const struct list *list)
{
	mem_free(list->listing.mem, part->rows,
		 part->part->n * sizeof(*part->rows));
}

/*
 * From where a function starts, or some lines above its first value where
 * that is not known, to some below its last.
 */
static struct lines_range part_range(const struct list_part *part)
{
	struct lines_range range = { INT64_MAX, INT64_MIN };

	for (size_t i = 0; i < part->n; i++) {
		const struct listing_row *row = part->rows[i];
		int64_t start = row->start_line ? row->start_line :
				lanes_sub(row->line, MARGIN);
		int64_t end = lanes_add(row->line, MARGIN);

		range.first = start < range.first ? start : range.first;
		range.last = end > range.last ? end : range.last;
	}
	if (range.first < 1)
		range.first = 1;
	return range;
}

/* The reference shows sums where means are asked for. */
static int64_t value_of(const struct list *list,
			const struct graph_value *value)
{
	return list->lines->adds_nodes ? value->v[0] :
	       lanes_mean(list->lanes, value->v[0], value->v[1]);
}

static void add_value(const struct list *list, int64_t value,
		      const char *zero)
{
	const struct report *r = list->report;
	struct buf text = BUF_INIT;

	if (value || !zero)
		report_sum(r, &text, value, r->options->unit);
	else
		buf_adds(&text, zero);
	report_pad(&r->out->text, (struct str){ text.s, text.n }, WIDTH);
	buf_addc(&r->out->text, ' ');
	buf_release(&text);
}

static void print_heading(const struct list *list,
			  const struct list_part *part)
{
	struct report_out *out = list->report->out;

	buf_adds(&out->text, "ROUTINE ======================== ");
	report_name(out, part->part->name);
	buf_adds(&out->text, " in ");
	report_name(out, part->part->file);
	buf_addc(&out->text, '\n');
	add_value(list, value_of(list, &part->flat), NULL);
	add_value(list, value_of(list, &part->cum), NULL);
	buf_adds(&out->text, "(flat, cum) ");
	number_percent(&out->text, value_of(list, &part->cum),
		       list->lanes->totals[0]);
	buf_adds(&out->text, " of Total\n");
}

static void print_name(struct report_out *out, const char *before,
		       struct str name)
{
	buf_adds(&out->text, before);
	report_name(out, name);
}

static struct str str_of_buf(const struct buf *text)
{
	return (struct str){ buf_str(text), text->n };
}

/* A file that was looked for everywhere, or not at one place only. */
static void print_error(const struct list *list, struct str file,
			const struct source_found *found)
{
	const struct source_search *search = &list->search;
	struct report_out *out = list->report->out;
	const char *path = search->source_path;
	struct str tail = path_trim(file, search->trim_path, path);
	bool is_lost = found->status == SOURCE_NOT_FOUND;

	buf_adds(&out->text, " Error: ");
	if (is_lost && search->strict && (!tail.n || *tail.s != '/')) {
		print_name(out, "could not find file ", tail);
		print_name(out, " on path ",
			   (struct str){ path, strlen(path) });
	} else {
		if (!is_lost || search->strict) {
			print_name(out, "open ", found->path.n ?
					str_of_buf(&found->path) : tail);
			buf_adds(&out->text, ": ");
		}
		buf_adds(&out->text, found->why.text);
	}
	buf_addc(&out->text, '\n');
}

/* Line `number` of a file, NULL behind its last. */
static const char *text_at(const struct source_file *file, int64_t number,
			   size_t *n)
{
	const char *text;

	if (number > file->n_short)
		return NULL;
	text = source_line_raw(file, (uint64_t)number, n);
	if (*n && text[*n - 1] == '\r')
		--*n;
	return text;
}

static void print_line(const struct list *list, const struct list_part *part,
		       size_t *at, int64_t number)
{
	struct graph_value flat = { { 0, 0 } }, cum = { { 0, 0 } };

	while (*at < part->n && part->rows[*at]->line < number)
		++*at;
	for (; *at < part->n && part->rows[*at]->line == number; ++*at) {
		graph_value_add(&flat, &part->rows[*at]->flat);
		graph_value_add(&cum, &part->rows[*at]->cum);
	}
	add_value(list, value_of(list, &flat), ".");
	add_value(list, value_of(list, &cum), ".");
	buf_addi(&list->report->out->text, number, 6);
	buf_addc(&list->report->out->text, ':');
}

static void print_lines(const struct list *list, const struct list_part *part,
			struct lines_range range,
			const struct source_file *file)
{
	struct report_out *out = list->report->out;
	const char *text;
	size_t at = 0, n;

	for (int64_t i = range.first; i <= range.last; i++) {
		text = text_at(file, i, &n);
		if (!text || !report_step(out))
			return;
		print_line(list, part, &at, i);
		report_text(out, (struct str){ text, n });
		buf_addc(&out->text, '\n');
	}
}

/*
 * A range without lines needs no file: that one is missing is said all the
 * same where it has been said before.
 */
static void print_part(struct list *list, const struct list_part *part)
{
	const struct listing_part *p = part->part;
	struct lines_range range = part_range(part);
	struct str name = list->search.strict ? p->file : p->path;
	uint32_t file = list->lines->parts.at[p->number].file.i;
	const struct source_found *found;

	print_heading(list, part);
	if (range.first > range.last && !list->is_missing[file])
		return;
	found = source_cache_get(&list->sources, name);
	list->is_missing[file] = found->status != SOURCE_OPENED;
	if (list->is_missing[file])
		print_error(list, name, found);
	else
		print_lines(list, part, range, &found->file);
}

static void print_function(struct list *list, size_t first, size_t n)
{
	const struct listing_part *parts = list->listing.parts.at + first;
	struct report_out *out = list->report->out;
	bool is_empty = true, has_file = false;
	struct list_part part;

	for (size_t i = 0; i < n && report_step(out); i++) {
		part_init(&part, list, first + i);
		if (part.n)
			is_empty = false;
		if (part.n && parts[i].file.n) {
			print_part(list, &part);
			has_file = true;
		}
		part_release(&part, list);
	}
	if (!is_empty && !has_file) {
		print_name(out, "No source information for ", parts->name);
		buf_addc(&out->text, '\n');
	}
}

static void print_list(struct list *list)
{
	const struct listing *l = &list->listing;
	struct report_out *out = list->report->out;
	size_t end;

	buf_adds(&out->text, "Total: ");
	report_sum(list->report, &out->text, list->lanes->totals[0],
		   list->report->options->unit);
	buf_addc(&out->text, '\n');
	for (size_t i = 0; i < l->parts.n; i = end) {
		for (end = i + 1; end < l->parts.n &&
		     !str_cmp(l->parts.at[i].name, l->parts.at[end].name); )
			end++;
		print_function(list, i, end - i);
	}
}

static void warn_undecided(const struct report *report, size_t n)
{
	struct buf text = BUF_INIT;

	if (!n)
		return;
	buf_addf(&text, "list: %zu names could not be decided within the "
		 "limits and count as no match", n);
	report->warn(report->data, buf_str(&text));
	buf_release(&text);
}

/* Says of each part of the lines whether its function's name matches. */
static void find_parts(const struct list *list, struct pattern *symbol,
		       bool *wanted)
{
	const struct lines *lines = list->lines;
	size_t n_undecided = 0;

	for (size_t i = 0; i < lines->parts.n; i++) {
		struct str name = profile_str(list->report->profile,
					      lines->parts.at[i].name);
		enum pattern_answer answer = pattern_match(symbol, name.s,
							   name.n);

		wanted[i] = answer == PATTERN_YES;
		n_undecided += answer == PATTERN_UNDECIDED;
	}
	warn_undecided(list->report, n_undecided);
}

static bool has_rows(const struct list *list)
{
	const struct listing *listing = &list->listing;

	for (size_t i = 0; i < listing->rows.n; i++) {
		if (is_kept(list, &listing->rows.at[i]))
			return true;
	}
	return false;
}

/* Fills in where to look; fails when the current directory is gone. */
static int find_search(struct list *list, struct err *err)
{
	const struct report *r = list->report;
	struct source_search *search = &list->search;

	source_search_init(search);
	search->strict = !r->options->is_exact;
	search->consent = true;
	search->trim_path = r->view->trim_path;
	search->source_path = r->view->source_path;
	search->embedded = r->options->embedded;
	search->n_embedded = r->options->n_embedded;
	if (search->source_path)
		return 0;
	source_search_here(&list->here);
	if (!list->here.n)
		return err_fail(err, "the current directory cannot be found");
	if (search->strict)
		search->source_path = buf_str(&list->here);
	return 0;
}

static int print_matches(struct list *list, struct pattern *symbol,
			 struct err *err)
{
	struct mem *mem = list->lines->mem;
	size_t n = list->lines->parts.n;
	size_t n_files = list->lines->lens->nodes.files.at.n;
	bool *wanted = mem_alloc(mem, n);
	int result;

	find_parts(list, symbol, wanted);
	listing_init_all(&list->listing, list->lines, wanted);
	mem_free(mem, wanted, n);
	list->is_missing = mem_alloc(mem, n_files);
	source_cache_init(&list->sources, mem, &list->search);
	result = has_rows(list) ? find_search(list, err) :
		 err_fail(err, "no matches found for regexp: %s",
			  list->report->options->symbol);
	if (!result)
		print_list(list);
	source_cache_release(&list->sources);
	mem_free(mem, list->is_missing, n_files);
	buf_release(&list->here);
	listing_release(&list->listing);
	return result;
}

static int print_view(const struct report *report, struct pattern *symbol,
		      struct err *err)
{
	struct lens *lens = lens_new(report->profile, report->view,
				     report->cancel, err);
	struct lanes lanes;
	struct lines lines;
	struct list list = {
		.report = report, .lines = &lines, .lanes = &lanes,
	};
	int result;

	if (!lens)
		return -1;
	report_warn(report, lens);
	lanes_init(&lanes, report->profile, report->view);
	lanes_narrow(&lanes, lens, report->view);
	lines_init(&lines, &(struct lines_query){
		.lens = lens, .lanes = &lanes, .by = LINES_BY_FUNCTION,
		.adds_nodes = !report->options->is_exact,
		.cancel = report->cancel,
	});
	result = print_matches(&list, symbol, err);
	lines_release(&lines);
	lanes_release(&lanes);
	lens_free(lens);
	return result ? result : report_flush(report->out, err);
}

int report_list(const struct report *report, struct err *err)
{
	const char *text = report->options->symbol;
	struct pattern *symbol = pattern_new(text, PATTERN_USER, err, NULL);
	struct report run = *report;
	struct view view = *report->view;
	int result;

	if (!symbol)
		return err_within(err, "parsing argument regexp %s", text);
	run.view = &view;
	if (report->options->is_exact)
		lines_view(&view, LINES_BY_FUNCTION);
	else
		view.object_names = true;
	result = print_view(&run, symbol, err);
	pattern_free(symbol);
	return result;
}
