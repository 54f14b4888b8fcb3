#include "config.h"

#include "model/graph.h"

#include "model/hash.h"

enum { SLOTS_MIN = 1024, CHECK_EVERY = 4096 };

/* The state of the pass: where on a row's stack it is. */
struct walk {
	struct graph *graph;
	const struct graph_query *query;
	uint32_t *stamps;		/* a node each: the last row, plus 1 */
	struct graph_value value;	/* of the row */
	uint32_t stamp;			/* of the row */
	uint32_t parent;		/* NODE_NONE above the root */
	bool is_residual;		/* nodes not kept lie in between */
};

static inline void add_value(struct graph_value *to,
			     const struct graph_value *value)
{
	to->v[0] = lanes_add(to->v[0], value->v[0]);
	to->v[1] = lanes_add(to->v[1], value->v[1]);
}

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

static void meet_edge(struct walk *w, uint32_t node, bool is_inline)
{
	struct edge *edge = find_edge(w->graph, w->parent, node);

	if (edge->stamp == w->stamp)
		return;
	edge->stamp = w->stamp;
	add_value(&edge->weight, &w->value);
	edge->is_inline = edge->is_inline && is_inline;
	edge->is_residual = edge->is_residual || w->is_residual;
}

static inline bool wants_edge(const struct walk *w, uint32_t node)
{
	const unsigned char *edges = w->query->edges;

	return edges && w->parent != NODE_NONE && w->parent != node &&
	       ((edges[node] & EDGES_IN) || (edges[w->parent] & EDGES_OUT));
}

static inline void meet_node(struct walk *w, uint32_t node, bool is_inline)
{
	if (w->query->kept && !w->query->kept[node]) {
		w->is_residual = true;
		return;
	}
	if (w->stamps[node] != w->stamp) {
		w->stamps[node] = w->stamp;
		add_value(&w->graph->cum[node], &w->value);
	}
	if (wants_edge(w, node))
		meet_edge(w, node, is_inline);
	w->parent = node;
	w->is_residual = false;
}

static void walk_row(struct walk *w, size_t number)
{
	const struct lens *lens = w->query->lens;
	const struct row *row = &lens->profile->rows.at[number];
	const struct loc_id *frames = lens->profile->frames.at + row->first;
	struct lens_span span;

	if (!lens_row(lens, row, &span))
		return;
	w->stamp = (uint32_t)number + 1;
	w->parent = NODE_NONE;
	w->is_residual = false;
	for (uint32_t i = span.hi; i-- > span.lo; ) {
		const struct lens_loc *loc = &lens->locs[frames[i].i];
		const uint32_t *nodes = lens_frames(lens, loc);

		for (uint32_t k = loc->n; k--; )
			meet_node(w, nodes[k], k != loc->n - 1);
	}
	if (w->parent == NODE_NONE || w->is_residual)
		return;
	add_value(&w->graph->flat[w->parent], &w->value);
	for (int i = 0; i < 2; i++)
		w->graph->shown[i] = lanes_add(w->graph->shown[i],
					       lanes_abs(w->value.v[i]));
}

static bool take_values(struct walk *w, size_t number)
{
	const struct lanes *lanes = w->query->lanes;

	w->value.v[0] = lanes->values[0][number];
	w->value.v[1] = lanes->values[1] ? lanes->values[1][number] : 0;
	return lanes->is_active ? lanes->is_active[number] :
				  w->value.v[0] || w->value.v[1];
}

static bool walk_rows(struct walk *w)
{
	const _Atomic bool *cancel = w->query->cancel;
	size_t n = w->query->lens->profile->rows.n;

	for (size_t i = 0; i < n; i++) {
		if (i % CHECK_EVERY == 0 && cancel &&
		    atomic_load_explicit(cancel, memory_order_relaxed))
			return false;
		if (take_values(w, i))
			walk_row(w, i);
	}
	return true;
}

bool graph_init(struct graph *graph, const struct graph_query *query)
{
	struct mem *mem = query->lens->profile->mem;
	size_t n = query->lens->nodes.at.n;
	struct walk walk = { .graph = graph, .query = query };
	bool is_whole;

	*graph = (struct graph){ .mem = mem, .n_nodes = n,
				 .seed = hash_seed() };
	graph->flat = mem_alloc(mem, n * sizeof(*graph->flat));
	graph->cum = mem_alloc(mem, n * sizeof(*graph->cum));
	walk.stamps = mem_alloc(mem, n * sizeof(*walk.stamps));
	is_whole = walk_rows(&walk);
	mem_free(mem, walk.stamps, n * sizeof(*walk.stamps));
	return is_whole;
}

void graph_release(struct graph *graph)
{
	struct mem *mem = graph->mem;

	if (!mem)
		return;
	mem_free(mem, graph->flat, graph->n_nodes * sizeof(*graph->flat));
	mem_free(mem, graph->cum, graph->n_nodes * sizeof(*graph->cum));
	vec_release(mem, &graph->edges);
	mem_free(mem, graph->slots, graph->n_slots * sizeof(*graph->slots));
	graph->mem = NULL;
}
