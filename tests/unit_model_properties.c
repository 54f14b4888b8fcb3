/*
 * What must hold for any profile, over many random ones: views of them are
 * held against a computation that shares nothing with lens, graph and top (row
 * by row, with lists of texts), and against each other.
 */
#include "config.h"

#include <inttypes.h>
#include <stdlib.h>

#include "model/gather.h"
#include "model/prune.h"
#include "model/top.h"
#include "model/wire.h"
#include "tests/build.h"
#include "tests/gen.h"
#include "tests/tap.h"

enum {
	NODES_MAX = 256,
	FRAMES_MAX = 1024,		/* of a row, inlined ones included */
	LINES_MAX = 4,			/* of a location */
	SEEDS = 150,
};

static struct mem mem;
static uint64_t state;

static unsigned int below(unsigned int n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned int)(state >> 33) % n;
}

/* The plain computation of a view. */

struct naive_edge {
	bool is_there, is_called, is_residual;
	int64_t v[2];
};

struct naive {
	const struct profile *p;
	const struct view *view;
	const struct lanes *lanes;
	char *keys[NODES_MAX], *names[NODES_MAX];	/* as Go prints them */
	int64_t flat[NODES_MAX][2], cum[NODES_MAX][2];
	bool is_dropped[NODES_MAX];			/* of the graph */
	struct naive_edge edges[NODES_MAX][NODES_MAX];	/* from, to */
	size_t n;
	int64_t shown;		/* values of lane 0 with a visible frame */
};

/* A location as filters leave it. */
struct naive_loc {
	struct line lines[LINES_MAX];
	uint32_t n;
	bool is_hidden, is_pruned;
};

static bool has_text(const struct naive *nv, struct str_id id,
		     const char *text)
{
	struct str s = profile_str(nv->p, id);

	return memmem(s.s, s.n, text, strlen(text)) != NULL;
}

static bool line_has(const struct naive *nv, const struct line *line,
		     const char *text)
{
	const struct func *f = &nv->p->funcs.at[line->func.i];

	return has_text(nv, f->name, text) || has_text(nv, f->filename, text);
}

static bool mapping_has(const struct naive *nv, const struct location *loc,
			const char *text)
{
	return loc->mapping.i != MAPPING_NONE &&
	       has_text(nv, nv->p->mappings.at[loc->mapping.i].file, text);
}

static bool location_has(const struct naive *nv, struct loc_id id,
			 const char *text)
{
	const struct location *loc = &nv->p->locations.at[id.i];

	for (uint32_t i = 0; i < loc->n_lines; i++) {
		if (line_has(nv, &profile_lines(nv->p, loc)[i], text))
			return true;
	}
	return mapping_has(nv, loc, text);
}

static void keep_lines(const struct naive *nv, struct naive_loc *l,
		       const char *text, bool wanted)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < l->n; i++) {
		if (line_has(nv, &l->lines[i], text) == wanted)
			l->lines[n++] = l->lines[i];
	}
	l->n = n;
}

/* Returns whether the row is cut at this location by show_from. */
static bool show_from(const struct naive *nv, const struct location *loc,
		      struct naive_loc *l, const char *text)
{
	if (l->is_hidden)
		return false;
	if (mapping_has(nv, loc, text))
		return true;
	for (uint32_t i = l->n; i--; ) {
		if (line_has(nv, &l->lines[i], text)) {
			l->n = i + 1;
			return true;
		}
	}
	return false;
}

static bool prune_from(const struct naive *nv, struct naive_loc *l,
		       const char *text)
{
	for (uint32_t i = 0; i < l->n; i++) {
		struct str name = profile_str(nv->p, nv->p->funcs.at[
					      l->lines[i].func.i].name);
		struct str s = prune_simplify(name);

		if (!name.n || !memmem(s.s, s.n, text, strlen(text)))
			continue;
		l->n -= i;
		memmove(l->lines, l->lines + i, l->n * sizeof(*l->lines));
		return true;
	}
	return false;
}

/*
 * A location after all filters up to number `upto`, in the order of their
 * kinds; *hit says whether that last one, a show_from or prune_from, matched.
 */
static struct naive_loc filter_location(const struct naive *nv,
					struct loc_id id, size_t upto,
					bool *hit)
{
	const struct filters *filters = &nv->view->filters;
	const struct location *loc = &nv->p->locations.at[id.i];
	struct naive_loc l = { .n = loc->n_lines };
	size_t before;

	*hit = false;
	if (l.n)
		memcpy(l.lines, profile_lines(nv->p, loc),
		       l.n * sizeof(*l.lines));
	for (int kind = 0; kind < FILTER_KINDS; kind++) {
		for (size_t i = 0; i < filters->n; i++) {
			const char *text = filters->at[i].text;

			if (filters->at[i].kind != (enum filter_kind)kind)
				continue;
			before = l.n;
			if (kind == FILTER_HIDE &&
			    mapping_has(nv, loc, text)) {
				l.n = 0;
				l.is_hidden = true;
			} else if (kind == FILTER_HIDE) {
				keep_lines(nv, &l, text, false);
				l.is_hidden = l.is_hidden ||
					      (before && !l.n);
			} else if (kind == FILTER_SHOW) {
				if (!mapping_has(nv, loc, text))
					keep_lines(nv, &l, text, true);
				l.is_hidden = l.is_hidden || !l.n;
			} else if (kind == FILTER_SHOW_FROM) {
				*hit = show_from(nv, loc, &l, text);
			} else if (kind == FILTER_PRUNE_FROM) {
				*hit = prune_from(nv, &l, text);
			}
			if (i == upto)
				return l;
		}
	}
	return l;
}

static struct naive_loc final_location(const struct naive *nv,
				       struct loc_id id)
{
	bool hit;
	struct naive_loc l = filter_location(nv, id, SIZE_MAX, &hit);

