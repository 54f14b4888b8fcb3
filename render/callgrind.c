#include "config.h"

#include "render/callgrind.h"

#include <inttypes.h>

#include "model/hash.h"

/* A name in a file, and how many functions have it. */
struct callgrind_name {
	struct str_id name, file;
	uint32_t n;
};

/* What a function is: all of a node but the place within it. */
struct identity {
	struct str_id name, file, object;
	int64_t start_line, column;
	uint32_t parent;		/* in a tree of calls; else NODE_NONE */
};

struct callgrind_function {
	struct identity identity;
	uint32_t name;			/* in names */
	uint32_t number;		/* among those of the same name */
};

/* A column counts where there is neither a line nor an address. */
static struct identity identity_of(const struct picture *picture,
				   uint32_t node)
{
	const struct node_info *info = &top_node(&picture->top, node)->info;

	return (struct identity){
		.name = info->name, .file = info->file, .object = info->object,
		.start_line = info->start_line,
		.column = info->address || info->line ? 0 : info->column,
		.parent = picture->tree.places.n ?
			  picture->tree.places.at[node].parent : NODE_NONE,
	};
}

struct wanted {
	const struct callgrind *callgrind;
	const struct identity *identity;
};

static bool same_name(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;
	const struct callgrind_name *name = &w->callgrind->names.at[number];

	return name->name.i == w->identity->name.i &&
	       name->file.i == w->identity->file.i;
}

static bool same_function(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;
	const struct identity *a = w->identity;
	const struct identity *b =
		&w->callgrind->functions.at[number].identity;

	return a->name.i == b->name.i && a->file.i == b->file.i &&
	       a->object.i == b->object.i && a->parent == b->parent &&
	       a->start_line == b->start_line && a->column == b->column;
}

static struct mem *mem_of(const struct callgrind *c)
{
	return c->picture->top.mem;
}

static uint32_t find_name(struct callgrind *c, const struct identity *identity)
{
	struct wanted wanted = { c, identity };
	uint64_t hash = hash_mix(c->seed + identity->name.i, identity->file.i);
	uint32_t at = index_find(&c->by_name, hash, same_name, &wanted);

	if (at != INDEX_NONE)
		return at;
	at = (uint32_t)c->names.n;
	*vec_push(mem_of(c), &c->names) = (struct callgrind_name){
		identity->name, identity->file, 0
	};
	index_add(&c->by_name, hash, at);
	return at;
}

static uint64_t hash_identity(const struct callgrind *c,
			      const struct identity *identity)
{
	uint64_t h = hash_mix(c->seed + identity->name.i, identity->file.i);

	h = hash_mix(h ^ identity->object.i, identity->parent);
	h = hash_mix(h, (uint64_t)identity->start_line);
	return hash_mix(h, (uint64_t)identity->column);
}

static uint32_t find_function(struct callgrind *c, uint32_t node)
{
	struct identity identity = identity_of(c->picture, node);
	struct wanted wanted = { c, &identity };
	uint64_t hash = hash_identity(c, &identity);
	uint32_t at = index_find(&c->by_function, hash, same_function,
				 &wanted);
	uint32_t name;

	if (at != INDEX_NONE)
		return at;
	at = (uint32_t)c->functions.n;
	name = find_name(c, &identity);
	*vec_push(mem_of(c), &c->functions) = (struct callgrind_function){
		identity, name, ++c->names.at[name].n
	};
	index_add(&c->by_function, hash, at);
	return at;
}

void callgrind_init(struct callgrind *c, const struct picture *picture)
{
	const struct top *top = &picture->top;
	size_t size = top->graph.n_nodes * sizeof(*c->function_of);

	*c = (struct callgrind){ .picture = picture, .seed = hash_seed() };
	index_init(&c->by_function, top->mem);
	index_init(&c->by_name, top->mem);
	c->function_of = mem_alloc(top->mem, size);
	for (size_t i = 0; i < top->graph.n_nodes; i++)
		c->function_of[i] = INDEX_NONE;
	for (size_t i = 0; i < top->order.n; i++) {
		uint32_t node = top->order.at[i];

		c->function_of[node] = find_function(c, node);
	}
}

void callgrind_release(struct callgrind *c)
{
	struct mem *mem = mem_of(c);

	index_release(&c->by_function);
	index_release(&c->by_name);
	vec_release(mem, &c->functions);
	vec_release(mem, &c->names);
	mem_free(mem, c->function_of, c->picture->top.graph.n_nodes *
		 sizeof(*c->function_of));
}

void callgrind_add_name(const struct callgrind *c, struct buf *out,
			uint32_t node)
{
	const struct callgrind_function *function;
	struct str name;
	uint32_t n;

	if (c->function_of[node] == INDEX_NONE)
		return;
	function = &c->functions.at[c->function_of[node]];
	name = profile_str(c->picture->top.lens->profile,
			   function->identity.name);
	n = c->names.at[function->name].n;
	buf_add(out, name.s, name.n);
	if (n > 1)
		buf_addf(out, " [%" PRIu32 "/%" PRIu32 "]", function->number,
			 n);
}
