#include "config.h"

#include "model/disasm.h"

#include <stdlib.h>

#include "model/cancel.h"

static bool is_kept(const struct disasm_query *query, uint32_t node)
{
	int64_t flat = query->graph->flat[node].v[0];
	int64_t cum = query->graph->cum[node].v[0];

	if (query->drops_negative && (flat < 0 || (!flat && cum < 0)))
		return false;
	return flat || cum;
}

/* Says of each string whether it is an object with a node that matches. */
static void find_objects(const struct disasm_query *query, bool *wanted)
{
	const struct nodes *nodes = &query->lens->nodes;

	for (uint32_t i = 0; i < nodes->at.n; i++) {
		const struct node *node = &nodes->at.at[i];

		if (node->info.object.i && !wanted[node->info.object.i] &&
		    is_kept(query, i) &&
		    pattern_match(query->pattern, node->name.s,
				  node->name.n) == PATTERN_YES)
			wanted[node->info.object.i] = true;
	}
}

/* Mappings that say nothing of where they are are everywhere. */
static bool covers(const struct mapping *m, uint64_t address)
{
	return (!m->start && !m->limit) ||
	       (address >= m->start && address < m->limit);
}

static bool base_of(const struct disasm_file *file, const struct mapping *m,
		    uint64_t address, uint64_t *base)
{
	bool has_kernel;
	uint64_t kernel;

	if (!covers(m, address))
		return false;
	has_kernel = binary_needs_kernel(&file->binary, m) &&
		     symbols_find(&file->symbols, "_stext", &kernel);
	return binary_base(&file->binary, m, has_kernel ? &kernel : NULL,
			   address, base);
}

static int node_order(const void *pa, const void *pb, void *data)
{
	const struct disasm_node *a = pa, *b = pb;

	if (a->address != b->address)
		return a->address < b->address ? -1 : 1;
	return nodes_compare_info(data, a->node, b->node);
}

static void add_nodes(struct disasm *d, struct disasm_file *file,
		      const struct disasm_query *query,
		      const struct mapping *m)
{
	const struct nodes *nodes = &query->lens->nodes;
	uint64_t base;

	for (uint32_t i = 0; i < nodes->at.n; i++) {
		uint64_t address = nodes->at.at[i].info.address;

		if (is_kept(query, i) && base_of(file, m, address, &base))
			*vec_push(d->mem, &file->nodes) = (struct disasm_node){
				.address = address - base, .node = i,
			};
	}
	if (file->nodes.n)
		qsort_r(file->nodes.at, file->nodes.n,
			sizeof(*file->nodes.at), node_order, (void *)nodes);
}

/* The first node from an address on. */
static size_t find_node(const struct disasm_file *file, uint64_t address)
{
	size_t lo = 0, hi = file->nodes.n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (file->nodes.at[mid].address < address)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static void add_symbols(struct disasm *d, size_t number)
{
	const struct disasm_file *file = &d->files.at[number];

	for (size_t i = 0; i < file->symbols.found.n; i++) {
		const struct symbol *symbol = &file->symbols.found.at[i];
		size_t first = find_node(file, symbol->start);
		size_t end = find_node(file, symbol->end);

		d->n_found++;
		if (end > first)
			*vec_push(d->mem, &d->symbols) =
				(struct disasm_symbol){
					number, *symbol, first, end - first
				};
	}
}

static bool is_chosen(const struct disasm_query *query,
		      const struct mapping *m)
{
	const struct profile *p = query->lens->profile;

	return query->binary && m == p->mappings.at &&
	       !strcmp(query->binary, profile_str(p, m->file).s);
}

static void add_file(struct disasm *d, const struct disasm_query *query,
		     const struct mapping *m)
{
	struct disasm_file *file = vec_push(d->mem, &d->files);
	uint64_t base, address = 0;
	struct err why;

	*file = (struct disasm_file){ .binary.path = BUF_INIT };
	symbols_init(&file->symbols, d->mem);
	if (binary_open(&file->binary, &(struct binary_query){
		.profile = query->lens->profile, .mapping = m,
		.is_chosen = is_chosen(query, m),
		.warn = query->warn, .data = query->data,
	    }, &why)) {
		query->complain(query->data, why.text);
		return;
	}
	if (symbols_load(&file->symbols, buf_str(&file->binary.path),
			 query->cancel, &why)) {
		query->warn(query->data, why.text);
		return;
	}
	if (query->address && base_of(file, m, query->address, &base))
		address = query->address - base;
	symbols_select(&file->symbols, query->pattern, address);
	add_nodes(d, file, query, m);
	add_symbols(d, d->files.n - 1);
}

static struct str first_name(const struct disasm *d,
			     const struct disasm_symbol *s)
{
	return symbol_name(&d->files.at[s->file].symbols, &s->symbol, 0);
}

static int symbol_order(const void *pa, const void *pb, void *data)
{
	const struct disasm_symbol *a = pa, *b = pb;
	int order = str_cmp(first_name(data, a), first_name(data, b));

	if (order)
		return order;
	if (a->symbol.start != b->symbol.start)
		return a->symbol.start < b->symbol.start ? -1 : 1;
	return (a->file > b->file) - (a->file < b->file);
}

bool disasm_init(struct disasm *d, const struct disasm_query *query)
{
	const struct profile *p = query->lens->profile;
	size_t n = p->strings.at.n;
	bool *wanted = mem_alloc(p->mem, n);

	*d = (struct disasm){ .mem = p->mem };
	find_objects(query, wanted);
	for (size_t i = 0; i < p->mappings.n; i++) {
		if (cancel_is_set(query->cancel))
			break;
		const struct mapping *m = &p->mappings.at[i];

		if (wanted[m->file.i] ||
		    (query->address && m->start <= query->address &&
		     query->address <= m->limit))
			add_file(d, query, m);
	}
	mem_free(p->mem, wanted, n);
	if (d->symbols.n)
		qsort_r(d->symbols.at, d->symbols.n, sizeof(*d->symbols.at),
			symbol_order, d);
	return !cancel_is_set(query->cancel);
}

void disasm_release(struct disasm *d)
{
	for (size_t i = 0; i < d->files.n; i++) {
		binary_release(&d->files.at[i].binary);
		symbols_release(&d->files.at[i].symbols);
		vec_release(d->mem, &d->files.at[i].nodes);
	}
	vec_release(d->mem, &d->files);
	vec_release(d->mem, &d->symbols);
}
