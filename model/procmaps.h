/*
 * The memory map at the end of a profile in one of the old formats: which file
 * was mapped where.  Rows are read as the reference does (ParseProcMaps): those
 * without code are left out; what stands before a row (FILE:LINE], of a log)
 * is passed over; a line NAME=VALUE makes $NAME mean VALUE in lines that
 * follow (mapnames.h); other lines are nothing.
 *
 * Of the rows mappings are made: neighbours that are parts of one file become
 * one, the main binary comes first, and each location gets the mapping that its
 * address is in.  Addresses that are in none get one mapping for all addresses.
 *
 * Costs O(log n) a row and a location, whatever the ranges are.
 */
#ifndef MODEL_PROCMAPS_H
#define MODEL_PROCMAPS_H

#include "model/profile.h"
#include "model/textlines.h"

/* Whether a memory map starts behind this line. */
bool procmaps_is_start(struct str line);

/*
 * Moves behind the next line that starts a memory map, or to the end.  Takes
 * the line at hand into account after textlines_again.
 */
int procmaps_seek(struct textlines *lines, struct err *err);

/*
 * Reads all lines that are left as a memory map, and gives the profile its
 * mappings.  It must have none, and all of its locations; one at address 0, or
 * with a mapping, stays as it is.  To be called also when nothing is left.
 */
int procmaps_read(struct textlines *lines, struct profile *profile,
		  struct err *err);

/* The two above, one after the other. */
int procmaps_finish(struct textlines *lines, struct profile *profile,
		    struct err *err);

#endif
