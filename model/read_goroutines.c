/*
 * Goroutine dumps: debug=2 of Go's goroutine profile, and what a program
 * prints when it panics or is sent SIGQUIT, with the lines of a log before,
 * behind and in front of it.  A goroutine is a sample of 1; those that have
 * the same stack and labels are one sample.
 *
 * Its state is the label "state", how long it has waited "wait" (the
 * text has minutes; seconds are what reports can print with a unit), the
 * function that started it "created by"; "locked" and "synctest bubble" are
 * there where they say something, and labels of the program are beside them.
 * Its number is kept nowhere: no two would be alike.
 *
 * Functions have the names that the binary profile (debug=0) has, and no other
 * frames are made but for those that were left out, which are one of that name.
 */
#include "config.h"

#include "model/format.h"

#include <inttypes.h>
#include <string.h>

#include "model/crash.h"
#include "model/log_prefix.h"
#include "model/rows.h"
#include "model/scanline.h"
#include "model/tables.h"
#include "model/textlines.h"
#include "model/traceback.h"

enum {
	/* More than processors, which are what can keep one running. */
	WITHOUT_STACK = 256,
	PREFIX_MAX = 4096,		/* bytes; no log writes so much */
};

static const char elided[] = "...additional frames elided...";

/* What is known of the goroutine at hand. */
struct goroutine {
	bool is_open;			/* there is one */
	bool is_whole;			/* its creator has been read */
	bool is_ancestor;		/* frames are of another */
	bool has_no_stack;		/* and it is said why */
	bool ends_in_goexit;
	int64_t id;
	uint64_t number;		/* the line of its header */
	VEC(struct label) labels;
	VEC(struct loc_id) frames;
	VEC(struct line) inlined;	/* waiting for what they are in */
};

struct dump {
	struct reading *reading;
	struct profile *profile;
	struct textlines lines;
	struct tables tables;
	struct rows rows;
	VEC(int64_t) counts;		/* goroutines of each row */
	struct crash crash;
	struct buf prefix;		/* of a log, in front of the lines */
	struct goroutine g;
	VEC(char) call;			/* what a place may follow */
	bool has_call;
	uint64_t call_number;		/* its line */
	struct buf key, value;		/* of a label */
	/*
	 * Lines that are wrong if the goroutine goes on behind them, and else
	 * are no part of it.
	 */
	uint64_t n_doubtful;
	struct err first_doubtful;
	/*
	 * Goroutines whose stack may still come: with GOTRACEBACK=crash each
	 * thread, behind a line of its own ("-----"), prints what it runs.
	 */
	struct {
		int64_t id;
		struct labels_id labels;
	} later[WITHOUT_STACK];
	size_t n_later;
	bool has_rule;			/* such a line, since the last header */
	bool goes_on;			/* behind such a line */
	bool has_failed;		/* of rows */
	struct err failure;
};

/* Labels. */

static void add_label(struct dump *d, struct str key, struct str value)
{
	*vec_push(d->profile->mem, &d->g.labels) = (struct label){
		.key = tables_string(&d->tables, key),
		.str = tables_string(&d->tables, value),
	};
}

static void add_wait(struct dump *d, int64_t minutes)
{
	bool fits = minutes <= INT64_MAX / 60;

	*vec_push(d->profile->mem, &d->g.labels) = (struct label){
		.key = tables_string(&d->tables, str_of("wait")),
		.unit = tables_string(&d->tables, str_of("seconds")),
		.num = fits ? minutes * 60 : INT64_MAX,
		.is_num = true,
	};
}

static void add_program_labels(struct dump *d, struct str labels)
{
	int more;

	while ((more = traceback_label(&labels, &d->key, &d->value)) > 0)
		add_label(d, (struct str){ d->key.s, d->key.n },
			  (struct str){ d->value.s, d->value.n });
	if (more < 0)
		textlines_refuse(&d->lines, "labels that are not quoted");
}

static void add_header_labels(struct dump *d,
			      const struct traceback_header *header)
{
	buf_clear(&d->value);
	traceback_state(&d->value, header->state);
	add_label(d, str_of("state"), (struct str){ d->value.s, d->value.n });
	if (header->minutes)
		add_wait(d, header->minutes);
	if (header->is_locked)
		add_label(d, str_of("locked"), str_of("to thread"));
	if (header->bubble.n)
		add_label(d, str_of("synctest bubble"), header->bubble);
	add_program_labels(d, header->labels);
}

/* Lines that are in doubt. */

