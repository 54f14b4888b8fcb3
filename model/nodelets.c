#include "config.h"

#include "model/nodelets.h"

#include <stdlib.h>
#include <string.h>

#include "model/cancel.h"
#include "model/hash.h"
#include "model/idmap.h"
#include "model/label_units.h"

/* What a label set adds to: a text, or a number of its text. */
struct mark {
	struct str_id text, name;
	int64_t number;
};

/* The marks of a label set: marks[first .. first + n). */
struct marked {
	uint32_t first, n;
	bool is_known;
};

/* The state of filling. */
struct filler {
	struct nodelets *out;
	const struct nodelet_query *query;
	const struct profile *profile;
	struct marked *sets;		/* one a label set */
	VEC(struct mark) marks;
	struct idmap numbers;		/* to places in names */
	VEC(struct str_id) names;
	VEC(struct buf) words;		/* of the set at hand */
	struct buf text;
	struct index index;		/* of out->at */
	uint64_t seed;
	uint32_t *stamps;		/* a node each: the last row, plus 1 */
	struct graph_value value;	/* of the row at hand */
	const struct marked *set;	/* likewise */
	uint32_t stamp;
};

static bool is_bytes(const struct profile *p, const struct label *label)
{
	return label->is_num && str_is(profile_str(p, label->key), "bytes");
}

static const char *find_unit(const struct profile *p)
{
	struct label_units units;
	const char *unit = "";
	size_t i = 0;

	while (i < p->labels.n && !is_bytes(p, &p->labels.at[i]))
		i++;
	if (i == p->labels.n)
		return unit;
	label_units_init(&units, p);
	unit = label_units_of(&units, p->labels.at[i].key);
	label_units_release(&units);
	return unit;
}

static int word_order(const void *pa, const void *pb)
{
	const struct buf *a = pa, *b = pb;

	return str_cmp((struct str){ a->s, a->n }, (struct str){ b->s, b->n });
}

static void add_word(struct filler *f, const struct label *label)
{
	struct str key = profile_str(f->profile, label->key);
	struct str value = profile_str(f->profile, label->str);
	struct buf *word = vec_push(f->out->mem, &f->words);

	*word = (struct buf)BUF_INIT;
	buf_add(word, key.s, key.n);
	buf_addc(word, ':');
	buf_add(word, value.s, value.n);
}

/* That a row is of the base is told by its sign. */
static bool is_shown(const struct filler *f, const struct label *label)
{
	return tag_marks_show(&f->query->lens->tags, label->key) &&
	       !str_is(profile_str(f->profile, label->key), "pprof::base");
}

static bool is_word(const struct filler *f, const struct label *label)
{
	return !label->is_num && is_shown(f, label);
}

/* What the words of a set and their text take, both grown by doubling. */
static size_t room_of(const struct filler *f, struct label_set set)
{
	const struct label *labels = f->profile->labels.at + set.first;
	size_t n = 0;

	for (uint32_t i = 0; i < set.n; i++) {
		if (is_word(f, &labels[i]))
			n += profile_str(f->profile, labels[i].key).n +
			     profile_str(f->profile, labels[i].str).n;
	}
	return 4 * n;
}

static void join_words(struct filler *f, struct label_set set)
{
	const struct label *labels = f->profile->labels.at + set.first;

	f->words.n = 0;
	buf_clear(&f->text);
	for (uint32_t i = 0; i < set.n; i++) {
		if (is_word(f, &labels[i]))
			add_word(f, &labels[i]);
	}
	if (f->words.n > 1)
		qsort(f->words.at, f->words.n, sizeof(*f->words.at),
		      word_order);
	for (size_t i = 0; i < f->words.n; i++) {
		buf_adds(&f->text, i ? "\\n" : "");
		buf_add(&f->text, f->words.at[i].s, f->words.at[i].n);
		buf_release(&f->words.at[i]);
	}
}

/* A set may have a long value any number of times. */
static struct str_id join_text(struct filler *f, struct label_set set)
{
	size_t room = room_of(f, set);
	struct str_id id;

	mem_hold(f->out->mem, room);
	join_words(f, set);
	id = strings_intern(&f->out->strings, buf_str(&f->text), f->text.n);
	buf_release(&f->text);
	mem_let(f->out->mem, room);
	return id;
}

/* A number comes often, and printing it costs more than finding it. */
static struct str_id name_number(struct filler *f, int64_t number)
{
	uint32_t at = idmap_number(&f->numbers, (uint64_t)number);