	if (nv->view->no_inlines && l.n > 1) {
		l.lines[0] = l.lines[l.n - 1];
		l.n = 1;
	}
	return l;
}

static bool label_is(const struct naive *nv, const struct label *l,
		     const char *key, size_t n)
{
	struct str s = profile_str(nv->p, l->key);

	return s.n == n && !memcmp(s.s, key, n);
}

/* Whether numbers of the key are bytes, a time or of no family. */
static char naive_unit(const struct naive *nv, const struct label *label)
{
	const struct profile *p = nv->p;
	const char *key = profile_str(p, label->key).s, *unit = "";

	for (size_t i = 0; i < p->rows.n && !*unit; i++) {
		struct label_set set = p->label_sets.at[p->rows.at[i].labels.i];

		for (uint32_t k = 0; k < set.n && !*unit; k++) {
			const struct label *l = &p->labels.at[set.first + k];

			if (l->is_num && l->key.i == label->key.i)
				unit = profile_str(p, l->unit).s;
		}
	}
	if (!*unit)
		unit = strcmp(key, "request") ? key : "bytes";
	return !strcmp(unit, "bytes") ? 'b' :
	       !strcmp(unit, "milliseconds") ? 't' : '-';
}

/*
 * The range is N:M, in bytes with a "b" behind both; what is of no family is
 * taken for anything.
 */
static bool number_has(const struct naive *nv, const struct label *l,
		       const char *range)
{
	char *end;
	long long low = strtoll(range, &end, 10);
	long long high = strtoll(end + (*end == 'b') + 1, &end, 10);

	if (!l->is_num || l->num < low || l->num > high)
		return false;
	return naive_unit(nv, l) == '-' || (*end && naive_unit(nv, l) == 'b');
}

/* The texts are KEY=TEXT, KEY=N:M, TEXT or N:M; TEXT has no operators. */
static bool tag_has(const struct naive *nv, const struct label *l,
		    const char *text)
{
	const char *equals = strchr(text, '='), *value = text;
	struct buf both = BUF_INIT;
	bool has;

	if (equals)
		value = equals + 1;
	if (equals && !label_is(nv, l, text, (size_t)(equals - text)))
		return false;
	if (*value == '-' || (*value >= '0' && *value <= '9'))
		return number_has(nv, l, value);
	if (l->is_num)
		return false;
	if (!equals) {
		buf_adds(&both, profile_str(nv->p, l->key).s);
		buf_addc(&both, ':');
	}
	buf_adds(&both, profile_str(nv->p, l->str).s);
	has = strstr(buf_str(&both), value) != NULL;
	buf_release(&both);
	return has;
}

/* Whether tagfocus and tagignore let a label set pass. */
static bool tags_pass(const struct naive *nv, struct labels_id id)
{
	const struct filters *filters = &nv->view->filters;
	struct label_set set = nv->p->label_sets.at[id.i];

	for (size_t i = 0; i < filters->n; i++) {
		enum filter_kind kind = filters->at[i].kind;
		bool found = false;

		if (kind != FILTER_TAGFOCUS && kind != FILTER_TAGIGNORE)
			continue;
		for (uint32_t k = 0; k < set.n; k++)
			found = found || tag_has(nv, &nv->p->labels.at[
						 set.first + k],
						 filters->at[i].text);
		if (found != (kind == FILTER_TAGFOCUS))
			return false;
	}
	return true;
}

/* Whether focus and ignore let the row pass. */
static bool is_wanted(const struct naive *nv, const struct loc_id *frames,
		      uint32_t depth)
{
	const struct filters *filters = &nv->view->filters;
	bool has_early = false;

	for (size_t i = 0; i < filters->n; i++) {
		enum filter_kind kind = filters->at[i].kind;
		bool found = false;

		has_early = has_early || kind <= FILTER_SHOW;
		if (kind != FILTER_FOCUS && kind != FILTER_IGNORE)
			continue;
		for (uint32_t k = 0; k < depth; k++)
			found = found || location_has(nv, frames[k],
						      filters->at[i].text);
		if (found != (kind == FILTER_FOCUS))
			return false;
	}
	return depth || !has_early;
}

/* Copies the frames the filters leave of a row; false when they drop it. */
static bool filter_row(const struct naive *nv, const struct row *row,
		       struct loc_id *out, uint32_t *n)
{
	const struct filters *filters = &nv->view->filters;
	const struct loc_id *frames = nv->p->frames.at + row->first;
	uint32_t before = *n = 0, at;
	bool hit;

	if (!tags_pass(nv, row->labels) ||
	    !is_wanted(nv, frames, row->depth))
		return false;
	for (uint32_t i = 0; i < row->depth; i++) {
		if (!final_location(nv, frames[i]).is_hidden)
			out[(*n)++] = frames[i];
	}
	if (row->depth && !*n)
		return false;
	for (int kind = FILTER_SHOW_FROM; kind < FILTER_KINDS; kind++) {
		for (size_t i = 0; i < filters->n; i++) {
			if (filters->at[i].kind != (enum filter_kind)kind ||
			    filter_is_tag((enum filter_kind)kind))
				continue;
			before = *n;
			if (kind == FILTER_SHOW_FROM) {
				for (at = *n; at; at--) {
					filter_location(nv, out[at - 1], i,
							&hit);
					if (hit)
						break;
				}
				*n = at;
				if (!at)
					return false;
				continue;
			}
			for (at = 0; at < *n; at++) {
				filter_location(nv, out[at], i, &hit);
				if (hit)
					break;
			}
			if (at == before)
				continue;
			memmove(out, out + at, (*n - at) * sizeof(*out));
			*n -= at;
		}
	}
	return true;
}

