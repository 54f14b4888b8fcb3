#include "config.h"

#include "render/report_graph.h"

#include <math.h>
#include <string.h>

#include "model/ends.h"
#include "render/dot.h"
#include "render/dot_boxes.h"
#include "render/number.h"

/* The graph of calls for Graphviz (google/pprof, internal/graph: ComposeDot) */

enum { FONT_MIN = 8, FONT_GROWTH = 16 };

/* What is drawn of a node. */
struct place {
	uint32_t id;			/* from 1 on; 0 is not drawn */
	bool has_callees, has_boxes;
};

struct dot {
	const struct report *report;
	const struct picture *picture;
	const struct columns *columns;
	struct place *places;		/* a node of the graph each */
	double flat_max;
};

static uint64_t size_of(int64_t v)
{
	return v < 0 ? -(uint64_t)v : (uint64_t)v;
}

static void add_value(const struct dot *dot, struct buf *to, int64_t value)
{
	report_sum(dot->report, to, value, dot->columns->unit);
}

static void print_text(const struct dot *dot, const char *name,
		       struct buf *text)
{
	dot_print_text(dot->report, name, text);
}

/* The first line of the legend, which may be a comment of several lines. */
static struct str legend_title(const struct dot *dot, struct str all)
{
	const struct profile *p = dot->report->profile;
	const char *end = memchr(all.s, '\n', all.n);
	struct str first = { all.s, end ? (size_t)(end - all.s) : all.n };

	if (p->mappings.n && (p->mappings.at[0].file.i ||
			      p->mappings.at[0].build_id.i))
		return first;
	for (size_t i = 0; i < p->comments.n; i++) {
		struct str comment = profile_str(p, p->comments.at[i]);

		if (comment.n && comment.s[0] == '#')
			continue;
		if (comment.n < all.n && !memcmp(all.s, comment.s, comment.n))
			first.n = comment.n;
		break;
	}
	return first;
}

/* The main binary, which the picture is of. */
static struct str picture_title(const struct profile *p)
{
	struct str file = { "", 0 };

	if (p->mappings.n)
		file = profile_str(p, p->mappings.at[0].file);
	return file.n ? str_base(file) : file;
}

/* A node like the others, whose text is longer. */
static void print_legend_node(const struct dot *dot, struct str legend,
			      struct buf *text)
{
	struct buf *out = &dot->report->out->text;
	struct str title = picture_title(dot->report->profile);

	dot_escape(text, legend_title(dot, legend));
	print_text(dot, "subgraph cluster_L { ", text);
	dot_escape(text, legend);
	print_text(dot, " [shape=box fontsize=16 label=", text);
	if (title.n) {
		buf_add(text, title.s, title.n);
		print_text(dot, " tooltip=", text);
	}
	buf_adds(out, "] }\n");
}

/*
 * A file may have any number of comments: what is made of the legend on its way
 * to the report, at the most four copies with an escape a byte, is counted.
 */
static void print_legend(const struct dot *dot, struct buf *text)
{
	struct mem *mem = dot->picture->top.mem;
	struct draft draft;
	size_t copies;

	draft_init(&draft, dot->report, 0);
	report_legend(dot->report, &dot->picture->top, dot->columns, &draft);
	copies = 8 * draft_length(&draft);
	mem_hold(mem, copies);
	print_legend_node(dot, draft_text(&draft), text);
	mem_let(mem, copies);
	draft_release(&draft);
	buf_release(text);
}

static void print_start(const struct dot *dot, struct buf *text)
{
	struct str title = picture_title(dot->report->profile);

	if (!title.n)
		title = (struct str){ "unnamed", 7 };
	buf_add(text, title.s, title.n);
	print_text(dot, "digraph ", text);
	buf_adds(&dot->report->out->text,
		 " {\nnode [style=filled fillcolor=\"#f8f8f8\"]\n");
}

static void add_share(const struct dot *dot, struct buf *to, int64_t value)
{
	buf_adds(to, " (");
	number_share(to, value, dot->columns->totals[0]);
	buf_adds(to, ")");
}

/* What a node says: its name, its own weight, and that with its callees. */
static void add_label(const struct dot *dot, struct buf *to, uint32_t node)
{
	const struct top *top = &dot->picture->top;
	int64_t flat = top_flat(top, node), cum = top_cum(top, node);

	dot_node_name(to, &top->lens->nodes, graph_info(&top->graph, node));
	if (flat) {
		add_value(dot, to, flat);
		add_share(dot, to, flat);
	} else {
		buf_addc(to, '0');
	}
	if (cum == flat)
		return;
	buf_adds(to, flat ? "\\nof " : " of ");
	add_value(dot, to, cum);
	add_share(dot, to, cum);
}

/* Grows with the root of the weight, so that small ones can still be read. */
static int font_size(const struct dot *dot, int64_t flat)
{
	double size = (double)size_of(flat);

	if (!flat || size > dot->flat_max)
		return FONT_MIN;
	return FONT_MIN + (int)ceil(FONT_GROWTH *
				    sqrt(size / dot->flat_max));
}

static void print_color(const struct dot *dot, const char *name, int64_t value,
			bool is_background)
{
	struct buf *out = &dot->report->out->text;

	buf_adds(out, name);
	buf_addc(out, '"');
	dot_color(out, (double)value / (double)dot->columns->totals[0],
		  is_background);
	buf_addc(out, '"');
}

