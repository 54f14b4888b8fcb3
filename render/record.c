#include "config.h"

#include "render/record.h"

#include <assert.h>
#include <string.h>

static void add_field(struct record *record, struct field field)
{
	assert(record->n < RECORD_MAX);
	record->at[record->n++] = field;
}

void record_none(struct record *record, const char *name)
{
	add_field(record, (struct field){ .name = name });
}

void record_text(struct record *record, const char *name, struct str text)
{
	add_field(record, (struct field){
		.name = name, .kind = FIELD_TEXT, .text = text,
	});
}

void record_number(struct record *record, const char *name, int64_t number)
{
	add_field(record, (struct field){
		.name = name, .kind = FIELD_NUMBER, .number = number,
	});
}

void record_known(struct record *record, const char *name, struct str text)
{
	if (text.n)
		record_text(record, name, text);
	else
		record_none(record, name);
}

enum { NAME_MAX_LENGTH = 32 };

/* A name that programs can write without quotes. */
static const char *plain_name(const char *name, char *out)
{
	size_t n = strlen(name);

	assert(n < NAME_MAX_LENGTH);
	for (size_t i = 0; i <= n; i++)
		out[i] = name[i] == '-' ? '_' : name[i];
	return out;
}

void record_csv_names(const struct record *record, struct csv *csv)
{
	char name[NAME_MAX_LENGTH];

	for (size_t i = 0; i < record->n; i++) {
		plain_name(record->at[i].name, name);
		csv_text(csv, (struct str){ name, strlen(name) });
	}
	csv_end(csv);
}

void record_csv(const struct record *record, struct csv *csv)
{
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->at[i];

		switch (field->kind) {
		case FIELD_NONE:
			csv_empty(csv);
			break;
		case FIELD_TEXT:
			csv_text(csv, field->text);
			break;
		case FIELD_NUMBER:
			csv_int(csv, field->number);
			break;
		}
	}
	csv_end(csv);
}

void record_json(const struct record *record, struct json *json)
{
	char name[NAME_MAX_LENGTH];

	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->at[i];

		plain_name(field->name, name);
		switch (field->kind) {
		case FIELD_NONE:
			json_null(json, name);
			break;
		case FIELD_TEXT:
			json_text(json, name, field->text);
			break;
		case FIELD_NUMBER:
			json_int(json, name, field->number);
			break;
		}
	}
}
