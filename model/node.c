#include "config.h"

#include "model/node.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "model/buf.h"
#include "model/hash.h"

void nodes_init(struct nodes *nodes, const struct profile *profile)
{
	*nodes = (struct nodes){
		.mem = profile->mem,
		.profile = profile,
		.seed = hash_seed(),
	};
	arena_init(&nodes->text, profile->mem);
	strings_init(&nodes->files, profile->mem);
	index_init(&nodes->index, profile->mem);
}

void nodes_release(struct nodes *nodes)
{
	size_t size = nodes->at.n * sizeof(uint32_t);

	if (nodes->ranks) {
		mem_free(nodes->mem, nodes->ranks, size);
		mem_free(nodes->mem, nodes->name_ranks, size);
	}
	index_release(&nodes->index);
	vec_release(nodes->mem, &nodes->at);
	strings_release(&nodes->files);
	arena_release(&nodes->text);
}

static bool same_info(const struct node_info *a, const struct node_info *b)
{
	return a->name.i == b->name.i && a->file.i == b->file.i &&
	       a->object.i == b->object.i && a->address == b->address &&
	       a->line == b->line && a->column == b->column &&
	       a->start_line == b->start_line;
}

struct wanted {
	const struct nodes *nodes;
	const struct node_info *info;
};

static bool same_node(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;

	return same_info(w->info, &w->nodes->at.at[number].info);
}

static uint64_t hash_info(uint64_t seed, const struct node_info *info)
{
	uint64_t h = hash_mix(seed + info->name.i, info->address);

	h = hash_mix(h ^ info->file.i, (uint64_t)info->line);
	h = hash_mix(h ^ info->object.i, (uint64_t)info->column);
	return hash_mix(h, (uint64_t)info->start_line);
}

void nodes_add_place(const struct nodes *nodes, const struct node_info *info,
		     struct str file, struct buf *out)
{
	struct str object = profile_str(nodes->profile, info->object);

	if (info->line) {
		buf_add(out, file.s, file.n);
		buf_addf(out, ":%" PRId64, info->line);
		if (info->column)
			buf_addf(out, ":%" PRId64, info->column);
	} else if (file.n) {
		buf_add(out, file.s, file.n);
	} else if (info->object.i && !info->name.i) {
		object = str_base(object);
		buf_addc(out, '[');
		buf_add(out, object.s, object.n);
		buf_addc(out, ']');
	} else if (!info->name.i) {
		buf_adds(out, "<unknown>");
	}
}

static struct str print_name(struct nodes *nodes, const struct node_info *info)
{
	struct str name = profile_str(nodes->profile, info->name);
	struct buf text = BUF_INIT;
	struct str printed;
	size_t before;

	if (name.n && !info->address && !info->line && !info->file.i)
		return name;
	if (info->address)
		buf_addf(&text, "%016" PRIx64, info->address);
	if (name.n) {
		buf_adds(&text, text.n ? " " : "");
		buf_add(&text, name.s, name.n);
	}
	before = text.n;
	buf_adds(&text, before ? " " : "");
	nodes_add_place(nodes, info, strings_at(&nodes->files, info->file),
			&text);
	if (before && text.n == before + 1)
		text.n = before;
	printed.n = text.n;
	printed.s = arena_copy(&nodes->text, buf_str(&text), text.n);
	buf_release(&text);
	return printed;
}

struct node_id nodes_intern(struct nodes *nodes, const struct node_info *info)
{
	struct wanted wanted = { nodes, info };
	uint64_t hash = hash_info(nodes->seed, info);
	uint32_t number = index_find(&nodes->index, hash, same_node, &wanted);
	struct node *node;

	if (number != INDEX_NONE)
		return (struct node_id){ number };
	number = (uint32_t)nodes->at.n;
	node = vec_push(nodes->mem, &nodes->at);
	*node = (struct node){ .info = *info, .func.i = NODE_NONE };
	node->name = print_name(nodes, info);
	index_add(&nodes->index, hash, number);
	return (struct node_id){ number };
}

int nodes_compare_name(const struct nodes *nodes, uint32_t a, uint32_t b)
{
	const struct node *x = &nodes->at.at[a], *y = &nodes->at.at[b];
	uint64_t p = x->info.address, q = y->info.address;

	if (a == b)
		return 0;
	if (p && q && p != q)
		return p < q ? -1 : 1;
	return str_cmp(x->name, y->name);
}

/* As Go's fmt prints the struct; the original name is never kept here. */
static void add_info(const struct nodes *nodes, uint32_t number,
		     struct buf *out)
{
	const struct node_info *info = &nodes->at.at[number].info;
	struct str name = profile_str(nodes->profile, info->name);
	struct str file = strings_at(&nodes->files, info->file);
	struct str object = profile_str(nodes->profile, info->object);

	buf_addc(out, '{');
	buf_add(out, name.s, name.n);
	buf_addf(out, "  %" PRIu64 " ", info->address);
	buf_add(out, file.s, file.n);
	buf_addf(out, " %" PRId64 " %" PRId64 " %" PRId64 " ",
		 info->start_line, info->line, info->column);
	buf_add(out, object.s, object.n);
	buf_addc(out, '}');
}

int nodes_compare_info(const struct nodes *nodes, uint32_t a, uint32_t b)
{
	struct buf x = BUF_INIT, y = BUF_INIT;
	int order;

	add_info(nodes, a, &x);
	add_info(nodes, b, &y);
	order = str_cmp((struct str){ x.s, x.n }, (struct str){ y.s, y.n });
	buf_release(&x);
	buf_release(&y);
	return order;
}

static int rank_order(const void *pa, const void *pb, void *data)
{
	uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;
	int order = nodes_compare_name(data, a, b);

	return order || a == b ? order : nodes_compare_info(data, a, b);
}

/* From nodes in order to the place of each. */
static void fill_ranks(struct nodes *nodes, const uint32_t *order)
{
	uint32_t first = 0;

	for (uint32_t i = 0; i < nodes->at.n; i++) {
		if (i && nodes_compare_name(nodes, order[i - 1], order[i]))
			first = i;
		nodes->ranks[order[i]] = i;
		nodes->name_ranks[order[i]] = first;
	}
}

void nodes_rank(struct nodes *nodes)
{
	size_t n = nodes->at.n, size = n * sizeof(uint32_t);
	uint32_t *order = mem_alloc(nodes->mem, size);

	for (uint32_t i = 0; i < n; i++)
		order[i] = i;
	if (n)
		qsort_r(order, n, sizeof(*order), rank_order, nodes);
	nodes->ranks = mem_alloc(nodes->mem, size);
	nodes->name_ranks = mem_alloc(nodes->mem, size);
	fill_ranks(nodes, order);
	mem_free(nodes->mem, order, size);
}

void nodes_sort(struct nodes *nodes)
{
	size_t n = nodes->at.n;
	struct node *sorted = mem_alloc(nodes->mem, n * sizeof(*sorted));
	uint32_t *firsts = mem_alloc(nodes->mem, n * sizeof(*firsts));

	for (size_t i = 0; i < n; i++) {
		sorted[nodes->ranks[i]] = nodes->at.at[i];
		firsts[nodes->ranks[i]] = nodes->name_ranks[i];
	}
	for (uint32_t i = 0; i < n; i++) {
		nodes->at.at[i] = sorted[i];
		nodes->name_ranks[i] = firsts[i];
		nodes->ranks[i] = i;
	}
	mem_free(nodes->mem, sorted, n * sizeof(*sorted));
	mem_free(nodes->mem, firsts, n * sizeof(*firsts));
}
