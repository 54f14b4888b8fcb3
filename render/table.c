#include "config.h"

#include "render/table.h"

#include <string.h>

static void add_str(struct record *header, const struct profile *p,
		    const char *name, struct str_id id)
{
	record_known(header, name, profile_str(p, id));
}

static void add_nanos(struct record *header, const char *name, int64_t nanos)
{
	if (nanos)
		record_number(header, name, nanos);
	else
		record_none(header, name);
}

static const char *granularity_name(enum granularity granularity)
{
	static const char *const names[] = {
		[BY_FUNCTION] = "functions",
		[BY_FILEFUNCTION] = "filefunctions",
		[BY_FILE] = "files",
		[BY_LINE] = "lines",
		[BY_ADDRESS] = "addresses",
	};

	return names[granularity];
}

static void add_measure(struct table *t, const char *name,
			const int64_t totals[2], bool has_base)
{
	const struct profile *p = t->report->profile;
	const struct view *view = t->report->view;
	const struct value_type *type = &p->types.at[view->type];
	struct record header = { .n = 0 };

	record_text(&header, "report", str_of(name));
	record_text(&header, "type", profile_str(p, type->type));
	record_text(&header, "value", str_of(view->is_mean ? "mean" : "sum"));
	record_text(&header, "unit", profile_str(p, type->unit));
	record_number(&header, "total", totals[0]);
	if (has_base)
		record_number(&header, "base-total", totals[1]);
	record_text(&header, "granularity",
		    str_of(granularity_name(view->granularity)));
	record_json(&header, &t->json);
}

static void add_filters(struct table *t)
{
	const struct filters *filters = &t->report->view->filters;

	json_open(&t->json, "filters", '[');
	for (size_t i = 0; i < filters->n; i++) {
		json_open(&t->json, NULL, '{');
		json_text(&t->json, "name",
			  str_of(filter_name(filters->at[i].kind)));
		json_text(&t->json, "value", str_of(filters->at[i].text));
		json_close(&t->json);
	}
	json_close(&t->json);
}

static void add_profile(struct table *t)
{
	struct report_out *out = t->report->out;
	const struct profile *p = t->report->profile;
	struct str_id none = { 0 };
	struct record header = { .n = 0 };
	bool has_binary = p->mappings.n > 0;

	add_str(&header, p, "file", has_binary ? p->mappings.at[0].file : none);
	add_str(&header, p, "build-id",
		has_binary ? p->mappings.at[0].build_id : none);
	add_str(&header, p, "doc", p->doc_url);
	add_nanos(&header, "time-nanos", p->time_nanos);
	add_nanos(&header, "duration-nanos", p->duration_nanos);
	record_json(&header, &t->json);
	json_open(&t->json, "comments", '[');
	for (size_t i = 0; i < p->comments.n && report_step(out); i++)
		json_text(&t->json, NULL, profile_str(p, p->comments.at[i]));
	json_close(&t->json);
}

void table_begin(struct table *t, const struct report *report,
		 const char *name, const int64_t totals[2], bool has_base)
{
	struct report_out *out = report->out;

	*t = (struct table){
		.report = report, .is_json = report->options->json,
		.csv = { .out = &out->text, .is_ascii = out->escapes },
		.json = { .out = &out->text, .is_ascii = out->escapes },
	};
	if (!t->is_json)
		return;
	json_open(&t->json, NULL, '{');
	add_measure(t, name, totals, has_base);
	add_filters(t);
	add_profile(t);
	json_open(&t->json, "rows", '[');
}

void table_end(struct table *t)
{
	if (!t->is_json)
		return;
	json_close(&t->json);
	json_close(&t->json);
}

void table_names(struct table *t, const struct record *record)
{
	if (!t->is_json && !t->has_names)
		record_csv_names(record, &t->csv);
	t->has_names = true;
}

void table_row(struct table *t, const struct record *record)
{
	table_names(t, record);
	if (!t->is_json) {
		record_csv(record, &t->csv);
		return;
	}
	json_open(&t->json, NULL, '{');
	record_json(record, &t->json);
	json_close(&t->json);
}
