/*
 * Writes CSV (RFC 4180) a field at a time.  A record is a line, whatever the
 * names are: controls in them are written \n and \x1b, and a byte that is not
 * UTF-8 becomes U+FFFD.
 *
 * A text that a spreadsheet would take for a formula, one that starts with =,
 * +, - or @, gets a ' in front.
 */
#ifndef RENDER_CSV_H
#define RENDER_CSV_H

#include <stdbool.h>
#include <stdint.h>

#include "model/buf.h"
#include "model/strings.h"

struct csv {
	struct buf *out;
	bool is_ascii;			/* \u{...} for all that is not */
	bool has_fields;		/* in the record at hand */
};

void csv_text(struct csv *csv, struct str value);
void csv_int(struct csv *csv, int64_t value);
void csv_empty(struct csv *csv);

/* Ends the record. */
void csv_end(struct csv *csv);

#endif
