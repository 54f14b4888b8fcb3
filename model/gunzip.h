/*
 * Takes gzip (RFC 1952) apart as it comes: members one after the other, each a
 * head, a stream of deflate and a tail that is checked, and zeros behind the
 * last.  What deflate is made of is inflate.h's to know.
 */
#ifndef MODEL_GUNZIP_H
#define MODEL_GUNZIP_H

#include <stdbool.h>

#include "model/inflate.h"

struct gunzip;

enum gunzip_status {
	GUNZIP_GOES_ON,		/* all input is taken, or all room */
	GUNZIP_GARBAGE,		/* what follows a member is none */
	GUNZIP_DAMAGED,
};

/* As inflate_new. */
struct gunzip *gunzip_new(struct mem *mem, bool is_long);
void gunzip_free(struct gunzip *gunzip);

/*
 * Goes on until input or room is used up; not after a failure.  More may come
 * out although no input is left.
 */
enum gunzip_status gunzip_run(struct gunzip *gunzip, struct inflate_io *io);

/* Whether the input may end here: behind a member, and behind zeros. */
bool gunzip_may_end(const struct gunzip *gunzip);

/* A static text: what was found to be damaged. */
const char *gunzip_why(const struct gunzip *gunzip);

#endif
