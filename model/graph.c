#include "config.h"

#include "model/graph.h"

#include "model/hash.h"

enum { SLOTS_MIN = 1024, CHECK_EVERY = 4096 };

/* What a row adds to, together so that a frame costs one cache line. */
struct tally {
	struct graph_value cum;
	uint32_t stamp;			/* the last row it was met in, plus 1 */
	uint32_t last_edge;		/* the last one into it, plus 1 */
	unsigned edges;			/* EDGES_* that are wanted */
};

/*
 * The state of the pass.  A row's nodes are first listed and then counted:
 * each of the two loops has nothing to wait for but its own loads, which
 * takes half the time of doing both a frame.
 */
struct walk {
	struct graph *graph;
	const struct graph_query *query;
	struct tally *tallies;		/* a node each */
	VEC(uint32_t) codes;		/* of the frames, leaf first */
	VEC(uint32_t) path;		/* root first, with the marks below */
	VEC(uint32_t) calls;		/* where on the path edges are wanted */
	bool is_leaf_lost;		/* the leaf is not kept */
	struct graph_value value;	/* of the row */
	uint32_t stamp;			/* of the row */
};

/* Marks in a path; a node's number is what is left. */
#define PATH_INLINE (UINT32_C(1) << 31)		/* into the one before */
#define PATH_RESIDUAL (UINT32_C(1) << 30)	/* nodes not kept lie between */
#define PATH_NODE (PATH_RESIDUAL - 1)

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

/* A node is mostly called from where it was called from the last time. */
static struct edge *recall_edge(struct walk *w, uint32_t from, uint32_t to)
{
	uint32_t *last = &w->tallies[to].last_edge;
	struct edge *edge;

	if (*last && w->graph->edges.at[*last - 1].from == from)
		return &w->graph->edges.at[*last - 1];
	edge = find_edge(w->graph, from, to);
	*last = (uint32_t)(edge - w->graph->edges.at) + 1;
	return edge;
}

static void meet_edge(struct walk *w, uint32_t from, uint32_t mark)
{
	struct edge *edge = recall_edge(w, from, mark & PATH_NODE);

	if (edge->stamp == w->stamp)
		return;
	edge->stamp = w->stamp;
	add_value(&edge->weight, &w->value);
	edge->is_inline = edge->is_inline && (mark & PATH_INLINE);
	edge->is_residual = edge->is_residual || (mark & PATH_RESIDUAL);
}

static void list_inlined(struct walk *w, uint32_t code, uint32_t n_after)
{
	const struct lens *lens = w->query->lens;
	const struct lens_loc *loc;
	const uint32_t *nodes;

	if (code == LENS_NOTHING)
		return;
	loc = &lens->locs[code & ~LENS_MANY];
	nodes = lens_frames(lens, loc);
	vec_reserve(w->graph->mem, &w->path, (size_t)loc->n + n_after);
	for (uint32_t k = loc->n; k--; )
		w->path.at[w->path.n++] = nodes[k] |
			(k != loc->n - 1 ? PATH_INLINE : 0);
}

/* All loads are started before the first of them is looked at. */
static const uint32_t *load_codes(struct walk *w, const struct loc_id *frames,
				  struct lens_span span)
{
	const uint32_t *codes = w->query->lens->codes;
	uint32_t n = span.hi - span.lo, *out;

	w->codes.n = 0;
	vec_reserve(w->graph->mem, &w->codes, n + 1);
	out = w->codes.at;
	for (uint32_t i = 0; i < n; i++)
		out[i] = codes[frames[span.lo + i].i];
	return out;
}

/* There is always room for a node for each of the codes that are left. */
static void list_path(struct walk *w, const struct loc_id *frames,
		      struct lens_span span)
{
	const uint32_t *codes = load_codes(w, frames, span);

