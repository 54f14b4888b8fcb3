/*
 * The symbols of a binary, as nm lists them by address, and those of them that
 * are asked for.  A symbol is all names at one address and ends in front of
 * the next one.
 */
#ifndef MODEL_SYMBOLS_H
#define MODEL_SYMBOLS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "model/buf.h"
#include "model/err.h"
#include "model/mem.h"
#include "model/pattern.h"
#include "model/strings.h"

struct symbol_name {
	uint64_t address;
	struct str raw, plain;		/* plain: of a C++ or Rust symbol */
};

struct symbol {
	uint64_t start, end;
	size_t first, n;		/* of names */
	bool is_plain;			/* it is the plain name that matches */
};

struct symbols {
	struct mem *mem;
	struct buf text, plain_text;	/* what nm prints; names are in it */
	VEC(struct symbol_name) names;
	VEC(struct symbol) found;
};

void symbols_init(struct symbols *symbols, struct mem *mem);
void symbols_release(struct symbols *symbols);

/* Lists the names in a file.  Fails as program_run does, or without an nm. */
int symbols_load(struct symbols *symbols, const char *path,
		 const _Atomic bool *cancel, struct err *err);

/*
 * Appends names from nm's text, which symbols->text holds: for tests; load
 * does this.
 */
void symbols_parse(struct symbols *symbols);

/* Whether there is a symbol of that very name; sets its address. */
bool symbols_find(const struct symbols *symbols, const char *name,
		  uint64_t *address);

/*
 * Fills found with what an address falls into, with all its names, and what
 * has a name that matches, with the first such: as it is, or made plain.  An
 * address of 0 is none.
 */
void symbols_select(struct symbols *symbols, struct pattern *pattern,
		    uint64_t address);

/* Name i < n of a symbol that was found. */
struct str symbol_name(const struct symbols *symbols,
		       const struct symbol *symbol, size_t i);

#endif
