/*
 * Identifiers in letters that linkers do not take, as ASCII: punycode (RFC
 * 3492) with "_" for "-", as Rust has it.  "gdel_5qa" is "gödel".
 */
#ifndef MODEL_PUNYCODE_H
#define MODEL_PUNYCODE_H

#include <stdbool.h>

#include "model/buf.h"

enum { PUNYCODE_MAX = 256 };	/* letters that are read */

/* Appends what s[0..n) stands for as UTF-8; false when that is nothing. */
bool punycode_decode(struct buf *out, const char *s, size_t n);

#endif
