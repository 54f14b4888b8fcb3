#include "config.h"

#include <string.h>

#include "model/lanes.h"
#include "render/draft.h"
#include "render/number.h"
#include "render/report_graph.h"
#include "render/table.h"
#include "render/tabs.h"
#include "render/tag_table.h"

/* Values by label (google/pprof, internal/report: printTags). */
struct tags_report {
	const struct report *report;
	const struct tag_table *table;
	int64_t total;
	struct report_out *text;	/* before it is in columns */
};

static void add_value(struct tags_report *t, int64_t value)
{
	report_sum(t->report, &t->text->text, value, t->report->options->unit);
}

static void add_percent(struct tags_report *t, int64_t value)
{
	if (t->total <= 0)
		return;
	buf_adds(&t->text->text, " (");
	number_percent(&t->text->text, value, t->total);
	buf_addc(&t->text->text, ')');
}

static void add_row(struct tags_report *t, const struct tag_row *row)
{
	buf_adds(&t->text->text, " \t");
	add_value(t, row->value.v[0]);
	add_percent(t, row->value.v[0]);
	buf_adds(&t->text->text, ":\t ");
	report_name(t->text, row->text);
	buf_addc(&t->text->text, '\n');
}

static void add_group(struct tags_report *t, const struct tag_group *group)
{
	report_name(t->text, group->key);
	buf_adds(&t->text->text, ":\t Total ");
	add_value(t, group->total.v[0]);
	buf_adds(&t->text->text, " of ");
	add_value(t, t->total);
	add_percent(t, group->total.v[0]);
	buf_addc(&t->text->text, '\n');
	for (size_t i = 0; i < group->n; i++)
		add_row(t, &t->table->rows.at[group->first + i]);
	buf_addc(&t->text->text, '\n');
}

/* What there is to print. */
struct tags_found {
	const struct report *report;
	const struct lanes *lanes;
	const struct tag_sums *sums;
	const struct label_units *units;
	const struct tag_table *table;
};

typedef void tags_print(const struct tags_found *found);

static void print_columns(const struct report *report, struct mem *mem,
			  struct str text)
{
	struct report_out *out = report->out;
	struct tabs tabs;

	tabs_init(&tabs, mem, text);
	for (size_t i = 0; i < tabs.rows.n && report_step(out); i++)
		tabs_print(&tabs, i, &out->text);
	tabs_release(&tabs);
}

static void print_text(const struct tags_found *found)
{
	const struct tag_table *table = found->table;
	const struct report *report = found->report;
	struct draft draft;
	struct tags_report t = {
		.report = report, .table = table, .text = &draft.out,
		.total = found->lanes->totals[0],
	};

	draft_init(&draft, report, 0);
	for (size_t i = 0; i < table->groups.n; i++)
		add_group(&t, &table->groups.at[i]);
	print_columns(report, table->mem, draft_text(&draft));
	draft_release(&draft);
}

/* -csv and -json: a key, then its tags. */
struct tags_rows {
	const struct tags_found *found;
	struct table table;
	struct record record;
	bool has_base;
};

static bool has_room(const struct tags_rows *t)
{
	return report_step(t->found->report->out);
}

/* Numbers that are shown alike are one row. */
static void add_number(struct tags_rows *t, const char *name, uint32_t tag)
{
	if (tag == TAG_NONE)
		record_none(&t->record, name);
	else
		record_number(&t->record, name,
			      t->found->sums->tags.at.at[tag].num);
}

static void fill_tag(struct tags_rows *t, const struct tag_group *group,
		     const struct tag_row *row)
{
	const char *unit = label_units_of(t->found->units, group->id);

	record_text(&t->record, "tag", row->text);
	add_number(t, "low", row->low);
	add_number(t, "high", row->high);
	record_known(&t->record, "tag-unit",
		     str_of(row->low == TAG_NONE ? "" : unit));
}

static void fill_no_tag(struct tags_rows *t)
{
	static const char *const names[] = {
		"tag", "low", "high", "tag-unit"
	};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		record_none(&t->record, names[i]);
}

static void add_sum(struct tags_rows *t, const char *name, int64_t value)
{
	record_number(&t->record, name,
		      lanes_scale(value, t->found->lanes->ratio));
}

static void fill_value(struct tags_rows *t, const struct graph_value *value)
{
	const struct profile *p = t->found->report->profile;
	size_t type = t->found->report->view->type;

	add_sum(t, "value", value->v[0]);
	if (t->has_base) {
		add_sum(t, "base", value->v[1]);
		add_sum(t, "current", lanes_add(value->v[0], value->v[1]));
	}
	record_text(&t->record, "unit",
		    profile_str(p, p->types.at[type].unit));
}

