#include "config.h"

#include "render/report.h"

#include <string.h>

#include "model/lanes.h"
#include "model/rune.h"
#include "model/tag_filter.h"
#include "model/unit.h"
#include "render/number.h"

static void hand_on(struct report_out *out, const char *s, size_t n)
{
	if (n && !out->has_failed && out->write(out->data, s, n))
		out->has_failed = true;
}

bool report_hand_on(struct report_out *out)
{
	hand_on(out, out->text.s, out->text.n);
	buf_clear(&out->text);
	return !out->has_failed;
}

bool report_add(struct report_out *out, const char *s, size_t n)
{
	if (n < REPORT_PIECE) {
		buf_add(&out->text, s, n);
		return report_step(out);
	}
	report_hand_on(out);
	hand_on(out, s, n);
	return !out->has_failed;
}

int report_flush(struct report_out *out, struct err *err)
{
	return report_hand_on(out) ? 0 :
	       err_fail(err, "the output could not be written");
}

void report_escape(const struct report_out *out, struct buf *to,
		   struct str text)
{
	if (out->escapes)
		text_escape(to, text.s, text.n, out->charset);
	else
		buf_add(to, text.s, text.n);
}

void report_name(struct report_out *out, struct str name)
{
	report_escape(out, &out->text, name);
	report_step(out);
}

void report_marked(struct report_out *out, struct str name)
{
	if (out->marks_names)
		buf_addc(&out->text, REPORT_MARK);
	report_name(out, name);
	if (out->marks_names)
		buf_addc(&out->text, REPORT_MARK);
}

void report_value(const struct report_out *out, struct buf *to, int64_t value,
		  const char *from, const char *unit)
{
	struct buf text = BUF_INIT;

	if (!out->escapes) {
		number_value(to, value, from, unit);
		return;
	}
	number_value(&text, value, from, unit);
	report_escape(out, to, (struct str){ buf_str(&text), text.n });
	buf_release(&text);
}

static const char *type_unit(const struct report *report)
{
	const struct profile *p = report->profile;

	return profile_str(p, p->types.at[report->view->type].unit).s;
}

void report_sum(const struct report *report, struct buf *to, int64_t value,
		const char *unit)
{
	report_value(report->out, to,
		     lanes_scale(value, view_ratio(report->view)),
		     type_unit(report), unit);
}

void report_text(struct report_out *out, struct str text)
{
	while (text.n) {
		const char *tab = memchr(text.s, '\t', text.n);
		size_t n = tab ? (size_t)(tab - text.s) : text.n;

		report_escape(out, &out->text, (struct str){ text.s, n });
		if (tab)
			buf_addc(&out->text, '\t');
		n += tab != NULL;
		text.s += n;
		text.n -= n;
	}
}

void report_pad(struct buf *out, struct str text, size_t width)
{
	size_t n = rune_count(text.s, text.n);

	if (n < width)
		buf_pad(out, ' ', width - n);
	buf_add(out, text.s, text.n);
}

void report_align(struct buf *out, size_t start, size_t width)
{
	size_t n = rune_count(out->s + start, out->n - start), length;

	if (n >= width)
		return;
	length = out->n - start;
	buf_pad(out, ' ', width - n);
	memmove(out->s + start + width - n, out->s + start, length);
	memset(out->s + start, ' ', width - n);
}

static void add_line(struct report_out *out, const char *label,
		     struct str text)
{
	buf_adds(&out->text, label);
	report_name(out, text);
	buf_addc(&out->text, '\n');
}

static void add_binary(const struct report *report)
{
	const struct profile *p = report->profile;
	struct str file, build_id;

	if (!p->mappings.n)
		return;
	file = profile_str(p, p->mappings.at[0].file);
	build_id = profile_str(p, p->mappings.at[0].build_id);
	if (file.n)
		add_line(report->out, "File: ", str_base(file));
	if (build_id.n)
		add_line(report->out, "Build ID: ", build_id);
}

static void add_comments(const struct report *report)
{
	const struct profile *p = report->profile;

	for (size_t i = 0; i < p->comments.n; i++) {
		struct str comment = profile_str(p, p->comments.at[i]);

		if (!comment.n || comment.s[0] != '#')
			add_line(report->out, "", comment);
	}
}

