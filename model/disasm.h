/*
 * Which weights of a profile fall on which symbols of its binaries: what is
 * disassembled, and what stands beside its instructions.
 *
 * As in the reference a mapping is looked at when a node of its file matches,
 * or when the address that is asked for is in it; of a binary, symbols whose
 * name matches and the one at the address; of those, the ones with weights
 * (google/pprof, internal/report: PrintAssembly).  Unlike there, an address
 * is looked up in the mapping that it is in, and nowhere else.
 */
#ifndef MODEL_DISASM_H
#define MODEL_DISASM_H

#include "model/binary.h"
#include "model/graph.h"
#include "model/symbols.h"

struct disasm_node {
	uint64_t address;		/* in the file */
	uint32_t node;
};

/* A mapping with its binary. */
struct disasm_file {
	struct binary binary;
	struct symbols symbols;
	VEC(struct disasm_node) nodes;	/* by address */
};

/* A symbol with weights: nodes [first, first + n) of its file. */
struct disasm_symbol {
	size_t file;
	struct symbol symbol;
	size_t first, n;
};

struct disasm {
	struct mem *mem;
	VEC(struct disasm_file) files;
	VEC(struct disasm_symbol) symbols;	/* by name, then address */
	size_t n_found;				/* with weights or without */
};

struct disasm_query {
	const struct lens *lens;	/* of addresses, without inlines */
	const struct graph *graph;
	struct pattern *pattern;
	uint64_t address;		/* in memory; 0: none */
	bool drops_negative;		/* nodes with less than nothing go */
	const char *binary;		/* that the user named; may be NULL */
	/* Is told of other builds, and of symbols that cannot be listed. */
	void (*warn)(void *data, const char *text);
	/* Is told why a binary cannot be opened. */
	void (*complain)(void *data, const char *text);
	void *data;
	const _Atomic bool *cancel;
};

/* Returns false when it was cancelled; release it all the same. */
bool disasm_init(struct disasm *disasm, const struct disasm_query *query);
void disasm_release(struct disasm *disasm);

#endif
