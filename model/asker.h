/*
 * Asks pprowl-symbolize (helpers/symbolize.c) what is at addresses of a binary,
 * and gives a profile's locations the lines that it answers.
 */
#ifndef MODEL_ASKER_H
#define MODEL_ASKER_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/err.h"
#include "model/profile.h"
#include "model/tables.h"

/* An address that is asked for, as the file has it. */
struct ask {
	struct loc_id location;
	uint64_t address;
};

/* All borrowed. */
struct asker {
	struct profile *profile;
	struct tables *tables;		/* of the profile */
	const char *helper;		/* the program's path */
	size_t mem_end;			/* what the profile's mem may grow to */
	const _Atomic bool *cancel;	/* may be NULL */
};

/*
 * Asks for some addresses of the binary at a path; waits for ten seconds.
 * Locations that nothing is known of stay as they are.  Returns 0, or -1 with
 * the reason; what was answered until then is in the profile.
 */
int asker_ask(const struct asker *asker, const char *path,
	      const struct ask *asks, size_t n, struct err *err);

#endif
