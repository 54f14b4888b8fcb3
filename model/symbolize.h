/*
 * Names for addresses that a profile has none for, from the binaries that its
 * mappings name, as the reference does it (google/pprof, internal/symbolizer:
 * doLocalSymbolize).  Done once, after merging and before anything is dropped
 * or filtered.
 *
 * Binaries are found as model/binary.h has it and read by pprowl-symbolize, a
 * program of its own (model/helper.h), which has 10 s and 2 GiB for each; all
 * of them have a minute together.  Unlike in the reference, names that the
 * profile has are not replaced unless that is asked for.
 */
#ifndef MODEL_SYMBOLIZE_H
#define MODEL_SYMBOLIZE_H

#include <stdatomic.h>
#include <stdbool.h>

#include "model/demangle.h"
#include "model/profile.h"

/* What -symbolize says. */
struct symbolize_mode {
	bool is_off;			/* nothing at all is done to names */
	bool is_local;			/* binaries are looked at */
	bool is_forced;			/* for all names */
	enum demangle_mode demangle;
};

struct symbolize {
	struct symbolize_mode mode;
	const char *binary;		/* that the user named; may be NULL */
	int milliseconds;		/* for all binaries; 0: a minute */
	/* Is told what could not be looked up, a line each. */
	void (*warn)(void *data, const char *text);
	void *data;
	const _Atomic bool *cancel;	/* may be NULL */
};

/*
 * Whether addresses can be looked up: finds the binaries, of which it reads no
 * more than the heads, and says which are not there.  The profile stays as it
 * is.
 */
bool symbolize_is_useful(struct profile *profile,
			 const struct symbolize *symbolize);

/* Looks up addresses and makes all names readable, as the mode has it. */
void symbolize_profile(struct profile *profile,
		       const struct symbolize *symbolize);

#endif
