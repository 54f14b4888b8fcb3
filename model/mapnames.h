/*
 * Names that a memory map gives to text: behind a line NAME=VALUE, $NAME means
 * VALUE in the lines that follow.  Of two names that fit the first counts.
 *
 * Values may have had names in them, so that a short file could make a line as
 * long as it likes: there is a limit to names and to what they make of a line.
 * For each $ all names are compared, so that their length has one, too.
 */
#ifndef MODEL_MAPNAMES_H
#define MODEL_MAPNAMES_H

#include <stdbool.h>

#include "model/arena.h"
#include "model/buf.h"
#include "model/strings.h"

enum {
	MAPNAMES_MAX = 64,
	MAPNAMES_NAME_MAX = 256,
	MAPNAMES_LINE_MAX = 16 * 1024,
};

struct mapname {
	struct str name, value;		/* live in the arena */
};

struct mapnames {
	struct arena text;
	struct mapname at[MAPNAMES_MAX];
	size_t n;
	struct buf line;
};

void mapnames_init(struct mapnames *names, struct mem *mem);
void mapnames_release(struct mapnames *names);

/*
 * Takes NAME=VALUE; other lines are nothing.  Returns NULL, or why a name is
 * above a limit: then it stands for nothing.
 */
const char *mapnames_add(struct mapnames *names, struct str line);

/*
 * Puts values in the place of names.  The line is then borrowed until the next
 * call.  Returns false when it would be longer than the limit.
 */
bool mapnames_replace(struct mapnames *names, struct str *line);

#endif