static const char *text_of(const struct naive *nv, struct str_id id)
{
	return profile_str(nv->p, id).s;
}

/* The number of the node that a line is, or a location without any. */
static uint32_t naive_node(struct naive *nv, struct loc_id id,
			   const struct line *line)
{
	const struct location *loc = &nv->p->locations.at[id.i];
	const struct func *f = line ? &nv->p->funcs.at[line->func.i] : NULL;
	enum granularity g = nv->view->granularity;
	bool has_file = g != BY_FUNCTION;
	bool has_line = g == BY_LINE || g == BY_ADDRESS;
	const char *name = f && g != BY_FILE ? text_of(nv, f->name) : "";
	const char *file = f && has_file ? text_of(nv, f->filename) : "";
	int64_t number = f && has_line ? line->line : 0, column = 0, start = 0;
	uint64_t address = g == BY_ADDRESS ? loc->address : 0;
	const char *object = "";
	struct buf key = BUF_INIT, text = BUF_INIT;
	uint32_t i;

	if (f && has_line && (nv->view->show_columns ||
			      (g == BY_ADDRESS && !nv->view->no_inlines)))
		column = line->column;
	if ((!*name || nv->view->object_names) &&
	    loc->mapping.i != MAPPING_NONE)
		object = text_of(nv, nv->p->mappings.at[loc->mapping.i].file);
	if (f && (!*name || nv->view->object_names))
		start = f->start_line;
	buf_addf(&key, "{%s  %" PRIu64 " %s %" PRId64 " %" PRId64 " %" PRId64
		 " %s}", name, address, file, start, number, column, object);
	if (address)
		buf_addf(&text, " %016" PRIx64, address);
	if (*name)
		buf_addf(&text, " %s", name);
	if (number)
		buf_addf(&text, " %s:%" PRId64, file, number);
	if (number && column)
		buf_addf(&text, ":%" PRId64, column);
	if (!number && *file)
		buf_addf(&text, " %s", file);
	if (!number && !*file && !*name && *object)
		buf_addf(&text, " [%s]", strrchr(object, '/') ?
			 strrchr(object, '/') + 1 : object);
	if (!number && !*file && !*name && !*object)
		buf_adds(&text, " <unknown>");
	for (i = 0; i < nv->n && strcmp(nv->keys[i], buf_str(&key)); i++)
		;
	if (i == nv->n) {
		nv->n++;
		nv->keys[i] = strdup(buf_str(&key));
		nv->names[i] = strdup(buf_str(&text) + 1);
	}
	buf_release(&key);
	buf_release(&text);
	return i;
}

struct naive_frame {
	uint32_t node;
	bool is_inlined;
};

/* The visible frames of a row, leaf first. */
static size_t naive_frames(struct naive *nv, const struct row *row,
			   struct naive_frame *out)
{
	static struct loc_id locs[FRAMES_MAX];
	uint32_t n_locs;
	size_t n = 0;

	if (!filter_row(nv, row, locs, &n_locs))
		return 0;
	for (uint32_t i = 0; i < n_locs; i++) {
		struct naive_loc l = final_location(nv, locs[i]);

		for (uint32_t k = 0; k < l.n; k++)
			out[n++] = (struct naive_frame){
				naive_node(nv, locs[i], &l.lines[k]),
				k + 1 < l.n
			};
		if (!l.n)
			out[n++] = (struct naive_frame){
				naive_node(nv, locs[i], NULL), false
			};
	}
	return n;
}

static void naive_edge_add(struct naive *nv, const struct naive_frame *frames,
			   size_t n, const int64_t *v)
{
	static bool seen[NODES_MAX][NODES_MAX];
	size_t parent = n;

	for (size_t i = n; i--; ) {
		struct naive_edge *edge;
		uint32_t from, to = frames[i].node;

		if (nv->is_dropped[to])
			continue;
		from = parent < n ? frames[parent].node : to;
		edge = &nv->edges[from][to];
		if (from != to && !seen[from][to]) {
			seen[from][to] = true;
			edge->is_there = true;
			edge->v[0] += v[0];
			edge->v[1] += v[1];
			edge->is_called |= !frames[i].is_inlined;
			edge->is_residual |= parent != i + 1;
		}
		parent = i;
	}
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n; k++)
			seen[frames[i].node][frames[k].node] = false;
}

static void naive_row(struct naive *nv, const struct row *row,
		      const int64_t *v)
{
	static struct naive_frame frames[FRAMES_MAX];
	size_t n = naive_frames(nv, row, frames);

	nv->shown += n ? v[0] : 0;
	for (size_t i = 0; i < n; i++) {
		bool is_first = true;

		for (size_t k = 0; k < i; k++)
			is_first = is_first && frames[k].node !=
					       frames[i].node;
		if (!is_first || nv->is_dropped[frames[i].node])
			continue;
		nv->cum[frames[i].node][0] += v[0];
		nv->cum[frames[i].node][1] += v[1];
	}
	if (n && !nv->is_dropped[frames[0].node]) {
		nv->flat[frames[0].node][0] += v[0];
		nv->flat[frames[0].node][1] += v[1];
	}
	naive_edge_add(nv, frames, n, v);
}

static void naive_clear(struct naive *nv)
{
	for (size_t i = 0; i < NODES_MAX; i++) {
		memset(nv->flat[i], 0, sizeof(nv->flat[i]));
		memset(nv->cum[i], 0, sizeof(nv->cum[i]));
		memset(nv->edges[i], 0, nv->n * sizeof(nv->edges[i][0]));
	}
	nv->shown = 0;
}

