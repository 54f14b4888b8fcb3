/*
 * Function names without what a picture has no room for, as the reference
 * shortens them (google/pprof, internal/graph: ShortenFunctionName): the
 * directories of a Go package and its major version, the packages and the
 * arguments of a Java method, the namespaces and arguments of a C++ method.
 *
 *	github.com/x/y/v4.(*T).Do	y.(*T).Do
 *	org.x.Thing.run(java.lang.Y)	Thing.run
 *	x::y::Thing::run(int)		Thing::run
 *
 * A name costs no more than a few passes over it, whatever it is.
 */
#ifndef RENDER_SHORTEN_H
#define RENDER_SHORTEN_H

#include "model/buf.h"
#include "model/strings.h"

/* Appends the short name; bytes as they come, not escaped. */
void shorten_name(struct buf *out, struct str name);

#endif
