#include "config.h"

#include "model/cancel.h"
#include "model/label_units.h"
#include "model/lanes.h"
#include "render/draft.h"
#include "render/report_labels.h"

/* Every row with its labels and its stack (google/pprof, printTraces). */

static const char separator[] =
	"-----------+-------------------------------------------------------\n";

/*
 * A node's line without its end, the value's ten columns blank: made once, it
 * is copied as often as the node is on a stack.
 */
struct node_lines {
	struct draft draft;
	const char *text;
	size_t *starts;			/* one a node and the last one's end */
};

enum { VALUE_WIDTH = 10 };

struct traces {
	const struct report *report;
	struct label_units units;
	struct lens *lens;
	struct lanes lanes;
	struct node_lines lines;
};

static void print_key(const struct report *report, struct str_id key)
{
	struct report_out *out = report->out;
	struct buf text = BUF_INIT;

	report_escape(out, &text, profile_str(report->profile, key));
	report_pad(&out->text, (struct str){ buf_str(&text), text.n }, 10);
	buf_adds(&out->text, ":  ");
	buf_release(&text);
}

static void print_strings(const struct report *report,
			  const struct label_list *list,
			  const struct label_group *group)
{
	const struct profile *p = report->profile;
	struct report_out *out = report->out;

	(void)list;
	print_key(report, group->labels[0].key);
	for (uint32_t i = 0; i < group->n; i++) {
		buf_adds(&out->text, i ? " " : "");
		report_name(out, profile_str(p, group->labels[i].str));
	}
	buf_addc(&out->text, '\n');
}

static void print_numbers(const struct report *report,
			  const struct label_list *list,
			  const struct label_group *group)
{
	const struct label_units *units = list->data;
	struct report_out *out = report->out;
	struct str_id key = group->labels[0].key;

	print_key(report, key);
	for (uint32_t i = 0; i < group->n; i++) {
		buf_adds(&out->text, i ? " " : "");
		report_value(out, &out->text, group->labels[i].num,
			     label_units_of(units, key), "auto");
		report_step(out);
	}
	buf_addc(&out->text, '\n');
}

static void add_value(const struct traces *t, int64_t value)
{
	const struct report *r = t->report;
	size_t start = r->out->text.n;

	report_sum(r, &r->out->text, value, r->options->unit);
	report_align(&r->out->text, start, VALUE_WIDTH);
}

static void lines_init(struct node_lines *lines, const struct report *report,
		       const struct nodes *nodes)
{
	struct report_out *out = &lines->draft.out;
	size_t n = nodes->at.n;

	draft_init(&lines->draft, report, 0);
	lines->starts = mem_alloc(report->profile->mem,
				  (n + 1) * sizeof(*lines->starts));
	for (size_t i = 0; i < n; i++) {
		buf_pad(&out->text, ' ', VALUE_WIDTH + 3);
		report_name(out, nodes->at.at[i].name);
		lines->starts[i + 1] = draft_length(&lines->draft);
	}
	lines->text = draft_text(&lines->draft).s;
}

static void lines_release(struct node_lines *lines, struct mem *mem, size_t n)
{
	mem_free(mem, lines->starts, (n + 1) * sizeof(*lines->starts));
	draft_release(&lines->draft);
}

static void add_frame(const struct traces *t, uint32_t node, size_t skip,
		      bool is_inline)
{
	struct report_out *out = t->report->out;
	const size_t *starts = t->lines.starts;

	buf_add(&out->text, t->lines.text + starts[node] + skip,
		starts[node + 1] - starts[node] - skip);
	buf_adds(&out->text, is_inline ? " (inline)\n" : "\n");
	report_step(out);
}

static void add_stack(const struct traces *t, const struct row *row,
		      struct lens_span span, int64_t value)
{
	const struct loc_id *frames = t->report->profile->frames.at +
				      row->first;
	size_t skip = VALUE_WIDTH;

	add_value(t, value);
	for (uint32_t i = span.lo; i < span.hi; i++) {
		const struct lens_loc *loc = &t->lens->locs[frames[i].i];
		const uint32_t *nodes = lens_frames(t->lens, loc);

		for (uint32_t k = 0; k < loc->n; k++) {
			add_frame(t, nodes[k], skip, k + 1 < loc->n);
			skip = 0;
		}
	}
}

static bool shows_any(const struct traces *t, const struct row *row,
		      struct lens_span span)
{
	const struct loc_id *frames = t->report->profile->frames.at +
				      row->first;

	for (uint32_t i = span.lo; i < span.hi; i++) {
		if (t->lens->locs[frames[i].i].n)
			return true;
	}
	return false;
}

static int64_t value_of(const struct lanes *lanes, size_t number)
{
	return lanes_mean(lanes, lanes->values[0][number],
			  lanes->is_mean ? lanes->values[1][number] : 0);
}

static void add_labels(const struct traces *t, struct label_set set)
{
	struct label_list list = {
		.lens = t->lens, .set = set,
		.before = "", .between = "", .after = "",
		.data = &t->units,
	};

	report_label_groups(t->report, &list, print_strings);
	list.is_num = true;
	report_label_groups(t->report, &list, print_numbers);
}

static void add_row(const struct traces *t, size_t number)
{
	const struct profile *p = t->report->profile;
	const struct row *row = &p->rows.at[number];
	struct lens_span span;

	if (!lens_row(t->lens, row, &span) || !shows_any(t, row, span))
		return;
	buf_adds(&t->report->out->text, separator);
	add_labels(t, p->label_sets.at[row->labels.i]);
	add_stack(t, row, span, value_of(&t->lanes, number));
}

static void print_traces(const struct traces *t)
{
	const struct profile *p = t->report->profile;

	report_labels(t->report, t->lanes.totals[0], t->report->options->unit);
	for (size_t i = 0; i < p->rows.n && report_step(t->report->out) &&
	     !cancel_at_row(t->report->cancel, i); i++)
		add_row(t, i);
	buf_adds(&t->report->out->text, separator);
}

int report_traces(const struct report *report, struct err *err)
{
	const struct profile *p = report->profile;
	struct traces t = { .report = report };

	t.lens = lens_new(p, report->view, report->cancel, err);
	if (!t.lens)
		return -1;
	report_warn(report, t.lens);
	label_units_init(&t.units, p);
	lanes_init(&t.lanes, p, report->view);
	lanes_narrow(&t.lanes, t.lens, report->view);
	lines_init(&t.lines, report, &t.lens->nodes);
	print_traces(&t);
	lines_release(&t.lines, p->mem, t.lens->nodes.at.n);
	lanes_release(&t.lanes);
	label_units_release(&t.units);
	lens_free(t.lens);
	return report_flush(report->out, err);
}
