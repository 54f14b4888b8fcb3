/*
 * File names as the reference cleans them up before it shows or compares
 * them: Go's filepath.Clean, and prefixes cut off.
 */
#ifndef MODEL_PATH_H
#define MODEL_PATH_H

#include "model/buf.h"
#include "model/strings.h"

/* Appends the path without "//", "/./" and resolvable "..". */
void path_clean(struct buf *out, struct str path);

/*
 * The path without the first of the prefixes in trim (a list separated by
 * ":", may be NULL) or of /proc/self/cwd/./ and /proc/self/cwd/.  Without a
 * trim, what follows the base name of the first directory of search (such a
 * list too) that the path runs through, if there is one: of /build/app/x.go
 * and /home/me/app it is x.go.
 */
struct str path_trim(struct str path, const char *trim, const char *search);

#endif
