#include "config.h"

#include "model/graph.h"

#include <math.h>
#include <string.h>

#include "model/cancel.h"
#include "model/hash.h"
#include "model/threads.h"

enum {
	SLOTS_MIN = 1024,
	FEW = 8,	/* of so many nodes one wanted one is few */
	ROWS_MIN = 1 << 16,	/* a thread is worth its start with so many */
};

/*
 * What a frame adds to: 16 bytes, so that those of 30,000 nodes stay in a
 * cache of 1 MiB beside the codes of 130,000 locations.  With 32 bytes the
 * pass over all frames takes 1.7 times as long.
 */
struct tally {
	int64_t cum;			/* of lane 0 */
	uint32_t stamp;			/* the last row it was met in, plus 1 */
};

/* Of a node, beside EDGES_IN and EDGES_OUT: it is kept. */
enum { IS_KEPT = 4 };

/*
 * The state of a pass over the rows from first to end, for values, for edges
 * or for both.
 */
struct walk {
	struct graph *graph;
	const struct graph_query *query;
	size_t first, end;
	bool has_values;
	bool is_whole;			/* it was not cancelled */
	VEC(uint32_t) codes;		/* of the row's frames, leaf first */
	struct graph_value value;	/* of the row */
	uint32_t stamp;			/* of the row: its number plus 1 */
	struct tally *tallies;		/* a node each; NULL: no values */
	unsigned char *flags;		/* a node each; NULL: no edges */
	unsigned char *loc_flags;	/* see find_rows; may be NULL */
	uint32_t *last_edges;		/* the last one into a node, plus 1 */
};

/* Where on a stack the edges are that go to the next node. */
struct caller {
	uint32_t node;			/* NODE_NONE above the root */
	unsigned flags;
	bool is_residual;		/* nodes not kept lie in between */
};

static uint32_t *edge_slot(const struct graph *graph, uint32_t from,
			   uint32_t to)
{
	size_t mask = graph->n_slots - 1;
	size_t at = hash_mix(graph->seed + from, to) & mask;

	for (;; at = (at + 1) & mask) {
		const struct edge *edge;

		if (!graph->slots[at])
			return &graph->slots[at];
		edge = &graph->edges.at[graph->slots[at] - 1];
		if (edge->from == from && edge->to == to)
			return &graph->slots[at];
	}
}

static void grow_slots(struct graph *graph)
{
	size_t n = graph->n_slots;

	mem_free(graph->mem, graph->slots, n * sizeof(*graph->slots));
	graph->n_slots = n ? n * 2 : SLOTS_MIN;
	graph->slots = mem_alloc(graph->mem,
				 graph->n_slots * sizeof(*graph->slots));
	for (size_t i = 0; i < graph->edges.n; i++) {
		const struct edge *edge = &graph->edges.at[i];

		*edge_slot(graph, edge->from, edge->to) = (uint32_t)i + 1;
	}
}

static struct edge *find_edge(struct graph *graph, uint32_t from, uint32_t to)
{
	uint32_t *slot;

	if ((graph->edges.n + 1) * 2 > graph->n_slots)
		grow_slots(graph);
	slot = edge_slot(graph, from, to);
	if (!*slot) {
		*vec_push(graph->mem, &graph->edges) = (struct edge){
			.from = from, .to = to, .is_inline = true
		};
		*slot = (uint32_t)graph->edges.n;
	}
	return &graph->edges.at[*slot - 1];
}

/* A node is mostly called from where it was called from the last time. */
static struct edge *recall_edge(struct walk *w, uint32_t from, uint32_t to)
{
	uint32_t *last = &w->last_edges[to];
	struct edge *edge;

	if (*last && w->graph->edges.at[*last - 1].from == from)
		return &w->graph->edges.at[*last - 1];
	edge = find_edge(w->graph, from, to);
	*last = (uint32_t)(edge - w->graph->edges.at) + 1;
	return edge;
}

