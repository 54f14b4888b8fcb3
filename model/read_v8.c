/*
 * Profiles of V8, the JavaScript engine of Node.js and Chrome: .cpuprofile and
 * .heapprofile (Chrome DevTools protocol: Profiler.Profile,
 * HeapProfiler.SamplingHeapProfile).  v8tree.h has their tree of calls.
 * "(idle)", "(program)" and "(garbage collector)" are functions as others are,
 * so that totals are whole.
 *
 * Of processor time there are two sample types, as pprof for Node.js has them:
 *
 *	samples/count		how often a node was found running
 *	wall/microseconds	a sample lasts until the next one, and the last
 *				until the end; time that runs backwards, which
 *				V8 writes now and then, stands still
 *
 * Before 2016 each sample had a time ("timestamps"), and the start and the end
 * were seconds: those are not read.
 *
 * Without "samples" they come from hit counts, by which the time is shared
 * out.  Where the lines of a function have counts of their own (positionTicks),
 * its samples are shared out by those, and a row is the function at a line.
 *
 * Of a heap they are samples/count, how many allocations were sampled, where
 * the file says so, and space/bytes, what is still there of them.  V8 lists
 * samples whose node it leaves out now and then; they are left out here, too.
 */
#include "config.h"

#include <string.h>

#include "model/format.h"
#include "model/jsonwalk.h"
#include "model/lanes.h"
#include "model/rows.h"
#include "model/v8tree.h"

/* Samples, and what they come to: microseconds or bytes. */
struct sum {
	int64_t samples, amount;
};

struct v8 {
	struct profile *profile;
	struct jsonwalk walk;
	struct tables tables;
	struct rows rows;
	struct v8tree tree;
	VEC(uint32_t) samples;		/* numbers of ids of nodes */
	VEC(int64_t) deltas;		/* microseconds in front of each */
	int64_t start, end;		/* microseconds */
	bool has_end, is_heap;
	bool has_head, has_stamps;
	size_t n_missing;		/* samples of nodes not in the file */
	struct err first_missing;
	VEC(struct sum) nodes;		/* by node */
	VEC(struct sum) sums;		/* by row */
};

/* A sample is the id of a node or, of a heap, an object that has one. */
static int take_sample(struct jsonitem item, void *data, struct err *err)
{
	struct v8 *v = data;
	int64_t id;

	if (jsonitem_int(jsonitem_get(item, "nodeId"), &id))
		v->is_heap = true;
	else if (!jsonitem_int(item, &id))
		return err_fail(err, "sample %zu has no id of a node",
				v->samples.n);
	*vec_push(v->profile->mem, &v->samples) = v8tree_number(&v->tree, id);
	return 0;
}

static int take_delta(struct jsonitem item, void *data, struct err *err)
{
	struct v8 *v = data;
	int64_t delta;

	if (!jsonitem_int(item, &delta))
		return err_fail(err, "time %zu is no number of 64 bits",
				v->deltas.n);
	*vec_push(v->profile->mem, &v->deltas) = delta;
	return 0;
}

static int read_nodes(struct jsonwalk *walk, void *data, struct err *err)
{
	struct v8 *v = data;

	return v8tree_read_list(&v->tree, walk, err);
}

static int read_head(struct jsonwalk *walk, void *data, struct err *err)
{
	struct v8 *v = data;

	v->has_head = true;
	return v8tree_read_head(&v->tree, walk, err);
}

static int read_stamps(struct jsonwalk *walk, void *data, struct err *err)
{
	struct v8 *v = data;

	v->has_stamps = true;
	return jsonwalk_items(walk, take_delta, v, err);
}

static int read_start(struct jsonwalk *walk, void *data, struct err *err)
{
	struct v8 *v = data;

	return jsonwalk_int(walk, &v->start, err);
}

static int read_end(struct jsonwalk *walk, void *data, struct err *err)
{
	struct v8 *v = data;

	v->has_end = true;
	return jsonwalk_int(walk, &v->end, err);
}

static const struct jsonwalk_member members[] = {
	{ "nodes", .read = read_nodes },
	{ "head", .read = read_head },
	{ "samples", .take_each = take_sample },
	{ "timeDeltas", .take_each = take_delta },
	{ "timestamps", .read = read_stamps },
	{ "startTime", .read = read_start },
	{ "endTime", .read = read_end },
	{ .key = NULL },
};

/* Times of samples become what is between them. */
static void take_differences(struct v8 *v)
{
	v->has_end = v->has_stamps && v->deltas.n;
	if (!v->has_end)
		return;
	v->start = v->deltas.at[0];
	v->end = v->deltas.at[v->deltas.n - 1];
	for (size_t i = v->deltas.n - 1; i; i--)
		v->deltas.at[i] = lanes_sub(v->deltas.at[i],
					    v->deltas.at[i - 1]);
	v->deltas.at[0] = 0;
}