	if (at == f->names.n) {
		buf_clear(&f->text);
		f->query->print(&f->text, number, f->out->from,
				f->query->unit);
		*vec_push(f->out->mem, &f->names) =
			strings_intern(&f->out->strings, buf_str(&f->text),
				       f->text.n);
	}
	return f->names.at[at];
}

static void add_mark(struct filler *f, struct mark mark)
{
	*vec_push(f->out->mem, &f->marks) = mark;
}

static const struct marked *find_marks(struct filler *f, struct labels_id id)
{
	struct label_set set = f->profile->label_sets.at[id.i];
	const struct label *labels = f->profile->labels.at + set.first;
	struct marked *marked = &f->sets[id.i];
	struct mark mark = { .number = 0 };

	if (marked->is_known)
		return marked;
	marked->is_known = true;
	marked->first = (uint32_t)f->marks.n;
	mark.text = join_text(f, set);
	if (mark.text.i)
		add_mark(f, mark);
	for (uint32_t i = 0; i < set.n; i++) {
		if (!is_bytes(f->profile, &labels[i]) ||
		    !is_shown(f, &labels[i]))
			continue;
		mark.number = labels[i].num;
		mark.name = name_number(f, mark.number);
		add_mark(f, mark);
	}
	marked->n = (uint32_t)f->marks.n - marked->first;
	return marked;
}

struct wanted {
	const struct nodelets *nodelets;
	const struct mark *mark;
	uint32_t node;
};

static bool same_nodelet(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;
	const struct nodelet *nodelet = &w->nodelets->at.at[number];

	return nodelet->node == w->node &&
	       nodelet->text.i == w->mark->text.i &&
	       nodelet->name.i == w->mark->name.i;
}

static struct nodelet *find_nodelet(struct filler *f, uint32_t node,
				    const struct mark *mark)
{
	struct nodelets *out = f->out;
	struct wanted wanted = { out, mark, node };
	uint64_t key = (uint64_t)mark->text.i << 32 | mark->name.i;
	uint64_t hash = hash_mix(hash_mix(f->seed, key), node);
	uint32_t number = index_find(&f->index, hash, same_nodelet, &wanted);

	if (number != INDEX_NONE)
		return &out->at.at[number];
	if (out->at.n >= INDEX_NONE)
		die("more than 4294967294 labels of nodes");
	index_add(&f->index, hash, (uint32_t)out->at.n);
	*vec_push(out->mem, &out->at) = (struct nodelet){
		.node = node, .text = mark->text, .name = mark->name,
		.number = mark->number,
	};
	return &out->at.at[out->at.n - 1];
}

static void tally(struct filler *f, uint32_t node, bool is_flat)
{
	const struct mark *marks = f->marks.at + f->set->first;

	for (uint32_t i = 0; i < f->set->n; i++) {
		struct nodelet *nodelet = find_nodelet(f, node, &marks[i]);

		graph_value_add(is_flat ? &nodelet->flat : &nodelet->cum,
			  &f->value);
	}
}

static void meet_node(struct filler *f, uint32_t node)
{
	if (!f->query->wanted[node] || f->stamps[node] == f->stamp)
		return;
	f->stamps[node] = f->stamp;
	tally(f, node, false);
}

static void walk_frames(struct filler *f, const struct loc_id *frames,
			uint32_t n)
{
	const struct lens *lens = f->query->lens;
	uint32_t leaf = NODE_NONE;

	for (uint32_t i = n; i--; ) {
		uint32_t code = lens->codes[frames[i].i];
		const uint32_t *run = lens->runs.at + (code & ~LENS_RUN);

		if (!(code & LENS_RUN)) {
			leaf = code;
			meet_node(f, leaf);
			continue;
		}
		for (uint32_t k = 1; k <= *run; k++) {
			leaf = run[k];
			meet_node(f, leaf);
		}
	}
	if (leaf != NODE_NONE && f->query->wanted[leaf])
		tally(f, leaf, true);
}

/* Makes a row the one at hand, when it counts and has what is shown. */
static bool take_row(struct filler *f, size_t number, struct lens_span *span)
{
	const struct row *row = &f->profile->rows.at[number];

	if (!row->labels.i ||
	    !lanes_take(f->query->lanes, number, f->value.v))
		return false;
	f->set = find_marks(f, row->labels);
	f->stamp = (uint32_t)number + 1;
	return f->set->n && lens_row(f->query->lens, row, span);
}

static bool walk_rows(struct filler *f)
{
	const struct profile *p = f->profile;
	struct lens_span span;

	for (size_t i = 0; i < p->rows.n; i++) {
		if (cancel_at_row(f->query->cancel, i))
			return false;
		if (take_row(f, i, &span))
			walk_frames(f, p->frames.at + p->rows.at[i].first +
				    span.lo, span.hi - span.lo);
	}
	return true;
}

