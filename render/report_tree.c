#include "config.h"

#include "render/report_graph.h"

#include "model/ends.h"
#include "render/number.h"

/* Callers and callees of each node (google/pprof, printTree). */

static const char separator[] = "------------------------------------------"
				"----------------+-------------\n";
static const char legend[] = "      flat  flat%   sum%        cum   cum%   "
			     "calls calls% + context \t \t \n";

struct tree {
	const struct report *report;
	const struct top *top;
	struct columns columns;
	struct ends callers, callees;
};

/* A value right-aligned and its share. */
static void add_weight(const struct tree *tree, int64_t value, int64_t total,
		       size_t width)
{
	struct report_out *out = tree->report->out;
	struct buf text = BUF_INIT;

	report_sum(tree->report, &text, value, tree->columns.unit);
	report_pad(&out->text, (struct str){ text.s, text.n }, width);
	buf_release(&text);
	buf_addc(&out->text, ' ');
	number_percent(&out->text, value, total);
}

static void print_edges(const struct tree *tree, const struct ends *ends,
			uint32_t node, int64_t cum, bool callers)
{
	const struct nodes *nodes = &tree->top->lens->nodes;
	struct report_out *out = tree->report->out;

	for (size_t i = ends->starts[node]; i < ends->starts[node + 1]; i++) {
		const struct edge *edge = ends->edges[i];
		uint32_t other = callers ? edge->from : edge->to;

		add_weight(tree, edge->weight.v[0], cum, 50);
		buf_adds(&out->text, " |   ");
		report_name(out, nodes->at.at[other].name);
		buf_adds(&out->text, edge->is_inline ? " (inline)\n" : "\n");
	}
}

static void print_node(struct tree *tree, const struct column_row *row)
{
	struct report_out *out = tree->report->out;
	const int64_t *totals = tree->columns.totals;

	buf_adds(&out->text, separator);
	print_edges(tree, &tree->callers, row->node, row->cum[0], true);
	add_weight(tree, row->flat[0], totals[0], 10);
	buf_addc(&out->text, ' ');
	number_percent(&out->text, row->running, totals[0]);
	buf_addc(&out->text, ' ');
	add_weight(tree, row->cum[0], totals[0], 10);
	buf_adds(&out->text, "                | ");
	report_name(out, row->name);
	buf_addc(&out->text, '\n');
	print_edges(tree, &tree->callees, row->node, row->cum[0], false);
}

/* A node that the pattern passes over does not count into the running sum. */
static void print_nodes(struct tree *tree, struct pattern *symbol)
{
	const struct top *top = tree->top;
	const struct nodes *nodes = &top->lens->nodes;
	struct report_out *out = tree->report->out;
	int64_t running = 0;

	for (size_t i = 0; i < top->order.n && report_step(out); i++) {
		struct str name = nodes->at.at[top->order.at[i]].name;
		struct column_row row;

		if (symbol && pattern_match(symbol, name.s, name.n) !=
			      PATTERN_YES)
			continue;
		row = column_row(top, i, &running);
		print_node(tree, &row);
	}
}

static bool matches_any(const struct top *top, struct pattern *symbol)
{
	const struct nodes *nodes = &top->lens->nodes;

	for (size_t i = 0; i < top->order.n; i++) {
		struct str name = nodes->at.at[top->order.at[i]].name;

		if (pattern_match(symbol, name.s, name.n) == PATTERN_YES)
			return true;
	}
	return false;
}

static void print_header(const struct report *report, const struct top *top,
			 const struct columns *columns)
{
	report_header(report, top, columns);
	buf_adds(&report->out->text, separator);
	buf_adds(&report->out->text, legend);
}

static void print_all(const struct report *report, const struct top *top,
		      const struct columns *columns, struct pattern *symbol)
{
	struct tree tree = { .report = report, .top = top,
			     .columns = *columns };

	ends_init(&tree.callers, top, ENDS_BY_CALLEE);
	ends_init(&tree.callees, top, ENDS_BY_CALLER);
	print_header(report, top, columns);
	print_nodes(&tree, symbol);
	if (top->order.n)
		buf_adds(&report->out->text, separator);
	ends_release(&tree.callers);
	ends_release(&tree.callees);
}

/* Of -peek the pattern, which is looked for in whole printed names. */
static int print_tree(const struct report *report, const struct top *top,
		      const struct columns *columns, struct err *err)
{
	const char *text = report->options->symbol;
	struct pattern *symbol = NULL;
	int result = 0;

	if (text) {
		symbol = pattern_new(text, PATTERN_USER, err, NULL);
		if (!symbol)
			return err_within(err, "parsing argument regexp %s: "
					  "error parsing regexp", text);
	}
	if (symbol && !matches_any(top, symbol))
		result = err_fail(err, "no matches found for regexp: %s",
				  text);
	else
		print_all(report, top, columns, symbol);
	pattern_free(symbol);
	return result;
}

int report_tree(const struct report *report, struct err *err)
{
	return report_graph(report, true, print_tree, err);
}
