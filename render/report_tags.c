#include "config.h"

#include "model/lanes.h"
#include "render/number.h"
#include "render/report.h"
#include "render/tabs.h"
#include "render/tag_table.h"

/* Values by label (google/pprof, internal/report: printTags). */
struct tags_report {
	const struct report *report;
	const struct tag_table *table;
	int64_t total;
	struct buf text;		/* before it is in columns */
};

static void add_value(struct tags_report *t, int64_t value)
{
	report_sum(t->report, &t->text, value, t->report->options->unit);
}

static void add_percent(struct tags_report *t, int64_t value)
{
	if (t->total <= 0)
		return;
	buf_adds(&t->text, " (");
	number_percent(&t->text, value, t->total);
	buf_addc(&t->text, ')');
}

static void add_row(struct tags_report *t, const struct tag_row *row)
{
	buf_adds(&t->text, " \t");
	add_value(t, row->value.v[0]);
	add_percent(t, row->value.v[0]);
	buf_adds(&t->text, ":\t ");
	report_escape(t->report->out, &t->text, row->text);
	buf_addc(&t->text, '\n');
}

static void add_group(struct tags_report *t, const struct tag_group *group)
{
	report_escape(t->report->out, &t->text, group->key);
	buf_adds(&t->text, ":\t Total ");
	add_value(t, group->total.v[0]);
	buf_adds(&t->text, " of ");
	add_value(t, t->total);
	add_percent(t, group->total.v[0]);
	buf_addc(&t->text, '\n');
	for (size_t i = 0; i < group->n; i++)
		add_row(t, &t->table->rows.at[group->first + i]);
	buf_addc(&t->text, '\n');
}

static void print_table(const struct report *report,
			const struct tag_table *table, int64_t total)
{
	struct tags_report t = {
		.report = report, .table = table, .total = total,
	};

	for (size_t i = 0; i < table->groups.n; i++)
		add_group(&t, &table->groups.at[i]);
	tabs_print(&report->out->text, table->mem, buf_str(&t.text),
		   t.text.n);
	buf_release(&t.text);
}

static bool print_sums(const struct report *report,
		       const struct tag_sums *sums, int64_t total)
{
	struct label_units units;
	struct tag_table table;
	struct tag_table_query query = {
		.sums = sums, .units = &units, .to = report->options->unit,
		.wants_zeros = true, .cancel = report->cancel,
	};
	bool is_whole;

	label_units_init(&units, report->profile);
	is_whole = tag_table_init(&table, &query);
	if (is_whole)
		print_table(report, &table, total);
	tag_table_release(&table);
	label_units_release(&units);
	return is_whole;
}

int report_tags(const struct report *report, struct err *err)
{
	struct lens *lens = lens_new(report->profile, report->view,
				     report->cancel, err);
	struct tag_sums sums;
	struct lanes lanes;
	bool is_whole;

	if (!lens)
		return -1;
	report_warn(report, lens);
	lanes_init(&lanes, report->profile, report->view);
	lanes_narrow(&lanes, lens, report->view);
	is_whole = tag_sums_init(&sums, lens, &lanes, report->cancel) &&
		   print_sums(report, &sums, lanes.totals[0]);
	tag_sums_release(&sums);
	lanes_release(&lanes);
	lens_free(lens);
	return is_whole ? report_flush(report->out, err) :
			  err_fail(err, "cancelled");
}