/* The share of the duration is printed where the total is a time. */
static void add_duration(const struct report *report, int64_t total,
			 const char *unit)
{
	struct buf *out = &report->out->text;
	const char *spelling;
	double nanos = unit_scale(total, type_unit(report), "nanoseconds",
				  &spelling);

	buf_adds(out, "Duration: ");
	number_value(out, report->profile->duration_nanos, "nanoseconds",
		     "auto");
	buf_adds(out, ", Total samples = ");
	report_sum(report, out, total, unit);
	buf_addc(out, ' ');
	if (!strcmp(spelling, "ns") && nanos != 0) {
		buf_addc(out, '(');
		number_percent(out, lanes_cut(nanos),
			       report->profile->duration_nanos);
		buf_addc(out, ')');
	}
	buf_addc(out, '\n');
}

void report_labels(const struct report *report, int64_t total,
		   const char *unit)
{
	const struct profile *p = report->profile;
	struct report_out *out = report->out;
	struct str type = profile_str(p, p->types.at[report->view->type].type);

	add_binary(report);
	add_comments(report);
	if (report->view->is_mean)
		add_line(out, "Type: mean_", type);
	else if (type.n)
		add_line(out, "Type: ", type);
	if (p->doc_url.i)
		add_line(out, "Doc: ", profile_str(p, p->doc_url));
	if (p->time_nanos) {
		buf_adds(&out->text, "Time: ");
		number_go_time(&out->text, p->time_nanos, NUMBER_DATE_HEADER);
		buf_addc(&out->text, '\n');
	}
	if (p->duration_nanos)
		add_duration(report, total, unit);
}

static const char *const warn_names[FILTER_KINDS] = {
	[FILTER_FOCUS] = "Focus", [FILTER_IGNORE] = "Ignore",
	[FILTER_HIDE] = "Hide", [FILTER_SHOW] = "Show",
	[FILTER_SHOW_FROM] = "ShowFrom", [FILTER_TAGFOCUS] = "TagFocus",
	[FILTER_TAGIGNORE] = "TagIgnore", [FILTER_TAGSHOW] = "TagShow",
	[FILTER_TAGHIDE] = "TagHide",
};

bool report_unmatched(const struct lens *lens, size_t i, uint32_t tags_met,
		      struct buf *out)
{
	enum filter_kind kind = lens->filters->at[i].kind;
	bool is_met = filter_is_tag(kind) ? tags_met >> i & 1 :
					    lens->matches[i].is_matched;

	if (is_met || !warn_names[kind])
		return false;
	buf_addf(out, "%s expression matched no samples", warn_names[kind]);
	return true;
}

static void warn_filter(const struct report *report, const struct lens *lens,
			size_t i, uint32_t tags_met)
{
	enum filter_kind kind = lens->filters->at[i].kind;
	const struct sieve_match *match = &lens->matches[i];
	struct buf text = BUF_INIT;

	if (report_unmatched(lens, i, tags_met, &text))
		report->warn(report->data, buf_str(&text));
	buf_clear(&text);
	if (match->n_undecided) {
		buf_addf(&text, "%s: %zu names could not be decided "
			 "within the limits and count as no match",
			 filter_name(kind), match->n_undecided);
		report->warn(report->data, buf_str(&text));
	}
	buf_release(&text);
}

static void warn_ranges(const struct report *report)
{
	const struct filters *filters = &report->view->filters;
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < filters->n; i++) {
		const struct filter *filter = &filters->at[i];
		const char *range = tag_filter_range(filter->text);

		if (!range || (filter->kind != FILTER_TAGFOCUS &&
			       filter->kind != FILTER_TAGIGNORE))
			continue;
		buf_clear(&text);
		buf_addf(&text, "%s:Interpreted '%s' as range, not regexp",
			 filter_name(filter->kind), range);
		report->warn(report->data, buf_str(&text));
	}
	buf_release(&text);
}

void report_warn(const struct report *report, const struct lens *lens)
{
	const struct filters *filters = lens->filters;
	uint32_t tags_met = lens_tags_met(lens);

	warn_ranges(report);
	for (int kind = 0; kind < FILTER_KINDS; kind++) {
		for (size_t i = 0; i < filters->n; i++) {
			if (filters->at[i].kind == (enum filter_kind)kind)
				warn_filter(report, lens, i, tags_met);
		}
	}
}
