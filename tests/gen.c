#include "config.h"

#include "tests/gen.h"

#include <assert.h>
#include <string.h>

#include "model/gather.h"
#include "tests/build.h"
#include "tests/tap.h"

/* What a name, a file or a label may be; short lists, so that things meet. */
static const char *const names[] = {
	"main", "main.main", "runtime.goexit", "runtime.mallocgc", "alloc",
	"encoding/json.(*decodeState).object", "pkg/v2.Map[go.shape.int]",
	"std::vector<int>::push_back(int const&)", "operator new",
	"(anonymous namespace)::parse", "main.func1", "caf\xc3\xa9", "a b",
};

static const char *const mangled[] = {
	"_Znwm", "_ZNSt6vectorIiE9push_backERKi", "main", "",
};

static const char *const files[] = {
	"main.go", "src/pkg/parse.go", "/usr/include/vector", "lib/a.c", "",
	"pkg@v1.2.3/x.go",
};

static const char *const binaries[] = {
	"/opt/app/server", "/lib/libc.so.6", "[vdso]", "",
};

static const char *const keys[] = {
	"thread", "request", "bytes", "latency", "tenant",
};

static const char *const texts[] = { "one", "two", "GET /", "\xe6\xbc\xa2" };

static const char *const units[] = { "", "", "bytes", "milliseconds", "bits" };

static const char *const patterns[] = {
	"runtime\\..*", "alloc|operator new", ".*parse", "main\\..*", "nothing",
};

static const struct {
	const char *type, *unit;
} types[] = {
	{ "alloc_objects", "count" },	{ "alloc_space", "bytes" },
	{ "cpu", "nanoseconds" },	{ "odd", "widgets" },
	{ "inuse_space", "bytes" },	{ "", "" },
};

struct value_range {
	unsigned int odds;	/* in sixteenths, added up */
	uint64_t below;
};

static const struct value_range ranges[] = {
	{ 2, 1 }, { 9, 100 }, { 13, 100000 }, { 16, 5000000000 },
};

enum table {
	TABLE_TYPES,
	TABLE_SAMPLES,
	TABLE_MAPPINGS,
	TABLE_LOCATIONS,
	TABLE_FUNCTIONS,
	TABLE_STRINGS,
	TABLE_REST,
	TABLE_COUNT
};

struct gen {
	struct gen_options o;
	uint64_t state;
	struct buf tables[TABLE_COUNT];
	const char *strings[512];
	unsigned int n_strings;
	unsigned int n_mappings, n_functions, n_locations, n_samples, n_types;
	uint64_t spread;	/* odd: id = number * spread, never 0 */
	bool is_signed;
};

/* Vigna's splitmix64: each seed, also a small one, has its own sequence. */
static uint64_t roll(struct gen *g)
{
	uint64_t x = g->state += 0x9e3779b97f4a7c15u;

	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
	x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
	return x ^ (x >> 31);
}

/* A number from 0 to n - 1; n is not 0. */
static unsigned int below(struct gen *g, size_t n)
{
	return (unsigned int)(roll(g) % n);
}

/* True once in n times. */
static bool chance(struct gen *g, unsigned int n)
{
	return !below(g, n);
}

#define pick(g, list) ((list)[below((g), ARRAY_SIZE(list))])

/* As writers do: what is 0 is not written, but once in eight it is. */
static void put_field(struct gen *g, struct buf *out, unsigned int field,
		      uint64_t v)
{
	if (v || chance(g, 8))
		build_uint(out, field, v);
}

/* A field that no reader knows, once in a while, of any allowed wire type. */
static void put_unknown(struct gen *g, struct buf *out)
{
	if (!chance(g, 20))
		return;
	switch (below(g, 4)) {
	case 0:
		build_uint(out, 90, roll(g));
		break;
	case 1:
		build_varint(out, 91 << 3 | 1);
		buf_add(out, "8 bytes.", 8);
		break;
	case 2:
		build_bytes(out, 92, "\x08\x01\xff", 3);
		break;
	default:
		build_varint(out, 2000 << 3 | 5);
		buf_add(out, "four", 4);
		break;
	}
}

