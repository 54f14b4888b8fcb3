/*
 * A row of a report for programs: fields by name, in a fixed order, each with
 * a text, a number or nothing.  The same record is a line of CSV and an object
 * of JSON.
 */
#ifndef RENDER_RECORD_H
#define RENDER_RECORD_H

#include <stddef.h>

#include "render/csv.h"
#include "render/json.h"

enum field_kind { FIELD_NONE, FIELD_TEXT, FIELD_NUMBER };

struct field {
	const char *name;		/* as JSON has it; "-" becomes "_" */
	enum field_kind kind;
	struct str text;		/* borrowed */
	int64_t number;
};

enum { RECORD_MAX = 24 };

struct record {
	struct field at[RECORD_MAX];
	size_t n;
};

void record_none(struct record *record, const char *name);
void record_text(struct record *record, const char *name, struct str text);
void record_number(struct record *record, const char *name, int64_t number);

/* A text, or nothing where it is empty. */
void record_known(struct record *record, const char *name, struct str text);

/* A line of the names, a line of the values. */
void record_csv_names(const struct record *record, struct csv *csv);
void record_csv(const struct record *record, struct csv *csv);

/* Adds the fields to the object that is open. */
void record_json(const struct record *record, struct json *json);

#endif