static void doubt(struct dump *d, uint64_t number, const char *why)
{
	if (!d->n_doubtful++)
		err_set(&d->first_doubtful, "line %" PRIu64 ": %s", number,
			why);
}

/* They were of the goroutine. */
static void settle_doubt(struct dump *d)
{
	if (d->n_doubtful && !d->lines.n_bad)
		d->lines.first_bad = d->first_doubtful;
	d->lines.n_bad += d->n_doubtful;
	d->n_doubtful = 0;
}

static void keep_call(struct dump *d, struct str line)
{
	d->call.n = 0;
	vec_reserve(d->profile->mem, &d->call, line.n);
	memcpy(d->call.at, line.s, line.n);
	d->call.n = line.n;
	d->has_call = true;
	d->call_number = d->lines.number;
}

static void drop_call(struct dump *d)
{
	if (d->has_call)
		doubt(d, d->call_number, "no file and line under it");
	d->has_call = false;
}

static struct str call_text(const struct dump *d)
{
	return (struct str){ d->call.at, d->call.n };
}

/* Frames. */

static struct line make_line(struct dump *d, struct str name, struct str file,
			     int64_t line)
{
	struct func func = {
		.name = tables_string(&d->tables, name),
		.filename = tables_string(&d->tables, file),
	};

	func.system_name = func.name;
	return (struct line){ tables_func(&d->tables, &func), line, 0 };
}

/* Makes one location of the lines that are inlined into the last of them. */
static void push_location(struct dump *d, uint64_t address)
{
	struct location loc = {
		.address = address,
		.n_lines = (uint32_t)d->g.inlined.n,
	};

	*vec_push(d->profile->mem, &d->g.frames) =
		tables_location(&d->tables, loc, d->g.inlined.at);
	d->g.inlined.n = 0;
}

/* Frames that nothing follows that they could be in. */
static void flush_inlined(struct dump *d)
{
	if (d->g.inlined.n)
		push_location(d, 0);
}

static void push_go_frame(struct dump *d, const struct traceback_call *call,
			  const struct traceback_place *place)
{
	*vec_push(d->profile->mem, &d->g.inlined) =
		make_line(d, call->name, place->file, place->line);
	crash_frame(&d->crash, call->name, place);
	d->g.ends_in_goexit = str_is(call->name, "runtime.goexit");
	if (!call->has_no_arguments || place->has_offset)
		push_location(d, place->pc ? place->pc - 1 : 0);
}

/* C code, whose names may have blanks and parentheses. */
static void push_foreign_frame(struct dump *d, struct str name,
			       const struct traceback_place *place)
{
	flush_inlined(d);
	d->g.ends_in_goexit = false;
	if (!str_is(name, "non-Go function")) {
		*vec_push(d->profile->mem, &d->g.inlined) =
			make_line(d, name, place->file, place->line);
		crash_frame(&d->crash, name, place);
	}
	push_location(d, place->pc);
}

static void push_elided(struct dump *d)
{
	flush_inlined(d);
	d->g.ends_in_goexit = false;
	*vec_push(d->profile->mem, &d->g.inlined) =
		make_line(d, str_of(elided), str_of(""), 0);
	push_location(d, 0);
}

/* A frame of the call and what stands under it; false when it is none. */
static bool take_frame(struct dump *d, const struct traceback_place *place)
{
	struct str text = call_text(d);
	struct traceback_call call;

	if (place->is_foreign) {
		push_foreign_frame(d, text, place);
		return true;
	}
	if (!traceback_call(text, &call))
		return false;
	if (!d->g.is_ancestor)
		push_go_frame(d, &call, place);
	return true;
}

static void take_place(struct dump *d, const struct traceback_place *place)
{
	struct str creator;

	d->has_call = false;
	if (traceback_creator(call_text(d), &creator)) {
		if (!d->g.is_ancestor)
			add_label(d, str_of("created by"), creator);
		d->g.is_whole = true;
	} else if (!take_frame(d, place)) {
		doubt(d, d->call_number, "no function with its arguments");
		doubt(d, d->lines.number, "no function above it");
		return;
	}
	settle_doubt(d);
}

/* Goroutines. */

static void add_row(struct dump *d, const struct loc_id *frames, size_t n,
		    struct labels_id labels)
{
	struct rows_key key = { frames, n, labels, 0 };
	uint32_t row;

	if (d->has_failed || rows_number(&d->rows, &key, &row, &d->failure)) {
		d->has_failed = true;
		return;
	}
	if (row == d->counts.n)
		*vec_push(d->profile->mem, &d->counts) = 0;
	d->counts.at[row]++;
}

