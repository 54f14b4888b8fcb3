/*
 * Frames that are not of the program: a profiler that takes stacks in the
 * handler of a signal may find, next to the leaf, the frame that the kernel
 * pushed for the handler, or the leaf once more.  Readers of such profiles
 * take them out as the reference does.
 */
#ifndef MODEL_HANDLER_FRAMES_H
#define MODEL_HANDLER_FRAMES_H

#include "model/profile.h"

/*
 * Takes out the second frame of all rows but one in 32, when they share it,
 * twice at the most.  Then no location is left that no row has, and locations
 * are numbered in the order in which rows have them: tables_release must come
 * before.
 */
void handler_frames_drop_shared(struct profile *profile);

/*
 * Takes out second frames that are one byte before the leaf: the leaf, once
 * from the handler's context, and once from the stack, where it was taken for
 * the address behind a call.
 */
void handler_frames_drop_twins(struct profile *profile);

#endif
