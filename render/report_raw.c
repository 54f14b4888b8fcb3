#include "config.h"

#include <inttypes.h>
#include <string.h>

#include "model/cancel.h"
#include "model/remains.h"
#include "render/draft.h"
#include "render/number.h"
#include "render/report_labels.h"
#include "render/report_runs.h"

/* Rows and locations whose text is made at once. */
enum { RUN_ROWS = 1024, RUN_LOCATIONS = 2048 };

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
			  const struct label_list *list,
			  const struct label_group *group)
{
	const struct profile *p = report->profile;
	struct report_out *out = report->out;

	(void)list;
	report_name(out, profile_str(p, group->labels[0].key));
	buf_adds(&out->text, ":[");
	for (uint32_t i = 0; i < group->n; i++) {
		buf_adds(&out->text, i ? " " : "");
		report_name(out, profile_str(p, group->labels[i].str));
	}
	buf_addc(&out->text, ']');
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
			  const struct label_list *list,
			  const struct label_group *group)
{
	const struct profile *p = report->profile;
	struct report_out *out = report->out;
	bool units = has_unit(group);

	(void)list;
	report_name(out, profile_str(p, group->labels[0].key));
	buf_adds(&out->text, ":[");
	for (uint32_t i = 0; i < group->n; i++) {
		buf_adds(&out->text, i ? " " : "");
		buf_addi(&out->text, group->labels[i].num, 0);
		if (!units)
			continue;
		buf_addc(&out->text, ' ');
		report_name(out, profile_str(p, group->labels[i].unit));
	}
	buf_addc(&out->text, ']');
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
 * each only once is what counts.  Each has a slot: its digits, a blank, and in
 * the last byte how long that is, 0 when the location is not shown.  Slots of
 * eight bytes, for numbers of up to six digits, make a table of a megabyte for
 * 130,000 locations, which is read in a third of the time that one of three
 * megabytes takes.
 */
enum { SLOT_SHORT = 8, SLOT_LONG = 24, SHORT_MAX = 999999 };

struct ids {
	char *slots;
	size_t slot;		/* bytes of each */
};

static void ids_init(struct ids *ids, const struct profile *p,
		     const struct lens *lens)
{
	size_t n = p->locations.n;
	struct buf text = BUF_INIT;
	char *slot;

	ids->slot = SLOT_SHORT;
	for (size_t i = 0; i < n; i++) {
		if (p->locations.at[i].id > SHORT_MAX)
			ids->slot = SLOT_LONG;
	}
	ids->slots = mem_alloc(p->mem, n * ids->slot);
	for (size_t i = 0; i < n; i++) {
		if (!lens->locs[i].n)
			continue;
		buf_clear(&text);
		buf_addu(&text, p->locations.at[i].id, 0);
		buf_addc(&text, ' ');
		slot = ids->slots + i * ids->slot;
		memcpy(slot, text.s, text.n);
		slot[ids->slot - 1] = (char)text.n;
	}
	buf_release(&text);
}

static void ids_release(struct ids *ids, const struct profile *p)
{
	mem_free(p->mem, ids->slots, p->locations.n * ids->slot);
}

/*
 * Copies whole slots of a size that the compiler knows; of each, what is too
 * much is written over by the next.
 */
static inline char *copy_slots(char *at, const char *slots, size_t slot,
			       const struct loc_id *frames, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const char *from = slots + frames[i].i * slot;

		memcpy(at, from, slot);
		at += from[slot - 1];
	}
	return at;
}

static void add_some_ids(struct buf *out, const struct ids *ids,
			 const struct loc_id *frames, size_t n)
{
	char *at;

	buf_grow(out, (n + 1) * SLOT_LONG);
	at = out->s + out->n;
	at = ids->slot == SLOT_SHORT ?
	     copy_slots(at, ids->slots, SLOT_SHORT, frames, n) :
	     copy_slots(at, ids->slots, SLOT_LONG, frames, n);
	*at = '\0';
	out->n = (size_t)(at - out->s);
}

/* A stack may be as long as the file. */
static void add_ids(struct report_out *out, const struct ids *ids,
		    const struct loc_id *frames, size_t n)
{
	enum { FRAMES = 4096 };

	for (; n > FRAMES; frames += FRAMES, n -= FRAMES) {
		add_some_ids(&out->text, ids, frames, FRAMES);
		report_step(out);
	}
	add_some_ids(&out->text, ids, frames, n);
}

/*
 * Few label sets that many rows have are made into text once, if that is not
 * long.  Where there are more, most of them are of one row.
 */
enum { SETS_FEW = 4096, SETS_TEXT_MAX = 4 << 20 };

