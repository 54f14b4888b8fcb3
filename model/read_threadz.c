/*
 * Stacks of the threads of a process, as text:
 *
 *	--- threadz 1 ---
 *
 *	--- Thread 7f794ab90940 (name: main/14748) stack: ---
 *	  PC:  0x00bc8f1c: helper(arg *)
 *	  0x0040be31: main
 *	--- Thread 7f794964e700 (name: thread1/14751) stack: ---
 *	  [same as previous thread]
 *	--- Memory map: ---
 *	  00400000-00fcb000: /usr/bin/app
 *
 * All hexadecimal numbers between two heads are the stack, leaf first.  Read as
 * google/pprof does (profile/legacy_profile.go, parseThread), which also wants
 * a memory map, or "---- no stack trace for", behind the last stack.
 *
 * Beside that names are read, unless they are to be left out: what stands
 * behind the only address of a line is its function, and each thread is a row
 * with its name and number as labels, with or without a stack; equal rows are
 * one.
 */
#include "config.h"

#include <ctype.h>
#include <string.h>

#include "model/format.h"
#include "model/handler_frames.h"
#include "model/legacy.h"
#include "model/procmaps.h"
#include "model/rows.h"
#include "model/scanline.h"
#include "model/tables.h"
#include "model/textlines.h"

struct frame {
	uint64_t address;
	struct str_id name;
};

struct threadz {
	struct reading *reading;	/* borrowed */
	struct textlines lines;
	struct tables tables;
	struct rows rows;
	VEC(int64_t) counts;		/* of threads, by row */
	uint32_t last;			/* the row of the thread before */
	VEC(struct str_id) names;	/* of locations, as far as they go */
	struct labels_id labels;	/* of the thread at hand */
	VEC(struct frame) found;	/* of the thread at hand */
	bool is_same;			/* its stack is that of the last */
	VEC(struct loc_id) stack;	/* of a row */
};

struct thread {
	struct str name, tid;		/* borrowed */
};

/* Moves behind the first place where the text is; false without it. */
static bool skip_to(struct str *line, const char *text)
{
	size_t n = strlen(text);
	const char *at = memmem(line->s, line->n, text, n);

	if (!at)
		return false;
	line->n -= (size_t)(at - line->s) + n;
	line->s = at + n;
	return true;
}

static bool is_comment(struct str line)
{
	line = scanline_trim(line);
	return !line.n || *line.s == '#';
}

/* --- threadz N --- */
static bool is_title(struct str line)
{
	struct str digits;

	while (skip_to(&line, "--- threadz ")) {
		if (scanline_digits(&line, &digits) &&
		    str_starts(line, " ---"))
			return true;
	}
	return false;
}

/* NAME/TID, from the end: a name may hold anything. */
static bool split_name(struct str text, struct thread *thread)
{
	size_t n = text.n;

	while (n && text.s[n - 1] >= '0' && text.s[n - 1] <= '9')
		n--;
	if (n == text.n || !n || text.s[n - 1] != '/')
		return false;
	thread->tid = (struct str){ text.s + n, text.n - n };
	thread->name = (struct str){ text.s, n - 1 };
	return true;
}

/* ID (name: */
static bool take_id(struct str *line)
{
	size_t n = 0;

	while (n < line->n && isxdigit((unsigned char)line->s[n]))
		n++;
	line->s += n;
	line->n -= n;
	return n && scanline_word(line, " (name: ");
}

/*
 * --- Thread ID (name: NAME/TID) stack: ---
 * The first start decides: what ends a later one would end that one, too.
 */
static bool find_thread(struct str line, struct thread *thread)
{
	static const char end[] = ") stack: ---";
	const char *start;
	struct str text;

	do {
		if (!skip_to(&line, "--- Thread "))
			return false;
	} while (!take_id(&line));
	start = line.s;
	while (skip_to(&line, end)) {
		text = (struct str){ start, (size_t)(line.s - start) };
		text.n -= sizeof(end) - 1;
		if (split_name(text, thread))
			return true;
	}
	return false;
}

