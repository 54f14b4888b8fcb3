#include "config.h"

#include "model/entropy.h"

#include <math.h>
#include <stdlib.h>

/*
 * The edges of a node.  Sums and conversions are the reference's on amd64,
 * down to what it makes of numbers that are none.
 */
struct entropy {
	double in, out;
	int64_t in_total, out_total;
	uint32_t n_in, n_out;
};

static int64_t cut_float(double v)
{
	return v >= -0x1p63 && v < 0x1p63 ? (int64_t)v : INT64_MIN;
}

/* Go's, which INT64_MIN is its own size for. */
static int64_t wrap_abs(int64_t v)
{
	return v < 0 ? lanes_sub(0, v) : v;
}

static double go_log2(double v)
{
	int exponent;
	double part = frexp(v, &exponent);

	return part >= 0.5 && part <= 0.5 ?
	       exponent - 1 : log(part) * (M_LOG2E) + exponent;
}

static double bits_of(int64_t weight, int64_t total)
{
	double share = (double)wrap_abs(weight) / (double)total;

	return -share * go_log2(share);
}

static void add_totals(const struct graph *graph, struct entropy *all)
{
	for (size_t i = 0; i < graph->n_nodes; i++)
		all[i].out_total = graph->flat[i].v[0];
	for (size_t i = 0; i < graph->edges.n; i++) {
		const struct edge *edge = &graph->edges.at[i];
		struct entropy *from = &all[edge->from], *to = &all[edge->to];

		from->n_out++;
		to->n_in++;
		if (edge->weight.v[0] <= 0)
			continue;
		from->out_total = lanes_add(from->out_total,
					    edge->weight.v[0]);
		to->in_total = lanes_add(to->in_total, edge->weight.v[0]);
	}
}

static void add_bits(const struct graph *graph, struct entropy *all)
{
	for (size_t i = 0; i < graph->edges.n; i++) {
		const struct edge *edge = &graph->edges.at[i];
		struct entropy *from = &all[edge->from], *to = &all[edge->to];

		if (from->out_total)
			from->out += bits_of(edge->weight.v[0],
					     from->out_total);
		if (to->in_total)
			to->in += bits_of(edge->weight.v[0], to->in_total);
	}
	for (size_t i = 0; i < graph->n_nodes; i++) {
		int64_t self = graph->flat[i].v[0];

		if (all[i].n_out && all[i].out_total && self > 0)
			all[i].out += bits_of(self, all[i].out_total);
	}
}

/* Where nothing leads in, or out, it counts as one bit. */
static int64_t score_of(const struct graph *graph, const struct entropy *all,
			uint32_t node)
{
	const struct entropy *e = &all[node];
	double bits = (e->n_in ? e->in : 1) + (e->n_out ? e->out : 1);
	double cum = (double)graph->cum[node].v[0];

	return wrap_abs(lanes_add(cut_float(bits * cum),
				  graph->flat[node].v[0]));
}

struct scored {
	struct top *top;
	const int64_t *scores;		/* a node each */
};

static int score_order(const void *pa, const void *pb, void *data)
{
	const struct scored *s = data;
	uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;
	int64_t x = s->scores[a], y = s->scores[b];
	int order = (x < y) - (x > y);

	if (!order)
		order = top_compare_names(s->top, a, b);
	return order ? order : top_flat_order(pa, pb, s->top);
}

void entropy_sort(struct top *top)
{
	const struct graph *graph = &top->graph;
	size_t n = graph->n_nodes;
	struct entropy *all = mem_alloc(top->mem, n * sizeof(*all));
	int64_t *scores = mem_alloc(top->mem, n * sizeof(*scores));

	add_totals(graph, all);
	add_bits(graph, all);
	for (size_t i = 0; i < top->order.n; i++)
		scores[top->order.at[i]] = score_of(graph, all,
						    top->order.at[i]);
	mem_free(top->mem, all, n * sizeof(*all));
	if (top->order.n)
		qsort_r(top->order.at, top->order.n, sizeof(*top->order.at),
			score_order, &(struct scored){ top, scores });
	mem_free(top->mem, scores, n * sizeof(*scores));
}
