/*
 * The table at the end of a Java profile of the old kind, which says what its
 * addresses stand for: they are numbers of places, not of the machine.
 *
 *	0x0000000d com.example.Store.get (Store.java:42)
 *	0x0000000e memcpy (/lib/x86_64-linux-gnu/libc.so.6)
 *	0x0000000f GC
 *
 * Read as google/pprof does (profile/legacy_java_profile.go).
 */
#ifndef MODEL_JAVA_SYMBOLS_H
#define MODEL_JAVA_SYMBOLS_H

#include "model/profile.h"
#include "model/textlines.h"

/*
 * Reads all lines that are left, and gives lines to the locations that they
 * name by their address; other lines are nothing.  Locations without one get a
 * mapping for all addresses.  Then no location has an address.  The locations
 * must have different addresses and no lines yet.  Returns 0, or -1 with the
 * reason: the input's, or an address of more than 64 bits.
 */
int java_symbols_read(struct textlines *lines, struct profile *profile,
		      struct err *err);

#endif