static void print_node(const struct dot *dot, uint32_t node, struct buf *text)
{
	const struct top *top = &dot->picture->top;
	struct buf *out = &dot->report->out->text;
	uint32_t id = dot->places[node].id;
	int64_t cum = top_cum(top, node);

	buf_addf(out, "N%u", id);
	add_label(dot, text, node);
	print_text(dot, " [label=", text);
	buf_addf(out, " id=\"node%u\" fontsize=%d shape=box", id,
		 font_size(dot, top_flat(top, node)));
	dot_escape(text, top_node(top, node)->name);
	buf_adds(text, " (");
	add_value(dot, text, cum);
	buf_addc(text, ')');
	print_text(dot, " tooltip=", text);
	print_color(dot, " color=", cum, false);
	print_color(dot, " fillcolor=", cum, true);
	buf_adds(out, "]\n");
}

/* 1 and as many `parts` as the weight has of the total, which may be less. */
static void print_part(const struct dot *dot, const char *name, int64_t weight,
		       int parts)
{
	int64_t times = (int64_t)((uint64_t)weight * (uint64_t)parts);
	int64_t total = dot->columns->totals[0];
	uint64_t part = size_of(times == INT64_MIN && total == -1 ?
				times : times / total);

	if (part)
		buf_addf(&dot->report->out->text, " %s=%d", name,
			 1 + (part < (uint64_t)parts ? (int)part : parts));
}

static void add_tooltip(const struct dot *dot, struct buf *to,
			const struct edge *edge, int64_t weight)
{
	const struct top *top = &dot->picture->top;

	dot_escape(to, top_node(top, edge->from)->name);
	buf_adds(to, edge->is_residual ? " ... " : " -> ");
	dot_escape(to, top_node(top, edge->to)->name);
	buf_adds(to, " (");
	add_value(dot, to, weight);
	buf_addc(to, ')');
}

static void print_edge(const struct dot *dot, const struct edge *edge,
		       struct buf *text)
{
	const struct place *from = &dot->places[edge->from];
	int64_t weight = lanes_mean(dot->picture->top.lanes, edge->weight.v[0],
				    edge->weight.v[1]);
	struct buf *out = &dot->report->out->text;

	buf_addf(out, "N%u -> N%u", from->id, dot->places[edge->to].id);
	buf_addc(text, ' ');
	add_value(dot, text, weight);
	buf_adds(text, edge->is_inline ? "\\n (inline)" : "");
	print_text(dot, " [label=", text);
	if (dot->columns->totals[0]) {
		print_part(dot, "weight", weight, 100);
		print_part(dot, "penwidth", weight, 5);
		print_color(dot, " color=", weight, false);
	}
	add_tooltip(dot, text, edge, weight);
	print_text(dot, " tooltip=", text);
	add_tooltip(dot, text, edge, weight);
	print_text(dot, " labeltooltip=", text);
	buf_adds(out, edge->is_residual ? " style=\"dotted\"" : "");
	buf_adds(out, from->has_boxes ? " minlen=2]\n" : "]\n");
}

/* The heaviest first, which tells Graphviz what to put in a line. */
static void print_edges(const struct dot *dot, struct buf *text)
{
	const struct top *top = &dot->picture->top;
	size_t n = 0, size = top->graph.edges.n * sizeof(struct edge *);
	const struct edge **edges = mem_alloc(top->mem, size);

	for (size_t i = 0; i < top->graph.edges.n; i++) {
		if (dot->places[top->graph.edges.at[i].from].id)
			edges[n++] = &top->graph.edges.at[i];
	}
	ends_sort(top, edges, n);
	for (size_t i = 0; i < n && report_step(dot->report->out); i++)
		print_edge(dot, edges[i], text);
	mem_free(top->mem, edges, size);
}

static void find_places(struct dot *dot)
{
	const struct top *top = &dot->picture->top;

	for (size_t i = 0; i < top->order.n; i++) {
		uint32_t node = top->order.at[i];

		dot->places[node].id = (uint32_t)i + 1;
		dot->flat_max = fmax(dot->flat_max,
				     (double)size_of(top_flat(top, node)));
	}
	for (size_t i = 0; i < top->graph.edges.n; i++)
		dot->places[top->graph.edges.at[i].from].has_callees = true;
}

static void print_nodes(const struct dot *dot, struct buf *text)
{
	const struct top *top = &dot->picture->top;

	for (size_t i = 0; i < top->order.n; i++) {
		uint32_t node = top->order.at[i];
		struct place *place = &dot->places[node];
		struct dot_boxes boxes = {
			.report = dot->report, .picture = dot->picture,
			.columns = dot->columns, .node = node,
			.id = place->id, .is_flat = place->has_callees,
		};

		if (!report_step(dot->report->out))
			return;
		print_node(dot, node, text);
		place->has_boxes = dot_boxes_print(&boxes);
	}
}

static int print_dot(const struct report *report,
		     const struct picture *picture,
		     const struct columns *columns, struct err *err)
{
	struct dot dot = {
		.report = report, .picture = picture, .columns = columns,
	};
	size_t size = picture->top.graph.n_nodes * sizeof(*dot.places);
	struct buf text = BUF_INIT;

	(void)err;
	dot.places = mem_alloc(picture->top.mem, size);
	find_places(&dot);
	print_start(&dot, &text);
	print_legend(&dot, &text);
	print_nodes(&dot, &text);
	print_edges(&dot, &text);
	buf_adds(&report->out->text, "}\n");
	mem_free(picture->top.mem, dot.places, size);
	buf_release(&text);
	return 0;
}

int report_dot(const struct report *report, struct err *err)
{
	return report_picture(report, true, print_dot, err);
}
