/*
 * Machine code as text, from objdump, that of LLVM or of GNU: instructions
 * with the line of source that each is of, as far as the binary tells.
 */
#ifndef MODEL_OBJDUMP_H
#define MODEL_OBJDUMP_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "model/buf.h"
#include "model/err.h"
#include "model/mem.h"
#include "model/strings.h"

struct instruction {
	uint64_t address;		/* in the file */
	struct str text;
	struct str function, file;	/* may be empty */
	int64_t line;			/* 0: not known */
};

struct objdump {
	struct mem *mem;
	struct buf path;		/* of the program */
	bool is_llvm;
	struct buf text;		/* what it prints; strings are in it */
	VEC(struct instruction) code;
};

/* What is to be disassembled: [start, end) of a file. */
struct objdump_query {
	const char *path;
	uint64_t start, end;
	bool is_intel;			/* in Intel's syntax */
	const _Atomic bool *cancel;
};

/* Finds an objdump; fails when none is installed.  Release it all the same. */
int objdump_init(struct objdump *objdump, struct mem *mem, struct err *err);
void objdump_release(struct objdump *objdump);

/* Fills code.  Fails as program_run does. */
int objdump_run(struct objdump *objdump, const struct objdump_query *query,
		struct err *err);

/* Makes code of text: for tests; objdump_run does this. */
void objdump_parse(struct objdump *objdump);

#endif