static void meet_edge(struct walk *w, const struct caller *caller,
		      uint32_t node, bool is_inline)
{
	struct edge *edge = recall_edge(w, caller->node, node);

	if (edge->stamp == w->stamp)
		return;
	edge->stamp = w->stamp;
	graph_value_add(&edge->weight, &w->value);
	edge->is_inline = edge->is_inline && is_inline;
	edge->is_residual = edge->is_residual || caller->is_residual;
}

static inline void call_node(struct walk *w, struct caller *caller,
			     uint32_t node, bool is_inline)
{
	unsigned flags = w->flags[node];

	if (!(flags & IS_KEPT)) {
		caller->is_residual = true;
		return;
	}
	if (((flags & EDGES_IN) || (caller->flags & EDGES_OUT)) &&
	    caller->node != node && caller->node != NODE_NONE)
		meet_edge(w, caller, node, is_inline);
	*caller = (struct caller){ node, flags, false };
}

static void count_edges(struct walk *w)
{
	const uint32_t *runs = w->query->lens->runs.at;
	struct caller caller = { NODE_NONE, 0, false };

	for (size_t i = w->codes.n; i--; ) {
		uint32_t code = w->codes.at[i];
		const uint32_t *run = runs + (code & ~LENS_RUN);

		if (!(code & LENS_RUN)) {
			call_node(w, &caller, code, false);
			continue;
		}
		for (uint32_t k = 1; k <= *run; k++)
			call_node(w, &caller, run[k], k > 1);
	}
}

/* What counting looks at, apart from what it writes to. */
struct counter {
	struct tally *tallies;
	struct graph_value *cum;	/* NULL where there is one lane */
	struct graph_value value;
	uint32_t stamp;
};

static inline void count_node(const struct counter *c, uint32_t node)
{
	struct tally *t = &c->tallies[node];

	if (t->stamp == c->stamp)
		return;
	t->stamp = c->stamp;
	t->cum = lanes_add(t->cum, c->value.v[0]);
	if (c->cum)
		c->cum[node].v[1] = lanes_add(c->cum[node].v[1],
					      c->value.v[1]);
}

/* Returns the leaf, NODE_NONE when the row shows nothing. */
static uint32_t count_nodes(const struct walk *w)
{
	const struct counter counter = {
		w->tallies, w->query->lanes->values[1] ? w->graph->cum : NULL,
		w->value, w->stamp
	};
	const uint32_t *runs = w->query->lens->runs.at;
	const uint32_t *codes = w->codes.at;
	uint32_t leaf = NODE_NONE;

	for (size_t i = w->codes.n; i--; ) {
		const uint32_t *run = runs + (codes[i] & ~LENS_RUN);

		if (!(codes[i] & LENS_RUN)) {
			leaf = codes[i];
			count_node(&counter, leaf);
			continue;
		}
		for (uint32_t k = 1; k <= *run; k++) {
			leaf = run[k];
			count_node(&counter, leaf);
		}
	}
	return leaf;
}

static void count_leaf(struct walk *w, uint32_t leaf)
{
	const bool *kept = w->query->kept;

	if (leaf == NODE_NONE || (kept && !kept[leaf]))
		return;
	graph_value_add(&w->graph->flat[leaf], &w->value);
	for (int i = 0; i < 2; i++)
		w->graph->shown[i] = lanes_add(w->graph->shown[i],
					       lanes_abs(w->value.v[i]));
}

/*
 * Takes what the lens makes of each frame, in a loop of its own: its loads
 * wait for nothing but memory, and are under way before the first is needed.
 */
static void load_codes(struct walk *w, const struct loc_id *frames, uint32_t n)
{
	const uint32_t *from = w->query->lens->codes;
	uint32_t *codes;

	w->codes.n = 0;
	vec_reserve(w->graph->mem, &w->codes, n + 1);
	w->codes.n = n;
	codes = w->codes.at;
	for (uint32_t i = 0; i < n; i++)
		codes[i] = from[frames[i].i];
}

static bool wants_edges(const struct walk *w, const struct loc_id *frames,
			uint32_t n)
{
	unsigned flags = 0;

	if (!w->flags || !w->loc_flags)
		return w->flags != NULL;
	for (uint32_t i = 0; i < n; i++)
		flags |= w->loc_flags[frames[i].i];
	return flags & (EDGES_IN | EDGES_OUT);
}

