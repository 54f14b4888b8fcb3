/*
 * -symbolize: where names are to come from, as the reference reads it: words
 * with ":" between them, in any case.
 */
#ifndef TUI_SYMBOLIZE_H
#define TUI_SYMBOLIZE_H

#include "model/buf.h"
#include "model/symbolize.h"

/*
 * Reads the mode.  Appends the reference's two lines for words it does not
 * know, and one for servers that are to be asked, which is not done; notes may
 * be NULL.
 */
struct symbolize_mode symbolize_parse(const char *mode, struct buf *notes);

#endif