/* Fills in all nodes and edges; is_dropped stays as it is. */
static void naive_build(struct naive *nv)
{
	naive_clear(nv);
	for (size_t i = 0; i < nv->p->rows.n; i++) {
		int64_t v[2] = { nv->lanes->values[0][i], 0 };
		bool is_active;

		if (nv->lanes->values[1])
			v[1] = nv->lanes->values[1][i];
		is_active = nv->lanes->is_active ? nv->lanes->is_active[i] :
			    v[0] || v[1];
		if (is_active)
			naive_row(nv, &nv->p->rows.at[i], v);
	}
}

static struct naive *naive_new(const struct profile *p,
			       const struct view *view,
			       const struct lanes *lanes)
{
	static struct naive naive;

	memset(naive.edges, 0, sizeof(naive.edges[0]) * naive.n);
	naive.p = p;
	naive.view = view;
	naive.lanes = lanes;
	memset(naive.is_dropped, 0, sizeof(naive.is_dropped));
	naive_clear(&naive);
	return &naive;
}

static void naive_free(struct naive *nv)
{
	naive_clear(nv);
	for (size_t i = 0; i < nv->n; i++) {
		free(nv->keys[i]);
		free(nv->names[i]);
	}
	nv->n = 0;
}

static bool naive_has(const struct naive *nv, size_t i)
{
	return nv->flat[i][0] || nv->flat[i][1] || nv->cum[i][0] ||
	       nv->cum[i][1];
}

static int64_t size_of(int64_t v)
{
	return v < 0 ? -v : v;
}

static int naive_order(const struct naive *nv, size_t a, size_t b,
		       bool by_cum)
{
	int64_t fa = size_of(nv->flat[a][0]), fb = size_of(nv->flat[b][0]);
	int64_t ca = size_of(nv->cum[a][0]), cb = size_of(nv->cum[b][0]);
	int name = strcmp(nv->names[a], nv->names[b]);

	if (by_cum ? ca != cb : fa != fb)
		return (by_cum ? ca > cb : fa > fb) ? -1 : 1;
	if (name)
		return name;
	if (by_cum ? fa != fb : ca != cb)
		return (by_cum ? fa > fb : ca > cb) ? -1 : 1;
	return strcmp(nv->keys[a], nv->keys[b]);
}

/* The nodes that are listed, in order; returns how many. */
static size_t naive_list(const struct naive *nv, bool by_cum, size_t *order)
{
	size_t n = 0, at, swap;

	for (size_t i = 0; i < nv->n; i++) {
		if (!naive_has(nv, i) || nv->is_dropped[i])
			continue;
		order[n++] = i;
		for (at = n - 1; at && naive_order(nv, order[at],
						   order[at - 1],
						   by_cum) < 0; at--) {
			swap = order[at];
			order[at] = order[at - 1];
			order[at - 1] = swap;
		}
	}
	return n;
}

static int64_t naive_cutoff(const struct naive *nv, double fraction)
{
	int64_t sum = 0;

	for (size_t i = 0; i < nv->n; i++)
		sum += nv->flat[i][0];
	return size_of((int64_t)((double)sum * fraction));
}

/* What a trim leaves; the order is that before rows are counted again. */
static size_t naive_trim(struct naive *nv, const struct trim *trim,
			 size_t *order)
{
	int64_t cut, edge_cut;
	size_t n;

	naive_build(nv);
	cut = naive_cutoff(nv, trim->node_fraction);
	edge_cut = naive_cutoff(nv, trim->edge_fraction);
	for (size_t i = 0; i < nv->n; i++)
		nv->is_dropped[i] = size_of(nv->cum[i][0]) < cut ||
				    !naive_has(nv, i);
	n = naive_list(nv, trim->by_cum, order);
	if (trim->node_count && n > (size_t)trim->node_count) {
		for (size_t i = (size_t)trim->node_count; i < n; i++)
			nv->is_dropped[order[i]] = true;
		n = (size_t)trim->node_count;
	}
	if (!trim->node_count && !(trim->node_fraction > 0))
		memset(nv->is_dropped, 0, sizeof(nv->is_dropped));
	naive_build(nv);
	for (size_t i = 0; i < nv->n; i++) {
		for (size_t k = 0; k < nv->n; k++) {
			struct naive_edge *edge = &nv->edges[i][k];

			if (size_of(edge->v[0]) < edge_cut)
				edge->is_there = false;
		}
	}
	return n;
}

static enum inline_mark naive_mark(const struct naive *nv, size_t node)
{
	bool inlined = false, called = false;

	for (size_t i = 0; i < nv->n; i++) {
		if (!nv->edges[i][node].is_there)
			continue;
		called = called || nv->edges[i][node].is_called;
		inlined = inlined || !nv->edges[i][node].is_called;
	}
	if (!inlined)
		return INLINE_NEVER;
	return called ? INLINE_SOMETIMES : INLINE_ALWAYS;
}

static bool same_str(struct str s, const char *text)
{
	return s.n == strlen(text) && !memcmp(s.s, text, s.n);
}

/* Says once what is not the same. */
static bool differs(const char *what, const char *name)
{
	printf("# %s of \"%s\" is another\n", what, name);
	return false;
}

static bool same_rows(const struct naive *nv, const size_t *order, size_t n,
		      const struct top *top)
{
	if (n != top->order.n)
		return differs("the number of nodes", "all");
	for (size_t i = 0; i < n; i++) {
		uint32_t node = top->order.at[i];
		const struct graph_value *flat = &top->graph.flat[node];
		const struct graph_value *cum = &top->graph.cum[node];
		const char *name = nv->names[order[i]];

		if (!same_str(top->lens->nodes.at.at[node].name, name))
			return differs("the place", name);
		if (flat->v[0] != nv->flat[order[i]][0] ||
		    flat->v[1] != nv->flat[order[i]][1])
			return differs("flat", name);
		if (cum->v[0] != nv->cum[order[i]][0] ||
		    cum->v[1] != nv->cum[order[i]][1])
			return differs("cum", name);
		if (top->inlines[node] != naive_mark(nv, order[i]))
			return differs("the mark", name);
	}
	return true;
}

