/*
 * Writes a profile as profile.proto in gzip, the way read_proto.h reads it: what a
 * view leaves of its rows and locations, and all of its tables.
 *
 * Each record is packed alone by protobuf-c and goes straight on, so beside
 * the profile there is a number a string and the largest record.  Strings are
 * numbered as they are first met and come last but for the header, and only
 * those that something written names: the labels of rows that were filtered
 * out are not in the file.
 */
#ifndef MODEL_WRITE_H
#define MODEL_WRITE_H

#include "model/deflater.h"
#include "model/err.h"
#include "model/remains.h"

/*
 * Writes side 0, its values times ratio and then cut to whole numbers (a
 * ratio of 1, or one that is not above 0, leaves them), through put.  Returns
 * -1 with the reason when put did, or when it was cancelled.
 */
int write_profile(struct remains *remains, double ratio, deflater_put *put,
		  void *data, struct err *err);

#endif
