/*
 * What the head of an ELF file says: its kind, the segments that are loaded,
 * which of them has the code, and the build id.  Files are named by profiles,
 * so every number in one is doubted; symbols and code are left to programs
 * of their own (model/program.h).
 */
#ifndef MODEL_ELF_H
#define MODEL_ELF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/err.h"

enum {
	ELF_SEGMENTS_MAX = 64,
	ELF_BUILD_ID_MAX = 64,		/* bytes */
};

enum elf_kind { ELF_OBJECT = 1, ELF_FIXED = 2, ELF_SHARED = 3 };

struct elf_segment {
	uint64_t offset, file_size;	/* in the file */
	uint64_t address, size;		/* in memory */
	bool is_code;
};

struct elf {
	int kind;			/* an elf_kind, or another number */
	struct elf_segment segments[ELF_SEGMENTS_MAX];
	size_t n_segments;
	const struct elf_segment *text;	/* that has .text; may be NULL */
	char build_id[2 * ELF_BUILD_ID_MAX + 1];	/* hex; "": none */
};

/*
 * Reads the head of a file.  Fails when it is no regular file or no ELF file,
 * with the reason as the reference has it.
 */
int elf_read(struct elf *elf, const char *path, struct err *err);

/* Where a file is mapped: [start, limit) from offset on. */
struct elf_mapping {
	uint64_t start, limit, offset;
	const uint64_t *kernel;	/* where _stext is in it; NULL: not known */
};

/*
 * Finds what is to be taken off an address of a mapping to get the one in the
 * file (google/pprof, internal/elfexec: GetBase; and, unlike there, in files
 * with debugging information alone).  Returns false when that cannot be told.
 */
bool elf_base(const struct elf *elf, const struct elf_mapping *mapping,
	      uint64_t address, uint64_t *base);

#endif
