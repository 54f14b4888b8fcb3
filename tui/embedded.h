/*
 * Files that are part of the program: the pair of profiles that --demo opens
 * and the sources those name.  script/embed writes the table when pprowl is
 * built; nothing here is ever released.
 */
#ifndef TUI_EMBEDDED_H
#define TUI_EMBEDDED_H

#include <stddef.h>

struct embedded {
	const char *name;		/* as a profile has it: demo/main.go */
	const unsigned char *data;
	size_t size;
};

/* In the order of the Makefile: demo/before.pb.gz and after.pb.gz first. */
extern const struct embedded demo_files[];
extern const size_t demo_count;

#endif
