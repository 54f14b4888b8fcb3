/*
 * Where the programs are that come with pprowl and are run by it: they hold
 * the libraries that pprowl itself should not be linked with.
 *
 * One is looked for beside pprowl, as it is built, in ../libexec/pprowl from
 * there, as it is installed or unpacked anywhere, and where it was to be
 * installed.  Nothing of the environment is asked, since pprowl may run for
 * root; and one that is found from where pprowl is must be, with its folder,
 * of root or of pprowl's owner, and writable by nobody who may not write
 * pprowl itself.
 */
#ifndef MODEL_HELPER_H
#define MODEL_HELPER_H

#include <stdbool.h>

#include "model/buf.h"

/* Appends the path of one by its name; false when there is none. */
bool helper_find(struct buf *path, const char *name);

#endif
