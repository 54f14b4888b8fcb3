#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "model/remains.h"
#include "render/number.h"
#include "render/report_labels.h"

/* The tables as they stand after filters (google/pprof, Profile.String). */

static void add_comments(const struct report *report)
{
	const struct profile *p = report->profile;
	struct report_out *out = report->out;

	for (size_t i = 0; i < p->comments.n; i++) {
		buf_adds(&out->text, "Comment: ");
		report_name(out, profile_str(p, p->comments.at[i]));
		buf_addc(&out->text, '\n');
	}
}

/* Go prints a duration cut to four characters here. */
static void add_duration(struct buf *out, int64_t nanos)
{
	struct buf text = BUF_INIT;
	size_t n = 0;

	number_go_duration(&text, nanos);
	for (int chars = 0; n < text.n; n++) {
		if (((unsigned char)text.s[n] & 0xc0) != 0x80 && ++chars > 4)
			break;
	}
	buf_adds(out, "Duration: ");
	buf_add(out, buf_str(&text), n);
	buf_addc(out, '\n');
	buf_release(&text);
}

static void add_header(const struct report *report)
{
	const struct profile *p = report->profile;
	struct report_out *out = report->out;

	add_comments(report);
	if (p->doc_url.i) {
		buf_adds(&out->text, "Doc: ");
		report_name(out, profile_str(p, p->doc_url));
		buf_addc(&out->text, '\n');
	}
	buf_adds(&out->text, "PeriodType: ");
	report_name(out, profile_str(p, p->period_type.type));
	buf_addc(&out->text, ' ');
	report_name(out, profile_str(p, p->period_type.unit));
	buf_addf(&out->text, "\nPeriod: %" PRId64 "\n", p->period);
	if (p->time_nanos) {
		buf_adds(&out->text, "Time: ");
		number_go_time(&out->text, p->time_nanos, NUMBER_DATE_RAW);
		buf_addc(&out->text, '\n');
	}
	if (p->duration_nanos)
		add_duration(&out->text, p->duration_nanos);
}

static void add_types(const struct report *report)
{
	const struct profile *p = report->profile;
	struct report_out *out = report->out;

	buf_adds(&out->text, "Samples:\n");
	for (size_t i = 0; i < p->types.n; i++) {
		struct str_id type = p->types.at[i].type;

		buf_adds(&out->text, i ? " " : "");
		report_name(out, profile_str(p, type));
		buf_addc(&out->text, '/');
		report_name(out, profile_str(p, p->types.at[i].unit));
		if (type.i == p->default_type.i)
			buf_adds(&out->text, "[dflt]");
	}
	buf_addc(&out->text, '\n');
}

static void print_strings(const struct report *report,
			  const struct label_group *group, struct buf *out)
{
	const struct profile *p = report->profile;

	report_escape(report->out, out, profile_str(p, group->labels[0].key));
	buf_adds(out, ":[");
	for (uint32_t i = 0; i < group->n; i++) {
		buf_adds(out, i ? " " : "");
		report_escape(report->out, out,
			      profile_str(p, group->labels[i].str));
	}
	buf_addc(out, ']');
}

static bool has_unit(const struct label_group *group)
{
	for (uint32_t i = 0; i < group->n; i++) {
		if (group->labels[i].unit.i)
			return true;
	}
	return false;
}

static void print_numbers(const struct report *report,
			  const struct label_group *group, struct buf *out)
{
	const struct profile *p = report->profile;
	bool units = has_unit(group);

	report_escape(report->out, out, profile_str(p, group->labels[0].key));
	buf_adds(out, ":[");
	for (uint32_t i = 0; i < group->n; i++) {
		buf_adds(out, i ? " " : "");
		buf_addi(out, group->labels[i].num, 0);
		if (!units)
			continue;
		buf_addc(out, ' ');
		report_escape(report->out, out,
			      profile_str(p, group->labels[i].unit));
	}
	buf_addc(out, ']');
}

static void add_labels(const struct report *report, const struct lens *lens,
		       struct label_set set)
{
	static label_print *const prints[] = { print_strings, print_numbers };
	struct label_list list = {
		.lens = lens, .set = set,
		.before = "                ", .between = " ", .after = "\n",
	};

	for (int is_num = 0; is_num < 2; is_num++) {
		list.is_num = is_num;
		report_label_groups(report, &list, prints[is_num]);
	}
}

/*
 * Numbers of locations as text: with a million stacks of twenty frames, making
 * each only once is what counts.  A number takes SLOT bytes, a blank behind it.
 */
enum { SLOT = 21 };

struct ids {
	char (*texts)[SLOT];
	unsigned char *lengths;		/* 0: not shown */
};

static void ids_init(struct ids *ids, const struct profile *p,
		     const struct lens *lens)
{
	size_t n = p->locations.n;

	ids->texts = mem_alloc(p->mem, n * sizeof(*ids->texts));
	ids->lengths = mem_alloc(p->mem, n);
	for (size_t i = 0; i < n; i++) {
		char text[SLOT + 1];

		if (!lens->locs[i].n)
			continue;
		ids->lengths[i] = (unsigned char)snprintf(
			text, sizeof(text), "%" PRIu64 " ",
			p->locations.at[i].id);
		memcpy(ids->texts[i], text, SLOT);
	}
}

static void ids_release(struct ids *ids, const struct profile *p)
{
	mem_free(p->mem, ids->texts, p->locations.n * sizeof(*ids->texts));
	mem_free(p->mem, ids->lengths, p->locations.n);
}