static void start_csv(struct tags_rows *t, const char *kind, struct str key)
{
	t->record.n = 0;
	record_text(&t->record, "kind", str_of(kind));
	record_text(&t->record, "key", key);
}

static void put_csv_group(struct tags_rows *t, const struct tag_group *group)
{
	start_csv(t, "key", group->key);
	fill_no_tag(t);
	fill_value(t, &group->total);
	table_row(&t->table, &t->record);
	for (size_t i = 0; i < group->n && has_room(t); i++) {
		const struct tag_row *row =
			&t->found->table->rows.at[group->first + i];

		start_csv(t, "tag", group->key);
		fill_tag(t, group, row);
		fill_value(t, &row->value);
		table_row(&t->table, &t->record);
	}
}

static void put_json_tag(struct tags_rows *t, const struct tag_group *group,
			 const struct tag_row *row)
{
	t->record.n = 0;
	fill_tag(t, group, row);
	fill_value(t, &row->value);
	json_open(&t->table.json, NULL, '{');
	record_json(&t->record, &t->table.json);
	json_close(&t->table.json);
}

static void put_json_group(struct tags_rows *t, const struct tag_group *group)
{
	struct json *json = &t->table.json;

	t->record.n = 0;
	record_text(&t->record, "key", group->key);
	fill_value(t, &group->total);
	json_open(json, NULL, '{');
	record_json(&t->record, json);
	json_open(json, "tags", '[');
	for (size_t i = 0; i < group->n && has_room(t); i++)
		put_json_tag(t, group,
			     &t->found->table->rows.at[group->first + i]);
	json_close(json);
	json_close(json);
}

static void put_names(struct tags_rows *t)
{
	struct graph_value none = { { 0, 0 } };

	start_csv(t, "", str_of(""));
	fill_no_tag(t);
	fill_value(t, &none);
	table_names(&t->table, &t->record);
}

static void print_rows(const struct tags_found *found)
{
	const struct lanes *lanes = found->lanes;
	struct tags_rows t = {
		.found = found,
		.has_base = lanes->values[1] && !lanes->is_mean,
	};
	int64_t totals[2];

	for (size_t i = 0; i < ARRAY_SIZE(totals); i++)
		totals[i] = lanes_scale(lanes->totals[i], lanes->ratio);
	table_begin(&t.table, found->report, "tags", totals, t.has_base);
	put_names(&t);
	for (size_t i = 0; i < found->table->groups.n; i++) {
		if (!report_step(found->report->out))
			break;
		(t.table.is_json ? put_json_group : put_csv_group)(
			&t, &found->table->groups.at[i]);
	}
	table_end(&t.table);
}

static bool print_sums(const struct tags_found *found, tags_print *print)
{
	const struct report *report = found->report;
	struct tags_found whole = *found;
	struct label_units units;
	struct tag_table table;
	struct tag_table_query query = {
		.sums = found->sums, .units = &units,
		.to = report->options->unit, .wants_zeros = true,
		.cancel = report->cancel,
	};
	bool is_whole;

	label_units_init(&units, report->profile);
	is_whole = tag_table_init(&table, &query);
	whole.units = &units;
	whole.table = &table;
	if (is_whole)
		print(&whole);
	tag_table_release(&table);
	label_units_release(&units);
	return is_whole;
}

static int print_tags(const struct report *report, tags_print *print,
		      struct err *err)
{
	struct lens *lens = lens_new(report->profile, report->view,
				     report->cancel, err);
	struct tag_sums sums;
	struct lanes lanes;
	struct tags_found found = {
		.report = report, .lanes = &lanes, .sums = &sums,
	};
	bool is_whole;

	if (!lens)
		return -1;
	report_warn(report, lens);
	report_lanes(report, lens, &lanes);
	is_whole = tag_sums_init(&sums, lens, &lanes, report->cancel) &&
		   print_sums(&found, print);
	tag_sums_release(&sums);
	lanes_release(&lanes);
	lens_free(lens);
	return is_whole ? report_flush(report->out, err) :
			  err_fail(err, "cancelled");
}

int report_tags(const struct report *report, struct err *err)
{
	return print_tags(report, print_text, err);
}

int report_tags_table(const struct report *report, struct err *err)
{
	return print_tags(report, print_rows, err);
}
