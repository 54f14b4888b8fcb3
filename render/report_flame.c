#include "config.h"

#include "model/hash.h"
#include "model/paths.h"
#include "render/flame.h"
#include "render/report_graph.h"

/*
 * The flame graph of the view, as lines of text.  Where the view has colours
 * text has a sign: one for where a frame starts, which the view has too, and
 * one for where the last of several ends and its caller goes on alone.
 */

enum { WIDTH_DEFAULT = 80 };

struct flame_report {
	const struct report *report;
	const struct top *top;
	struct paths all, paths;	/* of all rows, of those not dropped */
	struct path_sums sums;
	uint64_t *keys;
	struct flame *flame;
	struct grid grid;
};

static bool is_ascii(const struct flame_report *f)
{
	return f->flame->charset == TEXT_ASCII;
}

static bool is_bare(const struct cell *cell)
{
	return cell->style == STYLE_PLAIN && cell->ch[0] == ' ';
}

static void paint_ends(struct flame_report *f)
{
	struct canvas canvas = grid_canvas(&f->grid);

	for (size_t i = 0; i < f->flame->boxes.n; i++) {
		const struct flame_box *box = &f->flame->boxes.at[i];
		int row = (int)box->level;
		int end = box->spans[0].col + box->spans[0].cols;

		if (box->spans[0].cols && end < f->grid.cols &&
		    is_bare(grid_at(&f->grid, row, end)))
			canvas_text(&canvas, row, end, STYLE_PLAIN,
				    is_ascii(f) ? ";" : "\u250a");
	}
}

static bool is_cut(const struct flame *flame)
{
	for (size_t i = 0; i < flame->boxes.n; i++) {
		if (flame->boxes.at[i].is_cut)
			return true;
	}
	return false;
}

static void add_legend(struct flame_report *f)
{
	struct buf *out = &f->report->out->text;

	buf_adds(out, is_ascii(f) ?
		 "| starts a frame, ; ends the last one, :N are N narrow ones" :
		 "\u2502 starts a frame, \u250a ends the last one, "
		 "\u2592N are N narrow ones");
	if (is_cut(f->flame))
		buf_addf(out, ", deeper than %d is cut off",
			 FLAME_LEVELS_MAX);
	buf_addc(out, '\n');
}

/* A line, with a change of style where the cells have one. */
static void add_line(const struct flame_report *f, int row)
{
	struct report_out *out = f->report->out;
	const struct cell *cells = grid_at(&f->grid, row, 0);
	uint8_t style = STYLE_PLAIN;
	int n = f->grid.cols;

	while (n && is_bare(&cells[n - 1]))
		n--;
	for (int col = 0; col < n; col++) {
		if (cells[col].style != style)
			out->style(&out->text, cells[col].style);
		style = cells[col].style;
		grid_dump_cell(&out->text, &cells[col]);
	}
	if (style != STYLE_PLAIN)
		out->style(&out->text, STYLE_PLAIN);
	buf_addc(&out->text, '\n');
}

static void add_grid(struct flame_report *f)
{
	struct report_out *out = f->report->out;

	if (!out->style)
		grid_dump(&out->text, &f->grid);
	for (int row = 0; row < f->grid.rows && out->style; row++)
		add_line(f, row);
}

static void print_boxes(struct flame_report *f)
{
	struct flame_look look = { .selected = FLAME_NONE };
	struct canvas canvas;

	if (!flame_n_levels(f->flame))
		return;
	grid_init(&f->grid, (int)flame_n_levels(f->flame), f->flame->cols,
		  f->flame->charset);
	canvas = grid_canvas(&f->grid);
	flame_paint(f->flame, &look, &canvas);
	paint_ends(f);
	add_grid(f);
	add_legend(f);
	grid_release(&f->grid);
}

static struct flame *make_flame(struct flame_report *f,
				const struct columns *columns, int cols)
{
	const struct report *report = f->report;
	const struct lens *lens = f->top->lens;
	struct flame_query query = {
		.paths = &f->paths, .sums = &f->sums, .nodes = &lens->nodes,
		.name_ranks = lens->nodes.ranks, .columns = *columns,
		.share = "total",
		.is_difference = report->profile->n_sides > 1,
		.cols = cols, .charset = report->out->charset,
		.cancel = report->cancel,
	};

	if (!paths_init(&f->all, lens, NODE_NONE, report->cancel) ||
	    !paths_select(&f->paths, &f->all, lens, report->cancel))
		return NULL;
	path_sums_init(&f->sums, &f->paths, f->top->lanes);
	f->keys = paths_keys(&lens->nodes, hash_seed());
	query.keys = f->keys;
	return flame_new(&query);
}

static int find_width(const struct report *report, int *width,
		      struct err *err)
{
	int64_t asked = report->options->width;

	if (!asked)
		asked = WIDTH_DEFAULT;
	if (asked < REPORT_WIDTH_MIN || asked > GRID_COLS_MAX)
		return err_fail(err, "-width must be from %d to %d",
				REPORT_WIDTH_MIN, GRID_COLS_MAX);
	*width = (int)asked;
	return 0;
}

static int print_flame(const struct report *report, const struct top *top,
		       const struct columns *columns, struct err *err)
{
	struct flame_report f = { .report = report, .top = top };
	int width;

	if (top->lanes->is_mean)
		return err_fail(err, "-flame: means do not add up; leave out "
				"-mean");
	if (find_width(report, &width, err))
		return -1;
	f.flame = make_flame(&f, columns, width);
	if (f.flame) {
		report_facts(report, columns);
		print_boxes(&f);
	}
	path_sums_release(&f.sums);
	paths_release(&f.paths);
	paths_release(&f.all);
	if (f.keys)
		mem_free(top->mem, f.keys,
			 top->lens->nodes.at.n * sizeof(*f.keys));
	if (!f.flame)
		return err_fail(err, "cancelled");
	flame_free(f.flame);
	return 0;
}

int report_flame(const struct report *report, struct err *err)
{
	return report_graph(report, false, print_flame, err);
}
