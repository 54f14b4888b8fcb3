/*
 * grow SEED N [PROFILE] >OUT.pb.gz: a large heap profile that looks like a
 * small one.  The same arguments give the same profile.
 *
 * The program that the small profile is from is taken to have many more
 * packages like those it has: each function but those near the roots exists
 * in C copies, and each location in C copies of V variants, which are calls
 * from other lines.  A stack begins like one of the small profile, leaves the
 * shared root part for one of the copies, and then either follows the stack
 * it is on or calls, by way of one of three edges that each place has, into
 * another copy.  So the calls make a graph and not noise.
 *
 * Stacks are numbered like the leaves of a tree: those whose numbers agree in
 * their upper bits share their frames near the root, the more bits the more
 * frames.  They are written in a random order.
 *
 * At N = 1,000,000 that makes 130,000 locations, 32,000 functions and 23
 * million frames; smaller numbers have fewer copies.
 */
#include "config.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <zlib.h>

#include "model/arena.h"
#include "model/buf.h"
#include "model/mem.h"
#include "model/pprof.pb-c.h"
#include "tests/bench/seed.h"

#ifndef GROW_PROFILE
#define GROW_PROFILE "fixtures/demo/after.pb.gz"
#endif

enum {
	EDGES = 3,		/* calls into other copies from each place */
	DEPTH_LEAST = 4,	/* and the mean is 23 */
	DEPTH_SPREAD = 20,
	DEPTH_MOST = DEPTH_LEAST + 2 * DEPTH_SPREAD,
};

/*
 * What a million samples could use.  Half of the functions and a sixth of the
 * locations come up, found by trying: 31,272 and 133,681 for seed 1.
 */
static const uint32_t million_functions = 61000;
static const uint32_t million_locations = 780000;

/* Roughly the sizes that Go's allocator has. */
static const uint32_t sizes[] = {
	16, 16, 24, 32, 32, 48, 48, 64, 80, 96, 112, 128, 160, 208, 256, 384,
	512, 768, 1024, 1536, 2048, 4096, 8192, 16384, 65536,
};

/* Where a stack has come to: a frame of a seed stack, in one of the copies. */
struct place {
	uint32_t stack, frame;
	uint32_t copy;
};

/* Ids in the order of first use: at[id - 1] is what has it. */
struct ids {
	uint32_t *of;		/* 0: not used yet */
	VEC(uint32_t) at;
};

struct grow {
	struct mem mem;
	struct arena arena;
	uint64_t random;	/* the argument SEED */
	uint32_t n;
	unsigned int bits;	/* 2^bits is at least n */

	struct seed from;
	uint32_t copies, variants;
	uint64_t span;		/* addresses of a copy of a mapping */

	struct ids locations;	/* by (copy, variant, location) */
	struct ids functions;	/* by (copy, function) */
	uint32_t *files;	/* by (copy, string): place in strings */

	gzFile out;
	VEC(uint8_t) scratch;
	struct buf strings;	/* the string table as it will be written */
	uint32_t n_strings;
	uint64_t frames;
};

/* A number that depends on all three and on nothing else. */
static uint64_t mix(uint64_t a, uint64_t b, uint64_t c)
{
	uint64_t x = a ^ (b + 1) * 0x9e3779b97f4a7c15u ^
		     (c + 1) * 0xc2b2ae3d27d4eb4fu;

	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
	x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
	return x ^ (x >> 31);
}

/*
 * From 0 to n - 1: any of them once in eight times, else one of the first few,
 * as the calls of a program go.  That repeats, and so gzip finds something.
 */
static uint32_t skewed(uint64_t random, uint32_t n)
{
	uint64_t a = random >> 32;

	if (random % 8) {
		a = a * a >> 32;
		a = a * a >> 32;
	}
	return (uint32_t)(a * n >> 32);
}