	w->path.n = 0;
	vec_reserve(w->graph->mem, &w->path, span.hi - span.lo + 1);
	for (uint32_t i = span.hi - span.lo; i--; ) {
		if (!(codes[i] & LENS_MANY))
			w->path.at[w->path.n++] = codes[i];
		else
			list_inlined(w, codes[i], i);
	}
	w->is_leaf_lost = !w->path.n;
}

static void keep_path(struct walk *w)
{
	const bool *kept = w->query->kept;
	uint32_t residual = 0;
	size_t n = 0;

	for (size_t i = 0; i < w->path.n; i++) {
		uint32_t mark = w->path.at[i];

		if (kept[mark & PATH_NODE]) {
			w->path.at[n++] = mark | residual;
			residual = 0;
		} else {
			residual = PATH_RESIDUAL;
		}
	}
	w->path.n = n;
	w->is_leaf_lost = !n || residual;
}

/*
 * Notes the places whose edge is wanted without a branch that could be guessed
 * wrong: each is written, and overwritten when it was not wanted.
 */
static void count_nodes(struct walk *w)
{
	const struct graph_value value = w->value;
	const uint32_t stamp = w->stamp;
	unsigned before = 0;
	uint32_t *calls;
	size_t n = 0;

	w->calls.n = 0;
	vec_reserve(w->graph->mem, &w->calls, w->path.n + 1);
	calls = w->calls.at;
	for (size_t i = 0; i < w->path.n; i++) {
		struct tally *t = &w->tallies[w->path.at[i] & PATH_NODE];

		calls[n] = (uint32_t)i;
		n += (t->edges | before / EDGES_OUT) & EDGES_IN;
		before = t->edges;
		if (t->stamp == stamp)
			continue;
		t->stamp = stamp;
		add_value(&t->cum, &value);
	}
	w->calls.n = n;
}

static void count_edges(struct walk *w)
{
	for (size_t k = 0; k < w->calls.n; k++) {
		uint32_t i = w->calls.at[k], mark = w->path.at[i], from;

		if (!i)
			continue;
		from = w->path.at[i - 1] & PATH_NODE;
		if (from != (mark & PATH_NODE))
			meet_edge(w, from, mark);
	}
}

static void count_leaf(struct walk *w)
{
	uint32_t leaf;

	if (w->is_leaf_lost)
		return;
	leaf = w->path.at[w->path.n - 1] & PATH_NODE;
	add_value(&w->graph->flat[leaf], &w->value);
	for (int i = 0; i < 2; i++)
		w->graph->shown[i] = lanes_add(w->graph->shown[i],
					       lanes_abs(w->value.v[i]));
}

static void walk_row(struct walk *w, size_t number)
{
	const struct lens *lens = w->query->lens;
	const struct row *row = &lens->profile->rows.at[number];
	struct lens_span span;

	if (!lens_row(lens, row, &span))
		return;
	w->stamp = (uint32_t)number + 1;
	list_path(w, lens->profile->frames.at + row->first, span);
	if (w->query->kept)
		keep_path(w);
	count_nodes(w);
	count_edges(w);
	count_leaf(w);
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

	if (n > PATH_NODE)
		die("more than %u nodes in one view", PATH_NODE);
	*graph = (struct graph){ .mem = mem, .n_nodes = n,
				 .seed = hash_seed() };
	graph->flat = mem_alloc(mem, n * sizeof(*graph->flat));
	graph->cum = mem_alloc(mem, n * sizeof(*graph->cum));
	walk.tallies = mem_alloc(mem, n * sizeof(*walk.tallies));
	for (size_t i = 0; i < n && query->edges; i++)
		walk.tallies[i].edges = query->edges[i];
	is_whole = walk_rows(&walk);
	for (size_t i = 0; i < n; i++)
		graph->cum[i] = walk.tallies[i].cum;
	mem_free(mem, walk.tallies, n * sizeof(*walk.tallies));
	vec_release(mem, &walk.codes);
	vec_release(mem, &walk.path);
	vec_release(mem, &walk.calls);
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