/* Microseconds from the start to the end, 0 when they are not known. */
static int64_t duration(const struct v8 *v)
{
	if (!v->has_end || v->end <= v->start ||
	    (v->start < 0 && v->end > INT64_MAX + v->start))
		return 0;
	return v->end - v->start;
}

/*
 * The time from a sample to the next one.  *now is when it was taken, *latest
 * the latest that one was; both move on.
 */
static int64_t lasts(const struct v8 *v, size_t i, int64_t *now,
		     int64_t *latest)
{
	int64_t from = *latest;

	*now = i + 1 < v->samples.n ? rows_sum(*now, v->deltas.at[i + 1]) :
				      duration(v);
	if (*now <= from)
		return 0;
	*latest = *now;
	return rows_sum(*now, -from);
}

/* Adds up the samples of each node. */
static void count_samples(struct v8 *v)
{
	int64_t now = v->deltas.n ? v->deltas.at[0] : 0, latest = now;

	for (size_t i = 0; i < v->samples.n; i++) {
		int64_t time = v->deltas.n ? lasts(v, i, &now, &latest) : 0;
		struct sum *sum;
		uint32_t node;
		struct err why;

		if (v8tree_find(&v->tree, v->samples.at[i], &node, &why)) {
			if (!v->n_missing++)
				v->first_missing = why;
			continue;
		}
		sum = &v->nodes.at[node];
		sum->samples++;
		sum->amount = rows_sum(sum->amount, time);
	}
}

/*
 * What of an amount falls on the n after the first `before` of all that share
 * it: shares of all add up to the amount.
 */
static int64_t share(int64_t amount, int64_t before, int64_t n, int64_t all)
{
	if (!all)
		return 0;
	return (int64_t)((__int128)amount * (before + n) / all) -
	       (int64_t)((__int128)amount * before / all);
}

/* Without a list of samples. */
static int count_hits(struct v8 *v, struct err *err)
{
	int64_t all = 0, before = 0;

	for (size_t i = 0; i < v->nodes.n; i++)
		all = rows_sum(all, v->tree.nodes.at[i].hits);
	if (all == INT64_MAX)
		return err_fail(err, "hitCounts are too large");
	for (size_t i = 0; i < v->nodes.n; i++) {
		int64_t hits = v->tree.nodes.at[i].hits;

		v->nodes.at[i] = (struct sum){
			hits, share(duration(v), before, hits, all)
		};
		before += hits;
	}
	return 0;
}

static int count(struct v8 *v, struct err *err)
{
	for (size_t i = 0; i < v->tree.nodes.n; i++)
		*vec_push(v->profile->mem, &v->nodes) = (struct sum){
			.amount = v->is_heap ? v->tree.nodes.at[i].size : 0
		};
	if (v->deltas.n && v->deltas.n != v->samples.n)
		return err_fail(err, "there are %zu samples and %zu "
				"times", v->samples.n, v->deltas.n);
	if (v->is_heap)
		v->deltas.n = 0;
	if (!v->samples.n && !v->is_heap)
		return count_hits(v, err);
	count_samples(v);
	if (v->n_missing && v->n_missing == v->samples.n)
		return err_fail(err, "samples: %s", v->first_missing.text);
	return 0;
}

/* Adds to the row of the stack that was climbed. */
static int add_sum(struct v8 *v, struct sum sum, struct err *err)
{
	struct rows_key key = {
		.frames = v->tree.stack.at, .n = v->tree.stack.n
	};
	struct sum *to;
	uint32_t row;

	if (!sum.samples && !sum.amount)
		return 0;
	if (rows_number(&v->rows, &key, &row, err))
		return -1;
	if (row == v->sums.n)
		*vec_push(v->profile->mem, &v->sums) = (struct sum){ 0 };
	to = &v->sums.at[row];
	to->samples = rows_sum(to->samples, sum.samples);
	to->amount = rows_sum(to->amount, sum.amount);
	return 0;
}

static int64_t count_ticks(const struct v8 *v, const struct v8_node *node)
{
	int64_t all = 0;

	for (uint32_t i = 0; i < node->n_ticks; i++)
		all = rows_sum(all, v->tree.ticks.at[node->first_tick + i].n);
	return all;
}

/* A row for each line of a node whose lines are counted. */
static int add_lines(struct v8 *v, uint32_t number, int64_t all,
		     struct err *err)
{
	struct v8_node node = v->tree.nodes.at[number];
	struct sum sum = v->nodes.at[number];
	int64_t before = 0;