static void flush_later(struct dump *d)
{
	for (size_t i = 0; i < d->n_later; i++)
		add_row(d, NULL, 0, d->later[i].labels);
	d->n_later = 0;
}

/* A goroutine comes again, now with its stack. */
static void forget_later(struct dump *d, int64_t id)
{
	for (size_t i = 0; id && i < d->n_later; i++) {
		if (d->later[i].id != id)
			continue;
		d->later[i] = d->later[--d->n_later];
		return;
	}
}

static void add_goroutine(struct dump *d)
{
	struct goroutine *g = &d->g;
	struct labels_id labels = tables_labels(&d->tables, g->labels.at,
						g->labels.n);

	if (g->frames.n || d->n_later == WITHOUT_STACK) {
		add_row(d, g->frames.at, g->frames.n, labels);
		return;
	}
	d->later[d->n_later].id = g->id;
	d->later[d->n_later++].labels = labels;
}

/* What a whole call stands in may be gone with the end of a file. */
static void end_call(struct dump *d)
{
	struct traceback_call call;
	struct str creator;

	if (d->has_call && (traceback_call(call_text(d), &call) ||
			    traceback_creator(call_text(d), &creator))) {
		drop_call(d);
		settle_doubt(d);
	}
	d->has_call = false;
	d->n_doubtful = 0;
}

static void end_goroutine(struct dump *d)
{
	struct goroutine *g = &d->g;

	if (!g->is_open)
		return;
	end_call(d);
	flush_inlined(d);
	crash_place(&d->crash, d->profile);
	/* It is under every stack; the binary profile leaves it out. */
	g->frames.n -= g->ends_in_goexit;
	if (g->frames.n || g->has_no_stack) {
		add_goroutine(d);
	} else {
		doubt(d, g->number, "a goroutine without frames");
		settle_doubt(d);
	}
	g->is_open = false;
}

static void open_goroutine(struct dump *d,
			   const struct traceback_header *header)
{
	struct goroutine *g = &d->g;

	g->labels.n = g->frames.n = 0;
	g->is_whole = g->is_ancestor = false;
	g->has_no_stack = g->ends_in_goexit = false;
	g->id = header->id;
	g->number = d->lines.number;
	g->is_open = true;
	crash_goroutine(&d->crash, header);
	add_header_labels(d, header);
}

/* Whether this goroutine may be one that was there without its stack. */
static void see_crash(struct dump *d)
{
	struct str prefix = { buf_str(&d->prefix), d->prefix.n };

	if (crash_end(&d->crash, d->profile, prefix)) {
		d->goes_on = d->has_rule;
		if (!d->goes_on)
			flush_later(d);
		/* Where other threads were is not where it ended. */
		d->crash.awaits_place &= !d->goes_on;
	}
	d->has_rule = false;
}

static void take_header(struct dump *d, struct str line, size_t start)
{
	struct str text = { line.s + start, line.n - start };
	struct traceback_header header;

	end_goroutine(d);
	if (!traceback_header(text, &header)) {
		textlines_refuse(&d->lines, "not the header of a goroutine");
		return;
	}
	buf_clear(&d->prefix);
	if (start <= PREFIX_MAX)
		buf_add(&d->prefix, line.s, start);
	see_crash(d);
	if (d->goes_on)
		forget_later(d, header.id);
	open_goroutine(d, &header);
}

/* Lines. */

static void take_outside(struct dump *d, struct str line)
{
	crash_see(&d->crash, line);
	if (str_is(scanline_trim(line), "-----"))
		d->has_rule = true;
}

/* Lines that stand alone; false when it is none of them. */
static bool take_alone(struct dump *d, struct str line)
{
	struct traceback_place place = { .is_foreign = true };

	if (traceback_is_unavailable(line))
		d->g.has_no_stack = true;
	else if (traceback_is_ancestor(line))
		d->g.is_ancestor = true;
	else if (traceback_is_note(line))
		return true;
	else if (d->g.is_ancestor)
		return traceback_is_elided(line);
	else if (traceback_is_elided(line))
		push_elided(d);
	else if (traceback_foreign(line, &place.pc))
		push_foreign_frame(d, str_of("non-Go function"), &place);
	else
		return false;
	settle_doubt(d);
	return true;
}

static void take_inside(struct dump *d, struct str line)
{
	struct traceback_place place;

	if (d->has_call && traceback_place(line, &place)) {
		take_place(d, &place);
		return;
	}
	drop_call(d);
	if (!line.n || (d->g.is_whole && !traceback_is_ancestor(line))) {
		end_goroutine(d);
		take_outside(d, line);
	} else if (!take_alone(d, line)) {
		keep_call(d, line);
	} else {
		d->g.is_whole = false;
	}
}

