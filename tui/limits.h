/*
 * What pprowl may take from a machine that it is a guest on.
 */
#ifndef TUI_LIMITS_H
#define TUI_LIMITS_H

#include <stddef.h>

#include "model/err.h"

/*
 * The bytes that -max_memory stands for by default: half of the smaller of the
 * memory the system has available and what the control groups of the process
 * leave, at least 256 MB.
 */
size_t limits_memory(void);

/* The same for a system whose /proc and /sys are below root: for tests. */
size_t limits_memory_below(const char *root);

/*
 * Makes the kernel end this process first when memory runs out, rather than
 * the service it is looking at.  Tried; nothing is said when it fails.
 */
void limits_oom_first(void);

/*
 * Reads a size such as 1000000, 512MB, 1GiB or 2g, case and the B left to the
 * user; k, M, G and T are powers of 1024.  Returns 0, or -1 with the reason.
 */
int limits_parse_size(const char *text, size_t *bytes, struct err *err);

#endif
