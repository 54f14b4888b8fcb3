/*
 * One Sample record of profile.proto, decoded by hand: it is the record a
 * large profile has a million of, and the only one that is not given to
 * protobuf-c.  tests/unit_model_sample.c holds the two against each other.
 */
#ifndef MODEL_SAMPLE_H
#define MODEL_SAMPLE_H

#include <stdint.h>

#include "model/mem.h"
#include "model/profile.h"
#include "model/refs.h"
#include "model/wire.h"

/* Indices into the file's string table, and a number. */
struct raw_label {
	int64_t key, str, num, unit;
};

struct sample {
	struct mem *mem;
	struct refs *refs;		/* borrowed */
	VEC(struct loc_id) frames;	/* numbers of refs, leaf first */
	VEC(uint64_t) values;		/* each an int64_t */
	VEC(struct raw_label) labels;
};

void sample_release(struct sample *sample);

/*
 * Decodes a record over what the sample held before.  Returns NULL, or a
 * static text saying what is wrong with the record.
 */
const char *sample_decode(struct sample *sample, struct wire record);

#endif