/* Stacks. */

static void add_label(struct threadz *t, struct label *label, const char *key,
		      struct str text)
{
	*label = (struct label){
		.key = tables_string(&t->tables, str_of(key)),
		.str = tables_string(&t->tables, text),
	};
}

static void open_thread(struct threadz *t, const struct thread *thread)
{
	struct label labels[2];

	t->found.n = 0;
	t->is_same = false;
	if (t->reading->leaves_names)
		return;
	add_label(t, &labels[0], "thread", thread->name);
	add_label(t, &labels[1], "tid", thread->tid);
	t->labels = tables_labels(&t->tables, labels, ARRAY_SIZE(labels));
}

/* All but the leaf are addresses behind a call. */
static void add_frame(struct threadz *t, uint64_t address)
{
	uint64_t at = t->found.n ? address - 1 : address;

	*vec_push(t->reading->profile->mem, &t->found) = (struct frame){
		.address = at
	};
}

static void add_name(struct threadz *t, struct str text)
{
	scanline_char(&text, ':');
	text = scanline_trim(text);
	if (text.n && !str_is(text, "(unknown)"))
		t->found.at[t->found.n - 1].name =
			tables_string(&t->tables, text);
}

static int add_frames(struct threadz *t, struct str line, struct err *err)
{
	struct str behind = { "", 0 };
	uint64_t address;
	size_t n = 0;
	int found;

	while ((found = scanline_address(&line, &address)) > 0) {
		add_frame(t, address);
		behind = line;
		n++;
	}
	if (found < 0)
		return textlines_fail(&t->lines, err, "an address of more "
				      "than 64 bits");
	if (n == 1 && !t->reading->leaves_names)
		add_name(t, behind);
	return 0;
}

/*
 * Takes lines up to one that starts or ends a part of the file.  Returns 1, or
 * -1 with the reason.
 */
static int read_stack(struct threadz *t, struct str *line, struct err *err)
{
	int more;

	while ((more = textlines_next(&t->lines, line, err)) > 0) {
		struct str words = *line = scanline_trim(*line);

		if (str_starts(*line, "---") || procmaps_is_start(*line))
			break;
		if (skip_to(&words, "same as previous thread"))
			t->is_same = true;
		else if (add_frames(t, *line, err))
			return -1;
	}
	if (!more)
		return textlines_fail(&t->lines, err, "cut short: no memory "
				      "map behind the last thread");
	return more;
}

/* The first name of a location is its name. */
static void name_location(struct threadz *t, struct loc_id id,
			  struct str_id name)
{
	struct mem *mem = t->reading->profile->mem;

	if (!name.i)
		return;
	while (t->names.n <= id.i)
		*vec_push(mem, &t->names) = (struct str_id){ 0 };
	if (!t->names.at[id.i].i)
		t->names.at[id.i] = name;
}

static void build_stack(struct threadz *t)
{
	struct location loc = { .mapping = { MAPPING_NONE } };
	struct loc_id id;

	t->stack.n = 0;
	for (size_t i = 0; i < t->found.n; i++) {
		loc.address = t->found.at[i].address;
		id = tables_location(&t->tables, loc, NULL);
		name_location(t, id, t->found.at[i].name);
		*vec_push(t->reading->profile->mem, &t->stack) = id;
	}
}

/* To the reference no two threads with addresses are one row. */
static int add_thread(struct threadz *t, struct err *err)
{
	struct rows_key key = {
		t->stack.at, t->stack.n, t->labels,
		t->reading->leaves_names ? (uint32_t)t->counts.n : 0,
	};

	if (rows_number(&t->rows, &key, &t->last, err))
		return -1;
	if (t->last == t->counts.n)
		*vec_push(t->reading->profile->mem, &t->counts) = 0;
	t->counts.at[t->last]++;
	return 0;
}

/*
 * To the reference a thread without addresses is one more of those before.
 * With labels it has the stack that is still at hand if the text says so, and
 * else none: "[unwinding failed]".
 */
