/*
 * Bytes on their way into gzip: what is added is compressed and handed on in
 * pieces of up to 64 KiB, so that nothing is held whole.  The same bytes give
 * the same gzip, which has no name and no time in it.
 */
#ifndef MODEL_DEFLATER_H
#define MODEL_DEFLATER_H

#include <stddef.h>

#include "model/mem.h"

struct deflater;

/* Takes bytes; returns -1 when it cannot, after which it gets no more. */
typedef int deflater_put(void *data, const char *s, size_t n);

/* Owned by the caller; data and mem are borrowed until deflater_free. */
struct deflater *deflater_new(struct mem *mem, deflater_put *put, void *data);
void deflater_free(struct deflater *deflater);

void deflater_add(struct deflater *deflater, const void *s, size_t n);

/* Hands on the rest.  Returns -1 when some of the bytes were not taken. */
int deflater_end(struct deflater *deflater);

#endif
