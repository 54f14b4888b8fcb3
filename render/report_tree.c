#include "config.h"

#include "render/report_graph.h"

#include "render/number.h"
#include "render/report_runs.h"
#include "render/tree.h"

enum { RUN = 64 };	/* nodes whose text is made at once */

/* Callers and callees of each node (google/pprof, printTree). */

static const char separator[] = "------------------------------------------"
				"----------------+-------------\n";
static const char legend[] = "      flat  flat%   sum%        cum   cum%   "
			     "calls calls% + context \t \t \n";

struct tree_report {
	const struct report *report;
	const struct columns *columns;
	struct tree tree;
	struct column_row *rows;	/* those shown */
};

/* A value right-aligned and its share. */
static void add_weight(const struct tree_report *r, int64_t value,
		       int64_t total, size_t width)
{
	struct report_out *out = r->report->out;
	size_t start = out->text.n;

	report_sum(r->report, &out->text, value, r->columns->unit);
	report_align(&out->text, start, width);
	buf_addc(&out->text, ' ');
	number_percent(&out->text, value, total);
}

static void print_edges(const struct tree_report *r, const struct ends *ends,
			uint32_t node, int64_t cum, bool callers)
{
	const struct nodes *nodes = &r->tree.top->lens->nodes;
	struct report_out *out = r->report->out;

	for (size_t i = ends->starts[node]; i < ends->starts[node + 1]; i++) {
		const struct edge *edge = ends->edges[i];
		uint32_t other = callers ? edge->from : edge->to;

		add_weight(r, edge->weight.v[0], cum, 50);
		buf_adds(&out->text, " |   ");
		report_marked(out, nodes->at.at[other].name);
		buf_adds(&out->text, edge->is_inline ? " (inline)\n" : "\n");
	}
}

static void print_node(const struct tree_report *r,
		       const struct column_row *row)
{
	struct report_out *out = r->report->out;
	const int64_t *totals = r->columns->totals;

	buf_adds(&out->text, separator);
	print_edges(r, &r->tree.callers, row->node, row->cum[0], true);
	add_weight(r, row->flat[0], totals[0], 10);
	buf_addc(&out->text, ' ');
	number_percent(&out->text, row->running, totals[0]);
	buf_addc(&out->text, ' ');
	add_weight(r, row->cum[0], totals[0], 10);
	buf_adds(&out->text, "                | ");
	report_marked(out, row->name);
	buf_addc(&out->text, '\n');
	print_edges(r, &r->tree.callees, row->node, row->cum[0], false);
}

static void print_header(const struct report *report, const struct top *top,
			 const struct columns *columns)
{
	report_header(report, top, columns);
	buf_adds(&report->out->text, separator);
	buf_adds(&report->out->text, legend);
}

static void print_thing(const struct report *report, const void *data,
			size_t i)
{
	struct tree_report r = *(const struct tree_report *)data;

	r.report = report;
	print_node(&r, &r.rows[i]);
}

/* A node that the pattern passes over does not count into the running sum. */
static void print_nodes(struct tree_report *r)
{
	const struct top *top = r->tree.top;
	struct mem *mem = top->lens->profile->mem;
	size_t n = r->tree.shown.n;
	int64_t running = 0;

	r->rows = mem_alloc(mem, n * sizeof(*r->rows));
	for (size_t i = 0; i < n; i++)
		r->rows[i] = column_row(top, r->tree.shown.at[i], &running);
	report_print_runs(r->report, &(struct report_runs){
		.n = n, .run = RUN, .print = print_thing, .data = r,
	});
	mem_free(mem, r->rows, n * sizeof(*r->rows));
	if (top->order.n)
		buf_adds(&r->report->out->text, separator);
}

static int print_tree(const struct report *report, const struct top *top,
		      const struct columns *columns, struct err *err)
{
	struct tree_report r = { .report = report, .columns = columns };
	int result = tree_init(&r.tree, top, report->options->symbol, err);

	if (!result) {
		print_header(report, top, columns);
		print_nodes(&r);
	}
	tree_release(&r.tree);
	return result;
}

int report_tree(const struct report *report, struct err *err)
{
	return report_graph(report, true, print_tree, err);
}
