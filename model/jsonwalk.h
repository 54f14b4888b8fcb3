/*
 * JSON that is too large to be held: the walk goes through objects and arrays
 * as they come, and hands everything else over in pieces, as trees
 * (jsontree.h), so that memory depends on the largest piece and not on the
 * file.
 *
 *	jsonwalk_object(walk, fn, data)	calls fn(key) for each member
 *	jsonwalk_members(walk, table, data)	members as a table says
 *	jsonwalk_array(walk, fn, data)	calls fn() for each element
 *	jsonwalk_items(walk, fn, data)	the same with each element as a tree
 *	jsonwalk_value(walk, fn, data)	one value as a tree
 *	jsonwalk_skip(walk)		any value
 *
 * A function that is called without a tree takes one value with one of these.
 * Members come in the order of the file; one that is there twice comes twice.
 *
 * Trees are made by jansson, which checks them; of what is skipped only quotes
 * and brackets are looked at.  A key with an escape in it is one that nobody
 * knows.
 */
#ifndef MODEL_JSONWALK_H
#define MODEL_JSONWALK_H

#include "model/buf.h"
#include "model/err.h"
#include "model/input.h"
#include "model/jsontree.h"
#include "model/strings.h"

enum {
	JSONWALK_PIECE_MAX = 1 << 20,	/* bytes of a value that is a tree */
	JSONWALK_DEPTH_MAX = 2048,	/* objects and arrays in each other */
};

struct jsonwalk {
	struct input *input;		/* borrowed */
	struct jsontree tree;
	struct buf piece;
	unsigned int depth;
};

/* A key is borrowed until its value is taken, an item until the end. */
typedef int jsonwalk_member_fn(struct jsonwalk *walk, struct str key,
			       void *data, struct err *err);
typedef int jsonwalk_element_fn(struct jsonwalk *walk, void *data,
				struct err *err);
typedef int jsonwalk_item_fn(struct jsonitem item, void *data,
			     struct err *err);

/* How a member is taken: by the one of the three that is there. */
struct jsonwalk_member {
	const char *key;		/* NULL ends a table */
	jsonwalk_item_fn *take;		/* its value as a tree */
	jsonwalk_item_fn *take_each;	/* each element of an array so */
	jsonwalk_element_fn *read;
};

/*
 * The input must be at its start; a byte order mark is passed over.  Returns
 * -1 with the reason when there is no jansson.  Release the walk in any case.
 */
int jsonwalk_open(struct jsonwalk *walk, struct input *input, struct mem *mem,
		  struct err *err);
void jsonwalk_release(struct jsonwalk *walk);

/*
 * The value that comes next, which must be of the kind.  They return 0, or -1
 * with the reason: their own, which has the place in it, or the function's.
 */
int jsonwalk_object(struct jsonwalk *walk, jsonwalk_member_fn *fn, void *data,
		    struct err *err);
/* Members that the table does not have are skipped. */
int jsonwalk_members(struct jsonwalk *walk,
		     const struct jsonwalk_member *members, void *data,
		     struct err *err);
int jsonwalk_array(struct jsonwalk *walk, jsonwalk_element_fn *fn, void *data,
		   struct err *err);
int jsonwalk_items(struct jsonwalk *walk, jsonwalk_item_fn *fn, void *data,
		   struct err *err);
int jsonwalk_value(struct jsonwalk *walk, jsonwalk_item_fn *fn, void *data,
		   struct err *err);
int jsonwalk_skip(struct jsonwalk *walk, struct err *err);

/* Takes a number and cuts what stands behind its point. */
int jsonwalk_int(struct jsonwalk *walk, int64_t *value, struct err *err);

/* The first byte of the value that comes next; -1 with the reason. */
int jsonwalk_peek(struct jsonwalk *walk, struct err *err);

/* Fails when anything but blanks follows. */
int jsonwalk_end(struct jsonwalk *walk, struct err *err);

/* Writes the reason with the place in front, and evaluates to -1. */
#define jsonwalk_fail(walk, ...) (jsonwalk_set(walk, __VA_ARGS__), -1)

void jsonwalk_set(const struct jsonwalk *walk, struct err *err,
		  const char *fmt, ...) __attribute__((format(printf, 3, 4)));

#endif
