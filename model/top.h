/*
 * The list of nodes: what -top prints and the top view shows, and what -tree
 * and peek build on.  Trimming, order and the choice of a unit are the
 * reference's (google/pprof, internal/report: newTrimmedGraph,
 * selectOutputUnit; internal/graph: Nodes.Sort).
 */
#ifndef MODEL_TOP_H
#define MODEL_TOP_H

#include "model/graph.h"

struct trim {
	int64_t node_count;	/* keep this many at the most; 0: all */
	double node_fraction;	/* drop nodes with less of the graph's sum */
	double edge_fraction;
	bool by_cum;		/* sort by cum instead of flat */
	bool all_edges;		/* of all nodes, not of inlined ones only */
	bool drop_negative;
	bool no_marks;		/* untrimmed, without edges: see top_marks */
};

enum inline_mark { INLINE_NEVER, INLINE_ALWAYS, INLINE_SOMETIMES };

struct top {
	struct mem *mem;
	const struct lens *lens;	/* borrowed */
	const struct lanes *lanes;	/* borrowed */
	struct graph graph;
	VEC(uint32_t) order;		/* node numbers, most first */
	unsigned char *inlines;		/* an enum inline_mark a node */
	size_t n_before;		/* nodes left by the fraction cut */
	size_t n_dropped;		/* nodes it dropped */
	size_t n_dropped_edges;
};

/* What is shown of a node: flat and cum, or what they are on average. */
static inline int64_t top_flat(const struct top *top, uint32_t node)
{
	const struct graph_value *flat = &top->graph.flat[node];

	return lanes_mean(top->lanes, flat->v[0], flat->v[1]);
}

static inline int64_t top_cum(const struct top *top, uint32_t node)
{
	const struct graph_value *cum = &top->graph.cum[node];

	return lanes_mean(top->lanes, cum->v[0], cum->v[1]);
}

/* What the filters leave of a lane, in all. */
static inline int64_t top_shown(const struct top *top, int lane)
{
	const int64_t *shown = top->graph.shown;

	if (lane && top->lanes->is_mean)
		return 0;
	return lanes_mean(top->lanes, shown[lane], shown[1]);
}

/* Returns false when it was cancelled; release it all the same. */
bool top_init(struct top *top, const struct lens *lens,
	      const struct lanes *lanes, const struct trim *trim,
	      const _Atomic bool *cancel);
void top_release(struct top *top);

/*
 * Finds the inline marks of a top that was made without: calls below the
 * fraction of its sum are not looked at.  marks is a byte a node, zeroed by
 * the caller.  Returns false when it was cancelled.
 */
bool top_marks(const struct top *top, double edge_fraction,
	       unsigned char *marks, const _Atomic bool *cancel);

/* What a node of the graph is shown as. */
static inline const struct node *top_node(const struct top *top,
					  uint32_t node)
{
	return &top->lens->nodes.at.at[graph_info(&top->graph, node)];
}

/*
 * The steps of trimming, for those that take them in another order: list all
 * nodes with a value; a share of the sum of what is listed, cut off as Go does
 * it; unlist what has less cum than that; sort.
 */
void top_list(struct top *top, bool drop_negative);
int64_t top_cutoff(const struct top *top, double fraction);
void top_cut(struct top *top, int64_t cut);
void top_sort(struct top *top, bool by_cum);

/* Orders nodes by |flat| as top_sort does, for qsort_r with a top. */
int top_flat_order(const void *pa, const void *pb, void *top);

/* Orders two nodes by what they are shown as; 0 for equal names. */
int top_compare_names(const struct top *top, uint32_t a, uint32_t b);

/*
 * The unit all numbers of a report are in: of the smallest number shown, or
 * that of 100 times it when the total is in a larger one.  `unit` is that of
 * the sample type.  Borrowed from it or from a constant table.
 */
const char *top_unit(const struct top *top, const char *unit);

/* The same for whole numbers: of the smallest, however large the total is. */
const char *top_unit_whole(const struct top *top, const char *unit);

/*
 * The unit that a top trimmed at node_fraction would choose, without trimming.
 */
const char *top_unit_above(const struct top *top, const char *unit,
			   double node_fraction);

#endif
