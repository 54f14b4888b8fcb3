/*
 * Keys out of the bytes that a terminal sends.
 *
 * Bytes go in as they come; keys come out in order.  Sequences are known from
 * a table of what terminals commonly send and from what the terminal's own
 * description adds.  A sequence that is not known, an answer to a question
 * nobody asked, a report of a mouse: each is dropped as a whole.  Bytes that
 * are not UTF-8 are dropped.  Nothing here reads or waits, so it needs no
 * terminal to be tested.
 *
 * A character right after Esc is that key with Alt.  Within a paste there are
 * characters, Tab and Enter only.
 */
#ifndef TUI_DECODE_H
#define TUI_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "keymap/key.h"

#define DECODE_BUFFER 4096
#define DECODE_SEQUENCES 48
#define DECODE_LENGTH 16

struct decode_sequence {
	char bytes[DECODE_LENGTH];
	size_t n;
	uint32_t code;
};

struct decode {
	unsigned char bytes[DECODE_BUFFER];
	size_t at, n;			/* bytes[at..n) are to be read */
	struct decode_sequence own[DECODE_SEQUENCES];
	size_t owns;			/* of the terminal's description */
	size_t dropping;		/* bytes dropped of an OSC, DCS, ... */
	bool in_string;			/* within one */
	bool in_paste;
};

void decode_init(struct decode *decode);

/*
 * Adds what the terminal's description says a key sends; copied.  What does not
 * start with Esc is left out: a byte that is a key must not wait.
 */
void decode_add(struct decode *decode, const char *bytes, uint32_t code);

/* Room for bytes to be read into, then told by decode_fed; n is at least 1. */
unsigned char *decode_room(struct decode *decode, size_t *n);
void decode_fed(struct decode *decode, size_t n);

/*
 * The next key; false when there is none yet.  `last` says that nothing more
 * came for as long as decode_patience had said: what has begun is then taken
 * for what it is, a lone Esc above all, or is dropped.
 */
bool decode_key(struct decode *decode, bool last, struct key *key);

/*
 * How many milliseconds without a byte end what has begun, or -1 when nothing
 * has: escdelay for a lone Esc, more for what cannot have been typed.
 */
int decode_patience(const struct decode *decode, int escdelay);

#endif