/* The node of the plain computation that a node of the lens is. */
static size_t naive_of(const struct naive *nv, const struct lens *lens,
		       uint32_t node)
{
	const struct node_info *info = &lens->nodes.at.at[node].info;
	char key[512];
	size_t i;

	snprintf(key, sizeof(key), "{%s  %" PRIu64 " %s %" PRId64 " %" PRId64
		 " %" PRId64 " %s}", profile_str(nv->p, info->name).s,
		 info->address, strings_at(&lens->nodes.files, info->file).s,
		 info->start_line, info->line, info->column,
		 profile_str(nv->p, info->object).s);
	for (i = 0; i < nv->n && strcmp(nv->keys[i], key); i++)
		;
	return i;
}

static bool same_edges(const struct naive *nv, const struct graph *graph,
		       const struct lens *lens)
{
	size_t n = 0;

	for (size_t i = 0; i < nv->n; i++)
		for (size_t k = 0; k < nv->n; k++)
			n += nv->edges[i][k].is_there;
	if (n != graph->edges.n)
		return differs("the number of edges", "all");
	for (size_t i = 0; i < n; i++) {
		const struct edge *edge = &graph->edges.at[i];
		size_t from = naive_of(nv, lens, edge->from);
		size_t to = naive_of(nv, lens, edge->to);
		const struct naive_edge *want;

		if (from == nv->n || to == nv->n)
			return differs("the end", "an edge");
		want = &nv->edges[from][to];
		if (!want->is_there || edge->weight.v[0] != want->v[0] ||
		    edge->weight.v[1] != want->v[1] ||
		    edge->is_inline == want->is_called ||
		    edge->is_residual != want->is_residual)
			return differs("an edge", nv->names[to]);
	}
	return true;
}

/* A view evaluated, by our means. */
struct eval {
	struct lens *lens;
	struct lanes lanes;
	struct top top;
};

static void eval_init(struct eval *e, const struct profile *p,
		      const struct view *view, const struct trim *trim)
{
	struct err err;

	e->lens = lens_new(p, view, NULL, &err);
	if (!e->lens)
		die("%s", err.text);
	lanes_init(&e->lanes, p, view);
	top_init(&e->top, e->lens, &e->lanes, trim, NULL);
}

static void eval_release(struct eval *e)
{
	top_release(&e->top);
	lanes_release(&e->lanes);
	lens_free(e->lens);
}

static const struct trim trims[] = {
	{ .all_edges = true },
	{ .all_edges = true, .by_cum = true, .node_count = 5 },
	{ .all_edges = true, .node_fraction = 0.05, .edge_fraction = 0.02 },
	{ .node_count = 3, .node_fraction = 0.005, .edge_fraction = 0.001 },
	{ .by_cum = true },
};

/* One view of one profile, trimmed in one way, both ways. */
static bool check_view(const struct profile *p, const struct view *view,
		       const struct trim *trim)
{
	size_t order[NODES_MAX], n;
	struct naive *nv;
	struct eval e;
	int64_t sum = 0;
	bool good;

	eval_init(&e, p, view, trim);
	nv = naive_new(p, view, &e.lanes);
	n = naive_trim(nv, trim, order);
	good = same_rows(nv, order, n, &e.top) &&
	       (!trim->all_edges || same_edges(nv, &e.top.graph, e.lens));
	for (size_t i = 0; i < e.top.order.n; i++)
		sum += e.top.graph.flat[e.top.order.at[i]].v[0];
	if (!trim->node_count && !(trim->node_fraction > 0) &&
	    sum != nv->shown)
		good = differs("the sum of flat", "all that is shown");
	naive_free(nv);
	eval_release(&e);
	return good;
}

static const char *const texts[] = {
	"main", "alloc", "parse", "json", "vector", "go", "server", "libc",
	"runtime", "a", "e", "x", "operator new", "func1", "nothing at all",
};

/* None matches pprof::base:true, which a side of a pair may have. */
static const char *const tag_texts[] = {
	"one", "tenant", "thread:two", "latency=o", "bytes=", "GET", "nothing",
};

/* Subtracting may take the row away that a unit comes from. */
static const char *const number_texts[] = {
	"0:1000000", "thread=-1000000:0", "-5b:1000000b", "tenant=0b:1000000b",
	"request=-1000000b:1000000000b", "latency=0:1000000000",
};

static const char *any_text(enum filter_kind kind, bool numbers)
{
	if (!filter_is_tag(kind))
		return texts[below(ARRAY_SIZE(texts))];
	if (kind == FILTER_TAGSHOW || kind == FILTER_TAGHIDE)
		return "e";
	if (numbers && below(2))
		return number_texts[below(ARRAY_SIZE(number_texts))];
	return tag_texts[below(ARRAY_SIZE(tag_texts))];
}

static void add_some(struct view *view, unsigned int n, bool numbers)
{
	while (n--) {
		enum filter_kind kind = (enum filter_kind)below(FILTER_KINDS);

		filters_add(&view->filters, kind, any_text(kind, numbers));
	}
}

static void add_filters(struct view *view, unsigned int n)
{
	add_some(view, n, false);
}

static struct view any_view(const struct profile *p)
{
	struct view view = {
		.type = below((unsigned int)p->types.n),
		.granularity = (enum granularity)below(5),
		.no_inlines = !below(3),
		.show_columns = !below(3),
		.object_names = !below(4),
	};

	return view;
}