/* Numbers [0, cut) packed and the others one by one; the cut may be at 0. */
static void put_numbers(struct gen *g, struct buf *out, unsigned int field,
			const uint64_t *v, unsigned int n)
{
	struct buf packed = BUF_INIT;
	unsigned int i, cut = n;

	if (chance(g, 3))
		cut = below(g, n + 1);
	for (i = 0; i < cut; i++)
		build_varint(&packed, v[i]);
	if (cut || chance(g, 8))
		build_message(out, field, &packed);
	for (i = cut; i < n; i++)
		build_uint(out, field, v[i]);
}

/* The place of a text, which has two places once in sixteen calls. */
static uint64_t text(struct gen *g, const char *s)
{
	unsigned int i;

	for (i = 0; i < g->n_strings; i++)
		if (!strcmp(g->strings[i], s))
			break;
	if (i == g->n_strings ||
	    (i && g->n_strings < ARRAY_SIZE(g->strings) / 2 && chance(g, 16)))
		i = g->n_strings++;
	assert(i < ARRAY_SIZE(g->strings));
	g->strings[i] = s;
	return i;
}

static uint64_t id(const struct gen *g, unsigned int number)
{
	return number * g->spread;
}

static void gen_types(struct gen *g)
{
	struct buf *out = &g->tables[TABLE_TYPES];

	for (unsigned int i = 0; i < g->n_types; i++) {
		struct buf type = BUF_INIT;

		put_field(g, &type, 1, text(g, types[i].type));
		put_field(g, &type, 2, text(g, types[i].unit));
		build_message(out, 1, &type);
	}
}

static void gen_mappings(struct gen *g)
{
	struct buf *out = &g->tables[TABLE_MAPPINGS];

	for (unsigned int i = 1; i <= g->n_mappings; i++) {
		struct buf map = BUF_INIT;
		unsigned int known = below(g, 4) ? 15 : below(g, 16);

		build_uint(&map, 1, id(g, i));
		put_field(g, &map, 2, i * 0x10000u);
		put_field(g, &map, 3, i * 0x10000u + 0x8000);
		put_field(g, &map, 4, below(g, 2) * 0x1000);
		put_field(g, &map, 5, text(g, pick(g, binaries)));
		put_field(g, &map, 6, text(g, chance(g, 2) ? "" : "c0ffee"));
		for (unsigned int bit = 0; bit < 4; bit++)
			put_field(g, &map, 7 + bit, known >> bit & 1);
		put_unknown(g, &map);
		build_message(out, 3, &map);
	}
}

static void gen_functions(struct gen *g)
{
	struct buf *out = &g->tables[TABLE_FUNCTIONS];

	for (unsigned int i = 1; i <= g->n_functions; i++) {
		struct buf fn = BUF_INIT;
		const char *name = pick(g, names), *system = name;

		if (!g->o.symbolized && chance(g, 20))
			name = "";
		if (chance(g, 4))
			system = pick(g, mangled);
		build_uint(&fn, 1, id(g, i));
		put_field(g, &fn, 2, text(g, name));
		put_field(g, &fn, 3, text(g, system));
		put_field(g, &fn, 4, text(g, pick(g, files)));
		put_field(g, &fn, 5, below(g, 3) * 10);
		put_unknown(g, &fn);
		build_message(out, 5, &fn);
	}
}

static unsigned int line_count(struct gen *g)
{
	unsigned int n = chance(g, 4) ? 2 + below(g, 2) : 1;

	if (g->o.uninlined && n > 1)
		n = 1;
	if (!g->o.symbolized && chance(g, 8))
		n = 0;
	return g->n_functions ? n : 0;
}

