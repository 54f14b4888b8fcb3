#include "config.h"

#include "model/lanes.h"
#include "render/info_lines.h"
#include "render/table.h"

/* What there is to know of a profile beside its samples. */

static void print_lines(const struct report *report, const struct info *info)
{
	struct report_out *out = report->out;
	struct info_lines lines;

	info_lines_init(&lines, info, out->escapes, out->charset);
	for (size_t i = 0; i < lines.at.n && report_step(out); i++) {
		struct str line = info_lines_at(&lines, i);

		buf_add(&out->text, line.s, line.n);
		buf_addc(&out->text, '\n');
	}
	info_lines_release(&lines);
}

static void add_value(struct record *record, const char *name,
		      const struct info_row *row, int side)
{
	const struct info_value *value = &row->sides[side];

	if (!value->is_known)
		record_none(record, name);
	else if (row->kind == INFO_TEXT)
		record_text(record, name, value->text);
	else
		record_number(record, name, value->number);
}

static void fill_row(struct record *record, const struct info_row *row,
		     bool has_base)
{
	static const char *const kinds[] = {
		[INFO_TEXT] = "text", [INFO_NUMBER] = "number",
		[INFO_DURATION] = "duration", [INFO_TIME] = "time",
	};

	record->n = 0;
	record_text(record, "group", row->group);
	record_known(record, "name", row->name);
	if (row->source)
		record_number(record, "source", row->source);
	else
		record_none(record, "source");
	record_text(record, "kind", str_of(kinds[row->kind]));
	if (has_base) {
		add_value(record, "base", row, SIDE_BASE);
		add_value(record, "current", row, SIDE_CURRENT);
	} else {
		add_value(record, "value", row, SIDE_CURRENT);
	}
	record_known(record, "unit", row->unit);
}

static void print_rows(const struct report *report, const struct info *info)
{
	bool has_base = report->profile->n_sides > 1;
	struct lanes lanes;
	struct table table;

	lanes_init(&lanes, report->profile, report->view);
	table_begin(&table, report, "info", lanes.totals, has_base);
	lanes_release(&lanes);
	for (size_t i = 0; i < info->rows.n && report_step(report->out); i++) {
		struct record record;

		fill_row(&record, &info->rows.at[i], has_base);
		table_row(&table, &record);
	}
	table_end(&table);
}

static int print_info(const struct report *report,
		      void (*print)(const struct report *report,
				    const struct info *info), struct err *err)
{
	struct info info;
	bool is_whole = info_init(&info, report->profile, report->cancel);

	if (is_whole)
		print(report, &info);
	info_release(&info);
	return is_whole ? report_flush(report->out, err) :
			  err_fail(err, "cancelled");
}

int report_info(const struct report *report, struct err *err)
{
	return print_info(report, print_lines, err);
}

int report_info_table(const struct report *report, struct err *err)
{
	return print_info(report, print_rows, err);
}