static void walk_row(struct walk *w, const struct loc_id *frames, uint32_t n)
{
	bool has_edges = wants_edges(w, frames, n);

	if (!w->tallies && !has_edges)
		return;
	load_codes(w, frames, n);
	if (w->tallies)
		count_leaf(w, count_nodes(w));
	if (has_edges)
		count_edges(w);
}

static bool walk_rows(struct walk *w)
{
	const struct profile *p = w->query->lens->profile;
	struct lens_span span;

	for (size_t i = w->first; i < w->end; i++) {
		if (cancel_at_row(w->query->cancel, i))
			return false;
		if (!lanes_take(w->query->lanes, i, w->value.v) ||
		    !lens_row(w->query->lens, &p->rows.at[i], &span))
			continue;
		w->stamp = (uint32_t)i + 1;
		walk_row(w, p->frames.at + p->rows.at[i].first + span.lo,
			 span.hi - span.lo);
	}
	return true;
}

/* Takes the sums out of the tallies; nodes that are not kept have none. */
static void take_sums(const struct walk *w)
{
	const bool *kept = w->query->kept;
	struct graph *graph = w->graph;

	for (size_t i = 0; i < graph->n_nodes; i++) {
		graph->cum[i].v[0] = w->tallies[i].cum;
		if (kept && !kept[i])
			graph->cum[i] = (struct graph_value){ { 0, 0 } };
	}
}

static size_t set_flags(const struct graph_query *query, unsigned char *flags)
{
	size_t n_wanted = 0;

	for (size_t i = 0; i < query->lens->nodes.at.n; i++) {
		if (query->kept && !query->kept[i])
			continue;
		flags[i] = query->edges[i] | IS_KEPT;
		n_wanted += query->edges[i] != 0;
	}
	return n_wanted;
}

/*
 * Where the edges of few nodes are wanted, most rows have none of those: with
 * the flags of all nodes of a location in a byte, the rows that have some are
 * found in a quarter of the time it takes to look at every node.
 */
static unsigned char *find_rows(const struct lens *lens,
				const unsigned char *flags)
{
	size_t n = lens->profile->locations.n;
	unsigned char *loc_flags = mem_alloc(lens->profile->mem, n);

	for (size_t i = 0; i < n; i++) {
		const uint32_t *nodes = lens_frames(lens, &lens->locs[i]);

		for (uint32_t k = 0; k < lens->locs[i].n; k++)
			loc_flags[i] |= flags[nodes[k]];
	}
	return loc_flags;
}

static void graph_start(struct graph *graph, const struct graph_query *query)
{
	struct mem *mem = query->lens->profile->mem;
	size_t n = query->lens->nodes.at.n;

	*graph = (struct graph){
		.mem = mem, .n_nodes = n, .is_mean = query->lanes->is_mean,
		.seed = hash_seed(),
	};
	graph->flat = mem_alloc(mem, n * sizeof(*graph->flat));
	graph->cum = mem_alloc(mem, n * sizeof(*graph->cum));
}

/* One part of the rows, into a graph of its own; runs in a thread. */
static void walk_part(void *data)
{
	struct walk *w = data;
	struct mem *mem = w->graph->mem;
	size_t n = w->graph->n_nodes;

	if (w->has_values)
		w->tallies = mem_alloc(mem, n * sizeof(*w->tallies));
	if (w->flags)
		w->last_edges = mem_alloc(mem, n * sizeof(*w->last_edges));
	w->is_whole = walk_rows(w);
	if (w->has_values) {
		take_sums(w);
		mem_free(mem, w->tallies, n * sizeof(*w->tallies));
	}
	if (w->flags)
		mem_free(mem, w->last_edges, n * sizeof(*w->last_edges));
	vec_release(mem, &w->codes);
}

