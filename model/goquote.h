/*
 * Texts in double quotes with escapes, as Go's %q prints them (strconv.Quote).
 */
#ifndef MODEL_GOQUOTE_H
#define MODEL_GOQUOTE_H

#include <stdbool.h>

#include "model/buf.h"
#include "model/strings.h"

/*
 * Takes a quoted text, and appends what it says.  False when there is none,
 * when it has no end, or an escape that Go does not know; what was taken and
 * appended until then is of no use.
 */
bool goquote_take(struct str *line, struct buf *text);

/*
 * Takes a label, "KEY":"VALUE" with blanks behind the colon or without, into
 * two buffers that are cleared before; false as above.
 */
bool goquote_pair(struct str *line, struct buf *key, struct buf *value);

#endif