/* How many copies, so that there are about as many of each as wanted. */
static void choose_copies(struct grow *g)
{
	const Pprof__Profile *p = g->from.profile;
	uint64_t functions = (uint64_t)million_functions * g->n / 1000000;
	uint64_t locations = (uint64_t)million_locations * g->n / 1000000;
	uint64_t copies = functions / (p->n_function + 1) + 1, variants;

	variants = (locations + p->n_location * copies / 2) /
		   (p->n_location * copies);
	g->copies = (uint32_t)copies;
	g->variants = variants ? (uint32_t)variants : 1;
	for (size_t i = 0; i < p->n_mapping; i++) {
		uint64_t size = p->mapping[i]->memory_limit -
				p->mapping[i]->memory_start;

		if (size > g->span && size < (uint64_t)1 << 32)
			g->span = size;
	}
	if (!g->span)
		g->span = 1 << 24;
}

static void make_ids(struct grow *g, struct ids *ids, size_t n)
{
	ids->of = arena_array(&g->arena, uint32_t, n);
}

static uint32_t get_id(struct grow *g, struct ids *ids, size_t slot)
{
	if (!ids->of[slot]) {
		*vec_push(&g->mem, &ids->at) = (uint32_t)slot;
		ids->of[slot] = (uint32_t)ids->at.n;
	}
	return ids->of[slot];
}

/* Making a stack. */

static struct place jump(const struct grow *g, uint64_t random)
{
	struct place to;

	to.stack = skewed(mix(random, 0, 0), (uint32_t)g->from.stacks.n);
	to.frame = g->from.stacks.at[to.stack].shared - 1;
	to.copy = skewed(mix(random, 1, 0), g->copies);
	return to;
}

/* The frame that is called from `at`, by one of the ways that there are. */
static struct place step(const struct grow *g, struct place at,
			 uint64_t random)
{
	const struct stack *s = &g->from.stacks.at[at.stack];
	uint64_t edge = (random >> 8) % EDGES;

	if (at.frame > s->shared)
		return (struct place){ at.stack, at.frame - 1, 0 };
	if (at.frame == s->shared)
		at.copy = skewed(mix(random, 2, 0), g->copies);
	else if (!at.frame || random % 4 == 0)
		return jump(g, mix(mix(g->random, s->at[at.frame], at.copy),
				   at.frame ? s->at[at.frame - 1] : 0,
				   edge));
	at.frame--;
	return at;
}

static uint64_t location_at(struct grow *g, struct place at, uint64_t random)
{
	const struct stack *s = &g->from.stacks.at[at.stack];
	uint64_t variant = 0;

	if (at.frame < s->shared && (random >> 16) % 8 == 0)
		variant = (random >> 19) % g->variants;
	return get_id(g, &g->locations,
		      (at.copy * g->variants + variant) *
		      g->from.profile->n_location + s->at[at.frame]);
}

/*
 * What decides frame d from the root of the stack with that number, the leaf
 * being `left` frames further: the same for all whose numbers agree in their
 * upper bits.  The last frames differ from one number to the next.
 */
static uint64_t chance(const struct grow *g, uint32_t number, uint32_t d,
		       uint32_t left)
{
	uint32_t shift = d < 26 ? g->bits * (26 - d) / 26 : 0;

	if (left <= 6 && shift > left / 2)
		shift = left / 2;
	return mix(g->random, d, number >> shift);
}

/* Eight stacks in a row have one depth, so that they share their frames. */
static uint32_t depth_of(const struct grow *g, uint32_t number)
{
	uint64_t r = mix(g->random, UINT32_MAX, number >> 3);

	return DEPTH_LEAST + (uint32_t)(r % DEPTH_SPREAD) +
	       (uint32_t)((r >> 32) % DEPTH_SPREAD);
}

