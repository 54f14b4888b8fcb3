/*
 * model/peek: against a brute force that walks the rows of random profiles by
 * the names of functions alone; order, copies and cancelling.
 */
#include "config.h"

#include "model/peek.h"

#include <stdlib.h>

#include "tests/gen.h"
#include "tests/tap.h"

enum { NAMES_MAX = 64, SEEDS = 40 };

static struct mem mem;

/* An edge as the brute force has it, between two numbers of names. */
struct sum {
	int64_t v[2];
	bool is_met, is_called;		/* called: once it was not inlined */
};

struct brute {
	const struct profile *profile;
	struct str names[NAMES_MAX];
	size_t n;
	struct sum edges[NAMES_MAX][NAMES_MAX];
	int64_t flat[NAMES_MAX][2], cum[NAMES_MAX][2];
};

/* A frame of a stack, root first. */
struct frame {
	size_t name;
	bool is_inlined;
};

static const struct gen_options generated = {
	.plain = true, .symbolized = true, .types = 2,
};

static bool same(struct str a, struct str b)
{
	return a.n == b.n && !memcmp(a.s, b.s, a.n);
}

static size_t name_number(struct brute *brute, struct str name)
{
	for (size_t i = 0; i < brute->n; i++)
		if (same(brute->names[i], name))
			return i;
	if (brute->n == NAMES_MAX)
		abort();
	brute->names[brute->n] = name;
	return brute->n++;
}

static size_t expand(struct brute *brute, const struct row *row,
		     struct frame *frames, size_t max)
{
	const struct profile *p = brute->profile;
	size_t n = 0;

	for (uint32_t i = row->depth; i--; ) {
		struct loc_id id = p->frames.at[row->first + i];
		const struct location *loc = &p->locations.at[id.i];
		const struct line *lines = profile_lines(p, loc);

		for (uint32_t k = loc->n_lines; k--; ) {
			struct str_id name = p->funcs.at[lines[k].func.i].name;

			if (n == max)
				abort();
			frames[n].name = name_number(brute,
						     profile_str(p, name));
			frames[n++].is_inlined = k != loc->n_lines - 1;
		}
	}
	return n;
}

static void add(int64_t to[2], const int64_t value[2])
{
	to[0] += value[0];
	to[1] += value[1];
}

static void count_row(struct brute *brute, const struct row *row,
		      const int64_t value[2])
{
	static bool seen[NAMES_MAX][NAMES_MAX];
	bool is_in[NAMES_MAX] = { false };
	struct frame frames[512];
	size_t n = expand(brute, row, frames, 512);

	memset(seen, 0, sizeof(seen));
	for (size_t i = 0; i < n; i++) {
		size_t to = frames[i].name;
		size_t from = i ? frames[i - 1].name : to;
		struct sum *edge = &brute->edges[from][to];

		if (!is_in[to])
			add(brute->cum[to], value);
		is_in[to] = true;
		if (from == to || seen[from][to])
			continue;
		seen[from][to] = true;
		edge->is_met = true;
		edge->is_called |= !frames[i].is_inlined;
		add(edge->v, value);
	}
	if (n)
		add(brute->flat[frames[n - 1].name], value);
}

static void brute_fill(struct brute *brute, const struct profile *profile,
		       enum compare compare)
{
	*brute = (struct brute){ .profile = profile };
	for (size_t i = 0; i < profile->rows.n; i++) {
		int64_t v[2] = { 0, 0 };

		v[0] = profile_value(profile, SIDE_CURRENT, i, 0);
		if (compare != COMPARE_CURRENT)
			v[1] = profile_value(profile, SIDE_BASE, i, 0);
		if (compare == COMPARE_DIFFERENCE) {
			v[0] -= v[1];
			v[1] = 0;
		}
		if (v[0] || v[1])
			count_row(brute, &profile->rows.at[i], v);
	}
}

static size_t find_name(const struct brute *brute, struct str name)
{
	for (size_t i = 0; i < brute->n; i++)
		if (same(brute->names[i], name))
			return i;
	return NAMES_MAX;
}

static bool same_edge(const struct peek_edge *edge, const struct sum *sum)
{
	return sum->is_met && edge->weight.v[0] == sum->v[0] &&
	       edge->weight.v[1] == sum->v[1] &&
	       edge->is_inline == !sum->is_called;
}

/* All edges of one direction, each once. */
static bool same_edges(const struct brute *brute, size_t centre,
		       const struct peek_edges *edges, bool are_callers)
{
	size_t n = 0;

	for (size_t i = 0; i < brute->n; i++)
		n += are_callers ? brute->edges[i][centre].is_met :
				   brute->edges[centre][i].is_met;
	for (size_t i = 0; i < edges->n; i++) {
		size_t other = find_name(brute, edges->at[i].name);

		if (other == NAMES_MAX ||
		    !same_edge(&edges->at[i], are_callers ?
			       &brute->edges[other][centre] :
			       &brute->edges[centre][other]))
			return false;
		for (size_t k = 0; k < i; k++)
			if (same(edges->at[k].name, edges->at[i].name))
				return false;
	}
	return n == edges->n;
}