static void print_view(const char *name, uint64_t seed,
		       const struct view *view)
{
	printf("# %s, seed %" PRIu64 ", type %zu, granularity %d, compare %d, "
	       "%s inlines", name, seed, view->type, (int)view->granularity,
	       (int)view->compare, view->no_inlines ? "no" : "with");
	for (size_t i = 0; i < view->filters.n; i++)
		printf(" %s=%s", filter_name(view->filters.at[i].kind),
		       view->filters.at[i].text);
	printf("\n");
}

static struct gather_source source_of(const struct buf *bytes)
{
	return (struct gather_source){
		.path = "memory", .data = (const uint8_t *)buf_str(bytes),
		.n = bytes->n,
	};
}

static void gather_one(struct profile *p, const struct buf *bytes)
{
	struct gather_source source = source_of(bytes);
	struct gather gather = {
		.sources = &source, .n_sources = 1, .limits.mem = &mem,
	};
	struct err err;

	if (gather_profile(p, &gather, &err))
		die("%s", err.text);
}

enum pairing { BESIDE, SUBTRACTED, MARKED };

static void gather_pair(struct profile *p, const struct buf *now,
			const struct buf *base, enum pairing pairing)
{
	struct gather_source source = source_of(now), other = source_of(base);
	struct gather gather = {
		.sources = &source, .n_sources = 1, .base = &other,
		.two_sides = pairing == BESIDE,
		.is_diff_base = pairing == MARKED, .limits.mem = &mem,
	};
	struct err err;

	if (gather_profile(p, &gather, &err))
		die("%s", err.text);
}

/* Many views of many profiles are what the plain computation makes them. */
static void test_single(void)
{
	unsigned int n = 0, n_bad = 0;

	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct buf bytes = BUF_INIT;
		struct profile p;

		state = seed;
		gen_profile(&bytes, seed, NULL);
		gather_one(&p, &bytes);
		for (unsigned int i = 0; i < 30 && n_bad < 5; i++, n++) {
			struct view view = any_view(&p);

			add_some(&view, i % 4, true);
			if (!check_view(&p, &view,
					&trims[i % ARRAY_SIZE(trims)])) {
				n_bad++;
				print_view("alone", seed, &view);
			}
			view_release(&view);
		}
		profile_release(&p);
		buf_release(&bytes);
	}
	is_int(n_bad, 0, "%u views are what plain counting gives", n);
}

/* A sample's numbers, all packed or none, and the rest of it. */
static void repack_sample(struct buf *out, struct wire record, bool packs)
{
	struct buf numbers[3] = { BUF_INIT, BUF_INIT, BUF_INIT };
	struct buf sample = BUF_INIT;
	struct wire_field f;
	uint64_t v = 0;

	while (record.at < record.end) {
		const uint8_t *start = record.at;

		wire_field(&record, &f);
		if (f.number != 1 && f.number != 2) {
			buf_add(&sample, (const char *)start,
				(size_t)(record.at - start));
			continue;
		}
		if (f.type == WIRE_VARINT && packs)
			build_varint(&numbers[f.number], f.value);
		else if (f.type == WIRE_VARINT)
			build_uint(&numbers[f.number], f.number, f.value);
		while (f.type == WIRE_LEN && f.bytes.at < f.bytes.end) {
			wire_varint(&f.bytes, &v);
			if (!packs)
				build_varint(&numbers[f.number],
					     f.number << 3);
			build_varint(&numbers[f.number], v);
		}
	}
	for (unsigned int i = 1; i < 3; i++) {
		if (packs)
			build_message(&sample, i, &numbers[i]);
		else
			buf_add(&sample, buf_str(&numbers[i]), numbers[i].n);
		buf_release(&numbers[i]);
	}
	build_message(out, 2, &sample);
}

enum rewriting { PACKS = 1, REVERSES = 2, UNMAPS = 4 };

/*
 * The tables in the order of their fields, or the other way round, with or
 * without mappings.
 */
static void rewrite(struct buf *out, const struct buf *bytes, int how)
{
	const uint8_t *start = (const uint8_t *)buf_str(bytes);

	for (unsigned int i = 0; i < 17; i++) {
		struct wire wire = { start, start + bytes->n };
		unsigned int wanted = how & REVERSES ? 16 - i : i;
		struct wire_field f;

		while (wire.at < wire.end) {
			const uint8_t *at = wire.at;

			wire_field(&wire, &f);
			if (f.number != wanted ||
			    (f.number == 3 && how & UNMAPS))
				continue;
			if (f.number == 2)
				repack_sample(out, f.bytes, how & PACKS);
			else
				buf_add(out, (const char *)at,
					(size_t)(wire.at - at));
		}
	}
}

static void gen_pair(struct buf *now, struct buf *base, uint64_t seed)
{
	const struct gen_options o = { .types = 3, .plain = true };

	buf_clear(now);
	buf_clear(base);
	gen_profile(now, seed, &o);
	gen_profile(base, seed + 100000, &o);
}

/* The same of pairs, in each mode of comparison. */
static void test_pairs(void)
{
	struct buf now = BUF_INIT, base = BUF_INIT;
	unsigned int n = 0, n_bad = 0;

	for (uint64_t seed = 0; seed < SEEDS / 2; seed++) {
		struct profile p;

		state = seed;
		gen_pair(&now, &base, seed);
		gather_pair(&p, &now, &base, BESIDE);
		for (unsigned int i = 0; i < 20 && n_bad < 5; i++, n++) {
			struct view view = any_view(&p);

			view.compare = (enum compare)(i % 4);
			view.is_diff_base = i / 4 % 2;
			add_filters(&view, i % 3);
			if (!check_view(&p, &view,
					&trims[i % ARRAY_SIZE(trims)])) {
				n_bad++;
				print_view("pair", seed, &view);
			}
			view_release(&view);
		}
		profile_release(&p);
	}
	is_int(n_bad, 0, "%u views of pairs are, too", n);
	buf_release(&now);
	buf_release(&base);
}