	for (uint32_t i = 0; i < node.n_ticks; i++) {
		struct v8_tick tick = v->tree.ticks.at[node.first_tick + i];
		struct sum part = {
			share(sum.samples, before, tick.n, all),
			share(sum.amount, before, tick.n, all)
		};

		v->tree.stack.at[0] = v8tree_at_line(&v->tree, &node,
						     tick.line);
		if (add_sum(v, part, err))
			return -1;
		before += tick.n;
	}
	return 0;
}

/* What climbs a stack adds it up, too, so that rows count all that is done. */
static int add_node(struct v8 *v, uint32_t number, struct err *err)
{
	int64_t all = v->is_heap ? 0 :
		      count_ticks(v, &v->tree.nodes.at[number]);
	struct sum sum = v->nodes.at[number];

	if (!sum.samples && !sum.amount)
		return 0;
	if (v8tree_climb(&v->tree, number, err))
		return -1;
	return all && all < INT64_MAX ? add_lines(v, number, all, err) :
					add_sum(v, sum, err);
}

static int add_rows(struct v8 *v, struct err *err)
{
	for (uint32_t i = 0; i < v->nodes.n; i++) {
		if (add_node(v, i, err))
			return -1;
	}
	return 0;
}

/* Gives the profile the sample types that the file has something of. */
static void add_values(struct v8 *v)
{
	bool has_samples = !v->is_heap || v->samples.n;
	bool has_time = v->deltas.n || (!v->samples.n && duration(v));
	int64_t *at;

	if (has_samples)
		tables_add_type(&v->tables, str_of("samples"), "count");
	if (v->is_heap)
		tables_add_type(&v->tables, str_of("space"), "bytes");
	else if (has_time)
		tables_add_type(&v->tables, str_of("wall"), "microseconds");
	at = rows_values(&v->rows);
	for (size_t i = 0; i < v->profile->rows.n; i++) {
		if (has_samples)
			*at++ = v->sums.at[i].samples;
		if (v->is_heap || has_time)
			*at++ = v->sums.at[i].amount;
	}
}

static void warn_missing(const struct v8 *v, const struct reading *reading)
{
	struct err note;

	if (!v->n_missing)
		return;
	err_set(&note, "%zu of %zu samples are left out: %s", v->n_missing,
		v->samples.n, v->first_missing.text);
	reading->warn(reading->data, note.text);
}

static int read_all(struct v8 *v, struct reading *reading, struct err *err)
{
	struct jsonwalk *walk = &v->walk;

	if (jsonwalk_open(walk, reading->input, v->profile->mem, err) ||
	    jsonwalk_members(walk, members, v, err) ||
	    jsonwalk_end(walk, err))
		return -1;
	if (!v->tree.nodes.n)
		return err_fail(err, "there are no nodes");
	v->is_heap = v->is_heap || v->tree.has_sizes;
	if (v->has_head || v->has_stamps)
		take_differences(v);
	if (v8tree_join(&v->tree, err) || count(v, err) || add_rows(v, err))
		return -1;
	add_values(v);
	warn_missing(v, reading);
	if (!v->is_heap && duration(v) <= INT64_MAX / 1000)
		v->profile->duration_nanos = duration(v) * 1000;
	return 0;
}

static int read_v8(struct reading *reading, struct err *err)
{
	struct v8 v = { .profile = reading->profile };
	struct mem *mem = reading->profile->mem;
	int result;

	tables_init(&v.tables, reading->profile);
	rows_init(&v.rows, &v.tables, reading->input->limits.cancel);
	v8tree_init(&v.tree, &v.tables);
	result = read_all(&v, reading, err);
	jsonwalk_release(&v.walk);
	v8tree_release(&v.tree);
	rows_release(&v.rows);
	tables_release(&v.tables);
	vec_release(mem, &v.samples);
	vec_release(mem, &v.deltas);
	vec_release(mem, &v.nodes);
	vec_release(mem, &v.sums);
	return result;
}

/* A trace of Chrome may have profiles in it, but is something else. */
static enum likeness match_v8(const struct head *head)
{
	struct str text = head->text;

	if (!head_is_object(head) || str_has(text, "\"traceEvents\""))
		return LIKENESS_NONE;
	if (!str_has(text, "\"nodes\"") && !str_has(text, "\"head\""))
		return LIKENESS_NONE;
	return str_has(text, "\"callFrame\"") ||
	       str_has(text, "\"functionName\"") ? LIKENESS_SURE :
						   LIKENESS_NONE;
}

const struct format format_v8 = {
	.name = "v8",
	.title = "profile of V8",
	.match = match_v8,
	.read = read_v8,
};