/* Copies whole slots, of which what is too much is written over. */
static void add_ids(struct buf *out, const struct ids *ids,
		    const struct loc_id *frames, struct lens_span span)
{
	char *at;

	buf_grow(out, (size_t)(span.hi - span.lo + 1) * SLOT);
	at = out->s + out->n;
	for (uint32_t i = span.lo; i < span.hi; i++) {
		memcpy(at, ids->texts[frames[i].i], SLOT);
		at += ids->lengths[frames[i].i];
	}
	*at = '\0';
	out->n = (size_t)(at - out->s);
}

static void add_row(const struct report *report, const struct lens *lens,
		    const struct ids *ids, size_t number)
{
	const struct profile *p = report->profile;
	const struct row *row = &p->rows.at[number];
	struct buf *out = &report->out->text;
	struct lens_span span;

	if (!lens_row(lens, row, &span))
		return;
	for (size_t i = 0; i < p->types.n; i++) {
		buf_addc(out, ' ');
		buf_addi(out, profile_value(p, 0, number, i), 10);
	}
	buf_adds(out, ": ");
	add_ids(out, ids, p->frames.at + row->first, span);
	buf_addc(out, '\n');
	add_labels(report, lens, p->label_sets.at[row->labels.i]);
}

static void add_rows(const struct report *report, const struct lens *lens)
{
	const struct profile *p = report->profile;
	struct ids ids;

	ids_init(&ids, p, lens);
	for (size_t i = 0; i < p->rows.n && report_step(report->out); i++)
		add_row(report, lens, &ids, i);
	ids_release(&ids, p);
}

static void add_line(const struct report *report, const struct line *line)
{
	const struct profile *p = report->profile;
	const struct func *func = &p->funcs.at[line->func.i];
	struct report_out *out = report->out;

	report_name(out, profile_str(p, func->name));
	buf_addc(&out->text, ' ');
	report_name(out, profile_str(p, func->filename));
	buf_addc(&out->text, ':');
	buf_addi(&out->text, line->line, 0);
	buf_addc(&out->text, ':');
	buf_addi(&out->text, line->column, 0);
	buf_adds(&out->text, " s=");
	buf_addi(&out->text, func->start_line, 0);
	if (func->name.i != func->system_name.i) {
		buf_addc(&out->text, '(');
		report_name(out, profile_str(p, func->system_name));
		buf_addc(&out->text, ')');
	}
	buf_addc(&out->text, '\n');
}

static void add_location(const struct report *report, struct remains *remains,
			 struct loc_id id)
{
	const struct location *loc = &report->profile->locations.at[id.i];
	struct buf *out = &report->out->text;
	size_t n;
	const struct line *lines = remains_lines(remains, id, &n);

	buf_addf(out, "%6" PRIu64 ": 0x%" PRIx64 " ", loc->id, loc->address);
	if (loc->mapping.i != MAPPING_NONE)
		buf_addf(out, "M=%" PRIu64 " ",
			 report->profile->mappings.at[loc->mapping.i].id);
	buf_adds(out, loc->is_folded ? "[F] " : "");
	if (!n)
		buf_addc(out, '\n');
	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_pad(out, ' ', 13);
		add_line(report, &lines[i]);
	}
}

static void add_mapping(const struct report *report,
			const struct mapping *mapping, unsigned has)
{
	static const struct {
		unsigned bit;
		const char *mark;
	} flags[] = {
		{ HAS_FUNCTIONS, "[FN]" }, { HAS_FILENAMES, "[FL]" },
		{ HAS_LINE_NUMBERS, "[LN]" }, { HAS_INLINE_FRAMES, "[IN]" },
	};
	const struct profile *p = report->profile;
	struct report_out *out = report->out;

	buf_addf(&out->text, "%" PRIu64 ": 0x%" PRIx64 "/0x%" PRIx64
		 "/0x%" PRIx64 " ", mapping->id, mapping->start,
		 mapping->limit, mapping->offset);
	report_name(out, profile_str(p, mapping->file));
	buf_addc(&out->text, ' ');
	report_name(out, profile_str(p, mapping->build_id));
	buf_addc(&out->text, ' ');
	for (size_t i = 0; i < ARRAY_SIZE(flags); i++)
		buf_adds(&out->text,
			 (has & flags[i].bit) ? flags[i].mark : "");
	buf_addc(&out->text, '\n');
}

static void print_raw(const struct report *report, struct remains *remains)
{
	const struct profile *p = report->profile;
	struct buf *out = &report->out->text;

	add_header(report);
	add_types(report);
	add_rows(report, remains->lens);
	buf_adds(out, "Locations\n");
	for (size_t i = 0; i < p->locations.n && report_step(report->out); i++)
		add_location(report, remains, (struct loc_id){ (uint32_t)i });
	buf_adds(out, "Mappings\n");
	for (size_t i = 0; i < p->mappings.n; i++) {
		const struct mapping *mapping = &p->mappings.at[i];

		add_mapping(report, mapping, remains_has(remains, mapping));
	}
}

int report_raw(const struct report *report, struct err *err)
{
	struct remains remains;
	int result = remains_init(&remains, report->profile, report->view,
				  report->cancel, err);

	if (!result) {
		report_warn(report, remains.lens);
		print_raw(report, &remains);
	}
	remains_release(&remains);
	return result ? result : report_flush(report->out, err);
}
