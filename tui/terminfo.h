/*
 * What is known of terminals besides their descriptions.
 */
#ifndef TUI_TERMINFO_H
#define TUI_TERMINFO_H

#include "model/buf.h"
#include "render/text.h"

/*
 * The name of a terminal whose description every server has and that a
 * terminal of that name is much like; NULL when nothing stands in for it.
 */
const char *term_stand_in(const char *name);

/*
 * Milliseconds after which Esc is Esc and not the start of something: what
 * $ESCDELAY says, or 50.
 */
int term_escdelay(const char *word);

/*
 * Adds a string of a description, which may be NULL, without the times to wait
 * ("$<5>") that it gives for hardware.
 */
void term_add_reset(struct buf *out, const char *s);

/* What the locale's characters are, on a terminal or not; after setlocale. */
enum text_charset term_charset(void);

#endif
