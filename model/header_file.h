/*
 * The file of -header_file: lines of "Name: value" that go to the server with
 * the request.  There passwords are not seen by others, as they are on a
 * command line.  Blank lines, and those that start with #, say nothing.
 */
#ifndef MODEL_HEADER_FILE_H
#define MODEL_HEADER_FILE_H

#include "model/buf.h"
#include "model/err.h"

/*
 * Appends the lines, each with a newline and without any other control
 * character.  Returns -1 with the reason when it is no regular file of up to
 * 16 kB, or has another line.
 */
int header_file_read(struct buf *headers, const char *path, struct err *err);

#endif
