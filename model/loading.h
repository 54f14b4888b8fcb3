/*
 * What the parts of the loader share: read_proto.c takes the records of a profile
 * one by one, resolve.c makes the references between them whole.  For those
 * two only.
 */
#ifndef MODEL_LOADING_H
#define MODEL_LOADING_H

#include "model/err.h"
#include "model/index.h"
#include "model/input.h"
#include "model/profile.h"
#include "model/refs.h"
#include "model/sample.h"
#include "model/scratch.h"

/* Field numbers of a Profile that code names, and one past the last. */
enum {
	FIELD_DROP_FRAMES = 7,
	FIELD_KEEP_FRAMES = 8,
	FIELD_TIME = 9,
	FIELD_DURATION = 10,
	FIELD_PERIOD = 12,
	FIELD_COMMENT = 13,
	FIELD_DEFAULT_TYPE = 14,
	FIELD_DOC_URL = 15,
	N_FIELDS,
};

/*
 * Until loading_resolve, a str_id holds an index of the file's string table,
 * a func_id, map_id or loc_id a number of refs, and a row's labels_id the
 * number of a raw set, plus one.
 */
struct load {
	struct profile *profile;	/* borrowed */
	struct input *input;		/* borrowed */
	VEC(struct str_id) strings;	/* the file's string table */
	struct refs mappings, funcs, locations;
	struct sample sample;		/* the one being read */
	struct scratch scratch;
	size_t n_values;		/* of each sample */
	VEC(struct raw_label) labels;
	VEC(struct label_set) label_sets;
	struct index label_index;
	uint64_t seed;
	uint64_t counts[N_FIELDS];	/* records seen, of those with one */
	int64_t scalars[N_FIELDS];	/* number fields, as they came */
	bool has_any;			/* a field of a profile is in */
};

void loading_init(struct load *load, struct profile *profile,
		  struct input *input);
void loading_release(struct load *load);

/* Returns the number of a raw label set, plus one; 0 for no labels. */
uint32_t loading_labels(struct load *load, const struct raw_label *labels,
			size_t n);

/* Makes the profile whole when all records are in. */
int loading_resolve(struct load *load, struct err *err);

#endif