static uint32_t make_stack(struct grow *g, uint32_t number, uint64_t *ids)
{
	uint32_t depth = depth_of(g, number);
	uint64_t first = chance(g, number, SEED_SHARED, depth);
	struct place at;

	at.stack = (uint32_t)(first % g->from.stacks.n);
	at.frame = g->from.stacks.at[at.stack].n - 1;
	at.copy = 0;
	for (uint32_t d = 0; d < depth; d++) {
		uint64_t random = chance(g, number, d, depth - 1 - d);

		if (d)
			at = step(g, at, random);
		ids[depth - 1 - d] = location_at(g, at, random);
	}
	g->frames += depth;
	return depth;
}

/* Writing. */

static void write_bytes(struct grow *g, const void *s, size_t n)
{
	if (n && gzwrite(g->out, s, (unsigned int)n) != (int)n)
		fail("output", "cannot be written");
}

static size_t encode_varint(uint8_t *at, uint64_t v)
{
	size_t n = 0;

	for (; v >= 0x80; v >>= 7)
		at[n++] = (uint8_t)(v | 0x80);
	at[n++] = (uint8_t)v;
	return n;
}

/* Field numbers are below 16, so that the key is one byte. */
static size_t encode_key(uint8_t *at, unsigned int field, uint64_t v,
			 bool is_length)
{
	at[0] = (uint8_t)(field << 3 | (is_length ? 2 : 0));
	return 1 + encode_varint(at + 1, v);
}

static void write_number(struct grow *g, unsigned int field, uint64_t v)
{
	uint8_t head[16];

	write_bytes(g, head, encode_key(head, field, v, false));
}

static void write_message(struct grow *g, unsigned int field,
			  const void *message)
{
	size_t n = protobuf_c_message_get_packed_size(message);
	uint8_t head[16];

	write_bytes(g, head, encode_key(head, field, n, true));
	g->scratch.n = 0;
	vec_reserve(&g->mem, &g->scratch, n + 1);
	protobuf_c_message_pack(message, g->scratch.at);
	write_bytes(g, g->scratch.at, n);
}

/* Adds a text to the table, which is written when all have been added. */
static uint32_t add_string(struct grow *g, const char *s, size_t n)
{
	uint8_t head[16];
	size_t size = encode_key(head, 6, n, true);

	buf_add(&g->strings, (const char *)head, size);
	buf_add(&g->strings, s, n);
	return g->n_strings++;
}

static uint32_t add_text(struct grow *g, const char *s)
{
	return add_string(g, s, strlen(s));
}

