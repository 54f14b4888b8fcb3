#include "config.h"

#include "helpers/symbols.h"

#include <stdbool.h>
#include <stdlib.h>

/* How many symbols in front of an address are looked at. */
enum { LOOK_BACK = 64 };

static unsigned char rank_of(const GElf_Sym *sym)
{
	unsigned char rank = 1;

	if (GELF_ST_TYPE(sym->st_info) != STT_NOTYPE)
		rank = 4;
	if (GELF_ST_BIND(sym->st_info) == STB_GLOBAL)
		rank += 2;
	else if (GELF_ST_BIND(sym->st_info) == STB_WEAK)
		rank += 1;
	return rank;
}

static bool is_code(const GElf_Sym *sym, const char *name)
{
	int type = GELF_ST_TYPE(sym->st_info);

	return name && *name && sym->st_shndx != SHN_UNDEF &&
	       sym->st_shndx != SHN_ABS &&
	       (type == STT_NOTYPE || type == STT_FUNC ||
		type == STT_GNU_IFUNC);
}

/* By address; of several at one the best comes last. */
static int order(const void *pa, const void *pb)
{
	const struct symbol *a = pa, *b = pb;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return a->rank - b->rank;
}

void symbols_load(struct symbols *symbols, Dwfl_Module *module)
{
	int n = dwfl_module_getsymtab(module);

	*symbols = (struct symbols){ NULL, 0 };
	if (n > 0)
		symbols->at = malloc((size_t)n * sizeof(*symbols->at));
	for (int i = 1; i < n && symbols->at; i++) {
		struct symbol *symbol = &symbols->at[symbols->n];
		GElf_Sym sym;
		GElf_Addr start;

		symbol->name = dwfl_module_getsym_info(module, i, &sym, &start,
						       NULL, NULL, NULL);
		if (!is_code(&sym, symbol->name))
			continue;
		symbol->start = start;
		symbol->size = sym.st_size;
		symbol->rank = rank_of(&sym);
		symbols->n++;
	}
	if (symbols->n)
		qsort(symbols->at, symbols->n, sizeof(*symbols->at), order);
}

/* How many symbols start at an address or before it. */
static size_t count_until(const struct symbols *symbols, uint64_t address)
{
	size_t lo = 0, hi = symbols->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (symbols->at[mid].start <= address)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

const char *symbols_find(const struct symbols *symbols, uint64_t address)
{
	size_t n = count_until(symbols, address);
	const char *open = NULL;	/* one whose end is not said */

	for (size_t i = 0; i < LOOK_BACK && i < n; i++) {
		const struct symbol *symbol = &symbols->at[n - 1 - i];

		if (symbol->size > address - symbol->start)
			return symbol->name;
		if (!symbol->size && !i)
			open = symbol->name;
	}
	return open;
}
