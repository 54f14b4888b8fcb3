#include "config.h"

#include "model/calltree.h"

#include "model/cancel.h"

/* The state of a walk over the sorted rows. */
struct walk {
	struct calltree *tree;
	const struct calltree_query *query;
	VEC(uint32_t) open;		/* the places of the row, root first */
	struct graph_value value;	/* of the row */
	uint32_t row;			/* of the paths */
	uint32_t depth;			/* of the row, as far as it is met */
};

static void open_place(struct walk *w, uint32_t info)
{
	struct calltree *tree = w->tree;
	uint32_t parent = w->depth ? w->open.at[w->depth - 1] : NODE_NONE;

	if (tree->places.n >= NODE_NONE)
		die("more than 4294967294 nodes in a tree of calls");
	*vec_push(tree->mem, &w->open) = (uint32_t)tree->places.n;
	*vec_push(tree->mem, &tree->places) = (struct calltree_place){
		.info = info, .parent = parent, .depth = w->depth + 1,
		.lo = w->row, .is_inline = true,
	};
	*vec_push(tree->mem, &tree->flat) = (struct graph_value){ { 0, 0 } };
	*vec_push(tree->mem, &tree->cum) = (struct graph_value){ { 0, 0 } };
}

static inline void meet_place(struct walk *w, uint32_t info, bool is_inline)
{
	struct calltree_place *place;
	uint32_t at;

	if (w->depth == w->open.n)
		open_place(w, info);
	at = w->open.at[w->depth++];
	place = &w->tree->places.at[at];
	place->is_inline = place->is_inline && is_inline;
	graph_value_add(&w->tree->cum.at[at], &w->value);
}

static void meet_row(struct walk *w, const struct loc_id *frames, uint32_t n)
{
	const struct lens *lens = w->query->lens;

	w->depth = 0;
	for (uint32_t i = n; i--; ) {
		uint32_t code = lens->codes[frames[i].i];
		const uint32_t *run = lens->runs.at + (code & ~LENS_RUN);

		if (!(code & LENS_RUN)) {
			meet_place(w, code, false);
			continue;
		}
		for (uint32_t k = 1; k <= *run; k++)
			meet_place(w, run[k], k > 1);
	}
	graph_value_add(&w->tree->flat.at[w->open.at[w->depth - 1]], &w->value);
}

/* Whether the reference lists such a node. */
static bool is_listed(const struct walk *w, uint32_t at)
{
	const struct graph_value *flat = &w->tree->flat.at[at];
	const struct graph_value *cum = &w->tree->cum.at[at];

	return graph_has_value(flat, cum, w->query->lanes->is_mean) &&
	       !(w->query->drop_negative && graph_is_negative(flat, cum));
}

/*
 * Ends the places below a depth.  One that is too light to be kept is given up
 * when it is the last: all below it were too, or they would stand behind it.
 */
static void close_places(struct walk *w, uint32_t depth)
{
	struct calltree *tree = w->tree;

	while (w->open.n > depth) {
		uint32_t at = w->open.at[--w->open.n];
		bool listed = is_listed(w, at);

		tree->places.at[at].hi = w->row;
		if (listed)
			tree->sum = lanes_add(tree->sum,
					      tree->flat.at[at].v[0]);
		if (lanes_abs(tree->cum.at[at].v[0]) >= tree->cut ||
		    at + 1 < tree->places.n)
			continue;
		tree->n_dropped += listed;
		tree->places.n = tree->flat.n = tree->cum.n = at;
	}
}

static bool take_row(struct walk *w, struct lens_span *span)
{
	const struct profile *p = w->query->lens->profile;
	uint32_t number = w->tree->paths.rows[w->row].row;

	return lanes_take(w->query->lanes, number, w->value.v) &&
	       lens_row(w->query->lens, &p->rows.at[number], span);
}

/* What rows that are passed over share less of, the next one does too. */
static bool walk_rows(struct walk *w)
{
	const struct paths *paths = &w->tree->paths;
	const struct profile *p = w->query->lens->profile;
	uint32_t shared = 0;
	struct lens_span span;

	for (w->row = 0; w->row < paths->n; w->row++) {
		const struct row *row = &p->rows.at[paths->rows[w->row].row];

		if (cancel_at_row(w->query->cancel, w->row))
			return false;
		if (paths->shared[w->row] < shared)
			shared = paths->shared[w->row];
		if (!take_row(w, &span))
			continue;
		close_places(w, shared);
		meet_row(w, p->frames.at + row->first + span.lo,
			 span.hi - span.lo);
		shared = UINT32_MAX;
	}
	close_places(w, 0);
	return true;
}