static void take_line(struct dump *d, struct str line)
{
	struct str prefix = { buf_str(&d->prefix), d->prefix.n }, rest = line;
	size_t start;

	if (traceback_find(line, &start)) {
		take_header(d, line, start);
		return;
	}
	log_prefix_cut(prefix, &rest);
	if (d->g.is_open)
		take_inside(d, scanline_trim(rest));
	else
		take_outside(d, line);
}

static int read_lines(struct dump *d, struct err *err)
{
	struct str line;
	int more;

	while ((more = textlines_next(&d->lines, &line, err)) > 0) {
		take_line(d, line);
		if (d->has_failed)
			break;
	}
	if (more < 0)
		return -1;
	end_goroutine(d);
	flush_later(d);
	if (d->has_failed)
		*err = d->failure;
	return d->has_failed ? -1 : 0;
}

static void fill_counts(struct dump *d)
{
	struct profile *p = d->profile;
	int64_t *values;

	*vec_push(p->mem, &p->types) = p->period_type;
	values = rows_values(&d->rows);
	for (size_t i = 0; i < d->counts.n; i++)
		values[i] = d->counts.at[i];
}

static int finish(struct dump *d, struct err *err)
{
	struct err note;

	fill_counts(d);
	if (d->profile->rows.n) {
		reading_tell(d->reading, &d->lines);
		return 0;
	}
	return textlines_report(&d->lines, &note) ?
	       err_fail(err, "no goroutine in it; %s", note.text) :
	       err_fail(err, "no goroutine in it");
}

static void dump_init(struct dump *d, struct reading *reading)
{
	*d = (struct dump){ .reading = reading, .profile = reading->profile };
	textlines_init(&d->lines, reading->input);
	tables_init(&d->tables, reading->profile);
	rows_init(&d->rows, &d->tables, reading->input->limits.cancel);
}

static void dump_release(struct dump *d)
{
	struct mem *mem = d->profile->mem;

	vec_release(mem, &d->call);
	vec_release(mem, &d->g.labels);
	vec_release(mem, &d->g.frames);
	vec_release(mem, &d->g.inlined);
	buf_release(&d->prefix);
	buf_release(&d->key);
	buf_release(&d->value);
	crash_release(&d->crash);
	rows_release(&d->rows);
	vec_release(mem, &d->counts);
	tables_release(&d->tables);
	textlines_release(&d->lines);
}

/* What the binary profile says of itself. */
static void fill_headers(struct dump *d)
{
	struct profile *p = d->profile;
	struct mapping mapping = {
		.has = HAS_FUNCTIONS | HAS_FILENAMES | HAS_LINE_NUMBERS |
		       HAS_INLINE_FRAMES,
	};

	p->period_type = tables_type(&d->tables, str_of("goroutine"), "count");
	p->period = 1;
	tables_mapping(&d->tables, &mapping);
}

static int read_goroutines(struct reading *reading, struct err *err)
{
	struct dump d;
	int result;

	dump_init(&d, reading);
	fill_headers(&d);
	result = read_lines(&d, err);
	if (!result)
		result = finish(&d, err);
	dump_release(&d);
	return result;
}

/* Whether a frame follows within a few lines, as after a header it must. */
static bool has_frame(struct str prefix, struct str text)
{
	enum { LINES = 8 };
	struct traceback_place place;
	struct traceback_call call;
	struct str line;
	bool has_call = false;

	for (size_t i = 0; i < LINES && scanline_next(&text, &line); i++) {
		log_prefix_cut(prefix, &line);
		if (has_call && traceback_place(line, &place))
			return true;
		has_call = traceback_call(line, &call);
	}
	return false;
}

static enum likeness match(const struct head *head)
{
	struct str text = head->text, line, prefix;
	enum likeness likeness = text.n && !head->is_whole ?
				 LIKENESS_UNLIKELY : LIKENESS_NONE;
	struct traceback_header header;
	size_t start;

	while (scanline_next(&text, &line)) {
		if (!traceback_find(line, &start))
			continue;
		prefix = (struct str){ line.s, start };
		line.s += start;
		line.n -= start;
		if (!traceback_header(line, &header))
			continue;
		if (has_frame(prefix, text))
			return LIKENESS_SURE;
		likeness = LIKENESS_MAYBE;
	}
	return likeness;
}

const struct format format_goroutines = {
	.name = "goroutines", .title = "goroutine dump",
	.match = match, .read = read_goroutines,
};
