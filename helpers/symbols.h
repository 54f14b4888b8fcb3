/*
 * The symbols of a file by address.  (libdwfl goes through all of them for
 * each address.)
 */
#ifndef HELPERS_SYMBOLS_H
#define HELPERS_SYMBOLS_H

#include <elfutils/libdwfl.h>
#include <stddef.h>
#include <stdint.h>

struct symbol {
	uint64_t start, size;		/* in the terms of libdwfl */
	const char *name;		/* borrowed from the module */
	unsigned char rank;		/* the highest is the one to tell */
};

struct symbols {
	struct symbol *at;		/* malloc'd; sorted */
	size_t n;
};

/* Lists what may be code.  Without memory for all there are none. */
void symbols_load(struct symbols *symbols, Dwfl_Module *module);

/* The name of what an address is in; NULL when that is nothing. */
const char *symbols_find(const struct symbols *symbols, uint64_t address);

#endif