static void gen_locations(struct gen *g)
{
	struct buf *out = &g->tables[TABLE_LOCATIONS];

	for (unsigned int i = 1; i <= g->n_locations; i++) {
		struct buf loc = BUF_INIT;
		unsigned int map = below(g, g->n_mappings + 1);
		uint64_t address = map * 0x10000u + below(g, 64) * 16u;

		build_uint(&loc, 1, id(g, i));
		put_field(g, &loc, 2, id(g, map));
		put_field(g, &loc, 3, chance(g, 12) ? 0 : address);
		for (unsigned int n = line_count(g); n; n--) {
			struct buf line = BUF_INIT;

			build_uint(&line, 1,
				   id(g, 1 + below(g, g->n_functions)));
			put_field(g, &line, 2, below(g, 40));
			put_field(g, &line, 3, chance(g, 6) ? below(g, 3) : 0);
			build_message(&loc, 4, &line);
		}
		put_field(g, &loc, 5, chance(g, 20));
		put_unknown(g, &loc);
		build_message(out, 4, &loc);
	}
}

static uint64_t value(struct gen *g)
{
	unsigned int odds = below(g, 16), i = 0;
	uint64_t v;

	while (ranges[i].odds <= odds)
		i++;
	v = roll(g) % ranges[i].below;
	return g->is_signed && chance(g, 3) ? -v : v;
}

/* A string label, a number with or without a unit, or both at once. */
static void gen_label(struct gen *g, struct buf *sample)
{
	struct buf label = BUF_INIT;
	unsigned int kind = below(g, 8);

	put_field(g, &label, 1, text(g, pick(g, keys)));
	if (kind < 4 || kind == 7)
		put_field(g, &label, 2, text(g, pick(g, texts)));
	if (kind >= 4) {
		put_field(g, &label, 3, value(g));
		put_field(g, &label, 4, text(g, pick(g, units)));
	}
	put_unknown(g, &label);
	build_message(sample, 3, &label);
}

/* Writes a stack of ids, in which one frame may call itself for a while. */
static unsigned int gen_stack(struct gen *g, uint64_t *ids)
{
	unsigned int n = below(g, g->o.depth + 1);

	if (g->o.occupied && !n)
		n = 1;
	if (!g->n_locations)
		n = 0;
	for (unsigned int i = 0; i < n; i++) {
		if (i && chance(g, 5))
			ids[i] = ids[i - 1];
		else
			ids[i] = id(g, 1 + below(g, g->n_locations));
	}
	return n;
}

static void gen_samples(struct gen *g)
{
	struct buf *out = &g->tables[TABLE_SAMPLES];
	uint64_t ids[256], values[ARRAY_SIZE(types)];
	unsigned int depth = 0;

	assert(g->o.depth < ARRAY_SIZE(ids));
	for (unsigned int i = 0; i < g->n_samples; i++) {
		struct buf sample = BUF_INIT;

		if (!i || !chance(g, 5))
			depth = gen_stack(g, ids);
		for (unsigned int t = 0; t < g->n_types; t++)
			values[t] = value(g);
		put_numbers(g, &sample, 1, ids, depth);
		put_numbers(g, &sample, 2, values, g->n_types);
		if (!g->o.unlabelled && chance(g, 3))
			for (unsigned int n = 1 + below(g, 4); n; n--)
				gen_label(g, &sample);
		put_unknown(g, &sample);
		build_message(out, 2, &sample);
	}
}

static void gen_strings(struct gen *g)
{
	struct buf *out = &g->tables[TABLE_STRINGS];

	for (unsigned int i = 0; i < g->n_strings; i++)
		build_bytes(out, 6, g->strings[i], strlen(g->strings[i]));
}