static bool walk(struct calltree *tree, const struct calltree_query *query,
		 int64_t cut)
{
	struct walk w = { .tree = tree, .query = query };
	bool is_whole;

	tree->places.n = tree->flat.n = tree->cum.n = 0;
	tree->sum = 0;
	tree->n_dropped = 0;
	tree->cut = cut;
	is_whole = walk_rows(&w);
	vec_release(tree->mem, &w.open);
	return is_whole;
}

/* The first walk gives everything up, but comes to know the sum. */
static bool build(struct calltree *tree, const struct calltree_query *query)
{
	int64_t cut = 0;

	if (!paths_init(&tree->paths, query->lens, NODE_NONE, query->cancel))
		return false;
	if (query->node_fraction > 0) {
		if (!walk(tree, query, INT64_MAX))
			return false;
		cut = graph_cutoff(tree->sum, query->node_fraction);
	}
	return walk(tree, query, cut);
}

/* Hands an array over that is as large as what is in it. */
#define TAKE(tree, v)							\
	mem_resize((tree)->mem, (v)->at, (v)->cap * sizeof(*(v)->at),	\
		   (v)->n * sizeof(*(v)->at))

static void fill_graph(struct calltree *tree, struct graph *graph)
{
	size_t n = tree->places.n;

	graph->n_nodes = n;
	graph->flat = TAKE(tree, &tree->flat);
	graph->cum = TAKE(tree, &tree->cum);
	tree->flat.at = tree->cum.at = NULL;
	tree->flat.n = tree->flat.cap = tree->cum.n = tree->cum.cap = 0;
	graph->infos = mem_alloc(tree->mem, n * sizeof(*graph->infos));
	for (size_t i = 0; i < n; i++) {
		const struct calltree_place *place = &tree->places.at[i];

		graph->infos[i] = place->info;
		if (place->parent == NODE_NONE)
			continue;
		*vec_push(tree->mem, &graph->edges) = (struct edge){
			.from = place->parent, .to = (uint32_t)i,
			.weight = graph->cum[i], .is_inline = place->is_inline,
		};
	}
}

bool calltree_init(struct calltree *tree, struct graph *graph,
	       const struct calltree_query *query)
{
	struct mem *mem = query->lens->profile->mem;

	*tree = (struct calltree){ .mem = mem };
	*graph = (struct graph){ .mem = mem,
				 .is_mean = query->lanes->is_mean };
	if (!build(tree, query))
		return false;
	fill_graph(tree, graph);
	return true;
}

void calltree_release(struct calltree *tree)
{
	if (!tree->mem)
		return;
	paths_release(&tree->paths);
	vec_release(tree->mem, &tree->places);
	vec_release(tree->mem, &tree->flat);
	vec_release(tree->mem, &tree->cum);
	tree->mem = NULL;
}

/* Over a caller that is gone; edges come callers first, so those are done. */
static void lift(struct graph *graph, const uint32_t *into, struct edge *edge)
{
	const struct edge *above;

	if (!into[edge->from]) {
		edge->from = NODE_NONE;
		return;
	}
	above = &graph->edges.at[into[edge->from] - 1];
	edge->from = above->from;
	edge->is_inline = edge->is_inline && above->is_inline;
	edge->is_residual = true;
}

void calltree_trim(struct graph *graph, const bool *is_gone)
{
	size_t n = 0, size = graph->n_nodes * sizeof(uint32_t);
	uint32_t *into = mem_alloc(graph->mem, size);	/* edges, plus 1 */
	struct edge *edges = graph->edges.at;

	for (size_t i = 0; i < graph->edges.n; i++) {
		if (is_gone[edges[i].from])
			lift(graph, into, &edges[i]);
		if (edges[i].from != NODE_NONE)
			into[edges[i].to] = (uint32_t)i + 1;
	}
	for (size_t i = 0; i < graph->edges.n; i++) {
		if (edges[i].from != NODE_NONE && !is_gone[edges[i].to])
			edges[n++] = edges[i];
	}
	graph->edges.n = n;
	mem_free(graph->mem, into, size);
}
