/*
 * One line of a memory map: a row of /proc/PID/maps,
 *
 *	00400000-0048c000 r-xp 00000000 fd:01 9437335   /usr/bin/app
 *
 * or the brief form that profilers write, of which all but the range may be
 * missing:
 *
 *	0x400000-0x48c000: r-xp /usr/bin/app (@1000) c0ffee
 *
 * What is taken for a row is what the regular expressions of the reference
 * (profile/legacy_profile.go) take, odd as that may be.
 */
#ifndef MODEL_MAPROW_H
#define MODEL_MAPROW_H

#include <stdint.h>

#include "model/strings.h"

enum maprow_kind {
	MAPROW_NONE,		/* not a row */
	MAPROW_DATA,		/* a range that holds no code */
	MAPROW_CODE,
};

struct maprow {
	uint64_t start, limit, offset;
	struct str file, build_id;	/* borrowed from the line */
};

/* Takes the line apart; the row is filled for code only. */
enum maprow_kind maprow_parse(struct str line, struct maprow *row);

#endif
