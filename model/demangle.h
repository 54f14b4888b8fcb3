/*
 * Names of functions as programmers write them, of those that compilers give
 * to linkers.  As in the reference (google/pprof, internal/symbolizer:
 * Demangle): a name that is not the linker's is left alone, and one that looks
 * as if it had been C++ is made as short as the mode has it.
 *
 * Names are hostile: one of a few hundred bytes can stand for more text than
 * there is memory.  A name that is long or takes many steps stays as it is,
 * and so do all that are left when the profile has used up its steps or half of
 * the memory that was left.
 */
#ifndef MODEL_DEMANGLE_H
#define MODEL_DEMANGLE_H

#include "model/buf.h"
#include "model/profile.h"

enum demangle_mode {
	DEMANGLE_DEFAULT,	/* without parameters and template arguments */
	DEMANGLE_TEMPLATES,	/* without parameters */
	DEMANGLE_FULL,
	DEMANGLE_NONE,
};

enum {
	DEMANGLE_NAME_MAX = 4096,	/* bytes of a linker's name */
	DEMANGLE_STEPS = 1 << 16,	/* of one name */
};

/*
 * Appends the name, or the linker's as it is, and returns the steps that it
 * took.  Of a step no more than a few hundred bytes come.
 */
size_t demangle_name(struct buf *out, struct str linker_name,
		     enum demangle_mode mode);

struct demangle {
	enum demangle_mode mode;
	bool is_forced;			/* names are made anew */
	const _Atomic bool *cancel;	/* may be NULL */
};

/*
 * Names the functions of a profile.  Returns how many names were left as they
 * are because all together took too long, or half of the memory left.
 */
size_t demangle_profile(struct profile *profile,
			const struct demangle *demangle);

#endif