static int close_thread(struct threadz *t, struct err *err)
{
	bool is_first = !t->counts.n;

	if (t->reading->leaves_names && (t->is_same || !t->found.n)) {
		if (!is_first)
			t->counts.at[t->last]++;
		return 0;
	}
	if (t->is_same && is_first)
		return 0;
	if (!t->is_same)
		build_stack(t);
	return add_thread(t, err);
}

static int read_threads(struct threadz *t, struct str line, struct err *err)
{
	struct thread thread;

	while (!procmaps_is_start(line) &&
	       !str_starts(line, "---- no stack trace for")) {
		if (!find_thread(line, &thread))
			return textlines_fail(&t->lines, err, "not \"--- "
					      "Thread ID (name: NAME/TID) "
					      "stack: ---\"");
		open_thread(t, &thread);
		if (read_stack(t, &line, err) < 0 || close_thread(t, err))
			return -1;
	}
	/* It may be the start of the memory map. */
	textlines_again(&t->lines);
	return 0;
}

/* Moves to the head of the first thread. */
static int read_title(struct threadz *t, struct str *line, struct err *err)
{
	int more;

	do
		more = textlines_next(&t->lines, line, err);
	while (more > 0 && is_comment(*line));
	if (more <= 0 || !is_title(*line))
		return more < 0 ? -1 : 0;
	do
		more = textlines_next(&t->lines, line, err);
	while (more > 0 && !procmaps_is_start(*line) &&
	       !str_starts(*line, "-"));
	return more < 0 ? -1 : 0;
}

/* Names. */

static void set_names(struct threadz *t)
{
	struct profile *p = t->reading->profile;

	for (size_t i = 0; i < t->names.n; i++) {
		struct location *loc = &p->locations.at[i];
		struct func func = {
			.name = t->names.at[i], .system_name = t->names.at[i]
		};

		if (!func.name.i)
			continue;
		loc->first_line = (uint32_t)p->lines.n;
		loc->n_lines = 1;
		*vec_push(p->mem, &p->lines) = (struct line){
			.func = tables_func(&t->tables, &func)
		};
	}
}

static void set_counts(struct threadz *t)
{
	struct profile *p = t->reading->profile;
	int64_t *values;

	tables_add_type(&t->tables, str_of("thread"), "count");
	p->period_type = p->types.at[0];
	p->period = 1;
	values = rows_values(&t->rows);
	for (size_t i = 0; i < t->counts.n; i++)
		values[i] = t->counts.at[i];
}

static int read_all(struct threadz *t, struct err *err)
{
	struct profile *p = t->reading->profile;
	struct str line = { "", 0 };

	if (read_title(t, &line, err) || read_threads(t, line, err) ||
	    procmaps_finish(&t->lines, p, err))
		return -1;
	reading_tell(t->reading, &t->lines);
	set_counts(t);
	set_names(t);
	handler_frames_drop_twins(p);
	legacy_set_frames(p);
	return 0;
}

static int read_threadz(struct reading *reading, struct err *err)
{
	struct mem *mem = reading->profile->mem;
	struct threadz t = { .reading = reading };
	int result;

	textlines_init(&t.lines, reading->input);
	tables_init(&t.tables, reading->profile);
	rows_init(&t.rows, &t.tables, reading->input->limits.cancel);
	result = read_all(&t, err);
	vec_release(mem, &t.counts);
	rows_release(&t.rows);
	vec_release(mem, &t.names);
	vec_release(mem, &t.found);
	vec_release(mem, &t.stack);
	tables_release(&t.tables);
	textlines_release(&t.lines);
	return result;
}

static enum likeness match(const struct head *head)
{
	struct str text = head->text, line;
	struct thread thread;

	while (scanline_next(&text, &line)) {
		if (is_comment(line))
			continue;
		return is_title(line) || find_thread(line, &thread) ?
		       LIKENESS_SURE : LIKENESS_NONE;
	}
	return LIKENESS_NONE;
}

const struct format format_threadz = {
	.name = "threadz", .title = "threadz text",
	.match = match, .read = read_threadz,
};