/* The rows of a place in a tree stand together. */
static bool walk_place(struct filler *f, uint32_t node)
{
	const struct paths *paths = &f->query->tree->paths;
	const struct calltree_place *place = &f->query->tree->places.at[node];
	struct lens_span span;

	for (uint32_t i = place->lo; i < place->hi; i++) {
		if (cancel_at_row(f->query->cancel, i))
			return false;
		if (!take_row(f, paths->rows[i].row, &span))
			continue;
		tally(f, node, false);
		if (paths->rows[i].n == place->depth)
			tally(f, node, true);
	}
	return true;
}

static bool walk_places(struct filler *f)
{
	for (uint32_t node = 0; node < f->query->n_nodes; node++) {
		if (f->query->wanted[node] && !walk_place(f, node))
			return false;
	}
	return true;
}

static int nodelet_order(const void *pa, const void *pb)
{
	const struct nodelet *a = pa, *b = pb;

	if (a->node != b->node)
		return a->node < b->node ? -1 : 1;
	if (!a->name.i != !b->name.i)
		return !a->name.i ? -1 : 1;
	if (a->text.i != b->text.i)
		return a->text.i < b->text.i ? -1 : 1;
	return (a->name.i > b->name.i) - (a->name.i < b->name.i);
}

static bool fill(struct filler *f)
{
	struct nodelets *out = f->out;
	size_t n_sets = f->profile->label_sets.n, n = f->query->n_nodes;
	bool is_whole;

	f->sets = mem_alloc(out->mem, n_sets * sizeof(*f->sets));
	f->stamps = mem_alloc(out->mem, n * sizeof(*f->stamps));
	idmap_init(&f->numbers, out->mem);
	index_init(&f->index, out->mem);
	is_whole = f->query->tree ? walk_places(f) : walk_rows(f);
	index_release(&f->index);
	idmap_release(&f->numbers);
	vec_release(out->mem, &f->names);
	vec_release(out->mem, &f->marks);
	vec_release(out->mem, &f->words);
	buf_release(&f->text);
	mem_free(out->mem, f->stamps, n * sizeof(*f->stamps));
	mem_free(out->mem, f->sets, n_sets * sizeof(*f->sets));
	return is_whole;
}

bool nodelets_init(struct nodelets *nodelets,
		   const struct nodelet_query *query)
{
	const struct profile *p = query->lens->profile;
	struct filler f = {
		.out = nodelets, .query = query, .profile = p,
		.seed = hash_seed(),
	};
	bool is_whole;

	*nodelets = (struct nodelets){ .mem = p->mem, .from = find_unit(p) };
	strings_init(&nodelets->strings, p->mem);
	is_whole = fill(&f);
	if (nodelets->at.n)
		qsort(nodelets->at.at, nodelets->at.n,
		      sizeof(*nodelets->at.at), nodelet_order);
	return is_whole;
}

void nodelets_release(struct nodelets *nodelets)
{
	if (!nodelets->mem)
		return;
	strings_release(&nodelets->strings);
	vec_release(nodelets->mem, &nodelets->at);
	nodelets->mem = NULL;
}

void nodelets_cut(struct nodelets *nodelets, int64_t cut)
{
	size_t n = 0;

	for (size_t i = 0; i < nodelets->at.n; i++) {
		const struct nodelet *nodelet = &nodelets->at.at[i];

		if (lanes_abs(nodelet->flat.v[0]) >= cut ||
		    lanes_abs(nodelet->cum.v[0]) >= cut)
			nodelets->at.at[n++] = *nodelet;
	}
	nodelets->at.n = n;
}

/* The first place from which on nodelets are of the node or a later one. */
static size_t find_node(const struct nodelets *nodelets, uint64_t node)
{
	size_t lo = 0, hi = nodelets->at.n;

	while (lo < hi) {
		size_t middle = lo + (hi - lo) / 2;

		if (nodelets->at.at[middle].node < node)
			lo = middle + 1;
		else
			hi = middle;
	}
	return lo;
}

struct nodelet_span nodelets_of(const struct nodelets *nodelets,
				uint32_t node)
{
	struct nodelet_span span;

	span.first = span.numbers = find_node(nodelets, node);
	span.end = find_node(nodelets, (uint64_t)node + 1);
	while (span.numbers < span.end &&
	       !nodelets->at.at[span.numbers].name.i)
		span.numbers++;
	return span;
}
