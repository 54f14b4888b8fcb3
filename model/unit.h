/*
 * Units of measure and the way from one to another, with the reference's
 * spellings: memory (kB is 1024 bytes), time and GCU.  A unit's name is matched
 * without case, and one longer than two bytes without one trailing "s".
 * Everything else ("count", "objects", "cycles") is a unit of its own kind,
 * which nothing converts.
 *
 * Tables and pure functions; no call allocates.
 */
#ifndef MODEL_UNIT_H
#define MODEL_UNIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Returns value, given in `from`, as a number of `to`, and sets *unit to how
 * that unit is spelled, or to "" when it is not worth printing.  `to` may be
 * "auto" or "minimum": the largest unit of which there is at least one, else
 * the family's own default.  A `to` from outside the family of `from` gives
 * the default too.  When `from` is of no family the value comes back as it is,
 * with *unit == `to`, which may be a name from the profile: escape it.
 *
 * *unit is borrowed: from a constant table, or `to` itself.
 */
double unit_scale(int64_t value, const char *from, const char *to,
		  const char **unit);

/*
 * Whether values given in `from` can be shown in `to`: a unit of its family, or
 * where it has none itself or a unit of any; "auto" and "minimum" always.
 */
bool unit_has(const char *from, const char *to);

/*
 * The units there are for values given in `from`, those of its family or, where
 * it has none, of all, by number; NULL behind the last.
 */
const char *unit_at(const char *from, size_t i);

/*
 * True when columns of these types can be merged: the types differ in no more
 * than a trailing "s", and the units are equal or of one family.
 */
bool unit_compatible(const char *type_a, const char *unit_a,
		     const char *type_b, const char *unit_b);

#endif