/* Values of a top by printed name, which several nodes may share. */
static bool find_sum(const struct top *top, struct str name, int lane,
		     struct graph_value *sum)
{
	bool found = false;

	*sum = (struct graph_value){ { 0, 0 } };
	for (size_t i = 0; i < top->order.n; i++) {
		uint32_t node = top->order.at[i];

		if (str_cmp(top->lens->nodes.at.at[node].name, name))
			continue;
		found = true;
		sum->v[0] += top->graph.flat[node].v[lane];
		sum->v[1] += top->graph.cum[node].v[lane];
	}
	return found;
}

/* Whether lane a of one top is `sign` times lane b of the other. */
static bool same_lanes(const struct top *x, int a, const struct top *y, int b,
		       int sign)
{
	for (size_t i = 0; i < x->order.n; i++) {
		struct str name = x->lens->nodes.at.at[x->order.at[i]].name;
		struct graph_value v, w;

		find_sum(x, name, a, &v);
		find_sum(y, name, b, &w);
		if (v.v[0] != sign * w.v[0] || v.v[1] != sign * w.v[1])
			return differs("flat or cum", name.s);
	}
	return true;
}

/* Three profiles: both sides, and each alone. */
struct trio {
	struct profile both, swapped, now, base;
};

static bool check_trio(const struct trio *t, struct view view)
{
	static const struct trim all = { .all_edges = false };
	struct eval both, now, base, change, back;
	bool good;

	view.compare = COMPARE_BOTH;
	eval_init(&both, &t->both, &view, &all);
	view.compare = COMPARE_DIFFERENCE;
	eval_init(&change, &t->both, &view, &all);
	eval_init(&back, &t->swapped, &view, &all);
	view.compare = COMPARE_CURRENT;
	eval_init(&now, &t->now, &view, &all);
	eval_init(&base, &t->base, &view, &all);
	good = same_lanes(&both.top, 0, &now.top, 0, 1) &&
	       same_lanes(&now.top, 0, &both.top, 0, 1) &&
	       same_lanes(&both.top, 1, &base.top, 0, 1) &&
	       same_lanes(&base.top, 0, &both.top, 1, 1) &&
	       same_lanes(&change.top, 0, &back.top, 0, -1) &&
	       same_lanes(&back.top, 0, &change.top, 0, -1) &&
	       both.lanes.totals[0] == now.lanes.totals[0] &&
	       both.lanes.totals[1] == base.lanes.totals[0] &&
	       change.lanes.totals[0] == back.lanes.totals[0];
	eval_release(&both);
	eval_release(&change);
	eval_release(&back);
	eval_release(&now);
	eval_release(&base);
	return good;
}

/*
 * Mappings that are matched by build id take the file and the addresses of
 * the first, and so do the names made of those.
 */
static void unmap(struct buf *bytes)
{
	struct buf out = BUF_INIT;

	rewrite(&out, bytes, UNMAPS);
	buf_release(bytes);
	*bytes = out;
}

/*
 * Side by side each side is what it is alone, and a difference turned round
 * has every sign turned round.
 */
static void test_sides(void)
{
	struct buf now = BUF_INIT, base = BUF_INIT;
	unsigned int n = 0, n_bad = 0;

	for (uint64_t seed = 0; seed < SEEDS / 2; seed++) {
		struct trio t;

		state = seed;
		gen_pair(&now, &base, seed);
		unmap(&now);
		unmap(&base);
		gather_pair(&t.both, &now, &base, BESIDE);
		gather_pair(&t.swapped, &base, &now, BESIDE);
		/* Merged with nothing, since merging makes totals of rows. */
		gather_pair(&t.now, &now, &now, BESIDE);
		gather_pair(&t.base, &base, &base, BESIDE);
		for (unsigned int i = 0; i < 10 && n_bad < 5; i++, n++) {
			struct view view = any_view(&t.both);

			add_filters(&view, i % 3);
			if (!check_trio(&t, view)) {
				n_bad++;
				print_view("sides", seed, &view);
			}
			view_release(&view);
		}
		profile_release(&t.both);
		profile_release(&t.swapped);
		profile_release(&t.now);
		profile_release(&t.base);
	}
	is_int(n_bad, 0, "%u views by sides", n);
	buf_release(&now);
	buf_release(&base);
}

/* Whether two tops list the same, row for row. */
static bool same_tops(const struct top *x, const struct top *y)
{
	if (x->lanes->totals[0] != y->lanes->totals[0])
		return differs("the total", "all");
	if (x->order.n != y->order.n || x->n_dropped != y->n_dropped ||
	    x->n_before != y->n_before)
		return differs("the number of nodes", "all");
	for (size_t i = 0; i < x->order.n; i++) {
		uint32_t a = x->order.at[i], b = y->order.at[i];
		struct str name = x->lens->nodes.at.at[a].name;

		if (str_cmp(name, y->lens->nodes.at.at[b].name))
			return differs("the place", name.s);
		if (x->graph.flat[a].v[0] != y->graph.flat[b].v[0] ||
		    x->graph.cum[a].v[0] != y->graph.cum[b].v[0])
			return differs("flat or cum", name.s);
		if (x->inlines[a] != y->inlines[b])
			return differs("the mark", name.s);
	}
	return true;
}

static bool check_report(const struct profile *two, const struct profile *one,
			 struct view view, const struct trim *trim)
{
	struct eval screen, report;
	bool good;

	view.compare = COMPARE_DIFFERENCE;
	eval_init(&screen, two, &view, trim);
	view.compare = COMPARE_CURRENT;
	view.is_diff_base = false;
	eval_init(&report, one, &view, trim);
	good = same_tops(&screen.top, &report.top);
	eval_release(&screen);
	eval_release(&report);
	return good;
}

