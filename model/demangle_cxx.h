/*
 * Names of C++ as compilers give them to linkers (the Itanium ABI: "_Z"),
 * made readable by libiberty.
 *
 * libiberty makes a tree of a name and prints it.  Parts of the tree are
 * shared, so that a name of 200 bytes can print as 2^40, and no limit of
 * libiberty's is on that: it is measured first here, and what is too much is
 * not printed.  Nor is it on reading a template parameter with arguments in
 * the name of a conversion operator, which libiberty may do twice at each
 * level: such are counted first.
 */
#ifndef MODEL_DEMANGLE_CXX_H
#define MODEL_DEMANGLE_CXX_H

#include <stdbool.h>

#include "model/buf.h"
#include "model/demangle.h"
#include "model/strings.h"

/*
 * Appends what a name says and returns true; false when it is none, takes too
 * long, or libiberty is not there: then what was appended is of no use.  Adds
 * the steps taken.
 */
bool demangle_cxx(struct buf *out, struct str name, enum demangle_mode mode,
		  size_t *steps);

#endif