struct set_texts {
	struct draft draft;
	const char *text;	/* of all sets; NULL: too many, or too long */
	size_t *starts;		/* of each set and of none */
};

static size_t starts_size(const struct profile *p)
{
	return (p->label_sets.n + 1) * sizeof(size_t);
}

static void make_texts(struct set_texts *texts, const struct report *report,
		       const struct lens *lens)
{
	const struct profile *p = report->profile;
	struct report sets = *report;

	sets.out = &texts->draft.out;
	for (size_t i = 0; i < p->label_sets.n; i++) {
		add_labels(&sets, lens, p->label_sets.at[i]);
		texts->starts[i + 1] = draft_length(&texts->draft);
		if (sets.out->has_failed || cancel_is_set(report->cancel))
			return;
	}
	texts->text = draft_text(&texts->draft).s;
	if (sets.out->has_failed)
		texts->text = NULL;
}

static void set_texts_init(struct set_texts *texts,
			   const struct report *report, const struct lens *lens)
{
	const struct profile *p = report->profile;

	*texts = (struct set_texts){ .text = NULL };
	if (p->label_sets.n > SETS_FEW)
		return;
	texts->starts = mem_alloc(p->mem, starts_size(p));
	draft_init(&texts->draft, report, SETS_TEXT_MAX);
	make_texts(texts, report, lens);
}

static void set_texts_release(struct set_texts *texts, const struct profile *p)
{
	if (!texts->starts)
		return;
	mem_free(p->mem, texts->starts, starts_size(p));
	draft_release(&texts->draft);
}

struct rows {
	const struct lens *lens;
	struct ids ids;
	struct set_texts sets;
};

static void add_set(const struct report *report, const struct rows *rows,
		    struct labels_id set)
{
	const struct set_texts *texts = &rows->sets;

	if (texts->text)
		buf_add(&report->out->text, texts->text + texts->starts[set.i],
			texts->starts[set.i + 1] - texts->starts[set.i]);
	else
		add_labels(report, rows->lens,
			   report->profile->label_sets.at[set.i]);
}

static void print_row(const struct report *report, const void *data,
		      size_t number)
{
	const struct rows *rows = data;
	const struct profile *p = report->profile;
	const struct row *row = &p->rows.at[number];
	struct buf *out = &report->out->text;
	struct lens_span span;

	if (!lens_row(rows->lens, row, &span))
		return;
	for (size_t i = 0; i < p->types.n; i++) {
		buf_addc(out, ' ');
		buf_addi(out, profile_value(p, 0, number, i), 10);
	}
	buf_add(out, ": ", 2);
	add_ids(report->out, &rows->ids, p->frames.at + row->first + span.lo,
		span.hi - span.lo);
	buf_addc(out, '\n');
	add_set(report, rows, row->labels);
}

static void add_rows(const struct report *report, const struct lens *lens)
{
	const struct profile *p = report->profile;
	struct rows rows = { .lens = lens };

	ids_init(&rows.ids, p, lens);
	set_texts_init(&rows.sets, report, lens);
	report_print_runs(report, &(struct report_runs){
		.n = p->rows.n, .run = RUN_ROWS,
		.print = print_row, .data = &rows,
	});
	set_texts_release(&rows.sets, p);
	ids_release(&rows.ids, p);
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

static void print_location(const struct report *report, const void *data,
			   size_t number)
{
	struct remains *remains = *(struct remains *const *)data;
	struct loc_id id = { (uint32_t)number };
	const struct profile *p = report->profile;
	const struct location *loc = &p->locations.at[id.i];
	struct buf *out = &report->out->text;
	size_t n;
	const struct line *lines = remains_lines(remains, id, &n);

	buf_addu(out, loc->id, 6);
	buf_adds(out, ": 0x");
	buf_addx(out, loc->address);
	buf_addc(out, ' ');
	if (loc->mapping.i != MAPPING_NONE) {
		buf_adds(out, "M=");
		buf_addu(out, p->mappings.at[loc->mapping.i].id, 0);
		buf_addc(out, ' ');
	}
	buf_adds(out, loc->is_folded ? "[F] " : "");
	if (!n)
		buf_addc(out, '\n');
	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_pad(out, ' ', 13);
		add_line(report, &lines[i]);
	}
}

static void add_locations(const struct report *report, struct remains *remains)
{
	size_t n = report->profile->locations.n;

	report_print_runs(report, &(struct report_runs){
		.n = n, .run = remains_are_whole(remains) ? RUN_LOCATIONS : n,
		.print = print_location, .data = &remains,
	});
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
	add_locations(report, remains);
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