/* The period's type is always the same, or profiles could not be compared. */
static void gen_rest(struct gen *g)
{
	struct buf *out = &g->tables[TABLE_REST], period = BUF_INIT;
	const char *preferred = types[below(g, g->n_types)].type;

	if (!g->o.plain && chance(g, 3)) {
		build_uint(out, 7, text(g, pick(g, patterns)));
		if (chance(g, 2))
			build_uint(out, 8, text(g, pick(g, patterns)));
	}
	put_field(g, out, 9, chance(g, 3) ? 0 : 1714564800000000000u);
	put_field(g, out, 10, below(g, 3) * 1500000000u);
	build_uint(&period, 1, text(g, "space"));
	build_uint(&period, 2, text(g, "bytes"));
	build_message(out, 11, &period);
	put_field(g, out, 12, below(g, 3) * 512);
	for (unsigned int n = chance(g, 4) ? 2 : 0; n; n--)
		build_uint(out, 13, text(g, n == 1 ? "#hidden" : "a comment"));
	put_field(g, out, 14,
		  text(g, chance(g, 8) ? "missing" :
			  chance(g, 2) ? preferred : ""));
	put_field(g, out, 15,
		  text(g, chance(g, 8) ? "https://example.com" : ""));
	put_unknown(g, out);
}

/* The tables in the usual order, or in any other. */
static void add_tables(struct gen *g, struct buf *out)
{
	unsigned int order[TABLE_COUNT];
	bool is_shuffled = chance(g, 3);

	for (unsigned int i = 0; i < TABLE_COUNT; i++)
		order[i] = i;
	for (unsigned int i = TABLE_COUNT - 1; i && is_shuffled; i--) {
		unsigned int k = below(g, i + 1), swap = order[i];

		order[i] = order[k];
		order[k] = swap;
	}
	for (unsigned int i = 0; i < TABLE_COUNT; i++) {
		struct buf *table = &g->tables[order[i]];

		buf_add(out, buf_str(table), table->n);
		buf_release(table);
	}
}

static unsigned int size(struct gen *g, unsigned int most, unsigned int usual)
{
	return below(g, (most ? most : usual) + 1);
}

static void choose_sizes(struct gen *g)
{
	const struct gen_options *o = &g->o;

	assert(o->types <= ARRAY_SIZE(types));
	g->n_types = o->types ? o->types : 1 + below(g, 4);
	g->n_mappings = below(g, 4);
	g->n_functions = size(g, o->functions, 12);
	g->n_locations = size(g, o->locations, 24);
	g->n_samples = size(g, o->samples, 30);
	if (o->symbolized && !g->n_functions)
		g->n_functions = 1;
	if (o->occupied && !g->n_locations)
		g->n_locations = 1;
	if (!o->depth)
		g->o.depth = 12;
	g->spread = chance(g, 3) ? roll(g) | 1 : 1;
	g->is_signed = !o->positive && chance(g, 3);
}

void gen_profile(struct buf *out, uint64_t seed, const struct gen_options *o)
{
	struct gen g = { .o = o ? *o : (struct gen_options){ 0 },
			 .state = seed };

	choose_sizes(&g);
	text(&g, "");
	gen_types(&g);
	gen_mappings(&g);
	gen_functions(&g);
	gen_locations(&g);
	gen_samples(&g);
	gen_rest(&g);
	gen_strings(&g);
	add_tables(&g, out);
}

bool gen_load(struct profile *profile, struct mem *mem, uint64_t seed,
	      const struct gen_options *o, bool is_compared)
{
	struct buf bytes = BUF_INIT, base = BUF_INIT;
	struct gather_source sources[2];
	struct gather gather = {
		.sources = &sources[0], .n_sources = 1,
		.base = is_compared ? &sources[1] : NULL,
		.two_sides = true,
		.limits = { .mem = mem },
	};
	struct err err;
	int result;

	gen_profile(&bytes, seed, o);
	gen_profile(&base, seed + 1000, o);
	sources[0] = (struct gather_source){
		.path = "current", .data = (const uint8_t *)bytes.s,
		.n = bytes.n,
	};
	sources[1] = (struct gather_source){
		.path = "base", .data = (const uint8_t *)base.s,
		.n = base.n,
	};
	result = gather_profile(profile, &gather, &err);
	if (result)
		ok(false, "profile %d loads: %s", (int)seed, err.text);
	buf_release(&bytes);
	buf_release(&base);
	return !result;
}
