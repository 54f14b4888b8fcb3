/*
 * Writes JSON (RFC 8259), always valid UTF-8 whatever the names are: a byte
 * that is not becomes U+FFFD, a control \u001b.  Values come one after the
 * other, each with a name within an object and without one within a list:
 *
 *	json_open(&json, NULL, '{');
 *	json_text(&json, "type", type);
 *	json_open(&json, "rows", '[');
 *	...
 *	json_close(&json);
 *	json_close(&json);
 *
 * The outermost two levels have a line for each of their values, so that a
 * list of rows has a line a row.
 */
#ifndef RENDER_JSON_H
#define RENDER_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "model/buf.h"
#include "model/strings.h"

enum { JSON_DEPTH_MAX = 8 };

struct json {
	struct buf *out;
	bool is_ascii;			/* \u for all that is not */
	int depth;
	struct {
		char end;
		bool has_values;
	} open[JSON_DEPTH_MAX];
};

/* bracket is '{' or '['; closing the outermost ends the line. */
void json_open(struct json *json, const char *name, char bracket);
void json_close(struct json *json);

/* Names are ours and are written as they are. */
void json_text(struct json *json, const char *name, struct str value);
void json_int(struct json *json, const char *name, int64_t value);
void json_null(struct json *json, const char *name);

#endif