/* The difference on the screen is the one in the report. */
static void test_reports(void)
{
	struct buf now = BUF_INIT, base = BUF_INIT;
	unsigned int n = 0, n_bad = 0;

	for (uint64_t seed = 0; seed < SEEDS / 2; seed++) {
		struct profile two, one[2];

		state = seed;
		gen_pair(&now, &base, seed);
		gather_pair(&two, &now, &base, BESIDE);
		gather_pair(&one[0], &now, &base, SUBTRACTED);
		gather_pair(&one[1], &now, &base, MARKED);
		for (unsigned int i = 0; i < 20 && n_bad < 5; i++, n++) {
			struct view view = any_view(&two);

			view.is_diff_base = i % 2;
			add_filters(&view, i % 4);
			if (!check_report(&two, &one[i % 2], view,
					  &trims[i % ARRAY_SIZE(trims)])) {
				n_bad++;
				print_view("report", seed, &view);
			}
			view_release(&view);
		}
		profile_release(&two);
		profile_release(&one[0]);
		profile_release(&one[1]);
	}
	is_int(n_bad, 0, "%u differences are those of reports", n);
	buf_release(&now);
	buf_release(&base);
}

/* A base against itself leaves nothing. */
static void test_itself(void)
{
	static const struct trim all = { .all_edges = false };
	unsigned int n_bad = 0;

	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct view view = { .compare = COMPARE_DIFFERENCE };
		struct buf bytes = BUF_INIT;
		struct profile p;
		struct eval e;

		gen_profile(&bytes, seed, NULL);
		gather_pair(&p, &bytes, &bytes, BESIDE);
		view.granularity = (enum granularity)(seed % 5);
		eval_init(&e, &p, &view, &all);
		n_bad += e.top.order.n != 0 || e.lanes.totals[0] != 0;
		eval_release(&e);
		profile_release(&p);
		gather_pair(&p, &bytes, &bytes, SUBTRACTED);
		n_bad += p.rows.n != 0;
		profile_release(&p);
		buf_release(&bytes);
	}
	is_int(n_bad, 0, "a base against itself is all zero");
}

/* The order of filters does not matter, nor do they touch the total. */
static void test_orders(void)
{
	static const struct trim all = { .all_edges = true };
	unsigned int n_bad = 0, n = 0;

	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct buf bytes = BUF_INIT;
		struct view view, other;
		struct profile p;
		struct eval a, b;

		state = seed;
		gen_profile(&bytes, seed, NULL);
		gather_one(&p, &bytes);
		view = any_view(&p);
		other = view;
		filters_add(&view.filters, FILTER_FOCUS, texts[seed % 10]);
		filters_add(&view.filters, FILTER_IGNORE,
			    texts[seed / 10 % 10]);
		filters_add(&view.filters, FILTER_HIDE, texts[seed / 3 % 15]);
		for (size_t i = view.filters.n; i--; )
			filters_add(&other.filters, view.filters.at[i].kind,
				    view.filters.at[i].text);
		eval_init(&a, &p, &view, &all);
		eval_init(&b, &p, &other, &all);
		n_bad += !same_tops(&a.top, &b.top);
		n += a.top.order.n > 0;
		eval_release(&b);
		filters_clear(&other.filters);
		eval_init(&b, &p, &other, &all);
		n_bad += a.lanes.totals[0] != b.lanes.totals[0];
		eval_release(&a);
		eval_release(&b);
		view_release(&view);
		profile_release(&p);
		buf_release(&bytes);
	}
	is_int(n_bad, 0, "focus, ignore and hide commute");
	ok(n > SEEDS / 10, "where something is left (%u)", n);
}

/* Where nothing is negative, what a node calls is part of it. */
static void test_positive(void)
{
	static const struct gen_options o = { .positive = true };
	static const struct trim all = { .all_edges = true };
	unsigned int n_bad = 0;

	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct buf bytes = BUF_INIT;
		struct view view;
		struct profile p;
		struct eval e;

		state = seed;
		gen_profile(&bytes, seed, &o);
		gather_one(&p, &bytes);
		view = any_view(&p);
		eval_init(&e, &p, &view, &all);
		for (size_t i = 0; i < e.top.order.n; i++) {
			uint32_t node = e.top.order.at[i];
			int64_t flat = e.top.graph.flat[node].v[0];
			int64_t cum = e.top.graph.cum[node].v[0];

			n_bad += flat < 0 || cum < flat ||
				 cum > e.lanes.totals[0];
		}
		eval_release(&e);
		profile_release(&p);
		buf_release(&bytes);
	}
	is_int(n_bad, 0, "0 <= flat <= cum <= total");
}

static void dump(struct buf *out, const struct buf *bytes)
{
	struct profile p;

	gather_one(&p, bytes);
	build_dump(out, &p);
	profile_release(&p);
}

/* How it was written does not matter. */
static void test_writing(void)
{
	unsigned int n_bad = 0;

	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct buf bytes = BUF_INIT, want = BUF_INIT;

		gen_profile(&bytes, seed, NULL);
		dump(&want, &bytes);
		for (int i = 0; i < 4; i++) {
			struct buf again = BUF_INIT, got = BUF_INIT;

			rewrite(&again, &bytes, i);
			dump(&got, &again);
			n_bad += strcmp(buf_str(&want), buf_str(&got)) != 0;
			buf_release(&again);
			buf_release(&got);
		}
		buf_release(&bytes);
		buf_release(&want);
	}
	is_int(n_bad, 0, "packed or not, in any order, a profile is the same");
}

int main(void)
{
	test_single();
	test_pairs();
	test_sides();
	test_reports();
	test_itself();
	test_orders();
	test_positive();
	test_writing();
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
