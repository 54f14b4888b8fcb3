/*
 * Files that are part of the program: the pair of profiles that --demo opens
 * and the sources those name.  script/embed writes the table when pprowl is
 * built; nothing here is ever released.
 */
#ifndef TUI_EMBEDDED_H
#define TUI_EMBEDDED_H

#include <stddef.h>

#include "model/sourcesearch.h"

/*
 * By the names that profiles have for them, like demo/main.go, in the order
 * of the Makefile: demo/before.pb.gz and after.pb.gz first.
 */
extern const struct source_embedded demo_files[];
extern const size_t demo_count;

#endif