static void write_types(struct grow *g)
{
	static const char *const types[][2] = {
		{ "alloc_objects", "count" }, { "alloc_space", "bytes" },
		{ "inuse_objects", "count" }, { "inuse_space", "bytes" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(types); i++) {
		Pprof__ValueType type = PPROF__VALUE_TYPE__INIT;

		type.type = add_text(g, types[i][0]);
		type.unit = add_text(g, types[i][1]);
		write_message(g, 1, &type);
	}
}

/* Objects of one size, many of which are gone, as the sampler scales them. */
static void make_values(struct grow *g, uint32_t number, int64_t *values,
			int64_t *size)
{
	uint64_t r = mix(g->random, UINT32_MAX - 1, number);
	int64_t objects, live = 0;

	*size = sizes[skewed(mix(r, 1, 0), ARRAY_SIZE(sizes))];
	objects = 1 + (int64_t)((r & 1023) >> (r >> 10 & 15));
	objects += objects * 16384 / (*size + 64);
	if ((r >> 20) % 8 < 3)
		live = objects * (int64_t)((r >> 24) % 100 + 1) / 100;
	values[0] = objects;
	values[1] = objects * *size + objects % 7;
	values[2] = live;
	values[3] = live * *size + live % 7;
}

static void write_sample(struct grow *g, uint32_t number, int64_t key)
{
	Pprof__Sample sample = PPROF__SAMPLE__INIT;
	Pprof__Label label = PPROF__LABEL__INIT, *labels[] = { &label };
	uint64_t ids[DEPTH_MOST];
	int64_t values[4];

	make_values(g, number, values, &label.num);
	label.key = key;
	sample.n_location_id = make_stack(g, number, ids);
	sample.location_id = ids;
	sample.n_value = ARRAY_SIZE(values);
	sample.value = values;
	sample.n_label = 1;
	sample.label = labels;
	write_message(g, 2, &sample);
}

static void write_samples(struct grow *g)
{
	uint32_t *order = arena_array(&g->arena, uint32_t, g->n);
	int64_t key = add_text(g, "bytes");

	for (uint32_t i = 0; i < g->n; i++)
		order[i] = i;
	for (uint32_t i = g->n; i > 1; i--) {
		uint32_t k = (uint32_t)(mix(g->random, i, 0) % i);
		uint32_t swap = order[i - 1];

		order[i - 1] = order[k];
		order[k] = swap;
	}
	for (uint32_t i = 0; i < g->n; i++)
		write_sample(g, order[i], key);
}

static ProtobufCBinaryData seed_string(const struct grow *g, int64_t at)
{
	if (at < 0 || (uint64_t)at >= g->from.profile->n_string_table)
		return (ProtobufCBinaryData){ 0, NULL };
	return g->from.profile->string_table[at];
}

static void write_mappings(struct grow *g)
{
	for (size_t i = 0; i < g->from.profile->n_mapping; i++) {
		Pprof__Mapping m = *g->from.profile->mapping[i];
		ProtobufCBinaryData file = seed_string(g, m.filename);
		ProtobufCBinaryData build = seed_string(g, m.build_id);

		m.memory_limit += g->span * g->copies * g->variants;
		if (m.memory_limit < m.memory_start)
			m.memory_limit = UINT64_MAX;
		m.filename = add_string(g, (char *)file.data, file.len);
		m.build_id = add_string(g, (char *)build.data, build.len);
		write_message(g, 3, &m);
	}
}

static void write_location(struct grow *g, uint64_t id, uint32_t slot)
{
	size_t n = g->from.profile->n_location;
	const Pprof__Location *from = g->from.profile->location[slot % n];
	Pprof__Location l = *from;
	Pprof__Line *lines = arena_array(&g->arena, Pprof__Line, l.n_line);
	uint64_t part = slot / n;

	l.id = id;
	l.address += part * g->span;
	l.line = arena_array(&g->arena, Pprof__Line *, l.n_line);
	for (size_t i = 0; i < l.n_line; i++) {
		lines[i] = *from->line[i];
		lines[i].function_id = get_id(g, &g->functions,
			part / g->variants * g->from.profile->n_function +
			lines[i].function_id);
		if (i + 1 == l.n_line)
			lines[i].line += (int64_t)(part % g->variants);
		l.line[i] = &lines[i];
	}
	write_message(g, 4, &l);
}

/* Where the number of the copy goes: pkg/name7.Func, or at the end. */
static size_t package_end(const ProtobufCBinaryData *name)
{
	size_t i = name->len;

	while (i && name->data[i - 1] != '/')
		i--;
	while (i < name->len && name->data[i] != '.')
		i++;
	return i;
}

/* For a file: the end of its directory, pkg/name7/file.go. */
static size_t directory_end(const ProtobufCBinaryData *name)
{
	size_t i = name->len;

	while (i && name->data[i - 1] != '/')
		i--;
	return i ? i - 1 : name->len;
}

static uint32_t add_copy(struct grow *g, const ProtobufCBinaryData *name,
			 size_t at, uint32_t copy)
{
	struct buf text = BUF_INIT;
	uint32_t place;

	if (!name->len)
		return 0;
	buf_add(&text, (const char *)name->data, at);
	if (copy)
		buf_addf(&text, "%" PRIu32, copy);
	buf_add(&text, (const char *)name->data + at, name->len - at);
	place = add_string(g, buf_str(&text), text.n);
	buf_release(&text);
	return place;
}

static uint32_t add_file(struct grow *g, int64_t filename, uint32_t copy)
{
	ProtobufCBinaryData name = seed_string(g, filename);
	size_t n = g->from.profile->n_string_table;
	uint32_t *place;

	if (!name.len)
		return 0;
	place = &g->files[copy * n + (size_t)filename];
	if (!*place)
		*place = add_copy(g, &name, directory_end(&name), copy);
	return *place;
}

static void write_function(struct grow *g, uint64_t id, uint32_t slot)
{
	size_t n = g->from.profile->n_function;
	Pprof__Function f = *g->from.profile->function[slot % n];
	ProtobufCBinaryData name = seed_string(g, f.name);
	uint32_t copy = (uint32_t)(slot / n);

	f.id = id;
	f.name = add_copy(g, &name, package_end(&name), copy);
	f.system_name = f.name;
	f.filename = add_file(g, f.filename, copy);
	write_message(g, 5, &f);
}

static void write_rest(struct grow *g)
{
	Pprof__ValueType type = PPROF__VALUE_TYPE__INIT;

	type.type = add_text(g, "space");
	type.unit = add_text(g, "bytes");
	write_number(g, 9, 1714564800000000000u);
	write_message(g, 11, &type);
	write_number(g, 12, 512 * 1024);
	write_number(g, 14, add_text(g, "inuse_space"));
	for (size_t i = 0; i < g->strings.n; i += 1 << 20) {
		size_t n = g->strings.n - i;

		write_bytes(g, g->strings.s + i, n < 1 << 20 ? n : 1 << 20);
	}
}

/* Samples first: they say which locations there are, those which functions. */
static void write_profile(struct grow *g)
{
	const Pprof__Profile *p = g->from.profile;

	make_ids(g, &g->locations, (size_t)g->copies * g->variants *
		 p->n_location);
	make_ids(g, &g->functions, (size_t)g->copies * p->n_function);
	g->files = arena_array(&g->arena, uint32_t,
			       (size_t)g->copies * p->n_string_table);
	add_text(g, "");
	write_types(g);
	write_samples(g);
	write_mappings(g);
	for (uint32_t i = 0; i < g->locations.at.n; i++)
		write_location(g, i + 1, g->locations.at.at[i]);
	for (uint32_t i = 0; i < g->functions.at.n; i++)
		write_function(g, i + 1, g->functions.at.at[i]);
	write_rest(g);
}

static void release(struct grow *g)
{
	seed_release(&g->from, &g->mem);
	vec_release(&g->mem, &g->locations.at);
	vec_release(&g->mem, &g->functions.at);
	vec_release(&g->mem, &g->scratch);
	buf_release(&g->strings);
	arena_release(&g->arena);
}

static uint64_t parse_number(const char *s, uint64_t most)
{
	char *end;
	uint64_t v = strtoull(s, &end, 10);

	if (*s < '0' || *s > '9' || *end || v > most)
		fail(s, "is not a number that fits");
	return v;
}

int main(int argc, char **argv)
{
	struct grow g = { 0 };

	if (argc < 3 || argc > 4 || isatty(STDOUT_FILENO))
		fail("usage", "grow SEED N [PROFILE] >OUT.pb.gz");
	g.random = parse_number(argv[1], UINT64_MAX);
	g.n = (uint32_t)parse_number(argv[2], 100000000);
	while (((uint64_t)1 << g.bits) < g.n)
		g.bits++;
	arena_init(&g.arena, &g.mem);
	seed_load(&g.from, &g.mem, argc > 3 ? argv[3] : GROW_PROFILE);
	choose_copies(&g);
	g.out = gzdopen(STDOUT_FILENO, "wb");
	if (!g.out)
		fail("output", "cannot be written");
	write_profile(&g);
	if (gzclose(g.out) != Z_OK)
		fail("output", "cannot be written");
	fprintf(stderr, "grow: %" PRIu32 " samples, %zu locations, "
		"%zu functions, %" PRIu64 " frames\n", g.n,
		g.locations.at.n, g.functions.at.n, g.frames);
	release(&g);
	return 0;
}
