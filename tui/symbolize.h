/*
 * -symbolize: where names are to come from.  Here they come from the profile
 * alone, so all there is to do is to say so.
 */
#ifndef TUI_SYMBOLIZE_H
#define TUI_SYMBOLIZE_H

#include <stdbool.h>

#include "model/buf.h"

/*
 * Appends a line for what the mode asks for and is not done, and the
 * reference's two for words it does not know; nothing for "none" and for what
 * is as if it had not been said.
 */
void symbolize_note(const char *mode, struct buf *notes);

/* Whether no names are wanted but those that the reference reads too. */
bool symbolize_is_off(const char *mode);

#endif