static bool is_sorted(const struct peek_edges *edges)
{
	for (size_t i = 1; i < edges->n; i++) {
		const struct peek_edge *a = &edges->at[i - 1], *b = a + 1;
		int64_t x = lanes_abs(a->weight.v[0]);
		int64_t y = lanes_abs(b->weight.v[0]);

		if (x < y)
			return false;
		if (x == y && !a->weight.v[1] && !b->weight.v[1] &&
		    str_cmp(a->name, b->name) >= 0)
			return false;
	}
	return true;
}

static bool same_peek(const struct brute *brute, const struct lens *lens,
		      const struct lanes *lanes, uint32_t node)
{
	size_t centre = find_name(brute, lens->nodes.at.at[node].name);
	struct peek peek;
	bool result = peek_init(&peek, lens, lanes, node, NULL);

	result = result && same(peek.name, lens->nodes.at.at[node].name);
	if (centre == NAMES_MAX)
		result = result && !peek.cum.v[0] && !peek.callers.n &&
			 !peek.callees.n;
	else
		result = result && is_sorted(&peek.callers) &&
			 is_sorted(&peek.callees) &&
			 peek.flat.v[0] == brute->flat[centre][0] &&
			 peek.flat.v[1] == brute->flat[centre][1] &&
			 peek.cum.v[0] == brute->cum[centre][0] &&
			 peek.cum.v[1] == brute->cum[centre][1] &&
			 same_edges(brute, centre, &peek.callers, true) &&
			 same_edges(brute, centre, &peek.callees, false);
	peek_release(&peek);
	return result;
}

static bool same_peeks(const struct profile *profile, enum compare compare)
{
	static struct brute brute;
	struct view view = { .compare = compare };
	struct err err;
	struct lens *lens = lens_new(profile, &view, NULL, &err);
	struct lanes lanes;
	bool result = true;

	if (!lens)
		return false;
	lanes_init(&lanes, profile, &view);
	brute_fill(&brute, profile, compare);
	for (uint32_t i = 0; i < lens->nodes.at.n; i++)
		result = result && same_peek(&brute, lens, &lanes, i);
	lanes_release(&lanes);
	lens_free(lens);
	return result;
}

static void test_random(void)
{
	for (uint64_t seed = 1; seed <= SEEDS; seed++) {
		struct profile profile;

		if (!gen_load(&profile, &mem, seed, &generated, seed % 2))
			continue;
		ok(same_peeks(&profile, COMPARE_CURRENT),
		   "profile %d, every node", (int)seed);
		if (profile.n_sides > 1) {
			ok(same_peeks(&profile, COMPARE_DIFFERENCE),
			   "profile %d, difference", (int)seed);
			ok(same_peeks(&profile, COMPARE_BOTH),
			   "profile %d, side by side", (int)seed);
		}
		profile_release(&profile);
	}
}

/* A lens over a profile, as eval has it; for the tests below. */
static struct lens *open_lens(struct profile *profile, struct view *view,
			      struct lanes *lanes)
{
	struct err err;

	*view = (struct view){ .type = 0 };
	if (!gen_load(profile, &mem, 3, &generated, false))
		exit(1);
	lanes_init(lanes, profile, view);
	return lens_new(profile, view, NULL, &err);
}

static void test_copies(void)
{
	struct profile profile;
	struct view view;
	struct lanes lanes;
	struct lens *lens = open_lens(&profile, &view, &lanes);
	struct peek peek;
	size_t before;

	before = lens->nodes.at.at[0].name.n;
	ok(peek_init(&peek, lens, &lanes, 0, NULL), "a peek is made");
	lanes_release(&lanes);
	lens_free(lens);
	is_int(peek.name.n, before, "its name outlives the lens");
	is_int(strlen(peek.name.s), before, "and ends in a NUL");
	for (size_t i = 0; i < peek.callers.n; i++)
		is_int(strlen(peek.callers.at[i].name.s),
		       peek.callers.at[i].name.n, "so does caller %zu", i);
	peek_release(&peek);
	is_int(peek.callers.n + peek.callees.n, 0, "released is empty");
	peek_release(&peek);
	profile_release(&profile);
}

static void test_cancel(void)
{
	_Atomic bool cancel = true;
	struct profile profile;
	struct view view;
	struct lanes lanes;
	struct lens *lens = open_lens(&profile, &view, &lanes);
	struct peek peek;

	ok(!peek_init(&peek, lens, &lanes, 0, &cancel), "cancelled is said");
	is_int(peek.callers.n + peek.callees.n, 0, "and has no edges");
	peek_release(&peek);
	cancel = false;
	ok(peek_init(&peek, lens, &lanes, 0, &cancel), "not cancelled");
	peek_release(&peek);
	lanes_release(&lanes);
	lens_free(lens);
	profile_release(&profile);
}

int main(void)
{
	test_random();
	test_copies();
	test_cancel();
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
