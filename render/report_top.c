#include "config.h"

#include "render/report.h"

#include <math.h>
#include <string.h>

#include "render/column.h"
#include "render/number.h"

enum { LEGEND_MAX = 80 };

/* In the order of their kinds, whatever order they were given in. */
static void add_filters(const struct report *report)
{
	const struct filters *filters = &report->view->filters;
	struct report_out *out = report->out;
	bool is_first = true;

	for (int k = 0; k < FILTER_PRUNE_FROM; k++) {
		enum filter_kind kind = (enum filter_kind)k;

		for (size_t i = 0; i < filters->n; i++) {
			struct buf text = BUF_INIT;

			if (filters->at[i].kind != kind)
				continue;
			if (is_first)
				buf_adds(&out->text, "Active filters:\n");
			is_first = false;
			buf_addf(&text, "%s=%s", filter_name(kind),
				 filters->at[i].text);
			buf_adds(&out->text, "   ");
			report_name(out, (struct str){
				text.s, text.n > LEGEND_MAX ? LEGEND_MAX :
							      text.n
			});
			buf_adds(&out->text, text.n > LEGEND_MAX ? "…\n" :
								   "\n");
			buf_release(&text);
		}
	}
}

static int64_t shown_sum(const struct top *top)
{
	int64_t sum = 0;

	for (size_t i = 0; i < top->order.n; i++)
		sum = lanes_add(sum, top->graph.flat[top->order.at[i]].v[0]);
	return sum;
}

static void add_dropped(const struct columns *c, const struct top *top,
			double fraction, struct report_out *out)
{
	int64_t limit = lanes_abs(lanes_cut((double)c->totals[0] *
					    fraction));

	if (!top->n_dropped)
		return;
	buf_addf(&out->text, "Dropped %zu node%s (cum <= ", top->n_dropped,
		 top->n_dropped > 1 ? "s" : "");
	report_value(out, &out->text, limit, c->from, c->unit);
	buf_adds(&out->text, ")\n");
}

static void add_summary(const struct report *report, const struct columns *c,
			const struct top *top, double fraction)
{
	struct buf *out = &report->out->text;
	int64_t shown = shown_sum(top);

	buf_adds(out, "Showing nodes accounting for ");
	report_value(report->out, out, shown, c->from, c->unit);
	buf_adds(out, ", ");
	number_share(out, shown, c->totals[0]);
	buf_adds(out, " of ");
	report_value(report->out, out, c->totals[0], c->from, c->unit);
	buf_adds(out, " total\n");
	if (!c->totals[0])
		return;
	add_dropped(c, top, fraction, report->out);
	if (top->order.n && top->order.n < top->n_before)
		buf_addf(out, "Showing top %zu nodes out of %zu\n",
			 top->order.n, top->n_before);
}

static struct trim trim_of(const struct report_options *o)
{
	if (o->no_trim)
		return (struct trim){ .by_cum = o->by_cum };
	return (struct trim){
		.node_count = o->node_count,
		.node_fraction = o->node_fraction,
		.edge_fraction = o->edge_fraction,
		.by_cum = o->by_cum,
	};
}

static void print_rows(const struct report *report, struct columns *c,
		       const struct top *top)
{
	struct report_out *out = report->out;
	struct buf numbers = BUF_INIT;

	columns_print_titles(c, &out->text);
	for (size_t i = 0; i < top->order.n; i++) {
		struct column_row row = column_row(top, i, &c->running);

		buf_clear(&numbers);
		columns_print_row(c, &row, &numbers);
		report_name(out, (struct str){ numbers.s, numbers.n });
		report_name(out, row.name);
		buf_adds(&out->text, column_inline_mark(row.mark));
		buf_addc(&out->text, '\n');
		report_step(out);
	}
	buf_release(&numbers);
}

static void print_top(const struct report *report, const struct top *top,
		      double fraction)
{
	const struct profile *p = report->profile;
	const char *unit = report->options->unit;
	struct str from = profile_str(p, p->types.at[report->view->type].unit);
	struct columns c = {
		.from = from.s,
		.unit = strcmp(unit, "minimum") ? unit : top_unit(top, from.s),
		.totals = { top->lanes->totals[0], top->lanes->totals[1] },
	};

	if (!report->options->compact_labels)
		report_labels(report, c.totals[0], c.unit);
	add_filters(report);
	add_summary(report, &c, top, fraction);
	print_rows(report, &c, top);
}

int report_top(const struct report *report, void (*warn)(const char *text),
	       struct err *err)
{
	struct trim trim = trim_of(report->options);
	struct lens *lens;
	struct lanes lanes;
	struct top top;

	lens = lens_new(report->profile, report->view, NULL, err);
	if (!lens)
		return -1;
	report_warn(lens, warn);
	lanes_init(&lanes, report->profile, report->view);
	top_init(&top, lens, &lanes, &trim, NULL);
	print_top(report, &top, trim.node_fraction);
	top_release(&top);
	lanes_release(&lanes);
	lens_free(lens);
	return report_flush(report->out, err);
}
