#include "config.h"

#include "render/report_graph.h"

#include <string.h>

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
		sum = lanes_add(sum, top_flat(top, top->order.at[i]));
	return sum;
}

/* How many of what are too light to be shown, and what that is. */
struct dropped {
	size_t n;
	const char *what, *weight;
	double fraction;
};

static void add_dropped(const struct report *report, const struct columns *c,
			const struct dropped *dropped)
{
	struct buf *out = &report->out->text;
	int64_t limit = lanes_abs(lanes_cut((double)c->totals[0] *
					    dropped->fraction));

	if (!dropped->n)
		return;
	buf_addf(out, "Dropped %zu %s%s (%s <= ", dropped->n, dropped->what,
		 dropped->n > 1 ? "s" : "", dropped->weight);
	report_sum(report, out, limit, c->unit);
	buf_adds(out, ")\n");
}

static void add_summary(const struct report *report, const struct columns *c,
			const struct top *top, bool is_drawn)
{
	const struct report_options *o = report->options;
	struct buf *out = &report->out->text;
	int64_t shown = shown_sum(top);

	buf_adds(out, "Showing nodes accounting for ");
	report_sum(report, out, shown, c->unit);
	buf_adds(out, ", ");
	number_share(out, shown, c->totals[0]);
	buf_adds(out, " of ");
	report_sum(report, out, c->totals[0], c->unit);
	buf_adds(out, " total\n");
	if (!c->totals[0])
		return;
	add_dropped(report, c, &(struct dropped){
		top->n_dropped, "node", "cum", o->node_fraction
	});
	if (is_drawn)
		add_dropped(report, c, &(struct dropped){
			top->n_dropped_edges, "edge", "freq", o->edge_fraction
		});
	if (top->order.n && top->order.n < top->n_before)
		buf_addf(out, "Showing top %zu nodes out of %zu\n",
			 top->order.n, top->n_before);
}

static struct trim trim_of(const struct report *report, bool all_edges)
{
	const struct report_options *o = report->options;

	return (struct trim){
		.node_count = o->node_count,
		.node_fraction = o->node_fraction,
		.edge_fraction = o->edge_fraction,
		.by_cum = o->by_cum,
		.all_edges = all_edges,
		.drop_negative = report->view->drops_negative,
	};
}

void report_facts(const struct report *report, const struct columns *columns)
{
	if (!report->options->compact_labels)
		report_labels(report, columns->totals[0], columns->unit);
	add_filters(report);
}

void report_header(const struct report *report, const struct top *top,
		   const struct columns *columns)
{
	report_facts(report, columns);
	add_summary(report, columns, top, false);
}

void report_legend(const struct report *report, const struct top *top,
		   const struct columns *columns, struct draft *draft)
{
	struct report legend = *report;

	legend.out = &draft->out;
	report_labels(&legend, columns->totals[0], columns->unit);
	add_filters(&legend);
	add_summary(&legend, columns, top, true);
	buf_adds(&draft->out.text,
		 "\nSee https://git.io/JfYMW for how to read the graph\n");
}

static struct columns columns_of(const struct report *report,
				 const struct top *top, bool is_whole)
{
	const struct profile *p = report->profile;
	const char *unit = report->options->unit;
	const char *from =
		profile_str(p, p->types.at[report->view->type].unit).s;

	return (struct columns){
		.from = from,
		.unit = strcmp(unit, "minimum") ? unit :
			is_whole ? top_unit_whole(top, from) :
				   top_unit(top, from),
		.ratio = top->lanes->ratio,
		.totals = { top->lanes->totals[0], top->lanes->totals[1] },
	};
}

/* Tables show the base beside what changed since. */
static void add_base(struct lanes *lanes, const struct report *report,
		     const struct lens *lens)
{
	const struct report_options *options = report->options;
	struct view both = *report->view;
	struct lanes sides;

	if ((!options->csv && !options->json) || lanes->values[1] ||
	    report->profile->n_sides < 2)
		return;
	both.compare = COMPARE_BOTH;
	lanes_init(&sides, report->profile, &both);
	lanes_narrow(&sides, lens, &both);
	lanes->values[1] = sides.values[1];
	lanes->totals[1] = sides.totals[1];
	sides.values[1] = NULL;
	lanes_release(&sides);
}

void report_lanes(const struct report *report, const struct lens *lens,
		  struct lanes *lanes)
{
	lanes_init(lanes, report->profile, report->view);
	lanes_narrow(lanes, lens, report->view);
	add_base(lanes, report, lens);
}

/* What numbers are made from. */
struct source {
	struct lens *lens;
	struct lanes lanes;
};

static int source_open(struct source *source, const struct report *report,
		       struct err *err)
{
	source->lens = lens_new(report->profile, report->view, report->cancel,
				err);
	if (!source->lens)
		return -1;
	report_warn(report, source->lens);
	report_lanes(report, source->lens, &source->lanes);
	return 0;
}

static void source_close(struct source *source)
{
	lanes_release(&source->lanes);
	lens_free(source->lens);
}

int report_graph(const struct report *report, bool all_edges,
		 report_nodes *print, struct err *err)
{
	struct trim trim = trim_of(report, all_edges);
	struct columns columns;
	struct source source;
	struct top top;
	int result;

	if (source_open(&source, report, err))
		return -1;
	if (top_init(&top, source.lens, &source.lanes, &trim,
		     report->cancel)) {
		columns = columns_of(report, &top, false);
		result = print(report, &top, &columns, err);
	} else {
		result = err_fail(err, "cancelled");
	}
	top_release(&top);
	source_close(&source);
	return result ? result : report_flush(report->out, err);
}

int report_picture(const struct report *report, bool is_drawn,
		   report_draw *print, struct err *err)
{
	struct columns columns;
	struct source source;
	struct picture picture;
	int result;

	if (source_open(&source, report, err))
		return -1;
	if (picture_init(&picture, &(struct picture_query){
		.lens = source.lens, .lanes = &source.lanes,
		.trim = trim_of(report, true), .is_drawn = is_drawn,
		.is_tree = report->options->call_tree,
		.print = number_value, .unit = report->options->unit,
		.cancel = report->cancel,
	})) {
		columns = columns_of(report, &picture.top, !is_drawn);
		result = print(report, &picture, &columns, err);
	} else {
		result = err_fail(err, "cancelled");
	}
	picture_release(&picture);
	source_close(&source);
	return result ? result : report_flush(report->out, err);
}
