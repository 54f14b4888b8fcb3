/*
 * Names of Rust as its compilers give them to linkers, made readable: both
 * the v0 form, "_R" and a grammar (RFC 2603), and the older one that looks
 * like C++ and ends in a hash, "_ZN...17h0123456789abcdefE".  Both come out
 * as in the reference (ianlancetaylor/demangle): without hash and crate
 * disambiguators, and at the choice of the caller without generic arguments.
 *
 * A v0 name refers back to parts of itself, so that 600 bytes can stand for
 * 2^60.  Here no name takes more than DEMANGLE_STEPS.
 */
#ifndef MODEL_DEMANGLE_RUST_H
#define MODEL_DEMANGLE_RUST_H

#include <stdbool.h>

#include "model/buf.h"
#include "model/strings.h"

/*
 * Appends what a v0 name says and returns true; false when it is none, or
 * takes too long: then what was appended is of no use.  Adds the steps taken.
 */
bool demangle_rust(struct buf *out, struct str name, bool has_generics,
		   size_t *steps);

/* The same of an older name, where generic arguments are always shown. */
bool demangle_old_rust(struct buf *out, struct str name);

#endif