/* Edges keep the order in which the rows, from first to last, meet them. */
static void add_edges(struct graph *graph, const struct graph *part)
{
	for (size_t i = 0; i < part->edges.n; i++) {
		const struct edge *from = &part->edges.at[i];
		struct edge *edge = find_edge(graph, from->from, from->to);

		graph_value_add(&edge->weight, &from->weight);
		edge->stamp = from->stamp;
		edge->is_inline = edge->is_inline && from->is_inline;
		edge->is_residual = edge->is_residual || from->is_residual;
	}
}

static void add_values(struct graph *graph, const struct graph *part)
{
	for (size_t i = 0; i < graph->n_nodes; i++) {
		graph_value_add(&graph->flat[i], &part->flat[i]);
		graph_value_add(&graph->cum[i], &part->cum[i]);
	}
	for (int i = 0; i < 2; i++)
		graph->shown[i] = lanes_add(graph->shown[i], part->shown[i]);
}

/*
 * Walks the rows in as many parts as there are processors, the first of them
 * into the graph itself.
 */
static bool walk_parts(struct graph *graph, const struct walk *whole)
{
	size_t n_rows = whole->query->lens->profile->rows.n;
	size_t n = whole->query->n_parts ? whole->query->n_parts :
					   threads_for(n_rows, ROWS_MIN);
	struct walk parts[THREADS_MAX];
	struct graph graphs[THREADS_MAX];
	bool is_whole = true;

	for (size_t i = 0; i < n; i++) {
		parts[i] = *whole;
		parts[i].first = n_rows * i / n;
		parts[i].end = n_rows * (i + 1) / n;
		parts[i].graph = i ? &graphs[i] : graph;
		if (i)
			graph_start(&graphs[i], whole->query);
	}
	threads_run(walk_part, parts, sizeof(*parts), n);
	for (size_t i = 0; i < n; i++) {
		is_whole = is_whole && parts[i].is_whole;
		if (!i)
			continue;
		if (whole->has_values)
			add_values(graph, &graphs[i]);
		add_edges(graph, &graphs[i]);
		graph_release(&graphs[i]);
	}
	return is_whole;
}

/* Walks the rows for values, if wanted, and the query's edges. */
static bool walk(struct graph *graph, const struct graph_query *query,
		 bool has_values)
{
	const struct lens *lens = query->lens;
	struct walk w = { .query = query, .has_values = has_values };
	bool is_whole;

	if (query->edges) {
		w.flags = mem_alloc(graph->mem, graph->n_nodes);
		if (set_flags(query, w.flags) < graph->n_nodes / FEW)
			w.loc_flags = find_rows(lens, w.flags);
	}
	is_whole = walk_parts(graph, &w);
	if (w.flags)
		mem_free(graph->mem, w.flags, graph->n_nodes);
	if (w.loc_flags)
		mem_free(graph->mem, w.loc_flags, lens->profile->locations.n);
	return is_whole;
}

bool graph_init(struct graph *graph, const struct graph_query *query)
{
	graph_start(graph, query);
	return walk(graph, query, true);
}

bool graph_add_edges(struct graph *graph, const struct graph_query *query)
{
	return walk(graph, query, false);
}

int64_t graph_cutoff(int64_t sum, double fraction)
{
	double cut = fabs((double)sum * fraction);

	return cut < (double)INT64_MAX ? (int64_t)cut : INT64_MAX;
}

void graph_clear_edges(struct graph *graph)
{
	graph->edges.n = 0;
	if (graph->slots)
		memset(graph->slots, 0,
		       graph->n_slots * sizeof(*graph->slots));
}

void graph_release(struct graph *graph)
{
	struct mem *mem = graph->mem;

	if (!mem)
		return;
	if (graph->flat)
		mem_free(mem, graph->flat,
			 graph->n_nodes * sizeof(*graph->flat));
	if (graph->cum)
		mem_free(mem, graph->cum,
			 graph->n_nodes * sizeof(*graph->cum));
	if (graph->infos)
		mem_free(mem, graph->infos,
			 graph->n_nodes * sizeof(*graph->infos));
	vec_release(mem, &graph->edges);
	mem_free(mem, graph->slots, graph->n_slots * sizeof(*graph->slots));
	graph->mem = NULL;
}
